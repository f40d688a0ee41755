"""Strips: for each ordered field of each subject, an axis with a lane for each document and its mark on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from textwrap import wrap
from typing import Any, Final

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.comparison.rules import State
from proposals.fields.changes import Way
from proposals.fields.declare import Field, compared_fields
from proposals.fields.figures import figure_of
from proposals.fields.scales import Ordinal, Quantity, Timing
from proposals.language.dates import date_words
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.sentences import heading
from proposals.language.tables import Language
from proposals.language.values import value
from proposals.library.library import ENGLISH
from proposals.terms.base import Term
from proposals.values import Value
from proposals.vocabulary import Absence, Coverage, Stance, Topics
from proposals.words import Word
from proposals.world.dates import Date, Deadline

SIGNS: Final[dict[State, str]] = {
    Absence.SILENT: "–",
    Absence.UNREPORTED: "?",
    Absence.LEFT_OUT: "∅",
    Stance.STRIKES: "×",
}
"""The sign of a document that has no value and no stance of its own; it stands beside its word and never alone."""


_SPAN: Final = 312
_LETTER: Final = 7.0
"""Pixels of an axis, and of a letter below it at most."""
_BEYOND: Final = 16
"""Pixels by which the words below the last tick jut out."""
_LONGEST: Final = 14
"""Letters of a line below an axis."""


class Sort(Enum):
    """What a document does with a value on an axis: puts it forward, declines or deletes it, or something else."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    DELETED = "deleted"
    OTHER = "other"


_SORTS: Final = {
    Stance.PROPOSES: Sort.PROPOSED,
    Stance.REJECTS: Sort.DECLINED,
    Stance.REFUSES: Sort.DECLINED,
    Stance.STRIKES: Sort.DELETED,
}
"""How a value is drawn; a value with any other stance is of the last sort."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mark(Value):
    """A value on the axis: from ``at`` to ``until`` (the same for all but dates that are not exact), both 0 to 1.

    ``sort`` says what the document does with it, and so how it is drawn.
    """

    at: float
    until: float
    words: str
    sort: Sort = Sort.PROPOSED


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lane(Value):
    """One document's values. ``aside`` tells in words what no mark can: that it is silent, or a value off the axis."""

    marks: tuple[Mark, ...]
    aside: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Strip(Value):
    """One field of one subject; ``ticks`` pair a place on the axis, 0 to 1, with its words.

    ``field`` is what the field is called, ``definition`` what it means, empty where there is nothing to add.
    ``heavier`` says which end weighs more on whoever bears the term; empty where
    the field says nothing of weight.
    """

    topic: Topics
    title: str
    field: str
    definition: str
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    heavier: str

    @property
    def labels(self) -> tuple[tuple[float, tuple[str, ...]], ...]:
        """The ticks with their words in lines, short enough to keep clear of the next.

        Where a word is too long for that, every second tick has its words below those of its neighbours.
        """
        room = _room(_SPAN / max(1, len(self.ticks) - 1))
        longest = max((len(word) for _, words in self.ticks for word in words.split()), default=0)
        if longest <= room:
            return tuple((at, tuple(wrap(words, room))) for at, words in self.ticks)
        broken = [(at, tuple(wrap(words, _room(2 * _SPAN / (len(self.ticks) - 1))))) for at, words in self.ticks]
        deep = max(len(lines) for _, lines in broken[::2])
        return tuple((at, ("",) * deep + lines if place % 2 else lines) for place, (at, lines) in enumerate(broken))

    @property
    def deepest(self) -> int:
        """How many lines the longest of the labels has."""
        return max((len(lines) for _, lines in self.labels), default=0)

    @property
    def single(self) -> bool:
        """Whether no two documents have a mark, so that there is nothing to see that words do not say."""
        return sum(bool(lane.marks) for lane in self.lanes) <= 1


