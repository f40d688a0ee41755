"""Reading how databases of agreements code the questions: which columns say that one is addressed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from proposals.errors import InvalidProposalError
from proposals.fields.patterns import ID
from proposals.fields.values import TEXT
from proposals.files import nodes
from proposals.files.nodes import Node
from proposals.files.reader import Entry, Reader
from proposals.files.text import read_text
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Coded(OneLine, Validated):
    """The columns of a database that say that an agreement addresses a question; ``note`` says what else they hold."""

    question: str
    columns: tuple[str, ...]
    note: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Coding(OneLine, Validated):
    """A database of agreements. ``identifier`` is the column that numbers them, by which its files are known."""

    id: str
    title: str
    address: str
    identifier: str
    coded: tuple[Coded, ...]


_CODED: Final = {
    "columns": Entry(domain=TEXT, many=True, required=True, definition="The columns, of which one above 0 will do."),
    "note": Entry(domain=TEXT, definition="How the columns are wider or narrower than the question."),
}


def _read_coded(reader: Reader, node: Node) -> tuple[Coded, ...]:
    found = []
    for key, value in node.entries if isinstance(node, nodes.Mapping) else ():
        question, read = reader.key(key, ID), reader.record(value, _CODED, f"'{key.text}'")
        if question is not None and "columns" in read:
            found.append(Coded(question=question, **read))
    return tuple(found)


_ENTRIES: Final = {
    "title": Entry(domain=TEXT, required=True, definition="What the database is called."),
    "address": Entry(domain=TEXT, required=True, definition="Where it is."),
    "id": Entry(domain=TEXT, required=True, definition="The column that numbers the agreements."),
    "coded": Entry(reads=_read_coded, required=True, definition="By question: which columns say that it is addressed."),
}


def read_codings(path: Path) -> tuple[Coding, ...]:
    """The databases, in the order of the file. Raises :class:`UnreadableError` or :class:`InvalidProposalError`."""
    text = read_text(path)
    reader = Reader(str(path), text, World.empty())
    node = nodes.compose(text, str(path))
    found = []
    for key, value in node.entries if isinstance(node, nodes.Mapping) else ():
        name, read = reader.key(key, ID), reader.record(value, _ENTRIES, f"'{key.text}'")
        if name is not None and _ENTRIES.keys() <= read.keys():
            found.append(Coding(id=name, identifier=read.pop("id"), **read))
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return tuple(found)
