"""Actors: states, organisations, groups and persons, with their members and the names they go by.

States have their ISO 3166-1 alpha-2 code (``UA``), others a well-known short name (``NATO``, ``E3``, ``IAEA``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from proposals.errors import InvalidValueError, Location, NotFoundError
from proposals.strings import folded
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.words import Word
from proposals.world.pieces import Pieces


class ActorKind(Word):
    """What sort of actor it is."""

    STATE = "state", "A state with an ISO 3166-1 code; no statement on its recognition."
    ORGANISATION = "organisation", "An international organisation with a treaty or a secretariat. It acts itself."
    GROUP = "group", "Actors that act together without an organisation. It stands for its members."
    CLASS = "class", "Any of a sort, known or not: any military alliance. It stands for all that belong to it."
    PERSON = "person", "A person, with the side for which the sources say that they speak."
    BODY = "body", "A body that belongs to a state, a firm, or a body that a plan would set up."


class ActorNumber(Word):
    """Whether a name stands for one or for several in a sentence."""

    SINGULAR = "singular", "A verb after the name is singular: the coalition is."
    PLURAL = "plural", "A verb after the name is plural: the Houthis are."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Actor(OneLine, Validated):
    """One entry of the directory.

    ``members`` are ids of actors who belong to it, in alphabetical order; ``open`` says that a group has or may have
    others, as a class always may. ``side`` is the actor for whom a person or a body acts (``None`` where there is
    none); ``names`` are other spellings; ``role`` is a person's office at the time of the documents, ``at`` is where it
    was read and never counts.

    ``adjective`` and ``number`` are for sentences: *Houthi* forces, *the Houthis* are. Where ``number`` is ``None``,
    the name shows it. ``defined_by`` is the title of the document that declares it, where another document means
    something else by the name.

    ``id`` is what files write, ``name`` what reports show, and ``kind`` what sort of actor it is.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    open: bool = False
    side: str | None = None
    role: str = ""
    adjective: str = ""
    number: ActorNumber | None = None
    defined_by: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def parts(self) -> tuple[str, ...]:
        """The members for whom it stands: those of a group or of a class. An organisation stands for nobody."""
        return self.members if self.kind in {ActorKind.GROUP, ActorKind.CLASS} else ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """What leads to it: the id, the name and other spellings; of a name that is another's as well the id alone."""
        return (self.id,) if self.defined_by else (self.id, self.name, *self.names)

    @property
    def whole(self) -> bool:
        """Whether it stands for its known members only."""
        return self.kind is not ActorKind.CLASS and not self.open


@attrs.frozen(eq=False, repr=False)
class Directory(OneLine, Validated):
    """All actors that a comparison knows, by id."""

    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> Directory:
        """Make a directory.

        Args:
            actors: The actors, which may be members of each other.

        Returns:
            The directory, in their order.

        Raises:
            InvalidValueError: Two actors have one id, or a member is none of them.
        """
        known: dict[str, Actor] = {}
        for actor in actors:
            if actor.id in known:
                raise InvalidValueError(f"actor '{actor.id}' appears twice", code="duplicate-actor", about=actor.id)
            known[actor.id] = actor
        for actor in known.values():
            for other in (*actor.members, *([actor.side] if actor.side else [])):
                if other not in known:
                    message = f"'{other}', named by '{actor.id}', is not a known actor"
                    raise InvalidValueError(message, code="unknown-actor", about=actor.id)
        return cls(known)

    def extended(self, actors: Iterable[Actor]) -> Directory:
        """The directory with further actors, those of an analyst's own file.

        Args:
            actors: The actors, whose members may be known already.

        Returns:
            Another directory; this one itself where nothing is added.

        Raises:
            InvalidValueError: An id is taken, or a member is not known.
        """
        further = tuple(actors)
        return Directory.of((*self.actors.values(), *further)) if further else self

    @cached_property
    def _by_name(self) -> dict[str, str]:
        index: dict[str, str] = {}
        for actor in self.actors.values():
            for name in actor.spellings:
                if index.setdefault(folded(name), actor.id) != actor.id:
                    other = index[folded(name)]
                    message = f"'{name}' names both '{other}' and '{actor.id}'"
                    raise InvalidValueError(message, code="ambiguous-name", about=actor.id)
        return index

    def check(self) -> None:
        """Raise :class:`InvalidValueError` for a name of two actors, and for one that belongs to or acts for itself."""
        ties = {one.id: (*one.members, *([one.side] if one.side else [])) for one in self.actors.values()}
        _ = self._by_name, self.pieces.all_atoms, Pieces(ties, frozenset()).all_atoms

    def resolve(self, name: str) -> str:
        """The id of the actor that is written so.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            NotFoundError: No actor is written so.
        """
        if name in self.actors:
            return name
        try:
            return self._by_name[folded(name)]
        except KeyError:
            raise NotFoundError(f"no actor is called '{name}'") from None

    def spellings(self) -> tuple[str, ...]:
        """Every id, name and variant, for suggesting the nearest."""
        return tuple(name for actor in self.actors.values() for name in actor.spellings)

    def name(self, actor: str) -> str:
        """The name of an actor.

        Args:
            actor: An id.

        Returns:
            The name; the id itself where the directory does not know it.
        """
        known = self.actors.get(actor)
        return known.name if known else actor

    @cached_property
    def groups(self) -> frozenset[str]:
        """The ids of those that stand for others: groups and classes with members."""
        return frozenset(actor.id for actor in self.actors.values() if actor.parts)

    @cached_property
    def pieces(self) -> Pieces:
        """Whom each actor stands for: a group or a class for its members, any other for itself alone."""
        partial = frozenset(actor.id for actor in self.actors.values() if not actor.whole)
        return Pieces({actor.id: actor.parts for actor in self.actors.values()}, partial)

    def within(self, actor: str) -> frozenset[str]:
        """The actor, its members, and theirs in turn.

        Args:
            actor: The id of the actor.

        Returns:
            Their ids.
        """
        return self._groups.get(actor) or frozenset((actor,))

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        """Each actor that has members, with all who belong to it."""
        return {actor.id: self._belonging(actor.id) for actor in self.actors.values() if actor.members}

    def _belonging(self, actor: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [actor]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self.actors[one].members if one in self.actors else ())
        return frozenset(found)
