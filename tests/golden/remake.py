"""Write the golden files again: ``python tests/golden/remake.py``. Read what changed before you commit it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from proposals.cli.commands import front

HERE = Path(__file__).parent

REPORTED = ("diff", "us-plan-reported", "ua-europe-reported")
MADE_UP = ("diff", "left.yaml", "right.yaml")

GOLDEN: dict[str, tuple[str, ...]] = {
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
    "rules.txt": ("rules", "--width", "80"),
}
"""The arguments of the command line that each golden file holds the output of; paths are relative to this folder."""


def output(arguments: tuple[str, ...]) -> str:
    """What a command prints; run in this folder."""
    return CliRunner().invoke(front, arguments).stdout


if __name__ == "__main__":
    import os

    os.chdir(HERE)
    for name, arguments in GOLDEN.items():
        (HERE / name).write_text(output(arguments), encoding="utf-8")
