"""What a sentence says and a draft does not: each is left to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from proposals.drafting.conditions import conditional
from proposals.drafting.cues import CueSet
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence, clause
from proposals.drafting.stretches import Span
from proposals.texts.points import Point

_TITLE: Final = 80
"""How long a title is at most."""
_STOPS: Final = frozenset(".,:;!?…")
_WORD: Final = re.compile(r"\w{4,}")
"""Words of fewer letters say little by themselves."""
_FEWEST: Final = 2
"""Fewer words than these are a courtesy: *Thank you.*"""
_STEM: Final = 5
"""By how many letters two forms of one word are taken for the same."""


def telling(
    point: Point, sentences: Sequence[Sentence], unread: Sequence[Sentence], cues: CueSet
) -> Iterator[Sentence]:
    """Those of the unread sentences of a point that say something.

    A title does not, nor does what introduces the points or sentences that follow, or what only repeats the words of a
    sentence that was read without a condition.
    """
    if not unread:
        return
    titles = {*_titles(point)}
    left = {*unread}
    known = _stems(one.text for one in sentences if one not in left)
    for sentence in unread:
        stems = _stems([sentence.text])
        said = len(stems) >= _FEWEST and (not stems <= known or conditional(sentence, cues))
        if said and sentence.text not in titles and not introduces(sentence.text, cues):
            yield sentence


def excepted(sentence: Sentence, cue: Span, cues: CueSet) -> str:
    """The words by which the clause of a cue excepts something, which no field says; empty for none."""
    first, last = clause(sentence.text, *cue, cues.clauses)
    for match in found(cues.exceptions, sentence.text):
        if first <= match.start() < last:
            end = cue[0] if match.start() < cue[0] else last
            return sentence.text[match.start() : end].partition(",")[0].rstrip(" .;")
    return ""


def is_title(words: str) -> bool:
    """Whether words of one line are a title and no sentence."""
    return len(words) <= _TITLE and words[-1:] not in _STOPS


def introduces(words: str, cues: CueSet) -> bool:
    """Whether words only introduce what follows them, or ask for it."""
    return words.endswith((":", "?")) or bool(found(cues.introductions, words))


def _titles(point: Point) -> Iterator[str]:
    """The titles among the lines of a point: its own at the beginning, and that of what follows it at the end."""
    lines = [words for _, words in point.paragraphs]
    said = not all(map(is_title, lines))
    yield from (words for words in (lines[0], lines[-1]) if said and is_title(words))


def _stems(texts: Iterable[str]) -> set[str]:
    return {word[:_STEM].casefold() for text in texts for word in _WORD.findall(text)}
