"""Words read back: a phrase without what fills it, a date, a number with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from proposals.errors import InvalidValueError
from proposals.language.dates import MARKS, THIRDS, date_words, months_of
from proposals.language.tables import Language
from proposals.strings import unfilled
from proposals.world.dates import Date

_LAST_DAYS: Final = (28, 29, 30, 31)


def read_date(words: str, language: Language) -> str | None:
    """The EDTF date that :func:`proposals.language.dates.date_words` says so; ``None`` where it says none so."""
    return next((found for found in _dates(words, language) if _says(found, words, language)), None)


def without_unit(text: str, unit: str, language: Language) -> str:
    """The number of an amount, without the words of its unit."""
    phrases = (said for name, said in language.phrases.items() if name.startswith(f"units.{unit}."))
    found = (unfilled(phrase, text) for phrase in phrases)
    return next((one["number"] for one in found if one), text)


def _says(date: str, words: str, language: Language) -> bool:
    try:
        return date_words(Date(date), language) == words
    except InvalidValueError:
        return False


def _dates(words: str, language: Language) -> Iterator[str]:
    yield from _points(words, language)
    for phrase, shown in (("to", "../{date}"), ("from", "{date}/..")):
        if held := _held(phrase, words, language):
            yield from (shown.format(date=date) for date in _points(held["date"], language))
    for third, (begin, end) in THIRDS.items():
        if held := _held(third, words, language):
            for month in _points(held["month"], language):
                yield from (f"{month}-{begin:02}~/{month}-{last}~" for last in ((end,) if end else _LAST_DAYS))
    if held := _held("interval", words, language):
        firsts = [*_points(held["first"], language)]
        yield from (f"{first}/{last}" for last in _points(held["last"], language) for first in firsts)
    for mark, said in _unmarked(words, language):
        if held := _held("days of a month", said, language):
            days = (f"{held[end]} {held['month']} {held['year']}" for end in ("first", "last"))
            ends = [f"{day}{mark}" for one in days for day in _points(one, language)]
            yield "/".join(ends)


def _points(words: str, language: Language) -> Iterator[str]:
    """The days, months and years that are said so, each with its mark."""
    months = months_of(language)
    for mark, said in _unmarked(words, language):
        day, month = _held("day", said, language), _held("month", said, language)
        if day and day["month"] in months:
            yield f"{day['year']}-{months[day['month']]:02}-{day['day']:0>2}{mark}"
        elif month and month["month"] in months:
            yield f"{month['year']}-{months[month['month']]:02}{mark}"
        elif year := _held("year", said, language):
            yield f"{year['year']}{mark}"


def _unmarked(words: str, language: Language) -> Iterator[tuple[str, str]]:
    yield "", words
    for mark, phrase in MARKS.items():
        if held := _held(phrase, words, language):
            yield mark, held["date"]


def _held(phrase: str, words: str, language: Language) -> Mapping[str, str] | None:
    return unfilled(language.phrase(f"dates.{phrase}"), words)
