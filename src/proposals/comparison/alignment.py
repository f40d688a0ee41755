"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from operator import eq

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Answer
from proposals.comparison.rows import indexed, intricate, rows
from proposals.documents.checks import duplicate_terms, misplaced_terms
from proposals.documents.deletions import points_to
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.terms.base import Term
from proposals.vocabulary import Stance
from proposals.world.world import World


def align(left: Proposal, right: Proposal, world: World) -> tuple[Line, ...]:
    """Pair the terms of two documents. Every key of every term is on exactly one line.

    Where one amends the other, its answers to points stand on the lines of these points. What a document deletes from a
    text that it marks up it says of the terms of that text. Raises :class:`InvalidProposalError` if a document has two
    terms of one key, or one that others leave no ground.
    """
    left, right = with_texts((left, right))
    return tuple(_paired(left, right, world))


def with_texts(documents: Sequence[Proposal]) -> list[Proposal]:
    """The documents, each with those of the others that it marks up, unless it has the texts already."""
    by_id = {document.id: document for document in documents}

    def attached(document: Proposal) -> Proposal:
        texts = [by_id[name] for name in document.marks_up if name in by_id and name != document.id]
        return attrs.evolve(document, amended=tuple(texts)) if texts and not document.amended else document

    return [attached(document) for document in documents]


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The terms of several documents by subject, in reading order of the first, then the second, and so on.

    Every key of every term is on exactly one line. Raises as :func:`align` does.
    """
    return _by_subject(with_texts(documents), world)


def _by_subject(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    indices = indexed(documents, world)
    matters = intricate(indices, world)
    if matters:  # only then can terms of one document meet each other
        for document in documents:
            problems = (*duplicate_terms(document, world), *misplaced_terms(document, world))
            if problems:
                raise InvalidProposalError(problems)
    return rows(indices, matters, world)


def align_amended(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The same where one document may amend another of them: its answers stand on the lines of the points they answer.

    They stand there alone.
    """
    documents = with_texts(documents)
    found = list(_by_subject(documents, world))
    for amending, document in enumerate(documents):
        for amended, other in enumerate(documents):
            if other.id in document.amends and amended != amending:
                _mark(found, amended, amending, _paired(other, document, world))
    return tuple(line for line in found if any(line.sides))


def _paired(left: Proposal, right: Proposal, world: World) -> list[Line]:
    """The lines of two documents by their keys and, where one amends the other, by the points that it names."""
    pairs = list(_by_subject((left, right), world))
    if left.id in right.amends:
        pairs = _with_answers(pairs)
    if right.id in left.amends:
        pairs = [pair.turned() for pair in _with_answers([pair.turned() for pair in pairs])]
    return pairs


def _mark(found: list[Line], amended: int, amending: int, pairs: Iterable[Line]) -> None:
    """Bring the answers of one document to the rows of the points of the other."""
    for pair in (pair for pair in pairs if pair.answers):
        ways = [
            at for at, row in enumerate(found) if _holds(row, amended, pair.sides[0]) and _deletes(row.sides[amending])
        ]
        if ways:
            for at, row in enumerate(found):
                alone = not any(terms for other, terms in enumerate(row.sides) if other != amending)
                if alone and _holds(row, amending, pair.sides[1]):
                    found[at] = row.with_side(amending, ())
            for at in ways:
                found[at] = found[at].with_side(amending, pair.sides[1], pair.answers[1])


def _deletes(terms: Iterable[Term]) -> bool:
    """Whether a document says nothing else than that it deletes what the other has."""
    return all(term.stance is Stance.STRIKES for term in terms)


def _holds(row: Line, document: int, terms: tuple[Term, ...]) -> bool:
    """Whether one of these terms of the document stands in the row."""
    return any(own is term for own in row.sides[document] for term in terms)


def _with_answers(pairs: list[Line]) -> list[Line]:
    """The right amends the left: an answer joins what is left over, or deleted, of the first point that it names.

    The very point before a part of it, the answer's own kind before others, and only where one thing is left over and
    one answers it: which of several belong together is not for us to choose.
    """
    joined: dict[int, int] = {}
    most = max((len(term.answers) for pair in pairs for term in pair.sides[1]), default=0)
    for nth, exact, of_kind in product(range(most), (True, False), (True, False)):
        possible = [
            (at, by)
            for by, answer in enumerate(pairs)
            for at in (_left_over(pairs, answer, nth, exact=exact) if by not in joined.values() else ())
            if at not in joined and (not of_kind or pairs[at].shape is answer.shape)
        ]
        points, answers = Counter(at for at, _ in possible), Counter(by for _, by in possible)
        joined |= {at: by for at, by in possible if points[at] == answers[by] == 1}
    gone = set(joined.values())
    return [
        _joined(pair, pairs[joined[at]]) if at in joined else pair for at, pair in enumerate(pairs) if at not in gone
    ]


def _left_over(pairs: list[Line], answer: Line, nth: int, *, exact: bool) -> list[int]:
    """Which pairs are no more on the right and stand under the point that the terms of ``answer`` name as the ``nth``.

    It is counted from 0.
    """
    named = [point for term in answer.sides[1] for point in term.answers[nth : nth + 1]]
    if answer.sides[0] or not named:
        return []
    names = eq if exact else points_to
    return [
        at
        for at, pair in enumerate(pairs)
        if pair.sides[0]
        and _deletes(pair.sides[1])
        and any(names(one, point) for one in named for term in pair.sides[0] for point in term.points)
    ]


def _joined(pair: Line, answer: Line) -> Line:
    about = Answer(subject=answer.subject, excepted=answer.excepted)
    return attrs.evolve(pair, sides=(pair.sides[0], answer.sides[1]), answers={1: about})
