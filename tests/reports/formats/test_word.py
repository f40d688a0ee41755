from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from plans import E3, HOSTILE, US, hostile, limit, plan

from proposals.cli.app import application
from proposals.files.writing import edition
from proposals.language.phrases import Entry, Role, Run, phrase, signed
from proposals.library.bundled import load
from proposals.negotiation.four_columns import four_columns
from proposals.provenance import Citation
from proposals.reports.formats import Options, word
from proposals.reports.page import Cell, Column, Entries, Items, Note, Page, Paragraph, Table
from proposals.reports.pages import four_columns as four_column
from proposals.strings import first_hidden


def form(*names: str) -> Page:
    base, *parties = map(load, names)
    return four_column.page(four_columns(parties, base=base))


@cache
def real() -> Page:
    return form("us-28-point", "e3-counter", "twenty-point")


@cache
def made() -> bytes:
    return word.write(real(), Options())


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def test_every_row_of_the_form_is_in_a_table_of_the_file() -> None:
    document = opened(made())
    tables = [block for block in real().blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in document.tables] == [len(table.rows) + 1 for table in tables]
    first = document.tables[0]
    assert [cell.text for cell in first.rows[0].cells] == [column.brief or column.head for column in tables[0].columns]
    assert first.rows[1].cells[1].text == "\n".join(tables[0].rows[0][1].texts)


def test_pages_are_landscape_and_head_rows_repeat_and_rows_stay_whole() -> None:
    document = opened(made())
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    for table in document.tables:
        held = [row._tr.trPr for row in table.rows]  # noqa: SLF001 -- python-docx shows no other way
        marks = [one.find(qn("w:tblHeader")) is not None for one in held]
        assert marks == [True, *[False] * (len(marks) - 1)]
        assert all(one.find(qn("w:cantSplit")) is not None for one in held)


def test_text_has_styles_of_its_own() -> None:
    document = opened(made())
    assert document.paragraphs[0].style.name == "Title"
    assert {paragraph.style.name for paragraph in document.paragraphs[1:]} == {
        "Page Text",
        "Page Letter",
        "Heading 1",
        "List Bullet",
        "Page Source",
    }
    cells = [cell for table in document.tables for row in table.rows[1:] for cell in row.cells]
    assert {paragraph.style.name for cell in cells for paragraph in cell.paragraphs} == {"Page Cell"}


def test_what_stands_under_a_table_has_some_room() -> None:
    table = Table((Column("A", 1),), ((Cell((phrase("a"),)),),))
    below = (Paragraph(phrase("b")), Items((phrase("b"),)), Entries((Entry(phrase("Belligerents"), (phrase("b"),)),)))
    for block in below:
        first, second = opened(word.write(Page((table, block, block)), Options())).paragraphs[:2]
        assert first.paragraph_format.space_before == Pt(6)
        assert second.paragraph_format.space_before is None
    assert first.style.name == "Page Entry"


def test_the_file_has_the_styles_of_a_page_and_of_the_template_what_these_lean_on() -> None:
    styles = list(opened(made()).styles)
    assert {style.name for style in styles if style.name.startswith("Page")} == {
        *("Page Text", "Page Entry", "Page Letter", "Page Code", "Page Cell", "Page Head", "Page Source"),
        *("Page Aside", "Page Mark"),
    }
    assert len(styles) < 30
    ids = {style.style_id for style in styles}
    ties = [
        tie
        for style in styles
        for name in ("basedOn", "link", "next")
        for tie in style.element.findall(qn(f"w:{name}"))
    ]
    assert ties
    assert {tie.get(qn("w:val")) for tie in ties} <= ids


def test_the_number_of_the_page_stands_at_the_right_margin() -> None:
    document = opened(made())
    section = document.sections[0]
    (stop,) = document.styles["Footer"].paragraph_format.tab_stops
    width = section.page_width - section.left_margin - section.right_margin
    assert abs(stop.position - width) < Cm(0.1)


