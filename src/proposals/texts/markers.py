"""Markers of points: what numbers, letters and bullets at the start of a paragraph may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

Rank: TypeAlias = tuple[int, ...]
"""Where a marker stands in its series, from 1; several numbers for one written with dots, ``2.1``."""

_WORD: Final = r"(?P<word>(?i:point|article|section|item|пункт|стаття|статья)\s+)?"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщюя"
_UKRAINIAN: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_ROMAN: Final = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_NUMBERED: Final = re.compile(
    rf"{_WORD}(?P<open>[(\[])?(?P<label>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]?|[ivxlc]{{1,7}}|[IVXLC]{{1,7}}|[^\W\d_])"
    r"(?P<close>\.\)|[.)\]:]|\s*[–—-](?=\s)|(?=\s+[“\"A-ZÀ-ÞЀ-Я])|(?=\s*$))\s*"
)
_BULLET: Final = re.compile(r"[•●▪■◦○·*‣\u2043–—-]\s*(?=\S)")
_BULLETS_NEED_A_BLANK: Final = "*–—-"


@attrs.frozen(kw_only=True)
class Marker:
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
    bullet = _BULLET.match(text)
    if bullet and (text[0] not in _BULLETS_NEED_A_BLANK or text[1:2].isspace()):
        return (Marker(style=BULLET, rank=(), label="", length=bullet.end()),)
    found = _NUMBERED.match(text)
    if not found or (found["open"] and found["close"] not in {")", "]", ".)"}):
        return ()
    word = (found["word"] or "").strip().casefold()
    bare = not (word or found["open"] or found["close"])
    label = found["label"]
    if bare and not label[0].isdecimal() and label != text:
        return ()
    around = f"{word}{found['open'] or ''}…{found['close'].strip()}"
    length = found.end()
    return tuple(
        Marker(style=f"{sort} {around}", rank=rank, label=label, length=length) for sort, rank in _readings(label)
    )


def _readings(label: str) -> Iterator[tuple[str, Rank]]:
    """Each series that a label may belong to, with its rank there."""
    small = label.casefold()
    if label[0].isdecimal():
        numbers = tuple(int(one) for one in re.findall(r"\d+", label))
        letter = _LETTERS.index(small[-1]) + 1 if not small[-1].isdecimal() else 0
        rank = (*numbers, letter) if letter else numbers
        if 0 not in rank:
            yield f"{'.'.join('1' for _ in numbers)}{'a' if letter else ''}", rank
        return
    case = "A" if label[0].isupper() else "a"
    if _ROMAN.fullmatch(small):
        yield f"roman {case}", (_roman(small),)
    if len(small) == 1 and small in _LETTERS:
        yield f"letter {case}", (_LETTERS.index(small) + 1,)
    for name, alphabet in (("Cyrillic", _CYRILLIC), ("Ukrainian", _UKRAINIAN)):
        if len(small) == 1 and small in alphabet:
            yield f"{name} {case}", (alphabet.index(small) + 1,)


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
