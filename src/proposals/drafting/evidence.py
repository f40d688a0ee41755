"""The words that a value rests on, widened until they stand only once in the text that they are quoted from."""

from __future__ import annotations

import re
from typing import Final

from proposals.provenance import find_quote

_FEWEST: Final = 3
"""The fewest words of a quotation, if its line has so many: a lone *immediately* shows nobody what it means."""
_MOST: Final = 100
"""The most words by which a quotation is widened."""
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
        if last < len(words) - 1 and (first == 0 or (last - first) % 2):
            last += 1
        elif first:
            first -= 1
    return None
