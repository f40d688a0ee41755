"""Which terms of two documents answer each other: pair first, compare second.

By key, and where keys cannot pair them by the point that an answer names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Answer
from proposals.comparison.rows import indexed, intricate, rows
from proposals.documents.deletions import beginnings, points_to
from proposals.documents.overlaps import duplicate_terms, misplaced_terms
from proposals.documents.parting import parted, parting_field
from proposals.documents.proposal import Proposal, each_proposal
from proposals.errors import InvalidProposalError
from proposals.terms.base import Term
from proposals.vocabulary import Stance
from proposals.world.world import World


def align(left: Proposal, right: Proposal, world: World) -> tuple[Line, ...]:
    """Pair the terms of two documents. Every key of every term is on exactly one line.

    Where one amends the other, its answers to points stand on the lines of these points. What a document deletes from a
    text that it marks up it says of the terms of that text.

    Args:
        left: The document from which the lines are read first.
        right: The other.
        world: The places and actors that names stand for.

    Returns:
        The lines, in reading order of the left and then of the right.

    Raises:
        InvalidProposalError: A document has two terms of one key, or one that others leave no ground.
    """
    left, right = with_texts((left, right))
    return tuple(_paired(left, right, world))


def with_texts(documents: Sequence[Proposal]) -> list[Proposal]:
    """The documents, each with those of the others that it marks up, unless it has the texts already."""
    documents = each_proposal(documents)
    by_id = {document.id: document for document in documents}

    def attached(document: Proposal) -> Proposal:
        texts = [by_id[name] for name in document.marks_up if name in by_id and name != document.id]
        return attrs.evolve(document, amended=tuple(texts)) if texts and not document.amended else document

    return [attached(document) for document in documents]


def align_many(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The terms of several documents by subject. Every key of every term is on exactly one line.

    Args:
        documents: The documents.
        world: The places and actors that names stand for.

    Returns:
        The lines, in reading order of the first, then the second, and so on.

    Raises:
        InvalidProposalError: A document has two terms of one key, or one that others leave no ground.
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
    found = rows(indices, matters, world)
    parting = {shape for shape in {line.shape for line in found} if parting_field(shape) is not None}
    if not parting:
        return found
    return tuple(part for line in found for part in (_parted(line, world) if line.shape in parting else (line,)))


def _parted(line: Line, world: World) -> Iterable[Line]:
    """A line for each group of terms that name somebody in common, of a kind that parts its terms by whose they are."""
    groups = parted(line.terms, world)
    if len(groups) <= 1:
        return (line,)
    return (
        attrs.evolve(line, sides=tuple(tuple(one for one in side if _holds(group, one)) for side in line.sides))
        for group in sorted(groups, key=lambda group: _place(line.terms, group))
    )


def _holds(group: Sequence[Term], term: Term) -> bool:
    return any(one is term for one in group)


def _place(terms: Sequence[Term], group: Sequence[Term]) -> int:
    """Where the first term of a group stands among those of a line."""
    return next(at for at, term in enumerate(terms) if _holds(group, term))


def align_amended(documents: Sequence[Proposal], world: World) -> tuple[Line, ...]:
    """The same where one document may amend another of them: its answers stand on the lines of the points they answer.

    They stand there alone.
    """
    documents = with_texts(documents)
    found = list(_by_subject(documents, world))
    for amending, document in enumerate(documents):
        for amended, other in enumerate(documents):
            if other.id in document.amends and amended != amending:
                _mark(found, amended, amending, _deletions(document), _paired(other, document, world))
    return tuple(line for line in found if any(line.sides))


def _paired(left: Proposal, right: Proposal, world: World) -> list[Line]:
    """The lines of two documents by their keys and, where one amends the other, by the points that it names."""
    pairs = list(_by_subject((left, right), world))
    if left.id in right.amends:
        pairs = _with_answers(pairs, right)
    if right.id in left.amends:
        pairs = [pair.turned() for pair in _with_answers([pair.turned() for pair in pairs], left)]
    return pairs


def _mark(found: list[Line], amended: int, amending: int, deletions: Collection[int], pairs: Iterable[Line]) -> None:
    """Bring the answers of one document to the rows of the points of the other, in the place of their ``deletions``."""
    rows = {document: _rows_of(found, document) for document in (amended, amending)}

    def holding(document: int, terms: Iterable[Term]) -> list[int]:
        return sorted({at for term in terms for at in rows[document].get(id(term), ())})

    for pair in (pair for pair in pairs if pair.answers):
        held = holding(amended, pair.sides[0])
        ways = [at for at in held if all(id(term) in deletions for term in found[at].sides[amending])]
        if ways:
            for at in holding(amending, pair.sides[1]):
                if not any(terms for other, terms in enumerate(found[at].sides) if other != amending):
                    found[at] = found[at].with_side(amending, ())
            for at in ways:
                found[at] = found[at].with_side(amending, pair.sides[1], pair.answers[1])


def _rows_of(found: Sequence[Line], document: int) -> dict[int, list[int]]:
    """In which rows each term of a document stands, by the ``id`` of the term."""
    rows: dict[int, list[int]] = {}
    for at, row in enumerate(found):
        for term in row.sides[document]:
            rows.setdefault(id(term), []).append(at)
    return rows


def _deletions(document: Proposal) -> frozenset[int]:
    """The terms that stand for points which a document deletes, by the ``id`` of each."""
    return frozenset(map(id, document.deletions))


def _deletes(terms: Iterable[Term]) -> bool:
    """Whether a document says nothing else than that it deletes what the other has."""
    return all(term.stance is Stance.STRIKES for term in terms)


def _with_answers(pairs: list[Line], amending: Proposal) -> list[Line]:
    """The right amends the left: an answer joins what is left over, or deleted, of the first point that it names.

    What is deleted by a term of its own keeps its line: that term would stand nowhere else.

    The very point before a part of it, the answer's own kind before others, and only where one thing is left over and
    one answers it: which of several belong together is not for us to choose. A deletion joins what is left over alone:
    what is deleted already is not deleted by it once more.
    """
    joined: dict[int, int] = {}
    asking = [(by, pair) for by, pair in enumerate(pairs) if not pair.sides[0] and _named(pair, 0)]
    deletions = _deletions(amending)
    free = [(at, one) for at, one in enumerate(pairs) if one.sides[0] and deletions.issuperset(map(id, one.sides[1]))]
    under = {exact: _under_points(free, exact=exact) for exact in ((True, False) if asking else ())}
    nth = 0
    while asking:
        for exact, of_kind in product((True, False), (True, False)):
            gone = set(joined.values())
            alike: dict[_Asked, list[int]] = {}
            for by, pair in asking:
                if by not in gone:
                    asked = _Asked(_named(pair, nth), pair.shape if of_kind else None, _deletes(pair.sides[1]))
                    alike.setdefault(asked, []).append(by)
            joined |= _one_to_one(pairs, alike, under[exact], joined)
        nth += 1
        asking = [(by, pair) for by, pair in asking if _named(pair, nth)]
    gone = set(joined.values())
    return [
        _joined(pair, pairs[joined[at]]) if at in joined else pair for at, pair in enumerate(pairs) if at not in gone
    ]


class _Asked(NamedTuple):
    """What answers ask for: the points that they name, a kind if it counts, and whether they are deletions."""

    points: frozenset[str]
    shape: type[Term] | None
    deleting: bool


def _named(answer: Line, nth: int) -> frozenset[str]:
    """The points that the terms of an answer name as the ``nth``, counted from 0."""
    return frozenset(point for term in answer.sides[1] for point in term.answers[nth : nth + 1])


def _under_points(pairs: Iterable[tuple[int, Line]], *, exact: bool) -> dict[str, list[int]]:
    """The numbers of pairs by each reference that names a point of theirs, or the very point."""
    under: dict[str, dict[int, None]] = {}
    for at, pair in pairs:
        for point in (point for term in pair.sides[0] for point in term.points):
            starts = [point] if exact else beginnings(point)
            for reference in starts:
                if points_to(reference, point):
                    under.setdefault(reference, {})[at] = None
    return {reference: list(held) for reference, held in under.items()}


def _one_to_one(
    pairs: Sequence[Line],
    alike: Mapping[_Asked, Sequence[int]],
    under: Mapping[str, Sequence[int]],
    joined: Mapping[int, int],
) -> dict[int, int]:
    """The pairs that one answer alone reaches and that it alone reaches, each with that answer.

    ``alike`` are the answers that ask for the same.
    """
    reached: Counter[int] = Counter()
    alone: list[tuple[int, int]] = []
    for asked, answers in alike.items():
        found = dict.fromkeys(at for point in sorted(asked.points) for at in under.get(point, ()) if at not in joined)
        left = [
            at for at in found if asked.shape in {None, pairs[at].shape} and not (asked.deleting and pairs[at].sides[1])
        ]
        for at in left:
            reached[at] += len(answers)
        if len(left) == len(answers) == 1:
            alone.append((left[0], answers[0]))
    return {at: by for at, by in alone if reached[at] == 1}


def _joined(pair: Line, answer: Line) -> Line:
    about = Answer(subject=answer.subject, excepted=answer.excepted)
    return attrs.evolve(pair, sides=(pair.sides[0], answer.sides[1]), answers={1: about})
