"""The text of a PDF, and what is refused."""

from __future__ import annotations

import json
import runpy
import sys
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from pdfs import pdf_of
from proposals.errors import ProposalsError, UnreadableError
from proposals.texts import pages
from proposals.texts.pdf import MOST_PAGES, paragraphs
from proposals.texts.reading import read_raw

HOME = Path(str(find_spec("pypdfium2").origin)).parents[1]


def _words(*pages: str) -> list[str]:
    return [one.text for one in paragraphs(pages)[0]]


def test_pages_are_read_in_order_without_their_numbers() -> None:
    assert _words("1. One.\r\n1", "Page 2 of 3\r\n2. Two.", "- 3 -\r\n3. Three.\r\n3 / 3") == [
        "1. One.",
        "2. Two.",
        "3. Three.",
    ]


def test_a_word_that_is_cut_at_the_end_of_a_line_is_one() -> None:
    assert _words("1. The demili\ufffe\r\ntarised zone.") == ["1. The demilitarised zone."]


def test_lines_of_any_length_go_on_where_the_next_begins_in_small_letters() -> None:
    page = "1. The sides will stop\nall fighting\nin the named regions, and will do so.\n2. Talks\na) begin\nb) go on\n"
    assert _words(page) == [
        "1. The sides will stop all fighting in the named regions, and will do so.",
        "2. Talks",
        "a) begin",
        "b) go on",
    ]


def test_what_most_pages_begin_or_end_with_is_left_out_and_remarked_on() -> None:
    pages = [f"CONFIDENTIAL\r\n{number}. Words of {number}.\r\nPeace plan, draft of May" for number in (1, 2, 3)]
    found, remarks = paragraphs(pages)
    assert [one.text for one in found] == ["1. Words of 1.", "2. Words of 2.", "3. Words of 3."]
    assert remarks == ("what most pages begin or end with was left out: 'CONFIDENTIAL', 'Peace plan, draft of May'",)


def test_pages_without_text_are_remarked_on() -> None:
    assert paragraphs(["One.", " "])[1] == ("1 of 2 pages hold no text, only pictures",)
    assert paragraphs(["One."])[1] == ()


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "leak.pdf"
    path.write_bytes(pdf_of(["1. Fighting stops at once.", "2. Ukraine stays neutral."]))
    assert read_raw(path).text == "1. Fighting stops at once.\n2. Ukraine stays neutral.\n"


@pytest.mark.parametrize(
    ("held", "message"),
    [
        (pdf_of([]), "this PDF holds no text: it is a scan"),
        (pdf_of(["One."], pages=MOST_PAGES + 1), "this PDF has 2,001 pages; 2,000 are the most"),
        (pdf_of(["One."], encrypted=True), "this PDF is encrypted; save it without a password"),
        (b"%PDF-1.4 and no more", "this is not a PDF that can be read"),
    ],
    ids=["no text", "many pages", "encrypted", "no PDF"],
)
def test_what_has_no_text_is_refused(held: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "leak.pdf"
    path.write_bytes(held)
    with pytest.raises(UnreadableError, match=rf"leak\.pdf: {message}"):
        read_raw(path)


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "leak.pdf"
    path.write_bytes(pdf_of(["One."]))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ProposalsError, match="a PDF needs pypdfium2, of the extra 'pdf'"):
        read_raw(path)


def test_a_package_that_cannot_be_loaded_is_named_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "pypdfium2"
    package.mkdir()
    (package / "__init__.py").write_text("raise OSError('built for another system')\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "pypdfium2", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    path = tmp_path / "leak.pdf"
    path.write_bytes(pdf_of(["One."]))
    with pytest.raises(
        UnreadableError, match="pypdfium2, which reads PDFs, cannot be loaded here: built for another sy"
    ):
        read_raw(path)


def test_the_process_says_why_it_could_not_load_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setattr(sys, "path", [*sys.path])
    printed = StringIO()
    pages.main([str(HOME), "1", "100"], BytesIO(b""), printed)
    assert "pypdfium2" in json.loads(printed.getvalue())["unloaded"]


def test_a_process_that_takes_too_long_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SECONDS", 0)
    path = tmp_path / "leak.pdf"
    path.write_bytes(pdf_of(["One."]))
    with pytest.raises(UnreadableError, match="this PDF cannot be read in 2 GiB of memory and 120 seconds"):
        read_raw(path)


@pytest.mark.parametrize(
    ("held", "most", "found"),
    [
        (pdf_of(["One."], pages=2), (2, 100), {"pages": ["One.", "One."]}),
        (pdf_of(["One."], pages=2), (1, 100), {"count": 2}),
        (pdf_of(["One."], pages=2), (2, 7), {"characters": 8}),
        (b"%PDF", (2, 100), {"error": "Failed to load document (PDFium: Data format error)."}),
    ],
    ids=["pages", "many pages", "many characters", "no PDF"],
)
def test_the_process_prints_what_it_finds_and_bounds_its_memory(
    held: bytes, most: tuple[int, int], found: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds: list[object] = []
    system = SimpleNamespace(RLIMIT_AS="memory", setrlimit=lambda *bound: bounds.append(bound))
    monkeypatch.setitem(sys.modules, "resource", system)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "argv", ["pages", str(HOME), *map(str, most)])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(held)))
    monkeypatch.setattr(sys, "stdout", StringIO())
    runpy.run_path(pages.__file__, run_name="__main__")
    assert json.loads(sys.stdout.getvalue()) == found
    assert bounds == [("memory", (2 << 30, 2 << 30))]
