"""The versions of the file format: what each of them renamed, for the reader, for ``check --fix`` and for the manual.

A file states its format. One that does not is of the first format. What a later format adds needs no word here; what it
calls otherwise is refused under the old word, since a reader that took both would leave two words for one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from proposals.errors import InvalidProposalError
from proposals.files import nodes
from proposals.files.nodes import Node, Scalar, Sequence
from proposals.files.reader import Entry, Reader, shortened
from proposals.terms.circumstance import Act

FORMAT: Final = 2
"""The format that this version writes. It reads this one and those before it."""

FORMAT_KEY: Final = "format"
_READ: Final = tuple(str(number) for number in range(1, FORMAT + 1))
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")


@attrs.frozen
class Renamed:
    """A key that is called otherwise since a format.

    ``under`` are the words beneath which it stands: kinds of term, acts of a condition, or ``struck``, where only values
    name a field.
    """

    since: int
    old: str
    new: str
    under: tuple[str, ...]


RENAMED: Final = (
    Renamed(2, "on", "against", tuple(str(act) for act in Act)),
    Renamed(2, "on", "against", ("sanctions-relief",)),
    Renamed(2, "on", "about", ("territorial-talks", "joint-body", "struck")),
    Renamed(2, "on", "over", ("force-renunciation",)),
    Renamed(2, "on", "waters", ("navigation", "grain-transport")),
)
"""Format 2: ``on`` is *true* for readers of YAML 1.1."""

_NAMES: Final[Mapping[str, Mapping[str, Renamed]]] = {
    word: {one.old: one for one in RENAMED if word in one.under} for renamed in RENAMED for word in renamed.under
}
_STRUCK: Final = "struck"
_TERMS: Final = ("terms", "status")
_NAMING: Final = ("field", "for")
"""The keys whose value is the name of a field: of a dispute or a deletion, and of a citation."""

FORMAT_ENTRY: Final = Entry(
    reads=lambda _reader, _node: None,  # checked before anything else is read
    definition=f"The version of this format, {FORMAT}; left out, 1.",
    schema={"enum": [*range(1, FORMAT + 1), *_READ]},
)


class Outdated(NamedTuple):
    """A word of an earlier format where it stands in a file, and what it is called now."""

    scalar: Scalar
    renamed: Renamed


def outdated(node: nodes.Mapping) -> Iterator[Outdated]:
    """The words of earlier formats in a file, in reading order."""
    for key, value in node.entries:
        if key.text in _TERMS:
            yield from _outdated(value, {})
        elif key.text == _STRUCK:
            yield from _outdated(value, _NAMES[_STRUCK], keys=False)


def _outdated(node: Node, names: Mapping[str, Renamed], *, keys: bool = True) -> Iterator[Outdated]:
    """Those beneath a node. ``names`` are the renamed keys of the term or condition that it belongs to.

    Without ``keys`` only the values that name a field count: in a citation the ids of sources are keys.
    """
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _outdated(item, names, keys=keys)
    elif isinstance(node, nodes.Mapping):
        own = next((_NAMES[key.text] for key, _ in node.entries if key.text in _NAMES), names)
        for key, value in node.entries:
            if keys and key.text in own:
                yield Outdated(key, own[key.text])
            if key.text in _NAMING:
                items = value.items if isinstance(value, Sequence) else [value]
                named = (item for item in items if isinstance(item, Scalar) and item.text in own)
                yield from (Outdated(item, own[item.text]) for item in named)
            else:
                yield from _outdated(value, own, keys=keys and key.text != "cite")


def renewed(node: nodes.Mapping, words: Mapping[tuple[int, int], str]) -> nodes.Mapping:
    """The mapping with other words at these places, given by line and column."""
    return node._replace(entries=[(_scalar(key, words), _renewed(value, words)) for key, value in node.entries])


def _renewed(node: Node, words: Mapping[tuple[int, int], str]) -> Node:
    if isinstance(node, Sequence):
        return node._replace(items=[_renewed(item, words) for item in node.items])
    return renewed(node, words) if isinstance(node, nodes.Mapping) else _scalar(node, words)


def _scalar(scalar: Scalar, words: Mapping[tuple[int, int], str]) -> Scalar:
    return scalar._replace(text=words.get((scalar.line, scalar.column), scalar.text))


def stated(node: nodes.Mapping) -> list[Node]:
    """What a file states as its format: one value, none, or by mistake several."""
    return [value for key, value in node.entries if key.text == FORMAT_KEY]


def up_to_date(reader: Reader, node: nodes.Mapping, *, fixable: bool = True) -> nodes.Mapping:
    """A file's nodes in the words of the format of today; each word of an earlier one is a problem.

    ``fixable``: the hint names ``proposals check --fix`` as well. Raises :class:`InvalidProposalError` for a file of a
    format that this version does not know, since nothing in it can be relied on.
    """
    for value in stated(node):
        text = value.text if isinstance(value, Scalar) else ""
        if text not in _READ:
            later = _NUMBER.fullmatch(text)
            told = f"this file is of format {text}" if later else f"'{shortened(text)}' is no format"
            message = f"{told}; this version reads {' and '.join(_READ)}"
            reader.problem(value, "unknown-format", message, "a later version may read it" if later else None)
            raise InvalidProposalError(tuple(reader.problems))
    words = {}
    fix = "; 'proposals check --fix' rewrites the file" if fixable else ""
    for scalar, renamed in outdated(node):
        message = f"'{scalar.text}' is called '{renamed.new}' since format {renamed.since}"
        reader.problem(scalar, "outdated-word", message, f"write '{renamed.new}'{fix}")
        words[scalar.line, scalar.column] = renamed.new
    return renewed(node, words) if words else node
