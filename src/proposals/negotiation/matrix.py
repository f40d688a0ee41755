"""Many documents side by side: for each subject what each of them says, and how the row stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import attrs

from proposals.comparison.apart import told_apart
from proposals.comparison.engine import relate
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.questions import Row, ask
from proposals.comparison.summaries import AS_REPORTED, amending_of, summary
from proposals.documents.proposal import Proposal
from proposals.negotiation.lines import lines
from proposals.notebook import Displayed
from proposals.validation import Validated
from proposals.values import OneLine, Value
from proposals.vocabulary import Relation, Stance, Topics, Verdict
from proposals.words import Word
from proposals.world.world import World


class RowVerdict(Word):
    """How the documents that speak to a row stand to each other, in the order of concern to a reader."""

    SPLIT = "split", "They say two or more different things, and not just one against all others."
    ONE_AGAINST = "one against the rest", "All but one say the same, and at least three address it."
    OPEN = "open", "At least one leaves alternatives open, and not all leave the same ones open."
    ONE_SIDED = "one speaks", "Only one document is known to address it, so there is nothing to compare."
    SAME = "all the same", "Two or more address it and all of these say the same, as far as each is known."


DISAGREEMENTS = frozenset({RowVerdict.SPLIT, RowVerdict.ONE_AGAINST, RowVerdict.OPEN})
"""The verdicts on rows to which two or more speak, and not alike."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MatrixRow(OneLine, Validated):
    """A line with the verdict on its positions, which follows from the findings of every two documents.

    ``groups`` are the ids of documents of which every two say the same, in the order of the documents; the silent are
    in none. A document is in two groups where it says the same as either as far as reported, and these differ.
    ``reported`` are the groups that are alike only as far as reported. Who accepts a proposal as it stands is in its
    group, where there is no other position.
    """

    line: Line
    groups: tuple[tuple[str, ...], ...]
    reported: tuple[tuple[str, ...], ...]
    verdict: RowVerdict

    @property
    def topic(self) -> Topics:
        """The matter under which reports show it."""
        return self.line.topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuestionRow(OneLine, Validated):
    """A question with the verdict on what documents answer, as :class:`MatrixRow` has it on a line."""

    row: Row
    groups: tuple[tuple[str, ...], ...]
    reported: tuple[tuple[str, ...], ...]
    verdict: RowVerdict

    @property
    def topic(self) -> Topics:
        """The topic of the question."""
        return self.row.topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TopicRow(OneLine, Validated):
    """The questions of one topic, and of what concern they are at most."""

    topic: Topics
    verdict: RowVerdict
    rows: tuple[QuestionRow, ...]

    def counts(self) -> dict[RowVerdict, int]:
        """How many questions have each verdict that occurs, in the order of :class:`RowVerdict`."""
        found = [row.verdict for row in self.rows]
        return {verdict: found.count(verdict) for verdict in RowVerdict if verdict in found}

    def answered(self, documents: int) -> tuple[int, ...]:
        """For each document, how many of the questions of the topic it answers.

        Args:
            documents: How many documents the matrix has.

        Returns:
            A number for each document.
        """
        return tuple(sum(one.row.answers(at) for one in self.rows) for at in range(documents))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Matrix(OneLine, Displayed, Validated):
    """Documents side by side: rows by topic and then in reading order, on each a position for each document.

    ``documents`` are those compared, ``rows`` has one row for each subject, and ``questions`` one for each question.
    """

    documents: tuple[Proposal, ...]
    rows: tuple[MatrixRow, ...]
    questions: tuple[QuestionRow, ...] = attrs.field(default=(), eq=False)

    def counts(self) -> dict[RowVerdict, int]:
        """How many rows have each verdict that occurs, in the order of :class:`RowVerdict`."""
        found = [row.verdict for row in self.rows]
        return {verdict: found.count(verdict) for verdict in RowVerdict if verdict in found}

    def topics(self) -> tuple[TopicRow, ...]:
        """The questions by topic, in the order of :class:`~proposals.vocabulary.Topic`."""
        by_topic: dict[Topics, list[QuestionRow]] = {}
        for one in self.questions:
            by_topic.setdefault(one.topic, []).append(one)
        return tuple(
            TopicRow(topic=topic, verdict=min((row.verdict for row in rows), key=_concern), rows=tuple(rows))
            for topic, rows in by_topic.items()
        )

    def narrowed(
        self,
        topics: Iterable[Topics | str] = (),
        *,
        questions: Iterable[str] = (),
        only_disagreements: bool = False,
    ) -> Matrix:
        """The matrix with only some of its rows.

        Args:
            topics: The topics to keep, or the words for them; all where none is named.
            questions: The ids of the questions to keep; all where none is named.
            only_disagreements: Whether only the rows on which the documents disagree are kept.

        Returns:
            A matrix of the same documents, its rows in the same order.

        Raises:
            InvalidValueError: A word is that of no topic, or an id that of no question.
        """
        wanted = Narrowing(topics=topics, questions=questions)
        places = world_of(self.documents).places
        verdicts = DISAGREEMENTS if only_disagreements else frozenset(RowVerdict)
        return attrs.evolve(
            self,
            rows=tuple(row for row in self.rows if row.verdict in verdicts and wanted.keeps(row.line, places)),
            questions=tuple(one for one in self.questions if one.verdict in verdicts and wanted.keeps_row(one.row)),
        )


