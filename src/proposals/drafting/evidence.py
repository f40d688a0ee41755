"""The words that a value rests on, widened until they stand only once in the text that they are quoted from."""

from __future__ import annotations

import re
from typing import Final

from proposals.provenance import find_quote

_FEWEST: Final = 3
"""The fewest words of a quotation, if its line has so many: a lone *immediately* shows nobody what it means."""
_MOST: Final = 100
"""The most words by which a quotation is widened."""
_STOPS: Final = (".", "!", "?")
_WORD: Final = re.compile(r"\S+")


def quotation(text: str, start: int, end: int) -> str | None:
    """The words from one offset to the other, with as many around them in their line as make them stand once.

    ``None`` where no such words are found.
    """
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    words = [*_WORD.finditer(text, begin, len(text) if stop < 0 else stop)]
    first = next(at for at, word in enumerate(words) if word.end() > start)
    last = max((at for at, word in enumerate(words) if word.start() < end), default=first)
    for _ in range(_MOST):
        held = text[words[first].start() : words[last].end()]
        if last - first + 1 >= min(_FEWEST, len(words)) and len(find_quote(held, text)) == 1:
            return held
        more, on = first > 0, last < len(words) - 1
        begins, ends = more and _ends(words[first - 1]), _ends(words[last])
        if on and (not more or (begins and not ends) or (begins == ends and (last - first) % 2)):
            last += 1
        elif more:
            first -= 1
    return None


def _ends(word: re.Match[str]) -> bool:
    """Whether a word is the last of its sentence, past which a quotation goes only where it must."""
    return word[0].endswith(_STOPS)
