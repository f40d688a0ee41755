"""How values behave: frozen, hashable where equal, picklable, copyable, and a line in a message."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from copy import copy, deepcopy
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs
import pytest

import proposals
from proposals.errors import InvalidProposalError, InvalidValueError, Location, Problem, UnreadableError
from proposals.fields.patterns import ID
from proposals.fields.scales import Timing
from proposals.fields.values import DAY, FLAG, MOMENT, TEXT
from proposals.values import FrozenDict, OneLine, Value, frozen

US, E3, TWENTY = map(proposals.load, ("us-28-point", "e3-counter", "twenty-point"))
WHOLE: dict[str, Any] = {
    "document": US,
    "comparison": proposals.compare(US, E3),
    "brief": proposals.brief(proposals.compare(US, E3)),
    "matrix": proposals.matrix([US, E3, TWENTY]),
    "trace": proposals.trace([US, E3, TWENTY], toward=TWENTY),
    "burdens": proposals.burdens(US, E3),
    "similarity": proposals.similarity(US, E3),
    "four columns": proposals.four_columns([US, E3], base=TWENTY),
    "source table": proposals.source_table(E3, [US]),
    "world": US.world,
    "checks": proposals.check_all(["us-plan-reported"]).documents[0].document,
}


def parts(value: Any, found: dict[type, list[Any]]) -> dict[type, list[Any]]:
    """Some values of each class that a value is made of."""
    held: Any = ()
    if attrs.has(type(value)):
        some = found.setdefault(type(value), [])
        if len(some) == 4:
            return found
        some.append(value)
        held = [getattr(value, field.name) for field in attrs.fields(type(value))]
    elif isinstance(value, Mapping):
        held = [*value.values()][:20]
    elif isinstance(value, tuple | list | frozenset):
        held = [*value][:60]
    for one in held:
        parts(one, found)
    return found


PARTS = [*parts(tuple(WHOLE.values()), {}).items()]


@pytest.mark.parametrize(("shape", "found"), PARTS, ids=[shape.__name__ for shape, _ in PARTS])
def test_a_value_is_hashable_picklable_copyable_and_shown_on_a_line(shape: type, found: list[Any]) -> None:
    for value in found:
        assert len(repr(value)) <= 300, shape
        assert "\n" not in repr(value)
        for again in (pickle.loads(pickle.dumps(value)), deepcopy(value), copy(value)):
            assert again == value
            assert hash(again) == hash(value) or shape.__hash__ is object.__hash__
    assert attrs.asdict(found[0])
    fields = attrs.fields(shape)
    if fields:
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(found[0], fields[0].name, None)


def test_mappings_inside_values_cannot_be_altered() -> None:
    held: dict[str, int] = frozen({"a": 1})
    alter: list[Callable[[], Any]] = [
        lambda: held.__setitem__("b", 2),
        lambda: held.__delitem__("a"),
        lambda: held.update(b=2),
        lambda: held.pop("a"),
        held.clear,
    ]
    for one in alter:
        with pytest.raises(TypeError, match=r"this mapping is part of a frozen value; dict\(\) makes a copy"):
            one()
    assert held == {"a": 1} == pickle.loads(pickle.dumps(held))
    assert frozen(held) is held
    assert hash(held) == hash(FrozenDict({"a": 1}))
    with pytest.raises(TypeError):
        US.world.places.places["UA"] = US.world.places.places["RU"]  # type: ignore[index]


def test_what_has_no_fields_is_equal_to_its_like() -> None:
    for one in (DAY, FLAG, ID, MOMENT, TEXT, Timing()):
        assert pickle.loads(pickle.dumps(one)) == one


AT = Location("plan.yaml", 3, 1)
ERRORS = [
    UnreadableError(AT, "this is no YAML"),
    InvalidProposalError((Problem(AT, "unknown-field", "no such field", "did you mean 'of'?"),)),
    InvalidValueError("no such word", "did you mean 'shall'?", "unknown-word", about="ferry"),
    proposals.NotFoundError("no proposal is called 'x'"),
    proposals.WrongTypeError("load() takes text or a Path, not None"),
    proposals.WriteError("this file exists"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_is_pickled_with_all_that_it_says(error: Exception) -> None:
    for again in (pickle.loads(pickle.dumps(error)), deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_a_pool_survives_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: Bad\n", encoding="utf-8")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        failing = pool.submit(proposals.load, bad)
        with pytest.raises(InvalidProposalError, match="a proposal needs 'title'"):
            failing.result()
        assert pool.submit(proposals.load, "us-plan-reported").result().id == "us-plan-reported"


_VALUE = attrs.frozen(eq=False, repr=False)


@_VALUE
class Pair(Value):
    left: int
    right: list[int] = attrs.field(factory=list, hash=False)
    aside: int = attrs.field(default=0, eq=False, repr=False)


@_VALUE
class Other(Value):
    left: int
    right: list[int] = attrs.field(factory=list, hash=False)


@_VALUE
class Empty(Value):
    pass


@attrs.frozen
class Written:
    left: int
    right: list[int] = attrs.field(factory=list, hash=False)
    aside: int = attrs.field(default=0, eq=False, repr=False)


@_VALUE
class Short(OneLine):
    id: str
    many: tuple[int, ...] = ()


@pytest.mark.parametrize("shape", [Pair, Written])
def test_equality_asks_the_fields_that_count(shape: type[Pair | Written]) -> None:
    assert shape(1, [2], 3) == shape(1, [2], 4)
    assert shape(1, [2]) != shape(1, [3])
    assert hash(shape(1, [2], 3)) == hash(shape(1, [5], 4))
    assert len({hash(shape(number)) for number in range(9)}) == 9


def test_equal_in_fields_is_not_equal_in_class() -> None:
    assert Pair(1, [2]) != Other(1, [2])
    assert Pair(1, [2]) != (1, [2])
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_the_text_is_that_of_attrs() -> None:
    assert repr(Pair(1, [2], 3)) == repr(Written(1, [2], 3)).replace("Written", "Pair")
    assert repr(Empty()) == "Empty()"
    assert repr(Short("x", (1, 2))) == "Short(id='x', many=<2>)"
