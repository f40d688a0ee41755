"""Many documents side by side: for each subject what each of them says, and how the row stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import attrs

from proposals.comparison.positions import Line, Position
from proposals.documents.proposal import Proposal
from proposals.negotiation.lines import lines
from proposals.notebook import Displayed
from proposals.vocabulary import Stance, Topic, Word
from proposals.world.world import World


class RowVerdict(Word):
    """How the documents that speak to a row stand to each other, in the order of concern to a reader."""

    SPLIT = "split", "They say two or more things, and it is not one of them alone against all others."
    ONE_AGAINST = "one against the rest", "All but one say the same; at least three speak."
    OPEN = "open", "At least one leaves it open between alternatives, and they do not all leave open the same."
    ONE_SIDED = "one speaks", "Only one document is known to speak to it, so there is nothing to compare."
    SAME = "all the same", "Two or more speak to it and all of them say the same; others are silent or not reported."


DISAGREEMENTS = frozenset({RowVerdict.SPLIT, RowVerdict.ONE_AGAINST, RowVerdict.OPEN})
"""The verdicts on rows to which two or more speak, and not alike."""


@attrs.frozen(kw_only=True)
class MatrixRow:
    """A line with the verdict on its positions.

    ``groups`` are the ids of documents that say the same, in the order of the documents; the silent are in none. Who
    accepts a proposal as it stands is in its group, where there is no other position.
    """

    line: Line
    groups: tuple[tuple[str, ...], ...]
    verdict: RowVerdict

    @property
    def topic(self) -> Topic:
        """The matter under which reports show it."""
        return self.line.topic


@attrs.frozen(kw_only=True)
class TopicRow:
    """The rows of one topic, and of what concern they are at most."""

    topic: Topic
    verdict: RowVerdict
    rows: tuple[MatrixRow, ...]

    def counts(self) -> dict[RowVerdict, int]:
        """How many rows have each verdict that occurs, in the order of :class:`RowVerdict`."""
        found = [row.verdict for row in self.rows]
        return {verdict: found.count(verdict) for verdict in RowVerdict if verdict in found}

    def spoken(self) -> tuple[int, ...]:
        """For each document, to how many of the rows it speaks."""
        columns = zip(*(row.line.positions for row in self.rows), strict=True)
        return tuple(sum(position.speaks for position in column) for column in columns)


@attrs.frozen(kw_only=True)
class Matrix(Displayed):
    """Documents side by side: rows by topic and then in reading order, on each a position for each document."""

    documents: tuple[Proposal, ...]
    rows: tuple[MatrixRow, ...]

    def counts(self) -> dict[RowVerdict, int]:
        """How many rows have each verdict that occurs, in the order of :class:`RowVerdict`."""
        found = [row.verdict for row in self.rows]
        return {verdict: found.count(verdict) for verdict in RowVerdict if verdict in found}

    def topics(self) -> tuple[TopicRow, ...]:
        """The rows by topic, in the order of :class:`~proposals.vocabulary.Topic`."""
        by_topic: dict[Topic, list[MatrixRow]] = {}
        for row in self.rows:
            by_topic.setdefault(row.topic, []).append(row)
        return tuple(
            TopicRow(topic=topic, verdict=min((row.verdict for row in rows), key=_concern), rows=tuple(rows))
            for topic, rows in by_topic.items()
        )

    def narrowed(self, topics: Iterable[str] = (), *, only_disagreements: bool = False) -> Matrix:
        """The matrix with only the rows of these topics (all where none is named), or only those in disagreement."""
        wanted = set(topics)
        kept = (
            row
            for row in self.rows
            if (not wanted or row.topic in wanted) and (not only_disagreements or row.verdict in DISAGREEMENTS)
        )
        return attrs.evolve(self, rows=tuple(kept))


def matrix(documents: Sequence[Proposal], *, world: World | None = None) -> Matrix:
    """The rows of any number of documents, each on the same subjects as a comparison of two.

    Raises :class:`InvalidProposalError` as :func:`~proposals.comparison.engine.compare` does.

    >>> from proposals.library.collection import load
    >>> found = matrix([load("us-plan-reported"), load("ua-europe-reported"), load("gaza-plan")])
    >>> for row in found.rows:
    ...     print(row.line.kind, [str(one.state) for one in row.line.positions], row.verdict, sep=" | ")
    withdrawal | ['proposes', 'not reported', 'not reported'] | one speaks
    demilitarization | ['proposes', 'not reported', 'not reported'] | one speaks
    territory-status | ['proposes', 'not reported', 'not reported'] | one speaks
    territory-status | ['proposes', 'not reported', 'not reported'] | one speaks
    frozen-line | ['proposes', 'proposes', 'not reported'] | split

    Of the three whole plans, two have the same ceiling for Ukraine's forces:

    >>> plans = matrix([load("us-28-point"), load("e3-counter"), load("twenty-point")])
    >>> print(next(row.verdict for row in plans.rows if row.line.kind == "force-limit"))
    one against the rest
    """
    found = []
    for line in lines(documents, world=world):
        groups = _groups(line.positions)
        ids = tuple(tuple(documents[index].id for index in group) for group in groups)
        found.append(MatrixRow(line=line, groups=ids, verdict=_verdict(line.positions, groups)))
    return Matrix(documents=tuple(documents), rows=tuple(found))


def _concern(verdict: RowVerdict) -> int:
    return verdict.rank


def _groups(positions: Sequence[Position]) -> list[list[int]]:
    """The documents that say the same, counted from 0."""
    by_content: dict[frozenset[Hashable], list[int]] = {}
    accepting: list[int] = []
    for index, position in enumerate(positions):
        if position.agrees:
            accepting.append(index)
        elif position.speaks:
            by_content.setdefault(position.content, []).append(index)
    groups = list(by_content.values())
    if len(groups) == 1 and accepting and positions[groups[0][0]].state is Stance.PROPOSES:
        groups[0].extend(accepting)
    elif accepting:
        groups.append(accepting)
    return sorted(sorted(group) for group in groups)


def _verdict(positions: Sequence[Position], groups: list[list[int]]) -> RowVerdict:
    sizes = sorted(map(len, groups))
    if sum(sizes) <= 1:
        return RowVerdict.ONE_SIDED
    if len(sizes) == 1:
        return RowVerdict.SAME
    if any(position.open for position in positions):
        return RowVerdict.OPEN
    return RowVerdict.ONE_AGAINST if sizes[0] == 1 and sizes[1:] == [sum(sizes) - 1] != [1] else RowVerdict.SPLIT
