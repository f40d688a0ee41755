"""A page for each topic: what every document says of it side by side, over time, and what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import quote_plus

from manual.markdown import safe, table
from manual.regions import link, reaches, sections
from manual.regions import named as places_of
from manual.statements import (
    cited,
    confidence,
    disputed,
    document_link,
    documents,
    explained,
    first_sentence,
    gaps_beside,
    lookup,
    named,
    rows,
    sentences,
    sides,
    spoken,
    target,
    title,
    word,
)
from proposals.comparison.engine import compare
from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.comparison.positions import absence as why
from proposals.documents.proposal import Proposal
from proposals.language.values import listed
from proposals.negotiation.brief import gaps_on
from proposals.strings import capital, pointed
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import place_index
from proposals.vocabulary import Absence, Topic


def spoken_of() -> tuple[Topic, ...]:
    """The topics on which any document has a term."""
    return tuple(topic for topic in Topic if any(line.topic is topic for line in rows()))


def slug(topic: Topic) -> str:
    """The name of a topic's page."""
    return topic.name.lower().replace("_", "-")


def heading(topic: Topic) -> str:
    """A topic as a heading has it."""
    return capital(word(topic, "heading"))


def index() -> str:
    """The list of the topics."""
    counts = Counter(line.topic for line in rows())
    told = (
        [f"[{heading(topic)}](#topic-{topic.name.lower()})", topic.definition, str(counts[topic])]
        for topic in spoken_of()
    )
    names = "\n".join(slug(topic) for topic in spoken_of())
    return (
        "# The topics\n\nFor each matter, what every document says of it, side by side and in order of date.\n\n"
        f"{table(['topic', 'what it holds', 'subjects'], told)}\n```{{toctree}}\n:hidden:\n\n{names}\n```\n"
    )


def page(topic: Topic) -> str:
    """The page of one topic."""
    own = sorted((line for line in rows() if line.topic is topic), key=lambda line: [*KINDS].index(line.kind))
    places = f"{_PLACES} " if any(map(_where, own)) else ""
    lead = f"{explained(topic.definition)} {_ORDER}\n\n{places}{_GRADES}"
    head = f"(topic-{topic.name.lower()})=\n# {heading(topic)}\n\n{lead}\n"
    beside = (
        f'<p><a href="../explorer.html#topic={quote_plus(str(topic))}">Two or three documents side by side</a></p>\n'
    )
    labels = [f"subject-{slug(topic)}-{number}" for number in range(1, len(own) + 1)]
    told = ([f"[{_named(line)}](#{label})", *_counted(line)] for line, label in zip(own, labels, strict=True))
    overview = table(["subject", "documents", "disputed", "first said", "last said"], told)
    sections = (part for line, label in zip(own, labels, strict=True) for part in (f"({label})=", *section(line)))
    return "\n".join((head, beside, overview, *sections))


def _named(line: Line) -> str:
    return named(line.shape, line.subject)


def _counted(line: Line) -> Iterator[str]:
    """How many documents speak of a subject, how many disputes there are, and when it was first and last said."""
    speaking = [(document, terms) for document, terms in zip(documents(), sides(line), strict=True) if terms]
    yield str(len(speaking))
    yield str(sum(len(term.disputes) for _, terms in speaking for term in terms))
    yield from (f"[{safe(spoken(speaking[at][0].date))}]{{.when}}" for at in (0, -1))


_ORDER = (
    "Documents are listed by date. A document that says nothing of a subject is {term}`silent <silence>` if its "
    "whole text is known, and it is {term}`not reported` otherwise. What a document deletes from "
    "another is listed under the subjects of the document that it marks up."
)
_PLACES = "All that is said about one region, under whatever name, is on [the page by place](#by-place)."
_GRADES = "The confidence in a term names the best grade of its sources: [what the grades mean](#grades-of-sources)."


def section(line: Line) -> Iterator[str]:
    """What all documents say, or do not say, of one subject."""
    shape = line.shape
    yield f"## {title(shape, line.subject)}\n"
    yield f"{first_sentence(shape)} In the codebook: [{shape.kind}](#kind-{shape.kind}){_where(line)}\n"
    if line.excepted:
        yield f"Without {safe(listed(map(lookup().name, line.excepted)))}, of which narrower terms speak.\n"
    pairs = list(zip(documents(), sides(line), strict=True))
    said = [(document, term) for document, terms in pairs for term in terms]
    yield from (_said(*one) for one in said)
    yield ""
    yield from _silent([document for document, terms in pairs if not terms and document.terms], line)


