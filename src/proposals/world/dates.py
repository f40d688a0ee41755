"""Dates as sources give them: EDTF dates, intervals and deadlines.

The part of the Extended Date/Time Format that plans need (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/):
a year, a month or a day; ``~`` approximate, ``?`` uncertain, ``%`` both; an interval ``A/B`` with either end
unknown (empty) or open (``..``). ``2025-10-24~/2025-10-26~`` is "around 24 to 26 October".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import total_ordering
from typing import Self

import attrs

from proposals.errors import InvalidValueError

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_SPAN = re.compile(r"([0-9]{1,6}) (day|week|month|year)s?(?: (of|after|before|from) (.+))?")
# Days in a unit, for comparing deadlines only: the mean Gregorian month and year.
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}
_DECEMBER = 12
_HINT = "write 2025-11-20, 2025-11, 2025, 2025-11-20~ for about, or first/last for an interval"


@total_ordering
@attrs.frozen(eq=False)
class Date:
    """An EDTF date or interval. ``text`` is as written; ``earliest`` and ``latest`` are the days it may mean.

    An end that is unknown or open is :attr:`datetime.date.min` or :attr:`datetime.date.max`. Equality is that of
    the text; order is by the earliest day, then the latest, then the text.
    """

    text: str
    earliest: date = attrs.field(init=False)
    latest: date = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the days that the text spans. Raises :class:`InvalidValueError` if it is no such date."""
        first, slash, last = self.text.partition("/")
        if slash and first in {"", ".."} and last in {"", ".."}:
            raise InvalidValueError(f"'{self.text}' has no end that is known", _HINT, "bad-date")
        earliest, latest = (date.min, date.max) if slash and first in {"", ".."} else _bounds(first, self.text)
        if slash:
            latest = date.max if last in {"", ".."} else _bounds(last, self.text)[1]
        if latest < earliest:
            raise InvalidValueError(f"'{self.text}' ends before it begins", _HINT, "bad-date")
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    def __eq__(self, other: object) -> bool:
        """Dates are equal when they are written alike."""
        return self.text == other.text if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        """As for the text."""
        return hash(self.text)

    def __lt__(self, other: Self) -> bool:
        """By what may be the first day, then the last, then the text."""
        return (self.earliest, self.latest, self.text) < (other.earliest, other.latest, other.text)

    def __str__(self) -> str:
        """The text as written."""
        return self.text

    @property
    def fuzzy(self) -> bool:
        """Whether the source marks the date as approximate or uncertain."""
        return any(mark in self.text for mark in "~?%")


@attrs.frozen
class Deadline:
    """A moment that a term hangs on: a date, a span counted from an event, or an event alone.

    ``text`` is as written: ``2026-06-01``, ``100 days of signature``, ``signature``. ``date`` is set for the first
    form; ``days`` for the second (months and years by their Gregorian mean; ``None`` otherwise); ``anchor`` is the
    event with its preposition (``of signature``), empty where a span does not say what it is counted from.
    """

    text: str
    date: Date | None = attrs.field(init=False, eq=False)
    days: float | None = attrs.field(init=False, eq=False)
    anchor: str = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the three forms. Raises :class:`InvalidValueError` for an empty text or a date that is none."""
        if not self.text.strip():
            raise InvalidValueError("a deadline may not be empty", _HINT, "bad-date")
        span = _SPAN.fullmatch(self.text)
        when = Date(self.text) if self.text[0] in "0123456789./" and not span else None
        object.__setattr__(self, "date", when)
        object.__setattr__(self, "days", int(span[1]) * _DAYS[span[2]] if span else None)
        anchor = f"{span[3]} {span[4]}" if span and span[4] else ""
        object.__setattr__(self, "anchor", self.text if not span and when is None else anchor)

    def __str__(self) -> str:
        """The text as written."""
        return self.text

    def days_after(self, other: Deadline) -> float | None:
        """How many days this one is later than the other (negative: earlier).

        Counted between the first days that the dates may mean; where one of those is not known, between the last, or
        else across the gap, which is the least it can be. ``None`` where it cannot be told: dates whose possible days
        overlap, spans from different events.
        """
        if self.date and other.date:
            if self.date.earliest > other.date.latest or self.date.latest < other.date.earliest:
                return _days_between(other.date, self.date)
            return None
        if self.days is not None and other.days is not None and self.anchor == other.anchor:
            return self.days - other.days
        return None


def _days_between(one: Date, other: Date) -> float:
    if date.min not in {one.earliest, other.earliest}:
        apart = other.earliest - one.earliest
    elif date.max not in {one.latest, other.latest}:
        apart = other.latest - one.latest
    elif one.latest < other.earliest:
        apart = other.earliest - one.latest
    else:
        apart = other.latest - one.earliest
    return apart / timedelta(days=1)


def _last_of(year: int, month: int) -> date:
    return date(year, month, 31) if month == _DECEMBER else date(year, month + 1, 1) - timedelta(days=1)


def _bounds(text: str, whole: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if not found:
        raise InvalidValueError(f"'{whole}' is not a date", _HINT, "bad-date")
    try:
        first = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
        last = first if found[3] else _last_of(first.year, int(found[2] or _DECEMBER))
    except ValueError:
        raise InvalidValueError(f"'{whole}' is not a day of the calendar", _HINT, "bad-date") from None
    return first, last
