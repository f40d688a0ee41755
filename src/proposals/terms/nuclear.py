"""Nuclear matters: weapons, arms control, and plants."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, Record, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Qualifier
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.terms.portion import Portion
from proposals.vocabulary import Topic
from proposals.words import Word


class Treaty(Word):
    """A treaty, or a group of treaties, on nuclear arms that a text names."""

    NPT = "NPT", "The Treaty on the Non-Proliferation of Nuclear Weapons, 1968."
    NON_PROLIFERATION = "non-proliferation treaties", "Treaties against the spread of nuclear arms, not named singly."
    ARMS_CONTROL = "arms control treaties", "Treaties that limit nuclear arms, not named one by one."
    START_I = "START I", "The Treaty on the Reduction and Limitation of Strategic Offensive Arms, 1991 to 2009."
    NEW_START = "New START", "The Treaty on Measures for the Further Reduction of Strategic Offensive Arms, 2010."


class NuclearState(Word):
    """Whether an actor has nuclear weapons. After Article IX(3) of the NPT."""

    NON_NUCLEAR = "non-nuclear", "It has none and is not to have any."
    NUCLEAR = "nuclear", "It has them."


@declared
class ArmsControl(Term):
    """Actors prolong treaties on nuclear arms between them."""

    kind = "arms-control"
    topic = Topic.NUCLEAR
    asked = Asked("arms-treaties", "between")
    between: tuple[str, ...] = subject(ACTOR, "Whose treaties.", together=True, bears=True)
    extend: Members | None = compared(MemberSet(Words(Treaty)), "Which treaties are prolonged.", heavier=Way.MORE)


@declared
class NuclearStatus(Term):
    """Whether an actor may have nuclear weapons."""

    kind = "nuclear-status"
    topic = Topic.NUCLEAR
    act = False
    asked = Asked("nuclear-weapons", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose status.", each=True, bears=True)
    status: NuclearState | None = compared(
        Nominal(Words(NuclearState)),
        "Non-nuclear or nuclear.",
        deontics=Deontics(closing=(NuclearState.NON_NUCLEAR,)),
    )
    under: Members | None = compared(MemberSet(Words(Treaty)), "Under which treaty.")


@declared
class NuclearPlant(Term):
    """Who runs and watches a nuclear plant, and who has its power. Compare the Convention on Nuclear Safety, 1994."""

    kind = "nuclear-plant"
    topic = Topic.NUCLEAR
    asked = Asked("nuclear-plant", "plant")
    plant: tuple[str, ...] = subject(PLACE, "Which plant.", each=True)
    restart: bool | None = compared(Qualifier(), "It is put into service again.")
    operators: Members | None = compared(MemberSet(Record(Portion, "of")), "Who runs it, and with which part of it.")
    managed_by: Members | None = compared(MemberSet(ACTOR), "Who is its chief manager.")
    supervised_by: Members | None = compared(MemberSet(ACTOR), "Who supervises it.")
    power: Members | None = compared(
        MemberSet(Record(Portion, "of")), "Who has, or decides on, which part of its power."
    )
