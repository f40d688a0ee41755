"""The picture of the code, made from its imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path

import proposals
from manual.layers import arranged

_ROOT = Path(proposals.__file__).parent
_BOX, _HIGH, _GAP, _STEP = 104, 30, 24, 76


def rooms() -> dict[str, frozenset[str]]:
    """Each room (a module, or a package as a whole) with the rooms that it imports, in alphabetical order."""
    found: dict[str, set[str]] = {}
    for path in sorted(_ROOT.rglob("*.py")):
        parts = path.relative_to(_ROOT).with_suffix("").parts
        if not parts[0].startswith("__"):
            found.setdefault(parts[0], set()).update(_imports(path))
    return {room: frozenset(imported & found.keys() - {room}) for room, imported in found.items()}


def floors(imports: dict[str, frozenset[str]]) -> list[list[str]]:
    """The rooms by height, the ground floor first: a room stands one floor above the highest that it imports."""
    height: dict[str, int] = {}

    def of(room: str, above: tuple[str, ...]) -> int:
        if room in above:
            raise ValueError(f"the imports go in a circle: {' → '.join((*above, room))}")
        if room not in height:
            height[room] = 1 + max((of(below, (*above, room)) for below in imports[room]), default=-1)
        return height[room]

    for room in imports:
        of(room, ())
    return [[room for room in imports if height[room] == level] for level in range(max(height.values()) + 1)]


def picture() -> str:
    """The floors as SVG, the top floor first, with a line for each import that no longer way explains."""
    imports = rooms()
    rows = floors(imports)
    height = {room: 24 + _STEP * (len(rows) - 1 - level) for level, row in enumerate(rows) for room in row}
    direct = [(room, below) for room in imports for below in sorted(_direct(room, imports))]
    middle, ways = arranged(rows, direct, _BOX, _GAP)
    lines = [f'<path d="{_line(way, height[room])}"/>' for (room, _), way in ways.items()]
    boxes = [
        f'<rect x="{x - _BOX / 2:.0f}" y="{height[room] - _HIGH / 2:.0f}" width="{_BOX}" height="{_HIGH}" rx="5"/>'
        f'<text x="{x:.0f}" y="{height[room] + 5}">{escape(room)}</text>'
        for room, x in middle.items()
    ]
    told = "; ".join(f"{one} imports {', '.join(sorted(imports[one])) or 'none'}" for row in rows[::-1] for one in row)
    right = max(*(x + _BOX / 2 for x in middle.values()), *(x for way in ways.values() for x in way))
    size = f"{right + 4:.0f} {max(height.values()) + _HIGH}"
    return (
        f'<svg class="architecture" role="img" viewBox="-2 0 {size}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>The rooms of the code and their imports</title><desc>{escape(told)}</desc>"
        f"<g>{''.join(lines)}</g>{''.join(boxes)}</svg>"
    )


def _line(way: list[float], top: float) -> str:
    """A line as a path: upright beside the boxes of a floor, bent between two floors."""
    start = top + _HIGH / 2
    drawn = [f"M{way[0]:.0f} {start:.0f}"]
    for floor, (x, following) in enumerate(pairwise(way)):
        low = start + floor * _STEP
        high, bend = low + _STEP - _HIGH, low + (_STEP - _HIGH) / 2
        drawn.append(f"C{x:.0f} {bend:.0f} {following:.0f} {bend:.0f} {following:.0f} {high:.0f}")
        drawn.append(f"V{high + _HIGH:.0f}" if floor < len(way) - 2 else "")
    return "".join(drawn)


def _direct(room: str, imports: dict[str, frozenset[str]]) -> frozenset[str]:
    """The imported rooms that none of the other imported rooms stands above."""
    own = imports[room]
    return frozenset(below for below in own if not any(below in _below(other, imports) for other in own - {below}))


def _below(room: str, imports: dict[str, frozenset[str]]) -> frozenset[str]:
    return imports[room].union(*(_below(other, imports) for other in imports[room]))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module == "proposals":
            names = [f"proposals.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name and name.startswith("proposals."))
