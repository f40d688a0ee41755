"""Navigation: rivers, seas, ports, grain."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Qualifier
from proposals.fields.values import ACTOR, PLACE
from proposals.terms.base import Term
from proposals.vocabulary import Topic


@declared
class Navigation(Term):
    """A river or sea is open to an actor. After the Convention on navigation on the Danube, 1948."""

    kind = "navigation"
    topic = Topic.NAVIGATION
    asked = Asked("use-of-waters", "waters")
    waters: tuple[str, ...] = subject(PLACE, "Which water.", each=True)
    for_: Members | None = compared(MemberSet(ACTOR), "Who may use it.", benefits=True)
    unhindered_by: Members | None = compared(MemberSet(ACTOR), "Who does not hinder it.", heavier=Way.MORE, bears=True)
    commercial: bool | None = compared(Qualifier(), "For trade.")
    separate_agreement: bool | None = compared(Qualifier(), "Its terms stand in an agreement of their own.")


@declared
class GrainTransport(Term):
    """Grain is carried freely over a sea, as under the Black Sea Grain Initiative, 2022."""

    kind = "grain-transport"
    topic = Topic.NAVIGATION
    asked = Asked("grain", "waters")
    waters: tuple[str, ...] = subject(PLACE, "Which water.", each=True)
    free: bool | None = compared(Qualifier(), "Freely.")
    to_be_agreed: bool | None = compared(Qualifier(), "Agreements on it are still to be concluded.")
