"""The paragraphs of a Word file, with the numbers of its lists, which the file itself does not write out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import attrs
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from proposals.files.packed import MALFORMED, unpacked_size
from proposals.texts.html import numeral
from proposals.texts.raw import NoTextError, Paragraph, bounded
from proposals.values import Value

_LARGEST: Final = 32 * 1024 * 1024
"""The most bytes that what is packed in a file may have."""
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""How an encrypted file begins, and one of the format before .docx."""
_FORMS: Final = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_LEVEL: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_LAST: Final = 32_767
"""The highest number that Word counts to."""
_LONGEST_LABEL: Final = 256
_MOST_BASES: Final = 32
"""How many styles one may rest on in turn."""
_TEXT: Final = frozenset({qn("w:t"), qn("w:noBreakHyphen"), qn("w:tab"), qn("w:br"), qn("w:cr")})
_SIGNS: Final = {qn("w:noBreakHyphen"): "-"}


def word(held: bytes) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a file, and remarks on it. Tracked changes are read as if all were accepted.

    Raises :class:`NoTextError`.
    """
    if held.startswith(_OLD):
        raise NoTextError("this Word file is encrypted, or of the format before .docx; save it as .docx")
    try:
        size = unpacked_size(held)
        if size > _LARGEST:
            raise NoTextError(f"what is packed in this file has {size:,} bytes; {_LARGEST:,} are the most")
        return _read(held)
    except (PackageNotFoundError, *MALFORMED):
        raise NoTextError("this is not a Word file") from None


def _read(held: bytes) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    document = Document(BytesIO(held))
    body = document.element.body
    tracked = next(body.iter(qn("w:del"), qn("w:ins")), None) is not None
    remarks = ("the file has tracked changes; it was read as if all were accepted",) if tracked else ()
    return tuple(bounded(_paragraphs(body, _Numbering.of(document)))), remarks


def _paragraphs(body: Any, numbering: _Numbering) -> Iterator[Paragraph]:
    for one in body.iter(qn("w:p")):
        words = "".join(_words(one))
        if words.strip():
            style = one.style or ""
            yield Paragraph(numbering.label(one) + words, heading=style.startswith(("Heading", "Title")))


def _words(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(*_TEXT):
        yield node.text or "" if node.tag == qn("w:t") else _SIGNS.get(node.tag, " ")


@attrs.frozen(eq=False, repr=False)
class _Level(Value):
    """One level of a list: its first number, how it is written, and the text around it."""

    start: int
    form: str
    text: str


def _value(node: Any, name: str, default: str = "") -> str:
    found = None if node is None else node.find(qn(name))
    return default if found is None else str(found.get(qn("w:val")) or default)


@attrs.define
class _Numbering:
    """Counts the list items of a document as Word does.

    ``restarts`` are the numbers at which a list begins again on a level, by the list that is not yet begun.
    """

    levels: dict[str, dict[int, _Level]]
    lists: dict[str, str]
    restarts: dict[str, dict[int, int]]
    styles: dict[str, Any]
    counts: dict[str, dict[int, int]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, document: Any) -> _Numbering:
        """What a document says of its lists; nothing where it has none."""
        styles = {one.style_id: one.element for one in document.styles}
        part = next((one.target_part for one in document.part.rels.values() if "numbering" in one.reltype), None)
        if part is None:
            return cls({}, {}, {}, styles)
        root = part.element
        levels = {
            one.get(qn("w:abstractNumId")): {
                int(level.get(qn("w:ilvl"))): _Level(
                    start=min(int(_value(level, "w:start", "1")), _LAST),
                    form=_value(level, "w:numFmt", "decimal"),
                    text=_value(level, "w:lvlText")[:_LONGEST_LABEL],
                )
                for level in one.findall(qn("w:lvl"))[:_LEVELS]
            }
            for one in root.findall(qn("w:abstractNum"))
        }
        lists = {one.get(qn("w:numId")): _value(one, "w:abstractNumId") for one in root.findall(qn("w:num"))}
        restarts = {
            one.get(qn("w:numId")): {
                int(level.get(qn("w:ilvl"))): int(_value(level, "w:startOverride", "1"))
                for level in one.findall(qn("w:lvlOverride"))
            }
            for one in root.findall(qn("w:num"))
        }
        return cls(levels, lists, restarts, styles)

    def label(self, paragraph: Any) -> str:
        """The number or the bullet of a paragraph with a blank after it; empty for one that is in no list."""
        found = self._place(paragraph)
        if found is None:
            return ""
        abstract, at = found
        levels = self.levels[abstract]
        level = levels[at]
        if level.form == "bullet":
            return "• "
        counts = self.counts.setdefault(abstract, {})
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]

        def number(found: re.Match[str]) -> str:
            one = int(found[1]) - 1
            held = levels.get(one, level)
            return numeral(counts.get(one, held.start), _FORMS.get(held.form, "1"))

        return f"{_LEVEL.sub(number, level.text)} "

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """Of which list a paragraph is an item, and on which level, by its own mark or else its style's."""
        marks = [paragraph.pPr, *self._of_styles(paragraph.style)]
        for mark in marks:
            numbered = None if mark is None else mark.find(qn("w:numPr"))
            if numbered is not None:
                name = _value(numbered, "w:numId")
                abstract = self.lists.get(name)
                self._restarted(name, abstract)
                at = int(_value(numbered, "w:ilvl", "0"))
                return (abstract, at) if abstract is not None and at in self.levels.get(abstract, {}) else None
        return None

    def _restarted(self, name: str, abstract: str | None) -> None:
        """Let the first item of a list begin again where the list says so."""
        for at, start in self.restarts.pop(name, {}).items():
            self.counts.setdefault(abstract or "", {})[at] = start - 1

    def _of_styles(self, style: str | None) -> Iterator[Any]:
        """The marks of a style and of those that it is based on."""
        for _ in range(_MOST_BASES):
            if style not in self.styles:
                return
            element = self.styles[style]
            yield element.find(qn("w:pPr"))
            style = _value(element, "w:basedOn")
