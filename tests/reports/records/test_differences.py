"""Differences as JSON: each sort of change tells all that it holds, and the schema knows it."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from proposals.comparison.findings import Difference
from proposals.fields.changes import (
    Amount,
    AnotherEvent,
    Bounds,
    Change,
    Inside,
    Lack,
    Membership,
    PathChange,
    Ranked,
    Redline,
    Shift,
    Span,
    Stated,
    Steps,
    Unlike,
    Way,
)
from proposals.fields.values import Plain
from proposals.language.names import Lookup
from proposals.reports.records.differences import DIFFERENCE
from proposals.vocabulary import Direction

INSIDE = Inside((PathChange("attack.by", "RU", None),))
INSIDE_TOLD = {"paths": [{"path": "attack.by", "left": "RU", "right": None}]}
TOLD: list[tuple[Change, dict[str, Any]]] = [
    (Stated(Way.LESS, Lack.UNREPORTED), {"change": "stated", "way": "less", "lack": "not reported"}),
    (Unlike(), {"change": "unlike", "way": "other"}),
    (Steps(-2), {"change": "steps", "way": "less", "steps": -2}),
    (Ranked(Way.MORE), {"change": "ranked", "way": "more"}),
    (
        Amount(100, 50, "persons"),
        {"change": "amount", "way": "less", "unit": "persons", "difference": -50, "ratio": 0.5},
    ),
    (Amount(0, 5, "days"), {"change": "amount", "way": "more", "unit": "days", "difference": 5, "ratio": None}),
    (Bounds(Way.OTHER), {"change": "bounds", "way": "other"}),
    (
        Membership(("DE",), (), ("FR",), added_for_certain=True, removed_for_certain=False, altered=(INSIDE,)),
        {
            "change": "membership",
            "way": "other",
            "added": ["DE"],
            "removed": [],
            "common": ["FR"],
            "added_for_certain": True,
            "removed_for_certain": False,
            "altered": [INSIDE_TOLD],
        },
    ),
    (Shift(7.5), {"change": "shift", "way": "more", "days": 7.5, "renewable": None}),
    (Shift(None), {"change": "shift", "way": "other", "days": None, "renewable": None}),
    (Shift(0.0, Way.LESS), {"change": "shift", "way": "less", "days": 0.0, "renewable": "less"}),
    (AnotherEvent(Way.MORE), {"change": "anotherevent", "way": "more"}),
    (
        Redline((Span("all", "all"), Span("", "of it"))),
        {
            "change": "redline",
            "way": "other",
            "spans": [{"left": "all", "right": "all"}, {"left": "", "right": "of it"}],
        },
    ),
    (INSIDE, {"change": "inside", "way": "other", **INSIDE_TOLD}),
]
VALIDATOR = Draft202012Validator({"$defs": DIFFERENCE.defs, **DIFFERENCE.schema})


def difference(
    left: Plain, right: Plain, change: Change, weight: Direction | None = None, *, unreported: bool = False
) -> Difference:
    return Difference(
        field="of", scale="nominal", left=left, right=right, change=change, direction=weight, unreported=unreported
    )


def test_every_sort_of_change_is_here() -> None:
    assert {type(change) for change, _ in TOLD} == set(get_args(Change))


@pytest.mark.parametrize(("change", "told"), TOLD)
@pytest.mark.parametrize("weight", [None, Direction.HEAVIER])
def test_a_difference_tells_all_that_it_holds(change: Change, told: dict[str, Any], weight: Direction | None) -> None:
    written = DIFFERENCE.json(difference("RU", None, change, weight, unreported=True), Lookup.of())
    assert written == {
        "field": "of",
        "scale": "nominal",
        "left": "RU",
        "right": None,
        **told,
        "direction": weight and str(weight),
        "unreported": True,
    }
    assert VALIDATOR.is_valid(written)


@pytest.mark.parametrize(("change", "told"), TOLD)
def test_what_one_sort_of_change_tells_another_does_not(change: Change, told: dict[str, Any]) -> None:
    written = DIFFERENCE.json(difference("RU", "UA", change), Lookup.of())
    for name in written:
        assert not VALIDATOR.is_valid({key: held for key, held in written.items() if key != name})
    other = "unlike" if told["change"] != "unlike" else "shift"
    assert VALIDATOR.is_valid(written | {"change": other}) is (told["change"] in {"ranked", "bounds", "anotherevent"})


def test_no_step_is_no_difference() -> None:
    written = DIFFERENCE.json(difference("a", "b", Steps(1)), Lookup.of())
    assert not VALIDATOR.is_valid(written | {"steps": 0})
