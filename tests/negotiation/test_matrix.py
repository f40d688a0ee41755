from __future__ import annotations

from collections import Counter
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.summaries import questions
from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep, Proposal
from proposals.negotiation.lines import finding_of
from proposals.negotiation.matrix import DISAGREEMENTS, MatrixRow, RowVerdict, matrix
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.territory import Demilitarization
from proposals.testing import proposal_pairs
from proposals.vocabulary import Absence, Coverage, Link, Modality, Relation, Stance, Topic, Verdict
from proposals.world.dates import Deadline

PLANS = [library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]


def only_row(*documents: Proposal) -> MatrixRow:
    (row,) = matrix(documents).rows
    return row


def limit_row(*documents: Proposal) -> MatrixRow:
    return next(row for row in matrix(documents).rows if row.line.kind == "force-limit")


SIX, EIGHT, NINE = (ForceLimit(of="UA", personnel=number) for number in (600, 800, 900))
ACCEPTED = ForceLimit(of="UA", stance=Stance.ACCEPTS)
REJECTED = ForceLimit(of="UA", stance=Stance.REJECTS)
VARIANTS = (attrs.evolve(SIX, holders=("RU",)), attrs.evolve(EIGHT, holders=("UA",)))


@pytest.mark.parametrize(
    ("sides", "verdict", "groups"),
    [
        ([SIX, None, None], RowVerdict.ONE_SIDED, [["a"]]),
        ([SIX, SIX, None], RowVerdict.SAME, [["a", "b"]]),
        ([SIX, EIGHT, None], RowVerdict.SPLIT, [["a"], ["b"]]),
        ([SIX, EIGHT, SIX], RowVerdict.ONE_AGAINST, [["a", "c"], ["b"]]),
        ([SIX, EIGHT, EIGHT], RowVerdict.ONE_AGAINST, [["a"], ["b", "c"]]),
        ([SIX, EIGHT, NINE], RowVerdict.SPLIT, [["a"], ["b"], ["c"]]),
        ([SIX, SIX, EIGHT, EIGHT], RowVerdict.SPLIT, [["a", "b"], ["c", "d"]]),
        ([SIX, EIGHT, EIGHT, NINE], RowVerdict.SPLIT, [["a"], ["b", "c"], ["d"]]),
        ([SIX, ACCEPTED, EIGHT], RowVerdict.SPLIT, [["a"], ["b"], ["c"]]),
        ([ACCEPTED, SIX, None], RowVerdict.SAME, [["a", "b"]]),
        ([ACCEPTED, ACCEPTED, None], RowVerdict.SAME, [["a", "b"]]),
        ([SIX, attrs.evolve(ACCEPTED, peacetime=True), None], RowVerdict.SAME, [["a", "b"]]),
        ([SIX, attrs.evolve(ACCEPTED, peacetime=True), EIGHT], RowVerdict.SPLIT, [["a"], ["b"], ["c"]]),
        ([ACCEPTED, REJECTED, None], RowVerdict.SPLIT, [["a"], ["b"]]),
        ([SIX, REJECTED, SIX], RowVerdict.ONE_AGAINST, [["a", "c"], ["b"]]),
        ([VARIANTS, None, None], RowVerdict.ONE_SIDED, [["a"]]),
        ([VARIANTS, SIX, None], RowVerdict.OPEN, [["a"], ["b"]]),
        ([VARIANTS, VARIANTS[::-1], None], RowVerdict.SAME, [["a", "b"]]),
    ],
)
def test_a_row_has_a_verdict_and_its_groups(
    sides: list[Term | tuple[Term, ...] | None], verdict: RowVerdict, groups: list[list[str]]
) -> None:
    documents = [
        document(name, *(side if isinstance(side, tuple) else [side] if side else []))
        for name, side in zip("abcd", sides, strict=False)
    ]
    row = only_row(*documents)
    assert (row.verdict, [list(group) for group in row.groups]) == (verdict, groups)


NARROW, WIDE = (ForeignForces(of="NATO", in_="UA", host_decides=decides) for decides in (True, None))
BANNED = attrs.evolve(WIDE, modality=Modality.SHALL_NOT)
PARTIAL = Coverage.PARTIAL


