"""Of which kinds of term a sentence speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import attrs

from proposals.drafting.cues import IF, UNLESS, CueSet, KindCues
from proposals.drafting.patterns import ASKED_AGAIN, Cue, found
from proposals.drafting.sentences import clause_breaks
from proposals.drafting.stretches import Span, holds, meet
from proposals.terms import Kinds

_CLAUSES: Final = (IF, UNLESS)
"""The conditions with a clause behind them; a cue may hold one that names an event, *guarantee in case of attack*."""
_OPENS: Final = re.compile(r"(?:^|[,;:—–]\s)\W*\Z")
"""What stands before a word that opens a clause."""
_CLAUSE: Final = re.compile(r"[^,;:]{0,60}")
"""What may stand between a condition and a cue in it."""


@attrs.frozen
class Hit:
    """A kind that a sentence is known to speak of, with the cue that says so."""

    kind: str
    cue: Span


def hits_in(text: str, kinds: Kinds, cues: CueSet) -> tuple[Hit, ...]:
    """The kinds of which a sentence speaks, each by its first cue.

    A cue inside that of another kind is none, nor is one in a condition, *once the fighting has stopped*, or one that
    reaches into a condition, *suspended if Armenia attacks*, nor one that names a moment: *after the withdrawal of all
    forces*.
    """
    ends = [span[1] for span, _ in condition_words(text, cues)]
    clauses = _pieces(text, clause_breaks(text, cues))
    pieces = _pieces(text, breaks(text, cues))
    named = {match.end() + 1 for match in found(cues.moments, text)}
    asked: dict[str, list[Cue]] = {}
    for at in cues.index.candidates(text):
        asked.setdefault(cues.indexed[at], []).append(cues.index.cues[at])
    free = {
        kind: spans
        for kind in kinds
        if kind in asked
        and (
            spans := [
                one for one in _free(text, ends, pieces, clauses, asked[kind], cues.kinds[kind]) if one[0] not in named
            ]
        )
    }
    every = [(kind, span) for kind, spans in free.items() for span in spans]
    hits: list[Hit] = []
    for kind, spans in free.items():
        others = [span for other, span in every if other != kind]
        first = next((one for one in spans if not any(holds(other, one) for other in others)), None)
        hits += [] if first is None else [Hit(kind, first)]
    return tuple(hits)


@lru_cache(maxsize=ASKED_AGAIN)
def condition_words(text: str, cues: CueSet) -> tuple[tuple[Span, str], ...]:
    """The words that make a condition of what stands behind them, in order, each with its sort."""
    spans = [(match.span(), word) for word, held in cues.conditions.items() for match in found(held, text)]
    inverted = [match.span() for match in found(cues.inversions, text)]
    ends = [match.end() for match in found(cues.lapses, text)] if inverted else []
    opening = (one for one in inverted if len(text[: one[0]].rstrip()) in ends or _OPENS.search(text, 0, one[0]))
    return tuple(sorted([*spans, *((one, IF) for one in opening)]))


def breaks(text: str, cues: CueSet) -> list[int]:
    """Where clauses begin, conditions among them, in order: no cue reaches across such a place."""
    conditions = {span[0] for span, word in condition_words(text, cues) if word in _CLAUSES}
    return sorted(conditions.union(clause_breaks(text, cues)))


def _pieces(text: str, at: Sequence[int]) -> list[tuple[int, str]]:
    """The stretches of a text between some places, each with its offset."""
    return [(begin, text[begin:end]) for begin, end in pairwise([0, *at, len(text)])]


def _free(
    text: str,
    ends: Sequence[int],
    pieces: Sequence[tuple[int, str]],
    clauses: Sequence[tuple[int, str]],
    asked: Sequence[Cue],
    held: KindCues,
) -> Iterator[Span]:
    """Where cues of a kind stand, but for what means something else and what is in a condition."""
    spans = [(at + match.start(), at + match.end()) for at, piece in pieces for match in found(asked, piece)]
    vetoes = [
        (at + match.start(), at + match.end()) for at, piece in clauses if spans for match in found(held.unless, piece)
    ]
    for one in spans:
        if not any(meet(one, veto) for veto in vetoes) and not any(_conditional(text, end, one) for end in ends):
            yield one


def _conditional(text: str, end: int, cue: Span) -> bool:
    """Whether a cue stands in the clause behind a condition, which ends at ``end``."""
    return end <= cue[0] and _CLAUSE.fullmatch(text, end, cue[0]) is not None
