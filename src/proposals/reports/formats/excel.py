"""A page as an Excel workbook: real tables with filters and frozen panes, wrapped text, sheets for notes and text.

Needs openpyxl, the extra ``office``. No cell holds a formula, whatever a value begins with.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

import attrs
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from proposals.language.phrases import Role, Run, phrase
from proposals.language.tables import Language
from proposals.reports.formats import Options
from proposals.reports.formats.excel_sheets import Sheet, number_column, sheets
from proposals.reports.formats.office import COLOURS, HEAD, LINE, data_of, moment, settled, xml_text
from proposals.reports.page import Cell, Column, Page, Table
from proposals.strings import capital

LONGEST: Final = 32_767
"""The most characters that a cell of Excel holds."""

_FONT: Final = "Calibri"
_SIZE: Final = 11
_LONGEST_HEAD: Final = 255
_LONGEST_TITLE: Final = 31
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SHEET: Final = re.compile(r"[^\w -]")
_SCALE: Final = 1.35
"""Characters of a column's width for each share of the page's."""
_FILL: Final = 0.92
"""How much of a column's width a line of words fills before it wraps."""
_POINTS: Final = 15.0
_HIGHEST: Final = 409.0
"""Points that a line takes, and that a row can be high."""
_MEASURED: Final = 8_000
"""More characters than fill the highest row."""


def write(page: Page, options: Options) -> bytes:
    """The page as the bytes of a file; ``options.sheets`` asks for a sheet for each topic besides that of them all."""
    book = Workbook()
    writer = _Writer(book, data_of(page.origin(), options.words), options.words)
    for sheet in sheets(page, options.words, by_topic=options.sheets):
        writer.sheet(sheet)
    writer.overlong()
    book.remove(book.worksheets[0])
    origin, held = page.origin(), book.properties
    held.title, held.creator, held.lastModifiedBy = xml_text(page.title)[:_LONGEST_HEAD], "proposals", "proposals"
    held.description = data_of(origin, options.words)
    held.keywords, held.version = (f"edition {origin.edition}", origin.edition) if origin else ("", "")
    held.created = held.modified = moment(origin)
    made = BytesIO()
    book.save(made)
    return settled(made.getvalue(), origin)


