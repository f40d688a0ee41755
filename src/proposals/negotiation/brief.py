"""The brief: how documents stand to each other on each question, and what of each document is to be said there.

It computes nothing of its own: verdicts are those of the questions, fields that differ those of the findings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from proposals.comparison.engine import relate
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.comparison.positions import Position
from proposals.comparison.questions import Reading, Row, ask
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import QuestionSummary, Weight, amending_of, folded, questions, summary
from proposals.documents.proposal import Gap, Proposal, each_proposal
from proposals.errors import InvalidValueError
from proposals.negotiation.lines import lines
from proposals.validation import Validated, require
from proposals.values import OneLine
from proposals.vocabulary import Absence, Relation, Verdict
from proposals.world.world import World

_AGREED = frozenset({Verdict.SAME, Verdict.SAME_IN_PART, Verdict.SAME_AS_REPORTED})
_ALIKE = frozenset({Relation.SAME, Relation.ACCEPTED})
_ALONE = frozenset({Verdict.ONE_SIDED, Verdict.UNREPORTED})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Said(OneLine, Validated):
    """What a document says to a question on one line.

    ``relation`` is the one of most concern to any other document there. ``keys`` are the keys of the fields in which
    it differs from another, or by which it answers.
    """

    line: Line
    position: Position
    relation: Relation
    keys: frozenset[str]

    @property
    def deleted(self) -> bool:
        """Whether any document deletes it there."""
        return any(position.deletes for position in self.line.positions)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BriefRow(OneLine, Validated):
    """A question, how the documents stand to each other on it, and what each of them says.

    ``verdict`` is the one of most concern between any two that answer. ``said`` has for each document what it says,
    the line of most concern first; nothing where it does not answer. ``absences`` say why it does not, and are ``None``
    for those that answer. ``weights`` say how the second of two documents weighs; empty for more documents. ``gaps``
    are those of each document that speak on the question.
    """

    row: Row
    verdict: Verdict
    said: tuple[tuple[Said, ...], ...]
    absences: tuple[Absence | None, ...]
    weights: tuple[Weight, ...] = ()
    gaps: tuple[tuple[Gap, ...], ...] = ()

    def telling(self, document: int) -> tuple[Said, ...]:
        """What of it makes the verdict: what is deleted where that is all, what another lacks where the rest is alike.

        Else all that is not said alike. Empty where a document says nothing that another lacks.

        Args:
            document: The number of the document, counted from 0.

        Returns:
            What the document says, one for each line; empty where it says nothing that another lacks.
        """
        said = self.said[document]
        if self.verdict is Verdict.SAME_IN_PART:
            return tuple(one for one in said if any(held.absence for held in one.line.positions))
        deleting = self.verdict is Verdict.DELETED
        kept = [one for one in said if (one.deleted if deleting else one.relation not in _ALIKE)]
        return tuple(kept) or said

    @property
    def answering(self) -> tuple[int, ...]:
        """The documents that answer, counted from 0."""
        return tuple(at for at, one in enumerate(self.absences) if one is None)

    @property
    def agreed(self) -> bool:
        """Whether all that answer give the same answer, be it in part or as far as reported."""
        return self.verdict in _AGREED

    @property
    def alone(self) -> bool:
        """Whether only one document answers."""
        return self.verdict in _ALONE


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Brief(OneLine, Validated):
    """The questions that any of the documents answers, the most contested first, then by topic.

    ``hidden`` is how many further questions there are, which were not asked for.

    ``documents`` are those compared, and ``rows`` has one row for each question that is shown.
    """

    documents: tuple[Proposal, ...]
    rows: tuple[BriefRow, ...]
    hidden: int = 0

    def counts(self) -> dict[Verdict, int]:
        """How many rows have each verdict that occurs, in the order of :class:`~proposals.vocabulary.Verdict`."""
        found = [row.verdict for row in self.rows]
        return {verdict: found.count(verdict) for verdict in Verdict if verdict in found}

    def of(self, verdict: Verdict) -> tuple[BriefRow, ...]:
        """The rows with a verdict.

        Args:
            verdict: The verdict.

        Returns:
            The rows, in the order of the brief; empty where none has it.
        """
        return tuple(row for row in self.rows if row.verdict is verdict)


def brief(
    comparison: Comparison,
    shown: Collection[Finding] | None = None,
    asked: Sequence[QuestionSummary] | None = None,
    *,
    only: Collection[str] = (),
) -> Brief:
    """The brief of two documents.

    Args:
        comparison: Their comparison.
        shown: The findings on whose questions the brief is; ``None`` for all.
        asked: The questions of the comparison, where they are known already; ``None`` to ask them.
        only: The ids of the questions to be shown; all where none is named.

    Returns:
        A row for each question, with its verdict and what each document says to it.

    Raises:
        WrongTypeError: It is no comparison.
    """
    require(comparison, Comparison, "brief()")
    asked = questions(comparison) if asked is None else asked
    kept = None if shown is None else set(map(id, shown))
    chosen = [
        one
        for one in asked
        if (kept is None or any(id(finding) in kept for finding in one.findings))
        and (not only or one.row.question in only)
    ]
    documents = (comparison.left, comparison.right)
    rows = [_row(one.row, {(0, 1): one}, documents, one.weights) for one in chosen]
    return Brief(documents=documents, rows=_by_concern(rows), hidden=len(asked) - len(chosen))


def brief_of(documents: Sequence[Proposal], narrowing: Narrowing = EVERYTHING, *, world: World | None = None) -> Brief:
    """The brief of two or more documents.

    Args:
        documents: The documents.
        narrowing: What is to be shown: the questions on which it keeps a line.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A row for each question, with its verdict and what each document says to it.

    Raises:
        WrongTypeError: One of them is no document, or the narrowing is none.
        InvalidValueError: There are fewer than two documents.
        InvalidProposalError: A document has two terms of one key.
    """
    documents = each_proposal(documents)
    require(narrowing, Narrowing, "brief_of()")
    if not documents[1:]:
        raise InvalidValueError(f"a brief is of two documents or more, not of {len(documents)}")
    places = world_of(documents, world).places
    every = ask(lines(documents, world=world), places)
    kept = [row for row in every if narrowing.keeps_row(row)]
    pairs = [(row, _pairs(row, documents)) for row in kept]
    rows = [_row(row, found, documents) for row, found in folded(pairs, places)]
    return Brief(documents=tuple(documents), rows=_by_concern(rows), hidden=len(every) - len(kept))


def _pairs(row: Row, documents: Sequence[Proposal]) -> dict[tuple[int, int], QuestionSummary]:
    """How every two documents of which at least one answers stand to each other."""
    return {
        (one, other): summary(row.between(one, other), amending_of(documents[one], documents[other]))
        for one, other in combinations(range(len(documents)), 2)
        if row.answers(one) or row.answers(other)
    }


def _by_concern(rows: Iterable[BriefRow]) -> tuple[BriefRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.verdict.rank, row.row.topic.rank)))


def _row(
    row: Row,
    pairs: Mapping[tuple[int, int], QuestionSummary],
    documents: Sequence[Proposal],
    weights: tuple[Weight, ...] = (),
) -> BriefRow:
    everyone = range(len(documents))
    answering = [at for at in everyone if row.answers(at)]
    met = [one for pair, one in pairs.items() if set(pair) <= set(answering)] or [*pairs.values()]
    return BriefRow(
        row=row,
        verdict=min((one.verdict for one in met), key=lambda verdict: verdict.rank),
        said=tuple(tuple(_said(row, at)) for at in everyone),
        absences=tuple(None if at in answering else row.absence(at) for at in everyone),
        weights=weights,
        gaps=tuple(gaps_on(document, row.question) for document in documents),
    )


def gaps_on(document: Proposal, question: str) -> tuple[Gap, ...]:
    """The gaps of a document that speak on a question, by its id."""
    return tuple(gap for gap in document.gaps if question in gap.questions)


def _said(row: Row, document: int) -> Iterator[Said]:
    """What a document says, the lines of most concern first; a line whose terms were all said before is left out."""
    held = [(_concern(reading, document), reading) for reading in row.readings if reading.answers(document)]
    before: set[int] = set()
    for relation, reading in sorted(held, key=lambda pair: pair[0].rank):
        position = reading.line.positions[document]
        terms = set(map(id, position.terms))
        if not terms <= before:
            before |= terms
            yield Said(line=reading.line, position=position, relation=relation, keys=_keys(reading, document))


def _met(line: Line, document: int) -> Iterator[Finding]:
    """How a document stands to each of the others on a line, the document on the left."""
    return (relate(line.between(document, other)) for other in range(len(line.sides)) if other != document)


def _concern(reading: Reading, document: int) -> Relation:
    found = (one.relation for one in _met(reading.line, document))
    return min(found, key=lambda relation: relation.rank)


def _keys(reading: Reading, document: int) -> frozenset[str]:
    """The fields in which a document differs from any other, that by which it answers, all of an open point."""
    own = {reading.key} if reading.key is not None else set()
    for one in _met(reading.line, document):
        own |= {difference.field for difference in one.differences}
        own |= {difference.field for option in one.options for difference in option.differences}
    return frozenset(own)
