"""The text of a PDF, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from proposals.errors import ProposalsError, UnreadableError
from proposals.texts.pdf import MOST_PAGES, pdf
from proposals.texts.raw import NoTextError
from proposals.texts.reading import read_raw


class PdfiumError(Exception):
    """What pypdfium2 raises."""


def _pdfium(pages: Sequence[str] = (), error: str = "") -> Any:
    """What stands for pypdfium2, so that no test needs it."""

    class PdfDocument:
        def __init__(self, _held: bytes) -> None:
            if error:
                raise PdfiumError(error)

        def __len__(self) -> int:
            return len(pages)

        def __iter__(self) -> Iterator[Any]:
            return iter([SimpleNamespace(get_textpage=lambda text=text: _Text(text)) for text in pages])

        def close(self) -> None:
            """Nothing is held."""

    return SimpleNamespace(PdfDocument=PdfDocument, PdfiumError=PdfiumError)


class _Text:
    def __init__(self, text: str) -> None:
        self.get_text_bounded = lambda: text


def _words(*pages: str) -> list[str]:
    return [one.text for one in pdf(b"", _pdfium(pages))[0]]


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
    found, remarks = pdf(b"", _pdfium(pages))
    assert [one.text for one in found] == ["1. Words of 1.", "2. Words of 2.", "3. Words of 3."]
    assert remarks == ("what most pages begin or end with was left out: 'CONFIDENTIAL', 'Peace plan, draft of May'",)


def test_pages_without_text_are_remarked_on() -> None:
    assert pdf(b"", _pdfium(["One.", " "]))[1] == ("1 of 2 pages hold no text, only pictures",)
    assert pdf(b"", _pdfium(["One."]))[1] == ()


@pytest.mark.parametrize(
    ("pdfium", "message"),
    [
        (_pdfium(["", " "]), "this PDF holds no text: it is a scan"),
        (_pdfium(error="Incorrect password error."), "this PDF is encrypted; save it without a password"),
        (_pdfium(error="Data format error."), "this is not a PDF that can be read"),
        (_pdfium(["One."] * (MOST_PAGES + 1)), "this PDF has 2,001 pages; 2,000 are the most"),
    ],
)
def test_what_has_no_text_is_refused(pdfium: Any, message: str) -> None:
    with pytest.raises(NoTextError, match=message):
        pdf(b"", pdfium)


def test_a_file_is_read_and_a_wrong_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "leak.pdf"
    path.write_bytes(b"%PDF-1.4")
    monkeypatch.setitem(sys.modules, "pypdfium2", _pdfium(["1. One."]))
    assert read_raw(path).text == "1. One.\n"
    monkeypatch.setitem(sys.modules, "pypdfium2", _pdfium([""]))
    with pytest.raises(UnreadableError, match=r"leak\.pdf: this PDF holds no text"):
        read_raw(path)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ProposalsError, match="a PDF needs pypdfium2, of the extra 'pdf'"):
        read_raw(path)


def test_a_real_file_is_read_where_the_extra_is_there(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "leak.pdf"
    path.write_bytes(_written(["1. Fighting stops at once.", "2. Ukraine stays neutral."]))
    assert read_raw(path).text == "1. Fighting stops at once.\n2. Ukraine stays neutral.\n"
    with pytest.raises(NoTextError, match="not a PDF that can be read"):
        pdf(b"%PDF-1.4 and no more", import_module("pypdfium2"))


def _written(lines: Sequence[str]) -> bytes:
    """A PDF of one page."""
    text = "BT /F1 11 Tf 14 TL 50 800 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents 5 0 R >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    ]
    made, offsets = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}{head}{table}{tail}".encode("ascii")
