"""Plain numbers of a unit: counts, amounts, shares in percent."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.values import Domain, Names, Plain
from proposals.validation import Validated

# A comma is taken between thousands only: "1,5" is one and a half to some and fifteen to nobody.
_NUMBER = re.compile(
    r"([0-9]{1,3}(?:[,_][0-9]{3}){1,6}|[0-9]{1,19})(\.[0-9]{1,9})?\s*(k|thousand|m|million|bn|billion|tn|trillion)?",
)
_FACTOR = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_MOST = 10**18
_LIKE_THOUSANDS = len(".000")


@attrs.frozen(eq=False, repr=False)
class Number(Validated, Domain):
    """A count or an amount of a unit, zero or more; ``600000``, ``600,000``, ``600k`` and ``100bn`` are read."""

    unit: str
    most: float | None = None
    whole: bool = False
    noun = "a number"

    def read(self, text: str, names: Names) -> int | float:  # noqa: ARG002 -- one signature for all domains
        """Read digits, with separators and a suffix if there is one."""
        sign = "%" if self.unit == PERCENT.unit else ""
        found = _NUMBER.fullmatch(text.strip().removesuffix(sign).casefold())
        if not found:
            raise InvalidValueError(f"'{text}' is not {self.noun} of {self.unit}", "write 600000, 600k or 100bn")
        if found[2] and len(found[2]) == _LIKE_THOUSANDS and not found[3] and self.unit != PERCENT.unit:
            raise InvalidValueError(f"'{text}' may be thousands or decimals", "write 800000 or 800,000")
        factor = _FACTOR["t" if (found[3] or "").startswith(("tn", "tr")) else (found[3] or "")[:1].replace("t", "k")]
        digits = found[1].replace(",", "").replace("_", "")
        value = _exactly(digits + found[2], factor) if found[2] else int(digits) * factor
        self.check(value)
        tidy: int | float = self.tidy(value)
        return tidy

    def check(self, value: Any) -> None:
        """Take a number from zero to ``most``, or to a million million million where there is no such limit."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST:
            raise InvalidValueError(f"{value!r} is not {self.noun} of {self.unit}")
        if self.whole and value != int(value):
            raise InvalidValueError(f"{value} is not a whole number of {self.unit}")
        if self.most is not None and value > self.most:
            raise InvalidValueError(f"{value} is more than {self.most:g} {self.unit}")
        if value != round(value, self.decimals):
            raise InvalidValueError(f"{value} has more than {self.decimals} decimals", "round it")

    @property
    def decimals(self) -> int:
        """The most digits after the point: of a share 4, as Python writes more as a power of ten, which no file does.

        Of all else 2, as three may be thousands.
        """
        return 4 if self.unit == PERCENT.unit else 2

    def tidy(self, value: Any) -> Any:
        """A whole number is an ``int``."""
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def plain(self, value: Any) -> Plain:
        """The number itself."""
        number: int | float = value
        return number

    def schema(self) -> dict[str, Any]:
        """A number, or a string with a suffix."""
        limit = {} if self.most is None else {"maximum": self.most}
        return {"anyOf": [{"type": "number", "minimum": 0, **limit}, {"type": "string", "pattern": r"^\d"}]}


def _exactly(digits: str, factor: int) -> float:
    return float(Decimal(digits) * factor)


PERCENT = Number("percent", most=100)
