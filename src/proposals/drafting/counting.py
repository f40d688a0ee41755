"""The amounts of a sentence, and to which of its kinds they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from proposals.drafting.cues import AMOUNTS, CueSet
from proposals.drafting.drafts import Value
from proposals.drafting.hits import Hit
from proposals.drafting.moments import amounts, number
from proposals.drafting.naming import Named
from proposals.drafting.patterns import Cues
from proposals.drafting.stretches import far
from proposals.fields.declare import Field, compared_fields
from proposals.fields.numbers import Number
from proposals.terms import Kinds
from proposals.world.world import World


@attrs.frozen
class Counting:
    """Finds the amounts of fields; ``kinds`` are those that may be drafted."""

    cues: CueSet
    kinds: Kinds
    world: World

    def value(
        self, field: Field, unit: Number, named: Named, hits: Sequence[Hit], bounds: Mapping[str, Cues]
    ) -> Value | None:
        """The amount of the field's unit, where the sentence has one and no other, and it belongs to this cue."""
        sentence = named.sentence
        every = [*amounts(sentence.text, unit.unit, self.cues.units, bounds)]
        rivals = [one.cue for one in hits if self._counts(one.kind, unit)]
        if rivals and every and min(rivals, key=lambda cue: far(cue, (every[0].start, every[0].end))) != named.cue:
            return None
        numbers = {number(one, unit, self.world) for one in every}
        if len(numbers) != 1 or None in numbers:
            return None
        at = sentence.start
        return Value(key=field.key, plain=numbers.pop(), start=at + every[0].start, end=at + every[0].end)

    def _counts(self, kind: str, unit: Number) -> bool:
        """Whether a kind has an amount of a unit."""
        held = self.cues.kinds[kind].fields
        return any(
            field.domain == unit and field.key in held and held[field.key].role in AMOUNTS
            for field in compared_fields(self.kinds[kind])
        )
