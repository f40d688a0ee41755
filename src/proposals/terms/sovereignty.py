"""Sovereignty: what a text says of an actor's independence and neutrality."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import compared, subject
from proposals.fields.scales import Members, MemberSet, Qualifier
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.vocabulary import Topic


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Sovereignty(Term):
    """An actor's sovereignty is confirmed. Confirmed and reaffirmed are one word here."""

    kind = "sovereignty"
    topic = Topic.SOVEREIGNTY
    of: tuple[str, ...] = subject(ACTOR, "Whose sovereignty.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who confirms it.", heavier=Way.MORE, bears=True)
    by_signature: bool | None = compared(Qualifier(), "The text says that signing it is the confirmation.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Neutrality(Term):
    """An actor stays out of alliances (permanent neutrality, as in the Hague Convention V of 1907)."""

    kind = "neutrality"
    topic = Topic.SOVEREIGNTY
    of: tuple[str, ...] = subject(ACTOR, "Who is neutral.", each=True, bears=True)
    forced: bool | None = compared(Qualifier(), "The text speaks of neutrality that is imposed.")
