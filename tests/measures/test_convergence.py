from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.fields.figures import Figure
from proposals.fields.scales import Nominal, Ordinal, Quantity, Scale, Share, Timing
from proposals.fields.values import TEXT
from proposals.measures.convergence import Measured, Mover, Stop, gap, measured, split
from proposals.terms.territory import Recognition
from proposals.world.dates import Deadline

NUMBERS = st.fractions(0, 1000, max_denominator=60)


def stop(mover: Mover, value: Fraction | int, document: str = "a") -> Stop:
    return Stop(document=document, authors=("US",), mover=mover, value=Fraction(value))


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        (Ordinal(Recognition), Recognition.DE_JURE, (Fraction(2), "steps")),
        (Quantity("persons"), 600_000, (Fraction(600_000), "persons")),
        (Quantity("USD"), Figure(5, 5, "EUR", "year"), (Fraction(5), "EUR per year")),
        (Quantity("USD"), Figure(5, 6), None),
        (Share(), 0.1, (Fraction(1, 10), "percent")),
        (Timing(), Deadline("100 days of signature"), (Fraction(100), "days of signature")),
        (Timing(), Deadline("1 week"), (Fraction(7), "days")),
        (Timing(), Deadline("0001-01-02"), (Fraction(2), "days")),
        (Timing(), Deadline("2026-01"), None),
        (Timing(), Deadline("signature"), None),
        (Nominal(TEXT), "a line", None),
        (None, "a line", None),
    ],
)
def test_ordered_values_are_measured_in_their_unit(
    scale: Scale | None, value: Any, expected: tuple[Fraction, str] | None
) -> None:
    assert measured(scale, value) == (expected and Measured(number=expected[0], unit=expected[1]))


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS))
def test_a_split_is_exact_and_the_same_from_either_side(
    before: tuple[Fraction, Fraction], after: tuple[Fraction, Fraction]
) -> None:
    mine, theirs = split(before, after)
    assert mine + theirs == abs(before[0] - before[1]) - abs(after[0] - after[1])
    assert split(before[::-1], after[::-1]) == (theirs, mine)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_who_stays_has_no_part(own: Fraction, moved: Fraction, other: Fraction) -> None:
    assert split((own, other), (moved, other))[1] == 0


@given(st.lists(st.tuples(st.sampled_from(Mover), NUMBERS)), st.none() | NUMBERS)
def test_the_parts_add_up_to_what_was_closed(moves: list[tuple[Mover, Fraction]], toward: Fraction | None) -> None:
    found = gap("personnel", "persons", [stop(*move) for move in moves], toward)
    movers = {mover for mover, _ in moves}
    both = Mover.JOINT in movers or (Mover.DRAFT in movers and (toward is not None or Mover.COUNTERPART in movers))
    assert (found is not None) is both
    if found:
        assert sum((part.by_draft + part.by_counterpart for part in found.parts), Fraction(0)) == found.closed
        assert min(found.start, found.end) >= 0
        for part in found.parts:
            assert part.mover is not Mover.MEDIATOR or (part.by_draft, part.by_counterpart) == (0, 0)


def test_a_mediators_text_moves_nobody() -> None:
    moves = [stop(Mover.DRAFT, 600, "a"), stop(Mover.MEDIATOR, 700, "m"), stop(Mover.DRAFT, 800, "b")]
    found = gap("personnel", "persons", moves, Fraction(900))
    assert found is not None
    assert [(part.document, part.value, part.by_draft) for part in found.parts] == [
        ("a", 600, 0),
        ("m", 700, 0),
        ("b", 800, 200),
    ]
    assert (found.start, found.end, found.closed) == (300, 100, 200)


def test_a_joint_text_closes_the_gap_for_both() -> None:
    found = gap("personnel", "persons", [stop(Mover.DRAFT, 600), stop(Mover.JOINT, 700)], Fraction(900))
    assert found is not None
    assert (found.end, found.parts[1].by_draft, found.parts[1].by_counterpart) == (0, 100, 200)
