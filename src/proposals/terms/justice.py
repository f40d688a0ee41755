"""Justice: amnesty, claims, redress."""

from __future__ import annotations

import attrs

from proposals.fields.declare import Asked, compared, subject
from proposals.fields.scales import Qualifier
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
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
