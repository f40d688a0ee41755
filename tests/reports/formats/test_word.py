from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from plans import E3, HOSTILE, US, hostile, limit, plan

from proposals.cli.app import application
from proposals.files.writing import edition
from proposals.library.bundled import load
from proposals.negotiation.four_columns import four_columns
from proposals.provenance import Citation
from proposals.reports.formats import Options, word
from proposals.reports.page import Page, Table
from proposals.reports.pages import four_columns as four_column
from proposals.strings import first_hidden


def form(*names: str) -> Page:
    base, *parties = map(load, names)
    return four_column.page(four_columns(parties, base=base))


REAL = form("us-28-point", "e3-counter", "twenty-point")
EDITION = edition(REAL.documents)
FILE = word.write(REAL, Options())


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def test_every_row_of_the_form_is_in_a_table_of_the_file() -> None:
    document = opened(FILE)
    tables = [block for block in REAL.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in document.tables] == [len(table.rows) + 1 for table in tables]
    first = document.tables[0]
    assert [cell.text for cell in first.rows[0].cells] == [column.head for column in tables[0].columns]
    assert first.rows[1].cells[1].text == "\n".join(tables[0].rows[0][1].texts)


def test_pages_are_landscape_and_head_rows_repeat_and_rows_stay_whole() -> None:
    document = opened(FILE)
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    for table in document.tables:
        held = [row._tr.trPr for row in table.rows]  # noqa: SLF001 -- python-docx shows no other way
        marks = [one.find(qn("w:tblHeader")) is not None for one in held]
        assert marks == [True, *[False] * (len(marks) - 1)]
        assert all(one.find(qn("w:cantSplit")) is not None for one in held)


def test_text_has_styles_of_its_own() -> None:
    document = opened(FILE)
    assert document.paragraphs[0].style.name == "Title"
    assert {paragraph.style.name for paragraph in document.paragraphs[1:]} == {"Page Text", "Page Entry", "Heading 1"}
    cells = [cell for table in document.tables for row in table.rows[1:] for cell in row.cells]
    assert {paragraph.style.name for cell in cells for paragraph in cell.paragraphs} == {"Page Cell"}


def test_the_number_of_the_page_stands_at_the_right_margin() -> None:
    document = opened(FILE)
    section = document.sections[0]
    (stop,) = document.styles["Footer"].paragraph_format.tab_stops
    width = section.page_width - section.left_margin - section.right_margin
    assert abs(stop.position - width) < Cm(0.1)


def test_every_note_is_a_footnote_with_one_reference_and_links_back_to_it() -> None:
    notes = part(FILE, "word/footnotes.xml")
    body = part(FILE, "word/document.xml")
    numbers = [str(number) for number in range(1, len(REAL.notes) + 1)]
    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == numbers
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', body) == numbers
    assert re.findall(r'w:name="note(\d+)"', body) == numbers
    assert set(re.findall(r'w:anchor="note(\d+)"', body)) <= set(numbers)
    assert "US 28-point plan, point 6: Global News (Canada), " in notes


def test_the_properties_say_from_which_data_it_was_made() -> None:
    held = opened(FILE).core_properties
    assert held.version == EDITION
    assert EDITION in held.comments
    assert held.created == held.modified == dt.datetime(2025, 12, 23, tzinfo=held.created.tzinfo)
    assert held.title == "Four-column document"


def test_the_same_data_give_the_same_bytes() -> None:
    assert word.write(REAL, Options()) == FILE


def test_a_form_without_rows_is_a_file_all_the_same() -> None:
    empty = four_column.page(four_columns([plan("a", "US"), plan("b", "E3")]))
    assert opened(word.write(empty, Options())).tables == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_cannot_run_hide_or_break_the_file(text: str) -> None:
    made = four_column.page(four_columns(hostile(text), base=plan("base", "TR")))
    document = opened(word.write(made, Options()))
    shown = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert all(first_hidden(line) is None for one in shown for line in one.split("\n"))
    assert {relation.reltype.rsplit("/", 1)[-1] for relation in document.part.rels.values()}.isdisjoint(
        {"hyperlink", "oleObject", "attachedTemplate"},
    )


def test_a_heading_that_repeats_on_each_page_is_short_however_long_the_title() -> None:
    long = plan("a", "US", title="x" * 1_000_000)
    document = opened(word.write(four_column.page(four_columns([long, E3])), Options()))
    heads = [cell.text for table in document.tables for cell in table.rows[0].cells]
    assert max(map(len, heads)) == 246
    assert any("x" * 1_000_000 in paragraph.text for paragraph in document.paragraphs)


def test_a_text_too_long_for_a_cell_or_a_note_stands_whole_after_the_tables() -> None:
    text = "long " * 19_000
    source = Citation(source="s" * 5_000)
    long, short = limit(personnel=1, if_=text, citations=(source,)), limit(personnel=2)
    document = opened(
        word.write(four_column.page(four_columns([plan("a", "US", long), plan("b", "E3", short)])), Options())
    )
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert any("characters; whole under Long texts, 1)" in cell for cell in cells)
    assert max(map(len, cells)) < 5_100
    *_, heading, first, second, third = [paragraph.text for paragraph in document.paragraphs]
    assert heading == "Long texts"
    assert text.strip() in first
    assert all("s" * 5_000 in one for one in (second, third))


def test_the_name_of_the_file_alone_picks_the_form(tmp_path: Path) -> None:
    out = tmp_path / "four.docx"
    arguments = ["diff", "ua-europe-reported", "--base", "us-plan-reported", "-o", str(out), "us-plan-reported"]
    assert CliRunner().invoke(application, arguments).exit_code == 0
    before = out.read_bytes()
    assert before == word.write(form("us-plan-reported", "ua-europe-reported", "us-plan-reported"), Options())
    refused = CliRunner().invoke(application, [*arguments, "--topic", "forces"])
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer"
)
def test_another_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "four.docx").write_bytes(word.write(four_column.page(four_columns([E3], base=US)), Options()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "four.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)  # noqa: S603 -- fixed words
    assert "limited to 800,000 personnel in peacetime" in (tmp_path / "four.txt").read_text(encoding="utf-8-sig")
