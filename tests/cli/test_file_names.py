from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.commands import front

REPORTED = ("us-plan-reported", "ua-europe-reported")
REAL = ("us-28-point", "e3-counter", "twenty-point")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(front, ["diff", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("options", "name", "start"),
    [
        ((), "x.html", "<!DOCTYPE html>"),
        ((), "X.HTM", "<!DOCTYPE html>"),
        (("--base", "us-28-point"), "x.html", "<!DOCTYPE html>"),
        (("--base", "us-28-point"), "x.md", "# Four-column document"),
        ((), "x.json", '{"schema_version": 1,'),
        ((), "x.md", "# us-plan-reported and ua-europe-reported"),
        ((), "x.txt", "us-plan-reported and ua-europe-reported"),
        (("--format", "brackets"), "x.md", "# Bracketed text"),
        (("--format", "source-table"), "x.html", "<!DOCTYPE html>"),
    ],
)
def test_the_name_of_the_file_picks_the_form_where_none_is_asked_for(
    tmp_path: Path,
    options: tuple[str, ...],
    name: str,
    start: str,
) -> None:
    out = tmp_path / name
    assert run(*REPORTED, *options, "-o", str(out)) == (0, "")
    assert "".join(out.read_text(encoding="utf-8").split("\n  ")).startswith(start)


def test_three_documents_need_only_the_name_of_the_page(tmp_path: Path) -> None:
    out = tmp_path / "x.html"
    assert run(*REAL, "-o", str(out)) == (0, "")
    page = out.read_text(encoding="utf-8")
    assert "<h1>Texts side by side</h1>" in page
    assert re.search(r"<p>US: .*, whole text known, \d+ gaps listed</p>", page)
    assert re.search(r"<p>twenty-point: .*, known in part, \d+ gaps listed</p>", page)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a", "b", "--format", "text", "-o", "x.html"), "a .html file holds a table"),
        (("a", "b", "--format", "json", "-o", "x.HTM"), "a .htm file holds a table"),
        (("a", "b", "--format", "markdown", "-o", "x.html"), "file holds a table"),
        (("a", "b", "--format", "brackets", "-o", "x.html"), "file holds a table"),
        (("a", "b", "--exit-code", "-o", "x.html"), "do not belong"),
        (("a", "b", "--base", "c", "-o", "x.json"), "takes two documents"),
    ],
)
def test_what_cannot_stand_in_a_file_of_that_name_is_told(arguments: tuple[str, ...], message: str) -> None:
    code, text = run(*arguments)
    assert code == 2
    assert message in text
