"""Documents side by side: each line with the findings of the first document against each of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from proposals.values import OneLine
from proposals.world.world import World


@attrs.frozen(kw_only=True, repr=False)
class ComparedLine(OneLine):
    """A line with its findings.

    ``findings`` hold, for each later document, its findings against the first document on this subject: mostly one,
    several where the two tell smaller pieces of ground apart, none where neither speaks.
    """

    line: Line
    findings: tuple[tuple[Finding, ...], ...]


@attrs.frozen(kw_only=True, repr=False)
class SideBySide(OneLine):
    """Two or more documents, the first compared with each of the others, and the lines of all.

    Every finding of every comparison is on at least one line; lines stand in the order of the topics and then of the
    documents.
    """

    documents: tuple[Proposal, ...]
    comparisons: tuple[Comparison, ...]
    lines: tuple[ComparedLine, ...]


def side_by_side(documents: Sequence[Proposal], world: World) -> SideBySide:
    """The documents side by side. Raises as :func:`proposals.comparison.engine.compare` does."""
    documents = tuple(told_apart(documents))
    compared = comparisons(documents, world)
    return SideBySide(documents=documents, comparisons=compared, lines=by_line(compared, world))


def comparisons(documents: Sequence[Proposal], world: World) -> tuple[Comparison, ...]:
    """The first document compared with each of the others. Raises as :func:`side_by_side` does."""
    first, *others = told_apart(with_texts(documents))
    return tuple(compare(first, other, world=world) for other in others)


def by_line(compared: Sequence[Comparison], world: World) -> tuple[ComparedLine, ...]:
    """The findings of comparisons of one document with others on the lines of all, by topic and in reading order.

    Two documents have a line for each finding.
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
    for other, comparison in enumerate(compared):
        for finding in comparison.findings:
            for index in _homes(finding, lines, other + 1):
                placed[index][other].append(finding)
    return [
        ComparedLine(line=line, findings=tuple(map(tuple, held)))
        for line, held in zip(lines, placed, strict=True)
        if any(held)
    ]


def _homes(finding: Finding, lines: Iterable[Line], other: int) -> list[int]:
    """The lines that hold the terms of a finding: of both its sides, else of the first document's, else of either."""
    both, first, second = [], [], []
    for index, line in enumerate(lines):
        left, right = _meets(finding.left, line.positions[0]), _meets(finding.right, line.positions[other])
        if all(
            met or not (own.terms or held.terms)
            for met, own, held in (
                (left, finding.left, line.positions[0]),
                (right, finding.right, line.positions[other]),
            )
        ):
            both.append(index)
        if left:
            first.append(index)
        if right:
            second.append(index)
    return both or first or second


def _meets(one: Position, other: Position) -> bool:
    return not set(one.terms).isdisjoint(other.terms)