def test_what_is_the_same_as_far_reported_is_the_same_in_a_row() -> None:
    row = only_row(document("a", NARROW), document("b", WIDE, coverage=PARTIAL))
    assert (row.verdict, row.groups, row.reported) == (RowVerdict.SAME, (("a", "b"),), (("a", "b"),))
    row = only_row(document("a", NARROW), document("b", WIDE))
    assert (row.verdict, row.groups, row.reported) == (RowVerdict.SPLIT, (("a",), ("b",)), ())


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_text_known_in_part_may_be_alike_with_two_that_differ(order: tuple[int, ...]) -> None:
    six = attrs.evolve(SIX, peacetime=True)
    eight = attrs.evolve(SIX, after=Deadline("signature"))
    documents = (document("a", six), document("b", SIX, coverage=PARTIAL), document("c", eight))
    row = only_row(*(documents[at] for at in order))
    assert {frozenset(group) for group in row.groups} == {frozenset("ab"), frozenset("bc")}
    assert (row.verdict, row.reported) == (RowVerdict.SPLIT, row.groups)


def test_one_against_others_of_which_one_is_alike_as_far_reported() -> None:
    row = only_row(document("a", NARROW), document("b", WIDE, coverage=PARTIAL), document("c", BANNED))
    assert (row.verdict, row.groups, row.reported) == (
        RowVerdict.ONE_AGAINST,
        (("a", "b"), ("c",)),
        (("a", "b"),),
    )


def test_a_position_shows_an_unwritten_modality_only_where_another_is_set_beside_it() -> None:
    assert [one.modal for one in only_row(document("a", WIDE), document("b", BANNED)).line.positions] == [True, True]
    assert [one.modal for one in only_row(document("a", WIDE), document("b", WIDE)).line.positions] == [False, False]


def test_silence_and_what_is_not_reported_stay_apart() -> None:
    row = only_row(document("a", SIX), document("b"), document("c", coverage=Coverage.PARTIAL))
    cells = row.line.positions
    assert [cell.state for cell in cells] == [Stance.PROPOSES, Absence.SILENT, Absence.UNREPORTED]
    assert [(cell.speaks, cell.binds, cell.has) for cell in row.line.positions] == [
        (True,) * 3,
        (False,) * 3,
        (False,) * 3,
    ]


def test_a_deletion_and_an_answer_stand_in_the_row_that_they_meet() -> None:
    base = document("a", attrs.evolve(SIX, points=("1",)), Demilitarization(places="UA-14", points=("2",)))
    amending = document(
        "b",
        ForceLimit(of="RU", personnel=5, points=("2",), answers=("2",)),
        struck=(Struck(point="1"),),
        lineage=(LineageStep(link=Link.AMENDS, to="a"),),
    )
    found = {row.line.kind: row.line.positions[1] for row in matrix([base, amending]).rows}
    gone = found["force-limit"]
    assert (gone.state, gone.has, gone.deletes, gone.points) == (Stance.STRIKES, False, True, ("1",))
    answer = found["demilitarization"]
    assert (answer.instead, answer.has, answer.binds, answer.terms) == (True, False, True, amending.terms)
    assert {row.verdict for row in matrix([base, amending]).rows} == {RowVerdict.SPLIT}


PART = {"coverage": Coverage.PARTIAL}


def test_alike_as_far_reported_is_alike_and_what_differs_nonetheless_is_told() -> None:
    """One equals another, and that a third as far as reported, and yet the first and the third differ."""
    bare = ForceLimit(of="UA")
    row = only_row(document("a", SIX), document("b", bare, **PART))
    assert (row.verdict, row.groups, row.reported) == (RowVerdict.SAME, (("a", "b"),), (("a", "b"),))
    row = only_row(document("a", SIX), document("b", bare, **PART), document("c", EIGHT))
    assert (row.verdict, row.groups) == (RowVerdict.SPLIT, (("a", "b"), ("b", "c")))
    assert row.reported == row.groups
    row = only_row(document("a", SIX), document("b", SIX), document("c", bare, **PART), document("d", EIGHT))
    assert (row.groups, row.reported) == ((("a", "b", "c"), ("c", "d")),) * 2


def test_two_that_delete_the_same_are_alike_and_so_are_two_that_answer_alike_instead() -> None:
    base = document("a", attrs.evolve(SIX, points=("1",)))
    gone = [document(name, amends="a", struck=("1",)) for name in "bc"]
    row = only_row(base, *gone)
    assert (row.verdict, row.groups) == (RowVerdict.ONE_AGAINST, (("a",), ("b", "c")))
    answer = Demilitarization(places="UA-14", answers=("1",))
    row = limit_row(base, *(document(name, answer, amends="a") for name in "bc"))
    assert row.groups == (("a",), ("b", "c"))
    other = attrs.evolve(answer, places=("UA-43",))
    row = limit_row(base, document("b", answer, amends="a"), document("c", other, amends="a"))
    assert row.groups == (("a",), ("b",), ("c",))