def _where(line: Line) -> str:
    """Links to the sections of the page by place that have the ground of a line."""
    terms = line.terms
    at = place_index(type(terms[0]))
    grounds = line.subject[at] if at is not None else [name for term in terms for name in places_of(term)]
    found = [link(place) for place in sections() if any(reaches(name, place) for name in grounds)]
    return f" · By place: {', '.join(found)}" if found else ""


def _said(document: Proposal, term: Term) -> str:
    """What one document says: the values first, then where they stand, who says so, and what is disputed."""
    point = f", [{pointed(term.points)}](#{target(document, term)})" if term.points else ""
    source = [confidence(term, document), f"Source: {cited(term.citations, document)}"] if term.citations else []
    unsure = (*gaps_beside(term, document), *(disputed(one, document, term) for one in term.disputes))
    details = [*source, *unsure]
    head = f"- **{spoken(document.date)}** {document_link(document.id)}{point}: {sentences(term)}"
    return "\n".join((head, *(f"  - {detail}" for detail in details)))


def _silent(others: list[Proposal], line: Line) -> Iterator[str]:
    """Who says nothing of it, by why that is; documents of which no term is known at all are left out."""
    found: dict[str, list[str]] = {}
    for document in others:
        for absent, told in dict.fromkeys(absence(document, line)):
            found.setdefault(absent, []).append(told)
    for absent in WORDS:
        if absent in found:
            yield f"{absent}: {'; '.join(found[absent])}.\n"


_ANSWERED: Final = "Another term under that point"
ACTS: Final = frozenset({_ANSWERED})
"""The words for what a document does, apart from saying nothing."""
_UNSAID: Final = {Absence.LEFT_OUT: "Left out", Absence.SILENT: "Silent", Absence.UNREPORTED: "Not reported"}
WORDS: Final = (_ANSWERED, *_UNSAID.values())
"""All words, in the order in which they are told."""


def absence(document: Proposal, line: Line) -> Iterator[tuple[str, str]]:
    """What the document does instead of saying it, and a link to where."""
    link = document_link(document.id)
    met = list(_met(document, line))
    answers = [term for side in met if not side.deletes for term in side.terms]
    for term in answers:
        points = ", ".join(term.points)
        yield _ANSWERED, f"{link}, [{f'point {points}' if points else term.kind}](#{target(document, term)})"
    if not answers:
        position = line.positions[documents().index(document)]
        known = f"{link}: {cited(position.citations, document)}" if position.left_out else link
        asked = line.shape.asked
        gaps = [safe(gap.what) for gap in gaps_on(document, asked.question)] if asked else []
        known += f" (not established: {'; '.join(gaps)})" if gaps else ""
        yield unsaid(document, line.topic, left_out=bool(position.left_out)), known


def unsaid(document: Proposal, topic: Topic, *, left_out: bool) -> str:
    """The word for a document that does nothing else either on a topic, or is known to leave something out."""
    return _UNSAID[why(document.coverage_of(topic), left_out=left_out)]


def _met(document: Proposal, line: Line) -> Iterator[Position]:
    """What the terms of the line meet in a document that has none of that subject, by the comparison of the two.

    Only a document that amends another, or is amended by it, can meet its terms otherwise than with silence.
    """
    for other, terms in zip(documents(), sides(line), strict=True):
        own = set(map(id, terms))
        for theirs, side, answered in _sides(other, document) if own else ():
            if own & set(map(id, theirs.terms)) and (answered or not side.terms):
                yield side


@cache
def _sides(other: Proposal, document: Proposal) -> tuple[tuple[Position, Position, bool], ...]:
    """The sides of each finding between a document and the one that it amends, and whether a point paired them."""
    if other.id in document.amends:
        found = compare(other, document, world=lookup().world).findings
        return tuple((one.left, one.right, one.answer is not None) for one in found)
    if document.id in other.amends:
        found = compare(document, other, world=lookup().world).findings
        return tuple((one.right, one.left, one.answer is not None) for one in found)
    return ()
