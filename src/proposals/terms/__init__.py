"""The kinds of term, one module per topic; :data:`KINDS` holds them all, by the word that files write.

A kind of your own is one subclass of :class:`~proposals.terms.base.Term`; hand ``{**KINDS, Mine.kind: Mine}`` to the
functions that read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final, TypeAlias

from proposals.terms.base import Term

Kinds: TypeAlias = Mapping[str, type[Term]]

TOPICS: Final = (
    "sovereignty",
    "territory",
    "ceasefire",
    "forces",
    "guarantees",
    "alliances",
    "non_aggression",
    "dialogue",
    "nuclear",
    "union",
    "economy",
    "sanctions",
    "humanitarian",
    "rights",
    "justice",
    "politics",
    "navigation",
    "implementation",
    "provision",
)
"""The modules of this package that define kinds, in the order in which kinds are listed."""


def kinds_in(*modules: ModuleType) -> Kinds:
    """The kinds of term that are defined in these modules, by the word that files write."""
    found = (
        held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and issubclass(held, Term) and held.__module__ == module.__name__
    )
    return MappingProxyType({held.kind: held for held in found})


class _Bundled(Mapping[str, type[Term]]):
    """The kinds of the modules, imported when the first of them is asked for.

    Making their classes takes a third of the start of a command, and a list of documents needs none of them.
    """

    @cached_property
    def _held(self) -> Kinds:
        return kinds_in(*(import_module(f"{__name__}.{topic}") for topic in TOPICS))

    def __getitem__(self, kind: str) -> type[Term]:
        """The class of a kind."""
        return self._held[kind]

    def __iter__(self) -> Iterator[str]:
        """The names of the kinds."""
        return iter(self._held)

    def __len__(self) -> int:
        """How many kinds there are."""
        return len(self._held)


KINDS: Final[Kinds] = _Bundled()
