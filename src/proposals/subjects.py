"""Keys of terms, and which term governs which ground.

A term about several places has several keys. A wider name is expanded to its parts; a term on a part governs that part
over a term on the whole (*lex specialis*), and the wider term governs the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeAlias

import attrs

from proposals.domains import PLACE
from proposals.fields import per_class, subject_fields
from proposals.places import Gazetteer
from proposals.terms.term import Key, Term

Rest: TypeAlias = tuple[tuple[str, ...], ...]
"""A subject without its place: an empty tuple stands where the place stood."""


@attrs.frozen
class Claim:
    """A term that speaks about ``place`` (``None``: about no place), with the rest of its subject."""

    term: Term
    rest: Rest
    place: str | None


@per_class
def place_index(shape: type[Term]) -> int | None:
    """Which subject field of a kind holds its places, counted from 0; ``None`` for a kind that is not about places."""
    fields = subject_fields(shape)
    return next((index for index, field in enumerate(fields) if field.each and field.domain is PLACE), None)


def claims(term: Term) -> Iterator[Claim]:
    """One claim for each combination of a term's subjects, in the order in which they are written."""
    fields = subject_fields(type(term))
    where = place_index(type(term))
    parts = [
        [(item,) for item in held] if field.each else [held] for field, held in zip(fields, term.subject, strict=True)
    ]
    for combination in product(*parts):
        if where is None:
            yield Claim(term, combination, None)
        else:
            rest = (*combination[:where], (), *combination[where + 1 :])
            yield Claim(term, rest, combination[where][0])


def keys(term: Term) -> tuple[Key, ...]:
    """The keys of a term: its kind with each combination of its subjects."""
    where = place_index(type(term))
    return tuple(
        (term.kind, tuple((claim.place or "",) if index == where else part for index, part in enumerate(claim.rest)))
        for claim in claims(term)
    )


def apart(places: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Whether no two of these places have ground in common."""
    pieces = [gazetteer.atoms(place) for place in places]
    return sum(map(len, pieces)) == len(frozenset[str]().union(*pieces))


def governed(own: Iterable[Claim], gazetteer: Gazetteer) -> dict[str, tuple[Claim, ...]]:
    """For each atom of ground that the claims reach, the claims that govern it: those on the narrowest place.

    Claims on equally narrow places are several: open alternatives, or else a duplicate.
    """
    found: dict[str, tuple[tuple[int, int], tuple[Claim, ...]]] = {}
    for claim in own:
        written = claim.place or ""
        for place in gazetteer.expanded(written):
            width = (len(gazetteer.atoms(place)), len(gazetteer.atoms(written)))
            for atom in sorted(gazetteer.atoms(place)):
                before = found.get(atom)
                if before is None or width < before[0]:
                    found[atom] = (width, (claim,))
                elif width == before[0]:
                    found[atom] = (width, (*before[1], claim))
    return {atom: governing for atom, (_, governing) in found.items()}
