"""Values whose fields hold what their annotations say: converted where Python has several forms, or else refused.

A class of attrs that is :class:`Validated` looks at each field once, when a value is made, so that a slip shows where
it is made and not as a wrong answer later. The annotation is the whole rule:

- ``tuple[str, ...]`` takes any list or generator, and not one text, which is several texts to Python, nor a set, which
  has no order;
- a mapping is one that nobody alters;
- a :class:`~proposals.words.Word` takes the text of one of its words;
- ``Annotated`` adds what a text must be, as :data:`Id` does;
- everything else takes a value of that type.
"""

from __future__ import annotations

import builtins
import re
import sys
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from inspect import get_annotations
from operator import is_
from types import UnionType
from typing import Annotated, Any, Final, TypeAlias, get_args, get_origin

import attrs

from proposals.errors import InvalidValueError, WrongTypeError
from proposals.strings import id_fault
from proposals.values import Value, frozen, per_class, shown
from proposals.words import Word

_Take: TypeAlias = Callable[[Any], Any]
"""Makes of what was given what a field holds. Raises :class:`InvalidValueError` with what is taken instead."""

_WIDER: Final[Mapping[Any, Any]] = {float: int | float}


class Validated(Value):
    """A frozen class of attrs that validates its fields; one with a ``__attrs_post_init__`` of its own calls this."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Convert each field, or raise :class:`InvalidValueError` with its name and what it takes."""
        validate(self, type(self))


def validate(value: object, shape: type[Any]) -> None:
    """Convert the fields of a value that its class, or one that it inherits from, declares without a converter.

    Raises :class:`InvalidValueError` with the name of the first that is wrong and what it takes.
    """
    for name, take, default in _fields(shape):
        given = getattr(value, name)
        if given is default:  # as most fields of a term are
            continue
        try:
            taken = take(given)
        except InvalidValueError as error:
            message = f"'{name.strip('_')}' of {_a(type(value))} {error.message}"
            raise InvalidValueError(message, error.hint, error.code) from None
        if taken is not given:
            object.__setattr__(value, name, taken)


def several(given: Any, what: str = "values", *, ordered: bool = True) -> tuple[Any, ...]:
    """A list or a generator as a tuple, or a set where no order is asked for.

    Raises :class:`InvalidValueError` for one text, a mapping and what is not several.
    """
    if isinstance(given, tuple):
        return given
    if isinstance(given, str | bytes | Word):
        raise InvalidValueError(f"takes several {what}, not the one {shown(given)}", f"write [{shown(given)}]")
    unordered = Mapping if not ordered else set | frozenset | Mapping
    if isinstance(given, unordered) or not isinstance(given, Iterable):
        raise InvalidValueError(f"takes several {what}, not {shown(given)}", "write a list")
    return tuple(given)


def require(given: object, shape: type[Any] | tuple[type[Any], ...], caller: str) -> None:
    """Raise :class:`WrongTypeError`, in the name of a function, unless it was given a value of one of these types."""
    if not isinstance(given, shape):
        raise WrongTypeError(f"{caller} takes {_named(shape)}, not {shown(given)}")


def _id(given: str) -> str:
    fault = id_fault(given)
    if fault:
        raise InvalidValueError(f"is an id, not {shown(given)}", fault, "bad-id")
    return given


Id: TypeAlias = Annotated[str, _id]
"""The id of a document, a source or an event: lower-case letters and digits with single hyphens."""


@per_class
def _fields(shape: type[Any]) -> tuple[tuple[str, _Take, object], ...]:
    """Each field that is given when a value is made and whose annotation says something, with its default."""
    given = [field for field in attrs.fields(shape) if field.init and not field.converter]
    takes = ((field, _take(str(field.type), _names(shape, field.name))) for field in given)
    return tuple((field.name, take, field.default) for field, take in takes if take is not None)


def _names(shape: type[Any], field: str) -> Mapping[str, Any]:
    """The names that the annotation of a field may use: those of the module of the class that declares it."""
    home = next(one for one in shape.__mro__ if field in get_annotations(one))
    return ChainMap(vars(sys.modules[home.__module__]), vars(builtins))


def _take(annotation: str, names: Mapping[str, Any]) -> _Take | None:
    """What an annotation takes; ``None`` where that is anything, or is written in another way than here.

    It is read as text, as typing takes several milliseconds to make types of those of all classes.
    """
    if annotation.endswith(_OPTIONAL):
        return partial(_optional, _take(annotation.removesuffix(_OPTIONAL), names))
    if found := _TUPLE.fullmatch(annotation):
        return partial(_each, _take(found[1], names), _PLURALS.get(found[1], "values"))
    if found := _PAIR.fullmatch(annotation):
        return partial(_parts, (_take(found[1], names), _take(found[2], names)))
    hint = names.get(annotation.partition("[")[0], Any)
    if isinstance(hint, UnionType):
        known = all(isinstance(one, type) for one in get_args(hint))
        return partial(_instance, get_args(hint)) if known else None
    return None if hint is Any or isinstance(hint, str) else _one(hint)  # a text is a recursive alias


def _one(hint: Any) -> _Take:
    """What a type takes that has a name."""
    if get_origin(hint) is Annotated:
        return partial(_annotated, get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Word):
        return partial(_word, hint)
    if (get_origin(hint) or hint) is Mapping:
        return _mapping
    return partial(_instance, get_origin(hint) or hint)


def _optional(take: _Take | None, given: Any) -> Any:
    return None if given is None or take is None else take(given)


def _annotated(arguments: tuple[type[Any], _Take], given: Any) -> Any:
    shape, further = arguments
    return further(_instance(shape, given))


def _instance(shape: Any, given: Any) -> Any:
    if type(given) is shape or (isinstance(given, _WIDER.get(shape, shape)) and type(given) is not bool):
        return given
    raise InvalidValueError(f"takes {_named(shape)}, not {shown(given)}")


def _mapping(given: Any) -> Any:
    return frozen(_instance(Mapping, given))


def _word(words: type[Word], given: Any) -> Word:
    if type(given) is words:
        return given
    try:
        return words.of(given)
    except InvalidValueError as error:
        raise InvalidValueError(f"takes {_named(words)}, not {shown(given)}", error.hint, error.code) from None


def _each(take: _Take | None, what: str, given: Any) -> tuple[Any, ...]:
    items = several(given, what)
    if take is None or not items:
        return items
    taken = tuple(map(take, items))
    return items if all(map(is_, items, taken)) else taken


def _parts(takes: tuple[_Take | None, ...], given: Any) -> tuple[Any, ...]:
    items = several(given)
    if len(items) != len(takes):
        raise InvalidValueError(f"takes {len(takes)} values together, not {shown(given)}")
    return tuple(item if take is None else take(item) for take, item in zip(takes, items, strict=True))


def _named(shape: Any) -> str:
    """A type as a message names it."""
    if isinstance(shape, tuple):
        return " or ".join(dict.fromkeys(map(_named, shape)))
    return _NAMES.get(shape) or _a(shape)


def _a(shape: type[Any]) -> str:
    name = shape.__name__
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


_NAMES: Final[Mapping[Any, str]] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "True or False",
    Mapping: "a mapping",
    type(None): "None",
}
_PLURALS: Final = {"str": "texts"}
_OPTIONAL: Final = " | None"
_TUPLE: Final = re.compile(r"tuple\[(.+), \.\.\.\]")
_PAIR: Final = re.compile(r"tuple\[(\w+), (\w+)\]")
