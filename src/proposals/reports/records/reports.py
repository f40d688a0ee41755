"""Reports as JSON: stable field names in snake_case, ids beside names, nothing left out.

``schema_version`` is raised when a field changes its meaning or goes; a new field does not raise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from proposals.comparison.findings import Finding, Option, Side
from proposals.comparison.result import Comparison
from proposals.comparison.rules import Rule
from proposals.documents.proposal import Event, LineageStep, Proposal
from proposals.errors import Problem
from proposals.fields.declare import subject_fields
from proposals.language.names import Lookup
from proposals.reports.records.parts import (
    citation_record,
    dispute_record,
    named,
    position_record,
    summary_record,
    term_record,
    word,
)
from proposals.strings import first_hidden

if TYPE_CHECKING:
    from proposals.library.verification import Verified

SCHEMA_VERSION: Final = 1
"""The version of the field names that all JSON reports carry."""


def render(report: Mapping[str, Any]) -> str:
    """The report as indented JSON; characters that hide are escaped, all others stand as they are."""
    import json  # noqa: PLC0415 -- this module is imported for texts as well

    text = json.dumps({"schema_version": SCHEMA_VERSION, **report}, ensure_ascii=False, indent=2)
    while (at := first_hidden(text)) is not None:
        text = text.replace(text[at], _escaped(text[at]))
    return f"{text}\n"


def _escaped(sign: str) -> str:
    """The character as JSON escapes it: the four hexadecimal digits of each of its UTF-16 units."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def comparison(told: Comparison, lookup: Lookup, *, shown: Comparison | None = None) -> dict[str, Any]:
    """The documents, the counts and topics of the whole, and the findings, or those of ``shown``."""
    kept = told if shown is None else shown
    return {
        "report": "comparison",
        "left": summary_record(told.left, lookup),
        "right": summary_record(told.right, lookup),
        "total": len(told.findings),
        "shown": len(kept.findings),
        "counts": {str(relation): count for relation, count in told.counts().items()},
        "topics": [
            {"topic": str(one.topic), "verdict": str(one.verdict), "total": len(one.findings)} for one in told.topics()
        ],
        "findings": [finding(one, told, lookup) for one in kept.findings],
    }


def finding(one: Finding, told: Comparison, lookup: Lookup) -> dict[str, Any]:
    """A finding with all that it rests on."""
    shape = type((one.left.terms or one.right.terms)[0])
    other = told.right if one.left.terms else told.left
    return {
        "fingerprint": one.fingerprint,
        "relation": str(one.relation),
        "rule": one.rule.id,
        "sentence": one.rule.sentence,
        "topic": str(one.topic),
        "kind": one.kind,
        "subject": [
            {"field": field.key, "ids": list(ids), "names": [lookup.name(item) for item in ids]}
            for field, ids in zip(subject_fields(shape), one.subject, strict=True)
        ],
        "excepted": [named(item, lookup) for item in one.excepted],
        "left": _side(one.left, told.left, lookup),
        "right": _side(one.right, told.right, lookup),
        "differences": [difference.plain() for difference in one.differences],
        "direction": word(one.direction),
        "bearers": [named(actor, lookup) for actor in one.bearers],
        "open": one.open,
        "options": [_option(option, one) for option in one.options],
        "disputed": one.disputed,
        "counterparts": [
            {"term": term_record(counterpart.term, other, lookup), "reason": counterpart.reason}
            for counterpart in one.counterparts
        ],
    }


