from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import Location
from proposals.provenance import Citation, Source, TextQuote, find_quote
from proposals.vocabulary import Credibility, Reliability

TEXT = "He said: “It’s a 20-point plan – not ours.”\nThe line\u00a0stays."


def test_a_passage_is_found_in_the_sources_own_wording() -> None:
    (found,) = find_quote('"It\'s a 20-point plan - not ours." The line stays.', TEXT)
    assert found == TextQuote(exact=TEXT[9:], prefix="He said: ", suffix="", start=9, end=len(TEXT))


def test_prefix_and_suffix_are_up_to_32_characters() -> None:
    text = "a" * 40 + "passage" + "b" * 40
    (found,) = find_quote("passage", text)
    assert (found.prefix, found.suffix, found.start, found.end) == ("a" * 32, "b" * 32, 40, 47)


@pytest.mark.parametrize(
    ("quote", "starts"),
    [
        ("plan", [26]),
        ("It's", [10]),
        ("The line stays", [44]),
        ("it’s", []),
        ("the line", []),
        ("20 point", []),
        ("line  stays", []),
        ("", []),
    ],
)
def test_what_matches(quote: str, starts: list[int]) -> None:
    assert [found.start for found in find_quote(quote, TEXT)] == starts


@pytest.mark.parametrize(
    ("quote", "text", "start", "end"),
    [
        ("T\u00fcrkiye", "In Tu\u0308rkiye today", 3, 11),
        ("Tu\u0308rkiye", "In T\u00fcrkiye today", 3, 10),
        ("rkiye", "In Tu\u0308rkiye today", 6, 11),
        ("\u0439", "e\u0301 \u0438\u0306", 3, 5),
        ("\uac01", "x\u1100\u1161\u11a8y", 1, 4),
        ("today", "e\u0301 today", 3, 8),
    ],
)
def test_accents_match_however_they_are_coded_and_offsets_are_those_of_the_source(
    quote: str, text: str, start: int, end: int
) -> None:
    (found,) = find_quote(quote, text)
    assert (found.start, found.end, found.exact) == (start, end, text[start:end])


@given(st.text("aeu\u0301\u0308\u00e9\u00fc -"), st.text("aeu\u0301\u0308\u00e9\u00fc -", min_size=1))
def test_a_quotation_in_one_form_is_found_in_the_text_in_the_other(before: str, quote: str) -> None:
    text = unicodedata.normalize("NFD", f"{before}|{quote}|")
    found = find_quote(unicodedata.normalize("NFC", f"|{quote}|"), text)
    assert [one.exact for one in found][-1:] == [text[text.index("|") :]]


def test_every_place_is_told_also_where_they_overlap() -> None:
    assert [(found.start, found.end) for found in find_quote("aa", "aaa")] == [(0, 2), (1, 3)]


def test_a_passage_that_stands_everywhere_is_told_a_thousand_times() -> None:
    assert len(find_quote("a", "a" * 100_000)) == 1000


@given(st.text("ab‘’'-– \n\u00a0"), st.text("ab‘’'-– \n\u00a0", min_size=1), st.text("ab‘’'-– \n\u00a0"))
def test_a_passage_is_found_again_where_it_stands(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    found = find_quote(quote, text)
    assert len(before) in [one.start for one in found]
    for one in found:
        assert one.exact == text[one.start : one.end]
        assert len(one.exact) == len(quote)
        assert text.startswith(one.prefix + one.exact + one.suffix, one.start - len(one.prefix))
        assert one in find_quote(one.exact, text)


@pytest.mark.parametrize(
    ("reliability", "credibility", "grade"),
    [(Reliability.B, Credibility.PROBABLE, "B2"), (None, None, ""), (Reliability.F, None, "F")],
)
def test_a_grade_has_two_parts(reliability: Reliability | None, credibility: Credibility | None, grade: str) -> None:
    assert Source(id="ap", reliability=reliability, credibility=credibility).grade == grade


def test_where_it_was_read_is_no_content() -> None:
    assert Citation(source="ap", at=Location("a", 1, 1)) == Citation(source="ap", at=Location("b", 2, 2))
    assert Source(id="ap", at=Location("a", 1, 1)) == Source(id="ap")
