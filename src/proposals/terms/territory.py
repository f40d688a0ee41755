"""Territory: whose a place is said to be, who leaves it, where no army may stand, and where the line runs."""

from __future__ import annotations

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR, PLACE, Words
from proposals.fields import compared, subject
from proposals.scales import Listing, Members, Nominal, Ordinal, Qualifier
from proposals.terms.term import Term
from proposals.vocabulary import Direction, Topic, Word


class Recognition(Word):
    """How far a status is recognised: the degree only; *by whom* is a field of its own.

    After the usage of international law (Oppenheim's International Law, 9th ed., §§ 44-50): *de facto* takes note of
    control without accepting a title; *de jure* accepts the title.
    """

    NONE = "none", "No recognition is given."
    DE_FACTO = "de facto", "Control is acknowledged as a fact; no title is accepted."
    DE_JURE = "de jure", "A legal title is accepted."


class Extent(Word):
    """How much of something a term covers."""

    PART = "part", "Some of it."
    MOST = "most", "The greater part of it."
    WHOLE = "whole", "All of it."


class Line(Word):
    """Which line is meant."""

    CONTACT = "line of contact", "Where the forces stand when the term takes effect, or stood when the text was written."
    AGREED = "agreed line", "A line that the parties still have to agree on."
    BORDER = "state border", "The border that the parties had before the conflict."
    ADMINISTRATIVE = "regional boundary", "The boundary of a region."


class LineEffect(Word):
    """What happens along the line."""

    FIGHTING_ENDS = "fighting ends", "The fighting stops there; the text says no more of the line."
    FROZEN = "frozen", "The line stays where it is."
    LINE_OF_CONTACT = "recognised as line of contact", "The line itself is recognised, not the ground behind it."


@attrs.frozen(kw_only=True)
class TerritoryStatus(Term):
    """Whose a place is recognised to be, how far, and by whom."""

    kind = "territory-status"
    topic = Topic.TERRITORY
    places: tuple[str, ...] = subject(PLACE, "The places whose status it is.", each=True)
    recognition: Recognition | None = compared(
        Ordinal(Recognition),
        "The degree: none < de facto < de jure.",
        heavier=Way.MORE,
    )
    as_: str | None = compared(Nominal(ACTOR), "Whose the place is recognised to be.", benefits=True)
    by: Members | None = compared(Listing(ACTOR), "Who recognises it.", heavier=Way.MORE, bears=True)


@attrs.frozen(kw_only=True)
class Withdrawal(Term):
    """Armed forces leave a place."""

    kind = "withdrawal"
    topic = Topic.TERRITORY
    of: tuple[str, ...] = subject(ACTOR, "Whose forces leave.", each=True, bears=True)
    from_: tuple[str, ...] = subject(PLACE, "The places that they leave.", each=True)
    extent: Extent | None = compared(Ordinal(Extent), "How much of the place they leave.", heavier=Way.MORE)
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only if the other side withdraws as well.",
        when_stated=Direction.LIGHTER,
    )


@attrs.frozen(kw_only=True)
class Demilitarization(Term):
    """No armed forces stand in a place."""

    kind = "demilitarization"
    topic = Topic.TERRITORY
    places: tuple[str, ...] = subject(PLACE, "The places without forces.", each=True)
    of: Members | None = compared(Listing(ACTOR), "Whose forces stay out.", heavier=Way.MORE, bears=True)
    neutral: bool | None = compared(Qualifier(), "The place is neutral.", when_stated=Direction.HEAVIER)
    buffer: bool | None = compared(Qualifier(), "The place is a buffer zone between the sides.")
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only together with the other side's pull-back.",
        when_stated=Direction.LIGHTER,
    )


@attrs.frozen(kw_only=True)
class FrozenLine(Term):
    """The line at which the forces stop, between two sides."""

    kind = "frozen-line"
    topic = Topic.TERRITORY
    between: tuple[str, ...] = subject(ACTOR, "The sides that the line parts.", together=True, bears=True)
    line: Line | None = compared(Nominal(Words(Line)), "Which line.")
    extent: Extent | None = compared(Ordinal(Extent), "How much of the line.", heavier=Way.MORE)
    places: Members | None = compared(Listing(PLACE), "The regions in which the line is named.", heavier=Way.MORE)
    effect: LineEffect | None = compared(Nominal(Words(LineEffect)), "What happens along the line.")
    recognition: Recognition | None = compared(
        Ordinal(Recognition),
        "How far the ground behind the line is recognised as the holder's.",
        heavier=Way.MORE,
    )
    essentially: bool | None = compared(Qualifier(), "Only in essence, as the text says, not in every part.")
