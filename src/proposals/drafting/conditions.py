"""On what a clause depends: a condition of which a field can say the words, or one that is left to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import attrs

from proposals.drafting.cues import IF, IN_CASE_OF, UNLESS, VOID_IF, CueSet
from proposals.drafting.drafts import Value
from proposals.drafting.hits import Hit, condition_words
from proposals.drafting.patterns import ASKED_AGAIN, found
from proposals.drafting.sentences import Sentence, clause
from proposals.drafting.stretches import Span, far, meet
from proposals.fields.declare import compared_fields
from proposals.terms.base import Term
from proposals.world.dates import Deadline

_STATED: Final = (IF, UNLESS, IN_CASE_OF)
"""The conditions that do not only say when."""
_FEWEST: Final = 2
"""How many words a clause with a verb has at least."""
_OPENING: Final = re.compile(r"\W*(?:\w+\W+)?")
"""What may stand before a condition that opens its clause: *But if …*."""


@attrs.frozen
class Condition:
    """A condition of a sentence, by offsets in it: the word that makes it one, and the words behind that.

    ``sayable`` says that the field *if* can have these words, ``opens`` that what depends on it follows it.
    """

    word: Span
    words: Span
    sayable: bool
    opens: bool


def conditional(sentence: Sentence, cues: CueSet) -> bool:
    """Whether something in a sentence depends on a condition."""
    return any(conditions_of(sentence.text, cues))


def allowed(shape: type[Term], values: Sequence[Value], further: Iterable[Value]) -> Iterator[Value]:
    """Those of some further values for which a term has room: one that is *unconditional* has none for a condition.

    A date or a span after which it binds is no condition.
    """
    keys = excluded(shape, values)
    return (one for one in further if one.key not in keys or (one.key != IF and _says_when(str(one.plain))))


def excluded(shape: type[Term], values: Iterable[Value]) -> frozenset[str]:
    """The keys of the conditions for which a term of these values has no room."""
    keys = {one.key for one in values}
    return frozenset(key for field in compared_fields(shape) if field.key in keys for key in field.deontics.excludes)


def _says_when(written: str) -> bool:
    moment = Deadline(written)
    return moment.date is not None or moment.span is not None


def stated(sentence: Sentence, hit: Hit, hits: Sequence[Hit], values: Iterable[Value], cues: CueSet) -> Iterator[Value]:
    """The condition of a clause as the value of its field, where it has no other and the field can say it."""
    held = _of(sentence, hit, hits, values, cues)
    if len(held) != 1 or not held[0].sayable or _lapse(sentence.text, hit, held[0], cues) is not None:
        return
    if not held[0].opens or hit.cue[0] >= held[0].words[1]:
        (begin, end), at = held[0].words, sentence.start
        yield Value(key=IF, plain=sentence.text[begin:end], start=at + held[0].word[0], end=at + end)


def lapsing(
    sentence: Sentence, hit: Hit, hits: Sequence[Hit], values: Iterable[Value], cues: CueSet
) -> Iterator[tuple[Span, Condition]]:
    """The one condition of a clause, where it ends a term, with the words that say so."""
    held = _of(sentence, hit, hits, values, cues)
    lapse = _lapse(sentence.text, hit, held[0], cues) if len(held) == 1 else None
    if lapse is not None:
        yield lapse, held[0]


def led_on(lead: Sentence, kind: str, values: Sequence[Value], cues: CueSet) -> Iterator[Value]:
    """The condition before a list, *If Ukraine agrees, Russia shall:*, of an item that has none of its own."""
    if not any(one.key == IF for one in values):
        item = _item(lead, kind)
        yield from (attrs.evolve(one, inferred=True) for one in stated(lead, item, (item,), (), cues))


def unstated(
    sentence: Sentence, hit: Hit, hits: Sequence[Hit], values: Sequence[Value], lead: Sentence | None, cues: CueSet
) -> Iterator[str]:
    """The words of the conditions of a clause, and of the words before its list, that none of the values has."""
    yield from _unstated(sentence, hit, hits, values, cues)
    if lead is not None:
        item = _item(lead, hit.kind)
        yield from _unstated(lead, item, (item,), values, cues)


def _item(lead: Sentence, kind: str) -> Hit:
    """The place behind the words before a list, as that of what an item says."""
    return Hit(kind, (len(lead.text), len(lead.text)))


def _unstated(
    sentence: Sentence, hit: Hit, hits: Sequence[Hit], values: Sequence[Value], cues: CueSet
) -> Iterator[str]:
    end = sentence.start + len(sentence.text)
    held = _of(sentence, hit, hits, values, cues)
    if held and not any(one.key in {IF, VOID_IF} and sentence.start <= one.start < end for one in values):
        begin, end = held[0].word[0], held[-1].words[1]
        lapse = _lapse(sentence.text, hit, held[0], cues) or (begin, end)
        yield sentence.text[min(begin, lapse[0]) : max(end, lapse[1])]


@lru_cache(maxsize=ASKED_AGAIN)
def conditions_of(text: str, cues: CueSet) -> tuple[Condition, ...]:
    """The conditions of a sentence, in order."""
    spans = [(span, word == IF) for span, word in condition_words(text, cues) if word in _STATED]
    asides = [match.span() for match in found(cues.asides, text)] if spans else []
    spans = [one for one in spans if not any(meet(one[0], aside) for aside in asides)]
    held: list[Condition] = []
    for word, sayable in sorted(spans):
        first, last = clause(text, *word, cues.clauses)
        opens = _OPENING.fullmatch(text, first, word[0]) is not None
        comma = text.find(",", word[1], last) if opens else -1
        further = (other[0] for other, _ in spans if other[0] > word[0])
        words = text[word[1] : min(further, default=last) if comma < 0 else comma]
        begin = word[1] + len(words) - len(words.lstrip())
        end = begin + len(words.strip().rstrip(".,;:"))
        held.append(Condition(word, (begin, end), sayable and len(text[begin:end].split()) >= _FEWEST, opens))
    return tuple(held)


def _of(sentence: Sentence, hit: Hit, hits: Sequence[Hit], values: Iterable[Value], cues: CueSet) -> list[Condition]:
    """The conditions of the clause of a cue, but for those of which the cue or a word of a list was read."""
    at = sentence.start
    words = (one for one in values if isinstance(one.plain, str | bool) and not one.inferred and one.key != "modality")
    read = [hit.cue, *((one.start - at, one.end - at) for one in words)]
    return [
        one
        for one in conditions_of(sentence.text, cues)
        if hit in _depending(sentence.text, one, hits, cues) and not any(meet(one.word, span) for span in read)
    ]


def _depending(text: str, one: Condition, hits: Sequence[Hit], cues: CueSet) -> list[Hit]:
    """What depends on a condition: all behind one that opens its clause, else what its clause says, or the nearest."""
    if one.opens:
        behind = [hit for hit in hits if hit.cue[0] >= one.words[1]]
        return behind or [*hits]
    first, _ = clause(text, *one.word, cues.clauses)
    within = [hit for hit in hits if first <= hit.cue[0] < one.word[0]]
    return within or sorted(hits, key=lambda hit: far(hit.cue, one.word))[:1]


def _lapse(text: str, hit: Hit, one: Condition, cues: CueSet) -> Span | None:
    """Where the words stand that end something under a condition, but for those of the cue itself.

    They stand before the condition, in its clause, or behind one that opens the sentence, in the clause of the cue.
    """
    if one.opens:
        first, last = clause(text, *hit.cue, cues.clauses)
        first = max(first, one.words[1])
    else:
        first, last = clause(text, *one.word, cues.clauses)[0], one.word[0]
    lapses = (match.span() for match in found(cues.lapses, text))
    return next((span for span in lapses if first <= span[0] < last and not meet(span, hit.cue)), None)
