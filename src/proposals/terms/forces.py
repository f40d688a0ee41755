"""Forces: how large an army may be."""

from __future__ import annotations

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR
from proposals.fields import compared, subject
from proposals.scales import Qualifier, Quantity
from proposals.terms.term import Term
from proposals.vocabulary import Direction, Topic


@attrs.frozen(kw_only=True)
class ForceLimit(Term):
    """A ceiling on an actor's armed forces. A lower ceiling is heavier for whoever is limited."""

    kind = "force-limit"
    topic = Topic.FORCES
    of: tuple[str, ...] = subject(ACTOR, "Whose forces are limited.", each=True, bears=True)
    personnel: int | float | None = compared(Quantity("persons"), "The most persons allowed.", heavier=Way.LESS)
    peacetime: bool | None = compared(Qualifier(), "The ceiling holds in peacetime only.", when_stated=Direction.LIGHTER)
