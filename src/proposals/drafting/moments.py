"""Amounts and moments in words: how many of what, and by, within or until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from proposals.drafting.patterns import Cues
from proposals.errors import InvalidValueError
from proposals.fields.currencies import CURRENCIES, SIGNS
from proposals.fields.numbers import Number
from proposals.fields.values import Plain
from proposals.language.dates import months_of
from proposals.language.tables import Language
from proposals.world.dates import Deadline
from proposals.world.world import World

_NUMBER: Final = re.compile(
    r"(?:(?P<sign>US\$|[$€£₴₽]|\b[A-Z]{3}\b)\s*)?(?P<digits>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s*(?P<scale>thousand|million|billion|trillion|bn|mn|k|m)\b)?(?P<percent>\s?%| per ?cent)?",
)
_SCALES: Final = {"thousand": "k", "million": "m", "mn": "m", "billion": "bn", "trillion": "tn"}
_NEXT_WORDS: Final = 3
_LONGEST: Final = 12
"""The most words of a moment."""
_NONE: Final[Mapping[str, Cues]] = MappingProxyType({})
_WORD: Final = re.compile(r"\S+")
_TAIL: Final = ',.;:)”"’'


class Found(NamedTuple):
    """A value as a file writes it, and from where to where in the sentence it stands."""

    value: str
    start: int
    end: int


def amounts(text: str, unit: str, nouns: Mapping[str, Cues], bounds: Mapping[str, Cues]) -> Iterator[Found]:
    """Every amount of a unit: by its sign or by a noun of the unit within three words behind it.

    Where the unit is a currency, amounts in any other are found as well. ``bounds`` are what may stand before an amount
    that is no exact one.
    """
    money = unit in CURRENCIES
    for match in _NUMBER.finditer(text):
        behind = " ".join(text[match.end() :].split()[:_NEXT_WORDS])
        sign = (match["sign"] or "").replace("US$", "$") or next(
            (name for name, held in nouns.items() if (name in CURRENCIES) == money and _first(held, behind)), ""
        )
        code = SIGNS.get(sign, sign)
        if match["percent"] or (code not in CURRENCIES if money else sign != unit):
            continue
        digits = re.sub(r"[,\s\u00a0\u202f]", "", match["digits"])
        scale = match["scale"] or ""
        before = next((f"{bound} " for bound, held in bounds.items() if _ends(held, text[: match.start()])), "")
        value = f"{before}{code + ' ' if money else ''}{digits}{_SCALES.get(scale, scale)}"
        yield Found(value, match.start(), match.end())


def _first(patterns: Cues, text: str) -> bool:
    return any(one.pattern.search(text) for one in patterns)


def _ends(patterns: Cues, text: str) -> bool:
    """Whether a text ends with words of one of these patterns."""
    return any(match.end() == len(text.rstrip()) for one in patterns for match in one.pattern.finditer(text))


def number(found: Found, unit: Number, world: World) -> Plain | None:
    """The amount as files write it; ``None`` where it is none of the unit."""
    try:
        return unit.plain(unit.read(found.value, world))
    except InvalidValueError:
        return None


def moment(
    text: str, at: int, world: World, months: Mapping[str, int], events: Mapping[str, Cues] = _NONE
) -> Found | None:
    """The longest moment that begins at an offset, as a file writes it: a date, a span, or a known event.

    ``events`` are further words for events, by the names that files write.
    """
    told = _event(text, at, world, events)
    if told:
        return told
    words = [*_WORD.finditer(text, at)][:_LONGEST]
    for last in reversed(words):
        end = last.start() + len(last[0].rstrip(_TAIL))
        held = re.sub(r"^(?:the|a|an) ", "", text[at:end].strip(), flags=re.IGNORECASE)
        value = date_in(held, months) or _span(held, world)
        if value:
            return Found(value, at, end)
    return None


def _event(text: str, at: int, world: World, events: Mapping[str, Cues]) -> Found | None:
    """The event of which the words at an offset speak."""
    begin = len(text) - len(text[at:].lstrip())
    for name, patterns in events.items():
        match = next((match for one in patterns if (match := one.pattern.match(text, begin))), None)
        if match and world.milestone(name):
            return Found(name, begin, match.end())
    return None


def _span(held: str, world: World) -> str:
    """A date in digits, a span that hangs on nothing or a known event, or such an event; empty for other words."""
    spelled = re.sub(r" (?:of|from|after) (?:the |its )?(?:date of )?(?:the )?", " of ", held, count=1)
    try:
        found = Deadline(spelled)
    except InvalidValueError:
        return ""
    return spelled if not found.words or world.milestone(found.words) else ""


def small_months(language: Language) -> dict[str, int]:
    """The number of each month by its name in small letters."""
    return {name.casefold(): number for name, number in months_of(language).items()}


def date_in(held: str, months: Mapping[str, int]) -> str:
    """A date in EDTF: ``15 February 2015``, ``February 15, 2015``, ``February 2015``, ``2015``; empty for none."""
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,| of\b", "", held.casefold()).split()
    match words:
        case [one, other, year] if _year(year):
            day, month = (one, other) if one.isdecimal() else (other, one)
            return _day(year, months[month], day) if day.isdecimal() and month in months else ""
        case [month, year] if month in months and _year(year):
            return f"{year}-{months[month]:02}"
        case [year] if _year(year):
            return year
    return ""


def _day(year: str, month: int, day: str) -> str:
    """A day in EDTF; empty for one that no calendar has, *31 February*."""
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", text) is not None
