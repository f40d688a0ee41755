"""The rows of a report: one for each subject, with what each document does with it and how that compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from proposals.comparison.alignment import align_many
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding, Side
from proposals.comparison.result import Comparison
from proposals.comparison.rows import Row
from proposals.documents.proposal import Proposal
from proposals.terms.base import Subject, Term
from proposals.vocabulary import Absence, Coverage, Topic
from proposals.world.world import World


@attrs.frozen(kw_only=True)
class Line:
    """One subject: one side for each document, in their order.

    ``findings`` hold, for each later document, its findings against the first document on this subject: mostly one,
    several where the two tell smaller pieces of ground apart, none where neither speaks. ``shape`` is the kind that the
    subject belongs to; an answer to it may be of another kind.
    """

    topic: Topic
    shape: type[Term]
    subject: Subject
    sides: tuple[Side, ...]
    findings: tuple[tuple[Finding, ...], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms of the row, document by document."""
        return tuple(term for side in self.sides for term in side.terms)


def comparisons(documents: Sequence[Proposal], world: World) -> tuple[Comparison, ...]:
    """The first document compared with each of the others. Raises as :func:`proposals.comparison.compare` does."""
    first, *others = documents
    return tuple(compare(first, other, world=world) for other in others)


def lines(documents: Sequence[Proposal], compared: Sequence[Comparison], world: World) -> tuple[Line, ...]:
    """Every finding of every comparison in at least one row, in the order of the topics and then of the documents."""
    if len(compared) == 1:
        found = [_of_finding(finding) for finding in compared[0].findings]
    else:
        found = _of_rows(documents, compared, world)
    return tuple(sorted(found, key=lambda line: line.topic.rank))


def _of_finding(finding: Finding) -> Line:
    return Line(
        topic=finding.topic,
        shape=type((finding.left.terms or finding.right.terms)[0]),
        subject=finding.subject,
        sides=(finding.left, finding.right),
        findings=((finding,),),
    )


def _of_rows(documents: Sequence[Proposal], compared: Sequence[Comparison], world: World) -> list[Line]:
    rows = align_many(documents, world)
    placed: list[list[list[Finding]]] = [[[] for _ in compared] for _ in rows]
    for other, comparison in enumerate(compared):
        for finding in comparison.findings:
            for index in _homes(finding, rows, other + 1):
                placed[index][other].append(finding)
    return [
        _of_row(row, tuple(map(tuple, held)), documents) for row, held in zip(rows, placed, strict=True) if any(held)
    ]


def _homes(finding: Finding, rows: Iterable[Row], other: int) -> list[int]:
    """The rows that hold the terms of a finding: of both its sides, or of an answer those of the first document."""
    both, answered = [], []
    for index, row in enumerate(rows):
        met = [_meets(finding.left.terms, row.sides[0]), _meets(finding.right.terms, row.sides[other])]
        absent = [not (finding.left.terms or row.sides[0]), not (finding.right.terms or row.sides[other])]
        if all(map(any, zip(met, absent, strict=True))):
            both.append(index)
        if met[0]:
            answered.append(index)
    return both or answered


def _meets(terms: tuple[Term, ...], others: tuple[Term, ...]) -> bool:
    return not {id(term) for term in terms}.isdisjoint(id(term) for term in others)


def _of_row(row: Row, found: tuple[tuple[Finding, ...], ...], documents: Sequence[Proposal]) -> Line:
    told = [
        [finding.left for own in found for finding in own],
        *([finding.right for finding in own] for own in found),
    ]
    sides = tuple(
        _side(terms, sides, document) for terms, sides, document in zip(row.sides, told, documents, strict=True)
    )
    first = next(term for terms in row.sides for term in terms)
    return Line(topic=first.topic, shape=type(first), subject=row.subject, sides=sides, findings=found)


def _side(terms: tuple[Term, ...], told: Iterable[Side], document: Proposal) -> Side:
    """What a document does with the subject: its own terms, else what a finding tells, else how it is absent."""
    if terms:
        return Side(state=terms[0].stance, terms=terms)
    absent = Side(state=Absence.SILENT if document.coverage is Coverage.COMPLETE else Absence.UNREPORTED)
    return next((side for side in told if side != absent), absent)
