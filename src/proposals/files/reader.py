"""Walking nodes and collecting every problem on the way, each with its position and its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs

from proposals.errors import MOST_PROBLEMS, InvalidProposalError, InvalidValueError, Location, Problem
from proposals.fields.declare import Field, Record
from proposals.fields.members import Members
from proposals.fields.values import Domain
from proposals.files import nodes
from proposals.files.nodes import Node, Scalar, Sequence
from proposals.strings import describe, first_hidden, suggestion, visible
from proposals.values import Value
from proposals.world.world import World

_OPEN = {"…", "..."}
_SHOWN = 100
_LONGEST_LINE = 1000


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry(Value):
    """What a mapping of the format may hold under one key: a domain, or the function that reads it.

    ``many``: one value or a list of them, read as a tuple. ``schema`` stands for what a function reads.
    """

    definition: str
    domain: Domain | None = None
    reads: Callable[[Reader, Node], Any] | None = None
    many: bool = False
    required: bool = False
    schema: Mapping[str, Any] = attrs.field(factory=dict)


class Reader:
    """One file being read. Methods return what they could read and add what is wrong to ``problems``."""

    def __init__(self, name: str, text: str, world: World) -> None:
        """Keep the file's ``name`` for positions and its ``text`` for excerpts."""
        self.name = name
        self.world = world
        self.problems: list[Problem] = []
        self._lines = text.split("\n")
        self._hides = first_hidden(text) is not None
        # A value hides only what the text does, or what an escape such as "\u200b" writes.
        self._values_hide = self._hides or "\\" in text

    def at(self, node: Node) -> Location:
        """The position of a node in this file."""
        return Location(self.name, node.line, node.column)

    def problem(self, node: Node, code: str, message: str, hint: str | None = None) -> None:
        """Add a problem at a node. Raises :class:`InvalidProposalError` with all of them when there are too many."""
        line = self._lines[node.line - 1] if node.line <= len(self._lines) else ""
        excerpt = visible(line) if len(line) <= _LONGEST_LINE else ""
        self.problems.append(Problem(self.at(node), code, visible(message), hint, excerpt))
        if len(self.problems) == MOST_PROBLEMS:
            message = f"reading stops at the {MOST_PROBLEMS:,}th problem"
            self.problems.append(Problem(self.at(node), "too-many-problems", message, "correct the earlier ones first"))
            raise InvalidProposalError(tuple(self.problems))

    def hidden(self) -> None:
        """Add a problem for each line that hides something where no value has been found to, such as in a comment."""
        if not self._hides:
            return
        told = {problem.location.line for problem in self.problems if problem.code == "hidden-character"}
        for number, line in enumerate(self._lines, start=1):
            offset = first_hidden(line)
            if offset is not None and number not in told:
                here = Scalar("", number, offset + 1)
                self.problem(here, "hidden-character", f"this line hides {describe(line[offset])}", "remove it")

    def mapping(self, node: Node, allowed: Collection[str], what: str) -> dict[str, tuple[Scalar, Node]]:
        """The entries of a mapping by key; keys that are unknown or appear twice are problems and left out."""
        if not isinstance(node, nodes.Mapping):
            if not _is_empty(node):
                self.problem(node, "not-a-mapping", f"{what} is written as 'key: value' lines")
            return {}
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            if key.text not in allowed:
                hint = suggestion(key.text, allowed) or f"it takes: {', '.join(allowed)}"
                self.problem(key, "unknown-field", f"{what} has no field '{shortened(key.text)}'", hint)
            elif key.text in found:
                first = found[key.text][0].line
                self.problem(key, "duplicate-key", f"'{key.text}' appears twice; first on line {first}", "keep one")
            else:
                found[key.text] = (key, value)
        return found

    def record(self, node: Node, entries: Mapping[str, Entry], what: str) -> dict[str, Any]:
        """The values of a mapping whose keys are all declared; what is empty, wrong or unknown is left out."""
        read: dict[str, Any] = {}
        written = self.mapping(node, entries, what)
        for key, (_, value) in written.items():
            entry = entries[key]
            held = entry.reads(self, value) if entry.reads else self.values(value, entry.domain, many=entry.many)
            if held is not None:
                read[key] = held
        for key, entry in entries.items():
            if entry.required and key not in read and (key not in written or _is_empty(written[key][1])):
                at = written[key][0] if key in written else node
                self.problem(at, "missing-field", f"{what} needs '{key}'", entry.definition)
        return read

    def values(self, node: Node, domain: Domain | None, *, many: bool) -> Any:
        """One value of a domain, or with ``many`` a tuple of them; ``None`` if nothing could be read."""
        if domain is None:  # pragma: no cover -- an Entry has a domain or a function
            raise AssertionError
        if not many:
            return self.scalar(node, domain)
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(held for held in (self.scalar(item, domain) for item in items) if held is not None)

    def scalar(self, node: Node, domain: Domain) -> Any:
        """One value of a domain; ``None`` where nothing is written or what is written is a problem."""
        if not isinstance(node, Scalar):
            if isinstance(node, nodes.Mapping) and isinstance(domain, Record):
                return self.lead_record(node, domain)
            self.problem(node, "not-a-value", f"one value belongs here, {domain.noun}, not a list or a mapping")
            return None
        if node.empty:
            return None
        hidden = first_hidden(node.text) if self._values_hide else None
        if hidden is not None:
            self.problem(node, "hidden-character", f"this text hides {describe(node.text[hidden])}", "remove it")
            return None
        try:
            return domain.read(node.text, self.world)
        except InvalidValueError as error:
            self.problem(node, error.code, shortened(error.message), error.hint)
            return None

    def key(self, key: Scalar, domain: Domain) -> Any:
        """A key that is one value of a domain; ``None`` where it is a problem, also where nothing is written."""
        return self.scalar(key._replace(empty=False) if key.empty else key, domain)

    def lead_record(self, node: nodes.Mapping, domain: Record) -> Any:
        """A record written as ``{leading word: {field: value}}``."""
        if len(node.entries) != 1:
            self.problem(node, "bad-record", "one word with its fields under it belongs here: 'word: {field: value}'")
            return None
        key, inner = node.entries[0]
        lead = self.key(key, domain.lead_field.domain)
        others = {field.key: field for field in domain.other_fields}
        written = self.mapping(inner, others, f"'{key.text}'")
        read = {others[name].name: self.field(others[name], value) for name, (_, value) in written.items()}
        return None if lead is None else self.made(node, domain.shape, {domain.lead: lead, **read})

    def field(self, field: Field, node: Node) -> Any:
        """The value of a declared field: one of its domain, a tuple (subjects), or :class:`Members` (lists)."""
        if not field.many:
            return self.scalar(node, field.domain)
        items = node.items if isinstance(node, Sequence) else [node]
        listing = field.scale is not None
        openings = [item for item in items if listing and isinstance(item, Scalar) and item.text in _OPEN]
        read = [self.scalar(item, field.domain) for item in items if item not in openings]
        held = tuple(value for value in read if value is not None)
        if listing:
            return Members(held, open=bool(openings)) if held or openings else None
        if len(set(held)) != len(held):
            self.problem(node, "duplicate-subject", "the same subject appears twice in this list", "keep one")
        return tuple(dict.fromkeys(held)) or None

    def made(self, node: Node, shape: Callable[..., Any], values: Mapping[str, Any]) -> Any:
        """An instance of ``shape``; ``None`` with a problem where the class itself refuses the values."""
        try:
            return shape(**values)
        except InvalidValueError as error:
            self.problem(node, error.code, error.message, error.hint)
            return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def shortened(text: str) -> str:
    """The text as a message shows it, cut after a hundred characters."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
