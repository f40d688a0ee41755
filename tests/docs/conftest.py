"""The manual as text: what its authors wrote, and what a reader gets once every block is filled."""

from __future__ import annotations

import sys
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
            if path.relative_to(MANUAL).parts[0] not in _MADE and path.name != "timeline.md"
        ]
        metafunc.parametrize("written", found, ids=lambda path: path.relative_to(MANUAL).as_posix())


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stands for the manual's: examples are written into it."""
    return tmp_path_factory.mktemp("manual")
