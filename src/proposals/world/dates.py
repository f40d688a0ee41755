"""Dates as sources give them: EDTF dates, intervals and deadlines.

The part of the Extended Date/Time Format that plans need (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/):
a year, a month or a day; ``~`` approximate, ``?`` uncertain, ``%`` both; an interval ``A/B`` with either end
unknown (empty) or open (``..``). ``2025-10-24~/2025-10-26~`` is "around 24 to 26 October".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import total_ordering

import attrs

from proposals.errors import InvalidValueError, WrongTypeError
from proposals.validation import Validated, validate
from proposals.world.milestones import Occasion, loosely
from proposals.world.spans import Span, read_span

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_DECEMBER = 12
_HINT = "write 2025-11-20, 2025-11, 2025, 2025-11-20~ for about, or first/last for an interval"
_SPAN_HINT = "a span is written as '72 hours', '30 days of signature', 'three months' or '30 days, renewable'"

UNKNOWN_DATE = "1900/2100"
"""What is written for a date of which nothing is known."""


@total_ordering
@attrs.frozen(eq=False, repr=False)
class Date(Validated):
    """An EDTF date or interval. ``text`` is as written; ``earliest`` and ``latest`` are the days it may mean.

    An end that is unknown or open is :attr:`datetime.date.min` or :attr:`datetime.date.max`. Equality is that of
    the text; order is by the earliest day, then the latest, then the text.
    """

    text: str
    earliest: date = attrs.field(init=False, repr=False)
    latest: date = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Find the days that the text spans. Raises :class:`InvalidValueError` if it is no such date."""
        validate(self, Date)
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

    def __lt__(self, other: object) -> bool:
        """By what may be the first day, then the last, then the text. Raises :class:`WrongTypeError` for no Date."""
        if not isinstance(other, Date):
            day = other.isoformat()[: len("2025-11-20")] if isinstance(other, date) else "2025-11-20"
            raise WrongTypeError(f"a Date is ordered among Dates, not beside {other!r}; write Date('{day}')")
        return (self.earliest, self.latest, self.text) < (other.earliest, other.latest, other.text)

    def __str__(self) -> str:
        """The text as written."""
        return self.text

    @property
    def fuzzy(self) -> bool:
        """Whether the source marks the date as approximate or uncertain."""
        return any(mark in self.text for mark in "~?%")


