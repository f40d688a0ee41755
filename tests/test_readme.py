from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.commands import front

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: (.*?) -->\n```text\n(.*?)```", README, re.DOTALL)


def test_two_commands_do_all_the_set_up() -> None:
    consoles = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    assert [block.count("\n") for block in consoles] == [1, 1]
    assert all(block.startswith("$ python3 -m venv .venv && ") for block in consoles)


def test_there_is_an_excerpt_to_hold_against_the_program() -> None:
    assert OUTPUTS


@pytest.mark.parametrize(("command", "shown"), OUTPUTS)
def test_excerpts_are_what_the_program_prints(command: str, shown: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "proposals"
    assert CliRunner().invoke(front, arguments, catch_exceptions=False).output == shown
