"""Figures as texts give them: bounds, currencies, periods."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from proposals.errors import InvalidValueError
from proposals.fields.currencies import CURRENCIES, SIGNS
from proposals.fields.figures import Figure, Figures, figure_of
from proposals.fields.values import Domain
from proposals.library.bundled import world

USD, PERSONS, PERCENT = Figures("USD"), Figures("persons"), Figures("percent", most=100)
WORLD = world()


@pytest.mark.parametrize(
    ("domain", "text", "value", "plain"),
    [
        (USD, "100bn", 100 * 10**9, 100 * 10**9),
        (USD, "$100bn", 100 * 10**9, 100 * 10**9),
        (USD, "USD 5", 5, 5),
        (USD, "5 usd", 5, 5),
        (USD, "EUR 90bn", Figure(90e9, 90e9, "EUR"), "EUR 90000000000"),
        (USD, "€ 90 billion per year", Figure(90e9, 90e9, "EUR", "year"), "EUR 90000000000 per year"),
        (USD, "1.5m eur", Figure(1_500_000, 1_500_000, "EUR"), "EUR 1500000"),
        (USD, "at least 90bn a year", Figure(low=90e9, per="year"), "at least 90000000000 per year"),
        (USD, "No less than £5", Figure(low=5, currency="GBP"), "at least GBP 5"),
        (USD, "up to ₴5m", Figure(high=5e6, currency="UAH"), "at most UAH 5000000"),
        (USD, "≤ 0.5", Figure(high=0.5), "at most 0.5"),
        (USD, "80bn to 90bn", Figure(80e9, 90e9), "80000000000 to 90000000000"),
        (USD, "EUR 80bn–90bn", Figure(80e9, 90e9, "EUR"), "EUR 80000000000 to 90000000000"),
        (USD, "between EUR 80 and EUR 90", Figure(80, 90, "EUR"), "EUR 80 to 90"),
        (USD, "from 80 to 90 EUR", Figure(80, 90, "EUR"), "EUR 80 to 90"),
        (USD, "500000 to 1m", Figure(500_000, 10**6), "500000 to 1000000"),
        (USD, "5 to 5", 5, 5),
        (USD, "0 to 5", Figure(high=5), "at most 5"),
        (USD, "at most 0", 0, 0),
        (USD, "100bn/year", Figure(100e9, 100e9, per="year"), "100000000000 per year"),
        (USD, "100bn annually", Figure(100e9, 100e9, per="year"), "100000000000 per year"),
        (PERSONS, "48 to 72", Figure(48, 72), "48 to 72"),
        (PERSONS, "5 each day", Figure(5, 5, per="day"), "5 per day"),
        (PERCENT, "50 – 60%", Figure(50, 60), "50 to 60"),
        (PERCENT, "at least 33.3 %", Figure(low=33.3), "at least 33.3"),
    ],
)
def test_what_is_read_is_written_in_one_way_and_reads_back(domain: Domain, text: str, value: Any, plain: Any) -> None:
    read = domain.read(text, WORLD)
    domain.check(read)
    assert (read, domain.plain(read)) == (value, plain)
    assert domain.read(str(plain), WORLD) == domain.tidy(read) == value
    assert str(read) == str(plain)
    Draft202012Validator(domain.schema()).validate(plain)


@pytest.mark.parametrize(
    ("domain", "text", "message", "hint"),
    [
        (USD, "¥5", "'¥5' is not a number of USD", "write 100bn, EUR 90bn, at least 5000"),
        (USD, "at least many", "'at least many' is not a number of USD", "write 100bn"),
        (USD, "5 abc", "'5 abc' is not a number of USD", "write 100bn"),
        (USD, "EUR 5 to USD 6", "'EUR 5 to USD 6' is in two currencies", "write 100bn"),
        (USD, "80-90bn", "'80-90bn' may begin at 80 or be of one size", "write 80bn to 90bn"),
        (USD, "90 to 80", "90 is more than 80", "write the lower one first"),
        (USD, "at least 0", "a figure needs a lower or an upper end", "write 100bn"),
        (PERSONS, "EUR 5", "'EUR 5' is not a number of persons", "write 600000, 600k or 100bn"),
        (PERSONS, "800.000 to 900000", "'800.000 to 900000' may be thousands", "write 800000 or 800,000"),
        (PERCENT, "90 to 101", "101 is more than 100 percent", None),
    ],
)
def test_what_is_refused(domain: Domain, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(InvalidValueError) as caught:
        domain.check(domain.read(text, WORLD))
    assert caught.value.message.startswith(message)
    assert hint is None or str(caught.value.hint).startswith(hint)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "a figure needs a lower or an upper end"),
        ({"low": 5, "high": 5}, "this figure is a plain number"),
        ({"low": 5, "currency": "XYZ"}, "'XYZ' is not a currency of ISO 4217"),
        ({"low": 5, "per": "fortnight"}, "'fortnight' is not a period of a figure"),
    ],
)
def test_no_figure_is_made_of_these(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Figure(**given)


@pytest.mark.parametrize(
    ("domain", "figure", "message"),
    [
        (PERSONS, Figure(5, 5, "EUR"), "'EUR 5' is not a number of persons"),
        (USD, Figure(5, 5, "USD"), "'USD 5' is not a number of USD"),
        (PERCENT, Figure(low=101), "101 is more than 100 percent"),
        (USD, "EUR 5", "'EUR 5' is not a number of USD"),
    ],
)
def test_a_figure_is_checked_against_its_field(domain: Domain, figure: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        domain.check(figure)


def test_figures_have_their_ends_and_what_they_are_counted_in() -> None:
    assert figure_of(5) == ((5, 5), ("", ""))
    assert figure_of(Figure(low=5, currency="EUR", per="day")) == ((5, float("inf")), ("EUR", "day"))
    assert Figure(5.0, 6.0) == Figure(5, 6)
    assert Figure(0, 6) == Figure(high=6)


def test_every_sign_is_that_of_a_currency() -> None:
    assert set(SIGNS.values()) <= CURRENCIES


def test_from_nothing_to_an_end_is_at_most_that_end() -> None:
    assert Figure(0, 5) == Figure(high=5)
    assert Figure(high=0, currency="EUR") == Figure(0, 0, "EUR")
