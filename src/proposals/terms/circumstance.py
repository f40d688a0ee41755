"""Circumstances that void a term: ``void-if: [{attack: {by: UA, against: RU}}]``."""

from __future__ import annotations

from proposals.fields.declare import compared, declared, leading
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Prose
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, Words
from proposals.values import Value
from proposals.words import Word


class Act(Word):
    """What happens that voids the term."""

    ATTACK = "attack", "An armed attack short of or including invasion."
    INVASION = "invasion", "Armed forces enter the other's territory."
    MISSILE_STRIKE = "missile-strike", "Missiles are launched at the target."
    CHANGE_BY_FORCE = "change-by-force", "An agreed territorial arrangement is changed by force."
    BREACH = "breach", "The agreement is broken in any other way."
    MEMBERSHIP = "membership", "The actor joins an alliance."
    DEPLOYMENT = "deployment", "Forces are stationed where they may not be."


@declared
class Circumstance(Value):
    """One circumstance: what happens, by whom, against whom or where, and what must be missing for it to count."""

    act: Act = leading(Nominal(Words(Act)), "What happens.")
    by: Members | None = compared(MemberSet(ACTOR), "Who does it.")
    against: Members | None = compared(MemberSet(ACTOR_OR_PLACE), "Against whom, or where.")
    without: str | None = compared(Prose(), "What must be missing for it to count, such as cause.")

    def __str__(self) -> str:
        """A phrase such as ``attack by UA against RU``."""
        by = f" by {', '.join(self.by)}" if self.by else ""
        against = f" against {', '.join(self.against)}" if self.against else ""
        without = f" without {self.without}" if self.without else ""
        return f"{self.act}{by}{against}{without}"
