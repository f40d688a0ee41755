"""Splitting a text into points, whatever its layout."""

from __future__ import annotations

import pytest

from proposals.errors import UnreadableError
from proposals.texts.lines import plain
from proposals.texts.points import MOST_MARKERS, Split, split
from proposals.texts.raw import Paragraph, RawText


def _split(text: str) -> Split:
    return split(RawText.of("plan.txt", plain(text)))


def _labels(text: str) -> list[str]:
    return [one.label for one in _split(text).points]


LAYOUTS = {
    "numbers": ("1. One.\n2. Two.\n3. Three.\n", ["1", "2", "3"]),
    "no blank after the number": ("1.One.\n2.Two.\n", ["1", "2"]),
    "brackets": ("1) One.\n2) Two.\n", ["1", "2"]),
    "words": ("Point 1: One.\nPoint 2: Two.\n", ["1", "2"]),
    "articles with titles": ("Article 1\nOne.\n\nArticle 2\nTwo.\n", ["1", "2"]),
    "bare numbers": ("1 One thing.\n2 Two things.\n3 Three things.\n", ["1", "2", "3"]),
    "dashes": ("1 – One.\n2 – Two.\n", ["1", "2"]),
    "Roman": ("I. One.\nII. Two.\nIII. Three.\nIV. Four.\n", ["I", "II", "III", "IV"]),
    "letters": ("a) One.\nb) Two.\nc) Three.\n", ["a", "b", "c"]),
    "letters past i": ("\n".join(f"{letter}) Words." for letter in "abcdefghij"), list("abcdefghij")),
    "Cyrillic": ("а) Перше.\nб) Друге.\nв) Третє.\n", ["1", "2", "3"]),
    "nested letters": ("1. One:\na) first;\nb) second.\n2. Two.\n", ["1", "1a", "1b", "2"]),
    "nested Cyrillic": ("1. Одне:\nа) перше;\nб) друге.\n2. Два.\n", ["1", "1.1", "1.2", "2"]),
    "decimals": ("1. A.\n1.1 B.\n1.2 C.\n2. D.\n2.1 E.\n2.2 F.\n", ["1", "1.1", "1.2", "2", "2.1", "2.2"]),
    "only decimals": ("1.1 First.\n1.2 Second.\n2.1 Third.\n", ["1.1", "1.2", "2.1"]),
    "letters in the number": ("1. One.\n1a. First.\n1b. Second.\n2. Two.\n", ["1", "1a", "1b", "2"]),
    "Roman in letters": ("A. One:\ni) first;\nii) second.\nB. Two.\n", ["A", "A.i", "A.ii", "B"]),
    "under Roman sections": ("I. A\n1. B.\n2. C.\nII. D\n1. E.\n2. F.\n", ["I", "I.1", "I.2", "II", "II.1", "II.2"]),
    "restarts": ("1. One.\n2. Two.\n3. Three.\nOther matters\n1. Four.\n2. Five.\n", ["1", "2", "3", "s2.1", "s2.2"]),
    "a number is missing": ("1. One.\n2. Two.\n4. Four.\n5. Five.\n", ["1", "2", "4", "5"]),
    "begins late": ("4. Four.\n5. Five.\n6. Six.\n", ["4", "5", "6"]),
    "bullets": ("The sides agree:\n• One.\n• Two.\n", ["1", "2"]),
    "paragraphs": ("Ukraine stays neutral.\n\nRussia withdraws.\n", ["1", "2"]),
    "running numbers": ("Three things: (1) peace; (2) trade; (3) talks.\n", ["1", "2", "3"]),
    "running numbers without stops": ("1) Army 600k 2) no NATO 3) frozen line\n", ["1", "2", "3"]),
    "running words": ("First, one thing. Second, two things. Third, three things.\n", ["1", "2", "3"]),
    "words that run on in a line": ("First, one. Second, two.\nThird, three. Fourth, four.\n", ["1", "2", "3", "4"]),
    "a note": ("Army 600k. No NATO. Frozen line.\n", ["1", "2", "3"]),
    "a note with semicolons and a title": ("THE PLAN\nArmy 600k; no NATO; frozen line\n", ["1", "2", "3"]),
    "a detached number": ("Measures\n\n1.\n\nOne thing.\n\n2.\n\nTwo things.\n", ["1", "2"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_split(text: str, labels: list[str]) -> None:
    found = _split(text)
    assert [one.label for one in found.points] == labels
    assert found.unexplained == ()
    for point in found.points:
        for at, words in point.paragraphs:
            assert found.text.text[at : at + len(words)] == words


def test_running_words_have_a_lead_and_an_end() -> None:
    found = _split(
        "The envoy named three.\n\nFirst, peace. Second, trade. Third, talks. Kyiv is silent.\n\nSo he said.\n"
    )
    assert found.preamble == ("The envoy named three.",)
    assert [one.text for one in found.points] == ["peace.", "trade.", "talks.\nKyiv is silent.\nSo he said."]
    assert found.remarks == ()


PROSE = {
    "numbers in one of many paragraphs": "One.\n\nTwo.\n\nMore.\n\nFirst, peace. Second, trade. Third, talks.\n",
    "short sentences that an author sets in paragraphs": "It is.\n\nRussia withdraws. It does so now. It pays.\n",
    "ordinary sentences": "Ukraine stays out of all alliances. Russia withdraws its armies. Both hold talks.\n",
    "numbers that are no series": "Peace is as in Article 2. The country is one. As Article 7. says, they go on.\n",
    "two short sentences": "No NATO. Frozen line.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_is_split_by_its_paragraphs(text: str) -> None:
    found = _split(text)
    assert [one.text for one in found.points] == text.strip().split("\n\n")
    assert found.remarks == ("the text has no numbers; its paragraphs are counted",)


@pytest.mark.parametrize(
    "text", [text for text, _ in LAYOUTS.values()] + [*PROSE.values(), "THE PLAN\n\nOne is it.\n\nTwo is it.\n"]
)
def test_the_copy_of_a_text_is_split_as_the_text_is(text: str) -> None:
    once = _split(text)
    again = split(RawText.of("copy", map(Paragraph.of_line, once.text.text.splitlines())))
    assert again.text.text == once.text.text
    assert [(one.label, one.paragraphs) for one in again.points] == [(one.label, one.paragraphs) for one in once.points]


def test_a_number_in_running_text_stays_words() -> None:
    text = "1. One, as in Article\n5. of the treaty.\n2. Two.\n3. Three.\n"
    found = _split(text)
    assert [one.label for one in found.points] == ["1", "2", "3"]
    assert found.unexplained == ("5. of the treaty.",)
    assert "of the treaty." in found.points[0].text


def test_a_number_that_jumps_alone_stays_words() -> None:
    found = _split("1. One.\n2. Two.\nSee Article\n12. of the treaty.\n")
    assert [one.label for one in found.points] == ["1", "2"]
    assert found.unexplained == ("12. of the treaty.",)
    assert _labels("1. One.\n2. Two.\n10. Ten.\n11. Eleven.\n") == ["1", "2", "10", "11"]


def test_a_list_inside_a_point_with_the_same_numbers_is_shown_as_unexplained() -> None:
    found = _split("1. One:\n1. first;\n2. second.\n2. Two.\n3. Three.\n")
    assert [one.label for one in found.points] == ["1", "2", "3"]
    assert found.unexplained == ("1. first;", "2. Two.")


def test_a_number_out_of_its_order_stays_words() -> None:
    found = _split("1. One.\n2. Two.\n4. Four.\n3. Three.\n5. Five.\n6. Six.\n")
    assert len(found.points) == 5
    assert len(found.unexplained) == 1


def test_a_number_alone_is_no_numbering() -> None:
    found = _split("7. Only this.\n\nAnd this.\n")
    assert [one.label for one in found.points] == ["1", "2"]
    assert found.unexplained == ("7. Only this.",)
    assert found.remarks == ("the text has no numbers; its paragraphs are counted",)


def test_what_stands_before_the_points_is_the_preamble() -> None:
    found = _split("The sides,\n\nhaving met,\n\n1. One.\n\nMore of it.\n\n2. Two.\n")
    assert found.preamble == ("The sides,", "having met,")
    assert found.points[0].text == "One.\nMore of it."


def test_headings_are_no_words_of_a_point() -> None:
    found = _split("1. One.\n\nTERRITORY\n\n2. Two.\n")
    assert [one.text for one in found.points] == ["One.", "Two."]


def test_bullets_inside_a_point_are_its_paragraphs() -> None:
    found = _split("1. One:\n- first;\n- second.\n2. Two.\n")
    assert [one.text for one in found.points] == ["One:\nfirst;\nsecond.", "Two."]


def test_points_know_what_they_stand_in() -> None:
    found = _split("I. Land\n1. One:\na) first;\nb) second.\n2. Two.\nII. Sea\n")
    assert [one.above for one in found.points] == [(), ("I",), ("I", "I.1"), ("I", "I.1"), ("I",), ()]


def test_a_label_that_no_file_takes_is_counted() -> None:
    inner = "100.100.100.100 One.\n100.100.100.101 Two.\n"
    text = f"xxxviii. One\n(xxxvii) Words\n{inner}(xxxviii) Words\nxxxix. Two\n"
    assert _labels(text) == ["xxxviii", "xxxviii.xxxvii", "1", "2", "xxxviii.xxxviii", "xxxix"]


def test_a_restart_is_remarked_on() -> None:
    (remark,) = _split("1. One.\n2. Two.\n1. Another plan.\n2. More.\n").remarks
    assert remark == "the numbering begins again at '1. Another plan.': two texts, or sections?"


def test_too_many_markers_are_refused() -> None:
    with pytest.raises(UnreadableError, match="2,001 paragraphs begin with a number"):
        _split("• words\n" * (MOST_MARKERS + 1))
