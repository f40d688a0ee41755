"""Footnotes of a Word file: the part that python-docx does not make, and the references to it.

A reader has the sources on the page that they belong to, and every program lays them out as the page lies.

Office Open XML, ECMA-376 part 1, § 17.11.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from proposals.reports.formats.office import xml_text

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS: Final = (("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator"))
TEXT: Final = "footnote text"
MARK: Final = "footnote reference"


def attach(document: Any, notes: Sequence[str]) -> None:
    """Add the notes, numbered from 1, to a python-docx document; where there are none, nothing."""
    if not notes:
        return
    root = OxmlElement("w:footnotes")
    settings = OxmlElement("w:footnotePr")
    for number, kind, sign in _SEPARATORS:
        root.append(_note(number, kind, [_run(OxmlElement(sign))]))
        settings.append(_element("w:footnote", {"w:id": number}))
    for count, text in enumerate(notes, start=1):
        mark = _run(OxmlElement("w:footnoteRef"), style=MARK)
        root.append(_note(str(count), None, [mark, _text(f" {xml_text(text)}")]))
    main = document.part
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, serialize_part_xml(root), main.package)
    main.relate_to(part, _RELATION)
    document.settings.element.find(_qualified("w:compat")).addprevious(settings)


def _qualified(name: str) -> str:
    return str(qn(name))


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(_qualified(key), value)
    return element


def _run(child: Any, style: str = "") -> Any:
    run = _element("w:r", {})
    if style:
        properties = _element("w:rPr", {})
        properties.append(_element("w:rStyle", {"w:val": style.replace(" ", "")}))
        run.append(properties)
    run.append(child)
    return run


def _text(text: str) -> Any:
    held = _element("w:t", {"xml:space": "preserve"})
    held.text = text
    return _run(held)


def _note(number: str, kind: str | None, runs: list[Any]) -> Any:
    note = _element("w:footnote", ({"w:type": kind} if kind else {}) | {"w:id": number})
    paragraph = _element("w:p", {})
    properties = _element("w:pPr", {})
    properties.append(_element("w:pStyle", {"w:val": TEXT.replace(" ", "")}))
    paragraph.append(properties)
    for run in runs:
        paragraph.append(run)
    note.append(paragraph)
    return note


@attrs.define
class References:
    """Gives each note its one reference; where it is called for again, a link to the first."""

    _seen: set[int] = attrs.field(factory=set)

    def add(self, paragraph: Any, number: int) -> None:
        """Add the mark of a note to the end of a paragraph."""
        if number not in self._seen:
            self._seen.add(number)
            mark = {"w:id": str(number), "w:name": f"note{number}"}
            paragraph.append(_element("w:bookmarkStart", mark))
            paragraph.append(_run(_element("w:footnoteReference", {"w:id": str(number)}), style=MARK))
            paragraph.append(_element("w:bookmarkEnd", {"w:id": str(number)}))
            return
        link = _element("w:hyperlink", {"w:anchor": f"note{number}"})
        again = _element("w:t", {})
        again.text = str(number)
        link.append(_run(again, style=MARK))
        paragraph.append(link)
