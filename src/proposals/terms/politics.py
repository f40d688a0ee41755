"""Politics: constitutions and laws, self-government, administration for a time, and elections."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Qualifier
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.terms.instrument import Instrument
from proposals.vocabulary import Direction, Topic
from proposals.words import Word


class Elected(Word):
    """What is elected."""

    PRESIDENT = "president", "A head of state."
    PARLIAMENT = "parliament", "A national parliament."
    LOCAL = "local", "Councils and mayors."


class Law(Word):
    """A law that a text wants changed."""

    CONSTITUTION = "constitution", "The state's constitution."
    SELF_GOVERNMENT = "law on self-government", "The law on how certain areas govern themselves."
    MARTIAL_LAW = "martial law", "The state of war or emergency in law. Compare Article 4 of the ICCPR, 1966."


class LegalStep(Word):
    """What is done with a law."""

    ADOPTED = "adopted", "It is made."
    AMENDED = "amended", "It is changed."
    LIFTED = "lifted", "It no longer applies."


class LegalMatter(Word):
    """What a new or a changed law is about."""

    DECENTRALISATION = "decentralisation", "Powers go from the centre to regions and towns."
    SELF_GOVERNMENT = "self-government of areas", "Some areas govern themselves more than others do."


class Power(Word):
    """A power of an area that governs itself."""

    LANGUAGE = "language", "It decides on its languages."
    POLICE = "local police", "Its councils set up a police of their own."
    COURTS = "courts and prosecutors", "It has a say in who is appointed."
    ECONOMY = "economic support", "The state supports its economy, by agreement with it."
    BORDER = "ties across the border", "It works together with regions across the border."


class Authority(Word):
    """What sort of body governs for a time."""

    TECHNOCRATIC = "technocratic committee", "Experts who belong to no party."
    INTERNATIONAL = "international administration", "An administration that other states or an organisation set up."


@declared
class Elections(Term):
    """An actor holds elections. The deadline is told by *within* or *before*, which all terms have."""

    kind = "elections"
    topic = Topic.POLITICS
    asked = Asked("elections", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who holds them.", each=True, bears=True)
    of: Members | None = compared(
        MemberSet(Words(Elected)),
        "What is elected; left out, the text does not say.",
        heavier=Way.MORE,
    )
    places: Members | None = compared(MemberSet(PLACE), "Where, if not in the whole country.", heavier=Way.MORE)
    agreed_with: Members | None = compared(MemberSet(ACTOR), "With whom the way of holding them is agreed.")
    observed_by: Members | None = compared(MemberSet(ACTOR), "Whose rules and observers they have.")
    as_soon_as_possible: bool | None = compared(Qualifier(), "As soon as possible, without a date.")


@declared
class LegalChange(Term):
    """An actor makes, changes or lifts a law of its own, the constitution or martial law among them.

    One kind for all such steps, as what parties argue about is the same: which law, what is done with it, to what end
    and in agreement with whom. What a law is to say of a matter that has a kind of its own is told there.
    """

    kind = "legal-change"
    topic = Topic.POLITICS
    asked = Asked("laws", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Whose law.", each=True, bears=True)
    law: tuple[Law, ...] = subject(Words(Law), "Which law.", each=True)
    step: LegalStep | None = compared(Nominal(Words(LegalStep)), "What is done with it.")
    matters: Members | None = compared(MemberSet(Words(LegalMatter)), "What it is to provide for.", heavier=Way.MORE)
    agreed_with: Members | None = compared(MemberSet(ACTOR), "With whom it is agreed.", when_stated=Direction.HEAVIER)


@declared
class SelfGovernment(Term):
    """An area governs itself within a state: autonomy, special status. Compare territorial power-sharing in PA-X.

    *territory-status* says whose the area is, this how it is governed.
    """

    kind = "self-government"
    topic = Topic.POLITICS
    asked = Asked("self-government", "places")
    places: tuple[str, ...] = subject(PLACE, "Which area.", each=True)
    of: Members | None = compared(MemberSet(ACTOR), "Which state grants it.", bears=True)
    powers: Members | None = compared(
        MemberSet(Words(Power)), "Over what it decides.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )
    permanent: bool | None = compared(Qualifier(), "For good.", when_stated=Direction.HEAVIER)
    written_into: Members | None = compared(
        MemberSet(Words(Instrument)), "The legal texts that are to say so.", when_stated=Direction.HEAVIER
    )


@declared
class TransitionalAdministration(Term):
    """Who governs a place for a time, and who watches over that. Compare UN Security Council resolution 1244, 1999."""

    kind = "transitional-administration"
    topic = Topic.POLITICS
    asked = Asked("who-governs", "places")
    places: tuple[str, ...] = subject(PLACE, "Which place.", each=True)
    form: Authority | None = compared(Nominal(Words(Authority)), "What sort of body governs.")
    by: Members | None = compared(MemberSet(ACTOR), "Who governs, or sits in that body.", bears=True)
    overseen_by: Members | None = compared(MemberSet(ACTOR), "Who watches over it.")
    chaired_by: str | None = compared(Nominal(ACTOR), "Who chairs those who watch over it.")
    without: Members | None = compared(
        MemberSet(ACTOR), "Who has no part in it.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )
