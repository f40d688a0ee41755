"""The sentences of a point, each with the place at which it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.patterns import ASKED_AGAIN, Cues, found
from proposals.texts.pieces import SENTENCE_END
from proposals.texts.points import Point

_LONGEST: Final = 2_000
"""The most characters of a sentence; a longer one is cut, so that none takes long to read."""


@attrs.frozen
class Sentence:
    """The words of a sentence, and the offset in the text at which they begin."""

    text: str
    start: int


def sentences(point: Point) -> tuple[Sentence, ...]:
    """The sentences of a point, paragraph by paragraph."""
    return tuple(one for at, words in point.paragraphs for one in _cut(words, at))


def introducing(before: Sequence[Sentence]) -> Sentence | None:
    """The last of some sentences, if it introduces what follows: it ends with a colon."""
    return before[-1] if before and before[-1].text.endswith(":") else None


_STOP: Final = re.compile(r"[,;:]\s+")


def clause(text: str, begin: int, end: int, joins: Cues) -> tuple[int, int]:
    """From where to where the clause reaches in which a stretch stands: a comma and one of the ``joins`` end it."""
    commas = [*_STOP.finditer(text)]
    stops = [one for one in commas if one[0][0] != "," or any(join.pattern.match(text, one.end()) for join in joins)]
    first = max((match.end() for match in stops if match.start() <= begin), default=0)
    return first, min((match.start() for match in stops if match.start() >= end), default=len(text))


@lru_cache(maxsize=ASKED_AGAIN)
def clause_breaks(text: str, cues: CueSet) -> tuple[int, ...]:
    """Where clauses with a verb of their own begin behind a comma and a word such as *and*, in order."""
    stops = [*_STOP.finditer(text)]
    ends = [*(one.start() for one in stops[1:]), len(text)]
    joined = (
        (stop, end)
        for stop, end in zip(stops, ends, strict=False)
        if any(join.pattern.match(text, stop.end()) for join in cues.clauses)
    )
    return tuple(stop.start() for stop, end in joined if found(cues.verbs, text[stop.end() : end]))


def _cut(words: str, at: int) -> Iterator[Sentence]:
    begin = 0
    for end in (*(match.end() for match in SENTENCE_END.finditer(words)), len(words)):
        while end - begin > _LONGEST:
            stop = words.rfind(" ", begin, begin + _LONGEST) + 1 or begin + _LONGEST
            yield Sentence(words[begin:stop].rstrip(), at + begin)
            begin = stop
        yield Sentence(words[begin:end].rstrip(), at + begin)
        begin = end
