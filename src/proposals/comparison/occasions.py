"""Events of one's own belong to the document that declares them: two that share a name by accident are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from proposals.documents.proposal import Proposal
from proposals.fields.declare import compared_fields
from proposals.terms.base import Term
from proposals.world.dates import Deadline
from proposals.world.pieces import DEFINED


def with_own_events(documents: Sequence[Proposal], titles: Sequence[str]) -> Iterator[Proposal]:
    """The documents, with an event named by its document where another one means something else by its name.

    Args:
        documents: The documents.
        titles: What a reader knows each of them by.

    Returns:
        The documents, in their order; those in which all keeps its name as they are.
    """
    for document, title in zip(documents, titles, strict=True):
        others = [one for one in documents if one is not document]
        names = dict(_apart(document, others, title))
        yield attrs.evolve(document, terms=tuple(_named(term, names) for term in document.terms)) if names else document


def _apart(document: Proposal, others: Sequence[Proposal], title: str) -> Iterator[tuple[str, str]]:
    """The keys of a document's own events that bear a name of another document's, each with what it is called."""
    for milestone in document.milestones:
        own = document.world.milestones.resolve(milestone.name)
        theirs = (other.world.milestones.resolve(milestone.name) for other in others)
        if own is not None and any(found is not None and found.key != own.key for found in theirs):
            yield own.key, DEFINED.format(name=own.name, title=title)


def _named(term: Term, names: Mapping[str, str]) -> Term:
    """The term with these names for the events that its deadlines hang on."""
    told: dict[str, Any] = {}
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if isinstance(held, Deadline) and held.event is not None and held.event.key in names:
            event = attrs.evolve(held.event, name=names[held.event.key])
            told[field.name] = attrs.evolve(held, event=event)
    return attrs.evolve(term, **told) if told else term
