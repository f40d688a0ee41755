"""Whole reports as they were read and approved; ``pytest --update-golden`` writes them anew.

Those of the three whole plans are here where they are cut to a topic or two. The forms that are short enough as a whole
are held byte for byte where the manual keeps them as examples: tests/docs/test_examples.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from proposals.cli.app import application
from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.library.bundled import bundled, load
from proposals.reports.formats import tables
from proposals.reports.formats.text_layout import width_of
from proposals.reports.html_report.report import Surroundings, render
from proposals.reports.records import flat
from proposals.vocabulary import Topic

HERE = Path(__file__).parent.parent / "golden"
REPORTED = ("diff", "us-plan-reported", "ua-europe-reported")
MADE_UP = ("diff", "left.yaml", "right.yaml")
TEXTS = ("diff", "first-draft.txt", "second-draft.md")

THREE = ("us-28-point", "e3-counter", "twenty-point")
IN_PART = ("--topic", "forces", "--topic", "justice")
COLUMNS = ("diff", *THREE[1:], "--base", THREE[0], *IN_PART)

COMMANDS: dict[str, tuple[str, ...]] = {
    "reported-40.txt": (*REPORTED, "--full", "--width", "40"),
    "reported-80.txt": (*REPORTED, "--full", "--width", "80"),
    "reported-200.txt": (*REPORTED, "--full", "--width", "200"),
    "reported-fr-80.txt": (*REPORTED, "--full", "--width", "80", "--language", "fr"),
    "plans-fr-four-column-80.txt": (*COLUMNS, "--width", "80", "--language", "fr"),
    "plans-fr-burdens.txt": (
        "burdens",
        "us-28-point",
        "twenty-point",
        "--actor",
        "NATO",
        "--width",
        "80",
        "--language",
        "fr",
    ),
    "reported-fr-similarity.txt": ("similarity", *REPORTED[1:], "--width", "80", "--language", "fr"),
    "reported-fr-show.txt": ("show", "us-plan-reported", "--width", "80", "--language", "fr"),
    "reported.json": (*REPORTED, "--format", "json"),
    "reported.md": (*REPORTED, "--full", "--format", "markdown"),
    "made-up-40.txt": (*MADE_UP, "--full", "--width", "40"),
    "made-up-80.txt": (*MADE_UP, "--width", "80", "--sources"),
    "made-up-200.txt": (*MADE_UP, "--full", "--width", "200"),
    "made-up.json": (*MADE_UP, "--format", "json"),
    "made-up.md": (*MADE_UP, "--format", "markdown", "--sources"),
    "made-up-show.txt": ("show", "right.yaml", "--width", "80", "--sources"),
    "made-up-check.txt": ("check", "left.yaml", "right.yaml", "--quotations", "--width", "80"),
    "wrong-check.txt": ("check", "wrong.yaml", "--width", "80"),
    "plans-twenty-80.txt": ("diff", "us-28-point", "twenty-point", *IN_PART, "--full", "--width", "80"),
    "brief-two-100.txt": ("diff", *THREE[:2], "--width", "100"),
    "brief-two-40.txt": ("diff", *THREE[:2], *IN_PART, "--width", "40"),
    "brief-two.md": ("diff", *THREE[:2], *IN_PART, "--format", "markdown"),
    "brief-three-100.txt": ("diff", *THREE, "--width", "100"),
    "texts-80.txt": (*TEXTS, "--width", "80"),
    "texts.md": (*TEXTS, "--format", "markdown"),
    "texts.html": (*TEXTS, "--format", "html"),
    "texts.json": (*TEXTS, "--format", "json"),
    "brief-made-up-80.txt": (*MADE_UP, "--width", "80"),
    "plans.json": ("diff", "us-28-point", "e3-counter", "--topic", "justice", "--format", "json"),
    "plans-four-column.md": ("diff", *THREE, *IN_PART, "--form", "four-column", "--format", "markdown"),
    "plans-four-column-80.txt": (*COLUMNS, "--width", "80"),
    "plans-four-column-200.txt": (*COLUMNS, "--width", "200"),
    "plans-source-table.md": ("diff", *THREE, *IN_PART, "--form", "source-table", "--format", "markdown"),
    "plans-matrix.txt": ("matrix", *THREE, *IN_PART, "--width", "80"),
    "plans-trace.txt": ("trace", *THREE, *IN_PART, "--toward", "e3-counter", "--width", "80"),
    "plans-burdens.txt": ("burdens", "us-28-point", "twenty-point", "--actor", "NATO", "--width", "80"),
    "plans-similarity.txt": ("similarity", *THREE, "--most", "2", "--width", "80"),
    "plans-disputes.txt": ("show", "twenty-point", "--disputes", "--width", "80"),
    "plans-timeline.txt": ("timeline", "--width", "80"),
    "plans-lineage.txt": ("list", "--lineage", "--width", "80"),
    "plans-gaps.txt": ("show", "--gaps", "--width", "80"),
    "rules.txt": ("explain", "rules", "--width", "80"),
}
"""The arguments whose output each file holds; paths are relative to the folder of the golden files."""

FILES: dict[str, tuple[str, ...]] = {
    "plans-four-column.html": COLUMNS,
    "made-up.html": MADE_UP,
    "plans-map.svg": ("export", "map", "us-28-point"),
}
"""The arguments that write a file of that name."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_report_is_as_it_was_approved(
    name: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    golden(name, CliRunner().invoke(application, COMMANDS[name]).stdout)


