"""Ceasefire: when and how the fighting stops."""

from __future__ import annotations

from typing import Any

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Qualifier, Timing
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import CONDITIONS, Term
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree, Word


class CeasefireScope(Degree):
    """How much of the fighting stops."""

    LIMITED = "limited", "Some kinds of attack stop, such as those on energy plants."
    FULL = "full", "All fighting stops, on land, at sea and in the air."


class TrucePurpose(Word):
    """What a short pause in the fighting is for."""

    DEAD = "recovery of the dead", "The bodies of the dead are found and taken away."
    AID = "aid", "Aid is brought in."
    EVACUATION = "evacuation", "People leave."


@declared
class Ceasefire(Term):
    """The fighting stops. When it does is told by *after*, *before* and *within*, which all terms have."""

    kind = "ceasefire"
    topic = Topic.CEASEFIRE
    asked = Asked("ceasefire", "between")
    between: tuple[str, ...] = subject(ACTOR, "The sides that stop fighting.", together=True, bears=True)
    scope: CeasefireScope | None = compared(
        Ordinal(CeasefireScope), "limited < full.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    immediate: bool | None = compared(Qualifier(), "At once when its condition is met.")
    unconditional: bool | None = compared(Qualifier(), "Without any condition.", deontics=Deontics(excludes=CONDITIONS))
    permanent: bool | None = compared(Qualifier(), "For good.", when_stated=Direction.HEAVIER)
    duration: Any = compared(
        Timing(),
        "How long it lasts, or lasts at least.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE),
    )
    places: Members | None = compared(MemberSet(PLACE), "Where, if it is not everywhere.", heavier=Way.MORE)


@declared
class Truce(Term):
    """A short pause in the fighting for one purpose. After Article 15 of the First Geneva Convention, 1949.

    A document may have one before, or without, a *ceasefire*, which is to last.
    """

    kind = "truce"
    topic = Topic.CEASEFIRE
    asked = Asked("ceasefire", "between")
    between: tuple[str, ...] = subject(ACTOR, "The sides that pause.", together=True, bears=True)
    purpose: tuple[TrucePurpose, ...] = subject(Words(TrucePurpose), "What it is for.", each=True)
    duration: Any = compared(Timing(), "How long it lasts.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE))
