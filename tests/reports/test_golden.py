from __future__ import annotations

import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent / "golden"
REMAKE = runpy.run_path(str(HERE / "remake.py"))


@pytest.mark.parametrize("name", REMAKE["GOLDEN"])
def test_every_report_is_as_it_was_read_and_approved(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    assert REMAKE["output"](REMAKE["GOLDEN"][name]) == (HERE / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    held = {path.name for path in HERE.iterdir() if path.suffix in {".txt", ".json", ".md"}}
    assert held == set(REMAKE["GOLDEN"])


@pytest.mark.parametrize("name", [name for name in REMAKE["GOLDEN"] if name.endswith(".txt")])
def test_no_line_of_a_report_is_wider_than_asked(name: str) -> None:
    arguments = REMAKE["GOLDEN"][name]
    width = int(arguments[arguments.index("--width") + 1])
    assert max(map(len, (HERE / name).read_text(encoding="utf-8").splitlines())) <= width
