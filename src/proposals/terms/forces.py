"""Forces: how large an army may be, and whose forces and aircraft stand where."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, subject
from proposals.fields.figures import Figure
from proposals.fields.scales import Members, MemberSet, Qualifier, Quantity
from proposals.fields.values import ACTOR, PLACE
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ForceLimit(Term):
    """A ceiling on an actor's armed forces, the lower the heavier. After the CFE-1A agreement of 1992 on personnel."""

    kind = "force-limit"
    topic = Topic.FORCES
    asked = Asked("size-of-forces", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose forces are limited.", each=True, bears=True)
    personnel: int | float | Figure | None = compared(
        Quantity("persons"), "The most persons allowed.", heavier=Way.LESS, deontics=Deontics(rejection=Way.LESS)
    )
    peacetime: bool | None = compared(Qualifier(), "It holds in peacetime only.", when_stated=Direction.LIGHTER)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ForeignForces(Term):
    """An actor stations forces in a country that is not its own, or does not (modality *shall not*).

    The qualifiers narrow what is banned or allowed: what is not permanent, not in peacetime or not under the actor's
    own command stays outside the term.
    """

    kind = "foreign-forces"
    topic = Topic.FORCES
    asked = Asked("foreign-bases", "in")
    of: tuple[str, ...] = subject(ACTOR, "Whose forces.", each=True, bears=True)
    in_: tuple[str, ...] = subject(PLACE, "Where they would stand.", each=True)
    permanently: bool | None = compared(
        Qualifier(),
        "Permanent stationing only.",
        when_stated=Direction.LIGHTER,
    )
    under_its_command: bool | None = compared(
        Qualifier(),
        "Forces under the actor's own command only.",
        when_stated=Direction.LIGHTER,
    )
    peacetime: bool | None = compared(Qualifier(), "In peacetime only.", when_stated=Direction.LIGHTER)
    along_line: bool | None = compared(Qualifier(), "Along the line of contact.")
    host_decides: bool | None = compared(Qualifier(), "The host decides which forces come, with what and for what.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AirBasing(Term):
    """Fighter aircraft are stationed in a country."""

    kind = "air-basing"
    topic = Topic.FORCES
    asked = Asked("foreign-bases", "in")
    in_: tuple[str, ...] = subject(PLACE, "Where they are stationed.", each=True)
    of: Members | None = compared(MemberSet(ACTOR), "Whose aircraft.", bears=True)
