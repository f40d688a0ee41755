"""Documents side by side: each line with the findings of the first document against each of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from proposals.comparison.alignment import align_amended, with_texts
from proposals.comparison.apart import told_apart
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine, Value
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ComparedLine(OneLine, Validated):
    """A line with its findings.

    ``findings`` hold, for each later document, its findings against the first document on this subject: mostly one,
    several where the two tell smaller pieces of ground apart, none where neither speaks.
    """

    line: Line
    findings: tuple[tuple[Finding, ...], ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SideBySide(OneLine, Validated):
    """Two or more documents, the first compared with each of the others, and the lines of all.

    Every finding of every comparison is on at least one line; lines stand in the order of the topics and then of the
    documents.
    """

    documents: tuple[Proposal, ...]
    comparisons: tuple[Comparison, ...]
    lines: tuple[ComparedLine, ...]


def side_by_side(documents: Sequence[Proposal], world: World) -> SideBySide:
    """The documents side by side: the first compared with each of the others.

    Args:
        documents: The documents.
        world: The places and actors that names stand for.

    Returns:
        The comparisons, and their findings line by line.

    Raises:
        InvalidProposalError: A document has two terms of one key.
    """
    documents = tuple(told_apart(documents))
    compared = comparisons(documents, world)
    return SideBySide(documents=documents, comparisons=compared, lines=by_line(compared, world))


def comparisons(documents: Sequence[Proposal], world: World) -> tuple[Comparison, ...]:
    """The first document compared with each of the others.

    Args:
        documents: The documents.
        world: The places and actors that names stand for.

    Returns:
        A comparison for each of the others, in their order.

    Raises:
        InvalidProposalError: A document has two terms of one key.
    """
    first, *others = told_apart(with_texts(documents))
    return tuple(compare(first, other, world=world) for other in others)


def by_line(compared: Sequence[Comparison], world: World) -> tuple[ComparedLine, ...]:
    """The findings of comparisons of one document with others on the lines of all, by topic and in reading order.

    Two documents have a line for each finding.

    Args:
        compared: The comparisons, all with one left document.
        world: The places and actors that names stand for.

    Returns:
        A line for each finding of two documents; of more, one for each subject.
    """
    if len(compared) == 1:
        found = [ComparedLine(line=finding.line, findings=((finding,),)) for finding in compared[0].findings]
    else:
        documents = (compared[0].left, *(one.right for one in compared))
        found = _placed(align_amended(documents, world_of(documents, world)), compared)
    return tuple(sorted(found, key=lambda one: one.line.topic.rank))


def _placed(lines: Sequence[Line], compared: Sequence[Comparison]) -> list[ComparedLine]:
    """The lines with the findings that rest on them."""
    placed: list[list[list[Finding]]] = [[[] for _ in compared] for _ in lines]
    first = _Holding.of(lines, 0)
    for other, comparison in enumerate(compared):
        second = _Holding.of(lines, other + 1)
        for finding in comparison.findings:
            for index in _homes(finding, first, second):
                placed[index][other].append(finding)
    return [
        ComparedLine(line=line, findings=tuple(map(tuple, held)))
        for line, held in zip(lines, placed, strict=True)
        if any(held)
    ]


@attrs.frozen(eq=False, repr=False)
class _Holding(Value):
    """On which lines, counted from 0, a document has each of its terms, and on which it has none."""

    terms: Mapping[Term, frozenset[int]]
    none: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[Line], document: int) -> _Holding:
        found: dict[Term, set[int]] = {}
        for index, line in enumerate(lines):
            for term in line.positions[document].terms:
                found.setdefault(term, set()).add(index)
        none = frozenset(index for index, line in enumerate(lines) if not line.positions[document].terms)
        return cls({term: frozenset(held) for term, held in found.items()}, none)

    def holding(self, position: Position) -> frozenset[int]:
        """The lines with any of the terms of a position."""
        return frozenset[int]().union(*(self.terms.get(term, ()) for term in position.terms))


def _homes(finding: Finding, first: _Holding, second: _Holding) -> list[int]:
    """The lines that hold the terms of a finding: of both its sides, else of the first document's, else of either."""
    left, right = first.holding(finding.left), second.holding(finding.right)
    both = (left if finding.left.terms else first.none) & (right if finding.right.terms else second.none)
    return sorted(both or left or right)
