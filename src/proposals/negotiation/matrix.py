"""Many documents side by side: for each subject what each of them says, and how the row stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

import attrs

from proposals.comparison.engine import between
from proposals.comparison.positions import Line, Position
from proposals.documents.proposal import Proposal
from proposals.negotiation.lines import lines
from proposals.notebook import Displayed
from proposals.vocabulary import Relation, Stance, Topic, Word
from proposals.world.world import World


class RowVerdict(Word):
    """How the documents that speak to a row stand to each other, in the order of concern to a reader."""

    SPLIT = "split", "They say two or more things, and it is not one of them alone against all others."
    ONE_AGAINST = "one against the rest", "All but one say the same; at least three speak."
    OPEN = "open", "At least one leaves it open between alternatives, and they do not all leave open the same."
    ONE_SIDED = "one speaks", "Only one document is known to speak to it, so there is nothing to compare."
    SAME = "all the same", "Two or more speak to it and all of them say the same, as far as each of them is known."


DISAGREEMENTS = frozenset({RowVerdict.SPLIT, RowVerdict.ONE_AGAINST, RowVerdict.OPEN})
"""The verdicts on rows to which two or more speak, and not alike."""


@attrs.frozen(kw_only=True)
class MatrixRow:
    """A line with the verdict on its positions.

    ``groups`` are the ids of documents that say the same, in the order of the documents; the silent are in none. Who
    accepts a proposal is in its group, where there is no other position. ``as_reported`` are the groups of which some
    are alike only as far as they are reported. A document known in part may be alike with two that differ, and is then
    in two groups.
    """

    line: Line
    groups: tuple[tuple[str, ...], ...]
    verdict: RowVerdict
    as_reported: tuple[tuple[str, ...], ...] = ()

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
        groups = _groups(line)
        ids = [tuple(documents[index].id for index in group) for group in groups]
        found.append(
            MatrixRow(
                line=line,
                groups=tuple(ids),
                verdict=_verdict(line.positions, groups),
                as_reported=tuple(
                    own for own, group in zip(ids, groups, strict=True) if len(_contents(line, group)) > 1
                ),
            )
        )
    return Matrix(documents=tuple(documents), rows=tuple(found))


def _concern(verdict: RowVerdict) -> int:
    return verdict.rank


def _groups(line: Line) -> list[list[int]]:
    """The documents that say the same, counted from 0, as the comparison of every two of them has it."""
    others = [at for at in line.speakers if line.positions[at].state is not Stance.ACCEPTS]
    proposed = _alike(line, others, {Relation.SAME})
    single = len(proposed) == 1 and line.positions[proposed[0][0]].state is Stance.PROPOSES
    return _alike(line, line.speakers, {Relation.SAME, Relation.ACCEPTED} if single else {Relation.SAME})


def _alike(line: Line, speakers: Sequence[int], relations: AbstractSet[Relation]) -> list[list[int]]:
    """The largest groups of speakers of which every two stand to each other in one of the relations."""
    alike: dict[int, set[int]] = {at: set() for at in speakers}
    for one, other in combinations(speakers, 2):
        if _related(line, one, other, relations):
            alike[one].add(other)
            alike[other].add(one)
    return sorted(sorted(group) for group in _cliques(alike, frozenset(), frozenset(speakers), frozenset()))


def _related(line: Line, one: int, other: int, relations: AbstractSet[Relation]) -> bool:
    if line.positions[one].content == line.positions[other].content:
        return True
    return between(line, one, other).relation in relations


def _cliques(
    alike: Mapping[int, AbstractSet[int]], held: frozenset[int], further: frozenset[int], done: frozenset[int]
) -> Iterator[frozenset[int]]:
    """The largest sets in which every two are alike (C. Bron and J. Kerbosch, Communications of the ACM 16, 1973)."""
    if held and not further and not done:
        yield held
    for one in sorted(further):
        yield from _cliques(alike, held | {one}, further & alike[one], done & alike[one])
        further, done = further - {one}, done | {one}


def _contents(line: Line, group: Sequence[int]) -> set[Hashable]:
    """The different things that the documents of a group say; an acceptance is none of its own."""
    return {line.positions[at].content for at in group if line.positions[at].state is not Stance.ACCEPTS}


def _verdict(positions: Sequence[Position], groups: list[list[int]]) -> RowVerdict:
    sizes = sorted(map(len, groups))
    speakers = len({at for group in groups for at in group})
    if speakers <= 1:
        return RowVerdict.ONE_SIDED
    if len(sizes) == 1:
        return RowVerdict.SAME
    if any(position.open for position in positions):
        return RowVerdict.OPEN
    apart = sum(sizes) == speakers and len(sizes) == 2 and sizes[0] == 1 < sizes[1]  # noqa: PLR2004 -- one and the rest
    return RowVerdict.ONE_AGAINST if apart else RowVerdict.SPLIT
