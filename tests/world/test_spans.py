from __future__ import annotations

from fractions import Fraction

import pytest

from proposals.errors import InvalidValueError
from proposals.world.spans import NUMBER_HINT, NUMBER_WORDS, CountedSpan, Span, read_span

UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _in_words(number: int) -> str:
    """A number below 1,000 as English writes it."""
    hundreds, rest = divmod(number, 100)
    low = UNITS[rest] if rest < len(UNITS) else TENS[rest // 10 - 2] + (f"-{UNITS[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return low
    return f"{UNITS[hundreds]} hundred" + (f" and {low}" if rest else "")


@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "year"])
@pytest.mark.parametrize("plural", ["", "s"])
def test_numbers_are_read_in_words_as_in_digits(unit: str, plural: str) -> None:
    for number in range(1000):
        expected = read_span(f"{number} {unit}{plural}")
        assert expected is not None
        assert read_span(f"{_in_words(number)} {unit}{plural}") == expected
        assert (
            read_span(f"{_in_words(number).replace('-', ' ').replace(' and', '').title()} {unit}{plural}") == expected
        )
        assert expected.count == number


@pytest.mark.parametrize(
    ("text", "count", "unit", "renewable", "side", "event"),
    [
        ("72 hours", 72, "hour", False, "", ""),
        ("a week", 1, "week", False, "", ""),
        ("an hour before the talks", 1, "hour", False, "before", "the talks"),
        ("30 days, renewable", 30, "day", True, "", ""),
        ("30 days (renewable)", 30, "day", True, "", ""),
        ("a hundred days of signature, renewable", 100, "day", True, "of", "signature"),
        ("two hundred days of signature", 200, "day", False, "of", "signature"),
        ("Three Months From Signature", 3, "month", False, "from", "Signature"),
    ],
)
def test_spans(text: str, count: int, unit: str, renewable: bool, side: str, event: str) -> None:  # noqa: FBT001 -- a table
    expected = CountedSpan(count=count, unit=unit, renewable=renewable, side=side, event=event)
    assert read_span(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "signature",
        "the coming days",
        "several days",
        "days",
        "the first ten days",
        "2026",
        "30 days, renewable, renewable",
    ],
)
def test_what_is_no_span(text: str) -> None:
    assert read_span(text) is None


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("thirtee days", "thirteen"),
        ("fourty days of signature", "forty"),
        ("hundred five days", None),
        ("twenty hundred days", None),
        ("ten three days", None),
        ("one hundred and zero days", None),
        ("one hundred a days", None),
        ("and days", "and"),
        ("12.5 days", None),
        ("9999999 days", None),
    ],
)
def test_a_number_that_is_none_comes_with_the_words_that_exist(text: str, near: str | None) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_span(text)
    assert caught.value.code == "bad-date"
    assert caught.value.hint == (f"did you mean '{near}'? {NUMBER_HINT}" if near else NUMBER_HINT)


def test_long_words_do_not_hold_the_reading_up() -> None:
    assert read_span("x days of " * 20_000) is None


def test_the_words_are_those_of_the_hint() -> None:
    assert set(NUMBER_WORDS) == {*UNITS, *TENS, "hundred", "a", "an", "and"}


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (Span(72, "hours"), Span(48, "hours"), 1),
        (Span(12, "months"), Span(1, "months"), Fraction(365_2425, 10_000) * 11 / 12),
        (Span(1, "months"), Span(28 * 24, "hours"), None),
        (Span(1, "months"), Span(31 * 24, "hours"), None),
        (Span(1, "months"), Span(27 * 24, "hours"), Fraction(365_2425, 120_000) - 27),
        (Span(24, "months"), Span(732 * 24, "hours"), None),
        (Span(24, "months"), Span(733 * 24, "hours"), 2 * Fraction(365_2425, 10_000) - 733),
    ],
)
def test_months_and_days_compare_only_where_no_length_is_common_to_both(
    one: Span, other: Span, days: Fraction | None
) -> None:
    assert one.longer_by(other) == days
    assert other.longer_by(one) == (None if days is None else -days)
