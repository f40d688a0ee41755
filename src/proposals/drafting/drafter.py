"""The drafter: from the points of a raw text to terms, each value with the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from proposals.drafting.binding import Moments, lasting, timings
from proposals.drafting.conditions import excluded, unstated
from proposals.drafting.counting import Counting
from proposals.drafting.cues import CueSet
from proposals.drafting.drafts import Draft, DraftTerm, Value
from proposals.drafting.gathering import Gathered, Untyped
from proposals.drafting.heads import HOME, SIDES, Head
from proposals.drafting.hits import Hit, hits_in
from proposals.drafting.mentions import Lexicon
from proposals.drafting.moments import small_months
from proposals.drafting.nearest import with_nearest
from proposals.drafting.overlapping import beside_another, overlapping
from proposals.drafting.patterns import found
from proposals.drafting.sentences import Sentence, introducing, sentences
from proposals.drafting.states import Declared
from proposals.drafting.terms import TermReader
from proposals.drafting.unread import excepted, introduces, is_title, telling
from proposals.language.tables import Language
from proposals.terms import Kinds
from proposals.texts.points import Point, Split
from proposals.world.world import World

_NUMBER: Final = re.compile(r"\d+[a-z]?\b")
_NOTHING: Final[Mapping[str, Sequence[DraftTerm | Untyped]]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Drafter:
    """Drafts texts by what its ``reader`` reads from their sentences.

    The world of the reader has further states beside what all documents share, which is ``shared``. ``months`` are the
    numbers of the months by their names in small letters.
    """

    reader: TermReader
    shared: World
    months: Mapping[str, int]

    @classmethod
    def of(cls, cues: CueSet, language: Language, world: World, kinds: Kinds, sides: Sequence[str] = ()) -> Drafter:
        """A drafter for the kinds that have cues."""
        able = {kind: shape for kind, shape in kinds.items() if kind in cues.kinds}
        known = cues.states.beside(world)
        months = small_months(language)
        reader = TermReader(
            cues=cues,
            lexicon=Lexicon.of(known, language, cues),
            world=known,
            moments=Moments(cues, known, months),
            counting=Counting(cues, able, known),
            kinds=able,
            sides=tuple(sides),
        )
        return cls(reader=reader, shared=world, months=months)

    @property
    def cues(self) -> CueSet:
        """The cues of its language."""
        return self.reader.cues

    def matters(self, point: Point) -> frozenset[str]:
        """The kinds of which a point speaks, whether or not it says whom they are about."""
        spoken = (hits_in(sentence.text, self.reader.kinds, self.cues) for sentence in sentences(point))
        return frozenset(hit.kind for hits in spoken for hit in hits)

    def draft(self, split: Split, further: Mapping[str, Sequence[DraftTerm | Untyped]] = _NOTHING) -> Draft:
        """The terms of a text and its gaps. Two points that say the same of one subject are one term.

        ``further`` is what another drafter read, by the label of the point; where it says otherwise, that is a gap.
        Where nobody named the two sides, they are those that the text says it is between.
        """
        reader = self.reader
        head = Head(self.cues, reader.lexicon, self.months).values(split)
        home = next((str(one.plain) for one in head if one.key == HOME), "")
        named = attrs.evolve(reader, sides=reader.sides or _actors(head, SIDES), home=home)
        gathered = attrs.evolve(self, reader=named).gathered(split, further)
        for one in overlapping(gathered.terms, (), reader.world):
            gathered.leave(one, beside_another(one))
        order = {point.label: place for place, point in enumerate(split.points)}
        gaps = with_nearest(gathered, reader.kinds, self.cues)
        terms = (one.term for one in gathered.terms)
        own = Declared.of(terms, _actors(head, "authors"), reader.world, self.shared)
        return Draft(
            split=split,
            terms=tuple(gathered.terms),
            gaps=tuple(sorted(gaps, key=lambda gap: order[gap.point])),
            head=head,
            own=own,
            deleted=tuple(gathered.deleted),
        )

    def gathered(self, split: Split, further: Mapping[str, Sequence[DraftTerm | Untyped]]) -> Gathered:
        """What the points of a text say."""
        gathered = Gathered(self.reader.made, {kind: held.called for kind, held in self.cues.kinds.items()})
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
        values = {sentence: [*self.reader.going_on(sentence, one)] for sentence in rest}
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
            hits = hits_in(sentence.text, self.reader.kinds, self.cues)
            for hit in hits:
                made = self.reader.term(sentence, hit, hits, said, gathered.of(hit.kind), lead)
                if isinstance(made, Untyped) and made.lacks:
                    lacking.append(made)
                else:
                    gathered.add(point, made)
                values = made.values if isinstance(made, DraftTerm) else ()
                for condition in unstated(sentence, hit, hits, values, lead, self.cues):
                    gathered.conditional(point, hit.kind, condition)
                if values:
                    self._unsaid(point, sentence, hit, hits, values, gathered)
            rest += [] if hits else [sentence]
            said.append(sentence)
            lead = introducing((sentence,)) or lead
        for one in lacking:
            if not gathered.has(point, one.kind):
                gathered.add(point, one)
        return rest

    def _unsaid(
        self,
        point: Point,
        sentence: Sentence,
        hit: Hit,
        hits: Sequence[Hit],
        values: Sequence[Value],
        gathered: Gathered,
    ) -> None:
        """Leave to a person what the clause of a term says and the term has no room or no field for."""
        moments = self.reader.moments
        if excluded(self.reader.kinds[hit.kind], values):
            for one in timings(moments, sentence, hit, hits, values):
                gathered.conditional(point, hit.kind, _words(one, sentence))
        for one in lasting(moments, sentence, hit, hits, values):
            gathered.lasting(point, hit.kind, _words(one, sentence))
        if words := excepted(sentence, hit.cue, self.cues):
            gathered.excepted(point, hit.kind, words)

    def _begins_with_pronoun(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of somebody whom the one before it names."""
        return any(one.pattern.match(sentence.text) for one in self.cues.pronouns)


def _words(value: Value, sentence: Sentence) -> str:
    """The words of a sentence on which a value rests."""
    return sentence.text[value.start - sentence.start : value.end - sentence.start]


def _actors(head: Sequence[Value], key: str) -> tuple[str, ...]:
    """The ids of the actors that a text names of itself under a key; empty for none."""
    return next((tuple(map(str, one.plain)) for one in head if one.key == key and isinstance(one.plain, list)), ())


def _numbered(remark: str) -> str:
    """The number of a point that a remark names; empty for none."""
    found_here = _NUMBER.search(remark)
    return found_here[0] if found_here else ""
