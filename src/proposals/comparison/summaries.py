"""What the findings of a comparison add up to: a verdict for each question, and one for each topic."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from proposals.comparison.crossings import Crossing, crossed, crossing
from proposals.comparison.engine import relate
from proposals.comparison.findings import Finding
from proposals.comparison.meeting import against
from proposals.comparison.questions import Reading, Row, ask, joined
from proposals.comparison.result import Comparison
from proposals.comparison.rules import Rule
from proposals.comparison.verdicts import (
    ONLY_LEFT,
    ONLY_RIGHT,
    Share,
    VerdictRule,
    question_rule,
    shares_of,
    topic_rule,
)
from proposals.documents.proposal import Proposal
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Absence, Direction, Relation, Stance, Topics, Verdict
from proposals.world.places import Gazetteer, PlaceKind

_BY_RELATION: Final = MappingProxyType(
    {
        Relation.OPPOSED: Share.OPPOSED,
        Relation.DIFFERS: Share.DIFFERS,
        Relation.ACCEPTED_IF: Share.DIFFERS,
        Relation.STRUCK: Share.DELETED,
        Relation.REFUSED: Share.REFUSED,
        Relation.DEFERRED: Share.DEFERRED,
        Relation.SAME: Share.SAME,
        Relation.ACCEPTED: Share.SAME,
    }
)
AS_REPORTED: Final = "same-as-far-as-reported"
"""The rule of what is the same only as far as both are reported."""

SILENCE: Final = "silence"
"""The rule of what one says and the other, known whole, does not."""

_BY_RULE: Final = MappingProxyType({AS_REPORTED: Share.SAME_AS_REPORTED, "answered-otherwise": Share.REPLACED})
_DECLINED: Final = frozenset({Share.OPPOSED, Share.REPLACED, Share.DELETED, Share.REFUSED, Share.DEFERRED})
"""What holds for all that a term says, and so for any field of it."""

_BOTH: Final = (0, 1)
"""The left document and the right."""

_DELETED_BY: Final = (Share.DELETED_BY_LEFT, Share.DELETED_BY_RIGHT)
_SILENT: Final = (Share.LEFT_SILENT, Share.RIGHT_SILENT)
_UNREPORTED: Final = (Share.LEFT_UNREPORTED, Share.RIGHT_UNREPORTED)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Weight(OneLine, Validated):
    """How the right weighs on those who bear a term, compared with the left; ids in alphabetical order."""

    direction: Direction
    bearers: tuple[str, ...]
    beneficiaries: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuestionSummary(OneLine, Validated):
    """How two documents stand to each other on a question.

    ``findings`` has the finding of each of the row's readings, ``crossings`` what meets across kinds. ``rule`` gives
    the verdict.
    """

    row: Row
    findings: tuple[Finding, ...]
    crossings: tuple[Crossing, ...]
    shares: frozenset[Share]
    rule: VerdictRule

    @property
    def verdict(self) -> Verdict:
        """How the two stand to each other."""
        return self.rule.verdict

    def answers(self, document: int) -> bool:
        """Whether a document answers.

        Args:
            document: 0 for the left, 1 for the right.

        Returns:
            ``True`` also for a rejection or a deletion.
        """
        return self.row.answers(document)

    def instead(self, finding: Finding) -> tuple[Term, ...]:
        """What the document that deletes a term has in its place.

        Args:
            finding: One of the findings of the question.

        Returns:
            The terms; empty unless this finding is a term replaced.
        """
        if self.verdict is not Verdict.REPLACED or finding.relation is not Relation.STRUCK:
            return ()
        side = 0 if finding.line.state(0) is Stance.STRIKES else 1
        own = (reading.line.sides for reading in self.row.readings if not reading.answers(1 - side))
        return tuple(term for sides in own for term in sides[side] if term.stance is not Stance.STRIKES)

    @property
    def weights(self) -> tuple[Weight, ...]:
        """How the right weighs, for each of those who bear what differs; mixed where terms pull apart.

        Where the question is opposed, only what is opposed weighs.
        """
        opposed = self.verdict is Verdict.OPPOSED
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], set[Direction]] = {}
        for reading, finding in zip(self.row.readings, self.findings, strict=True):
            telling = not opposed or finding.relation is Relation.OPPOSED
            if telling and reading.field is None and finding.direction is not None:
                found.setdefault((finding.bearers, finding.beneficiaries), set()).add(finding.direction)
        return tuple(
            Weight(
                direction=Direction.MIXED if len(ways) > 1 else next(iter(ways)),
                bearers=bearers,
                beneficiaries=beneficiaries,
            )
            for (bearers, beneficiaries), ways in found.items()
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TopicSummary(OneLine, Validated):
    """How two documents stand to each other on a topic, by its questions."""

    topic: Topics
    rule: VerdictRule
    questions: tuple[QuestionSummary, ...]

    @property
    def verdict(self) -> Verdict:
        """How the two stand to each other."""
        return self.rule.verdict


Pairs: TypeAlias = Mapping[tuple[int, int], QuestionSummary]
"""How documents stand to each other on a row, by the places of every two of them, counted from 0."""


def questions(comparison: Comparison) -> tuple[QuestionSummary, ...]:
    """The questions that either document answers, by topic and in reading order, rows of ground :func:`folded`.

    Args:
        comparison: The comparison.

    Returns:
        A summary for each question, with its verdict.
    """
    amending = amending_of(comparison.left, comparison.right)
    known = {id(finding.line): finding for finding in comparison.findings}
    places = comparison.world.places
    rows = ask((finding.line for finding in comparison.findings), places)
    pairs = folded([(row, {(0, 1): summary(row, amending, known)}) for row in rows], places)
    return tuple(found[0, 1] for _, found in pairs)


def stood_for(comparison: Comparison) -> Iterator[Finding]:
    """The findings of terms for which the other document has an alternative: the two do not meet, and stand far apart.

    Only where both texts are known whole, the kinds are marked as alternatives, and either term is put forward and does
    not close the matter: who rejects or rules out one means has not chosen another.
    """
    alone = [finding for finding in comparison.findings if finding.rule.id == SILENCE]
    if len({finding.line.state(0) is Absence.SILENT for finding in alone}) == len(_BOTH):
        for one in questions(comparison):
            if one.verdict is Verdict.OTHER_MEANS:
                yield from _stood_for(one)


def _stood_for(one: QuestionSummary) -> Iterator[Finding]:
    """Of the alternatives by which each of the two answers, those to which one of the other's is on one ground."""
    sides = [[*_chosen(one, document)] for document in _BOTH]
    for own, others in (sides, sides[::-1]):
        for reading, finding in own:
            if reading.field is None and any(_on_one_ground(reading, other) for other, _ in others):
                yield finding


