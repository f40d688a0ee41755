"""Two columns side by side, as a page of plain text has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_GUTTER: Final = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_NARROWEST: Final = 20
"""The fewest characters of a column; what is narrower numbers the lines beside it."""
_FEWEST: Final = 3
"""The fewest lines that have two columns."""
_SHARE: Final = 0.5
"""The least share of the lines that do."""
_CROSSING: Final = 0.2
"""The largest share of the lines that go over both columns, as titles do; one line may."""


def columns(lines: Sequence[str]) -> tuple[Sequence[str], ...]:
    """The lines of each column, the left one first; all lines where there is only one."""
    wide = [line.expandtabs() for line in lines]
    begins = Counter(gutter.end() for line in wide for gutter in _GUTTER.finditer(line))
    column, count = max(begins.items(), key=lambda held: (held[1], -held[0]), default=(0, 0))
    filled = [line for line in wide if line.strip()]
    crossing = sum(not line[:column].endswith("  ") for line in filled if len(line) > column)
    most = max(1, _CROSSING * len(filled))
    if column < _NARROWEST or count < max(_FEWEST, _SHARE * len(filled)) or crossing > most:
        return (lines,)
    two = [not line[:column].strip() or line[:column].endswith("  ") for line in wide]
    left = [line[:column] if apart else line for line, apart in zip(wide, two, strict=True)]
    right = [line[column:] for line, apart in zip(wide, two, strict=True) if apart]
    return left, right
