"""Footnotes: paragraphs that begin with a mark by which an earlier word of the text points to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from proposals.texts.raw import Paragraph

_RAISED: Final = tuple("¹²³⁴⁵⁶⁷⁸⁹")
_MARK: Final = re.compile(r"[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]")


def may_begin_note(text: str) -> bool:
    """Whether a line begins with a raised number, which no other line does."""
    return text[:1] in _RAISED


def footnotes(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs, counted from 0, are footnotes."""
    pointed: set[str] = set()
    found: set[int] = set()
    for at, one in enumerate(paragraphs):
        begins = _MARK.match(one.text)
        if begins and begins[0] in pointed:
            found.add(at)
        pointed.update(
            mark[0] for mark in _MARK.finditer(one.text) if mark.start() and one.text[mark.start() - 1] != " "
        )
    return frozenset(found)
