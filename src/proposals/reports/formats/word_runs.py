"""Runs of a Word file: what python-docx has no words for, from tracked changes to text that runs from right to left.

Office Open XML, ECMA-376 part 1, § 17.3.
"""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlsplit

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from proposals.language.phrases import Role, Run, unsigned
from proposals.reports.formats.office import AUTHOR, COLOURS, directions, leftward, xml_text
from proposals.reports.page import Numbers

MARK: Final = "Page Mark"
"""The style of a reference to a source."""

_AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
"""What follows the direction of a paragraph among its properties, where it has any."""


_ADDRESS: Final = re.compile(r"https?://[\x21-\x7e]+")


@attrs.define
class Runs:
    """Adds text to paragraphs. Words that were added or deleted are changes to accept or reject, made at ``when``."""

    when: str
    _changes: int = 0

    def add(self, paragraph: Any, run: Run, *, style: str | None = None) -> None:
        """Add a run in its role, each stretch of it in its own direction."""
        text = xml_text(unsigned(run))
        if leftward(text) and not paragraph.text:
            _turn(paragraph)
        for part, turned in directions(text):
            made = paragraph.add_run(part, style=style)
            if turned:
                made.font.rtl = True
            if run.role in COLOURS:
                made.font.color.rgb = RGBColor.from_string(COLOURS[run.role])
            if run.role in {Role.STRONG, Role.FAILED}:
                made.font.bold = True
            elif run.role in {Role.ADDED, Role.DELETED}:
                self._track(made._r, "w:ins" if run.role is Role.ADDED else "w:del")  # noqa: SLF001 -- as above

    def _track(self, made: Any, name: str) -> None:
        """Make a run a tracked change."""
        self._changes += 1
        change = _element(name, {"w:id": str(self._changes), "w:author": AUTHOR, "w:date": self.when})
        made.addprevious(change)
        change.append(made)
        if name == "w:del":
            for text in made.findall(qn("w:t")):
                text.tag = qn("w:delText")


def bookmark(paragraph: Any, number: int, text: str) -> None:
    """Add the text to a paragraph as what :func:`refer` refers to by that number."""
    mark = {"w:id": str(number), "w:name": f"source{number}"}
    paragraph._p.append(_element("w:bookmarkStart", mark))  # noqa: SLF001 -- python-docx has no bookmarks
    paragraph.add_run(text)
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))  # noqa: SLF001 -- as above


def refer(paragraph: Any, numbers: Numbers) -> None:
    """Add the numbers of sources to the end of a paragraph, each a link to where the source is listed."""
    for index, number in enumerate(numbers):
        if index:
            paragraph.add_run(", ", style=MARK)
        link = _element("w:hyperlink", {"w:anchor": f"source{number}"})
        paragraph._p.append(link)  # noqa: SLF001 -- python-docx makes no links within a file
        link.append(paragraph.add_run(str(number), style=MARK)._r)  # noqa: SLF001 -- as above


def link(paragraph: Any, address: str) -> None:
    """Add a web address to a paragraph as a link under the name of its site; anything else as it stands."""
    site = urlsplit(address).netloc if _ADDRESS.fullmatch(address) else ""
    paragraph.add_run(xml_text(site or address))
    if site:
        run = paragraph.runs[-1]._r  # noqa: SLF001 -- python-docx makes no links
        relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        held = _element("w:hyperlink", {"r:id": relation})
        run.addprevious(held)
        held.append(run)


def _turn(paragraph: Any) -> None:
    """Let a paragraph begin at the right."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx does not turn paragraphs
    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