def _room(step: float) -> int:
    """How many letters a line below an axis may have where the next is so many pixels away.

    The last tick has all of its words on the left of it, save what juts out.
    """
    return min(_LONGEST, int((step + _BEYOND) / 1.5 / _LETTER))


@attrs.frozen(eq=False, repr=False)
class _Axis(Value):
    """What turns values into places between 0 and 1: ``low`` and ``high`` are numbers, ``ticks`` as for a strip.

    ``origin`` tells the values of this axis from others of the field, as :func:`_origin` does.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    origin: str = ""

    def at(self, number: float) -> float:
        return 0.5 if self.high == self.low else (number - self.low) / (self.high - self.low)


def strips(lines: Iterable[Line], lookup: Lookup) -> Iterator[Strip]:
    """A strip for each field on an ordinal, quantity, share or deadline scale that a document states."""
    for line in lines:
        shape = line.shape
        for field in compared_fields(shape):
            stated = [held for term in line.terms if (held := _held(term, shape, field)) is not None]
            axis = _axis(field, stated, lookup)
            if axis is not None:
                yield Strip(
                    topic=line.topic,
                    title=heading(shape, line.subject, lookup),
                    field=field_label(field.key, shape, lookup),
                    definition=_definition(field, lookup),
                    ticks=axis.ticks,
                    lanes=tuple(_lane(position, shape, field, axis, lookup) for position in line.positions),
                    heavier=_heavier(field, lookup),
                )


def _held(term: Term, shape: type[Term], field: Field) -> Any:
    """The value of a field; ``None`` where it is not stated or the term, an answer, is of another kind."""
    return getattr(term, field.name) if isinstance(term, shape) else None


def _definition(field: Field, lookup: Lookup) -> str:
    """What the field means, which is in English alone; nothing where that is the order that the axis shows."""
    return field.definition if lookup.language.code == ENGLISH and " < " not in field.definition else ""


def _heavier(field: Field, lookup: Lookup) -> str:
    if field.heavier is None:
        return ""
    return lookup.language.phrase(f"pages.report.{'right' if field.heavier is Way.MORE else 'left'}")


def _lane(position: Position, shape: type[Term], field: Field, axis: _Axis, lookup: Lookup) -> Lane:
    partly = position.coverage is Coverage.PARTIAL
    marks: dict[Mark, None] = {}
    asides: dict[str, None] = {}
    for term in position.terms:
        held = _held(term, shape, field)
        if held is None:
            alike = isinstance(term, shape)
            lacking = _lacking(term, field, lookup, partly=partly) + _held_by(term, lookup)
            asides[lacking if alike else lookup.language.phrase("pages.report.another kind")] = None
            continue
        words = f"{_doing(term, lookup)}{value(field, field.plain(held), lookup)}{_held_by(term, lookup)}"
        span = _span(held)
        if span is None or _origin(held) != axis.origin:
            asides[words] = None
        else:
            sort = _SORTS.get(term.stance, Sort.OTHER)
            marks[Mark(at=axis.at(span[0]), until=axis.at(span[1]), words=words, sort=sort)] = None
    if not position.terms:
        asides[absent(position.state, lookup)] = None
    return Lane(marks=tuple(marks), aside=lookup.language.phrase("pages.between clauses").join(asides))


def absent(state: State, lookup: Lookup) -> str:
    """A document's state by its sign and in words: silent, not reported, or deleted."""
    language = lookup.language
    deleted = state is Stance.STRIKES
    return f"{SIGNS[state]} {language.phrase('pages.does.strikes') if deleted else language.word(state, 'short')}"


def _lacking(term: Term, field: Field, lookup: Lookup, *, partly: bool) -> str:
    """Why a term has no value: an answer need not repeat one, and what a text known in part says may be more."""
    if term.stance is Stance.STRIKES:
        return absent(Stance.STRIKES, lookup)
    if partly and field.key in term.left_out:
        return absent(Absence.LEFT_OUT, lookup)
    if term.stance is not Stance.PROPOSES:
        return lookup.language.phrase(f"pages.does.{term.stance}")
    return absent(Absence.UNREPORTED, lookup) if partly else lookup.language.phrase("pages.report.value not stated")


