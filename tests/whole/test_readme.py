from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from proposals.cli.app import application

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"^`(proposals [^`]*)` prints:\n\n```text\n(.*?)```", README, re.DOTALL | re.MULTILINE)


def test_two_commands_do_all_the_set_up() -> None:
    consoles = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    assert [block.count("\n") for block in consoles] == [1, 1]
    assert all(block.startswith("$ python3 -m venv .venv && ") for block in consoles)


def test_it_has_a_picture_an_excerpt_two_commands_where_to_go_next_and_nothing_else() -> None:
    introduction, *parts = re.split(r"^## ", README, flags=re.MULTILINE)
    assert [part.partition("\n")[0] for part in parts] == ["What it says", "The commands", "Where to go next"]
    assert [introduction.count(mark) for mark in ("![", "```console\n", "```text\n")] == [1, 2, 0]
    assert introduction.split("\n\n")[1].count(".") == 2
    assert len(OUTPUTS) == README.count("```text") == 1
    assert parts[2].count("```python\n") == 1
    assert README.count("```") == 8


def test_it_asks_for_the_python_that_the_package_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    for page in (README, (ROOT / "docs" / "tutorial" / "index.md").read_text(encoding="utf-8")):
        assert f"Python {asked.removeprefix('>=')} or later" in " ".join(page.split())


COMMON = {"--format", "--output", "--force", "--color", "--width", "--help"}


def test_the_table_has_every_command_with_its_own_options() -> None:
    rows = re.findall(r"^\| `(\w+)[^`]*` \|[^|]*\| (?:`([^`]*)`)? ?\|$", README, re.MULTILINE)
    context = click.Context(application)
    commands = {name: application.get_command(context, name) for name in application.list_commands(context)}
    assert [name for name, _ in rows] == list(commands)
    for name, told in rows:
        command = commands[name]
        assert command is not None
        options = {one.opts[-1] for one in command.params if isinstance(one, click.Option)}
        assert set(told.split()) == options - COMMON


@pytest.mark.parametrize(("command", "shown"), OUTPUTS)
def test_excerpts_are_what_the_program_prints(command: str, shown: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "proposals"
    assert CliRunner().invoke(application, arguments, catch_exceptions=False).output == shown