def test_every_source_is_listed_once_in_the_order_of_reading_and_linked_from_where_it_is_cited() -> None:
    body = part(made(), "word/document.xml")
    numbers = [str(number) for number in range(1, len(real().notes) + 1)]
    assert re.findall(r'w:name="source(\d+)"', body) == numbers
    assert list(dict.fromkeys(re.findall(r'w:anchor="source(\d+)"', body))) == numbers
    listed = [one.text for one in opened(made()).paragraphs if one.style.name == "Page Source"]
    assert listed[0].startswith("1\tGlobal News (Canada), AP's copy of the draft, printed as it stands, ")
    assert len(listed) == len(set(listed)) == len(real().notes)


def test_a_source_links_to_its_page_under_the_name_of_its_site_and_to_nothing_else() -> None:
    notes = (Note("one", address="https://example.org/long?page=1"), Note("other", address="javascript:alert(1)"))
    document = opened(word.write(Page((), notes), Options()))
    assert [one.text for one in document.paragraphs[-2:]] == ["1\tone, example.org", "2\tother, javascript:alert(1)"]
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert links == ["https://example.org/long?page=1"]


def test_every_page_says_at_its_head_which_letter_is_which_document() -> None:
    (section,) = opened(made()).sections
    (head,) = section.header.paragraphs
    assert head.text.startswith("A: US 28-point plan · B: European counter-proposal to the US 28-point plan · C: ")
    (alone,) = opened(word.write(Page((), documents=(US,)), Options())).sections
    assert alone.header.paragraphs[0].text == ""


def test_added_and_deleted_words_are_changes_that_can_be_accepted() -> None:
    redline = phrase("Ukraine ", signed("may", Role.DELETED), signed("shall", Role.ADDED), " join")
    body = part(word.write(Page((Paragraph(redline),), documents=real().documents), Options()), "word/document.xml")
    kind = r'w:id="(\d)" w:author="proposals" w:date="2025-12-23T00:00:00Z"'
    assert re.findall(rf"<w:(ins|del) {kind}>", body) == [("del", "1"), ("ins", "2")]
    assert re.findall(r"<w:delText[^>]*>([^<]*)", body) == ["may"]


def test_text_from_right_to_left_is_marked_run_by_run_and_turns_a_paragraph_that_begins_with_it() -> None:
    mixed, turned = "the plan “תוכנית 28 נקודות” of 2025", "خطة السلام (draft)"
    document = opened(word.write(Page((Paragraph(phrase(mixed)), Paragraph(phrase(turned)))), Options()))
    first, second = document.paragraphs
    assert [(run.text, bool(run.font.rtl)) for run in first.runs] == [
        ("the plan “", False),
        ("תוכנית 28 נקודות", True),
        ("” of 2025", False),
    ]
    assert [run.text for run in second.runs if run.font.rtl] == ["خطة السلام"]
    turns = [one._p.pPr.find(qn("w:bidi")) is not None for one in (first, second)]  # noqa: SLF001 -- as above
    assert turns == [False, True]


def test_no_colour_takes_sides() -> None:
    roles = (Role.AGREED, Role.DIFFERENT, Role.OPPOSED)
    document = opened(word.write(Page((Paragraph(tuple(Run(role.value, role) for role in roles)),)), Options()))
    assert [run.font.color.rgb for run in document.paragraphs[0].runs] == [None, None, None]


def test_the_properties_say_from_which_data_it_was_made() -> None:
    held = opened(made()).core_properties
    assert held.version == edition(real().documents)
    assert edition(real().documents) in held.comments
    assert held.created == held.modified == dt.datetime(2025, 12, 23, tzinfo=held.created.tzinfo)
    assert held.title == "Four-column document"


def test_the_same_data_give_the_same_bytes() -> None:
    assert word.write(real(), Options()) == made()


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
    assert max(map(len, heads)) < 20
    assert len(document.sections[0].header.paragraphs[0].text) < 250
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
    *_, heading, first, second = [paragraph.text for paragraph in document.paragraphs]
    assert heading == "Long texts"
    assert text.strip() in first
    assert "s" * 5_000 in second


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
