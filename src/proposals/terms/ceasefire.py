"""Ceasefire: when and how the fighting stops."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, subject
from proposals.fields.scales import Ordinal, Qualifier
from proposals.fields.values import ACTOR
from proposals.terms.base import CONDITIONS, Term
from proposals.vocabulary import Degree, Topic


class CeasefireScope(Degree):
    """How much of the fighting stops."""

    LIMITED = "limited", "Some kinds of attack stop, such as those on energy plants."
    FULL = "full", "All fighting stops, on land, at sea and in the air."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ceasefire(Term):
    """The fighting stops. When it does is told by *after*, *before* and *within*, which all terms have."""

    kind = "ceasefire"
    topic = Topic.CEASEFIRE
    asked = Asked("ceasefire", "between")
    between: tuple[str, ...] = subject(ACTOR, "The sides that stop fighting.", together=True, bears=True)
    scope: CeasefireScope | None = compared(
        Ordinal(CeasefireScope), "limited < full.", heavier=Way.MORE, deontics=Deontics(rejection=Way.MORE)
    )
    immediate: bool | None = compared(Qualifier(), "At once when its condition is met.")
    unconditional: bool | None = compared(Qualifier(), "Without any condition.", deontics=Deontics(excludes=CONDITIONS))
