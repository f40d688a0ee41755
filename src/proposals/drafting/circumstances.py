"""The circumstance that ends a term, *void if Russia attacks Ukraine*, as the value of its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from proposals.drafting.conditions import Condition, lapsing
from proposals.drafting.cues import VOID_IF, CueSet
from proposals.drafting.drafts import Value
from proposals.drafting.hits import Hit
from proposals.drafting.mentions import Mention
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence
from proposals.drafting.stretches import Span, holds, meet
from proposals.fields.values import Plain

_BY: Final = re.compile(r"\bby\s+(?:the\s+)?\Z", re.IGNORECASE)
_WORD: Final = re.compile(r"\w{4,}")
_MOST_UNREAD: Final = 2
"""How many words of a circumstance may be left that are no part of it, such as *territory* or *armed*."""


def voided(
    sentence: Sentence,
    hit: Hit,
    hits: Sequence[Hit],
    values: Sequence[Value],
    mentions: Sequence[Mention],
    cues: CueSet,
) -> Iterator[Value]:
    """The circumstance under which a clause says that a term ends, where it is one that the field can say."""
    for lapse, one in lapsing(sentence, hit, hits, values, cues):
        plain = _circumstance(sentence.text, one, mentions, cues)
        if plain is not None:
            start, end = min(lapse[0], one.word[0]), max(lapse[1], one.words[1])
            yield Value(key=VOID_IF, plain=[plain], start=sentence.start + start, end=sentence.start + end)


def _circumstance(text: str, one: Condition, mentions: Sequence[Mention], cues: CueSet) -> Plain | None:
    """What happens, by whom and against whom; ``None`` where that is not clear, or the words say more."""
    begin, end = one.words
    lacking = next((match.span() for match in found(cues.without, text) if begin <= match.start() < end), (end, end))
    acts = [(act, span) for act, span in _acts(text, cues) if begin <= span[0] < lacking[0]]
    if len(acts) != 1:
        return None
    act, span = acts[0]
    named = [held for held in mentions if begin <= held.start < lacking[0] and not meet((held.start, held.end), span)]
    doers = [held for held in named if _BY.search(text, begin, held.start)]
    doers = doers or [held for held in named if held.end <= span[0]]
    by = [*dict.fromkeys(held.actor for held in doers)]
    against = [*dict.fromkeys(held.actor or held.place for held in named if held not in doers)]
    rest = len(_WORD.findall(text, begin, lacking[0])) - len(_WORD.findall(text, *span))
    rest -= sum(len(_WORD.findall(text, held.start, held.end)) for held in named)
    if not named or not all(by) or rest > _MOST_UNREAD:
        return None
    said: dict[str, Plain] = {"by": [*by]} if by else {}
    said |= {"against": [*against]} if against else {}
    said |= {"without": text[lacking[1] : end].strip()} if lacking[1] < end else {}
    return {act: said}


def _acts(text: str, cues: CueSet) -> Iterator[tuple[str, Span]]:
    """The acts that a text names, each with its words; none inside another, as *attack* is in *missile attack*."""
    every = [(act, match.span()) for act, held in cues.circumstances.items() for match in found(held, text)]
    yield from (one for one in every if not any(holds(other[1], one[1]) for other in every))
