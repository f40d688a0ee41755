"""Positions and lines: what is equal to what, and what a position says of itself."""

from __future__ import annotations

import attrs

from proposals import library
from proposals.comparison.alignment import align
from proposals.comparison.engine import compare
from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.comparison.rules import Meeting, rule_for
from proposals.documents.proposal import LineageStep, Proposal
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Coverage, Link, Stance
from proposals.world.dates import Date

PLAN = Proposal(id="plan", title="Plan", date=Date("2025"), terms=(ForceLimit(of=("UA",), personnel=1, points=("6",)),))


def line(*terms: Term) -> Line:
    (found,) = align(PLAN, attrs.evolve(PLAN, terms=terms), library.world())
    return found


def test_positions_are_equal_if_they_say_the_same_wherever_they_were_read() -> None:
    first, second = line(ForceLimit(of=("UA",), personnel=1, points=("7",))).positions
    assert first == second
    assert hash(first) == hash(second)
    other = line(ForceLimit(of=("UA",), personnel=2)).positions[1]
    assert first != other
    assert first != "proposes"
    assert "state=" in repr(first)


def test_a_position_can_be_read_without_its_terms() -> None:
    spoken = line(ForceLimit(of=("UA",), personnel=1)).positions[0]
    again = Position.read("force-limit", (("UA",),), Coverage.PARTIAL, spoken.variants)
    assert again == spoken
    absent = Position.read("force-limit", (("UA",),), Coverage.COMPLETE, ())
    assert str(absent.state) == "silent"


def test_a_deletion_points_at_what_another_document_states() -> None:
    struck = ForceLimit(of=("UA",), personnel=1, stance=Stance.STRIKES)
    assert [one.points_at for one in line(struck).positions] == [False, True]
    assert not line(attrs.evolve(struck, personnel=2)).positions[1].points_at
    assert not line(ForceLimit(of=("UA",), personnel=1)).positions[1].points_at


def test_lines_are_equal_if_all_documents_say_the_same() -> None:
    one, same = line(ForceLimit(of=("UA",), personnel=1)), line(ForceLimit(of=("UA",), personnel=1, points=("9",)))
    assert one == same
    assert hash(one) == hash(same)
    assert one != line(ForceLimit(of=("UA",), personnel=2))
    assert one != "force-limit"
    assert repr(one) == "Line(kind='force-limit', subject=(('UA',),), positions=<proposes, proposes>)"


def test_an_answer_that_states_less_of_something_else_is_not_the_same_as_far_as_reported() -> None:
    lineage = (LineageStep(link=Link.AMENDS, to="plan"),)
    reply = attrs.evolve(PLAN, id="reply", lineage=lineage, terms=(ForceLimit(of=("RU",), answers=("6",)),))
    rules = {finding.rule for pair in ((PLAN, reply), (reply, PLAN)) for finding in compare(*pair).findings}
    assert rules == {rule_for(Stance.PROPOSES, Stance.PROPOSES, Meeting.ANOTHER_KIND)}
