"""The published comparisons are well-formed data, and the page sets our verdict beside each."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import attrs
import pytest
import yaml
from manual import published
from manual.published import FILE, WORDS, Cause, Row, ours, rows, verdict, wilson

import proposals
from proposals import KINDS, library
from proposals.vocabulary import Topic

NAMED = [pytest.param(row, id=f"{row.left}-{row.right}-{row.question}-{at}") for at, row in enumerate(rows())]
HEAD = "title: A draft\ndate: 2026-01-15\ncoverage: {coverage}\n"


def test_there_are_enough_rows_from_enough_publishers_and_no_page_is_idle() -> None:
    assert 25 <= len(rows()) <= 50
    assert len({row.page.publisher for row in rows()}) >= 4
    assert {row["page"] for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))["rows"]} == set(
        yaml.safe_load(FILE.read_text(encoding="utf-8"))["pages"],
    )


@pytest.mark.parametrize("row", NAMED)
def test_a_row_names_documents_kinds_a_question_and_a_word_that_exist(row: Row) -> None:
    assert {row.left, row.right} <= set(library.ids())
    assert row.left != row.right
    assert row.question in library.questions()
    assert row.asks.endswith("?")
    assert row.label in map(str, WORDS)
    assert row.topic in Topic.spellings()
    kinds = [kind for term in row.terms for kind in term]
    assert len(kinds) == len(row.terms)
    assert row.topic in {str(KINDS[kind].topic) for kind in kinds}


@pytest.mark.parametrize("row", NAMED)
def test_a_row_has_a_page_with_an_address_a_publisher_and_a_day_or_month(row: Row) -> None:
    assert urlsplit(row.page.address).scheme == "https"
    assert "." in urlsplit(row.page.address).netloc
    assert "…" not in row.page.address
    assert row.page.publisher
    assert re.fullmatch(r"20\d\d-[01]\d(-[0-3]\d)?", row.page.date)


@pytest.mark.parametrize("row", NAMED)
def test_a_note_is_one_sentence_without_quotations(row: Row) -> None:
    assert re.fullmatch(r"""[A-Z][^."“”]+\.""", re.sub(r"(?<=\d)\.(?=\d)", "", row.note))


@pytest.mark.parametrize("row", NAMED)
def test_what_is_explained_is_a_disagreement_and_every_one_is(row: Row) -> None:
    assert bool(row.because) == (row.cause is not None) == (row.label != ours(row))


@pytest.mark.parametrize("row", NAMED)
def test_the_order_of_the_documents_moves_no_verdict(row: Row) -> None:
    assert verdict(library.load(row.right), library.load(row.left), row) == ours(row)


def test_no_question_about_two_documents_is_asked_of_one_page_twice() -> None:
    asked = [(row.left, row.right, row.asks, row.page.publisher) for row in rows()]
    assert len(set(asked)) == len(asked)


OUT = "- alliance-membership: {of: UA, in: NATO}\n  membership: excluded\n  point: 7\n"
OPEN = OUT.replace("excluded", "open")
AMENDS = "lineage: [{amends: left}]\nstruck: [{point: 7}]\n"
ASKED = attrs.evolve(
    rows()[0],
    question="military-alliances",
    terms=({"alliance-membership": {"of": "UA", "in": "NATO"}}, {"neutrality": "UA"}),
)


@pytest.mark.parametrize(
    ("word", "left", "right", "coverage"),
    [
        ("opposed", OPEN, OPEN + "  stance: rejects\n", "complete"),
        ("differs", OUT, OPEN, "complete"),
        ("refused", OUT, OUT + "  stance: refuses to discuss\n", "complete"),
        ("deferred", OUT, OUT + "  stance: defers\n", "complete"),
        ("same", OUT, OUT, "complete"),
        ("same", OUT, OUT + "- neutrality: UA\n", "complete"),
        ("same", OUT, OUT.replace("  membership: excluded\n", ""), "partial"),
        ("one-sided", OUT, "", "complete"),
        ("not reported", OUT, "", "partial"),
        ("other means", OUT, "- neutrality: UA\n", "complete"),
    ],
)
def test_our_verdict_is_that_of_the_question(word: str, left: str, right: str, coverage: str, tmp_path: Path) -> None:
    one = written(tmp_path, "left", left, "", "complete")
    other = written(tmp_path, "right", right, "", coverage)
    assert verdict(one, other, ASKED) == verdict(other, one, ASKED) == word


@pytest.mark.parametrize(("word", "right"), [("deleted", ""), ("replaced", "- neutrality: UA\n")])
def test_what_an_amending_document_puts_beside_a_deletion_replaces_it(word: str, right: str, tmp_path: Path) -> None:
    one = written(tmp_path, "left", OUT, "", "complete")
    other = written(tmp_path, "right", right, AMENDS, "complete")
    assert verdict(one, other, ASKED) == verdict(other, one, ASKED) == word


def test_a_term_that_answers_a_point_with_something_else_is_read_in_its_own_question(tmp_path: Path) -> None:
    one = written(tmp_path, "left", "- force-limit: UA\n  point: 7\n", "", "complete")
    other = written(tmp_path, "right", "- neutrality: UA\n  answers: 7\n", "lineage: [{amends: left}]\n", "complete")
    assert verdict(one, other, ASKED) == "one-sided"


def written(folder: Path, name: str, terms: str, head: str, coverage: str) -> proposals.Proposal:
    path = folder / f"{name}.yaml"
    path.write_text(f"id: {name}\n{HEAD.format(coverage=coverage)}{head}terms:\n{terms}", encoding="utf-8")
    return proposals.load(path)


def test_a_row_about_nothing_that_either_document_has_is_refused() -> None:
    row = attrs.evolve(rows()[0], terms=({"free-trade": ["CN", "IN"]},))
    with pytest.raises(LookupError, match="us-28-point and e3-counter do not answer"):
        verdict(library.load(row.left), library.load(row.right), row)


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)],
)
def test_the_interval_is_wilsons(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == pytest.approx((low, high), abs=1e-4)


def test_the_page_has_every_row_with_its_address_and_every_explanation() -> None:
    text = published.page()
    lines = [line for line in text.splitlines() if re.search(r"\| (yes|no) \|$", line)]
    assert [row.page.address in line for row, line in zip(rows(), lines, strict=True)] == [True] * len(lines)
    assert [line.endswith("| yes |") for line in lines] == [row.label == ours(row) for row in rows()]
    assert text.count("\n- **") == sum(bool(row.because) for row in rows())
    for cause in Cause:
        assert f"| *{cause}* | {cause.definition} | {sum(row.cause is cause for row in rows())} |" in text
    agreed = sum(row.label == ours(row) for row in rows())
    assert f"**{agreed} of {len(rows())}, " in text
