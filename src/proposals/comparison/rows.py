"""The terms of several documents by subject: one line for each subject that any of them speaks to.

Places are compared on the smallest pieces of ground that the documents tell apart, and pieces with the same terms are
folded back into one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import attrs

from proposals.comparison.line import Line
from proposals.documents.ground import Placed, by_matter, governed
from proposals.documents.proposal import Proposal
from proposals.terms.base import Subject, Term, place_index
from proposals.vocabulary import Coverage
from proposals.world.places import Gazetteer


@attrs.frozen
class Index:
    """The terms of one document by what they are about, made once for all comparisons of the document.

    ``keyed`` has, by the key of their first claim, the last of the terms that have it: alone in it, unless its matter
    is among ``tangled``, the matters in which a term makes several claims, or several terms make one. ``ground`` is
    the place that a matter names first, for those kinds that are about places; ``scattered`` has all places of the
    matters that name more than one.
    """

    terms: tuple[Term, ...]
    coverage: Coverage
    keyed: Mapping[str, tuple[Term, ...]]
    tangled: frozenset[str]
    ground: Mapping[str, str]
    scattered: Mapping[str, set[str]]

    @classmethod
    def of(cls, document: Proposal) -> Index:
        """The index of a document."""
        keyed: dict[str, tuple[Term, ...]] = {}
        tangled: set[str] = set()
        ground: dict[str, str] = {}
        scattered: dict[str, set[str]] = {}
        for term in document.said:
            claims = term.claims
            key = claims[0].key
            if len(claims) > 1 or key in keyed:
                tangled.update([claim.matter for claim in claims])
            keyed[key] = (term,)
            for matter, place, _, _ in claims:
                if place is not None and (first := ground.setdefault(matter, place)) != place:
                    scattered.setdefault(matter, {first}).add(place)
        return cls(document.said, document.coverage, keyed, frozenset(tangled), ground, scattered)

    def places(self, matter: str) -> frozenset[str]:
        """The places that a matter names; none for a kind that is not about places."""
        return frozenset(self.scattered.get(matter) or filter(None, (self.ground.get(matter),)))

    @cached_property
    def matters(self) -> Mapping[str, Sequence[Placed]]:
        """The terms of each matter in reading order, once for each of their claims."""
        return by_matter(self.terms)


class _Cell(NamedTuple):
    """One key: the terms of each document, the subject without its place, and the ground (``None``: no place)."""

    sides: tuple[tuple[Term, ...], ...]
    rest: Subject
    ground: str | None


def rows(documents: Sequence[Index], matters: frozenset[str], places: Gazetteer) -> tuple[Line, ...]:
    """One line for each subject, in reading order of the first document, then the second, and so on.

    ``matters`` are the :func:`intricate` ones. The documents must have no duplicates
    (see :mod:`proposals.documents.checks`).
    """
    # Most terms have their key to themselves and share no ground with another one.
    coverages = tuple([document.coverage for document in documents])
    found: dict[str, Line] = {}
    keyed = [document.keyed for document in documents]
    for key in dict.fromkeys(chain.from_iterable(keyed)):
        sides = tuple([own.get(key, ()) for own in keyed])
        first = (sides[0] or next(filter(None, sides)))[0]
        found[key] = Line(first.topic, type(first), first.subject, (), coverages, sides)
    if not matters:
        return tuple(found.values())
    return tuple(_in_order(documents, found, matters, places))


def intricate(documents: Sequence[Index], places: Gazetteer) -> frozenset[str]:
    """The matters that keys alone cannot pair: several claims or terms in one document, or places that overlap."""
    found = set[str]().union(*(document.tangled for document in documents))
    several = set[str]().union(*(document.scattered for document in documents))
    seen: dict[str, str] = {}
    for document in documents:
        several.update([matter for matter, place in document.ground.items() if seen.get(matter, place) != place])
        seen |= document.ground
    for matter in several:
        if not places.apart(frozenset[str]().union(*(document.places(matter) for document in documents))):
            found.add(matter)
    return frozenset(found)


def _in_order(
    documents: Sequence[Index], found: Mapping[str, Line], matters: frozenset[str], places: Gazetteer
) -> Iterator[Line]:
    """The lines of the simple terms as they were ``found``, and those of the intricate matters where these begin."""
    groups, coverages = _Groups(), tuple(document.coverage for document in documents)
    claims = (claim for document in documents for term in document.terms for claim in term.claims)
    for one in dict.fromkeys(claim.matter if claim.matter in matters else claim.key for claim in claims):
        if one in matters:
            sides = [document.matters.get(one, ()) for document in documents]
            for cell in _cells(_rest(one, sides), sides, places):
                groups.add(cell)
        else:
            groups.found.append(found[one])
    cells = [group for group in groups.found if isinstance(group, list)]
    spread = Counter(id(term) for group in cells for term in _terms(group))
    for group in groups.found:
        if isinstance(group, Line):
            yield group
        else:
            yield from (_folded(box, spread, places, coverages) for box in _boxes(group))


def _terms(cells: Iterable[_Cell]) -> Iterator[Term]:
    return (term for cell in cells for own in cell.sides for term in own)


def _rest(matter: str, sides: Sequence[Sequence[Placed]]) -> Subject:
    """The subject without its place that the claims of a matter have in common."""
    term = next(own[0][1] for own in sides if own)
    return next(claim.rest for claim in term.claims if claim.matter == matter)


def _cells(rest: Subject, sides: Sequence[Sequence[Placed]], places: Gazetteer) -> Iterator[_Cell]:
    """The terms of one matter on each place, or on each atom where the places of the documents overlap."""
    named = {place for own in sides for place, _ in own if place is not None}
    overlap = not places.apart(named)
    by_ground = [governed(own, places) if overlap else _by_name(own) for own in sides]
    for ground in dict.fromkeys(chain(*by_ground)):
        yield _Cell(tuple(tuple(own.get(ground, ())) for own in by_ground), rest, ground)


def _by_name(own: Iterable[Placed]) -> dict[str | None, list[Term]]:
    found: dict[str | None, list[Term]] = {}
    for place, term in own:
        found.setdefault(place, []).append(term)
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
    if cell.ground is not None and sum(map(bool, cell.sides)) > 1:
        contents = [tuple(term.content for term in own) for own in cell.sides]
        for index, own in enumerate(terms):
            if own:
                yield (cell.rest, *contents[:index], own, *contents[index + 1 :])


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


def _folded(cells: list[_Cell], spread: Counter[int], places: Gazetteer, coverages: tuple[Coverage, ...]) -> Line:
    """One line of the cells of a group; ``spread`` counts in how many cells each term is."""
    sides = tuple(
        tuple({id(term): term for cell in cells for term in cell.sides[index]}.values())
        for index in range(len(cells[0].sides))
    )
    subject = tuple(
        tuple(dict.fromkeys(item for part in parts for item in part))
        for parts in zip(*(cell.rest for cell in cells), strict=True)
    )
    terms = list(_terms(cells))
    topic, shape = terms[0].topic, type(terms[0])
    where = place_index(shape)
    if where is None:
        return Line(topic, shape, subject, (), coverages, sides)
    atoms = frozenset[str]().union(*(places.atoms(cell.ground) for cell in cells if cell.ground is not None))
    inside = Counter(map(id, terms))
    whole = {id(term): term for term in terms if inside[id(term)] == spread[id(term)]}
    named = [(term.subject[where], places.reach(term.subject[where])) for term in whole.values()]
    ground = next((names for names, reach in named if reach == atoms), None) or places.cover(atoms)
    excepted: tuple[str, ...] = ()
    if len(inside) == len(named) and len({names for names, _ in named}) == 1:
        ground, reach = named[0]
        excepted = places.cover(reach - atoms)
    about = (*subject[:where], ground, *subject[where + 1 :])
    return Line(topic, shape, about, excepted, coverages, sides)
