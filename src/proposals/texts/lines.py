"""Paragraphs of a text that is written in lines: plain text, Markdown, the pages of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from proposals.texts.markers import markers
from proposals.texts.raw import Paragraph

_WIDEST: Final = 130
"""Lines up to so many characters may be wrapped; in a text with longer ones each line is a paragraph."""
_FULL: Final = 0.65
"""A line of at least this share of the longest may go on in the next."""
_LONGEST_HEADING: Final = 80

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
_RULE: Final = re.compile(r"(?:[*_=-]\s*){3,}")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS: Final = re.compile(r"(\*{1,3}|_{1,3}|`)(?=\S)(.{1,1000}?)(?<=\S)\1(?!\w)")


def plain(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text. Blank lines part them, and so does a line that begins with a marker."""
    lines = text.splitlines()
    return tuple(Paragraph(words, heading=_capitals(words)) for words in _joined(lines))


def markdown(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a Markdown text, without the signs of its layout."""
    found: list[Paragraph] = []
    lines: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line.strip())
        if heading or _RULE.fullmatch(line.strip()):
            found += map(Paragraph, _joined(lines))
            lines.clear()
            found += [Paragraph(_unmarked(heading["words"]), heading=True)] if heading else []
        else:
            lines.append(_unmarked(line.strip().removeprefix("> ").removeprefix(">")))
    return (*found, *map(Paragraph, _joined(lines)))


def _unmarked(line: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line))


def _capitals(words: str) -> bool:
    """Whether a paragraph is a heading in capitals."""
    return words.isupper() and len(words) <= _LONGEST_HEADING and not markers(words)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of lines; a wrapped one goes on where the line before is nearly as long as the longest."""
    longest = max(map(len, lines), default=0)
    full = longest * _FULL if longest <= _WIDEST else longest + 1
    held: list[str] = []
    before = 0
    for line in lines:
        words = line.strip()
        if held and (not words or before < full or markers(words)) and not _alone(held):
            yield " ".join(held)
            held.clear()
        held += [words] if words else []
        before = len(line.rstrip())
    if held:
        yield " ".join(held)


def _alone(held: Iterable[str]) -> bool:
    """Whether what is held is a number without words, which may stand on the line before them, or a page before."""
    words = " ".join(held)
    return any(marker.length == len(words) for marker in markers(words))
