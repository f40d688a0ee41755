"""What fields are called in a table, and documents beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.terms.base import Term


def field_label(key: str, shape: type[Term], lookup: Lookup) -> str:
    """What a field of a kind is called, by its key; the words of the key where the language has nothing else."""
    return lookup.language.label(key, shape.kind)


def lettered(documents: Sequence[Proposal]) -> tuple[str, ...]:
    """A letter for each document, in their order."""
    return tuple(letter(at) for at in range(len(documents)))


def letter(index: int) -> str:
    """The letter of a document by its place, counted from 0: A to Z, then AA."""
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
