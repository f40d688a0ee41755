"""The kinds of term, one module per topic; :data:`KINDS` holds them all, by the word that files write.

A kind of your own is one subclass of :class:`~proposals.terms.base.Term`; hand ``{**KINDS, Mine.kind: Mine}`` to the
functions that read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final, TypeAlias

from proposals.terms.base import Term

Kinds: TypeAlias = Mapping[str, type[Term]]

TOPICS: Final = {
    "sovereignty": "sovereignty statehood restored-ties",
    "territory": (
        "territory-status withdrawal demilitarization frozen-line territorial-talks force-renunciation "
        "economic-zone control"
    ),
    "ceasefire": "ceasefire truce",
    "forces": "force-limit foreign-forces air-basing military-activity military-aid disarmament weapons-withdrawal",
    "guarantees": "security-guarantee",
    "alliances": "alliance-membership neutrality enlargement-stop",
    "non_aggression": "non-aggression-pact non-aggression-law non-invasion",
    "dialogue": "security-dialogue",
    "nuclear": "arms-control nuclear-status nuclear-plant",
    "union": "union-accession market-access",
    "economy": (
        "reconstruction contribution frozen-assets compensation investment-vehicle economic-cooperation free-trade"
    ),
    "sanctions": "sanctions-relief reintegration readmission",
    "humanitarian": "prisoner-exchange return-of-persons family-contact victims-relief humanitarian-aid displacement",
    "rights": "minority-rights equal-rights tolerance-education ideology-ban language-status",
    "justice": "amnesty claims-waiver",
    "politics": "elections legal-change self-government transitional-administration",
    "navigation": "navigation grain-transport",
    "implementation": "oversight joint-body talks entry-into-force",
    "provision": "provision",
}
"""The modules of this package with the kinds that each defines, in the order in which kinds are listed."""


def kinds_in(*modules: ModuleType) -> Kinds:
    """The kinds of term that are defined in these modules, by the word that files write."""
    found = (
        held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and issubclass(held, Term) and held.__module__ == module.__name__
    )
    return MappingProxyType({held.kind: held for held in found})


_HOMES: Final = {kind: topic for topic, kinds in TOPICS.items() for kind in kinds.split()}


class _Bundled(Mapping[str, type[Term]]):
    """The kinds of the modules, each of which is imported when one of its kinds is first asked for.

    Making all their classes takes a fifth of the start of a command. Most plans need a few, a list of documents none.
    """

    def __getitem__(self, kind: str) -> type[Term]:
        """The class of a kind."""
        return _defined(_HOMES[kind])[kind]

    def __contains__(self, kind: object) -> bool:
        """Whether there is a kind of that name."""
        return kind in _HOMES

    def __iter__(self) -> Iterator[str]:
        """The names of the kinds."""
        return iter(_HOMES)

    def __len__(self) -> int:
        """How many kinds there are."""
        return len(_HOMES)


@cache
def _defined(topic: str) -> Kinds:
    return kinds_in(import_module(f"{__name__}.{topic}"))


KINDS: Final[Kinds] = _Bundled()
