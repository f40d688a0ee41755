"""A form as an Excel workbook: a real table with filters and frozen panes, wrapped text, sheets for notes and sources.

Needs openpyxl, the extra ``office``. No cell holds a formula, whatever a value begins with.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

import attrs

from proposals.documents.progress import Progress
from proposals.reports.formats.office import moment, need, settled, xml_text
from proposals.reports.pages.tables import Cell, Column, Form, Table, Tone

LONGEST: Final = 32_767
"""The most characters that a cell of Excel holds."""

_LONGEST_HEAD: Final = 255
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER: Final = "No."
_STATUS: Final = "Status"
"""Headings of columns: of numbers to sort by, and of words to choose from, which stand last."""
_SHEET: Final = re.compile(r"[^\w -]")
_COLOURS: Final = {
    Tone.ABSENT: "5A6372",
    Tone.UNCHANGED: "5A6372",
    Tone.AGAINST: "A3260F",
    Tone.DONE: "0B6B3A",
}
_SCALE: Final = 1.35
"""Characters of a column's width for each share of the form's."""
_FILL: Final = 0.92
"""How much of a column's width a line of words fills before it wraps."""
_LINE: Final = 15.0
_HIGHEST: Final = 409.0
"""Points that a row can be high."""
_MEASURED: Final = 8_000
"""More characters than fill the highest row."""


def render(form: Form, *, by_topic: bool = False) -> bytes:
    """The form as the bytes of a file; with ``by_topic`` a sheet for each topic besides the one that holds them all.

    Raises :class:`ProposalsError` without openpyxl.
    """
    need("openpyxl")
    from openpyxl import Workbook  # noqa: PLC0415 -- an extra

    book = Workbook()
    form = _with_notes_apart(form)
    writer = _Writer(book, form)
    whole = "Source table" if form.title.startswith("Source") else "Four columns"
    writer.sheet(whole, _joined(form.body))
    for table in form.body if by_topic else ():
        writer.sheet(table.title.capitalize(), table)
    for table in form.further:
        writer.sheet(table.title, table)
    notes = tuple((Cell((str(number),)), Cell((text,))) for number, text in enumerate(form.notes, start=1))
    writer.sheet("Notes", Table("Notes", (Column(_NUMBER, 6), Column("Where it was read", 110)), notes))
    writer.sheet("Sources", form.sources)
    writer.about()
    writer.overlong()
    book.remove(book.worksheets[0])
    held = book.properties
    held.title, held.creator, held.lastModifiedBy = xml_text(form.title)[:_LONGEST_HEAD], "proposals", "proposals"
    held.description = f"Made from the data of {form.day}, edition {form.edition}."
    held.keywords, held.version = f"edition {form.edition}", form.edition
    held.created = held.modified = moment(form.day)
    made = BytesIO()
    book.save(made)
    return settled(made.getvalue(), form.day)


def _joined(tables: Sequence[Table]) -> Table:
    """One table of all topics, with the topic as a column to filter by."""
    first, *others = tables[0].columns if tables else (Column(_NUMBER, 5), Column("Matter", 20))
    rows = tuple((row[0], Cell((table.title,)), *row[1:]) for table in tables for row in table.rows)
    return Table("", (first, Column("Topic", 12), *others), rows)


def _with_notes_apart(form: Form) -> Form:
    """The form with what is noted of a status in a column of its own, so that one can filter by the status."""
    tables = form.body
    columns = [column.title for table in tables for column in table.columns]
    if _STATUS not in columns or not any(row[-1].where for table in tables for row in table.rows):
        return form
    apart = [
        Table(
            table.title,
            (*table.columns, Column("Note", 14)),
            tuple((*row[:-1], attrs.evolve(row[-1], where=""), Cell((row[-1].where,))) for row in table.rows),
        )
        for table in tables
    ]
    return attrs.evolve(form, body=tuple(apart))


