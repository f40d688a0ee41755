"""Texts that mean harm: damaged, small and large within, drawn up to be slow. Each is read or is one clear error."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from pdfs import pdf_of
from proposals.errors import UnreadableError
from proposals.texts import raw
from proposals.texts.html import html
from proposals.texts.raw import Paragraph, RawText
from proposals.texts.reading import read_raw

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'<w:document xmlns:w="{SPACE}"><w:body>'
FOOT = "</w:body></w:document>"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'


def packed(**parts: Callable[[str], str]) -> bytes:
    """A Word file with one numbered paragraph, of which these parts are made otherwise."""
    document = Document()
    document.add_paragraph("One.", style="List Number")
    made, changed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            change = parts.get(Path(entry.filename).stem)
            held = old.read(entry)
            new.writestr(entry.filename, change(held.decode()) if change else held)
    return changed.getvalue()


def words(held: bytes, folder: Path, name: str = "plan.docx") -> list[str]:
    path = folder / name
    path.write_bytes(held)
    return [one.text for one in read_raw(path).paragraphs]


def damaged(held: bytes, at: int) -> bytes:
    return held[:at] + bytes([held[at] ^ 255]) + held[at + 1 :]


MARK = '<w:p><w:pPr><w:numPr><w:ilvl w:val="first"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
NO_WORD_FILES = {
    "no body": packed(document=lambda _: f'<w:document xmlns:w="{SPACE}"/>'),
    "another root": packed(document=lambda _: "<document/>"),
    "no XML": packed(document=lambda _: "words"),
    "deep": packed(document=lambda _: f"{HEAD}{'<w:p>' * 1000}{'</w:p>' * 1000}{FOOT}"),
    "entities in entities": packed(document=lambda _: f"{ENTITIES}{HEAD}<w:p>&d;</w:p>{FOOT}"),
    "a level that is no number": packed(numbering=lambda held: held.replace('w:ilvl="0"', 'w:ilvl="first"')),
    "a paragraph's level that is no number": packed(document=lambda _: f"{HEAD}{MARK}{FOOT}"),
    "a start of many digits": packed(numbering=lambda held: held.replace('w:val="1"', f'w:val="{"9" * 5000}"')),
    "cut off": packed()[:-100],
    "damaged": damaged(packed(), 60),
    "unknown packing": packed().replace(b"\x08\x00", b"\x63\x00"),
    "a secret": packed().replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
}


@pytest.mark.parametrize("held", NO_WORD_FILES.values(), ids=NO_WORD_FILES.keys())
def test_a_word_file_that_is_damaged_is_one_clear_error(held: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="this is not a Word file"):
        words(held, tmp_path)


def test_a_small_word_file_that_is_large_within_is_refused(tmp_path: Path) -> None:
    bomb = packed(document=lambda _: f"{HEAD}{'<w:p/>' * 6_000_000}{FOOT}")
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableError, match=r"what is packed in this file has .* bytes; 33,554,432 are the most"):
        words(bomb, tmp_path)


def test_paragraphs_in_paragraphs_are_not_read_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 50
    nested = packed(document=lambda _: f"{HEAD}{'<w:p><w:r><w:t>words</w:t></w:r>' * depth}{'</w:p>' * depth}{FOOT}")
    assert len(words(nested, tmp_path)) == depth
    monkeypatch.setattr(raw, "MOST_READ", 1_000)
    with pytest.raises(UnreadableError, match="this file holds more than 1,000 characters"):
        words(nested, tmp_path)


def test_no_file_of_the_machine_comes_into_a_text(tmp_path: Path) -> None:
    outside = packed(document=lambda _: f"{ENTITIES}{HEAD}<w:p><w:r><w:t>mine &c;</w:t></w:r></w:p>{FOOT}")
    assert words(outside, tmp_path) == ["mine"]


def test_numbers_of_a_list_stay_short(tmp_path: Path) -> None:
    def numbered(held: str, form: str, start: str, text: str) -> str:
        for old, new in (("decimal", form), ('<w:start w:val="1"', f'<w:start w:val="{start}"'), ("%1.", text)):
            held = held.replace(old, new)
        return held

    def shown(*asked: str) -> str:
        (one,) = words(packed(numbering=lambda held: numbered(held, *asked)), tmp_path)
        return one

    assert shown("lowerRoman", "3999", "%1.") == "mmmcmxcix. One."
    assert shown("lowerRoman", "999999999999", "%1.") == "32767. One."
    assert shown("decimal", "7", "%1" * 10_000) == f"{'7' * 128} One."


def test_styles_that_rest_on_each_other_in_a_circle_are_no_list(tmp_path: Path) -> None:
    circle = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'
    paragraph = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>'
    held = packed(
        styles=lambda held: held.replace("</w:styles>", circle), document=lambda _: f"{HEAD}{paragraph}{FOOT}"
    )
    assert words(held, tmp_path) == ["words"]


def test_a_pdf_with_a_page_that_cannot_be_read_is_one_clear_error(tmp_path: Path) -> None:
    tree = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [9 0 R] /Count 1 >>\nendobj\n"
    missing = b"%PDF-1.4\n" + tree + b"trailer << /Size 3 /Root 1 0 R >>\n%%EOF"
    with pytest.raises(UnreadableError, match="this is not a PDF that can be read"):
        words(missing, tmp_path, "leak.pdf")


def test_pages_that_are_the_same_long_one_are_not_read_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proposals.texts.pdf.MOST_READ", 20)
    with pytest.raises(UnreadableError, match="this file holds more than 16,000,000 characters"):
        words(pdf_of(["word"] * 3, pages=3), tmp_path, "leak.pdf")


@pytest.mark.bulk
def test_a_page_that_asks_for_more_memory_than_there_may_be_is_one_clear_error(tmp_path: Path) -> None:
    page = b"BT /F1 11 Tf 14 TL 50 800 Td " + (b"(" + b"word " * 200 + b") Tj T* ") * 140_000 + b" ET"
    held = pdf_of([], content=page)
    assert len(held) < 500_000
    with pytest.raises(UnreadableError, match="this PDF cannot be read in 2 GiB of memory and 120 seconds"):
        words(held, tmp_path, "leak.pdf")


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<p>One.<!-- not", ["One."]),
        ("<p>One.<a href=two", ["One."]),
        ("<p>One. 1 < 2", ["One. 1 < 2"]),
        ("<p>One.<![CDATA[two", ["One."]),
        ("<p>One. 2 > 1 and 1 < 2, <b>two</b>", ["One. 2 > 1 and 1 < 2, two"]),
        ("<div hidden>not <div>nor</div> this</div><p>One.", ["One."]),
        ("<div hidden><p>not<p>nor</div></p><p>One.", ["One."]),
    ],
)
def test_what_a_page_leaves_open_is_not_seen(page: str, seen: list[str]) -> None:
    assert [" ".join(one.text.split()) for one in html(page)] == seen


def test_what_is_hidden_many_times_is_counted() -> None:
    found = RawText.of("x", [Paragraph("U\u200bk\u200b\u200braine")])
    assert found.text == "Ukraine\n"
    assert found.remarks == ("hidden characters were left out: U+200B ZERO WIDTH SPACE (3×)",)


# Each of these takes a moment, and took hours where cost grew with the square. They are read in a process of their own,
# which the system ends if it takes more than two gigabytes of memory or a minute of its processor.
SLOW = """
    import resource, sys
    from proposals.errors import UnreadableError
    from proposals.texts.html import html
    from proposals.texts.lines import markdown, plain
    from proposals.texts.points import split
    from proposals.texts.raw import RawText
    resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    pages = ["<!--", "<", "<a ", "<a x='", "<![if", "<?", "</", "<script></", "&#x"]
    held = [(html, "<html>" + one * 200_000) for one in pages]
    held.append((html, "<div hidden>" * 100_000 + "<b></b></p>" * 100_000))
    held.append((plain, "a" + "\\u200b" * 3_000_000))
    held.append((plain, "a" + "\\u0301\\u0323" * 400_000))
    held.append((markdown, "*a " * 100_000))
    for read, text in held:
        try:
            split(RawText.of("text", read(text)))
        except UnreadableError:
            pass
    print(len(held))
"""


@pytest.mark.bulk
def test_texts_made_to_be_slow_are_read_in_bounded_time_and_memory() -> None:
    done = subprocess.run([sys.executable, "-c", dedent(SLOW)], capture_output=True, text=True, check=False)  # noqa: S603 -- our own interpreter
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "13\n")
