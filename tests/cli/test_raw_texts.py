"""``proposals diff`` of raw texts: its options, its exit status, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn

from proposals.cli.app import application

GOLDEN = Path(__file__).parents[1] / "golden"
FIRST, SECOND = str(GOLDEN / "first-draft.txt"), str(GOLDEN / "second-draft.md")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, ["diff", *arguments])
    return result.exit_code, result.output


def test_the_changes_are_tracked_in_a_word_file(tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    assert run(FIRST, SECOND, "-o", str(out)) == (0, "")
    body = Document(str(out)).element.body
    added = {text.text for one in body.iter(qn("w:ins")) for text in one.iter(qn("w:t"))}
    deleted = {text.text for one in body.iter(qn("w:del")) for text in one.iter(qn("w:delText"))}
    assert {"800,000", "48", ", in peacetime"} <= added
    assert {"600,000", "72"} <= deleted


def test_the_exit_status_says_whether_anything_differs_or_moved(tmp_path: Path) -> None:
    moved = tmp_path / "moved.txt"
    moved.write_text("1. Grain is shipped.\n2. Fighting stops.\n", encoding="utf-8")
    still = tmp_path / "still.txt"
    still.write_text("1. Fighting stops.\n2. Grain is shipped.\n", encoding="utf-8")
    assert run(FIRST, FIRST, "--exit-code")[0] == 0
    assert run(FIRST, SECOND, "--exit-code")[0] == 1
    assert run(FIRST, SECOND)[0] == 0
    assert run(str(moved), str(still), "--exit-code")[0] == 1


def test_texts_without_a_difference_have_no_part_on_differences() -> None:
    code, text = run(FIRST, FIRST)
    assert code == 0
    assert "8 the same." in text
    assert "THE POINTS" not in text


def test_texts_without_anything_in_common_have_no_part_on_what_is_the_same(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("1. Elections.\n2.\n", encoding="utf-8")
    text = run(FIRST, str(other))[1]
    assert "THE SAME WORDS" not in text
    assert "no words of its own" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((FIRST, SECOND, FIRST), "two raw texts are compared at a time"),
        ((FIRST,), "two raw texts are compared at a time"),
        ((FIRST, SECOND, "--topic", "forces"), "--topic belongs to coded documents, not to raw texts"),
        ((FIRST, SECOND, "--full"), "--full belongs to coded documents"),
        ((FIRST, SECOND, "--base", "us-28-point"), "--base belongs to coded documents"),
        ((FIRST, "none.txt"), "none.txt: cannot read: No such file"),
    ],
)
def test_what_does_not_go_with_raw_texts_is_refused(arguments: tuple[str, ...], message: str) -> None:
    code, text = run(*arguments)
    assert code == 2
    assert message in " ".join(text.split())


def test_one_of_the_texts_may_come_from_standard_input() -> None:
    given = Path(FIRST).read_text(encoding="utf-8")
    for arguments in ([FIRST, "-"], ["/dev/stdin", FIRST]):
        result = CliRunner().invoke(application, ["diff", *arguments, "--exit-code"], input=given)
        assert result.exit_code == 0, result.output
        assert "8 the same." in result.stdout
        assert "standard input" in result.stdout


def test_nothing_on_standard_input_is_one_clear_error() -> None:
    result = CliRunner().invoke(application, ["diff", FIRST, "-"], input="")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "standard input: this file holds no text" in result.stderr


def test_a_raw_text_beside_a_coded_document_is_drafted_and_every_verdict_says_so() -> None:
    code, text = run("us-28-point", FIRST)
    assert code == 0
    assert "first-draft.txt (machine draft)" in text
    heads = [line for line in text.splitlines() if re.fullmatch(" *[A-Z ]+.*: [0-9]+|  [A-Z ]+.*[0-9]+\\):.*", line)]
    assert heads
    assert all("(DRAFT)" in head for head in heads), heads
    code, text = run("us-28-point", FIRST, "--full", "--width", "200")
    assert code == 0
    verdicts = [line for line in text.splitlines() if " · " in line]
    assert verdicts
    assert all(" (draft) · " in line for line in verdicts)


def test_a_drafted_text_may_stand_in_other_forms_too() -> None:
    code, text = run("us-28-point", FIRST, "e3-counter", "--form", "brackets")
    assert code == 0
    assert "first-draft.txt (machine draft)" in text


def test_a_text_whose_name_is_no_id_is_called_a_draft(tmp_path: Path) -> None:
    text = tmp_path / "A leak?.txt"
    text.write_text("1. Ukraine holds elections.", encoding="utf-8")
    result = CliRunner().invoke(application, ["diff", "us-28-point", str(text), "--format", "json", "--form", "full"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["right"]["id"] == "draft"


def test_texts_are_called_by_their_files_and_by_their_paths_where_two_have_one_name(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("a.txt", "b.txt", "old/a.txt"):
        (tmp_path / name).write_text("1. Fighting stops.", encoding="utf-8")
    assert str(tmp_path) not in run(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))[1]
    alike = run(str(tmp_path / "a.txt"), str(tmp_path / "old" / "a.txt"), "--width", "200")[1]
    assert f"{tmp_path}/old/a.txt" in alike
