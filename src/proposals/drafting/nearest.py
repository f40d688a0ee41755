"""Which kinds of term are nearest to words of which none was recognised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from proposals.drafting.cues import CueSet
from proposals.drafting.drafts import DraftGap
from proposals.drafting.gathering import Gathered
from proposals.fields.declare import fields_of
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.texts.likeness import Likeness

_NEAREST: Final = 3
"""How many kinds a gap names as the nearest."""


def with_nearest(gathered: Gathered, kinds: Kinds, cues: CueSet) -> Iterator[DraftGap]:
    """The gaps, those of untyped words with the kinds whose cues and definitions have most words in common."""
    names = [*kinds]
    about = [f"{cues.kinds[kind].spelled} {_about(kinds[kind])}" for kind in names]
    scores = Likeness.of([*gathered.untyped.values()], about).scores()
    best = {
        place: tuple(names[kind] for kind in sorted(held, key=lambda kind: (-held[kind], kind))[:_NEAREST])
        for place, held in zip(gathered.untyped, scores, strict=True)
    }
    for place, gap in enumerate(gathered.gaps):
        nearest = best.get(place, ())
        named = "; ".join(cues.kinds[kind].called for kind in nearest)
        yield attrs.evolve(gap, what=f"{gap.what}; nearest are: {named}", nearest=nearest) if nearest else gap


def _about(shape: type[Term]) -> str:
    definitions = (field.definition for field in fields_of(shape) if field.name in shape.__annotations__)
    return " ".join([shape.kind, str(shape.topic), shape.__doc__ or "", *definitions])
