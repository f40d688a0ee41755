"""Economy: rebuilding and its funds, frozen assets, compensation, trade and cooperation."""

from __future__ import annotations

from typing import Any

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, Record, compared, declared, subject
from proposals.fields.figures import Figure
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Qualifier, Quantity, Timing
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.terms.portion import Portion
from proposals.vocabulary import Direction, Topic
from proposals.words import Word


class Measure(Word):
    """A part of a package for rebuilding."""

    FUND = "development fund", "A fund that invests in growing sectors."
    GAS = "gas infrastructure", "Gas pipelines and storage are rebuilt, modernised, operated."
    TOWNS = "war-hit areas", "Areas, cities and housing that the war has damaged are restored and modernised."
    INFRASTRUCTURE = "infrastructure", "Infrastructure in general is developed."
    MINERALS = "minerals", "Minerals and natural resources are extracted."
    WORLD_BANK = "world bank financing", "The World Bank draws up special financing."


class Sector(Word):
    """A branch of the economy that a text names."""

    TECHNOLOGY = "technology", "Technology in general."
    DATA_CENTRES = "data centres", "Data centres."
    AI = "artificial intelligence", "Artificial intelligence."
    ENERGY = "energy", "Energy."
    RESOURCES = "natural resources", "Natural resources."
    INFRASTRUCTURE = "infrastructure", "Infrastructure."
    RARE_EARTHS = "rare earths", "Rare earths."
    ARCTIC = "arctic", "Projects in the Arctic, whatever their branch."


class AssetUse(Word):
    """What is done with assets that others hold frozen."""

    RECONSTRUCTION = "reconstruction", "They are put into rebuilding."
    COMPENSATION = "compensation", "They make up for damage, or stand as security until damage is made up for."
    VEHICLE = "joint investment", "They go into an investment vehicle with the owner."
    RETURN = "return", "They go back to the owner."


@declared
class Reconstruction(Term):
    """A package for rebuilding an actor's country."""

    kind = "reconstruction"
    topic = Topic.ECONOMY
    asked = Asked("reconstruction", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose country is rebuilt.", each=True, benefits=True)
    measures: Members | None = compared(MemberSet(Words(Measure)), "What the package holds.", heavier=Way.MORE)
    sectors: Members | None = compared(MemberSet(Words(Sector)), "The branches that the development fund invests in.")
    gas_partners: Members | None = compared(MemberSet(ACTOR), "Who works with the actor on gas infrastructure.")
    several_funds: bool | None = compared(Qualifier(), "Several funds are set up.")
    goal: int | float | Figure | None = compared(
        Quantity("USD"),
        "How much the funds are to raise.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
        deontics=Deontics(rejection=Way.MORE),
    )
    separate_agreement: bool | None = compared(Qualifier(), "Its terms stand in an agreement of their own.")


@declared
class Contribution(Term):
    """An actor pays into rebuilding."""

    kind = "contribution"
    topic = Topic.ECONOMY
    asked = Asked("who-pays", "to", alternative=True)
    by: tuple[str, ...] = subject(ACTOR, "Who pays.", each=True, bears=True)
    to: tuple[str, ...] = subject(ACTOR, "Whose country is rebuilt with it.", each=True, benefits=True)
    amount: int | float | Figure | None = compared(
        Quantity("USD"), "How much.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )


@declared
class FrozenAssets(Term):
    """What becomes of an actor's frozen assets. What is taken or kept longer is heavier for the owner."""

    kind = "frozen-assets"
    topic = Topic.ECONOMY
    act = False
    asked = Asked("frozen-assets", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose assets they are.", each=True, bears=True)
    use: AssetUse | None = compared(
        Nominal(Words(AssetUse)),
        "What they, or the amount named, are used for.",
        asked=Asked("who-pays", values=(AssetUse.RECONSTRUCTION, AssetUse.COMPENSATION), alternative=True),
    )
    amount: int | float | Figure | None = compared(
        Quantity("USD"),
        "How much of them is used so; left out, the text names no amount.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE),
    )
    led_by: Members | None = compared(MemberSet(ACTOR), "Who leads what they are used for.")
    profit: Members | None = compared(MemberSet(Record(Portion, "of")), "Who has which part of the profit from them.")
    rest: AssetUse | None = compared(Nominal(Words(AssetUse)), "What the rest of them is used for.")
    frozen_until: Any = compared(
        Timing(),
        "They stay frozen until this.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
        deontics=Deontics(rejection=Way.MORE),
    )
    unfrozen: bool | None = compared(Qualifier(), "They are unfrozen.", when_stated=Direction.LIGHTER)
    returned: int | float | Figure | None = compared(
        Quantity("USD"),
        "How much goes back to the owner.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
        deontics=Deontics(rejection=Way.MORE),
    )


@declared
class Compensation(Term):
    """An actor is paid for the damage of the war. After Articles 31 and 36 of the ILC's articles of 2001."""

    kind = "compensation"
    topic = Topic.ECONOMY
    asked = Asked("who-pays", "to", alternative=True)
    to: tuple[str, ...] = subject(ACTOR, "Who is compensated.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who pays.", heavier=Way.MORE, bears=True)
    full: bool | None = compared(Qualifier(), "For the whole of it.", when_stated=Direction.HEAVIER)
    from_assets: bool | None = compared(Qualifier(), "Also out of frozen assets.", when_stated=Direction.HEAVIER)


@declared
class InvestmentVehicle(Term):
    """Two actors invest together, in projects in which both have a stake."""

    kind = "investment-vehicle"
    topic = Topic.ECONOMY
    asked = Asked("joint-business", "between")
    between: tuple[str, ...] = subject(ACTOR, "Whose vehicle it is.", together=True)
    from_assets: bool | None = compared(Qualifier(), "It is fed from frozen assets.")
    against_relapse: bool | None = compared(Qualifier(), "It is meant as an incentive not to return to war.")


@declared
class EconomicCooperation(Term):
    """Two actors conclude an agreement on economic cooperation."""

    kind = "economic-cooperation"
    topic = Topic.ECONOMY
    asked = Asked("joint-business", "between")
    between: tuple[str, ...] = subject(ACTOR, "Who cooperates.", together=True, bears=True)
    long_term: bool | None = compared(Qualifier(), "For the long term.")
    sectors: Members | None = compared(MemberSet(Words(Sector)), "In which branches.", heavier=Way.MORE)


@declared
class FreeTrade(Term):
    """Two actors conclude a free-trade agreement. After Article XXIV of the GATT, 1947."""

    kind = "free-trade"
    topic = Topic.ECONOMY
    asked = Asked("free-trade", "between")
    between: tuple[str, ...] = subject(ACTOR, "Whose trade is freed.", together=True, bears=True)
    accelerated: bool | None = compared(Qualifier(), "Its conclusion is speeded up.", when_stated=Direction.HEAVIER)
