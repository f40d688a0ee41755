"""A collection: a folder with documents and the registers that they share, laid out as the bundled one is."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from proposals.documents.proposal import Event
from proposals.documents.questions import Question
from proposals.errors import Location, UnreadableError
from proposals.files.glossary import Definition, read_glossary
from proposals.files.questions import read_questions
from proposals.files.registers import (
    read_actors,
    read_events,
    read_milestone_register,
    read_places,
    read_source_register,
)
from proposals.files.tiles import Tile, read_tiles
from proposals.provenance import Source
from proposals.terms import KINDS, Kinds
from proposals.validation import Validated
from proposals.values import FrozenDict
from proposals.world.world import World

YAML_ENDINGS: Final = frozenset({".yaml", ".yml"})
"""How the names of documents end."""

KINDS_FILE: Final = "kinds.py"
"""The file of a collection's own code."""

LAYOUT: Final = MappingProxyType(
    {
        "proposals": "one file for each document",
        "places.yaml": "places, by id",
        "actors.yaml": "actors, by id",
        "milestones.yaml": "events that deadlines hang on, by id",
        "sources.yaml": "sources, by id",
        "events.yaml": "a timeline",
        "questions.yaml": "questions that kinds of one's own answer, by id",
        "glossary.yaml": "words, each with its definition",
        "tiles.yaml": "where on the map each place is drawn",
        "index.sqlite": "an index of its documents, made by 'proposals list --index'; it may be deleted",
        "language": "a folder for each language, with the wording of kinds of one's own",
        KINDS_FILE: "kinds of one's own",
    },
)
"""What a collection may hold; all but the first may be missing."""

_Read = TypeVar("_Read")


@attrs.frozen(eq=False, repr=False, slots=False)
class Collection(Validated):
    """A folder of documents and registers.

    ``folder`` has the files of :data:`LAYOUT`. ``base`` is the world whose names its documents may use besides those
    that its own registers give; ``None`` for the collection that gives it. ``kinds`` are its kinds of term beside the
    bundled ones, by name; empty where it has none or its code may not run. ``installed`` is true of one that a package
    brings along. Every register is read when it is first
    asked for; reading one raises :class:`UnreadableError` or :class:`InvalidProposalError`.
    """

    folder: Path
    base: World | None = attrs.field(default=None, repr=False)
    kinds: Kinds = attrs.field(default=FrozenDict(), repr=False)
    installed: bool = False

    __eq__ = object.__eq__  # what it reads is kept with it, so that each collection is one of its own
    __hash__ = object.__hash__

    @classmethod
    def of(cls, folder: Path, base: World, kinds: Kinds = MappingProxyType({})) -> Collection:
        """The collection in a folder.

        Args:
            folder: The folder, laid out like the bundled data.
            base: The places and actors that its registers may refer to.
            kinds: The kinds of term that its own code adds, by the word that files write.

        Returns:
            The collection; its registers and its documents are read when they are first asked for.

        Raises:
            UnreadableError: The folder has no ``proposals/``.
        """
        if not (folder / "proposals").is_dir():
            message = "this is not a collection: it has no folder 'proposals' with one file for each document"
            raise UnreadableError(Location(str(folder)), message)
        return cls(folder, base, kinds)

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """The files of the documents by id: the name of the file without its ending, in alphabetical order.

        Neither a hidden file nor a folder is a document.
        """
        folder = self.folder / "proposals"
        entries = os.scandir(folder) if folder.is_dir() else ()
        files = (folder / one.name for one in entries if not one.name.startswith(".") and not one.is_dir())
        return MappingProxyType({path.stem: path for path in sorted(files) if path.suffix in YAML_ENDINGS})

    @cached_property
    def world(self) -> World:
        """The names that its documents may use: those of its registers and those of the base."""
        base = self.base or World.empty()
        shared = self.base.milestones if self.base else None
        actors = self._read("actors.yaml", lambda path: read_actors(path, base.actors), base.actors)
        return World(
            self._read("places.yaml", lambda path: read_places(path, actors, base.places), base.places),
            actors,
            self._read("milestones.yaml", lambda path: read_milestone_register(path, shared), base.milestones),
        )

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that its documents share, by id."""
        none: tuple[Source, ...] = ()
        found = self._read("sources.yaml", lambda path: read_source_register(path, self.world), none)
        return MappingProxyType({source.id: source for source in found})

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions of its own, by id."""
        return self._read("questions.yaml", read_questions, MappingProxyType({}))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Its timeline, by date; what it refers to is not looked up."""
        return self._read("events.yaml", lambda path: read_events(path, self.world), ())

    @cached_property
    def glossary(self) -> tuple[Definition, ...]:
        """Its words with their definitions, in the order of the file."""
        return self._read("glossary.yaml", lambda path: read_glossary(path, {**KINDS, **self.kinds}), ())

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """Where the tile of each of its regions stands on a map."""
        return self._read("tiles.yaml", lambda path: read_tiles(path, self.world), ())

    def holds(self, path: Path) -> bool:
        """Whether a file lies among its documents.

        Args:
            path: The path of the file, from any folder.

        Returns:
            ``False`` also for a file that is not there.
        """
        return path.parent == self.folder / "proposals" or path.parent.resolve() == self._documents

    @cached_property
    def _documents(self) -> Path:
        return (self.folder / "proposals").resolve()

    @property
    def untrusted(self) -> Path | None:
        """Its code where that has not run; ``None`` where it has, or there is none."""
        return None if self.kinds else self.file(KINDS_FILE)

    def file(self, name: str) -> Path | None:
        """The file or the folder of that name.

        Args:
            name: The name within the folder of the collection, such as ``places.yaml``.

        Returns:
            Its path; ``None`` where the collection has none.
        """
        path = self.folder / name
        return path if path.exists() else None

    def _read(self, name: str, read: Callable[[Path], _Read], empty: _Read) -> _Read:
        path = self.file(name)
        return empty if path is None else read(path)
