"""The terms of several documents by subject: one line for each subject that any of them speaks to.

Places are compared on the smallest pieces of ground that the documents tell apart, actors read one by one on those for
whom a group stands; and pieces with the same terms are folded back into one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

import attrs

from proposals.comparison.line import Line, line_of
from proposals.documents.ground import Claimed, Split, Spot, by_matter, claims_of, governed, split_fields
from proposals.documents.proposal import Proposal
from proposals.terms.base import Term
from proposals.terms.claims import Subject, place_index, read_apart
from proposals.values import FrozenDict, Value
from proposals.vocabulary import Coverage, Stance, Topics
from proposals.world.pieces import Pieces, shortest
from proposals.world.world import World

_Sides: TypeAlias = tuple[tuple[Term, ...], ...]
"""The terms of each document."""
_BySpot: TypeAlias = dict[Spot, list[Term]]
"""The terms of one document on each spot."""


@attrs.frozen(eq=False, repr=False)
class Index(Value):
    """The terms of one document by what they are about, made once for all comparisons of the document.

    ``terms`` are what it says and then what it leaves out. ``keyed`` has, by the key of their first claim, the last of
    the terms that have it: alone in it, unless its matter is among ``tangled``, the matters in which a term makes
    several claims, or several terms make one. ``ground`` is the place that a matter names first, for those kinds that
    are about places; ``scattered`` has all places of the matters that name more than one. ``split`` are the fields of
    subjects in which actors may overlap. ``deletions`` are the ``id`` of the terms that stand for deleted points.
    """

    terms: tuple[Term, ...]
    document: Proposal
    keyed: Mapping[str, tuple[Term, ...]]
    tangled: frozenset[str]
    ground: Mapping[str, str]
    scattered: Mapping[str, set[str]]
    split: Split = ()
    deletions: Collection[int] = ()

    @classmethod
    def of(cls, document: Proposal, split: Split = ()) -> Index:
        """The index of a document."""
        every = (*document.said, *document.left_out)
        claims = [claims_of(term, split) for term in every] if split else [term.claims for term in every]
        keys = [own[0].key for own in claims]
        keyed = dict(zip(keys, zip(every, strict=True), strict=True))
        tangled: set[str] = set()
        if split or not len(keyed) == len(keys) == sum(map(len, claims)):
            times = Counter(keys)
            for term, key, own in zip(every, keys, claims, strict=True):
                if len(own) > 1 or times[key] > 1 or own is not term.claims:
                    tangled.update([claim.matter for claim in own])
        ground: dict[str, str] = {}
        scattered: dict[str, set[str]] = {}
        for claim in chain.from_iterable(claims):
            if claim.place is not None and (first := ground.setdefault(claim.matter, claim.place)) != claim.place:
                scattered.setdefault(claim.matter, {first}).add(claim.place)
        deletions = frozenset(map(id, document.deletions))
        return cls(every, document, keyed, frozenset(tangled), ground, scattered, split, deletions)

    def places(self, matter: str) -> frozenset[str]:
        """The places that a matter names; none for a kind that is not about places."""
        return frozenset(self.scattered.get(matter) or filter(None, (self.ground.get(matter),)))

    @cached_property
    def matters(self) -> Mapping[str, Sequence[Claimed]]:
        """The terms of each matter in reading order, once for each of their claims."""
        return by_matter(self.terms, self.split)


class _Cell(NamedTuple):
    """One key: the terms of each document, the subject without its place, and the ground (``None``: no place).

    ``matter`` is that of the claims if cells of one matter may be one row, else empty.
    """

    matter: str
    sides: _Sides
    rest: Subject
    ground: str | None


def indexed(documents: Sequence[Proposal], world: World) -> list[Index]:
    """The indices of documents that are to be compared."""
    every = (term for document in documents for term in (*document.said, *document.left_out))
    split = split_fields(every, world.actors)
    return [Index.of(document, split) for document in documents]


def rows(documents: Sequence[Index], matters: frozenset[str], world: World) -> tuple[Line, ...]:
    """One line for each subject, in reading order of the first document, then the second, and so on.

    ``matters`` are the :func:`intricate` ones. The documents must have no duplicates
    (see :mod:`proposals.documents.checks`).
    """
    # Most terms have their key to themselves and share no ground with another one.
    known = _Known.of(documents)
    found: dict[str, Line] = {}
    keyed = [document.keyed for document in documents]
    keys = dict.fromkeys(chain.from_iterable(keyed))
    columns = [[own.get(key, ()) for key in keys] for own in keyed]
    for key, sides in zip(keys, zip(*columns, strict=True), strict=True):
        first = (sides[0] or next(filter(None, sides)))[0]
        found[key] = known.line(first, first.subject, (), sides)
    lines = _in_order(documents, found, matters, world, known) if matters else found.values()
    return tuple(line for line in lines if any(line.sides)) if known.leaving else tuple(lines)


@attrs.frozen(eq=False, repr=False)
class _Known(Value):
    """How much of the documents is known: by topic, and whether any is known to leave something out."""

    coverages: Mapping[Topics, tuple[Coverage, ...]]
    leaving: bool

    @classmethod
    def of(cls, documents: Sequence[Index]) -> _Known:
        held = [one.document for one in documents]
        whole = tuple([document.coverage for document in held])
        coverages = dict.fromkeys(Topics.every(), whole)
        for topic in {topic for document in held for topic, _ in document.coverage_by_topic}:
            coverages[topic] = tuple(document.coverage_of(topic) for document in held)
        return cls(coverages, any(document.left_out for document in held))

    def line(self, first: Term, subject: Subject, excepted: tuple[str, ...], sides: _Sides) -> Line:
        """A line of the kind of its ``first`` term.

        Of the terms on its ``sides``, those that a document leaves out are none that it has. What it deletes it may be
        known to leave out as well: the deletion says more.
        """
        if not self.leaving:
            return line_of(first, subject, excepted, self.coverages[first.topic], sides)
        had = tuple(tuple(term for term in own if term.stance is not Stance.LEAVES_OUT) for own in sides)
        left_out = FrozenDict({at: own for at, own in enumerate(sides) if own and not had[at]})
        return line_of(first, subject, excepted, self.coverages[first.topic], had, left_out)


def intricate(documents: Sequence[Index], world: World) -> frozenset[str]:
    """The matters that keys alone cannot pair: several claims or terms in one document, or names that overlap."""
    found = set[str]().union(*(document.tangled for document in documents))
    several = set[str]().union(*(document.scattered for document in documents))
    seen: dict[str, str] = {}
    for document in documents:
        several.update([matter for matter, place in document.ground.items() if seen.get(matter, place) != place])
        seen |= document.ground
    for matter in several:
        if not world.places.apart(frozenset[str]().union(*(document.places(matter) for document in documents))):
            found.add(matter)
    return frozenset(found)


def _in_order(
    documents: Sequence[Index], found: Mapping[str, Line], matters: frozenset[str], world: World, known: _Known
) -> Iterator[Line]:
    """The lines of the simple terms as they were ``found``, and those of the intricate matters where these begin."""
    groups, split = _Groups(), documents[0].split
    claims = (claim for document in documents for term in document.terms for claim in claims_of(term, split))
    for one in dict.fromkeys(claim.matter if claim.matter in matters else claim.key for claim in claims):
        if one in matters:
            for cell in _cells(one, documents, world):
                groups.add(cell)
        else:
            groups.found.append(found[one])
    cells = [group for group in groups.found if isinstance(group, list)]
    spread = Counter(id(term) for group in cells for term in _terms(group))
    for group in groups.found:
        if isinstance(group, Line):
            yield group
        else:
            yield from (_folded(box, spread, _dimensions(box, world, split), known) for box in _boxes(group))


def _terms(cells: Iterable[_Cell]) -> Iterator[Term]:
    return (term for cell in cells for own in cell.sides for term in own)


def _cells(matter: str, documents: Sequence[Index], world: World) -> Iterator[_Cell]:
    """The terms of one matter on each subject, or on each spot where the names of the documents overlap."""
    sides, split = [document.matters.get(matter, ()) for document in documents], documents[0].split
    claimed = [one for own in sides for one in own]
    shape = type(claimed[0][1])
    overlap = any(shape is kind for kind, _ in split)
    overlap = overlap or not world.places.apart({claim.place for claim, _ in claimed if claim.place is not None})

    def spots(own: Sequence[Claimed]) -> _BySpot:
        return governed(own, world, split) if overlap else _by_name(own)

    by_spot = [_had_first(own, document.deletions, spots) for own, document in zip(sides, documents, strict=True)]
    for spot in dict.fromkeys(chain(*by_spot)):
        folding = matter if overlap or spot.ground is not None else ""
        yield _Cell(folding, tuple(tuple(own.get(spot, ())) for own in by_spot), spot.rest, spot.ground)


def _had_first(
    own: Sequence[Claimed], deletions: Collection[int], spots: Callable[[Sequence[Claimed]], _BySpot]
) -> _BySpot:
    """The terms of a document on each spot.

    Those that it has go before the points that it deletes, and these before what it leaves out, however narrow that is.
    """
    ranked: tuple[list[Claimed], ...] = ([], [], [])
    for one in own:
        left_out = one[1].stance is Stance.LEAVES_OUT
        ranked[2 if left_out else 1 if id(one[1]) in deletions else 0].append(one)
    found: _BySpot = {}
    for further in map(spots, filter(None, ranked)):
        found |= {spot: terms for spot, terms in further.items() if spot not in found}
    return found


def _by_name(own: Iterable[Claimed]) -> _BySpot:
    found: _BySpot = {}
    for claim, term in own:
        found.setdefault(Spot(claim.rest, claim.place), []).append(term)
    return found


class _Groups:
    """Cells of the same terms together, and with those that share one document's terms, the others' being equal.

    So a term on Donbas that meets equal terms on its two regions is one row. ``found`` keeps the reading order.
    """

    def __init__(self) -> None:
        self.found: list[Line | list[_Cell]] = []
        self.first: dict[Hashable, list[_Cell]] = {}

    def add(self, cell: _Cell) -> None:
        alike = list(_likenesses(cell))
        near = {id(self.first[key]): self.first[key] for key in alike if key in self.first}
        group: list[_Cell] = next(iter(near.values()), [])
        if not near:
            self.found.append(group)
        others = list(near.values())[1:]
        for other in others:
            self.found = [one for one in self.found if one is not other]
            group += other
        group.append(cell)
        self.first |= {key: group for one in (group if others else [cell]) for key in _likenesses(one)}


def _likenesses(cell: _Cell) -> Iterator[Hashable]:
    """What two cells have in common that belong in one row."""
    terms = [tuple(map(id, own)) for own in cell.sides]
    yield tuple(terms)
    if cell.matter and sum(map(bool, cell.sides)) > 1:
        contents = [tuple(map(_said, own)) for own in cell.sides]
        for index, own in enumerate(terms):
            if own:
                yield (cell.matter, *contents[:index], own, *contents[index + 1 :])


def _said(term: Term) -> Hashable:
    """What a document says by a term, and whose variant it is."""
    return term.holders, term.option, term.content, term.left_out


def _boxes(cells: list[_Cell], depth: int = 0) -> Iterator[list[_Cell]]:
    """The cells in lists of which each holds every combination of its subjects: a row can name nothing else."""
    if depth > len(cells[0].rest):
        yield cells
        return
    found: dict[Hashable, list[_Cell]] = {}
    for cell in cells:
        found.setdefault((*cell.rest, cell.ground)[depth], []).append(cell)
    alike: dict[Hashable, list[_Cell]] = {}
    for own in found.values():
        others = [(*cell.rest, cell.ground) for cell in own]
        alike.setdefault(frozenset((*one[:depth], *one[depth + 1 :]) for one in others), []).extend(own)
    for box in alike.values():
        yield from _boxes(box, depth + 1)


def _dimensions(cells: list[_Cell], world: World, split: Split) -> dict[int, Pieces]:
    """The subject fields in which the cells hold pieces that are to be folded back into names."""
    shape = type(next(_terms(cells)))
    found = {index: world.actors.pieces for index in read_apart(shape) if (shape, index) in split}
    where = place_index(shape)
    return found if where is None else found | {where: world.places.pieces}


def _folded(cells: list[_Cell], spread: Counter[int], dimensions: Mapping[int, Pieces], known: _Known) -> Line:
    """One line of the cells of a group; ``spread`` counts in how many cells each term is."""
    sides = tuple(
        tuple({id(term): term for cell in cells for term in cell.sides[index]}.values())
        for index in range(len(cells[0].sides))
    )
    terms = list(_terms(cells))
    inside = Counter(map(id, terms))
    whole = list({id(term): term for term in terms if inside[id(term)] == spread[id(term)]}.values())
    where = place_index(type(terms[0]))
    subject: list[tuple[str, ...]] = []
    excepted: tuple[str, ...] = ()
    for index in range(len(cells[0].rest)):
        ground = (cell.ground for cell in cells if cell.ground is not None)
        held = ground if index == where else (one for cell in cells for one in cell.rest[index])
        items = tuple(dict.fromkeys(held))
        if index in dimensions:
            pieces, atoms = dimensions[index], dimensions[index].reach(items)
            named = {term.subject[index]: pieces.reach(term.subject[index]) for term in whole}
            alike = [names for names, reach in named.items() if reach == atoms]
            items = shortest(alike) if alike else pieces.cover(atoms)
            if index == where and len(named) == 1 and len(inside) == len(whole):
                items = next(iter(named))
                excepted = pieces.cover(named[items] - atoms)
        subject.append(items)
    return known.line(terms[0], tuple(subject), excepted, sides)
