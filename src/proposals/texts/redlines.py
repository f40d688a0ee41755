"""What differs between two raw texts, word by word; a comma more is not another word."""

from __future__ import annotations

import re
from typing import Final

from proposals.fields.changes import Span
from proposals.fields.inside import stretches

_PIECE: Final = re.compile(r"(?<!\s)\s*(?:\w+(?:[.,'’-]\w+)*|[^\w\s])")
"""A word or a number, ``600,000`` as one, or a single sign, with the blanks before it."""


def passages(left: str, right: str) -> tuple[Span, ...]:
    """Two texts cut into spans that are equal but for blanks, or not; joined, either side gives its text back.

    Exchanging the texts exchanges the sides of each span.
    """
    old, new = _PIECE.findall(left.strip()), _PIECE.findall(right.strip())
    cut = stretches([one.strip() for one in old], [one.strip() for one in new])
    return tuple(Span("".join(old[one]), "".join(new[other])) for one, other in cut)
