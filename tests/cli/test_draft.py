"""``proposals draft``: its files, its summary, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from proposals import library
from proposals.cli.app import application
from proposals.terms import KINDS

FIRST = str(Path(__file__).parents[1] / "golden" / "first-draft.txt")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(application, [*arguments])
    return result.exit_code, result.stdout, " ".join(result.stderr.split())


def test_a_draft_and_the_copy_that_it_quotes_are_written(tmp_path: Path) -> None:
    out = tmp_path / "leak.yaml"
    facts = ("--source", "publisher=The Gazette", "--source", "url=https://example.org/leak")
    code, text, summary = run("draft", FIRST, "-o", str(out), "--sides", "Russia,UA", "--date", "2026-01-15~", *facts)
    assert (code, text) == (0, "")
    assert summary == (
        "8 points: 5 with 5 terms. 11 values: 9 read from the words, 2 inferred. 6 gaps to decide; "
        "in 1 of them no kind of term was recognised. "
        "0 numbers that no numbering explains."
    )
    held = yaml.safe_load(out.read_text(encoding="utf-8"))
    assert held["sources"]["text"]["publisher"] == "The Gazette"
    assert held["title"] == "first-draft.txt (machine draft)"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["leak.text.txt", "leak.yaml"]
    assert run("check", str(out), "--quotations")[0] == 0
    document = library.load(str(out))
    assert document.drafted_by.startswith("proposals ")
    assert "machine draft" in run("diff", str(out), "us-28-point")[1]


def test_a_draft_that_is_called_complete_is_a_problem(tmp_path: Path) -> None:
    out = tmp_path / "leak.yaml"
    run("draft", FIRST, "-o", str(out))
    whole = out.read_text(encoding="utf-8").replace("coverage: partial", "coverage: complete")
    out.write_text(whole, encoding="utf-8")
    code, text, _ = run("check", str(out))
    assert code == 1
    assert "[unchecked-draft]" in text
    out.write_text(whole.replace("drafted-by", "# drafted-by"), encoding="utf-8")
    assert run("check", str(out))[0] == 0


def test_remarks_on_the_text_end_the_summary(tmp_path: Path) -> None:
    text = tmp_path / "plain.txt"
    text.write_text("Fighting stops.\n\nTalks begin.\n", encoding="utf-8")
    summary = run("draft", str(text), "-o", str(tmp_path / "leak.yaml"))[2]
    assert summary.endswith("the text has no numbers; its paragraphs are counted.")


def test_no_file_is_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "leak.yaml"
    assert run("draft", FIRST, "-o", str(out))[0] == 0
    code, _, message = run("draft", FIRST, "-o", str(out))
    assert code == 2
    assert "this file exists; --force overwrites it" in message
    assert run("draft", FIRST, "-o", str(out), "--force")[0] == 0


def test_an_empty_file_to_begin_with_has_no_problem(tmp_path: Path) -> None:
    out = tmp_path / "my-plan.yaml"
    assert run("draft", "--empty", "my-plan", "-o", str(out), "--date", "2026-01-15") == (0, "", "")
    code, text, _ = run("draft", "--empty", "my-plan", "--date", "2026-01-15")
    assert (code, text) == (0, out.read_text(encoding="utf-8"))
    assert run("check", str(out))[0] == 0
    out.write_text(re.sub("^# (?!lineage|struck)(?=[a-z-]+:)", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert run("check", str(out))[0] == 0
    assert library.load(str(out)).authors == ("CH",)
    assert all(f"# - {kind}: " in text for kind in KINDS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--empty", "My Plan"), "'My Plan' is not an id"),
        (
            ("--empty", "my-plan", "--sides", "RU,UA"),
            "--empty takes no text, no --sides, no --source, no --drafter and no --like",
        ),
        (("--empty", "my-plan", FIRST), "--empty takes no text"),
        ((), "name the text and the file to write"),
        ((FIRST,), "name the text and the file to write"),
    ],
)
def test_what_an_empty_file_does_not_take_is_refused(arguments: tuple[str, ...], message: str) -> None:
    code, _, text = run("draft", *arguments)
    assert code == 2
    assert message in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "leak.txt"), "'leak.txt' cannot be the name of a draft; write -o leak.yaml"),
        (("-o", "My Leak.yaml"), "'My Leak.yaml' cannot be the name of a draft"),
        (("-o", "leak.yaml", "--sides", "RU"), "name two sides, such as RU,UA"),
        (("-o", "leak.yaml", "--sides", "RU,Ukrane"), "no actor is called 'Ukrane'"),
        (("-o", "leak.yaml", "--source", "publsher=x"), "did you mean 'publisher'?"),
        (("-o", "leak.yaml", "--source", "sha256=x"), "one of: publisher, title, date"),
        (("-o", "leak.yaml", "--source", "publisher"), "'publisher' is not KEY=VALUE of a source"),
        (("-o", "leak.yaml", "--date", "yesterday"), "'yesterday' is not"),
    ],
)
def test_what_cannot_be_drafted_so_is_refused(arguments: tuple[str, ...], message: str) -> None:
    code, _, text = run("draft", FIRST, *arguments)
    assert code == 2
    assert message in text


def test_the_text_is_shown_beside_its_coding(tmp_path: Path) -> None:
    out = tmp_path / "leak.yaml"
    run("draft", FIRST, "-o", str(out), "--sides", "RU,UA")
    code, text, _ = run("show", str(out), "--text", "--format", "markdown")
    assert code == 0
    assert "8 points, 3 without a term." in text
    assert "| 1 | All fighting stops within 72 hours of signature, on land, at sea and in the air. | Russia and" in text
    assert "**to decide:** it speaks of" in text
    written = out.read_text(encoding="utf-8")
    out.write_text(f"{written.replace('point: ' + repr('1'), 'point: 99')}", encoding="utf-8")
    without = re.sub(r"\ngaps:.*", "", out.read_text(encoding="utf-8"), flags=re.DOTALL)
    out.write_text(without, encoding="utf-8")
    text = run("show", str(out), "--text", "--format", "markdown")[1]
    assert "## under no point of the text" in text
    assert "| nothing |" in text


def test_only_the_text_that_was_quoted_is_shown(tmp_path: Path) -> None:
    out = tmp_path / "leak.yaml"
    run("draft", FIRST, "-o", str(out))
    (tmp_path / "leak.text.txt").write_text("another\n", encoding="utf-8")
    code, _, message = run("show", str(out), "--text")
    assert code == 2
    assert "this is not the text that 'leak' quotes: its hash differs" in message
    code, _, message = run("show", "us-28-point", "us-28-point", "--text")
    assert code == 2
    assert "--text shows one document, and no other list with it" in message
    out.write_text("format: 2\nid: own\ntitle: Own\ndate: 2026\n", encoding="utf-8")
    code, _, message = run("show", str(out), "--text")
    assert code == 2
    assert "'own' has no source with a 'file'" in message


@pytest.mark.parametrize("there", ["leak.yaml", "leak.text.txt"])
def test_nothing_is_written_where_either_file_exists(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    code, _, message = run("draft", FIRST, "-o", str(tmp_path / "leak.yaml"))
    assert code == 2
    assert f"{there}: this file exists; --force overwrites it" in message
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [(there, "mine")]


def test_a_text_from_standard_input_is_called_so(tmp_path: Path) -> None:
    target = tmp_path / "leak.yaml"
    result = CliRunner().invoke(
        application, ["draft", "-", "-o", str(target)], input="1. Elections are held in Ukraine."
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert yaml.safe_load(target.read_text())["title"] == "standard input (machine draft)"
    assert (tmp_path / "leak.text.txt").read_text() == "1. Elections are held in Ukraine.\n"


def test_the_sides_of_the_title_are_told_and_a_text_that_is_not_english(tmp_path: Path) -> None:
    text, out = tmp_path / "plan.txt", str(tmp_path / "leak.yaml")
    text.write_text(
        "Agreement between Ukraine and Russia\n\n1. All fighting stops.\n\n2. Talks begin.\n", encoding="utf-8"
    )
    assert "The two sides are read from “Ukraine and Russia”; name others" in run("draft", str(text), "-o", out)[2]
    assert "The two sides" not in run("draft", str(text), "-o", out, "--force", "--sides", "RU,UA")[2]
    text.write_text("A plan for Ukraine\n\n1. Elections are held.\n2. Talks.\n", encoding="utf-8")
    told = run("draft", str(text), "-o", out, "--force")[2]
    assert told.startswith(
        "Some points name no country; “Ukraine” is inferred for them from the words above the points."
    )
    text.write_text("1. Росія виводить війська.\n\n2. NATO.\n", encoding="utf-8")
    assert run("draft", str(text), "-o", out, "--force")[2].startswith("The text is not in English: its points and")
