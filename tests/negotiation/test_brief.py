"""What the brief has of any documents: every question once, each with the verdict of the findings."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.summaries import questions
from proposals.documents.proposal import Proposal
from proposals.negotiation.brief import Brief, brief, brief_of
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.forces import ForceLimit
from proposals.testing import proposal_pairs
from proposals.vocabulary import Absence, Coverage, Stance, Verdict

PLANS = ("us-28-point", "e3-counter", "twenty-point")


def limit(personnel: int, **stated: object) -> ForceLimit:
    return ForceLimit(of=("UA",), personnel=personnel, **stated)  # type: ignore[arg-type]


def verdicts(told: Brief) -> list[tuple[str, tuple[str, ...], Verdict]]:
    return sorted((row.row.question, row.row.asked, row.verdict) for row in told.rows)


def agrees(pair: tuple[Proposal, Proposal]) -> None:
    comparison = compare(*pair)
    told = brief(comparison)
    assert verdicts(told) == sorted((one.row.question, one.row.asked, one.verdict) for one in questions(comparison))
    assert [row.verdict.rank for row in told.rows] == sorted(row.verdict.rank for row in told.rows)
    assert verdicts(brief_of(pair)) == verdicts(told)
    for row in told.rows:
        assert all(bool(own) is (absent is None) for own, absent in zip(row.said, row.absences, strict=True))


@pytest.mark.bulk
@pytest.mark.parametrize("pair", [*combinations(library.ids(), 2)], ids="-".join)
def test_it_has_the_verdicts_of_the_questions_of_two_bundled_documents(pair: tuple[str, str]) -> None:
    first, second = map(library.load, pair)
    agrees((first, second))


@given(proposal_pairs())
def test_it_has_the_verdicts_of_the_questions_of_any_two_documents(pair: tuple[Proposal, Proposal]) -> None:
    agrees(pair)


def test_of_many_documents_a_row_has_the_verdict_of_most_concern() -> None:
    one, same, other = document("a", limit(1)), document("b", limit(1)), document("c", limit(2))
    (row,) = brief_of([one, same, other]).rows
    assert row.verdict is Verdict.DIFFERS
    assert row.answering == (0, 1, 2)
    (row,) = brief_of([one, same]).rows
    assert row.agreed


def test_of_many_documents_one_alone_may_answer() -> None:
    silent, partly = document("b"), document("c", coverage=Coverage.PARTIAL)
    (row,) = brief_of([document("a", limit(1)), silent, partly]).rows
    assert row.alone
    assert row.absences == (None, Absence.SILENT, Absence.UNREPORTED)


def test_what_differs_is_named_by_its_keys_and_what_is_alike_is_not() -> None:
    one, other = document("a", limit(1, peacetime=True)), document("b", limit(2, peacetime=True))
    (row,) = brief(compare(one, other)).rows
    assert [said.keys for own in row.said for said in own] == [{"personnel"}, {"personnel"}]


def test_of_a_deletion_what_is_deleted_makes_the_verdict() -> None:
    plan, answer = library.load("us-28-point"), library.load("e3-counter")
    (row,) = (row for row in brief(compare(plan, answer)).rows if row.row.question == "joint-business")
    assert row.verdict is Verdict.DELETED
    assert [said.position.kind for said in row.telling(0)] == ["investment-vehicle"]
    assert len(row.said[0]) > len(row.telling(0))


def test_only_what_is_asked_for_is_shown_and_the_rest_counted() -> None:
    member = AllianceMembership(of=("UA",), in_=("NATO",), membership=MembershipPath.OPEN)
    one, other = document("a", limit(1), member), document("b", limit(2, stance=Stance.REJECTS))
    comparison = compare(one, other)
    told = brief(comparison, comparison.narrowed(["forces"]).findings)
    assert ([row.row.question for row in told.rows], told.hidden) == (["size-of-forces"], 1)
    told = brief_of([one, other], Narrowing(topics={"alliances"}))
    assert ([row.row.question for row in told.rows], told.hidden) == (["military-alliances"], 1)
    assert [*told.counts()] == [Verdict.ONE_SIDED]
