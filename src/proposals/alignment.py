"""Which terms of two documents answer each other: pair first, compare second.

By key, in reading order of the left document and then of the right. Places are compared on the smallest pieces of
ground that either document tells apart, and pieces with the same two terms are folded back into one pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from proposals.checks import duplicate_terms, overridden_terms
from proposals.errors import InvalidProposalError
from proposals.places import Gazetteer
from proposals.proposal import Proposal, Struck
from proposals.subjects import Claim, Rest, apart, claims, governed, place_index
from proposals.terms.term import Term
from proposals.world import World


@attrs.frozen(kw_only=True)
class Row:
    """The terms of several documents that speak to one subject; a document without such a term has an empty tuple.

    Several terms of one document are open alternatives (each with its holders), or equal in content on adjoining
    ground. ``subject`` has one tuple of ids for each subject field, places as a document names them or folded into the
    widest names; ``excepted`` are the places inside those that narrower terms of the same document govern.
    """

    sides: tuple[tuple[Term, ...], ...]
    subject: tuple[tuple[str, ...], ...]
    excepted: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the terms: that of the first document that has any."""
        return next(terms[0].kind for terms in self.sides if terms)


@attrs.frozen(kw_only=True)
class Pair:
    """A row of two documents, with what else ties its sides.

    ``answered`` if a reference to a point paired them and not their keys; ``struck`` if the document that has no such
    term deletes the point.
    """

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    subject: tuple[tuple[str, ...], ...]
    excepted: tuple[str, ...] = ()
    answered: bool = False
    struck: Struck | None = None

    @property
    def kind(self) -> str:
        """The kind of the terms: the left's, where an answer is of another kind."""
        return (self.left or self.right)[0].kind


def align(left: Proposal, right: Proposal, world: World) -> tuple[Pair, ...]:
    """Pair the terms of two documents. Every key of every term is in exactly one pair.

    Raises :class:`InvalidProposalError` if a document has two terms of one key, or one that others leave no ground.
    """
    rows = align_many((left, right), world)
    pairs = [
        Pair(left=row.sides[0], right=row.sides[1], subject=row.subject, excepted=row.excepted) for row in rows
    ]
    return tuple(_struck(pair, left, right) for pair in _answered(pairs, left, right))


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Row, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is in exactly one row. Raises as :func:`align` does.
    """
    for document in documents:
        problems = (*duplicate_terms(document, world), *overridden_terms(document, world))
        if problems:
            raise InvalidProposalError(problems)
    cells = list(_cells([document.terms for document in documents], world.places))
    spread = Counter(id(term) for cell in cells for terms in cell.sides for term in terms)
    return tuple(_folded(group, spread, world.places) for group in _grouped(cells))


@attrs.frozen
class _Cell:
    """One key: the terms of each document, the rest of the subject, and the ground (``None``: not about places)."""

    sides: tuple[tuple[Term, ...], ...]
    rest: Rest
    ground: str | None


def _cells(documents: list[tuple[Term, ...]], places: Gazetteer) -> Iterator[_Cell]:
    groups: dict[tuple[str, Rest], list[list[Claim]]] = {}
    for index, terms in enumerate(documents):
        for term in terms:
            for claim in claims(term):
                groups.setdefault((term.kind, claim.rest), [[] for _ in documents])[index].append(claim)
    for (_, rest), sides in groups.items():
        by_ground = _by_ground(sides, places)
        for ground in dict.fromkeys(ground for found in by_ground for ground in found):
            yield _Cell(tuple(found.get(ground, ()) for found in by_ground), rest, ground)


def _by_ground(sides: list[list[Claim]], places: Gazetteer) -> list[dict[str | None, tuple[Term, ...]]]:
    """Each side's terms on each place, or on each atom of ground where places of the sides overlap."""
    named = dict.fromkeys(claim.place for own in sides for claim in own if claim.place is not None)
    if not apart(named, places):
        return [
            {atom: tuple(claim.term for claim in ruling) for atom, ruling in governed(own, places).items()}
            for own in sides
        ]
    by_ground: list[dict[str | None, tuple[Term, ...]]] = []
    for own in sides:
        found: dict[str | None, tuple[Term, ...]] = {}
        for claim in own:
            found[claim.place] = (*found.get(claim.place, ()), claim.term)
        by_ground.append(found)
    return by_ground


