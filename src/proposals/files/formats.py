"""The versions of the file format, and what each has renamed: for the reader, ``check --fix`` and the manual.

A file states its format under ``format``; one that does not is of the first. What a later format adds needs no word
here. A word that it replaces is a problem, with the word to write instead: were both read, one thing would have two
names, and the old ones are booleans to many readers of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import attrs

from proposals.errors import InvalidProposalError
from proposals.files import nodes
from proposals.files.nodes import Node, Scalar, Sequence
from proposals.files.reader import Entry, Reader
from proposals.terms.circumstance import Act
from proposals.values import Value

FORMAT: Final = 2
"""The format that this version writes. It reads this one and those before it."""

FORMAT_KEY: Final = "format"
_KNOWN: Final = tuple(str(number) for number in range(1, FORMAT + 1))
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")

FORMAT_ENTRY: Final = Entry(
    reads=lambda _reader, _node: None,  # up_to_date() has read it
    definition=f"The version of the file format: {FORMAT}; left out, 1.",
    schema={"enum": [*map(int, _KNOWN), *_KNOWN]},
)


@attrs.frozen(eq=False, repr=False)
class Renaming(Value):
    """A key that is called otherwise since a format; ``under`` are the kinds of term or the acts that it belongs to."""

    since: int
    old: str
    new: str
    under: tuple[str, ...]


RENAMINGS: Final = (
    Renaming(2, "on", "against", (*map(str, Act), "sanctions-relief")),
    Renaming(2, "on", "about", ("territorial-talks", "joint-body")),
    Renaming(2, "on", "over", ("force-renunciation",)),
    Renaming(2, "on", "waters", ("navigation", "grain-transport")),
)
"""Format 2 has no key ``on``, which YAML 1.1 takes for *true*."""

_RENAMED: Final[Mapping[str, Renaming]] = {word: one for one in RENAMINGS for word in one.under}
_DELETIONS: Final = _RENAMED["territorial-talks"]
"""What ``struck`` narrows a deletion to is a compared field; of those with an old name only this kind has one."""

_NAMING: Final = ("field", "for")
"""The keys under which the name of a field is a value: of a dispute or a deletion, and of a citation."""


class Outdated(NamedTuple):
    """A word of an earlier format where it stands in a file, and its renaming."""

    word: Scalar
    renaming: Renaming


def renewed(node: nodes.Mapping) -> tuple[nodes.Mapping, tuple[Outdated, ...]]:
    """A file's nodes in the words of the format of today, and the words that it writes otherwise, in order."""
    found: list[Outdated] = []
    under = {"terms": None, "status": None, "struck": _DELETIONS}
    entries = [
        (key, _renewed(value, under[key.text], found, key.text) if key.text in under else value)
        for key, value in node.entries
    ]
    return node._replace(entries=entries), tuple(found)


def _renewed(node: Node, renaming: Renaming | None, found: list[Outdated], key: str) -> Node:
    """A node under a key of a term, a condition or a deletion; ``renaming`` is what has been renamed in that."""
    if isinstance(node, Sequence):
        return Sequence([_renewed(item, renaming, found, key) for item in node.items], node.line, node.column)
    if isinstance(node, Scalar):
        return _word(node, renaming, found) if key in _NAMING else node
    own = next((_RENAMED[name.text] for name, _ in node.entries if name.text in _RENAMED), renaming)
    entries = []
    for name, value in node.entries:
        # In a citation the ids of sources are keys, in a deletion there are only its own.
        fixed = name if key in {"cite", "struck"} else _word(name, own, found)
        below = key if key == "cite" and name.text not in _NAMING else name.text
        entries.append((fixed, _renewed(value, own, found, below)))
    return nodes.Mapping(entries, node.line, node.column)


def _word(word: Scalar, renaming: Renaming | None, found: list[Outdated]) -> Scalar:
    if renaming is None or word.text != renaming.old:
        return word
    found.append(Outdated(word, renaming))
    return word._replace(text=renaming.new)


def stated(node: nodes.Mapping) -> Node | None:
    """What a file states as its format; ``None`` if nothing."""
    return next((value for key, value in node.entries if key.text == FORMAT_KEY), None)


def is_known(format_: Node | None) -> bool:
    """Whether this version reads files that state this."""
    return format_ is None or (isinstance(format_, Scalar) and format_.text in _KNOWN)


def up_to_date(reader: Reader, node: nodes.Mapping, *, fixable: bool = True) -> nodes.Mapping:
    """A file's nodes in the words of the format of today; each that is written otherwise is a problem.

    ``fixable``: the hint names ``proposals check --fix`` as well. Raises :class:`InvalidProposalError` for a file of a
    format that this version does not know, since nothing in it can be relied on.
    """
    format_ = stated(node)
    if format_ is not None and not is_known(format_):
        text = format_.text if isinstance(format_, Scalar) else ""
        later = _NUMBER.fullmatch(text)
        said = f"this file is of format {text}" if later else "this is not a format version"
        hint = "a later version of the program may read it" if later else f"write '{FORMAT_KEY}: {FORMAT}'"
        reader.problem(format_, "unknown-format", f"{said}; this version reads {' and '.join(_KNOWN)}", hint)
        raise InvalidProposalError(tuple(reader.problems))
    node, found = renewed(node)
    fix = "; 'proposals check --fix' rewrites the file" if fixable else ""
    for word, renaming in found:
        message = f"'{renaming.old}' is called '{renaming.new}' since format {renaming.since}"
        reader.problem(word, "outdated-word", message, f"write '{renaming.new}'{fix}")
    return node
