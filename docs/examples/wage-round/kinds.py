"""The kinds of term of a wage round: a rise in pay, and the length of the working week."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Quantity, Share
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.vocabulary import Topics


class WageTopic(Topics):
    """What a wage round is about."""

    PAY = "pay", "Pay, and the work that is done for it."
    TIME = "working time", "How long, and when, people work."


@declared
class PayRise(Term):
    """Employers raise the pay of those who work for them."""

    kind = "pay-rise"
    topic = WageTopic.PAY
    asked = Asked("pay", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose pay is raised.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who pays.", bears=True)
    percent: float | None = compared(Share(), "By how many percent of the pay before.", heavier=Way.MORE)


@declared
class WorkingWeek(Term):
    """Employers let those who work for them work no more than so many hours a week."""

    kind = "working-week"
    topic = WageTopic.TIME
    asked = Asked("working-time", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose week it is.", each=True, benefits=True)
    hours: float | None = compared(Quantity("hours"), "The most hours of a week.", heavier=Way.LESS)
