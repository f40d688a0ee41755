"""The tables that a page is in a workbook: its own, those that are cut by topic in one, and one of all other blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from proposals.language.phrases import phrase
from proposals.language.tables import Language
from proposals.reports.formats.excel_text import COLUMNS, RELATION, Row, text_rows, text_table
from proposals.reports.page import (
    Cell,
    Column,
    Heading,
    Note,
    Page,
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


_ALIKE: Final[Mapping[str, str]] = MappingProxyType({})
_OF_TERMS: Final[Mapping[str, str]] = MappingProxyType({"part": "topic", "item": "term", "entry": "field"})
"""What the columns are called whose parts are topics and whose items are terms."""

_OWN: Final = frozenset({*_SOURCES, *COLUMNS})
"""The columns that are made here; the head of each is the name of a phrase."""


class Sheet(NamedTuple):
    """A sheet with one table."""

    title: str
    table: Table


def sheets(page: Page, language: Language, *, by_topic: bool) -> Iterator[Sheet]:
    """The sheets of the page's tables, then its terms, the sources, and all else that stands outside of tables.

    A table that is cut by topic is one sheet with a column for the topic; with ``by_topic`` its parts follow as sheets
    of their own. A page without tables begins with its text.
    """
    tables, rows = [*_tables(page, language, by_topic=by_topic)], text_rows(page)
    yield from tables or [Sheet(page.title or language.phrase("pages.frame.sheet"), _text(rows, language))]
    terms = [row for row in rows if RELATION in row]
    if tables and terms:
        yield Sheet(language.phrase("pages.frame.terms"), _text(terms, language, _OF_TERMS))
    if page.notes:
        sources = Table(_SOURCES, tuple(_source(at, note) for at, note in enumerate(page.notes, start=1)))
        yield Sheet(language.phrase("pages.sources"), _spoken(sources, language))
    if tables:
        yield Sheet(language.phrase("pages.frame.about"), _text([row for row in rows if RELATION not in row], language))


def _text(rows: Sequence[Row], language: Language, heads: Mapping[str, str] = _ALIKE) -> Table:
    return _spoken(text_table(rows), language, heads)


def _spoken(table: Table, language: Language, heads: Mapping[str, str] = _ALIKE) -> Table:
    """The table with the heads of the columns that are made here in the words of the language.

    ``heads`` are the names of phrases for heads that are called otherwise here.
    """
    return table._replace(
        columns=tuple(
            one._replace(head=language.phrase(f"pages.frame.{heads.get(one.head, one.head)}")) if one in _OWN else one
            for one in table.columns
        )
    )


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
