"""Humanitarian matters: prisoners, civilians, children, families, victims, aid, and people who had to flee."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, Record, compared, declared, subject
from proposals.fields.figures import Figure
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Qualifier, Quantity
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import CONDITIONS, Term
from proposals.terms.portion import Release
from proposals.vocabulary import Direction, Topic
from proposals.words import Word


class Persons(Word):
    """Whom a side holds or has taken away."""

    CIVILIANS = "civilians", "Civilian detainees and hostages. After the Fourth Geneva Convention, 1949."
    CHILDREN = "children", "Children who were taken away or are detained."
    POLITICAL_PRISONERS = "political prisoners", "Persons sentenced or detained for their stand."
    HOSTAGES = "hostages", "Persons seized to press for something, soldiers among them."
    DEAD = "remains of the dead", "The bodies of those who died. After Article 34 of Additional Protocol I, 1977."


class MovementRight(Word):
    """What people may do as to where they live."""

    STAY = "stay", "Nobody is made to leave."
    LEAVE = "leave", "Who wants to leave may leave."
    RETURN = "return", "Who left, or had to flee, may come back."


@declared
class PrisonerExchange(Term):
    """Prisoners of war are exchanged. After Article 118 of the Third Geneva Convention, 1949."""

    kind = "prisoner-exchange"
    topic = Topic.HUMANITARIAN
    asked = Asked("prisoners-of-war", "between")
    between: tuple[str, ...] = subject(ACTOR, "Who exchanges them.", together=True, bears=True)
    all_for_all: bool | None = compared(
        Qualifier(),
        "All who remain are exchanged for all.",
        when_stated=Direction.HEAVIER,
    )
    bodies: bool | None = compared(Qualifier(), "The bodies of the dead as well.", when_stated=Direction.HEAVIER)
    releases: Members | None = compared(
        MemberSet(Record(Release, "by")), "Who releases how many.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )


@declared
class ReturnOfPersons(Term):
    """Persons who are no prisoners of war return. After Articles 132 to 135 of the Fourth Geneva Convention, 1949."""

    kind = "return-of-persons"
    topic = Topic.HUMANITARIAN
    asked = Asked("return-of-people", "who")
    who: tuple[Persons, ...] = subject(Words(Persons), "Who returns.", each=True)
    by: Members | None = compared(
        MemberSet(ACTOR),
        "Who returns them, if the text says so.",
        heavier=Way.MORE,
        bears=True,
    )
    unconditional: bool | None = compared(
        Qualifier(), "Without any condition.", when_stated=Direction.HEAVIER, deontics=Deontics(excludes=CONDITIONS)
    )
    number: int | float | Figure | None = compared(
        Quantity("persons"), "How many.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    whole: bool | None = compared(Qualifier(), "All of them.", when_stated=Direction.HEAVIER)


@declared
class FamilyContact(Term):
    """Families that the war has parted come together. After Article 74 of Additional Protocol I, 1977."""

    kind = "family-contact"
    topic = Topic.HUMANITARIAN
    asked = Asked("divided-families", "between")
    between: tuple[str, ...] = subject(ACTOR, "On whose sides they live.", together=True)
    reunification: bool | None = compared(Qualifier(), "They are brought together for good.")
    visits: bool | None = compared(Qualifier(), "They may visit each other over the line.")


@declared
class VictimsRelief(Term):
    """Measures address the suffering of the war's victims. Compare UN General Assembly resolution 60/147, 2005."""

    kind = "victims-relief"
    topic = Topic.HUMANITARIAN
    asked = Asked("victims", "between")
    between: tuple[str, ...] = subject(ACTOR, "Of whose war they are victims.", together=True)


@declared
class HumanitarianAid(Term):
    """Aid reaches people in a place. After Articles 69 to 71 of Additional Protocol I, 1977."""

    kind = "humanitarian-aid"
    topic = Topic.HUMANITARIAN
    asked = Asked("aid", "in")
    in_: tuple[str, ...] = subject(PLACE, "Where it is needed.", each=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who brings and hands it out.", bears=True)
    unhindered_by: Members | None = compared(MemberSet(ACTOR), "Who does not interfere with it.", heavier=Way.MORE)
    full: bool | None = compared(Qualifier(), "As much as is needed.", when_stated=Direction.HEAVIER)
    services: bool | None = compared(
        Qualifier(), "Water, power, hospitals and the like are repaired as well.", when_stated=Direction.HEAVIER
    )
    crossings: Members | None = compared(MemberSet(PLACE), "Which crossings are open for it.", heavier=Way.MORE)


@declared
class Displacement(Term):
    """Whether people may stay in a place, leave it and come back, and what becomes of their property.

    After Article 49 of the Fourth Geneva Convention, 1949, and the Pinheiro Principles on property, 2005. Persons whom
    the other side holds are *return-of-persons*, families parted by a line *family-contact*.
    """

    kind = "displacement"
    topic = Topic.HUMANITARIAN
    asked = Asked("displacement", "places")
    places: tuple[str, ...] = subject(PLACE, "Which place.", each=True)
    rights: Members | None = compared(MemberSet(Words(MovementRight)), "What people may do.", heavier=Way.MORE)
    property: bool | None = compared(Qualifier(), "Property is given back or made good.", when_stated=Direction.HEAVIER)
