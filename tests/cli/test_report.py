"""The commands whose result goes to a file: report and export."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application

TWO = ("us-plan-reported", "ua-europe-reported")
BEGINNINGS = {
    ("report", *TWO, "-o", "a.html"): b"<!doctype html>",
    ("report", *TWO, "us-28-point", "-o", "a"): b"<!doctype html>",
    ("report", *TWO, "--topic", "territory", "-o", "a.html"): b"<!doctype html>",
    ("export", "map", TWO[0], "-o", "a.svg"): b"<svg",
    ("export", "strips", "us-28-point", "e3-counter", "--topic", "forces", "-o", "a.SVG"): b"<svg",
    ("export", "map", *TWO, "--scale", "0.5", "-o", "a.png"): b"\x89PNG",
    ("export", "findings", *TWO, "-o", "a.csv"): b"fingerprint,topic,kind",
    ("export", "terms", TWO[0], "-o", "a.csv"): b"document,date,status",
    ("export", "findings", *TWO, "-o", "a.jsonl"): b'{"schema_version": 1, "left_document"',
    ("export", "terms", TWO[0], "-o", "a.jsonl"): b'{"schema_version": 1, "document"',
    ("export", "findings", *TWO, "-o", "a.parquet"): b"PAR1",
    ("export", "terms", *TWO, "-o", "a.arrow"): b"ARROW1",
}
WRONG = {
    ("report", TWO[0], "-o", "a.html"): "two documents or more are needed",
    ("report", "-o", "a.html"): "Missing argument",
    ("report", *TWO): "Missing option '-o'",
    ("report", "us-28-pint", TWO[0], "-o", "a.html"): "did you mean 'us-28-point'?",
    ("export", "map", *TWO, "-o", "a.gif"): "names end in .svg for svg; .png for png",
    ("export", "map", *TWO, "--topic", "forces", "-o", "a.svg"): "No such option",
    ("export", "map", "ua-europe-reported", "gaza-plan", "-o", "a.svg"): "there is nothing to draw",
    ("export", "strips", TWO[0], "-o", "a.svg"): "two documents or more are needed",
    ("export", "pie", *TWO, "-o", "a.svg"): "No such command 'pie'",
    ("export", "map", *TWO, "-o", "a.png", "--scale", "nan"): "nan is not a number of pixels",
    ("export", "findings", TWO[0], "-o", "a.csv"): "two documents or more are needed",
    ("export", "terms", *TWO, "-o", "a"): ".csv for csv; .jsonl for json-lines; .parquet for parquet; .arrow for arrow",
    ("report", *TWO, "-o", "a.pdf"): "names end in .html, .htm for html",
    ("report", *TWO, "-o", "missing/a.html"): "cannot write",
}


@pytest.mark.parametrize("arguments", BEGINNINGS, ids=" ".join)
def test_a_file_is_written(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(application, arguments)
    if "needs a font" in result.stderr and not os.environ.get("CI"):
        pytest.skip("no font here (Debian: fonts-dejavu-core)")
    assert (result.exit_code, result.output) == (0, "")
    (written,) = tmp_path.iterdir()
    assert written.name == arguments[-1]
    assert written.read_bytes().startswith(BEGINNINGS[arguments])


@pytest.mark.parametrize("rows", ["findings", "terms"])
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_an_export_is_narrowed_to_topics(rows: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    arguments = ["export", rows, "us-28-point", "e3-counter", "--topic", "forces", "--topic", "justice"]
    CliRunner().invoke(application, [*arguments, "-o", str(path)], catch_exceptions=False)
    text = path.read_text(encoding="utf-8")
    held = csv.DictReader(text.splitlines()) if suffix == ".csv" else map(json.loads, text.splitlines())
    assert {row["topic"] for row in held} == {"forces", "justice"}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_writes_nothing(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(application, arguments)
    assert result.exit_code == 2
    assert WRONG[arguments] in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [("report", *TWO), ("export", "map", *TWO), ("export", "terms", *TWO)],
    ids=" ".join,
)
def test_a_file_that_stands_there_is_kept_without_force(arguments: tuple[str, ...], tmp_path: Path) -> None:
    written = {"report": "a.html", "map": "a.svg", "terms": "a.csv"}
    path = tmp_path / next(name for word, name in written.items() if word in arguments)
    path.write_text("kept", encoding="utf-8")
    result = CliRunner().invoke(application, [*arguments, "-o", str(path)])
    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == "kept"
    assert CliRunner().invoke(application, [*arguments, "-o", str(path), "--force"]).exit_code == 0
    assert path.read_text(encoding="utf-8") != "kept"
