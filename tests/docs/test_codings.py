"""The two codings of a text are well-formed, and every difference between them is settled on the page."""

from __future__ import annotations

import re

import pytest
from manual.codings import TEXTS, agreed, differences, page


@pytest.mark.parametrize("text", TEXTS)
def test_every_point_with_a_difference_is_settled(text: str) -> None:
    found = agreed(text)
    unlike = [one.second for one in found.both if one.unlike]
    settled = {point for one in differences()[text] for point in re.findall(r"\d+", one.point)}
    for term in (*found.only_first, *found.only_second, *unlike):
        assert settled.intersection(term.points), term


@pytest.mark.parametrize("text", TEXTS)
def test_a_difference_has_two_values_and_a_reason_in_whole_sentences(text: str) -> None:
    assert differences()[text]
    for one in differences()[text]:
        assert re.fullmatch(r"[A-Z].*\.", one.because)
        assert one.first != one.second


def test_the_page_has_the_figures_of_each_text() -> None:
    assert "| 10 | 12 | 4 | 6 | 0.80 | 0.64 |" in page()
    assert "| 16 | 19 | 16 | 0 | 1.00 | 1.00 |" in page()
