"""How far apart two values, two terms, two positions are: from 0 (the same) to 1, with what is not known kept apart.

Gower's way (J. C. Gower, "A General Coefficient of Similarity and Some of Its Properties", Biometrics 27, 1971): each
field has a distance of its own in [0, 1], a pair of which one is missing has weight 0, and a term's distance is the
mean of the others. What a distance is follows from the field's scale alone, never from which other documents are
looked at, so that a third document does not move two others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import singledispatch
from math import fsum
from typing import Any

import attrs

from proposals.comparison.findings import Difference, Finding
from proposals.comparison.rules import Rule
from proposals.errors import InvalidValueError
from proposals.fields.changes import Lack, Stated, Way
from proposals.fields.declare import Field, compared_fields
from proposals.fields.figures import Amounted, figure_of
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, PartialOrder, Prose, Qualifier, Quantity, Scale, Share, Timing
from proposals.terms.base import Term
from proposals.validation import Validated, validate
from proposals.vocabulary import Modality, Relation
from proposals.world.dates import Deadline


@attrs.frozen(eq=False, repr=False)
class Reach(Validated):
    """How far apart two things are.

    ``value`` is the distance over what is known, ``least`` and ``most`` bound it whatever the rest may be; all in
    [0, 1]. Where nothing is known, ``value`` is ``None`` and the bounds are 0 and 1: were they any closer, the mean of
    the known values could lie outside of the interval of all.
    """

    value: float | None
    least: float
    most: float

    def __attrs_post_init__(self) -> None:
        """Refuse bounds that are out of order, or that claim to know of what is not known."""
        validate(self, Reach)
        value = self.least if self.value is None else self.value
        unknown = self.value is None and (self.least, self.most) != (0, 1)
        if unknown or not 0 <= self.least <= value <= self.most <= 1:
            raise InvalidValueError("a distance lies between its bounds in [0, 1]; one that is not known has 0 and 1")

    @property
    def width(self) -> float:
        """How much is not known: 0 where all is, 1 where nothing is."""
        return self.most - self.least


UNKNOWN = Reach(None, 0.0, 1.0)
"""Nothing is known: one side is silent, or leaves the matter to later talks."""
NEAREST = Reach(0.0, 0.0, 0.0)
FARTHEST = Reach(1.0, 1.0, 1.0)


def distance(scale: Scale, left: Any, right: Any) -> float:
    """How far apart two stated values of a scale are, in [0, 1]; the order of the two does not count.

    =============  ==================================================================================================
    nominal        0 or 1 (Gower 1971, qualitative characters)
    ordinal        steps between the two over the steps of the whole list: J. Podani, "Extending Gower's general
                   coefficient of similarity to ordinal characters", Taxon 48 (1999), where no two degrees tie
    partial order  Jaccard's distance of what each word contains: itself and all that is weaker. Words without a common
                   weaker one are 1 apart; no rank is made up for them
    quantity       the difference over the larger (M. Ružička 1958), Jaccard's distance of two amounts. Gower divides by
                   the range in the sample instead, which would make any two documents that differ 1 apart
    share          percentage points over 100 (Gower 1971, with the range of the scale itself)
    members        1 less the common over all that either names: P. Jaccard, "The Distribution of the Flora in the
                   Alpine Zone", New Phytologist 11 (1912)
    deadline       spans from one event as quantities of days, else 0 or 1: a date has no zero to measure from. Months
                   and years have the mean length of the Gregorian calendar: 1 month is 30.436875 days. That only one
                   of two spans may be renewed counts as half of it
    qualifier      0 or 1
    prose          0 or 1; no distance between texts is claimed
    =============  ==================================================================================================

    Args:
        scale: The scale of the field.
        left: A stated value.
        right: Another.

    Returns:
        0 where the two are equal, 1 where they are as far apart as can be.

    >>> from proposals.terms.territory import Recognition
    >>> distance(Ordinal(Recognition), Recognition.DE_FACTO, Recognition.DE_JURE)
    0.5
    >>> distance(Quantity("persons"), 600_000, 800_000)
    0.25
    >>> distance(Share(), 50, 33)
    0.17
    >>> from proposals.fields.values import ACTOR
    >>> distance(MemberSet(ACTOR), Members(("US",)), Members(("GB", "US")))
    0.5

    A scale of your own is 0 or 1 unless a function is registered for its class with ``unequal.register``.
    """
    return 0.0 if left == right else unequal(scale, left, right)


@singledispatch
def unequal(scale: Scale, left: Any, right: Any) -> float:  # noqa: ARG001 -- one signature for all scales
    """The distance of two stated values that are not equal: 1 on a scale without order or members."""
    return 1.0


@unequal.register
def _ordinal(scale: Ordinal, left: Any, right: Any) -> float:
    steps: int = abs(left.rank - right.rank)
    return steps / (len(scale.words) - 1)


@unequal.register
def _partial_order(scale: PartialOrder, left: Any, right: Any) -> float:
    one, other = (
        {word for word in scale.words if word is value or scale.change(word, value).way is Way.MORE}
        for value in (left, right)
    )
    return _jaccard(one, other)


@unequal.register
def _quantity(scale: Quantity, left: Amounted, right: Amounted) -> float:  # noqa: ARG001 -- one signature for all scales
    return _between(left, right, max)


@unequal.register
def _share(scale: Share, left: Amounted, right: Amounted) -> float:  # noqa: ARG001 -- one signature for all scales
    return _between(left, right, lambda *_: 100, most=100)


def _between(left: Amounted, right: Amounted, whole: Callable[[float, float], float], most: float = math.inf) -> float:
    """The mean distance of the ends of two figures, each as a part of a whole; 1 where they are of two units.

    An end that is not there is ``most``; it is all the way from one that is.
    """
    (ends, own), (others, other) = figure_of(left), figure_of(right)
    if own != other:
        return 1.0
    pairs = [(min(one, most), min(end, most)) for one, end in zip(ends, others, strict=True)]
    apart = [
        0 if one == end else 1 if math.inf in {one, end} else abs(one - end) / whole(one, end) for one, end in pairs
    ]
    return sum(apart) / len(apart)


@unequal.register
def _members(scale: MemberSet, left: Members, right: Members) -> float:  # noqa: ARG001 -- one signature for all scales
    return _jaccard(frozenset(left), frozenset(right))


@unequal.register
def _timing(scale: Timing, left: Deadline, right: Deadline) -> float:  # noqa: ARG001 -- one signature for all scales
    if left.days is None or right.days is None or not left.same_start(right) or left.before is not right.before:
        return 1.0
    apart = abs(left.days - right.days) / max(left.days, right.days) if left.days != right.days else 0.0
    return apart if left.renewable is right.renewable else (apart + 1) / 2


def _jaccard(one: AbstractSet[Any], other: AbstractSet[Any]) -> float:
    both = one | other
    return 1 - len(one & other) / len(both) if both else 0.0


def field_reach(field: Field, scale: Scale, values: tuple[Any, Any], lack: Lack | None = None) -> Reach:
    """How far apart two terms are in one field, of this scale, that at least one of them states.

    ``values`` are the left's and the right's. ``lack`` says what it means that one of them is ``None``: what is not
    reported is not known, and an answer takes over what it does not restate. What a text is known
    not to say is a difference where it is a **clause** (a qualifier, a deadline, a condition, whatever weighs by being
    stated at all: Gower's dichotomous characters); any other value that it leaves out is not known. An open list may
    hold whoever the other names.
    """
    left, right = values
    if lack is not None:
        if field.name in _OF_AN_ANSWER:
            return FARTHEST
        clause = field.when_stated is not None or isinstance(scale, Qualifier | Timing | Prose)
        return NEAREST if lack is Lack.NOT_RESTATED else FARTHEST if clause and lack.certain else UNKNOWN
    value = distance(scale, left, right)
    if not isinstance(scale, MemberSet) or not (left.open or right.open):
        return Reach(value, value, value)
    both = frozenset((*left, *right))
    nearest = _jaccard(both if left.open else frozenset(left), both if right.open else frozenset(right))
    return Reach(value, nearest, value)


_OF_AN_ANSWER = frozenset({"if_", "reservation"})
"""Fields that only an answer has: it adds them to what it accepts, and nobody else leaves them out."""


def term_reach(left: Term, right: Term, differences: Iterable[Difference]) -> Reach:
    """How far apart two terms of one kind are: the mean over the compared fields that either states.

    ``differences`` are those that :func:`~proposals.comparison.engine.meet` finds. A modality of *shall* on both sides
    is what is meant where nothing is written, and no agreement; it counts where one of the two is another. Where no
    field is stated by both there is nothing to estimate from and the distance is not known; where neither states any
    field, the two are 0 apart.

    >>> from proposals.comparison.engine import meet
    >>> from proposals.terms.forces import ForceLimit
    >>> low, high = ForceLimit(of="UA", personnel=600_000), ForceLimit(of="UA", personnel=800_000, peacetime=True)
    >>> term_reach(low, high, meet(low, high).differences)  # personnel 0.25, peacetime 1
    Reach(value=0.625, least=0.625, most=0.625)
    """
    changes = {difference.field: difference.change for difference in differences}
    reaches = []
    comparable = False
    for field in compared_fields(type(left)):
        values = getattr(left, field.name), getattr(right, field.name)
        if values in _UNWRITTEN:
            continue
        change = changes.get(field.key)
        lack = change.lack if isinstance(change, Stated) else None
        comparable = comparable or lack in {None, Lack.NOT_RESTATED}
        reaches.append(field_reach(field, field.measure, values, lack))
    if not reaches:
        return NEAREST
    if not comparable:
        return UNKNOWN
    stated = [reach.value for reach in reaches if reach.value is not None]
    value = fsum(stated) / len(stated)
    least = fsum(reach.least for reach in reaches) / len(reaches)
    most = fsum(reach.most for reach in reaches) / len(reaches)
    return Reach(value, min(value, least), max(value, most))


_UNWRITTEN = ((None, None), (Modality.SHALL, Modality.SHALL))
"""What two terms have in a field that neither of them need have written."""

_BY_RELATION = {
    Relation.SAME: NEAREST,
    Relation.ACCEPTED: NEAREST,
    Relation.OPPOSED: FARTHEST,
    Relation.STRUCK: FARTHEST,
    Relation.REFUSED: FARTHEST,
    Relation.DEFERRED: UNKNOWN,
    Relation.SILENT: UNKNOWN,
    Relation.UNREPORTED: UNKNOWN,
}
_BY_RULE = {
    "answered-otherwise": FARTHEST,  # another kind of term stands in its place
    "rejection-misses": UNKNOWN,  # what is rejected is not what the other states, and nothing else is said
    "deletion-misses": UNKNOWN,  # what is deleted is not what the other states, and nothing else is said
    "ban-overlaps": UNKNOWN,  # the ban reaches a part of it, and how large a part is not known
    "both-against": NEAREST,  # neither will have it
}


def reach(finding: Finding) -> Reach:
    """How far apart two documents are on the subject of a finding.

    The same or accepted, or both against it: 0. Opposed, struck, refused, or answered by a term of another kind: 1.
    Silent, not reported or deferred, a ban that reaches only a part, or a deletion of a part: not known. Else as
    :func:`term_reach`. A point that is open between alternatives is not known, unless they are all equally far: which
    of them will hold, or whether another will, is what the document leaves open.
    """
    fixed = _fixed(finding.rule)
    if fixed is not None:
        part = finding.left.deletes_in_part or finding.right.deletes_in_part
        return UNKNOWN if part and finding.relation is Relation.STRUCK else fixed
    if not finding.options:
        (left, *_), (right, *_) = finding.line.sides
        return term_reach(left, right, finding.differences)
    reaches = [
        _fixed(option.rule) or term_reach(option.left, option.right, option.differences) for option in finding.options
    ]
    return reaches[0] if all(one == reaches[0] for one in reaches) else UNKNOWN


def _fixed(rule: Rule) -> Reach | None:
    if rule.id == "same-as-far-as-reported":
        return None
    return _BY_RELATION.get(rule.relation) or _BY_RULE.get(rule.id)
