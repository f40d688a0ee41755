"""Which document descends from which: the lineage of several documents as one graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from proposals.documents.proposal import LineageStep, Proposal
from proposals.validation import Validated
from proposals.vocabulary import Certainty

_FACT = frozenset({Certainty.QUOTED, Certainty.REPORTED})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Descendant(Validated):
    """A document in the order of descent.

    ``depth`` is how many steps it is from a document that descends from none of those shown, along the first step that
    leads to one of them; 0 for such a document itself. ``steps`` are all steps of its own lineage, also those to
    documents that are not shown.
    """

    document: Proposal
    depth: int
    steps: tuple[LineageStep, ...]


def descent(documents: Iterable[Proposal]) -> tuple[Descendant, ...]:
    """Each document once, ancestors before their descendants, else by date and then by id.

    A document stands under the first of its lineage that is among them and reported as fact: a descent that is only
    claimed or unverified is told with its steps and places it nowhere. Documents that descend from each other in a
    circle begin with the earliest.

    Args:
        documents: The documents.

    Returns:
        The documents, each with its depth and the steps that lead to it.
    """
    known = {document.id: document for document in sorted(documents, key=lambda one: (one.date, one.id))}
    children: dict[str, list[Proposal]] = {}
    roots = []
    for document in known.values():
        parent = next((step.to for step in document.lineage if step.to in known and step.certainty in _FACT), None)
        if parent is None:
            roots.append(document)
        else:
            children.setdefault(parent, []).append(document)
    seen: set[str] = set()

    def below(document: Proposal, depth: int) -> Iterator[Descendant]:
        if document.id not in seen:
            seen.add(document.id)
            yield Descendant(document=document, depth=depth, steps=document.lineage)
            for child in children.get(document.id, ()):
                yield from below(child, depth + 1)

    return tuple(one for root in (*roots, *known.values()) for one in below(root, 0))


def family(start: Iterable[Proposal], everything: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The documents to which the lineage of some leads, up and down.

    Args:
        start: Those with which it begins.
        everything: All that may be among them.

    Returns:
        The documents, those of the start included.
    """
    known = {document.id: document for document in (*everything, *start)}
    found: dict[str, Proposal] = {}
    waiting = [document.id for document in start]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name] = known[name]
            waiting += [step.to for step in known[name].lineage]
            waiting += [one.id for one in known.values() if any(step.to == name for step in one.lineage)]
    return tuple(found.values())
