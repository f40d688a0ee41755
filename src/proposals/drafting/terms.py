"""Reading a term from a sentence: whom or what it is about, what it says, how strongly, and under which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from proposals.documents.checks import ruled_out
from proposals.drafting.binding import Moments, forbids_something_about, led, modality, timings
from proposals.drafting.circumstances import voided
from proposals.drafting.conditions import allowed, conditional, led_on, stated
from proposals.drafting.counting import Counting
from proposals.drafting.cues import AMOUNT, AMOUNTS, CueSet, FieldCues, KindCues
from proposals.drafting.drafts import DraftTerm, Value, plain_of
from proposals.drafting.gathering import Untyped
from proposals.drafting.hits import Hit
from proposals.drafting.lists import word
from proposals.drafting.mentions import Lexicon
from proposals.drafting.naming import Named, resumed
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence
from proposals.drafting.stretches import Span, meet
from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, compared_fields, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import ACTOR, Code, Moment, Plain, Words
from proposals.files.terms import term_of
from proposals.language.sentences import label
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.world.world import World


@attrs.frozen(kw_only=True)
class TermReader:
    """Reads terms by the cues of a language and the names of a world.

    ``sides`` are the ids of the two sides, and ``home`` that of the one country that the text is about, empty where
    nobody named them. ``kinds`` are those that may be read.
    """

    cues: CueSet
    lexicon: Lexicon
    world: World
    moments: Moments
    counting: Counting
    kinds: Kinds
    sides: tuple[str, ...] = ()
    home: str = ""

    def term(
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
            value = value or self._at_home(field, held.fields[field.key], sentence, hit)
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
        for further in self._conditions(sentence, hit, hits, lead, held, values):
            values += allowed(shape, values, further)
        try:
            term = self.made(plain_of(values), shape)
        except InvalidValueError as error:
            return Untyped(hit.kind, f"it speaks of {held.called}, but {error}")
        begin, end = (sentence.start + at for at in hit.cue)
        return DraftTerm(term=term, values=tuple(values), points=(), start=begin, end=end)

    def _conditions(
        self,
        sentence: Sentence,
        hit: Hit,
        hits: Sequence[Hit],
        lead: Sentence | None,
        held: KindCues,
        values: Sequence[Value],
    ) -> Iterator[Iterable[Value]]:
        """On what and when a term depends, by its sentence and by the words that introduce its list.

        ``values`` are those of the term, to which the caller adds what it takes.
        """
        yield stated(sentence, hit, hits, values, self.cues)
        yield voided(sentence, hit, hits, values, self.lexicon.mentions(sentence.text), self.cues)
        yield timings(self.moments, sentence, hit, hits, values)
        if lead:
            yield led_on(lead, hit.kind, values, self.cues)
            yield led(self.moments, held, lead, sentence, hit.kind, values)

    def made(self, values: Mapping[str, Plain], shape: type[Term]) -> Term:
        """A term of plain values.

        Raises :class:`InvalidValueError` where there is none, or it would say that it has no condition and state one.
        """
        term = term_of(values, shape, self.world)
        for key in ruled_out(term):
            raise InvalidValueError(f"a term that is unconditional cannot have '{key}'")
        return term

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

    def _at_home(self, field: Field, held: FieldCues, sentence: Sentence, hit: Hit) -> Value | None:
        """The one country that the text is about, where a part of the subject may be that; it is inferred."""
        known = self.world.actors.actors if field.domain == ACTOR else self.world.places.places
        if not held.home or self.home not in known:
            return None
        begin, end = (sentence.start + at for at in hit.cue)
        plain: Plain = [self.home] if field.many else self.home
        return Value(key=field.key, plain=plain, start=begin, end=end, inferred=True)

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

    def going_on(self, sentence: Sentence, one: DraftTerm) -> Iterator[Value]:
        """What a sentence without a cue adds to the term of which its point speaks: words, flags and amounts."""
        if conditional(sentence, self.cues):
            whole = Hit(one.term.kind, (0, 0))
            for value in voided(sentence, whole, (whole,), (), self.lexicon.mentions(sentence.text), self.cues):
                yield attrs.evolve(value, inferred=True)
            return
        shape = type(one.term)
        held = self.cues.kinds[shape.kind]
        fields = {key: cues for key, cues in held.fields.items() if cues.words or cues.role in AMOUNTS}
        named = self._named(sentence, (0, 0), held)
        for value in self._compared(shape, attrs.evolve(held, fields=fields), named, (), []):
            yield attrs.evolve(value, inferred=True)
