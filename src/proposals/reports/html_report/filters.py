"""What a reader can narrow the table by: topics, questions, relations, places and actors, each with its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from proposals.comparison.line import Line
from proposals.comparison.questions import ask
from proposals.fields.declare import Field, compared_fields, subject_fields
from proposals.fields.members import Members
from proposals.fields.values import Code
from proposals.language.names import Lookup
from proposals.language.questions import label_of
from proposals.negotiation.side_by_side import ComparedLine
from proposals.values import Value
from proposals.vocabulary import Relation, Topics
from proposals.words import Word
from proposals.world.places import PlaceKind


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Choice(Value):
    """One choice of a filter; ``id`` is that of the place or actor, or the word. ``count`` is of the rows it keeps."""

    id: str
    name: str
    count: int


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Filter(Value):
    """One filter: its ``choices``, and for each row the indices of the choices that keep it."""

    key: str
    label: str
    choices: tuple[Choice, ...]
    kept: tuple[tuple[int, ...], ...]


def filters(compared: Sequence[ComparedLine], lookup: Lookup, regions: Iterable[str]) -> tuple[Filter, ...]:
    """The filters. ``regions`` are offered besides the places that rows name, where those lie in them."""
    relations = [{str(finding.relation) for own in one.findings for finding in own} for one in compared]
    lines = [one.line for one in compared]
    asked = [{row.question for row in ask([line], lookup.world.places)} for line in lines]
    every = sorted(frozenset[str]().union(*asked), key=partial(label_of, lookup=lookup))
    named = [frozenset(_named(line, "place", lookup)) for line in lines]
    ground = frozenset[str]().union(*named)
    offered = sorted(ground | _regions(ground, regions, lookup), key=lookup.name)
    on: dict[str, list[str]] = {}
    for place in offered:
        for atom in lookup.world.places.atoms(place):
            on.setdefault(atom, []).append(place)
    reached = map(lookup.world.places.reach, named)
    places = [{place for atom in atoms for place in on.get(atom, ())} for atoms in reached]
    actors = [set(_named(line, "actor", lookup)) for line in lines]
    everyone = sorted(frozenset[str]().union(*actors), key=lookup.name)
    topics, asking = [*Topics.every()], partial(label_of, lookup=lookup)
    kept = (
        ("topic", [str(topic) for topic in topics], [{str(line.topic)} for line in lines], _worded(topics, lookup)),
        ("question", every, asked, asking),
        ("relation", [str(relation) for relation in Relation], relations, _worded(Relation, lookup)),
        ("place", offered, places, lookup.name),
        ("actor", everyone, actors, lookup.name),
    )
    return tuple(
        _filter(key, lookup.language.phrase(f"pages.report.filters.{key}"), known, rows, name)
        for key, known, rows, name in kept
    )


def _worded(words: Iterable[Word], lookup: Lookup) -> Callable[[str], str]:
    """What the words of a list are called, by how they are written."""
    called = {str(word): lookup.language.word(word, "heading") for word in words}
    return called.__getitem__


def _filter(key: str, label: str, known: Iterable[str], rows: Sequence[set[str]], name: Callable[[str], str]) -> Filter:
    counted = Counter(one for row in rows for one in row)
    found = {one: index for index, one in enumerate(filter(counted.__contains__, known))}
    return Filter(
        key=key,
        label=label,
        choices=tuple(Choice(id=one, name=name(one), count=counted[one]) for one in found),
        kept=tuple(tuple(sorted(found[one] for one in row if one in found)) for row in rows),
    )


def _regions(ground: Iterable[str], regions: Iterable[str], lookup: Lookup) -> frozenset[str]:
    """The regions that a named place lies in or reaches; a whole country does not offer all of its regions."""
    known = lookup.world.places
    smaller = [place for place in ground if place in known.places and known.places[place].kind is not PlaceKind.COUNTRY]
    reached = known.reach(smaller)
    return frozenset(region for region in regions if not known.atoms(region).isdisjoint(reached))


def _named(line: Line, sort: str, lookup: Lookup) -> Iterator[str]:
    """The ids of the places or actors that a row names: in its subject, and in the other fields of its terms."""
    for field, ids in zip(subject_fields(line.shape), line.subject, strict=True):
        yield from _codes(field, ids, sort, lookup)
    for term in line.terms:
        if sort == "actor":
            yield from (*term.bearers, *term.beneficiaries)
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            if held is not None:
                yield from _codes(field, held if isinstance(held, Members) else (held,), sort, lookup)


def _codes(field: Field, held: Iterable[Any], sort: str, lookup: Lookup) -> Iterator[str]:
    """Those values of a field that are ids of actors (``sort`` is ``actor``) or of places (``place``)."""
    if isinstance(field.domain, Code):
        for code in held:
            of = "actor" if code in lookup.world.actors.actors else "place"
            if sort == (of if field.domain.of == "either" else field.domain.of):
                yield code
