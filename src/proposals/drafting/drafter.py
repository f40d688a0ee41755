"""The drafter: from the points of a raw text to terms, each value with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from proposals.drafting.cues import AMOUNT, LIMIT, CueSet, FieldCues, KindCues
from proposals.drafting.drafts import Draft, DraftGap, DraftTerm, Value, plain_of
from proposals.drafting.gathering import Gathered, Untyped
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import Found, amounts, moment, months_of, number
from proposals.drafting.naming import Named, Span
from proposals.drafting.patterns import Cues, found
from proposals.drafting.sentences import Sentence, clause, sentences
from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, compared_fields, fields_of, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import ACTOR, PLACE, Code, Moment, Plain, Words
from proposals.files.terms import term_of
from proposals.language.tables import Language
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.texts.likeness import Likeness
from proposals.texts.points import Point, Split
from proposals.vocabulary import Modality
from proposals.world.dates import Deadline
from proposals.world.world import World

_NEAREST: Final = 3
"""How many kinds a gap names as the nearest."""
_SHOWN: Final = 80
_AMOUNTS: Final = frozenset({AMOUNT, LIMIT})
_FRAMES: Final = frozenset({Modality.EXPECTED, Modality.INTENDS})
"""The modalities that a sentence says once, of all its clauses."""


@attrs.frozen
class _Hit:
    """A kind that a sentence is known to speak of, with the cue that says so."""

    kind: str
    cue: Span


@attrs.frozen(kw_only=True)
class Drafter:
    """Drafts texts of a language with the names of a world.

    ``sides`` are the ids of the two sides, empty where nobody named them. ``kinds`` are those that may be drafted.
    """

    cues: CueSet
    lexicon: Lexicon
    world: World
    months: Mapping[str, int]
    kinds: Kinds
    sides: tuple[str, ...] = ()

    @classmethod
    def of(cls, cues: CueSet, language: Language, world: World, kinds: Kinds, sides: Sequence[str] = ()) -> Drafter:
        """A drafter for the kinds that have cues."""
        able = {kind: shape for kind, shape in kinds.items() if kind in cues.kinds}
        lexicon = Lexicon.of(world, language, cues.names)
        return cls(cues=cues, lexicon=lexicon, world=world, months=months_of(language), kinds=able, sides=tuple(sides))

    def draft(self, split: Split) -> Draft:
        """The terms of a text and its gaps. Two points that say the same of one subject are one term."""
        gathered = Gathered(self._made)
        context: dict[str, tuple[Sentence, ...]] = {}
        for point in split.points:
            before = tuple(one for label in point.above for one in context.get(label, ()))
            context[point.label] = sentences(point)
            self._point(point, before, gathered)
        return Draft(split=split, terms=tuple(gathered.terms), gaps=tuple(self._with_nearest(gathered)))

    def _point(self, point: Point, before: Sequence[Sentence], gathered: Gathered) -> None:
        """Gather the terms of a point and its gaps; ``before`` are the sentences of the points around it."""
        if found(self.cues.remarks, point.text):
            gathered.gap(point, "an editor's remark, or a point that was taken out; it is no term")
            return
        rest: list[Sentence] = []
        said = [*before]
        for sentence in sentences(point):
            hits = self._hits(sentence.text)
            for hit in hits:
                gathered.add(point, self._term(sentence, hit, hits, said))
            rest += [] if hits else [sentence]
            said.append(sentence)
        going_on = gathered.only(point)
        values = [value for sentence in rest for value in self._going_on(sentence, going_on)] if going_on else []
        if going_on and values:
            gathered.go_on(point, going_on, values)
        elif not gathered.knows(point) and point.paragraphs:
            text = " ".join(point.text.split())
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(maxsplit=1)[0]} …"
            gathered.gap(point, f"no kind of term was recognised in “{shown}”")
            gathered.untyped.append(point)

    def _going_on(self, sentence: Sentence, one: DraftTerm) -> Iterator[Value]:
        """What a sentence without a cue adds to the term of which its point speaks: words, flags and amounts."""
        shape = type(one.term)
        held = self.cues.kinds[shape.kind]
        fields = {key: cues for key, cues in held.fields.items() if cues.words or cues.role in _AMOUNTS}
        named = self._named(sentence, (0, 0), held)
        for value in self._compared(shape, attrs.evolve(held, fields=fields), named, (), []):
            yield attrs.evolve(value, inferred=True)

    def _hits(self, text: str) -> tuple[_Hit, ...]:
        """The kinds of which a sentence speaks, each by its first cue; a cue inside that of another kind is none."""
        hits: list[_Hit] = []
        for kind in self.kinds:
            held = self.cues.kinds[kind]
            vetoes = [match.span() for match in found(held.unless, text)]
            spans = (match.span() for match in found(held.cues, text))
            first = next((one for one in spans if not any(_meet(one, veto) for veto in vetoes)), None)
            if first is not None:
                hits.append(_Hit(kind, first))
        inner = [one for one in hits if any(_holds(other.cue, one.cue) for other in hits)]
        return tuple(one for one in hits if one not in inner)

    def _term(
        self, sentence: Sentence, hit: _Hit, hits: Sequence[_Hit], before: Sequence[Sentence]
    ) -> DraftTerm | Untyped:
        """The term of which a sentence speaks, or why there is none."""
        shape, held = self.kinds[hit.kind], self.cues.kinds[hit.kind]
        named = self._named(sentence, hit.cue, held)
        taken: list[Any] = []
        values: list[Value] = []
        for field in subject_fields(shape):
            value = self._subject(field, held, named, taken, before)
            if value is None:
                what = f"it speaks of '{hit.kind}', and the text does not say for certain {_asked(field)}"
                return Untyped(hit.kind, what)
            values.append(value)
        values += self._compared(shape, held, named, hits, taken)
        binding = [*self._modality(held, sentence, hit)]
        values = [one for one in values if one.key not in {other.key for other in binding}] + binding
        values += self._timings(sentence, hit, hits, values)
        try:
            term = self._made(plain_of(values), shape)
        except InvalidValueError as error:
            return Untyped(hit.kind, f"it speaks of '{hit.kind}', but {error}")
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
            return _word(field, held, named.sentence)
        found_here = named.value(field, held, taken)
        if found_here is not None:
            taken += found_here[1]
            return found_here[0]
        for sentence in reversed(before):
            whole = (len(sentence.text), len(sentence.text))
            found_before = self._named(sentence, whole, kind).value(field, held, taken)
            if found_before is not None:
                return attrs.evolve(found_before[0], inferred=True)
        return None

    def _compared(
        self, shape: type[Term], held: KindCues, named: Named, hits: Sequence[_Hit], taken: list[Any]
    ) -> Iterator[Value]:
        for field in compared_fields(shape):
            if field.key not in held.fields:
                continue
            cues = held.fields[field.key]
            value: Value | None
            if isinstance(field.domain, Moment):
                value = next(self._moments(field.key, cues.words[""], named.sentence), None)
            elif cues.role in _AMOUNTS and isinstance(field.domain, Number):
                bounds = self.cues.bounds if cues.role == AMOUNT else {}
                value = self._amount(field, field.domain, named, hits, bounds)
            elif isinstance(field.domain, Code):
                found_here = named.value(field, cues, taken)
                taken += found_here[1] if found_here else ()
                value = found_here[0] if found_here else None
            else:
                value = _word(field, cues, named.sentence)
            if value is not None:
                yield value

    def _counts(self, kind: str, unit: Number) -> bool:
        """Whether a kind has an amount of a unit."""
        held = self.cues.kinds[kind].fields
        return any(
            field.domain == unit and field.key in held and held[field.key].role in _AMOUNTS
            for field in compared_fields(self.kinds[kind])
        )

    def _amount(
        self, field: Field, unit: Number, named: Named, hits: Sequence[_Hit], bounds: Mapping[str, Cues]
    ) -> Value | None:
        """The amount of the field's unit, where the sentence has one and no other, and it belongs to this cue."""
        sentence = named.sentence
        every = [*amounts(sentence.text, unit.unit, self.cues.units, bounds)]
        rivals = [one.cue for one in hits if self._counts(one.kind, unit)]
        if rivals and every and min(rivals, key=lambda cue: _far(cue, every[0])) != named.cue:
            return None
        numbers = {number(one, unit, self.world) for one in every}
        if len(numbers) != 1 or None in numbers:
            return None
        at = sentence.start
        return Value(key=field.key, plain=numbers.pop(), start=at + every[0].start, end=at + every[0].end)

    def _modality(self, held: KindCues, sentence: Sentence, hit: _Hit) -> Iterator[Value]:
        """How strongly the clause binds, where that is not *shall*; or what *shall not* makes of the kind."""
        spans = [
            (match.span(), Modality(word))
            for word, patterns in self.cues.modality.items()
            for match in found(patterns, sentence.text)
        ]
        spans = [one for one in spans if not any(_holds(other[0], one[0]) for other in spans)]
        first, last = clause(sentence.text, *hit.cue, self.cues.clauses)
        before = [one for one in spans if one[0][0] < hit.cue[1]]
        within = [one for one in before if one[0][0] >= first]
        after = [one for one in spans if hit.cue[1] <= one[0][0] < last]
        if not (before or after):
            return
        (begin, end), modality = max(within) if within else min(after) if after else max(before)
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

    def _timings(self, sentence: Sentence, hit: _Hit, hits: Sequence[_Hit], stated: Sequence[Value]) -> Iterator[Value]:
        """The moments of the sentence, of which each belongs to the last cue before it, or else to the first.

        Those that are ``stated`` already by a field of the kind are left out.
        """
        spans = [(one.start, one.end) for one in stated if isinstance(one.plain, str)]
        others = [one.cue[0] for one in hits]
        for key, patterns in self.cues.timing.items():
            for value in self._moments(key, patterns, sentence):
                at = value.start - sentence.start
                nearest = max((one for one in others if one <= at), default=min(others))
                if nearest == hit.cue[0] and not any(_meet((value.start, value.end), one) for one in spans):
                    yield value
                    break

    def _moments(self, key: str, patterns: Cues, sentence: Sentence) -> Iterator[Value]:
        """Every moment behind a word of the field: *within* takes a span, the others a date or an event."""
        for match in found(patterns, sentence.text):
            one = moment(sentence.text, match.end(), self.world, self.months)
            if one is not None and (Deadline(one.value).span is not None) == (key == "within"):
                at = sentence.start
                yield Value(key=key, plain=one.value, start=at + match.start(), end=at + one.end)

    def _with_nearest(self, gathered: Gathered) -> Iterator[DraftGap]:
        """The gaps, those of untyped points with the kinds whose cues and definitions have most words in common."""
        kinds = [*self.kinds]
        about = [f"{self.cues.kinds[kind].spelled} {_about(self.kinds[kind])}" for kind in kinds]
        scores: dict[int, list[tuple[float, int]]] = {}
        for (at, kind), score in Likeness.of([point.text for point in gathered.untyped], about).scores().items():
            scores.setdefault(at, []).append((-score, kind))
        best = {
            point.label: tuple(kinds[kind] for _, kind in sorted(scores.get(at, ()))[:_NEAREST])
            for at, point in enumerate(gathered.untyped)
        }
        for gap in gathered.gaps:
            yield gap if gap.nearest else attrs.evolve(gap, nearest=best.get(gap.point, ()))


