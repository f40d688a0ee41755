"""The terms of several documents by subject: one row for each subject that any of them speaks to.

Places are compared on the smallest pieces of ground that the documents tell apart, and pieces with the same terms are
folded back into one row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from proposals.places import Gazetteer
from proposals.subjects import Matter, Placed, apart, governed
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
    """One key: the terms of each document, the subject without its place, and the ground (``None``: no place)."""

    sides: tuple[tuple[Term, ...], ...]
    rest: Subject
    ground: str | None


def rows(documents: Sequence[Mapping[Matter, Sequence[Placed]]], places: Gazetteer) -> tuple[Row, ...]:
    """One row for each subject, in reading order of the first document, then the second, and so on.

    ``documents`` are the terms of each by matter; they must have no duplicates (see :mod:`proposals.checks`).
    """
    groups = _Groups()
    for matter in dict.fromkeys(matter for own in documents for matter in own):
        sides = [own.get(matter, ()) for own in documents]
        for one in _by_place(matter[1], sides, places):
            if isinstance(one, Row):
                groups.found.append(one)
            else:
                groups.add(one)
    cells = [group for group in groups.found if isinstance(group, list)]
    spread = Counter(id(term) for group in cells for term in _terms(group))
    return tuple(
        row
        for group in groups.found
        for row in ([group] if isinstance(group, Row) else (_folded(box, spread, places) for box in _boxes(group)))
    )


def _simple(sides: Sequence[Sequence[Term]]) -> Row | None:
    """The row of terms that speak to this one subject only, of which each document has one at most: most terms do.

    No cell of such terms has anything in common with another one, so nothing has to be folded.
    """
    for own in sides:
        if len(own) > 1 or (own and len(own[0].claims) != 1):
            return None
    return Row(sides=tuple(map(tuple, sides)), subject=next(own[0].subject for own in sides if own))


def _terms(cells: Iterable[_Cell]) -> Iterator[Term]:
    return (term for cell in cells for own in cell.sides for term in own)


def _by_place(rest: Subject, sides: Sequence[Sequence[Placed]], places: Gazetteer) -> Iterator[Row | _Cell]:
    """The terms of one matter on each place, or on each atom where the places of the documents overlap."""
    named = {place for own in sides for place, _ in own}
    if len(named) == 1:
        alone = [[term for _, term in own] for own in sides]
        yield _simple(alone) or _Cell(tuple(map(tuple, alone)), rest, named.pop())
        return
    overlap = not apart(filter(None, named), places)
    by_ground = [governed(own, places) if overlap else _by_name(own) for own in sides]
    for ground in dict.fromkeys(ground for own in by_ground for ground in own):
        met = [own.get(ground, []) for own in by_ground]
        row = None if overlap else _simple(met)
        yield row or _Cell(tuple(map(tuple, met)), rest, ground)


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
        self.found: list[Row | list[_Cell]] = []
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


def _folded(cells: list[_Cell], spread: Counter[int], places: Gazetteer) -> Row:
    """One row of the cells of a group; ``spread`` counts in how many cells each term is."""
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
