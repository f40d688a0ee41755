"""What a page is made of, whatever it is laid out as: phrases of runs, in a few sorts of block.

They are plain tuples with names: a page has thousands of them, and nothing about them is to be checked.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from proposals.language.phrases import Entry, Phrase, Row


class Level(Enum):
    """What a heading heads: the page, a part of it, or an item of a part."""

    PAGE = 1
    PART = 2
    ITEM = 3


class Heading(NamedTuple):
    """A heading. ``aside`` goes with it and is no part of it."""

    level: Level
    text: Phrase
    aside: Phrase = ()


class Paragraph(NamedTuple):
    """Running text."""

    text: Phrase


class Items(NamedTuple):
    """A list of paragraphs, in order."""

    items: tuple[Phrase, ...]


class Entries(NamedTuple):
    """Labels in one column, their lines in another."""

    entries: tuple[Entry, ...]


class Sides(NamedTuple):
    """Two documents field by field, under their names."""

    left: str
    right: str
    rows: tuple[Row, ...]


class TableRow(NamedTuple):
    """One row of a table: ``lead`` is what it is about, ``cells`` are their lines."""

    lead: tuple[Phrase, ...]
    cells: tuple[tuple[Phrase, ...], ...]


class Table(NamedTuple):
    """Any number of columns; each row has a cell for each of ``heads``.

    ``leading`` are the heads of what each row leads with. A layout may give that a line of its own above the cells.
    """

    leading: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Excerpt(NamedTuple):
    """A line of a file as it stands there, a caret under the character at ``column`` (from 1), and what to do instead.

    ``line`` is empty where it is not known, ``hint`` where there is nothing to say.
    """

    line: str
    column: int
    hint: str = ""


Body: TypeAlias = Paragraph | Items | Entries | Sides | Table | Excerpt
"""Whatever may stand under a heading."""

Block: TypeAlias = Heading | Body
"""Whatever may stand on a page."""

Page: TypeAlias = tuple[Block, ...]
"""A report before it is laid out."""
