"""What the prose of the manual says of the documents beside its blocks holds for the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import proposals
from proposals import Coverage, Link, Relation, Topic

ROOT = Path(__file__).parents[2]
WHOLE = ("us-28-point", "e3-counter")


def counts(left: str, right: str, topic: Topic | None = None) -> dict[Relation, int]:
    found = proposals.compare(proposals.load(left), proposals.load(right)).findings
    related = [finding.relation for finding in found if topic in {None, finding.topic}]
    return {relation: related.count(relation) for relation in related}


def test_the_tutorials_first_comparison_has_one_pair_and_the_rest_on_one_side() -> None:
    found = counts("us-plan-reported", "ua-europe-reported")
    assert found.keys() == {Relation.DIFFERS, Relation.UNREPORTED}
    assert found[Relation.DIFFERS] == 1


def test_the_tutorials_whole_plans_are_whole_and_its_topic_shows_silent_and_struck() -> None:
    assert [proposals.load(name).coverage for name in WHOLE] == [Coverage.COMPLETE] * 2
    assert {Relation.SILENT, Relation.STRUCK} <= counts(*WHOLE, topic=Topic.ECONOMY).keys()
    assert any(step.link is Link.AMENDS and step.to == WHOLE[0] for step in proposals.load(WHOLE[1]).lineage)


def test_only_whole_texts_are_ever_silent_save_where_a_source_says_so() -> None:
    for name in proposals.ids():
        left, right = proposals.load("us-28-point"), proposals.load(name)
        for finding in proposals.compare(left, right).findings if name != "us-28-point" else ():
            silent, side = (right, finding.right) if finding.left.terms else (left, finding.left)
            known = silent.coverage == Coverage.COMPLETE or side.left_out
            assert finding.relation != Relation.SILENT or known


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("how-to/many", "(United States) mediates and closes nothing"),
        ("how-to/many", "(Ukraine and United States) closes 200,000"),
        ("how-to/many", "Weights: territory 2, force-limit/UA 3, navigation 0; all others 1."),
        ("explanation/numbers", "only 1 of 5 terms"),
        ("explanation/numbers", "a gap of 200,000. The 20-point draft has 800,000."),
        ("explanation/limits", "Published in full by the authors: 3."),
        ("explanation/limits", "| 12 February 2015 | full text known |"),
        ("tutorial/index", "peacetime"),
    ],
)
def test_what_a_page_talks_about_is_on_it_as_built(page: str, sentence: str, shown: Callable[[str], str]) -> None:
    assert sentence in " ".join(shown(page).split())


def test_contributing_names_every_check_of_the_gate() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "contributing" / "index.md").read_text(encoding="utf-8")
    checks = re.findall(r"^\.venv/bin/(ruff check|ruff format --check|mypy|sphinx-build)\b", gate, re.MULTILINE)
    assert {"ruff check", "ruff format --check", "mypy", "sphinx-build"} == set(checks)
    assert [one for one in (*checks, "python -m pytest") if f"`{one}" not in told] == []
