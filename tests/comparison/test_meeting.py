"""Bans, permissions and rejections: which oppose each other, which are on one side, which only overlap."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from making import document
from proposals import KINDS
from proposals.comparison.engine import compare, meet
from proposals.fields.changes import Lack, Stated
from proposals.fields.declare import compared_fields
from proposals.fields.members import Members
from proposals.fields.scales import Ordinal, PartialOrder, Quantity, Timing
from proposals.measures.distance import NEAREST, reach
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire, CeasefireScope
from proposals.terms.forces import ForeignForces
from proposals.terms.nuclear import NuclearState, NuclearStatus
from proposals.terms.sanctions import Relief, SanctionsRelief
from proposals.terms.territory import Extent, Recognition, TerritoryStatus, Withdrawal
from proposals.vocabulary import Coverage, Direction, Modality, Relation, Stance
from proposals.world.dates import Deadline

BAN, MAY, REJECTS = Modality.SHALL_NOT, Modality.MAY, Stance.REJECTS


def forces(**held: Any) -> ForeignForces:
    return ForeignForces(of=("NATO",), in_=("UA",), **held)


def membership(path: MembershipPath | None = None, **held: Any) -> AllianceMembership:
    return AllianceMembership(of=("UA",), in_=("NATO",), membership=path, **held)


def withdrawal(**held: Any) -> Withdrawal:
    return Withdrawal(of=("RU",), from_=("UA-14",), **held)


def status(degree: Recognition | None = None, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=("UA-43",), recognition=degree, **held)


def nuclear(state: NuclearState, **held: Any) -> NuclearStatus:
    return NuclearStatus(of=("UA",), status=state, **held)


OPPOSED, DIFFERS = Relation.OPPOSED, Relation.DIFFERS
EXCLUDED, OPEN = MembershipPath.EXCLUDED, MembershipPath.OPEN
REJECTS_CLOSING = membership(EXCLUDED, stance=REJECTS)
REJECTS_BAN = membership(modality=BAN, stance=REJECTS)
FACTO, JURE = Recognition.DE_FACTO, Recognition.DE_JURE
MEETINGS = {
    "a ban and what shall be": (forces(modality=BAN), forces(), "ban-reaches"),
    "a ban and what may be": (forces(modality=BAN), forces(modality=MAY), "ban-reaches"),
    "a ban and what is expected": (forces(modality=BAN), forces(modality=Modality.EXPECTED), "ban-reaches"),
    "a wide ban and a narrow act": (forces(modality=BAN), forces(permanently=True), "ban-reaches"),
    "a narrow ban and a wide act": (forces(modality=BAN, permanently=True), forces(), "ban-overlaps"),
    "a ban until a day and an act at any time": (
        forces(modality=BAN, until=Deadline("2030")),
        forces(),
        "ban-overlaps",
    ),
    "a ban on one part and an act on others": (
        status(modality=BAN, by=Members(["US", "CN"])),
        status(by=Members(["US", "FR"])),
        "ban-overlaps",
    ),
    "a ban on all who may do it": (
        status(modality=BAN, by=Members(["US"])),
        status(by=Members(["US", "FR"])),
        "ban-reaches",
    ),
    "a ban on some and an act of others": (
        status(modality=BAN, by=Members(["US"])),
        status(by=Members(["FR"])),
        "other-proposal",
    ),
    "a ban on more and an act that goes less far": (status(JURE, modality=BAN), status(FACTO), "other-proposal"),
    "a ban on less and an act that goes further": (status(FACTO, modality=BAN), status(JURE), "ban-reaches"),
    "a ban on one that goes less far, and an act of anyone that goes further": (
        status(FACTO, modality=BAN, by=Members(["US"])),
        status(JURE),
        "ban-overlaps",
    ),
    "two bans": (forces(modality=BAN), forces(modality=BAN, permanently=True), "other-proposal"),
    "a ban and a rejection": (forces(modality=BAN), forces(stance=REJECTS), "both-against"),
    "a ban and what closes the matter": (membership(modality=BAN), membership(EXCLUDED), "both-against"),
    "a rejection and what closes the matter": (membership(stance=REJECTS), membership(EXCLUDED), "both-against"),
    "a rejection and what is not sought": (
        membership(stance=REJECTS),
        membership(MembershipPath.NOT_SOUGHT),
        "both-against",
    ),
    "a rejected degree and no recognition": (status(FACTO, stance=REJECTS), status(Recognition.NONE), "both-against"),
    "two values, one of which closes": (membership(EXCLUDED), membership(OPEN), "other-proposal"),
    "a rejection of what closes, and that": (
        membership(EXCLUDED, stance=REJECTS),
        membership(EXCLUDED),
        "rejection-covers",
    ),
    "a rejection of what closes, and a ban": (
        membership(EXCLUDED, stance=REJECTS),
        membership(modality=BAN),
        "rejection-covers",
    ),
    "a rejection of what closes, and a way": (
        membership(EXCLUDED, stance=REJECTS),
        membership(OPEN),
        "rejection-misses",
    ),
    "a rejected ban and the ban": (forces(modality=BAN, stance=REJECTS), forces(modality=BAN), "rejection-covers"),
    "a rejected ban and a narrower one": (
        forces(modality=BAN, stance=REJECTS),
        forces(modality=BAN, permanently=True),
        "rejection-covers",
    ),
    "a rejected narrow ban and a wide one": (
        forces(modality=BAN, permanently=True, stance=REJECTS),
        forces(modality=BAN),
        "rejection-misses",
    ),
    "a rejected ban and a permission": (
        forces(modality=BAN, stance=REJECTS),
        forces(modality=MAY),
        "rejection-misses",
    ),
    "a rejected ban and what closes": (
        membership(modality=BAN, stance=REJECTS),
        membership(EXCLUDED),
        "rejection-covers",
    ),
    "a rejected act and a permission": (forces(stance=REJECTS), forces(modality=MAY), "rejection-covers"),
    "nuclear arms banned, and none": (
        nuclear(NuclearState.NUCLEAR, modality=BAN),
        nuclear(NuclearState.NON_NUCLEAR),
        "both-against",
    ),
    "relief rejected, and sanctions that stay": (
        SanctionsRelief(against=("RU",), stance=REJECTS),
        SanctionsRelief(against=("RU",), relief=Relief.MAINTAINED),
        "both-against",
    ),
    "a ban on what closes, and a rejection of the act": (
        membership(EXCLUDED, modality=BAN),
        membership(stance=REJECTS),
        "rejection-covers",
    ),
}


@pytest.mark.parametrize(("left", "right", "rule"), MEETINGS.values(), ids=MEETINGS)
def test_what_bans_and_rejections_come_to(left: Term, right: Term, rule: str) -> None:
    assert meet(left, right).rule.id == rule
    assert meet(right, left).rule.id == rule


def test_who_is_against_it_in_another_way_is_not_far() -> None:
    (finding,) = compare(document("a", forces(modality=BAN)), document("b", forces(stance=REJECTS))).findings
    assert finding.rule.relation is DIFFERS
    assert reach(finding) == NEAREST


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_field_with_an_order_says_which_way_a_rejection_reaches(kind: type[Term]) -> None:
    undecided = {"modality", "settles"}  # how strongly; a number of years that are looked back on
    for field in compared_fields(kind):
        ordered = isinstance(field.measure, Ordinal | PartialOrder | Quantity | Timing)
        assert (field.deontics.rejection is not None) is (ordered and field.key not in undecided)


EVENT, SPAN, DAY = Deadline("withdrawal"), Deadline("3 days of signature"), Deadline("2026-05-01")


def ceasefire(**held: Any) -> Ceasefire:
    return Ceasefire(between=("RU", "UA"), **held)


@pytest.mark.parametrize(
    ("after", "lack"), [(EVENT, Lack.UNSTATED), (SPAN, Lack.UNREPORTED), (DAY, Lack.UNREPORTED)], ids=str
)
def test_an_unconditional_term_has_no_condition_even_if_its_text_is_known_in_part(after: Deadline, lack: Lack) -> None:
    whole = document("a", ceasefire(after=after))
    part = document("b", ceasefire(scope=CeasefireScope.FULL, unconditional=True), coverage=Coverage.PARTIAL)
    for pair in ((whole, part), (part, whole)):
        (finding,) = compare(*pair).findings
        changes = {difference.field: difference.change for difference in finding.differences}
        held = changes["after"]
        assert isinstance(held, Stated)
        assert held.lack is lack


@pytest.mark.parametrize(
    ("after", "lack"), [(EVENT, Lack.UNSTATED), (SPAN, Lack.UNREPORTED), (DAY, Lack.UNREPORTED)], ids=str
)
def test_a_term_with_a_condition_is_not_unconditional_even_if_its_text_is_known_in_part(
    after: Deadline, lack: Lack
) -> None:
    whole = document("a", ceasefire(unconditional=True))
    part = document("b", ceasefire(after=after), coverage=Coverage.PARTIAL)
    for pair in ((whole, part), (part, whole)):
        (finding,) = compare(*pair).findings
        held = {difference.field: difference.change for difference in finding.differences}["unconditional"]
        assert isinstance(held, Stated)
        assert held.lack is lack


def test_the_pair_differs_where_only_the_condition_is_ruled_out() -> None:
    whole = document("a", ceasefire(after=EVENT, unconditional=None))
    part = attrs.evolve(document("b", ceasefire(unconditional=True)), coverage=Coverage.PARTIAL)
    (finding,) = compare(whole, part).findings
    assert finding.rule.id == "other-proposal"


HEAVIER, LIGHTER = Direction.HEAVIER, Direction.LIGHTER
WEIGHTS = {
    "a ban and a permission": (forces(modality=BAN, peacetime=True), forces(modality=MAY), None),
    "a value that closes the matter and a ban": (
        membership(EXCLUDED),
        membership(MembershipPath.MEMBER, modality=BAN),
        None,
    ),
    "a ban and an open way": (membership(MembershipPath.MEMBER, modality=BAN), membership(OPEN), None),
    "a narrower ban": (forces(modality=BAN), forces(modality=BAN, permanently=True), LIGHTER),
    "a ban that a duty of the same words would make heavier": (
        withdrawal(modality=BAN),
        withdrawal(modality=BAN, within=Deadline("30 days")),
        LIGHTER,
    ),
    "a ban on doing it for longer": (
        withdrawal(modality=BAN, within=Deadline("30 days")),
        withdrawal(modality=BAN, within=Deadline("60 days")),
        HEAVIER,
    ),
    "a ban on more": (
        withdrawal(modality=BAN, extent=Extent.WHOLE),
        withdrawal(modality=BAN, extent=Extent.PART),
        HEAVIER,
    ),
    "a ban that ends later": (
        withdrawal(modality=BAN, until=Deadline("2027")),
        withdrawal(modality=BAN, until=Deadline("2028")),
        HEAVIER,
    ),
    "a duty to do more": (withdrawal(extent=Extent.PART), withdrawal(extent=Extent.WHOLE), HEAVIER),
    "two rejections": (
        withdrawal(stance=REJECTS, extent=Extent.PART),
        withdrawal(stance=REJECTS, extent=Extent.WHOLE),
        None,
    ),
}


@pytest.mark.parametrize(("left", "right", "direction"), WEIGHTS.values(), ids=WEIGHTS)
def test_a_ban_weighs_by_its_reach_and_nothing_against_what_is_no_ban(
    left: Term, right: Term, direction: Direction | None
) -> None:
    assert meet(left, right).direction is direction
    assert meet(right, left).direction is (direction and direction.reversed())


ACCEPTED = {
    "of nothing in particular": ({}, "acceptance"),
    "of the same": ({"extent": Extent.PART}, "acceptance"),
    "of more": ({"extent": Extent.WHOLE}, "acceptance-misses"),
    "as a permission": ({"modality": MAY}, "acceptance-misses"),
}


@pytest.mark.parametrize(("held", "rule"), ACCEPTED.values(), ids=ACCEPTED)
def test_who_accepts_another_value_does_not_accept_this_one(held: dict[str, Any], rule: str) -> None:
    should = withdrawal(modality=Modality.SHOULD, extent=Extent.PART)
    found = meet(should, withdrawal(stance=Stance.ACCEPTS, **held))
    assert found.rule.id == rule
    assert meet(found.right, should).rule.id == rule


def test_an_acceptance_that_does_not_say_how_strongly_it_binds_makes_nothing_heavier() -> None:
    should = withdrawal(modality=Modality.SHOULD)
    assert meet(should, withdrawal(stance=Stance.ACCEPTS)).direction is None
    assert meet(should, withdrawal()).direction is HEAVIER
