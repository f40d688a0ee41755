"""The tables that a page is in a workbook: its own, those that are cut by topic in one, and one of all other blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from proposals.language.phrases import phrase
from proposals.language.tables import Language
from proposals.reports.page import (
    Cell,
    Column,
    Entries,
    Excerpt,
    Heading,
    Items,
    Level,
    Note,
    Page,
    Paragraph,
    Sides,
    Table,
    plain,
)

NUMBER: Final = Column("number", 6, numbers=True)
_REMARK: Final = Column("remark", 14)
_SOURCES: Final = (
    NUMBER,
    Column("publisher", 20, leads=True),
    Column("title", 36),
    Column("published", 18),
    Column("grade", 8),
    Column("address", 44),
)


class Sheet(NamedTuple):
    """A sheet with one table."""

    title: str
    table: Table


def sheets(page: Page, language: Language, *, by_topic: bool) -> Iterator[Sheet]:
    """The sheets of the page's tables, then the sources, then all that stands outside of tables.

    A table that is cut by topic is one sheet with a column for the topic; with ``by_topic`` its parts follow as sheets
    of their own. A page without tables begins with its text.
    """
    tables = [*_tables(page, language, by_topic=by_topic)]
    text = _spoken(_text(page), language)
    yield from tables or [Sheet(page.title or language.phrase("pages.frame.sheet"), text)]
    if page.notes:
        sources = Table(_SOURCES, tuple(_source(at, note) for at, note in enumerate(page.notes, start=1)))
        yield Sheet(language.phrase("pages.sources"), _spoken(sources, language))
    if tables:
        yield Sheet(language.phrase("pages.frame.about"), text)


def _spoken(table: Table, language: Language) -> Table:
    """The table with the heads of the columns that are made here in the words of the language."""
    own = (one._replace(head=language.phrase(f"pages.frame.{one.head}")) for one in table.columns if one in _OWN)
    heads = iter(own)
    return table._replace(columns=tuple(next(heads) if one in _OWN else one for one in table.columns))


def number_column(language: Language) -> Column:
    """The column of numbers."""
    return NUMBER._replace(head=language.phrase(f"pages.frame.{NUMBER.head}"))


def _cell(text: str) -> Cell:
    return Cell((phrase(text),))


def _source(number: int, note: Note) -> tuple[Cell, ...]:
    return tuple(map(_cell, (str(number), note.publisher, note.title, note.date, note.grade, note.address)))


def _tables(page: Page, language: Language, *, by_topic: bool) -> Iterator[Sheet]:
    found: dict[str, list[Sheet]] = {}
    title = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            title = plain(block.text)
        elif isinstance(block, Table):
            found.setdefault(block.whole or title, []).append(Sheet(title, block))
    for name, held in found.items():
        parts = _remarks_apart(held, language)
        if not parts[0].table.whole:
            yield from (Sheet(name, part.table) for part in parts)
            continue
        yield Sheet(name, _joined(parts))
        if by_topic:
            yield from (Sheet(part.title.capitalize(), part.table) for part in parts)


def _joined(parts: Sequence[Sheet]) -> Table:
    """One table of all parts, with what cuts it as a column to filter by; a number stays before it."""
    columns = parts[0].table.columns
    cut_by = Column(parts[0].table.cut_by, 12, leads=True)
    at = int(columns[0].numbers)
    rows = ((*row[:at], _cell(part.title), *row[at:]) for part in parts for row in part.table.rows)
    return Table((*columns[:at], cut_by, *columns[at:]), tuple(rows))


def _remarks_apart(parts: Sequence[Sheet], language: Language) -> Sequence[Sheet]:
    """The parts with what is remarked of a word in a column of its own, so that one can filter by the word."""
    columns = parts[0].table.columns
    chosen = [index for index, column in enumerate(columns) if column.words]
    if not any(row[at].aside for at in chosen for part in parts for row in part.table.rows):
        return parts
    (at,) = chosen
    remark = _REMARK._replace(head=language.phrase(f"pages.frame.{_REMARK.head}"))
    apart = (*columns[: at + 1], remark, *columns[at + 1 :])
    return [
        Sheet(
            part.title,
            part.table._replace(
                columns=apart,
                rows=tuple(
                    (*row[:at], row[at]._replace(aside=""), _cell(row[at].aside), *row[at + 1 :])
                    for row in part.table.rows
                ),
            ),
        )
        for part in parts
    ]


_PART: Final = Column("part", 16, leads=True)
_ITEM: Final = Column("item", 30, leads=True)
_ENTRY: Final = Column("entry", 18)
_TEXT: Final = Column("text", 60)
_DIFFERENCE: Final = Column("difference", 30)
_OWN: Final = frozenset({*_SOURCES, _PART, _ITEM, _ENTRY, _TEXT, _DIFFERENCE})
"""The columns that are made here; the head of each is the name of a phrase."""


def _sides(block: Sides) -> tuple[Column, Column]:
    """The columns of two documents, which may have the same name."""
    return Column(block.left, 30, "left"), Column(block.right, 30, "right")


def _text(page: Page) -> Table:
    """All that stands outside of tables, in order, a row for each paragraph, item, entry and field; no empty column."""
    sides = dict.fromkeys(column for block in page.blocks if isinstance(block, Sides) for column in _sides(block))
    rows = list(_Outline().rows(page))
    columns = (_PART, _ITEM, _ENTRY, _TEXT, *sides, _DIFFERENCE)
    used = tuple(column for column in columns if any(row.get(column, _NOTHING) != _NOTHING for row in rows))
    return Table(used, tuple(tuple(row.get(column, _NOTHING) for column in used) for row in rows))


_NOTHING: Final = Cell()


@attrs.define
class _Outline:
    """Goes through a page, and knows the headings that it is under."""

    _part: Cell = _NOTHING
    _item: Cell = _NOTHING

    def rows(self, page: Page) -> Iterator[dict[Column, Cell]]:
        """The cells of each row by their columns."""
        for block in page.blocks:
            if isinstance(block, Heading):
                yield from self._heading(block)
            elif not isinstance(block, Table):
                for held in _held(block):
                    yield {_PART: self._part, _ITEM: self._item} | held

    def _heading(self, heading: Heading) -> Iterator[dict[Column, Cell]]:
        """A row for what no row below it repeats: the title of the page, and what goes with a heading."""
        text = Cell((heading.text,))
        if heading.level is Level.PAGE:
            yield {_TEXT: text}
            return
        self._part, self._item = (text, _NOTHING) if heading.level is Level.PART else (self._part, text)
        if heading.aside:
            yield {_PART: self._part, _ITEM: self._item, _TEXT: Cell((heading.aside,))}


def _held(block: Paragraph | Items | Entries | Sides | Excerpt) -> Iterator[dict[Column, Cell]]:
    if isinstance(block, Paragraph):
        yield {_TEXT: Cell((block.text,))}
    elif isinstance(block, Items):
        yield from ({_TEXT: Cell((item,), notes=notes)} for item, notes in block.noted())
    elif isinstance(block, Entries):
        yield from (
            {_ENTRY: Cell((label,)), _TEXT: Cell(lines, notes=notes)} for (label, lines), notes in block.noted()
        )
    elif isinstance(block, Sides):
        left, right = _sides(block)
        for label, one, other, difference in block.table.rows:
            yield {_ENTRY: label, left: one, right: other, _DIFFERENCE: difference}
    else:
        yield {_TEXT: Cell(tuple(phrase(line) for line in (block.line, block.hint) if line))}
