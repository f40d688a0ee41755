"""How each kind of term is said in a sentence, as ``data/language/en/clauses.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import attrs

from proposals import library
from proposals.files.wording import read_wording

_COMMON: Final = "common"


@attrs.frozen
class Clause:
    """How one kind is said.

    ``mains`` are the main parts, of which the first is taken whose fields are all stated; ``phrases`` what the main
    part does not say, by field; ``words`` how single words of a field are said, by field and word; ``head`` names the
    kind with its subject in a heading.
    """

    mains: tuple[str, ...] = ()
    phrases: Mapping[str, str] = attrs.field(factory=dict)
    words: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    head: str = ""


@cache
def clauses() -> Mapping[str, Clause]:
    """The clause of each kind that has one, by the word of the kind."""
    return {kind: clause for kind, clause in _read().items() if kind != _COMMON}


def common() -> Mapping[str, str]:
    """The phrases for the fields that every kind has."""
    return _read()[_COMMON].phrases


@cache
def _read() -> Mapping[str, Clause]:
    held: Mapping[str, Any] = read_wording(library.root() / "data" / "language" / "en" / "clauses.yaml")
    return {kind: _clause(one) for kind, one in held.items()}


def _clause(held: Mapping[str, Any]) -> Clause:
    says = held.get("says", [])
    mains = (says,) if isinstance(says, str) else tuple(says)
    return Clause(mains, held.get("adds", {}), held.get("words", {}), held.get("head", ""))
