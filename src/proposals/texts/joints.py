"""Joining the lines of a paragraph: a word that is cut at the end of a line is one again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from proposals.values import Value

_CUT: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+[-\u2010\u00ad]$")
_REST: Final = re.compile(r"[^\W\d_]+")
_HYPHENED: Final = re.compile(r"(?<!\w)\w+-\w+")
_SOFT: Final = "\u00ad"
_PREFIXES: Final = frozenset({
    "all", "anti", "co", "counter", "cross", "ex", "far", "full", "long", "multi",
    "non", "self", "semi", "short", "well",
})  # fmt: skip
"""What keeps its hyphen before another word."""


@attrs.frozen(eq=False, repr=False)
class Joint(Value):
    """Joins lines of one text; ``hyphened`` are the words that have a hyphen within a line of it, in small letters."""

    hyphened: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Joint:
        """What the lines of a text show of its hyphens."""
        return cls(frozenset(word.casefold() for line in lines for word in _HYPHENED.findall(line)))

    def is_cut(self, line: str, after: str) -> bool:
        """Whether a word that a line ends with goes on in the next."""
        return after[:1].islower() and _CUT.search(line) is not None

    def of_lines(self, lines: Sequence[str]) -> str:
        """The lines as one paragraph."""
        joined = lines[0]
        for line in lines[1:]:
            cut, rest = _CUT.search(joined), _REST.match(line)
            if cut is None or rest is None:
                joined = f"{joined} {line}"
            else:
                joined = f"{joined if self._keeps(cut[0], rest[0]) else joined[:-1]}{line}"
        return joined

    def _keeps(self, first: str, rest: str) -> bool:
        """Whether a word has its hyphen also where it is not cut."""
        if first.endswith(_SOFT):
            return False
        word = f"{first[:-1]}-{rest}".casefold()
        return rest[0].isupper() or word in self.hyphened or first[:-1].casefold() in _PREFIXES
