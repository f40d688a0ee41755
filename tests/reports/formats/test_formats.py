"""The table of formats, and what all of them do with every block that a page can have."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

import proposals
from proposals.errors import ProposalsError
from proposals.language.phrases import Entry, Role, Row, Run, phrase
from proposals.reports import formats
from proposals.reports.formats import FORMATS, Options
from proposals.reports.page import (
    Cell,
    Column,
    Entries,
    Excerpt,
    Heading,
    Items,
    Level,
    Note,
    Page,
    Paragraph,
    Sides,
    Table,
)

EVERY_ROLE = tuple(Run(f"{role.value} ", role) for role in Role)
UNLIKE = (phrase("unlike"), phrase("unlike"))
EVERYTHING = Page(
    (
        Heading(Level.PAGE, phrase("whole")),
        Paragraph(EVERY_ROLE),
        Heading(Level.PART, phrase("part"), phrase("beside")),
        Items((phrase("one"), phrase("other")), ((1,), (2, 1))),
        Heading(Level.ITEM, (), phrase("about")),
        Entries((Entry(phrase("label"), (phrase("line"), phrase("below"))),), ((1, 2),)),
        Sides(
            "left",
            "left",
            (Row(Run("≠"), "field", (phrase("this"),), (phrase("that"),), phrase("unlike"), phrase("unlike")),),
        ),
        Sides("left", "left", (Row(Run(" "), "point", (phrase("7"),), (phrase("7"),)),)),
        Excerpt("date: x", 7, "a hint"),
        Excerpt("", 0, "only a hint"),
        Heading(Level.PART, phrase("numbers")),
        Table(
            (Column("No.", 5, leads=True, numbers=True), Column("Said", brief="S"), Column("State", words=("open",))),
            (
                (Cell((phrase("3"),)), Cell((phrase("words"),), "point 4", (1, 2)), Cell((phrase("open"),), "later")),
                (Cell((phrase("4"),)), Cell((), "point 5"), Cell((phrase("open"),), "", (2,))),
            ),
        ),
    ),
    (Note("the first note"), Note("the second note", named=True)),
)
WORDS = ("whole", "one", "label", "below", "this", "that", "unlike", "only a hint", "words", "point 5", "later")


def text_of(name: str, page: Page) -> str:
    """All words of the page in that format."""
    made = FORMATS[name].writer(page, Options())
    if isinstance(made, str):
        return made
    if name == "docx":
        with ZipFile(BytesIO(made)) as archive:
            return archive.read("word/document.xml").decode()
    return " ".join(
        str(cell.value) for sheet in load_workbook(BytesIO(made)) for row in sheet.iter_rows() for cell in row
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_all_that_a_page_has(name: str) -> None:
    told = text_of(name, EVERYTHING)
    assert [word for word in (*WORDS, "the first note", *(role.value for role in Role)) if word not in told] == []


@pytest.mark.parametrize(("name", "shown"), [("text", False), ("markdown", False), ("html", True), ("docx", True)])
def test_a_note_on_a_source_that_is_named_stands_where_there_is_a_place_for_it(name: str, *, shown: bool) -> None:
    assert ("the second note" in text_of(name, EVERYTHING)) is shown


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_page_with_nothing_on_it(name: str) -> None:
    assert FORMATS[name].writer(Page(()), Options()) is not None


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_page_gives_the_same_bytes(name: str) -> None:
    writer = FORMATS[name].writer
    assert writer(EVERYTHING, Options()) == writer(EVERYTHING, Options())


def test_notes_that_stand_together_can_be_told_apart() -> None:
    assert '<a href="#n2">2</a>, <a href="#n1">1</a>' in text_of("html", EVERYTHING)
    data = FORMATS["docx"].writer(EVERYTHING, Options())
    assert isinstance(data, bytes)
    (other,) = (one for one in Document(BytesIO(data)).paragraphs if one.text.startswith("other"))
    assert other.text == "other2, 1"


def test_two_documents_of_one_name_have_a_column_each() -> None:
    data = FORMATS["xlsx"].writer(EVERYTHING, Options())
    assert isinstance(data, bytes)
    rows = list(load_workbook(BytesIO(data))["About"].iter_rows(values_only=True))
    assert rows[0][4:] == ("left", "left (6)", "Difference")
    assert ("part", None, "≠ field", None, "this", "that", "unlike") in rows


def test_no_ending_belongs_to_two_formats() -> None:
    endings = [ending for one in FORMATS.values() for ending in one.endings]
    assert len(set(endings)) == len(endings)
    assert all(re.fullmatch(r"\.[a-z]+", ending) for ending in endings)


@pytest.mark.parametrize(("name", "package", "module"), [("docx", "docx", "word"), ("xlsx", "openpyxl", "excel")])
def test_without_its_library_a_format_says_what_to_install(
    name: str, package: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for known in [known for known in sys.modules if known.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, known)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"proposals.reports.formats.{module}", raising=False)
    told = f"this format needs {package}, of the extra 'office': pip install 'negotiation-proposals[office]'"
    with pytest.raises(ProposalsError, match=re.escape(told)):
        FORMATS[name].writer(EVERYTHING, Options())


def test_a_module_that_is_missing_without_an_extra_is_no_matter_of_installing() -> None:
    with pytest.raises(ModuleNotFoundError):
        formats._in("nowhere")(EVERYTHING, Options())  # noqa: SLF001 -- no format is broken that could be asked


def test_a_format_more_is_one_file_and_one_line(tmp_path: Path) -> None:
    """A copy of the library with a format that counts blocks: every command then writes it, by option and by ending."""
    source = Path(proposals.__file__).parent
    copy = tmp_path / "src" / "proposals"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").symlink_to(source.parents[1] / "data")
    (copy / "reports/formats/counting.py").write_text(
        "def write(page, options):\n    return f'{len(page.blocks)} blocks\\n'\n", encoding="utf-8"
    )
    table = copy / "reports/formats/__init__.py"
    line = '        "text": Format('
    text = table.read_text(encoding="utf-8")
    table.write_text(
        text.replace(line, f'        "count": Format((".count",), _in("counting")),\n{line}'), encoding="utf-8"
    )
    environment = os.environ | {"PYTHONPATH": str(copy.parent)}
    for arguments in (("timeline", "--format", "count"), ("timeline", "-o", "x.count")):
        command = [sys.executable, "-m", "proposals", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
        told = done.stdout or (tmp_path / "x.count").read_text(encoding="utf-8")
        assert re.fullmatch(r"\d+ blocks\n", told)


def test_code_stands_between_backquotes_where_markdown_can_hold_it() -> None:
    paragraph = Paragraph(phrase(Run("a_b*", Role.CODE), " ", Run("a|b`_", Role.CODE)))
    assert FORMATS["markdown"].writer(Page((paragraph,)), Options()) == "`a_b*` a\\|b\\`\\_\n"
