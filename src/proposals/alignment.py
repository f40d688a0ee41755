"""Which terms of two documents answer each other: pair first, compare second.

By key, in reading order of the left document and then of the right. Places are compared on the smallest pieces of
ground that either document tells apart, and pieces with the same two terms are folded back into one pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from proposals.checks import duplicate_terms, overridden_terms
from proposals.errors import InvalidProposalError
from proposals.places import Gazetteer
from proposals.proposal import Proposal, Struck
from proposals.subjects import Claim, Rest, apart, claims, governed, place_index
from proposals.terms.term import Term
from proposals.world import World


@attrs.frozen(kw_only=True)
class Pair:
    """The terms of two documents that speak to one subject; one side may be empty.

    Several terms on a side are open alternatives (each with its holders), or equal in content on adjoining ground.
    ``subject`` has one tuple of ids for each subject field, places folded into the widest names. ``answered`` if a
    reference to a point paired them and not their keys; ``struck`` if the other document deletes the point.
    """

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    subject: tuple[tuple[str, ...], ...]
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
    for proposal in (left, right):
        problems = (*duplicate_terms(proposal, world), *overridden_terms(proposal, world))
        if problems:
            raise InvalidProposalError(problems)
    cells = list(_cells(left.terms, right.terms, world.places))
    pairs = [_folded(group, world.places) for group in _grouped(cells)]
    pairs = _answered(pairs, left, right)
    return tuple(_struck(pair, left, right) for pair in pairs)


@attrs.frozen
class _Cell:
    """One key: the terms of both sides, the rest of the subject, and the ground (``None``: not about places)."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    rest: Rest
    ground: str | None


def _cells(left: Iterable[Term], right: Iterable[Term], places: Gazetteer) -> Iterator[_Cell]:
    groups: dict[tuple[str, Rest], tuple[list[Claim], list[Claim]]] = {}
    for side, terms in enumerate((left, right)):
        for term in terms:
            for claim in claims(term):
                groups.setdefault((term.kind, claim.rest), ([], []))[side].append(claim)
    for (_, rest), sides in groups.items():
        by_ground = [_by_ground(own, sides, places) for own in sides]
        for ground in dict.fromkeys((*by_ground[0], *by_ground[1])):
            yield _Cell(by_ground[0].get(ground, ()), by_ground[1].get(ground, ()), rest, ground)


def _by_ground(
    own: list[Claim], sides: tuple[list[Claim], list[Claim]], places: Gazetteer
) -> dict[str | None, tuple[Term, ...]]:
    """The terms of one side on each place, or on each atom where places of the two sides overlap."""
    named = dict.fromkeys(claim.place for claims_of in sides for claim in claims_of if claim.place is not None)
    if not apart(named, places):
        return {atom: tuple(claim.term for claim in ruling) for atom, ruling in governed(own, places).items()}
    found: dict[str | None, tuple[Term, ...]] = {}
    for claim in own:
        found[claim.place] = (*found.get(claim.place, ()), claim.term)
    return found


def _grouped(cells: Iterable[_Cell]) -> list[list[_Cell]]:
    """Cells of the same two terms together; then those where one side's term is the same and the other's equal."""
    same: dict[object, list[_Cell]] = {}
    for cell in cells:
        same.setdefault((tuple(map(id, cell.left)), tuple(map(id, cell.right))), []).append(cell)
    groups: list[list[_Cell]] = []
    first: dict[object, list[_Cell]] = {}
    for group in same.values():
        cell = group[0]
        if cell.ground is None or not cell.left or not cell.right:
            groups.append(group)
            continue
        left, right = tuple(map(id, cell.left)), tuple(map(id, cell.right))
        alike = [
            (cell.rest, left, tuple(term.content for term in cell.right)),
            (cell.rest, tuple(term.content for term in cell.left), right),
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


def _folded(cells: list[_Cell], places: Gazetteer) -> Pair:
    left = tuple({id(term): term for cell in cells for term in cell.left}.values())
    right = tuple({id(term): term for cell in cells for term in cell.right}.values())
    parts = [
        tuple(dict.fromkeys(item for cell in cells for item in cell.rest[index])) for index in range(len(cells[0].rest))
    ]
    ground = [cell.ground for cell in cells if cell.ground is not None]
    where = place_index(type((left or right)[0]))
    if where is not None:
        parts[where] = _named(ground, [term.subject[where] for term in (*left, *right)], places)
    return Pair(left=left, right=right, subject=tuple(parts))


def _named(ground: list[str], written: list[tuple[str, ...]], places: Gazetteer) -> tuple[str, ...]:
    """The ground as a document names it where one names just that, else by the widest names that make it up."""
    atoms = frozenset[str]().union(*(places.atoms(place) if place in places.places else {place} for place in ground))
    for names in written:
        if atoms == frozenset[str]().union(*(places.atoms(name) for name in names)):
            return names
    return places.cover(atoms)


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21`` and ``21a``, not ``210``."""
    rest = point.removeprefix(reference)
    return point.startswith(reference) and not (rest and rest[0].isdigit() and reference[-1].isdigit())


def _answered(pairs: list[Pair], left: Proposal, right: Proposal) -> list[Pair]:
    """Pair what is left over on both sides where a term says which point of the amended document it answers."""
    taken: dict[int, Pair] = {}
    gone: set[int] = set()
    for index, pair in enumerate(pairs):
        for own, other, amended, mirrored in (
            (pair.right, pair.left, left.id in right.amends, False),
            (pair.left, pair.right, right.id in left.amends, True),
        ):
            if not own or other or not amended or own[0].answers is None:
                continue
            found = [
                at
                for at, candidate in enumerate(pairs)
                if at not in taken
                and not (candidate.left if mirrored else candidate.right)
                and any(
                    points_to(own[0].answers, point)
                    for term in (candidate.right if mirrored else candidate.left)
                    for point in term.points
                )
            ]
            of_kind = [at for at in found if pairs[at].kind == pair.kind]
            for at in of_kind[:1] or (found if len(found) == 1 else []):
                answered = pairs[at]
                taken[at] = attrs.evolve(answered, **{"left" if mirrored else "right": own}, answered=True)
                gone.add(index)
    return [taken.get(index, pair) for index, pair in enumerate(pairs) if index not in gone]


def _struck(pair: Pair, left: Proposal, right: Proposal) -> Pair:
    """Mark a one-sided pair whose every point the other document deletes from the text that it amends."""
    own, deleting, amended = (pair.left, right, left.id) if pair.left else (pair.right, left, right.id)
    points = [point for term in own for point in term.points]
    if (pair.left and pair.right) or amended not in deleting.amends or not points:
        return pair
    found = [next((one for one in deleting.struck if points_to(one.point, point)), None) for point in points]
    return attrs.evolve(pair, struck=found[0]) if all(found) else pair