@attrs.define
class _Writer:
    """Adds sheets to a workbook, and keeps the texts that no cell can hold."""

    book: Any
    form: Form
    long: list[str] = attrs.field(factory=list)

    def sheet(self, title: str, table: Table) -> None:
        """A sheet with one table that begins in its first cell."""
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 -- an extra
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- as above

        sheet = self.book.create_sheet(_SHEET.sub(" ", title)[:31])
        heads = list(_heads(table.columns))
        for at, (head, column) in enumerate(zip(heads, table.columns, strict=True), start=1):
            cell = sheet.cell(1, at)
            self._put(cell, head)
            cell.font = Font(name="Calibri", bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor="1F3A5F")
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            sheet.column_dimensions[get_column_letter(at)].width = max(6.0, round(column.width * _SCALE, 1))
        side = Side("thin", color="B8C2CF")
        line = Border(bottom=side, left=side, right=side)
        widths = [max(6.0, round(column.width * _SCALE, 1)) for column in table.columns]
        sheet.row_dimensions[1].height = _height(heads, widths)
        for number, row in enumerate(table.rows, start=2):
            sheet.row_dimensions[number].height = _height([_words(held) for held in row], widths)
            for at, held in enumerate(row, start=1):
                cell = sheet.cell(number, at)
                if heads[at - 1] == _NUMBER:
                    cell.value = int(_words(held))
                else:
                    self._put(cell, _words(held))
                cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
                cell.border = line
                if held.tone in _COLOURS:
                    cell.font = Font(name="Calibri", color=_COLOURS[held.tone])
        self._as_table(sheet, heads, len(table.rows))

    def _as_table(self, sheet: Any, heads: list[str], rows: int) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- an extra
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 -- as above
        from openpyxl.worksheet.table import Table as ExcelTable  # noqa: PLC0415 -- as above
        from openpyxl.worksheet.table import TableStyleInfo  # noqa: PLC0415 -- as above

        sheet.freeze_panes = "C2" if heads[:2] == [_NUMBER, "Topic"] else "A2"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        sheet.oddFooter.left.text = f"Data of {self.form.day}, edition {self.form.edition}"
        sheet.oddFooter.right.text = "Page &P of &N"
        if not rows:
            return
        name = f"T{len(self.book.worksheets)}_{re.sub(r'[^A-Za-z]', '', sheet.title)}"
        made = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(len(heads))}{rows + 1}")
        made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        sheet.add_table(made)
        if _STATUS in heads:
            letter = get_column_letter(heads.index(_STATUS) + 1)
            choice = DataValidation(type="list", formula1=f'"{",".join(Progress)}"', allow_blank=True)
            choice.add(f"{letter}2:{letter}{rows + 1}")
            sheet.add_data_validation(choice)

    def about(self) -> None:
        """What the form is, and from which state of the data."""
        facts = (self.form.title, *self.form.facts, f"Data of {self.form.day}, edition {self.form.edition}.")
        rows = tuple((Cell((fact,)),) for fact in facts)
        self.sheet("About", Table("About", (Column("About this form", 70),), rows))

    def overlong(self) -> None:
        """The texts that no cell can hold, in pieces; no sheet where there are none."""
        pieces = [
            (Cell((str(number),)), Cell((text[start : start + LONGEST - 1],)))
            for number, text in enumerate(self.long, start=1)
            for start in range(0, len(text), LONGEST - 1)
        ]
        if pieces:
            self.sheet("Long texts", Table("", (Column(_NUMBER, 6), Column("Text", 110)), tuple(pieces)))

    def _put(self, cell: Any, text: str) -> None:
        """Put text into a cell as text; what is too long for one is cut there and kept whole elsewhere."""
        written = _ESCAPE.sub("_x005F_", xml_text(text))
        if len(written) > LONGEST:
            self.long.append(text)
            note = f"… (all of it under {len(self.long)} of the sheet 'Long texts')"
            written = re.sub(r"_x?[0-9A-Fa-f]{0,4}$", "", written[: LONGEST - len(note)]) + note
        if written:
            cell.value = written
            cell.data_type = "s"
            cell.quotePrefix = written[0] in "=+-@"


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points that wrapped text needs, by a careful guess: programs that do not measure it would cut it off."""
    lines = [
        sum(math.ceil(max(1, len(line)) / (width * _FILL)) for line in text[:_MEASURED].split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    return min(_HIGHEST, _LINE * max(lines, default=1) + 3)


def _heads(columns: Sequence[Column]) -> Iterator[str]:
    """The headings, none too long for a table's head and no two alike."""
    taken: set[str] = set()
    for at, column in enumerate(columns, start=1):
        head = " ".join(xml_text(column.title).split())[: _LONGEST_HEAD - 10]
        head = f"{head} ({at})" if head.casefold() in taken else head
        taken.add(head.casefold())
        yield head


def _words(cell: Cell) -> str:
    """The lines of a cell, where they stand, and the numbers of the notes."""
    where = " ".join([*([cell.where] if cell.where else []), *(f"[{number}]" for number in cell.notes)])
    return "\n".join([*cell.lines, *([where] if where else [])])
