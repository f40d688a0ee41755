"""The matters of a negotiation, line by line: what each of any number of documents says to each.

A document that says nothing has a position that says why, so that silence can never be taken for one.
"""

from __future__ import annotations

from collections.abc import Sequence

from proposals.comparison.alignment import align_amended
from proposals.comparison.apart import told_apart
from proposals.comparison.findings import Finding
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.terms.base import Term
from proposals.world.world import World


def lines(documents: Sequence[Proposal], *, world: World | None = None) -> tuple[Line, ...]:
    """The lines of any number of documents, by topic and then in reading order.

    Where a document amends another of them, its answers to points stand on the lines of these points. Raises
    :class:`InvalidProposalError` as :func:`proposals.comparison.alignment.align_many` does.

    Args:
        documents: The documents.
        world: The places and actors that names stand for; ``None`` for those that the documents were read with.

    Returns:
        A line for each subject, with the position of each document.

    Raises:
        InvalidProposalError: A document has two terms of one key.
    """
    documents = told_apart(documents)
    found = align_amended(documents, world_of(documents, world))
    return tuple(sorted(found, key=lambda line: line.topic.rank))


def finding_of(compared: Comparison, left: Position | None, right: Position | None) -> Finding | None:
    """The finding of two documents that rests on the terms of these positions.

    Args:
        compared: The comparison of the two documents.
        left: The position of the left; ``None`` stands for no term.
        right: The position of the right; ``None`` stands for no term.

    Returns:
        The finding; ``None`` if there is none, as for what a third document amended.
    """
    wanted = [position.terms if position else () for position in (left, right)]
    places = {
        at for own, terms in zip(compared.by_term, wanted, strict=True) for term in terms for at in own.get(term, ())
    }
    for finding in (compared.findings[at] for at in sorted(places)):
        if all(map(_meets, wanted, finding.line.sides)):
            return finding
    return None


def _meets(wanted: tuple[Term, ...], held: tuple[Term, ...]) -> bool:
    """Whether a term is among both, or there is none in either."""
    return any(one == other for one in wanted for other in held) if wanted else not held
