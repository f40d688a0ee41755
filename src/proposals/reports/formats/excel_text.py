"""What a page says outside of tables, as rows of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from proposals.language.phrases import phrase
from proposals.reports.page import (
    Block,
    Cell,
    Column,
    Entries,
    Excerpt,
    Heading,
    Items,
    Level,
    Page,
    Paragraph,
    Sides,
    Table,
)

Row: TypeAlias = Mapping[Column, Cell]
"""The cells of a row by their columns."""

PART: Final = Column("part", 14, leads=True)
RELATION: Final = Column("relation", 12, leads=True)
ITEM: Final = Column("item", 30, leads=True)
ENTRY: Final = Column("entry", 18)
TEXT: Final = Column("text", 60)
DIFFERENCE: Final = Column("difference", 30)
COLUMNS: Final = (PART, RELATION, ITEM, ENTRY, TEXT, DIFFERENCE)
"""The columns that are made here; the head of each is the name of a phrase."""

_NOTHING: Final = Cell()
_THEN: Final = " · "
"""What stands between a relation and the title of what it is the relation of."""


def text_table(rows: Sequence[Row]) -> Table:
    """Rows as a table, the two documents before the difference; without the columns in which nothing stands."""
    sides = dict.fromkeys(column for row in rows for column in row if column not in COLUMNS)
    columns = (*COLUMNS[:-1], *sides, DIFFERENCE)
    used = tuple(column for column in columns if any(row.get(column, _NOTHING) != _NOTHING for row in rows))
    return Table(used, tuple(tuple(row.get(column, _NOTHING) for column in used) for row in rows))


def text_rows(page: Page) -> tuple[Row, ...]:
    """All that stands outside of tables, in order: a row for each paragraph, item, entry and field.

    What one of two documents says stands in the column of that document, beside what is said before it.
    """
    sides = tuple(
        dict.fromkeys(column for block in page.blocks if isinstance(block, Sides) for column in _sides(block))
    )
    rows: list[dict[Column, Cell]] = []
    for row in _Outline(sides).rows(page.blocks):
        if rows and _follows(row, rows[-1], sides):
            rows[-1] |= row
        else:
            rows.append(row)
    return tuple(rows)


def _sides(block: Sides) -> tuple[Column, Column]:
    """The columns of two documents, which may have the same name."""
    return Column(block.left, 30, "left"), Column(block.right, 30, "right")


def _follows(row: Row, before: Row, sides: Sequence[Column]) -> bool:
    """Whether a row only has what one document says, and goes on where the row before it ends."""
    leading = (PART, RELATION, ITEM)
    own = [column for column in row if column not in leading]
    order = [*COLUMNS[:-1], *sides, DIFFERENCE]
    last = max(order.index(column) for column in before)
    alike = all(row.get(column) == before.get(column) for column in leading)
    return alike and all(column in sides and order.index(column) > last for column in own)


@attrs.define
class _Outline:
    """Goes through a page, and knows the headings that it is under; ``sides`` are the columns of two documents."""

    _sides: Sequence[Column]
    _under: dict[Column, Cell] = attrs.field(factory=dict)

    def rows(self, blocks: Sequence[Block]) -> Iterator[dict[Column, Cell]]:
        """The cells of each row by their columns."""
        for at, block in enumerate(blocks, start=1):
            if isinstance(block, Heading):
                yield from self._heading(block, heads_table=any(isinstance(one, Table) for one in blocks[at : at + 1]))
            elif isinstance(block, Table):
                self._under = {}
            else:
                yield from ({**self._under, **held} for held in self._held(block))

    def _heading(self, heading: Heading, *, heads_table: bool) -> Iterator[dict[Column, Cell]]:
        """A row for what no row below it repeats: the title of the page, and what goes with a heading."""
        if heading.level is Level.PAGE:
            yield {TEXT: Cell((heading.text,))}
            return
        if heading.level is Level.PART:
            self._under = {PART: Cell((heading.text,))}
        else:
            self._under = {column: cell for column, cell in self._under.items() if column is PART}
            self._under |= self._item(heading)
        if heading.aside and not heads_table:
            yield {**self._under, TEXT: Cell((heading.aside,))}

    def _item(self, heading: Heading) -> dict[Column, Cell]:
        """The title of an item, and before it the relation of two documents that are compared field by field."""
        runs = heading.text
        if not self._sides or not any(run.text == _THEN for run in runs):
            return {ITEM: Cell((runs,))}
        at = next(index for index, run in enumerate(runs) if run.text == _THEN)
        return {RELATION: Cell((runs[:at],)), ITEM: Cell((runs[at + 1 :],))}

    def _held(self, block: Paragraph | Items | Entries | Sides | Excerpt) -> Iterator[dict[Column, Cell]]:
        if isinstance(block, Paragraph):
            yield {TEXT: Cell((block.text,))}
        elif isinstance(block, Items):
            yield from ({TEXT: Cell((item,), notes=notes)} for item, notes in block.noted())
        elif isinstance(block, Entries):
            for (label, lines), notes in block.noted():
                told = Cell(lines, notes=notes)
                name = "".join(run.text for run in label)
                side = next((one for one in self._sides if one.head == name and ITEM in self._under), None)
                yield {side: told} if side else {ENTRY: Cell((label,)), TEXT: told}
        elif isinstance(block, Sides):
            left, right = _sides(block)
            for field, one, other, difference in block.table.rows:
                yield {ENTRY: field, left: one, right: other, DIFFERENCE: difference}
        else:
            yield {TEXT: Cell(tuple(phrase(line) for line in (block.line, block.hint) if line))}
