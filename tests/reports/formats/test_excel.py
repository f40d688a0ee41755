from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from blocks import body, titled
from click.testing import CliRunner
from openpyxl import load_workbook
from plans import E3, HOSTILE, US, clause, hostile, limit, plan

from proposals.cli.app import application
from proposals.comparison.engine import compare
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.files.writing import edition
from proposals.language.names import Lookup
from proposals.library.bundled import load
from proposals.negotiation.four_columns import four_columns
from proposals.negotiation.source_table import source_table
from proposals.reports.formats import Options, excel
from proposals.reports.page import Page
from proposals.reports.pages import comparison as comparisons
from proposals.reports.pages import four_columns as four_column
from proposals.reports.pages import source_table as sources
from proposals.strings import first_hidden
from proposals.terms.base import Term


def form(*names: str) -> Page:
    base, *parties = map(load, names)
    return four_column.page(four_columns(parties, base=base))


REAL = form("us-28-point", "e3-counter", "twenty-point")
WHOLE = "Four columns"
EDITION = edition(REAL.documents)
SHEETS = Options(sheets=True)


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def test_all_lines_are_in_one_real_table_with_filters_under_a_frozen_head() -> None:
    sheet = opened(excel.write(REAL, Options()))[WHOLE]
    (table,) = sheet.tables.values()
    rows = sum(len(one.rows) for one in body(REAL))
    assert table.ref == f"A1:G{rows + 1}"
    assert table.autoFilter.ref == table.ref
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert {sheet.cell(number, 2).value for number in range(2, rows + 2)} == {*titled(REAL)} - {"Who moved"}


def test_a_column_that_stands_alone_fits_on_a_page() -> None:
    assert opened(excel.write(REAL, Options()))["About"].column_dimensions["A"].width < 100


def test_the_other_sheets_are_moves_sources_and_what_it_is() -> None:
    book = opened(excel.write(REAL, Options()))
    assert book.sheetnames == ["Brief", WHOLE, "Who moved", "Sources", "About"]
    assert book["Sources"].max_row == len(REAL.notes) + 1
    assert book["Sources"].cell(2, 2).value == REAL.notes[0].publisher
    assert any(EDITION in str(cell.value) for row in book["About"].iter_rows() for cell in row)


def test_a_sheet_for_each_topic_on_request() -> None:
    book = opened(excel.write(REAL, SHEETS))
    assert {title.capitalize() for title in titled(REAL)} <= set(book.sheetnames)
    names = [name for sheet in book for name in sheet.tables]
    assert len(set(names)) == len(names) == len(book.sheetnames)


def test_a_status_is_chosen_from_the_words_that_there_are() -> None:
    made = four_column.page(four_columns([US, E3], agreement=TalksStatus(())))
    (choice,) = opened(excel.write(made, Options()))[WHOLE].data_validations.dataValidation
    assert "provisionally agreed" in choice.formula1
    assert len(choice.formula1) <= 257


def test_numbers_are_numbers_to_sort_by() -> None:
    sheet = opened(excel.write(REAL, Options()))[WHOLE]
    assert [sheet.cell(at, 1).value for at in range(2, sheet.max_row + 1)] == [*range(1, sheet.max_row)]


def test_what_is_noted_of_a_status_stands_apart_from_what_one_filters_by() -> None:
    kept = LineStatus(term=limit(), progress=Progress.DISCUSSED, note="after the second session")
    made = four_column.page(four_columns([US, E3], agreement=TalksStatus((kept,))))
    for title in (WHOLE, "Forces"):
        sheet = opened(excel.write(made, SHEETS))[title]
        heads = [cell.value for cell in sheet[1]]
        found = [cell.value for cell in sheet[sheet.max_row]]
        assert heads[-2:] == ["Status", "Note"]
        assert found[-2:] == ["discussed", "after the second session"]
        (choice,) = sheet.data_validations.dataValidation
        assert str(choice.sqref).startswith(chr(ord("A") + heads.index("Status")))


def test_cells_are_high_enough_for_their_text() -> None:
    sheet = opened(excel.write(REAL, Options()))[WHOLE]
    lines = [max(str(cell.value or "").count("\n") + 1 for cell in row) for row in sheet.iter_rows()]
    assert all(sheet.row_dimensions[at].height >= min(409, 15 * count) for at, count in enumerate(lines, start=1))


def test_the_properties_say_from_which_data_it_was_made() -> None:
    held = opened(excel.write(REAL, Options())).properties
    assert held.version == EDITION
    assert held.created == held.modified == dt.datetime(2025, 12, 23)  # noqa: DTZ001 -- as the file holds it
    assert EDITION in held.description


def test_the_same_data_give_the_same_bytes() -> None:
    assert excel.write(REAL, SHEETS) == excel.write(REAL, SHEETS)


def test_a_form_without_rows_is_a_file_all_the_same() -> None:
    empty = four_column.page(four_columns([plan("a", "US"), plan("b", "E3")]))
    assert opened(excel.write(empty, Options())).sheetnames == [empty.title]


