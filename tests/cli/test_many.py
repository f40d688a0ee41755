from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from proposals.cli.app import application
from proposals.reports.formats.text_layout import width_of

HERE = Path(__file__).parent.parent / "golden"
PLANS = ("us-28-point", "e3-counter", "twenty-point")
REPORTED = ("us-plan-reported", "ua-europe-reported")
MADE_UP = ("left.yaml", "right.yaml", "measures-third.yaml")

COMMANDS: dict[str, tuple[str, ...]] = {
    "measures-matrix.txt": ("matrix", *MADE_UP, "--width", "80"),
    "measures-matrix.md": ("matrix", *MADE_UP, "--format", "markdown", "--only-disagreements"),
    "measures-matrix-topics.txt": ("matrix", *MADE_UP, "--by", "topic", "--width", "60"),
    "measures-matrix-topics.md": ("matrix", *MADE_UP, "--by", "topic", "--format", "markdown", "--only-disagreements"),
    "measures-matrix.json": ("matrix", *MADE_UP, "--topic", "forces", "--format", "json"),
    "measures-trace.txt": ("trace", *MADE_UP, "--toward", "right.yaml", "--mediator", "TR", "--width", "80"),
    "measures-trace.json": ("trace", *MADE_UP[:2], "--toward", MADE_UP[2], "--topic", "forces", "--format", "json"),
    "measures-burdens.txt": ("burdens", "left.yaml", "right.yaml", "--width", "80"),
    "measures-burdens.json": ("burdens", *REPORTED, "--actor", "RU", "--format", "json"),
    "measures-similarity.txt": ("similarity", *MADE_UP, "--weights", "measures-weights.yaml", "--width", "80"),
    "measures-similarity.json": ("similarity", *REPORTED, "--format", "json"),
}
"""The arguments whose output each file holds; paths are relative to the folder of the golden files."""


