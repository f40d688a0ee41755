"""One document against many: which of them are the nearest, and how certain that is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from operator import itemgetter
from typing import Generic, TypeVar

import attrs

from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError
from proposals.measures.estimate import Estimate
from proposals.measures.similarity import estimated
from proposals.measures.weights import Weights
from proposals.notebook import Displayed
from proposals.validation import Validated, require
from proposals.values import OneLine, Value
from proposals.world.world import World

_One = TypeVar("_One")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Neighbour(OneLine, Validated):
    """One of many documents, with how close it is to the one that was asked about.

    ``document`` is that one, and ``estimate`` how close it is.
    """

    document: Proposal
    estimate: Estimate


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Nearest(OneLine, Displayed, Validated):
    """The documents that are the nearest to one.

    ``neighbours`` have a value, the highest first; of equal ones that over more terms, then that which was given first.
    ``total`` is how many were compared; of these ``unranked`` have no value, since less than a third of the terms can
    be compared: they may be near or far.

    ``document`` is the one that was asked about, and ``weights`` are those that were used.
    """

    document: Proposal
    neighbours: tuple[Neighbour, ...]
    total: int
    unranked: int
    weights: Weights

    @property
    def documents(self) -> tuple[Proposal, ...]:
        """The document and its neighbours."""
        return (self.document, *(one.document for one in self.neighbours))

    def may_be_nearer(self, neighbour: Neighbour) -> int:
        """How many of the neighbours behind one may be nearer than it, as their possible ranges overlap.

        Args:
            neighbour: One of :attr:`neighbours`.

        Returns:
            A number, 0 where it is certain that none is.
        """
        behind = self.neighbours[self.neighbours.index(neighbour) + 1 :]
        return sum(one.estimate.high > neighbour.estimate.low for one in behind)


def nearest(
    document: Proposal,
    documents: Iterable[Proposal],
    k: int = 10,
    *,
    weights: Weights | None = None,
    world: World | None = None,
) -> Nearest:
    """The nearest to a document among many, which may come from a generator: no more than ``k`` are kept.

    Args:
        document: The one that the others are compared with. Where it is among them, it does not count.
        documents: The others, in any number.
        k: How many of them are given back at most.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        The nearest, the nearest first, each with its estimate and possible range, and how many could not be ranked.

    Raises:
        InvalidValueError: ``k`` is below 1.
        InvalidProposalError: A document has two terms of one key.

    >>> from proposals.library.bundled import load, proposals
    >>> found = nearest(load("us-28-point"), proposals(), 2)
    >>> for one in found.neighbours:
    ...     print(one.document.id, "|", one.estimate)
    e3-counter | 0.55 over 46 of 51 terms; possible range 0.48-0.62
    >>> print(found.unranked, "of", found.total)
    19 of 20
    """
    if k < 1:
        raise InvalidValueError(f"the {k} nearest are none", "1 or more")
    require(document, Proposal, "nearest()")
    chosen = Weights() if weights is None else weights
    compared = (
        (place, one, None if one == document else estimated(document, one, chosen, world))
        for place, one in enumerate(documents)
    )
    best = ranked(compared, k)
    neighbours = (Neighbour(document=one, estimate=estimate) for one, estimate in best.nearest)
    return best.told(document, neighbours, chosen)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ranked(Value, Generic[_One]):
    """The nearest of all that was compared, each with its estimate, and how many were compared and have no value."""

    nearest: tuple[tuple[_One, Estimate], ...]
    total: int
    unranked: int

    def told(self, document: Proposal, neighbours: Iterable[Neighbour], weights: Weights) -> Nearest:
        """The same of these neighbours, which :attr:`nearest` stands for."""
        return Nearest(
            document=document,
            neighbours=tuple(neighbours),
            total=self.total,
            unranked=self.unranked,
            weights=weights,
        )


def ranked(compared: Iterable[tuple[int, _One, Estimate | None]], k: int) -> Ranked[_One]:
    """The ``k`` nearest of what was compared, each with its place; what has no estimate does not count.

    They come by value, then by how many terms it is over, then by place.
    """
    best: list[tuple[tuple[float, int, int], _One, Estimate]] = []
    total = unranked = 0
    for place, one, estimate in compared:
        if estimate is None:
            continue
        total += 1
        if estimate.value is None:
            unranked += 1
        else:
            insort(best, ((-estimate.value, -estimate.shared, place), one, estimate), key=itemgetter(0))
            del best[k:]
    return Ranked(nearest=tuple((one, estimate) for _, one, estimate in best), total=total, unranked=unranked)
