"""Running heads and feet: the lines that most pages of a file begin or end with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from proposals.texts.markers import markers

_MOST: Final = 2
"""The most lines of a running head, and of a foot."""
_DIGITS: Final = re.compile(r"\d+")


def without_running_lines(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The lines of all pages without their running heads and feet, and what those say, once each."""
    running: list[str] = []
    for at in (0, -1):
        for _ in range(_MOST):
            held = Counter(_form(page[at]) for page in pages if page)
            form, times = next(iter(held.most_common(1)), ("", 0))
            if times <= max(1, len(pages) // 2):
                break
            running.append(next(page[at].strip() for page in pages if page and _form(page[at]) == form))
            pages = [without(page, at) if page and _form(page[at]) == form else page for page in pages]
    return [line for page in pages for line in page], [line for line in running if line]


def without(page: Sequence[str], at: int) -> Sequence[str]:
    """A page without its first line, 0, or its last, -1."""
    return page[1:] if at == 0 else page[:-1]


def _form(line: str) -> str:
    """A line whatever number is in it; one that may number a point is only like itself."""
    words = line.strip()
    return words if markers(words) else _DIGITS.sub("#", words)
