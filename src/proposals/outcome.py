"""What a comparison comes to: two proposals, all findings between them, and what those of a topic add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from proposals.display import Displayed
from proposals.findings import Finding, Side
from proposals.proposal import Proposal
from proposals.terms.term import Term
from proposals.vocabulary import Relation, Stance, Topic, TopicVerdict


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
            TopicSummary(topic=topic, verdict=_verdict(by_topic[topic], self.findings), findings=tuple(by_topic[topic]))
            for topic in sorted(by_topic, key=lambda topic: topic.rank)
        )

    def replacements(self, finding: Finding) -> tuple[Term, ...]:
        """The terms that the amending document has under the point that it strikes; empty unless it strikes one."""
        return tuple(_replacements(finding, self.findings))

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


def _verdict(findings: list[Finding], everything: Iterable[Finding]) -> TopicVerdict:
    relations = {finding.relation for finding in findings}
    if Relation.OPPOSED in relations:
        return TopicVerdict.OPPOSED
    if any(_replaced(finding, everything) for finding in findings):
        return TopicVerdict.REPLACED
    if relations - _AGREED - _ABSENT:
        return TopicVerdict.DIFFERS
    if Relation.SILENT in relations:
        return TopicVerdict.ONE_SIDED
    return TopicVerdict.UNREPORTED if Relation.UNREPORTED in relations else TopicVerdict.SAME


def _replaced(finding: Finding, everything: Iterable[Finding]) -> bool:
    """Whether a point is answered by another term, or struck with another term in its place."""
    return finding.rule.id == "answered-otherwise" or next(_replacements(finding, everything), None) is not None


def _replacements(finding: Finding, everything: Iterable[Finding]) -> Iterator[Term]:
    """The terms of the amending document under the point that it strikes, in reading order.

    A term that stood there before and is unchanged replaces nothing.
    """
    if finding.relation is not Relation.STRUCK:
        return
    strikes_right = finding.right.state is Stance.STRIKES
    struck = {_number(point) for point in (finding.left if strikes_right else finding.right).points}
    for other in everything:
        amended, amending = (other.left, other.right) if strikes_right else (other.right, other.left)
        if other.relation in _AGREED and _under(amended, struck):
            continue
        for term in amending.terms:
            points = (*term.points, *([term.answers] if term.answers else []))
            if term.stance is not Stance.STRIKES and any(_number(point) in struck for point in points):
                yield term


def _under(side: Side, numbers: set[str]) -> bool:
    """Whether the side has a term under one of these numbers."""
    return any(_number(point) in numbers for point in side.points)


def _number(point: str) -> str:
    """The number of a point without its letter: ``21`` of ``21a``."""
    digits = point[: len(point) - len(point.lstrip("0123456789"))]
    return digits or point
