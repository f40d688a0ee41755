"""Fitting phrases into columns of a terminal: nothing is ever cut off, what is too wide is wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from proposals.language.phrases import Phrase, Role, Run
from proposals.reports.page import Excerpt
from proposals.strings import first_hidden, visible

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may end: at any space but one that keeps what stands around it together."""
_SIGNS = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩|.")


def width_of(text: str) -> int:
    """How many columns a terminal gives to a text: two for wide signs, none for combining ones (UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(map(_column_count, text))


@cache
def _column_count(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def length(line: Phrase) -> int:
    """How many columns a phrase takes on one line."""
    return sum([width_of(run.text) for run in line])


def wrapped(text: Phrase, width: int) -> list[Phrase]:
    """The phrase in lines of at most ``width`` columns, hidden characters written out; one empty line if it is empty.

    Lines break at blanks, and inside a word only where it is wider than a whole line.
    """
    whole = "".join([run.text for run in text])
    if first_hidden(whole) is None and " ".join(whole.split()) == whole and width_of(whole) <= width:
        return [text]
    lines: list[list[Run]] = [[]]
    used = 0
    for word, columns in _words(text):
        for piece, size in [(word, columns)] if columns <= width else _pieces(word, width):
            if used and used + 1 + size > width:
                lines.append([])
                used = 0
            if used:
                lines[-1].append(_blank(lines[-1][-1], piece[0]))
                used += 1
            lines[-1] += piece
            used += size
    return [tuple(line) for line in lines]


def _blank(before: Run, after: Run) -> Run:
    """The blank between two words; it takes part in their role where both have the same."""
    return Run(" ", before.role) if before.role is after.role else Run(" ")


def _words(text: Phrase) -> Iterator[tuple[list[Run], int]]:
    """The words of a phrase, each with its columns; a word may be made of several runs."""
    word: list[Run] = []
    columns = 0
    for run in text:
        for index, part in enumerate(_SPACE.split(visible(run.text))):
            if index and word:
                yield word, columns
                word, columns = [], 0
            if part:
                word.append(Run(part, run.role))
                columns += width_of(part)
    if word:
        yield word, columns


def _pieces(word: list[Run], width: int) -> Iterator[tuple[list[Run], int]]:
    """A word that is wider than a line in pieces that fit, each with its columns."""
    piece: list[Run] = []
    used = 0
    for run in word:
        for sign in run.text:
            size = width_of(sign)
            if piece and used + size > width:
                yield piece, used
                piece, used = [], 0
            piece.append(Run(sign, run.role))
            used += size
    yield piece, used


def cells(lines: tuple[Phrase, ...], width: int) -> list[Phrase]:
    """Several phrases below each other in a column of ``width``."""
    return [line for text in lines for line in wrapped(text, width)]


def excerpt(block: Excerpt, width: int) -> Iterator[Phrase]:
    """The line, under it the caret, and the hint; of a line wider than ``width``, the part around the caret.

    A text without a column is whole, line by line, and has no caret. A hidden character that is written out counts as
    the one that it stands for.
    """
    if block.line and not block.column:
        yield from ((Run(line),) for line in visible(block.line).split("\n"))
    elif block.line:
        yield from _pointed(block, width)
    if block.hint:
        yield from wrapped((Run(block.hint),), width)


def _pointed(block: Excerpt, width: int) -> Iterator[Phrase]:
    signs = _SIGNS.findall(visible(block.line).replace("\t", " "))
    at = min(block.column - 1, len(signs))
    first, used = at, 0
    while first and used < width // 2:
        first -= 1
        used += width_of(signs[first])
    last = at
    while last < len(signs) and used < width - 6:
        used += width_of(signs[last])
        last += 1
    before = ("… " if first else "") + "".join(signs[first:at])
    after = "".join(signs[at:last]) + (" …" if last < len(signs) else "")
    yield (Run(before + after),)
    yield (Run(" " * width_of(before)), Run("^", Role.FAILED))
