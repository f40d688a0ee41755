"""A new kind of term is one class: it can at once be read, checked, compared, shown, described and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from proposals import library
from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError, InvalidValueError
from proposals.fields.changes import Way
from proposals.fields.declare import compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Ordinal, Quantity
from proposals.fields.values import ACTOR, PLACE
from proposals.files.proposals import read_proposal
from proposals.files.schema import input_schema
from proposals.files.writing import proposal_yaml
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.testing import proposal_pairs, term_pairs, terms
from proposals.vocabulary import Direction, Relation, Topic
from proposals.words import Word


class Thoroughness(Word):
    """How thoroughly mines are cleared."""

    ROADS = "roads", "Roads only."
    FIELDS = "fields", "Roads and fields."


@declared
class Demining(Term):
    """Clearing of mines."""

    kind = "demining"
    topic = Topic.HUMANITARIAN
    places: tuple[str, ...] = subject(PLACE, "Where mines are cleared.", each=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who clears them.", bears=True)
    area: int | float | None = compared(Quantity("km²"), "How much ground.", heavier=Way.MORE)
    thorough: Thoroughness | None = compared(Ordinal(Thoroughness), "How thoroughly.", heavier=Way.MORE)


MINE = {Demining.kind: Demining}
ALL = {**KINDS, **MINE}

TEXT = """\
id: {name}
title: A plan
date: 2025-11-20
coverage: complete
terms:
- demining: {places}
  point: 7
  by: [UA, …]
  area: {area}
  thorough: {thorough}
- force-limit: UA
"""


def written(folder: Path, name: str, places: str = "Donbas", area: str = "5k", thorough: str = "roads") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(TEXT.format(name=name, places=places, area=area, thorough=thorough), encoding="utf-8")
    return path


def test_it_is_read(tmp_path: Path) -> None:
    term, other = library.load(written(tmp_path, "a"), kinds=ALL).terms
    assert isinstance(term, Demining)
    assert (term.places, term.area, term.thorough) == (("Donbas",), 5000, Thoroughness.ROADS)
    assert term.by == Members(("UA",), open=True)
    assert (term.bearers, term.topic) == (("UA",), Topic.HUMANITARIAN)
    assert other.kind == "force-limit"


def test_it_is_unknown_where_nobody_told_of_it(tmp_path: Path) -> None:
    with pytest.raises(InvalidProposalError, match="'demining' is not a kind of term"):
        library.load(written(tmp_path, "a"))


def test_it_is_checked(tmp_path: Path) -> None:
    problems = library.problems_of(written(tmp_path, "a", "[Donbas, Nowhere]", "much", "road"), kinds=ALL)
    assert [(problem.location.line, problem.code, problem.hint) for problem in problems] == [
        (6, "unknown-place", None),
        (9, "bad-value", "write 600000, 600k or 100bn"),
        (10, "unknown-word", "did you mean 'roads'?"),
    ]


def test_it_is_compared(tmp_path: Path) -> None:
    left = library.load(written(tmp_path, "a"), kinds=ALL)
    right = library.load(written(tmp_path, "b", "UA-14", "6k", "fields"), kinds=ALL)
    there, alone, same = sorted(compare(left, right).findings, key=lambda finding: finding.relation.rank)[::1]
    assert (there.relation, there.subject, there.direction) == (Relation.DIFFERS, (("UA-14",),), Direction.HEAVIER)
    assert [difference.field for difference in there.differences] == ["area", "thorough"]
    assert (alone.kind, alone.relation) == ("force-limit", Relation.SAME)
    assert (same.kind, same.relation, same.subject) == ("demining", Relation.SILENT, (("UA-09",),))


def test_it_is_shown_as_yaml_that_reads_back(tmp_path: Path) -> None:
    proposal = library.load(written(tmp_path, "a"), kinds=ALL)
    path = tmp_path / "again.yaml"
    path.write_text(proposal_yaml(proposal), encoding="utf-8")
    assert "- demining: Donbas\n" in path.read_text(encoding="utf-8")
    assert read_proposal(path, library.world(), ALL) == proposal


def test_it_is_in_the_schema() -> None:
    schema = input_schema(ALL)
    assert schema["$defs"]["demining"]["description"] == "Clearing of mines."
    validator = Draft202012Validator(schema)
    head: dict[str, Any] = {"id": "a", "title": "A", "date": "2025"}
    assert validator.is_valid(head | {"terms": [{"demining": "Donbas", "area": "5k", "thorough": "roads"}]})
    assert not validator.is_valid(head | {"terms": [{"demining": "Donbas", "thorough": "sea"}]})
    assert not Draft202012Validator(input_schema()).is_valid(head | {"terms": [{"demining": "Donbas"}]})


@given(terms(MINE))
def test_it_is_drawn(term: Term) -> None:
    assert isinstance(term, Demining)
    assert term.places


@given(term_pairs(MINE))
def test_two_of_it_are_drawn(pair: tuple[Term, Term]) -> None:
    assert {type(term) for term in pair} == {Demining}


@given(proposal_pairs(MINE))
def test_documents_of_it_are_drawn_and_compared(pair: tuple[Proposal, Proposal]) -> None:
    found = compare(*pair).findings
    assert {finding.kind for finding in found} <= {"demining"}
    assert bool(found) is any(document.terms for document in pair)


@pytest.mark.parametrize("name", ["points", "at", "content", "act", "point", "cite", "stance"])
def test_a_field_may_not_have_a_name_that_every_term_has(name: str) -> None:
    with pytest.raises(InvalidValueError, match=f"a kind cannot have a field '{name}': every term has"):
        type("Own", (Term,), {"__annotations__": {name: "str"}})
