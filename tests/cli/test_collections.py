"""Collections at the command line: opened by an option or a settings file, and what the commands say of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from proposals.cli.app import application

WAGES = Path(__file__).parents[2] / "docs" / "examples" / "wage-round"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a copy of the wage round."""
    folder = tmp_path / "wages"
    shutil.copytree(WAGES, folder)
    monkeypatch.chdir(folder)

    def command(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(application, arguments)
        return result.exit_code, " ".join(result.output.split())

    return command


def test_a_folder_with_settings_speaks_of_its_own_documents(run: Run) -> None:
    code, out = run("--trust", ".", "list")
    assert code == 0
    assert "union-claim" in out
    assert "us-28-point" not in out
    assert run("timeline") == (0, "The timeline has no events.")


def test_they_are_compared_in_their_own_words(run: Run) -> None:
    code, out = run("--trust", ".", "diff", "union-claim", "employers-reply")
    assert code == 0
    assert "By how much does the pay of dockers rise?" in out
    assert "Port Employers' Association would raise the pay of dockers by 3.5%" in out
    assert "It rejects a working week of 36 hours a week for dockers." in out


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("diff", "union-claim", "employers-reply"), "a.docx"),
        (("diff", "union-claim", "employers-reply"), "a.xlsx"),
        (("report", "union-claim", "employers-reply"), "a.html"),
        (("export", "terms", "union-claim"), "a.csv"),
        (("export", "strips", "union-claim", "employers-reply"), "a.svg"),
        (("export", "schema"), "a.json"),
    ],
)
def test_every_form_is_written(run: Run, arguments: tuple[str, ...], name: str) -> None:
    assert run("--trust", ".", *arguments, "-o", name) == (0, "")
    assert Path(name).stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [
        ("matrix", "union-claim", "employers-reply"),
        ("trace", "union-claim", "employers-reply"),
        ("burdens", "union-claim", "employers-reply"),
        ("similarity", "union-claim", "employers-reply"),
        ("show", "union-claim"),
        ("diff", "union-claim", "employers-reply", "--full"),
        ("diff", "union-claim", "employers-reply", "--form", "brackets"),
        ("list", "--lineage"),
        ("matrix", "union-claim", "employers-reply", "--by", "topic"),
        ("diff", "union-claim", "employers-reply", "--topic", "pay"),
    ],
)
def test_every_command_says_the_names(run: Run, arguments: tuple[str, ...]) -> None:
    code, out = run("--trust", ".", *arguments, "--width", "200")
    assert code == 0
    assert "Port Workers' Union" in out or "Port Employers' Association" in out


def test_its_kinds_questions_and_actors_are_explained(run: Run) -> None:
    assert "By how much does the pay rise?" in run("--trust", ".", "explain", "pay-rise")[1]
    assert "Port Workers' Union" in run("--trust", ".", "explain", "the union")[1]
    assert "pay-rise" in run("--trust", ".", "explain")[1]


def test_the_codebook_has_kinds_of_ones_own(run: Run) -> None:
    code, out = run("--trust", ".", "explain", "codebook")
    assert code == 0
    assert "pay-rise" in out


def test_a_collection_is_checked_whole_and_nothing_of_it_is_called_hidden(run: Run) -> None:
    code, out = run("--trust", ".", "check")
    assert code == 0
    assert "2 files, no problem" in out
    assert "hidden" not in out
    assert run("--trust", ".", "check", ".")[0] == 0


def test_code_that_may_not_run_is_named_with_the_option_that_lets_it(run: Run) -> None:
    code, out = run("diff", "union-claim", "employers-reply")
    assert code == 2
    assert "lets kinds.py run, the code of this collection" in out


def test_a_collection_is_opened_by_its_folder_beside_the_bundled_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("..")
    code, out = run("--collection", "wages", "--trust", "wages", "list")
    assert code == 0
    assert "union-claim" in out
    assert "us-28-point" in out
    assert "us-28-point" not in run("--collection", "wages", "--trust", "wages", "--alone", "list")[1]


def test_a_collection_that_is_not_opened_is_not_checked_as_a_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("..")
    code, out = run("check", "wages")
    assert code == 2
    assert "this is a collection; open it to check it: 'proposals --collection wages check'" in out


def test_there_is_no_map_without_tiles(run: Run) -> None:
    code, out = run("--trust", ".", "export", "map", "union-claim", "-o", "map.svg")
    assert code == 2
    assert "no collection has a map: 'tiles.yaml'" in out


def test_the_ids_of_a_collection_are_completed(run: Run) -> None:
    assert run
    completion = ShellComplete(application, {}, "proposals", "_PROPOSALS_COMPLETE")
    assert [item.value for item in completion.get_completions(["show"], "uni")] == ["union-claim"]


def test_topics_of_its_own_narrow_what_is_shown(run: Run) -> None:
    code, out = run("--trust", ".", "diff", "union-claim", "employers-reply", "--topic", "working time")
    assert code == 0
    assert "How long is the working week" in out
    assert "the pay of dockers" not in out
    code, out = run("--trust", ".", "diff", "union-claim", "employers-reply", "--topic", "pays")
    assert code == 2
    assert "'pays' is not a topic; did you mean 'pay'?" in out
    code, out = run("--trust", ".", "diff", "union-claim", "employers-reply", "--topic", "xyz")
    assert "'xyz' is not a topic; one of: sovereignty, territory," in out
    assert run("--trust", ".", "explain", "WageTopic")[1].count("working time")


def test_topics_complete_at_the_shell(run: Run) -> None:
    assert run("--trust", ".", "list")[0] == 0
    shell = ShellComplete(application, {}, "proposals", "_PROPOSALS_COMPLETE")
    found = shell.get_completions(["--trust", ".", "diff", "--topic"], "work")
    assert "working time" in [item.value for item in found]


def test_trust_is_remembered_for_the_folders_of_the_environment_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("list")[0] == 2
    monkeypatch.setenv("PROPOSALS_TRUST", f"{tmp_path / 'elsewhere'}{os.pathsep}{tmp_path / 'wages'}")
    assert run("list")[0] == 0
    monkeypatch.setenv("PROPOSALS_TRUST", str(tmp_path / "elsewhere"))
    assert run("list")[0] == 2
