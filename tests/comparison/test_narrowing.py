"""Topics, relations and questions: what of a comparison is shown."""

from __future__ import annotations

import re

import pytest

from making import document
from proposals.comparison.engine import compare
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.library.bundled import load
from proposals.measures.tracing import trace
from proposals.negotiation.brief import brief_of
from proposals.negotiation.four_columns import four_columns
from proposals.negotiation.matrix import matrix
from proposals.negotiation.source_table import source_table
from proposals.reports.html_report.report import render
from proposals.terms.forces import ForceLimit
from proposals.terms.nuclear import NuclearState, NuclearStatus

ONE = document("one", ForceLimit(of="UA", personnel=1), NuclearStatus(of="UA", status=NuclearState.NON_NUCLEAR))
SAME = document("same", ForceLimit(of="UA", personnel=1))
OTHER = document("other", ForceLimit(of="UA", personnel=2))
LIMIT, STATUS = "force-limit", "nuclear-status"


@pytest.mark.parametrize(
    ("narrowing", "kinds"),
    [
        (EVERYTHING, [LIMIT, STATUS]),
        (Narrowing(topics={"forces"}), [LIMIT]),
        (Narrowing(questions={"nuclear-weapons"}), [STATUS]),
        (Narrowing(relations={"same"}), [LIMIT]),
        (Narrowing(relations={"differs"}), [LIMIT]),
        (Narrowing(relations={"silent"}), [STATUS]),
        (Narrowing(relations={"opposed"}), []),
        (Narrowing(topics={"forces"}, questions={"nuclear-weapons"}), []),
    ],
)
def test_every_form_of_three_documents_shows_the_lines_that_are_kept(narrowing: Narrowing, kinds: list[str]) -> None:
    columns = four_columns([ONE, SAME, OTHER]).narrowed(narrowing)
    assert [row.line.kind for row in columns.rows] == kinds
    assert columns.narrowing == narrowing
    assert [row.line.kind for row in source_table(OTHER, [ONE, SAME]).narrowed(narrowing).rows] == kinds
    told = brief_of([ONE, SAME, OTHER], narrowing)
    assert sorted(row.row.readings[0].line.kind for row in told.rows) == kinds
    assert told.hidden == 2 - len(kinds)


def test_two_documents_have_the_findings_that_are_kept() -> None:
    comparison = compare(ONE, SAME)
    for narrowing, kinds in (
        (EVERYTHING, [LIMIT, STATUS]),
        (Narrowing(relations={"silent"}), [STATUS]),
        (Narrowing(questions={"size-of-forces"}), [LIMIT]),
        (Narrowing(questions={"size-of-forces"}, relations={"silent"}), []),
    ):
        assert [finding.kind for finding in narrowing.of(comparison).findings] == kinds


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({}, [LIMIT, STATUS]),
        ({"topics": ["forces"]}, [LIMIT]),
        ({"questions": ["nuclear-weapons"]}, [STATUS]),
        ({"topics": ["forces"], "questions": ["nuclear-weapons"]}, []),
    ],
)
def test_a_matrix_and_a_trace_show_the_topics_and_questions_that_are_kept(
    asked: dict[str, list[str]], kinds: list[str]
) -> None:
    side_by_side = matrix([ONE, SAME, OTHER]).narrowed(**asked)
    assert [row.line.kind for row in side_by_side.rows] == kinds
    assert [one.row.readings[0].line.kind for one in side_by_side.questions] == kinds
    assert [path.line.kind for path in trace([ONE, SAME], toward=OTHER).narrowed(**asked).paths] == kinds


def test_a_report_is_narrowed_to_a_question_with_its_map_and_brief() -> None:
    plans = [load(name) for name in ("us-28-point", "e3-counter")]
    page = render(plans, narrowing=Narrowing(questions={"whose-territory"}, relations={"struck"}))
    assert re.findall(r'<tr class="topic"[^>]*><th[^>]*>(\w+)', page) == ["territory"]
    assert "<strong>Narrowed to deleted and territory:</strong>" in page
    assert "How large may" not in page
