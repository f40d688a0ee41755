"""Amounts, dates and spans in running text."""

from __future__ import annotations

import pytest

from drafting_texts import english, terms
from proposals.drafting.moments import amounts, date_in, moment, number
from proposals.fields.numbers import Number
from proposals.library.bundled import bundled

WORLD = bundled().world


@pytest.mark.parametrize(
    ("text", "unit", "values"),
    [
        ("to 600,000 personnel", "persons", ["600000"]),
        ("to 600 000 soldiers and 3 tanks", "persons", ["600000"]),
        ("in 2027, with 3 brigades", "persons", []),
        ("50% of the troops", "persons", []),
        ("$100 billion for troops", "persons", []),
        ("$100 billion", "USD", ["USD 100bn"]),
        ("US$5m, USD 2.5bn and 300 million dollars", "USD", ["USD 5m", "USD 2.5bn", "USD 300m"]),
        ("at least 100 billion euros, up to £5m", "USD", ["at least EUR 100bn", "at most GBP 5m"]),
        ("from €100 billion", "USD", ["EUR 100bn"]),
        ("NATO 2030 and 5 tanks", "USD", []),
        ("at most 500 soldiers", "persons", ["at most 500"]),
        ("of the last 30 years", "years", ["30"]),
    ],
)
def test_amounts_are_found_by_their_unit(text: str, unit: str, values: list[str]) -> None:
    cues = english().cues
    assert [one.value for one in amounts(text, unit, cues.units, cues.bounds)] == values


def test_an_amount_that_may_be_two_things_is_none() -> None:
    (found,) = amounts("$1.234", "USD", {}, {})
    assert number(found, Number("USD"), WORLD) is None
    assert "amount" not in terms("Europe will contribute $1.234 to the reconstruction of Ukraine.")[0][1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 February 2015, they", "2015-02-15"),
        ("the 15th of February, 2015.", "2015-02-15"),
        ("February 15, 2015", "2015-02-15"),
        ("February 2015", "2015-02"),
        ("2027.", "2027"),
        ("14 days", "14 days"),
        ("thirty days of the signature of it", "thirty days of signature"),
        ("72 hours after signature", "72 hours of signature"),
        ("the ceasefire, when", "ceasefire"),
        ("the war", None),
        ("14 days after the war", "14 days"),
        ("2024-13-77", None),
        ("2026-01-15, at noon", "2026-01-15"),
        ("", None),
    ],
)
def test_the_longest_moment_is_found(text: str, value: str | None) -> None:
    found = moment(text, 0, WORLD, english().reader.moments.months)
    assert (found and found.value) == value


def test_words_that_are_no_date_are_none() -> None:
    assert date_in("ten May", {"may": 5}) == ""


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("All fighting stops from the moment the agreement is signed.", {"after": "signature"}),
        ("Ukraine elects a president once martial law is over.", {"after": "end of martial law"}),
        (
            "Elections are held in Ukraine no more than 18 months after the ceasefire.",
            {"within": "18 months of ceasefire"},
        ),
        ("A truce of 60 days lets aid into Crimea.", {"duration": "60 days"}),
        ("A ceasefire starting on 12 February 2026.", {"after": "2026-02-12"}),
    ],
)
def test_a_moment_is_read_in_the_words_for_it(text: str, fields: dict[str, str]) -> None:
    _, found = terms(text, "RU", "UA")[0]
    assert {key: found[key] for key in found.keys() & {"after", "before", "within", "duration"}} == fields


def test_an_amount_that_asks_for_words_is_read_only_beside_them() -> None:
    text = "Ukraine withdraws its artillery {} 50 km from the line of contact."
    assert "zone" not in terms(text.format("by"))[0][1]
    assert terms(text.format("from a zone of at least"))[0][1]["zone"] == 50
