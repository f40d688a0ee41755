from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError
from proposals.measures.distance import UNKNOWN, Reach
from proposals.measures.estimate import Estimate, Missing, estimate


@st.composite
def reaches(draw: st.DrawFn) -> Reach:
    least, value, most = sorted(draw(st.tuples(*[st.floats(0, 1)] * 3)))
    return draw(st.sampled_from([Reach(value, least, most), UNKNOWN]))


WEIGHED = st.lists(st.tuples(st.floats(0.01, 1000), reaches()))


@given(WEIGHED)
def test_the_value_lies_in_the_interval_and_the_count_is_told(weighed: list[tuple[float, Reach]]) -> None:
    found = estimate(weighed)
    assert (found.shared, found.total) == (sum(reach.value is not None for _, reach in weighed), len(weighed))
    assert 0 <= found.low <= found.high <= 1
    assert (found.value is None) is (found.shared == 0 or 3 * found.shared < found.total)
    assert (found.missing is None) is (found.value is not None)


@given(WEIGHED, st.randoms(use_true_random=False))
def test_the_order_does_not_count(weighed: list[tuple[float, Reach]], chance: random.Random) -> None:
    assert estimate(weighed) == estimate(chance.sample(weighed, len(weighed)))


@given(WEIGHED.filter(bool), st.data())
def test_knowing_less_never_narrows_the_interval(weighed: list[tuple[float, Reach]], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(weighed) - 1))
    silent = [*weighed[:index], (weighed[index][0], UNKNOWN), *weighed[index + 1 :]]
    before, after = estimate(weighed), estimate(silent)
    assert after.low <= before.low + 1e-12
    assert after.high >= before.high - 1e-12


@given(st.lists(st.tuples(st.floats(0.01, 1000), st.floats(0, 1)), min_size=1))
def test_with_nothing_unknown_the_ends_are_the_value(known: list[tuple[float, float]]) -> None:
    found = estimate((weight, Reach(far, far, far)) for weight, far in known)
    assert found.low == found.value == found.high
    assert found.width == 0


@pytest.mark.parametrize(
    ("known", "silent", "missing"),
    [
        (0, 0, Missing.NOTHING_SHARED),
        (0, 4, Missing.NOTHING_SHARED),
        (2, 60, Missing.TOO_FEW),
        (1, 2, None),
        (1, 3, Missing.TOO_FEW),
    ],
)
def test_less_than_a_third_of_the_terms_have_only_a_range(known: int, silent: int, missing: Missing | None) -> None:
    found = estimate([*[(1.0, Reach(0.5, 0.5, 0.5))] * known, *[(1.0, UNKNOWN)] * silent])
    assert found.missing is missing
    assert found.value == (None if missing else 0.5)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((1.0, 5, 5, 1.0, 1.0), "1.00 over 5 of 5 terms; possible range 1.00-1.00"),
        ((1.0, 1, 1, 1.0, 1.0), "1.00 over 1 of 1 term; possible range 1.00-1.00"),
        ((0.4444, 3, 3, 0.4444, 0.4444), "0.44 over 3 of 3 terms; possible range 0.44-0.44"),
        ((0.999, 3, 4, 0.701, 0.9991), "0.99 over 3 of 4 terms; possible range 0.70-1.00"),
        ((0.001, 3, 4, 0.0001, 0.201), "0.01 over 3 of 4 terms; possible range 0.00-0.21"),
        ((None, 0, 0, 0.0, 1.0), "no estimate, 0 of 0 terms; possible range 0.00-1.00"),
        ((None, 2, 62, 0.021, 0.99), "no estimate, only 2 of 62 terms; possible range 0.02-0.99"),
        ((0.5, 1, 3, 0.1, 0.9), "0.50 over 1 of 3 terms; possible range 0.10-0.90"),
    ],
)
def test_it_prints_with_count_and_interval(parts: tuple[float | None, int, int, float, float], text: str) -> None:
    value, shared, total, low, high = parts
    found = Estimate(value=value, shared=shared, total=total, low=low, high=high)
    assert str(found) == text


@pytest.mark.parametrize(
    "wrong",
    [
        {"low": 0.5},
        {"high": 0.3},
        {"low": -0.1},
        {"high": 1.1},
        {"shared": 4},
        {"shared": 0},
        {"total": 7},
        {"value": None},
    ],
)
def test_what_is_no_estimate_is_refused(wrong: dict[str, float | None]) -> None:
    right = Estimate(value=0.4, shared=2, total=3, low=0.2, high=0.6)
    with pytest.raises(InvalidValueError, match="estimate"):
        attrs.evolve(right, **wrong)


def test_it_is_no_number() -> None:
    found = Estimate(value=0.4, shared=2, total=3, low=0.2, high=0.6)
    with pytest.raises(TypeError):
        float(found)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        sorted([found, found])  # type: ignore[type-var]
