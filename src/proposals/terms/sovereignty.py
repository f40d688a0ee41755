"""Sovereignty: what a text says of an actor's independence."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, subject
from proposals.fields.scales import Members, MemberSet, Qualifier
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.vocabulary import Topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sovereignty(Term):
    """An actor's sovereignty is confirmed. Confirmed and reaffirmed are one word here."""

    kind = "sovereignty"
    topic = Topic.SOVEREIGNTY
    asked = Asked("sovereignty", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose sovereignty.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who confirms it.", heavier=Way.MORE, bears=True)
    by_signature: bool | None = compared(Qualifier(), "The text says that signing it is the confirmation.")
