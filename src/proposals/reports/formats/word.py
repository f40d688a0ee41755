"""A form as a Word file: landscape, real tables whose head rows repeat, styles of its own, footnotes for the sources.

Needs python-docx, the extra ``office``.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

import attrs

from proposals.reports.formats.office import moment, need, settled, xml_text
from proposals.reports.formats.word_footnotes import MARK, TEXT, References, attach
from proposals.reports.pages.tables import Cell, Form, Table, Tone

_FONT: Final = "Calibri"
_WIDTH: Final = 26.7
"""Centimetres between the margins of a landscape A4 page."""
_COLOURS: Final = {
    Tone.ABSENT: "5A6372",
    Tone.UNCHANGED: "5A6372",
    Tone.AGAINST: "A3260F",
    Tone.DONE: "0B6B3A",
}
_LONGEST_HEAD: Final = 245
"""Characters of a column's heading, which stands anew on each page; the whole title stands before the tables."""
_LONGEST_LINE: Final = 4_000
"""Characters of a line in a cell or a note: a program takes minutes to lay out a cell that goes on for many pages."""
_HEAD: Final = "1F3A5F"
_BAND: Final = "F3F6FA"
_LINE: Final = "B8C2CF"


def render(form: Form) -> bytes:
    """The form as the bytes of a file. Raises :class:`ProposalsError` without python-docx."""
    need("docx")
    from docx import Document  # noqa: PLC0415 -- an extra

    document = Document()
    _properties(document, form)
    _page(document, form)
    _styles(document)
    document.add_paragraph(xml_text(form.title), style="Title")
    for fact in form.facts:
        document.add_paragraph(xml_text(fact), style="Form Fact")
    references, long = References(), _LongTexts()
    for table in (*form.body, *form.further, form.sources):
        if table.rows:
            title = xml_text(table.title)
            document.add_heading(title[:1].upper() + title[1:], level=1)
            _table(document, table, references, long)
    attach(document, tuple(long.cut(xml_text(note)) for note in form.notes))
    long.write(document)
    held = BytesIO()
    document.save(held)
    return settled(held.getvalue(), form.day)


@attrs.define
class _LongTexts:
    """The texts that a cell or a note is too small for; they stand whole after the tables."""

    held: list[str] = attrs.field(factory=list)

    def cut(self, text: str) -> str:
        """The text, or its beginning with where the whole stands."""
        if len(text) <= _LONGEST_LINE:
            return text
        self.held.append(text)
        return f"{text[:_LONGEST_LINE]}… ({len(text):,} characters; whole under Long texts, {len(self.held)})"

    def write(self, document: Any) -> None:
        """Add them under a heading of their own; nothing where there are none."""
        if self.held:
            document.add_heading("Long texts", level=1)
        for number, text in enumerate(self.held, start=1):
            document.add_paragraph(f"{number}. {text}", style="Form Fact")


def _properties(document: Any, form: Form) -> None:
    held = document.core_properties
    held.title, held.subject = xml_text(form.title)[:255], "Comparison of negotiation texts"
    held.author = held.last_modified_by = "proposals"
    held.comments = f"Made from the data of {form.day}, edition {form.edition}."
    held.keywords, held.version, held.category = f"edition {form.edition}", form.edition, "Negotiation form"
    held.created = held.modified = moment(form.day)
    held.language, held.revision = "en", 1


def _page(document: Any, form: Form) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 -- an extra
    from docx.shared import Cm  # noqa: PLC0415 -- as above

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin, section.bottom_margin, section.footer_distance = Cm(1.6), Cm(1.8), Cm(0.9)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"Data of {form.day}, edition {form.edition}\tPage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 -- as above

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)  # noqa: SLF001 -- python-docx has no fields of its own


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 -- an extra
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 -- as above
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415 -- as above

    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    for name, size, before, after in (("Title", 20, 0, 6), ("Heading 1", 13, 12, 4)):
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = RGBColor.from_string(_HEAD)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = _FONT
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    small = (("Form Fact", 9, 3), ("Form Cell", 8.5, 1), ("Form Head", 8.5, 1), (TEXT, 8, 2))
    for name, points, after in small:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = normal, Pt(points)
        style.paragraph_format.space_after = Pt(after)
    styles["Form Head"].font.bold = True
    styles["Form Head"].font.color.rgb = RGBColor(255, 255, 255)
    where = styles.add_style("Form Place", WD_STYLE_TYPE.CHARACTER)
    where.font.size, where.font.color.rgb = Pt(7.5), RGBColor.from_string(_COLOURS[Tone.ABSENT])
    styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    foot = styles["Footer"]
    foot.font.size = Pt(8)
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _table(document: Any, table: Table, references: References, long: _LongTexts) -> None:
    from docx.shared import Cm  # noqa: PLC0415 -- an extra

    made = document.add_table(rows=1, cols=len(table.columns))
    made.style = "Table Grid"
    made.autofit = False
    _borders(made)
    total = sum(column.width for column in table.columns)
    widths = [Cm(_WIDTH * column.width / total) for column in table.columns]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].style = "Form Head"
        title = xml_text(column.title)
        cell.paragraphs[0].add_run(title if len(title) <= _LONGEST_HEAD else f"{title[:_LONGEST_HEAD]}…")
        _shade(cell, _HEAD)
    _mark(made.rows[0], "w:cantSplit", "w:tblHeader")
    for number, row in enumerate(table.rows):
        added = made.add_row()
        _mark(added, "w:cantSplit")
        for cell, held, width in zip(added.cells, row, widths, strict=True):
            _fill(cell, held, references, long)
            cell.width = width
            if number % 2:
                _shade(cell, _BAND)


def _fill(cell: Any, held: Cell, references: References, long: _LongTexts) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415 -- an extra

    paragraph = cell.paragraphs[0]
    paragraph.style = "Form Cell"
    for index, line in enumerate(held.lines):
        if index:
            paragraph = cell.add_paragraph(style="Form Cell")
        run = paragraph.add_run(long.cut(xml_text(line)))
        if held.tone in _COLOURS:
            run.font.color.rgb = RGBColor.from_string(_COLOURS[held.tone])
    if held.where:
        paragraph = cell.add_paragraph(style="Form Cell") if held.lines else paragraph
        paragraph.add_run(long.cut(xml_text(held.where)), style="Form Place")
    for number in held.notes:
        references.add(paragraph._p, number)  # noqa: SLF001 -- python-docx has no footnotes of its own


def _mark(row: Any, *names: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- an extra

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx does not mark head rows
    for name in names:
        properties.append(OxmlElement(name))


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 -- as above

    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- python-docx does not shade cells


def _borders(table: Any) -> None:
    """Thin lines and room around the text; both stand where the schema wants them."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 -- as above

    lines, room = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", _LINE)):
            border.set(qn(key), value)
        lines.append(border)
    for side, width in (("top", "50"), ("left", "80"), ("bottom", "50"), ("right", "80")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        room.append(margin)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001 -- python-docx does not draw borders
    layout.addprevious(lines)
    layout.addnext(room)
