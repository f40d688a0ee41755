"""In how many documents each question is addressed, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from proposals.corpus.index import Addressed
from proposals.language.names import Lookup
from proposals.language.phrases import Role, Run, phrase
from proposals.language.questions import name_of
from proposals.language.values import counted
from proposals.reports.page import Block, Cell, Column, Heading, Level, Page, Paragraph, Table

_MEANING: Final = (
    "A document that rejects or deletes something addresses the question as well. Silent are those whose whole text is "
    "known on the topic and does not address it; of those known in part it is not known."
)
_COLUMNS: Final = (
    Column("Question", 40),
    Column("addressed by", 14, numbers=True),
    Column("silent", 10, numbers=True),
    Column("not reported", 14, numbers=True),
)


def page(told: Sequence[Addressed], lookup: Lookup) -> Page:
    """A table for each topic."""
    return Page(tuple(_blocks(told, lookup)))


def _blocks(told: Sequence[Addressed], lookup: Lookup) -> Iterator[Block]:
    total = told[0].total if told else 0
    yield Heading(Level.PAGE, phrase(f"Questions addressed in {counted(total, 'document')}"))
    yield Paragraph(phrase(_MEANING))
    for topic in dict.fromkeys(one.topic for one in told):
        yield Heading(Level.PART, phrase(lookup.language.word(topic)))
        rows = (_cells(one, lookup) for one in told if one.topic is topic)
        yield Table(_COLUMNS, tuple(rows), "Questions")


def _cells(one: Addressed, lookup: Lookup) -> tuple[Cell, ...]:
    numbers = (f"{one.answered} of {one.total}", str(one.silent), str(one.unreported))
    name = phrase(Run(name_of(one.question, lookup.library), Role.STRONG))
    return Cell((name,)), *(Cell((phrase(number),)) for number in numbers)
