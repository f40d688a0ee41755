"""Who and what a text names: actors and places, by the names of the registers, of the language and of the cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.patterns import ASKED_AGAIN, Cues
from proposals.language.tables import Language
from proposals.world.world import World

_FORMS: Final = ("name", "bare", "adjective")
"""The forms of an actor's name that a text may have; an adjective, such as *Ukrainian*, names no place."""
_ARTICLE: Final = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_SHORTEST: Final = 4
"""Names of fewer letters, such as US, are looked for in capitals only."""
_CYRILLIC: Final = re.compile("(?<![\u0400-\u04ff])[\u0400-\u04ff]{2,}$")
_ENDING: Final = re.compile("(?:(?<=ськ)|(?<=ск))[\u0400-\u04ff]{1,3}$|[аеёиоуыэюяіїєьй]{1,3}$")
"""What a Ukrainian or Russian word loses to the stem that its forms share."""


@attrs.frozen(kw_only=True)
class Mention:
    """A name in a text, from ``start`` to ``end``: the ids of the actor and the place that it may mean, empty for none.

    ``actor_kind`` and ``place_kind`` are what sort of each it is, empty likewise.
    """

    start: int
    end: int
    actor: str = ""
    place: str = ""
    actor_kind: str = ""
    place_kind: str = ""


@attrs.frozen(eq=False)
class Lexicon:
    """The names that are looked for: one pattern of them all, and what each means."""

    pattern: re.Pattern[str]
    actors: Mapping[str, str]
    places: Mapping[str, str]
    world: World
    seats: frozenset[str]
    seated: Cues

    @classmethod
    def of(cls, world: World, language: Language, cues: CueSet) -> Lexicon:
        """The names of the registers, their forms in the language, and those of the cues."""
        further = cues.names
        seats = {
            _key(text): name for name, texts in cues.seats.items() for text in texts if name in world.actors.actors
        }
        actors: dict[str, str] = {}
        places: dict[str, str] = {}
        for name, one in world.actors.actors.items():
            for text in _spellings((one.name, *one.names, *_forms(name, language, _FORMS), *further.get(name, ()))):
                actors.setdefault(_key(text), name)
        for name, place in world.places.places.items():
            usual = _forms(name, language, _FORMS[:1])
            known = () if name in world.actors.actors else further.get(name, ())
            for text in _spellings((place.name, *place.names, *usual, *known)):
                places.setdefault(_key(text), name)
        actors = {**seats, **actors}
        texts = sorted({*actors, *places}, key=lambda text: (-len(text), text))
        # Names are looked for by their first letter first: some thousand alternatives are slow.
        by_letter: dict[str, list[str]] = {}
        for text in texts:
            by_letter.setdefault(text[0], []).append(_searched(text))
        groups = (f"(?={re.escape(letter)})(?:{'|'.join(held)})" for letter, held in by_letter.items())
        pattern = re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)
        return cls(pattern, actors, places, world, frozenset(seats), cues.seated)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every name in a text, in order; the longest where one holds another."""
        return _mentions(self, text)

    def found(self, text: str) -> Iterator[Mention]:
        """The names in a text, as they are found."""
        for match in self.pattern.finditer(text):
            words = match[0]
            if not words[0].isupper() and not words[0].isdigit() and words.islower() and " " not in words:
                continue  # "us", "poles"
            if len(words) < _SHORTEST and not words.isupper():
                continue
            key = _key(words)
            actor, place = self._meant(self.actors, key), self._meant(self.places, key)
            if place and key in self.seats and self._is_place(text, match.start()):
                actor = ""
            if actor or place:
                yield Mention(
                    start=match.start(),
                    end=match.end(),
                    actor=actor,
                    place=place,
                    actor_kind=str(self.world.actors.actors[actor].kind) if actor else "",
                    place_kind=str(self.world.places.places[place].kind) if place else "",
                )

    def _is_place(self, text: str, at: int) -> bool:
        """Whether a capital at an offset is the city, as in *talks in Moscow*, and not who governs there."""
        return any(match.end() == at - 1 for one in self.seated for match in one.pattern.finditer(text, 0, at - 1))

    def _meant(self, names: Mapping[str, str], key: str) -> str:
        if key in names or not _CYRILLIC.search(key):
            return names.get(key, "")
        stem = _stem(key)
        return next((held for name, held in names.items() if _CYRILLIC.search(name) and _stem(name) == stem), "")


@lru_cache(maxsize=ASKED_AGAIN)
def _mentions(lexicon: Lexicon, text: str) -> tuple[Mention, ...]:
    return tuple(lexicon.found(text))


def runs(mentions: Sequence[Mention], text: str, joins: Cues) -> Iterator[tuple[Mention, ...]]:
    """The mentions in groups of those that stand in one list, ``Russia, Ukraine and the EU``; ``joins`` are between."""
    held: list[Mention] = []
    for one in mentions:
        if held and not joined(text[held[-1].end : one.start], joins):
            yield tuple(held)
            held = []
        held.append(one)
    if held:
        yield tuple(held)


def joined(between: str, joins: Cues) -> bool:
    """Whether nothing but these words and signs such as commas and dashes stands between two names."""
    for one in joins:
        between = one.pattern.sub("", between)
    return not between.strip(" ,-–/&+")


def _forms(name: str, language: Language, forms: Sequence[str]) -> Iterator[str]:
    entry = language.names.get(name, {})
    yield from (entry[form] for form in forms if form in entry)


def _spellings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield _ARTICLE.sub("", name)


def _key(text: str) -> str:
    return " ".join(re.sub("[’'‘]", "'", re.sub("[-‐‑–]", " ", text)).casefold().split())


def _stem(key: str) -> str:
    """A name without the endings of its words, which differ from form to form."""
    return " ".join(_ENDING.sub("", word) for word in key.split())


def _searched(key: str) -> str:
    """The pattern of a name: blanks and hyphens stand for each other, and a Cyrillic word takes any ending."""
    inflected = _CYRILLIC.search(key) is not None
    words = (_stem(key) if inflected else key).split()
    ending = r"\w{0,4}" if inflected else ""
    return r"[\s‐‑–-]+".join(re.escape(word) + ending for word in words).replace("'", "['’‘]")
