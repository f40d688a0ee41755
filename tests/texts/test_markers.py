"""What may number a point, and what it may mean."""

from __future__ import annotations

import pytest

from proposals.texts.markers import BULLET, markers


@pytest.mark.parametrize(
    ("text", "label", "ranks"),
    [
        ("1. Words", "1", [(1,)]),
        ("1.Words", "1", [(1,)]),
        ("12) words", "12", [(12,)]),
        ("(3) words", "3", [(3,)]),
        ("[4] words", "4", [(4,)]),
        ("Point 5: words", "5", [(5,)]),
        ("Article 6. Words", "6", [(6,)]),
        ("Стаття 7. Слова", "7", [(7,)]),
        ("8 – words", "8", [(8,)]),
        ("9 Words", "9", [(9,)]),
        ("2.1.3 Words", "2.1.3", [(2, 1, 3)]),
        ("13a. words", "13a", [(13, 1)]),
        ("b) words", "b", [(2,)]),
        ("i) words", "i", [(1,), (9,)]),
        ("xiv. words", "xiv", [(14,)]),
        ("IX. Words", "IX", [(9,)]),
        ("б) слова", "б", [(2,), (2,)]),
        ("ґ) слова", "ґ", [(5,)]),
        ("7.", "7", [(7,)]),
    ],
)
def test_a_marker_is_read(text: str, label: str, ranks: list[tuple[int, ...]]) -> None:
    found = markers(text)
    assert [one.rank for one in found] == ranks
    assert {one.label for one in found} == {label}
    assert text[found[0].length :].casefold() in {"words", "слова", ""}


@pytest.mark.parametrize("text", ["• words", "- words", "– words", "*\twords", "•words"])
def test_a_bullet_has_no_rank(text: str) -> None:
    (found,) = markers(text)
    assert (found.style, found.rank, text[found.length :]) == (BULLET, (), "words")


@pytest.mark.parametrize(
    "text",
    [
        "Words",
        "2014 was a year",
        "5 km",
        "I agree",
        "A Word",
        "(see below) words",
        "-words",
        "0. words",
        "A0. words",
        "1.0 Words",
        "One more thing",
        "9 March 2026",
        "9. März 2026: words",
        "Russia I agree",
        "",
        "(a words",
        "² words",
        "(²) words",
    ],
)
def test_other_words_are_no_marker(text: str) -> None:
    assert markers(text) == ()


def test_a_bare_number_may_be_one_as_only_a_chain_can_tell() -> None:
    assert [one.label for one in markers("5 September")] == ["5"]


def test_what_surrounds_a_number_tells_series_apart() -> None:
    styles = [markers(f"{sign} words")[0].style for sign in ("1.", "1)", "(1)", "Point 1.", "a)", "A)", "1.1.")]
    assert len(set(styles)) == len(styles)
