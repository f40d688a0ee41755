"""Reading the register of questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from proposals.documents.questions import AskedOf, Question
from proposals.errors import InvalidProposalError
from proposals.fields.declare import Asked, compared_fields
from proposals.fields.patterns import ID
from proposals.fields.values import TEXT, Words
from proposals.files import nodes
from proposals.files.nodes import compose
from proposals.files.reader import Entry, Reader
from proposals.files.text import read_text
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.vocabulary import Topics
from proposals.world.world import World

QUESTION_ENTRIES: Final = {
    "asks": Entry(domain=TEXT, required=True, definition="The sentence; {of} is what the question is asked of."),
    "label": Entry(domain=TEXT, definition="A few words that name it in a list."),
    "topic": Entry(domain=Words(Topics), required=True, definition="The topic that it belongs to."),
    "of": Entry(domain=Words(AskedOf), required=True, definition="What it is asked of."),
    "note": Entry(domain=TEXT, definition="How doubtful cases were decided, and why."),
}


def read_questions(path: Path) -> Mapping[str, Question]:
    """The questions by id, in the order of the file.

    Raises :class:`UnreadableError`, or :class:`InvalidProposalError` with all that is wrong.
    """
    text = read_text(path)
    reader = Reader(str(path), text, World.empty())
    node = compose(text, str(path))
    if not isinstance(node, nodes.Mapping):
        reader.problem(node or nodes.Scalar("", 1, 1), "not-a-mapping", "questions are written as 'id: {asks: …}'")
    found: dict[str, Question] = {}
    for key, value in node.entries if isinstance(node, nodes.Mapping) else ():
        name = reader.key(key, ID)
        if name in found:
            reader.problem(key, "duplicate-key", f"'{name}' stands twice", "keep one")
        read = reader.record(value, QUESTION_ENTRIES, f"'{key.text}'")
        if name is None or not {"asks", "topic", "of"} <= read.keys():
            continue
        found[name] = Question(id=name, **read)
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return MappingProxyType(found)


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
