"""Reading the registers beside the proposals: places, actors, milestones, sources and events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

from proposals.documents.proposal import Event
from proposals.errors import InvalidProposalError, InvalidValueError
from proposals.fields.patterns import ID, NAME
from proposals.fields.values import ACTOR, DAY, FLAG, PLACE, TEXT, Words
from proposals.files import nodes
from proposals.files.citing import CITE, read_sources
from proposals.files.nodes import Node, Sequence, compose
from proposals.files.reader import Entry, Reader, shortened
from proposals.files.text import read_text
from proposals.provenance import Source
from proposals.vocabulary import EventKind
from proposals.world.actors import Actor, ActorKind, ActorNumber, Directory
from proposals.world.dates import Deadline
from proposals.world.milestones import Milestone, Milestones
from proposals.world.places import Gazetteer, Place, PlaceKind
from proposals.world.world import World

_Read = TypeVar("_Read")
_Register = TypeVar("_Register", Gazetteer, Directory, Milestones)

_NAME = Entry(domain=TEXT, required=True, definition="The name to show.")
_NAMES = Entry(domain=TEXT, many=True, definition="Other names and spellings.")
_NOTE = Entry(domain=TEXT, definition="For the reader.")

PLACE_ENTRIES: Final = {
    "name": _NAME,
    "kind": Entry(domain=Words(PlaceKind), required=True, definition="What sort of place it is."),
    "names": _NAMES,
    "parts": Entry(domain=TEXT, many=True, definition="The ids of places inside it."),
    "whole": Entry(domain=FLAG, definition="The parts make up all of it."),
    "in": Entry(domain=TEXT, definition="The id of a place that it lies in, where that does not list it."),
    "note": _NOTE,
}

ACTOR_ENTRIES: Final = {
    "name": _NAME,
    "kind": Entry(domain=Words(ActorKind), required=True, definition="What sort of actor it is."),
    "names": _NAMES,
    "members": Entry(
        domain=TEXT, many=True, definition="The ids of the actors who belong to it. A group or a class stands for them."
    ),
    "open": Entry(domain=FLAG, definition="It has, or may have, other members than these."),
    "side": Entry(domain=TEXT, definition="The id of the actor for whom a person or a body acts."),
    "role": Entry(domain=TEXT, definition="A person's office at the time of the documents."),
    "adjective": Entry(domain=TEXT, definition="What stands before its forces and the like in a sentence: Houthi."),
    "number": Entry(
        domain=Words(ActorNumber), definition="Whether a verb after the name is plural. Left out, the name shows it."
    ),
}

MILESTONE_ENTRIES: Final = {
    "name": _NAME,
    "definition": Entry(domain=TEXT, required=True, definition="What has then happened."),
    "names": _NAMES,
    "after": Entry(domain=ID, many=True, definition="Milestones that certainly come first, or at the same time."),
}

_HELD_BY: Final = "held-by"
PLACE_REGISTER_ENTRIES: Final = PLACE_ENTRIES | {
    _HELD_BY: Entry(
        domain=ACTOR,
        many=True,
        definition="Whose forces may hold a part of it. A part is made for each, and together they are all of it.",
    ),
}

EVENT_ENTRIES: Final = {
    "id": Entry(domain=ID, required=True, definition="A short name for references."),
    "date": Entry(domain=DAY, required=True, definition="When it happened, in EDTF."),
    "kind": Entry(domain=Words(EventKind), required=True, definition="What sort of event it is."),
    "title": Entry(domain=TEXT, required=True, definition="What happened, in your words."),
    "participants": Entry(domain=ACTOR, many=True, definition="Who took part."),
    "place": Entry(domain=PLACE, definition="Where."),
    "about": Entry(domain=ID, many=True, definition="The proposals that it is about."),
    "duration": Entry(domain=TEXT, definition="How long it lasted, as the source tells it."),
    "cite": CITE,
    "note": _NOTE,
}


def read_entries(reader: Reader, node: Node, entries: dict[str, Entry], make: Callable[..., _Read]) -> list[_Read]:
    """The members of a mapping from id to record: places, actors."""
    if not isinstance(node, nodes.Mapping):
        reader.problem(node, "not-a-mapping", "this is written as 'id: {name: …, kind: …}'")
        return []
    found: dict[str, _Read] = {}
    for key, value in node.entries:
        name = reader.key(key, NAME)
        if name in found:
            reader.problem(key, "duplicate-key", f"'{name}' appears twice", "keep one")
        read = reader.record(value, entries, f"'{shortened(key.text)}'")
        if name is not None and "name" in read and "kind" in read:
            found[name] = make(id=name, at=reader.at(key), **read)
    return list(found.values())


def make_place(**read: Any) -> Place:
    """A place, of what its entry says."""
    return Place(within=read.pop("in", None), **read)


def read_milestones(reader: Reader, node: Node) -> tuple[Milestone, ...]:
    """The members of a mapping from id to milestone. No name may be one that a deadline reads otherwise."""
    if not isinstance(node, nodes.Mapping):
        reader.problem(node, "not-a-mapping", "this is written as 'id: {name: …, definition: …}'")
        return ()
    found: dict[str, Milestone] = {}
    for key, value in node.entries:
        name = reader.key(key, ID)
        if name in found:
            reader.problem(key, "duplicate-key", f"'{name}' appears twice", "keep one")
        read = reader.record(value, MILESTONE_ENTRIES, f"'{shortened(key.text)}'")
        if name is None or "name" not in read or "definition" not in read:
            continue
        made = Milestone(id=name, **read)
        for words in (made.id, made.name, *made.names):
            if not _names_an_event(words):
                message = f"'{shortened(words)}' is read as a date or a span, not as an event"
                reader.problem(key, "bad-name", message, "begin it with a word, not with a number")
        found[name] = made
    return tuple(found.values())


def _names_an_event(words: str) -> bool:
    try:
        return Deadline(words).words == words
    except InvalidValueError:
        return False


def read_places(path: Path, directory: Directory | None = None, base: Gazetteer | None = None) -> Gazetteer:
    """The gazetteer ``base`` with the places of a file.

    Raises :class:`UnreadableError` or :class:`InvalidProposalError`.

    ``directory`` names those whose forces may hold a part of a place.
    """
    known = base or Gazetteer.of(())
    world = World(known, directory or Directory.of(()))

    def places(reader: Reader, node: Node) -> Gazetteer:
        holders: dict[str, tuple[str, ...]] = {}

        def place(**read: Any) -> Place:
            holders[read["id"]] = held = read.pop(_HELD_BY, ())
            parts = {"parts": tuple(_part(read["id"], one) for one in held), "whole": True} if held else {}
            return make_place(**(read | parts))

        read = read_entries(reader, node, PLACE_REGISTER_ENTRIES, place)
        with_parts = [
            one
            for whole in read
            for one in (whole, *(_held(whole, holder, world.actors) for holder in holders[whole.id]))
        ]
        return _gathered(reader, node, with_parts, known.extended)

    return _read(path, world, places)


def _part(place: str, holder: str) -> str:
    return f"{place}/held-by-{holder}"


def _held(place: Place, holder: str, directory: Directory) -> Place:
    name = f"the part of {place.name} held by {directory.name(holder)}"
    return Place(id=_part(place.id, holder), name=name, kind=PlaceKind.PART)


def read_actors(path: Path, base: Directory | None = None) -> Directory:
    """The directory ``base`` with the actors of a file. Raises as :func:`read_places` does."""
    known = base or Directory.of(())

    def actors(reader: Reader, node: Node) -> Directory:
        return _gathered(reader, node, read_entries(reader, node, ACTOR_ENTRIES, Actor), known.extended)

    return _read(path, World.empty(), actors)


def read_milestone_register(path: Path, base: Milestones | None = None) -> Milestones:
    """The milestones ``base`` with those of a file. Raises as :func:`read_places` does."""
    gather = Milestones.of if base is None else base.extended

    def milestones(reader: Reader, node: Node) -> Milestones:
        return _gathered(reader, node, list(read_milestones(reader, node)), gather)

    return _read(path, World.empty(), milestones)


def _gathered(
    reader: Reader, node: Node, read: list[_Read], gather: Callable[[Iterable[_Read]], _Register]
) -> _Register:
    """The register; where its entries contradict each other, a problem at the entry concerned and an empty one."""
    try:
        held = gather(read)
        held.check()
    except InvalidValueError as error:
        if not reader.problems:  # an entry that could not be read is missed by others
            keys = {key.text: key for key, _ in node.entries} if isinstance(node, nodes.Mapping) else {}
            reader.problem(keys.get(error.about, node), error.code, error.message, error.hint)
        return gather(())
    return held


def read_source_register(path: Path, world: World) -> tuple[Source, ...]:
    """The sources that several documents share. Raises as :func:`read_places` does."""
    return _read(path, world, read_sources)


def read_events(path: Path, world: World) -> tuple[Event, ...]:
    """The events of a timeline, by date. Raises as :func:`read_places` does."""
    return tuple(sorted(_read(path, world, _events), key=lambda event: event.date))


def _events(reader: Reader, node: Node) -> list[Event]:
    if not isinstance(node, Sequence):
        reader.problem(node, "not-a-list", "events are a list, each begun with '- id: …'")
        return []
    found = []
    for item in node.items:
        read = reader.record(item, EVENT_ENTRIES, "an event")
        if EVENT_ENTRIES.keys() & {key for key, entry in EVENT_ENTRIES.items() if entry.required} <= read.keys():
            read["participants"] = tuple(sorted(set(read.get("participants", ()))))
            found.append(Event(at=reader.at(item), citations=read.pop("cite", ()), **read))
    return found


def _read(path: Path, world: World, build: Callable[[Reader, Node], _Read]) -> _Read:
    text = read_text(path)
    reader = Reader(str(path), text, world)
    node = compose(text, str(path))
    built = build(reader, nodes.Mapping([], 1, 1) if node is None else node)
    reader.hidden()
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return built
