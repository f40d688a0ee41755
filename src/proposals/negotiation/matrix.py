"""Many documents side by side: for each subject what each of them says, and how the row stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import attrs

from proposals.comparison.rules import State
from proposals.documents.proposal import Proposal
from proposals.negotiation.lines import Line, Voice, absence, lines
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.vocabulary import Absence, Coverage, Stance, Topic, Word
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


BINDING = frozenset({Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES})
"""The stances in which a document would have the term hold; the others decline, delete or postpone it."""


@attrs.frozen(kw_only=True)
class Cell:
    """What one document says to a row, or why it is not known to say anything.

    ``document`` is its id, ``coverage`` how much of it is known. ``voices`` is empty where it is absent; several are
    the open alternatives of one point.
    """

    document: str
    coverage: Coverage
    state: State
    voices: tuple[Voice, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether the document says anything, be it a rejection or a deletion."""
        return bool(self.voices)

    @property
    def open(self) -> bool:
        """Whether it leaves the point open between alternatives."""
        return any(voice.holders for voice in self.voices)

    @property
    def binds(self) -> bool:
        """Whether it puts a term forward or agrees to one, so that somebody bears it."""
        return any(voice.stance in BINDING for voice in self.voices)

    @property
    def has(self) -> bool:
        """Whether it has a term for the row itself, of whatever stance: neither a deletion nor something instead."""
        return any(voice.terms and not voice.instead for voice in self.voices)

    @property
    def instead(self) -> bool:
        """Whether it answers the point with a term of another kind or subject."""
        return any(voice.instead for voice in self.voices)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms in which it says it, in reading order; none for a deletion."""
        return tuple(term for voice in self.voices for term in voice.terms)

    @property
    def position(self) -> frozenset[Hashable]:
        """What it says, whoever holds it and wherever it stands: equal for two documents that say the same."""
        return frozenset(
            (voice.stance, voice.instead, voice.kind, voice.instead and voice.subject, term and term.content)
            for voice in self.voices
            for term in voice.terms or (None,)
        )


@attrs.frozen(kw_only=True)
class MatrixRow:
    """One subject: a cell for each document, and the verdict on them.

    ``groups`` are the ids of documents that say the same, in the order of the documents; the silent are in none. Who
    accepts a proposal as it stands is in its group, where there is no other position.
    """

    line: Line
    cells: tuple[Cell, ...]
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
        columns = zip(*(row.cells for row in self.rows), strict=True)
        return tuple(sum(cell.speaks for cell in column) for column in columns)


@attrs.frozen(kw_only=True)
class Matrix(Displayed):
    """Documents side by side: rows by topic and then in reading order, a cell for each document in each."""

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
    ...     print(row.line.kind, [str(cell.state) for cell in row.cells], row.verdict, sep=" | ")
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
        cells = cells_of(line, documents)
        groups = _groups(cells)
        ids = tuple(tuple(cells[index].document for index in group) for group in groups)
        found.append(MatrixRow(line=line, cells=cells, groups=ids, verdict=_verdict(cells, groups)))
    return Matrix(documents=tuple(documents), rows=tuple(found))


def cells_of(line: Line, documents: Sequence[Proposal]) -> tuple[Cell, ...]:
    """The cell of each document on a line."""
    found = []
    for index, document in enumerate(documents):
        voices = line.of(index)
        state: Stance | Absence = voices[0].stance if voices else absence(document)
        found.append(Cell(document=document.id, coverage=document.coverage, state=state, voices=voices))
    return tuple(found)


def _concern(verdict: RowVerdict) -> int:
    return verdict.rank


def _groups(cells: Sequence[Cell]) -> list[list[int]]:
    """The cells that say the same, by their place in the row, counted from 0."""
    by_position: dict[frozenset[Hashable], list[int]] = {}
    accepting: list[int] = []
    for index, cell in enumerate(cells):
        if cell.speaks and all(voice.agrees for voice in cell.voices):
            accepting.append(index)
        elif cell.speaks:
            by_position.setdefault(cell.position, []).append(index)
    groups = list(by_position.values())
    if len(groups) == 1 and accepting and cells[groups[0][0]].state is Stance.PROPOSES:
        groups[0].extend(accepting)
    elif accepting:
        groups.append(accepting)
    return sorted(sorted(group) for group in groups)


def _verdict(cells: Sequence[Cell], groups: list[list[int]]) -> RowVerdict:
    sizes = sorted(map(len, groups))
    if sum(sizes) <= 1:
        return RowVerdict.ONE_SIDED
    if len(sizes) == 1:
        return RowVerdict.SAME
    if any(cell.open for cell in cells):
        return RowVerdict.OPEN
    return RowVerdict.ONE_AGAINST if sizes[0] == 1 and sizes[1:] == [sum(sizes) - 1] != [1] else RowVerdict.SPLIT
