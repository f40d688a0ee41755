"""The picture of the code, made from its imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from pathlib import Path

import proposals

_ROOT = Path(proposals.__file__).parent
_WIDTH, _BOX, _HIGH, _STEP = 720, 104, 30, 68


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
    rows = floors(imports)[::-1]
    centre = {
        room: (_WIDTH * (2 * index + 1) / (2 * len(row)), 24 + level * _STEP)
        for level, row in enumerate(rows)
        for index, room in enumerate(row)
    }
    lines = [
        f'<path d="M{centre[room][0]:.0f} {centre[room][1] + _HIGH / 2:.0f}'
        f'L{centre[below][0]:.0f} {centre[below][1] - _HIGH / 2:.0f}"/>'
        for room in imports
        for below in sorted(_direct(room, imports))
    ]
    boxes = [
        f'<rect x="{x - _BOX / 2:.0f}" y="{y - _HIGH / 2:.0f}" width="{_BOX}" height="{_HIGH}" rx="5"/>'
        f'<text x="{x:.0f}" y="{y + 5:.0f}">{escape(room)}</text>'
        for room, (x, y) in centre.items()
    ]
    told = "; ".join(f"{room} imports {', '.join(sorted(imports[room])) or 'none'}" for row in rows for room in row)
    high = 24 + len(rows) * _STEP - _STEP + _HIGH
    return (
        f'<svg class="architecture" role="img" viewBox="0 0 {_WIDTH} {high}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>The rooms of the code and their imports</title><desc>{escape(told)}</desc>"
        f"<g>{''.join(lines)}</g>{''.join(boxes)}</svg>"
    )


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
