"""The brief as a page: at most so many lines, in words, and nothing left uncounted."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.documents.proposal import Gap, Proposal
from proposals.fields.declare import fields_of
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.negotiation.brief import brief, brief_of
from proposals.reports.formats import Options, text
from proposals.reports.page import Table
from proposals.reports.pages import brief as pages
from proposals.terms import KINDS
from proposals.terms.forces import ForceLimit

LINES = 100
PLANS = ("us-28-point", "e3-counter", "twenty-point")


def told(*documents: Proposal, lines: int | None = LINES, width: int = pages.COLUMNS) -> str:
    held = brief(compare(*documents)) if len(documents) == 2 else brief_of(documents)
    made = pages.page(held, Lookup.of(*documents), headed=False, lines=lines, more="More: --full.")
    return text.write(made, Options(width=width))


def limit(personnel: int) -> ForceLimit:
    return ForceLimit(of=("UA",), personnel=personnel)


CODES = {kind for kind in KINDS if "-" in kind} | {
    field.key for kind in KINDS.values() for field in fields_of(kind) if "-" in field.key
}

ENGLISH = {"long-term", "non-aggression", "pull-back", "self-government", "short-term"}
"""Keys that are ordinary words as well."""


@pytest.mark.bulk
@pytest.mark.parametrize("names", [*combinations(library.ids(), 2), PLANS], ids="-".join)
def test_it_has_at_most_a_hundred_lines_and_no_id_key_or_code(names: tuple[str, ...]) -> None:
    documents = [library.load(name) for name in names]
    shown = told(*documents)
    assert shown.count("\n") <= LINES
    words = set(re.findall(r"[\w-]+", shown))
    ids = {*library.world().places.places, *library.sources(), *names}
    assert words & {*CODES, *(one for one in ids if "-" in one)} <= ENGLISH


def test_what_does_not_fit_is_named_and_counted() -> None:
    documents = [library.load(name) for name in PLANS[:2]]
    whole, short = told(*documents, lines=None), told(*documents, lines=60)
    counts = re.compile(r"^ *([A-Z ]+)(?:: | \()(\d+)", re.MULTILINE)
    assert counts.findall(whole) == counts.findall(short)
    assert short.count("\n") <= 60 < whole.count("\n")
    assert "acts in the war" in " ".join(short.split()).partition("DELETED")[2]
    assert "acts in the war" not in " ".join(whole.split()).partition("And ")[2]


def test_nothing_more_is_left_out_than_there_must_be() -> None:
    documents = [library.load(name) for name in PLANS[:2]]
    least = told(*documents, lines=1)
    assert "DIFFERENT (13): size of the armed forces; foreign forces (Ukraine)" in " ".join(least.split())


def test_of_very_many_questions_some_are_named_and_the_others_counted() -> None:
    def many(name: str, personnel: int) -> Proposal:
        return document(name, *(ForceLimit(of=(f"A{at}",), personnel=personnel + at) for at in range(300)))

    page = told(many("first", 1_000), many("second", 2_000))
    assert len(page.splitlines()) <= LINES
    told_of = page.count("How large may")
    assert f"And {300 - told_of} more: size of the armed forces (A{told_of})" in page
    assert f"And {300 - told_of - 60} others." in " ".join(page.split())
    assert "others" not in told(many("first", 1_000), many("second", 2_000), lines=None)


def test_documents_have_letters_and_what_they_mark_up() -> None:
    first, second, *_ = told(*(library.load(name) for name in PLANS[:2])).splitlines()
    assert first == "A  US 28-point plan (leaked 20 November 2025)"
    assert second.endswith("(leaked 23 November 2025; marks up A)")
    assert lettered([document(str(at)) for at in range(28)])[25:] == ("Z", "AA", "AB")


def test_documents_of_one_title_are_told_apart_by_their_ids() -> None:
    shown = told(document("a", limit(1), title="Plan"), document("b", limit(2), title="Plan"))
    assert "A  Plan (a; " in shown
    assert "B  Plan (b; " in shown


def test_a_page_of_many_documents_says_how_many() -> None:
    documents = [document(name, limit(1)) for name in "abcd"]
    page = pages.page(brief_of(documents), Lookup.of(*documents))
    assert page.title == "4 documents, question by question"


def test_gaps_are_counted_and_disputes_named_only_where_there_are_any() -> None:
    bare, gapped = document("a", limit(1)), document("b", limit(2), gaps=(Gap(what="x"), Gap(what="y")))
    shown = told(bare, gapped)
    assert "Not established: 2 points or fields of B. More: --full." in shown
    assert "†" not in shown
    assert "Not established: 2 points or fields of A, 2 of B." in told(gapped, gapped)


def test_without_a_term_there_is_nothing_to_compare() -> None:
    assert "there is nothing to compare" in told(document("a"), document("b"))
    comparison = compare(document("a", limit(1)), document("b"))
    hidden = pages.page(brief(comparison, []), Lookup.of(comparison.left, comparison.right))
    assert "0 of 1 questions are shown." in text.write(hidden, Options())


def test_nothing_stands_at_the_foot_where_there_is_nothing_to_say() -> None:
    documents = [document(name, limit(1)) for name in "ab"]
    made = pages.page(brief(compare(*documents)), Lookup.of(*documents), headed=False)
    assert text.write(made, Options()).endswith("\n\nTHE SAME (1): size of the armed forces.\n")


def test_how_the_second_weighs_is_beside_the_question() -> None:
    shown = told(document("a", limit(1)), document("b", limit(2)))
    assert "How large may Ukraine's armed forces be? (lighter for Ukraine)" in shown


def test_the_whole_of_it_is_one_table_for_a_workbook() -> None:
    documents = [library.load(name) for name in PLANS]
    page = pages.page(brief_of(documents), Lookup.of(*documents))
    tables = [block for block in page.blocks if isinstance(block, Table)]
    assert {(table.whole, table.cut_by) for table in tables} == {("Brief", "Verdict")}
    assert {len(row) for table in tables for row in table.rows} == {4}


def test_what_answers_two_questions_is_read_once_where_the_questions_are_not_shown() -> None:
    plans = [library.load(name) for name in ("russian-memorandum", "ukrainian-memorandum")]
    said = "Russia's frozen assets would be put into reconstruction."
    assert told(*plans).count(said) == 1
    page = pages.page(brief(compare(*plans)), Lookup.of(*plans))
    cells = [line for block in page.blocks if isinstance(block, Table) for row in block.rows for line in row[2].texts]
    assert sum(said in line for line in cells) == 2


def test_a_sentence_under_several_verdicts_has_its_question_each_time() -> None:
    both = document("a", ForceLimit(of=("RU", "UA"), personnel=1), ForceLimit(of=("BY",), personnel=3))
    shown = told(both, document("b", ForceLimit(of=("UA",), personnel=2)))
    lines = " ".join(shown.split())
    assert "How large may Russia's armed forces be? A: Russia's and Ukraine's armed forces would be" in lines
    assert "- A: Belarus' armed forces would be" in lines or "- A: Belarus's armed forces would be" in lines
