"""Two raw texts point by point: which points answer each other by their words, and where each has gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final, TypeAlias

import attrs

from proposals.errors import Location, UnreadableError
from proposals.texts.likeness import MOST_PAIRS, Likeness, share
from proposals.texts.points import Point, Split
from proposals.values import Value
from proposals.words import Word

MOST_POINTS: Final = 20_000
"""The most points of a text that is compared with another."""
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
_ROUNDING: Final = 1e-9
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

    Raises :class:`UnreadableError` for a text of more points than are paired.
    """
    for text in (left, right):
        if len(text.points) > MOST_POINTS:
            message = f"this text has {len(text.points):,} points; texts are compared that have {MOST_POINTS:,} at most"
            raise UnreadableError(Location(text.text.name), message)
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
    ours, theirs = ([about(one) if about else frozenset() for one in text.points] for text in (left, right))
    scored: dict[tuple[int, int], float] = {}
    for one, (words, common) in enumerate(zip(likeness.scores(), _common(ours, theirs), strict=True)):
        for other in words.keys() | common.keys():
            same = common[other] / min(len(ours[one]), len(theirs[other])) if other in common else 0
            score = words.get(other, 0) + _SAME_MATTER * same
            if score >= _ALIKE:
                label = left.points[one].label == right.points[other].label
                scored[one, other] = score + (_SAME_LABEL if label else 0)
    return {**dict.fromkeys(_alike(left, right), 1.0), **scored}


def _alike(left: Split, right: Split) -> Iterator[tuple[int, int]]:
    """Points of the same words, in order: of words that are common in both texts their likeness would not show."""
    places: dict[str, list[int]] = {}
    for other, point in enumerate(right.points):
        places.setdefault(point.text, []).append(other)
    here = {text: iter(held) for text, held in places.items()}
    for one, point in enumerate(left.points):
        yield from ((one, other) for other in islice(here.get(point.text, iter(())), 1))


def _common(ours: Sequence[AbstractSet[str]], theirs: Sequence[AbstractSet[str]]) -> Iterator[Counter[int]]:
    """For each point how many matters it has in common with each of the other text that speaks of one of them.

    A matter of which very many points speak tells none of them apart, as a very common word does not.
    """
    times = Counter(matter for held in ours for matter in held)
    places: dict[str, list[int]] = {}
    for other, held in enumerate(theirs):
        for matter in held:
            places.setdefault(matter, []).append(other)
    telling = {matter: held for matter, held in places.items() if times[matter] * len(held) <= MOST_PAIRS}
    yield from (Counter(other for matter in held for other in telling.get(matter, ())) for held in ours)


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
    holding: dict[str, list[int]] = {}
    for one in found if len(backwards) < len(likeness.right) else ():
        for word in likeness.left[one]:
            holding.setdefault(word, []).append(one)
    for other, words in enumerate(likeness.right):
        if other in backwards:
            continue
        shares = {one: share(words, likeness.left[one]) for one in _holding_most(words, holding)}
        best = max(shares, key=lambda one: (shares[one], -one), default=None)
        if best is None or shares[best] < _HELD:
            continue
        apart = {word: None for word in likeness.left[best] if word not in likeness.right[found[best]]}
        if share(words, apart) >= _HELD_APART:
            parts[best] = (*parts.get(best, ()), other)
    return parts


def _holding_most(words: Mapping[str, float], holding: Mapping[str, Sequence[int]]) -> set[int]:
    """The points that may hold as much of a point as a part needs, found by the rarest of its words.

    Who holds none of these cannot hold so much: what is left of the words weighs less.
    """
    held: set[int] = set()
    left = sum(weight * weight for weight in words.values())
    for word in sorted(words, key=lambda word: len(holding.get(word, ()))):
        if left < _HELD - _ROUNDING:
            break
        held.update(holding.get(word, ()))
        left -= words[word] * words[word]
    return held


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
