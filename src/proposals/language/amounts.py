"""Numbers for people: ``600,000``, ``$100 billion``, ``50%``, ``30 years``."""

from __future__ import annotations

from typing import Final

from proposals.language.tables import Language

_SCALES: Final = (10**12, 10**9, 10**6)


def number_words(number: float, language: Language) -> str:
    """A number with its thousands apart; of a million and more with at most one decimal the million in words."""
    for size in _SCALES:
        if number >= size and number * 10 % size == 0:
            whole, tenth = divmod(int(number * 10 // size), 10)
            digits = _digits(whole + tenth / 10 if tenth else whole, language)
            return language.fill(f"numbers.{size}", number=digits)
    return _digits(number, language)


def amount_words(number: float, unit: str, language: Language) -> str:
    """A number with its unit; one that the language has no words for follows its number as it is."""
    if f"units.{unit}.other" not in language.phrases:
        return f"{number_words(number, language)} {unit}"
    return language.counted(f"units.{unit}", number_words(number, language))


def _digits(number: float, language: Language) -> str:
    signs = {",": language.phrase("numbers.thousands"), ".": language.phrase("numbers.decimal")}
    return "".join(signs.get(sign, sign) for sign in f"{number:,}")
