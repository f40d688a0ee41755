"""What is wrong with a document made in Python: what a check of its file would find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from proposals import library
from proposals.documents.proposal import LineageStep, Proposal
from proposals.errors import WrongTypeError
from proposals.fields.declare import compared, subject
from proposals.fields.members import Members
from proposals.fields.scales import Quantity
from proposals.fields.values import ACTOR
from proposals.files.writing import proposal_yaml
from proposals.library.bundled import check, load, problems_of
from proposals.library.library import Library
from proposals.library.opening import open_library
from proposals.provenance import Citation
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import TerritoryStatus
from proposals.vocabulary import Coverage, Link, Stance
from proposals.world.dates import Date

LIMIT = ForceLimit(of=("UA",), personnel=600_000)


def plan(**given: Any) -> Proposal:
    return Proposal(**{"id": "mine", "title": "Mine", "date": Date("2026-01-15"), **given})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Patrol(Term):
    """A patrol, which no collection knows."""

    kind = "patrol"
    by: str = subject(ACTOR, "Who patrols.")
    boats: int | None = compared(Quantity("boats"), "How many boats.")


@pytest.mark.parametrize("name", library.ids())
def test_nothing_is_wrong_with_a_bundled_document(name: str) -> None:
    assert check(load(name)) == ()


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"terms": [LIMIT]}, []),
        ({"terms": [Patrol(by="UA", boats=3)]}, []),
        ({"authors": ["Ukrane"]}, ["unknown-actor"]),
        ({"terms": [ForceLimit(of=("UA", "XX"), personnel=1)]}, ["unknown-actor"]),
        ({"terms": [attrs.evolve(LIMIT, obligors=Members(["XX"]))]}, ["unknown-actor"]),
        ({"terms": [TerritoryStatus(places=("UA-99",), recognition=None)]}, ["unknown-place"]),
        ({"terms": [attrs.evolve(LIMIT, citations=[Citation(source="nobody")])]}, ["unknown-source"]),
        ({"known_from": [Citation(source="nobody", said_by="XX")]}, ["unknown-source", "unknown-actor"]),
        ({"lineage": [LineageStep(link=Link.REVISES, to="nothing")]}, ["unknown-document"]),
        ({"terms": [attrs.evolve(LIMIT, points=["point_six"])]}, ["bad-value"]),
        ({"terms": [LIMIT, attrs.evolve(LIMIT, personnel=1)]}, ["duplicate-term"]),
        ({"terms": [attrs.evolve(LIMIT, stance=Stance.STRIKES)]}, ["nothing-amended"]),
        ({"coverage": Coverage.COMPLETE, "terms": [attrs.evolve(LIMIT, left_out=["within"])]}, ["left-out"]),
        ({"title": "Mine\u202e"}, ["hidden-character"]),
        ({"title": ""}, ["missing-field"]),
    ],
)
def test_it_finds_in_a_made_document_what_it_finds_in_its_file(
    given: dict[str, Any], codes: list[str], tmp_path: Path
) -> None:
    made = plan(**given)
    found = check(made)
    assert [problem.code for problem in found] == codes
    assert all(problem.location.file == "mine" and problem.excerpt for problem in found)
    file = tmp_path / "mine.yaml"
    file.write_text(proposal_yaml(made), encoding="utf-8")
    if not any(isinstance(term, Patrol) for term in made.terms):
        assert [(one.location[1:], one.code, one.hint) for one in problems_of(file)] == [
            (one.location[1:], one.code, one.hint) for one in found
        ]


def test_a_document_that_was_read_and_altered_is_checked_with_its_names(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("id: mine\ntitle: Mine\ndate: 2026-01-15\nactors: {ferry: {name: The ferry, kind: body}}\n")
    read = load(file)
    assert check(attrs.evolve(read, terms=(ForceLimit(of=("ferry",), personnel=1),))) == ()


def test_a_deletion_is_looked_up_in_the_text_that_it_amends() -> None:
    counter = load("e3-counter")
    assert counter.amended
    assert check(attrs.evolve(counter, amended=())) == check(counter) == ()
    struck = (attrs.evolve(counter.struck[0], point="99"),)
    assert [problem.code for problem in check(attrs.evolve(counter, struck=struck))] == ["nothing-deleted"]


def test_so_many_problems_that_reading_stops_are_told() -> None:
    found = check(plan(names=["\u200b"] * 1001))
    assert found[-1].code == "too-many-problems"


def test_only_a_proposal_is_checked() -> None:
    with pytest.raises(WrongTypeError, match=r"check\(\) takes a Proposal, not 'mine'"):
        Library.check(library.bundled(), "mine")  # type: ignore[arg-type]


def test_a_document_of_a_collection_may_carry_its_names() -> None:
    folder = Path(__file__).parents[2] / "docs" / "examples" / "wage-round"
    library_of_wages = open_library([folder], trusted=[folder])
    assert library_of_wages.check(library_of_wages.load("union-claim")) == ()
    carried = load_by(library_of_wages)
    assert carried.actors
    assert library_of_wages.check(carried) == ()


def load_by(opened: Library) -> Proposal:
    """A file outside of all collections, which takes over what it names of theirs."""
    claim = opened.load("union-claim")
    used = {one.id: one for one in claim.world.actors.actors.values() if one.id in {"port-workers", "dockers"}}
    return attrs.evolve(claim, actors=tuple(used.values()), at=None)
