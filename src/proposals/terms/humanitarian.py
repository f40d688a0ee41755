"""Humanitarian matters: prisoners, civilians, children, families, victims."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, subject
from proposals.fields.scales import Members, MemberSet, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import CONDITIONS, Term
from proposals.vocabulary import Direction, Topic, Word


class Persons(Word):
    """Whom a side holds or has taken away."""

    CIVILIANS = "civilians", "Civilian detainees and hostages. After the Fourth Geneva Convention, 1949."
    CHILDREN = "children", "Children who were taken away or are detained."
    POLITICAL_PRISONERS = "political prisoners", "Persons sentenced or detained for their stand."


@attrs.frozen(kw_only=True, eq=False, repr=False)
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


@attrs.frozen(kw_only=True, eq=False, repr=False)
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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FamilyContact(Term):
    """Families that the war has parted come together. After Article 74 of Additional Protocol I, 1977."""

    kind = "family-contact"
    topic = Topic.HUMANITARIAN
    asked = Asked("divided-families", "between")
    between: tuple[str, ...] = subject(ACTOR, "On whose sides they live.", together=True)
    reunification: bool | None = compared(Qualifier(), "They are brought together for good.")
    visits: bool | None = compared(Qualifier(), "They may visit each other over the line.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VictimsRelief(Term):
    """Measures address the suffering of the war's victims. Compare UN General Assembly resolution 60/147, 2005."""

    kind = "victims-relief"
    topic = Topic.HUMANITARIAN
    asked = Asked("victims", "between")
    between: tuple[str, ...] = subject(ACTOR, "Of whose war they are victims.", together=True)
