"""How names and words are matched: what does not count in a name, and which known word is the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LOOSE: Final = str.maketrans("-‐‑–_", "     ", "'’ʼ`´\"")


def folded(name: str) -> str:
    """A name as it is looked up: case, hyphens, apostrophes and repeated blanks do not count."""
    return " ".join(name.translate(_LOOSE).casefold().split())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word of ``words`` most like ``word``, ignoring case; ``None`` where none is much like it."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake needs it

    by_case = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[close[0]] if close else None


def alike(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """The first three words that share a part with ``word``, as *troop-limit* and *force-limit* do; empty for none."""
    parts = set(folded(word).split())
    return tuple(known for known in words if parts & set(folded(known).split()))[:3]


def suggestion(word: str, words: Iterable[str]) -> str | None:
    """The hint that goes with an unknown word: a question, or ``None`` where no known word is near."""
    near = nearest(word, words)
    return f"did you mean '{near}'?" if near else None
