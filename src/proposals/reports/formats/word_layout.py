"""The sheet of a Word file: its size and margins, the lines at its head and foot, its styles and properties."""

from __future__ import annotations

from typing import Any, Final

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from proposals.language.labels import lettered
from proposals.language.phrases import Role
from proposals.language.tables import Language
from proposals.reports.formats.office import AUTHOR, COLOURS, HEAD, data_of, moment, xml_text
from proposals.reports.formats.word_runs import MARK
from proposals.reports.page import Page, Table

TEXT: Final = "Page Text"
ENTRY: Final = "Page Entry"
LETTER: Final = "Page Letter"
CODE: Final = "Page Code"
CELL: Final = "Page Cell"
HEADS: Final = "Page Head"
ASIDE: Final = "Page Aside"
NOTE: Final = "Page Source"

_OURS: Final = ("Title", "Heading 1", "Heading 2", "Header", "Footer")
_TEMPLATE: Final = frozenset(
    {"Normal", "Default Paragraph Font", "Normal Table", "No List", "List Bullet", "Table Grid"}
    | {*_OURS, *(f"{name} Char" for name in _OURS)}
)
"""The styles of python-docx's template that a page uses, or that Word leans on."""
_FONT: Final = "Calibri"
_LONG_SIDE: Final = 29.7
_SHORT_SIDE: Final = 21.0
_MARGIN: Final = 1.5
"""Centimetres of A4 paper, and of the margins at its left and right."""
_MANY: Final = 5
"""Columns from which a table needs landscape paper."""
_HANG: Final = 4.0
"""Centimetres from the margin to the lines beside a label."""
_LETTER_HANG: Final = 0.9
"""Centimetres from the margin to the lines beside a letter or a small number."""
_NOTE_HANG: Final = 0.7
"""Centimetres from the margin to a source beside its number."""
_LEAST: Final = 2
"""So many documents have letters."""
_LONGEST_TITLE: Final = 120
"""Characters of a title at the head of each page."""


def _wide(page: Page) -> bool:
    return any(isinstance(block, Table) and len(block.columns) >= _MANY for block in page.blocks)


def width_of(page: Page) -> float:
    """Centimetres between the margins: of landscape paper where a table has many columns, else of portrait paper."""
    return (_LONG_SIDE if _wide(page) else _SHORT_SIDE) - 2 * _MARGIN


def lay_out(document: Any, page: Page, language: Language) -> None:
    """Give an empty python-docx document the paper, the foot, the styles and the properties for the page."""
    _properties(document, page, language)
    _paper(document, page, language)
    _styles(document, width_of(page))


def _properties(document: Any, page: Page, language: Language) -> None:
    origin = page.origin()
    held = document.core_properties
    held.title, held.subject = xml_text(page.title)[:255], language.phrase("pages.frame.subject")
    held.author = held.last_modified_by = AUTHOR
    held.comments = data_of(origin, language)
    held.keywords, held.version = (f"edition {origin.edition}", origin.edition) if origin else ("", "")
    held.category = language.phrase("pages.frame.category")
    held.created = held.modified = moment(origin)
    held.language, held.revision = language.code, 1


def _paper(document: Any, page: Page, language: Language) -> None:
    section = document.sections[0]
    wide = _wide(page)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width = Cm(_LONG_SIDE if wide else _SHORT_SIDE)
    section.page_height = Cm(_SHORT_SIDE if wide else _LONG_SIDE)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin, section.footer_distance = Cm(1.3), Cm(1.3), Cm(0.5)
    section.header_distance = Cm(0.5)
    section.header.paragraphs[0].add_run(_legend(page, language))
    foot = section.footer.paragraphs[0]
    before, of, after = language.fill("pages.frame.page", page="\n", pages="\n").split("\n")
    foot.add_run(f"{data_of(page.origin(), language)}\t{before}")
    _field(foot, "PAGE")
    foot.add_run(of)
    _field(foot, "NUMPAGES")
    foot.add_run(after)


def _legend(page: Page, language: Language) -> str:
    """Which letter stands for which document, at the head of each page; nothing where none has a letter."""
    if len(page.documents) < _LEAST:
        return ""
    named = zip(lettered(page.documents), page.documents, strict=True)
    titles = ((letter, xml_text(language.title(document))) for letter, document in named)
    return " · ".join(
        f"{letter}: {title}" if len(title) <= _LONGEST_TITLE else f"{letter}: {title[:_LONGEST_TITLE]}…"
        for letter, title in titles
    )


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)  # noqa: SLF001 -- python-docx has no fields of its own


def _styles(document: Any, width: float) -> None:
    styles = document.styles
    # 150 others would hide ours from whoever edits the file, and each style that is set is looked for among all.
    for style in [one for one in styles if one.name not in _TEMPLATE]:
        style.delete()
    normal = styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    for name, size, before, after in (("Title", 20, 0, 6), ("Heading 1", 12, 8, 3), ("Heading 2", 10.5, 10, 2)):
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = RGBColor.from_string(HEAD)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = _FONT
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    small = ((TEXT, 9, 3), (ENTRY, 9, 2), (LETTER, 9, 2), (CODE, 8.5, 0), (CELL, 8, 0), (HEADS, 8, 0), (NOTE, 7, 0))
    for name, points, after in small:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = normal, Pt(points)
        style.paragraph_format.space_after = Pt(after)
    styles["List Bullet"].font.size = Pt(8.5)
    styles["List Bullet"].paragraph_format.space_after = Pt(1)
    for name, hang in ((ENTRY, _HANG), (LETTER, _LETTER_HANG), (NOTE, _NOTE_HANG)):
        beside = styles[name].paragraph_format
        beside.left_indent, beside.first_line_indent = Cm(hang), Cm(-hang)
        beside.tab_stops.add_tab_stop(Cm(hang))
    styles[CODE].font.name = "Consolas"
    styles[HEADS].font.bold = True
    styles[HEADS].font.color.rgb = RGBColor(255, 255, 255)
    aside = styles.add_style(ASIDE, WD_STYLE_TYPE.CHARACTER)
    aside.font.size, aside.font.bold = Pt(7.5), False
    aside.font.color.rgb = RGBColor.from_string(COLOURS[Role.FAINT])
    styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    styles["Header"].font.size = Pt(7.5)
    foot = styles["Footer"]
    foot.font.size = Pt(8)
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
