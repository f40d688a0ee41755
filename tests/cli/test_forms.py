"""The negotiators' forms by ``proposals diff``: options, status files, files that stand there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application

MARKDOWN = ("--format", "markdown")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, ["diff", *arguments])
    return result.exit_code, result.output


def test_the_command_takes_a_compromise_and_a_base_without_a_format() -> None:
    code, text = run(
        "e3-counter", "--base", "us-28-point", "us-plan-reported", "--compromise", "twenty-point", *MARKDOWN
    )
    assert code == 0
    assert text.startswith("# Four-column document")
    assert "| Compromise, D: 20-point draft of Ukraine and the US, as read out |" in text


def test_the_command_writes_a_page_and_never_over_another(tmp_path: Path) -> None:
    out = tmp_path / "four.html"
    arguments = ("e3-counter", "--base", "us-28-point", "--form", "four-column", "-o", str(out))
    assert run("twenty-point", *arguments) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("twenty-point", *arguments)[0] == 2
    assert run("twenty-point", *arguments, "--force")[0] == 0
    assert list(tmp_path.iterdir()) == [out]


def test_the_command_writes_the_brief_of_two_documents_as_a_page_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    assert run("us-28-point", "e3-counter", "--form", "brief", "-o", str(out)) == (0, "")
    assert "more: proposals diff" not in out.read_text(encoding="utf-8")


def test_the_command_takes_a_status_file(tmp_path: Path) -> None:
    path = tmp_path / "status.yaml"
    path.write_text("status:\n- force-limit: UA\n  is: closed\n", encoding="utf-8")
    code, text = run("us-28-point", "e3-counter", "--status", str(path), "--topic", "forces", *MARKDOWN)
    assert code == 0
    assert "| closed |" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("a", "b", "c", "--form", "full"),
            "--form full compares two documents; these take more: brief, brackets, four-column, source-table",
        ),
        (("a", "b", "--form", "full", "--base", "c"), "need --form four-column"),
        (("a", "b", "--format", "json", "--base", "c"), "--format json is not available here; formats are text,"),
        (("a", "b", "--form", "brackets", "--compromise", "c"), "need --form four-column"),
        (("a", "b", "--form", "brackets", "--sources"), "need --form full, not --form brackets"),
        (("a", "b", "c", "--actor", "US"), "need --form brief or full of two documents"),
        (("us-28-point",), "two documents are needed, or one and a --base"),
        (("us-28-point", "e3-counter", "--format", "html", "--sheets"), "needs an Excel file"),
    ],
)
def test_options_that_do_not_go_together_are_told(arguments: tuple[str, ...], message: str) -> None:
    code, text = run(*arguments)
    assert code == 2
    assert message in text


def test_the_command_writes_bracketed_text() -> None:
    assert "[600,000 (US)]" in run("us-28-point", "e3-counter", "twenty-point", "--form", "brackets")[1]
