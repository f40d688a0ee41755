"""How a field compares: the scales of a comparison, after Stevens (1946) with what peace plans need besides.

A field names its scale where it is declared. A scale knows the domain of its values and says of two *unequal*
values how the right one lies from the left one; an unstated value (``None``) never reaches it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from typing import Any, ClassVar

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.changes import (
    Amount,
    AnotherEvent,
    Bounds,
    Change,
    Inside,
    Membership,
    Ranked,
    Redline,
    Shift,
    Steps,
    Unlike,
    Way,
    later,
)
from proposals.fields.figures import Amounted, Figure, Figures, figure_of
from proposals.fields.inside import paths_between, redline
from proposals.fields.members import Members, lead, led
from proposals.fields.values import FLAG, MOMENT, TEXT, Domain, Plain, Words
from proposals.strings import folded
from proposals.validation import Validated
from proposals.values import Value
from proposals.words import Word
from proposals.world.dates import Deadline


class Scale(Value, ABC):
    """How two values of a field compare."""

    name: ClassVar[str]
    many: ClassVar[bool] = False
    """Whether a value is a list, a :class:`Members`, of the domain's values."""

    domain: Domain

    @abstractmethod
    def change(self, left: Any, right: Any) -> Change:
        """What the right value is, seen from the left one.

        Args:
            left: A stated value.
            right: A stated value that is not equal to it.

        Returns:
            The change.
        """

    def covers(self, rejected: Any, proposed: Any, way: Way | None) -> bool:
        """Whether who rejects or bans one value thereby rejects another: the equal, and all that lies one way from it.

        Args:
            rejected: The value that is rejected or banned.
            proposed: The value that the other proposes.
            way: The way in which a rejection reaches; ``None`` for the equal only, and so on a scale without order.

        Returns:
            ``True`` where the proposed value is rejected as well.
        """
        return bool(rejected == proposed) or (way is not None and self.change(rejected, proposed).way is way)

    def check(self, value: Any) -> None:
        """Refuse what is no value of this scale.

        Args:
            value: The value.

        Raises:
            InvalidValueError: It is none.
        """
        self.domain.check(value)

    def tidy(self, value: Any) -> Any:
        """The value in its one form, where Python knows several: 50 for 50.0, single blanks in text.

        Args:
            value: What was given.

        Returns:
            The value in that form; what is none of the scale as it is.
        """
        return self.domain.tidy(value)

    def plain(self, value: Any) -> Plain:
        """The value as JSON and YAML hold it.

        Args:
            value: The value.

        Returns:
            Text, numbers, lists and mappings.
        """
        return self.domain.plain(value)

    def meaning(self, value: Any) -> Plain:
        """What makes two values equal, as JSON holds it: the plain form, unless one value has several spellings.

        Args:
            value: The value.

        Returns:
            Text, numbers, lists and mappings.
        """
        return self.plain(value)


_words = cache(Words)
_figures = cache(Figures)


@attrs.frozen(eq=False, repr=False)
class Nominal(Validated, Scale):
    """Same or different, with no order: which line, which body.

    ``domain`` has the values that there are.
    """

    domain: Domain
    name = "nominal"

    def change(self, left: Any, right: Any) -> Change:  # noqa: ARG002 -- any two unequal values are only unlike
        """Unlike."""
        return Unlike()


@attrs.frozen(eq=False, repr=False)
class Ordinal(Validated, Scale):
    """Degrees in the order of a word list, weakest first: recognition none < de facto < de jure.

    ``words`` is the list, whose order is that of the degrees.
    """

    words: type[Word]
    name = "ordinal"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """The words."""
        return _words(self.words)

    def change(self, left: Word, right: Word) -> Steps:
        """Steps up or down."""
        return Steps(right.rank - left.rank)


@attrs.frozen(eq=False, repr=False)
class PartialOrder(Validated, Scale):
    """Words of which some are stronger than others: ``stronger`` holds pairs (weaker, stronger), closed transitively.

    Two words that no chain of pairs connects are incomparable, and no rank is made up for them.

    ``words`` is the list that the pairs are of.
    """

    words: type[Word]
    stronger: tuple[tuple[Word, Word], ...]
    name = "partial order"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """The words."""
        return _words(self.words)

    def change(self, left: Word, right: Word) -> Ranked:
        """Stronger, weaker or incomparable."""
        if right in _above(self.stronger, left):
            return Ranked(Way.MORE)
        return Ranked(Way.LESS if left in _above(self.stronger, right) else Way.OTHER)


@cache
def _above(stronger: tuple[tuple[Word, Word], ...], word: Word) -> frozenset[Word]:
    found: set[Word] = set()
    waiting = [word]
    while waiting:
        one = waiting.pop()
        further = [above for below, above in stronger if below is one and above not in found]
        found.update(further)
        waiting.extend(further)
    return frozenset(found)


