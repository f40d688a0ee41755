"""How strongly a clause binds, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from proposals.drafting.cues import CueSet, KindCues
from proposals.drafting.drafts import Value
from proposals.drafting.hits import Hit, condition_words
from proposals.drafting.moments import Found, moment
from proposals.drafting.patterns import Cues, found
from proposals.drafting.sentences import Sentence, clause
from proposals.drafting.stretches import Span, holds, meet
from proposals.vocabulary import Modality
from proposals.world.dates import Deadline
from proposals.world.world import World

_CLOSE: Final = 5
"""How many characters may stand between a word that stops an act and the cue of the act."""
_BREAKS_OFF: Final = 25
"""How many characters may stand between a modal and the end of the words that introduce a list, without a comma."""
_BETWEEN: Final = re.compile(r"\s+(?:(?!and\b)\w+\s+){0,3}")
"""What may stand between a word that forbids and the cue of the act."""
_AFTER: Final = "after"
_LASTS: Final = "duration"
_SPANS: Final = frozenset({"within", _LASTS})
"""The fields that take a span of time."""
_WORD: Final = re.compile(r"\S+")
_MOST_OF_SPAN: Final = 3
"""How many words a span has at most: *twenty one days*."""
_FRAMES: Final = frozenset({Modality.EXPECTED, Modality.INTENDS})
"""The modalities that a sentence says once, of all its clauses."""


def forbids_something_about(cues: CueSet, sentence: Sentence, hit: Hit) -> bool:
    """Whether a ban in the clause of the cue is of what somebody does to the act, such as hindering it."""
    first, _ = clause(sentence.text, *hit.cue, cues.clauses)
    bans = found(cues.modality[str(Modality.SHALL_NOT)], sentence.text)
    about = found(cues.about, sentence.text)
    return any(first <= ban.start() < word.start() and word.end() <= hit.cue[0] for ban in bans for word in about)


def modality(cues: CueSet, held: KindCues, sentence: Sentence, hit: Hit) -> Iterator[Value]:
    """How strongly the clause binds, where that is not *shall*; or what *shall not* makes of the kind."""
    spans = [
        (match.span(), Modality(word))
        for word, patterns in cues.modality.items()
        for match in found(patterns, sentence.text)
    ]
    spans += [
        (match.span(), Modality.SHALL_NOT)
        for match in found(cues.stops, sentence.text)
        if held.negated is None and 0 <= hit.cue[0] - match.end() <= _CLOSE
    ]
    spans += [
        (match.span(), Modality.SHALL_NOT)
        for match in found(cues.bans, sentence.text)
        if _BETWEEN.fullmatch(sentence.text, match.end(), max(match.end(), hit.cue[0]))
    ]
    openers = [span for span, _ in condition_words(sentence.text, cues)]
    spans = [one for one in spans if not any(holds(other[0], one[0]) for other in spans)]
    spans = [one for one in spans if not any(meet(one[0], opener) for opener in openers)]
    first, last = clause(sentence.text, *hit.cue, cues.clauses)
    before = [one for one in spans if one[0][0] < hit.cue[1]]
    within = [one for one in before if one[0][0] >= first]
    after = [one for one in spans if hit.cue[1] <= one[0][0] < last]
    if not (before or after):
        return
    (begin, end), modality = _binding(within, after, before)
    if held.negated is not None or modality is not Modality.SHALL_NOT:
        framed = (one for one in before if one[1] in _FRAMES)
        (begin, end), modality = next(framed, ((begin, end), modality))
    if modality is Modality.SHALL:
        return
    words: Mapping[str, str] = {"modality": str(modality)}
    if modality is Modality.SHALL_NOT and held.negated is not None:
        words = held.negated
    for key, word in words.items():
        yield Value(key=key, plain=word, start=sentence.start + begin, end=sentence.start + end)


def _binding(
    within: Sequence[tuple[Span, Modality]],
    after: Sequence[tuple[Span, Modality]],
    before: Sequence[tuple[Span, Modality]],
) -> tuple[Span, Modality]:
    """The last modal of the clause before the cue; else the first behind it; else the last of an earlier clause."""
    if within:
        return max(within, key=lambda one: one[0])
    return min(after, key=lambda one: one[0]) if after else max(before, key=lambda one: one[0])


@attrs.frozen
class Moments:
    """Finds moments in sentences; ``months`` are the numbers of the months by their names in small letters."""

    cues: CueSet
    world: World
    months: Mapping[str, int]

    def behind(self, key: str, patterns: Cues, sentence: Sentence) -> Iterator[Value]:
        """Every moment behind a word of the field: some take a span, the others a date or an event."""
        text, at = sentence.text, sentence.start
        for match in found(patterns, text):
            one = moment(text, match.end(), self.world, self.months, self.cues.events)
            if one is None or not _fits(key, Deadline(one.value)):
                continue
            counted = self._counted(text[: match.start()]) if key == _AFTER else None
            if counted is None:
                yield Value(key=key, plain=one.value, start=at + match.start(), end=at + one.end)
            elif self._is_free(text[: counted.start]):
                yield Value(
                    key=key, plain=f"{counted.value} of {one.value}", start=at + counted.start, end=at + one.end
                )

    def _counted(self, before: str) -> Found | None:
        """The span that words before *after* end with: *48 hours* after signature."""
        ends = len(before.rstrip())
        starts = [match.start() for match in _WORD.finditer(before)][-_MOST_OF_SPAN:]
        spans = (moment(before, start, self.world, self.months) for start in starts)
        return next((one for one in spans if one and one.end == ends and Deadline(one.value).span is not None), None)

    def _is_free(self, before: str) -> bool:
        """Whether no word of time stands before a span, *until* 48 hours after signature, which says otherwise."""
        words = [one for key, patterns in self.cues.timing.items() if key != _AFTER for one in patterns]
        return not any(match.end() == len(before.rstrip()) for match in found(words, before))


def _fits(key: str, moment: Deadline) -> bool:
    """Whether a field takes a moment of this sort: a span, or a date or an event, from which a span may count."""
    if moment.span is None:
        return key not in _SPANS
    return key in _SPANS or (key != _AFTER and moment.words != "")


def timings(
    moments: Moments, sentence: Sentence, hit: Hit, hits: Sequence[Hit], stated: Sequence[Value]
) -> Iterator[Value]:
    """The moments of the sentence, of which each belongs to the last cue before it, or else to the first.

    Those that are ``stated`` already by a field of the kind are left out.
    """
    spans = [(one.start, one.end) for one in stated if isinstance(one.plain, str)]
    for key, patterns in moments.cues.timing.items():
        for value in moments.behind(key, patterns, sentence):
            if _belongs(value, sentence, hit, hits) and not any(meet((value.start, value.end), one) for one in spans):
                spans.append((value.start, value.end))
                yield value
                break


def lasting(
    moments: Moments, sentence: Sentence, hit: Hit, hits: Sequence[Hit], stated: Sequence[Value]
) -> Iterator[Value]:
    """For how long the term of a cue is to last, where none of its ``stated`` values says so."""
    spans = [(one.start, one.end) for one in stated]
    for value in moments.behind(_LASTS, moments.cues.lasting, sentence):
        if _belongs(value, sentence, hit, hits) and not any(meet((value.start, value.end), one) for one in spans):
            yield value


def _belongs(value: Value, sentence: Sentence, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a moment belongs to a cue: to the last one before it, or else to the first."""
    at, others = value.start - sentence.start, [one.cue[0] for one in hits]
    return hit.cue[0] == max((one for one in others if one <= at), default=min(others))


def led(
    moments: Moments, held: KindCues, lead: Sentence, sentence: Sentence, kind: str, stated: Sequence[Value]
) -> Iterator[Value]:
    """What the words before a list, *Within 30 days Ukraine shall not:*, say of an item that does not say otherwise.

    ``stated`` are the values that the sentence of the item has. How strongly the item binds is taken over only where
    the words before it break off behind their modal.
    """
    end, keys = len(lead.text), {one.key for one in stated}
    hit = Hit(kind, (end, end))
    own = any(found(patterns, sentence.text) for patterns in moments.cues.modality.values())
    for value in () if own else modality(moments.cues, held, lead, hit):
        rest = lead.text[value.end - lead.start :]
        if value.key not in keys and (len(rest) <= _BREAKS_OFF or rest.startswith(",")):
            yield attrs.evolve(value, inferred=True)
    if keys.isdisjoint(moments.cues.timing):
        yield from (attrs.evolve(one, inferred=True) for one in timings(moments, lead, hit, (hit,), ()))