def _chosen(one: QuestionSummary, document: int) -> Iterator[tuple[Reading, Finding]]:
    """The alternatives by which one of two documents answers and which the other, known whole, does not have."""
    for reading, finding in zip(one.row.readings, one.findings, strict=True):
        position = reading.line.positions[document]
        alone = finding.rule.id == SILENCE and reading.answers(document)
        settled = position.binds and not position.open and not against(position.terms[0])
        if reading.asked.alternative and alone and settled:
            yield reading, finding


def _on_one_ground(reading: Reading, other: Reading) -> bool:
    """Whether two readings of a question are of the same, or one of them of all that it is asked of."""
    return not reading.pieces or not other.pieces or not reading.pieces.isdisjoint(other.pieces)


def folded(rows: Iterable[tuple[Row, Pairs]], places: Gazetteer) -> tuple[tuple[Row, Pairs], ...]:
    """Rows of one question on different ground as one, where every two documents stand to each other alike."""
    found: dict[Hashable, list[tuple[Row, Pairs]]] = {}
    for row, pairs in rows:
        stands = [(pair, one.verdict, one.answers(0), one.answers(1)) for pair, one in pairs.items()]
        alike = (row.question, *stands) if _foldable(row, places) else id(row)
        found.setdefault(alike, []).append((row, pairs))
    return tuple(
        (
            joined([row for row, _ in alike], places),
            {pair: _together([pairs[pair] for _, pairs in alike], places) for pair in alike[0][1]},
        )
        for alike in found.values()
    )


def amending_of(left: Proposal, right: Proposal) -> frozenset[int]:
    """Which of two documents (0, 1) mark up the other's text."""
    return frozenset(at for at, (own, other) in enumerate(((left, right), (right, left))) if other.id in own.amends)


