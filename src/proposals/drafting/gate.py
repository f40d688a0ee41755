"""The gate that what other drafters read must pass: no value without words of its own point that say it.

The quotation stands in that point exactly. Names, numbers and dates are parsed from the quotation, by the program's
own means, to the value that was given; words are of the list of the field; prose stands in the quotation as it is. A
reading that fails any of this is dropped and counted, and what passes is *inferred*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from proposals.drafting.cues import LIMIT, CueSet
from proposals.drafting.drafts import DraftTerm, Value, plain_of
from proposals.drafting.gathering import Untyped
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import amounts, moment, number
from proposals.drafting.others import OtherDrafter, Reading
from proposals.drafting.patterns import Cues
from proposals.errors import InvalidValueError, ProposalsError
from proposals.fields.declare import Field, Record, fields_of, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import Code, Domain, Flag, Moment, Plain, Text, Words
from proposals.files.terms import term_of
from proposals.terms import Kinds
from proposals.texts.points import Point, Split
from proposals.validation import Validated
from proposals.world.world import World

_WORD_START: Final = re.compile(r"(?<!\S)\S")
_OPEN: Final = "…"


@attrs.frozen(eq=False, repr=False)
class Passed(Validated):
    """What another drafter read from a text: by point, what passed; and why how many readings were dropped."""

    by_point: Mapping[str, tuple[DraftTerm | Untyped, ...]]
    dropped: Mapping[str, int]


@attrs.frozen(kw_only=True)
class Gate:
    """Lets readings through that the words of a text bear out; ``months`` are the numbers of the months by name."""

    kinds: Kinds
    world: World
    lexicon: Lexicon
    cues: CueSet
    months: Mapping[str, int]

    def read(self, other: OtherDrafter, split: Split) -> Passed:
        """What a drafter reads from every point of a text.

        Raises :class:`ProposalsError` where it fails or returns something else than readings.
        """
        dropped: Counter[str] = Counter()
        by_point = {point.label: tuple(self._terms(point, _readings(other, point), dropped)) for point in split.points}
        return Passed(by_point, dict(dropped))

    def _terms(self, point: Point, readings: Iterable[Reading], dropped: Counter[str]) -> Iterator[DraftTerm | Untyped]:
        """The terms whose subject passed, each with its other values that did."""
        found: dict[tuple[str, int], dict[str, Value]] = {}
        for one in readings:
            try:
                value = self._value(point, one)
            except InvalidValueError as error:
                dropped[error.message] += 1
                continue
            found.setdefault((one.kind, one.term), {}).setdefault(value.key, value)
        for (kind, _), values in found.items():
            yield self._term(kind, values)

    def _term(self, kind: str, values: Mapping[str, Value]) -> DraftTerm | Untyped:
        shape = self.kinds[kind]
        lacking = [field for field in subject_fields(shape) if field.key not in values]
        if lacking:
            return Untyped(kind, f"another drafter reads '{kind}' here, and no words say what it is about")
        subject = [values[field.key] for field in subject_fields(shape)]
        ordered = (*subject, *(value for value in values.values() if value not in subject))
        try:
            term = term_of(plain_of(ordered), shape, self.world)
        except InvalidValueError as error:
            return Untyped(kind, f"another drafter reads '{kind}' here, but {error}")
        return DraftTerm(term=term, values=ordered, points=(), start=ordered[0].start, end=ordered[0].end)

    def _value(self, point: Point, one: Reading) -> Value:
        """The value of a reading. Raises :class:`InvalidValueError`, whose message is why it is dropped."""
        if one.kind not in self.kinds:
            raise InvalidValueError("a kind that does not exist")
        fields = {field.key: field for field in fields_of(self.kinds[one.kind])}
        if one.field not in fields:
            raise InvalidValueError("a field that its kind does not have")
        at = _place(point, one.quote)
        plain = self._borne_out(fields[one.field], one)
        return Value(key=one.field, plain=plain, start=at, end=at + len(one.quote), inferred=True)

    def _borne_out(self, field: Field, one: Reading) -> Plain:
        """The value in its one spelling. Raises :class:`InvalidValueError` where the quotation does not say it."""
        says = _Says(self, one.quote, self._bounds(one))
        if not isinstance(one.plain, list):
            plain = says.value(field.domain, one.plain)
            return [plain] if field.many and field.scale is not None else plain
        if not field.many:
            raise InvalidValueError("a list where one value is meant")
        return [held if held == _OPEN else says.value(field.domain, held) for held in one.plain]

    def _bounds(self, one: Reading) -> Mapping[str, Cues]:
        """What before an amount makes it no exact one; nothing where the field itself says that it is the most."""
        kind = self.cues.kinds.get(one.kind)
        cues = kind.fields.get(one.field) if kind else None
        return {} if cues and cues.role == LIMIT else self.cues.bounds


@attrs.frozen
class _Says:
    """A quotation, asked for values; ``bounds`` are what may stand before an amount that is no exact one."""

    gate: Gate
    quote: str
    bounds: Mapping[str, Cues]

    def value(self, domain: Domain, plain: Plain) -> Plain:
        """One value of a domain, read as a file has it. Raises :class:`InvalidValueError` where it is not said."""
        if isinstance(domain, Record) or isinstance(plain, list | dict):
            raise InvalidValueError("a value of several parts, which no quotation can show")
        try:
            held = domain.plain(domain.read("true" if plain is True else str(plain), self.gate.world))
        except InvalidValueError:
            raise InvalidValueError("a value that its field does not take") from None
        if not self._shows(domain, held):
            raise InvalidValueError(f"{_WHAT.get(type(domain), 'a value')} that the quotation does not say")
        return held

    def _shows(self, domain: Domain, held: Plain) -> bool:
        """Whether the words say a value. Which word of a list they mean is for a person to judge, who is shown both."""
        if isinstance(domain, Code):
            return any(held in {one.actor, one.place} for one in self.gate.lexicon.mentions(self.quote))
        if isinstance(domain, Number):
            found = amounts(self.quote, domain.unit, self.gate.cues.units, self.bounds)
            return held in [number(one, domain, self.gate.world) for one in found]
        if isinstance(domain, Moment):
            return held in self._moments(domain)
        return isinstance(domain, Words | Flag) or str(held).casefold() in " ".join(self.quote.split()).casefold()

    def _moments(self, domain: Moment) -> Iterator[Plain]:
        starts = (match.start() for match in _WORD_START.finditer(self.quote))
        found = (moment(self.quote, at, self.gate.world, self.gate.months) for at in starts)
        return (domain.plain(domain.read(one.value, self.gate.world)) for one in found if one is not None)


_WHAT: Final[Mapping[type[Domain], str]] = {Code: "a name", Moment: "a date", Text: "words"}


def _readings(other: OtherDrafter, point: Point) -> Sequence[Reading]:
    try:
        found = [*other.read(point.label, point.text)]
    except Exception as error:
        message = f"the other drafter fails at point {point.label}: {type(error).__name__}: {error}"
        raise ProposalsError(message) from error
    for one in found:
        if not isinstance(one, Reading):
            raise ProposalsError(f"the other drafter returns {type(one).__name__} for point {point.label}, no reading")
    return found


def _place(point: Point, quote: str) -> int:
    """Where in the text a quotation from a point stands; all of it in one paragraph."""
    if quote.strip():
        for start, paragraph in point.paragraphs:
            at = paragraph.find(quote)
            if at >= 0:
                return start + at
    raise InvalidValueError("a quotation that does not stand in its point")
