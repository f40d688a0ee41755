"""What several collections have together: names, kinds of term, sources, questions, events, and whose a file is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import attrs

from proposals.documents.checks import References, check_events
from proposals.documents.proposal import Event, Proposal
from proposals.documents.questions import Question
from proposals.errors import InvalidProposalError, InvalidValueError
from proposals.files.glossary import Definition
from proposals.files.tiles import Tile
from proposals.library.collection import Collection
from proposals.provenance import Source
from proposals.terms import KINDS, Kinds
from proposals.validation import Validated
from proposals.world.world import World

_Held = TypeVar("_Held")


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Registers(Validated):
    """The registers of one or several collections, each as one.

    ``bundled`` is the collection that comes with the program, ``own`` are others, searched first. ``alone``: of the
    bundled one only the questions count, which belong to the kinds, and no document, name, source or event. Two
    collections that have one id for a document, a source, a question, a place or an actor are never merged: using that
    id is refused. ``known_kinds`` are the kinds of term beside those of the collections.
    """

    bundled: Collection
    own: tuple[Collection, ...] = ()
    alone: bool = False
    known_kinds: Kinds = KINDS

    __eq__ = object.__eq__  # what it reads is kept with it, so that each is one of its own
    __hash__ = object.__hash__

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """Those whose documents it has, in the order in which they are searched."""
        return self.own if self.alone else (*self.own, self.bundled)

    @property
    def base(self) -> World:
        """The names that the documents of all collections share."""
        return World.empty() if self.alone else self.bundled.world

    @cached_property
    def world(self) -> World:
        """All names of all collections. Raises :class:`InvalidValueError` where two of them use one name."""
        world, base = self.base, self.base
        for one in self.own:
            world = world.extended(
                (place for name, place in one.world.places.places.items() if name not in base.places.places),
                (actor for name, actor in one.world.actors.actors.items() if name not in base.actors.actors),
                [held for name, held in one.world.milestones.milestones.items() if name in one.world.milestones.own],
            )
        return world

    @cached_property
    def kinds(self) -> Kinds:
        """All kinds of term, by name. Raises :class:`InvalidValueError` where two collections have one name."""
        return together("kind of term", [self.known_kinds, *(one.kinds for one in self.own)])

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that documents share, by id. Raises :class:`InvalidValueError` for an id of two collections."""
        return together("source", [one.sources for one in self.collections])

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions that terms answer, by id. Raises as :attr:`sources` does."""
        return together("question", [self.bundled.questions, *(one.questions for one in self.own)])

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The timeline, by date. Raises :class:`InvalidProposalError` if it refers to what is not there."""
        found = tuple(sorted(chain.from_iterable(one.events for one in self.collections), key=lambda one: one.date))
        problems = check_events(found, References(sources=self.sources, proposals=frozenset(self.ids)))
        if problems:
            raise InvalidProposalError(problems)
        return found

    @cached_property
    def glossary(self) -> tuple[Definition, ...]:
        """The words of the bundled glossary, then those of the collections."""
        return tuple(chain(self.bundled.glossary, *(one.glossary for one in self.own)))

    @cached_property
    def layouts(self) -> tuple[tuple[Tile, ...], ...]:
        """The layouts of tile maps, of each collection that has one."""
        return tuple(one.tiles for one in self.collections if one.tiles)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all documents, collection by collection, in alphabetical order in each."""
        return tuple(dict.fromkeys(name for one in self.collections for name in one.paths))

    def source_of(self, proposal: Proposal, name: str) -> Source | None:
        """The source that a citation of a document names.

        Args:
            proposal: The document, whose own sources come first.
            name: The id of the source.

        Returns:
            The source; ``None`` where neither the document nor a collection has it.
        """
        own = {source.id: source for source in proposal.sources}
        return own.get(name) or self.sources.get(name)

    def home_of(self, path: Path) -> Collection | None:
        """The collection in whose folder a file lies.

        Args:
            path: The path of the file.

        Returns:
            The collection; ``None`` where the file lies in none.
        """
        return next((one for one in self.collections if one.holds(path)), None)

    def world_of(self, path: Path) -> World:
        """The names that a file may use besides those that it declares.

        Args:
            path: The path of the file.

        Returns:
            The places, actors and milestones of its collection, or of all where it lies in none.
        """
        home = self.home_of(path)
        return home.world if home else self.world

    def homes_of(self, path: Path) -> tuple[Collection, ...]:
        """The collections whose registers a file may use.

        Args:
            path: The path of the file.

        Returns:
            Its own and the bundled one, or all where it lies in none.
        """
        home = self.home_of(path)
        return tuple(one for one in self.collections if home is None or one in {home, self.bundled})

    def shared_sources(self, path: Path) -> Mapping[str, Source]:
        """The sources that a file may cite besides those that it declares.

        Args:
            path: The path of the file.

        Returns:
            The sources by id.

        Raises:
            InvalidProposalError: Something in a list of sources is wrong.
        """
        return together("source", [one.sources for one in self.homes_of(path)])


def together(what: str, registers: Iterable[Mapping[str, _Held]]) -> Mapping[str, _Held]:
    """Several registers as one.

    Args:
        what: What an entry is, for the message.
        registers: The registers, by id.

    Returns:
        A register of all their entries.

    Raises:
        InvalidValueError: Two of them have one id.
    """
    found: dict[str, _Held] = {}
    for register in registers:
        for name in found.keys() & register.keys():
            message = f"two collections have a {what} '{name}', and are never merged"
            raise InvalidValueError(message, "rename one, or open only one of the two")
        found |= register
    return MappingProxyType(found)
