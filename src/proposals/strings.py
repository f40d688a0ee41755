"""Characters that hide: terminal escapes, bidirectional marks, look-alike letters.

A comparison is evidence, so nothing in it may be invisible or pretend to be something else
(Unicode Technical Reports 36 and 39; CVE-2021-42574 for the bidirectional marks).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

# C0 and C1 controls (save tab and newline), line and paragraph separators, interlinear annotations, the empty Braille
# cell, lone surrogates, and whatever Unicode calls default-ignorable: soft hyphen, fillers, variation selectors,
# zero-width, directional and tag characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ud800-\udfff]",
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def first_hidden(text: str) -> int | None:
    """The offset of the first character that a reader would not see, counted from 0; ``None`` if there is none."""
    if text.isascii() and text.isprintable():  # most texts, and several times as fast as looking at each character
        return None
    found = _HIDDEN.search(text)
    return found.start() if found else None


def visible(text: str) -> str:
    r"""The text with each hidden character written out, ``\x1b`` as ``⟨U+001B⟩``; all else stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def describe(character: str) -> str:
    """The code point and the name of a character, ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def id_fault(text: str) -> str | None:
    """What keeps ``text`` from being an id (lower-case ASCII words, digits, single hyphens); ``None`` if it is one."""
    if _ID.fullmatch(text):
        return None
    for character in text:
        if not character.isascii():
            return f"{describe(character)} is not an ASCII letter"
    return "an id is lower-case letters, digits and single hyphens, as in 'us-28-point'"


_LOOSE: Final = str.maketrans("-‐‑–_", "     ", "'’ʼ`´\"")


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC), in which it is compared: "й" is one character."""
    return unicodedata.normalize("NFC", text)


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
