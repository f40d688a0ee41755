"""One declaration for each record: it writes the JSON of a value, and describes it as JSON Schema.

A :class:`Shape` is what may stand in one place: a text, a list of something, a record. A record is made of members,
each with its name, its shape, one sentence on what it is, and how it is got from the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

import attrs

from proposals.language.names import Lookup
from proposals.values import Value
from proposals.vocabulary import Topic, Topics
from proposals.words import Word
from proposals.world.dates import Date

T = TypeVar("T")
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
W_co = TypeVar("W_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)

Schema: TypeAlias = dict[str, Any]


class Of(NamedTuple, Generic[V_co, W_co]):
    """A value with the whole that it is of, such as a term with the document whose sources it cites."""

    held: V_co
    whole: W_co

    def each(self, values: Iterable[V]) -> list[Of[V, W_co]]:
        """Several values of the same whole."""
        return each_of(values, self.whole)


def each_of(values: Iterable[V], whole: T) -> list[Of[V, T]]:
    """Several values of one whole."""
    return [Of(value, whole) for value in values]


def paired(values: Iterable[V], wholes: Iterable[T]) -> list[Of[V, T]]:
    """Values and what each of them is of, in the same order."""
    return [Of(value, whole) for value, whole in zip(values, wholes, strict=True)]


@attrs.frozen(eq=False, repr=False)
class Shape(Value, Generic[T_contra]):
    """What may stand in one place.

    ``json`` writes a value, ``schema`` describes what it writes, ``defs`` are the definitions that the schema names.
    """

    json: Callable[[T_contra, Lookup], Any]
    schema: Schema
    defs: Mapping[str, Schema] = attrs.field(factory=dict)

    @property
    def kind(self) -> str:
        """What JSON Schema calls it, null apart: ``string``, ``integer``, ``array``."""
        (kind,) = {one["type"] for one in self.schema.get("anyOf", [self.schema])} - {"null"}
        return str(kind)

    @property
    def listed(self) -> Shape[Iterable[T_contra]]:
        """A list of such values, of any length."""
        return Shape(
            lambda values, lookup: [self.json(value, lookup) for value in values],
            {"type": "array", "items": self.schema},
            self.defs,
        )

    @property
    def or_null(self) -> Shape[T_contra | None]:
        """Such a value, or null for ``None``."""
        return Shape(
            lambda value, lookup: None if value is None else self.json(value, lookup),
            {"anyOf": [self.schema, {"type": "null"}]},
            self.defs,
        )

    @property
    def by_name(self) -> Shape[Mapping[Any, T_contra]]:
        """A mapping from any names to such values."""
        return Shape(
            lambda value, lookup: {str(key): self.json(held, lookup) for key, held in value.items()},
            {"type": "object", "additionalProperties": self.schema},
            self.defs,
        )

    def asked(self, ask: Callable[[V, Lookup], T_contra]) -> Shape[V]:
        """What the lookup answers to a value, in its place."""
        return Shape(lambda value, lookup: self.json(ask(value, lookup), lookup), self.schema, self.defs)

    def by(self, words: type[Word]) -> Shape[Mapping[Any, T_contra]]:
        """A mapping from words of a list to such values; a word for which there is nothing is left out."""
        named = self.by_name
        return Shape(named.json, {**named.schema, "propertyNames": word(words).schema}, self.defs)


@attrs.frozen(eq=False, repr=False)
class Member(Value, Generic[T_contra]):
    """One name in a record, with what stands under it; ``about`` says what that is, in a sentence."""

    name: str
    shape: Shape[Any]
    about: str
    get: Callable[[T_contra], Any]


@attrs.frozen(eq=False, repr=False)
class Record(Shape[T_contra]):
    """A mapping of these members, in this order, and no other."""

    members: tuple[Member[T_contra], ...] = attrs.field(kw_only=True)


def member(name: str, shape: Shape[V], about: str, get: Callable[[T], V]) -> Member[T]:
    """A member whose value is one that its shape can write."""
    return Member(name, shape, about, get)


def always(name: str, value: str | int, about: str) -> Member[Any]:
    """A member that holds the same in every such record."""
    return Member(name, Shape(_itself, {"const": value}), about, lambda _: value)


def within(inner: Record[V] | tuple[Member[V], ...], get: Callable[[T], V], prefix: str = "") -> tuple[Member[T], ...]:
    """Members of another record, to stand among those of a record of something that holds its value."""
    members = inner.members if isinstance(inner, Record) else inner
    return tuple(Member(prefix + one.name, one.shape, one.about, _after(get, one.get)) for one in members)


def _after(get: Callable[[T], V], then: Callable[[V], Any]) -> Callable[[T], Any]:
    return lambda value: then(get(value))


def some(inner: Record[T], *names: str) -> tuple[Member[T], ...]:
    """The members of these names, in the order of the names."""
    known = {one.name: one for one in inner.members}
    return tuple(known[name] for name in names)


def record(name: str, about: str, *parts: Member[T] | tuple[Member[T], ...]) -> Record[T]:
    """The record of this name, which the schema describes once, under ``$defs``."""
    members = tuple(one for part in parts for one in ([part] if isinstance(part, Member) else part))
    described = {
        "description": about,
        "type": "object",
        "required": [one.name for one in members],
        "additionalProperties": False,
        "properties": {one.name: {**one.shape.schema, "description": one.about} for one in members},
    }
    return Record(
        lambda value, lookup: {one.name: one.shape.json(one.get(value), lookup) for one in members},
        {"$ref": f"#/$defs/{name}"},
        {**definitions(one.shape for one in members), name: described},
        members=members,
    )


def either(name: str, about: str, records: Iterable[Record[Any]], chosen: Callable[[T], Record[Any]]) -> Shape[T]:
    """One of several records, under a name of their own: ``chosen`` says by which one a value is written."""
    kinds = tuple(records)
    return Shape(
        lambda value, lookup: chosen(value).json(value, lookup),
        {"$ref": f"#/$defs/{name}"},
        {**definitions(kinds), name: {"description": about, "anyOf": [one.schema for one in kinds]}},
    )


def word(*lists: type[Word]) -> Shape[Any]:
    """A word of one of these lists."""
    return one_of(*(str(one) for words in lists for one in words.every()))


def one_of(*texts: str) -> Shape[str]:
    """One of these texts."""
    return Shape(_text, {"type": "string", "enum": [str(one) for one in texts]})


def definitions(shapes: Iterable[Shape[Any]]) -> dict[str, Schema]:
    """Every definition that these shapes name, by its name. Raises :class:`ValueError` for two of one name."""
    found: dict[str, Schema] = {}
    for name, schema in (one for shape in shapes for one in shape.defs.items()):
        if found.setdefault(name, schema) is not schema:
            raise ValueError(f"two records are called '{name}'")
    return found


def _text(value: object, _: Lookup) -> str:
    return str(value)


def _itself(value: T, _: Lookup) -> T:
    return value


TEXT: Final[Shape[str]] = Shape(_text, {"type": "string"})
COUNT: Final[Shape[int]] = Shape(_itself, {"type": "integer", "minimum": 0})
NUMBER: Final[Shape[float]] = Shape(_itself, {"type": "number"})
UNIT: Final[Shape[float]] = Shape(_itself, {"type": "number", "minimum": 0, "maximum": 1})
EXACT: Final[Shape[Fraction]] = Shape(_text, {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"})
FINGERPRINT: Final[Shape[str]] = Shape(_text, {"type": "string", "pattern": "^[0-9a-f]{16}$"})
FLAG: Final[Shape[bool]] = Shape(_itself, {"type": "boolean"})
DAY: Final[Shape[date]] = Shape(_text, {"type": "string", "format": "date"})
DATE: Final[Shape[Date]] = Shape(_text, {"type": "string"})
TOPIC: Final[Shape[Topics]] = Shape(_text, {"type": "string", "examples": [*Topic.spellings()]})
"""A topic: a bundled one, or one of a collection's own."""
PLAIN: Final[Shape[Any]] = Shape(_itself, {})
"""A value as files write it."""
