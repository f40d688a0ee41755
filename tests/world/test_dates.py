from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError
from proposals.fields.values import MOMENT
from proposals.library.bundled import world
from proposals.world.dates import Date, Deadline

BUNDLED = world()
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
        ("1 day after the ceasefire", None, 1.0, "of the ceasefire"),
        ("5 days before signature", None, 5.0, "before signature"),
        ("36 hours", None, 1.5, ""),
        ("thirty days, renewable", None, 30.0, ""),
        ("2 weeks", None, 14.0, ""),
        ("3 months from ratification", None, 91.310625, "of ratification"),
        ("10 years of signature", None, 3652.425, "of signature"),
        ("signature", None, None, "signature"),
    ],
)
def test_the_three_forms_of_a_deadline(text: str, when: str | None, days: float | None, anchor: str) -> None:
    deadline = Deadline(text)
    assert (deadline.date and deadline.date.text, deadline.anchor, str(deadline)) == (when, anchor, text)
    assert deadline.days == (None if days is None else pytest.approx(days))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2026-13",
        "12 moons of signature",
        "9999999 days of signature",
        "9" * 5000,
        "2026-06-01, renewable",
        "3 days, renewable, renewable",
    ],
)
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
        ("signature", "signature", 0.0),
        ("signature", "30 days after the signature", 30.0),
        ("5 days before signature", "signature", 5.0),
        ("5 days before signature", "2 days before signature", 3.0),
        ("5 days before signature", "1 week of signature", 12.0),
        ("48 hours", "3 days", 1.0),
        ("1 month", "30 days", None),
        ("1 month", "32 days", 32 - 30.436875),
        ("12 months", "365 days", None),
        ("1 year", "364 days", 364 - 365.2425),
        ("1 year", "13 months", 30.436875),
        ("2 weeks", "30 days, renewable", 16.0),
    ],
)
def test_how_much_later_a_deadline_is(left: str, right: str, days: float | None) -> None:
    later, earlier = Deadline(right).days_after(Deadline(left)), Deadline(left).days_after(Deadline(right))
    assert later == (days and pytest.approx(days))
    assert earlier == (None if later is None else -later)


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


def _known(text: str) -> Deadline:
    return MOMENT.read(text, BUNDLED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 weeks", "14 days"),
        ("72 hours", "3 days"),
        ("1 year of signature", "12 months of signature"),
        ("one week", "a week"),
        ("thirty days", "30 days"),
        ("100 days of signature", "one hundred days after the signature"),
        ("3 months from signing", "three months of signature"),
        ("30 days, renewable", "30 days (renewable)"),
        ("30 days renewable of signature", "30 days of signature, renewable"),
        ("0 days", "0 months"),
        ("0 days of signature", "signature"),
        ("signature", "the signature of the agreement"),
        ("entry into force", "Entry-into-Force"),
        ("Russia pays", "russia  pays"),
        ("Zelenski\u0438\u0306 signs", "Zelenski\u0439 signs"),
    ],
)
def test_equal_moments_are_equal_however_they_are_written(one: str, other: str) -> None:
    left, right = _known(one), _known(other)
    assert left == right
    assert hash(left) == hash(right)
    assert (left.meaning, left.days_after(right)) == (right.meaning, 0.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 month", "30 days"),
        ("1 year", "365 days"),
        ("30 days", "30 days, renewable"),
        ("30 days", "30 days of signature"),
        ("5 days before signature", "5 days after signature"),
        ("ceasefire", "full ceasefire"),
        ("signature", "2026"),
        ("Russia pays", "Russia has paid"),
        ("2025", "2025~"),
    ],
)
def test_other_moments_are_not_equal(one: str, other: str) -> None:
    assert _known(one) != _known(other)
    assert _known(one) != one


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("signature", "30 days of signature", 0),
        ("signature", "entry into force", -1),
        ("entry into force", "10 days of signature", 1),
        ("agreement of all and pull-back to agreed points", "agreement of all", 1),
        ("the ceasefire holds", "ceasefire", 1),
        ("ceasefire", "full ceasefire", None),
        ("signature", "2026", None),
        ("2025", "2026", None),
        ("signature", "Russia pays", None),
    ],
)
def test_the_order_of_events_is_told_where_it_is_certain(one: str, other: str, order: int | None) -> None:
    assert _known(one).order_after(_known(other)) == order
    assert _known(other).order_after(_known(one)) == (None if order is None else -order)


@pytest.mark.parametrize(
    ("text", "free"),
    [("Russia pays", True), ("signature", False), ("3 days of x", True), ("3 days", False), ("2026", False)],
)
def test_words_that_name_no_event_are_free(text: str, free: bool) -> None:  # noqa: FBT001 -- drawn from a table
    assert _known(text).free is free


def test_a_date_is_told_and_ordered_by_its_days_and_then_by_its_text() -> None:
    written = ["2025-11-20", "2025-11-20/2025-11-21", "2025-11-20?", "2025-11"]
    assert [str(date) for date in sorted(map(Date, written))] == ["2025-11", "2025-11-20", "2025-11-20?", written[1]]
