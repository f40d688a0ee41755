"""Where boxes on floors stand, and which way the lines between them take so that none runs behind a box.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures", *IEEE
Transactions on Systems, Man, and Cybernetics* 11 (1981), 109-125: a line that passes a floor has a place of its own
there, the places of a floor are ordered by the mean of their neighbours, and every line bends only between two floors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from statistics import fmean
from typing import Final

Place = tuple[str, ...]
"""A box by its one name, or by three where a line passes a floor: its upper box, its lower box, the floor's number."""

_SWEEPS: Final = 24
_STRAIGHT: Final = (1, 2, 16)
"""How hard the ends of a link pull at each other, by how many of them are lines that pass: those bend least."""


def arranged(
    floors: Sequence[Sequence[str]], lines: Iterable[tuple[str, str]], box: float, gap: float
) -> tuple[dict[str, float], dict[tuple[str, str], list[float]]]:
    """The middle of each box, and of each line the places where it passes, from its upper end to its lower.

    ``floors`` has the ground floor first, and each line goes from an upper box to a lower. Numbers are counted from the
    left edge; boxes of one floor are ``gap`` apart, lines half of that. A line has one number for each floor from its
    upper box to its lower.
    """
    level = {name: height for height, floor in enumerate(floors) for name in floor}
    ways = {(upper, lower): _way(upper, lower, level) for upper, lower in lines}
    rows: list[list[Place]] = [[(name,) for name in floor] for floor in floors]
    for (upper, _), way in ways.items():
        for height, place in enumerate(reversed(way[1:-1]), start=level[upper] - len(way) + 2):
            rows[height].append(place)
    links = sorted({link for way in ways.values() for link in pairwise(way)})
    rows = _ordered(rows, links)
    middle = _spread(rows, links, box, gap)
    left = min(middle.values()) - box / 2
    boxes = {place[0]: x - left for place, x in middle.items() if len(place) == 1}
    return boxes, {line: [middle[place] - left for place in way] for line, way in ways.items()}


def _way(upper: str, lower: str, level: Mapping[str, int]) -> list[Place]:
    passed = range(level[upper] - 1, level[lower], -1)
    return [(upper,), *((upper, lower, str(height)) for height in passed), (lower,)]


def _ordered(rows: list[list[Place]], links: Sequence[tuple[Place, Place]]) -> list[list[Place]]:
    """The floors in the order with the fewest crossings that sweeping up and down has come by."""
    near = _neighbours(links)
    best, fewest = rows, _crossings(rows, links)
    for sweep in range(_SWEEPS):
        rank = {place: index for row in rows for index, place in enumerate(row)}
        rows = list(rows)
        up = range(len(rows))
        for fixed, moved in pairwise(up if sweep % 2 else reversed(up)):
            beside = {*rows[fixed]}
            means = {
                place: fmean([rank[other] for other in near.get(place, ()) if other in beside] or [rank[place]])
                for place in rows[moved]
            }
            rows[moved] = sorted(rows[moved], key=means.__getitem__)
            rank |= {place: index for index, place in enumerate(rows[moved])}
        if (crossings := _crossings(rows, links)) < fewest:
            best, fewest = rows, crossings
    return best


def _neighbours(links: Iterable[tuple[Place, Place]]) -> dict[Place, list[Place]]:
    near: dict[Place, list[Place]] = {}
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    return near


def _crossings(rows: Sequence[Sequence[Place]], links: Iterable[tuple[Place, Place]]) -> int:
    spot = {place: (height, index) for height, row in enumerate(rows) for index, place in enumerate(row)}
    between: dict[int, list[tuple[int, int]]] = {}
    for upper, lower in links:
        between.setdefault(spot[lower][0], []).append((spot[upper][1], spot[lower][1]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for found in between.values()
        for one, other in combinations(found, 2)
    )


def _spread(
    rows: Sequence[Sequence[Place]], links: Sequence[tuple[Place, Place]], box: float, gap: float
) -> dict[Place, float]:
    """The middle of each place: as near to the mean of its neighbours as the order and the gaps of its floor allow."""
    near = _neighbours(links)
    middle = {place: 0.0 for row in rows for place in row}
    for sweep in range(8 * _SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            wanted = [_wanted(place, near.get(place, ()), middle) for place in row]
            middle.update(zip(row, _apart(wanted, _offsets(row, box, gap)), strict=True))
    return middle


def _wanted(place: Place, near: Sequence[Place], middle: Mapping[Place, float]) -> float:
    if not near:
        return middle[place]
    pulls = [_STRAIGHT[(len(place) > 1) + (len(other) > 1)] for other in near]
    return fmean((middle[other] for other in near), pulls)


def _offsets(row: Sequence[Place], box: float, gap: float) -> list[float]:
    """How far each place of a floor is from the first, if they stand as close as they may."""
    found = [0.0]
    for one, other in pairwise(row):
        boxes = (len(one) == 1) + (len(other) == 1)
        found.append(found[-1] + boxes * box / 2 + (gap if boxes else gap / 2))
    return found


def _apart(wanted: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """The numbers nearest to the wanted ones that keep their distances: an isotonic regression by pooling."""
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, many = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, many = (before * count + mean * many) / (count + many), count + many
        pools.append((mean, many))
    return [mean + offset for (mean, offset) in zip([m for m, n in pools for _ in range(n)], offsets, strict=True)]