@attrs.frozen(eq=False, repr=False)
class Deadline(Validated):
    """A moment on which a term depends: a date, a span that may be counted from an event, or an event alone.

    ``text`` is as written: ``2026-06-01``, ``100 days of signature``, ``30 days, renewable``, ``signature``. ``event``
    is the milestone that its words name; ``None`` where there are no such words, or where they name none and are prose.
    ``date`` is set for the first form, ``span`` for the second. ``words`` are those for the event, as written and empty
    where there are none; ``before`` says that a span ends with it. ``meaning`` is the moment in its one spelling, part
    by part, with hours for days and weeks and months for years: two are equal that mean the same, however it is
    written, as ``2 weeks`` and ``14 days`` do.

    ``renewable`` says that the span may be renewed.
    """

    text: str
    event: Occasion | None = None
    date: Date | None = attrs.field(init=False, repr=False)
    span: Span | None = attrs.field(init=False, repr=False)
    renewable: bool = attrs.field(init=False, repr=False)
    words: str = attrs.field(init=False, repr=False)
    before: bool = attrs.field(init=False, repr=False)
    meaning: tuple[str, ...] = attrs.field(init=False, repr=False)
    _from: str = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Read the three forms. Raises :class:`InvalidValueError` for an empty text, or what is no date and no span."""
        validate(self, Deadline)
        if not self.text.strip():
            raise InvalidValueError("a deadline may not be empty", _HINT, "bad-date")
        counted = read_span(self.text)
        when = None if counted or self.text[0] not in "0123456789./" else _date(self.text)
        words = counted.event if counted else "" if when else self.text
        give = object.__setattr__
        give(self, "date", when)
        give(self, "span", counted and counted.span)
        give(self, "renewable", bool(counted and counted.renewable))
        give(self, "words", words)
        give(self, "before", bool(counted and counted.side == "before"))
        give(self, "_from", self.event.key if self.event else loosely(words) if words else "")
        give(self, "meaning", self._meaning())

    def __eq__(self, other: object) -> bool:
        """Deadlines are equal when they mean the same moment."""
        return self.meaning == other.meaning if isinstance(other, Deadline) else NotImplemented

    def __hash__(self) -> int:
        """As for the meaning."""
        return hash(self.meaning)

    def __str__(self) -> str:
        """The text as written."""
        return self.text

    def _meaning(self) -> tuple[str, ...]:
        if self.date:
            return (self.date.text,)
        if self.span is None or (self._from and not self.span.count and not self.renewable):
            return ("event", self._from)
        side = ("before" if self.before and self.span.count else "after", self._from) if self._from else ()
        return (f"{self.span.count} {self.span.unit}", *side, *(["renewable"] if self.renewable else []))

    @property
    def free(self) -> bool:
        """Whether it hangs on words that name no milestone, which are compared as prose."""
        return bool(self.words) and self.event is None

    @property
    def days(self) -> float | None:
        """How many days the span has, months and years by their Gregorian mean; ``None`` where there is none."""
        return None if self.span is None else float(self.span.days)

    @property
    def anchor(self) -> str:
        """The event, after ``of`` or ``before`` where a span is counted from it; empty where there is none."""
        name = self.event.name if self.event else self.words
        return name if self.span is None or not name else f"{'before' if self.before else 'of'} {name}"

    def same_start(self, other: Deadline) -> bool:
        """Whether both are counted from the same event, or both from nothing stated.

        Args:
            other: The other deadline.

        Returns:
            ``False`` also where one of them is a date, which is counted from nothing.
        """
        return self.date is None and other.date is None and self._from == other._from

    def days_after(self, other: Deadline) -> float | None:
        """How many days this one is later than the other, apart from any renewal.

        Counted between the first days that the dates may mean; where one of those is not known, between the last, or
        else across the gap, which is the least it can be.

        Args:
            other: The other deadline.

        Returns:
            Days, negative where this one is earlier; ``None`` where it cannot be known: dates whose possible days
            overlap, spans from different events, about a month and 30 days.
        """
        if self.date and other.date:
            if self.date.earliest > other.date.latest or self.date.latest < other.date.earliest:
                return _days_between(other.date, self.date)
            return None
        return self.longer_by(other) if self.same_start(other) else None

    def longer_by(self, other: Deadline) -> float | None:
        """How many days later this one is than the other would be if they were counted from the same event.

        Args:
            other: The other deadline.

        Returns:
            Days, negative where this one is shorter; ``None`` where that cannot be known: about a month and 30 days.
        """
        one, two = (held.span or _NO_TIME for held in (self, other))
        if self.before and other.before:
            one, two = two, one
        elif self.before or other.before:
            days = one.days + two.days
            return float(-days if self.before else days)
        longer = one.longer_by(two)
        return None if longer is None else float(longer)

    def order_after(self, other: Deadline) -> int | None:
        """Whether its event comes later than the other's.

        Args:
            other: The other deadline.

        Returns:
            1 where it certainly comes later or at the same time, -1 where earlier, 0 where it is the same; ``None``
            where that is not certain.
        """
        if self.same_start(other):
            return 0
        one, two = self.event, other.event
        if one is None or two is None:
            return None
        return 1 if two.key in one.earlier else -1 if one.key in two.earlier else None


_NO_TIME = Span(0, "hours")


def _date(text: str) -> Date:
    try:
        return Date(text)
    except InvalidValueError as error:
        if " " not in text.strip():
            raise
        raise InvalidValueError(f"'{text}' is neither a date nor a span", _SPAN_HINT, error.code) from None


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
