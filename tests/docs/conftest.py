"""The manual as text: what its authors wrote, and what a reader gets once every block is filled."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs"

sys.path.insert(0, str(MANUAL / "_ext"))

_MADE = {"examples", "positions", "topics", "_build"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "written" in metafunc.fixturenames:
        found = [
            path
            for path in sorted(MANUAL.rglob("*.md"))
            if path.relative_to(MANUAL).parts[0] not in _MADE and path.name not in {"timeline.md", "places.md"}
        ]
        metafunc.parametrize("written", found, ids=lambda path: path.relative_to(MANUAL).as_posix())


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stands for the manual's: it has the examples, and files of pages are written into it."""
    folder = tmp_path_factory.mktemp("manual")
    shutil.copytree(MANUAL / "examples", folder / "examples")
    return folder


@pytest.fixture(scope="session")
def shown(scratch: Path) -> Callable[[str], str]:
    """The text of a page, by its name in the manual, as Sphinx reads it: every block filled."""
    from manual.blocks import Page, filled  # noqa: PLC0415 -- found only once the path above is known

    @cache
    def read(name: str) -> str:
        return filled((MANUAL / f"{name}.md").read_text(encoding="utf-8"), Page(name, scratch))

    return read
