"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names or a deletion strikes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from operator import eq

import attrs

from proposals.comparison.positions import Answer, Line
from proposals.comparison.rows import Index, intricate, rows
from proposals.documents.checks import duplicate_terms, misplaced_terms
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.terms.base import Term
from proposals.world.world import World


def align(left: Proposal, right: Proposal, world: World) -> tuple[Line, ...]:
    """Pair the terms of two documents. Every key of every term is on exactly one line.

    Where one amends the other, its deletions and its answers to points stand on the lines of these points. Raises
    :class:`InvalidProposalError` if a document has two terms of one key, or one that others leave no ground.
    """
    return tuple(paired(left, right, world))


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is on exactly one line. Raises as :func:`align` does.
    """
    indices = [Index.of(document) for document in documents]
    matters = intricate(indices, world.places)
    if matters:  # only then can terms of one document meet each other
        for document in documents:
            problems = (*duplicate_terms(document, world), *misplaced_terms(document, world))
            if problems:
                raise InvalidProposalError(problems)
    return rows(indices, matters, world.places)


def align_amended(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The same where one document may amend another of them.

    Its deletions and its answers to points stand on the lines of these points, the answers there alone.
    """
    found = list(align_many(documents, world))
    for amending, document in enumerate(documents):
        for amended, other in enumerate(documents):
            if other.id in document.amends and amended != amending:
                _mark(found, amended, amending, paired(other, document, world))
    return tuple(line for line in found if any(line.sides))


def paired(left: Proposal, right: Proposal, world: World) -> list[Line]:
    """The lines of two documents by their keys and, where one amends the other, by the points that it names."""
    pairs = list(align_many((left, right), world))
    if left.id in right.amends:
        pairs = [_struck(pair, right) for pair in _with_answers(pairs)]
    if right.id in left.amends:
        turned = _with_answers([pair.turned() for pair in pairs])
        pairs = [_struck(pair, left).turned() for pair in turned]
    return pairs


def _mark(found: list[Line], amended: int, amending: int, pairs: Iterable[Line]) -> None:
    """Bring the deletions and the answers of one document to the rows of the points of the other."""
    for pair in pairs:
        ways = [at for at, row in enumerate(found) if _holds(row, amended, pair.sides[0]) and not row.sides[amending]]
        if pair.answers and ways:
            for at, row in enumerate(found):
                alone = not any(terms for other, terms in enumerate(row.sides) if other != amending)
                if alone and _holds(row, amending, pair.sides[1]):
                    found[at] = row.with_side(amending, ())
            for at in ways:
                found[at] = found[at].with_side(amending, pair.sides[1], pair.answers[1])
        for gone in pair.struck.values():
            for at in ways:
                found[at] = attrs.evolve(found[at], struck={**found[at].struck, amending: gone})


def _holds(row: Line, document: int, terms: tuple[Term, ...]) -> bool:
    """Whether one of these terms of the document stands in the row."""
    return any(own is term for own in row.sides[document] for term in terms)


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21`` and ``21a``, not ``210``."""
    rest = point.removeprefix(reference)
    return point.startswith(reference) and not (rest and rest[0].isdigit() and reference[-1].isdigit())


def _with_answers(pairs: list[Line]) -> list[Line]:
    """The right amends the left: an answer joins what is left over of the point that it names.

    The very point before a part of it, the answer's own kind before others, and only where one thing is left over and
    one answers it: which of several belong together is not for us to choose.
    """
    joined: dict[int, int] = {}
    for exact, of_kind in product((True, False), repeat=2):
        possible = [
            (at, by)
            for by, answer in enumerate(pairs)
            for at in (_left_over(pairs, answer, exact=exact) if by not in joined.values() else ())
            if at not in joined and (not of_kind or pairs[at].shape is answer.shape)
        ]
        points, answers = Counter(at for at, _ in possible), Counter(by for _, by in possible)
        joined |= {at: by for at, by in possible if points[at] == answers[by] == 1}
    gone = set(joined.values())
    return [
        _joined(pair, pairs[joined[at]]) if at in joined else pair for at, pair in enumerate(pairs) if at not in gone
    ]


def _left_over(pairs: list[Line], answer: Line, *, exact: bool) -> list[int]:
    """Which pairs have nothing on the right and stand under a point that the terms of ``answer`` name."""
    named = [term.answers for term in answer.sides[1] if term.answers is not None]
    if answer.sides[0] or not named:
        return []
    names = eq if exact else points_to
    return [
        at
        for at, pair in enumerate(pairs)
        if not pair.sides[1]
        and any(names(one, point) for one in named for term in pair.sides[0] for point in term.points)
    ]


def _joined(pair: Line, answer: Line) -> Line:
    about = Answer(subject=answer.subject, excepted=answer.excepted)
    return attrs.evolve(pair, sides=(pair.sides[0], answer.sides[1]), answers={1: about})


def _struck(pair: Line, amending: Proposal) -> Line:
    """Mark what stands on the left only if the amending document deletes every point under which it stands."""
    points = [point for term in pair.sides[0] for point in term.points]
    if pair.sides[1] or not points:
        return pair
    found = [next((one for one in amending.struck if points_to(one.point, point)), None) for point in points]
    return attrs.evolve(pair, struck={1: found[0]}) if found[0] and all(found) else pair
