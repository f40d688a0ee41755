"""Krippendorff's alpha: how far coders agree beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Any, Final, TypeVar

_Value = TypeVar("_Value", bound=Hashable)

_PART: Final = Fraction(2, 3)
_OVERLAP: Final = Fraction(1, 3)
_TWO: Final = 2


def alpha(units: Iterable[Sequence[_Value]], distance: Callable[[_Value, _Value], Fraction | int]) -> Fraction | None:
    """How far the values that coders gave to the same units agree.

    K. Krippendorff, *Content Analysis: An Introduction to Its Methodology* (3rd edition, 2013), chapter 12.

    Args:
        units: The values that each unit was given, in any order; one that fewer than two coders looked at counts for
            nothing.
        distance: How far two values are apart, 0 for equal ones; Krippendorff writes it as the squared difference
            function of a scale.

    Returns:
        1 where they always agree, 0 where they agree as by chance, below 0 where less than that. ``None`` where it
        cannot be known: without such a unit, or where all values are the same, so that nothing shows whether the coders
        would have held others apart.

    Two readers who sort twelve things into five sorts:

    >>> first, second = "aabbdcccedda", "babbbccceddd"
    >>> found = alpha(zip(first, second), lambda one, other: int(one != other))
    >>> round(float(found), 3)
    0.692
    """
    counted: Counter[_Value] = Counter()
    observed = Fraction(0)
    for unit in units:
        if len(unit) < _TWO:
            continue
        counted.update(unit)
        held = Counter(unit)
        observed += _apart(held, distance) / (len(unit) - 1)
    expected = _apart(counted, distance)
    if not expected:
        return None
    return 1 - (counted.total() - 1) * observed / expected


def _apart(held: Counter[_Value], distance: Callable[[_Value, _Value], Fraction | int]) -> Fraction:
    """The sum of the distances over every ordered pair of the values that were given."""
    return sum(
        (n * m * Fraction(distance(one, other)) for one, n in held.items() for other, m in held.items()), Fraction(0)
    )


def set_distance(one: AbstractSet[Any], other: AbstractSet[Any]) -> Fraction:
    """How far two sets are apart, 0 to 1: by what they have in common, and less where one holds the other.

    After R. Passonneau, "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation" (LREC
    2006): one less Jaccard's coefficient times 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap,
    0 where they have nothing in common.

    Args:
        one: One set.
        other: The other.

    Returns:
        0 where they are equal, 1 where they have nothing in common.

    >>> set_distance({"a", "b"}, {"a", "b", "c"}), set_distance({"a"}, {"b"}), set_distance(set(), set())
    (Fraction(5, 9), Fraction(1, 1), Fraction(0, 1))
    """
    if one == other:
        return Fraction(0)
    part = _PART if one < other or other < one else _OVERLAP
    return 1 - part * Fraction(len(one & other), len(one | other))
