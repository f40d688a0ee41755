from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals import library
from proposals.cli.app import application


def run(*arguments: str) -> str:
    result = CliRunner().invoke(application, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_gaps_are_listed_and_counted_for_every_document() -> None:
    told = run("show", "--gaps", "--width", "200")
    total = sum(len(document.gaps) for document in library.proposals())
    assert told.startswith(f"{total} gaps in {len(library.ids())} documents")
    for document in library.proposals():
        assert f"{document.title.upper()}: {len(document.gaps)} gap" in told
        for gap in document.gaps:
            assert gap.what.split(". ")[0][:60] in " ".join(told.split())


def test_a_document_without_a_gap_is_told_as_such(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("id: mine\ntitle: Mine\ndate: 2026\n", encoding="utf-8")
    assert "No gap is listed." in run("show", str(mine), "--gaps")


def test_gaps_as_json_hold_every_gap() -> None:
    told = json.loads(run("show", "e3-counter", "--gaps", "--format", "json"))
    held = [(gap.point, gap.what) for gap in library.load("e3-counter").gaps]
    assert [(gap["point"], gap["what"]) for gap in told["documents"][0]["gaps"]] == held


def test_lineage_shows_a_document_under_the_one_that_it_amends() -> None:
    lines = run("list", "--lineage", "e3-counter", "--width", "120").splitlines()
    assert any(line.strip().startswith("└ e3-counter") for line in lines)
    assert any("marks up us-28-point (reported)" in line for line in lines)
    assert any("derives from russian-paper (not verified)" in line for line in lines)


def test_lineage_with_sources_quotes_what_it_rests_on() -> None:
    told = " ".join(run("list", "--lineage", "us-plan-reported", "--sources", "--width", "200").split())
    assert "“the degree to which they influenced the final 28-point plan”" in told


def test_lineage_as_json_is_a_graph_of_nodes_and_edges() -> None:
    told = json.loads(run("list", "--lineage", "--format", "json"))
    assert {node["id"] for node in told["nodes"]} == set(library.ids())
    edges = {(edge["from"], edge["link"], edge["to"]) for edge in told["edges"]}
    assert ("e3-counter", "amends", "us-28-point") in edges
    assert len(edges) == sum(len(document.lineage) for document in library.proposals())


def test_lineage_of_a_file_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("id: mine\ntitle: Mine\ndate: 2026\nlineage: [{amends: e3-counter}]\n", encoding="utf-8")
    assert "marks up e3-counter" in run("list", "--lineage", str(mine))


@pytest.mark.parametrize("name", ["us-28-point", "e3-counter", "twenty-point"])
def test_disputes_are_listed_with_what_is_reported_instead(name: str) -> None:
    told = " ".join(run("show", name, "--disputes", "--width", "200").split())
    disputes = [dispute for term in library.load(name).terms for dispute in term.disputes]
    assert told.startswith(f"{library.load(name).title}: {len(disputes)} disputed value")
    for dispute in disputes:
        assert f"“{dispute.value}” is reported instead" in told or f"“{dispute.value}” is disputed: it is" in told


def test_disputes_as_json_leave_the_other_terms_out() -> None:
    told = json.loads(run("show", "us-28-point", "--disputes", "--format", "json"))
    (document,) = told["documents"]
    assert document["terms"]
    assert all(term["disputes"] for term in document["terms"])


def test_disputes_and_gaps_of_all_documents_need_no_id() -> None:
    told = json.loads(run("show", "--disputes", "--format", "json"))
    assert [document["id"] for document in told["documents"]] == list(library.ids())
    assert len(json.loads(run("show", "--gaps", "--format", "json"))["documents"]) == len(library.ids())


def test_a_document_without_disputes_says_so() -> None:
    assert "No source is known" in run("show", "ua-europe-reported", "--disputes")
