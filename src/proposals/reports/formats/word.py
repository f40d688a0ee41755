"""A page as a Word file: real headings, tables whose head rows repeat, styles of its own, one list of the sources.

Needs python-docx, the extra ``office``.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

import attrs
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from proposals.language.phrases import Entry, Run
from proposals.language.tables import Language
from proposals.reports.formats import Options
from proposals.reports.formats.office import HEAD, LINE, moment, settled, xml_text
from proposals.reports.formats.text_layout import excerpt
from proposals.reports.formats.word_layout import (
    ASIDE,
    CELL,
    CODE,
    ENTRY,
    HEADS,
    LETTER,
    NOTE,
    TEXT,
    lay_out,
    width_of,
)
from proposals.reports.formats.word_runs import Runs, bookmark, link, refer
from proposals.reports.page import (
    Cell,
    Entries,
    Excerpt,
    Heading,
    Items,
    Level,
    Note,
    Numbers,
    Page,
    Paragraph,
    Sides,
    Table,
    plain,
)
from proposals.strings import capital

_LONGEST_LINE: Final = 4_000
"""Characters of a line in a cell or a note: a program takes minutes to lay out a cell that goes on for many pages."""
_MEASURE: Final = 90
_SHORT: Final = 3
"""Characters of a label that is no more than a letter or a number."""
_BAND: Final = "F3F6FA"


def write(page: Page, options: Options) -> bytes:
    """The page as the bytes of a file."""
    document: Any = Document()
    lay_out(document, page, options.words)
    writer = _Writer(document, width_of(page), options.words, Runs(f"{moment(page.origin()):%Y-%m-%dT00:00:00Z}"))
    for block in page.blocks:
        writer.add(block)
    writer.sources(page.notes)
    writer.long_texts()
    held = BytesIO()
    document.save(held)
    return settled(held.getvalue(), page.origin())


@attrs.define
class _Writer:
    """Adds blocks to a document of that width in centimetres, and keeps the texts that a cell is too small for.

    ``under_table`` says that what comes next stands right under a table, which leaves no room of its own.
    """

    document: Any
    width: float
    language: Language
    runs: Runs
    long: list[str] = attrs.field(factory=list)
    under_table: bool = False

    def add(self, block: Any) -> None:
        """Add a block of a page."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._runs(self._paragraph(TEXT), block.text)
        elif isinstance(block, Items):
            self._items(block)
        elif isinstance(block, Entries):
            self._entries(block)
        elif isinstance(block, Excerpt):
            self._excerpt(block)
        else:
            self._table(block.table if isinstance(block, Sides) else block)
        self.under_table = isinstance(block, Table | Sides)

    def _paragraph(self, style: str) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        if self.under_table:
            paragraph.paragraph_format.space_before = Pt(6)
            self.under_table = False
        return paragraph

    def _heading(self, heading: Heading) -> None:
        if heading.level is Level.PAGE:
            paragraph = self.document.add_paragraph(style="Title")
        else:
            paragraph = self.document.add_heading(level=heading.level.value - 1)
        first, *others = heading.text or (Run(""),)
        text = capital(first.text) if heading.level is Level.PART else first.text
        self._runs(paragraph, (Run(text, first.role), *others))
        if heading.aside:
            self._runs(paragraph, (Run(" – "), *heading.aside), style=ASIDE)

    def _items(self, block: Items) -> None:
        for item, notes in block.noted():
            paragraph = self._paragraph("List Bullet")
            self._runs(paragraph, item)
            refer(paragraph, notes)

    def _entries(self, block: Entries) -> None:
        """The labels, and at a tab beside each its lines: close by where all labels are letters or small numbers."""
        short = all(len(plain(entry.label)) <= _SHORT for entry in block.entries)
        for entry, notes in block.noted():
            self._entry(entry, notes, LETTER if short else ENTRY)

    def _entry(self, entry: Entry, notes: Numbers, style: str) -> None:
        paragraph = self._paragraph(style)
        self._runs(paragraph, entry.label)
        for index, line in enumerate(entry.lines):
            paragraph.add_run().add_break() if index else paragraph.add_run("\t")
            self._runs(paragraph, line)
        refer(paragraph, notes)

    def _excerpt(self, block: Excerpt) -> None:
        for line in excerpt(block, _MEASURE):
            self.document.add_paragraph(xml_text(plain(line)), style=CODE)

    def _table(self, table: Table) -> None:
        made = self.document.add_table(rows=1, cols=len(table.columns))
        made.style = "Table Grid"
        made.autofit = False
        _borders(made)
        total = sum(column.width for column in table.columns)
        widths = [Cm(self.width * column.width / total) for column in table.columns]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for cell, held in zip(made.rows[0].cells, table.columns, strict=True):
            cell.paragraphs[0].style = HEADS
            cell.paragraphs[0].add_run(xml_text(held.brief or held.head))
            _shade(cell, HEAD)
        _mark(made.rows[0], "w:cantSplit", "w:tblHeader")
        for number, row in enumerate(table.rows):
            added = made.add_row()
            _mark(added, "w:cantSplit")
            for cell, filled, width in zip(added.cells, row, widths, strict=True):
                self._fill(cell, filled)
                cell.width = width
                if number % 2:
                    _shade(cell, _BAND)

    def _fill(self, cell: Any, held: Cell) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        for index, line in enumerate(held.lines):
            paragraph = cell.add_paragraph(style=CELL) if index else paragraph
            self._runs(paragraph, line, cut=True)
        if held.aside:
            self._runs(paragraph, (Run(f" ({held.aside})" if held.lines else held.aside),), style=ASIDE, cut=True)
        refer(paragraph, held.notes)

    def _runs(self, paragraph: Any, text: Iterable[Run], *, style: str | None = None, cut: bool = False) -> None:
        for run in text:
            self.runs.add(paragraph, Run(self.cut(run.text), run.role) if cut else run, style=style)

    def sources(self, notes: Iterable[Note]) -> None:
        """Add the list of the sources, numbered from 1, under a heading of its own; nothing where there are none."""
        for number, note in enumerate(notes, start=1):
            if number == 1:
                self.document.add_heading(capital(self.language.phrase("pages.sources")), level=1)
            paragraph = self.document.add_paragraph(style=NOTE)
            bookmark(paragraph, number, str(number))
            self._runs(paragraph, (Run(f"\t{note._replace(address='').text}"),), cut=True)
            if note.address:
                self._runs(paragraph, (Run(", "),))
                link(paragraph, self.cut(note.address))

    def cut(self, text: str) -> str:
        """The text, or its beginning with where the whole stands."""
        if len(text) <= _LONGEST_LINE:
            return text
        self.long.append(text)
        size, number = f"{len(text):,}", str(len(self.long))
        return f"{text[:_LONGEST_LINE]}… ({self.language.fill('pages.frame.cut', size=size, number=number)})"

    def long_texts(self) -> None:
        """Add the texts that were cut under a heading of their own; nothing where there are none."""
        if self.long:
            self.document.add_heading(self.language.phrase("pages.frame.long texts"), level=1)
        for number, text in enumerate(self.long, start=1):
            self.document.add_paragraph(f"{number}. {text}", style=TEXT)


def _mark(row: Any, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx does not mark head rows
    for name in names:
        properties.append(OxmlElement(name))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- python-docx does not shade cells


def _borders(table: Any) -> None:
    """Thin lines and room around the text; both stand where the schema wants them."""
    lines, room = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", LINE)):
            border.set(qn(key), value)
        lines.append(border)
    for side, width in (("top", "25"), ("left", "80"), ("bottom", "25"), ("right", "80")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        room.append(margin)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001 -- python-docx does not draw borders
    layout.addprevious(lines)
    layout.addnext(room)
