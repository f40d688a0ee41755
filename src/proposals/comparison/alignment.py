"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names or a deletion strikes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from operator import eq

from proposals.comparison.positions import Answer, Line
from proposals.comparison.rows import Index, Row, intricate, rows
from proposals.documents.checks import duplicate_terms, overlapping_terms, overridden_terms
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.terms.base import Term
from proposals.world.world import World


def align(left: Proposal, right: Proposal, world: World) -> tuple[Line, ...]:
    """Pair the terms of two documents. Every key of every term is on exactly one line.

    Where one amends the other, its deletions and its answers to points stand on the lines of these points. Raises
    :class:`InvalidProposalError` if a document has two terms of one key, or one that others leave no ground.
    """
    return _lines(paired(left, right, world), (left, right))


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is on exactly one line. Raises as :func:`align` does.
    """
    return _lines(by_key(documents, world), documents)


def align_amended(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The same where one document may amend another of them.

    Its deletions and its answers to points stand on the lines of these points, the answers there alone.
    """
    found = list(by_key(documents, world))
    for amending, document in enumerate(documents):
        for amended, other in enumerate(documents):
            if other.id in document.amends and amended != amending:
                _mark(found, amended, amending, paired(other, document, world))
    return _lines([row for row in found if any(row.sides)], documents)


def _lines(found: Iterable[Row], documents: Sequence[Proposal]) -> tuple[Line, ...]:
    coverages = [document.coverage for document in documents]
    return tuple([row.line(coverages) for row in found])


def paired(left: Proposal, right: Proposal, world: World) -> list[Row]:
    """The rows of two documents by their keys and, where one amends the other, by the points that it names."""
    pairs = list(by_key((left, right), world))
    if left.id in right.amends:
        pairs = [_struck(pair, right) for pair in _with_answers(pairs)]
    if right.id in left.amends:
        turned = _with_answers([_turned(pair) for pair in pairs])
        pairs = [_turned(_struck(pair, left)) for pair in turned]
    return pairs


def _turned(pair: Row) -> Row:
    """The row of two documents with their sides exchanged."""
    turned = pair._replace(sides=(pair.right, pair.left), struck={1 - at: one for at, one in pair.struck.items()})
    own = Answer(subject=pair.subject, excepted=pair.excepted)
    for other in pair.answers.values():
        turned = turned._replace(subject=other.subject, excepted=other.excepted, answers={1: own})
    return turned


def by_key(documents: Sequence[Proposal], world: World) -> tuple[Row, ...]:
    """The rows of several documents by the keys of their terms alone."""
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


def _mark(found: list[Row], amended: int, amending: int, pairs: Iterable[Row]) -> None:
    """Bring the deletions and the answers of one document to the rows of the points of the other."""
    for pair in pairs:
        ways = [at for at, row in enumerate(found) if _holds(row, amended, pair.left) and not row.sides[amending]]
        if pair.answers and ways:
            for at, row in enumerate(found):
                alone = not any(terms for other, terms in enumerate(row.sides) if other != amending)
                if alone and _holds(row, amending, pair.right):
                    found[at] = row.with_side(amending, ())
            for at in ways:
                found[at] = found[at].with_side(amending, pair.right, pair.answers[1])
        for gone in pair.struck.values():
            for at in ways:
                found[at] = found[at]._replace(struck={**found[at].struck, amending: gone})


def _holds(row: Row, document: int, terms: tuple[Term, ...]) -> bool:
    """Whether one of these terms of the document stands in the row."""
    return any(own is term for own in row.sides[document] for term in terms)


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
            if at not in joined and (not of_kind or pairs[at].first.kind == answer.first.kind)
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
    about = Answer(subject=answer.subject, excepted=answer.excepted)
    return pair._replace(sides=(pair.left, answer.right), answers={1: about})


def _struck(pair: Row, amending: Proposal) -> Row:
    """Mark what stands on the left only if the amending document deletes every point under which it stands."""
    points = [point for term in pair.left for point in term.points]
    if pair.right or not points:
        return pair
    found = [next((one for one in amending.struck if points_to(one.point, point)), None) for point in points]
    return pair._replace(struck={1: found[0]}) if found[0] and all(found) else pair
