"""The places and actors that a file may name, together."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from proposals.errors import InvalidValueError, NotFoundError
from proposals.strings import suggestion
from proposals.world.actors import Actor, Directory
from proposals.world.places import Gazetteer, Place


@attrs.frozen
class World:
    """A gazetteer and a directory: whatever gives meaning to the names in a file."""

    places: Gazetteer
    actors: Directory

    @classmethod
    def empty(cls) -> World:
        """A world without any place or actor."""
        return cls(Gazetteer.of(()), Directory.of(()))

    def extended(self, places: Iterable[Place], actors: Iterable[Actor]) -> World:
        """The world with an analyst's own places and actors; itself where there are none."""
        gazetteer, directory = self.places.extended(places), self.actors.extended(actors)
        return self if gazetteer is self.places and directory is self.actors else World(gazetteer, directory)

    def place(self, name: str) -> str:
        """The id of a place, from any of its names. Raises :class:`InvalidValueError` with the nearest name."""
        try:
            return self.places.resolve(name)
        except NotFoundError as error:
            raise InvalidValueError(str(error), suggestion(name, self.places.spellings()), "unknown-place") from None

    def actor(self, name: str) -> str:
        """The id of an actor, from any of its names. Raises :class:`InvalidValueError` with the nearest name."""
        try:
            return self.actors.resolve(name)
        except NotFoundError as error:
            raise InvalidValueError(str(error), suggestion(name, self.actors.spellings()), "unknown-actor") from None

    def either(self, name: str) -> str:
        """The id of an actor or else of a place. Raises :class:`InvalidValueError` with the nearest name."""
        try:
            return self.actors.resolve(name)
        except NotFoundError:
            return self.place(name)

    def name(self, code: str) -> str:
        """The name to show for the id of an actor or a place; the id itself where neither is known."""
        named = self.actors.name(code)
        return self.places.name(code) if named == code else named
