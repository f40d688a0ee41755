"""Alliances: who may join which."""

from __future__ import annotations

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR, Words
from proposals.fields import compared, subject
from proposals.scales import Listing, Members, Ordinal
from proposals.terms.term import Term
from proposals.vocabulary import Direction, Topic, Word


class MembershipPath(Word):
    """How far the way into an alliance is open, from closed to done."""

    EXCLUDED = "excluded", "Membership is ruled out."
    NO_CONSENSUS = "no consensus", "Membership depends on the consent of the members, and the text says that there is none."
    OPEN = "open", "Membership is possible under the alliance's own rules."
    PROMISED = "promised", "Membership is promised."
    MEMBER = "member", "The actor is or becomes a member."


class Instrument(Word):
    """The legal text in which a term is to be written down."""

    CONSTITUTION = "constitution", "A state's constitution."
    LAW = "law", "A state's ordinary law."
    STATUTES = "statutes", "The founding or governing texts of an organisation."
    TREATY = "treaty", "A treaty between states."
    RATIFICATION = "ratification", "An act of ratification by a parliament."


@attrs.frozen(kw_only=True)
class AllianceMembership(Term):
    """Whether an actor may become a member of an alliance. The further the way is closed, the heavier for the actor."""

    kind = "alliance-membership"
    topic = Topic.ALLIANCES
    of: tuple[str, ...] = subject(ACTOR, "Who would be a member.", each=True, bears=True)
    in_: tuple[str, ...] = subject(ACTOR, "Which alliance.", each=True)
    membership: MembershipPath | None = compared(
        Ordinal(MembershipPath),
        "excluded < no consensus < open < promised < member.",
        heavier=Way.LESS,
    )
    written_into: Members | None = compared(
        Listing(Words(Instrument)),
        "The legal texts that are to say so.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
    )
