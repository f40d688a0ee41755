"""Whole reports as they were read and approved; ``pytest --update-golden`` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.commands import front
from proposals.reports.layout import width_of

HERE = Path(__file__).parent.parent / "golden"
REPORTED = ("diff", "us-plan-reported", "ua-europe-reported")
MADE_UP = ("diff", "left.yaml", "right.yaml")

THREE = ("us-28-point", "e3-counter", "twenty-point")
IN_PART = ("--topic", "forces", "--topic", "justice")

COMMANDS: dict[str, tuple[str, ...]] = {
    "reported-40.txt": (*REPORTED, "--width", "40"),
    "reported-80.txt": (*REPORTED, "--width", "80"),
    "reported-200.txt": (*REPORTED, "--width", "200"),
    "reported.json": (*REPORTED, "--format", "json"),
    "reported.md": (*REPORTED, "--format", "markdown"),
    "made-up-40.txt": (*MADE_UP, "--width", "40"),
    "made-up-80.txt": (*MADE_UP, "--width", "80", "--sources"),
    "made-up-200.txt": (*MADE_UP, "--width", "200"),
    "made-up.json": (*MADE_UP, "--format", "json"),
    "made-up.md": (*MADE_UP, "--format", "markdown", "--sources"),
    "made-up-show.txt": ("show", "right.yaml", "--width", "80", "--sources"),
    "made-up-verify.txt": ("verify", "left.yaml", "right.yaml", "--width", "80"),
    "wrong-check.txt": ("check", "wrong.yaml", "--width", "80"),
    "plans-80.txt": ("diff", "us-28-point", "e3-counter", *IN_PART, "--width", "80"),
    "plans-twenty-80.txt": ("diff", "us-28-point", "twenty-point", *IN_PART, "--width", "80"),
    "plans.md": ("diff", "us-28-point", "e3-counter", *IN_PART, "--format", "markdown"),
    "plans.json": ("diff", "us-28-point", "e3-counter", "--topic", "justice", "--format", "json"),
    "plans-brackets.md": ("diff", *THREE, *IN_PART, "--format", "brackets"),
    "plans-four-column.md": ("diff", *THREE, *IN_PART, "--format", "four-column"),
    "plans-source-table.md": ("diff", *THREE, *IN_PART, "--format", "source-table"),
    "plans-matrix.txt": ("matrix", *THREE, *IN_PART, "--width", "80"),
    "plans-lineage.txt": ("lineage", "--width", "80"),
    "plans-gaps.txt": ("gaps", "--width", "80"),
    "rules.txt": ("rules", "--width", "80"),
}
"""The arguments whose output each file holds; paths are relative to the folder of the golden files."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_report_is_as_it_was_approved(
    name: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    golden(name, CliRunner().invoke(front, COMMANDS[name]).stdout)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt")])
def test_no_line_of_a_report_is_wider_than_asked(name: str) -> None:
    arguments = COMMANDS[name]
    width = int(arguments[arguments.index("--width") + 1])
    assert max(map(width_of, (HERE / name).read_text(encoding="utf-8").splitlines())) <= width


def test_nothing_is_called_removed_or_rejected_for_being_absent() -> None:
    words = (HERE / "reported-80.txt").read_text(encoding="utf-8").casefold()
    assert "not reported" in words
    assert not any(word in words for word in ("removed", "reject", "deleted", "dropped"))
