"""``proposals list``: words, questions, and the index of a collection."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application
from proposals.corpus import precedents

TEXT = "format: 2\nid: {0}\ntitle: The {0}\ndate: 2026-01-15\ncoverage: {1}\nterms:\n- neutrality: land\n"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(application, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    (tmp_path / "proposals").mkdir()
    (tmp_path / "actors.yaml").write_text("land: {name: the land, kind: state}\n", encoding="utf-8")
    for name, coverage in (("first", "complete"), ("second", "partial")):
        (tmp_path / "proposals" / f"{name}.yaml").write_text(TEXT.format(name, coverage), encoding="utf-8")
    return tmp_path


def test_words_are_found_with_a_passage() -> None:
    words = run("list", "--find", "amnest* war", "--width", "120")
    assert "us-28-point" in words
    assert "…" in words
    assert "e3-counter" not in run("list", "us-28-point", "--find", "amnest*")
    assert run("list", "--find", "xyzzy") == "No document has these words.\n"
    found = json.loads(run("list", "--find", "amnest*", "--format", "json"))["proposals"]
    assert {"id", "terms_known", "passage"} <= found[0].keys()


def test_questions_are_counted(collection: Path) -> None:
    words = run("--collection", str(collection), "--alone", "list", "--questions")
    assert "Questions addressed in 2 documents" in words
    assert "membership of alliances  2 of 2        0       0" in words
    second = str(collection / "proposals" / "second.yaml")
    both = run("--collection", str(collection), "list", "us-28-point", second, "--questions", "--format", "json")
    sizes = next(one for one in json.loads(both)["questions"] if one["question"] == "size-of-forces")
    assert (sizes["answered"], sizes["silent"], sizes["unreported"]) == (1, 0, 1)
    (collection / "proposals" / "first.yaml").unlink()
    (collection / "proposals" / "second.yaml").unlink()
    assert "Questions addressed in 0 documents" in run(
        "--collection", str(collection), "--alone", "list", "--questions"
    )


def test_those_are_listed_that_address_a_question(collection: Path) -> None:
    def ids(*arguments: str) -> list[str]:
        listed = json.loads(run("list", *arguments, "--format", "json"))["proposals"]
        return [one["id"] for one in listed]

    waters, war = ("--question", "use-of-waters"), ("--question", "acts-in-the-war")
    some = ("european-24-point", "minsk-2", "us-plan-reported")
    counted = {one["question"]: one for one in json.loads(run("list", "--questions", "--format", "json"))["questions"]}
    assert len(ids(*waters)) == counted["use-of-waters"]["answered"] > 0
    assert (ids(*some, *waters), ids(*some, *war)) == (["european-24-point"], ["minsk-2"])
    assert ids(*some, *waters, *war) == ["european-24-point", "minsk-2"]
    assert run("list", "us-plan-reported", *war) == "No document is known to address this.\n"
    here = ("--collection", str(collection), "--alone", "list", "--question", "military-alliances")
    assert run(*here, "--index") == run(*here) == run("--collection", str(collection), "--alone", "list")


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--find", "the"), ("--questions",)])
def test_an_index_changes_no_answer(collection: Path, options: tuple[str, ...]) -> None:
    command = ("--collection", str(collection), "list")
    before = run(*command, *options)
    assert run(*command, "--index", *options) == before
    assert (collection / "index.sqlite").exists()
    assert run(*command, *options) == before


def test_an_index_that_cannot_be_written_is_refused_where_it_is_asked_for(collection: Path) -> None:
    (collection / "index.sqlite").mkdir()
    command = ["--collection", str(collection), "--alone", "list"]
    result = CliRunner().invoke(application, [*command, "--index"])
    assert (result.exit_code, result.stdout) == (2, "")
    message = "cannot write this index; without '--index' the answers are the same"
    assert result.stderr == f"proposals: {collection}/index.sqlite: {message}\n"
    assert "The first" in run(*command)


@pytest.mark.parametrize(
    "options", [(), ("--format", "json"), ("--find", "the"), ("--questions",), ("--lineage",), ("--index",)]
)
def test_a_wrong_file_is_left_out_of_every_list(collection: Path, options: tuple[str, ...]) -> None:
    command = ["--collection", str(collection), "--alone", "list", *options]
    before = run(*command)
    (collection / "index.sqlite").unlink(missing_ok=True)
    (collection / "proposals" / "middle.yaml").write_text("format: 2\n- no\n", encoding="utf-8")
    for _ in range(2):
        result = CliRunner().invoke(application, command)
        assert (result.exit_code, result.stdout) == (2, before)
        assert result.stderr.startswith(f"proposals: left out: {collection}/proposals/middle.yaml:2:1: not YAML")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--find", "a", "--questions"), "separate lists"),
        (("--find", "", "--lineage"), "separate lists"),
        (("--question", "acts-in-war"), "no question is called 'acts-in-war' (did you mean 'acts-in-the-war'?)"),
        (("--question", "acts-in-the-war", "--questions"), "separate lists"),
        (("--index",), "--index is for all documents of an opened collection"),
        (("us-28-point", "--index"), "--index is for all documents of an opened collection"),
        (("--find", "-"), "has no word to search for"),
    ],
)
def test_what_does_not_go_together_is_refused(options: tuple[str, ...], message: str) -> None:
    result = CliRunner().invoke(application, ["list", *options])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_precedents_are_counted_for_all_questions_or_those_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "pax.csv"
    path.write_text("AgtId,CeProv,TjAm,Wat\n1,1,0,0\n2,0,0,1\n3,1,0,0\n", encoding="utf-8")
    words = run("list", "--precedents", str(path), "--width", "140")
    assert "Precedents in 3 agreements" in words
    assert "Source: PA-X Peace Agreements Database and Dataset, https://www.peaceagreements.org" in words
    assert "that is neither silence nor a refusal, and counts as neither" in " ".join(words.split())
    assert "2 of 3" in words
    assert "1 of 3" in words
    assert "This file does not have the columns" in words
    columns = [column for one in precedents.codings()[1].coded for column in one.columns]
    whole = tmp_path / "ucdp.csv"
    whole.write_text(",".join(["paid", *columns]) + "\n1" + ",1" * len(columns) + "\n", encoding="utf-8")
    assert "does not have the columns" not in run("list", "--precedents", str(whole))
    narrowed = json.loads(run("list", "us-28-point", "--precedents", str(path), "--format", "json"))
    assert [one["question"] for one in narrowed["questions"]] == ["ceasefire", "acts-in-the-war", "use-of-waters"]
    assert "codes none of these questions" in run("list", "article-5-side-paper", "--precedents", str(path))
