"""Implementation: further talks, entry into force, legal force, bodies, monitoring, enforcement."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Ordinal, Qualifier
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree, Word


class Overseen(Word):
    """What is watched."""

    AGREEMENT = "agreement", "The agreement as a whole."
    CEASEFIRE = "ceasefire", "The ceasefire."
    LINE = "line of contact", "The line of contact."
    WEAPONS = "pull-back of weapons", "The pull-back of weapons."
    WITHDRAWAL = "withdrawal", "The withdrawal of forces."
    DISARMAMENT = "disarmament", "The disarmament of armed groups."


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
    RADAR = "radar", "Radar and other ways of locating fire."


class Matter(Word):
    """What a joint body deals with."""

    SECURITY = "security", "Questions of security."
    HUMANITARIAN = "humanitarian", "Prisoners, civilians, families and other humanitarian questions."
    REDEPLOYMENT = "redeployment", "How forces move, and what follows for the ground they leave."
    TECHNICAL = "monitoring arrangements", "How monitoring is done."
    BREACHES = "breaches", "Breaches of what was agreed, and what follows from them."
    POLITICAL = "political issues", "Elections, laws and other political questions."
    ECONOMY = "economic issues", "Rebuilding, trade and other economic questions."


class TalksTopic(Word):
    """What further talks are about."""

    CEASEFIRE = "ceasefire", "How a ceasefire is carried out."
    SETTLEMENT = "settlement", "A full settlement, or its text."
    WITHDRAWAL = "withdrawal", "The withdrawal of forces, or where they are to stand."
    OPEN = "open issues", "What the text leaves open, without saying what."
    UNDECIDED = "undecided issues", "What earlier talks could not settle, for a decision."
    ELECTIONS = "local elections", "How local elections are held."
    HUMANITARIAN = "humanitarian issues", "Prisoners, civilians, aid and the like."
    RELATIONS = "relations between peoples", "How peoples or faiths live side by side."


class TalksLevel(Degree):
    """Who meets, lowest first."""

    EXPERTS = "experts", "Experts and officers."
    DELEGATIONS = "delegations", "Delegations or ministers."
    LEADERS = "leaders", "Heads of state or government."


class Concluded(Word):
    """A text that enters into force."""

    AGREEMENT = "agreement", "The agreement as a whole."
    CEASEFIRE = "ceasefire agreement", "The agreement on a ceasefire."
    GUARANTEES = "treaty on guarantees", "The treaty, or treaties, on guarantees."


class Conclusion(Word):
    """A step by which a text comes to bind."""

    SIGNATURE = "signature", "It is signed."
    LEADERS = "signature by leaders", "Heads of state or government sign it."
    REFERENDUM = "referendum", "A vote of the people."
    RATIFICATION = "ratification", "Parliaments consent to it."
    ELECTIONS = "elections", "Elections are held first."
    SECURITY_COUNCIL = "security council", "The UN Security Council adopts it in a resolution."
    CONSTITUTION = "constitutional change", "The constitution is changed accordingly."
    POSITIONS = "agreed positions", "Forces stand where the text wants them first."


@declared
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
    supported_by: Members | None = compared(MemberSet(ACTOR), "Who supports those who watch.")
    in_: Members | None = compared(MemberSet(PLACE), "Where, if not everywhere.")
    tasks: Members | None = compared(MemberSet(Words(Task)), "What the body does.", heavier=Way.MORE)
    means: Members | None = compared(MemberSet(Words(Means)), "By what means.", heavier=Way.MORE)
    agreed_by_parties: bool | None = compared(Qualifier(), "The parties agree on how it is done.")
    penalties: bool | None = compared(
        Qualifier(), "Breaches are punished.", when_stated=Direction.HEAVIER, asked=Asked("legal-force", "of")
    )
    predetermined: bool | None = compared(Qualifier(), "They are fixed beforehand.", when_stated=Direction.HEAVIER)


@declared
class JointBody(Term):
    """A committee, task force or working group deals with a matter."""

    kind = "joint-body"
    topic = Topic.IMPLEMENTATION
    asked = Asked("joint-bodies", "about")
    about: tuple[Matter, ...] = subject(Words(Matter), "What it deals with.", each=True)
    members: Members | None = compared(MemberSet(ACTOR), "Who sits in it.")
    tasks: Members | None = compared(MemberSet(Words(Task)), "What it does.", heavier=Way.MORE)


@declared
class Talks(Term):
    """Sides talk on about a matter. After Article 33 of the Charter of the United Nations.

    Talks on territory are *territorial-talks*, lasting talks on security *security-dialogue*: of these two, parties
    argue about more than who meets and when.
    """

    kind = "talks"
    topic = Topic.IMPLEMENTATION
    asked = Asked("talks", "about")
    between: tuple[str, ...] = subject(ACTOR, "Who talks.", together=True, bears=True)
    about: tuple[TalksTopic, ...] = subject(Words(TalksTopic), "About what.", each=True)
    level: TalksLevel | None = compared(
        Ordinal(TalksLevel), "experts < delegations < leaders.", deontics=Deontics(rejection=Way.MORE)
    )
    with_: Members | None = compared(MemberSet(ACTOR), "Who takes part besides, or mediates.")
    immediate: bool | None = compared(Qualifier(), "At once.", when_stated=Direction.HEAVIER)


@declared
class EntryIntoForce(Term):
    """By which steps a text comes to bind. After Articles 11 to 18 and 24 of the Vienna Convention of 1969.

    That it binds, and what follows a breach, is told by *oversight*.
    """

    kind = "entry-into-force"
    topic = Topic.IMPLEMENTATION
    act = False
    asked = Asked("entry-into-force", "of")
    of: tuple[Concluded, ...] = subject(Words(Concluded), "Which text.", each=True)
    steps: Members | None = compared(
        MemberSet(Words(Conclusion)), "What it takes.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )
    by: Members | None = compared(MemberSet(ACTOR), "Who takes these steps.", bears=True)
