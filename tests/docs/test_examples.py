"""The examples in the repository are what their commands make now; ``pytest --update-golden`` writes them anew."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import pytest
from manual import examples
from manual.screenshot import screenshot
from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageStat
from pyarrow import ipc, parquet

FOLDER = Path(__file__).parents[2] / "docs" / examples.FOLDER
BY_NAME = {example.name: example for example in examples.every()}
TEXTS = [name for name in BY_NAME if name.endswith((".csv", ".html", ".json", ".jsonl", ".md", ".svg", ".txt"))]
OWN_PARTS = {"word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"}
MOST = 3_200_000
"""Bytes that all of them may have together, as they are kept under version control."""


@pytest.fixture(scope="module", autouse=True)
def _written(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        examples.write(FOLDER)


def made(name: str) -> bytes:
    return examples.content(BY_NAME[name])


def kept(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def unlikeness(one: bytes, other: bytes) -> float:
    """How far two pictures are apart on average, of 255, seen from afar: fonts differ from machine to machine."""
    seen = []
    for data in (one, other):
        picture = Image.open(BytesIO(data)).convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        seen.append(Image.alpha_composite(paper, picture).convert("L").resize((16, 16), Image.Resampling.BOX))
    return ImageStat.Stat(ImageChops.difference(*seen)).mean[0]


ALIKE = 6.0
"""More than another font makes (5), less than a section that is new at the top of a page (9)."""


def test_the_folder_has_the_examples_and_nothing_else() -> None:
    files = [path for path in FOLDER.iterdir() if path.is_file()]
    assert {path.name for path in files} == BY_NAME.keys() | examples.PICTURES.keys()
    assert sum(path.stat().st_size for path in files) < MOST
    assert [path.name for path in FOLDER.iterdir() if path.is_dir()] == ["wage-round"]


def test_every_form_has_an_example() -> None:
    commands = " ".join(example.made_by for example in examples.every())
    for form in ("brackets", "source-table"):
        assert f"--form {form} " in commands
    suffixes = {Path(name).suffix for name in BY_NAME}
    assert suffixes == {
        ".arrow", ".csv", ".docx", ".html", ".json", ".jsonl", ".md", ".parquet", ".png", ".svg", ".txt", ".xlsx",
    }  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_the_same_byte_for_byte(name: str) -> None:
    assert kept(name).decode().splitlines() == made(name).decode().splitlines()
    assert kept(name) == made(name)


@pytest.mark.parametrize("name", [name for name in BY_NAME if name.endswith(".docx")])
def test_a_word_file_has_the_same_parts(name: str) -> None:
    """The parts that this library writes; styles and the like come with python-docx and its versions."""
    old, new = ZipFile(BytesIO(kept(name))), ZipFile(BytesIO(made(name)))
    assert old.namelist() == new.namelist()
    for part in OWN_PARTS & set(old.namelist()):
        assert canonicalize(old.read(part).decode()) == canonicalize(new.read(part).decode())


def cells(data: bytes) -> Iterator[tuple[object, ...]]:
    book = load_workbook(BytesIO(data))
    for sheet in book.worksheets:
        yield (sheet.title, sheet.freeze_panes, *(table.ref for table in sheet.tables.values()))
        yield from sheet.iter_rows(values_only=True)


@pytest.mark.parametrize("name", [name for name in BY_NAME if name.endswith(".xlsx")])
def test_a_workbook_has_the_same_cells(name: str) -> None:
    assert list(cells(kept(name))) == list(cells(made(name)))


def test_columns_have_the_same_rows() -> None:
    table = parquet.read_table(BytesIO(kept("findings.parquet")))
    assert table.num_rows
    assert table.equals(parquet.read_table(BytesIO(made("findings.parquet"))))
    assert table.equals(ipc.open_file(kept("findings.arrow")).read_all())
    assert table.equals(ipc.open_file(made("findings.arrow")).read_all())


@pytest.mark.parametrize("name", [name for name in BY_NAME if name.endswith(".png")])
def test_a_picture_is_of_the_same_size_and_looks_alike(name: str) -> None:
    old, new = kept(name), made(name)
    assert Image.open(BytesIO(old)).size == Image.open(BytesIO(new)).size
    assert unlikeness(old, new) < ALIKE


@pytest.mark.parametrize(("name", "page"), examples.PICTURES.items())
def test_what_the_readme_shows_is_what_a_browser_shows(name: str, page: str, tmp_path: Path) -> None:
    if not screenshot(FOLDER / page, tmp_path / name):
        reason = "there is no Chromium on this machine (Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    assert unlikeness(kept(name), (tmp_path / name).read_bytes()) < ALIKE
    readme = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"!\[[^]]+\]\(docs/{examples.FOLDER}/{name}\)", readme)


def test_pictures_of_something_else_are_not_alike(tmp_path: Path) -> None:
    shown = tmp_path / "blank.png"
    Image.new("RGB", (1280, 1400), "white").save(shown)
    others = [shown.read_bytes(), *(kept(name) for name in BY_NAME if name.endswith(".png"))]
    assert min(unlikeness(kept("report.png"), other) for other in others) > ALIKE


def test_a_build_writes_what_is_missing_or_old_and_removes_what_is_no_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "EXAMPLES", {"Some": (BY_NAME["gaps.md"], BY_NAME["lineage.md"])})
    (tmp_path / "gaps.md").write_text("old", encoding="utf-8")
    (tmp_path / "gone.md").write_text("old", encoding="utf-8")
    (tmp_path / "report.png").write_text("a picture", encoding="utf-8")
    monkeypatch.setattr(shutil, "which", lambda _name: None)  # a machine without a browser
    assert examples.write(tmp_path) == ["report.png"]
    assert {path.name for path in tmp_path.iterdir()} == {"gaps.md", "lineage.md", "report.png"}
    assert (tmp_path / "gaps.md").read_bytes() == kept("gaps.md")
    assert (tmp_path / "report.png").read_text(encoding="utf-8") == "a picture"
    written = (tmp_path / "gaps.md").stat().st_mtime_ns
    examples.write(tmp_path)
    assert (tmp_path / "gaps.md").stat().st_mtime_ns == written


def test_the_page_links_to_each_and_shows_the_line_that_makes_it() -> None:
    page = examples.page()
    for name, example in BY_NAME.items():
        assert page.count(f'<a href="../{examples.FOLDER}/{name}">{name}</a>: ') == 1
        assert example.made_by in page
