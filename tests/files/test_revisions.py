"""Files as they stood in a revision of a git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from proposals.errors import UnreadableError
from proposals.files import text
from proposals.files.revisions import is_revision, read_revision
from proposals.library import bundled

PLAN = "format: 2\nid: plan\ntitle: A plan\ndate: 2026-01-15\ncoverage: complete\n"


def git(folder: Path, *words: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *person, *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 -- a test's own


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one plan, which has changed since it was committed."""
    (tmp_path / "plans").mkdir()
    plan = tmp_path / "plans" / "plan.yaml"
    plan.write_text(PLAN + "terms: [{force-limit: UA, personnel: 5000}]\n")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Begin")
    plan.write_text(PLAN + "terms: [{force-limit: UA, personnel: 6000}]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_document_is_read_as_it_stood_in_a_revision(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, now = bundled().load("HEAD:plans/plan.yaml"), bundled().load("plans/plan.yaml")
    assert [term.personnel for term in (*before.terms, *now.terms)] == [5000, 6000]
    assert str(before.terms[0].at) == "HEAD:plans/plan.yaml:6:10"
    monkeypatch.chdir(repository / "plans")
    assert bundled().load("HEAD:./plan.yaml") == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HEAD:plan.yaml", "path 'plan.yaml' does not exist in 'HEAD'"),
        ("HEAD~9:plans/plan.yaml", "invalid object name 'HEAD~9'."),
        ("HEAD:plans", "git cat-file HEAD:plans: bad file"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_no_revision_has_is_told_in_the_words_of_git(name: str, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        text.read_text(Path(name))
    assert str(caught.value) == f"{name}: there is no such file, and git has it in no revision: {said}"


@pytest.mark.usefixtures("repository")
def test_a_file_in_a_revision_is_bounded() -> None:
    assert read_revision(Path("HEAD:plans/plan.yaml"), 1000).startswith(b"format: 2")
    with pytest.raises(UnreadableError, match="this file has 113 bytes; 100 are the most"):
        read_revision(Path("HEAD:plans/plan.yaml"), 100)


def test_without_git_there_is_no_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match="no such file, and no 'git' that could look for it"):
        text.read_text(Path("HEAD:plan.yaml"))


@pytest.mark.parametrize("name", ["plan.yaml", "C:plan.yaml", "HEAD:", ":plan.yaml", "--help:a", "https://a.org/b"])
def test_what_names_no_revision(name: str) -> None:
    assert not is_revision(Path(name))


def test_a_file_goes_before_a_revision(tmp_path: Path) -> None:
    (tmp_path / "HEAD:plan.yaml").write_text("format: 2\n")
    assert not is_revision(tmp_path / "HEAD:plan.yaml")
    assert text.read_text(tmp_path / "HEAD:plan.yaml") == "format: 2\n"
