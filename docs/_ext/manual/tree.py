"""The tree of the code's folders, each file with the first line of its docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import proposals

_ROOT = Path(proposals.__file__).parent


def rooms() -> dict[str, frozenset[str]]:
    """Each module or package of the top level with those of the top level that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted(_ROOT.rglob("*.py")):
        room = path.relative_to(_ROOT).with_suffix("").parts[0]
        if not room.startswith("__"):
            found.setdefault(room, set()).update(_imports(path))
    return {room: frozenset(imported & found.keys() - {room}) for room, imported in found.items()}


def tree() -> str:
    """The folders as text: each stands below all that it imports, its files in alphabetical order."""
    lines = ["proposals/"]
    for room in _from_the_ground(rooms()):
        folder = _ROOT / room
        path = folder if folder.is_dir() else folder.with_suffix(".py")
        lines += _told(path, depth=1)
    width = max(len(name) for name, _ in (line.split("\0") for line in lines[1:])) + 2
    return "\n".join([lines[0], *(f"{name:<{width}}{says}" for name, says in (line.split("\0") for line in lines[1:]))])


def _from_the_ground(imports: dict[str, frozenset[str]]) -> Iterator[str]:
    sorter = TopologicalSorter(imports)
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from ready
        sorter.done(*ready)


def _told(path: Path, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if path.is_file():
        yield f"{indent}{path.name}\0{_first_line(path)}"
        return
    yield f"{indent}{path.name}/\0{_first_line(path / '__init__.py')}"
    for inner in sorted(path.iterdir()):
        if (inner.is_dir() and (inner / "__init__.py").exists()) or (inner.suffix == ".py" and inner.stem[0] != "_"):
            yield from _told(inner, depth + 1)


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module == "proposals":
            names = [f"proposals.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name and name.startswith("proposals."))
