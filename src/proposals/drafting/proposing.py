"""A draft as a document at once, to be compared without a file of its own."""

from __future__ import annotations

from pathlib import Path

import attrs

from proposals.documents.proposal import Gap, Proposal
from proposals.drafting.drafts import SOURCE, Draft, DraftTerm
from proposals.drafting.evidence import quotation
from proposals.errors import Location
from proposals.provenance import Citation, Source
from proposals.strings import id_fault
from proposals.terms.base import Term
from proposals.world.dates import UNKNOWN_DATE, Date
from proposals.world.world import World


def proposed(draft: Draft, *, program: str, world: World) -> Proposal:
    """The document that a draft is as long as nobody has checked it: known in part, of an unknown date, *unverified*.

    ``program`` made it, in the names of ``world``. Its id is the name of the text's file where that can be one.
    """
    called = draft.split.text.name
    stem = Path(called).stem.casefold()
    return Proposal(
        id="draft" if id_fault(stem) else stem,
        title=f"{_title(draft) or Path(called).name} (machine draft)",
        date=Date(UNKNOWN_DATE),
        drafted_by=program,
        places=draft.own.places,
        actors=draft.own.actors,
        terms=tuple(_term(one, draft) for one in draft.terms),
        gaps=tuple(Gap(what=gap.what, point=gap.point) for gap in draft.gaps),
        points=len(draft.split.points),
        sources=(Source(id=SOURCE, title=Path(called).name),),
        known_from=(Citation(source=SOURCE),),
        world=world.extended(draft.own.places, draft.own.actors),
        at=Location(called),
    )


def _title(draft: Draft) -> str:
    """The title that the text has; empty for none."""
    return next((str(one.plain) for one in draft.head if one.key == "title"), "")


def _term(one: DraftTerm, draft: Draft) -> Term:
    """The term with the words by which it was known; of the text as a whole where these do not stand once."""
    quote = quotation(draft.split.text.text, one.start, one.end)
    return attrs.evolve(one.term, points=one.points, citations=(Citation(source=SOURCE, quote=quote),))
