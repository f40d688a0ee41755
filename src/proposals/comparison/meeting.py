"""What shows where two terms of one kind meet: how far a rejection or a ban reaches, and who is against the act."""

from __future__ import annotations

from typing import Final

from proposals.comparison.findings import Difference
from proposals.comparison.positions import apart, unlike
from proposals.comparison.rules import ACCEPTANCES, Meeting, possible_meetings
from proposals.fields.changes import Change, Stated, Way
from proposals.fields.declare import Field, compared_fields
from proposals.terms.base import Term
from proposals.values import per_class
from proposals.vocabulary import BINDING, Direction, Modality, Stance

_ANSWER: Final = frozenset({"modality", "if", "reservation"})
"""Fields that say how strongly a term binds and on what terms it is accepted, not what it is about."""

_OF_THE_BAN: Final = frozenset({"after", "until", "void-if"})
"""Fields that say when a term binds, a ban as much as a promise; the others say what it is that a ban forbids."""


def meeting_of(left: Term, right: Term, differences: tuple[Difference, ...]) -> Meeting:
    """What shows where two terms that are not alike meet; ``differences`` are their fields that differ."""
    possible = possible_meetings(left.stance, right.stance)
    if left.stance is not right.stance and Stance.STRIKES in {left.stance, right.stance}:
        deleting, other = (left, right) if left.stance is Stance.STRIKES else (right, left)
        return _deleted(deleting, other) if Meeting.UNCOVERED in possible else Meeting.NONE
    if left.stance is not right.stance and {left.stance, right.stance} in ACCEPTANCES:
        return Meeting.UNCOVERED if _accepts_another(left, right) else Meeting.NONE
    if Meeting.COVERED in possible:
        rejecting, other = (left, right) if left.stance is Stance.REJECTS else (right, left)
        return _rejected(rejecting, other)
    if Meeting.CONTRARY in possible:
        found = _put_forward(left, right)
        if found is not None:
            return found
        if all(difference.unreported for difference in differences):
            return Meeting.AS_REPORTED
    return Meeting.UNLIKE if Meeting.UNLIKE in possible else Meeting.NONE


def commensurable(left: Term, right: Term) -> bool:
    """Whether a value of the one stands in the place of the other's, so that it can be more or less than that.

    Both put the term forward, or both decline, delete or postpone it, and both or neither as a ban. The number that one
    document rejects is no step towards the number that another proposes.
    """
    alike = left.stance is right.stance or {left.stance, right.stance} <= BINDING
    return alike and (left.modality is Modality.SHALL_NOT) is (right.modality is Modality.SHALL_NOT)


def weight_of(field: Field, change: Change, *, banned: bool) -> Direction | None:
    """How what differs in a field weighs on the bearer of two terms that are put forward, as bans if ``banned``.

    What is not known to be missing weighs nothing. A ban weighs by its reach: what narrows it makes it lighter, also
    where the same words would make a promise heavier.
    """
    lack = change.lack if isinstance(change, Stated) else None
    if lack is not None and not lack.certain:
        return None
    direction = field.direction(change.way, stated=lack is not None)
    if not banned or direction is None or field.key in _OF_THE_BAN:
        return direction
    if lack is None:
        return direction.reversed()
    return Direction.LIGHTER if change.way is Way.MORE else Direction.HEAVIER


def against(term: Term) -> bool:
    """Whether what the term states is against the act: a ban, or a value that closes the matter.

    A ban on what closes the matter is not against it. The stance does not count: a document may reject a ban.
    """
    return (term.modality is Modality.SHALL_NOT) is not _closes(term)


def negative(term: Term) -> bool:
    """Whether the term is a ban or has a value that closes the matter, so that its matter is not what it proposes."""
    return term.modality is Modality.SHALL_NOT or _closes(term)


def _closes(term: Term) -> bool:
    fields = _closing(type(term))  # most kinds have none
    return bool(fields) and any(getattr(term, field.name) in field.deontics.closing for field in fields)


@per_class
def _closing(shape: type[Term]) -> tuple[Field, ...]:
    """The fields of a kind some of whose values close the matter."""
    return tuple(field for field in compared_fields(shape) if field.deontics.closing)


