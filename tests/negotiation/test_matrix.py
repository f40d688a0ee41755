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
from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep, Proposal
from proposals.negotiation.lines import finding_of
from proposals.negotiation.matrix import DISAGREEMENTS, MatrixRow, RowVerdict, matrix
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.territory import Demilitarization
from proposals.testing import proposal_pairs
from proposals.vocabulary import Absence, Coverage, Link, Modality, Relation, Stance, Topic
from proposals.world.dates import Deadline

PLANS = [library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]


def only_row(*documents: Proposal) -> MatrixRow:
    (row,) = matrix(documents).rows
    return row


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


def test_what_is_the_same_as_far_as_reported_is_the_same_in_a_row() -> None:
    row = only_row(document("a", NARROW), document("b", WIDE, coverage=PARTIAL))
    assert (row.verdict, row.groups, row.as_reported) == (RowVerdict.SAME, (("a", "b"),), (("a", "b"),))
    row = only_row(document("a", NARROW), document("b", WIDE))
    assert (row.verdict, row.groups, row.as_reported) == (RowVerdict.SPLIT, (("a",), ("b",)), ())


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_text_known_in_part_may_be_alike_with_two_that_differ(order: tuple[int, ...]) -> None:
    six = attrs.evolve(SIX, peacetime=True)
    eight = attrs.evolve(SIX, after=Deadline("signature"))
    documents = (document("a", six), document("b", SIX, coverage=PARTIAL), document("c", eight))
    row = only_row(*(documents[at] for at in order))
    assert {frozenset(group) for group in row.groups} == {frozenset("ab"), frozenset("bc")}
    assert (row.verdict, row.as_reported) == (RowVerdict.SPLIT, row.groups)


def test_one_against_others_of_which_one_is_alike_as_far_as_reported() -> None:
    row = only_row(document("a", NARROW), document("b", WIDE, coverage=PARTIAL), document("c", BANNED))
    assert (row.verdict, row.groups, row.as_reported) == (
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
            assert bool(row.as_reported) is (finding.rule.id == "same-as-far-as-reported")


@given(proposal_pairs(), st.booleans())
def test_the_order_of_the_documents_moves_columns_only(pair: tuple[Proposal, Proposal], last: bool) -> None:  # noqa: FBT001
    third = attrs.evolve(pair[last], id="a-third")
    there, back = matrix([*pair, third]), matrix([third, *reversed(pair)])
    assert there.counts() == back.counts()
    assert sum(there.counts().values()) == len(there.rows)


def test_topics_and_filters_on_the_plans() -> None:
    found = matrix(PLANS)
    topics = {row.topic: row for row in found.topics()}
    assert topics[Topic.NUCLEAR].spoken() == (3, 3, 2)
    assert topics[Topic.TERRITORY].verdict is RowVerdict.SPLIT
    assert sum(sum(row.counts().values()) for row in topics.values()) == len(found.rows)
    narrowed = found.narrowed([Topic.FORCES], only_disagreements=True)
    assert {row.topic for row in narrowed.rows} == {Topic.FORCES}
    assert {row.verdict for row in narrowed.rows} <= DISAGREEMENTS
    assert [row.line.kind for row in narrowed.rows if row.verdict is RowVerdict.ONE_AGAINST] == ["force-limit"]
    assert found.narrowed() == found
    assert [document.id for document in narrowed.documents] == ["us-28-point", "e3-counter", "twenty-point"]
