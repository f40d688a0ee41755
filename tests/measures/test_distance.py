from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals import library
from proposals.comparison.engine import meet
from proposals.errors import InvalidValueError
from proposals.fields.declare import compared_fields
from proposals.fields.figures import Figure
from proposals.fields.members import Members
from proposals.fields.scales import (
    MemberSet,
    Nominal,
    Ordinal,
    PartialOrder,
    Prose,
    Qualifier,
    Quantity,
    Scale,
    Share,
    Timing,
)
from proposals.fields.values import ACTOR, FLAG, Words
from proposals.measures.distance import FARTHEST, NEAREST, UNKNOWN, Reach, distance, term_reach
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Line, Recognition, TerritoryStatus
from proposals.testing import term_pairs
from proposals.vocabulary import Coverage, Modality, Stance
from proposals.world.dates import Deadline

LADDER = next(field.scale for field in compared_fields(Term) if field.name == "modality")


@pytest.mark.parametrize(
    ("scale", "left", "right", "expected"),
    [
        (Nominal(Words(Line)), Line.CONTACT, Line.BORDER, 1),
        (Nominal(Words(Line)), Line.CONTACT, Line.CONTACT, 0),
        (Ordinal(Recognition), Recognition.NONE, Recognition.DE_FACTO, 0.5),
        (Ordinal(Recognition), Recognition.NONE, Recognition.DE_JURE, 1),
        (LADDER, Modality.SHOULD, Modality.SHALL, 0.25),
        (LADDER, Modality.EXPECTED, Modality.SHALL, 0.75),
        (LADDER, Modality.MAY, Modality.SHALL, 1),
        (Quantity("persons"), 600_000, 800_000, 0.25),
        (Quantity("persons"), 0, 5, 1),
        (Share(), 50, 33, 0.17),
        (Share(), Figure(low=50), Figure(high=50), 0.5),
        (Quantity("USD"), 50, Figure(50, 100), 0.25),
        (Quantity("USD"), 50, Figure(low=50), 0.5),
        (Quantity("USD"), Figure(low=50), Figure(low=100), 0.25),
        (Quantity("USD"), 50, Figure(50, 50, "EUR"), 1),
        (MemberSet(ACTOR), Members(("US",)), Members(("DE", "FR", "US")), 2 / 3),
        (MemberSet(ACTOR), Members(("US",)), Members(("RU",)), 1),
        (MemberSet(ACTOR), Members(()), Members((), open=True), 0),
        (Timing(), Deadline("30 days of signature"), Deadline("60 days of signature"), 0.5),
        (Timing(), Deadline("7 days of signature"), Deadline("1 week of signature"), 0),
        (Timing(), Deadline("30 days of signature"), Deadline("60 days of ratification"), 1),
        (Timing(), Deadline("12 months"), Deadline("1 year"), 0),
        (Timing(), Deadline("1 month"), Deadline("2 days"), 1 - 2 / 30.436875),
        (Timing(), Deadline("2026-01-01"), Deadline("2026-01-02"), 1),
        (Timing(), Deadline("signature"), Deadline("30 days"), 1),
        (Qualifier(FLAG), True, True, 0),
        (Prose(), "the forces leave", "the forces leave at once", 1),
    ],
)
def test_each_scale_has_its_distance(scale: Scale, left: Any, right: Any, expected: float) -> None:
    assert distance(scale, left, right) == pytest.approx(expected, abs=1e-12)
    assert distance(scale, right, left) == distance(scale, left, right)


@given(st.data())
def test_a_partial_order_keeps_its_order_and_makes_up_no_rank(data: st.DataObject) -> None:
    scale = LADDER
    assert isinstance(scale, PartialOrder)
    one, other, third = (data.draw(st.sampled_from(list(scale.words))) for _ in range(3))
    assert (distance(scale, one, other) == 0) is (one is other)
    assert distance(scale, one, third) <= distance(scale, one, other) + distance(scale, other, third) + 1e-12


def between(left: Term, right: Term, coverage: tuple[Coverage, Coverage] = (Coverage.COMPLETE,) * 2) -> Reach:
    return term_reach(left, right, meet(left, right, coverage=coverage).differences)


LIMIT = ForceLimit(of="UA", personnel=600_000)
PEACETIME = ForceLimit(of="UA", personnel=600_000, peacetime=True)


