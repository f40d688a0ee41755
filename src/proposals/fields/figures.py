"""Figures as texts give them: exact, at least, at most, from one to another; in any currency; for each year."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.currencies import CURRENCIES, SIGNS
from proposals.fields.numbers import Number
from proposals.fields.values import Names, Plain
from proposals.validation import Validated

_PERIODS: Final = ("hour", "day", "week", "month", "year")
_OFTEN: Final = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}

# What they are asked of has single blanks.
_PER: Final = re.compile(rf"(?: ?/ ?| (?:per|a|an|each|every) )({'|'.join(_PERIODS)})$| ({'|'.join(_OFTEN)})$")
_LEAST: Final = re.compile(r"(?:at least|no less than|not less than|minimum|≥|>=) ?")
_HIGHEST: Final = re.compile(r"(?:at most|up to|no more than|not more than|maximum|≤|<=) ?")
_BETWEEN: Final = re.compile(r"(?:between (.+?) and|(?:from )?(.+?)(?: to| ?[-–])) ?(.+)")
_CURRENCY: Final = re.compile(r"(?:([A-Za-z]{3})\s*(?=[0-9])|([$€£₴₽])\s*)?(.*?)(?:\s+([A-Za-z]{3}))?")
_SIZED: Final = re.compile(r"[0-9]\s*[kmbt]", re.IGNORECASE)
_SHORT: Final = 1000
"""Below this the first number of ``80-90bn`` may be meant in billions as well."""

_HINT: Final = "write 100bn, EUR 90bn, at least 5000, at most 5000, 80bn to 90bn or 90bn per year"


@attrs.frozen(eq=False, repr=False)
class Figure(Validated):
    """A number that is not one plain number of its field's unit: bounded, in another currency, or for each period.

    ``low`` and ``high`` are its ends: ``None`` where it has none, as in *at least* and *at most*; both the same where
    it is exact. ``currency`` is the ISO 4217 code of a currency that is not the field's own, ``per`` the period for
    which it is; both are empty where they are not stated. Raises :class:`InvalidValueError` for what a plain number
    says, and for ends in the wrong order.

    >>> Figure(80e9, 90e9, currency="EUR", per="year").text
    'EUR 80000000000 to 90000000000 per year'
    """

    low: float | None = None
    high: float | None = None
    currency: str = ""
    per: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what says nothing, or what a plain number says; whole numbers are an ``int``, *from 0* is left out."""
        super().__attrs_post_init__()
        for name in ("low", "high"):
            held = getattr(self, name)
            if isinstance(held, float) and held.is_integer():
                object.__setattr__(self, name, int(held))
        if self.low == 0 and self.high:
            object.__setattr__(self, "low", None)
        if self.high == 0 and self.low is None:
            object.__setattr__(self, "low", 0)
        if not self.low and self.high is None:
            raise InvalidValueError("a figure needs a lower or an upper end", _HINT)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValueError(f"{self.low} is more than {self.high}", "write the lower one first")
        if self.currency and self.currency not in CURRENCIES:
            raise InvalidValueError(f"'{self.currency}' is not a currency of ISO 4217", "such as USD, EUR or UAH")
        if self.per and self.per not in _PERIODS:
            raise InvalidValueError(f"'{self.per}' is not a period of a figure", f"one of: {', '.join(_PERIODS)}")
        if self.exact and not self.currency and not self.per:
            raise InvalidValueError("this figure is a plain number", f"write {self.low}")

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most that it may be; infinity where it has no upper end."""
        return self.low or 0, math.inf if self.high is None else self.high

    @property
    def unit(self) -> tuple[str, str]:
        """What it is counted in: only figures of one currency and period compare."""
        return self.currency, self.per

    @property
    def text(self) -> str:
        """As files write it."""
        money = f"{self.currency} " if self.currency else ""
        if self.exact:
            told = f"{money}{self.low}"
        elif self.low is None:
            told = f"at most {money}{self.high}"
        else:
            told = f"at least {money}{self.low}" if self.high is None else f"{money}{self.low} to {self.high}"
        return f"{told} per {self.per}" if self.per else told

    def __str__(self) -> str:
        """As files write it."""
        return self.text


Amounted: TypeAlias = int | float | Figure
"""What a field on a scale of quantities holds."""


def figure_of(value: Amounted) -> tuple[tuple[float, float], tuple[str, str]]:
    """The ends of a value and what it is counted in, besides the unit of its field."""
    return (value.ends, value.unit) if isinstance(value, Figure) else ((value, value), ("", ""))


@attrs.frozen(eq=False, repr=False)
class Figures(Number):
    """Numbers of a unit as texts give them: plain ones, and :class:`Figure`.

    Where the unit is a currency, another one may be written before or after the number.
    """

    def read(self, text: str, names: Names) -> Any:
        """Read a plain number, or its bounds, its currency and its period."""
        said = " ".join(text.split())
        period = _PER.search(said.casefold())
        per = (period[1] or _OFTEN[period[2]]) if period else ""
        said = said[: period.start()] if period else said
        if least := _LEAST.match(said.casefold()):
            currency, low = self._one(said[least.end() :], text, names)
            return self._made(low, None, currency, per)
        if most := _HIGHEST.match(said.casefold()):
            currency, high = self._one(said[most.end() :], text, names)
            return self._made(None, high, currency, per)
        between = _BETWEEN.fullmatch(said)
        if between is None:
            currency, number = self._one(said, text, names)
            return self._made(number, number, currency, per)
        first, second = between[1] or between[2], between[3]
        (one, low), (other, high) = (self._one(end, text, names) for end in (first, second))
        if one and other and one != other:
            raise InvalidValueError(f"'{text}' is in two currencies", _HINT)
        if low < _SHORT and _SIZED.search(second) and not _SIZED.search(first):
            raise InvalidValueError(f"'{text}' may begin at {low} or be of one size", "write 80bn to 90bn")
        return self._made(low, high, one or other, per)

    def _one(self, said: str, text: str, names: Names) -> tuple[str, int | float]:
        """The currency of one number, empty where it is not stated, and the number."""
        found = _CURRENCY.fullmatch(said)
        before, sign, digits, after = found.groups() if found else (None, None, said, None)
        code = SIGNS[sign] if sign else (before or after or "").upper()
        if code and (self.unit not in CURRENCIES or code not in CURRENCIES):
            digits, code = said, ""
        try:
            number = super().read(digits, names)
        except InvalidValueError as error:
            hint = _HINT if self.unit in CURRENCIES else error.hint
            raise InvalidValueError(error.message.replace(f"'{digits}'", f"'{text}'"), hint) from None
        return code, number

    def _made(self, low: float | None, high: float | None, currency: str, per: str) -> Any:
        """The value in its one form: the field's own currency is left out, and a plain number is one."""
        other = "" if currency == self.unit else currency
        low = 0 if high == 0 else low
        return low if low == high and not (other or per) else Figure(low, high, other, per)

    def check(self, value: Any) -> None:
        """Take a number, or a figure whose ends are such; a currency only where the unit is one, and another."""
        if not isinstance(value, Figure):
            super().check(value)
            return
        for end in _stated(value):
            super().check(end)
        if value.currency and (self.unit not in CURRENCIES or value.currency == self.unit):
            raise InvalidValueError(f"'{value}' is not {self.noun} of {self.unit}", f"leave '{value.currency}' out")

    def tidy(self, value: Any) -> Any:
        """A whole number is an ``int``."""
        return value if isinstance(value, Figure) else super().tidy(value)

    def plain(self, value: Any) -> Plain:
        """The number itself; of a figure its text."""
        return value.text if isinstance(value, Figure) else super().plain(value)

    def schema(self) -> dict[str, Any]:
        """A number, or a string with a digit in it."""
        number, _ = super().schema()["anyOf"]
        return {"anyOf": [number, {"type": "string", "pattern": r"\d"}]}


def _stated(value: Figure) -> Iterator[int | float]:
    return (end for end in (value.low, value.high) if end is not None)
