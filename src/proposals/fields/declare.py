"""Declaring the fields of a term: what a declaration says once, everything else reads from here.

A field is part of the term's **subject** (what it is about: it decides which terms answer each other) or is
**compared** on a scale. Reading, checking, comparing, JSON Schema, documentation and Hypothesis strategies all follow
from the declaration, so a new kind of term is one class::

    @declared
    class Demining(Term):
        \"\"\"Clearing of mines and unexploded ordnance.\"\"\"

        kind = "demining"
        topic = Topic.HUMANITARIAN
        places: tuple[str, ...] = subject(PLACE, "Where mines are cleared.", each=True)
        by: Members | None = compared(MemberSet(ACTOR), "Who clears them.", bears=True)
        area: int | float | None = compared(Quantity("km²"), "How much ground.", heavier=Way.MORE)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar, cast, dataclass_transform

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.changes import Way
from proposals.fields.scales import Scale
from proposals.fields.values import Domain, Names, Plain
from proposals.validation import Validated
from proposals.values import OneLine, per_class
from proposals.vocabulary import Direction

_METADATA: Final = "proposals"

_Shape = TypeVar("_Shape")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Deontics(Validated):
    """What stating a value does to bans, rejections and conditions.

    ``rejection`` is the way in which a rejection or a ban of a value reaches others, ``None`` where it reaches the
    equal only: who rejects recognition *de facto* rejects all from there up. ``closing`` are the values that close the
    matter as a ban does, such as *excluded*; ``permitting`` those that only permit, such as *open*. ``excludes`` are
    the keys of the conditions that a term with this field leaves no room for, such as an *unconditional* one.
    """

    rejection: Way | None = None
    closing: tuple[Any, ...] = ()
    permitting: tuple[Any, ...] = ()
    excludes: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Asked(Validated):
    """The question that a kind of term answers or, where it is stated, one of its fields.

    ``question`` is the id of the question. ``of`` is the key of the field that says of what it is asked (a country,
    ground, two sides); ``None`` where no field does, so that a term speaks to all of it. With ``each`` what that field
    holds together is asked of one by one: a pact between two sides holds a promise of either. ``values`` are those
    with which a field answers; empty for all. ``alternative``: of the kinds and fields of the question that are so
    marked one stands for another, as being neutral does for not being a member; the others stand beside each other.
    """

    question: str
    of: str | None = None
    each: bool = False
    values: tuple[Any, ...] = ()
    alternative: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Field(OneLine):
    """What a declaration says of one field.

    ``name`` is the Python attribute, ``key`` what files write (``void_if`` and ``void-if``). ``scale`` is ``None`` for
    a subject field, which has a ``domain`` only. ``each``: a subject of several values is several subjects, one for
    each (places); otherwise they are one subject together (the two sides of a line). ``as_one``: a group of actors is
    meant itself and does not stand for its members. ``heavier`` is the way in which the value weighs more on the
    bearer, ``when_stated`` what stating it at all does, ``None`` where that says nothing. ``parts``: terms whose lists
    name nobody in common are about different things, as the sanctions of two states are; where it is left out, that is
    everybody's. ``deontics`` is what stating a value does to bans, rejections and conditions. ``bears`` and
    ``benefits`` mark the actors who bear the term and those for whom it is. ``asked`` is the second question that
    stating it answers, ``None`` where it answers only that of its kind.
    """

    name: str
    key: str
    definition: str
    domain: Domain
    scale: Scale | None = None
    required: bool = False
    each: bool = False
    together: bool = False
    as_one: bool = False
    heavier: Way | None = None
    when_stated: Direction | None = None
    parts: bool = False
    deontics: Deontics = Deontics()
    bears: bool = False
    benefits: bool = False
    asked: Asked | None = None

    @property
    def measure(self) -> Scale:
        """The scale of a compared field."""
        return cast("Scale", self.scale)

    @property
    def many(self) -> bool:
        """Whether a value is made of several values of the domain."""
        return self.each or self.together or (self.scale is not None and self.scale.many)

    def plain(self, value: Any) -> Plain:
        """The value as JSON and YAML hold it; a list of one subject is written as that one.

        Args:
            value: The value.

        Returns:
            Text, numbers, lists and mappings.
        """
        if self.scale is not None:
            return self.scale.plain(value)
        if not self.many:
            return self.domain.plain(value)
        values = [self.domain.plain(item) for item in value]
        return values[0] if len(values) == 1 else values

    def direction(self, way: Way, *, stated: bool) -> Direction | None:
        """How a difference weighs on the bearer.

        Args:
            way: The way in which the right value lies from the left one.
            stated: Whether the field is stated on one side only.

        Returns:
            Heavier or lighter; ``None`` where the declaration does not say.
        """
        if stated:
            told = self.when_stated
            if told is None or way is Way.OTHER:
                return None
            return told if way is Way.MORE else told.reversed()
        if self.heavier is None or way is Way.OTHER:
            return None
        if self.bears and self.many:  # that others bear it too weighs no more on each
            return None
        return Direction.HEAVIER if way is self.heavier else Direction.LIGHTER


def subject(
    domain: Domain,
    definition: str,
    *,
    each: bool = False,
    together: bool = False,
    as_one: bool = False,
    bears: bool = False,
    benefits: bool = False,
) -> Any:
    """Declare a field that says what the term is about.

    Args:
        domain: The values that it may hold, such as ``ACTOR`` or ``PLACE``.
        definition: What the field says, in a sentence.
        each: Whether it holds a tuple of values, each of which is a subject of its own, as places are.
        together: Whether it holds a tuple of values that are one subject together, as the two sides of a line are.
        as_one: Whether a group of actors is meant itself and does not stand for its members.
        bears: Whether the field names the actors who bear the term.
        benefits: Whether it names the actors for whom the term is.

    Returns:
        What attrs makes a field of: to be assigned in the body of a class. Without ``each`` and ``together`` it holds
        one value.

    Raises:
        InvalidValueError: The domain is none.
    """
    if not isinstance(domain, Domain):
        raise InvalidValueError(f"a subject has a domain, such as ACTOR or PLACE, not {domain!r}")

    def taken(value: Any, attribute: Any) -> Any:
        try:
            return held(value)
        except InvalidValueError as error:
            raise _in_field(error, attribute) from None

    def held(value: Any) -> Any:
        if not (each or together):
            value = domain.tidy(value)
            domain.check(value)
            return value
        values = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else (value,)
        values = tuple(map(domain.tidy, values))
        if not values or len(set(values)) != len(values):
            raise InvalidValueError("one or more different values are taken")
        for item in values:
            domain.check(item)
        return tuple(sorted(values)) if together else values

    facts = {"domain": domain, "definition": definition, "required": True, "each": each, "together": together}
    facts |= {"as_one": as_one, "bears": bears, "benefits": benefits}
    return attrs.field(converter=attrs.Converter(taken, takes_field=True), metadata={_METADATA: facts})


def compared(  # noqa: PLR0913 -- an argument for each thing that a declaration says
    scale: Scale,
    definition: str,
    *,
    heavier: Way | None = None,
    when_stated: Direction | None = None,
    parts: bool = False,
    deontics: Deontics = Deontics(),
    bears: bool = False,
    benefits: bool = False,
    asked: Asked | None = None,
    default: Any = None,
) -> Any:
    """Declare a field that two terms of one subject are compared by; ``None`` in it means that it is not stated.

    Args:
        scale: How two values compare, and which values there are.
        definition: What the field says, in a sentence.
        heavier: The way in which a value weighs more on who bears the term; ``None`` where neither way does.
        when_stated: What stating the field at all does to the bearer; ``None`` where that says nothing.
        parts: Whether terms whose lists name nobody in common are about different things.
        deontics: What a value does to bans, rejections and conditions.
        bears: Whether the field names the actors who bear the term.
        benefits: Whether it names the actors for whom the term is.
        asked: The second question that stating it answers; ``None`` where it answers only that of its kind.
        default: What the field has where it is left out.

    Returns:
        What attrs makes a field of: to be assigned in the body of a class.

    Raises:
        InvalidValueError: The scale is none.
    """
    if not isinstance(scale, Scale):
        raise InvalidValueError(f"a compared field has a scale, not {scale!r}", "such as MemberSet(ACTOR)")

    # One converter that checks as well: attrs compiles code for each converter and validator in every kind that
    # inherits the field, and whoever imports the kinds waits for that.
    def taken(value: Any, attribute: Any) -> Any:
        if value is None and default is not attrs.NOTHING:
            return None
        try:
            value = scale.tidy(value)
            scale.check(value)
        except InvalidValueError as error:
            raise _in_field(error, attribute) from None
        return value

    facts = {"domain": scale.domain, "scale": scale, "definition": definition, "heavier": heavier}
    facts |= {"when_stated": when_stated, "parts": parts, "deontics": deontics, "bears": bears, "benefits": benefits}
    facts |= {"required": default is attrs.NOTHING, "asked": asked}
    return attrs.field(default=default, converter=attrs.Converter(taken, takes_field=True), metadata={_METADATA: facts})


def leading(scale: Scale, definition: str) -> Any:
    """Declare the field of a record that is written first and always stated, such as what happens in a circumstance.

    Args:
        scale: How two values compare, and which values there are.
        definition: What the field says, in a sentence.

    Returns:
        What attrs makes a field of: to be assigned in the body of a class.

    Raises:
        InvalidValueError: The scale is none.
    """
    return compared(scale, definition, default=attrs.NOTHING)


# To a type checker a field that `compared` declares has a default, as any value that is assigned is one. Those that
# the functions below declare have none unless they say so.
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(subject, leading, attrs.field))
def declared(shape: type[_Shape]) -> type[_Shape]:
    """Make a kind of term, or a record, a frozen attrs class with its fields declared as above.

    Values are made by keyword, and a type checker sees which must be given. A class that inherits its equality, as each
    kind does from :class:`~proposals.terms.base.Term`, keeps it; any other is given one by its fields.

    Args:
        shape: The class with its declarations.

    Returns:
        The class that takes its place.
    """
    own = shape.__eq__ is object.__eq__
    return attrs.frozen(shape, kw_only=True, eq=own, repr=own)


def _in_field(error: InvalidValueError, attribute: Any) -> InvalidValueError:
    """The error with the field in which the value was given."""
    return InvalidValueError(f"'{_key(attribute.name)}': {error.message}", error.hint, error.code)


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


@per_class
def fields_of(shape: type[Any]) -> tuple[Field, ...]:
    """The declared fields of a term class or a record class, subject first, else in order of declaration."""
    declared = [
        Field(name=attribute.name, key=_key(attribute.name), **attribute.metadata[_METADATA])
        for attribute in attrs.fields(shape)
        if _METADATA in attribute.metadata
    ]
    return tuple(sorted(declared, key=lambda field: field.scale is not None))


@per_class
def subject_fields(shape: type[Any]) -> tuple[Field, ...]:
    """Those of :func:`fields_of` that make the subject."""
    return tuple(field for field in fields_of(shape) if field.scale is None)


@per_class
def compared_fields(shape: type[Any]) -> tuple[Field, ...]:
    """Those of :func:`fields_of` that are compared."""
    return tuple(field for field in fields_of(shape) if field.scale is not None)


def plain_fields(value: Any) -> dict[str, Plain]:
    """The stated fields of a term or record by key, as JSON and YAML hold them."""
    stated = ((field, getattr(value, field.name)) for field in fields_of(type(value)))
    return {field.key: field.plain(held) for field, held in stated if held is not None}


@attrs.frozen(eq=False, repr=False)
class Record(Validated, Domain):
    """A value made of named fields: an attrs class whose fields are declared like those of a term.

    The field ``lead`` is written first and carries the others: ``{attack: {by: RU}}``, or ``attack`` alone.

    ``shape`` is the class.
    """

    shape: type[Any]
    lead: str
    noun = "a record"

    @property
    def lead_field(self) -> Field:
        """The declaration of the leading field."""
        return next(field for field in fields_of(self.shape) if field.name == self.lead)

    @property
    def other_fields(self) -> tuple[Field, ...]:
        """The declarations of the others."""
        return tuple(field for field in fields_of(self.shape) if field.name != self.lead)

    def read(self, text: str, names: Names) -> Any:
        """Take the leading word alone; a mapping is for :mod:`proposals.files` to walk."""
        return self.shape(**{self.lead: self.lead_field.domain.read(text, names)})

    def check(self, value: Any) -> None:
        """Take an instance of the class; its own fields have checked themselves."""
        if not isinstance(value, self.shape):
            raise InvalidValueError(f"{value!r} is not a {self.shape.__name__}")

    def plain(self, value: Any) -> Plain:
        """The fields that are stated, under the leading word; the word alone where there is no other."""
        fields = plain_fields(value)
        lead = str(fields.pop(self.lead_field.key))
        return {lead: fields} if fields else lead

    def schema(self) -> dict[str, Any]:
        """That of the leading word alone; the mapping is for :mod:`proposals.files.schema` to describe."""
        return self.lead_field.domain.schema()
