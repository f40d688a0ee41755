"""Flat tables: one row for each finding, or one for each term of each document; each row is a record of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final, TypeAlias

import attrs

from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.language.fields import statements
from proposals.language.names import Lookup
from proposals.language.values import about
from proposals.reports.records.comparisons import FINDING, FINDING_LINE, SIDE
from proposals.reports.records.declare import (
    COUNT,
    FLAG,
    TEXT,
    Member,
    Of,
    Record,
    Shape,
    T,
    each_of,
    member,
    record,
    some,
    within,
    word,
)
from proposals.reports.records.documents import TERM_LINE
from proposals.reports.records.parts import FILE, SUMMARY, TERM
from proposals.terms.base import Term
from proposals.vocabulary import Modality

Value: TypeAlias = "str | int | bool | list[str] | None"


@attrs.frozen
class Table:
    """Columns, and rows with one value for each of them; ``None`` where there is none."""

    columns: tuple[Member[Any], ...]
    rows: tuple[tuple[Value, ...], ...]


def findings(comparisons: Iterable[Comparison], lookup: Lookup) -> Table:
    """One row for each finding, in the order of the comparisons."""
    return _table(FINDINGS, (one for told in comparisons for one in each_of(told.findings, told)), lookup)


def terms(documents: Iterable[Proposal], lookup: Lookup) -> Table:
    """One row for each term, in reading order."""
    return _table(TERMS, (one for document in documents for one in each_of(document.entries, document)), lookup)


def _table(row: Record[T], values: Iterable[T], lookup: Lookup) -> Table:
    return Table(row.members, tuple(tuple(row.json(value, lookup).values()) for value in values))


def finding_records(comparisons: Iterable[Comparison], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Each finding with the ids of the two documents, with all that it rests on."""
    return (FINDING_LINE.json(one, lookup) for told in comparisons for one in each_of(told.findings, told))


def term_records(documents: Iterable[Proposal], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Each term with the id of its document, with all that it rests on."""
    return (TERM_LINE.json(one, lookup) for document in documents for one in each_of(document.entries, document))


def _said(terms: Iterable[Term], lookup: Lookup) -> list[str]:
    return [
        f"{key}: {'; '.join(''.join(run.text for run in line) for line in told)}"
        for term in terms
        for key, told in statements(term, lookup)
    ]


def _sources(one: _Citing) -> list[str]:
    return list(dict.fromkeys(citation.source for citation in one.held.citations))


def _grades(one: _Citing, lookup: Lookup) -> list[str]:
    held = (lookup.source(source, one.whole) for source in _sources(one))
    return [source.grade if source else "" for source in held]


def _line(one: Of[Term, Proposal]) -> int:
    return one.held.at.line if one.held.at else 0


# fmt: off
# One line for each column.

_Citing: TypeAlias = Of[Position | Term, Proposal]

_VALUES: Final[Shape[Iterable[Term]]] = TEXT.listed.asked(_said)
_GRADES: Final[Shape[_Citing]] = TEXT.listed.asked(_grades)
_SUBJECT: Final[Shape[Finding]] = TEXT.asked(lambda one, lookup: about(one.line.shape, one.subject, lookup))
_SUBJECT_OF_TERM: Final[Shape[Term]] = TEXT.asked(lambda one, lookup: about(type(one), one.subject, lookup))

_CITED: Final[tuple[Member[_Citing], ...]] = (
    member("sources", TEXT.listed, "The ids of the sources, each once.", _sources),
    member("grades", _GRADES, "Their Admiralty grades, in the same order; empty where there is none.", lambda one: one),
)
_SIDE: Final[Record[Of[Position, Proposal]]] = record("side_of_row", "What one document does with a subject.",
    member("document", TEXT, "The id of the document.", lambda one: one.whole.id),
    some(SIDE, "state"),
    member("points", TEXT.listed, "The points of its terms, each once.", lambda one: one.held.points),
    member("values", _VALUES, "The values of its terms, in words.", lambda one: one.held.terms),
    _CITED,
)
FINDINGS: Final[Record[Of[Finding, Comparison]]] = record("finding_row", "A finding as a row.",
    some(FINDING, "fingerprint", "topic", "kind"),
    member("subject", _SUBJECT, "What the terms are about, in words.", lambda one: one.held),
    member("subject_ids", TEXT.listed, "The ids in it.", lambda one: chain.from_iterable(one.held.subject)),
    some(FINDING, "relation", "rule", "direction"),
    member("bearers", TEXT.listed, "The ids of those on whom it weighs.", lambda one: one.held.bearers),
    member("fields_differing", TEXT.listed, "The fields.", lambda one: [each.field for each in one.held.differences]),
    some(FINDING, "open", "disputed"),
    within(_SIDE, lambda one: Of(one.held.left, one.whole.left), "left_"),
    within(_SIDE, lambda one: Of(one.held.right, one.whole.right), "right_"),
)
TERMS: Final[Record[Of[Term, Proposal]]] = record("term_row", "A term as a row.",
    member("document", TEXT, "The id of its document.", lambda one: one.whole.id),
    within(some(SUMMARY, "date", "status", "coverage"), lambda one: one.whole),
    some(TERM, "topic", "kind"),
    member("subject", _SUBJECT_OF_TERM, "What it is about, in words.", lambda one: one.held),
    member("subject_ids", TEXT.listed, "The ids in it.", lambda one: chain.from_iterable(one.held.subject)),
    some(TERM, "stance"),
    member("modality", word(Modality), "How it binds.", lambda one: one.held.modality),
    some(TERM, "points"),
    member("holders", TEXT.listed, "The ids of those whose alternative it is.", lambda one: one.held.holders),
    some(TERM, "option"),
    member("bearers", TEXT.listed, "The ids of those who are bound by it.", lambda one: one.held.bearers),
    member("values", _VALUES, "Its values, in words.", lambda one: [one.held]),
    _CITED,
    member("disputed", FLAG, "Whether sources dispute a value.", lambda one: bool(one.held.disputes)),
    member("file", FILE.or_null, "The path of its file; none if that is not known.", lambda one: one.held.at),
    member("line", COUNT, "Its line, counted from 1; 0 if that is not known.", _line),
)
