"""Of which kinds of term a sentence speaks."""

from __future__ import annotations

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.patterns import found
from proposals.drafting.stretches import Span, holds, meet
from proposals.terms import Kinds


@attrs.frozen
class Hit:
    """A kind that a sentence is known to speak of, with the cue that says so."""

    kind: str
    cue: Span


def hits_in(text: str, kinds: Kinds, cues: CueSet) -> tuple[Hit, ...]:
    """The kinds of which a sentence speaks, each by its first cue; a cue inside that of another kind is none."""
    hits: list[Hit] = []
    for kind in kinds:
        held = cues.kinds[kind]
        vetoes = [match.span() for match in found(held.unless, text)]
        spans = (match.span() for match in found(held.cues, text))
        first = next((one for one in spans if not any(meet(one, veto) for veto in vetoes)), None)
        if first is not None:
            hits.append(Hit(kind, first))
    inner = [one for one in hits if any(holds(other.cue, one.cue) for other in hits)]
    return tuple(one for one in hits if one not in inner)
