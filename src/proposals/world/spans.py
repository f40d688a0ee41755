"""Spans of time: ``30 days``, ``72 hours``, ``three months``, ``30 days, renewable``.

Hours, days and weeks are exact, and so are months and years; a month is 28 to 31 days, so that the two sorts compare
only where no length that they may have is common to both.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import attrs

from proposals.errors import InvalidValueError
from proposals.strings import nearest
from proposals.validation import Validated
from proposals.values import Value

# No number has so many characters; without a limit, hostile words could hold the reading up.
_SPAN = re.compile(
    r"(?P<count>[^ ].{0,40}?) (?P<unit>hour|day|week|month|year)s?(?P<first>,? \(?renewable\)?)?"
    r"(?: (?P<side>of|after|from|before) (?P<event>.+?))?(?P<last>,? \(?renewable\)?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9]{1,6}")
_HOURS: Final = {"hour": 1, "day": 24, "week": 7 * 24}
_MONTHS: Final = {"month": 1, "year": 12}
_MEAN_MONTH: Final = Fraction(365_2425, 10_000) / 12
"""Days in the mean Gregorian month."""
_YEAR_OF_DAYS: Final = (365, 366)
_MONTH_OF_DAYS: Final = (28, 31)
_ALIKE: Final = 0.75

# fmt: off
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS: Final = (*_UNITS, *_TENS, "hundred", "a", "an", "and")
"""The words that a number may be written with, up to nine hundred and ninety-nine."""
NUMBER_HINT: Final = "write digits, or words from one to nine hundred and ninety-nine, such as ten, thirty, ninety-five"

_SMALL: Final = {word: number for number, word in enumerate(_UNITS)} | {"a": 1, "an": 1}
_TEN: Final = {word: 10 * number for number, word in enumerate(_TENS, start=2)}


@attrs.frozen(eq=False, repr=False)
class Span(Validated):
    """A length of time: ``count`` of ``unit``, which is ``hours`` or ``months``. Equal lengths are equal."""

    count: int
    unit: str

    @property
    def days(self) -> Fraction:
        """In days; months by their Gregorian mean."""
        return Fraction(self.count, 24) if self.unit == "hours" else self.count * _MEAN_MONTH

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The fewest and the most days that it may be."""
        if self.unit == "hours":
            return self.days, self.days
        years, months = divmod(self.count, 12)
        (year, leap), (short, long) = _YEAR_OF_DAYS, _MONTH_OF_DAYS
        return Fraction(years * year + months * short), Fraction(years * leap + months * long)

    def longer_by(self, other: Span) -> Fraction | None:
        """How many days longer than the other it is.

        Args:
            other: The other span.

        Returns:
            Days, negative where this one is shorter; ``None`` where that cannot be known, as for a month and 30 days.
        """
        if self.unit == other.unit:
            return Span(self.count - other.count, self.unit).days
        (least, most), (shortest, longest) = self.bounds, other.bounds
        return None if least <= longest and shortest <= most else self.days - other.days


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CountedSpan(Value):
    """A span as it is written: ``count`` of ``unit`` (a day, in the singular), and whether it may be renewed.

    ``event`` is what it is counted from, after ``side``: of, after, from or before; both are empty where there is none.
    """

    count: int
    unit: str
    renewable: bool
    side: str
    event: str

    @property
    def span(self) -> Span:
        """The length; no time at all is the same in every unit."""
        months = _MONTHS.get(self.unit, 0) if self.count else 0
        return Span(self.count * months, "months") if months else Span(self.count * _HOURS.get(self.unit, 0), "hours")


def read_span(text: str) -> CountedSpan | None:
    """The span that a text writes; ``None`` where it writes none.

    Raises :class:`InvalidValueError` where it is one but for its number.
    """
    found = _SPAN.fullmatch(text)
    if not found or (found["first"] and found["last"]):
        return None
    count = _number(found["count"])
    if count is None:
        return None
    return CountedSpan(
        count=count,
        unit=found["unit"].lower(),
        renewable=bool(found["first"] or found["last"]),
        side=(found["side"] or "").lower(),
        event=found["event"] or "",
    )


def _number(text: str) -> int | None:
    """The number that is written; ``None`` for words that are none. Raises :class:`InvalidValueError` as above."""
    if _DIGITS.fullmatch(text):
        return int(text)
    words = text.casefold().replace("-", " ").split()
    number = _in_words(words)
    if number is not None:
        return number
    slip = len(words) == 1 and nearest(words[0], NUMBER_WORDS, _ALIKE)
    if slip or text[0].isdigit() or set(words) <= set(NUMBER_WORDS):
        hint = f"did you mean '{slip}'? {NUMBER_HINT}" if slip else NUMBER_HINT
        raise InvalidValueError(f"'{text}' is not the number of a span", hint, "bad-date")
    return None


def _in_words(words: list[str]) -> int | None:
    """``a hundred and twenty five`` as 125; ``None`` where the words make no number."""
    hundreds = 0
    if len(words) > 1 and words[1] == "hundred" and _SMALL.get(words[0], 0) in range(1, 10):
        hundreds, words = 100 * _SMALL[words[0]], words[2:]
        words = words[1:] if len(words) > 1 and words[0] == "and" else words
        if not words:
            return hundreds
    return _below_hundred(words, hundreds)


def _below_hundred(words: list[str], hundreds: int) -> int | None:
    match words:
        case [word] if word in _SMALL and not (hundreds and word in {"a", "an", "zero"}):
            return hundreds + _SMALL[word]
        case [word] if word in _TEN:
            return hundreds + _TEN[word]
        case [ten, one] if ten in _TEN and one in _UNITS[1:10]:
            return hundreds + _TEN[ten] + _SMALL[one]
    return None
