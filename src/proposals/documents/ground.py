"""What the terms of one document are about, and which term governs which ground.

A wider name is expanded to its parts; a term on a part governs that part over a term on the whole (*lex specialis*),
and the wider term governs the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from proposals.terms.base import Term
from proposals.world.places import Gazetteer

Placed: TypeAlias = tuple[str | None, Term]
"""A term with the place of one of its claims; ``None`` for a kind that is not about places."""


def by_matter(terms: Iterable[Term]) -> dict[str, list[Placed]]:
    """The terms of each matter in reading order, once for each of their claims."""
    found: dict[str, list[Placed]] = {}
    for term in terms:
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
