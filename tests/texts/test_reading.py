"""Reading texts of every format, and refusing what is none in one message."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from proposals.errors import ProposalsError, UnreadableError
from proposals.texts.html import html, numeral
from proposals.texts.lines import markdown, plain
from proposals.texts.points import split
from proposals.texts.raw import MOST_CHARACTERS, Paragraph, RawText
from proposals.texts.reading import read_raw


def _words(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [" ".join(one.text.split()) for one in paragraphs]


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "1. The army of Ukraine will be limited to 600,000\npersonnel in time of peace, and to more\n"
        "in war.\n\n2. More.\n"
    )
    assert _words(plain(text)) == [
        "1. The army of Ukraine will be limited to 600,000 personnel in time of peace, and to more in war.",
        "2. More.",
    ]


def test_short_lines_are_not_wrapped_ones() -> None:
    text = "Article 1\nThe sides agree to stop fighting at once, everywhere.\nArticle 2\nThey talk.\n"
    assert _words(plain(text))[0] == "Article 1 The sides agree to stop fighting at once, everywhere."


def test_long_lines_are_paragraphs() -> None:
    long = "word " * 40
    assert len(plain(f"{long}\n{long}\n")) == 2


def test_capitals_are_a_heading() -> None:
    assert [one.heading for one in plain("TERRITORY\n\nWords of it.\n")] == [True, False]


def test_markdown_is_read_without_its_signs() -> None:
    text = "# The plan\n\nIntro\n\n---\n\n1. **Ukraine** [stays](https://example.org) *free*.\n2. `NATO`\n> quoted\n"
    found = markdown(text)
    assert _words(found) == ["The plan", "Intro", "1. Ukraine stays free.", "2. NATO", "quoted"]
    assert [one.heading for one in found] == [True, False, False, False, False]


def test_markdown_that_a_program_wrote_is_read_without_what_it_keeps_about_it() -> None:
    text = "---\ntitle: The plan\ndate: 1948-01-17\n---\n1\\. First\\.\n\n2\\. \\*Second\\* C:\\dir\n\n---\n\nEnd.\n"
    assert _words(markdown(text)) == ["1. First.", "2. *Second* C:\\dir", "End."]
    assert _words(markdown("---\n\nWords\n")) == ["Words"]


def test_a_page_is_read_as_it_is_seen() -> None:
    page = """<html><head><title>No</title><style>p {}</style></head><body><h2>Terms</h2>
    <p>The <b>sides</b> agree:</p><ol start="3"><li>One<li value="7">Seven<ul><li>inside</ul></ol>
    <ol type="a"><li>x</li><li>y</li></ol><ol type="i"><li>z</li></ol></ul><li>loose
    <script>no()</script><p hidden>not <img> <b>seen</b></i></p><div>a<br>b &amp; c</div></body></html>"""
    found = html(page)
    assert _words(found) == [
        "Terms", "The sides agree:", "3. One", "7. Seven", "• inside", "a. x", "b. y", "i. z", "• loose", "a", "b & c",
    ]  # fmt: skip
    assert [one.text for one in found if one.heading] == ["Terms"]


def test_pasted_lines_of_a_page_are_parted_by_blank_ones() -> None:
    found = html("<p>Measures\n\n1.</p><p>A ceasefire\nat once.\n\n\n2.</p><p>Talks.</p><h1>A\n\nheading</h1>")
    assert _words(found) == ["Measures", "1.", "A ceasefire at once.", "2.", "Talks.", "A heading"]
    assert [one.label for one in split(RawText.of("x", found)).points] == ["1", "2"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (4, "i", "iv"),
        (1999, "I", "MCMXCIX"),
        (2, "a", "b"),
        (26, "A", "Z"),
        (27, "a", "27"),
        (0, "i", "0"),
        (3, "1", "3"),
    ],
)
def test_numerals_are_written(number: int, form: str, written: str) -> None:
    assert numeral(number, form) == written


def _word_file(*, changes: bool = False) -> bytes:
    document = Document()
    document.add_heading("The plan", 0)
    for words in ("One.", "Two."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("a bullet", style="List Bullet")
    document.add_paragraph("")
    document.add_table(1, 1).cell(0, 0).text = "in a cell"
    third = document.add_paragraph("Three", style="List Number")
    third.runs[0].add_break()
    if changes:
        inserted = OxmlElement("w:ins")
        inserted.append(third.runs[0]._r)
        third._p.append(inserted)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def test_a_word_file_is_read_with_its_numbers(tmp_path: Path) -> None:
    found = read_raw(_file(tmp_path, "plan.docx", _word_file()))
    assert [one.text for one in found.paragraphs] == [
        "The plan",
        "1. One.",
        "2. Two.",
        "• a bullet",
        "in a cell",
        "3. Three",
    ]
    assert found.paragraphs[0].heading
    assert found.remarks == ()


def test_tracked_changes_are_remarked_on(tmp_path: Path) -> None:
    found = read_raw(_file(tmp_path, "plan.docx", _word_file(changes=True)))
    assert found.paragraphs[-1].text == "3. Three"
    assert found.remarks == ("the file has tracked changes; it was read as if all were accepted",)


def _numbered(document: Any, words: str, level: int, number: str = "9") -> None:
    mark = document.add_paragraph(words)._p.get_or_add_pPr().get_or_add_numPr()
    mark.get_or_add_ilvl().val = level
    mark.get_or_add_numId().val = int(number)


def test_levels_of_a_word_list_are_counted_as_word_does(tmp_path: Path) -> None:
    document = Document()
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%1.%2)"), ("lowerRoman", "(%3)"))):
        held = OxmlElement("w:lvl")
        held.set(qn("w:ilvl"), str(level))
        for name, value in (("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            held.append(child)
        abstract.append(held)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "99")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    number.append(link)
    root.extend([abstract, number])
    for words, level in (("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 0), ("F", 1)):
        _numbered(document, words, level, "99")
    _numbered(document, "no such list", 0, "1234")
    path = tmp_path / "plan.docx"
    document.save(str(path))
    found = [one.text for one in read_raw(path).paragraphs]
    assert found == ["1. A", "1.a) B", "(i) C", "(ii) D", "2. E", "2.a) F", "no such list"]


def test_a_word_file_without_lists(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Words.")
    rel = next(key for key, one in document.part.rels.items() if "numbering" in one.reltype)
    document.part.drop_rel(rel)
    path = tmp_path / "plan.docx"
    document.save(str(path))
    assert [one.text for one in read_raw(path).paragraphs] == ["Words."]


def test_what_is_no_word_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="this is not a Word file"):
        read_raw(_file(tmp_path, "a.docx", b"PK\x03\x04 not packed"))
    with pytest.raises(UnreadableError, match="encrypted, or of the format before"):
        read_raw(_file(tmp_path, "b.docx", b"\xd0\xcf\x11\xe0 old"))
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("other.txt", "no Word")
    with pytest.raises(UnreadableError, match="this is not a Word file"):
        read_raw(_file(tmp_path, "c.docx", packed.getvalue()))
    monkeypatch.setattr("proposals.texts.word._LARGEST", 10)
    with pytest.raises(UnreadableError, match="what is packed in this file has"):
        read_raw(_file(tmp_path, "d.docx", _word_file()))


def test_without_the_extra_a_word_file_asks_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "proposals.texts.word", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ProposalsError, match=r"a Word file needs docx, of the extra 'office'"):
        read_raw(_file(tmp_path, "plan.docx", b""))


@pytest.mark.parametrize(
    "content", ["1. Öne\n", "\ufeff1. Öne\n", "1. Öne\n".encode("utf-16")], ids=["plain", "with a mark", "UTF-16"]
)
def test_text_is_read_in_the_coding_that_it_names(tmp_path: Path, content: str | bytes) -> None:
    found = read_raw(_file(tmp_path, "plan.txt", content))
    assert found.text == "1. Öne\n"
    assert len(found.sha256) == 64


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"ok\nbad \xff", r"a\.txt:2:5: byte 0xFF is not UTF-8"),
        ("a.txt", b"%PDF-1.7", "give the file the ending of its format"),
        ("a.txt", b"PK\x03\x04", "give the file the ending of its format"),
        ("a.txt", b" \n\n", "this file holds no text"),
        ("a.odt", b"", r"texts are read from \.txt, \.md, \.html, \.htm, \.docx, \.pdf files, not from"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_raw(_file(tmp_path, name, content))


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="1,000,001 characters; 1,000,000 are the most"):
        RawText.of("x", [Paragraph("x" * (MOST_CHARACTERS + 1))])


def test_hidden_characters_are_left_out_and_remarked_on() -> None:
    found = RawText.of("x", [Paragraph("Uk\u00adrai\u200bne\u00ad\x0c stays")])
    assert found.text == "Ukraine stays\n"
    (remark,) = found.remarks
    assert remark.startswith("hidden characters were left out: U+00AD SOFT HYPHEN (2×), U+200B")


def test_words_of_two_scripts_are_remarked_on() -> None:
    mixed = [f"C{letter}imea" for letter in "абвгде"]
    (remark,) = RawText.of("x", [Paragraph(" ".join(mixed))]).remarks
    assert remark == (
        "Latin and Cyrillic letters are mixed in one word: 'Cаimea', 'Cбimea', 'Cвimea', 'Cгimea', 'Cдimea' and 1 more"
    )
    assert RawText.of("x", [Paragraph("Cрим (Crimea)")]).remarks == (
        "Latin and Cyrillic letters are mixed in one word: 'Cрим'",
    )


def test_a_text_without_an_ending_is_read_by_how_it_begins(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("1. Fighting stops.")
    packed = BytesIO()
    document.save(packed)
    held = {
        "plain": b"1. Fighting stops.",
        "page": b"\n<!DOCTYPE html><p>1. Fighting stops.</p>",
        "marked": b"\xef\xbb\xbf<html><p>1. Fighting stops.</p></html>",
        "word": packed.getvalue(),
    }
    for name, content in held.items():
        (tmp_path / name).write_bytes(content)
        assert read_raw(tmp_path / name).text == "1. Fighting stops.\n", name
