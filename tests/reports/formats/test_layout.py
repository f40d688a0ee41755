from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from proposals.language.phrases import Entry, Phrase, Role, Row, Run, phrase
from proposals.reports.formats import Options
from proposals.reports.formats.text import NARROWEST, write
from proposals.reports.formats.text_layout import excerpt, length, width_of, wrapped
from proposals.reports.page import Cell, Column, Entries, Excerpt, Heading, Items, Level, Page, Paragraph, Sides, Table
from proposals.strings import first_hidden, visible

RUNS = st.builds(Run, st.text(max_size=60), st.sampled_from(Role))
PHRASES = st.lists(RUNS, max_size=6).map(tuple)


def plain(text: Phrase) -> str:
    return "".join(run.text for run in text)


def squeezed(text: str) -> str:
    return "".join(visible(text).split())


def test_wide_signs_take_two_columns_and_combining_ones_none() -> None:
    assert width_of("plan") == 4
    assert width_of("Київ") == 4
    assert width_of("計画") == 4
    assert width_of("e\u0301") == 1
    assert width_of("½ ≠ ×") == 5


def test_lines_break_at_blanks() -> None:
    assert [plain(line) for line in wrapped(phrase("one two three"), 7)] == ["one two", "three"]


def test_a_word_wider_than_the_line_goes_on_in_the_next() -> None:
    assert [plain(line) for line in wrapped(phrase("a ", "bcdefgh"), 3)] == ["a", "bcd", "efg", "h"]


def test_a_word_of_several_roles_stays_one_word() -> None:
    text = phrase(Run("bold", Role.STRONG), "er one")
    assert [plain(line) for line in wrapped(text, 8)] == ["bolder", "one"]


def test_an_empty_phrase_is_one_empty_line() -> None:
    assert wrapped((), 10) == [()]


@given(PHRASES, st.integers(min_value=2, max_value=90))
def test_wrapping_loses_nothing_and_keeps_the_width(text: Phrase, width: int) -> None:
    lines = wrapped(text, width)
    assert squeezed("".join(plain(line) for line in lines)) == squeezed(plain(text))
    assert all(length(line) <= width for line in lines)
    assert all(first_hidden(plain(line)) is None for line in lines)


CELLS = st.lists(PHRASES, min_size=1, max_size=3).map(tuple)
LABELS = st.text(alphabet="abcdefghij-", min_size=1, max_size=16)
ROWS = st.builds(Row, st.sampled_from([Run("="), Run("≠")]), LABELS, CELLS, CELLS, PHRASES, PHRASES)
MARKS = st.lists(st.integers(min_value=1, max_value=99), max_size=2).map(tuple)
TABLE_CELLS = st.builds(Cell, st.lists(PHRASES, max_size=2).map(tuple), st.text(max_size=12), MARKS)
COLUMNS = st.builds(Column, LABELS, st.just(20), st.sampled_from(["", "x"]), st.booleans())


@st.composite
def drawn_tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=6))
    row = st.tuples(*([TABLE_CELLS] * len(columns)))
    return Table(tuple(columns), tuple(draw(st.lists(row, min_size=1, max_size=3))))


BLOCKS = st.one_of(
    drawn_tables(),
    st.builds(Heading, st.sampled_from(Level), PHRASES, PHRASES),
    st.builds(Paragraph, PHRASES),
    st.builds(Items, st.lists(PHRASES, min_size=1, max_size=3).map(tuple), st.just(())),
    st.builds(Entries, st.lists(st.builds(Entry, LABELS.map(phrase), CELLS), min_size=1, max_size=3).map(tuple)),
    st.builds(Sides, LABELS, LABELS, st.lists(ROWS, min_size=1, max_size=3).map(tuple)),
    st.builds(Excerpt, st.text(max_size=200), st.integers(min_value=1, max_value=220), st.text(max_size=30)),
)
PAGES = st.lists(BLOCKS, max_size=5).map(tuple).map(Page)


@given(PAGES, st.integers(min_value=1, max_value=220))
def test_no_line_of_a_page_is_too_wide_and_nothing_hides_in_it(page: Page, width: int) -> None:
    lines = write(page, Options(width=width)).split("\n")
    assert all(width_of(line) <= max(width, NARROWEST) for line in lines)
    assert first_hidden("".join(lines)) is None
    assert all(line == line.rstrip() for line in lines)


@given(PAGES, st.integers(min_value=40, max_value=220))
def test_colour_adds_nothing_but_colour(page: Page, width: int) -> None:
    coloured = write(page, Options(width=width, colour=True))
    bare = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[\d+m", "", coloured).split("\n"))
    assert bare == write(page, Options(width=width))


def test_colours_are_reset_at_the_end_of_each_run() -> None:
    shown = write(Page((Paragraph((Run("strong", Role.STRONG), Run(" plain"))),)), Options(colour=True))
    assert shown == "\x1b[1mstrong\x1b[0m plain\n"


def caret(line: str, column: int, width: int = 60) -> tuple[str, str]:
    shown, under = (plain(found) for found in excerpt(Excerpt(line, column), width))
    return shown, shown[under.index("^") :]


def test_the_caret_stands_under_the_column() -> None:
    assert caret("date: 2025-13-01", 7) == ("date: 2025-13-01", "2025-13-01")


def test_the_caret_stands_behind_the_line_where_the_column_does() -> None:
    assert caret("id:", 4) == ("id:", "")


def test_a_hidden_character_before_the_caret_counts_as_one() -> None:
    assert caret("a\u202eb: c", 6) == ("a⟨U+202E⟩b: c", "c")


def test_wide_signs_before_the_caret_push_it() -> None:
    _, under = (plain(found) for found in excerpt(Excerpt("計画: x", 5), 60))
    assert under.index("^") == 6


def test_of_a_long_line_the_part_around_the_caret_is_shown() -> None:
    shown, under = caret("x" * 5000 + "HERE" + "y" * 5000, 5001, 40)
    assert under.startswith("HERE")
    assert len(shown) <= 40
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_hint_stands_without_a_line_too() -> None:
    assert [plain(line) for line in excerpt(Excerpt("", 0, "look there"), 40)] == ["look there"]


def test_what_both_sides_say_alike_stands_once_where_there_is_no_room_for_columns() -> None:
    row = Row(Run("="), "condition", (phrase("word " * 12),), (phrase("word " * 12),))
    shown = write(Page((Sides("A", "B", (row,)),)), Options(width=40))
    assert shown.startswith("= condition: word word")
    assert shown.count("word") == 12
