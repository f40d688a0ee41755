"""Texts in the layouts that leaks have, each with the points that a reader sees in it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from proposals.texts.html import html
from proposals.texts.lines import markdown, plain
from proposals.texts.points import Split, split
from proposals.texts.raw import Paragraph, RawText
from proposals.texts.reading import read_raw
from proposals.texts.running import without_running_lines


def _points(text: str, read: Callable[[str], tuple[Paragraph, ...]] = plain) -> dict[str, str]:
    found = split(RawText.of("plan.txt", read(text)))
    assert found.unexplained == ()
    return _by_label(found)


def _by_label(found: Split) -> dict[str, str]:
    return {one.label: one.text for one in found.points}


NUMBERED = {
    "art.": ("Art. 1. One.\nArt. 2. Two.\n", "1 2"),
    "articles in capitals": ("ARTICLE I\nOne.\n\nARTICLE II\nTwo.\n", "I II"),
    "articles with paragraphs": ("Article 1\nOne.\n\nArticle 2\n1. Two.\n2. Three.\n", "1 2 2.1 2.2"),
    "articles with letters": ("Article 1\n(a) One.\n(b) Two.\n\nArticle 2\n(a) Three.\n(b) Four.\n", "1 1a 1b 2 2a 2b"),
    "paragraph signs": ("§ 1 One.\n§ 2 Two.\n", "1 2"),
    "sec.": ("Sec. 1. One.\nSec. 2. Two.\n", "1 2"),
    "no.": ("No. 1: One.\nNo. 2: Two.\n", "1 2"),
    "hashes": ("#1 One.\n#2 Two.\n", "1 2"),
    "phases": ("Phase 1: One.\nPhase 2: Two.\n", "1 2"),
    "any word": ("Recommendation 1. One.\nRecommendation 2. Two.\n", "1 2"),
    "any word in a line of its own": ("Principle 1\nOne.\nPrinciple 2\nTwo.\n", "1 2"),
    "ordinals": ("First: one.\nSecond: two.\nThird: three.\n", "1 2 3"),
    "adverbs": ("Firstly, one.\n\nSecondly, two.\n", "1 2"),
    "numbers in words": ("Point one. One.\nPoint two. Two.\n", "1 2"),
    "keycaps": ("1️⃣ One.\n2️⃣ Two.\n", "1 2"),
    "circled": ("① One.\n② Two.\n", "1 2"),
    "degrees": ("1° One.\n2° Two.\n", "1 2"),
    "in quotation marks": ("“1. One.\n“2. Two.\n", "1 2"),
    "in a forwarded mail": ("> 1. One.\n> 2. Two.\n", "1 2"),
    "letter and number": ("A1. One.\nA2. Two.\nB1. Three.\n", "A1 A2 B1"),
    "letter, hyphen and number": ("A-1. One.\nA-2. Two.\n", "A1 A2"),
    "letter and number under letters": ("A. Land\nA1. One.\nA2. Two.\nB. Sea\nB1. Three.\n", "A A1 A2 B B1"),
    "letter, dot and number": ("A. Land\nA.1 One.\nA.2 Two.\nB. Sea\nB.1 Three.\n", "A A.1 A.2 B B.1"),
    "number, dot and letter": ("1. One:\n1.a Two.\n1.b Three.\n2. Four.\n", "1 1a 1b 2"),
    "number and letter in brackets": ("1. One:\n1(a) Two.\n1(b) Three.\n2. Four.\n", "1 1a 1b 2"),
    "one paragraph inside": ("1. One:\n1.1 Two.\n2. Three:\n2.1 Four.\n", "1 1.1 2 2.1"),
    "three levels": ("(1) One:\n(a) two:\n(i) three;\n(ii) four;\n(b) five.\n(2) Six.\n", "1 1a 1a.i 1a.ii 1b 2"),
    "articles through chapters": (
        "Chapter I. Land\nArticle 1. One.\nArticle 2. Two.\nChapter II. Sea\nArticle 3. Three.\nArticle 4. Four.\n",
        "I 1 2 II 3 4",
    ),
    "points through sections": ("Розділ I. Суша\n1. А.\n2. Б.\nРозділ II. Море\n3. В.\n4. Г.\n", "I 1 2 II 3 4"),
    "parts in words": ("PART ONE\n\nArticle 1\nOne.\n\nPART TWO\n\nArticle 2\nTwo.\n", "1 2"),
    "restarts under headings": ("Land\n1. One.\n2. Two.\n\nSea\n1. Three.\n2. Four.\n", "1 2 s2.1 s2.2"),
    "ст.": ("Ст. 1. Один.\nСт. 2. Два.\n", "1 2"),
    "п.": ("п. 1. Один.\nп. 2. Два.\n", "1 2"),
    "Cyrillic letters for Roman numbers": (
        "\u0406. Один.\n\u0406\u0406. Два.\n\u0406\u0406\u0406. Три.\n",
        "I II III",
    ),
    "operative paragraphs": ("1.\tDemands this:\n\n(a)\tone;\n\n(b)\ttwo;\n\n2.\tDecides.\n", "1 1a 1b 2"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), NUMBERED.values(), ids=NUMBERED)
def test_a_numbering_is_found(text: str, labels: str) -> None:
    assert " ".join(_points(text)) == labels


@pytest.mark.parametrize("sign", [*"•●▪■◦○·‣→➔➤▶◆★✅❌✔", "▪️", "👉 ", "o ", "+ ", "* ", "- ", "– ", "-", "–", "🔹🔹"])
def test_a_sign_before_each_line_is_a_bullet(sign: str) -> None:
    assert _points(f"The points:\n{sign}One.\n{sign}Two.\n") == {"1": "One.", "2": "Two."}


@pytest.mark.parametrize("text", ["-5 degrees", "*A note", "+5", "°c", "©", "→"])
def test_a_sign_that_belongs_to_a_word_is_no_bullet(text: str) -> None:
    assert list(_points(f"{text}\n\nWords.\n").values()) == [text, "Words."]


def test_a_heading_without_a_number_is_no_point() -> None:
    text = "Ceasefire\n\nThe fighting ends.\n\nArmed forces\n\nUkraine's army is limited.\n"
    assert list(_points(text).values()) == ["The fighting ends.", "Ukraine's army is limited."]


def test_lines_without_a_stop_are_points_where_no_sentence_follows_them() -> None:
    assert len(_points("Ukraine stays neutral\n\nRussia leaves Sumy\n\nTalks go on\n")) == 3


def test_a_word_cut_at_the_end_of_a_line_is_one() -> None:
    first = "1. Ukraine's army is lim-\nited by a non-\naligned com-\nmission.\n"
    text = f"{first}2. A cease-fire is kept; the cease-\nfire lasts.\n"
    assert _points(text) == {
        "1": "Ukraine's army is limited by a non-aligned commission.",
        "2": "A cease-fire is kept; the cease-fire lasts.",
    }


def test_a_soft_hyphen_at_the_end_of_a_line_goes_with_the_line() -> None:
    assert _points("1. A com\u00ad\nmission.\n2. Two.\n")["1"] == "A commission."


def test_a_hyphen_before_a_capital_stays() -> None:
    assert _points("1. From Kyiv-\nMoscow talks.\n2. Two.\n")["1"] == "From Kyiv-Moscow talks."


TWO_COLUMNS = """\
                    THE PLAN OF BOTH SIDES
