"""Who and what a cue is about: the names before it, behind it or near it, or the two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from proposals.drafting.conditions import conditions_of
from proposals.drafting.cues import AFTER, AS, BEFORE, NEAR, PAIR, PLACED, SIDES, CueSet, FieldCues
from proposals.drafting.drafts import DraftTerm, Value
from proposals.drafting.mentions import Mention, joined, runs
from proposals.drafting.patterns import Cues, found
from proposals.drafting.sentences import Sentence, clause, clause_breaks
from proposals.drafting.stretches import Span, meet
from proposals.fields.declare import Field
from proposals.fields.values import ACTOR, PLACE, Plain
from proposals.world.actors import ActorKind

Found: TypeAlias = "tuple[Value, tuple[Mention, ...]]"
"""A value with the mentions that it takes."""

_TWO: Final = 2
_WRONG: Final = 2
_FARTHEST: Final = 100
"""How many characters from the cue a name may stand, to be what it is about."""
_OTHERS: Final = 25
"""In how many characters before and behind a list the words are looked for that leave it open."""
_DEFINITE: Final = re.compile(r"\b(?:the|this|these|such)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
"""What stands before a thing that was named already."""
_ARTICLE: Final = re.compile(r"(?:the|this|these|such)\b", re.IGNORECASE)
"""How a cue begins that takes up such a thing by itself."""
_POSSESSIVE: Final = re.compile(r"(?:['’]s?)?\s*")
"""What may stand between a name and the words that follow it."""
_PARTIES: Final = frozenset(map(str, (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.BODY)))
"""The sorts of actor that may be a side."""


@attrs.frozen(kw_only=True)
class Named:
    """A sentence with the names in it, the cue that stands in it from ``cue[0]`` to ``cue[1]``, and the two sides.

    A cue at the end stands in a later sentence. ``sides`` are the ids of the sides that the user has named, empty for
    none. ``roles`` are those of the fields of the kind that are found by the word before them.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    cue: Span
    cues: CueSet
    sides: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    def value(self, field: Field, held: FieldCues, taken: Iterable[Mention]) -> Found | None:
        """The value of a field that names actors or places, with the mentions that it takes; ``None`` for none."""
        others = {AS, *self.roles} - {held.role} if held.role in PLACED else set()
        elsewhere = {
            one
            for run in runs(self.mentions, self.sentence.text, self._joins)
            if any(self._plays(role, one) for role in others for one in (run[0], run[-1]))
            for one in run
        }
        elsewhere |= {*self.apart(field, held), *self._in_conditions(), *self._held()}
        free = [one for one in self.mentions if one not in {*taken, *elsewhere} and _meant(field, one, held)]
        if held.role in {SIDES, PAIR}:
            return self._sides(field, free, or_given=held.role == SIDES)
        chosen = self._by_role(free, held.role) if held.role in self.cues.roles else self._placed(free, held.role)
        both = field.many and field.domain == ACTOR and field.scale is None
        if both and (chosen is None or self._rank(held.role, chosen) == _WRONG):
            given = self._given(field, spoken=True)
            if given is not None:
                return given
        if chosen is None:
            return None
        several = self._listed(free, chosen) if field.many else (chosen,)
        return self._made(field, several), several

    def _in_conditions(self) -> Iterator[Mention]:
        """The mentions in the conditions of the sentence, save the one in which the cue stands."""
        spans = [one.words for one in conditions_of(self.sentence.text, self.cues) if not meet(one.words, self.cue)]
        yield from (one for one in self.mentions if any(meet((one.start, one.end), span) for span in spans))

    def _held(self) -> Iterator[Mention]:
        """The places of which somebody holds a part, and the holders: *the part of Donetsk that Ukraine holds*."""
        text = self.sentence.text
        for place, holder in pairwise(self.mentions):
            held = any(one.pattern.match(text, holder.end + 1) for one in self.cues.holding)
            between = text[place.end : holder.start]
            linked = held and found(self.cues.relatives, between)
            if linked and joined(between, (*self.cues.relatives, *self.cues.articles)):
                yield from (place, holder)

    def apart(self, field: Field, held: FieldCues) -> tuple[Mention, ...]:
        """The mentions that might be meant, but that the words before them set apart: *except Crimea*.

        A place behind *between*, or one to which a road leads, only says where something else is.
        """
        if held.role not in {BEFORE, AFTER, NEAR}:
            return ()
        parts = tuple(one for one in self._held() if _meant(field, one, held))
        words = (*self.cues.exceptions, *(self.cues.bearings if field.domain == PLACE else ()))
        text, ends = self.sentence.text, [match.end() for match in found(words, self.sentence.text)]
        return parts + tuple(
            one
            for run in runs(self.mentions, text, self._joins)
            if any(joined(text[end : run[0].start], self.cues.articles) for end in ends if end <= run[0].start)
            for one in run
            if _meant(field, one, held)
        )

    def _listed(self, free: Sequence[Mention], chosen: Mention) -> tuple[Mention, ...]:
        """The list in which a mention stands, without a last one that begins a clause of its own (*and NATO will*)."""
        run = next(run for run in runs(free, self.sentence.text, self._joins) if chosen in run)
        modals = [pattern for patterns in self.cues.modality.values() for pattern in patterns]
        begins = any(pattern.pattern.match(self.sentence.text, run[-1].end + 1) for pattern in modals)
        return run[:-1] if begins and len(run) > 1 and chosen != run[-1] and run[-1].start > self.cue[1] else run

    def _placed(self, free: Sequence[Mention], role: str) -> Mention | None:
        """The mention that is nearest to the cue on the side that the role asks for; else on the other."""
        begin, end = self.cue

        def far(one: Mention) -> int:
            """How far it stands from the cue; what follows *of* is as near as can be."""
            behind = one.start >= end and joined(self.sentence.text[end : one.start], self.cues.articles)
            return 0 if behind else max(begin - one.end, one.start - end, 0)

        first, last = clause(self.sentence.text, *self.cue, self.cues.clauses)

        def outside(one: Mention) -> bool:
            return not first <= one.start < last

        elsewhere = begin == len(self.sentence.text)
        breaks = clause_breaks(self.sentence.text, self.cues)
        stop = next((at for at in breaks if at >= end), len(self.sentence.text))
        near = (one for one in free if elsewhere or (far(one) <= _FARTHEST and one.start < stop))
        return min(near, key=lambda one: (self._rank(role, one), outside(one), far(one)), default=None)

    def _rank(self, role: str, one: Mention) -> int:
        """0 where a mention stands as the role asks, before or after the cue, 1 within it, :data:`_WRONG` otherwise.

        A cue that begins with a mention, such as *foreign bases*, has it before itself.
        """
        begin, end = self.cue
        if role == BEFORE:
            return 0 if one.end <= begin or one.start == begin else 1 if one.start < end else _WRONG
        return _WRONG if role == AFTER and one.end <= begin else 0

    def _by_role(self, free: Sequence[Mention], role: str) -> Mention | None:
        """The first mention that stands right beside words of the role."""
        return next((one for one in free if self._plays(role, one)), None)

    def _plays(self, role: str, one: Mention) -> bool:
        """Whether a mention stands right behind words of the role, articles and titles aside, or right before them."""
        text, words = self.sentence.text, self.cues.roles[role]
        behind = _POSSESSIVE.match(text, one.end)
        if behind and any(cue.pattern.match(text, behind.end()) for cue in words.behind):
            return True
        ends = (match.end() for match in found(words.before, text))
        return any(joined(text[end : one.start], self.cues.articles) for end in ends if end <= one.start)

    @property
    def _joins(self) -> Cues:
        return (*self.cues.joins, *self.cues.articles)

    def _sides(self, field: Field, free: Sequence[Mention], *, or_given: bool) -> Found | None:
        """The two of whom the sentence speaks, or those of the longest list in it; else the sides that were named."""
        free = [one for one in free if one.actor_kind in _PARTIES]
        lists = runs(free, self.sentence.text, self._joins)
        several = [run for run in lists if len({one.actor for one in run}) >= _TWO]
        if several:
            run = min(several, key=lambda run: max(self.cue[0] - run[-1].end, run[0].start - self.cue[1], 0))
            if {*self.sides} <= {one.actor for one in run}:
                run = tuple(one for one in run if one.actor in self.sides) or run
            return self._made(field, run), run
        named = {one.actor: one for one in sorted(free, key=lambda one: -one.start)}
        named = dict(sorted(named.items(), key=lambda item: item[1].start))
        if len(named) == _TWO:
            return self._made(field, [*named.values()]), tuple(named.values())
        return self._given(field, spoken=not or_given)

    def _given(self, field: Field, *, spoken: bool) -> Found | None:
        """The sides that the user has named; with ``spoken`` only where the sentence speaks of *both sides*."""
        spoken_of = found(self.cues.sides, self.sentence.text)
        if not self.sides or (spoken and not spoken_of):
            return None
        begin, end = spoken_of[0].span() if spoken_of else self.cue
        at = self.sentence.start
        inferred = Value(key=field.key, plain=[*self.sides], start=at + begin, end=at + end, inferred=True)
        return inferred, ()

    def _made(self, field: Field, mentions: Sequence[Mention]) -> Value:
        """The value, on the words from the first mention to the last; a list that names only some is left open."""
        first, last = min(one.start for one in mentions), max(one.end for one in mentions)
        plain: list[Plain] = [*dict.fromkeys(_id(field, one) for one in mentions)]
        text, at = self.sentence.text, self.sentence.start
        before, behind = text[:first].rstrip()[-_OTHERS:], text[last:].lstrip(" ,")[:_OTHERS]
        listing = field.scale is not None and field.many
        if listing and any(one.pattern.search(before) or one.pattern.match(behind) for one in self.cues.others):
            plain.append("…")
        held = plain if field.many else plain[0]
        return Value(key=field.key, plain=held, start=at + first, end=at + last)


def resumed(field: Field, held: FieldCues, named: Named, known: Sequence[DraftTerm]) -> Value | None:
    """A part of the subject from the one earlier term of the kind, where the cue takes that up: *the withdrawal*.

    ``None`` where it does not, or the text has several such terms or names somebody else.
    """
    text, at = named.sentence.text, named.cue[0]
    takes_up = _DEFINITE.search(text, 0, at) or _ARTICLE.match(text, at)
    if len(known) != 1 or takes_up is None or named.apart(field, held):
        return None
    value = next(one for one in known[0].values if one.key == field.key)
    begin, end = (named.sentence.start + at for at in named.cue)
    return attrs.evolve(value, start=begin, end=end, inferred=True)


def _meant(field: Field, one: Mention, held: FieldCues) -> bool:
    """Whether a mention may be a value of the field: an actor of the right sort, or a place."""
    if not _id(field, one):
        return False
    kind = one.place_kind if field.domain == PLACE else one.actor_kind or one.place_kind
    return not held.sorts or kind in held.sorts


def _id(field: Field, one: Mention) -> str:
    if field.domain == ACTOR:
        return one.actor
    return one.place if field.domain == PLACE else one.actor or one.place
