"""YAML as nodes that know where they stand.

Built from libyaml's events, not with its loader: every scalar stays the text that was written (``NO`` is Norway, not
false; ``2025-11-20`` is a date for the field to read), duplicate keys are seen, and nesting is bounded before anything
recurses (libyaml's own composer overflows the stack on a hundred thousand brackets; later releases have a limit of
their own, far above ours). Aliases, tags and several documents in a file are no part of the format, so a bomb made of
aliases cannot be written.
"""

from __future__ import annotations

import contextlib
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias

import yaml
from yaml import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from proposals.errors import Location, UnreadableError
from proposals.fields.values import Plain

DEEPEST = 24
"""How deep lists and mappings may nest; the format itself needs ten levels."""
MOST_NODES = 2_000_000
"""How many values a file may hold."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY: Final = frozenset({"", "~", "null"})


# Tuples, since a file of ten thousand terms has hundreds of thousands of them.
class Scalar(NamedTuple):
    """One written value; ``line`` and ``column`` count from 1. ``empty``: nothing, ``~`` or ``null`` stands."""

    text: str
    line: int
    column: int
    empty: bool = False


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """A mapping: its entries in the order of the file, keys as scalars; duplicates are kept for the reader."""

    entries: list[tuple[Scalar, Node]]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping

_START: Final = yaml.Mark("", 0, 0, 0, "", 0)
"""Where an error is that the parser puts nowhere."""


def compose(text: str, name: str) -> Node | None:
    """The nodes of a YAML text; ``None`` for a text of blanks and comments only.

    ``name`` is the file's, for messages. Raises :class:`UnreadableError` at the first thing that is no YAML or no part
    of the format.
    """
    try:
        return _Composer(text, name).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark or _START
        _refuse_earlier(text[: mark.index], name)
        line = mark.line + 1
        raise UnreadableError(Location(name, line, mark.column + 1), _explained(error, text, line)) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # without libyaml, a character or version too large
        raise UnreadableError(Location(name), f"not YAML: {error}") from None


def node_of(plain: Plain) -> Node:
    """A plain value as if it were written, with its place nowhere."""
    if isinstance(plain, dict):
        return Mapping([(Scalar(key, 1, 1), node_of(value)) for key, value in plain.items()], 1, 1)
    if isinstance(plain, list):
        return Sequence([node_of(item) for item in plain], 1, 1)
    return Scalar("true" if plain is True else str(plain), 1, 1)


def _refuse_earlier(text: str, name: str) -> None:
    """Raise what the format refuses in the text before an error of the scanner, if there is anything.

    The scanner reads ahead, up to a thousand characters, to see whether a key begins: libyaml may reach its own limit
    of nesting, or any error, before it has handed over the events by which ours is kept.
    """
    with contextlib.suppress(
        yaml.YAMLError, ValueError, OverflowError
    ):  # the text ends where the error was, so it may be incomplete
        _Composer(text, name).document()


def _explained(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return "a tab indents this line; YAML takes blanks only"
    context = f", {error.context}" if error.context else ""
    return f"not YAML: {error.problem}{context}"


class _Composer:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str, name: str) -> None:
        self.following = _LOADER(text).get_event
        self.name = name
        self.nodes = 0

    def document(self) -> Node | None:
        self.following()
        event = self.following()
        if isinstance(event, StreamEndEvent):
            return None
        node = self.node(self.following(), 0)
        self.following()
        after = self.following()
        if not isinstance(after, StreamEndEvent):
            self.refuse(after, "a second document begins here; a file holds one")
        return node

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.refuse(event, f"this file holds more than {MOST_NODES:,} values")
        kind = type(event)
        if kind is AliasEvent or event.anchor:
            self.refuse(event, "anchors and aliases are no part of the format; write the value again")
        if event.tag and event.tag != "!":
            self.refuse(event, f"the tag {event.tag} is not part of the format")
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if kind is ScalarEvent:
            text = event.value
            return Scalar(text, line, column, text in _EMPTY and not event.style)
        if depth >= DEEPEST:
            self.refuse(event, f"lists and mappings nest deeper than {DEEPEST} levels here")
        if kind is SequenceStartEvent:
            return Sequence(self.items(depth + 1), line, column)
        return Mapping(self.entries(depth + 1), line, column)

    def items(self, depth: int) -> list[Node]:
        items = []
        while type(event := self.following()) is not SequenceEndEvent:
            items.append(self.node(event, depth))
        return items

    def entries(self, depth: int) -> list[tuple[Scalar, Node]]:
        entries = []
        while type(event := self.following()) is not MappingEndEvent:
            key = self.node(event, depth)
            if type(key) is not Scalar:
                self.refuse(event, "a key is a word, not a list or a mapping")
            entries.append((key, self.node(self.following(), depth)))
        return entries

    def refuse(self, event: Any, message: str) -> NoReturn:
        mark = event.start_mark
        raise UnreadableError(Location(self.name, mark.line + 1, mark.column + 1), message)