def _doing(term: Term, lookup: Lookup) -> str:
    if term.stance is Stance.PROPOSES:
        return ""
    return lookup.language.fill("pages.label", label=lookup.language.word(term.stance), text="")


def _held_by(term: Term, lookup: Lookup) -> str:
    named = [term.option] if term.option else []
    return f" ({', '.join([*named, *map(lookup.name, term.holders)])})" if term.alternative else ""


def _span(held: Any) -> tuple[float, float] | None:
    """The first and the last number that a value may mean; ``None`` for a value that has no place on an axis."""
    if isinstance(held, Deadline):
        if held.date is not None:
            ends = (held.date.earliest, held.date.latest)
            return None if date.min in ends or date.max in ends else (ends[0].toordinal(), ends[1].toordinal())
        return None if held.days is None else (held.days, held.days)
    if isinstance(held, Word):
        return (held.rank, held.rank)
    figure, unit = figure_of(held)
    return None if math.inf in figure or any(unit) else figure


def _origin(held: Any) -> str:
    """What a moment is counted from: ``date``, or a span's event with its preposition; empty for other values."""
    if not isinstance(held, Deadline):
        return ""
    return "date" if held.date is not None else f"days {held.anchor}"


def _axis(field: Field, stated: list[Any], lookup: Lookup) -> _Axis | None:
    if isinstance(field.scale, Ordinal) and stated:
        words = list(field.scale.words)
        last = len(words) - 1
        return _Axis(0, last, tuple((at / last, value(field, str(word), lookup)) for at, word in enumerate(words)))
    if isinstance(field.scale, Quantity):
        ends = [span[1] for held in stated if (span := _span(held)) is not None]
        return _numbers(max(ends), lookup.language) if ends else None
    if isinstance(field.scale, Timing):
        return _moments(stated, lookup.language)
    return None


def _numbers(most: float, language: Language) -> _Axis:
    """From 0 to the next round number."""
    step = _round_step(most / 4) if most else 1
    count = max(1, math.ceil(most / step))
    return _Axis(0, count * step, tuple((index / count, _short(index * step, language)) for index in range(count + 1)))


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5 and 5, times a power of ten, that is not below ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least)
    return int(step) if step.is_integer() else step


def _short(number: float, language: Language) -> str:
    """A number as an axis shows it, ``600,000`` or ``100 bn``."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if number >= size:
            digits = f"{number / size:g}".replace(".", language.phrase("numbers.decimal"))
            return language.fill(f"pages.report.sizes.{name}", number=digits)
    signs = {",": language.phrase("numbers.thousands"), ".": language.phrase("numbers.decimal")}
    return "".join(signs.get(sign, sign) for sign in f"{number:,.10g}")


def _moments(stated: Sequence[Deadline], language: Language) -> _Axis | None:
    """Dates from the first to the last, or else days from the event that most of the spans are counted from."""
    dates = [span for held in stated if held.date is not None and (span := _span(held)) is not None]
    if dates:
        low, high = min(first for first, _ in dates), max(last for _, last in dates)
        axis = _Axis(low, high, ())
        ticks = tuple(
            (axis.at(end), date_words(Date(date.fromordinal(int(end)).isoformat()), language))
            for end in dict.fromkeys((low, high))
        )
        return _Axis(low, high, ticks, "date")
    spans = [held for held in stated if held.days is not None]
    if not spans:
        return None
    origins = [_origin(held) for held in spans]
    origin = max(origins, key=origins.count)
    axis = _numbers(max(held.days or 0 for held in spans if _origin(held) == origin), language)
    ticks = tuple((at, language.counted("pages.report.days", words)) for at, words in axis.ticks)
    return _Axis(axis.low, axis.high, ticks, origin)