def _grouped(cells: Iterable[_Cell]) -> list[list[_Cell]]:
    """Cells of the same terms together; then those that share one document's terms, the others' being equal.

    So a term on Donbas that meets equal terms on its two regions is one row.
    """
    same: dict[Hashable, list[_Cell]] = {}
    for cell in cells:
        same.setdefault(tuple(tuple(map(id, terms)) for terms in cell.sides), []).append(cell)
    groups: list[list[_Cell]] = []
    first: dict[Hashable, list[_Cell]] = {}
    for group in same.values():
        cell = group[0]
        if cell.ground is None or sum(map(bool, cell.sides)) == 1:
            groups.append(group)
            continue
        contents = [tuple(term.content for term in terms) for terms in cell.sides]
        alike = [
            (cell.rest, *contents[:index], tuple(map(id, terms)), *contents[index + 1 :])
            for index, terms in enumerate(cell.sides)
            if terms
        ]
        earlier = next((first[key] for key in alike if key in first), None)
        if earlier is None:
            groups.append(group)
            earlier = group
        else:
            earlier.extend(group)
        for key in alike:
            first.setdefault(key, earlier)
    return groups


def _folded(cells: list[_Cell], spread: Counter[int], places: Gazetteer) -> Row:
    """One row of cells that have the same terms; ``spread`` counts in how many cells each term is."""
    sides = tuple(
        tuple({id(term): term for cell in cells for term in cell.sides[index]}.values())
        for index in range(len(cells[0].sides))
    )
    parts = [
        tuple(dict.fromkeys(item for cell in cells for item in cell.rest[index])) for index in range(len(cells[0].rest))
    ]
    terms = [term for own in sides for term in own]
    where = place_index(type(terms[0]))
    if where is None:
        return Row(sides=sides, subject=tuple(parts))
    ground = frozenset(cell.ground for cell in cells if cell.ground is not None)
    atoms = frozenset[str]().union(*(places.atoms(piece) for piece in ground))
    inside = Counter(id(term) for cell in cells for own in cell.sides for term in own)
    whole = [term.subject[where] for term in terms if inside[id(term)] == spread[id(term)]]
    named = [(names, frozenset[str]().union(*map(places.atoms, names))) for names in whole]
    exact = next((names for names, reach in named if reach == atoms), None)
    if exact is None and len(named) == 1 == len(terms):
        names, reach = named[0]
        parts[where] = names
        return Row(sides=sides, subject=tuple(parts), excepted=places.cover(reach - atoms))
    parts[where] = exact or places.cover(atoms)
    return Row(sides=sides, subject=tuple(parts))


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21`` and ``21a``, not ``210``."""
    rest = point.removeprefix(reference)
    return point.startswith(reference) and not (rest and rest[0].isdigit() and reference[-1].isdigit())


def _answered(pairs: list[Pair], left: Proposal, right: Proposal) -> list[Pair]:
    """Pair what is left over on both sides where a term says which point of the amended document it answers."""
    if left.id in right.amends:
        pairs = _with_answers(pairs)
    if right.id in left.amends:
        pairs = [_mirrored(pair) for pair in _with_answers([_mirrored(pair) for pair in pairs])]
    return pairs


def _with_answers(pairs: list[Pair]) -> list[Pair]:
    """The right amends the left: an answer joins the one left-over term of that point, one of its own kind first."""
    joined: dict[int, Pair] = {}
    gone: set[int] = set()
    for index, pair in enumerate(pairs):
        answers = pair.right[0].answers if pair.right and not pair.left else None
        if answers is None:
            continue
        found = [
            at
            for at, other in enumerate(pairs)
            if at not in joined
            and not other.right
            and any(points_to(answers, point) for term in other.left for point in term.points)
        ]
        of_kind = [at for at in found if pairs[at].kind == pair.kind]
        if of_kind or len(found) == 1:
            at = (of_kind or found)[0]
            joined[at] = attrs.evolve(pairs[at], right=pair.right, answered=True)
            gone.add(index)
    return [joined.get(index, pair) for index, pair in enumerate(pairs) if index not in gone]


def _mirrored(pair: Pair) -> Pair:
    return attrs.evolve(pair, left=pair.right, right=pair.left)


def _struck(pair: Pair, left: Proposal, right: Proposal) -> Pair:
    """Mark a one-sided pair whose every point the other document deletes from the text that it amends."""
    own, deleting, amended = (pair.left, right, left.id) if pair.left else (pair.right, left, right.id)
    points = [point for term in own for point in term.points]
    if (pair.left and pair.right) or amended not in deleting.amends or not points:
        return pair
    found = [next((one for one in deleting.struck if points_to(one.point, point)), None) for point in points]
    return attrs.evolve(pair, struck=found[0]) if all(found) else pair
