"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names or a deletion strikes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product
from operator import eq

import attrs

from proposals.checks import duplicate_terms, overlapping_terms, overridden_terms
from proposals.errors import InvalidProposalError
from proposals.places import Gazetteer
from proposals.proposal import Proposal, Struck
from proposals.rows import Row, rows
from proposals.subjects import Placed, apart, by_matter
from proposals.terms.term import Subject, Term
from proposals.world import World


@attrs.frozen(kw_only=True)
class Answer:
    """What the right terms are about where a reference to a point paired them with the left ones and not their keys."""

    subject: Subject
    excepted: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Pair:
    """A row of two documents, with what else ties its sides.

    ``subject`` and ``excepted`` are those of a row; with an ``answer`` they are the left's and the right has its own.
    ``struck`` if the document that has no such term deletes the point.
    """

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    subject: Subject
    excepted: tuple[str, ...] = ()
    answer: Answer | None = None
    struck: Struck | None = None

    @property
    def kind(self) -> str:
        """The kind of the terms: the left's, where an answer is of another kind."""
        return (self.left or self.right)[0].kind

    @property
    def answered(self) -> bool:
        """Whether a reference to a point paired the two sides and not their keys."""
        return self.answer is not None


def align(left: Proposal, right: Proposal, world: World) -> tuple[Pair, ...]:
    """Pair the terms of two documents. Every key of every term is in exactly one pair.

    Raises :class:`InvalidProposalError` if a document has two terms of one key, or one that others leave no ground.
    """
    pairs = [
        Pair(left=row.sides[0], right=row.sides[1], subject=row.subject, excepted=row.excepted)
        for row in align_many((left, right), world)
    ]
    for amended, amending, mirror in ((left, right, False), (right, left, True)):
        if amended.id in amending.amends:
            seen = [_mirrored(pair) if mirror else pair for pair in pairs]
            marked = [_struck(pair, amending) for pair in _with_answers(seen)]
            pairs = [_mirrored(pair) if mirror else pair for pair in marked]
    return tuple(pairs)


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Row, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is in exactly one row. Raises as :func:`align` does.
    """
    matters = [by_matter(document.terms) for document in documents]
    for document, own in zip(documents, matters, strict=True):
        if any(_meet_inside(placed, world.places) for placed in own.values()):
            tests = (duplicate_terms, overlapping_terms, overridden_terms)
            problems = tuple(problem for test in tests for problem in test(document, world))
            if problems:
                raise InvalidProposalError(problems)
    return rows(matters, world.places)


def _meet_inside(placed: Sequence[Placed], places: Gazetteer) -> bool:
    """Whether terms of one matter and document share ground: only then can they be duplicates or override others."""
    named = [place for place, _ in placed if place is not None]
    return len(placed) > 1 and not (len(named) == len(placed) and apart(named, places))


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21`` and ``21a``, not ``210``."""
    rest = point.removeprefix(reference)
    return point.startswith(reference) and not (rest and rest[0].isdigit() and reference[-1].isdigit())


def _with_answers(pairs: list[Pair]) -> list[Pair]:
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


def _left_over(pairs: list[Pair], answer: Pair, *, exact: bool) -> list[int]:
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


def _joined(pair: Pair, answer: Pair) -> Pair:
    return attrs.evolve(pair, right=answer.right, answer=Answer(subject=answer.subject, excepted=answer.excepted))


def _mirrored(pair: Pair) -> Pair:
    if pair.answer is None:
        return attrs.evolve(pair, left=pair.right, right=pair.left)
    return Pair(
        left=pair.right,
        right=pair.left,
        subject=pair.answer.subject,
        excepted=pair.answer.excepted,
        answer=Answer(subject=pair.subject, excepted=pair.excepted),
    )


def _struck(pair: Pair, amending: Proposal) -> Pair:
    """Mark what stands on the left only if the amending document deletes every point under which it stands."""
    points = [point for term in pair.left for point in term.points]
    if pair.right or not points:
        return pair
    found = [next((one for one in amending.struck if points_to(one.point, point)), None) for point in points]
    return attrs.evolve(pair, struck=found[0]) if all(found) else pair
