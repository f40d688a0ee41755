"""In how many agreements of a database each question is addressed, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.corpus.precedents import Precedent, Precedents
from proposals.language.names import Lookup
from proposals.language.phrases import Role, Run, phrase
from proposals.language.questions import name_of
from proposals.language.values import counted
from proposals.reports.page import Block, Cell, Column, Heading, Level, Page, Paragraph, Table

_COLUMNS: Final = (Column("Question", 30), Column("addressed in", 18), Column("columns", 20), Column("note", 40))


def page(told: Precedents, lookup: Lookup) -> Page:
    """A table of the questions."""
    return Page(tuple(_blocks(told, lookup)))


def _blocks(told: Precedents, lookup: Lookup) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(f"Precedents in {counted(told.total, 'agreement')}"))
    yield Paragraph(phrase(Run("Source: ", Role.STRONG), f"{told.coding.title}, {told.coding.address}"))
    yield Paragraph(phrase(_MEANING))
    rows = tuple(_cells(one, lookup) for one in told.questions)
    yield Table(_COLUMNS, rows) if rows else Paragraph(phrase("The database codes none of these questions."))
    if told.missing:
        yield Paragraph(phrase(f"This file does not have the columns {', '.join(told.missing)}: they are left out."))


_MEANING: Final = (
    "Counted are agreements of which the database says that they address the matter, not what they say of it. A 0 "
    "means that its coders found it not addressed: that is neither silence nor a refusal, and counts as neither."
)


def _cells(one: Precedent, lookup: Lookup) -> tuple[Cell, ...]:
    name = phrase(Run(name_of(one.coded.question, lookup.library), Role.STRONG))
    count = phrase(f"{one.addressed:,} of {one.total:,}")
    return Cell((name,)), Cell((count,)), Cell((phrase(", ".join(one.coded.columns)),)), Cell((phrase(one.coded.note),))
