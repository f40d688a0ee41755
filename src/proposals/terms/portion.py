"""Who has which part, and who does how much: ``[{RU: {percent: 50}}, {UA: {percent: 50}}]``."""

from __future__ import annotations

from proposals.fields.declare import compared, declared, leading
from proposals.fields.figures import Figure
from proposals.fields.scales import Nominal, Quantity, Share
from proposals.fields.values import ACTOR
from proposals.values import Value


@declared
class Portion(Value):
    """One actor's part of something that is shared."""

    of: str = leading(Nominal(ACTOR), "Who has the part.")
    percent: int | float | Figure | None = compared(Share(), "How large it is; left out, the text gives no number.")

    def __str__(self) -> str:
        """A phrase such as ``50 % RU``."""
        return self.of if self.percent is None else f"{self.percent} % {self.of}"


@declared
class Release(Value):
    """One side's part in an exchange: ``{IL: {persons: 1950}}``."""

    by: str = leading(Nominal(ACTOR), "Who releases.")
    persons: int | float | Figure | None = compared(
        Quantity("persons"), "How many persons; left out, the text gives no number."
    )

    def __str__(self) -> str:
        """A phrase such as ``1950 by IL``."""
        return self.by if self.persons is None else f"{self.persons} by {self.by}"
