"""What the terms of one document are about, and which term governs which ground.

A wider name is expanded to its parts; a term on a part governs that part over a term on the whole (*lex specialis*),
and the wider term governs the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

from proposals.places import Gazetteer
from proposals.terms.term import Term

Placed: TypeAlias = tuple[str | None, Term]
"""A term with the place of one of its claims; ``None`` for a kind that is not about places."""


@attrs.frozen
class Index:
    """The terms of one document by what they are about, made once for all comparisons of the document.

    ``keyed`` has, by the key of their first claim, the last of the terms that have it: alone in it, unless its matter
    is among ``tangled``, the matters in which a term makes several claims, or several terms make one. ``ground`` is
    the place that a matter names first, for those kinds that are about places; ``scattered`` has all places of the
    matters that name more than one.
    """

    terms: tuple[Term, ...]
    keyed: Mapping[str, tuple[Term, ...]]
    tangled: frozenset[str]
    ground: Mapping[str, str]
    scattered: Mapping[str, set[str]]

    @classmethod
    def of(cls, terms: tuple[Term, ...]) -> Index:
        """The index of these terms."""
        keyed: dict[str, tuple[Term, ...]] = {}
        tangled: set[str] = set()
        ground: dict[str, str] = {}
        scattered: dict[str, set[str]] = {}
        for term in terms:
            if len(term.claims) > 1 or term.key in keyed:
                tangled.update([claim.matter for claim in term.claims])
            keyed[term.key] = (term,)
            for matter, place, _ in term.claims:
                if place is not None and (first := ground.setdefault(matter, place)) != place:
                    scattered.setdefault(matter, {first}).add(place)
        return cls(terms, keyed, frozenset(tangled), ground, scattered)

    def places(self, matter: str) -> frozenset[str]:
        """The places that a matter names; none for a kind that is not about places."""
        return frozenset(self.scattered.get(matter) or filter(None, (self.ground.get(matter),)))

    @cached_property
    def matters(self) -> Mapping[str, Sequence[Placed]]:
        """The terms of each matter in reading order, once for each of their claims."""
        found: dict[str, list[Placed]] = {}
        for term in self.terms:
            for claim in term.claims:
                found.setdefault(claim.matter, []).append((claim.place, term))
        return found


def governed(placed: Iterable[Placed], gazetteer: Gazetteer) -> dict[str | None, list[Term]]:
    """For each atom of ground that terms of one matter reach, the terms that govern it: those on the narrowest place.

    Terms on equally narrow places are several: open alternatives, or else a duplicate.
    """
    found: dict[str | None, tuple[tuple[int, int], list[Term]]] = {}
    for written, term in ((place, term) for place, term in placed if place is not None):
        for place in gazetteer.expanded(written):
            width = (len(gazetteer.atoms(place)), len(gazetteer.atoms(written)))
            for atom in sorted(gazetteer.atoms(place)):
                before = found.get(atom)
                if before is None or width < before[0]:
                    found[atom] = (width, [term])
                elif width == before[0]:
                    before[1].append(term)
    return {atom: terms for atom, (_, terms) in found.items()}
