"""Terms of a draft of which nobody could say which one holds, since they are about the same ground or actors."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from proposals.documents.overlaps import misplaced_terms
from proposals.documents.proposal import Proposal
from proposals.drafting.drafts import DraftGap, DraftTerm
from proposals.errors import Location
from proposals.terms.base import Term
from proposals.world.dates import UNKNOWN_DATE, Date
from proposals.world.world import World


def overlapping(terms: Sequence[DraftTerm], beside: Sequence[Term], world: World) -> list[DraftTerm]:
    """Those of some terms that have to be left out so that none overlaps with another, or is governed by narrower ones.

    ``beside`` are the terms of the document that are there already.
    """
    left: list[DraftTerm] = []
    while wrong := _misplaced([*beside, *(one.term for one in terms if one not in left)], world):
        found = next((one for one in reversed(terms) if one not in left and one.term in wrong), None)
        if found is None:
            break
        left.append(found)
    return left


def beside_another(one: DraftTerm) -> DraftGap:
    """The gap that takes the place of a term where another one speaks of the same places or actors."""
    what = "it speaks of places or actors of which another term of this kind speaks as well"
    return DraftGap(point=one.points[0], what=what, nearest=(one.term.kind,))


def _misplaced(terms: Sequence[Term], world: World) -> list[Term]:
    """The terms that a check of their document would object to; each stands on the line of its number."""
    placed = tuple(attrs.evolve(one, at=Location("draft", number)) for number, one in enumerate(terms, 1))
    document = Proposal(id="draft", title="draft", date=Date(UNKNOWN_DATE), terms=placed, world=world)
    return [terms[problem.location.line - 1] for problem in misplaced_terms(document, world)]