def test_questions_have_the_verdict_of_every_two_documents() -> None:
    found = matrix([document("a", SIX), document("b", SIX), document("c", EIGHT), document("d")])
    (one,) = found.questions
    assert (one.row.question, one.row.asked) == ("size-of-forces", ("UA",))
    assert (one.verdict, one.groups, one.reported) == (RowVerdict.ONE_AGAINST, (("a", "b"), ("c",)), ())
    assert [one.row.answers(at) for at in range(4)] == [True, True, True, False]
    instead = document("b", Demilitarization(places="UA-14", answers=("1",)), amends="a")
    found = matrix([document("a", attrs.evolve(SIX, points=("1",))), instead, document("c", SIX)])
    told = {one.row.question: (one.verdict, one.groups) for one in found.questions}
    assert told == {
        "size-of-forces": (RowVerdict.ONE_AGAINST, (("a", "c"), ("b",))),
        "ground-without-forces": (RowVerdict.ONE_SIDED, (("b",),)),
    }


@given(proposal_pairs())
def test_two_documents_agree_on_the_questions_on_which_their_comparison_does(pair: tuple[Proposal, Proposal]) -> None:
    alike = {Verdict.SAME, Verdict.SAME_AS_REPORTED}
    one_sided = {Verdict.ONE_SIDED, Verdict.UNREPORTED}
    compared = Counter(one.row.question for one in questions(compare(*pair)) if one.verdict in alike)
    asked = matrix(pair).questions
    assert {one.row.question for one in asked if one.verdict is RowVerdict.SAME} == set(compared)
    compared = Counter(one.row.question for one in questions(compare(*pair)) if one.verdict in one_sided)
    assert {one.row.question for one in asked if one.verdict is RowVerdict.ONE_SIDED} == set(compared)


@given(proposal_pairs())
def test_two_documents_have_the_rows_of_their_comparison(pair: tuple[Proposal, Proposal]) -> None:
    rows, findings = matrix(pair).rows, compare(*pair).findings
    assert len(rows) >= len(findings) - sum(finding.rule.id == "answered-otherwise" for finding in findings)
    one_sided = {Relation.SILENT, Relation.UNREPORTED}
    told = Counter(finding.relation in one_sided for finding in findings if finding.answer is None)
    keyed = [row for row in rows if not any(one.instead for one in row.line.positions)]
    seen = Counter(row.verdict is RowVerdict.ONE_SIDED for row in keyed)
    assert seen == told


@given(proposal_pairs())
def test_a_row_of_two_documents_is_what_their_comparison_says(pair: tuple[Proposal, Proposal]) -> None:
    compared = compare(*pair)
    for row in matrix(pair).rows:
        left, right = row.line.positions
        finding = finding_of(compared, left, right) if left.has and right.has else None
        if finding is not None:
            same = finding.relation in {Relation.SAME, Relation.ACCEPTED}
            assert (row.verdict is RowVerdict.SAME) is same
            assert bool(row.reported) is (finding.rule.id == "same-as-far-as-reported")


@given(proposal_pairs(), st.booleans())
def test_the_order_of_the_documents_moves_columns_only(pair: tuple[Proposal, Proposal], last: bool) -> None:  # noqa: FBT001
    third = attrs.evolve(pair[last], id="a-third")
    there, back = matrix([*pair, third]), matrix([third, *reversed(pair)])
    assert there.counts() == back.counts()
    assert sum(there.counts().values()) == len(there.rows)


def test_topics_and_filters_on_the_plans() -> None:
    found = matrix(PLANS)
    topics = {row.topic: row for row in found.topics()}
    assert topics[Topic.NUCLEAR].answered(3) == (3, 3, 2)
    assert topics[Topic.TERRITORY].verdict is RowVerdict.SPLIT
    assert sum(sum(row.counts().values()) for row in topics.values()) == len(found.questions)
    narrowed = found.narrowed([Topic.FORCES], only_disagreements=True)
    assert {row.topic for row in narrowed.rows} == {Topic.FORCES}
    assert {row.verdict for row in narrowed.rows} <= DISAGREEMENTS
    assert [row.line.kind for row in narrowed.rows if row.verdict is RowVerdict.ONE_AGAINST] == ["force-limit"]
    assert found.narrowed() == found
    assert [document.id for document in narrowed.documents] == ["us-28-point", "e3-counter", "twenty-point"]
