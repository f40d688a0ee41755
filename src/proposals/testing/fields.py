"""Values of domains and of declared fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache, singledispatch
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from proposals.errors import InvalidValueError
from proposals.fields.currencies import CURRENCIES
from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.figures import Figure, Figures
from proposals.fields.members import Members
from proposals.fields.numbers import Number
from proposals.fields.patterns import Id, Pattern, Pointer
from proposals.fields.values import ACTOR, DAY, PLACE, Code, Day, Domain, Flag, Moment, Text, Words
from proposals.library.bundled import world as bundled_world
from proposals.strings import first_hidden
from proposals.vocabulary import Topic
from proposals.world.dates import Date, Deadline
from proposals.world.places import PlaceKind
from proposals.world.world import World

_FREE = ("Russia pays", "ratification by both", "the parties meet")
"""Words that name no event."""
_CLAUSES = (
    "the forces leave",
    "the forces leave and do not return",
    "both forces leave: each behind its own line",
    "all return who were held",
)


@singledispatch
def values(domain: Domain, world: World) -> SearchStrategy[Any]:  # noqa: ARG001 -- one signature for all domains
    """Values of a domain. A domain of your own is added with ``values.register``.

    Args:
        domain: The domain.
        world: The places and actors that names stand for.

    Returns:
        A strategy that draws its values.

    Raises:
        TypeError: The domain is one that was not added.
    """
    raise TypeError(f"no strategy is registered for {type(domain).__name__}; add one with 'values.register'")


@values.register
def _words(domain: Words, world: World) -> SearchStrategy[Any]:  # noqa: ARG001 -- one signature for all domains
    return st.sampled_from(list(domain.words) or list(Topic))  # of lists that are not closed the bundled one


@values.register
def _code(domain: Code, world: World) -> SearchStrategy[str]:
    if domain.of == "actor":
        return _often(_standing(world), list(world.actors.actors), list(bundled_world().actors.actors))
    if domain.of == "place":
        return _often(_nested(world), list(world.places.places), list(bundled_world().places.places))
    return _code(ACTOR, world) | _code(PLACE, world)


def _often(near: list[str], every: list[str], shared: list[str]) -> SearchStrategy[str]:
    """Any of all ids, and more often those that may meet, and those that are not shared, if there are any."""
    own = [one for one in every if one not in shared]
    return st.one_of([st.sampled_from(held) for held in (near, every, own) if held])


def _standing(world: World) -> list[str]:
    """The actors that stand for others, and those for whom they stand."""
    pieces = world.actors.pieces
    reach = pieces.reach(world.actors.groups)
    return [one for one in world.actors.actors if not pieces.atoms(one).isdisjoint(reach)]


def _nested(world: World) -> list[str]:
    """The places that share ground with another, countries aside."""
    gazetteer = world.places
    inside = [place for place, held in gazetteer.places.items() if held.kind is not PlaceKind.COUNTRY]
    holding = Counter(piece for place in inside for piece in gazetteer.atoms(place))
    return [place for place in inside if any(holding[piece] > 1 for piece in gazetteer.atoms(place))]


@values.register
def _number(domain: Number, world: World) -> SearchStrategy[Any]:  # noqa: ARG001 -- one signature for all domains
    most = 10**12 if domain.most is None else int(domain.most)
    part, decimals = 10**domain.decimals, domain.decimals
    parts = st.integers(0, most * part).map(lambda number: domain.tidy(round(number / part, decimals)))
    return st.integers(0, most) if domain.whole else st.integers(0, most) | parts


@values.register
def _figure(domain: Figures, world: World) -> SearchStrategy[Any]:
    number = _number(domain, world)
    ends = (
        st.tuples(number, number).map(sorted)
        | number.map(lambda one: (one, None))
        | number.map(lambda one: (None, one))
    )
    others = sorted({"EUR", "UAH"} - {domain.unit}) if domain.unit in CURRENCIES else []
    currency = st.sampled_from(["", "", *others])
    period = st.sampled_from(["", "", "year", "day"])
    return number | st.builds(figure_or_number, ends, currency, period).filter(lambda made: made is not None)


def figure_or_number(ends: tuple[Any, Any], currency: str, per: str) -> Any:
    """The figure, or the plain number that it is; ``None`` where it says nothing."""
    try:
        return Figure(*ends, currency=currency, per=per)
    except InvalidValueError:
        return ends[0] if ends[0] == ends[1] and not (currency or per) else None


@values.register
def _flag(domain: Flag, world: World) -> SearchStrategy[bool]:  # noqa: ARG001 -- one signature for all domains
    return st.just(True)  # noqa: FBT003 -- the one value of the domain


@values.register
def _day(domain: Day, world: World) -> SearchStrategy[Date]:  # noqa: ARG001 -- one signature for all domains
    day = st.dates().map(str)
    point = st.builds(
        lambda written, length, mark: written[:length] + mark, day, st.sampled_from([4, 7, 10]), st.sampled_from("~?%")
    )
    ordered = st.tuples(day, day).map(sorted)
    interval = ordered.map("/".join) | day.map("{}/..".format) | day.map("/{}".format)
    return st.builds(Date, day | point | interval)


@values.register
def _moment(domain: Moment, world: World) -> SearchStrategy[Deadline]:
    event = st.sampled_from([*world.milestones.spellings(), *_FREE])
    number = st.integers(0, 1000).map(str) | st.sampled_from(["a", "three", "thirty", "one hundred and five"])
    few = st.sampled_from(["2 weeks", "14 days", "336 hours", "1 year", "12 months", "thirty days", "1 month"])
    unit = st.sampled_from(["hours", "day", "days", "weeks", "months", "years"])
    length = few | st.builds("{} {}".format, number, unit)
    span = length | length.map("{}, renewable".format)
    counted = st.builds("{} {} {}".format, span, st.sampled_from(["of", "after", "before", "from"]), event)
    day = _day(DAY, world).map(str).filter(lambda text: text[0] != "/")
    return (event | span | counted | day).map(lambda text: domain.read(text, world))


@values.register
def _text(domain: Text, world: World) -> SearchStrategy[str]:  # noqa: ARG001 -- one signature for all domains
    signs = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])
    free = st.text(signs, min_size=1, max_size=20).map(domain.tidy)
    return st.sampled_from(_CLAUSES) | free.filter(lambda text: bool(text) and first_hidden(text) is None)


@values.register
def _pattern(domain: Pattern, world: World) -> SearchStrategy[str]:  # noqa: ARG001 -- one signature for all domains
    return _matching(domain.form)


@values.register
def _id(domain: Id, world: World) -> SearchStrategy[str]:  # noqa: ARG001 -- one signature for all domains
    word = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
    return word | st.builds("{}-{}".format, word, word)


@values.register
def _pointer(domain: Pointer, world: World) -> SearchStrategy[str]:  # noqa: ARG001 -- one signature for all domains
    number = st.integers(1, 40).map(str) | st.sampled_from(["10d", "I", "II.3", "5(c)", "21.a"])
    return number | st.builds("{} {}".format, st.sampled_from(["§", "Art.", "ст."]), number)


@cache
def _matching(form: str) -> SearchStrategy[str]:
    return st.from_regex(form, fullmatch=True, alphabet=st.characters(codec="ascii", exclude_categories=["Cc"]))


@values.register
def _record(domain: Record, world: World) -> SearchStrategy[Any]:
    return stated(*by_need(domain.shape, world, lead=domain.lead)).map(lambda held: domain.shape(**held))


def field_values(field: Field, world: World) -> SearchStrategy[Any]:
    """What the attribute of a declared field may hold when it is stated.

    Args:
        field: The declaration of the field.
        world: The places and actors that names stand for.

    Returns:
        A strategy that draws a value, a tuple or :class:`Members`.
    """
    one = values(field.domain, world)
    if not field.many:
        return one
    several = st.lists(one, min_size=1, max_size=3, unique=True).map(tuple)
    if field.scale is None:
        return several
    return st.builds(Members, several, st.booleans()) | st.just(Members((), open=True))


Choices: TypeAlias = Mapping[str, "SearchStrategy[Any]"]


def by_need(shape: type[Any], world: World, *, lead: str = "") -> tuple[Choices, Choices]:
    """The strategies of the declared fields that must be stated, ``lead`` among them, and of those that may be."""
    drawn = {field.name: field_values(field, world) for field in fields_of(shape)}
    needed = {name for name in drawn if name == lead or attrs.fields_dict(shape)[name].default is attrs.NOTHING}
    return (
        {name: one for name, one in drawn.items() if name in needed},
        {name: one for name, one in drawn.items() if name not in needed},
    )


def stated(required: Choices, optional: Choices) -> SearchStrategy[dict[str, Any]]:
    """The values of those fields that must be stated and of some of the others, by name."""
    every = list(optional)
    return _stated(required, optional, st.lists(st.sampled_from(every), unique=True) if every else st.just([]))


@st.composite
def _stated(draw: DrawFn, required: Choices, optional: Choices, chosen: SearchStrategy[list[str]]) -> dict[str, Any]:
    fields = (*required.items(), *((name, optional[name]) for name in draw(chosen)))
    return {name: draw(one) for name, one in fields}
