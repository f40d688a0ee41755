"""Cues as a person writes them: words in their order, with a few signs, made into regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias

import attrs

GAP: Final = "…"
"""The sign for up to six other words."""

EITHER: Final = "~"
"""The sign between two stretches of words that may stand in either order, with up to six other words between them."""

ASKED_AGAIN: Final = 256
"""Of how many sentences it is kept what stands in them: for each of its kinds and fields a sentence is asked again."""

_APART: Final = r"[\s,–—-]+"
_WORDS: Final = 6
_APOSTROPHES: Final = re.compile("['’]")
_FAMILY: Final = re.compile(r"<(\w+)>")
_PIECES: Final = re.compile("[-'’]")
_BEGINNING: Final = re.compile(r"\w+")


@attrs.frozen
class Cue:
    """The pattern of a cue, and ``anchors`` of which one at least stands wherever it does, in small letters.

    Most cues stand nowhere in a sentence, and looking for a few letters is much faster than matching.
    """

    pattern: re.Pattern[str]
    anchors: tuple[str, ...]

    def places(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """Every place at which it stands; ``lowered`` is the text in small letters."""
        for anchor in self.anchors:  # no generator: of a long text millions of cues are asked
            if anchor in lowered:
                return self.pattern.finditer(text)
        return iter(())


Cues: TypeAlias = tuple[Cue, ...]
Families: TypeAlias = Mapping[str, tuple[str, ...]]
"""Words of one meaning by the name that they have together."""


def cues_of(text: str, families: Families) -> Cues:
    """The cues that a text writes: one, or one for each order of what stands on the two sides of ``~``.

    Raises :class:`KeyError` for a family that there is not.
    """
    written = in_full(text, families)
    first, sign, second = written.partition(f" {EITHER} ")
    if not sign:
        return (cue(written),)
    return cue(f"{first} {GAP} {second}"), cue(f"{second} {GAP} {first}")


def in_full(text: str, families: Families) -> str:
    """The text of a cue with the words of each family that it names.

    Raises :class:`KeyError` for a family that there is not.
    """
    return _FAMILY.sub(lambda name: "|".join(_joined(one) for one in families[name[1]]), text)


def _joined(member: str) -> str:
    """The words of a member of a family as one alternative."""
    return member.replace(" ", "_")


@cache
def cue(text: str) -> Cue:
    """The cue that a text writes.

    ``army*`` is any ending, ``a|b`` either word, ``a_b|c`` either those two words or the other, ``[a]`` a word that may
    be missing, ``[*]`` any word that may be, ``cease-fire`` one word, two or hyphened, ``…`` up to six other words,
    ``… …`` up to twelve. Capitals do not count.
    """
    parts: list[str] = []
    anchors: tuple[str, ...] = ("",)
    apart, gaps = "", 0
    for token in text.split():
        if token == GAP:
            gaps += 1
            apart = _gap(gaps)
            continue
        gaps = 0
        words = token.strip("[]").split("|")
        word = f"(?:{'|'.join(map(_words, words))})"
        if not token.startswith("["):
            parts.append(apart + word)
            anchors = max(anchors, tuple(map(_anchor, words)), key=lambda held: min(map(len, held)))
        elif apart:
            parts.append(f"(?:{apart}{word})?")
        else:
            parts.append(f"(?:{word}{_APART})?")
            continue
        apart = _APART
    return Cue(re.compile(rf"(?<!\w)(?:{''.join(parts)})(?!\w)", re.IGNORECASE), anchors)


def _gap(times: int) -> str:
    return rf"[^\w\s]*\s+(?:\S+\s+){{0,{times * _WORDS}}}?[^\w\s]*"


def _words(text: str) -> str:
    """The pattern of one alternative: a word, or several."""
    return _APART.join(map(_word, text.split("_")))


def _word(text: str) -> str:
    if text == "*":
        return r"\w+"
    ending = r"\w*" if text.endswith("*") else ""
    escaped = re.escape(text.rstrip("*")).replace(r"\-", r"[\s‑-]?")
    return _APOSTROPHES.sub("['’]", escaped) + ending


def _anchor(text: str) -> str:
    """How the longest of the words of an alternative begins in all its spellings."""
    return max((_PIECES.split(word.rstrip("*").lower())[0] for word in text.split("_")), key=len)


@attrs.frozen
class Index:
    """Finds which of many cues may stand in a text, by how its words begin: asking each of them takes much longer."""

    cues: Cues
    by_anchor: Mapping[str, tuple[int, ...]]
    longest: int

    @classmethod
    def of(cls, cues: Cues) -> Index:
        """An index of these cues."""
        held: dict[str, list[int]] = {}
        for at, one in enumerate(cues):
            for anchor in one.anchors:
                held.setdefault(anchor, []).append(at)
        by_anchor = {anchor: tuple(places) for anchor, places in held.items()}
        return cls(cues, by_anchor, max(map(len, by_anchor), default=0))

    def candidates(self, text: str) -> set[int]:
        """The places of the cues that may stand in a text."""
        words = set(_BEGINNING.findall(text.lower()))
        beginnings = {word[:length] for word in words for length in range(min(len(word), self.longest) + 1)}
        return {at for one in beginnings if one in self.by_anchor for at in self.by_anchor[one]}


def found(cues: Iterable[Cue], text: str) -> list[re.Match[str]]:
    """Every place at which one of the cues stands, in order; of several that begin at one place the longest."""
    best: dict[int, re.Match[str]] = {}
    lowered = text.lower()
    for one in cues:
        for match in one.places(text, lowered):
            held = best.get(match.start())
            if held is None or held.end() < match.end():
                best[match.start()] = match
    return [best[at] for at in sorted(best)]
