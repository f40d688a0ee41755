"""An estimate that cannot be had without its count and its interval.

The estimate is Gower's mean over what is known of both (J. C. Gower, Biometrics 27, 1971), in which a missing pair has
weight 0; the interval bounds the same mean over everything, whatever is missing (C. F. Manski, "Partial Identification
of Probability Distributions", 2003, for bounds of a mean under missing data).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor, fsum

import attrs

from proposals.errors import InvalidValueError
from proposals.measures.distance import Reach
from proposals.notebook import Displayed
from proposals.validation import Validated, validate
from proposals.words import Word


class Missing(Word):
    """Why there is no single value."""

    NOTHING_SHARED = "nothing shared", "No term can be compared."
    TOO_FEW = "too few", "Less than a third of the terms can be compared, so that one value would say too much."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Estimate(Displayed, Validated):
    """A similarity, the number of terms behind it, and its possible range if everything were known.

    ``shared`` of the ``total`` terms can be compared. ``value`` is over these, ``None`` where they are less than a
    third; :attr:`missing` says so. ``low`` and ``high`` bound the similarity over all terms, whatever the others say.
    All three lie in [0, 1]; 1 is the same. It is no number: it does not add, order or convert to one, so that the value
    does not travel without the rest.

    >>> print(Estimate(value=0.41, shared=12, total=31, low=0.12, high=0.83))
    0.41 over 12 of 31 terms; possible range 0.12-0.83
    >>> print(Estimate(value=None, shared=2, total=62, low=0.02, high=0.99))
    no estimate, only 2 of 62 terms; possible range 0.02-0.99
    >>> print(Estimate(value=None, shared=0, total=4, low=0, high=1))
    no estimate, 0 of 4 terms; possible range 0.00-1.00
    """

    value: float | None
    shared: int
    total: int
    low: float
    high: float

    def __attrs_post_init__(self) -> None:
        """Refuse what is no estimate: a value outside its interval, or over too few terms."""
        validate(self, Estimate)
        inside = 0 <= self.low <= self.high <= 1 and 0 <= self.shared <= self.total
        if not inside or (self.value is None) is not bool(self.missing):
            raise InvalidValueError(
                "an estimate has counts, an interval in [0, 1], and a value if a third of the terms is shared"
            )
        if self.value is not None and not self.low <= self.value <= self.high:
            raise InvalidValueError("the value of an estimate lies in its interval")

    @property
    def missing(self) -> Missing | None:
        """Why there is no single value; ``None`` where there is one."""
        if not self.shared:
            return Missing.NOTHING_SHARED
        return Missing.TOO_FEW if self.shared * _LEAST_SHARE < self.total else None

    @property
    def width(self) -> float:
        """How far apart the ends are: how much is not known."""
        return self.high - self.low

    def ends(self) -> tuple[str, str]:
        """The ends of the range to two decimals; where they differ rounded outwards."""
        if self.width:
            return rounded(self.low, down=True), rounded(self.high, down=False)
        return nearest(self.low), nearest(self.high)

    def __str__(self) -> str:
        """The whole of it, to two decimals: ends that differ rounded outwards, and no 1.00 for almost 1."""
        over = f"{self.shared} of {self.total} {'term' if self.total == 1 else 'terms'}"
        low, high = self.ends()
        if self.value is None:
            told = f"no estimate, {'only ' if self.shared else ''}{over}"
        else:
            told = f"{nearest(self.value)} over {over}"
        return f"{told}; possible range {low}-{high}"


_LEAST_SHARE = 3
"""One in so many terms can be compared, at least, where a single value is given."""


def rounded(number: float, *, down: bool) -> str:
    """A number of [0, 1] to two decimals, never up where ``down`` and else never down; noise of 1e-9 does not count."""
    hundredths = floor(number * 100 + 1e-9) if down else ceil(number * 100 - 1e-9)
    return f"{hundredths / 100:.2f}"


def nearest(number: float) -> str:
    """A number of [0, 1] to two decimals; what is not quite 0 or 1 is not shown as such."""
    return f"{number:.2f}" if number in {0, 1} else f"{min(max(number, 0.01), 0.99):.2f}"


def estimate(weighed: Iterable[tuple[float, Reach]]) -> Estimate:
    """Gower's coefficient over pairs of weight and distance, with the interval that fills what is not known.

    Weights are above 0. Pairs without a known value have weight 0 in the value (Gower 1971) and their whole reach in
    the interval: the worst and the best that they may turn out to be. The order of the pairs does not count. Where less
    than a third have a known value, only the interval is given.

    >>> same, half, silent = Reach(0.0, 0.0, 0.0), Reach(0.5, 0.5, 0.5), Reach(None, 0.0, 1.0)
    >>> print(estimate([(1, same), (1, half), (1, silent), (1, silent)]))
    0.75 over 2 of 4 terms; possible range 0.37-0.88
    """
    found = list(weighed)
    parts = [_parts(weight, reach) for weight, reach in found]
    return _estimated([*map(fsum, zip(*parts, strict=True))], _shared(found), len(found))


def without_each(weighed: Sequence[tuple[float, Reach]]) -> Iterator[Estimate]:
    """What :func:`estimate` gives over all pairs but one, for each of them in turn.

    The sums are exact and are rounded once, as :func:`math.fsum` rounds them.
    """
    parts = [tuple(map(Fraction, _parts(weight, reach))) for weight, reach in weighed]
    sums = [sum(column, start=Fraction()) for column in zip(*parts, strict=True)]
    shared = _shared(weighed)
    for part, (_, reach) in zip(parts, weighed, strict=True):
        rest = [float(whole - own) for whole, own in zip(sums, part, strict=True)]
        yield _estimated(rest, shared - (reach.value is not None), len(weighed) - 1)


def _parts(weight: float, reach: Reach) -> tuple[float, ...]:
    """What a pair adds to the sums: its weight, that times its most and its least; the same of its value, if known."""
    known = (0.0, 0.0) if reach.value is None else (weight, weight * reach.value)
    return (weight, weight * reach.most, weight * reach.least, *known)


def _shared(weighed: Iterable[tuple[float, Reach]]) -> int:
    return sum(reach.value is not None for _, reach in weighed)


def _estimated(sums: Sequence[float], shared: int, total: int) -> Estimate:
    """The estimate with these sums, in the order of :func:`_parts`."""
    whole, most, least, known, far = sums if total else (1.0, 1.0, 0.0, 0.0, 0.0)
    low, high = _bounded(1 - most / whole), _bounded(1 - least / whole)
    value = _bounded(1 - far / known) if shared and shared * _LEAST_SHARE >= total else None
    return Estimate(
        value=value,
        shared=shared,
        total=total,
        low=low if value is None else min(low, value),
        high=high if value is None else max(high, value),
    )


def _bounded(number: float) -> float:
    """Without what rounding leaves over beyond the ends."""
    return min(max(number, 0.0), 1.0)
