"""Markers of points: what numbers, letters and bullets at the start of a paragraph may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias
from unicodedata import category

import attrs

from proposals.values import Value

Rank: TypeAlias = tuple[int, ...]
"""Where a marker stands in its series, from 1; several numbers for one written with dots, ``2.1``."""

_KNOWN: Final = (
    "point|article|art|section|sec|item|paragraph|para|clause|chapter|part|step|phase|stage|no|nr|"
    "пункт|п|стаття|статья|ст|розділ|раздел|глава|частина|часть"
)
_WORD: Final = rf"(?P<word>(?P<known>(?i:{_KNOWN})\.?\s+|[§№#]\s?)|[A-ZÀ-ÞЀ-Я][^\W\d_]{{1,20}}\s+)?"
"""A word before a number: one that is known to stand there, or any with a capital."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщюя"
_UKRAINIAN: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_ROMAN: Final = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LOOKALIKES: Final = str.maketrans("\u0406\u0425", "IX")
"""Cyrillic letters by which Roman numbers are written."""
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SPELLED: Final = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"), ("six", "sixth"),
    ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"), ("ten", "tenth"), ("eleven", "eleventh"),
    ("twelve", "twelfth"),
)  # fmt: skip
_RANKS: Final = {word: rank for rank, words in enumerate(_SPELLED, 1) for word in words}

_NUMBERED: Final = re.compile(
    rf"[“\"«„]?{_WORD}(?P<open>[(\[])?(?P<label>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?:\.?[a-z](?!\w)|\([a-z]\))?"
    rf"|[A-Z][.-]?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[{_CIRCLED}]|[ivxlc]{{1,7}}|[IVXLC\u0406\u0425]{{1,7}}|[^\W\d_])"
    r"(?P<close>\.\)|[.)\]:°º]|\ufe0f?\u20e3|\s*[–—-](?=\s)|(?=\s+[“\"A-ZÀ-ÞЀ-Я])|(?=\s*$))\s*"
)
_IN_WORDS: Final = re.compile(
    rf"(?P<word>(?i:{_KNOWN})\s+|(?i:the\s+))?(?P<label>(?i:{'|'.join(_RANKS)}))(?P<ending>ly)?"
    r"(?P<close>[.,:)]|\s*[–—-](?=\s)|(?=\s*$))\s*"
)
_DATE: Final = re.compile(r"\d{1,2}\.?\s+[^\W\d_]{3,12}\s+\d{4}\b")
_BULLET: Final = re.compile(r"(?:[•●·*‣\u2043+→➔–—-]|o(?=\s))\s*(?=\S)")
_SIGN: Final = "So"
"""What Unicode calls the sort of the signs that texts have for bullets: squares, arrows, ticks, emoji."""
_BULLETS_NEED_A_BLANK: Final = "*+o"
_DASHES: Final = "–—-"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Marker(Value):
    """One reading of what stands at the start of a paragraph.

    ``style`` is what the markers of one series have in common: the sort of sign and what surrounds it. ``rank`` is the
    place in the series, ``label`` the sign alone, ``length`` how many characters of the paragraph it takes.
    """

    style: str
    rank: Rank
    label: str
    length: int


BULLET: Final = "bullet"
"""The style of markers that have no order."""


def markers(text: str) -> tuple[Marker, ...]:
    """Every reading of the marker that a paragraph begins with, the likeliest first; empty where it has none.

    ``i)`` may be the ninth letter or the first Roman number.
    """
    if _DATE.match(text):
        return ()
    bullet = _bullet(text)
    if bullet:
        return (Marker(style=BULLET, rank=(), label="", length=bullet),)
    found = _NUMBERED.match(text)
    if not found or (found["open"] and found["close"] not in {")", "]", ".)"}):
        return _in_words(text)
    word = (found["word"] or "").strip().casefold()
    label = found["label"]
    if not (found["known"] or found["open"] or found["close"]) and not _stands_alone(found, text):
        return ()
    around = f"{word}{found['open'] or ''}…{found['close'].strip()}"
    length = found.end()
    return tuple(
        Marker(style=f"{sort} {around}", rank=rank, label=named, length=length)
        for sort, rank, named in _readings(label)
    )


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """Whether a label may be a marker without a sign behind it: a number before a capital, or all of the text."""
    label = found["label"]
    return found.end() == len(text) or (not found["word"] and any(map(str.isdigit, label)))


