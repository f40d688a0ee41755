"""The picture of the code: every room and import is in it, and no line runs behind a box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from manual.architecture import floors, picture, rooms
from manual.layers import arranged

Box = tuple[float, float, float, float]


Point = tuple[float, float]


@cache
def boxes() -> dict[str, Box]:
    """Left, top, right and bottom of each room's box."""
    drawn = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="5"/><text [^>]*>(\w+)<', picture())
    found = {room: tuple(map(float, numbers)) for *numbers, room in drawn}
    return {room: (left, top, left + wide, top + high) for room, (left, top, wide, high) in found.items()}


@cache
def lines() -> list[list[Point]]:
    """Points close together on each line."""
    return [list(points(path)) for path in re.findall(r'<path d="([^"]+)"', picture())]


def points(path: str) -> Iterator[Point]:
    """The start, and twenty points on each upright piece and on each bend."""
    x = y = 0.0
    for letter, text in re.findall(r"([MCV])([\d. ]+)", path):
        numbers = [float(number) for number in text.split()]
        ends = numbers if letter != "V" else [x, y, x, numbers[0], x, numbers[0]]
        for step in range(1, 21) if letter != "M" else ():
            yield bent(step / 20, (x, *ends[::2])), bent(step / 20, (y, *ends[1::2]))
        x, y = ends[-2:]
        if letter == "M":
            yield x, y


def bent(t: float, ends: tuple[float, ...]) -> float:
    """One coordinate of a Bézier curve of the third degree, between 0 (its start) and 1 (its end)."""
    shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    return sum(share * end for share, end in zip(shares, ends, strict=True))


def test_every_room_has_its_box_above_what_it_imports() -> None:
    imports = rooms()
    assert boxes().keys() == imports.keys()
    assert all(boxes()[room][3] < boxes()[below][1] for room, own in imports.items() for below in own)


def test_every_import_is_on_a_way_down() -> None:
    below: dict[str, set[str]] = {room: set() for room in boxes()}
    for line in lines():
        ends = [next(room for room, box in boxes().items() if touches(box, line[end])) for end in (0, -1)]
        below[ends[0]].add(ends[1])
    for room, own in rooms().items():
        reached, new = set[str](), {room}
        while new:
            reached |= new
            new = {lower for upper in new for lower in below[upper]}
        assert own <= reached
        assert below[room] <= own


def touches(box: Box, point: Point) -> bool:
    left, top, right, bottom = box
    return left <= point[0] <= right and top <= point[1] <= bottom


def test_no_line_runs_behind_a_box() -> None:
    inner = [(left, top + 0.5, right, bottom - 0.5) for left, top, right, bottom in boxes().values()]
    for line in lines():
        assert not [point for point in line for box in inner if touches(box, point)]


def test_no_two_boxes_overlap_and_all_are_in_the_picture() -> None:
    _, _, wide, high = map(float, re.search(r'viewBox="(-2) (0) (\d+) (\d+)"', picture()).groups())
    ordered = sorted(boxes().values(), key=lambda box: (box[1], box[0]))
    assert all(one[1] < other[1] or one[2] < other[0] for one, other in pairwise(ordered))
    assert all(left >= 0 and right <= wide - 2 and bottom <= high for left, _, right, bottom in ordered)
    assert all(0 <= x <= wide - 2 for line in lines() for x, _ in line)


def test_a_room_that_nothing_joins_stands_on_its_floor() -> None:
    middle, ways = arranged([["one", "other"], ["upper"]], [("upper", "one")], 10, 2)
    assert middle["other"] - middle["one"] >= 12
    assert ways == {("upper", "one"): [middle["upper"], middle["one"]]}


def test_a_circle_of_imports_has_no_picture() -> None:
    with pytest.raises(ValueError, match="one → other → one"):
        floors({"one": frozenset({"other"}), "other": frozenset({"one"})})
