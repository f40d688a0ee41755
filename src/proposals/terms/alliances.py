"""Alliances: who may join which or stays out of all, and whether they grow."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.terms.instrument import Instrument
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree


class MembershipPath(Degree):
    """How far the way into an alliance is open, from closed to done."""

    EXCLUDED = "excluded", "Membership is ruled out."
    NOT_SOUGHT = "not sought", "The actor does not seek membership; what the members do is left open."
    NOT_INVITED = "not invited", "The members pledge not to invite the actor; what it may seek is left open."
    NO_CONSENSUS = "no consensus", "Membership depends on the members' consent, which the text says is not there."
    BY_CONSENSUS = "by consensus", "Membership depends on the members' consent; whether it is there is left unsaid."
    OPEN = "open", "Membership is possible under the alliance's own rules."
    PROMISED = "promised", "Membership is promised."
    MEMBER = "member", "The actor is or becomes a member."


@declared
class AllianceMembership(Term):
    """Whether an actor may become a member of an alliance. The further the way is closed, the heavier for the actor."""

    kind = "alliance-membership"
    topic = Topic.ALLIANCES
    act = False
    asked = Asked("military-alliances", "of", alternative=True)
    of: tuple[str, ...] = subject(ACTOR, "Who would be a member.", each=True, bears=True)
    in_: tuple[str, ...] = subject(ACTOR, "Which alliance.", each=True)
    membership: MembershipPath | None = compared(
        Ordinal(MembershipPath),
        "excluded < not sought < not invited < no consensus < by consensus < open < promised < member.",
        heavier=Way.LESS,
        deontics=Deontics(
            rejection=Way.MORE,
            closing=(MembershipPath.EXCLUDED, MembershipPath.NOT_SOUGHT),
            permitting=(MembershipPath.OPEN,),
        ),
    )
    written_into: Members | None = compared(
        MemberSet(Words(Instrument)),
        "The legal texts that are to say so.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
    )


@declared
class Neutrality(Term):
    """An actor stays out of alliances (permanent neutrality, as in the Hague Convention V of 1907)."""

    kind = "neutrality"
    topic = Topic.ALLIANCES
    asked = Asked("military-alliances", "of", alternative=True)
    of: tuple[str, ...] = subject(ACTOR, "Who is neutral.", each=True, bears=True)
    forced: bool | None = compared(Qualifier(), "The text speaks of neutrality that is imposed.")
    permanent: bool | None = compared(Qualifier(), "For good.", when_stated=Direction.HEAVIER)
    treaties_ended: bool | None = compared(
        Qualifier(), "Treaties that do not go with it are ended, and none are made.", when_stated=Direction.HEAVIER
    )


@declared
class EnlargementStop(Term):
    """An alliance takes no further members."""

    kind = "enlargement-stop"
    topic = Topic.ALLIANCES
    asked = Asked("alliance-enlargement", "of")
    of: tuple[str, ...] = subject(ACTOR, "Which alliance.", each=True, bears=True)
    written_into: Members | None = compared(
        MemberSet(Words(Instrument)),
        "The legal texts that are to say so.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
    )
