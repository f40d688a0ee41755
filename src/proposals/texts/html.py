"""The paragraphs of an HTML page, by the standard library: what a reader would see of it, with its lists numbered."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Final

from proposals.texts.lines import plain
from proposals.texts.raw import Paragraph

_UNSEEN: Final = frozenset({"head", "noscript", "script", "style", "template", "title"})
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_ENDS: Final = {re.compile("<!--"): "-->", re.compile(r"<!\["): "]]>", re.compile("<[a-zA-Z/!?]"): ">"}
"""How what has an end of its own begins."""
_NUMBER: Final = re.compile(r"\d{1,4}")
_BLANK_LINE: Final = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*\n[ \t\r\f]*(?:\n[ \t\r\f]*)+")


def html(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a page. Scripts, styles and what is marked as hidden are left out."""
    page = _Page()
    page.feed(_ended(text))
    page.close()
    page.broken()
    return tuple(page.found)


def _ended(text: str) -> str:
    """The text with an end for the last tag, comment or section of it: the parser looks for one from each beginning."""
    for begin, end in _ENDS.items():
        text += end if begin.search(text, text.rfind(end) + 1) else ""
    return text


class _Page(HTMLParser):
    """Collects paragraphs; a list item begins with its bullet or its number."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self.words: list[str] = []
        self.unseen: list[str] = []
        self.unclosed: Counter[str] = Counter()
        self.lists: list[tuple[int, str] | None] = []
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if self.unseen or tag in _UNSEEN or "hidden" in held:
            if tag not in _VOID:
                self.unseen.append(tag)
                self.unclosed[tag] += 1
            return
        if tag in _BLOCKS:
            self.broken()
            self.heading = tag in _HEADINGS
        if tag in {"ol", "ul"}:
            start = held.get("start") or ""
            first = int(start) if _NUMBER.fullmatch(start) else 1
            self.lists.append((first, held.get("type") or "1") if tag == "ol" else None)
        if tag == "li":
            self.words.append(self._label(held.get("value") or ""))

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            last = "" if self.unclosed[tag] else tag
            while last != tag:
                last = self.unseen.pop()
                self.unclosed[last] -= 1
            return
        if tag in _BLOCKS:
            self.broken()
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)

    def broken(self) -> None:
        """End the paragraph; what its source parts by a blank line is several, as pasted texts are."""
        words = "".join(self.words)
        self.words.clear()
        parts = _BLANK_LINE.split(words)
        if len(parts) == 1 or self.heading:
            self.found += [Paragraph(words, heading=self.heading)] if words.strip() else []
        else:
            self.found += plain("\n\n".join(" ".join(part.split()) for part in parts))
        self.heading = False

    def _label(self, value: str) -> str:
        """The bullet or the number of the next item of the innermost list."""
        numbered = self.lists[-1] if self.lists else None
        if numbered is None:
            return "• "
        number = int(value) if _NUMBER.fullmatch(value) else numbered[0]
        self.lists[-1] = (number + 1, numbered[1])
        return f"{numeral(number, numbered[1])}. "


_LETTERS: Final = 26
_NO_ROMAN: Final = 4_000
"""The first number that has no Roman numeral."""
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """A number as a list writes it: ``form`` is ``a``, ``A``, ``i``, ``I``, or anything else for digits."""
    if form in {"i", "I"} and 0 < number < _NO_ROMAN:
        written = ""
        for value, sign in _ROMAN:
            written += sign * (number // value)
            number %= value
        return written if form == "i" else written.upper()
    if form in {"a", "A"} and 0 < number <= _LETTERS:
        return chr(ord(form) + number - 1)
    return str(number)
