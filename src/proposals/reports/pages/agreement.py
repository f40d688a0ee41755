"""Two codings of one text as a page: how far the coders agree, always with counts, and what they have to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from proposals.fields.declare import Field, compared_fields
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.phrases import Role, Run, phrase
from proposals.language.sentences import sentence
from proposals.language.values import counted, value
from proposals.measures.agreement import STANCE, SUBJECT, Agreement, CodedBoth, FieldAgreement
from proposals.reports.page import Block, Cell, Column, Heading, Items, Level, Page, Paragraph, Table
from proposals.reports.pages.brief import documents_in
from proposals.strings import pointed
from proposals.terms.base import Term

_MEANING: Final = (
    "The agreement on a kind is twice the terms that both coders have over all that either has: what neither coded "
    "counts for nothing. Alpha is how far the kinds that each found under a point agree beyond chance: 1 is always, 0 "
    "is as by chance. The closeness of a field is 1 where both coded it alike, and less the farther apart the two "
    "values are on its own scale; a field that only one of them states counts 0."
)
_KINDS: Final = (
    Column("kind", 30),
    Column("A", 6, numbers=True),
    Column("B", 6, numbers=True),
    Column("both", 6, numbers=True),
    Column("agreement", 10, numbers=True),
)
_FIELDS: Final = (
    Column("kind", 26),
    Column("field", 22),
    Column("terms", 6, numbers=True),
    Column("alike", 6, numbers=True),
    Column("closeness", 10, numbers=True),
)
_OF_ALL: Final = {SUBJECT: "what it is about", STANCE: "stance"}


def page(told: Agreement, lookup: Lookup) -> Page:
    """The figures over all, by kind and by field, then each term on which the coders differ."""
    return Page(tuple(_blocks(told, lookup)), documents=told.documents)


def _blocks(told: Agreement, lookup: Lookup) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(f"How far two coders agree: {told.first.title}; {told.second.title}"))
    yield documents_in(told.documents, lookup)
    yield Paragraph(phrase(*_overall(told)))
    yield Paragraph(phrase(_MEANING))
    if told.kinds:
        yield Heading(Level.PART, phrase("by kind of term"))
        yield Table(_KINDS, tuple(_kind_rows(told)))
    unlike = tuple(one for one in told.fields if one.alike < one.count)
    if told.fields:
        alike = len(told.fields) - len(unlike)
        yield Heading(
            Level.PART, phrase("by field"), phrase(f"of the terms that both have; {counted(alike, 'field')} all alike")
        )
    if unlike:
        yield Table(_FIELDS, tuple(_field_rows(unlike, told, lookup)))
    yield Heading(Level.PART, phrase("to settle"), phrase(counted(told.unsettled, "term")))
    yield Items(tuple(phrase(*parts) for parts in _unsettled(told, lookup)) or (phrase("Nothing."),))


def _overall(told: Agreement) -> Iterator[str | Run]:
    overall, alike = told.overall, sum(not one.unlike for one in told.both)
    if overall is None:
        yield "Neither coder has a term. "
    else:
        yield Run(f"Agreement on terms {_decimals(overall)}", Role.STRONG)
        yield f": {counted(len(told.both), 'term')} of both, {alike} of them alike in every field; "
        yield f"{len(told.only_first)} only of A, {len(told.only_second)} only of B. "
    if told.alpha is None:
        yield f"Alpha over {counted(told.points, 'point')} cannot be told: nothing varies."
    else:
        yield Run(f"Alpha {_decimals(told.alpha)}", Role.STRONG)
        yield f" over {counted(told.points, 'point')}."


def _kind_rows(told: Agreement) -> Iterator[tuple[Cell, ...]]:
    for one in told.kinds:
        yield _cells(_spaced(one.kind), one.first, one.second, one.both, _decimals(one.f1))


def _field_rows(fields: Iterable[FieldAgreement], told: Agreement, lookup: Lookup) -> Iterator[tuple[Cell, ...]]:
    shapes = {one.first.kind: type(one.first) for one in told.both}
    for one in fields:
        name = _OF_ALL.get(one.field) or field_label(one.field, shapes[one.kind], lookup)
        yield _cells(_spaced(one.kind), name, one.count, one.alike, _decimals(one.closeness))


def _cells(*texts: object) -> tuple[Cell, ...]:
    return tuple(Cell((phrase(str(text)),)) for text in texts)


def _unsettled(told: Agreement, lookup: Lookup) -> Iterator[Iterable[str | Run]]:
    for letter, terms in (("A", told.only_first), ("B", told.only_second)):
        for term in terms:
            yield Run(f"only {letter}{_at(term)}: ", Role.STRONG), sentence(term, lookup)
    for one in told.both:
        if one.unlike:
            yield Run(f"both{_at(one.first)}: ", Role.STRONG), sentence(one.first, lookup), *_unlike(one, lookup)


def _unlike(one: CodedBoth, lookup: Lookup) -> Iterator[str]:
    """What B has otherwise than A, whose sentence stands before it."""
    fields = {field.key: field for field in compared_fields(type(one.first))}
    for key in one.unlike:
        if key == SUBJECT:
            yield f" B has, of something else: {sentence(one.second, lookup)}"
        elif key == STANCE:
            yield f" stance: A {one.first.stance}, B {one.second.stance}."
        else:
            label = field_label(key, type(one.first), lookup)
            ours, theirs = (_held(fields[key], term, lookup) for term in (one.first, one.second))
            yield f" {label}: A {ours}, B {theirs}."


def _held(field: Field, term: Term, lookup: Lookup) -> str:
    held = getattr(term, field.name)
    return "nothing" if held is None else value(field, field.plain(held), lookup)


def _at(term: Term) -> str:
    return f", {pointed(term.points)}" if term.points else ""


def _spaced(kind: str) -> str:
    return kind.replace("-", " ")


def _decimals(number: float | Fraction) -> str:
    return f"{float(number):.2f}"
