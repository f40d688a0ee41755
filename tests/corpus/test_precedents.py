"""Precedents: invented agreements under the columns of the databases, each counted where it addresses a question."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from proposals import InvalidProposalError, UnreadableError, questions
from proposals.corpus import precedents, read_precedents
from proposals.files.codings import read_codings

PAX = "Con,AgtId,Agt,Dat,StBor,Ce,CeProv,TjAm,TjCou,GRef\n"
ROWS = (
    'Nowhere,1,"A made-up accord, first part\n(annex)",2001-01-01,0,1,0,0,0,3\n'
    "Nowhere,2,A made-up accord,2002-01-01,0,0,0,1,1,0\n"
    "Elsewhere,3,Another,2003-01-01,1,0,2,NA,,0\n"
    "Elsewhere,4,Another,2004-01-01,0,NA,NA,NA,NA,0\n"
)


def written(folder: Path, text: str, name: str = "pax.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def counts(path: Path) -> dict[str, tuple[int, int]]:
    return {one.coded.question: (one.addressed, one.total) for one in read_precedents(path).questions}


def test_every_coding_is_of_a_question_and_each_database_once() -> None:
    known = precedents.codings()
    assert [one.id for one in known] == ["pa-x", "ucdp"]
    for one in known:
        asked = [coded.question for coded in one.coded]
        assert set(asked) <= questions().keys()
        assert asked == [name for name in questions() if name in asked]


def test_agreements_are_counted_by_question(tmp_path: Path) -> None:
    path = written(tmp_path, PAX + ROWS)
    found = read_precedents(path)
    assert (found.coding.id, found.total, found.file) == ("pa-x", 4, path)
    assert counts(path) == {
        "whose-territory": (1, 4),
        "ceasefire": (1, 3),
        "displacement": (1, 4),
        "acts-in-the-war": (1, 2),
    }
    assert "SsrFf" in found.missing
    assert "CeProv" not in found.missing
    assert [one.coded.question for one in found.narrowed({"ceasefire", "elections"}).questions] == ["ceasefire"]


def test_a_sheet_of_excel_is_read_as_its_csv_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["conflict_id", "paid", "year", "cease", "amn", "recon"])
    for number, (cease, amnesty) in enumerate([(1, 0), (0, 0), (1, None)]):
        book.active.append(["200", number, 1999, cease, amnesty, 0])
    book.active.append([None] * 6)
    book.save(tmp_path / "ucdp.xlsx")
    found = read_precedents(tmp_path / "ucdp.xlsx")
    assert (found.coding.id, found.total) == ("ucdp", 3)
    assert counts(tmp_path / "ucdp.xlsx") == {"ceasefire": (2, 3), "acts-in-the-war": (0, 2)}
    text = "conflict_id,paid,year,cease,amn,recon\n200,0,1999,1,0,0\n200,1,1999,0,0,0\n200,2,1999,1,,0\n\n"
    assert counts(written(tmp_path, text, "ucdp.csv")) == counts(tmp_path / "ucdp.xlsx")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"pax.csv:1: no column numbers the agreements of a known database \(PA-X .*'AgtId'; UCDP .*'paid'\)"),
        ("a,b\n1,2\n", "no column numbers the agreements"),
        (f"{PAX}N,1,A,D,0,0,0,0,0,0\nN,1,A,D,0,0,0,0,0,0\n", "pax.csv:3: the agreement '1' is already on line 2"),
        (f"{PAX}N,1,A,D,0,0\n", "pax.csv:2: this row has 6 cells, fewer than the head"),
        (f"{PAX}N,1,A,D,0,0,yes,0,0,0\n", "pax.csv:2: 'yes' under 'CeProv' is not a number"),
        (f"{PAX}N,1,{'x' * 140_000},D,0,0,0,0,0,0\n", "this is not CSV: field larger than field limit"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_precedents(written(tmp_path, text))


def test_what_is_no_text_or_no_workbook_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "latin.csv").write_bytes(f"{PAX}Nowhere,1,\xe4".encode("latin-1"))
    with pytest.raises(UnreadableError, match=r"latin\.csv:2: this is not UTF-8"):
        read_precedents(tmp_path / "latin.csv")
    with pytest.raises(UnreadableError, match="this is not an Excel file"):
        read_precedents(written(tmp_path, "a,b", "pax.xlsx"))
    with zipfile.ZipFile(tmp_path / "empty.xlsx", "w") as packed:
        packed.writestr("a", "b")
    with pytest.raises(UnreadableError, match="this is not an Excel file"):
        read_precedents(tmp_path / "empty.xlsx")
    monkeypatch.setattr(precedents, "_LARGEST", 0)
    with pytest.raises(UnreadableError, match="unpacked, this file is larger than"):
        read_precedents(tmp_path / "empty.xlsx")

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(precedents, "import_module", missing)
    with pytest.raises(UnreadableError, match="Excel files need the extra 'office'"):
        read_precedents(tmp_path / "empty.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_that_is_damaged_is_one_clear_error(part: str, tmp_path: Path) -> None:
    path = tmp_path / "damaged.xlsx"
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path) as packed:
        at = packed.getinfo(part).header_offset + 30 + len(part) + 4  # in what is packed, behind its head
    held = path.read_bytes()
    path.write_bytes(held[:at] + bytes([held[at] ^ 255]) + held[at + 1 :])
    with pytest.raises(UnreadableError, match="this is not an Excel file"):
        read_precedents(path)


def test_a_coding_that_is_wrong_lists_every_problem(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a: {title: T, address: A, id: x, coded: {q: {columns: c}, Q: {columns: c}, r: {}}}\nb: {}\n"
    )
    with pytest.raises(InvalidProposalError) as raised:
        read_codings(path)
    assert len(raised.value.problems) >= 3
    assert read_codings(written(tmp_path, "")) == ()
    sound = written(tmp_path, "a: {title: T, address: A, id: x, coded: []}\n")
    assert read_codings(sound)[0].coded == ()


def test_a_file_with_none_of_the_columns_answers_no_question(tmp_path: Path) -> None:
    found = read_precedents(written(tmp_path, "AgtId,Con\n1,Nowhere\n"))
    assert (found.total, found.questions) == (1, ())
