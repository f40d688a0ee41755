"""Justice: amnesty, claims, redress."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.terms.instrument import Instrument
from proposals.vocabulary import Direction, Topic


@declared
class Amnesty(Term):
    """Acts in the war go unpunished. Compare Article 6(5) of Additional Protocol II, 1977, which bounds what may be."""

    kind = "amnesty"
    topic = Topic.JUSTICE
    asked = Asked("acts-in-the-war", "for")
    for_: tuple[str, ...] = subject(ACTOR, "Whose acts.", each=True, benefits=True)
    full: bool | None = compared(Qualifier(), "For all acts, without exception.", when_stated=Direction.HEAVIER)
    claims_waived: bool | None = compared(Qualifier(), "No claims are made later.", when_stated=Direction.HEAVIER)
    complaints_waived: bool | None = compared(
        Qualifier(),
        "No complaints are heard later.",
        when_stated=Direction.HEAVIER,
    )
    disarmed: bool | None = compared(
        Qualifier(), "Only for those who give up their arms.", when_stated=Direction.LIGHTER
    )
    written_into: Members | None = compared(
        MemberSet(Words(Instrument)), "The legal texts that are to say so.", when_stated=Direction.HEAVIER
    )


@declared
class ClaimsWaiver(Term):
    """Sides give up their claims for the damage of the war. After Article 45 of the ILC's articles of 2001.

    It is no *amnesty*, which is for what persons did, and the opposite of *compensation*.
    """

    kind = "claims-waiver"
    topic = Topic.JUSTICE
    asked = Asked("claims", "by", each=True)
    by: tuple[str, ...] = subject(ACTOR, "Who gives them up.", together=True, bears=True)
    toward: Members | None = compared(
        MemberSet(ACTOR), "Against whom; left out, against each other.", heavier=Way.MORE, benefits=True
    )
