"""Events of one's own belong to the document that declares them: two that share a name by accident are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from proposals.documents.proposal import Proposal
from proposals.fields.declare import compared_fields
from proposals.terms.base import Term
from proposals.world.dates import Deadline


def with_own_events(documents: Sequence[Proposal], titles: Sequence[str]) -> Iterator[Proposal]:
    """The documents, each event with the title of its document where another one means something else by its name.

    Args:
        documents: The documents.
        titles: What a reader knows each of them by.

    Returns:
        The documents, in their order; those in which all keeps its name as they are.
    """
    for document, title in zip(documents, titles, strict=True):
        others = [one for one in documents if one is not document]
        own = frozenset(_apart(document, others))
        told = tuple(_told(term, own, title) for term in document.terms) if own else document.terms
        yield attrs.evolve(document, terms=told) if own else document


def _apart(document: Proposal, others: Sequence[Proposal]) -> Iterator[str]:
    """The keys of a document's own events that bear a name of another document's."""
    for milestone in document.milestones:
        own = document.world.milestones.resolve(milestone.name)
        theirs = (other.world.milestones.resolve(milestone.name) for other in others)
        if own is not None and any(found is not None and found.key != own.key for found in theirs):
            yield own.key


def _told(term: Term, own: AbstractSet[str], title: str) -> Term:
    """The term, with the title for those events of these keys that its deadlines hang on."""
    told: dict[str, Any] = {}
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if isinstance(held, Deadline) and held.event is not None and held.event.key in own:
            event = attrs.evolve(held.event, defined_by=title)
            told[field.name] = attrs.evolve(held, event=event)
    return attrs.evolve(term, **told) if told else term
