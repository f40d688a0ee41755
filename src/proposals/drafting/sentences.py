"""The sentences of a point, each with the place at which it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from proposals.texts.points import Point

_END: Final = re.compile(
    r"(?<!\b\w)(?<!\bArt)(?<!\bNo)(?<!\bUN)(?<!\.\w)[.!?]+[\"”’)\]]*\s+(?=[\[“\"(A-ZÀ-ÞЀ-Я0-9])|;\s+",
)
"""What ends a sentence: not the dot of an initial or of ``Art.``."""


@attrs.frozen
class Sentence:
    """The words of a sentence, and the offset in the text at which they begin."""

    text: str
    start: int


def sentences(point: Point) -> tuple[Sentence, ...]:
    """The sentences of a point, paragraph by paragraph."""
    return tuple(one for at, words in point.paragraphs for one in _cut(words, at))


_STOP: Final = re.compile(r"[,;:]\s+")


def clause(text: str, begin: int, end: int, joins: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """From where to where the clause reaches in which a stretch stands: a comma and one of the ``joins`` end it."""
    commas = [*_STOP.finditer(text)]
    stops = [one for one in commas if one[0][0] != "," or any(join.match(text, one.end()) for join in joins)]
    first = max((match.end() for match in stops if match.start() <= begin), default=0)
    return first, min((match.start() for match in stops if match.start() >= end), default=len(text))


def _cut(words: str, at: int) -> Iterator[Sentence]:
    begin = 0
    for end in (*(match.end() for match in _END.finditer(words)), len(words)):
        yield Sentence(words[begin:end].rstrip(), at + begin)
        begin = end
