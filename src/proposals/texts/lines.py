"""Paragraphs of a text that is written in lines: plain text, Markdown, the pages of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from proposals.texts.columns import columns
from proposals.texts.footnotes import may_begin_note
from proposals.texts.joints import Joint
from proposals.texts.markers import markers
from proposals.texts.raw import Paragraph

_WIDEST: Final = 130
"""Lines up to so many characters may be wrapped; in a text with longer ones each line is a paragraph."""
_FULL: Final = 0.65
"""A line of at least this share of the longest may go on in the next."""
_LONGEST_HEADING: Final = 80
_WORDS_OF_HEADING: Final = 7
_STOPS: Final = ".;:!?…"

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
_QUOTED: Final = re.compile(r"^(?:>[ ]?)+")
_BARE: Final = re.compile(r"\d+\s")
_RULE: Final = re.compile(r"(?:[*_=-]\s*){3,}")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_FRONT_MATTER: Final = re.compile(r"\A---[ ]*\n(?:.*\n)*?---[ ]*(?:\n|\Z)")
"""What programs keep about a Markdown file, at its top."""
_EMPHASIS: Final = re.compile(r"(?<!\\)(\*{1,3}|_{1,3}|`)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?!\w)")


def plain(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text. Blank lines part them, and so does a line that begins with a marker."""
    held: list[str] = []
    for column in columns(text.splitlines()):
        held += _joined([cell for line in column for cell in _cells(_QUOTED.sub("", line))])
    return tuple(Paragraph(one, heading=_is_heading(one, after)) for one, after in zip_longest(held, held[1:]))


def markdown(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a Markdown text, without the signs of its layout."""
    found: list[Paragraph] = []
    lines: list[str] = []
    for line in _FRONT_MATTER.sub("", text).splitlines():
        heading = _HEADING.fullmatch(line.strip())
        if heading or _RULE.fullmatch(line.strip()):
            found += map(Paragraph, _joined(lines))
            lines.clear()
            found += [Paragraph(_unmarked(heading["words"]), heading=True)] if heading else []
        else:
            lines += _cells(_unmarked(_QUOTED.sub("", line.strip())))
    return (*found, *map(Paragraph, _joined(lines)))


def _unmarked(line: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line)))


def _cells(line: str) -> Sequence[str]:
    """The cells of a line of a table, each a line of its own; the rule below its head is none."""
    if not line.lstrip().startswith("|"):
        return (line,)
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return [cell for cell in cells if cell and not _RULE.fullmatch(cell.strip(":"))]


def _is_heading(words: str, after: str | None) -> bool:
    """Whether a paragraph is a heading: in capitals, or a few words without a stop before a sentence or a marker."""
    if len(words) > _LONGEST_HEADING or markers(words):
        return False
    short = (
        len(words.split()) <= _WORDS_OF_HEADING
        and words[0].isupper()
        and (words[-1].isalpha() or words[-1].isdecimal())
    )
    return words.isupper() or (short and after is not None and (after[-1] in _STOPS or bool(markers(after))))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of lines; a wrapped one goes on where the line before is nearly as long as the longest."""
    longest = max(map(len, lines), default=0)
    full = longest * _FULL if longest <= _WIDEST else longest + 1
    joint = Joint.of(lines)
    held: list[str] = []
    before = 0
    for line in lines:
        words = line.strip()
        ends = not words or before < full or may_begin_note(words) or markers(words)
        if held and ends and not _alone(held, words) and not joint.is_cut(held[-1], words):
            yield joint.of_lines(held)
            held.clear()
        held += [words] if words else []
        before = len(line.rstrip())
    if held:
        yield joint.of_lines(held)


def _alone(held: Iterable[str], after: str) -> bool:
    """Whether what is held is a number without words, which may stand on the line before them, or a page before.

    It is not where what comes after begins with a number or a bullet of its own.
    """
    words = " ".join(held)
    alone = any(marker.length == len(words) for marker in markers(words))
    return alone and not any(marker.length < len(after) and not _BARE.match(after) for marker in markers(after))
