"""Sanctions: their relief and return, and the way back into common institutions."""

from __future__ import annotations

from typing import Any

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, Record, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Qualifier, Timing
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.terms.circumstance import Circumstance
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree


class Relief(Degree):
    """What happens to sanctions in force, from none to all of it."""

    MAINTAINED = "maintained", "They stay."
    EASED = "eased", "Some are lifted, or all are in the end, step by step."
    LIFTED = "lifted", "All are lifted."


@declared
class SanctionsRelief(Term):
    """What becomes of the sanctions on an actor. Those who have them in force bear it; the further, the heavier.

    *Snapback*: they return of themselves, as in UN Security Council resolution 2231, 2015, paragraphs 11 and 12.
    """

    kind = "sanctions-relief"
    topic = Topic.SANCTIONS
    asked = Asked("sanctions", "against")
    against: tuple[str, ...] = subject(ACTOR, "Who is under sanctions.", each=True, benefits=True)
    by: Members | None = compared(
        MemberSet(ACTOR), "Whose sanctions; left out, everybody's.", heavier=Way.MORE, parts=True, bears=True
    )
    relief: Relief | None = compared(
        Ordinal(Relief),
        "maintained < eased < lifted.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE, closing=(Relief.MAINTAINED,)),
    )
    since: Any = compared(
        Timing(),
        "Those imposed since this; left out, the text does not say.",
        heavier=Way.LESS,
        deontics=Deontics(rejection=Way.LESS),
    )
    none_new: bool | None = compared(Qualifier(), "No new ones are imposed.", when_stated=Direction.HEAVIER)
    staged: bool | None = compared(Qualifier(), "In stages, one after the other.", when_stated=Direction.LIGHTER)
    case_by_case: bool | None = compared(
        Qualifier(),
        "Each case is decided for itself.",
        when_stated=Direction.LIGHTER,
    )
    to_be_agreed: bool | None = compared(
        Qualifier(),
        "It is still to be agreed.",
        when_stated=Direction.LIGHTER,
    )
    snapback: Members | None = compared(
        MemberSet(Record(Circumstance, "act")),
        "Upon what the sanctions return.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )


@declared
class Reintegration(Term):
    """An actor returns to the world economy."""

    kind = "reintegration"
    topic = Topic.SANCTIONS
    asked = Asked("return-to-world-economy", "of")
    of: tuple[str, ...] = subject(ACTOR, "Who returns.", each=True, benefits=True)
    progressive: bool | None = compared(Qualifier(), "Step by step.", when_stated=Direction.LIGHTER)


@declared
class Readmission(Term):
    """An actor is invited back into a group that it was a member of."""

    kind = "readmission"
    topic = Topic.SANCTIONS
    asked = Asked("return-to-world-economy", "of")
    of: tuple[str, ...] = subject(ACTOR, "Who returns.", each=True, benefits=True)
    to: tuple[str, ...] = subject(ACTOR, "Which group.", each=True, as_one=True, bears=True)
