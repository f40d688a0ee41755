"""Collections of somebody else: their code never runs unasked, their paths lead nowhere, their words act nowhere."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document

from proposals.cli.app import application
from proposals.errors import UnreadableError
from proposals.library.opening import open_library
from proposals.strings import first_hidden

WAGES = Path(__file__).parents[2] / "docs" / "examples" / "wage-round"
ACTS = '<script>alert(1)</script>=cmd|"/c calc"!A1 ]]> {{7*7}} [x](javascript:alert(1))'
TEMPLATE = '=1+1 " onload="alert(2) {of} javascript:alert(1) **'
"""The like for a template, which has no other tags than its own."""
PLAN = "format: 2\nid: {id}\ntitle: {title}\ndate: 2025-11-20\ncoverage: complete\nterms: [{{force-limit: UA}}]\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A collection that nobody trusts, whose code leaves a mark where it runs."""
    folder = tmp_path / "theirs"
    (folder / "proposals").mkdir(parents=True)
    (folder / "proposals" / "one.yaml").write_text(PLAN.format(id="one", title="A plan"), encoding="utf-8")
    (folder / "kinds.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    return folder


def assert_inert(html: Path, book: Path) -> None:
    assert "<script>alert(1)" not in html.read_text(encoding="utf-8")
    assert 'href="javascript:' not in html.read_text(encoding="utf-8")
    assert '" onload="alert' not in html.read_text(encoding="utf-8")
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(book.read_bytes())) for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application, arguments)


def above(folder: Path) -> tuple[str, ...]:
    (folder.parent / "proposals.toml").write_text("collections = ['theirs']\n", encoding="utf-8")
    below = folder.parent / "work" / "deeper"
    below.mkdir(parents=True)
    os.chdir(below)
    return ()


def inside(folder: Path) -> tuple[str, ...]:
    (folder / "proposals.toml").write_text("collections = ['.']\n", encoding="utf-8")
    os.chdir(folder)
    return ()


def linked(folder: Path) -> tuple[str, ...]:
    (folder.parent / "link").symlink_to(folder, target_is_directory=True)
    return ("--collection", str(folder.parent / "link"))


def beside_a_trusted_one(folder: Path) -> tuple[str, ...]:
    trusted = folder.parent / "ours"
    (trusted / "proposals").mkdir(parents=True)
    (trusted / "proposals" / "two.yaml").write_text(PLAN.format(id="two", title="A plan"), encoding="utf-8")
    return ("--collection", str(folder), "--collection", str(trusted), "--trust", str(trusted))


@pytest.mark.parametrize("way", [above, inside, linked, beside_a_trusted_one])
def test_code_that_nobody_trusts_never_runs(
    way: Callable[[Path], tuple[str, ...]], hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened = way(hostile)
    for command in (("list",), ("check",), ("explain", "kinds"), ("show", "one")):
        assert run(*opened, *command).exit_code in {0, 1}
    assert not (tmp_path / "ran").exists()


def test_code_that_is_a_link_out_of_a_trusted_folder_does_not_run(hostile: Path, tmp_path: Path) -> None:
    (hostile / "kinds.py").rename(tmp_path / "elsewhere.py")
    (hostile / "kinds.py").symlink_to(tmp_path / "elsewhere.py")
    with pytest.raises(UnreadableError, match=r"this code is a link to '.*elsewhere\.py', outside the folder"):
        open_library([hostile], trusted=[hostile])
    assert not (tmp_path / "ran").exists()


def test_an_archive_is_no_collection(hostile: Path, tmp_path: Path) -> None:
    packed = tmp_path / "theirs.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(hostile / "kinds.py", "kinds.py")
    result = run("--collection", str(packed), "--trust", str(packed), "list")
    assert result.exit_code == 2
    assert "this is not a collection" in " ".join(result.stderr.split())
    assert not (tmp_path / "ran").exists()


def test_the_words_of_a_document_act_nowhere(hostile: Path, tmp_path: Path) -> None:
    written = PLAN.format(id="one", title=json.dumps(ACTS))
    (hostile / "proposals" / "one.yaml").write_text(written, encoding="utf-8")
    html, book = tmp_path / "a.html", tmp_path / "a.xlsx"
    for path in (html, book):
        assert run("--collection", str(hostile), "diff", "one", "us-28-point", "-o", str(path)).exit_code == 0
    assert_inert(html, book)


ROUND = ("diff", "union-claim", "employers-reply", "--full")
WRITTEN = {
    "html": ("report", *ROUND[1:3]),
    "docx": ROUND,
    "xlsx": ROUND,
    "md": ROUND,
    "txt": ROUND,
    "json": ROUND[:3],
    "yaml": ("show", "union-claim"),
}
REGISTERS = {
    "actors.yaml": "name: Port Employers' Association",
    "questions.yaml": "label: pay",
    "language/en/pay.yaml": 'heading: "[Pay rise] for {of}"',
}
"""A line of each file in which somebody words something, none of which is a document."""


def worded(text: str, template: str, tmp_path: Path) -> Path:
    """The example of a wage round with a text of somebody else's in each register and in its language."""
    folder = tmp_path / "wages"
    shutil.copytree(WAGES, folder)
    for name, old in REGISTERS.items():
        path = folder / name
        held = path.read_text(encoding="utf-8")
        assert old in held
        new = template if "language" in name else text
        path.write_text(held.replace(old, f"{old.partition(':')[0]}: {new}"), encoding="utf-8")
    return folder


def test_the_words_of_registers_and_languages_act_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(worded(json.dumps(ACTS.replace("{{7*7}}", "")), json.dumps(TEMPLATE), tmp_path))
    for ending, command in WRITTEN.items():
        told = run("--trust", ".", *command, "-o", str(tmp_path / f"a.{ending}"))
        assert told.exit_code == 0, told.stderr
    assert all(one in (tmp_path / "a.html").read_text(encoding="utf-8") for one in ("alert(1)", "alert(2)"))
    assert_inert(tmp_path / "a.html", tmp_path / "a.xlsx")
    written = Document(str(tmp_path / "a.docx"))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    assert "<script>alert(1)</script>" in "".join((*cells, *(one.text for one in written.paragraphs)))
    assert not [one for one in written.part.rels.values() if one.is_external]
    assert "<script>" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "[x](javascript:" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["report"] == "comparison"
    held = yaml.safe_load((tmp_path / "a.yaml").read_text(encoding="utf-8"))
    assert ACTS.replace("{{7*7}} ", "") in {one["name"] for one in held["actors"].values()}


@pytest.mark.parametrize("sign", [r"\e[31m", r"\u202e", r"\0", r"\x9b2J"])
def test_no_escape_for_a_terminal_comes_from_a_register_or_a_language(
    sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(worded(f'"evil{sign}"', f'"evil{sign} {{of}}"', tmp_path))
    for command in WRITTEN.values():
        told = run("--trust", ".", *command)
        assert first_hidden(told.stdout.replace("\n", "")) is None
        assert first_hidden(told.stderr.replace("\n", "")) is None
