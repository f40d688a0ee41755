"""How close every two of many documents are: the estimates of :mod:`proposals.measures.similarity`, and no findings.

Most terms of many documents say one of a few things, so that what meets is met again in many pairs. Each two things
that are said of a subject are compared once, and a pair of documents only counts what has been found. The coefficient
is Gower's (1971), as :mod:`proposals.measures.distance` defines it scale by scale.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, combinations, repeat
from operator import getitem

import attrs

from proposals.comparison import world_of
from proposals.measures.distance import Reach
from proposals.measures.estimate import Estimate, estimate
from proposals.measures.similarity import similarity
from proposals.measures.weights import Weights
from proposals.proposal import Proposal
from proposals.subjects import Placed
from proposals.terms.term import Term
from proposals.world import World


@attrs.frozen(slots=False)
class Closeness:
    """How close two documents are over all terms, as :attr:`~proposals.measures.similarity.Similarity.overall`."""

    left: Proposal
    right: Proposal
    overall: Estimate


def closeness(
    documents: Sequence[Proposal], *, weights: Weights | None = None, world: World | None = None
) -> tuple[Closeness, ...]:
    """Every two of several documents, in the order in which they are given: first with second, then with third.

    ``world`` gives the places; left out, it is the bundled one with those of all documents. Raises as
    :func:`~proposals.comparison.compare` does.

    >>> from proposals.library import load
    >>> (found,) = closeness([load("us-plan-reported"), load("ua-europe-reported")])
    >>> print(found.overall)
    0.58 over 1 of 5 terms; between 0.05 and 0.96 if silence were known
    """
    meetings = _Meetings(documents, weights or Weights(), world_of(documents, world))
    return tuple(
        Closeness(documents[one], documents[other], meetings.overall(one, other))
        for one, other in combinations(range(len(documents)), 2)
    )


_Item = tuple[float, Reach]


class _Meetings:
    """What comes of each meeting of two documents, subject by subject.

    ``items`` are the weights with distances that come up, each once, with its number from 0. ``said`` holds for each
    document what it says to each simple subject, as a number. ``rows`` holds for each document and simple subject what
    comes of it, by what the other document says: a one at the item's place in a number of so many ``bits`` to a place,
    or 0 where neither speaks. So the sum over all subjects counts each item, and equal sums are equal estimates.
    """

    def __init__(self, documents: Sequence[Proposal], weights: Weights, world: World) -> None:
        self.documents, self.weights, self.world = documents, weights, world
        self.ids = [document.id for document in documents]
        self.amended = [document.amends for document in documents]
        self.items: dict[_Item, int] = {}
        self.estimates: dict[tuple[int, tuple[int, ...]], Estimate] = {}
        matters = [document.index.matters for document in documents]
        intricate = {
            matter
            for matter in dict.fromkeys(matter for own in matters for matter in own)
            if not _simple([own.get(matter, []) for own in matters], world)
        }
        self.rests = [
            attrs.evolve(document, terms=_of(intricate, document), places=(), actors=()) for document in documents
        ]
        self.intricate = [bool(rest.terms) for rest in self.rests]
        spoken = [
            {term.key: term for term in document.terms if term.claims[0].matter not in intricate}
            for document in documents
        ]
        subjects = dict.fromkeys(key for own in spoken for key in own)
        self.bits = len(subjects).bit_length()
        self.said: list[list[int]] = [[] for _ in documents]
        self.rows: list[list[list[int]]] = [[] for _ in documents]
        for key in subjects:
            self._compare([own.get(key) for own in spoken])

    def _compare(self, terms: Sequence[Term | None]) -> None:
        """Compare each two things that are said to one subject, each as a document of one term."""
        numbers: dict[Hashable, int] = {}
        first: list[Proposal] = []
        said = []
        for document, term in zip(self.documents, terms, strict=True):
            thing = (document.coverage, term and (bool(term.holders), term.content))
            if thing not in numbers:
                numbers[thing] = len(first)
                own = () if term is None else (term,)
                first.append(attrs.evolve(document, terms=own, struck=(), lineage=(), places=(), actors=()))
            said.append(numbers[thing])
        table = [[0] * len(first) for _ in first]
        for one, left in enumerate(first):
            for other, right in enumerate(first[: one + 1]):
                met = sum(1 << self.bits * self._number(item) for item in self._items(left, right))
                table[one][other] = table[other][one] = met
        for index, number in enumerate(said):
            self.said[index].append(number)
            self.rows[index].append(table[number])

    def _number(self, item: _Item) -> int:
        return self.items.setdefault(item, len(self.items))

    def _items(self, left: Proposal, right: Proposal) -> list[_Item]:
        found = similarity(left, right, weights=self.weights, world=self.world).items
        return [(item.weight, item.reach) for item in found]

    def overall(self, one: int, other: int) -> Estimate:
        """The estimate of two documents by their place in the list."""
        if self.ids[one] in self.amended[other] or self.ids[other] in self.amended[one]:
            return estimate(self._items(self.documents[one], self.documents[other]))
        met = sum(map(getitem, self.rows[one], self.said[other]))
        rest: tuple[int, ...] = ()
        if self.intricate[one] or self.intricate[other]:
            rest = tuple(sorted(map(self._number, self._items(self.rests[one], self.rests[other]))))
        if (met, rest) not in self.estimates:
            self.estimates[met, rest] = self._estimate(met, rest)
        return self.estimates[met, rest]

    def _estimate(self, met: int, rest: Iterable[int]) -> Estimate:
        mask, items = (1 << self.bits) - 1, list(self.items)
        counted = (repeat(item, met >> self.bits * number & mask) for number, item in enumerate(items))
        return estimate((*chain.from_iterable(counted), *map(items.__getitem__, rest)))


def _simple(sides: Iterable[Sequence[Placed]], world: World) -> bool:
    """Whether the terms of a matter meet place by place, whichever two documents are compared."""
    named = {place for own in sides for place, _ in own}
    alone = all(
        len({place for place, _ in own}) == len(own) and all(len(term.claims) == 1 for _, term in own) for own in sides
    )
    return alone and world.places.apart([place for place in named if place is not None])


def _of(matters: set[str], document: Proposal) -> tuple[Term, ...]:
    return tuple(term for term in document.terms if any(claim.matter in matters for claim in term.claims))
