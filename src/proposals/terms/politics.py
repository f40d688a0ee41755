"""Politics: elections and referendums."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, subject
from proposals.fields.scales import Members, MemberSet, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Topic, Word


class Elected(Word):
    """What is elected."""

    PRESIDENT = "president", "A head of state."
    PARLIAMENT = "parliament", "A national parliament."
    LOCAL = "local", "Councils and mayors."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Elections(Term):
    """An actor holds elections. The deadline is told by *within* or *before*, which all terms have."""

    kind = "elections"
    topic = Topic.POLITICS
    asked = Asked("elections", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who holds them.", each=True, bears=True)
    of: Members | None = compared(
        MemberSet(Words(Elected)),
        "What is elected; left out, the text does not say.",
        heavier=Way.MORE,
    )
    as_soon_as_possible: bool | None = compared(Qualifier(), "As soon as possible, without a date.")
