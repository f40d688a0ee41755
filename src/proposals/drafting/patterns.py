"""Cues as a person writes them: words in their order, with a few signs, made into regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, TypeAlias

Patterns: TypeAlias = tuple[re.Pattern[str], ...]

GAP: Final = "…"
"""The sign for up to six other words."""

_APART: Final = r"[\s,–—-]+"
_WORDS: Final = 6
_APOSTROPHES: Final = re.compile("['’]")


@cache
def cue(text: str) -> re.Pattern[str]:
    """The pattern of a cue.

    ``army*`` is any ending, ``a|b`` either word, ``[a]`` a word that may be missing, ``[*]`` any word that may be,
    ``cease-fire`` one word, two or hyphened, ``…`` up to six other words, ``… …`` up to twelve. Capitals do not count.
    """
    parts: list[str] = []
    apart, gaps = "", 0
    for token in text.split():
        if token == GAP:
            gaps += 1
            apart = rf"\W+(?:[\w'’%.,-]*\w\W+){{0,{gaps * _WORDS}}}?"
            continue
        gaps = 0
        word = f"(?:{'|'.join(_word(one) for one in token.strip('[]').split('|'))})"
        if not token.startswith("["):
            parts.append(apart + word)
        elif parts:
            parts.append(f"(?:{apart}{word})?")
        else:
            parts.append(f"(?:{word}{_APART})?")
            continue
        apart = _APART
    return re.compile(rf"(?<!\w)(?:{''.join(parts)})(?!\w)", re.IGNORECASE)


def _word(text: str) -> str:
    if text == "*":
        return r"\w+"
    ending = r"\w*" if text.endswith("*") else ""
    escaped = re.escape(text.rstrip("*")).replace(r"\-", r"[\s‑-]?")
    return _APOSTROPHES.sub("['’]", escaped) + ending


def found(cues: Iterable[re.Pattern[str]], text: str) -> list[re.Match[str]]:
    """Every place at which one of the cues stands, in order; of several that begin at one place the longest."""
    best: dict[int, re.Match[str]] = {}
    for pattern in cues:
        for match in pattern.finditer(text):
            held = best.get(match.start())
            if held is None or held.end() < match.end():
                best[match.start()] = match
    return [best[at] for at in sorted(best)]
