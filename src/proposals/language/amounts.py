"""Numbers for people: ``600,000``, ``$100 billion``, ``50%``, ``30 years``."""

from __future__ import annotations

from typing import Final

from proposals.fields.currencies import CURRENCIES
from proposals.fields.figures import Amounted, Figure
from proposals.language.tables import Language

_SCALES: Final = (10**12, 10**9, 10**6)


def number_words(number: float, language: Language, *, whole: bool = False) -> str:
    """A number with its thousands apart; of a million and more with at most one decimal the million in words.

    Args:
        number: The number.
        language: The language.
        whole: Whether it has all its digits.

    Returns:
        The text.
    """
    for size in () if whole else _SCALES:
        if number >= size and number * 10 % size == 0:
            units, tenth = divmod(int(number * 10 // size), 10)
            digits = _digits(units + tenth / 10 if tenth else units, language)
            return language.counted(f"numbers.{size}", digits)
    return _digits(number, language)


def amount_words(number: float, unit: str, language: Language) -> str:
    """A number with its unit.

    Args:
        number: The number.
        unit: The unit; one that the language has no words for follows the number as it is.
        language: The language.

    Returns:
        The text.
    """
    if f"units.{unit}.other" not in language.phrases:
        return f"{number_words(number, language)} {unit}"
    return language.counted(f"units.{unit}", number_words(number, language))


def figure_words(held: Amounted, unit: str, language: Language) -> str:
    """A number or a figure with its unit: ``at least €90 billion per year``, ``48 to 72 hours``.

    Without a ``unit`` the number alone; the currency of a figure is told all the same.
    """

    def words(number: float) -> str:
        counted = held.currency if isinstance(held, Figure) and held.currency else unit
        return amount_words(number, counted, language) if counted else number_words(number, language)

    if not isinstance(held, Figure):
        return words(held)
    if held.low is None or held.high is None:
        bound, end = ("at most", held.high) if held.low is None else ("at least", held.low)
        told = language.fill(f"figures.{bound}", figure=words(end or 0))
    elif held.exact:
        told = words(held.low)
    else:
        low = words(held.low) if unit in CURRENCIES else number_words(held.low, language)
        told = language.fill("figures.between", low=low, high=words(held.high))
    if not held.per:
        return told
    return language.fill("figures.per", figure=told, period=language.phrase(f"figures.{held.per}"))


def _digits(number: float, language: Language) -> str:
    signs = {",": language.phrase("numbers.thousands"), ".": language.phrase("numbers.decimal")}
    return "".join(signs.get(sign, sign) for sign in f"{number:,}")
