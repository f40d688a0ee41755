"""Names belong to the document that gives them: two that share an id by accident are told apart before they meet."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

import attrs

from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.scales import Members
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, PLACE
from proposals.terms.base import Term
from proposals.world.actors import Actor, Directory
from proposals.world.places import Gazetteer, Place
from proposals.world.world import World

_Named = TypeVar("_Named", Place, Actor)
_Ids: TypeAlias = Mapping[str, str]
"""New ids by the ones that a document wrote."""


def told_apart(documents: Sequence[Proposal]) -> list[Proposal]:
    """The documents, each with an id of its own for what another one declares otherwise under the same id.

    Two declarations mean the same thing if they are equal in all but the notes, what they contain included. What is
    told apart is named by its document: *zone, as first defines it*. Documents without a clash are returned as they
    are.
    """
    if not any(document.places or document.actors for document in documents):
        return list(documents)
    places = _clashing([{place.id: place for place in document.places} for document in documents])
    actors = _clashing([{actor.id: actor for actor in document.actors} for document in documents])
    return [_renamed(document, places, actors) for document in documents] if places or actors else list(documents)


def _clashing(declared: Sequence[Mapping[str, _Named]]) -> frozenset[str]:
    """The ids that mean one thing in one document and another one in another."""
    meanings: dict[str, set[Hashable]] = {}
    for own in declared:
        for name in own:
            meanings.setdefault(name, set()).add(_meaning(name, own))
    return frozenset(name for name, held in meanings.items() if len(held) > 1)


def _meaning(name: str, own: Mapping[str, Any]) -> Hashable:
    """All that a declaration says besides its notes, with what it says of its parts or members."""
    entry = own.get(name)
    if entry is None:
        return name
    parts = entry.parts if isinstance(entry, Place) else entry.members
    inside = tuple(_meaning(part, own) for part in parts if part != name)
    facts = attrs.asdict(entry, recurse=False, filter=lambda one, _: one.name not in {"note", "parts", "members"})
    return (*facts.values(), inside)


def _renamed(document: Proposal, places: Iterable[str], actors: Iterable[str]) -> Proposal:
    """The document with its own ids of these for what it declares."""
    by = {
        PLACE: {place.id: f"{place.id}-of-{document.id}" for place in document.places if place.id in places},
        ACTOR: {actor.id: f"{actor.id}-of-{document.id}" for actor in document.actors if actor.id in actors},
    }
    if not any(by.values()):
        return document
    by[ACTOR_OR_PLACE] = by[PLACE] | by[ACTOR]
    own_places = tuple(_entry(place, by[PLACE], document, parts=place.parts) for place in document.places)
    own_actors = tuple(_entry(actor, by[ACTOR], document, members=actor.members) for actor in document.actors)
    return attrs.evolve(
        document,
        authors=tuple(by[ACTOR].get(name, name) for name in document.authors),
        places=own_places,
        actors=own_actors,
        terms=tuple(_term(term, by) for term in document.terms),
        world=_world(document, own_places, own_actors),
    )


def _world(document: Proposal, places: Sequence[Place], actors: Sequence[Actor]) -> World:
    """The document's world with the new entries for its own; a document made in Python may carry none of them."""
    known = document.world
    if not all(place.id in known.places.places for place in document.places):
        return known
    return attrs.evolve(
        known,
        places=Gazetteer.of(_without(known.places.places.values(), document.places, places)),
        actors=Directory.of(_without(known.actors.actors.values(), document.actors, actors)),
    )


def _without(known: Iterable[_Named], gone: Iterable[_Named], new: Iterable[_Named]) -> Iterator[_Named]:
    ids = {one.id for one in gone}
    yield from (one for one in known if one.id not in ids)
    yield from new


def _entry(entry: _Named, ids: _Ids, document: Proposal, **inside: tuple[str, ...]) -> _Named:
    held: dict[str, Any] = {key: tuple(ids.get(one, one) for one in names) for key, names in inside.items()}
    if entry.id in ids:
        held |= {"id": ids[entry.id], "name": f"{entry.name}, as {document.id} defines it", "names": ()}
    return attrs.evolve(entry, **held)


def _term(term: Term, by: Mapping[Any, _Ids]) -> Term:
    holders = tuple(by[ACTOR].get(name, name) for name in term.holders)
    return attrs.evolve(term, holders=holders, **_fields(term, by))


def _fields(value: Any, by: Mapping[Any, _Ids]) -> dict[str, Any]:
    """The fields of a term or a record that name something, with the new ids."""
    stated = ((field, getattr(value, field.name)) for field in fields_of(type(value)))
    return {field.name: _held(field, held, by) for field, held in stated if held is not None}


def _held(field: Field, held: Any, by: Mapping[Any, _Ids]) -> Any:
    def one(item: Any) -> Any:
        if isinstance(field.domain, Record):
            return attrs.evolve(item, **_fields(item, by))
        return by[field.domain].get(item, item) if field.domain in by else item

    if isinstance(held, Members):
        return Members(tuple(map(one, held)), held.open)
    return tuple(map(one, held)) if isinstance(held, tuple) else one(held)
