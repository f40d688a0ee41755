"""What all values have in common: a text of one line, and mappings that nobody alters."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final, NoReturn, TypeVar

import attrs

from proposals.strings import visible

_LONGEST: Final = 60
_WIDEST: Final = 160

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


@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class OneLine:
    """Gives a class of attrs, made with ``repr=False``, a ``repr`` of one short line: what it is, and how much."""

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
