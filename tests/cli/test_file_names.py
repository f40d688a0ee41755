"""The ending of a file's name and its form: one rule for all commands."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from every_command import LEAVES
from proposals.cli.app import application

REPORTED = ("us-plan-reported", "ua-europe-reported")
REAL = ("us-28-point", "e3-counter", "twenty-point")
SAMPLES = {
    "list": (),
    "show": (REPORTED[0],),
    "diff": REPORTED,
    "timeline": (),
    "check": (str(Path(__file__).parent.parent / "golden" / "left.yaml"),),
    "explain": ("de", "facto"),
    "export schema": (),
    "matrix": REPORTED,
    "trace": REPORTED,
    "burdens": REPORTED,
    "similarity": REPORTED,
    "report": REPORTED,
    "export map": REPORTED,
    "export strips": REPORTED,
    "export terms": REPORTED,
    "export findings": REPORTED,
}
"""Arguments with which each command that writes files has something to write."""
PAGED = [name for name, command in LEAVES.items() if "asked" in {param.name for param in command.params}]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, arguments)
    return result.exit_code, result.output


def test_every_command_that_writes_a_file_is_here() -> None:
    writing = {name for name, one in LEAVES.items() if "output" in {param.name for param in one.params}}
    assert writing - {"draft"} == set(SAMPLES)  # which writes one form, beside a copy of the text
    assert set(PAGED) == {name for name in SAMPLES if not name.startswith(("report", "export"))}


@pytest.mark.parametrize("command", SAMPLES)
@pytest.mark.parametrize("name", ["x.pdf", "x.exe", "x.csvx"])
def test_an_ending_that_no_form_has_is_refused_by_every_command(command: str, name: str, tmp_path: Path) -> None:
    code, text = run(*command.split(), *SAMPLES[command], "-o", str(tmp_path / name))
    assert code == 2
    assert re.search(r"the (file )?name '.*'; names end in (\.\w+, )*\.\w+ for (\w|-)+", " ".join(text.split()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", PAGED)
@pytest.mark.parametrize(
    ("name", "form"),
    [("x.JSON", "json"), ("x.md", "markdown"), ("x.txt", "text"), ("x", "text")],
)
def test_the_ending_picks_the_form(command: str, name: str, form: str, tmp_path: Path) -> None:
    out = tmp_path / name
    assert run(*command.split(), *SAMPLES[command], "-o", str(out)) == (0, "")
    assert (
        out.read_text(encoding="utf-8")
        == run(*command.split(), *SAMPLES[command], "--format", form, "--width", "80")[1]
    )


@pytest.mark.parametrize("command", PAGED)
@pytest.mark.parametrize(
    ("form", "name"),
    [("text", "x.html"), ("text", "x.json"), ("json", "x.md"), ("markdown", "x.txt")],
)
def test_a_format_that_the_ending_contradicts_is_refused(command: str, form: str, name: str, tmp_path: Path) -> None:
    code, text = run(*command.split(), *SAMPLES[command], "--format", form, "-o", str(tmp_path / name))
    assert code == 2
    assert f"--format {form} does not fit the file name" in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", PAGED)
def test_every_form_stands_in_a_file_whose_name_has_no_ending(command: str, tmp_path: Path) -> None:
    (form,) = (param for param in LEAVES[command].params if param.name == "asked")
    assert isinstance(form.type, click.Choice)
    for one in form.type.choices:
        out = tmp_path / one
        assert run(*command.split(), *SAMPLES[command], "--format", str(one), "-o", str(out)) == (0, "")
        assert out.stat().st_size > 0


def test_a_document_goes_into_yaml_and_its_disputes_alone_do_not(tmp_path: Path) -> None:
    out = str(tmp_path / "x.yml")
    assert run("show", REAL[0], "--disputes", "-o", out)[0] == 2
    assert run("show", REAL[0], "-o", out) == (0, "")
    assert run("show", out)[0] == 0


@pytest.mark.parametrize(
    ("options", "name", "start"),
    [
        ((), "x.html", "<!DOCTYPE html>"),
        ((), "X.HTM", "<!DOCTYPE html>"),
        (("--base", "us-28-point"), "x.html", "<!DOCTYPE html>"),
        (("--base", "us-28-point"), "x.md", "# Four-column document"),
        ((), "x.json", '{"schema_version": 1,'),
        ((), "x.md", "# US plan as reported in the base document and Position of"),
        ((), "x.txt", "A  US plan as reported in the base document (reported"),
        (("--form", "brackets"), "x.md", "# Bracketed text"),
        (("--form", "brackets"), "x.txt", "# Bracketed text"),
        (("--form", "source-table"), "x.html", "<!DOCTYPE html>"),
        (("--form", "source-table"), "x.md", "# Source table"),
        (("--form", "source-table"), "x.txt", "Source table"),
        (("--base", "us-28-point"), "x.txt", "Four-column document"),
    ],
)
def test_a_comparison_has_more_forms(tmp_path: Path, options: tuple[str, ...], name: str, start: str) -> None:
    out = tmp_path / name
    assert run("diff", *REPORTED, *options, "-o", str(out)) == (0, "")
    assert "".join(out.read_text(encoding="utf-8").split("\n  ")).startswith(start)


def test_three_documents_need_only_the_name_of_the_page(tmp_path: Path) -> None:
    out = tmp_path / "x.html"
    assert run("diff", *REAL, "-o", str(out)) == (0, "")
    page = out.read_text(encoding="utf-8")
    assert "<h1>Texts side by side</h1>" in page
    assert re.search(r"Not established: \d+ points or fields of A, \d+ of B, \d+ of C\.", page)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a", "b", "--format", "markdown", "-o", "x.html"), "--format markdown does not fit the file name"),
        (("a", "b", "--form", "brackets", "-o", "x.docx"), "names end in .txt for text; .md for markdown"),
        (("a", "b", "--form", "four-column", "-o", "x.json"), "no format fits the name"),
        (("a", "b", "--form", "four-column", "--exit-code", "-o", "x.html"), "need --form brief or full"),
        (("a", "b", "c", "--form", "full", "-o", "x.md"), "--form full compares two documents"),
        (("a", "b", "--base", "c", "-o", "x.json"), ".html, .htm for html; .docx for docx; .xlsx for xlsx"),
        (("a", "b", "--sheets", "-o", "x.txt"), "--sheets needs an Excel file"),
    ],
)
def test_what_cannot_stand_in_a_file_of_that_name_is_told(arguments: tuple[str, ...], message: str) -> None:
    code, text = run("diff", *arguments)
    assert code == 2
    assert message in text
