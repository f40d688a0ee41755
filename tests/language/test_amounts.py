from __future__ import annotations

import pytest

from proposals.fields.changes import (
    Amount,
    AnotherEvent,
    Bounds,
    Change,
    Lack,
    Ranked,
    Shift,
    Stated,
    Steps,
    Unlike,
    Way,
)
from proposals.fields.figures import Amounted, Figure
from proposals.language import ENGLISH, amount_words, change_words, folders_of, number_words, read_language, wording
from proposals.language.amounts import figure_words
from proposals.library import bundled
from proposals.vocabulary import Relation, Stance
from proposals.words import Word

LANGUAGE = read_language(folders_of(ENGLISH, bundled()))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (600_000, "600,000"),
        (999_950, "999,950"),
        (1_000_000, "1 million"),
        (1_500_000, "1.5 million"),
        (1_250_000, "1,250,000"),
        (100_000_000_000, "100 billion"),
        (1_234_500_000_000_000, "1,234.5 trillion"),
        (123_456_700_000_000, "123,456.7 billion"),
        (62.5, "62.5"),
        (1234.25, "1,234.25"),
    ],
)
def test_a_number_is_said_for_people(number: float, words: str) -> None:
    assert number_words(number, LANGUAGE) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (100_000_000_000, "USD", "$100 billion"),
        (33.3, "percent", "33.3%"),
        (1, "persons", "1 person"),
        (2, "persons", "2 people"),
        (11, "years", "11 years"),
        (5, "km", "5 km"),
        (1200, "km²", "1,200 km²"),
    ],
)
def test_an_amount_has_its_unit(number: float, unit: str, words: str) -> None:
    assert amount_words(number, unit, LANGUAGE) == words


@pytest.mark.parametrize(
    ("figure", "unit", "words"),
    [
        (100_000_000_000, "USD", "$100 billion"),
        (Figure(low=90_000_000_000), "USD", "at least $90 billion"),
        (Figure(high=90_000_000_000, currency="EUR", per="year"), "USD", "at most €90 billion per year"),
        (Figure(5, 5, "UAH"), "USD", "5 UAH"),
        (Figure(80_000_000_000, 90_000_000_000), "USD", "$80 billion to $90 billion"),
        (Figure(48, 72), "hours", "48 to 72 hours"),
        (Figure(50, 60), "percent", "50 to 60%"),
        (Figure(50, 60), "", "50 to 60"),
        (Figure(5, 5, per="day"), "", "5 per day"),
    ],
)
def test_a_figure_has_its_bounds_currency_and_period(figure: Amounted, unit: str, words: str) -> None:
    assert figure_words(figure, unit, LANGUAGE) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Bounds(Way.MORE), "higher"),
        (Bounds(Way.LESS), "lower"),
        (Bounds(Way.OTHER), "neither is higher"),
        (Steps(1), "one step up"),
        (Steps(-2), "2 steps down"),
        (Ranked(Way.MORE), "stronger"),
        (Ranked(Way.LESS), "weaker"),
        (Ranked(Way.OTHER), "neither is stronger"),
        (Shift(1), "1 day later"),
        (Shift(-30.4), "30 days earlier"),
        (Shift(0.2), "1 day later"),
        (Shift(None), "it is not clear which is earlier"),
        (Shift(0.0, Way.MORE), "renewable added"),
        (Shift(-30.0, Way.LESS), "30 days earlier, renewable dropped"),
        (Shift(None, Way.MORE), "it is not clear which is earlier, renewable added"),
        (AnotherEvent(Way.MORE), "a later event"),
        (AnotherEvent(Way.LESS), "an earlier event"),
        (AnotherEvent(Way.OTHER), "another event"),
        (Shift(1_500.0), "1,500 days later"),
        (Amount(600_000, 800_000, "persons"), "+200,000 people, ×1.33"),
        (Amount(10, 9, "USD"), "-$1, ×0.9"),
        (Amount(0, 9, "USD"), "+$9"),
        (Amount(1_000_000, 1, "persons"), "-999,999 people"),
        (Amount(50, 62.5, "percent"), "+12.5 percentage points"),
        (Amount(51, 50, "percent"), "-1 percentage point"),
        (Stated(Way.MORE), "not stated"),
        (Stated(Way.LESS, Lack.UNREPORTED), "not reported"),
        (Unlike(), ""),
    ],
)
def test_a_change_is_said_for_people(change: Change, words: str) -> None:
    assert change_words(change, LANGUAGE) == words


class Own(Word):
    """A list of one's own."""

    HERE = "here", "Here."


def test_a_word_is_called_what_the_language_calls_it_or_itself() -> None:
    assert wording(Relation.STRUCK, LANGUAGE) == "deleted"
    assert wording(Stance.REJECTS, LANGUAGE, "several") == "reject"
    assert wording(Relation.SAME, LANGUAGE, "several") == "the same"
    assert wording(Own.HERE, LANGUAGE) == "here"
