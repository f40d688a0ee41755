"""Gaps that name the questions and topics on which they speak, where these are shown."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import proposals as api
from making import document
from proposals.documents.checks import References, check
from proposals.documents.proposal import Gap, Proposal
from proposals.files.writing import proposal_yaml
from proposals.language.names import Lookup
from proposals.negotiation.brief import gaps_on
from proposals.negotiation.matrix import matrix
from proposals.reports.formats import FORMATS, Options
from proposals.reports.pages import matrix as matrix_page
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import FrozenLine
from proposals.vocabulary import Coverage, Topic

GONE = "whether the ceiling is gone, as an agency has it"
PLAN = document("a", ForceLimit(of="UA", personnel=600_000), FrozenLine(between=("RU", "UA")))
SILENT = document(
    "b",
    coverage=Coverage.PARTIAL,
    gaps=(
        Gap(what=GONE, note="Two others do not.", questions=("size-of-forces",)),
        Gap(what="the line", topics=(Topic.TERRITORY,)),
        Gap(what="the date"),
    ),
)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_gap_stands_beside_what_is_not_reported_in_the_brief() -> None:
    told = flat(api.to_text(api.brief(api.compare(PLAN, SILENT)), width=200))
    assert f"Not reported. Not established: {GONE}." in told
    assert "the line" not in told


def test_the_brief_leaves_a_gap_beside_an_answer_to_the_whole_comparison() -> None:
    answering = attrs.evolve(SILENT, terms=(ForceLimit(of="UA", personnel=800_000),))
    told = api.compare(PLAN, answering)
    assert GONE not in flat(api.to_text(api.brief(told), width=200))
    assert GONE in flat(api.to_text(told, width=200))


def test_the_whole_comparison_tells_it_at_its_topic_with_its_note() -> None:
    told = flat(api.to_text(api.compare(PLAN, SILENT), width=200))
    assert f"Not established of B: {GONE}. Two others do not." in told
    assert "Not established of B: the line." in told
    assert "the date" not in told


@pytest.mark.parametrize("by", ["question", "term"])
def test_a_matrix_by_question_tells_it_in_the_cell(by: str) -> None:
    held = matrix((PLAN, SILENT))
    page = matrix_page.page(held, Lookup.of(*held.documents), by=by)
    told = flat(str(FORMATS["text"].writer(page, Options(width=2000))))
    assert (f"Not established: {GONE}." in told) is (by == "question")


def test_gaps_on_a_question_are_those_that_name_it() -> None:
    assert [gap.what for gap in gaps_on(SILENT, "size-of-forces")] == [GONE]
    assert gaps_on(SILENT, "elections") == ()


def test_a_file_with_such_gaps_reads_back(tmp_path: Any) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(proposal_yaml(SILENT), encoding="utf-8")
    assert api.load(path).gaps == SILENT.gaps
    assert api.check(SILENT) == ()


def test_a_question_that_does_not_exist_is_a_problem_with_the_nearest(tmp_path: Any) -> None:
    wrong = attrs.evolve(SILENT, gaps=(Gap(what="x", questions=("size-of-force",)), Gap(what="y", questions=("zzzz",))))
    path = tmp_path / "b.yaml"
    path.write_text(proposal_yaml(wrong), encoding="utf-8")
    first, second = api.problems_of(path)
    assert (first.code, first.location.line > 0) == ("unknown-question", True)
    assert "there is no question 'size-of-force'" in first.message
    assert "size-of-forces" in str(first.hint)
    assert "'proposals explain questions' lists them" in str(second.hint)


def test_a_gap_without_a_place_is_told_all_the_same() -> None:
    held: Proposal = attrs.evolve(SILENT, gaps=(Gap(what="x", questions=("q",)),))
    (problem,) = check(held, References(sources={}, proposals=frozenset()), held.world)
    assert problem.code == "unknown-question"


def test_what_is_left_out_is_told_where_the_rest_is_not_reported() -> None:
    documents = [api.load(name) for name in ("us-28-point", "twenty-point")]
    page = matrix_page.page(matrix(documents), Lookup.of(*documents), by="question")
    told = flat(str(FORMATS["text"].writer(page, Options(width=2000))))
    assert "Status of Crimea and the Russian-held part of Donbas: left out" in told
