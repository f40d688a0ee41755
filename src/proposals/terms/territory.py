"""Territory: whose a place is said to be, who controls or leaves it, and where the line runs."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Ordinal, Qualifier
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree, Word


class Recognition(Degree):
    """How far a status is recognised: the degree only; *by whom* is a field of its own.

    After the usage of international law (Oppenheim's International Law, 9th ed., §§ 44-50): *de facto* takes note of
    control without accepting a title; *de jure* accepts the title.
    """

    NONE = "none", "No recognition is given."
    DE_FACTO = "de facto", "Control is acknowledged as a fact; no title is accepted."
    DE_JURE = "de jure", "A legal title is accepted."


class Extent(Degree):
    """How much of something a term covers."""

    PART = "part", "Some of it."
    MOST = "most", "The greater part of it."
    WHOLE = "whole", "All of it."


class Line(Word):
    """Which line is meant."""

    CONTACT = "line of contact", "Where the forces stand when the term takes effect or the text is written."
    AGREED = "agreed line", "A line that the parties still have to agree on."
    BORDER = "state border", "The border that the parties had before the conflict."
    ADMINISTRATIVE = "regional boundary", "The boundary of a region."
    EARLIER = "line of an earlier agreement", "A line that the parties agreed on before."


class TalksMatter(Word):
    """What talks about territory are about."""

    SWAPS = "swaps", "Ground is exchanged for ground."
    GOVERNANCE = "governance", "How ground that is held by the other side is governed."
    STATUS = "status", "Whose the ground is."


class ForceMatter(Word):
    """What is not to be changed by force."""

    AGREED = "agreed arrangements", "What the parties have agreed on territory, or will."
    HELD_BY_OTHER = "ground held by the other side", "Ground that an actor claims and another holds."


class Approval(Word):
    """Whose consent a step needs."""

    PARLIAMENT = "parliament", "A vote of the parliament."
    REFERENDUM = "referendum", "A vote of the people."


class LineEffect(Word):
    """What happens along the line."""

    FIGHTING_ENDS = "fighting ends", "The fighting stops there; the text says no more of the line."
    FROZEN = "frozen", "The line stays where it is."
    LINE_OF_CONTACT = "recognised as line of contact", "The line itself is recognised, not the ground behind it."


@declared
class TerritoryStatus(Term):
    """Whose a place is recognised to be, how far, and by whom."""

    kind = "territory-status"
    topic = Topic.TERRITORY
    asked = Asked("whose-territory", "places", alternative=True)
    places: tuple[str, ...] = subject(PLACE, "The places whose status it is.", each=True)
    recognition: Recognition | None = compared(
        Ordinal(Recognition),
        "The degree: none < de facto < de jure.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE, closing=(Recognition.NONE,)),
    )
    as_: str | None = compared(Nominal(ACTOR), "Whose the place is recognised to be.", benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who recognises it.", heavier=Way.MORE, bears=True)


@declared
class Withdrawal(Term):
    """Armed forces leave a place."""

    kind = "withdrawal"
    topic = Topic.TERRITORY
    asked = Asked("who-withdraws", "from")
    of: tuple[str, ...] = subject(ACTOR, "Whose forces leave.", each=True, bears=True)
    from_: tuple[str, ...] = subject(PLACE, "The places that they leave.", each=True)
    extent: Extent | None = compared(
        Ordinal(Extent), "How much of the place they leave.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only if the other side withdraws as well.",
        when_stated=Direction.LIGHTER,
    )
    as_agreed: bool | None = compared(
        Qualifier(),
        "Only from such ground there as the parties agree on.",
        when_stated=Direction.LIGHTER,
    )


@declared
class Demilitarization(Term):
    """No armed forces stand in a place. After Article 60 of Additional Protocol I, 1977."""

    kind = "demilitarization"
    topic = Topic.TERRITORY
    asked = Asked("ground-without-forces", "places", alternative=True)
    places: tuple[str, ...] = subject(PLACE, "The places without forces.", each=True)
    of: Members | None = compared(MemberSet(ACTOR), "Whose forces stay out.", heavier=Way.MORE, bears=True)
    neutral: bool | None = compared(Qualifier(), "The place is neutral.", when_stated=Direction.HEAVIER)
    buffer: bool | None = compared(Qualifier(), "The place is a buffer zone between the sides.")
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only together with the other side's pull-back.",
        when_stated=Direction.LIGHTER,
    )


@declared
class FrozenLine(Term):
    """The line at which the forces stop, between two sides."""

    kind = "frozen-line"
    topic = Topic.TERRITORY
    asked = Asked("where-forces-stop", "between")
    between: tuple[str, ...] = subject(ACTOR, "The sides that the line parts.", together=True, bears=True)
    line: Line | None = compared(Nominal(Words(Line)), "Which line.")
    extent: Extent | None = compared(
        Ordinal(Extent), "How much of the line.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    places: Members | None = compared(MemberSet(PLACE), "The regions in which the line is named.")
    effect: LineEffect | None = compared(Nominal(Words(LineEffect)), "What happens along the line.")
    recognition: Recognition | None = compared(
        Ordinal(Recognition),
        "How far the ground behind the line is recognised as the holder's.",
        deontics=Deontics(rejection=Way.MORE),
        asked=Asked("whose-territory", "places", alternative=True),
    )
    essentially: bool | None = compared(Qualifier(), "Only in essence, as the text says, not in every part.")


@declared
class TerritorialTalks(Term):
    """The sides talk about territory. From when on is told by *after*, which all terms have."""

    kind = "territorial-talks"
    topic = Topic.TERRITORY
    asked = Asked("whose-territory", "places", alternative=True)
    between: tuple[str, ...] = subject(ACTOR, "Who talks.", together=True, bears=True)
    about: Members | None = compared(MemberSet(Words(TalksMatter)), "What the talks are about.")
    places: Members | None = compared(MemberSet(PLACE), "Which ground, if the text names it.")
    starting_from: Line | None = compared(Nominal(Words(Line)), "From which line they start.")


@declared
class ForceRenunciation(Term):
    """An actor does not change something by force. After Article 2(4) of the Charter of the United Nations."""

    kind = "force-renunciation"
    topic = Topic.TERRITORY
    asked = Asked("change-by-force", "by")
    by: tuple[str, ...] = subject(ACTOR, "Who renounces force.", each=True, bears=True)
    over: tuple[ForceMatter, ...] = subject(Words(ForceMatter), "What is not changed by force.", each=True)
    places: Members | None = compared(MemberSet(PLACE), "Where, if not everywhere.", heavier=Way.MORE)


@declared
class EconomicZone(Term):
    """A place becomes a special or free economic zone."""

    kind = "economic-zone"
    topic = Topic.TERRITORY
    asked = Asked("ground-without-forces", "places", alternative=True)
    places: tuple[str, ...] = subject(PLACE, "Where.", each=True)
    without_forces: Members | None = compared(MemberSet(ACTOR), "Whose forces stay out.", heavier=Way.MORE, bears=True)
    pull_back: bool | None = compared(
        Qualifier(), "Heavy forces pull back from it.", asked=Asked("who-withdraws", "places")
    )
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only together with the other side's pull-back.",
        when_stated=Direction.LIGHTER,
    )
    administered_by: Members | None = compared(MemberSet(ACTOR), "Whose administration and police work there.")
    approval: Members | None = compared(
        MemberSet(Words(Approval)),
        "Whose consent it needs; several words: any of them.",
        when_stated=Direction.LIGHTER,
    )


@declared
class Control(Term):
    """Who controls a place, a dam, a plant or a stretch of a border in fact. After Article 42 of the Hague Regulations.

    It says nothing of title, as *territory-status* does, nothing of how a plant is run, as *nuclear-plant* does, and
    nothing of whose forces leave, as *withdrawal* does: a text may have any of these without the others.
    """

    kind = "control"
    topic = Topic.TERRITORY
    asked = Asked("who-controls", "places")
    places: tuple[str, ...] = subject(PLACE, "What is controlled.", each=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who controls it.", benefits=True)
    with_: Members | None = compared(MemberSet(ACTOR), "Who is involved besides.")
    extent: Extent | None = compared(
        Ordinal(Extent), "How much of it.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    regained: bool | None = compared(Qualifier(), "The text speaks of getting it back.")