@pytest.fixture(autouse=True)
def _beside_the_golden_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(application, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def told(*arguments: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(run(*arguments, "--format", "json"))
    return held


@pytest.mark.parametrize("name", COMMANDS)
def test_every_report_is_as_it_was_approved(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, run(*COMMANDS[name]))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt")])
def test_no_line_is_wider_than_asked(name: str) -> None:
    width = int(COMMANDS[name][COMMANDS[name].index("--width") + 1])
    assert max(map(width_of, (HERE / name).read_text(encoding="utf-8").splitlines())) <= width


def test_nothing_is_dropped_or_silent_that_is_not_reported() -> None:
    for command in ("matrix", "trace", "burdens"):
        words = run(command, *REPORTED).casefold()
        assert "not reported" in words or "no longer reported" in words
        assert not any(word in words for word in ("dropped", "falls silent", "removed", "rejects"))


def estimates(held: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a JSON report that holds a similarity."""
    if isinstance(held, dict):
        if "low" in held or ("value" in held and "least" not in held):
            yield held
        held = list(held.values())
    for one in held if isinstance(held, list) else ():
        yield from estimates(one)


def test_no_similarity_stands_without_its_count_and_interval() -> None:
    pairs = told("similarity", *PLANS)["pairs"]
    found = list(estimates(pairs))
    assert len(found) > 30
    for one in found:
        assert {"value", "missing", "shared", "total", "low", "high"} <= set(one)
        assert (one["value"] is None) is (one["missing"] is not None)
    words = " ".join(run("similarity", *PLANS).split())
    values = re.findall(r"[01]\.\d\d over \d+ of \d+ terms?; possible range [01]\.\d\d-[01]\.\d\d", words)
    unknown = words.count("no estimate, ")
    assert len(values) + unknown == words.count("; possible range ") > 30
    rest = re.sub("|".join(map(re.escape, values)), "", words)
    assert not re.search(r"[01]\.\d\d over", rest)


def test_the_positions_of_the_base_document_say_how_little_is_known() -> None:
    words = run("similarity", *REPORTED, "--width", "120")
    assert "no estimate, only 1 of 5 terms; possible range 0.05-0.96" in words


def test_the_trace_of_the_plans_tells_whose_value_the_last_holds() -> None:
    held = told("trace", *PLANS, "--toward", "e3-counter")
    assert [document["id"] for document in held["documents"]] == list(PLANS)
    limit = next(path for path in held["paths"] if path["kind"] == "force-limit")
    assert (limit["outcome"]["held"], limit["outcome"]["documents"]) == ("an earlier draft's", ["e3-counter"])
    assert (limit["gaps"][0]["start"], limit["gaps"][0]["end"]) == ("200000", "0")
    assert {topic["topic"] for topic in held["topics"]} >= {"forces", "territory", "nuclear"}


def test_the_trace_of_the_plans_reads_as_a_sentence() -> None:
    words = " ".join(run("trace", *PLANS, "--toward", "e3-counter", "--width", "200").split())
    assert "Limit on Ukraine's armed forces · C: as in B" in words
    assert "C (Ukraine and United States) closes 200,000" in words
    assert "as far as reported" in words


def test_a_step_of_either_side_closes_or_opens(tmp_path: Path) -> None:
    drafts = {"ours": ("UA", 8, 1), "theirs": ("RU", 4, 2), "again": ("UA", 9, 3), "last": ("RU", 7, 4)}
    for name, (author, number, day) in drafts.items():
        terms = f"terms:\n- force-limit: UA\n  personnel: {number}\n"
        held = f"id: {name}\ntitle: T\ndate: 2030-01-0{day}\nauthors: {author}\n{terms}"
        (tmp_path / f"{name}.yaml").write_text(held, encoding="utf-8")
    paths = [str(tmp_path / f"{name}.yaml") for name in drafts]
    words = " ".join(run("trace", paths[0], *paths[2:], "--toward", paths[1], "--width", "200").split())
    assert "4 persons from D at first, 2 at last" in words
    assert "B (Ukraine) opens 1; C (Russia) closes 3 on the side of D" in words


def test_only_disagreements_say_how_many_are_shown() -> None:
    words = run("matrix", *MADE_UP, "--only-disagreements")
    assert "Shown below: 10 of 15 rows." in words
    assert "all the same ·" not in words
    assert "Shown below: 2 of 15 rows." in run("matrix", *MADE_UP, "--topic", "forces")


def test_the_ledger_of_the_plans_counts_for_each() -> None:
    accounts = {one["actor"]["id"]: one for one in told("burdens", *PLANS[:2])["accounts"] if one["actor"]}
    for actor in ("UA", "RU", "US", "NATO", "Europe"):
        assert sum(accounts[actor]["counts"][0].values()) > 0


def test_an_actor_is_shown_with_its_groups_only() -> None:
    accounts = told("burdens", "us-28-point", "e3-counter", "--actor", "United States")["accounts"]
    ids = [one["actor"]["id"] for one in accounts]
    assert "US" in ids
    assert "NATO" in ids
    assert "UA" not in ids


def test_topics_narrow_what_is_shown() -> None:
    assert {row["topic"] for row in told("matrix", *PLANS, "--topic", "forces")["rows"]} == {"forces"}
    held = told("trace", *PLANS, "--topic", "forces")
    assert {path["topic"] for path in held["paths"]} == {"forces"} == {one["topic"] for one in held["topics"]}


def test_the_most_that_is_shown_can_be_none() -> None:
    words = run("similarity", *REPORTED, "--most", "0")
    assert "swing" not in words
    assert "questions" not in words


def test_documents_without_terms_say_so(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"id: {name}\ntitle: Nothing\ndate: 2030\n", encoding="utf-8")
        files.append(str(path))
    assert "No document has a term that is known." in run("matrix", *files)
    table = run("matrix", *files, "--format", "markdown")
    head = [
        f"- **{letter}**: Nothing ({name}; unverified 2030; known in part; no gap listed)"
        for letter, name in (("A", "a"), ("B", "b"))
    ]
    assert table.splitlines() == [
        "# Nothing and Nothing",
        "",
        *head,
        "",
        "## rows: 0",
        "",
        "No document has a term that is known.",
    ]
    assert "No draft has such a term that is known." in run("trace", *files)
    assert "No term that is known lays anything on anyone" in run("burdens", *files)
    assert "no estimate, 0 of 0 terms" in run("similarity", *files)


def test_a_matrix_has_a_column_for_each_document_where_they_fit() -> None:
    wide = run("matrix", *PLANS, "--topic", "forces", "--width", "200").splitlines()
    head = next(line for line in wide if line.split() == ["A", "B", "C"])
    limit = next(line for line in wide if "limited to 600,000 personnel" in line)
    for letter in "ABC":
        assert limit[head.index(letter) :].startswith("Ukraine's armed forces would be limited to ")
    four = (*PLANS, "us-plan-reported")
    assert max(map(width_of, run("matrix", *four, "--width", "80").splitlines())) <= 80
    narrow = run("matrix", *four, "--topic", "forces", "--width", "80")
    assert "    A  Ukraine's armed forces would be limited to 600,000 personnel. [6]\n" in narrow
    assert "    D  not reported\n" in narrow


@pytest.mark.parametrize("command", ["matrix", "trace", "similarity"])
def test_one_document_is_too_few(command: str) -> None:
    result = CliRunner().invoke(application, [command, "us-28-point"])
    assert result.exit_code == 2
    assert "two documents or more are needed" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("trace", *REPORTED, "--mediator", "Narnia"),
        ("burdens", REPORTED[0], "--actor", "Narnia"),
        ("similarity", *REPORTED, "--weights", "missing.yaml"),
        ("similarity", *REPORTED, "--weights", "left.yaml"),
        ("matrix", "us-28-pont", "e3-counter"),
    ],
)
def test_what_cannot_be_used_ends_with_two_and_one_message(arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(application, list(arguments))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("proposals: ")


def test_a_report_goes_to_a_file_whole_and_not_over_another(tmp_path: Path) -> None:
    path = tmp_path / "matrix.md"
    arguments = ["matrix", *REPORTED, "--format", "markdown", "-o", str(path)]
    assert run(*arguments) == ""
    first = path.read_text(encoding="utf-8")
    assert first.startswith("# US plan as reported in the base document and Position of")
    assert CliRunner().invoke(application, arguments).exit_code == 2
    assert path.read_text(encoding="utf-8") == first
    assert run(*arguments, "--force") == ""


def test_markdown_lets_nothing_of_a_value_act(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> | [x](javascript:alert)"
    files = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.yaml"
        terms = f'- force-limit: UA\n  stance: accepts if\n  if: "{hostile} {name}"\n'
        path.write_text(f"id: {name}\ntitle: T\ndate: 2030\nterms:\n{terms}", encoding="utf-8")
        files.append(str(path))
    for command in ("matrix", "trace", "burdens", "similarity"):
        words = run(command, *files, "--format", "markdown")
        assert "<script>" not in words
        assert "[x](javascript" not in words


@pytest.mark.parametrize("name", ["us-28-point", "e3-counter"])
def test_a_matrix_by_question_has_what_each_document_answers(name: str) -> None:
    arguments = ["matrix", name, "twenty-point", "--by", "question", "--topic", "territory", "--width", "200"]
    out = " ".join(CliRunner().invoke(application, arguments, catch_exceptions=False).output.split())
    assert "Where do the forces of Russia and Ukraine stop?" in out
    assert "Who withdraws from the Ukrainian-held part of the Donetsk region?" in out
    assert "with heavy forces pulled back" in out
    assert "not reported" in out


def test_coders_are_two_and_take_no_weights(tmp_path: Path) -> None:
    weights = tmp_path / "weights.yaml"
    weights.write_text("forces: 2\n")
    for wrong in (
        (*PLANS, "--coders"),
        (*REPORTED, "--coders", "--weights", str(weights)),
        (*REPORTED, "--coders", "--nearest", "1"),
    ):
        result = CliRunner().invoke(application, ["similarity", *wrong])
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--coders takes two codings of one text, and neither --weights nor --nearest" in result.stderr


def test_the_nearest_of_all_and_of_a_folder(tmp_path: Path) -> None:
    words = run("similarity", "us-28-point", "--nearest", "3", "--width", "100")
    assert "Compared with 20 documents." in words
    assert "0.55 over 46 of 51 terms; possible range 0.48-0.62" in words
    for name in ("us-28-point", "e3-counter"):
        held = Path("../../data/proposals") / f"{name}.yaml"
        (tmp_path / held.name).write_text(held.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text("title: T\n", encoding="utf-8")
    arguments = ["similarity", "us-28-point", str(tmp_path), "--nearest", "1", "--format", "json"]
    result = CliRunner().invoke(application, arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"proposals: left out: {tmp_path}/wrong.yaml:1:1: ")
    found = json.loads(result.stdout)
    assert [one["document"]["id"] for one in found["neighbours"]] == ["e3-counter"]
    assert (found["total"], found["unranked"]) == (1, 0)


def test_a_cell_of_a_question_has_each_sentence_once_and_a_title_only_where_none_names_the_subject() -> None:
    plans = ("us-28-point", "e3-counter", "european-24-point")
    told = run("matrix", *plans, "--by", "question", "--topic", "territory", "--format", "markdown")
    cells = [cell.strip() for line in told.splitlines() if line.startswith("| ≠ split") for cell in line.split("|")]
    assert any(cell.startswith("The United States and others would recognise Crimea") for cell in cells)
    assert any(
        cell.startswith("Status of the Ukrainian-held part of the Donetsk region: Deletes this.") for cell in cells
    )
    assert {cell.count("would hold talks on territory") for cell in cells} == {0, 1}
