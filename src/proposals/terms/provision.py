"""Provisions: clauses that can be kept as words only."""

from __future__ import annotations

from typing import Any

from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.patterns import ID
from proposals.fields.scales import Prose
from proposals.fields.values import Words
from proposals.terms.base import Term
from proposals.vocabulary import Topic, Topics


class _Chosen:
    """The topic that a provision is filed under; of the class, *other*."""

    def __get__(self, held: Any, _owner: type[Term]) -> Topics:
        topic: Topics = Topic.OTHER if held is None else held.under
        return topic


@declared
class Provision(Term):
    """A clause that no other kind can hold honestly; its words are compared one by one, without a distance."""

    kind = "provision"
    topic = _Chosen()  # the one kind whose topic each term chooses
    asked = Asked("other-matters", "under")
    under: Topics = subject(Words(Topics), "The topic under which reports show it.")
    about: str = subject(ID, "A short name for what it is about, by which provisions of two documents meet.")
    text: str | None = compared(Prose(), "The clause in a few words of yours.")
