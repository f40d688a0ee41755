"""Implementation: legal force, bodies, monitoring, enforcement."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, subject
from proposals.fields.scales import Members, MemberSet, Nominal, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic, Word


class Overseen(Word):
    """What is watched."""

    AGREEMENT = "agreement", "The agreement as a whole."
    CEASEFIRE = "ceasefire", "The ceasefire."
    LINE = "line of contact", "The line of contact."


class Task(Word):
    """What a body does."""

    MONITOR = "monitor", "It watches."
    GUARANTEE = "guarantee", "It answers for it that the terms are kept."
    PROMOTE = "promote", "It works for it that the terms are kept."
    ENFORCE = "enforce", "It sees to it that the terms are kept."
    INVESTIGATE = "investigate", "It looks into reported breaches."


class Means(Word):
    """By what means something is watched."""

    SPACE = "space-based", "Satellites and the like."
    UNMANNED = "unmanned", "Devices without people on the spot."
    EARLY_WARNING = "early warning", "Signs of a breach are passed on before it happens."
    CONFLICT_RESOLUTION = "conflict resolution", "Incidents are talked over and settled."
    DRONES = "drones", "Aircraft without a crew."
    GROUND = "ground", "People on the ground."


class Matter(Word):
    """What a joint body deals with."""

    SECURITY = "security", "Questions of security."
    HUMANITARIAN = "humanitarian", "Prisoners, civilians, families and other humanitarian questions."
    REDEPLOYMENT = "redeployment", "How forces move, and what follows for the ground they leave."
    TECHNICAL = "monitoring arrangements", "How monitoring is done."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Oversight(Term):
    """How it is watched that something is kept, and what follows if it is not."""

    kind = "oversight"
    topic = Topic.IMPLEMENTATION
    asked = Asked("monitoring", "of")
    of: tuple[Overseen, ...] = subject(Words(Overseen), "What is watched.", each=True)
    legally_binding: bool | None = compared(
        Qualifier(), "What is watched is legally binding.", asked=Asked("legal-force", "of")
    )
    chaired_by: str | None = compared(Nominal(ACTOR), "Who chairs the body that watches.")
    led_by: Members | None = compared(MemberSet(ACTOR), "Who leads or supervises the watching.")
    members: Members | None = compared(MemberSet(ACTOR), "Who sits in the body.")
    tasks: Members | None = compared(MemberSet(Words(Task)), "What the body does.", heavier=Way.MORE)
    means: Members | None = compared(MemberSet(Words(Means)), "By what means.", heavier=Way.MORE)
    agreed_by_parties: bool | None = compared(Qualifier(), "The parties agree on how it is done.")
    penalties: bool | None = compared(
        Qualifier(), "Breaches are punished.", when_stated=Direction.HEAVIER, asked=Asked("legal-force", "of")
    )
    predetermined: bool | None = compared(Qualifier(), "They are fixed beforehand.", when_stated=Direction.HEAVIER)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class JointBody(Term):
    """A committee, task force or working group deals with a matter."""

    kind = "joint-body"
    topic = Topic.IMPLEMENTATION
    asked = Asked("joint-bodies", "about")
    about: tuple[Matter, ...] = subject(Words(Matter), "What it deals with.", each=True)
    members: Members | None = compared(MemberSet(ACTOR), "Who sits in it.")
    tasks: Members | None = compared(MemberSet(Words(Task)), "What it does.", heavier=Way.MORE)
