"""Reading the register of questions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from proposals.documents.questions import AskedOf, Question
from proposals.errors import InvalidProposalError
from proposals.fields.patterns import ID
from proposals.fields.values import TEXT, Words
from proposals.files import nodes
from proposals.files.nodes import compose
from proposals.files.reader import Entry, Reader
from proposals.files.text import read_text
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
            reader.problem(key, "duplicate-key", f"'{name}' appears twice", "keep one")
        read = reader.record(value, QUESTION_ENTRIES, f"'{key.text}'")
        if name is None or not {"asks", "topic", "of"} <= read.keys():
            continue
        found[name] = Question(id=name, **read)
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return MappingProxyType(found)
