"""What a page is made of, whatever it is written as: blocks of phrases and tables, with notes and what they are about.

Blocks are plain tuples with names: a page has thousands of them, and nothing about them is to be checked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

import attrs

from proposals.documents.proposal import Proposal
from proposals.files.writing import edition
from proposals.language.phrases import Entry, Phrase, Row, phrase
from proposals.values import Value

EARLIEST: Final = dt.date(1980, 1, 1)
"""No Office file can be older: the date of the oldest entry that a ZIP archive holds."""

Numbers: TypeAlias = tuple[int, ...]
"""The numbers of notes, from 1."""


class Level(Enum):
    """What a heading heads: the page, a part of it, or an item of a part."""

    PAGE = 1
    PART = 2
    ITEM = 3


class Heading(NamedTuple):
    """A heading. ``aside`` goes with it and is no part of it; ``ruled`` asks a format in lines for a rule below it."""

    level: Level
    text: Phrase
    aside: Phrase = ()
    ruled: bool = True


class Paragraph(NamedTuple):
    """Running text."""

    text: Phrase


class Items(NamedTuple):
    """A list of paragraphs, in order; ``notes`` are empty, or have the numbers of each item's notes."""

    items: tuple[Phrase, ...]
    notes: tuple[Numbers, ...] = ()

    def noted(self) -> Iterator[tuple[Phrase, Numbers]]:
        """Each item with the numbers of its notes."""
        return zip(self.items, self.notes or ((),) * len(self.items), strict=True)


class Entries(NamedTuple):
    """Labels in one column, their lines in another; ``notes`` are empty, or have the numbers of each entry's notes."""

    entries: tuple[Entry, ...]
    notes: tuple[Numbers, ...] = ()

    def noted(self) -> Iterator[tuple[Entry, Numbers]]:
        """Each entry with the numbers of its notes."""
        return zip(self.entries, self.notes or ((),) * len(self.entries), strict=True)


class Column(NamedTuple):
    """A column with its heading and its share of the width, in no unit.

    ``brief`` is the heading where there is little room, empty where it is the same. A column that leads says what the
    row is about: a format may give it a line of its own above the other cells. ``numbers`` are to be sorted by, and of
    ``words`` one stands in each cell.
    """

    head: str
    width: int = 20
    brief: str = ""
    leads: bool = False
    numbers: bool = False
    words: tuple[str, ...] = ()


class Cell(NamedTuple):
    """What stands in one cell: its lines, what goes with them (a place in the document, a remark), and its notes.

    ``spare``: the row is understood without it, so that a row that is run in leaves it out.
    """

    lines: tuple[Phrase, ...] = ()
    aside: str = ""
    notes: Numbers = ()
    spare: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines without their roles."""
        return tuple(plain(line) for line in self.lines)


class Layout(Enum):
    """How a table is set in lines of text: in columns where these fit, or each row's cells one below the other.

    *Run in*, the cells of a row follow each other in one paragraph, without what is absent and what may be spared.
    """

    COLUMNS = 1
    STACKED = 2
    RUN_IN = 3


class Table(NamedTuple):
    """Rows with a cell for each column; tables of the same ``whole`` are one table that is cut by something.

    ``cut_by`` heads the column that says by what, in a format that shows the whole.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    whole: str = ""
    cut_by: str = "Topic"
    layout: Layout = Layout.COLUMNS


class Sides(NamedTuple):
    """Two documents field by field, under their names; ``difference`` heads the column that says how they differ."""

    left: str
    right: str
    rows: tuple[Row, ...]
    difference: str = "difference"

    @property
    def table(self) -> Table:
        """The same as a table of four columns, for a format that has no better way to show it."""
        columns = (Column("", 16), Column(self.left, 30), Column(self.right, 30), Column(self.difference, 24))
        return Table(columns, tuple(_beside(row) for row in self.rows))


def _beside(row: Row) -> tuple[Cell, ...]:
    label = phrase(row.mark, " ", row.label) if row.mark.text.strip() else phrase(row.label)
    return Cell((label,)), Cell(row.left), Cell(row.right), Cell((row.note,) if row.note else ())


class Excerpt(NamedTuple):
    """A line of a file as it stands there, a caret under the character at ``column`` (from 1), and what to do instead.

    ``line`` is empty where it is not known, ``hint`` where there is nothing to say; ``column`` is 0 for a text to
    copy, which may have several lines.
    """

    line: str
    column: int
    hint: str = ""


Body: TypeAlias = Paragraph | Items | Entries | Sides | Table | Excerpt
"""Whatever may stand under a heading."""

Block: TypeAlias = Heading | Body
"""Whatever may stand on a page."""


class Note(NamedTuple):
    """A note: a source on which the page rests. What is not known of it is empty.

    ``named`` says that the page itself names the source where the note is called for, so that the note only says more
    of it: text and Markdown leave such notes out. ``graded`` is its grade in words.
    """

    publisher: str
    title: str = ""
    date: str = ""
    grade: str = ""
    address: str = ""
    named: bool = False
    graded: str = ""

    @property
    def text(self) -> str:
        """All that is known of it, in a line."""
        facts = (self.publisher, self.title, self.date, self.graded, self.address)
        return ", ".join(fact for fact in facts if fact)


class Origin(NamedTuple):
    """From which state of the data a page was made; never when it was written."""

    edition: str
    day: dt.date


@attrs.frozen(eq=False, repr=False)
class Page(Value):
    """A report before it is written in a format.

    ``notes`` are numbered from 1. ``documents`` are those that the page is about, none where it is about no document.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    documents: tuple[Proposal, ...] = ()

    @property
    def title(self) -> str:
        """The heading of the whole page; empty where it has none."""
        titles = (block.text for block in self.blocks if isinstance(block, Heading) and block.level is Level.PAGE)
        return plain(next(titles, ()))

    @property
    def unnamed(self) -> frozenset[int]:
        """The numbers of the notes on sources that the page does not name where it cites them."""
        return frozenset(number for number, note in enumerate(self.notes, start=1) if not note.named)

    def origin(self) -> Origin | None:
        """The edition of the documents, and the earliest day of the latest of them, not before 1980."""
        if not self.documents:
            return None
        latest = max(document.date for document in self.documents)
        return Origin(edition(self.documents), max(EARLIEST, latest.earliest))


def plain(text: Phrase) -> str:
    """A phrase without its roles."""
    return "".join([run.text for run in text])
