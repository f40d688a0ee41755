"""The kinds of term, one module per topic; :data:`KINDS` holds them all, by the word that files write.

A kind of your own is one subclass of :class:`~proposals.terms.base.Term`; hand ``{**KINDS, Mine.kind: Mine}`` to the
functions that read.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Final, TypeAlias

from proposals.terms import (
    alliances,
    ceasefire,
    dialogue,
    economy,
    forces,
    guarantees,
    humanitarian,
    implementation,
    justice,
    navigation,
    non_aggression,
    nuclear,
    politics,
    provision,
    rights,
    sanctions,
    sovereignty,
    territory,
    union,
)
from proposals.terms.base import Term

Kinds: TypeAlias = Mapping[str, type[Term]]


def kinds_in(*modules: ModuleType) -> Kinds:
    """The kinds of term that are defined in these modules, by the word that files write."""
    found = (
        held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and issubclass(held, Term) and held.__module__ == module.__name__
    )
    return MappingProxyType({held.kind: held for held in found})


KINDS: Final[Kinds] = kinds_in(
    sovereignty,
    territory,
    ceasefire,
    forces,
    guarantees,
    alliances,
    non_aggression,
    dialogue,
    nuclear,
    union,
    economy,
    sanctions,
    humanitarian,
    rights,
    justice,
    politics,
    navigation,
    implementation,
    provision,
)
