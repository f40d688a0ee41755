"""Questions in words, with what they are asked of: how large may Ukraine's armed forces be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from proposals.comparison.questions import Row
from proposals.fields.declare import Field, fields_of
from proposals.fields.values import ACTOR_OR_PLACE, Words
from proposals.language.names import Lookup
from proposals.language.templates import Piece, Slot, Template
from proposals.language.wordings import name, value_pieces
from proposals.library import Library
from proposals.strings import capital

_ASKED: Final = Field(
    name="of", key="of", definition="What the question is asked of.", domain=ACTOR_OR_PLACE, each=True
)


def asks(row: Row, lookup: Lookup) -> str:
    """The question of a row as a sentence."""
    return question_words(row.question, _called(row, lookup), lookup)


def label(row: Row, lookup: Lookup) -> str:
    """What the question of a row is called in a list."""
    return label_of(row.question, lookup)


def label_of(question: str, lookup: Lookup) -> str:
    """What a question is called in a list of the language, by its id."""
    own = lookup.language.questions.get(question, {})
    return own.get("label") or own.get("asks") or name_of(question, lookup.library)


def name_of(question: str, library: Library) -> str:
    """What a question is called in a list, by its id; the words of the id where no register has it."""
    known = library.questions.get(question)
    return (known.label or known.asks) if known else question.replace("-", " ")


def asked_of(row: Row, lookup: Lookup) -> str:
    """What a question is asked of, in a list; empty where it is asked of nothing."""
    asked = _called(row, lookup)
    pieces = value_pieces(_ASKED, asked, {}, Slot("of"), lookup) if asked else None
    return "".join(piece.text for piece in pieces or ())


def _called(row: Row, lookup: Lookup) -> tuple[str, ...]:
    """What a row is asked of, with words of a list as the language calls them in a question, if it does."""
    for reading in row.readings:
        field = next((one for one in fields_of(reading.shape) if one.key == reading.asked.of), None)
        if field is not None and isinstance(field.domain, Words):
            held, words = map(field.domain.words.of, row.asked), lookup.language.words
            return tuple(words.get(type(one).__name__, {}).get(str(one), {}).get("asked", str(one)) for one in held)
    return tuple(row.asked)


def question_words(question: str, asked: Sequence[str], lookup: Lookup) -> str:
    """A question asked of places, actors or words, by their ids; the words of its id where no register has it."""
    together = _together(asked, lookup)

    def says(slot: Slot) -> list[Piece] | None:
        return value_pieces(_ASKED, together, {}, slot, lookup) if asked else None

    known = lookup.library.questions.get(question)
    usual = known.asks if known else f"{question.replace('-', ' ')}<: {{of}}>"
    filled = _template(lookup.language.questions.get(question, {}).get("asks", usual)).fill(says)
    text = "".join(piece.text for piece in filled.pieces) if filled else ""
    return capital(text)


def _together(asked: Sequence[str], lookup: Lookup) -> tuple[str, ...]:
    """The ids with those that are named in one, *the Donetsk and Luhansk regions*, after the first of these."""
    together: dict[str, list[str]] = {}
    for one in asked:
        together.setdefault(name(one, lookup, "group") or one, []).append(one)
    return tuple(one for held in together.values() for one in held)


@cache
def _template(asks: str) -> Template:
    return Template.of(asks)
