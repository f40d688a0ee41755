"""The words of closed lists, and the flags, that a sentence has a cue of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from proposals.drafting.cues import CueSet, FieldCues
from proposals.drafting.drafts import Value
from proposals.drafting.hits import breaks
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence
from proposals.drafting.stretches import far
from proposals.fields.declare import Field
from proposals.fields.values import Plain

_AMONG: Final = 25
"""How many characters may stand between the words of a list and one that leaves it open."""


def word(field: Field, held: FieldCues, sentence: Sentence, cues: CueSet) -> Value | None:
    """The word of a list, or the flag, whose cue stands in the sentence; each such word where there are several.

    A list that may be open is left so where the sentence speaks of *others*.
    """
    text = sentence.text
    places = {
        one: (matches[0].start(), matches[-1].end() if field.many else matches[0].end())
        for one, patterns in held.words.items()
        if (matches := _unbroken(found(patterns, text), text, cues))
    }
    if not places:
        return None
    first = min(places, key=lambda one: (places[one][0], -places[one][1]))
    plain: Plain = first or True
    begin, end = places[first]
    if field.many:
        begin, end = min(one[0] for one in places.values()), max(one[1] for one in places.values())
        others = (match.span() for match in found(cues.others, text))
        among = field.scale is not None and any(far((begin, end), one) <= _AMONG for one in others)
        plain = [*places, *(["…"] if among else [])]
    return Value(key=field.key, plain=plain, start=sentence.start + begin, end=sentence.start + end)


def _unbroken(matches: Sequence[re.Match[str]], text: str, cues: CueSet) -> Sequence[re.Match[str]]:
    """Those that do not reach across a condition, and do not stand in what is excepted."""
    at = breaks(text, cues) if matches else ()
    excepted = [(one.start(), text.find(",", one.start())) for one in found(cues.exceptions, text)] if matches else ()
    return [
        one
        for one in matches
        if not any(one.start() < cut < one.end() for cut in at)
        and not any(begin < one.start() and (end < 0 or one.start() < end) for begin, end in excepted)
    ]
