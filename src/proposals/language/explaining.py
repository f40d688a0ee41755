"""Finding what a name means, whoever writes it and however: the codebook at the shell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final

from proposals.errors import NotFoundError
from proposals.language.meaning import Meaning
from proposals.language.meanings import every_meaning
from proposals.language.names import Lookup
from proposals.library import Library
from proposals.strings import alike, folded

SORTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "kinds",
        "field": "fields",
        "key": "keys",
        "list": "lists",
        "word": "words",
        "rule": "rules",
        "question": "questions",
        "scale": "scales",
        "place": "places",
        "actor": "actors",
        "event": "events",
        "source": "sources",
        "document": "documents",
        "glossary entry": "glossary",
    },
)
"""The word that stands for all meanings of a sort, by the sort."""

_NEAREST: Final = 5


def explained(words: Iterable[str], library: Library) -> tuple[Meaning, ...]:
    """All meanings of the names that these words make, in the order of the words; the longest names are tried first.

    ``de facto`` is one name, ``frozen-line force-limit`` are two. Raises :class:`NotFoundError` with the nearest names
    where one is unknown.
    """
    known = meanings(library)
    left = tuple(words)
    found: list[Meaning] = []
    while left:
        taken = next((size for size in range(len(left), 0, -1) if folded(" ".join(left[:size])) in known), 0)
        if not taken:
            raise NotFoundError(_unknown(" ".join(left), known))
        found += known[folded(" ".join(left[:taken]))]
        left = left[taken:]
    return tuple(dict.fromkeys(found))


def _unknown(word: str, known: Mapping[str, tuple[Meaning, ...]]) -> str:
    wanted = folded(word)
    near = dict.fromkeys((*get_close_matches(wanted, known, n=_NEAREST), *alike(wanted, known)))
    names = dict.fromkeys(meaning.name for one in near for meaning in known[one][:1])
    hint = f"nearest: {', '.join(names)}" if names else "'proposals explain' lists what there is"
    return f"'{word}' is not known; {hint}"


@cache
def meanings(library: Library) -> Mapping[str, tuple[Meaning, ...]]:
    """All meanings of each name in a library, folded as :func:`~proposals.strings.folded` does.

    Each word of :data:`SORTS`, such as *rules* or *places*, stands for all meanings of its sort.
    """
    found: dict[str, list[Meaning]] = {}
    for meaning in every_meaning(Lookup.of(library=library)):
        for name in dict.fromkeys(map(folded, (meaning.name, *meaning.spellings))):
            found.setdefault(name, []).append(meaning)
        found.setdefault(SORTS[meaning.sort], []).append(meaning)
    return MappingProxyType({name: tuple(held) for name, held in found.items()})
