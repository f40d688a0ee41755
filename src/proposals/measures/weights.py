"""Weights of an analyst: how much each term counts in a similarity. Without a file each counts 1.

A file is a mapping in YAML from a topic, a kind, or a kind and a subject to a number::

    territory: 2
    frozen-line: 0.5
    force-limit/UA: 3
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from proposals.comparison.findings import Finding
from proposals.errors import InvalidProposalError, InvalidValueError
from proposals.fields.numbers import Number
from proposals.files.nodes import Mapping, Scalar, compose
from proposals.files.reader import Reader
from proposals.files.text import read_text
from proposals.strings import suggestion
from proposals.terms import KINDS, Kinds
from proposals.validation import Validated
from proposals.vocabulary import Topics
from proposals.world.world import World

_WEIGHT: Final = Number("weight", most=1_000_000)


@attrs.frozen(eq=False, repr=False)
class Weights(Validated):
    """Weights by name, in the order of the file; the narrowest name that fits a term counts, and 1 where none does.

    A name is a topic (``territory``), a kind (``frozen-line``) or a kind and the id of an actor or place of its subject
    (``force-limit/UA``). A term of weight 0 is left out of the count.

    ``by_name`` has the names with their weights.
    """

    by_name: tuple[tuple[str, float], ...] = ()

    def of(self, finding: Finding) -> float:
        """The weight of a finding's term.

        Args:
            finding: A finding of a comparison.

        Returns:
            0 or more, 1 where nothing names it. Of several subjects that are named, the first in the file counts.
        """
        if not self.by_name:
            return 1.0
        wanted = [f"{finding.kind}/{item}" for part in finding.subject for item in part]
        known = dict(self.by_name)
        named = next((weight for name, weight in self.by_name if name in wanted), None)
        return named if named is not None else known.get(finding.kind, known.get(str(finding.topic), 1.0))


def read_weights(path: Path, world: World, *, kinds: Kinds = KINDS) -> Weights:
    """The weights of a file.

    Args:
        path: The path of the file.
        world: The places and actors that names stand for.
        kinds: The kinds of term that may be named, by the word that files write.

    Returns:
        The weights.

    Raises:
        UnreadableError: The file cannot be read at all.
        InvalidProposalError: A name is that of no topic, kind or subject, or appears twice; or a number is none, or
            below 0.
    """
    text = read_text(path)
    reader = Reader(str(path), text, world)
    root = compose(text, str(path)) or Mapping([], 1, 1)
    found: dict[str, float] = {}
    if isinstance(root, Mapping):
        for key, node in root.entries:
            name, weight = _name(reader, key, kinds), reader.scalar(node, _WEIGHT)
            if name in found:
                reader.problem(key, "duplicate-key", f"'{key.text}' has a weight already", "keep one")
            elif name is not None and weight is not None:
                found[name] = float(weight)
    else:
        reader.problem(root, "not-a-mapping", "a file of weights is written as 'name: number' lines")
    if reader.problems:
        raise InvalidProposalError(tuple(reader.problems))
    return Weights(tuple(found.items()))


def _name(reader: Reader, key: Scalar, kinds: Kinds) -> str | None:
    """The name in its one form; ``None`` with a problem where it is no topic, no kind and no subject of a kind."""
    kind, slash, item = key.text.partition("/")
    if not slash and (kind in kinds or kind in Topics.spellings()):
        return kind
    if kind in kinds:
        try:
            return f"{kind}/{reader.world.either(item)}"
        except InvalidValueError as error:
            reader.problem(key, error.code, error.message, error.hint)
    else:
        hint = suggestion(kind, [*kinds, *Topics.spellings()])
        reader.problem(key, "unknown-name", f"'{kind}' is neither a topic nor a kind of term", hint)
    return None
