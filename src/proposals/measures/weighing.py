"""How an obligation weighs on one actor in one document, compared with another: never who is right."""

from __future__ import annotations

from collections.abc import Iterable

from proposals.comparison.engine import meet
from proposals.comparison.findings import Option
from proposals.comparison.positions import BINDING, Position
from proposals.fields.declare import fields_of
from proposals.fields.scales import Members
from proposals.terms.base import Term
from proposals.vocabulary import Absence, Direction, Word


class Weight(Word):
    """What became of a term for an actor from one document to another.

    Not there and not reported are kept apart: nothing is dropped by a text that is known only in part.
    """

    HEAVIER = "heavier", "The second asks more of the bearer: stronger for the beneficiary."
    LIGHTER = "lighter", "The second asks less of the bearer: weaker for the beneficiary."
    MIXED = "mixed", "Some fields are heavier and some are lighter."
    CHANGED = "changed", "It changed, and which way for the bearer is not to be told."
    UNCHANGED = "unchanged", "Both say the same, or what is known of it is the same."
    ADDED = "added", "The second has it for the actor; the first, known as a whole, has not, or declines it."
    NEWLY_REPORTED = "newly reported", "The second has it; of the first, known in part, it is not known."
    DROPPED = "dropped", "The first has it for the actor; the second, known as a whole, has not, or declines it."
    NOT_REPORTED = "not reported", "The first has it; of the second, known in part, it is not known."
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
    """Whether two terms differ in nothing but what is not reported of the text that is known in part."""
    return bool(option.differences) and all(difference.unreported for difference in option.differences)


def weigh(before: Position, after: Position) -> Weight:
    """What became of a term from one document to another, one of which at least would have it hold."""
    if not before.binds:
        return Weight.NEWLY_REPORTED if before.state is Absence.UNREPORTED else Weight.ADDED
    if not after.binds:
        return Weight.NOT_REPORTED if after.state is Absence.UNREPORTED else Weight.DROPPED
    if before.content == after.content:
        return Weight.UNCHANGED
    option = met(before, after)
    if option and same_as_reported(option):
        return Weight.UNCHANGED
    return _BY_DIRECTION[option.direction] if option else Weight.OPEN


def weigh_for(actor: str, before: Position, after: Position, *, benefits: bool = False) -> Weight:
    """What became of a term for an actor who bears it in one of two documents or, with ``benefits``, is promised it.

    Who names nobody, or has an open list, may mean the actor as well: nothing is added or dropped by that.
    """
    terms = [binding(position) for position in (before, after)]
    named = [actor in actors(own, benefits=benefits) for own in terms]
    if terms[0] and not named[0] and not _leaves_room(terms[0], benefits=benefits):
        return Weight.ADDED
    if terms[1] and not named[1] and not _leaves_room(terms[1], benefits=benefits):
        return Weight.DROPPED
    return weigh(before, after)


def binding(position: Position) -> tuple[Term, ...]:
    """The terms of a position that it would have hold, in reading order."""
    return tuple(term for term in position.terms if term.stance in BINDING)


def actors(terms: Iterable[Term], *, benefits: bool = False) -> tuple[str, ...]:
    """The ids of all who bear one of the terms, or to whom one is promised, in alphabetical order."""
    return tuple(sorted({actor for term in terms for actor in (term.beneficiaries if benefits else term.bearers)}))


def _leaves_room(terms: Iterable[Term], *, benefits: bool) -> bool:
    """Whether one of the terms names nobody who bears it or to whom it is promised, or not all of them."""
    for term in terms:
        fields = [field for field in fields_of(type(term)) if (field.benefits if benefits else field.bears)]
        named = [held for field in fields if (held := getattr(term, field.name)) is not None]
        if not named or any(isinstance(held, Members) and held.open for held in named):
            return True
    return False
