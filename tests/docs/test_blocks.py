"""Every block of code in the manual does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml
from manual.blocks import EXAMPLES, Page, filled

from proposals import problems_of
from proposals.cli.commands import front

MANUAL = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^(`{3,})([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
MADE = {"answer", "example", "file", "made", "run"}
OTHERS_RUN_THEM = {"python"}  # by the doctests of pytest, which are collected from every page
SHOWN_ONLY = {"r", "{toctree}"}  # no R on a machine for tests; a list of pages


def blocks(path: Path) -> list[tuple[str, str]]:
    """The blocks of a page as its author wrote them: language and text."""
    return [(found[2], found[3]) for found in FENCE.finditer(path.read_text(encoding="utf-8"))]


def test_blocks_that_ask_for_something_get_it(written: Path, scratch: Path) -> None:
    name = written.relative_to(MANUAL).with_suffix("").as_posix()
    text = filled(written.read_text(encoding="utf-8"), Page(name, scratch))
    left = {language for _, language, _ in FENCE.findall(text) if language.strip("{}").split("}")[0] in MADE}
    assert not left


def test_every_language_is_one_that_is_tested(written: Path) -> None:
    known = OTHERS_RUN_THEM | SHOWN_ONLY | {"py", "sh", "yaml"}
    for language, _ in blocks(written):
        assert language in known or re.match(r"\{(\w+)\}", language)[1] in MADE


def test_python_shown_is_a_doctest(written: Path) -> None:
    for language, text in blocks(written):
        assert language != "python" or text.startswith(">>> ")


def test_yaml_is_read(written: Path, tmp_path: Path) -> None:
    for language, text in blocks(written):
        if language == "yaml":
            assert yaml.safe_load(text)
            if text.startswith("id:"):
                (tmp_path / "draft.yaml").write_text(text, encoding="utf-8")
                assert problems_of(tmp_path / "draft.yaml") == ()


def test_commands_of_shell_blocks_exist_with_their_options(written: Path) -> None:
    for language, text in blocks(written):
        lines = text.splitlines() if language == "sh" else []
        for line in lines:
            if line.startswith("proposals "):
                _, name, *arguments = shlex.split(line.partition(" > ")[0])
                command = front.get_command(click.Context(front), name)
                assert command is not None
                command.make_context(name, arguments)


def test_a_command_that_does_not_exist_is_noticed() -> None:
    command = front.get_command(click.Context(front), "diff")
    assert command is not None
    with pytest.raises(click.UsageError):
        command.make_context("diff", ["a", "b", "--tpoic"])


def test_scripts_run_beside_the_examples(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [path for path in sorted((MANUAL / "how-to").glob("*.md")) if any(one == "py" for one, _ in blocks(path))]
    assert pages
    for path in pages:
        filled(path.read_text(encoding="utf-8"), Page(f"how-to/{path.stem}", scratch))
        monkeypatch.chdir(scratch / EXAMPLES)
        for language, text in blocks(path):
            if language == "py":
                exec(compile(text, str(path), "exec"), {})  # noqa: S102 -- the manual's own page
