"""How close documents are: Gower's coefficient over the terms that they share, and what the rest might make of it.

The coefficient is that of J. C. Gower, "A General Coefficient of Similarity and Some of Its Properties", Biometrics 27
(1971); what each scale's distance is, and by whom, stands in :mod:`proposals.measures.distance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from proposals.comparison.engine import compare, without_counterparts
from proposals.comparison.findings import Finding
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import stood_for
from proposals.documents.proposal import Proposal, each_proposal
from proposals.measures.distance import FARTHEST, Reach, reach
from proposals.measures.estimate import Estimate, estimate, without_each
from proposals.measures.weights import Weights
from proposals.notebook import Displayed
from proposals.validation import Validated, require
from proposals.values import OneLine
from proposals.vocabulary import Relation, Topics
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Item(OneLine, Validated):
    """A finding with its weight and how far apart the two documents are on it."""

    finding: Finding
    weight: float
    reach: Reach


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Swing(OneLine, Validated):
    """A shared term, and the estimate without it: the further that is from the estimate with it, the more it swings."""

    item: Item
    without: Estimate


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Question(OneLine, Validated):
    """What asking about a topic would tell.

    ``items`` are its terms that are not known, or not wholly, those that would narrow the interval most first.
    ``narrows`` is by how much the interval of the overall estimate would shrink if all of them were known.
    """

    topic: Topics
    items: tuple[Item, ...]
    narrows: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Similarity(OneLine, Displayed, Validated):
    """How close two documents are: over all terms, and by topic. Every part of it has its count and its range.

    ``left`` and ``right`` are the documents. ``items`` are the findings, each with its weight and how far apart the two
    are on it, and ``weights`` are those that were used.
    """

    left: Proposal
    right: Proposal
    items: tuple[Item, ...]
    weights: Weights

    @property
    def overall(self) -> Estimate:
        """Over all terms; unknown, from 0 to 1, where there is no term."""
        return _estimate(self.items)

    def topics(self) -> tuple[tuple[Topics, Estimate], ...]:
        """By topic, in the order of :class:`~proposals.vocabulary.Topic`; those without a term are left out."""
        found = ((topic, [item for item in self.items if item.finding.topic == topic]) for topic in Topics.every())
        return tuple((topic, _estimate(items)) for topic, items in found if items)

    def swings(self) -> tuple[Swing, ...]:
        """The shared terms, those that swing the overall value most first: each left out in turn.

        A term without which there is no estimate comes before all others; equal ones keep the reading order. Where
        there is no overall value, nothing swings it.
        """
        whole = self.overall.value
        if whole is None:
            return ()
        without = without_each([(item.weight, item.reach) for item in self.items])
        found = [
            Swing(item=item, without=rest)
            for item, rest in zip(self.items, without, strict=True)
            if item.reach.value is not None
        ]
        return tuple(sorted(found, key=lambda swing: _turn(swing.without.value, whole), reverse=True))

    def questions(self) -> tuple[Question, ...]:
        """The next questions worth asking, by topic: the one whose answer would narrow the interval most first.

        Inside a topic what is not reported comes before what is as wide and silent: a source may still tell it.
        """
        total = sum(item.weight for item in self.items)
        found = []
        for topic in Topics.every():
            open_items = [item for item in self.items if item.finding.topic == topic and item.reach.width]
            if open_items:
                ordered = sorted(open_items, key=lambda item: (-item.weight * item.reach.width, _answerable(item)))
                narrows = sum(item.weight * item.reach.width for item in open_items) / total
                found.append(Question(topic=topic, items=tuple(ordered), narrows=narrows))
        return tuple(sorted(found, key=lambda question: -question.narrows))


def _estimate(items: Iterable[Item]) -> Estimate:
    return estimate((item.weight, item.reach) for item in items)


def _turn(without: float | None, whole: float) -> float:
    return 2.0 if without is None else abs(whole - without)


def _answerable(item: Item) -> bool:
    """False, which sorts first, where a source may still tell what is missing."""
    return item.finding.relation is not Relation.UNREPORTED


def similarity(
    left: Proposal, right: Proposal, *, weights: Weights | None = None, world: World | None = None
) -> Similarity:
    """How close two documents are, counted over the findings of their comparison.

    Where two whole texts answer a question by alternatives, such as neutrality and membership, these are 1 apart.

    Args:
        left: One document.
        right: The other; which of them is the left makes no difference to the numbers.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        Estimates from 0, everything far apart, to 1, everything equal: each with the number of terms that it rests on,
        and with its possible range.

    Raises:
        WrongTypeError: One of them is no document, or the weights are none.
        InvalidProposalError: A document has two terms of one key.

    The two positions of the base document share one term of five, too few for a single value:

    >>> from proposals.library.bundled import load
    >>> us, europe = load("us-plan-reported"), load("ua-europe-reported")
    >>> print(similarity(us, europe).overall)
    no estimate, only 1 of 5 terms; possible range 0.05-0.96
    >>> print(similarity(us, us).overall)
    1.00 over 5 of 5 terms; possible range 1.00-1.00

    The US plan and the European answer to it are known whole, and are closer in some topics than in others:

    >>> from proposals.vocabulary import Topic
    >>> plans = similarity(load("us-28-point"), load("e3-counter"))
    >>> print(plans.overall)
    0.55 over 46 of 51 terms; possible range 0.48-0.62
    >>> print(dict(plans.topics())[Topic.FORCES])
    0.21 over 3 of 3 terms; possible range 0.21-0.21
    """
    chosen = Weights() if weights is None else weights
    require(chosen, Weights, "similarity()")
    weighed = _weighed(compare(left, right, world=world), chosen)
    items = tuple(Item(finding=finding, weight=weight, reach=apart) for finding, weight, apart in weighed)
    return Similarity(left=left, right=right, items=items, weights=chosen)


def estimated(left: Proposal, right: Proposal, weights: Weights, world: World | None = None) -> Estimate:
    """The overall estimate of :func:`similarity` alone, for who compares so many that nothing else is looked at."""
    weighed = _weighed(without_counterparts(left, right, world=world), weights)
    return estimate((weight, apart) for _, weight, apart in weighed)


def _weighed(comparison: Comparison, weights: Weights) -> Iterator[tuple[Finding, float, Reach]]:
    """The findings that count, each with its weight and how far apart the two documents are on it."""
    far = {id(finding) for finding in stood_for(comparison)}
    for finding in comparison.findings:
        weight = weights.of(finding)
        if weight:
            yield finding, weight, FARTHEST if id(finding) in far else reach(finding)


def similarities(
    documents: Sequence[Proposal], *, weights: Weights | None = None, world: World | None = None
) -> tuple[Similarity, ...]:
    """How close every two of several documents are.

    Args:
        documents: The documents.
        weights: How much each topic, kind or single subject counts; ``None`` for 1 each.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        The pairs in the order in which the documents are given: first with second, then first with third.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidProposalError: A document has two terms of one key.
    """
    pairs = combinations(each_proposal(documents), 2)
    return tuple(similarity(left, right, weights=weights, world=world) for left, right in pairs)
