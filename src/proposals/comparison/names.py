"""Which places and actors a comparison of several documents knows."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.comparison.apart import told_apart
from proposals.documents.proposal import Proposal
from proposals.validation import require
from proposals.world.world import World


def world_of(documents: Sequence[Proposal], given: World | None = None) -> World:
    """The names of several documents together: the world that is given, else those that they carry, with their own.

    What they mean otherwise by one id is known by the names that tell it apart as well. The first of an id holds. An
    empty world where there is no document. Raises :class:`InvalidValueError` for a place or an actor of which a part
    or a member is known to none of them.
    """
    apart = told_apart(documents)
    if given is not None:
        require(given, World, "'world'")
    known = given or next((document.world for document in documents), World.empty())
    carried = [document.world for document in documents if given is None and document.world is not known]
    documents = [*apart, *documents]
    places = [*(place for one in carried for place in one.places.places.values())]
    places += [place for document in documents for place in document.places]
    actors = [*(actor for one in carried for actor in one.actors.actors.values())]
    actors += [actor for document in documents for actor in document.actors]
    new_places = {place.id: place for place in reversed(places) if place.id not in known.places.places}
    new_actors = {actor.id: actor for actor in reversed(actors) if actor.id not in known.actors.actors}
    return known.extended(reversed(new_places.values()), reversed(new_actors.values()))
