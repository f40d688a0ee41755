"""Reading the glossary: words of law, diplomacy and this library, each with its definition."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from proposals.errors import InvalidProposalError, Location
from proposals.fields.values import TEXT
from proposals.files import nodes
from proposals.files.nodes import Node, compose
from proposals.files.reader import Entry, Reader
from proposals.files.text import read_text
from proposals.strings import suggestion
from proposals.terms import KINDS, Kinds
from proposals.validation import Validated
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Definition(Validated):
    """One word of the glossary.

    ``sources`` are texts that the definition rests on, empty for a word of this library alone. ``see`` are other words
    of the glossary, ``kinds`` the kinds of term that the word explains. ``at`` is where it was read and never counts as
    content.
    """

    word: str
    definition: str
    sources: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


GLOSSARY_ENTRIES: Final = {
    "definition": Entry(domain=TEXT, required=True, definition="What the word means, in your words."),
    "sources": Entry(domain=TEXT, many=True, definition="The texts that the definition rests on."),
    "see": Entry(domain=TEXT, many=True, definition="Other words of the glossary."),
    "kinds": Entry(domain=TEXT, many=True, definition="The kinds of term that the word explains."),
}


def read_glossary(path: Path, kinds: Kinds = KINDS) -> tuple[Definition, ...]:
    """The definitions in the order of the file.

    Raises :class:`UnreadableError`, or :class:`InvalidProposalError` with all that is wrong: also a word that stands
    twice, and a reference to a word or a kind that is not there.
    """
    text = read_text(path)
    reader = Reader(str(path), text, World.empty())
    node = compose(text, str(path))
    entries = node.entries if isinstance(node, nodes.Mapping) else []
    if not entries:
        reader.problem(node or nodes.Scalar("", 1, 1), "not-a-mapping", "words are written as 'word: {definition: …}'")
    found: dict[str, Definition] = {}
    for key, value in entries:
        if key.text in found:
            reader.problem(key, "duplicate-key", f"'{key.text}' appears twice", "keep one")
        read = reader.record(value, GLOSSARY_ENTRIES, f"'{key.text}'")
        if "definition" in read:
            found[key.text] = Definition(word=key.text, at=reader.at(key), **read)
    for key, value in entries:
        _check_references(reader, key, value, found, kinds)
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return tuple(found.values())


def _check_references(
    reader: Reader, key: nodes.Scalar, value: Node, found: dict[str, Definition], kinds: Kinds
) -> None:
    known = found.get(key.text)
    for other in known.see if known else ():
        if other not in found:
            reader.problem(value, "unknown-word", f"'{key.text}' refers to '{other}', which is not there")
    for kind in known.kinds if known else ():
        if kind not in kinds:
            reader.problem(value, "unknown-kind", f"'{kind}' is not a kind of term", suggestion(kind, kinds))
