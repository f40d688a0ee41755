"""The places, actors and milestones that a file may name, together."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from proposals.errors import InvalidValueError, NotFoundError
from proposals.strings import suggestion
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.world.actors import Actor, Directory
from proposals.world.milestones import Milestone, Milestones, Occasion
from proposals.world.pieces import REST
from proposals.world.places import Gazetteer, Place


@attrs.frozen(eq=False, repr=False)
class World(OneLine, Validated):
    """A gazetteer, a directory and a list of milestones: everything that gives meaning to the names in a file.

    ``places`` is the gazetteer, ``actors`` the directory, and ``milestones`` the list of events that deadlines may
    name.
    """

    places: Gazetteer
    actors: Directory
    milestones: Milestones = attrs.field(factory=lambda: Milestones.of(()))

    @classmethod
    def empty(cls) -> World:
        """A world without any place, actor or milestone."""
        return cls(Gazetteer.of(()), Directory.of(()))

    def extended(self, places: Iterable[Place], actors: Iterable[Actor], milestones: Iterable[Milestone] = ()) -> World:
        """The world with an analyst's own places, actors and milestones.

        Args:
            places: Places, which may lie in those that are known already and contain them.
            actors: Actors.
            milestones: Events that deadlines may name.

        Returns:
            Another world; this one itself where nothing is added.

        Raises:
            InvalidValueError: An id is taken, or a part or a member is not known.
        """
        held = self.places.extended(places), self.actors.extended(actors), self.milestones.extended(milestones)
        alike = held[0] is self.places and held[1] is self.actors and held[2] is self.milestones
        return self if alike else World(*held)

    def place(self, name: str) -> str:
        """The id of a place, from any of its names.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: No place has the name; the message has the nearest one.
        """
        try:
            return self.places.resolve(name)
        except NotFoundError as error:
            raise InvalidValueError(str(error), self.places.suggestion(name), "unknown-place") from None

    def actor(self, name: str) -> str:
        """The id of an actor, from any of its names.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: No actor has the name; the message has the nearest one.
        """
        try:
            return self.actors.resolve(name)
        except NotFoundError as error:
            raise InvalidValueError(str(error), suggestion(name, self.actors.spellings()), "unknown-actor") from None

    def milestone(self, words: str) -> Occasion | None:
        """The milestone that is written so.

        Args:
            words: The words of a deadline, such as ``signature``.

        Returns:
            The milestone; ``None`` where the words are those of none.
        """
        return self.milestones.resolve(words)

    def either(self, name: str) -> str:
        """The id of an actor or else of a place, from any of its names.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            InvalidValueError: Neither an actor nor a place has the name; the message has the nearest one.
        """
        try:
            return self.actors.resolve(name)
        except NotFoundError:
            return self.place(name)

    def name(self, code: str) -> str:
        """The name to show for an actor or a place.

        Args:
            code: The id.

        Returns:
            The name, of what is left of something that of the whole; the id itself where neither an actor nor a place
            has it.
        """
        whole = code.removesuffix(REST)
        known = self.actors.actors.get(whole) or self.places.entries.get(whole)
        return known.name if known else code