@attrs.frozen(eq=False, repr=False)
class Quantity(Validated, Scale):
    """A number of a unit: persons, USD, kilometres; or a :class:`Figure`, such as *at least EUR 90bn per year*.

    ``unit`` is that of the number, in the plural: ``persons``.
    """

    unit: str
    name = "quantity"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """Numbers from 0, and figures."""
        return _figures(self.unit)

    def change(self, left: Amounted, right: Amounted) -> Amount | Bounds:
        """Difference and ratio of two numbers; of figures which lies higher, if both ends say so."""
        if not isinstance(left, Figure) and not isinstance(right, Figure):
            return Amount(left, right, self.unit)
        (old, own), (new, other) = figure_of(left), figure_of(right)
        if own != other:
            return Bounds(Way.OTHER)
        if all(after >= before for before, after in zip(old, new, strict=True)):
            return Bounds(Way.MORE)
        lower = all(after <= before for before, after in zip(old, new, strict=True))
        return Bounds(Way.LESS if lower else Way.OTHER)

    def covers(self, rejected: Amounted, proposed: Amounted, way: Way | None) -> bool:
        """All that lies ``way``, as on any scale, and all that lies between the ends of a figure."""
        (low, high), unit = figure_of(rejected)
        (least, most), other = figure_of(proposed)
        return (unit == other and low <= least and most <= high) or super().covers(rejected, proposed, way)


@attrs.frozen(eq=False, repr=False)
class Share(Quantity):
    """A part of a whole in percent, 0 to 100; its difference is in percentage points.

    ``unit`` is always percent.
    """

    unit: str = "percent"
    name = "share"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """Percent, and figures of percent."""
        return _figures(self.unit, most=100)


@attrs.frozen(eq=False, repr=False)
class MemberSet(Validated, Scale):
    """A :class:`Members`: guarantors, recognising states, signatories; closed, or open with ``…``.

    ``domain`` has the values that a member may be.
    """

    domain: Domain
    name = "members"
    many = True

    def change(self, left: Members, right: Members) -> Membership:
        """Added, removed, in common."""
        before, after, plain = frozenset(left.items), frozenset(right.items), self.domain.plain
        added = [plain(item) for item in right.items if item not in before]
        removed = [plain(item) for item in left.items if item not in after]
        common = tuple([plain(item) for item in left.items if item in after])
        altered: tuple[Inside, ...] = ()
        if added and removed:
            old, new = led(removed), led(added)
            once = old.keys() & new.keys()
            added = [item for item in added if lead(item) not in once]
            removed = [item for item in removed if lead(item) not in once]
            altered = tuple(Inside(paths_between(item, new[lead])) for lead, item in old.items() if lead in once)
        return Membership(tuple(added), tuple(removed), common, not left.open, not right.open, altered)

    def covers(self, rejected: Members, proposed: Members, way: Way | None) -> bool:  # noqa: ARG002 -- sets only
        """A list that holds all who are named in the rejected one."""
        return frozenset(rejected) <= frozenset(proposed)

    def check(self, value: Any) -> None:
        """Take a list that names somebody or is open, and check each member."""
        if not value.items and not value.open:
            raise InvalidValueError("a list names at least one, or is open", "None where nothing is stated")
        for item in value:
            self.domain.check(item)

    def tidy(self, value: Any) -> Any:
        """Several values of Python are taken for a closed list."""
        return value if isinstance(value, Members) else Members(value)

    def plain(self, value: Members) -> Plain:
        """A list, with ``…`` at its end if it is open."""
        named = [self.domain.plain(item) for item in value.items]
        return [*named, "…"] if value.open else named


@attrs.frozen(eq=False, repr=False)
class Timing(Scale):
    """A deadline or moment: earlier, later, another event, or incomparable. Words that name no event are prose."""

    name = "deadline"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """Dates, spans and events."""
        return MOMENT

    def change(self, left: Deadline, right: Deadline) -> Shift | AnotherEvent | Redline:
        """By days, where both are dates or spans from one event; by the order of their events; or word by word."""
        renewable = None if left.renewable is right.renewable else Way.MORE if right.renewable else Way.LESS
        if left.same_start(right):
            return Shift(right.days_after(left), renewable)
        if left.free or right.free:
            alike = folded(left.text) == folded(right.text)  # where only one of two texts declares the event
            return AnotherEvent(Way.OTHER) if alike else redline(left.text, right.text)
        if left.event and right.event:
            return AnotherEvent(later(right.order_after(left), right.longer_by(left), renewable))
        return Shift(right.days_after(left), renewable)

    def meaning(self, value: Deadline) -> Plain:
        """The parts of the moment in their one spelling."""
        return list(value.meaning)


@attrs.frozen(eq=False, repr=False)
class Qualifier(Validated, Scale):
    """A flag, or a word, that narrows: in peacetime, permanently, under its command.

    ``domain`` has the values: a flag if it is left out.
    """

    domain: Domain = FLAG
    name = "qualifier"

    def change(self, left: Any, right: Any) -> Change:  # noqa: ARG002 -- any two unequal words are only unlike
        """Another word; that it is there on one side only is never asked of a scale."""
        return Unlike()


@attrs.frozen(eq=False, repr=False)
class Prose(Scale):
    """A clause kept as words: a redline, and no distance."""

    name = "prose"

    @property
    def domain(self) -> Domain:  # type: ignore[override]
        """Text."""
        return TEXT

    def change(self, left: str, right: str) -> Redline:
        """Word by word."""
        return redline(left, right)


@attrs.frozen(eq=False, repr=False)
class Structure(Validated, Scale):
    """A record with fields of its own: what differs is listed path by path.

    ``domain`` has the values: records of one class.
    """

    domain: Domain
    name = "structure"

    def change(self, left: Any, right: Any) -> Inside:
        """Every path at which the plain forms differ."""
        return Inside(paths_between(self.plain(left), self.plain(right)))