def _rejected(rejecting: Term, other: Term) -> Meeting:
    """What a rejection makes of what the other puts forward."""
    if not against(rejecting) and against(other):
        return Meeting.BOTH_AGAINST
    if against(rejecting) is not against(other):  # who rejects a ban says nothing against a permission
        return Meeting.UNCOVERED
    concerned = against(rejecting) or _concerns(rejecting.modality, other.modality)
    return Meeting.COVERED if concerned and reaches(rejecting, other) else Meeting.UNCOVERED


def _deleted(deleting: Term, other: Term) -> Meeting:
    """What a deletion makes of what the other says: it is of that, or not, or both are against it."""
    if other.stance is Stance.REJECTS:
        alike = against(deleting) is against(other)
        return Meeting.BOTH_AGAINST if alike and reaches(other, deleting) else Meeting.UNCOVERED
    if against(other) and not against(deleting) and reaches(other, deleting):
        return Meeting.BOTH_AGAINST
    return Meeting.UNCOVERED if unlike(deleting, other) else Meeting.COVERED


def _accepts_another(left: Term, right: Term) -> bool:
    """Whether what one accepts has a value that the other's has not; *shall* is also what is not written."""
    skipped = "modality" if unwritten(left, right) else ""
    fields = (field for field in compared_fields(type(left)) if field.key != skipped)
    return any(apart(getattr(left, field.name), getattr(right, field.name)) for field in fields)


def unwritten(left: Term, right: Term) -> bool:
    """Whether one of two answers the other without a word of how strongly it binds: it concerns it as the other has it.

    Such a term has the modality *shall*, and no other modality differs from that.
    """
    terms = (left, right)
    return left.stance is not right.stance and any(
        term.stance is not Stance.PROPOSES and term.modality is Modality.SHALL for term in terms
    )


def _concerns(rejected: Modality, stated: Modality) -> bool:
    """Whether who rejects a term of the one modality rejects the other, which is not a ban.

    *Shall* is also what is not written: such a rejection is of the act, however strongly it would bind. Who rejects
    that something *may* be done rejects all that presupposes it; else the modality rejected and what is stronger.
    """
    if rejected in {Modality.SHALL, Modality.MAY, stated}:
        return True
    ladder = [Modality.EXPECTED, Modality.INTENDS, Modality.SHOULD, Modality.SHALL]
    return stated in ladder and ladder.index(stated) > ladder.index(rejected)


def _put_forward(left: Term, right: Term) -> Meeting | None:
    """What shows where one of two terms put forward bans or closes what the other would have; else ``None``."""
    bars = against(left), against(right)
    if not any(bars):
        return None
    if all(bars):
        return Meeting.BOTH_AGAINST if left.modality is not right.modality else None
    ban, act = (left, right) if bars[0] else (right, left)
    if ban.modality is not Modality.SHALL_NOT or act.modality is Modality.SHALL_NOT:
        return None
    if reaches(ban, act):
        return Meeting.CONTRARY
    return Meeting.OVERLAPS if _overlap(ban, act) else None


def reaches(limit: Term, other: Term) -> bool:
    """Whether a ban or a rejection reaches the other's term: in every field that it states, from its value on.

    "Rejects recognition *de facto*" reaches everything from *de facto* up; one that states no field reaches all. What
    narrows it must narrow the other as well.
    """
    for field in compared_fields(type(limit)):
        held, value = getattr(limit, field.name), getattr(other, field.name)
        if field.key in _ANSWER or held is None or held in field.deontics.closing:
            continue
        if value is None or not field.measure.covers(held, value, field.deontics.rejection):
            return False
    return True


def _overlap(ban: Term, act: Term) -> bool:
    """Whether a ban that does not reach all of an act reaches some of it: no field rules that out."""
    for field in compared_fields(type(ban)):
        held, value = getattr(ban, field.name), getattr(act, field.name)
        if field.key in _ANSWER or not apart(held, value):
            continue
        if not field.measure.covers(held, value, field.deontics.rejection):
            return False
    return True
