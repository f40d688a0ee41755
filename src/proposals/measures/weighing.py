"""How an obligation weighs on one actor in one document, compared with another: never who is right."""

from __future__ import annotations

from collections.abc import Iterable

from proposals.comparison.engine import meet
from proposals.comparison.findings import Option
from proposals.comparison.positions import Position
from proposals.fields.declare import fields_of
from proposals.fields.members import Members
from proposals.terms.base import Term
from proposals.vocabulary import BINDING, Coverage, Direction, Relation
from proposals.words import Word
from proposals.world.actors import Directory


class Weight(Word):
    """What became of a term for an actor from one document to another.

    Not there and not reported are kept apart: nothing is dropped by a text that is known only in part.
    """

    HEAVIER = "heavier", "The second asks more of the actor, who bears it."
    LIGHTER = "lighter", "The second asks less of the actor, who bears it."
    STRONGER = "stronger", "The second promises the actor more: it is heavier for those who bear it."
    WEAKER = "weaker", "The second promises the actor less: it is lighter for those who bear it."
    MIXED = "mixed", "Some fields are heavier and some are lighter."
    CHANGED = "changed", "It changed, and which way for the bearer is not to be told."
    UNCHANGED = "unchanged", "Both say the same, or what is known of it is the same."
    ADDED = "added", "The second has it for the actor; the first is known not to have it, or declines it."
    NEWLY_REPORTED = (
        "newly reported",
        "The second has it for the actor; of the first, known in part or open as to whom it concerns, it is not known.",
    )
    DROPPED = "dropped", "The first has it for the actor; the second is known not to have it, or declines it."
    NOT_REPORTED = (
        "not reported",
        "The first has it for the actor; of the second, known in part or open as to whom it concerns, it is not known.",
    )
    OPEN = "open", "One of the two leaves it open between alternatives, and they are not the same."


_BY_DIRECTION = {
    Direction.HEAVIER: Weight.HEAVIER,
    Direction.LIGHTER: Weight.LIGHTER,
    Direction.MIXED: Weight.MIXED,
    None: Weight.CHANGED,
}


def met(before: Position, after: Position) -> Option | None:
    """What the meeting of two positions shows; ``None`` where one has no term or leaves the point open."""
    if not before.terms or not after.terms or before.open or after.open:
        return None
    return meet(
        before.terms[0],
        after.terms[0],
        answered=before.instead or after.instead,
        coverage=(before.coverage, after.coverage),
    )


def same_as_reported(option: Option) -> bool:
    """Whether two terms are the same but for what is not reported of the text that is known in part."""
    return option.rule.relation is Relation.SAME and bool(option.differences)


_FOR_BENEFICIARIES = {Weight.HEAVIER: Weight.STRONGER, Weight.LIGHTER: Weight.WEAKER}


def weigh(before: Position, after: Position) -> Weight:
    """What became of a term for its bearers from one document to another, one of which at least would have it hold."""
    if before.deletes_in_part or after.deletes_in_part:  # the clause stays, and what is left of it is not told
        return Weight.CHANGED
    if not before.binds:
        return Weight.NEWLY_REPORTED if _unknown(before, after) else Weight.ADDED
    if not after.binds:
        return Weight.NOT_REPORTED if _unknown(after, before) else Weight.DROPPED
    if before.content == after.content:
        return Weight.UNCHANGED
    option = met(before, after)
    if option and same_as_reported(option):
        return Weight.UNCHANGED
    return _BY_DIRECTION[option.direction] if option else Weight.OPEN


def _unknown(absent: Position, other: Position) -> bool:
    """Whether a document may have what the other says: it is known in part, and no source says that it has not."""
    return absent.absence is not None and not absent.lacks(other)


def weigh_for(actor: str, before: Position, after: Position, directory: Directory, *, benefits: bool = False) -> Weight:
    """What became of a term for an actor who bears it in one of two documents or, with ``benefits``, is promised it.

    Each document's own term says whom it concerns, by name or as a member of a group, and a group all of whose members
    it names; ``directory`` has the groups. One that names nobody, that has an open list, or whose document is known
    only in part may mean the actor as well: nothing is added or dropped by that.
    """
    own, stands_for = directory.pieces.atoms(actor), directory.pieces.reach
    named = [own <= stands_for(actors(position, benefits=benefits)) for position in (before, after)]
    if all(named) or not (before.binds and after.binds):
        weight = weigh(before, after)
        return _FOR_BENEFICIARIES.get(weight, weight) if benefits else weight
    other = before if named[1] else after
    unknown = other.coverage is Coverage.PARTIAL or _leaves_room(binding(other), benefits=benefits)
    if named[1]:
        return Weight.NEWLY_REPORTED if unknown else Weight.ADDED
    return Weight.NOT_REPORTED if unknown else Weight.DROPPED


def binding(position: Position) -> tuple[Term, ...]:
    """The terms of a position that it would have hold, in reading order."""
    return tuple(term for term in position.terms if term.stance in BINDING)


def actors(position: Position, *, benefits: bool = False) -> tuple[str, ...]:
    """The ids of all who bear what a position would have hold, or to whom it promises it, in alphabetical order."""
    return tuple(
        sorted({actor for term in binding(position) for actor in concerned(term, position, benefits=benefits)})
    )


def concerned(term: Term, position: Position, *, benefits: bool = False) -> tuple[str, ...]:
    """The ids of those who bear a term of a position, or to whom it is promised, as far as it is about the subject."""
    return term.beneficiaries_of(position.about) if benefits else term.bearers_of(position.about)


def _leaves_room(terms: Iterable[Term], *, benefits: bool) -> bool:
    """Whether one of the terms names nobody who bears it or to whom it is promised, or not all of them."""
    for term in terms:
        fields = [field for field in fields_of(type(term)) if (field.benefits if benefits else field.bears)]
        named = [held for field in fields if (held := getattr(term, field.name)) is not None]
        if not named or any(isinstance(held, Members) and held.open for held in named):
            return True
    return False
