"""The questions that terms answer, as a register has them: data that a collection may add to."""

from __future__ import annotations

import attrs

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


@attrs.frozen(kw_only=True, repr=False)
class Question(OneLine, Validated):
    """What people put in the left column of a side-by-side.

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
