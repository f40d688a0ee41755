"""Of which kinds of term a sentence speaks."""

from __future__ import annotations

import re
from typing import Final

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.patterns import found
from proposals.drafting.stretches import Span, holds, meet
from proposals.terms import Kinds

_CLAUSE: Final = re.compile(r"[^,;:]{0,60}")
"""What may stand between a condition and a cue in it."""


@attrs.frozen
class Hit:
    """A kind that a sentence is known to speak of, with the cue that says so."""

    kind: str
    cue: Span


def hits_in(text: str, kinds: Kinds, cues: CueSet) -> tuple[Hit, ...]:
    """The kinds of which a sentence speaks, each by its first cue.

    A cue inside that of another kind is none, nor is one in a condition: *once the fighting has stopped*.
    """
    hits: list[Hit] = []
    ends = [match.end() for match in found(cues.conditions, text)]
    for kind in kinds:
        held = cues.kinds[kind]
        spans = [match.span() for match in found(held.cues, text)]
        vetoes = [match.span() for match in found(held.unless, text)] if spans else []
        free = (one for one in spans if not any(meet(one, veto) for veto in vetoes))
        first = next((one for one in free if not any(_conditional(text, end, one) for end in ends)), None)
        if first is not None:
            hits.append(Hit(kind, first))
    inner = [one for one in hits if any(holds(other.cue, one.cue) for other in hits)]
    return tuple(one for one in hits if one not in inner)


def _conditional(text: str, end: int, cue: Span) -> bool:
    """Whether a cue stands in the clause behind a condition, which ends at ``end``."""
    return end <= cue[0] and _CLAUSE.fullmatch(text, end, cue[0]) is not None
