"""The terms of several documents by subject: one row for each subject that any of them speaks to.

Places are compared on the smallest pieces of ground that the documents tell apart, and pieces with the same terms are
folded back into one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from proposals.places import Gazetteer
from proposals.subjects import Placed, apart, by_matter, governed
from proposals.terms.term import Subject, Term, place_index


@attrs.frozen(kw_only=True)
class Row:
    """The terms of several documents that speak to one subject; a document without such a term has an empty tuple.

    Several terms of one document are open alternatives (each with its holders), or equal in content on adjoining
    ground. ``subject`` has one tuple of ids for each subject field, places as a document names them or folded into the
    widest names; ``excepted`` are the places inside those that narrower terms of the same document govern.
    """

    sides: tuple[tuple[Term, ...], ...]
    subject: Subject
    excepted: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the terms: that of the first document that has any."""
        return next(terms[0].kind for terms in self.sides if terms)


@attrs.frozen
class _Cell:
    """One key: the terms of each document, the subject without its place, and the ground (``None``: no place).

    ``alone`` if no term of it is in another cell, so that there is nothing to fold.
    """

    sides: tuple[tuple[Term, ...], ...]
    rest: Subject
    ground: str | None
    alone: bool


def rows(documents: Sequence[Sequence[Term]], places: Gazetteer) -> tuple[Row, ...]:
    """One row for each subject, in reading order of the first document, then the second, and so on.

    The terms of a document must have no duplicates (see :mod:`proposals.checks`).
    """
    groups = _grouped(_cells(documents, places))
    spread = Counter(id(term) for group in groups if not group[0].alone for term in _terms(group))
    return tuple(_folded(group, spread, places) for group in groups)


def _terms(cells: Iterable[_Cell]) -> Iterator[Term]:
    return (term for cell in cells for own in cell.sides for term in own)


def _cells(documents: Sequence[Sequence[Term]], places: Gazetteer) -> Iterator[_Cell]:
    found = [by_matter(terms) for terms in documents]
    for matter in dict.fromkeys(matter for own in found for matter in own):
        sides = [own.get(matter, ()) for own in found]
        by_ground, split = _by_ground(sides, places)
        for ground in dict.fromkeys(ground for own in by_ground for ground in own):
            terms = tuple([tuple(own.get(ground, ())) for own in by_ground])
            alone = not split and all(len(term.claims) == 1 for own in terms for term in own)
            yield _Cell(terms, matter[1], ground, alone)


def _by_ground(
    sides: Sequence[Sequence[Placed]], places: Gazetteer
) -> tuple[list[dict[str | None, list[Term]]], bool]:
    """Each document's terms on each place, or (``True``) on each atom where the places of the documents overlap."""
    named = dict.fromkeys(place for own in sides for place, _ in own if place is not None)
    if len(named) > 1 and not apart(named, places):
        return [governed(own, places) for own in sides], True
    by_ground: list[dict[str | None, list[Term]]] = []
    for own in sides:
        found: dict[str | None, list[Term]] = {}
        for place, term in own:
            found.setdefault(place, []).append(term)
        by_ground.append(found)
    return by_ground, False


def _grouped(cells: Iterable[_Cell]) -> list[list[_Cell]]:
    """Cells of the same terms together; then those that share one document's terms, the others' being equal.

    So a term on Donbas that meets equal terms on its two regions is one row.
    """
    groups: list[list[_Cell]] = []
    first: dict[Hashable, list[_Cell]] = {}
    for cell in cells:
        if cell.alone:
            groups.append([cell])
            continue
        alike = list(_likenesses(cell))
        earlier = next((first[key] for key in alike if key in first), None)
        if earlier is None:
            groups.append([cell])
        else:
            earlier.append(cell)
        for key in alike:
            first.setdefault(key, groups[-1] if earlier is None else earlier)
    return groups


def _likenesses(cell: _Cell) -> Iterator[Hashable]:
    """What two cells have in common that belong in one row."""
    terms = [tuple(map(id, own)) for own in cell.sides]
    yield tuple(terms)
    if cell.ground is not None and sum(map(bool, cell.sides)) > 1:
        contents = [tuple(term.content for term in own) for own in cell.sides]
        for index, own in enumerate(terms):
            if own:
                yield (cell.rest, *contents[:index], own, *contents[index + 1 :])


def _folded(cells: list[_Cell], spread: Counter[int], places: Gazetteer) -> Row:
    """One row of the cells of a group; ``spread`` counts in how many cells each term is."""
    if cells[0].alone:
        sides = cells[0].sides
        return Row(sides=sides, subject=next(own[0].subject for own in sides if own))
    sides = tuple(
        tuple({id(term): term for cell in cells for term in cell.sides[index]}.values())
        for index in range(len(cells[0].sides))
    )
    subject = tuple(tuple(dict.fromkeys(item for part in parts for item in part)) for parts in zip(
        *(cell.rest for cell in cells), strict=True,
    ))
    terms = list(_terms(cells))
    where = place_index(type(terms[0]))
    if where is None:
        return Row(sides=sides, subject=subject)
    atoms = frozenset[str]().union(*(places.atoms(cell.ground) for cell in cells if cell.ground is not None))
    inside = Counter(map(id, terms))
    whole = {id(term): term for term in terms if inside[id(term)] == spread[id(term)]}
    named = [(term.subject[where], places.reach(term.subject[where])) for term in whole.values()]
    ground = next((names for names, reach in named if reach == atoms), None) or places.cover(atoms)
    excepted: tuple[str, ...] = ()
    if len(inside) == len(named) == 1:
        ground, reach = named[0]
        excepted = places.cover(reach - atoms)
    return Row(sides=sides, subject=(*subject[:where], ground, *subject[where + 1 :]), excepted=excepted)
