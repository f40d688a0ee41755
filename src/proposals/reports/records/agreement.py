"""The record of two codings of one text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.documents.proposal import Proposal
from proposals.measures.agreement import Agreement, CodedBoth, FieldAgreement, KindAgreement
from proposals.reports.records.declare import COUNT, NUMBER, TEXT, UNIT, Of, Record, each_of, member, record
from proposals.reports.records.parts import SUMMARY, TERM, TERMS
from proposals.reports.records.reports import report
from proposals.terms.base import Term


def _first(one: Of[CodedBoth, Agreement]) -> Of[Term, Proposal]:
    return Of(one.held.first, one.whole.first)


def _second(one: Of[CodedBoth, Agreement]) -> Of[Term, Proposal]:
    return Of(one.held.second, one.whole.second)


def _unlike(told: Agreement) -> Iterable[Of[CodedBoth, Agreement]]:
    return each_of((one for one in told.both if one.unlike), told)


# fmt: off
# One line for each member.

_KIND: Final[Record[KindAgreement]] = record("agreement_on_kind", "How far two coders agree on a kind of term.",
    member("kind", TEXT, "The kind.", lambda one: one.kind),
    member("first", COUNT, "How many terms of it the first coder has.", lambda one: one.first),
    member("second", COUNT, "How many the second has.", lambda one: one.second),
    member("both", COUNT, "How many of these both have.", lambda one: one.both),
    member("f1", UNIT, "The positive agreement.", lambda one: float(one.f1)),
)
_FIELD: Final[Record[FieldAgreement]] = record("agreement_on_field", "How far they agree on a field of a kind.",
    member("kind", TEXT, "The kind.", lambda one: one.kind),
    member("field", TEXT, "The field as files write it, 'subject' for what a term is about.", lambda one: one.field),
    member("count", COUNT, "How many of the terms of both state it by either coder.", lambda one: one.count),
    member("alike", COUNT, "How many of these are alike.", lambda one: one.alike),
    member("closeness", UNIT, "The mean closeness on the scale of the field.", lambda one: one.closeness),
)
_UNLIKE: Final[Record[Of[CodedBoth, Agreement]]] = record("coded_otherwise", "A term that they did not code alike.",
    member("first", TERM, "As the first coder has it.", _first),
    member("second", TERM, "As the second has it.", _second),
    member("apart", UNIT.by_name, "How far each thing that either states is apart.", lambda one: dict(one.held.apart)),
)
AGREEMENT: Final[Record[Agreement]] = report("agreement", "How far two coders of one text agree.",
    member("first", SUMMARY, "The coding of one.", lambda told: told.first),
    member("second", SUMMARY, "That of the other.", lambda told: told.second),
    member("terms", COUNT, "How many terms both have.", lambda told: len(told.both)),
    member("f1", UNIT.or_null, "The positive agreement on terms; null without any.",
           lambda told: None if told.overall is None else float(told.overall)),
    member("points", COUNT, "How many points either names.", lambda told: told.points),
    member("alpha", NUMBER.or_null, "Krippendorff's alpha over the kinds of each point, or null.",
           lambda told: None if told.alpha is None else float(told.alpha)),
    member("kinds", _KIND.listed, "By kind.", lambda told: told.kinds),
    member("fields", _FIELD.listed, "By kind and field.", lambda told: told.fields),
    member("only_first", TERMS, "What only the first has.", lambda told: each_of(told.only_first, told.first)),
    member("only_second", TERMS, "What only the second has.", lambda told: each_of(told.only_second, told.second)),
    member("unlike", _UNLIKE.listed, "What both have and did not code alike.", _unlike),
)