def test_a_source_table_is_a_sheet_as_well() -> None:
    book = opened(excel.write(sources.page(source_table(E3, [US])), Options()))
    assert book.sheetnames[:2] == ["Brief", "Source table"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_cannot_run_hide_or_break_the_file(text: str) -> None:
    made = four_column.page(four_columns(hostile(text), base=plan("base", "TR")))
    for sheet in opened(excel.write(made, SHEETS)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or cell.data_type in {"s", "inlineStr"} or isinstance(cell.value, int)
                assert cell.hyperlink is None
                shown = str(cell.value or "")
                assert len(shown) <= excel.LONGEST
                assert all(first_hidden(line) is None for line in shown.split("\n"))
                assert cell.quotePrefix or shown[:1] not in {*"=+-@"} or not shown


def test_what_begins_like_a_formula_is_text() -> None:
    sheet = opened(excel.write(REAL, Options()))[WHOLE]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert cells
    assert all(cell.data_type in {"s", "inlineStr"} and cell.quotePrefix for cell in cells)


def test_what_no_cell_can_hold_is_kept_whole_elsewhere() -> None:
    text = "word " * 19_999
    made = four_column.page(four_columns([plan("a", "US", clause(text.strip())), plan("b", "E3")]))
    book = opened(excel.write(made, Options()))
    cut = book[WHOLE].cell(2, 4).value
    assert len(cut) == excel.LONGEST
    assert re.search(r"… \(all of it under \d of the sheet 'Long texts'\)$", cut)
    pieces = [str(row[1].value) for row in book["Long texts"].iter_rows(min_row=2)]
    assert text.strip() in "".join(pieces)


def test_what_excel_would_decode_is_kept_from_it() -> None:
    made = four_column.page(four_columns([plan("a", "US", clause("_x0041_ and _x202E_"))]))
    held = opened(excel.write(made, Options()))[WHOLE].cell(2, 4).value
    assert "_x005F_x0041_ and _x005F_x202E_" in held


def test_headings_of_a_table_are_never_alike_and_never_too_long() -> None:
    twice = plan("same", "US", clause("a"), title="T" * 1000)
    sheet = opened(excel.write(four_column.page(four_columns([twice, twice])), Options()))[WHOLE]
    heads = [cell.value for cell in sheet[1]]
    assert len(set(heads)) == len(heads)
    assert all(len(head) <= 255 for head in heads)


def test_the_name_of_the_file_alone_picks_the_form(tmp_path: Path) -> None:
    out = tmp_path / "four.xlsx"
    arguments = ["diff", "e3-counter", "twenty-point", "--base", "us-28-point", "--sheets", "-o", str(out)]
    assert CliRunner().invoke(application, arguments).exit_code == 0
    assert out.read_bytes() == excel.write(REAL, SHEETS)


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt-get install libreoffice-calc"
)
def test_another_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "four.xlsx").write_bytes(excel.write(four_column.page(four_columns([E3], base=US)), Options()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "csv", "four.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)  # noqa: S603 -- fixed words
    assert "limited to 800,000 personnel in peacetime" in (tmp_path / "four.csv").read_text(encoding="utf-8")


def comparison(*terms: Term) -> Any:
    left, right = plan("left", "US", limit(personnel=600_000), *terms), plan("right", "E3", limit(personnel=800_000))
    return opened(excel.write(comparisons.page(compare(left, right), Lookup.of(left, right)), Options()))


def test_the_terms_of_a_comparison_have_a_sheet_to_filter_by_topic_relation_and_term() -> None:
    book = comparison(clause("no foreign flags"))
    assert book.sheetnames == ["Brief", "Terms", "About"]
    heads, first, *_ = [[cell.value for cell in row] for row in book["Terms"].iter_rows()]
    assert heads == ["Topic", "Relation", "Term", "Field", "Text", "A", "B", "Difference"]
    assert first[:4] == ["forces", "≠ differs", "Limit on Ukraine's armed forces", None]
    assert first[5:7] == [
        f"Ukraine's armed forces would be limited to {number} personnel." for number in ("600,000", "800,000")
    ]
    assert {row[2].value for row in book["Terms"].iter_rows(min_row=2)} > {"Limit on Ukraine's armed forces"}


def test_what_is_about_no_term_stands_apart_and_under_its_own_heading() -> None:
    rows = [[cell.value for cell in row] for row in comparison()["About"].iter_rows()]
    assert rows[0] == ["Part", "Entry", "Text"]
    assert [row for row in rows if row[0] == "different"] == []
    assert [row[:2] for row in rows if row[0] == "documents"] == [["documents", "A"], ["documents", "B"]]


def test_a_question_is_bold_and_its_direction_is_not() -> None:
    left, right = plan("left", "US", limit(personnel=600_000)), plan("right", "E3", limit(personnel=800_000))
    made = excel.write(comparisons.page(compare(left, right), Lookup.of(left, right)), Options())
    question = load_workbook(BytesIO(made), rich_text=True)["Brief"].cell(2, 2).value
    assert [(one.text, bool(one.font.b)) for one in question] == [
        ("How large may Ukraine's armed forces be?", True),
        (" (lighter for Ukraine)", False),
    ]