1. The fighting ends at once.      3. Prisoners are exchanged.
2. Ukraine's army is limited       4. Sanctions are lifted in
to 600,000 persons.                stages.
"""


def test_two_columns_are_read_one_after_the_other() -> None:
    assert _points(TWO_COLUMNS) == {
        "1": "The fighting ends at once.",
        "2": "Ukraine's army is limited to 600,000 persons.",
        "3": "Prisoners are exchanged.",
        "4": "Sanctions are lifted in stages.",
    }


def test_numbers_set_apart_are_no_column() -> None:
    text = "1.   One thing here.\n2.   Two things here.\n3.   Three things here.\n"
    assert list(_points(text)) == ["1", "2", "3"]


def test_a_gap_in_few_lines_is_no_column() -> None:
    lines = [f"{number}. Words that fill the line of a text.\n" for number in range(1, 6)]
    gap = "6. Words before a gap here     and words behind it.\n"
    assert len(_points("".join([*lines, gap]))) == 6


@pytest.mark.parametrize("mark", ["¹", "[1]"])
def test_a_footnote_is_no_words_of_a_point(mark: str) -> None:
    found = split(RawText.of("plan.txt", plain(f"1. One thing.{mark}\n2. Two.\n\n{mark} As reported.\n")))
    assert _by_label(found) == {"1": f"One thing.{mark}", "2": "Two."}
    assert found.remarks == ("1 footnote is left out of the points",)


def test_footnotes_of_a_text_without_numbers_are_no_points() -> None:
    found = split(RawText.of("plan.txt", plain("The fighting ends.¹\n\nTalks² go on.\n\n¹ So A.\n² So B.\n")))
    assert len(found.points) == 2
    assert found.remarks[-1] == "2 footnotes are left out of the points"


def test_a_table_in_markdown_is_read_cell_by_cell() -> None:
    text = "| No | Point |\n|---:|:---|\n| 1 | One thing. |\n| 2 | Two things. |\n"
    assert _points(text, markdown) == {"1": "One thing.", "2": "Two things."}


def test_a_table_in_a_page_is_read_cell_by_cell() -> None:
    text = "<table><tr><td>1</td><td>One thing.</td></tr><tr><td>2</td><td>Two things.</td></tr></table>"
    assert _points(text, html) == {"1": "One thing.", "2": "Two things."}


def test_running_heads_and_feet_are_left_out() -> None:
    pages = [
        ["Draft of 3 May", "Confidential", "1. One.", "Page 1"],
        ["Draft of 3 May", "Confidential", "2. Two.", "Page 2"],
        [],
        ["Draft of 3 May", "Confidential", "3. Three.", "Page 3"],
    ]
    lines, running = without_running_lines(pages)
    assert [line for line in lines if not line.startswith("Page")] == ["1. One.", "2. Two.", "3. Three."]
    assert running[:2] == ["Draft of 3 May", "Confidential"]


def test_a_number_at_the_head_of_each_page_may_be_that_of_a_point() -> None:
    pages = [[f"Article {number}", f"Word{'s' * number}."] for number in (1, 2, 3)]
    assert without_running_lines([*pages])[0][::2] == ["Article 1", "Article 2", "Article 3"]


def test_a_list_of_a_word_file_that_begins_again_is_two(tmp_path: Path) -> None:
    document = Document()
    root = document.part.numbering_part.element
    style = document.styles["List Number"].element.find(qn("w:pPr")).find(qn("w:numPr")).find(qn("w:numId"))
    first = next(one for one in root.findall(qn("w:num")) if one.get(qn("w:numId")) == style.get(qn("w:val")))
    for name in ("900", "901"):
        number = OxmlElement("w:num")
        number.set(qn("w:numId"), name)
        link = OxmlElement("w:abstractNumId")
        link.set(qn("w:val"), first.find(qn("w:abstractNumId")).get(qn("w:val")))
        number.append(link)
        override = OxmlElement("w:lvlOverride")
        override.set(qn("w:ilvl"), "0")
        start = OxmlElement("w:startOverride")
        start.set(qn("w:val"), "1")
        override.append(start)
        number.append(override)
        root.append(number)
    for words, name in (("One", 900), ("Two", 900), ("Three", 901), ("Four", 901)):
        mark = document.add_paragraph(words)._p.get_or_add_pPr().get_or_add_numPr()
        mark.get_or_add_ilvl().val = 0
        mark.get_or_add_numId().val = name
    held = BytesIO()
    document.save(held)
    path = tmp_path / "plan.docx"
    path.write_bytes(held.getvalue())
    assert [one.text[0] for one in read_raw(path).paragraphs] == ["1", "2", "1", "2"]


def test_a_headline_with_a_sign_of_its_own_is_no_point() -> None:
    found = split(RawText.of("post.txt", plain("⚡️ EXCLUSIVE: the points\n\n▪️ One.\n▪️ Two.\n")))
    assert _by_label(found) == {"1": "One.", "2": "Two."}
    assert found.preamble == ("⚡ EXCLUSIVE: the points",)
