"""The gap between a chain of drafts and a counterpart on one ordered field, and whose step closed it.

Values are exact fractions, so that the parts add up to the change with no remainder.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from typing import Any

import attrs

from proposals.fields.figures import figure_of
from proposals.fields.scales import Ordinal, Quantity, Scale, Timing
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.words import Word
from proposals.world.dates import Deadline


class Mover(Word):
    """Whose text a draft is, in a chain that is held against a counterpart."""

    DRAFT = "draft", "A text of those who write the chain: it moves the chain's value."
    COUNTERPART = "counterpart", "A text of the counterpart's own authors: it moves the counterpart's value."
    JOINT = "joint", "A text of both: it moves both."
    MEDIATOR = "mediator", "A text of a mediator: it stands apart and is a step of neither side."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measured(Validated):
    """A value as a number of units; numbers of different units are not compared."""

    number: Fraction
    unit: str


def measured(scale: Scale | None, value: Any) -> Measured | None:
    """A stated value of an ordered field as a number; ``None`` on a scale on which no gap can be measured.

    Degrees count in steps of their list, quantities and shares in their unit, spans in days or in months from their
    event, single days in days. A figure with two ends is none. Months are not counted in days, since how many days
    they have is not stated. A partial order has no number: no rank is made up.

    >>> measured(Quantity("persons"), 600_000)
    Measured(number=Fraction(600000, 1), unit='persons')
    """
    if isinstance(scale, Ordinal):
        return Measured(number=Fraction(value.rank), unit="steps")
    if isinstance(scale, Quantity):
        (low, high), counted = figure_of(value)
        unit = " per ".join(filter(None, (counted[0] or scale.unit, counted[1])))
        return Measured(number=Fraction(str(low)), unit=unit) if low == high else None
    return _moment(value) if isinstance(scale, Timing) else None


def _moment(moment: Deadline) -> Measured | None:
    if moment.span is not None:
        number, unit = (moment.span.days, "days") if moment.span.unit == "hours" else (moment.span.count, "months")
        return Measured(number=Fraction(number), unit=f"{unit} {moment.anchor}".rstrip())
    if moment.date is not None and moment.date.latest - moment.date.earliest == timedelta(0):
        return Measured(number=Fraction(moment.date.earliest.toordinal()), unit="days")
    return None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Part(OneLine, Validated):
    """What one draft did to the gap.

    ``value`` is the draft's own value. ``by_draft`` and ``by_counterpart`` are what each side's move closed: above 0 it
    came nearer, below 0 it went away. A mediator's text closes nothing.
    """

    document: str
    authors: tuple[str, ...]
    mover: Mover
    value: Fraction
    by_draft: Fraction = Fraction(0)
    by_counterpart: Fraction = Fraction(0)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Convergence(OneLine, Validated):
    """How far the chain and the counterpart were apart on one field, first and last, and what each draft did to it.

    ``field`` is the field's key. ``start`` is the gap when both sides had first stated a value, ``end`` the last one,
    both at least 0. The parts add up to ``start - end`` exactly; drafts that do not state the field have none.
    """

    field: str
    unit: str
    start: Fraction
    end: Fraction
    parts: tuple[Part, ...]

    @property
    def closed(self) -> Fraction:
        """How much narrower the gap is at the end; below 0 if it is wider."""
        return self.start - self.end


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stop(Validated):
    """A draft that states the field: whose it is and where it stands."""

    document: str
    authors: tuple[str, ...]
    mover: Mover
    value: Fraction


def split(before: tuple[Fraction, Fraction], after: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """How much each of two sides closed the gap between them when both may have moved, adding up to the whole.

    Each side's part is the mean of what its move closes if it is taken first and if it is taken second: the value of
    L. S. Shapley ("A Value for n-Person Games", 1953) for two. If one side stays, all is the other's.

    >>> split((Fraction(600), Fraction(900)), (Fraction(700), Fraction(850)))
    (Fraction(100, 1), Fraction(50, 1))
    >>> split((Fraction(0), Fraction(10)), (Fraction(12), Fraction(5)))  # they pass each other
    (Fraction(3, 1), Fraction(0, 1))
    """
    (own, other), (own_after, other_after) = before, after
    whole = abs(own - other) - abs(own_after - other_after)
    first = abs(own - other) - abs(own_after - other)
    second = abs(own - other_after) - abs(own_after - other_after)
    mine = (first + second) / 2
    return mine, whole - mine


def gap(field: str, unit: str, stops: Iterable[Stop], toward: Fraction | None) -> Convergence | None:
    """Follow the gap along the drafts that state the field, in order.

    ``toward`` is the value from which the counterpart starts; ``None`` if it has stated none. ``None`` comes back where
    the two sides never both state one.

    The army limit, in persons: the US plan and the draft read out in December, held against the counter-proposal.

    >>> us = Stop(document="us-28-point", authors=("US",), mover=Mover.DRAFT, value=Fraction(600_000))
    >>> later = Stop(document="twenty-point", authors=("UA", "US"), mover=Mover.DRAFT, value=Fraction(800_000))
    >>> found = gap("personnel", "persons", [us, later], Fraction(800_000))
    >>> [(part.document, int(part.by_draft)) for part in found.parts], int(found.start), int(found.end)
    ([('us-28-point', 0), ('twenty-point', 200000)], 200000, 0)
    """
    own: Fraction | None = None
    other = toward
    start: Fraction | None = None
    end: Fraction | None = None
    parts = []
    for stop in stops:
        own_after = stop.value if stop.mover in {Mover.DRAFT, Mover.JOINT} else own
        other_after = stop.value if stop.mover in {Mover.COUNTERPART, Mover.JOINT} else other
        mine = theirs = Fraction(0)
        if own_after is not None and other_after is not None:
            end = abs(own_after - other_after)
            if own is not None and other is not None:
                mine, theirs = split((own, other), (own_after, other_after))
            else:
                start = end
        parts.append(
            Part(
                document=stop.document,
                authors=stop.authors,
                mover=stop.mover,
                value=stop.value,
                by_draft=mine,
                by_counterpart=theirs,
            ),
        )
        own, other = own_after, other_after
    if start is None or end is None:
        return None
    return Convergence(field=field, unit=unit, start=start, end=end, parts=tuple(parts))
