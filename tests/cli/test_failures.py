"""The command line run inside this process, with streams of its own."""

from __future__ import annotations

import gc
import importlib
import io
import os
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proposals.cli import app, main

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs /dev")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, stdout: Any) -> int:
    monkeypatch.setattr(sys, "argv", ["proposals", *arguments])
    monkeypatch.setattr(sys, "stdout", stdout)
    return app.run()


@pytest.fixture
def full() -> Iterator[io.TextIOWrapper]:
    with Path("/dev/full").open("w", encoding="utf-8") as stream:
        yield stream


@pytest.fixture
def unread() -> Iterator[io.TextIOWrapper]:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        yield stream


class Interrupted(io.StringIO):
    """A stream whose reader interrupts."""

    def write(self, _text: str) -> int:
        raise KeyboardInterrupt


@POSIX
@pytest.mark.parametrize("arguments", [("explain", "rules"), ("--help",)])
def test_a_full_disk(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, full: io.TextIOWrapper, capsys: Any
) -> None:
    assert run(monkeypatch, *arguments, stdout=full) == 2
    assert capsys.readouterr().err == "proposals: cannot write: No space left on device\n"


@POSIX
def test_a_full_disk_for_the_completion_of_a_shell(
    monkeypatch: pytest.MonkeyPatch, full: io.TextIOWrapper, capsys: Any
) -> None:
    monkeypatch.setenv("_PROPOSALS_COMPLETE", "zsh_source")  # click writes it before it makes a context of ours
    assert run(monkeypatch, stdout=full) == 2
    assert capsys.readouterr().err == "proposals: cannot write: No space left on device\n"


@POSIX
@pytest.mark.parametrize("arguments", [("explain", "rules"), ("--help",), ("--version",), ("diff", "--help")])
def test_a_closed_pipe(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, unread: io.TextIOWrapper, capsys: Any
) -> None:
    assert run(monkeypatch, *arguments, stdout=unread) == 0
    assert capsys.readouterr().err == ""


@POSIX
def test_a_closed_pipe_changes_no_exit_status(
    monkeypatch: pytest.MonkeyPatch, unread: io.TextIOWrapper, capsys: Any
) -> None:
    assert run(monkeypatch, "diff", "us-28-point", "e3-counter", "--exit-code", stdout=unread) == 1
    assert capsys.readouterr().err == ""


@POSIX
@pytest.mark.parametrize(
    "arguments", [("show", "nothing"), ("show", "--nothing"), ("matrix", "us-28-point", "e3-counter")]
)
def test_a_message_that_cannot_be_written_changes_no_exit_status(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, full: io.TextIOWrapper
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as errors:
        monkeypatch.setattr(sys, "stderr", errors)
        assert run(monkeypatch, *arguments, stdout=full) == 2


@pytest.mark.parametrize("arguments", [("explain", "rules"), ("--help",)])
def test_an_interrupt(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    assert run(monkeypatch, *arguments, stdout=Interrupted()) == 2
    assert capsys.readouterr().err.lstrip("\n") == "proposals: interrupted\n"  # click itself goes to a new line first


class Exhausted(io.StringIO):
    """A stream for whose text there is no memory."""

    def write(self, _text: str) -> int:
        raise MemoryError


def test_too_little_memory_is_one_message(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    assert run(monkeypatch, "explain", "rules", stdout=Exhausted()) == 2
    told = "proposals: there is not enough memory for this; take fewer or smaller documents\n"
    assert capsys.readouterr().err == told


def test_no_standard_output(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    assert run(monkeypatch, "explain", "rules", stdout=None) == 0
    assert capsys.readouterr().err == ""


def test_exit_statuses(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    reported = ("diff", "us-plan-reported", "ua-europe-reported")
    for arguments, status in (
        (("explain", "rules"), 0),
        ((*reported, "--exit-code"), 1),
        (("show", "nothing-so-called"), 2),
        (("nothing-so-called",), 2),
    ):
        assert run(monkeypatch, *arguments, stdout=io.StringIO()) == status
    assert capsys.readouterr().err.count("nothing-so-called") == 2


def test_a_folder_that_may_not_be_entered_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path
) -> None:
    missing = tmp_path / "gone"
    missing.mkdir()
    monkeypatch.chdir(missing)
    missing.rmdir()
    assert run(monkeypatch, "explain", "rules", "-o", "out.txt", stdout=io.StringIO()) == 2
    told = capsys.readouterr().err
    assert told.startswith("proposals: ")
    assert told.count("\n") == 1


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector of garbage as it was before a command."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("collector")
def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    importlib.import_module("proposals.__main__")
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(sys, "argv", ["proposals", "--version"])
    monkeypatch.delitem(sys.modules, "proposals.__main__")
    with pytest.raises(SystemExit) as ending:
        runpy.run_module("proposals", run_name="__main__")
    assert ending.value.code == 0
    assert capsys.readouterr().out.startswith("proposals ")


class Interrupting:
    """An importer that is interrupted."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "proposals.cli.app":
            raise KeyboardInterrupt


@pytest.mark.usefixtures("collector")
def test_an_interrupt_while_the_commands_are_imported(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.delitem(sys.modules, "proposals.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    with pytest.raises(SystemExit) as ending:
        main()
    assert ending.value.code == 2
    assert capsys.readouterr().err == "proposals: interrupted\n"
