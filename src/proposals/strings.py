"""Characters that hide: terminal escapes, bidirectional marks, look-alike letters.

A comparison is evidence, so nothing in it may be invisible or pretend to be something else
(Unicode Technical Reports 36 and 39; CVE-2021-42574 for the bidirectional marks).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby
from typing import Final

_NON_JOINER: Final = "\u200c"
_JOINERS: Final = "\u200c\u200d"
_VIRAMAS: Final = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u1039\u103a\u17d2\u1b44"
"""What takes the vowel from a letter of the scripts of India and of those that descend from them."""
# Patterns are texts here, which are compiled when they are first used: most commands never use them.
_CURSIVE: Final = (
    "[\u0620-\u065f\u066e-\u06d5\u06ea-\u06ef\u06fa-\u06ff\u0710-\u074a\u074d-\u077f"
    "\u08a0-\u08e1\u08e3-\u08ff\u1820-\u1878]"
)
"""Letters that join, and their marks: Arabic, Syriac and Mongolian ones."""

_BEYOND = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
"""The last two code points of each plane after the first, which are no characters either."""
# C0 and C1 controls (save tab and newline), line and paragraph separators, interlinear annotations, the empty Braille
# cell, lone surrogates, what is not a character, and whatever Unicode calls default-ignorable: soft hyphen, fillers,
# variation selectors, zero-width, directional and tag characters.
_HIDDEN: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    f"{_BEYOND}]"
)
_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def first_hidden(text: str) -> int | None:
    """The offset of the first character that a reader would not see, counted from 0; ``None`` if there is none."""
    if text.isascii() and text.isprintable():  # most texts, and several times as fast as looking at each character
        return None
    return next(hidden(text), None)


def hidden(text: str) -> Iterator[int]:
    """The offset of each character that a reader would not see, counted from 0."""
    return (found.start() for found in re.finditer(_HIDDEN, text) if not _joins(found))


def _joins(found: re.Match[str]) -> bool:
    """Whether a joiner or a non-joiner is seen, as in the scripts that need it (Unicode Annex 31).

    It is so after a virama, and a non-joiner between letters that would join.
    """
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    if found[0] == _NON_JOINER and re.fullmatch(_CURSIVE, before):
        return re.fullmatch(_CURSIVE, after) is not None
    return found[0] in _JOINERS and before != "" and before in _VIRAMAS


def visible(text: str) -> str:
    r"""The text with each hidden character written out, ``\x1b`` as ``⟨U+001B⟩``; all else stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_HIDDEN, lambda found: found[0] if _joins(found) else f"⟨U+{ord(found[0]):04X}⟩", text)


def describe(character: str) -> str:
    """The code point and the name of a character, ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    unnamed = "control character" if unicodedata.category(character) == "Cc" else "noncharacter"
    return f"U+{ord(character):04X} {unicodedata.name(character, unnamed)}"


def id_fault(text: str) -> str | None:
    """What keeps ``text`` from being an id (lower-case ASCII words, digits, single hyphens); ``None`` if it is one."""
    if re.fullmatch(_ID, text):
        return None
    for character in text:
        if not character.isascii():
            return f"{describe(character)} is not an ASCII letter"
    return "an id is lower-case letters, digits and single hyphens, as in 'us-28-point'"


_LOOSE: Final = str.maketrans("-‐‑–_", "     ", "'’ʼ`´\"")


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC), in which it is compared: "й" is one character.

    A :func:`piled` text stays as it is: ordering its marks takes time with the square of their number.
    """
    return text if text.isascii() or piled(text) else unicodedata.normalize("NFC", text)


_MOST_MARKS: Final = 30
"""How many marks a letter may have, as in Unicode's stream-safe texts (Annex 15)."""
_UNLETTERED: Final = rf"[^\w\x00-\u02ff]{{{_MOST_MARKS + 1},}}"


def piled(text: str) -> bool:
    """Whether more marks than thirty stand on one letter, as no language writes them."""
    runs = (
        len([*held])
        for found in re.finditer(_UNLETTERED, text)
        for marks, held in groupby(found[0], lambda sign: unicodedata.combining(sign) > 0)
        if marks
    )
    return any(run > _MOST_MARKS for run in runs)


_NAMED: Final = r"[^\W\d_]{2,}(?:\.| )|[§№]"
"""How a number begins that says itself what it counts: ``Art. 5``, ``ст. 5``, ``§ 3``; not ``II.3``."""
_ROMAN: Final = r"[IVXLC]+\."


def pointed(points: Iterable[str], sort: str = "point") -> str:
    """Points as they are cited, each with its sort unless it has it: ``point 6, 10d``, ``Art. 5``, ``§ 3``."""
    held = list(points)
    named = any(re.match(_NAMED, point) and not re.match(_ROMAN, point) for point in held)
    return f"{'' if named else f'{sort} '}{', '.join(held)}"


def capital(text: str) -> str:
    """The text with a capital at its beginning, and all else as it is."""
    return text[:1].upper() + text[1:]


def beginning(text: str, most: int) -> str:
    """The text with single blanks; of one that is longer than ``most`` characters the first words."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rsplit(maxsplit=1)[0]} …"


def folded(name: str) -> str:
    """A name as it is looked up: case, hyphens, apostrophes, repeated blanks and how accents are coded do not count."""
    return " ".join(composed(name).translate(_LOOSE).casefold().split())


def nearest(word: str, words: Iterable[str], likeness: float = 0.6) -> str | None:
    """The word of ``words`` most like ``word``, ignoring case; ``None`` where none is as much like it as asked for.

    ``likeness`` is the ratio of :mod:`difflib`, from 0 to 1.
    """
    by_case = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), by_case, n=1, cutoff=likeness)
    return by_case[close[0]] if close else None


def alike(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """The first three words that share a part with ``word``, as *troop-limit* and *force-limit* do; empty for none."""
    parts = set(folded(word).split())
    return tuple(known for known in words if parts & set(folded(known).split()))[:3]


def suggestion(word: str, words: Iterable[str]) -> str | None:
    """The hint that goes with an unknown word: a question, or ``None`` where no known word is near."""
    near = nearest(word, words)
    return f"did you mean '{near}'?" if near else None


_PLACE: Final = r"\{(\w+)\}"


def unfilled(phrase: str, text: str) -> Mapping[str, str] | None:
    """What stands in the places of a phrase; ``None`` where the text is not that phrase.

    >>> unfilled("{first} to {last}", "3 May to 5 May")
    {'first': '3 May', 'last': '5 May'}
    """
    before, *rest = re.split(_PLACE, phrase)
    if not text.startswith(before):
        return None
    at, found = len(before), {}
    for place, after in zip(rest[::2], rest[1::2], strict=True):
        end = text.find(after, at) if after else len(text)
        if end <= at:
            return None
        found[place], at = text[at:end], end + len(after)
    return found if at == len(text) else None
