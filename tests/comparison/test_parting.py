"""Terms of one subject that are about different things by whose they are: the sanctions of two states."""

from __future__ import annotations

from typing import Any

import pytest

import proposals as api
from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.documents.parting import apart, parted
from proposals.fields.members import Members
from proposals.terms.forces import ForceLimit
from proposals.terms.sanctions import Relief, SanctionsRelief
from proposals.vocabulary import Relation

WORLD = library.world()


def relief(against: str | tuple[str, ...] = "RU", by: Any = None, relief: Relief = Relief.LIFTED) -> SanctionsRelief:
    held = None if by is None else by if isinstance(by, Members) else Members(tuple(by.split()))
    return SanctionsRelief(against=against, by=held, relief=relief)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("RU UA", "EU US", True),
        ("US", "EU", True),
        ("US", "EU US", False),
        ("US", None, False),
        (None, None, False),
        ("DE", "EU", False),
        ("RU", Members(("US",), open=True), False),
        ("XQ", "XR", True),
    ],
)
def test_terms_are_apart_where_they_certainly_name_nobody_in_common(one: Any, other: Any, expected: bool) -> None:  # noqa: FBT001 -- a column
    assert apart(relief(by=one), relief(by=other), WORLD) is expected
    assert apart(relief(by=other), relief(by=one), WORLD) is expected


def test_a_group_that_may_have_others_is_apart_from_nobody() -> None:
    partial = next(one.id for one in WORLD.actors.actors.values() if not one.whole)
    assert not apart(relief(by=partial), relief(by="RU"), WORLD)


def test_kinds_without_such_a_field_part_nothing() -> None:
    assert not apart(ForceLimit(of="UA", personnel=1), ForceLimit(of="UA", personnel=2), WORLD)


def test_terms_that_a_third_joins_are_one_group() -> None:
    us, eu, both, ru = relief(by="US"), relief(by="EU"), relief(by="EU US"), relief(by="RU")
    assert parted([us, eu], WORLD) == [[us], [eu]]
    assert parted([us, eu, ru, both], WORLD) == [[ru], [us, eu, both]]


def test_sanctions_of_others_do_not_answer_each_other() -> None:
    mutual = document("a", relief(("RU", "UA"), by="RU UA"))
    western = document("b", relief(by="EU US", relief=Relief.EASED))
    for pair in ((mutual, western), (western, mutual)):
        found = compare(*pair, world=WORLD).findings
        assert {finding.relation for finding in found} == {Relation.SILENT}
        assert all(sum(map(bool, finding.line.sides)) == 1 for finding in found)
        assert len({finding.fingerprint for finding in found}) == len(found)


def test_sanctions_of_the_same_and_of_nobody_in_particular_do() -> None:
    western = document("a", relief(by="EU US"))
    for other in (relief(by="US"), relief()):
        (finding,) = compare(western, document("b", other), world=WORLD).findings
        assert finding.relation is Relation.DIFFERS


def test_a_document_may_have_both_and_each_meets_its_own() -> None:
    both = document("a", relief(by="EU", relief=Relief.EASED), relief(by="RU UA"))
    other = document("b", relief(by="RU UA"), relief(by="EU", relief=Relief.LIFTED))
    assert api.check(both) == ()
    found = compare(both, other, world=WORLD).findings
    assert [(finding.relation, finding.left.terms[0].relief) for finding in found] == [  # type: ignore[attr-defined]
        (Relation.DIFFERS, Relief.EASED),
        (Relation.SAME, Relief.LIFTED),
    ]


def test_two_of_the_same_are_a_problem_still() -> None:
    twice = document("a", relief(by="RU"), relief(by="EU", relief=Relief.EASED), relief(by="EU US"))
    assert [problem.code for problem in api.check(twice)] == ["duplicate-term"]


def test_what_is_left_out_is_so_on_every_line() -> None:
    rows = api.matrix((document("a", relief(by="EU")), document("b", relief(by="RU"))), world=WORLD).rows
    assert [[len(side) for side in row.line.sides] for row in rows] == [[1, 0], [0, 1]]
