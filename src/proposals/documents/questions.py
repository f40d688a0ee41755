"""The questions that terms answer, as a register has them: data that a collection may add to."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from proposals.fields.declare import Asked, compared_fields
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Topics
from proposals.words import Word


class AskedOf(Word):
    """What a question is asked of."""

    ACTOR = "actor", "A country, an organisation or another actor."
    GROUND = "ground", "A place: ground, a country as a host, a plant, waters."
    SIDES = "sides", "Two or more actors together."
    MATTER = "matter", "A word of a list: a group of people, an ideology, what is watched, a topic."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Question(OneLine, Validated):
    """A question that plans answer, as in the left column of a side-by-side table.

    ``asks`` is a template of the sentence, in which ``{of}`` is what it is asked of; ``label`` names it in a list,
    empty where its sentence is to be taken. ``note`` says how doubtful cases were decided, and why.

    ``id`` is what kinds and options name it by, ``topic`` the one under which it is shown, and ``of`` says what it is
    asked of: a country, ground or two sides.
    """

    id: str
    asks: str
    label: str = ""
    topic: Topics
    of: AskedOf
    note: str = ""


def answering_of(question: str, kinds: Kinds = KINDS) -> Iterator[str]:
    """The kinds that answer a question, and the fields that do so as their second one, as ``kind.field``."""
    return (name for name, asked, _ in every_asked(kinds) if asked.question == question)


def alternatives_of(question: str, kinds: Kinds = KINDS) -> Iterator[str]:
    """Those that answer a question and of which one stands for another."""
    return (name for name, asked, _ in every_asked(kinds) if asked.question == question and asked.alternative)


def every_asked(kinds: Kinds = KINDS) -> Iterator[tuple[str, Asked, type[Term]]]:
    """All kinds and fields that name a question: as ``kind`` or ``kind.field``, what they name, and the kind."""
    for kind in kinds.values():
        if kind.asked is not None:
            yield kind.kind, kind.asked, kind
        for field in compared_fields(kind):
            if field.asked is not None:
                yield f"{kind.kind}.{field.key}", field.asked, kind
