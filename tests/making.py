"""Documents made for tests: one way for all, so that a test says only what it is about."""

from __future__ import annotations

from typing import Any

from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep, Proposal
from proposals.terms.base import Term
from proposals.vocabulary import Coverage, Link
from proposals.world.dates import Date


def document(
    name: str, *terms: Term, amends: str = "", struck: tuple[str | Struck, ...] = (), **facts: Any
) -> Proposal:
    """A document whose whole text is known, unless told otherwise.

    ``amends`` is the id of the text that it marks up, ``struck`` the points of it that it deletes.
    """
    known: dict[str, Any] = {"title": name, "date": Date("2025"), "coverage": Coverage.COMPLETE}
    if amends:
        known["lineage"] = (LineageStep(link=Link.AMENDS, to=amends),)
    deleted = tuple(Struck(point=one) if isinstance(one, str) else one for one in struck)
    return Proposal(id=name, terms=terms, struck=deleted, **(known | facts))
