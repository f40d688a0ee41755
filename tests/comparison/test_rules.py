"""The ninth law: the table of rules is total, every rule is reached, and its mirror exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.rules import RULES, STANCES, Meeting, State, possible_meetings, rule_for
from proposals.documents.proposal import Proposal
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Absence, Coverage, Modality, Stance

STATES: tuple[State, ...] = (*STANCES, *Absence)
TABLE = [
    (left, right, meeting)
    for left, right in product(STATES, repeat=2)
    for meeting in sorted(possible_meetings(left, right), key=lambda meeting: meeting.rank)
]

_NEEDED: dict[State, dict[str, Any]] = {
    Stance.ACCEPTS_IF: {"if_": "Russia agrees"},
    Stance.RESERVES: {"reservation": "the navy aside"},
}


def limit(stance: State, personnel: int = 600_000, **held: Any) -> ForceLimit:
    return ForceLimit(of=("UA",), stance=Stance(stance), personnel=personnel, **_NEEDED.get(stance, {}), **held)


def met(left: State, right: State, meeting: Meeting) -> tuple[Proposal, ...]:
    """Two documents that meet so; the right one amends the left where an answer by point is asked for."""
    if isinstance(left, Absence) or (meeting is Meeting.OPEN and left.rank < right.rank):
        return tuple(reversed(met(right, left, meeting)))
    if meeting is Meeting.BOTH_AGAINST:
        return _both_against(left, right)
    return document("left", limit(left, points=("6",))), _meeting(left, right, meeting)


def _both_against(left: State, right: State) -> tuple[Proposal, ...]:
    """What is excluded against what is rejected, deleted or banned, in either order, or a deletion and a rejection."""
    if {left, right} == {Stance.STRIKES, Stance.REJECTS}:
        return document("left", limit(left)), document("right", limit(right))
    if left in {Stance.REJECTS, Stance.STRIKES}:
        return tuple(reversed(_both_against(right, left)))
    closed = AllianceMembership(
        of=("UA",), in_=("NATO",), stance=Stance(left), membership=MembershipPath.EXCLUDED, **_NEEDED.get(left, {})
    )
    modality = Modality.SHALL_NOT if left is right else Modality.SHALL
    other = AllianceMembership(of=("UA",), in_=("NATO",), stance=Stance(right), modality=modality)
    return document("left", closed), document("right", other)


def _meeting(left: State, right: State, meeting: Meeting) -> Proposal:
    """What meets a limit of 600,000 so."""
    if right is Absence.LEFT_OUT:
        lacking = limit(Stance.LEAVES_OUT, 600_000 if meeting is Meeting.COVERED else 1)
        return document("right", left_out=(lacking,), coverage=Coverage.PARTIAL)
    if isinstance(right, Absence):
        return document("right", coverage=Coverage.COMPLETE if right is Absence.SILENT else Coverage.PARTIAL)
    if meeting is Meeting.ANOTHER_KIND:
        other = AllianceMembership(of=("UA",), in_=("NATO",), stance=right, answers=("6",), **_NEEDED.get(right, {}))
        return document("right", other, amends="left")
    if meeting is Meeting.OPEN:
        other_number = 1 if left is right else 600_000
        return document("right", limit(right, holders=("E3",)), limit(left, other_number, holders=("US",)))
    heavier_is_less = 500_000 if (right is Stance.REJECTS) is (meeting is Meeting.UNCOVERED) else 700_000
    numbers = {Meeting.UNLIKE: 1, Meeting.COVERED: heavier_is_less, Meeting.UNCOVERED: heavier_is_less}
    if Stance.STRIKES in {left, right}:  # a deletion is of the very number
        numbers = {Meeting.UNLIKE: 1, Meeting.UNCOVERED: 500_000 if right is Stance.REJECTS else 700_000}
    if meeting is Meeting.AS_REPORTED:
        return document("right", ForceLimit(of=("UA",)), coverage=Coverage.PARTIAL)
    bans = meeting in {Meeting.CONTRARY, Meeting.OVERLAPS}
    modality, peacetime = Modality.SHALL_NOT if bans else Modality.SHALL, meeting is Meeting.OVERLAPS or None
    return document("right", limit(right, numbers.get(meeting, 600_000), modality=modality, peacetime=peacetime))


@pytest.mark.parametrize(("left", "right", "meeting"), TABLE)
def test_every_meeting_of_two_states_has_exactly_one_rule(left: State, right: State, meeting: Meeting) -> None:
    found = [rule for rule in RULES if frozenset({left, right}) in rule.pairs and meeting in rule.meetings]
    assert found == [rule_for(left, right, meeting)]


@pytest.mark.parametrize(("left", "right", "meeting"), TABLE)
def test_every_rule_has_its_mirror(left: State, right: State, meeting: Meeting) -> None:
    assert possible_meetings(left, right) == possible_meetings(right, left)
    assert rule_for(left, right, meeting) is rule_for(right, left, meeting)


@pytest.mark.parametrize(("left", "right", "meeting"), TABLE)
def test_documents_that_meet_so_get_the_rule(left: State, right: State, meeting: Meeting) -> None:
    finding, *others = compare(*met(left, right, meeting)).findings
    assert not others
    assert finding.rule is rule_for(left, right, meeting)
    assert {finding.left.state, finding.right.state} == {left, right}


def test_every_rule_is_reached() -> None:
    reached = {compare(*met(*row)).findings[0].rule.id for row in TABLE}
    assert reached == {rule.id for rule in RULES}
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_nothing_shows_where_both_are_absent() -> None:
    for left, right in product(Absence, repeat=2):
        assert not possible_meetings(left, right)
        for meeting in Meeting:
            with pytest.raises(KeyError):
                rule_for(left, right, meeting)


@pytest.mark.parametrize(
    ("left", "right", "meeting"),
    [
        (Stance.ACCEPTS, Stance.ACCEPTS, Meeting.CONTRARY),
        (Stance.PROPOSES, Stance.ACCEPTS, Meeting.ALIKE),
        (Stance.STRIKES, Stance.REJECTS, Meeting.COVERED),
        (Stance.PROPOSES, Absence.SILENT, Meeting.OPEN),
    ],
)
def test_what_cannot_show_has_no_rule(left: State, right: State, meeting: Meeting) -> None:
    with pytest.raises(KeyError):
        rule_for(left, right, meeting)


def test_the_table_of_rules_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    rules = [(row, rule_for(*row)) for row in TABLE]
    lines = [f"{' | '.join(map(str, row))} -> {rule.id}: {rule.relation}" for row, rule in rules]
    golden("rule-table.txt", "\n".join(lines) + "\n")


def test_every_rule_over_every_pair_of_bundled_documents_is_the_golden_table(
    golden: Callable[[str, str], None],
) -> None:
    lines = []
    for left, right in combinations(library.proposals(), 2):
        counted = Counter(finding.rule.id for finding in compare(left, right).findings)
        told = ", ".join(f"{counted[rule.id]} {rule.id}" for rule in RULES if counted[rule.id])
        lines.append(f"{left.id} | {right.id}: {told or 'nothing'}")
    golden("rule-counts.txt", "\n".join(lines) + "\n")


def test_each_meeting_says_what_shows_in_it() -> None:
    assert all(one.definition.endswith(".") for one in Meeting)
    assert len({one.definition for one in Meeting}) == len(Meeting)
