from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError
from proposals.world.dates import Date, Deadline

YEARS = st.integers(1, 9999).map("{:04d}".format)
MONTHS = st.dates().map("{:%m}".format)
DAYS = st.dates().map(date.isoformat)
MARKS = st.sampled_from(["", "~", "?", "%"])
POINTS = st.builds(str.__add__, DAYS | YEARS | st.builds("{}-{}".format, YEARS, MONTHS), MARKS)


def _intervals() -> st.SearchStrategy[str]:
    def ordered(pair: list[str]) -> str:
        first, last = sorted(pair, key=Date)
        return f"{first}/{last}"

    return st.lists(POINTS, min_size=2, max_size=2).map(ordered)


DATES = (
    POINTS
    | _intervals()
    | st.builds("{}/{}".format, POINTS, st.sampled_from(["", ".."]))
    | st.builds("{}/{}".format, st.sampled_from(["", ".."]), POINTS)
)


@given(POINTS | _intervals())
def test_the_days_are_those_that_edtf_finds(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), Date(text)
    assert ours.earliest == date(*theirs.lower_strict()[:3])
    assert ours.latest == date(*theirs.upper_strict()[:3])


@given(DATES)
def test_every_date_is_valid_edtf_and_stands_as_written(text: str) -> None:
    assert edtf.parse_edtf(text) is not None
    assert str(Date(text)) == text
    assert Date(text).earliest <= Date(text).latest
    assert Date(text).fuzzy == any(mark in text for mark in "~?%")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-11-20", date(2025, 11, 20), date(2025, 11, 20)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-10-24~/2025-10-26~", date(2025, 10, 24), date(2025, 10, 26)),
        ("2025-11-23?/2025-11", date(2025, 11, 23), date(2025, 11, 30)),
        ("../2025-10-14", date.min, date(2025, 10, 14)),
        ("2025-10-14/", date(2025, 10, 14), date.max),
    ],
)
def test_dates_as_the_data_have_them(text: str, earliest: date, latest: date) -> None:
    assert (Date(text).earliest, Date(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not a date"),
        ("20 November 2025", "is not a date"),
        ("2025-1-2", "is not a date"),
        ("2025-11-20T10:00", "is not a date"),
        ("25-11-20", "is not a date"),
        ("٢٠٢٥", "is not a date"),
        ("2025-11-20\n", "is not a date"),
        ("2025/2026/2027", "is not a date"),
        ("2025~~", "is not a date"),
        ("2025-13", "is not a day of the calendar"),
        ("2025-00", "is not a day of the calendar"),
        ("2025-11-00", "is not a day of the calendar"),
        ("2025-02-29", "is not a day of the calendar"),
        ("0000-01-01", "is not a day of the calendar"),
        ("0000", "is not a day of the calendar"),
        ("2026/2025", "ends before it begins"),
        ("/", "has no end that is known"),
        ("../..", "has no end that is known"),
    ],
)
def test_what_is_no_date(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message) as caught:
        Date(text)
    assert caught.value.code == "bad-date"


@given(DATES, DATES)
def test_dates_are_equal_when_written_alike_and_have_one_order(one: str, other: str) -> None:
    assert (Date(one) == Date(other)) == (one == other)
    assert (hash(Date(one)) == hash(Date(other))) or one != other
    assert sum((Date(one) < Date(other), Date(one) == Date(other), Date(one) > Date(other))) == 1
    if Date(one) < Date(other):
        assert Date(one).earliest <= Date(other).earliest


def test_a_date_is_no_string() -> None:
    assert Date("2025") != "2025"


@pytest.mark.parametrize(
    ("text", "when", "days", "anchor"),
    [
        ("2026-06-01", "2026-06-01", None, ""),
        ("2026", "2026", None, ""),
        ("100 days of signature", None, 100.0, "of signature"),
        ("1 day after the ceasefire", None, 1.0, "after the ceasefire"),
        ("2 weeks", None, 14.0, ""),
        ("3 months from ratification", None, 91.310625, "from ratification"),
        ("10 years of signature", None, 3652.425, "of signature"),
        ("signature", None, None, "signature"),
    ],
)
def test_the_three_forms_of_a_deadline(text: str, when: str | None, days: float | None, anchor: str) -> None:
    deadline = Deadline(text)
    assert (deadline.date and deadline.date.text, deadline.anchor, str(deadline)) == (when, anchor, text)
    assert deadline.days == (None if days is None else pytest.approx(days))


@pytest.mark.parametrize("text", ["", " ", "2026-13", "12 moons of signature", "9999999 days of signature", "9" * 5000])
def test_what_is_no_deadline(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Deadline(text)
    assert caught.value.code == "bad-date"


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2025-11-20", "2025-11-27", 7.0),
        ("2025-11", "2026-02", 92.0),
        ("2025-11", "2025-11-20", None),
        ("../2025-10", "2025-11-01/..", 1.0),
        ("../2025-10", "2025-12-31", 61.0),
        ("2025-10-01", "2025-12-31/..", 91.0),
        ("100 days of signature", "30 days of signature", -70.0),
        ("100 days of signature", "30 days of ratification", None),
        ("100 days", "2026-06-01", None),
        ("signature", "ratification", None),
        ("signature", "signature", None),
    ],
)
def test_how_much_later_a_deadline_is(left: str, right: str, days: float | None) -> None:
    assert Deadline(right).days_after(Deadline(left)) == days
    assert Deadline(left).days_after(Deadline(right)) == (None if days is None else -days)


@given(DATES, DATES)
def test_later_and_earlier_mirror_each_other(one: str, other: str) -> None:
    left, right = Deadline(one), Deadline(other)
    later = right.days_after(left)
    assert left.days_after(right) == (None if later is None else -later)
    apart = Date(one).latest < Date(other).earliest or Date(other).latest < Date(one).earliest
    assert (later is not None) == apart
    if later is not None:
        assert abs(later) < (date.max - date.min) / timedelta(days=1)
        assert (later > 0) == (Date(other).earliest > Date(one).latest)