def _foldable(row: Row, places: Gazetteer) -> bool:
    """Whether a row may be one with others on other ground: countries are asked one by one."""
    known = [places.places[name] for name in row.asked if name in places.places]
    return row.ground and all(place.kind is not PlaceKind.COUNTRY for place in known)


def topics(asked: Sequence[QuestionSummary]) -> tuple[TopicSummary, ...]:
    """The topics of these questions, in the order of :class:`~proposals.vocabulary.Topic`.

    Args:
        asked: The summaries of the questions.

    Returns:
        A summary for each topic, with its verdict.
    """
    by_topic = {topic: tuple(one for one in asked if one.row.topic == topic) for topic in Topics.every()}
    return tuple(
        TopicSummary(topic=topic, rule=topic_rule(_shown(own)), questions=own) for topic, own in by_topic.items() if own
    )


def _shown(asked: Iterable[QuestionSummary]) -> frozenset[Share]:
    return frozenset(share for one in asked for share in shares_of(one.rule, one.shares))


def _together(alike: Sequence[QuestionSummary], places: Gazetteer) -> QuestionSummary:
    """One summary of several with the same verdict on different ground."""
    row = joined([one.row for one in alike], places)
    found = {
        id(reading): finding for one in alike for reading, finding in zip(one.row.readings, one.findings, strict=True)
    }
    return attrs.evolve(
        alike[0],
        row=row,
        findings=tuple(found[id(reading)] for reading in row.readings),
        crossings=tuple(one for summed in alike for one in summed.crossings),
        shares=frozenset[Share]().union(*(one.shares for one in alike)),
    )


def summary(
    row: Row, amending: Collection[int] = (), known: Mapping[int, Finding] = MappingProxyType({})
) -> QuestionSummary:
    """How two documents stand to each other on a row of theirs.

    ``amending`` are those of the two (0, 1) that mark up the other's text, ``known`` the findings that there are by the
    ``id`` of their line.
    """
    findings = tuple(known.get(id(one.line)) or relate(one.line) for one in row.readings)
    shares = list(map(_share, row.readings, findings))
    pairs = [*crossed(row, shares)]
    crossings = tuple(crossing(row.readings[one], row.readings[other], findings[other]) for one, other in pairs)
    across = {at for pair in pairs for at in pair}
    shown = {share for at, share in enumerate(shares) if at not in across}
    shown |= {share for one in crossings if (share := _shown_by(one.option.rule))}
    shown |= {_DELETED_BY[side] for side in amending if _deletes(findings, side) and _stands(findings, shares, side)}
    return QuestionSummary(
        row=row,
        findings=findings,
        crossings=crossings,
        shares=frozenset(shown),
        rule=question_rule(shown),
    )


def _deletes(findings: Iterable[Finding], side: int) -> bool:
    """Whether one of the two deletes what the other has."""
    return any(one.relation is Relation.STRUCK and one.line.state(side) is Stance.STRIKES for one in findings)


def _stands(findings: Iterable[Finding], shares: Iterable[Share], side: int) -> bool:
    """Whether one of the two has a term of its own that the other lacks, and that is no deletion."""
    alone = (ONLY_LEFT, ONLY_RIGHT)[side]
    return any(
        share in alone and finding.line.state(side) is not Stance.STRIKES
        for share, finding in zip(shares, findings, strict=True)
    )


def _shown_by(rule: Rule) -> Share | None:
    """What a rule shows where both speak; ``None`` for one of absence."""
    return _BY_RULE.get(rule.id) or _BY_RELATION.get(rule.relation)


def _share(reading: Reading, finding: Finding) -> Share:
    """What a finding shows of the question of a reading."""
    answering = [reading.answers(document) for document in (0, 1)]
    by_field = reading.field is not None and finding.line.state(0) is finding.line.state(1)
    whole = _shown_by(finding.rule)
    if reading.alone is None and whole is not None and (whole in _DECLINED or (all(answering) and not by_field)):
        return whole
    if not all(answering):
        lacking = answering.index(False)
        return (_UNREPORTED if reading.absence(lacking) is Absence.UNREPORTED else _SILENT)[lacking]
    left, right = (set(map(repr, reading.held(document))) for document in (0, 1))
    return Share.SAME if left == right else Share.DIFFERS
