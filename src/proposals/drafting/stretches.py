"""Stretches of a text, each from one offset to another."""

from __future__ import annotations

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


def far(one: Span, other: Span) -> int:
    """How many characters stand between two stretches; 0 where they meet."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def holds(outer: Span, inner: Span) -> bool:
    """Whether a stretch reaches over all of a shorter one."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]
