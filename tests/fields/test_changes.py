from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.fields.changes import (
    Amount,
    AnotherEvent,
    Bounds,
    Change,
    Inside,
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
    later,
)

NUMBERS = st.integers(0, 10**12) | st.floats(0, 10**12)
WORDS = st.text("ab ", max_size=4)
NAMES = st.lists(st.sampled_from(["DE", "FR", "GB", "PL"]), unique=True).map(tuple)
INSIDES = st.lists(st.builds(PathChange, WORDS, st.none() | WORDS, st.none() | WORDS)).map(tuple).map(Inside)
CHANGES: dict[type, st.SearchStrategy[Change]] = {
    Stated: st.builds(Stated, st.sampled_from(Way)),
    Unlike: st.just(Unlike()),
    Steps: st.integers(-5, 5).filter(bool).map(Steps),
    Ranked: st.sampled_from(Way).map(Ranked),
    Amount: st.lists(NUMBERS, min_size=2, max_size=2, unique=True).map(lambda pair: Amount(*pair, "persons")),
    Bounds: st.sampled_from(Way).map(Bounds),
    Membership: st.builds(
        Membership, NAMES, NAMES, NAMES, st.booleans(), st.booleans(), st.lists(INSIDES, max_size=2).map(tuple)
    ),
    Shift: st.builds(
        Shift,
        st.none() | st.integers(-900, 900).map(float),
        st.none() | st.sampled_from([Way.MORE, Way.LESS]),
    ),
    AnotherEvent: st.sampled_from(Way).map(AnotherEvent),
    Redline: st.lists(st.builds(Span, WORDS, WORDS)).map(tuple).map(Redline),
    Inside: INSIDES,
}


def test_the_union_names_every_change() -> None:
    assert set(get_args(Change)) == set(CHANGES)


@pytest.mark.parametrize("shape", CHANGES)
@given(st.data())
def test_a_mirrored_change_goes_the_other_way_and_mirrors_back(shape: type, data: st.DataObject) -> None:
    change = data.draw(CHANGES[shape])
    mirror = change.mirrored()
    assert type(mirror) is type(change)
    assert mirror.way is change.way.reversed()
    assert mirror.mirrored() == change


@pytest.mark.parametrize("way", Way)
def test_ways_have_a_mirror(way: Way) -> None:
    assert way.reversed().reversed() is way
    assert (way.reversed() is way) == (way is Way.OTHER)


@pytest.mark.parametrize(
    ("left", "right", "difference", "ratio", "way"),
    [
        (600_000, 800_000, 200_000, 4 / 3, Way.MORE),
        (100, 50, -50, 0.5, Way.LESS),
        (0, 5, 5, None, Way.MORE),
        (5e-324, 1, 1, None, Way.MORE),
        (0.1, 0.3, 0.2, pytest.approx(3), Way.MORE),
    ],
)
def test_amounts(left: float, right: float, difference: float, ratio: float | None, way: Way) -> None:
    amount = Amount(left, right, "persons")
    assert (amount.difference, amount.ratio, amount.way) == (difference, ratio, way)


INNER = Inside((PathChange("attack.by", "RU", "UA"),))


@pytest.mark.parametrize(
    ("added", "removed", "certain", "altered", "way"),
    [
        (("DE",), (), (True, True), (), Way.MORE),
        (("DE",), (), (False, True), (), Way.OTHER),
        ((), ("DE",), (True, True), (), Way.LESS),
        ((), ("DE",), (True, False), (), Way.OTHER),
        (("DE",), ("FR",), (True, True), (), Way.OTHER),
        ((), (), (True, False), (), Way.OTHER),
        (("DE",), (), (True, True), (INNER,), Way.OTHER),
    ],
)
def test_members_are_more_or_fewer_only_for_certain(
    added: tuple[str, ...],
    removed: tuple[str, ...],
    certain: tuple[bool, bool],
    altered: tuple[Inside, ...],
    way: Way,
) -> None:
    assert Membership(added, removed, ("PL",), *certain, altered).way is way


@pytest.mark.parametrize(
    ("days", "renewable", "way"),
    [
        (7.0, None, Way.MORE),
        (-7.0, None, Way.LESS),
        (0.0, None, Way.OTHER),
        (None, None, Way.OTHER),
        (None, Way.MORE, Way.OTHER),
        (0.0, Way.MORE, Way.MORE),
        (0.0, Way.LESS, Way.LESS),
        (7.0, Way.MORE, Way.MORE),
        (7.0, Way.LESS, Way.OTHER),
    ],
)
def test_shifts(days: float | None, renewable: Way | None, way: Way) -> None:
    assert Shift(days, renewable).way is way


@pytest.mark.parametrize(
    ("order", "days", "renewable", "way"),
    [
        (1, 0.0, None, Way.MORE),
        (-1, 0.0, None, Way.LESS),
        (1, 5.0, Way.MORE, Way.MORE),
        (1, -5.0, None, Way.OTHER),
        (1, None, None, Way.OTHER),
        (None, 5.0, None, Way.OTHER),
        (-1, -5.0, Way.MORE, Way.OTHER),
    ],
)
def test_a_later_event_is_later_unless_its_days_pull_back(
    order: int | None, days: float | None, renewable: Way | None, way: Way
) -> None:
    assert later(order, days, renewable) is way


@pytest.mark.parametrize(("steps", "way"), [(2, Way.MORE), (-1, Way.LESS)])
def test_steps(steps: int, way: Way) -> None:
    assert Steps(steps).way is way


@pytest.mark.parametrize(
    ("change", "mirror"),
    [
        (Stated(Way.MORE), Stated(Way.LESS)),
        (Unlike(), Unlike()),
        (Steps(-2), Steps(2)),
        (Ranked(Way.OTHER), Ranked(Way.OTHER)),
        (Amount(3, 5, "days"), Amount(5, 3, "days")),
        (Bounds(Way.LESS), Bounds(Way.MORE)),
        (
            Membership(("DE",), (), ("FR",), added_for_certain=True, removed_for_certain=False),
            Membership((), ("DE",), ("FR",), added_for_certain=False, removed_for_certain=True),
        ),
        (Shift(3.0, Way.MORE), Shift(-3.0, Way.LESS)),
        (Shift(None, None), Shift(None, None)),
        (AnotherEvent(Way.MORE), AnotherEvent(Way.LESS)),
        (Redline((Span("a", ""), Span("b", "b"))), Redline((Span("", "a"), Span("b", "b")))),
        (Inside((PathChange("against", "MV", None),)), Inside((PathChange("against", None, "MV"),))),
    ],
)
def test_each_change_has_one_mirror(change: Change, mirror: Change) -> None:
    assert change.mirrored() == mirror
    assert mirror.mirrored() == change
