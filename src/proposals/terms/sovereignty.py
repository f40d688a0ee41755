"""Sovereignty: an actor's independence, its way to statehood, and its relations with others."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree, Word


class StatehoodPath(Degree):
    """How far the way to a state of one's own is open, from closed to done."""

    EXCLUDED = "excluded", "A state is ruled out."
    ASPIRATION = "aspiration", "That the people aspire to a state is acknowledged; no way to it is opened."
    CONDITIONAL = "conditional", "A way to a state may open once conditions are met."
    RECOGNISED = "recognised", "The state is recognised."


class Tie(Word):
    """A relation between two sides that can be broken off and taken up again."""

    DIPLOMATIC = "diplomatic relations", "Embassies and consulates."
    TRADE = "economic ties", "Trade and business in general."
    TRANSPORT = "transport links", "Railways, roads, flights, shipping."
    GAS = "gas transit", "Gas that passes through pipelines."
    PAYMENTS = "pensions and banking", "Pensions, other benefits and the banks that pay them."


@declared
class Sovereignty(Term):
    """An actor's sovereignty is confirmed. Confirmed and reaffirmed are one word here."""

    kind = "sovereignty"
    topic = Topic.SOVEREIGNTY
    asked = Asked("sovereignty", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose sovereignty.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who confirms it.", heavier=Way.MORE, bears=True)
    by_signature: bool | None = compared(Qualifier(), "The text says that signing it is the confirmation.")


@declared
class Statehood(Term):
    """Whether a people gets a state of its own. Compare Article 1 of the Montevideo Convention, 1933.

    It is no *sovereignty*, which confirms that of a state that there is, and no *self-government*, which leaves an area
    within a state.
    """

    kind = "statehood"
    topic = Topic.SOVEREIGNTY
    act = False
    asked = Asked("statehood", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose state it would be.", each=True, benefits=True)
    path: StatehoodPath | None = compared(
        Ordinal(StatehoodPath),
        "excluded < aspiration < conditional < recognised.",
        deontics=Deontics(
            rejection=Way.MORE, closing=(StatehoodPath.EXCLUDED,), permitting=(StatehoodPath.CONDITIONAL,)
        ),
    )
    by: Members | None = compared(MemberSet(ACTOR), "Who recognises it, or opens the way.", bears=True)


@declared
class RestoredTies(Term):
    """Two sides take up relations again. Compare Article 2 of the Vienna Convention on Diplomatic Relations, 1961.

    It restores what was broken off, where *economic-cooperation* sets up something new.
    """

    kind = "restored-ties"
    topic = Topic.SOVEREIGNTY
    asked = Asked("restored-ties", "between")
    between: tuple[str, ...] = subject(ACTOR, "Whose relations they are.", together=True, bears=True)
    ties: Members | None = compared(MemberSet(Words(Tie)), "Which relations.", heavier=Way.MORE)
    gradual: bool | None = compared(Qualifier(), "Step by step.", when_stated=Direction.LIGHTER)
