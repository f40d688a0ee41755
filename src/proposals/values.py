"""What all values have in common: equality, hash and text by their fields, and mappings that nobody alters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Final, NoReturn, TypeVar, cast

import attrs

from proposals.strings import visible

_LONGEST: Final = 60
_WIDEST: Final = 160

_Answer = TypeVar("_Answer")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dictionary that cannot be altered, so that a value that holds it is frozen and can be hashed and pickled."""

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        """Raise :class:`TypeError`: this mapping is part of a frozen value."""
        raise TypeError("this mapping is part of a frozen value; dict() makes a copy that can be altered")

    __setitem__ = __delitem__ = _refuse
    __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary has none
        """That of the pairs."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        """How it is pickled and copied: as it is made."""
        return type(self), (dict(self),)


def frozen(given: Mapping[Any, Any]) -> FrozenDict[Any, Any]:
    """The mapping as one that nobody alters."""
    return given if isinstance(given, FrozenDict) else FrozenDict(given)


def per_class(function: Callable[[type[Any]], _Answer]) -> Callable[[type[Any]], _Answer]:
    """Ask ``function`` once per class and keep the answer."""
    return cast("Callable[[type[Any]], _Answer]", cache(function))  # mypy takes an instance's hash for its class's


@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Value:
    """Gives a frozen class of attrs, made with ``eq=False, repr=False``, its equality, hash and text.

    They are what attrs would write. It compiles them anew for each class in every process, which takes longer than all
    else of a class, and whoever types a command waits for two hundred classes.
    """

    def __eq__(self, other: object) -> bool:
        """Equal in class and in every field that counts."""
        if type(other) is not type(self):
            return NotImplemented
        told = _told(type(self))
        return bool(told(self) == told(other))

    def __hash__(self) -> int:
        """That of the fields."""
        return hash(_hashed(type(self))(self))

    def __repr__(self) -> str:
        """The class with its fields."""
        told = (f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(type(self)) if field.repr)
        return f"{type(self).__qualname__}({', '.join(told)})"


@per_class
def _told(shape: type[Any]) -> Callable[[object], object]:
    """What counts when two values of a class are asked for equality."""
    return _getter(field.name for field in attrs.fields(shape) if field.eq)


@per_class
def _hashed(shape: type[Any]) -> Callable[[object], object]:
    """What counts for the hash of a value of a class."""
    counts = ((field, field.eq if field.hash is None else field.hash) for field in attrs.fields(shape))
    return _getter(field.name for field, counted in counts if counted)


def _getter(names: Iterable[str]) -> Callable[[object], object]:
    held = tuple(names)
    return attrgetter(*held) if held else type


@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class OneLine(Value):
    """Gives such a class a ``repr`` of one short line: what it is, and how much."""

    def __repr__(self) -> str:
        """The class with the fields that say something; what is long is counted or cut off."""
        held = ((field, getattr(self, field.name)) for field in attrs.fields(type(self)) if field.repr)
        told = [f"{field.alias}={_short(value)}" for field, value in held if value not in (field.default, ())]
        text = f"{type(self).__name__}({', '.join(told)})"
        return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 2]}…)"


def _short(value: Any) -> str:
    """A value of a field: many are counted, and a document or the like is named by its id."""
    if isinstance(value, Mapping) or (isinstance(value, tuple) and not all(isinstance(one, str) for one in value)):
        return f"<{len(value)}>"
    if attrs.has(type(value)) and isinstance(getattr(value, "id", None), str):
        return f"<{value.id}>"
    return shown(value)


def shown(given: object) -> str:
    """A value as a message shows it, on one short line."""
    text = visible(repr(given)).replace("\n", " ")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
