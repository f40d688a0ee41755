"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names or a deletion strikes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product
from operator import eq

from proposals.comparison.rows import Answer, Index, Row, intricate, rows
from proposals.documents.checks import duplicate_terms, overlapping_terms, overridden_terms
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.world.world import World


def align(left: Proposal, right: Proposal, world: World) -> tuple[Row, ...]:
    """Pair the terms of two documents. Every key of every term is in exactly one row.

    Raises :class:`InvalidProposalError` if a document has two terms of one key, or one that others leave no ground.
    """
    pairs = list(align_many((left, right), world))
    for amended, amending, mirror in ((left, right, False), (right, left, True)):
        if amended.id in amending.amends:
            seen = [pair.mirrored() if mirror else pair for pair in pairs]
            marked = [_struck(pair, amending) for pair in _with_answers(seen)]
            pairs = [pair.mirrored() if mirror else pair for pair in marked]
    return tuple(pairs)


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Row, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is in exactly one row. Raises as :func:`align` does.
    """
    indices = [Index.of(document.terms) for document in documents]
    matters = intricate(indices, world.places)
    if matters:  # only then can terms of one document meet each other
        for document in documents:
            problems = tuple(
                problem
                for test in (duplicate_terms, overlapping_terms, overridden_terms)
                for problem in test(document, world)
            )
            if problems:
                raise InvalidProposalError(problems)
    return rows(indices, matters, world.places)


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21`` and ``21a``, not ``210``."""
    rest = point.removeprefix(reference)
    return point.startswith(reference) and not (rest and rest[0].isdigit() and reference[-1].isdigit())


def _with_answers(pairs: list[Row]) -> list[Row]:
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
            if at not in joined and (not of_kind or pairs[at].kind == answer.kind)
        ]
        points, answers = Counter(at for at, _ in possible), Counter(by for _, by in possible)
        joined |= {at: by for at, by in possible if points[at] == answers[by] == 1}
    gone = set(joined.values())
    return [
        _joined(pair, pairs[joined[at]]) if at in joined else pair for at, pair in enumerate(pairs) if at not in gone
    ]


def _left_over(pairs: list[Row], answer: Row, *, exact: bool) -> list[int]:
    """Which pairs have nothing on the right and stand under a point that the terms of ``answer`` name."""
    named = [term.answers for term in answer.right if term.answers is not None]
    if answer.left or not named:
        return []
    names = eq if exact else points_to
    return [
        at
        for at, pair in enumerate(pairs)
        if not pair.right and any(names(one, point) for one in named for term in pair.left for point in term.points)
    ]


def _joined(pair: Row, answer: Row) -> Row:
    return pair._replace(
        sides=(pair.left, answer.right), answer=Answer(subject=answer.subject, excepted=answer.excepted)
    )


def _struck(pair: Row, amending: Proposal) -> Row:
    """Mark what stands on the left only if the amending document deletes every point under which it stands."""
    points = [point for term in pair.left for point in term.points]
    if pair.right or not points:
        return pair
    found = [next((one for one in amending.struck if points_to(one.point, point)), None) for point in points]
    return pair._replace(struck=found[0]) if all(found) else pair