def matrix(documents: Sequence[Proposal], *, world: World | None = None) -> Matrix:
    """The rows of any number of documents, each on the same subjects as a comparison of two.

    Args:
        documents: The documents.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A row for each subject, with the position of each document and a verdict.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidProposalError: A document has two terms of one key.

    >>> from proposals.library.bundled import load
    >>> found = matrix([load("us-plan-reported"), load("ua-europe-reported")])
    >>> for row in found.rows:
    ...     print(row.line.kind, [str(one.state) for one in row.line.positions], row.verdict, sep=" | ")
    withdrawal | ['proposes', 'not reported'] | one speaks
    demilitarization | ['proposes', 'not reported'] | one speaks
    territory-status | ['proposes', 'not reported'] | one speaks
    territory-status | ['proposes', 'not reported'] | one speaks
    frozen-line | ['proposes', 'proposes'] | split

    Of the three whole plans, two have the same ceiling for Ukraine's forces:

    >>> plans = matrix([load("us-28-point"), load("e3-counter"), load("twenty-point")])
    >>> print(next(row.verdict for row in plans.rows if row.line.kind == "force-limit"))
    one against the rest
    """
    documents = told_apart(documents)
    known = world_of(documents, world)
    found = lines(documents, world=known)
    ids = [document.id for document in documents]
    return Matrix(
        documents=tuple(documents),
        rows=tuple(MatrixRow(line=line, **_on_line(line).verdict(ids)) for line in found),
        questions=tuple(
            QuestionRow(row=row, **_on_question(row, documents).verdict(ids)) for row in ask(found, known.places)
        ),
    )


def _concern(verdict: RowVerdict) -> int:
    return verdict.rank


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Voices(Value):
    """The documents that speak, counted from 0: who accepts whole, whether one leaves it open, which two are alike.

    ``None`` stands for two that are alike as far as reported.
    """

    speakers: tuple[int, ...]
    accepting: frozenset[int] = frozenset()
    open: bool
    pairs: Mapping[frozenset[int], bool | None]

    def verdict(self, ids: Sequence[str]) -> dict[str, Any]:
        """The groups with these ids, those alike as far as reported, and the verdict, as a row has them."""
        groups = _groups(self.speakers, self.accepting, self.pairs)
        named = [tuple(ids[at] for at in group) for group in groups]
        partly = [any(self.pairs[frozenset(pair)] is None for pair in combinations(group, 2)) for group in groups]
        return {
            "groups": tuple(named),
            "reported": tuple(one for one, reported in zip(named, partly, strict=True) if reported),
            "verdict": self._of(groups),
        }

    def _of(self, groups: Sequence[Sequence[int]]) -> RowVerdict:
        if len(self.speakers) <= 1:
            return RowVerdict.ONE_SIDED
        if len(groups) == 1:
            return RowVerdict.SAME
        if self.open:
            return RowVerdict.OPEN
        sizes = sorted(map(len, groups))
        return RowVerdict.ONE_AGAINST if sizes == [1, len(self.speakers) - 1] != [1, 1] else RowVerdict.SPLIT


def _on_line(line: Line) -> _Voices:
    positions = line.positions
    accepting = frozenset(at for at in line.speakers if positions[at].stances == (Stance.ACCEPTS,))
    pairs = {}
    for one, other in combinations(line.speakers, 2):
        rule = relate(line.between(one, other)).rule
        apart = {one, other} & accepting and not all(
            at in accepting or positions[at].state is Stance.PROPOSES for at in (one, other)
        )
        alike = not apart and rule.relation in {Relation.SAME, Relation.ACCEPTED}
        pairs[frozenset({one, other})] = None if rule.id == AS_REPORTED else alike
    return _Voices(
        speakers=line.speakers,
        accepting=accepting,
        open=any(position.open for position in positions),
        pairs=pairs,
    )


def _on_question(row: Row, documents: Sequence[Proposal]) -> _Voices:
    answering = tuple(at for at in range(len(documents)) if row.answers(at))
    pairs = {}
    for one, other in combinations(answering, 2):
        found = summary(row.between(one, other), amending_of(documents[one], documents[other])).verdict
        pairs[frozenset({one, other})] = None if found is Verdict.SAME_AS_REPORTED else found is Verdict.SAME
    is_open = any(position.open for at in answering for _, position in row.positions(at))
    return _Voices(speakers=answering, open=is_open, pairs=pairs)


def _groups(
    speakers: Sequence[int], accepting: frozenset[int], pairs: Mapping[frozenset[int], bool | None]
) -> list[list[int]]:
    """The documents of which every two say the same, as many together as there are."""
    groups: list[frozenset[int]] = []
    for one in (at for at in speakers if at not in accepting):
        near = [frozenset(at for at in group if pairs[frozenset({at, one})] is not False) | {one} for group in groups]
        every = {*groups, *near, frozenset({one})}
        groups = [group for group in every if not any(group < other for other in every)]
    if accepting:
        joins = len(groups) == 1 and all(pairs[frozenset({at, one})] for at in groups[0] for one in accepting)
        groups = [groups[0] | accepting] if joins else [*groups, accepting]
    return sorted(sorted(group) for group in groups)
