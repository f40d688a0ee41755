"""What a document uses of the registers of its collection, so that it means the same outside of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from proposals.documents.proposal import Proposal
from proposals.fields.members import Members
from proposals.provenance import Source
from proposals.world.actors import Actor
from proposals.world.milestones import Milestone
from proposals.world.places import Place
from proposals.world.world import World

_Named = TypeVar("_Named", Place, Actor, Milestone)


def adopted(document: Proposal, base: World, sources: Mapping[str, Source]) -> Proposal:
    """The document with all that it uses of its collection as declarations of its own.

    ``base`` is the world that all documents share, ``sources`` are those of the collection by id. So two collections
    that mean different things by one id are told apart as two documents are, and a document that is written out takes
    with it what it needs.
    """
    cited = dict.fromkeys(citation.source for citation in document.citations())
    further = _missing(document.sources, (sources[name] for name in cited if name in sources))
    places, actors = document.world.places.places, document.world.actors.actors
    own = document.world.milestones.own
    places_beside = [one for one in places.values() if one.id not in base.places.places]
    actors_beside = [one for one in actors.values() if one.id not in base.actors.actors]
    events = [one for one in document.world.milestones.milestones.values() if one.id in own]
    named: frozenset[str] = frozenset()
    if places_beside or actors_beside or events:  # most collections have none, and to look for names takes long
        named = frozenset(_texts((document.authors, document.entries, document.struck, document.sources, further)))
    found: dict[str, Iterable[Any]] = {
        "sources": further,
        "places": _used(places_beside, named, _near_place),
        "actors": _used(actors_beside, named, _near_actor),
        "milestones": _used(events, named, lambda event: event.after),
    }
    new = {key: _missing(getattr(document, key), used) for key, used in found.items()}
    if not any(new.values()):
        return document
    declared: dict[str, Any] = {key: (*getattr(document, key), *held) for key, held in new.items()}
    return attrs.evolve(document, **declared)


def _missing(own: Iterable[Any], found: Iterable[Any]) -> tuple[Any, ...]:
    """What is found and not among one's own, by id."""
    declared = {one.id for one in own}
    return tuple(one for one in found if one.id not in declared)


def _used(register: Iterable[_Named], named: Container[str], near: Callable[[_Named], Iterable[str]]) -> list[_Named]:
    """The entries of a register that are named, with those that they have to do with, in the order of the register."""
    entries = {one.id: one for one in register}
    ahead = [one.id for one in entries.values() if one.id in named or one.name in named]
    found: set[str] = set()
    while ahead:
        name = ahead.pop()
        if name in entries and name not in found:
            found.add(name)
            ahead += near(entries[name])
    return [one for name, one in entries.items() if name in found]


def _near_place(place: Place) -> Iterator[str]:
    yield from place.parts
    yield place.within or ""
    yield place.id.rpartition("/")[0]  # the part that somebody holds, of a place that is divided


def _near_actor(actor: Actor) -> Iterator[str]:
    yield from actor.members
    yield actor.side or ""


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however deep; more than the ids in it, and never fewer."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, (tuple, Members)):
        for one in value:
            yield from _texts(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name))
