"""Which markers number the points: the chains of labels that explain the most of them.

A line may begin with ``5.`` because a sentence ended with "Article" on the line before. What belongs to a series is
found by what is before and after it: of all ways to pick and nest markers the one is taken that explains the most of
them, less a penalty for each number that is skipped. What no chain explains is left to the caller to count and show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import inf
from typing import Final

import attrs

from proposals.texts.markers import BULLET, Marker, Rank, part_of
from proposals.values import Value

_MISSING: Final = 0.4
"""What a skipped number costs, of the 1 that an explained marker is worth."""
_MOST_LOST: Final = 1.5
"""The most that a gap costs, so that one marker alone does not jump one, and two may."""
_AGAIN: Final = 0.9
"""What it costs to begin again at the first."""
_DEEPEST: Final = 4
_STYLES: Final = 6
"""How many styles, the most frequent ones, are tried in one stretch of text."""


@attrs.frozen(eq=False, repr=False)
class Link(Value):
    """A marker that a chain explains: at which paragraph it stands, and the chains inside its point, outermost first.

    ``run`` counts from 0 how often the numbering of its chain has begun again before it.
    """

    at: int
    marker: Marker
    run: int = 0
    inner: tuple[Link, ...] = ()


@attrs.frozen(eq=False, repr=False)
class _Chain(Value):
    score: float
    links: tuple[Link, ...]


_NONE: Final = _Chain(0, ())


@attrs.frozen(eq=False, repr=False)
class _End(Value):
    """The last link of a chain with its score, and the end of the chain before it; ``None`` where it is the first."""

    score: float
    link: Link
    before: _End | None


def chained(candidates: Sequence[tuple[int, tuple[Marker, ...]]]) -> tuple[Link, ...]:
    """The outermost chain with those inside it; empty where there is none of two links or more.

    ``candidates`` are the paragraphs that may begin with a marker, each with the readings of it.
    """
    return _best(candidates, frozenset(), ()).links


def _best(
    candidates: Sequence[tuple[int, tuple[Marker, ...]]], taken: frozenset[str], around: tuple[str, ...]
) -> _Chain:
    """Of the chains of every style that is not taken the one with the highest score, those inside it included.

    ``around`` are the labels of the points in which the candidates stand, outermost first.
    """
    counted = Counter(marker.style for _, markers in candidates for marker in markers if marker.style != BULLET)
    found = _NONE
    for style, _ in counted.most_common(_STYLES) if len(around) < _DEEPEST else ():
        if style not in taken:
            chain = _nested(_longest(candidates, style, around), candidates, taken | {style}, around)
            found = max(found, chain, key=lambda one: one.score)
    return found


def _nested(
    chain: _Chain, candidates: Sequence[tuple[int, tuple[Marker, ...]]], taken: frozenset[str], around: tuple[str, ...]
) -> _Chain:
    """The chain with those between its links, which are of other styles."""
    places = [at for at, _ in candidates]
    starts = [bisect_left(places, link.at) for link in chain.links]
    score, links = chain.score, []
    for link, start, end in zip(chain.links, starts, [*starts[1:], len(candidates)], strict=False):
        inside = candidates[start + 1 : end]
        inner = _best(inside, taken, (*around, link.marker.label)) if inside else _NONE
        score += inner.score
        links.append(attrs.evolve(link, inner=inner.links))
    return _Chain(score, tuple(links))


def _longest(candidates: Sequence[tuple[int, tuple[Marker, ...]]], style: str, around: tuple[str, ...]) -> _Chain:
    """The best chain of one style, by dynamic programming over the highest score that ends at each rank.

    It has two links or more, save where one says itself in which point it stands, as ``3.1`` does inside 3.
    """
    ending: dict[Rank, _End] = {}
    for at, markers in candidates:
        marker = next((one for one in markers if one.style == style), None)
        if marker is None:
            continue
        score, run = 1 - _lost(marker.rank[-1] - 1), 0
        before: _End | None = None
        for rank, end in reversed(ending.items()):
            if end.score + 1 <= score:
                continue  # most ends, of a long text
            longer, further = _longer(end, rank, marker, again=not around)
            if longer > score:
                score, run, before = longer, further, end
        if marker.rank not in ending or ending[marker.rank].score < score:
            ending[marker.rank] = _End(score, Link(at, marker, run), before)
    last = max(ending.values(), key=lambda one: one.score, default=None)
    if last is None or not (last.before or (around and part_of(last.link.marker.label, around[-1]))):
        return _NONE
    links = [last.link]
    earlier: _End | None = last.before
    while earlier is not None:
        links.append(earlier.link)
        earlier = earlier.before
    return _Chain(last.score, tuple(reversed(links)))


def _longer(end: _End, rank: Rank, marker: Marker, *, again: bool) -> tuple[float, int]:
    """The score of a chain and its run with one more marker; no score where the marker does not follow."""
    gap = _gap(rank, marker.rank)
    if gap is not None:
        return end.score + 1 - _lost(gap), end.link.run
    begins_again = again and set(marker.rank) == {1} and end.before is not None
    return (end.score + 1 - _AGAIN, end.link.run + 1) if begins_again else (-inf, 0)


def _lost(gap: int) -> float:
    return min(_MOST_LOST, gap * _MISSING)


def _gap(before: Rank, after: Rank) -> int | None:
    """How many numbers are skipped from one rank to the next; ``None`` where the next does not follow."""
    if after <= before:
        return None
    if before[:-1] == after[:-1]:
        return after[-1] - before[-1] - 1
    return sum(one - two for one, two in zip(after[:-1], before[:-1], strict=True) if one > two) - 1 + after[-1] - 1
