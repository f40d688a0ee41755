"""The whole report: one HTML file for any number of proposals, which asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from proposals import __version__
from proposals.comparison.findings import Finding
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import QuestionSummary, questions
from proposals.comparison.summaries import topics as topics_of
from proposals.documents.proposal import Event, Proposal, narrowed
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.notes import cited_by
from proposals.language.questions import label_of
from proposals.language.sentences import heading
from proposals.language.values import weight_of
from proposals.language.verdicts import excepted, sentence
from proposals.library import Library
from proposals.negotiation.brief import Brief, brief, brief_of
from proposals.negotiation.side_by_side import ComparedLine, SideBySide, side_by_side
from proposals.provenance import Source
from proposals.reports.html_report.brief import brief_values
from proposals.reports.html_report.cells import cells, quotations
from proposals.reports.html_report.filters import filters
from proposals.reports.html_report.lineage import Graph, graph
from proposals.reports.html_report.strips import strips
from proposals.reports.html_report.templating import filled, fingerprint, text_of
from proposals.reports.html_report.tile_map import layout_of, maps
from proposals.reports.html_report.wording import words_of
from proposals.reports.pages.marks import SIGNS, VERDICTS
from proposals.values import Value
from proposals.vocabulary import Absence, Relation, Stance, Topics


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Surroundings(Value):
    """What a report shows beside the documents: a timeline, and the proposals that they descend from."""

    events: tuple[Event, ...]
    known: Mapping[str, Proposal]

    @classmethod
    def of(cls, library: Library) -> Surroundings:
        """Those of a library."""
        return cls(events=library.events, known={proposal.id: proposal for proposal in library.proposals()})


def render(
    documents: Sequence[Proposal],
    *,
    narrowing: Narrowing = EVERYTHING,
    around: Surroundings | None = None,
    library: Library | None = None,
) -> str:
    """The report of two or more documents; each of the others is compared with the first.

    Brief, map, findings, ordered fields and sources are of what ``narrowing`` keeps; counts and verdicts are of the
    whole.
    Raises :class:`ValueError` for fewer than two documents, and whatever comparing them raises.
    """
    if len(documents) < 2:  # noqa: PLR2004 -- a comparison has two sides
        raise ValueError("a report compares two or more documents")
    lookup = Lookup.of(*documents, library=library)
    beside = around or Surroundings.of(lookup.library)
    table = side_by_side(documents, lookup.world)
    compared = table.comparisons
    found = [one for one in table.lines if narrowing.keeps(one.line, lookup.world.places)]
    told = [_narrowed(document, at, found, narrowing) for at, document in enumerate(documents)]
    style, script = text_of("report.css"), text_of("report.js")
    layout = layout_of(told, lookup)
    descent = graph(documents, beside.known)
    asked = [questions(comparison) for comparison in compared]
    return filled(
        "report.html",
        style=style,
        script=script,
        hashes={"style": fingerprint(style), "script": fingerprint(script)},
        documents=documents,
        compared=compared,
        topics=_topics(asked),
        brief=brief_values(_brief(compared, asked, documents, narrowing, lookup), lookup),
        below=_below(narrowing, lookup),
        shown={one.line.topic for one in found},
        rows=_rows(found, table, lookup),
        filters=filters(found, lookup, [tile.place for tile in layout]),
        map=maps(told, lookup, layout),
        strips=tuple(strips((one.line for one in found), lookup)),
        events=_timeline(beside.events, documents, descent, lookup),
        graph=descent,
        sources=_sources(told, lookup),
        signs=SIGNS,
        verdicts=VERDICTS,
        relations=tuple(Relation),
        version=__version__,
        **words_of(lookup),
    )


def _topics(asked: Sequence[Sequence[QuestionSummary]]) -> list[tuple[Topics, list[Any]]]:
    """For each topic that occurs, its summary in each comparison; ``None`` where that has no question of it."""
    summaries = [{summary.topic: summary for summary in topics_of(own)} for own in asked]
    shown = (topic for topic in Topics.every() if any(topic in own for own in summaries))
    return [(topic, [own.get(topic) for own in summaries]) for topic in shown]


def _brief(
    compared: Sequence[Comparison],
    asked: Sequence[Sequence[QuestionSummary]],
    documents: Sequence[Proposal],
    narrowing: Narrowing,
    lookup: Lookup,
) -> Brief:
    if len(compared) > 1:
        return brief_of(documents, narrowing, world=lookup.world)
    (single,), (questions_of_it,) = compared, asked
    return brief(single, narrowing.of(single).findings, questions_of_it, only=narrowing.questions)


def _narrowed(document: Proposal, at: int, found: Iterable[ComparedLine], narrowing: Narrowing) -> Proposal:
    """The document, counted from 0, with what it says on the lines found; with all that it says of whole topics."""
    if narrowing.questions or narrowing.relations:
        terms = dict.fromkeys(term for one in found for term in one.line.sides[at])
        return attrs.evolve(document, terms=tuple(terms), struck=(), amended=())
    return narrowed(document, narrowing.topics)


def _below(narrowing: Narrowing, lookup: Lookup) -> list[str]:
    """The words of what the report is narrowed to, topics, relations, then questions."""
    topics = [lookup.language.word(topic) for topic in Topics.every() if topic in narrowing.topics]
    relations = [lookup.language.word(relation) for relation in Relation if relation in narrowing.relations]
    return [*topics, *relations, *(label_of(question, lookup) for question in sorted(narrowing.questions))]


def _rows(
    found: Iterable[ComparedLine],
    table: SideBySide,
    lookup: Lookup,
) -> list[dict[str, Any]]:
    """For each row its title, its cells, and for each later document its relations to the first."""
    first, *others = lettered(table.documents)
    return [
        {
            "topic": one.line.topic,
            "title": heading(one.line.shape, one.line.subject, lookup),
            "cells": cells(one, table.documents, lookup),
            "findings": [
                [
                    {
                        "finding": finding,
                        "weight": weight_of(finding.direction, finding, lookup),
                        "sentence": _sentence(finding, (first, other), lookup),
                    }
                    for finding in own
                ]
                for own, other in zip(one.findings, others, strict=True)
            ],
        }
        for one in found
    ]


def _sentence(finding: Finding, names: tuple[str, str], lookup: Lookup) -> str:
    """What a finding says beyond its relation: nothing more where one document is absent and the other proposes."""
    plain = {str(Stance.PROPOSES), *Absence.spellings()}
    words = finding.left.word, finding.right.word
    told = plain.issuperset(words) and words[0] != words[1]
    return ("" if told else sentence(finding, names, lookup)) + excepted(finding, lookup)


def _timeline(
    events: Sequence[Event],
    documents: Sequence[Proposal],
    descent: Graph,
    lookup: Lookup,
) -> list[dict[str, Any]]:
    """Events and documents by date; no events where none of them is about a document of the report."""
    inside = {node.id for node in descent.nodes}
    told = events if any(not inside.isdisjoint(event.about) for event in events) else ()
    entries: list[dict[str, Any]] = [
        {"date": event.date, "event": event, "quotations": tuple(quotations(event.citations, None, lookup))}
        for event in told
    ]
    entries += [{"date": document.date, "document": document, "index": at} for at, document in enumerate(documents)]
    return sorted(entries, key=lambda entry: entry["date"])


def _sources(documents: Sequence[Proposal], lookup: Lookup) -> list[tuple[str, Source | None]]:
    """Each source that a document cites, once, in order of its id, which means what the citing document says."""
    citations = ((citation, document) for document in documents for citation in document.citations())
    return [(one.id, one.source) for one in cited_by(citations, lookup)]