def written(arguments: tuple[str, ...], path: Path) -> bytes:
    result = CliRunner().invoke(application, [*arguments, "-o", str(path)], catch_exceptions=False)
    assert result.output == ""
    return path.read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_as_it_was_approved(
    name: str, golden: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    golden(name, written(FILES[name], tmp_path / name).decode())


def changed(paragraph: Paragraph) -> str:
    """The text of a paragraph, with its tracked changes in brackets."""
    held = []
    for text in paragraph._p.iter(qn("w:t"), qn("w:delText")):  # noqa: SLF001 -- python-docx leaves changes out
        sort = next((one.tag for one in text.iterancestors() if one.tag in {qn("w:ins"), qn("w:del")}), "")
        held.append({qn("w:ins"): "{+%s+}", qn("w:del"): "[-%s-]"}.get(sort, "%s") % text.text)
    return "".join(held)


def word_text(data: bytes) -> Iterator[str]:
    """A Word file as text: each paragraph under its style, each row of a table, the properties."""
    document = Document(BytesIO(data))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield f"| {' | '.join(' / '.join(map(changed, cell.paragraphs)) for cell in row.cells)} |"
        else:
            yield f"{block.style.name}: {block.text}"
    held = document.core_properties
    yield f"{held.title}; {held.comments} {held.created:%Y-%m-%d}, {held.modified:%Y-%m-%d}"


def workbook_text(data: bytes) -> Iterator[str]:
    """A workbook as text: each sheet with its tables and where it is frozen, then its rows."""
    for sheet in load_workbook(BytesIO(data)).worksheets:
        held = ", ".join(table.ref for table in sheet.tables.values())
        yield f"{sheet.title}: {held}, frozen at {sheet.freeze_panes}"
        for row in sheet.iter_rows(values_only=True):
            yield f"| {' | '.join(' / '.join(str(value or '').splitlines()) for value in row)} |"


OFFICE = {
    "plans-four-column-docx.txt": ("docx", COLUMNS),
    "plans-four-column-xlsx.txt": ("xlsx", COLUMNS),
    "made-up-docx.txt": ("docx", MADE_UP),
    "reported-fr-docx.txt": ("docx", (*REPORTED, "--language", "fr")),
    "made-up-xlsx.txt": ("xlsx", MADE_UP),
}
"""The ending and the arguments of each Office file, read again, that a file of that name holds as text."""


@pytest.mark.parametrize("name", OFFICE)
def test_every_office_file_reopened_is_as_it_was_approved(
    name: str, golden: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    suffix, arguments = OFFICE[name]
    data = written(arguments, tmp_path / f"file.{suffix}")
    lines = word_text(data) if suffix == "docx" else workbook_text(data)
    golden(name, "".join(f"{line.rstrip()}\n" for line in lines))


def only(name: str, topic: str) -> Proposal:
    """A plan with its terms of one topic."""
    document = load(name)
    return attrs.evolve(document, terms=tuple(term for term in document.terms if term.topic is Topic(topic)))


def test_a_report_is_as_it_was_approved(golden: Callable[[str, str], None]) -> None:
    """One topic and the first events, without the style sheet and the script, which are files of their own."""
    around = Surroundings.of(bundled())
    page = render([only(name, "justice") for name in THREE], around=attrs.evolve(around, events=around.events[:3]))
    without = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    golden("plans-report.html", re.sub(r"sha256-[^']*", "sha256-", without))


def test_json_lines_are_as_they_were_approved(golden: Callable[[str, str], None]) -> None:
    compared = [compare(load(THREE[0]), load(name)).narrowed(["justice"]) for name in THREE[1:]]
    records = flat.finding_records(compared, Lookup.of(*map(load, THREE)))
    golden("plans-findings.jsonl", tables.as_json_lines(records))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt")])
def test_no_line_of_a_report_is_wider_than_asked(name: str) -> None:
    arguments = COMMANDS[name]
    width = int(arguments[arguments.index("--width") + 1])
    assert max(map(width_of, (HERE / name).read_text(encoding="utf-8").splitlines())) <= width


def test_nothing_is_called_removed_or_rejected_for_being_absent() -> None:
    words = (HERE / "reported-80.txt").read_text(encoding="utf-8").casefold()
    assert "not reported" in words
    assert not any(word in words for word in ("removed", "reject", "deleted", "dropped"))
