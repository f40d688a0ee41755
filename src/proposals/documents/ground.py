"""What the terms of one document are about, and which term governs what.

A wider name is expanded to its parts: an area to its places, a group of actors to its members. A term on a part governs
that part over a term on the whole (*lex specialis*), and the wider term governs the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import product
from operator import le
from typing import NamedTuple, TypeAlias

import attrs

from proposals.terms.base import Term
from proposals.terms.claims import Claim, Subject, place_index, read_apart
from proposals.world.actors import Directory
from proposals.world.world import World

Claimed: TypeAlias = tuple[Claim, Term]
"""One of the claims of a term, and the term."""

Split: TypeAlias = Collection[tuple[type[Term], int]]
"""The subject fields, by kind and counted from 0, in which an actor is named that stands for others."""


class Spot(NamedTuple):
    """The least that a term can be about: its subject without the place, and an atom of ground (``None``: no place).

    In fields that are :data:`Split` stand atoms of actors.
    """

    rest: Subject
    ground: str | None


_Width: TypeAlias = tuple[tuple[int, int], ...]
"""How wide the names are by which a claim reaches a spot: in each dimension the atoms of the part and of all of it."""


def extent(term: Term, world: World) -> int:
    """How many spots a term may be about at most: one for each combination of the pieces of what it names."""
    where, apart = place_index(type(term)), read_apart(type(term))
    total = len(term.claims)
    for index, held in enumerate(term.subject):
        if index == where or index in apart:
            pieces = world.places if index == where else world.actors.pieces
            total = total * sum(len(pieces.atoms(one)) for one in held) // len(held)
    return total


def split_fields(terms: Iterable[Term], directory: Directory) -> Split:
    """The fields of subjects in which these terms name a group or a class of actors, so that names may overlap."""
    if not directory.groups:
        return frozenset()
    return {
        (type(term), index)
        for term in terms
        for index in read_apart(type(term))
        if not directory.groups.isdisjoint(term.subject[index])
    }


def claims_of(term: Term, split: Split) -> tuple[Claim, ...]:
    """The claims of a term, their matter without what overlapping names make no matter of its own."""
    shape = type(term)
    if not any(shape is kind for kind, _ in split):
        return term.claims
    rests = (
        tuple(() if (shape, index) in split else held for index, held in enumerate(claim.rest)) for claim in term.claims
    )
    held = zip(term.claims, rests, strict=True)
    return tuple(attrs.evolve(claim, matter=f"{shape.kind} {rest}") for claim, rest in held)


def by_matter(terms: Iterable[Term], split: Split = ()) -> dict[str, list[Claimed]]:
    """The terms of each matter in reading order, once for each of their claims."""
    found: dict[str, list[Claimed]] = {}
    for term in terms:
        for claim in claims_of(term, split):
            found.setdefault(claim.matter, []).append((claim, term))
    return found


def governed(claimed: Iterable[Claimed], world: World, split: Split = ()) -> dict[Spot, list[Term]]:
    """For each spot that terms of one matter reach, the terms that govern it: those with the narrowest names.

    Several are open alternatives, or else duplicates: no name is the narrower one.
    """
    found: dict[Spot, list[tuple[_Width, Term]]] = {}
    for claim, term in claimed:
        for spot, width in _spots(type(term), claim, world, split):
            before = found.setdefault(spot, [])
            if not any(_narrower(other, width) for other, _ in before):
                before[:] = [*(one for one in before if not _narrower(width, one[0])), (width, term)]
    return {spot: [term for _, term in held] for spot, held in found.items()}


def _spots(shape: type[Term], claim: Claim, world: World, split: Split) -> Iterator[tuple[Spot, _Width]]:
    """All that a claim reaches, each with the width of the names by which it does."""
    actors, places = world.actors.pieces, world.places
    whole = (0, 0)
    dimensions = [
        [((atom,), (len(actors.atoms(one)), 0)) for one in held for atom in sorted(actors.atoms(one))]
        if (shape, index) in split
        else [(held, whole)]
        for index, held in enumerate(claim.rest)
    ]
    ground: list[tuple[str | None, tuple[int, int]]] = [(None, whole)]
    if claim.place is not None:
        written = len(places.atoms(claim.place))
        ground = [
            (atom, (len(places.atoms(part)), written))
            for part in places.expanded(claim.place)
            for atom in sorted(places.atoms(part))
        ]
    for rest, (atom, width) in product(product(*dimensions), ground):
        yield Spot(tuple(held for held, _ in rest), atom), (*(one for _, one in rest), width)


def _narrower(one: _Width, other: _Width) -> bool:
    """Whether no name is wider, and some name narrower."""
    return one != other and all(map(le, one, other))