def _about(shape: type[Term]) -> str:
    definitions = (field.definition for field in fields_of(shape) if field.name in shape.__annotations__)
    return " ".join([shape.kind, str(shape.topic), shape.__doc__ or "", *definitions])


def _asked(field: Field) -> str:
    asked = "whom" if field.domain == ACTOR else "which place" if field.domain == PLACE else "what"
    return f"{asked} it names under '{field.key}'"


def _word(field: Field, held: FieldCues, sentence: Sentence) -> Value | None:
    """The word of a list, or the flag, whose cue stands in the sentence; each such word where a field takes several."""
    places = {
        word: (matches[0].start(), matches[-1].end() if field.many else matches[0].end())
        for word, patterns in held.words.items()
        if (matches := found(patterns, sentence.text))
    }
    if not places:
        return None
    first = min(places, key=lambda word: places[word])
    plain: Plain = first or True
    begin, end = places[first]
    if field.many:
        plain, begin, end = [*places], min(one[0] for one in places.values()), max(one[1] for one in places.values())
    return Value(key=field.key, plain=plain, start=sentence.start + begin, end=sentence.start + end)


def _far(cue: Span, amount: Found) -> int:
    return max(cue[0] - amount.end, amount.start - cue[1], 0)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _holds(outer: Span, inner: Span) -> bool:
    """Whether a span reaches over all of a shorter one."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]
