"""``proposals check --fix``: what it rewrites, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposals.cli.app import application

OLD = "id: plan\ntitle: A plan\ndate: 2030-01-01\nterms:\n- sanctions-relief: {on: RU}  # by whom?\n  relief: eased\n"
NEW = OLD.replace("id:", "format: 2\nid:").replace("{on:", "{against:")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application, ["check", *arguments], env={"COLUMNS": "200"})


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "drafts" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


def test_an_old_file_is_a_problem_that_names_the_fix(old: Path) -> None:
    result = run(str(old))
    shown = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert f"{old}:5:22: 'on' is called 'against' since format 2 [outdated-word]" in shown
    assert "'proposals check --fix' rewrites the file" in shown
    assert old.read_text("utf-8") == OLD


@pytest.mark.parametrize("named", [".", "plan.yaml"])
def test_a_file_or_a_folder_is_rewritten_and_then_checked(old: Path, named: str) -> None:
    result = run("--fix", str(old.parent / named))
    assert old.read_text("utf-8") == NEW
    assert result.stderr == f"{old}:1: wrote 'format: 2'\n{old}:6: wrote 'against' for 'on'\n"
    assert "1 file, no problem" in result.stdout
    assert result.exit_code == 0
    assert run("--fix", str(old)).stderr == ""


def test_what_cannot_be_read_is_reported_once_and_the_rest_rewritten(old: Path) -> None:
    broken = old.with_name("broken.yaml")
    broken.write_text("id: [", encoding="utf-8")
    missing = str(old.with_name("missing.yaml"))
    result = run("--fix", missing, str(old.parent))
    assert (result.exit_code, result.stderr.count("missing.yaml"), result.stderr.count("broken.yaml")) == (2, 1, 1)
    assert (old.read_text("utf-8"), broken.read_text("utf-8")) == (NEW, "id: [")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--fix needs a file or a folder"),
        (("us-28-point",), "'us-28-point' is a bundled document; only files of your own can be rewritten"),
        (("-",), "-: standard input or a pipe cannot be rewritten; save it to a file first"),
        (("no-such",), "no proposal is called 'no-such'"),
    ],
)
def test_nothing_is_rewritten_where_one_thing_cannot_be(old: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("--fix", *([str(old)] if arguments else []), *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert old.read_text("utf-8") == OLD


def test_a_file_that_cannot_be_written_is_one_message(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    result = run("--fix", str(old))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"proposals: {old}: cannot write: No space left on device\n"
    assert old.read_text("utf-8") == OLD
