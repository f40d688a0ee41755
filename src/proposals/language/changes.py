"""How two values of a field differ, without the values: ``one step up``, ``30 days later``, ``stronger``."""

from __future__ import annotations

from typing import Final

from proposals.fields.changes import Amount, Change, Ranked, Shift, Stated, Steps, Way
from proposals.fields.values import PERCENT
from proposals.language.amounts import amount_words
from proposals.language.tables import Language

_RANKED: Final = {Way.MORE: "stronger", Way.LESS: "weaker", Way.OTHER: "not comparable"}


def change_words(change: Change, language: Language) -> str:
    """What a change says apart from its two values; empty where the values say it all."""
    if isinstance(change, Steps):
        return language.counted(f"changes.{'up' if change.way is Way.MORE else 'down'}", str(abs(change.steps)))
    if isinstance(change, Ranked):
        return language.phrase(f"changes.{_RANKED[change.way]}")
    if isinstance(change, Shift):
        return _shift(change.days, language)
    if isinstance(change, Amount):
        return _amount(change, language)
    return language.word(change.lack) if isinstance(change, Stated) else ""


def _shift(days: float | None, language: Language) -> str:
    """Days of a span in months or years are a mean, so that a fraction of a day says nothing."""
    if days is None:
        return language.phrase("changes.order unknown")
    return language.counted(f"changes.{'later' if days > 0 else 'earlier'}", str(max(1, round(abs(days)))))


def _amount(change: Amount, language: Language) -> str:
    sign = "+" if change.way is Way.MORE else "-"
    size = abs(change.difference)
    if change.unit == PERCENT.unit:
        return sign + language.counted("changes.points", f"{size:,}")
    return sign + amount_words(size, change.unit, language)
