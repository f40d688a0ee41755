"""Two coders of one text: how far they agree on kinds, points and fields, and what is left to settle between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import attrs

from proposals.comparison.apart import told_apart
from proposals.comparison.names import world_of
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError
from proposals.fields.declare import compared_fields
from proposals.fields.scales import Scale
from proposals.measures.alpha import alpha, set_distance
from proposals.measures.distance import distance
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.validation import Validated, require
from proposals.values import OneLine
from proposals.world.world import World

SUBJECT: Final = "subject"
"""What stands for all that a term is about where a field is named."""
STANCE: Final = "stance"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CodedBoth(OneLine, Validated):
    """A term that both coders have, as each coded it.

    ``apart`` has how far the two are apart in each thing that either states, 0 to 1, by the key of the field:
    :data:`SUBJECT` for what the term is about, :data:`STANCE`, and then each compared field. A field that only one of
    them states is 1 apart.
    """

    first: Term
    second: Term
    apart: tuple[tuple[str, float], ...]

    @property
    def unlike(self) -> tuple[str, ...]:
        """The keys of what the two did not code alike."""
        return tuple(key for key, far in self.apart if far)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class KindAgreement(OneLine, Validated):
    """How far two coders agree that a text has terms of a kind.

    ``first`` and ``second`` are how many each coded, ``both`` how many of these are of both. ``f1`` is the positive
    agreement, 2 both / (first + second): of what at least one of them saw, and never of all that neither saw.
    """

    kind: str
    first: int
    second: int
    both: int

    @property
    def f1(self) -> Fraction:
        """The positive agreement, 0 to 1 (L. R. Dice 1945; J. L. Fleiss 1975, *specific agreement*)."""
        return Fraction(2 * self.both, self.first + self.second)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FieldAgreement(OneLine, Validated):
    """How far two coders agree on one field over the terms that both have.

    ``kind`` is that of the terms, ``field`` the key of the field. ``count`` is how many of these terms state it by
    either coder, ``alike`` how many alike, ``closeness`` the mean of one less the distance on the field's own scale.
    """

    kind: str
    field: str
    count: int
    alike: int
    closeness: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Agreement(OneLine, Displayed, Validated):
    """Two codings of one text beside each other.

    ``both`` are the terms that both coders have, ``only_first`` and ``only_second`` those of one alone, in the order of
    their document. ``points`` is how many points either coder names, and ``alpha`` Krippendorff's over the kinds that
    each found there; ``None`` where it cannot be told, as where all points have the same ones.

    ``first`` and ``second`` are the two documents, and ``world`` has the names that both use.
    """

    first: Proposal
    second: Proposal
    both: tuple[CodedBoth, ...]
    only_first: tuple[Term, ...]
    only_second: tuple[Term, ...]
    points: int
    alpha: Fraction | None
    world: World = attrs.field(repr=False, eq=False)

    @property
    def documents(self) -> tuple[Proposal, Proposal]:
        """The two codings."""
        return self.first, self.second

    @property
    def kinds(self) -> tuple[KindAgreement, ...]:
        """By kind, in alphabetical order: every kind that at least one of them coded."""
        met = [one.first.kind for one in self.both]
        one, other = ([*met, *(term.kind for term in only)] for only in (self.only_first, self.only_second))
        return tuple(
            KindAgreement(kind=kind, first=one.count(kind), second=other.count(kind), both=met.count(kind))
            for kind in sorted({*one, *other})
        )

    @property
    def overall(self) -> Fraction | None:
        """The positive agreement over all terms whatever their kind; ``None`` where neither coder has any."""
        one, other = (len(self.both) + len(only) for only in (self.only_first, self.only_second))
        return Fraction(2 * len(self.both), one + other) if one + other else None

    @property
    def fields(self) -> tuple[FieldAgreement, ...]:
        """By kind and field, the kinds in alphabetical order: every field that a term of both states."""
        found: dict[tuple[str, str], list[float]] = {}
        for one in sorted(self.both, key=lambda one: one.first.kind):
            for key, far in one.apart:
                found.setdefault((one.first.kind, key), []).append(far)
        return tuple(
            FieldAgreement(
                kind=kind,
                field=key,
                count=len(far),
                alike=sum(not one for one in far),
                closeness=1 - sum(far) / len(far),
            )
            for (kind, key), far in found.items()
        )

    @property
    def unsettled(self) -> int:
        """How many terms the coders have to settle: those of one alone, and those not coded alike."""
        return len(self.only_first) + len(self.only_second) + sum(bool(one.unlike) for one in self.both)


def agreement(first: Proposal, second: Proposal, *, world: World | None = None) -> Agreement:
    """How far two coders agree who coded one text independently.

    Terms of one kind are one where they share a subject and a point, else a point, else a subject; no term is paired
    twice. What a document leaves out is a term like others; who only lists a point as a gap coded nothing there.

    Args:
        first: The coding of one coder.
        second: That of the other, of the same text.
        world: The names that both use; ``None`` for those that the documents themselves were read with.

    Returns:
        The terms that both have, with how far each field is apart, and those of one alone.

    Raises:
        WrongTypeError: One of them is no document.
        InvalidValueError: One of them is the draft of a program, which is nobody's coding.

    >>> from proposals.library.bundled import load
    >>> plan = load("us-28-point")
    >>> found = agreement(plan, plan)
    >>> found.overall, found.alpha, found.unsettled
    (Fraction(1, 1), Fraction(1, 1), 0)
    """
    for given in (first, second):
        require(given, Proposal, "agreement()")
        if given.drafted_by:
            message = f"'{given.id}' was drafted by {given.drafted_by}, and a program is no second coder"
            raise InvalidValueError(message, "check it and remove 'drafted-by', or compare the two with 'diff'")
    one, other = told_apart((first, second))
    both = sorted(_pairs(one, other), key=lambda pair: pair[0])
    points = _kinds_by_point(one), _kinds_by_point(other)
    named = [*dict.fromkeys((*points[0], *points[1]))]
    taken = {at for at, _ in both}, {at for _, at in both}
    return Agreement(
        first=one,
        second=other,
        both=tuple(_coded(one.entries[at], other.entries[there]) for at, there in both),
        only_first=tuple(term for at, term in enumerate(one.entries) if at not in taken[0]),
        only_second=tuple(term for at, term in enumerate(other.entries) if at not in taken[1]),
        points=len(named),
        alpha=alpha(
            ([points[0].get(point, frozenset()), points[1].get(point, frozenset())] for point in named), set_distance
        ),
        world=world_of((one, other), world),
    )


def _pairs(one: Proposal, other: Proposal) -> Iterator[tuple[int, int]]:
    """The places of the terms of both that are one, the surest first."""
    left, right = dict(enumerate(one.entries)), dict(enumerate(other.entries))
    for sure in (_subject_and_point, _point, _claim):
        by_mark: dict[object, list[int]] = {}
        for there, term in right.items():
            for mark in sure(term):
                by_mark.setdefault(mark, []).append(there)
        for at, term in [*left.items()]:
            candidates = (there for mark in sure(term) for there in by_mark.get(mark, ()) if there in right)
            found = next(candidates, None)
            if found is not None:
                yield at, found
                del left[at], right[found]


def _subject_and_point(term: Term) -> Iterator[object]:
    yield from ((term.kind, claim, point) for claim in term.claims for point in term.points)


def _point(term: Term) -> Iterator[object]:
    yield from ((term.kind, point) for point in term.points)


def _claim(term: Term) -> Iterator[object]:
    yield from ((term.kind, claim) for claim in term.claims)


def _coded(one: Term, other: Term) -> CodedBoth:
    subjects = [[*map(frozenset, term.subject)] for term in (one, other)]  # in whatever order they are written
    apart = [(SUBJECT, float(subjects[0] != subjects[1])), (STANCE, float(one.stance is not other.stance))]
    for field in compared_fields(type(one)):
        values = getattr(one, field.name), getattr(other, field.name)
        if values != (None, None):
            apart.append((field.key, _far(field.measure, *values)))
    return CodedBoth(first=one, second=other, apart=tuple(apart))


def _far(scale: Scale, left: object, right: object) -> float:
    return 1.0 if left is None or right is None else distance(scale, left, right)


def _kinds_by_point(document: Proposal) -> dict[str, frozenset[str]]:
    """The kinds that a coder found under each point that the coding names, gaps among them."""
    found: dict[str, set[str]] = {gap.point: set() for gap in document.gaps if gap.point is not None}
    for term in document.entries:
        for point in term.points:
            found.setdefault(point, set()).add(term.kind)
    return {point: frozenset(kinds) for point, kinds in found.items()}