@attrs.define
class _Writer:
    """Adds sheets to a workbook, and keeps the texts that no cell can hold."""

    book: Any
    foot: str
    language: Language
    long: list[str] = attrs.field(factory=list)

    def sheet(self, held: Sheet) -> None:
        """A sheet with one table that begins in its first cell."""
        table = held.table
        sheet = self.book.create_sheet(_SHEET.sub(" ", capital(held.title))[:_LONGEST_TITLE])
        heads = list(_heads(table.columns))
        widths = [max(6.0, round(column.width * _SCALE, 1)) for column in table.columns]
        for at, (head, width) in enumerate(zip(heads, widths, strict=True), start=1):
            cell = sheet.cell(1, at)
            self._put(cell, head)
            cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=HEAD)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            sheet.column_dimensions[get_column_letter(at)].width = width
        side = Side("thin", color=LINE)
        border = Border(bottom=side, left=side, right=side)
        sheet.row_dimensions[1].height = _height(heads, widths)
        for number, row in enumerate(table.rows, start=2):
            sheet.row_dimensions[number].height = _height([_words(one) for one in row], widths)
            for at, (one, column) in enumerate(zip(row, table.columns, strict=True), start=1):
                cell = sheet.cell(number, at)
                if column.numbers:
                    cell.value = int(_words(one))
                else:
                    self._put(cell, _words(one))
                    if len(_words(one)) <= LONGEST and _emphasised(one):
                        cell.value = CellRichText(*_runs(one))
                cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
                cell.border = border
                role = _role(one)
                if role in COLOURS or role is Role.STRONG:
                    cell.font = Font(name=_FONT, color=COLOURS.get(role), bold=role is Role.STRONG)
        self._as_table(sheet, table, heads)

    def _as_table(self, sheet: Any, table: Table, heads: Sequence[str]) -> None:
        leading = sum(column.leads for column in table.columns)
        sheet.freeze_panes = f"{get_column_letter(leading + 1)}2"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        sheet.oddFooter.left.text = self.foot
        sheet.oddFooter.right.text = self.language.fill("pages.frame.page", page="&P", pages="&N")
        if not table.rows:
            return
        last = len(table.rows) + 1
        name = f"T{len(self.book.worksheets)}_{re.sub(r'[^A-Za-z]', '', sheet.title)}"
        made = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(len(heads))}{last}")
        made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        sheet.add_table(made)
        for at, column in enumerate(table.columns, start=1):
            if column.words:
                choice = DataValidation(type="list", formula1=f'"{",".join(column.words)}"', allow_blank=True)
                choice.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{last}")
                sheet.add_data_validation(choice)

    def overlong(self) -> None:
        """The texts that no cell can hold, in pieces; no sheet where there are none."""
        pieces = [
            (Cell((phrase(str(number)),)), Cell((phrase(text[start : start + LONGEST - 1]),)))
            for number, text in enumerate(self.long, start=1)
            for start in range(0, len(text), LONGEST - 1)
        ]
        if pieces:
            columns = (number_column(self.language), Column(self.language.phrase("pages.frame.text"), 110))
            self.sheet(Sheet(self.language.phrase("pages.frame.long texts"), Table(columns, tuple(pieces))))

    def _put(self, cell: Any, text: str) -> None:
        """Put text into a cell as text; what is too long for one is cut there and kept whole elsewhere."""
        written = _cell_text(text)
        if len(written) > LONGEST:
            self.long.append(text)
            note = f"… (all of it under {len(self.long)} of the sheet 'Long texts')"
            written = re.sub(r"_x?[0-9A-Fa-f]{0,4}$", "", written[: LONGEST - len(note)]) + note
        if written:
            cell.value = written
            cell.data_type = "s"
            cell.quotePrefix = written[0] in "=+-@"


def _cell_text(text: str) -> str:
    return _ESCAPE.sub("_x005F_", xml_text(text))


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points that wrapped text needs, by a careful guess: programs that do not measure it would cut it off."""
    lines = [
        sum(math.ceil(max(1, len(line)) / (width * _FILL)) for line in text[:_MEASURED].split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    return min(_HIGHEST, _POINTS * max(lines, default=1) + 3)


def _heads(columns: Sequence[Column]) -> Iterator[str]:
    """The headings, none empty, none too long for a table's head and no two alike."""
    taken: set[str] = set()
    for at, column in enumerate(columns, start=1):
        head = " ".join(xml_text(column.head).split())[: _LONGEST_HEAD - 10]
        head = f"{head} ({at})" if head.casefold() in taken else head
        taken.add(head.casefold())
        yield head


def _words(cell: Cell) -> str:
    """The lines of a cell, what goes with them, and the numbers of the notes."""
    last = " ".join([*([cell.aside] if cell.aside else []), *(f"[{number}]" for number in cell.notes)])
    return "\n".join([*cell.texts, *([last] if last else [])])


def _emphasised(cell: Cell) -> bool:
    """Whether a part of what stands in a cell is strong, and not all of it."""
    return any(run.role is Role.STRONG for line in cell.lines for run in line) and _role(cell) is not Role.STRONG


def _runs(cell: Cell) -> Iterator[TextBlock]:
    """The same as :func:`_words`, each stretch of one weight apart."""
    parts = [part for line in cell.lines for part in (*line, Run("\n"))][:-1]
    rest = _words(cell).removeprefix("".join(run.text for run in parts))
    for run in (*parts, Run(rest)):
        if run.text:
            strong = InlineFont(rFont=_FONT, sz=_SIZE, b=run.role is Role.STRONG)
            yield TextBlock(strong, _cell_text(run.text))


def _role(cell: Cell) -> Role:
    """The role of all that stands in a cell; plain where there are several, for which a cell has no colour."""
    roles = {run.role for line in cell.lines for run in line if run.text.strip()}
    return roles.pop() if len(roles) == 1 else Role.PLAIN
