"""What a scale says of two unequal values: small frozen classes, closed by the union :data:`Change`.

Each tells which :class:`Way` the right value lies from the left one and has a mirror: what it would be were the
sides exchanged.
"""

from __future__ import annotations

import math
from typing import TypeAlias

import attrs

from proposals.fields.values import Plain
from proposals.validation import Validated
from proposals.values import Value
from proposals.words import Word


class Way(Word):
    """In which direction the right value differs from the left one."""

    MORE = "more", "Higher, larger, stronger, later, or more members; stated on the right only."
    LESS = "less", "Lower, smaller, weaker, earlier, or fewer members; stated on the left only."
    OTHER = "other", "Neither, or not to be told."

    def reversed(self) -> Way:
        """The way seen from the other side."""
        return {Way.MORE: Way.LESS, Way.LESS: Way.MORE}.get(self, self)


class Lack(Word):
    """Why a value is not stated on the side that does not have it."""

    UNSTATED = "not stated", "The text is known, and it does not say this."
    LEFT_OUT = "left out", "A source says that the text does not say this."
    UNREPORTED = "not reported", "The text is known only in part, and may say this."
    NOT_RESTATED = "not restated", "The document answers the other's term without repeating all of it."

    @property
    def certain(self) -> bool:
        """Whether the text is known not to say it."""
        return self in {Lack.UNSTATED, Lack.LEFT_OUT}


@attrs.frozen(eq=False, repr=False)
class Stated(Validated):
    """The value is stated on one side only: *added* on the right (``MORE``) or *dropped* there (``LESS``).

    ``lack`` says what its absence on the other side means; only what a text is known not to say weighs.
    """

    way: Way
    lack: Lack = Lack.UNSTATED

    def mirrored(self) -> Stated:
        """Added becomes dropped."""
        return Stated(self.way.reversed(), self.lack)


@attrs.frozen(eq=False, repr=False)
class Unlike(Value):
    """Two values of a nominal scale, with no order between them."""

    way = Way.OTHER

    def mirrored(self) -> Unlike:
        """Itself."""
        return self


@attrs.frozen(eq=False, repr=False)
class Steps(Validated):
    """How many steps of an ordinal scale the right lies above the left; below if negative; never 0."""

    steps: int

    @property
    def way(self) -> Way:
        """By the sign."""
        return Way.MORE if self.steps > 0 else Way.LESS

    def mirrored(self) -> Steps:
        """The other sign."""
        return Steps(-self.steps)


@attrs.frozen(eq=False, repr=False)
class Ranked(Validated):
    """Two values of a partial order: the right is stronger, weaker, or not to be compared (``OTHER``)."""

    way: Way

    def mirrored(self) -> Ranked:
        """Stronger becomes weaker."""
        return Ranked(self.way.reversed())


@attrs.frozen(eq=False, repr=False)
class Amount(Validated):
    """Right minus left in ``unit``; ``ratio`` is right over left, ``None`` where that is no number."""

    left: int | float
    right: int | float
    unit: str

    @property
    def difference(self) -> int | float:
        """Right minus left; a share's difference is in percentage points."""
        return round(self.right - self.left, 9)

    @property
    def ratio(self) -> float | None:
        """Right over left; ``None`` where the left is 0, or too near to it for a float."""
        ratio = self.right / self.left if self.left else math.inf
        return ratio if math.isfinite(ratio) else None

    @property
    def way(self) -> Way:
        """By the sign of the difference."""
        return Way.MORE if self.right > self.left else Way.LESS

    def mirrored(self) -> Amount:
        """The sides exchanged."""
        return Amount(self.right, self.left, self.unit)


@attrs.frozen(eq=False, repr=False)
class Bounds(Validated):
    """Two figures of which one is more than a number: the right lies higher, lower, or neither (``OTHER``).

    Neither, where they are in two currencies or for two periods, or where one of them holds the other.
    """

    way: Way

    def mirrored(self) -> Bounds:
        """Higher becomes lower."""
        return Bounds(self.way.reversed())


