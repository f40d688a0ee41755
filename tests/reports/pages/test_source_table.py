from __future__ import annotations

import attrs
import pytest
from blocks import body
from click.testing import CliRunner
from plans import E3, US, ceasefire, limit, membership, plan, status

from proposals.cli.app import application
from proposals.comparison.narrowing import Narrowing
from proposals.documents.proposal import Proposal
from proposals.negotiation.source_table import Treatment, source_table
from proposals.reports.pages import source_table as report
from proposals.terms.alliances import MembershipPath
from proposals.terms.territory import Recognition
from proposals.vocabulary import Coverage, Stance

MERGED = plan(
    "merged",
    "UA",
    limit(personnel=800_000, peacetime=True, points=("4",), note="Both sides need peacetime only."),
    ceasefire(),
)


def treatments(merged: Proposal, *documents: Proposal) -> dict[str, list[tuple[int, Treatment]]]:
    return {
        row.line.kind: [(one.document, one.treatment) for one in row.contributions]
        for row in source_table(merged, documents).rows
    }


def test_each_contribution_says_what_was_done_with_it() -> None:
    assert treatments(MERGED, US, E3) == {
        "territory-status": [(0, Treatment.OMITTED), (1, Treatment.DELETED)],
        "ceasefire": [],
        "force-limit": [(0, Treatment.ALTERED), (1, Treatment.ADOPTED)],
    }


def test_what_is_not_known_to_be_taken_up_is_not_called_left_out() -> None:
    partial = attrs.evolve(MERGED, coverage=Coverage.PARTIAL)
    assert treatments(partial, US, E3)["territory-status"] == [(0, Treatment.UNKNOWN), (1, Treatment.UNKNOWN)]


def test_a_point_may_be_kept_against_its_deletion() -> None:
    kept = plan("merged", "UA", status(recognition=Recognition.DE_FACTO, as_="RU"))
    assert treatments(kept, US, E3)["territory-status"] == [(0, Treatment.ADOPTED), (1, Treatment.KEPT)]


def test_an_answer_with_something_else_is_a_contribution_of_its_own() -> None:
    answer = membership(membership=MembershipPath.OPEN, answers=("6",), points=("6",))
    other = attrs.evolve(E3, terms=(answer,), struck=())
    assert treatments(MERGED, US, other)["force-limit"] == [(0, Treatment.ALTERED), (1, Treatment.OMITTED)]


@pytest.mark.parametrize(
    ("term", "treatment"),
    [
        (limit(stance=Stance.ACCEPTS), Treatment.ADOPTED),
        (limit(stance=Stance.ACCEPTS_IF, if_="all agree"), Treatment.CONDITIONED),
        (limit(stance=Stance.REJECTS), Treatment.CONTRARY),
        (limit(stance=Stance.STRIKES), Treatment.DELETED),
        (limit(stance=Stance.REFUSES), Treatment.REFUSED),
        (limit(stance=Stance.DEFERS), Treatment.DEFERRED),
    ],
)
def test_every_stance_of_the_merged_text_has_its_word(term: object, treatment: Treatment) -> None:
    assert treatments(plan("merged", "UA", term), US)["force-limit"] == [(0, treatment)]


def test_each_field_of_the_merged_text_names_who_states_the_same() -> None:
    row = next(one for one in source_table(MERGED, [US, E3]).rows if one.line.kind == "force-limit")
    assert [(origin.key, origin.documents) for origin in row.origins] == [("personnel", (1,)), ("peacetime", (1,))]
    assert row.reasons == ("Both sides need peacetime only.",)


def test_of_an_open_merged_text_no_field_has_an_origin() -> None:
    drafted = plan("merged", "UA", limit(personnel=1, holders=("UA",)), limit(personnel=2, holders=("A",)))
    assert source_table(drafted, [US]).rows[-1].origins == ()


def test_the_form_has_a_row_for_each_contribution_and_for_what_is_new() -> None:
    form = report.page(source_table(MERGED, [US, E3]))
    told = [[cell.texts for cell in cells] for table in body(form) for cells in table.rows]
    assert [[row[0], row[3], row[5], row[6]] for row in told] == [
        [("1",), ("A",), ("left out",), ()],
        [("1",), ("B",), ("deleted",), ()],
        [("2",), ("–",), ("new in the merged text",), ()],
        [
            ("3",),
            ("A",),
            ("taken up with changes", "changed: personnel and in peacetime"),
            ("Both sides need peacetime only.",),
        ],
        [("3",), ("B",), ("taken over",), ("Both sides need peacetime only.",)],
    ]
    assert told[0][2] == ("–",)


def test_what_is_alike_is_told_beside_what_was_changed() -> None:
    merged = plan("merged", "UA", limit(personnel=600_000, peacetime=True))
    form = report.page(source_table(merged, [US]))
    assert body(form)[-1].rows[0][5].texts == ("taken up with changes", "alike: personnel", "changed: in peacetime")


def test_what_is_not_reported_is_not_called_changed_or_taken_over_whole() -> None:
    given = plan("given", "US", limit(personnel=600_000, peacetime=True))
    for personnel, expected in ((600_000, ["taken over"]), (1, ["taken up with changes", "changed: personnel"])):
        merged = plan("merged", "UA", limit(personnel=personnel), coverage=Coverage.PARTIAL)
        done = body(report.page(source_table(merged, [given])))[0].rows[0][5].texts
        assert [*done] == [*expected, "not reported in B: in peacetime"]


def test_what_a_source_says_is_not_there_is_known() -> None:
    lacking = attrs.evolve(US, coverage=Coverage.PARTIAL, terms=(), left_out=(limit(stance=Stance.LEAVES_OUT),))
    told = [row[5].texts for table in body(report.page(source_table(MERGED, [lacking]))) for row in table.rows]
    assert ("new in the merged text",) in told


def test_nothing_is_called_new_that_a_text_known_in_part_may_say() -> None:
    partly = attrs.evolve(US, coverage=Coverage.PARTIAL)
    told = [row[5].texts for table in body(report.page(source_table(MERGED, [partly]))) for row in table.rows]
    assert ("not known of any other text",) in told
    assert ("new in the merged text",) not in told


def test_topics_narrow_the_table_and_keep_its_numbers() -> None:
    table = source_table(MERGED, [US, E3])
    assert [row.number for row in table.narrowed(Narrowing(topics={"forces"})).rows] == [3]
    assert table.narrowed(Narrowing()).rows == table.rows


def test_the_command_takes_the_last_document_for_the_merged_text() -> None:
    arguments = [
        "diff",
        "us-28-point",
        "e3-counter",
        "twenty-point",
        "--form",
        "source-table",
        "--format",
        "markdown",
        "--topic",
        "forces",
    ]
    result = CliRunner().invoke(application, arguments)
    assert result.exit_code == 0
    assert "| 20-point draft" not in result.output
    assert "# Source table of 20-point draft" in result.output
