"""What a comparison comes to: two proposals, all findings between them, and what those of a topic add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import TypeAlias

import attrs

from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.vocabulary import Relation, Stance, Topic, TopicVerdict

_ByPoint: TypeAlias = Mapping[str, Sequence[tuple[int, Term, frozenset[str]]]]
"""By the number of a point the terms under it: the place in reading order, and the points that it keeps unchanged."""


@attrs.frozen(kw_only=True)
class TopicSummary:
    """The findings of one topic and what they add up to."""

    topic: Topic
    verdict: TopicVerdict
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Comparison(Displayed):
    """Two proposals and all findings between them, in reading order of the left and then of the right."""

    left: Proposal
    right: Proposal
    findings: tuple[Finding, ...]

    def counts(self) -> dict[Relation, int]:
        """How many findings have each relation that occurs, in the order of :class:`Relation`."""
        counted = Counter(finding.relation for finding in self.findings)
        return {relation: counted[relation] for relation in Relation if counted[relation]}

    def topics(self) -> tuple[TopicSummary, ...]:
        """The findings by topic, topics in the order of :class:`~proposals.vocabulary.Topic`."""
        by_topic: dict[Topic, list[Finding]] = {}
        for finding in self.findings:
            by_topic.setdefault(finding.topic, []).append(finding)
        return tuple(
            TopicSummary(topic=topic, verdict=self._verdict(by_topic[topic]), findings=tuple(by_topic[topic]))
            for topic in sorted(by_topic, key=lambda topic: topic.rank)
        )

    def replacements(self, finding: Finding) -> tuple[Term, ...]:
        """The terms that the amending document has under the point that it strikes; empty unless it strikes one.

        Only a document that amends the other puts something in the place of its points.

        A term that stood there before and is unchanged replaces nothing.
        """
        if finding.relation is not Relation.STRUCK:
            return ()
        strikes_right = finding.right.state is Stance.STRIKES
        amending, other = (self.right, self.left) if strikes_right else (self.left, self.right)
        if other.id not in amending.amends:
            return ()
        struck = set(map(_number, (finding.left if strikes_right else finding.right).points))
        placed = [one for number in struck for one in self._points[strikes_right].get(number, ())]
        return tuple(term for _, term in sorted({at: term for at, term, kept in placed if not kept & struck}.items()))

    @cached_property
    def _points(self) -> tuple[_ByPoint, _ByPoint]:
        sides = [(one.left, one.right, one) for one in self.findings]
        return _by_point(sides), _by_point((right, left, one) for left, right, one in sides)

    def _verdict(self, findings: list[Finding]) -> TopicVerdict:
        relations = {finding.relation for finding in findings}
        if Relation.OPPOSED in relations:
            return TopicVerdict.OPPOSED
        if any(finding.rule.id == "answered-otherwise" or self.replacements(finding) for finding in findings):
            return TopicVerdict.REPLACED
        if relations - _AGREED - _ABSENT:
            return TopicVerdict.DIFFERS
        if Relation.SILENT in relations:
            return TopicVerdict.ONE_SIDED
        return TopicVerdict.UNREPORTED if Relation.UNREPORTED in relations else TopicVerdict.SAME

    def narrowed(self, topics: Iterable[str] = (), relations: Iterable[str] = ()) -> Comparison:
        """The comparison with only the findings of these topics and relations; all where none are named."""
        wanted_topics, wanted_relations = set(topics), set(relations)
        kept = (
            finding
            for finding in self.findings
            if (not wanted_topics or finding.topic in wanted_topics)
            and (not wanted_relations or finding.relation in wanted_relations)
        )
        return attrs.evolve(self, findings=tuple(kept))


_AGREED = frozenset({Relation.SAME, Relation.ACCEPTED})
_ABSENT = frozenset({Relation.SILENT, Relation.UNREPORTED})


def _by_point(sides: Iterable[tuple[Position, Position, Finding]]) -> _ByPoint:
    """The terms of a document by the numbers of their points, given its side and the other one of each finding."""
    found: dict[str, list[tuple[int, Term, frozenset[str]]]] = {}
    order = count()
    for own, other, finding in sides:
        kept = frozenset(map(_number, other.points)) if finding.relation in _AGREED else frozenset[str]()
        for term in own.terms:
            if term.stance is not Stance.STRIKES:
                points = (*term.points, *term.answers)
                at = next(order)
                for number in set(map(_number, points)):
                    found.setdefault(number, []).append((at, term, kept))
    return found


def _number(point: str) -> str:
    """The number of a point without its letter: ``21`` of ``21a``."""
    digits = point[: len(point) - len(point.lstrip("0123456789"))]
    return digits or point
