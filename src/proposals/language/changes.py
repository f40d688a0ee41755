"""How two values of a field differ, without the values: ``one step up``, ``+200,000 people, ×1.33``."""

from __future__ import annotations

from typing import Final

from proposals.fields.changes import Amount, AnotherEvent, Bounds, Change, Ranked, Shift, Stated, Steps, Way
from proposals.fields.numbers import PERCENT
from proposals.language.amounts import amount_words, number_words
from proposals.language.tables import Language

_NAMED: Final[dict[type[Change], dict[Way, str]]] = {
    Ranked: {Way.MORE: "stronger", Way.LESS: "weaker", Way.OTHER: "not comparable"},
    Bounds: {Way.MORE: "higher", Way.LESS: "lower", Way.OTHER: "neither higher"},
    AnotherEvent: {Way.MORE: "later event", Way.LESS: "earlier event", Way.OTHER: "another event"},
}
"""Changes that have no more to say than which way they go."""

_LEAST_RATIO: Final = 0.005


def change_words(change: Change, language: Language) -> str:
    """What a change says apart from its two values.

    Args:
        change: The change.
        language: The language.

    Returns:
        The text; empty where the values say it all.
    """
    if isinstance(change, Steps):
        return language.counted(f"changes.{'up' if change.way is Way.MORE else 'down'}", str(abs(change.steps)))
    if named := _NAMED.get(type(change)):
        return language.phrase(f"changes.{named[change.way]}")
    if isinstance(change, Shift):
        return _shift(change, language)
    if isinstance(change, Amount):
        return _amount(change, language)
    return language.word(change.lack) if isinstance(change, Stated) else ""


def _shift(change: Shift, language: Language) -> str:
    """Days of a span in months or years are a mean, so that a fraction of a day says nothing."""
    days, renewed = change.days, change.renewable
    parts = [language.phrase(f"changes.renewable {'added' if renewed is Way.MORE else 'dropped'}")] if renewed else []
    if days is None:
        parts.insert(0, language.phrase("changes.order unknown"))
    elif days:
        way = "later" if days > 0 else "earlier"
        parts.insert(0, language.counted(f"changes.{way}", f"{max(1, round(abs(days))):,}"))
    return ", ".join(parts)


def _amount(change: Amount, language: Language) -> str:
    """The difference, and beside it the ratio unless that rounds to nothing; of shares the percentage points."""
    sign = "+" if change.way is Way.MORE else "-"
    size = abs(change.difference)
    if change.unit == PERCENT.unit:
        return sign + language.counted("changes.points", number_words(size, language))
    difference = sign + amount_words(size, change.unit, language)
    if change.ratio is None or change.ratio <= _LEAST_RATIO:
        return difference
    ratio = f"{change.ratio:.3g}".replace(".", language.phrase("numbers.decimal"))
    return f"{difference}, ×{ratio}"
