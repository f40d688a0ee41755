"""The drafter: from the points of a raw text to terms, each value with the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from proposals.drafting.binding import Moments, forbids_something_about, led, modality, timings
from proposals.drafting.conditions import conditional, led_on, room_for_if, stated, unstated
from proposals.drafting.counting import Counting
from proposals.drafting.cues import AMOUNT, AMOUNTS, CueSet, KindCues
from proposals.drafting.drafts import Draft, DraftTerm, Value, plain_of
from proposals.drafting.gathering import Gathered, Untyped
from proposals.drafting.heads import SIDES, Head
from proposals.drafting.hits import Hit, hits_in
from proposals.drafting.lists import word
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import small_months
from proposals.drafting.naming import Named, resumed
from proposals.drafting.nearest import with_nearest
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence, introducing, sentences
from proposals.drafting.states import Declared
from proposals.drafting.stretches import Span, meet
from proposals.drafting.unread import excepted, introduces, is_title, telling
from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, compared_fields, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import Code, Moment, Plain, Words
from proposals.files.terms import term_of
from proposals.language.sentences import label
from proposals.language.tables import Language
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.texts.points import Point, Split
from proposals.world.world import World

_NUMBER: Final = re.compile(r"\d+[a-z]?\b")
_NOTHING: Final[Mapping[str, Sequence[DraftTerm | Untyped]]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Drafter:
    """Drafts texts of a language with the names of a world.

    ``sides`` are the ids of the two sides, empty where nobody named them. ``kinds`` are those that may be drafted.
    ``world`` has further states beside what all documents share, which is ``shared``.
    """

    cues: CueSet
    lexicon: Lexicon
    world: World
    shared: World
    moments: Moments
    counting: Counting
    kinds: Kinds
    sides: tuple[str, ...] = ()

    @classmethod
    def of(cls, cues: CueSet, language: Language, world: World, kinds: Kinds, sides: Sequence[str] = ()) -> Drafter:
        """A drafter for the kinds that have cues."""
        able = {kind: shape for kind, shape in kinds.items() if kind in cues.kinds}
        known = cues.states.beside(world)
        return cls(
            cues=cues,
            lexicon=Lexicon.of(known, language, cues),
            world=known,
            shared=world,
            moments=Moments(cues, known, small_months(language)),
            counting=Counting(cues, able, known),
            kinds=able,
            sides=tuple(sides),
        )

    def matters(self, point: Point) -> frozenset[str]:
        """The kinds of which a point speaks, whether or not it says whom they are about."""
        spoken = (hits_in(sentence.text, self.kinds, self.cues) for sentence in sentences(point))
        return frozenset(hit.kind for hits in spoken for hit in hits)

    def draft(self, split: Split, further: Mapping[str, Sequence[DraftTerm | Untyped]] = _NOTHING) -> Draft:
        """The terms of a text and its gaps. Two points that say the same of one subject are one term.

        ``further`` is what another drafter read, by the label of the point; where it says otherwise, that is a gap.
        Where nobody named the two sides, they are those that the text says it is between.
        """
        head = Head(self.cues, self.lexicon, self.moments.months).values(split)
        reader = self if self.sides else attrs.evolve(self, sides=_actors(head, SIDES))
        gathered = reader.gathered(split, further)
        terms = (one.term for one in gathered.terms)
        own = Declared.of(terms, _actors(head, "authors"), self.world, self.shared)
        return Draft(
            split=split,
            terms=tuple(gathered.terms),
            gaps=tuple(with_nearest(gathered, self.kinds, self.cues)),
            head=head,
            own=own,
            deleted=tuple(gathered.deleted),
        )

    def gathered(self, split: Split, further: Mapping[str, Sequence[DraftTerm | Untyped]]) -> Gathered:
        """What the points of a text say."""
        gathered = Gathered(self._made, {kind: held.called for kind, held in self.cues.kinds.items()})
        context: dict[str, tuple[Sentence, ...]] = {}
        sections = {point.above[-1] for point in split.points if point.above}
        last: tuple[Sentence, ...] = ()
        for point in split.points:
            above = [one for label in point.above for one in context.get(label, ())]
            own = context[point.label] = sentences(point)
            if point.label in sections and len(point.paragraphs) <= 1 and is_title(point.text):
                continue
            said = [*last, *above] if own and self._begins_with_pronoun(own[0]) else above
            self._point(point, said, gathered, further.get(point.label, ()))
            last = own
        return gathered

    def _point(
        self,
        point: Point,
        before: Sequence[Sentence],
        gathered: Gathered,
        further: Sequence[DraftTerm | Untyped],
    ) -> None:
        """Gather the terms of a point and its gaps; ``before`` are the sentences of the points around it."""
        deletions = found(self.cues.deletions, point.text)
        if deletions or found(self.cues.remarks, point.text):
            gathered.deleted += [_numbered(deletions[0][0]) or point.label] if deletions else []
            gathered.gap(point, "an editor's remark, or a point that was taken out; it is no term")
            return
        rest = self._sentences(point, before, gathered)
        unread = self._continued(point, rest, gathered)
        for one in further:
            if isinstance(one, DraftTerm) or not gathered.knows(point):
                gathered.add(point, one)
        own = sentences(point)
        if not gathered.knows(point):
            if not all(introduces(one.text, self.cues) for one in own):
                gathered.unknown(point, point.text)
        elif len(unread) < len(own) or gathered.has(point):
            for sentence in telling(point, own, unread, self.cues):
                if not gathered.reads(point, sentence.start, sentence.start + len(sentence.text)):
                    gathered.unknown(point, sentence.text)

    def _continued(self, point: Point, rest: Sequence[Sentence], gathered: Gathered) -> list[Sentence]:
        """Add what sentences without a cue say to the one term of their point; those that add nothing are returned."""
        one = gathered.only(point)
        if one is None:
            return [*rest]
        values = {sentence: [*self._going_on(sentence, one)] for sentence in rest}
        if any(values.values()):
            gathered.go_on(point, one, (value for held in values.values() for value in held))
        return [sentence for sentence, held in values.items() if not held]

    def _sentences(self, point: Point, before: Sequence[Sentence], gathered: Gathered) -> list[Sentence]:
        """Gather what the sentences of a point speak of; those that speak of no kind are returned."""
        rest: list[Sentence] = []
        lacking: list[Untyped] = []
        said = [*before]
        lead = introducing(before)
        for sentence in sentences(point):
            hits = hits_in(sentence.text, self.kinds, self.cues)
            for hit in hits:
                made = self._term(sentence, hit, hits, said, gathered.of(hit.kind), lead)
                if isinstance(made, Untyped) and made.lacks:
                    lacking.append(made)
                else:
                    gathered.add(point, made)
                values = made.values if isinstance(made, DraftTerm) else ()
                for condition in unstated(sentence, hit, hits, values, lead, self.cues):
                    gathered.conditional(point, hit.kind, condition)
                if values and (words := excepted(sentence, hit.cue, self.cues)):
                    gathered.excepted(point, hit.kind, words)
            rest += [] if hits else [sentence]
            said.append(sentence)
            lead = introducing((sentence,)) or lead
        for one in lacking:
            if not gathered.has(point, one.kind):
                gathered.add(point, one)
        return rest

    def _begins_with_pronoun(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of somebody whom the one before it names."""
        return any(one.pattern.match(sentence.text) for one in self.cues.pronouns)

    def _going_on(self, sentence: Sentence, one: DraftTerm) -> Iterator[Value]:
        """What a sentence without a cue adds to the term of which its point speaks: words, flags and amounts."""
        if conditional(sentence, self.cues):
            return
        shape = type(one.term)
        held = self.cues.kinds[shape.kind]
        fields = {key: cues for key, cues in held.fields.items() if cues.words or cues.role in AMOUNTS}
        named = self._named(sentence, (0, 0), held)
        for value in self._compared(shape, attrs.evolve(held, fields=fields), named, (), []):
            yield attrs.evolve(value, inferred=True)

    def _term(
        self,
        sentence: Sentence,
        hit: Hit,
        hits: Sequence[Hit],
        before: Sequence[Sentence],
        known: Sequence[DraftTerm],
        lead: Sentence | None,
    ) -> DraftTerm | Untyped:
        """The term of which a sentence speaks, or why there is none.

        ``known`` are the terms of its kind so far, ``lead`` the words that introduce a list in which it stands.
        """
        shape, held = self.kinds[hit.kind], self.cues.kinds[hit.kind]
        named = self._named(sentence, hit.cue, held)
        taken: list[Any] = []
        values: list[Value] = []
        for field in subject_fields(shape):
            value = self._subject(field, held, named, taken, before)
            value = value or resumed(field, held.fields[field.key], named, known)
            if value is None:
                what = f"it speaks of {held.called}, and the text does not say for certain: {label(field)}"
                return Untyped(hit.kind, what, lacks=True)
            values.append(value)
        values += self._compared(shape, held, named, hits, taken)
        # A cue such as "does not seek" holds the word "not" and says what it makes of the kind.
        said = [(one.key, (one.start, one.end)) for one in values]
        binding = [
            one
            for one in modality(self.cues, held, sentence, hit)
            if not any(one.key == key and meet(span, (one.start, one.end)) for key, span in said)
        ]
        if forbids_something_about(self.cues, sentence, hit):
            return Untyped(hit.kind, f"it forbids something about {held.called}, and what that does to it is not clear")
        values = [one for one in values if one.key not in {other.key for other in binding}] + binding
        values += stated(sentence, hit, hits, values, self.cues) if room_for_if(shape, values) else ()
        values += timings(self.moments, sentence, hit, hits, values)
        if lead:
            values += led_on(lead, hit.kind, values, self.cues) if room_for_if(shape, values) else ()
            values += led(self.moments, held, lead, sentence, hit.kind, values)
        try:
            term = self._made(plain_of(values), shape)
        except InvalidValueError as error:
            return Untyped(hit.kind, f"it speaks of {held.called}, but {error}")
        begin, end = (sentence.start + at for at in hit.cue)
        return DraftTerm(term=term, values=tuple(values), points=(), start=begin, end=end)

    def _made(self, values: Mapping[str, Plain], shape: type[Term]) -> Term:
        return term_of(values, shape, self.world)

    def _named(self, sentence: Sentence, cue: Span, held: KindCues) -> Named:
        mentions = self.lexicon.mentions(sentence.text)
        roles = tuple(one.role for one in held.fields.values() if one.role in self.cues.roles)
        return Named(sentence=sentence, mentions=mentions, cue=cue, cues=self.cues, sides=self.sides, roles=roles)

    def _subject(
        self, field: Field, kind: KindCues, named: Named, taken: list[Any], before: Sequence[Sentence]
    ) -> Value | None:
        """A part of the subject from the sentence, or inferred from the last one before it that names somebody."""
        held = kind.fields[field.key]
        if isinstance(field.domain, Words):
            return word(field, held, named.sentence, self.cues)
        found_here = named.value(field, held, taken)
        if found_here is not None:
            taken += found_here[1]
            return found_here[0]
        if named.apart(field, held):
            return None
        for sentence in reversed(before):
            whole = (len(sentence.text), len(sentence.text))
            found_before = self._named(sentence, whole, kind).value(field, held, taken)
            if found_before is not None:
                taken += found_before[1]
                return attrs.evolve(found_before[0], inferred=True)
        return None

    def _compared(
        self, shape: type[Term], held: KindCues, named: Named, hits: Sequence[Hit], taken: list[Any]
    ) -> Iterator[Value]:
        for field in compared_fields(shape):
            if field.key not in held.fields:
                continue
            cues = held.fields[field.key]
            value: Value | None
            if isinstance(field.domain, Moment):
                value = next(self.moments.behind(field.key, cues.words[""], named.sentence), None)
            elif cues.role in AMOUNTS and isinstance(field.domain, Number):
                bounds = self.cues.bounds if cues.role == AMOUNT else {}
                asked = found(cues.words.get("", ()), named.sentence.text) if cues.words else [True]
                value = self.counting.value(field, field.domain, named, hits, bounds) if asked else None
            elif isinstance(field.domain, Code):
                found_here = named.value(field, cues, taken)
                taken += found_here[1] if found_here else ()
                value = found_here[0] if found_here else None
            else:
                value = word(field, cues, named.sentence, self.cues)
            if value is not None:
                yield value


def _actors(head: Sequence[Value], key: str) -> tuple[str, ...]:
    """The ids of the actors that a text names of itself under a key; empty for none."""
    return next((tuple(map(str, one.plain)) for one in head if one.key == key and isinstance(one.plain, list)), ())


def _numbered(remark: str) -> str:
    """The number of a point that a remark names; empty for none."""
    found_here = _NUMBER.search(remark)
    return found_here[0] if found_here else ""
