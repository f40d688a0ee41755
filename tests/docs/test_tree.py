"""The tree of the code: every folder and file is in it, below all that it imports."""

from __future__ import annotations

from pathlib import Path

from manual.tree import rooms, tree

import proposals

ROOT = Path(proposals.__file__).parent


def _lines() -> list[str]:
    return tree().splitlines()


def test_every_file_stands_in_the_tree_with_what_it_says_of_itself() -> None:
    files = [path.name for path in ROOT.rglob("*.py") if not path.name.startswith("_")]
    folders = [f"{path.parent.name}/" for path in ROOT.rglob("__init__.py")]
    named = [line.split()[0] for line in _lines()]
    assert sorted(named) == sorted([*files, *folders])
    assert all(len(line.split()) > 1 for line in _lines()[1:])


def test_a_folder_stands_below_all_that_it_imports() -> None:
    top = [line.split()[0].strip("/").removesuffix(".py") for line in _lines() if line[:2] == "  " and line[2] != " "]
    place = {room: at for at, room in enumerate(top)}
    assert set(place) == set(rooms())
    assert all(place[below] < place[room] for room, imported in rooms().items() for below in imported)
