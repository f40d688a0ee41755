"""Names belong to the document that gives them: two that share an id by accident are told apart before they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeAlias, TypeVar

import attrs

from proposals.comparison.occasions import with_own_events
from proposals.documents.proposal import Proposal, each_proposal
from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.members import Members
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, PLACE
from proposals.terms.base import Term
from proposals.world.actors import Actor, Directory
from proposals.world.places import Gazetteer, Place
from proposals.world.world import World

_Named = TypeVar("_Named", Place, Actor)
_Ids: TypeAlias = dict[str, str]
"""New ids by the ones that a document wrote."""

_TOLD_OF_OTHERS = frozenset({"adjective", "at", "id", "members", "note", "number", "parts", "side", "within"})
"""What a declaration says in ids, for sentences, or to the reader alone."""


def told_apart(documents: Iterable[Proposal]) -> list[Proposal]:
    """The documents, with one id for what they declare alike and another for what only one of them means by it.

    Two declarations mean the same thing if they are equal in all but id and notes, what they lie in and contain
    included. What shares an id or a name with something else has an id of its own, and the title of its document as
    that which defines it. Documents in which all keeps its id are returned as they are. Raises :class:`WrongTypeError`
    for what is no document.
    """
    documents = each_proposal(documents)
    if any(document.milestones for document in documents):
        documents = [*with_own_events(documents, [*_titles(documents, [*_labels(documents)])])]
    if not any(document.places or document.actors for document in documents):
        return list(documents)
    places = _called([one.places for one in documents], documents, [one.world.places.places for one in documents])
    actors = _called([one.actors for one in documents], documents, [one.world.actors.actors for one in documents])
    told = [_renamed(*one) for one in zip(documents, places, actors, strict=True)]
    by_id = {document.id: names for document, *names in zip(documents, places, actors, strict=True)}
    return [_with_texts(document, by_id) for document in told]


def clashes(documents: Sequence[Proposal]) -> Iterator[tuple[int, Place | Actor, Place | Actor]]:
    """What a document, counted from 0, declares and an earlier one means something else by, and what that declares."""
    sorts: tuple[list[Sequence[Place | Actor]], ...] = (
        [one.places for one in documents],
        [one.actors for one in documents],
    )
    for declared in sorts:
        first: dict[str, tuple[Hashable, Place | Actor]] = {}
        for at, (own, meanings) in enumerate(zip(declared, _meanings(declared), strict=True)):
            for entry in own:
                meaning, other = first.setdefault(entry.id, (meanings[entry.id], entry))
                if meaning != meanings[entry.id]:
                    yield at, entry, other


def _known(
    declared: Sequence[Sequence[_Named]], registers: Sequence[Mapping[str, Place] | Mapping[str, Actor]]
) -> frozenset[str]:
    """The ids that some document declares and another knows, without declaring it, as something else."""
    entries: dict[str, set[Hashable]] = {}
    for one in chain.from_iterable(declared):
        entries.setdefault(one.id, set()).add(one)
    return frozenset(
        name
        for own, register in zip(declared, registers, strict=True)
        for name in entries.keys() - {one.id for one in own}
        if name in register and register[name] not in entries[name]
    )


def _with_texts(document: Proposal, called: Mapping[str, Sequence[_Names]]) -> Proposal:
    """The document with the texts that it marks up under the names that these have, whole even if a part is compared.

    ``called`` are the names of the places and of the actors of each document, by its id.
    """
    texts = tuple(_renamed(text, *called[text.id]) if text.id in called else text for text in document.amended)
    return document if texts == document.amended else attrs.evolve(document, amended=texts)


class _Called(NamedTuple):
    """What something is called: its id, and the document by whose definition it is called so; empty where all agree.

    ``title`` is what a reader knows that document by.
    """

    id: str
    document: str
    title: str

    @property
    def unique(self) -> str:
        """The id that nothing else has."""
        return f"{self.id}-of-{self.document}" if self.document else self.id


_Names: TypeAlias = dict[str, _Called]
"""What own things are called, by the ids that their document wrote: those that are called otherwise."""


def _called(
    declared: Sequence[Sequence[_Named]],
    documents: Sequence[Proposal],
    registers: Sequence[Mapping[str, Place] | Mapping[str, Actor]],
) -> list[_Names]:
    """What each document's own places, or actors, are called, whatever the order of the documents.

    ``registers`` are all that each document knows, by id.
    """
    meanings = _meanings(declared)
    bearers: dict[Hashable, list[_Called]] = {}
    labels = [*_labels(documents)]
    for label, title, held in zip(labels, _titles(documents, labels), meanings, strict=True):
        for name, meaning in held.items():
            bearers.setdefault(meaning, []).append(_Called(name, label, title))
    first: dict[Hashable, _Called] = {meaning: min(names) for meaning, names in bearers.items()}
    named = ((held[one.id], one) for own, held in zip(declared, meanings, strict=True) for one in own)
    titles = {meaning: (one.name, one.defined_by) for meaning, one in named}
    ids = Counter([*(one.id for one in first.values()), *_known(declared, registers)])
    shown = Counter(titles.values())

    def called(meaning: Hashable) -> _Called:
        clash = ids[first[meaning].id] > 1 or shown[titles[meaning]] > 1
        return first[meaning] if clash else _Called(first[meaning].id, "", "")

    every = [{name: called(meaning) for name, meaning in held.items()} for held in meanings]
    return [{name: one for name, one in held.items() if one.unique != name} for held in every]


def _labels(documents: Sequence[Proposal]) -> Iterator[str]:
    """The ids of documents; of different ones with one id the later are numbered."""
    for at, document in enumerate(documents):
        rivals = [one for one in documents[:at] if one.id == document.id and one != document]
        yield f"{document.id}-{len(rivals) + 1}" if rivals else document.id


def _titles(documents: Sequence[Proposal], labels: Sequence[str]) -> Iterator[str]:
    """The titles of documents; the labels of different ones that have one title."""
    titles = [document.title for document in documents]
    several = Counter(title for title, _ in dict.fromkeys(zip(titles, labels, strict=True)))
    return (label if several[title] > 1 else title for title, label in zip(titles, labels, strict=True))


def _meanings(declared: Sequence[Sequence[Place | Actor]]) -> list[dict[str, Hashable]]:
    """What each declaration of each document means: all that it says, with what it says of what it has to do with.

    A meaning is a number, so that what many have to do with is told once.
    """
    numbers: dict[Hashable, int] = {}
    found = [_numbered(own, numbers) for own in declared]
    counted = [Counter(meanings.values()) for meanings in found]
    return [
        {name: one if counts[one] == 1 else (name, one) for name, one in meanings.items()}
        for meanings, counts in zip(found, counted, strict=True)
    ]


def _numbered(own: Sequence[Place | Actor], numbers: dict[Hashable, int]) -> dict[str, Hashable]:
    """The number of the meaning of each declaration of one document; ``numbers`` is added to."""
    entries: dict[str, Place | Actor] = {one.id: one for one in own}
    known: dict[str, Hashable] = {}

    def meaning(name: str, above: tuple[str, ...]) -> tuple[Hashable, frozenset[str]]:
        """The meaning, and the names above by which it stops short in a circle."""
        if name in known:
            return known[name], frozenset()
        if name not in entries or name in above:
            return name, frozenset({name}.intersection(above))
        entry = entries[name]
        facts: dict[str, object] = attrs.asdict(
            entry, recurse=False, filter=lambda one, _: one.name not in _TOLD_OF_OTHERS
        )
        inside, outside = (entry.parts, entry.within) if isinstance(entry, Place) else (entry.members, entry.side)
        others = [meaning(one, (*above, name)) for one in inside]
        outer = meaning(outside, (*above, name)) if outside else (None, frozenset[str]())
        said = (*facts.values(), frozenset(one for one, _ in others), outer[0])
        number = numbers.setdefault(said, len(numbers))
        short = outer[1].union(*(names for _, names in others)) - {name}
        if not short:
            known[name] = number
        return number, short

    return {name: meaning(name, ())[0] for name in entries}


def _renamed(document: Proposal, places: _Names, actors: _Names) -> Proposal:
    """The document with these names for what it declares."""
    if not places and not actors:
        return document
    by: dict[Any, _Ids] = {
        PLACE: {old: new.unique for old, new in places.items()},
        ACTOR: {old: new.unique for old, new in actors.items()},
    }
    by[ACTOR_OR_PLACE] = by[PLACE] | by[ACTOR]
    own_places = tuple(_place(place, by[PLACE], places.get(place.id)) for place in document.places)
    own_actors = tuple(_actor(actor, by[ACTOR], actors.get(actor.id)) for actor in document.actors)
    return attrs.evolve(
        document,
        authors=tuple(sorted(by[ACTOR].get(name, name) for name in document.authors)),
        places=own_places,
        actors=own_actors,
        terms=tuple(_term(term, by) for term in document.terms),
        left_out=tuple(_term(term, by) for term in document.left_out),
        world=_world(document, own_places, own_actors, by),
    )


def _place(place: Place, ids: _Ids, called: _Called | None) -> Place:
    if called is None and ids.keys().isdisjoint((*place.parts, place.within)):
        return place
    within = place.within and ids.get(place.within, place.within)
    parts = tuple(ids.get(one, one) for one in place.parts)
    return _under_its_name(attrs.evolve(place, parts=parts, within=within), called)


def _actor(actor: Actor, ids: _Ids, called: _Called | None) -> Actor:
    if called is None and ids.keys().isdisjoint((*actor.members, actor.side)):
        return actor
    side = actor.side and ids.get(actor.side, actor.side)
    members = tuple(sorted(ids.get(one, one) for one in actor.members))
    adjective = "" if called and called.document else actor.adjective
    return _under_its_name(attrs.evolve(actor, members=members, side=side, adjective=adjective), called)


def _under_its_name(entry: _Named, called: _Called | None) -> _Named:
    if called is None:
        return entry
    if not called.document:
        return attrs.evolve(entry, id=called.unique)
    return attrs.evolve(entry, id=called.unique, defined_by=called.title, names=())


def _world(document: Proposal, places: Sequence[Place], actors: Sequence[Actor], by: Mapping[Any, _Ids]) -> World:
    """The document's world with the new entries for its own; a document made in Python may carry none of them.

    What it knows besides, such as others of its collection, refers to the new ids.
    """
    known = document.world
    if not all(place.id in known.places.places for place in document.places):
        return known
    others = (
        [_place(one, by[PLACE], None) for one in _without(known.places.places.values(), document.places)],
        [_actor(one, by[ACTOR], None) for one in _without(known.actors.actors.values(), document.actors)],
    )
    return attrs.evolve(known, places=Gazetteer.of([*others[0], *places]), actors=Directory.of([*others[1], *actors]))


def _without(known: Iterable[_Named], gone: Iterable[_Named]) -> Iterator[_Named]:
    ids = {one.id for one in gone}
    return (one for one in known if one.id not in ids)


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
        return _new(item, by[field.domain]) if field.domain in by else item

    if isinstance(held, Members):
        return Members(tuple(map(one, held)), held.open)
    return tuple(map(one, held)) if isinstance(held, tuple) else one(held)


def _new(name: str, ids: _Ids) -> str:
    """The new id of a name, which may be that of a part that something renamed has in a divided place."""
    whole, stroke, part = name.rpartition("/")
    return ids.get(name) or (f"{ids[whole]}/{part}" if stroke and whole in ids else name)