@pytest.mark.parametrize(
    ("coverage", "least", "value", "most"),
    [
        (Coverage.COMPLETE, 1 / 2, 1 / 2, 1 / 2),
        (Coverage.PARTIAL, 0, 0, 1 / 2),
    ],
)
def test_a_qualifier_is_not_there_in_a_whole_text_and_not_known_in_a_part(
    coverage: Coverage, least: float, value: float, most: float
) -> None:
    assert between(LIMIT, PEACETIME, (coverage, Coverage.COMPLETE)) == Reach(value, least, most)


def test_a_value_that_a_text_leaves_out_is_not_known() -> None:
    recognised = TerritoryStatus(places="UA-43", as_="RU", recognition=Recognition.DE_FACTO)
    assert between(recognised, TerritoryStatus(places="UA-43", as_="RU")) == Reach(0, 0, 0.5)


@pytest.mark.parametrize("other", [ForceLimit(of="UA"), ForceLimit(of="UA", peacetime=True)])
def test_terms_of_which_no_field_is_stated_by_both_are_not_measured(other: Term) -> None:
    assert between(LIMIT, other) == between(other, LIMIT) == UNKNOWN


def test_a_modality_counts_where_one_of_the_two_is_not_the_unwritten_one() -> None:
    weaker = attrs.evolve(LIMIT, modality=Modality.SHOULD)
    assert between(LIMIT, weaker) == Reach(0.125, 0.125, 0.125)
    assert between(weaker, attrs.evolve(weaker, personnel=300_000)) == Reach(0.25, 0.25, 0.25)
    assert between(ForceLimit(of="UA"), ForceLimit(of="UA", modality=Modality.SHOULD)) == Reach(0.25, 0.25, 0.25)


def test_terms_that_state_nothing_are_not_apart() -> None:
    assert between(ForceLimit(of="UA"), ForceLimit(of="UA", points=("2",))) == NEAREST


def test_who_accepts_on_a_condition_takes_over_the_rest_and_adds_the_condition() -> None:
    answer = ForceLimit(of="UA", stance=Stance.ACCEPTS_IF, if_="the other side disarms")
    assert between(PEACETIME, answer) == Reach(1 / 3, 1 / 3, 1 / 3)


@pytest.mark.parametrize(
    ("left", "right", "least", "value"),
    [
        (Members(("US",), open=True), Members(("FR", "US")), 0, 0.5),
        (Members(("US",)), Members(("FR",), open=True), 0.5, 1),
        (Members(("US",), open=True), Members(("FR",), open=True), 0, 1),
        (Members(("US",), open=True), Members(("US",)), 0, 0),
    ],
)
def test_an_open_list_may_hold_whom_the_other_names(left: Members, right: Members, least: float, value: float) -> None:
    one, other = (TerritoryStatus(places="UA-43", by=members) for members in (left, right))
    assert between(one, other) == Reach(value, least, value)


@given(term_pairs(world=library.world()), st.tuples(st.sampled_from(Coverage), st.sampled_from(Coverage)))
def test_the_distance_of_terms_is_bounded_symmetric_and_lies_in_its_reach(
    pair: tuple[Term, Term], coverage: tuple[Coverage, Coverage]
) -> None:
    left, right = pair
    found = between(left, right, coverage)
    assert found == between(right, left, coverage[::-1])
    assert 0 <= found.least <= (found.value or found.least) <= found.most <= 1
    assert between(left, attrs.evolve(left, points=("9",)), coverage) == NEAREST


def test_the_three_plain_reaches() -> None:
    assert (NEAREST.width, FARTHEST.width, UNKNOWN.width) == (0, 0, 1)


@pytest.mark.parametrize("wrong", [(None, 0, 0.5), (0.5, 0.6, 1), (0.5, 0, 0.4), (0.5, -0.1, 1), (0.5, 0, 1.1)])
def test_a_reach_out_of_order_is_refused(wrong: tuple[float | None, float, float]) -> None:
    with pytest.raises(InvalidValueError, match="bounds"):
        Reach(*wrong)


def test_a_scale_of_ones_own_is_all_or_nothing() -> None:
    class Colour(Nominal):
        name = "colour"

    assert distance(Colour(FLAG), "red", "blue") == 1
