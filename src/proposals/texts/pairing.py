"""Two raw texts point by point: which points answer each other by their words, and where each has gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

import attrs

from proposals.texts.likeness import Likeness, share
from proposals.texts.points import Point, Split
from proposals.values import Value
from proposals.words import Word

_ALIKE: Final = 0.25
"""The least likeness of two points that are paired, from 0 to 1."""
_SAME_LABEL: Final = 0.1
"""What the same label adds to a likeness."""
_SAME_MATTER: Final = 0.25
"""What it adds to a likeness that all matters of the shorter point are those of the other; of some a share of that."""
_HELD: Final = 0.6
"""The least share of a point's words that stand in a point of which it is a part."""
_HELD_APART: Final = 0.2
"""The least share of them that stand there and not in what the other is paired with already."""
_EVIDENCE: Final = 4
"""How many words a pair names as what matched it."""

_Indices: TypeAlias = tuple[int, ...]


class Fate(Word):
    """What became of points from one text to the other."""

    SAME = "same", "The same words, blanks apart."
    CHANGED = "changed", "The points answer each other, and their words differ."
    SPLIT = "split", "One point of the first text is several of the second."
    MERGED = "merged", "Several points of the first text are one of the second."
    GONE = "gone", "A point of the first text that no point of the second answers."
    ADDED = "added", "A point of the second text that answers none of the first."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pair(Value):
    """Points that answer each other, or a point that nothing answers.

    ``matched`` are the words that weighed most in pairing them; empty where they are the same. ``moved`` says that they
    stand in another order among the others, whatever their labels.
    """

    fate: Fate
    left: tuple[Point, ...] = ()
    right: tuple[Point, ...] = ()
    matched: tuple[str, ...] = ()
    moved: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pairing(Value):
    """Two texts with their pairs, in the order of the first; what only the second has follows what it follows there."""

    left: Split
    right: Split
    pairs: tuple[Pair, ...]

    def of(self, fate: Fate) -> tuple[Pair, ...]:
        """The pairs of one fate."""
        return tuple(pair for pair in self.pairs if pair.fate is fate)

    def counts(self) -> dict[Fate, int]:
        """How many pairs have each fate, in the order of the fates; without those that none has."""
        return {fate: count for fate in Fate if (count := len(self.of(fate)))}


def paired(left: Split, right: Split, about: Callable[[Point], AbstractSet[str]] | None = None) -> Pairing:
    """Pair the points of two texts, the most alike first; then find those that are parts of a paired one.

    ``about`` says of which matters a point speaks: points of one matter are more alike than their words are.
    """
    likeness = Likeness.of([one.text for one in left.points], [one.text for one in right.points])
    found = _found(_scored(left, right, likeness, about))
    backwards = {other: one for one, other in found.items()}
    splits = _parts(likeness, found, backwards)
    merges = _parts(likeness.mirrored(), backwards, found)
    groups = {
        one: (tuple(sorted((one, *merges.get(other, ())))), tuple(sorted((other, *splits.get(one, ())))))
        for one, other in found.items()
    }
    in_place = _rising([groups[one][1][0] for one in sorted(groups)])

    def made(ours: _Indices, theirs: _Indices) -> Pair:
        points = [left.points[at] for at in ours], [right.points[at] for at in theirs]
        fate = _fate(*points)
        return Pair(
            fate=fate,
            left=tuple(points[0]),
            right=tuple(points[1]),
            matched=likeness.shared(ours[0], theirs[0], _EVIDENCE) if ours and theirs and fate is not Fate.SAME else (),
            moved=bool(ours and theirs) and theirs[0] not in in_place,
        )

    pairs = (made(*group) for group in _in_order(left, right, [*groups.values()]))
    return Pairing(left=left, right=right, pairs=tuple(pairs))


def _scored(
    left: Split, right: Split, likeness: Likeness, about: Callable[[Point], AbstractSet[str]] | None
) -> Mapping[tuple[int, int], float]:
    """How alike the points of each pair are that may answer each other."""
    scores = dict(likeness.scores())
    if about:
        ours, theirs = ([about(one) for one in text.points] for text in (left, right))
        for (one, other), common in _common(ours, theirs).items():
            same = common / min(len(ours[one]), len(theirs[other]))
            scores[one, other] = scores.get((one, other), 0) + _SAME_MATTER * same
    return {
        (one, other): score + (_SAME_LABEL if left.points[one].label == right.points[other].label else 0)
        for (one, other), score in scores.items()
        if score >= _ALIKE
    }


def _common(ours: Sequence[AbstractSet[str]], theirs: Sequence[AbstractSet[str]]) -> Counter[tuple[int, int]]:
    """How many matters the points of each pair have in common; without those that have none."""
    places: dict[str, list[int]] = {}
    for other, held in enumerate(theirs):
        for matter in held:
            places.setdefault(matter, []).append(other)
    return Counter((one, other) for one, held in enumerate(ours) for matter in held for other in places.get(matter, ()))


def _found(scored: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """For points of the first text the one of the second that answers it; each is taken once, the most alike first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(scored, key=lambda pair: (-round(scored[pair], 9), abs(pair[0] - pair[1]), sum(pair))):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _parts(likeness: Likeness, found: Mapping[int, int], backwards: Mapping[int, int]) -> dict[int, _Indices]:
    """For paired points of the first text the unpaired ones of the second whose words stand in them."""
    parts: dict[int, _Indices] = {}
    for other, words in enumerate(likeness.right):
        if other in backwards:
            continue
        shares = {one: share(words, likeness.left[one]) for one in found}
        best = max(shares, key=lambda one: (shares[one], -one), default=None)
        if best is None or shares[best] < _HELD:
            continue
        apart = {word: None for word in likeness.left[best] if word not in likeness.right[found[best]]}
        if share(words, apart) >= _HELD_APART:
            parts[best] = (*parts.get(best, ()), other)
    return parts


def _fate(left: Sequence[Point], right: Sequence[Point]) -> Fate:
    if not right:
        return Fate.GONE
    if not left:
        return Fate.ADDED
    if len(left) == len(right) == 1 and left[0].text.split() == right[0].text.split():
        return Fate.SAME
    if len(left) == 1 < len(right):
        return Fate.SPLIT
    return Fate.MERGED if len(left) > 1 == len(right) else Fate.CHANGED


def _rising(numbers: Sequence[int]) -> frozenset[int]:
    """The longest run of rising numbers that is left when others are taken out: what stands in its place."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)


def _in_order(
    left: Split, right: Split, groups: Sequence[tuple[_Indices, _Indices]]
) -> Iterator[tuple[_Indices, _Indices]]:
    """Each group once, in the order of the first text; what is only in the second follows what it follows there."""
    first = {group[0][0]: group for group in groups}
    ours = {at for group in groups for at in group[0]}
    theirs = {at for group in groups for at in group[1]}

    def added(at: int) -> Iterator[tuple[_Indices, _Indices]]:
        while at < len(right.points) and at not in theirs:
            yield (), (at,)
            at += 1

    yield from added(0)
    for at in range(len(left.points)):
        if at in first:
            yield first[at]
            for other in first[at][1]:
                yield from added(other + 1)
        elif at not in ours:
            yield (at,), ()
