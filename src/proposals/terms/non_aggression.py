"""Non-aggression: a pact, a law, and an expectation not to attack."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.figures import Figure
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Qualifier, Quantity
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import CONDITIONS, Term
from proposals.terms.instrument import Instrument
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree


class Majority(Degree):
    """By which majority a parliament decides, smallest first."""

    SIMPLE = "simple", "More than half of those who vote."
    ABSOLUTE = "absolute", "More than half of all members."
    QUALIFIED = "qualified", "A fixed part above half, such as two thirds of all members."


@declared
class NonAggressionPact(Term):
    """Parties agree not to attack each other."""

    kind = "non-aggression-pact"
    topic = Topic.NON_AGGRESSION
    asked = Asked("promises-not-to-attack", "between", each=True, alternative=True)
    between: tuple[str, ...] = subject(ACTOR, "The sides of the conflict that it binds.", together=True, bears=True)
    with_: Members | None = compared(MemberSet(ACTOR), "Who else is a party to it.", heavier=Way.MORE)
    comprehensive: bool | None = compared(
        Qualifier(),
        "It is comprehensive, full or total.",
        when_stated=Direction.HEAVIER,
    )
    unconditional: bool | None = compared(
        Qualifier(), "It has no condition.", when_stated=Direction.HEAVIER, deontics=Deontics(excludes=CONDITIONS)
    )
    settles: int | float | Figure | None = compared(
        Quantity("years"),
        "Over how many years back from the text what was unclear between the parties counts as settled.",
    )


@declared
class NonAggressionLaw(Term):
    """An actor writes into its own law that it does not attack others."""

    kind = "non-aggression-law"
    topic = Topic.NON_AGGRESSION
    asked = Asked("promises-not-to-attack", "by", alternative=True)
    by: tuple[str, ...] = subject(ACTOR, "Whose law.", each=True, bears=True)
    toward: Members | None = compared(MemberSet(ACTOR), "Whom it does not attack.", heavier=Way.MORE, benefits=True)
    written_into: Members | None = compared(
        MemberSet(Words(Instrument)),
        "The legal texts that are to say so.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
    )
    majority: Majority | None = compared(
        Ordinal(Majority),
        "By which majority the parliament adopts it: simple < absolute < qualified.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
        deontics=Deontics(rejection=Way.MORE),
    )


@declared
class NonInvasion(Term):
    """An actor does not invade others. Whether that is expected of it or promised by it is the modality."""

    kind = "non-invasion"
    topic = Topic.NON_AGGRESSION
    asked = Asked("promises-not-to-attack", "by", alternative=True)
    by: tuple[str, ...] = subject(ACTOR, "Who does not invade.", each=True, bears=True)
    toward: Members | None = compared(MemberSet(ACTOR), "Whom it does not invade.", heavier=Way.MORE, benefits=True)
