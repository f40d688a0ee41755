"""States, bodies and places that a text of any conflict may name and no register has; a draft declares its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from proposals.fields.declare import Record, fields_of
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, PLACE, Domain
from proposals.strings import folded
from proposals.terms.base import Term
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import Place, PlaceKind
from proposals.world.world import World

_One = TypeVar("_One", bound="Actor | Place")


@attrs.frozen
class States:
    """Those of a language: as actors, and as places that are no states."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]

    @classmethod
    def of(cls, written: Any) -> States:
        """What ``states.yaml`` holds."""
        kinds = {"states": ActorKind.STATE, "organisations": ActorKind.ORGANISATION, "groups": ActorKind.GROUP}
        actors = (
            Actor(
                id=name,
                name=held["name"],
                kind=kind,
                names=held.get("names", ()),
                adjective=held.get("adjective", ""),
            )
            for section, kind in kinds.items()
            for name, held in written[section].items()
        )
        sorts = {"areas": PlaceKind.AREA, "sites": PlaceKind.SITE}
        places = (
            Place(id=name, name=held["name"], kind=kind, names=held.get("names", ()))
            for section, kind in sorts.items()
            for name, held in written[section].items()
        )
        return cls(tuple(actors), tuple(places))

    @property
    def adjectives(self) -> Mapping[str, str]:
        """The adjectives of states by their ids."""
        return {one.id: one.adjective for one in self.actors if one.adjective}

    def beside(self, world: World) -> World:
        """The world with those that it does not know, and with each state as a place.

        What an id or a name means in the world already it goes on meaning.
        """
        actors = [*_free(self.actors, world.actors.spellings())]
        states = [one for one in (*world.actors.actors.values(), *actors) if one.kind is ActorKind.STATE]
        places = [Place(id=one.id, name=one.name, kind=PlaceKind.COUNTRY, names=one.names) for one in states]
        return world.extended(_free((*places, *self.places), world.places.spellings()), actors)


def _free(further: Iterable[_One], taken: Iterable[str]) -> Iterator[_One]:
    """Those of whose ids and names none is taken."""
    known = frozenset(map(folded, taken))
    for one in further:
        if known.isdisjoint(map(folded, (one.id, one.name, *one.names))):
            yield one


@attrs.frozen
class Declared:
    """The places and actors that a draft declares as its own."""

    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()

    @classmethod
    def of(cls, terms: Iterable[Term], authors: Iterable[str], world: World, shared: World) -> Declared:
        """Those of a world that terms and authors name, and that the ``shared`` one of all documents does not have."""
        named: dict[Domain, set[str]] = {ACTOR: {*authors}, PLACE: set(), ACTOR_OR_PLACE: set()}
        for term in terms:
            for domain, one in _named(term):
                named[domain].add(one)
        actors = named[ACTOR] | (named[ACTOR_OR_PLACE] & world.actors.actors.keys())
        places = named[PLACE] | (named[ACTOR_OR_PLACE] - actors)
        return cls(
            tuple(held for name, held in world.places.places.items() if name in places - shared.places.places.keys()),
            tuple(held for name, held in world.actors.actors.items() if name in actors - shared.actors.actors.keys()),
        )


def _named(value: Any) -> Iterator[tuple[Domain, str]]:
    """The actors and places that the fields of a term or a record name, each with the domain of its field."""
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        for one in () if held is None else held if field.many else (held,):
            if isinstance(field.domain, Record):
                yield from _named(one)
            elif field.domain in {ACTOR, PLACE, ACTOR_OR_PLACE}:
                yield field.domain, one