@attrs.frozen(eq=False, repr=False)
class Membership(Validated):
    """Members of two lists: only on the right, only on the left, on both; each in the lists' own order.

    An open list ("including …") never lacks anyone for certain: ``added_for_certain`` is false where the left list
    is open, ``removed_for_certain`` where the right one is. All three may be empty if only the openness differs.
    ``altered`` pairs members that are records of one leading word, with what differs inside them.
    """

    added: tuple[Plain, ...] = attrs.field(hash=False)
    removed: tuple[Plain, ...] = attrs.field(hash=False)
    common: tuple[Plain, ...] = attrs.field(hash=False)
    added_for_certain: bool
    removed_for_certain: bool
    altered: tuple[Inside, ...] = ()

    @property
    def way(self) -> Way:
        """More where members are only added, for certain; fewer where they are only removed, for certain."""
        if self.altered or (self.added and self.removed):
            return Way.OTHER
        if self.added and self.added_for_certain:
            return Way.MORE
        return Way.LESS if self.removed and self.removed_for_certain else Way.OTHER

    def mirrored(self) -> Membership:
        """Added becomes removed."""
        return Membership(
            self.removed,
            self.added,
            self.common,
            self.removed_for_certain,
            self.added_for_certain,
            tuple(inside.mirrored() for inside in self.altered),
        )


@attrs.frozen(eq=False, repr=False)
class Shift(Validated):
    """How many days the right is later than the left; earlier if negative; ``None`` where that cannot be told.

    ``renewable`` says that only the right may be renewed (``MORE``), or only the left (``LESS``); else it is ``None``.
    """

    days: float | None
    renewable: Way | None = None

    @property
    def way(self) -> Way:
        """Later is ``MORE``, earlier ``LESS``; what may be renewed may end later."""
        return _together(self.days, self.renewable)

    def mirrored(self) -> Shift:
        """The other sign."""
        days = None if self.days is None else 0.0 - self.days
        return Shift(days, self.renewable and self.renewable.reversed())


@attrs.frozen(eq=False, repr=False)
class AnotherEvent(Validated):
    """Two moments that hang on different known events.

    The right one certainly comes later (``MORE``) or earlier (``LESS``), or at the same time; or neither is certain.
    """

    way: Way

    def mirrored(self) -> AnotherEvent:
        """Later becomes earlier."""
        return AnotherEvent(self.way.reversed())


def later(order: int | None, days: float | None, renewable: Way | None) -> Way:
    """Which way a moment lies by the order of its event, by its days from there, and by whether it may be renewed.

    ``order`` is above 0 where the event comes later, 0 where it is the same one; ``None`` stands for what is not known.
    """
    return Way.OTHER if order is None else _together(days, renewable, order)


def _together(days: float | None, renewable: Way | None, order: int = 0) -> Way:
    if days is None:
        return Way.OTHER
    longer = {None: 0, Way.MORE: 1, Way.LESS: -1}[renewable]
    signs = {sign > 0 for sign in (order, days, longer) if sign}
    if len(signs) != 1:
        return Way.OTHER
    return Way.MORE if signs.pop() else Way.LESS


@attrs.frozen(eq=False, repr=False)
class Span(Validated):
    """Consecutive words of a redline: on both sides if ``left == right``, else deleted, inserted or replaced."""

    left: str
    right: str


@attrs.frozen(eq=False, repr=False)
class Redline(Validated):
    """Two texts word by word; the spans joined with blanks give back either side. No distance is claimed."""

    spans: tuple[Span, ...]
    way = Way.OTHER

    def mirrored(self) -> Redline:
        """The sides of each span exchanged."""
        return Redline(tuple(Span(span.right, span.left) for span in self.spans))


@attrs.frozen(eq=False, repr=False)
class PathChange(Validated):
    """One place inside a structured value: its path (``missile-strike.against``) and what stands there on each side.

    ``None`` means that nothing stands there.
    """

    path: str
    left: Plain = attrs.field(hash=False)
    right: Plain = attrs.field(hash=False)


@attrs.frozen(eq=False, repr=False)
class Inside(Validated):
    """Where two structured values differ inside, path by path, in alphabetical order of the paths."""

    paths: tuple[PathChange, ...]
    way = Way.OTHER

    def mirrored(self) -> Inside:
        """The sides of each path exchanged."""
        return Inside(tuple(PathChange(path.path, path.right, path.left) for path in self.paths))


Change: TypeAlias = (
    Stated | Unlike | Steps | Ranked | Amount | Bounds | Membership | Shift | AnotherEvent | Redline | Inside
)
"""Whatever a scale may say of two unequal values."""
