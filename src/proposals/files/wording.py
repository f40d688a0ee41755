"""Reading the wording of a language: mappings of texts, as deep as they nest."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from proposals.errors import Location, UnreadableError
from proposals.files import nodes
from proposals.files.nodes import Node, compose
from proposals.files.text import read_text

Wording: TypeAlias = "str | tuple[Wording, ...] | dict[str, Wording]"
"""What a file of wording holds: a text, a list or a mapping by key, in the order of the file."""


def read_wording(path: Path) -> dict[str, Wording]:
    """The mapping that a file holds, empty for a file without any.

    Raises :class:`UnreadableError` for what is no mapping, for a key that appears twice and for what is left empty.
    """
    node = compose(read_text(path), str(path))
    held = {} if node is None else _held(node, str(path))
    if not isinstance(held, dict):
        raise UnreadableError(Location(str(path), 1, 1), "a file of wording is written as 'key: text' lines")
    return held


def _held(node: Node, file: str) -> Wording:
    if isinstance(node, nodes.Sequence):
        return tuple(_held(item, file) for item in node.items)
    if isinstance(node, nodes.Scalar):
        if node.empty:
            raise UnreadableError(
                Location(file, node.line, node.column), "nothing is written here; write '' for no words"
            )
        return node.text
    found: dict[str, Wording] = {}
    for key, value in node.entries:
        if key.text in found:
            raise UnreadableError(Location(file, key.line, key.column), f"'{key.text}' appears twice; keep one")
        found[key.text] = _held(value, file)
    return found
