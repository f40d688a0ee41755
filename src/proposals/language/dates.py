"""Dates and deadlines for people: ``20 November 2025``, ``early November 2025``, ``60 days after the ceasefire``."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final, NamedTuple

from proposals.language.tables import Language
from proposals.world.dates import UNKNOWN_DATE, Date, Deadline
from proposals.world.spans import read_span

_POINT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
MARKS: Final = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
_UNBOUNDED: Final = frozenset({"", ".."})
_FORMS: Final = ("on", "about", "since", "until")
"""Forms of a date in a language whose days and months take different words: *le 5 mai*, *du 5 mai*, *de mai*."""
_MONTHS: Final = 12
THIRDS: Final = {"early": (1, 10), "middle": (11, 20), "late": (21, 0)}
"""First and last day of the parts of a month that have a name; 0 is the last day of the month."""


class _Point(NamedTuple):
    year: int
    month: int
    day: int
    mark: str


def months_of(language: Language) -> dict[str, int]:
    """The number of each month, counted from 1, by its name."""
    return {language.phrase(f"dates.months.{at}"): at + 1 for at in range(_MONTHS)}


def date_words(date: Date, language: Language) -> str:
    """An EDTF date or interval in words.

    Args:
        date: The date.
        language: The language.

    Returns:
        The text.
    """
    if date.text == UNKNOWN_DATE:
        return language.phrase("dates.unknown")
    first, slash, last = date.text.partition("/")
    if not slash:
        return _marked(_read(first), language)
    if first in _UNBOUNDED:
        return _filled("to", language, date=_marked(_read(last), language))
    if last in _UNBOUNDED:
        return _filled("from", language, date=_marked(_read(first), language))
    return _interval(_read(first), _read(last), language)


def deadline_words(deadline: Deadline, language: Language, *, moment: bool = False) -> str:
    """A deadline in words.

    Args:
        deadline: The deadline.
        language: The language.
        moment: Whether a span is said as a moment, after what it is counted from: ``60 days after signature``.

    Returns:
        The text.
    """
    if deadline.date is not None:
        return date_words(deadline.date, language)
    span = read_span(deadline.text)
    if span is None:
        return _event(deadline, language)
    words = language.counted(f"spans.{span.unit}", str(span.count))
    if deadline.words:
        later = "after" if moment and span.side in {"of", "from"} else span.side
        words = language.fill(f"spans.{later}", span=words, event=_event(deadline, language))
    return language.fill("spans.renewable", span=words) if deadline.renewable else words


def _event(deadline: Deadline, language: Language) -> str:
    event = deadline.event
    name = event.name if event else deadline.words
    known = language.phrases.get(f"events.{name}", name.rstrip("."))
    return language.defined_by(known, event.defined_by) if event and event.defined_by else known


def _read(text: str) -> _Point:
    year, month, day, mark = _POINT.fullmatch(text).groups()  # type: ignore[union-attr]  # a Date has been read
    return _Point(int(year), int(month or 0), int(day or 0), mark)


def _marked(point: _Point, language: Language) -> str:
    return _with_mark(point.mark, _plain(point, language), language)


def _with_mark(mark: str, words: str, language: Language) -> str:
    return _filled(MARKS[mark], language, date=words) if mark else words


def _filled(phrase: str, language: Language, **dates: str) -> str:
    """A phrase with dates in their places, or in the forms that the language makes of them: ``{date.on}``."""
    forms = {
        f"{place}.{form}": language.grammar.derive(form, words) or words
        for place, words in dates.items()
        for form in _FORMS
    }
    return language.fill(f"dates.{phrase}", **dates, **forms)


def _plain(point: _Point, language: Language) -> str:
    if not point.month:
        return language.fill("dates.year", year=str(point.year))
    month = language.phrase(f"dates.months.{point.month - 1}")
    if not point.day:
        return language.fill("dates.month", month=month, year=str(point.year))
    return language.fill("dates.day", day=_day(point, language), month=month, year=str(point.year))


def _interval(first: _Point, last: _Point, language: Language) -> str:
    """Two ends; of one month and one mark the month is said once, and a third of a month by its name if it is about."""
    within = first[:2] == last[:2] and first.mark == last.mark and first.day and last.day
    if not within:
        return _filled("interval", language, first=_marked(first, language), last=_marked(last, language))
    month = language.phrase(f"dates.months.{first.month - 1}")
    for third, (begin, end) in THIRDS.items():
        if first.mark == "~" and (first.day, last.day) == (begin, end or monthrange(first.year, first.month)[1]):
            return language.fill(f"dates.{third}", month=_plain(first._replace(day=0), language))
    days = {"first": _day(first, language), "last": _day(last, language), "month": month, "year": str(first.year)}
    return _with_mark(first.mark, language.fill("dates.days of a month", **days), language)


def _day(point: _Point, language: Language) -> str:
    """The number of a day as the language writes it: ``1``, ``1er``."""
    return language.grammar.derive("day", str(point.day)) or str(point.day)
