"""Reports as JSON: stable field names in snake_case, ids beside names, nothing left out.

``schema_version`` is raised when a field changes its meaning or goes; a new field does not raise it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from proposals.characters import first_hidden
from proposals.errors import Position, Problem
from proposals.fields import plain_fields, subject_fields
from proposals.findings import Comparison, Finding, Option, Side
from proposals.proposal import Event, Lineage, Proposal
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.audit import Verified
from proposals.reports.lookup import Lookup
from proposals.rules import Rule
from proposals.terms.term import Term

SCHEMA_VERSION: Final = 1
"""The version of the field names that all JSON reports carry."""


def render(report: Mapping[str, Any]) -> str:
    """The report as indented JSON; characters that hide are escaped, all others stand as they are."""
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
        "left": summary(told.left, lookup),
        "right": summary(told.right, lookup),
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
        "excepted": [_named(item, lookup) for item in one.excepted],
        "left": _side(one.left, told.left, lookup),
        "right": _side(one.right, told.right, lookup),
        "differences": [difference.plain() for difference in one.differences],
        "direction": _word(one.direction),
        "bearers": [_named(actor, lookup) for actor in one.bearers],
        "open": one.open,
        "options": [_option(option, one) for option in one.options],
        "disputed": one.disputed,
        "counterparts": [
            {"term": term(counterpart.term, other, lookup), "reason": counterpart.reason}
            for counterpart in one.counterparts
        ],
    }


def _side(side: Side, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    return {
        "state": str(side.state),
        "open": side.open,
        "points": list(side.points),
        "terms": [term(one, document, lookup) for one in side.terms],
        "struck": side.struck and {"point": side.struck.point, "note": side.struck.note},
        "citations": [_citation(citation, document, lookup) for citation in side.citations],
        "disputes": [_dispute(dispute, document, lookup) for dispute in side.disputes],
    }


def _option(option: Option, one: Finding) -> dict[str, Any]:
    """``left`` and ``right`` are the places of the two alternatives in the sides' ``terms``, counted from 0."""
    return {
        "left": next(index for index, held in enumerate(one.left.terms) if held is option.left),
        "right": next(index for index, held in enumerate(one.right.terms) if held is option.right),
        "relation": str(option.rule.relation),
        "rule": option.rule.id,
        "differences": [difference.plain() for difference in option.differences],
        "direction": _word(option.direction),
    }


def term(one: Term, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """A term with its stated fields as files write them."""
    return {
        "kind": one.kind,
        "topic": str(one.topic),
        "subject": {field.key: field.plain(getattr(one, field.name)) for field in subject_fields(type(one))},
        "stance": str(one.stance),
        "fields": {key: held for key, held in plain_fields(one).items() if key not in _subject_keys(one)},
        "bearers": [_named(actor, lookup) for actor in one.bearers],
        "holders": [_named(actor, lookup) for actor in one.holders],
        "points": list(one.points),
        "answers": one.answers,
        "citations": [_citation(citation, document, lookup) for citation in one.citations],
        "disputes": [_dispute(dispute, document, lookup) for dispute in one.disputes],
        "note": one.note,
        "at": _at(one.at, lookup),
    }


def _subject_keys(one: Term) -> frozenset[str]:
    return frozenset(field.key for field in subject_fields(type(one)))


def _citation(citation: Citation, document: Proposal | None, lookup: Lookup) -> dict[str, Any]:
    speaker = lookup.speaker(citation, document)
    return {
        "source": source(citation.source, lookup.source(citation.source, document)),
        "quote": citation.quote,
        "said_by": _named(speaker, lookup) if speaker else None,
        "certainty": _word(lookup.certainty(citation, document)),
        "supports": list(citation.supports),
        "at": _at(citation.at, lookup),
    }


def source(name: str, held: Source | None) -> dict[str, Any]:
    """A source by its id; the id alone where it is not declared."""
    if held is None:
        return {"id": name}
    return {
        "id": name,
        "publisher": held.publisher,
        "title": held.title,
        "date": _word(held.date),
        "url": held.url,
        "language": held.language,
        "kind": _word(held.kind),
        "grade": held.grade,
        "relays": held.relays,
        "file": held.file,
        "sha256": held.sha256,
    }


def _dispute(dispute: Dispute, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    return {
        "field": dispute.field,
        "value": dispute.value,
        "citations": [_citation(citation, document, lookup) for citation in dispute.citations],
        "note": dispute.note,
    }


def summary(document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """What a document is and how much of it is known."""
    return {
        "id": document.id,
        "title": document.title,
        "date": str(document.date),
        "authors": [_named(author, lookup) for author in document.authors],
        "form": str(document.form),
        "status": str(document.status),
        "coverage": str(document.coverage),
        "points": document.points,
        "terms_known": len(document.terms),
        "gaps": [{"what": gap.what, "point": gap.point, "note": gap.note} for gap in document.gaps],
    }


def proposal(document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """A document with everything that is known of it."""
    return {
        "report": "proposal",
        **summary(document, lookup),
        "summary": document.summary,
        "names": list(document.names),
        "lineage": [_lineage(step, document, lookup) for step in document.lineage],
        "terms": [term(one, document, lookup) for one in document.terms],
        "struck": [
            {
                "point": one.point,
                "citations": [_citation(citation, document, lookup) for citation in one.citations],
                "note": one.note,
            }
            for one in document.struck
        ],
        "at": _at(document.at, lookup),
    }


def _lineage(step: Lineage, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    return {
        "link": str(step.link),
        "to": step.to,
        "certainty": str(step.certainty),
        "citations": [_citation(citation, document, lookup) for citation in step.citations],
        "note": step.note,
    }


def overview(documents: Iterable[Proposal], lookup: Lookup) -> dict[str, Any]:
    """Several documents, each as :func:`summary` tells it."""
    return {"report": "list", "proposals": [summary(document, lookup) for document in documents]}


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
                "participants": [_named(actor, lookup) for actor in event.participants],
                "place": _named(event.place, lookup) if event.place else None,
                "about": list(event.about),
                "duration": event.duration,
                "citations": [_citation(citation, None, lookup) for citation in event.citations],
                "note": event.note,
                "at": _at(event.at, lookup),
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
                        "at": _at(found.citation.at, lookup),
                    }
                    for found in one.outcome.anchored
                ],
                "gaps": [
                    {
                        "source": gap.citation.source,
                        "quote": gap.citation.quote,
                        "reason": gap.reason,
                        "at": _at(gap.citation.at, lookup),
                    }
                    for gap in one.outcome.unanchored
                ],
                "uncited": [{"at": _at(held.at, lookup)} for held in one.uncited],
                "problems": [_problem(problem, lookup) for problem in one.outcome.problems],
            }
            for one in results
        ],
    }


def problems(found: Iterable[Problem], lookup: Lookup) -> dict[str, Any]:
    """All problems of some files."""
    return {"report": "problems", "problems": [_problem(problem, lookup) for problem in found]}


def _problem(problem: Problem, lookup: Lookup) -> dict[str, Any]:
    return {
        "at": _at(problem.position, lookup),
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


def _named(code: str, lookup: Lookup) -> dict[str, str]:
    return {"id": code, "name": lookup.name(code)}


def _word(word: object) -> str | None:
    return None if word is None else str(word)


def _at(position: Position | None, lookup: Lookup) -> dict[str, Any] | None:
    if position is None:
        return None
    return {"file": lookup.file(position), "line": position.line, "column": position.column}
