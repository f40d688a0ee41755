"""Rows, cells and meetings as JSON holds them."""

from __future__ import annotations

from typing import Any

from proposals.comparison.findings import Option
from proposals.comparison.positions import Line, Position
from proposals.documents.proposal import Proposal
from proposals.fields.declare import subject_fields
from proposals.language.names import Lookup
from proposals.reports.records.parts import citation_record, named, term_record, word
from proposals.terms.base import Subject, Term


def line_record(line: Line, lookup: Lookup) -> dict[str, Any]:
    """What a row is about."""
    return {
        "topic": str(line.topic),
        "kind": line.kind,
        "subject": subject_record(line.shape, line.subject, lookup),
        "excepted": [named(item, lookup) for item in line.excepted],
    }


def subject_record(shape: type[Term], subject: Subject, lookup: Lookup) -> list[dict[str, Any]]:
    """Ids and names for each subject field of the kind, in order of declaration."""
    return [
        {"field": field.key, "ids": list(ids), "names": [lookup.name(item) for item in ids]}
        for field, ids in zip(subject_fields(shape), subject, strict=True)
    ]


def cell_record(position: Position, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """What a document says to a row; ``state`` alone where it says nothing."""
    struck = position.struck.citations if position.struck else ()
    return {
        "document": document.id,
        "state": position.word,
        "open": position.open,
        "instead": position.instead,
        "points": list(position.points),
        "terms": [term_record(term, document, lookup) for term in position.terms],
        "citations": [citation_record(citation, document, lookup) for citation in struck],
    }


def option_record(option: Option | None) -> dict[str, Any] | None:
    """How two positions meet; ``None`` where they do not."""
    if option is None:
        return None
    return {
        "relation": str(option.rule.relation),
        "rule": option.rule.id,
        "direction": word(option.direction),
        "differences": [difference.plain() for difference in option.differences],
    }
