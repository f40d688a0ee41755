from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.strings import alike, folded, nearest, suggestion

WORDS = ("withdrawal", "frozen-line", "Crimea")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivano-Frankivsk", "ivano frankivsk"),
        ("St. Petersburg", "ST.  PETERSBURG"),
        ("People's Republic", "Peoples Republic"),
        ("People’s Republic", "People's  Republic"),
        ("Straße", "STRASSE"),
        ("de_facto", "de–facto"),
        (" Kyiv\n", "kyiv"),
    ],
)
def test_what_does_not_count_in_a_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Kyiv", "Kiev"), ("Kyiv", "Kyiv region"), ("UA-14", "UA-1 4")])
def test_what_counts_in_a_name(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("word", "found"),
    [("front Line", ("frozen-line",)), ("crimea", ("Crimea",)), ("outline", ()), ("", ())],
)
def test_words_that_share_a_part(word: str, found: tuple[str, ...]) -> None:
    assert alike(word, WORDS) == found
    assert alike("a", ["a-1", "a-2", "a-3", "a-4"]) == ("a-1", "a-2", "a-3")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("withdrawl", "withdrawal"),
        ("CRIMEA", "Crimea"),
        ("frozen line", "frozen-line"),
        ("sanctions", None),
        ("", None),
    ],
)
def test_the_nearest_word(written: str, found: str | None) -> None:
    assert nearest(written, WORDS) == found
    assert suggestion(written, WORDS) == (f"did you mean '{found}'?" if found else None)


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest("withdrawal", ()) is None