def part_of(label: str, outer: str) -> bool:
    """Whether a label says itself in which point it stands: ``2.1``, ``2a`` or ``A1``."""
    rest = label.removeprefix(outer)
    return rest not in {"", label} and (rest[0] == "." or rest[0].isdigit() != outer[-1].isdigit())


def _bullet(text: str) -> int:
    """How many characters of a paragraph its bullet takes; 0 where it has none."""
    if text and category(text[0]) == _SIGN and "\u20e3" not in text[:2] and text[0] not in _CIRCLED + "°":
        signs = next((at for at, sign in enumerate(text) if category(sign) != _SIGN), len(text))
        return len(text) - len(text[signs:].lstrip()) if text[signs:].strip() else 0
    found = _BULLET.match(text)
    if not found or (text[0] in _BULLETS_NEED_A_BLANK and not text[1:2].isspace()):
        return 0
    return found.end() if text[0] not in _DASHES or text[1:2].isspace() or text[1:2].isupper() else 0


def _in_words(text: str) -> tuple[Marker, ...]:
    """The reading of ``Point one.`` or ``Firstly,``."""
    found = _IN_WORDS.match(text)
    if not found:
        return ()
    rank = _RANKS[found["label"].casefold()]
    word = (found["word"] or "").strip().casefold()
    cardinal = found["label"].casefold() == _SPELLED[rank - 1][0]
    if cardinal and not word:
        return ()
    style = f"words {word if cardinal else ''}…{found['close'].strip()}"
    return (Marker(style=style, rank=(rank,), label=str(rank), length=found.end()),)


def _readings(label: str) -> Iterator[tuple[str, Rank, str]]:
    """Each series that a label may belong to, with its rank there and the label as citations give it."""
    small = label.casefold()
    if label in _CIRCLED:
        rank = _CIRCLED.index(label) + 1
        yield "circled", (rank,), str(rank)
        return
    if label[0].isdecimal():
        yield from _numbers(small)
        return
    if label[-1].isdecimal():
        numbers = tuple(map(int, re.findall(r"\d+", label)))
        if 0 not in numbers:
            form = re.sub(r"\d+", "1", label[1:])
            yield f"A{form}", (_LETTERS.index(small[0]) + 1, *numbers), label.replace("-", "")
        return
    case = "A" if label[0].isupper() else "a"
    roman = label.translate(_LOOKALIKES)
    if _ROMAN.fullmatch(roman.casefold()):
        yield f"roman {case}", (_roman(roman.casefold()),), roman
    if len(small) == 1 and small in _LETTERS:
        yield f"letter {case}", (_LETTERS.index(small) + 1,), label
    for name, alphabet in (("Cyrillic", _CYRILLIC), ("Ukrainian", _UKRAINIAN)):
        if len(small) == 1 and small in alphabet:
            yield f"{name} {case}", (alphabet.index(small) + 1,), label


def _numbers(label: str) -> Iterator[tuple[str, Rank, str]]:
    """The series of ``2.1``, ``1a``, ``1.a`` and ``1(a)``; none for one with a zero."""
    numbers = tuple(map(int, re.findall(r"\d+", label)))
    letter = label.rstrip(")")[-1]
    held = () if letter.isdecimal() else (_LETTERS.index(letter) + 1,)
    if 0 not in numbers:
        form = ".".join("1" for _ in numbers)
        digits = ".".join(re.findall(r"\d+", label))
        yield f"{form}{'a' if held else ''}", (*numbers, *held), f"{digits}{letter if held else ''}"


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