def _side(side: Side, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    return {
        "state": str(side.state),
        "open": side.open,
        "points": list(side.points),
        "terms": [term_record(one, document, lookup) for one in side.terms],
        "struck": side.struck and {"point": side.struck.point, "note": side.struck.note},
        "citations": [citation_record(citation, document, lookup) for citation in side.citations],
        "disputes": [dispute_record(dispute, document, lookup) for dispute in side.disputes],
    }


def _option(option: Option, one: Finding) -> dict[str, Any]:
    """``left`` and ``right`` are the places of the two alternatives in the sides' ``terms``, counted from 0."""
    return {
        "left": next(index for index, held in enumerate(one.left.terms) if held is option.left),
        "right": next(index for index, held in enumerate(one.right.terms) if held is option.right),
        "relation": str(option.rule.relation),
        "rule": option.rule.id,
        "differences": [difference.plain() for difference in option.differences],
        "direction": word(option.direction),
    }


def proposal(document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """A document with everything that is known of it."""
    return {
        "report": "proposal",
        **summary_record(document, lookup),
        "summary": document.summary,
        "names": list(document.names),
        "known_from": [citation_record(citation, document, lookup) for citation in document.known_from],
        "lineage": [_lineage(step, document, lookup) for step in document.lineage],
        "terms": [term_record(one, document, lookup) for one in document.terms],
        "struck": [
            {
                "point": one.point,
                "citations": [citation_record(citation, document, lookup) for citation in one.citations],
                "note": one.note,
            }
            for one in document.struck
        ],
        "at": position_record(document.at, lookup),
    }


def _lineage(step: LineageStep, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    return {
        "link": str(step.link),
        "to": step.to,
        "certainty": str(step.certainty),
        "citations": [citation_record(citation, document, lookup) for citation in step.citations],
        "note": step.note,
    }


def overview(documents: Iterable[Proposal], lookup: Lookup) -> dict[str, Any]:
    """Several documents, each as :func:`~proposals.reports.records.parts.summary_record` tells it."""
    return {"report": "list", "proposals": [summary_record(document, lookup) for document in documents]}


def timeline(events: Iterable[Event], lookup: Lookup) -> dict[str, Any]:
    """The events in the order given; ``earliest`` and ``latest`` are the days that the date may mean."""
    return {
        "report": "timeline",
        "events": [
            {
                "id": event.id,
                "date": str(event.date),
                "earliest": event.date.earliest.isoformat(),
                "latest": event.date.latest.isoformat(),
                "kind": str(event.kind),
                "title": event.title,
                "participants": [named(actor, lookup) for actor in event.participants],
                "place": named(event.place, lookup) if event.place else None,
                "about": list(event.about),
                "duration": event.duration,
                "citations": [citation_record(citation, None, lookup) for citation in event.citations],
                "note": event.note,
                "at": position_record(event.at, lookup),
            }
            for event in events
        ],
    }


def verification(results: Iterable[Verified], lookup: Lookup) -> dict[str, Any]:
    """For each document the passages found again with their offsets, what is not anchored, and what failed."""
    return {
        "report": "verification",
        "documents": [
            {
                "id": one.name,
                "anchored": [
                    {
                        "source": found.source.id,
                        "sha256": found.source.sha256,
                        "exact": found.passage.exact,
                        "prefix": found.passage.prefix,
                        "suffix": found.passage.suffix,
                        "start": found.passage.start,
                        "end": found.passage.end,
                        "at": position_record(found.citation.at, lookup),
                    }
                    for found in one.outcome.anchored
                ],
                "gaps": [
                    {
                        "source": gap.citation.source,
                        "quote": gap.citation.quote,
                        "reason": gap.reason,
                        "at": position_record(gap.citation.at, lookup),
                    }
                    for gap in one.outcome.unanchored
                ],
                "uncited": [{"at": position_record(held.at, lookup)} for held in one.uncited],
                "problems": [_problem(problem, lookup) for problem in one.outcome.problems],
            }
            for one in results
        ],
    }


def problems(found: Iterable[Problem], lookup: Lookup, noticed: Iterable[Problem] = ()) -> dict[str, Any]:
    """All problems of some files, and what a reader should know of them though nothing is wrong."""
    return {
        "report": "problems",
        "problems": [_problem(problem, lookup) for problem in found],
        "notices": [_problem(problem, lookup) for problem in noticed],
    }


def _problem(problem: Problem, lookup: Lookup) -> dict[str, Any]:
    return {
        "at": position_record(problem.location, lookup),
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def rules(catalogue: Iterable[Rule]) -> dict[str, Any]:
    """The catalogue of rules."""
    return {
        "report": "rules",
        "rules": [{"id": rule.id, "relation": str(rule.relation), "sentence": rule.sentence} for rule in catalogue],
    }
