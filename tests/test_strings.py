from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.strings import (
    alike,
    beginning,
    capital,
    composed,
    describe,
    first_hidden,
    folded,
    id_fault,
    nearest,
    piled,
    pointed,
    suggestion,
    visible,
)

HIDDEN = {
    "null": 0x00,
    "bell": 0x07,
    "vertical tab": 0x0B,
    "carriage return": 0x0D,
    "escape": 0x1B,
    "delete": 0x7F,
    "next line": 0x85,
    "control sequence introducer": 0x9B,
    "soft hyphen": 0xAD,
    "combining grapheme joiner": 0x34F,
    "Arabic letter mark": 0x61C,
    "Hangul filler": 0x3164,
    "Mongolian vowel separator": 0x180E,
    "zero width space": 0x200B,
    "zero width joiner": 0x200D,
    "right-to-left mark": 0x200F,
    "line separator": 0x2028,
    "right-to-left override": 0x202E,
    "word joiner": 0x2060,
    "first strong isolate": 0x2068,
    "Braille blank": 0x2800,
    "variation selector": 0xFE0F,
    "byte order mark": 0xFEFF,
    "interlinear annotation": 0xFFF9,
    "tag letter": 0xE0041,
    "supplementary variation selector": 0xE0100,
    "lone surrogate": 0xD800,
    "reversed byte order mark": 0xFFFE,
    "last of the first plane": 0xFFFF,
    "no character of Arabic": 0xFDD0,
}
# Controls of category Cf that a reader sees: signs written above or around numbers, and layout of old scripts.
SEEN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}


@pytest.mark.parametrize("code", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_hides_is_found_and_written_out(code: int) -> None:
    text = f"до{chr(code)}x"
    assert first_hidden(text) == 2
    assert visible(text) == f"до⟨U+{code:04X}⟩x"


def test_every_control_and_format_character_of_unicode_hides() -> None:
    missed = [
        describe(chr(code))
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and code not in SEEN
        and chr(code) not in "\t\n"
        and first_hidden(chr(code)) is None
    ]
    assert missed == []


@pytest.mark.parametrize("text", ["", "a\tb\nc", "Київ", "“20-point” – plan’s …", "€ 1 000", "ç̧ é", "مرحبا", "和平"])
def test_what_a_reader_sees_stays_as_it_is(text: str) -> None:
    assert first_hidden(text) is None
    assert visible(text) == text


@pytest.mark.parametrize("text", ["می\u200cخو", "بي\u064e\u200cب", "क्\u200dष", "क्\u200cष", "ශ්\u200dරී"])
def test_joiners_are_seen_in_the_scripts_that_need_them(text: str) -> None:
    assert first_hidden(text) is None
    assert visible(text) == text


@pytest.mark.parametrize(
    "text", ["a\u200cb", "می\u200c x", "x\u200cمی", "می\u200dخ", "क\u200dष", "\u200cمی", "か\u200d"]
)
def test_joiners_hide_everywhere_else(text: str) -> None:
    assert first_hidden(text) is not None


def test_more_marks_than_any_language_writes_are_not_put_in_order() -> None:
    pile = "a" + "\u0301\u0323" * 15
    assert not piled(pile)
    assert composed(pile) != pile
    assert piled(f"{pile}\u0301")
    assert composed(f"{pile}\u0301") == f"{pile}\u0301"
    assert not piled("—" * 100 + "\u0301")
    assert composed("a\u0301" * 50) == "á" * 50


@given(st.text())
def test_what_is_written_out_hides_nothing(text: str) -> None:
    assert first_hidden(visible(text)) is None
    assert (visible(text) == text) == (first_hidden(text) is None)


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\x1b", "U+001B control character"),
        ("\u0430", "U+0430 CYRILLIC SMALL LETTER A"),
    ],
)
def test_a_character_is_described_by_code_and_name(character: str, written: str) -> None:
    assert describe(character) == written


@pytest.mark.parametrize("text", ["us-28-point", "a", "7", "e3-counter", "0-0"])
def test_ids(text: str) -> None:
    assert id_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("us-pl\u0430n", "U+0430 CYRILLIC SMALL LETTER A is not an ASCII letter"),
        ("\u039csf", "U+039C GREEK CAPITAL LETTER MU is not an ASCII letter"),
        ("plan\uff12", "U+FF12 FULLWIDTH DIGIT TWO is not an ASCII letter"),
        ("us–plan", "U+2013 EN DASH is not an ASCII letter"),
        ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE is not an ASCII letter"),
        *(
            (text, "an id is lower-case letters, digits and single hyphens, as in 'us-28-point'")
            for text in ("", "A", "a b", "a--b", "-a", "a-", "a_b", "../a", "/etc/passwd", "a\n", "a.yaml")
        ),
    ],
)
def test_no_ids(text: str, fault: str) -> None:
    assert id_fault(text) == fault


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


@pytest.mark.parametrize(
    ("points", "cited"),
    [
        (["6"], "point 6"),
        (["6", "10d"], "point 6, 10d"),
        (["II.3"], "point II.3"),
        (["IV"], "point IV"),
        (["§ 3"], "§ 3"),
        (["№ 3"], "№ 3"),
        (["Art. 5", "6"], "Art. 5, 6"),
        (["ст. 5(c)"], "ст. 5(c)"),
        (["Article 5"], "Article 5"),
    ],
)
def test_a_point_is_cited_by_its_sort(points: list[str], cited: str) -> None:
    assert pointed(points) == cited


@pytest.mark.parametrize(
    ("text", "most", "first"),
    [("a  short\nline", 12, "a short line"), ("a longer line", 11, "a longer …"), ("", 3, "")],
)
def test_the_beginning_of_a_text_ends_with_a_word(text: str, most: int, first: str) -> None:
    assert beginning(text, most) == first


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert [capital(text) for text in ("point 5(C)", "NATO", "ст. 5", "")] == ["Point 5(C)", "NATO", "Ст. 5", ""]


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


def test_no_noncharacter_is_seen() -> None:
    last_two = [plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)]
    nowhere = [*range(0xFDD0, 0xFDF0), *last_two]
    assert len(nowhere) == 66  # Unicode, chapter 23.7
    assert all(first_hidden(f"a{chr(code)}") == 1 for code in nowhere)
