"""How two terms of one key compare: rules by what the stances and contents show, fields by scale, direction."""

from __future__ import annotations

import gc
from typing import Any

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare, meet
from proposals.comparison.names import world_of
from proposals.comparison.result import Comparison
from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep
from proposals.errors import InvalidProposalError
from proposals.fields.changes import Lack, Stated, Steps, Way
from proposals.fields.members import Members
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.guarantees import Mechanism, SecurityGuarantee
from proposals.terms.territory import (
    Demilitarization,
    Extent,
    FrozenLine,
    Line,
    Recognition,
    TerritoryStatus,
    Withdrawal,
)
from proposals.vocabulary import Absence, Coverage, Direction, Link, Modality, Relation, Stance
from proposals.world.actors import Actor, ActorKind
from proposals.world.dates import Deadline
from proposals.world.places import Place, PlaceKind


def status(*places: str, recognition: Recognition | None = Recognition.DE_FACTO, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=places, recognition=recognition, **held)


def limit(**held: Any) -> ForceLimit:
    return ForceLimit(of=("UA",), **held)


def guarantee(**held: Any) -> SecurityGuarantee:
    return SecurityGuarantee(to=("UA",), **held)


def membership(path: MembershipPath | None) -> AllianceMembership:
    return AllianceMembership(of=("UA",), in_=("NATO",), membership=path)


NONE, FACTO, JURE = Recognition.NONE, Recognition.DE_FACTO, Recognition.DE_JURE
LINE = FrozenLine(between=("RU", "UA"))

COVERS = {
    "the value itself": (status("UA-14"), status("UA-14"), True),
    "all beyond it": (status("UA-14"), status("UA-14", recognition=JURE), True),
    "not what falls short of it": (status("UA-14"), status("UA-14", recognition=NONE), False),
    "all, if it states no field": (status("UA-14", recognition=None), status("UA-14"), True),
    "not what states no value": (status("UA-14"), status("UA-14", recognition=None), False),
    "the field that it states": (status("UA-14", recognition=None, as_="RU"), status("UA-14", as_="RU"), True),
    "not another value without order": (status("UA-14", as_="RU"), status("UA-14", as_="BY"), False),
    "lower numbers, where low is heavy": (limit(personnel=600_000), limit(personnel=500_000), True),
    "not higher numbers, where low is heavy": (limit(personnel=600_000), limit(personnel=800_000), False),
    "words that go further": (membership(MembershipPath.OPEN), membership(MembershipPath.MEMBER), True),
    "not words that go less far": (membership(MembershipPath.OPEN), membership(MembershipPath.EXCLUDED), False),
    "not another word, where the matter is closed": (
        membership(MembershipPath.EXCLUDED),
        membership(MembershipPath.OPEN),
        False,
    ),
    "what is stronger": (guarantee(mechanism=Mechanism.ASSIST), guarantee(mechanism=Mechanism.DEFEND), True),
    "not what is incomparable": (
        guarantee(mechanism=Mechanism.ASSIST),
        guarantee(mechanism=Mechanism.SANCTIONS),
        False,
    ),
    "a list that names all of it": (
        guarantee(guarantors=Members(("US",))),
        guarantee(guarantors=Members(("US", "GB"))),
        True,
    ),
    "not a list that lacks one": (
        guarantee(guarantors=Members(("US", "GB"))),
        guarantee(guarantors=Members(("US",))),
        False,
    ),
    "a qualifier that is there": (limit(peacetime=True), limit(peacetime=True, personnel=1), True),
    "not a qualifier that is not": (limit(peacetime=True), limit(personnel=1), False),
    "what presupposes it": (limit(modality=Modality.MAY), limit(), True),
    "what is stronger in modality": (limit(modality=Modality.INTENDS), limit(modality=Modality.SHOULD), True),
    "not what is weaker in modality": (limit(modality=Modality.SHOULD), limit(modality=Modality.INTENDS), False),
    "not a permission, unless it states one": (limit(modality=Modality.SHOULD), limit(modality=Modality.MAY), False),
    "a deadline that is sooner": (limit(before=Deadline("2026-06-01")), limit(before=Deadline("2026-01-01")), True),
    "not what has no deadline": (limit(before=Deadline("2026-01-01")), limit(), False),
    "nominal words, equal": (attrs.evolve(LINE, line=Line.CONTACT), attrs.evolve(LINE, line=Line.CONTACT), True),
    "nominal words, unlike": (attrs.evolve(LINE, line=Line.CONTACT), attrs.evolve(LINE, line=Line.BORDER), False),
}


@pytest.mark.parametrize(("rejected", "proposed", "expected"), COVERS.values(), ids=COVERS)
def test_what_a_rejection_covers(rejected: Term, proposed: Term, expected: bool) -> None:  # noqa: FBT001 -- a table
    rejects = attrs.evolve(rejected, stance=Stance.REJECTS)
    relation = Relation.OPPOSED if expected else Relation.DIFFERS
    assert meet(rejects, proposed).rule.relation is relation
    assert meet(proposed, rejects).rule.relation is relation


DIRECTIONS = {
    "a higher ceiling": (limit(personnel=600_000), limit(personnel=800_000), Direction.LIGHTER),
    "a lower ceiling": (limit(personnel=800_000), limit(personnel=600_000), Direction.HEAVIER),
    "a qualifier more": (limit(personnel=1), limit(personnel=1, peacetime=True), Direction.LIGHTER),
    "a qualifier less": (limit(personnel=1, peacetime=True), limit(personnel=1), Direction.HEAVIER),
    "both lighter": (limit(personnel=600_000), limit(personnel=800_000, peacetime=True), Direction.LIGHTER),
    "apart": (limit(personnel=800_000), limit(personnel=600_000, peacetime=True), Direction.MIXED),
    "a number that one does not state": (limit(personnel=600_000), limit(), None),
    "a weaker modality": (limit(), limit(modality=Modality.SHOULD), Direction.LIGHTER),
    "a modality off the ladder": (limit(), limit(modality=Modality.MAY), None),
    "words without order": (attrs.evolve(LINE, line=Line.CONTACT), attrs.evolve(LINE, line=Line.BORDER), None),
    "more ground": (attrs.evolve(LINE, extent=Extent.MOST), attrs.evolve(LINE, extent=Extent.WHOLE), Direction.HEAVIER),
    "a rejection weighs nothing": (limit(personnel=1), limit(personnel=2, stance=Stance.REJECTS), None),
    "the same": (limit(personnel=1), limit(personnel=1), None),
}


@pytest.mark.parametrize(("left", "right", "expected"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_which_way_a_term_weighs(left: Term, right: Term, expected: Direction | None) -> None:
    assert meet(left, right).direction is expected
    assert meet(right, left).direction is (expected and expected.reversed())


def test_a_difference_tells_field_scale_values_and_change() -> None:
    option = meet(status("UA-14", recognition=NONE, as_="RU"), status("UA-14", recognition=JURE))
    recognition, of = option.differences
    assert (recognition.field, recognition.scale, recognition.left, recognition.right) == (
        "recognition",
        "ordinal",
        "none",
        "de jure",
    )
    assert recognition.change == Steps(2)
    assert recognition.lack is None
    assert (of.field, of.left, of.right, of.change) == ("as", "RU", None, Stated(Way.LESS))
    assert of.lack is Lack.UNSTATED
    assert (of.scale, of.direction, of.unreported) == ("nominal", None, False)


LACKS = {
    "a whole text": (Stance.PROPOSES, Coverage.COMPLETE, Lack.UNSTATED, Direction.LIGHTER),
    "a text known in part": (Stance.PROPOSES, Coverage.PARTIAL, Lack.UNREPORTED, None),
    "an answer": (Stance.ACCEPTS, Coverage.COMPLETE, Lack.NOT_RESTATED, None),
    "an answer known in part": (Stance.ACCEPTS, Coverage.PARTIAL, Lack.NOT_RESTATED, None),
}


@pytest.mark.parametrize(("stance", "coverage", "lack", "direction"), LACKS.values(), ids=LACKS)
def test_what_the_absence_of_a_value_means(
    stance: Stance, coverage: Coverage, lack: Lack, direction: Direction | None
) -> None:
    left = document("plan", guarantee(before=Deadline("signature")))
    right = document("reply", guarantee(stance=stance), coverage=coverage)
    (finding,) = compare(left, right).findings
    (difference,) = finding.differences
    assert (difference.lack, difference.direction) == (lack, direction)


def test_terms_of_unlike_kinds_have_no_differences() -> None:
    option = meet(limit(personnel=1), membership(MembershipPath.OPEN), answered=True)
    assert (option.rule.id, option.differences, option.direction) == ("answered-otherwise", (), None)


def test_an_answer_of_one_kind_about_another_subject() -> None:
    assert meet(limit(), ForceLimit(of=("RU",)), answered=True).rule.id == "answered-otherwise"
    assert meet(limit(), ForceLimit(of=("RU",), personnel=1), answered=True).rule.id == "other-proposal"


US: dict[str, Any] = {"holders": ("US",)}
E3: dict[str, Any] = {"holders": ("E3",)}
OPEN = {
    "the same options, each with the same holders": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(personnel=2, **E3), limit(personnel=1, **US)],
        "same-proposal",
    ),
    "the same options, held by nobody on one side": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(personnel=2, option="high"), limit(personnel=1, option="low")],
        "same-proposal",
    ),
    "options that have changed hands": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(personnel=2, **US), limit(personnel=1, **E3)],
        "open-alternatives",
    ),
    "one option in common": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(personnel=1)],
        "open-alternatives",
    ),
    "no option in common": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(personnel=3)],
        "other-proposal",
    ),
    "an answer to all of them": (
        [limit(personnel=1, **US), limit(personnel=2, **E3)],
        [limit(stance=Stance.DEFERS)],
        "deferral",
    ),
    "the same options with unlike stances, in another order": (
        [limit(personnel=1, **US), limit(stance=Stance.REJECTS, **E3)],
        [limit(stance=Stance.REJECTS, **E3), limit(personnel=1, **US)],
        "same-proposal",
    ),
}


@pytest.mark.parametrize(("left", "right", "rule"), OPEN.values(), ids=OPEN)
def test_open_points_are_compared_option_by_option(left: list[Term], right: list[Term], rule: str) -> None:
    for comparison in (
        compare(document("a", *left), document("b", *right)),
        compare(document("b", *right), document("a", *left)),
    ):
        (finding,) = comparison.findings
        assert finding.rule.id == rule
        assert finding.open
        assert len(finding.options) == len(left) * len(right)
        assert finding.differences == ()


def test_open_alternatives_that_answer_a_point_are_not_the_same() -> None:
    plan = document("plan", limit(personnel=1, points=("6",), **US), limit(personnel=2, points=("6",), **E3))
    variants = (ForceLimit(of=("RU",), personnel=1, answers=("6",), **US), ForceLimit(of=("RU",), personnel=2, **E3))
    reply = document("reply", *variants, lineage=(LineageStep(link=Link.AMENDS, to="plan"),))
    assert [finding.rule.id for finding in compare(plan, reply).findings] == ["open-alternatives"]


ABSENT = [
    (Coverage.COMPLETE, Absence.SILENT, Relation.SILENT),
    (Coverage.PARTIAL, Absence.UNREPORTED, Relation.UNREPORTED),
]


@pytest.mark.parametrize(("coverage", "state", "relation"), ABSENT)
def test_silence_and_the_unreported_are_kept_apart(coverage: Coverage, state: Absence, relation: Relation) -> None:
    (finding,) = compare(document("a", limit()), document("b", coverage=coverage)).findings
    assert (finding.right.state, finding.relation, finding.right.terms) == (state, relation, ())


def test_a_struck_point_says_where() -> None:
    reply = document("b", lineage=(LineageStep(link=Link.AMENDS, to="a"),), struck=(Struck(point="6"),))
    (finding,) = compare(document("a", limit(points=("6",))), reply).findings
    assert (finding.relation, finding.right.state, finding.right.points) == (Relation.STRUCK, Stance.STRIKES, ("6",))


def counterparts(comparison: Comparison) -> list[tuple[str, ...]]:
    return [tuple(one.reason for one in finding.counterparts) for finding in comparison.findings]


def test_possible_counterparts_are_named_with_the_reason_and_never_paired() -> None:
    left = document("a", Withdrawal(of=("RU",), from_=("UA-14",)), Demilitarization(places=("UA-14",)), LINE)
    right = document("b", Withdrawal(of=("UA",), from_=("Donbas",)), Demilitarization(places=("UA-65",)), LINE)
    assert counterparts(compare(left, right, world=library.world())) == [
        ("same kind, both about Donetsk region",),
        (),
        (),
        ("same kind, both about Donetsk region",),
        (),
    ]


def test_an_organisation_and_its_members_are_counterparts_and_nothing_more() -> None:
    left = document("a", AllianceMembership(of=("UA",), in_=("NATO",)), SecurityGuarantee(to=("NATO",)))
    right = document("b", AllianceMembership(of=("GE",), in_=("NATO",)), SecurityGuarantee(to=("FR",)))
    assert counterparts(compare(left, right, world=library.world())) == [
        ("same kind, both about NATO",),
        ("same kind, both about France",),
        ("same kind, both about NATO",),
        ("same kind, both about France",),
    ]


def test_of_many_possible_counterparts_ten_are_named_in_either_order_and_the_others_counted() -> None:
    left = document("a", *(ForeignForces(of=("US",), in_=(f"A{at}",)) for at in range(13)))
    right = document("b", *(ForeignForces(of=("US",), in_=(f"B{at}",)) for at in range(11)))
    found, mirror = compare(left, right), compare(right, left)
    assert {len(finding.counterparts) for finding in found.findings} == {10}
    assert [finding.further_counterparts for finding in found.findings] == [1] * 13 + [3] * 11
    named = {finding.subject: finding.counterparts for finding in found.findings}
    assert named == {finding.subject: finding.counterparts for finding in mirror.findings}


def test_documents_know_the_names_that_they_carry_and_those_that_they_add() -> None:
    place = Place(id="valley", name="Valley", kind=PlaceKind.AREA, parts=("UA-14",), whole=True)
    actor = Actor(id="league", name="League", kind=ActorKind.GROUP, members=("UA",))
    first = document("a", status("valley"), places=(place,), actors=(actor,))
    second = document("b", status("UA-14"), places=(attrs.evolve(place, name="Other"),), world=library.world())
    world = world_of((first, second))
    assert (world.name("valley"), world.name("league"), world.name("UA-14")) == ("Valley", "League", "Donetsk region")
    assert world_of((second, first)).name("valley") == "Other"
    assert world_of((first, second), library.world()).name("valley") == "Valley"
    assert [finding.relation for finding in compare(first, second).findings] == [Relation.SAME]


def test_documents_made_by_hand_know_no_names() -> None:
    assert world_of(()).places.places == {}
    left, right = document("a", status("Donbas")), document("b", status("UA-14"))
    assert {one.relation for one in compare(left, right).findings} == {Relation.SILENT}
    known = compare(left, right, world=library.world()).findings
    assert {one.relation for one in known} == {Relation.SAME, Relation.SILENT}


def test_a_loaded_document_carries_its_names() -> None:
    plan = library.load("us-28-point")
    assert plan.world.places.places.keys() >= library.world().places.places.keys()
    assert world_of((plan, plan)) is plan.world


def test_the_bearers_are_those_of_both_sides_or_else_of_either() -> None:
    def bearers(left: Members | None, right: Members | None) -> tuple[str, ...]:
        (finding,) = compare(document("a", limit(obligors=left)), document("b", limit(obligors=right))).findings
        return finding.bearers

    assert bearers(None, None) == ("UA",)
    assert bearers(Members(("US", "UA")), None) == ("UA",)
    assert bearers(Members(("US",)), None) == ("UA", "US")


def test_where_a_group_meets_a_member_the_member_bears_it() -> None:
    group = ForceLimit(of=("E3",), personnel=1)
    member = ForceLimit(of=("DE",), personnel=2)
    found = {
        one.subject: one.bearers
        for one in compare(document("a", group), document("b", member), world=library.world()).findings
    }
    assert found == {(("DE",),): ("DE",), (("FR", "GB"),): ("FR", "GB")}


def test_a_finding_on_a_part_of_a_term_weighs_on_those_of_that_part() -> None:
    one, both = ForceLimit(of="UA", personnel=8), ForceLimit(of=("RU", "UA"), personnel=6)
    found = compare(document("a", one), document("b", both)).findings
    assert [(finding.subject, finding.bearers) for finding in found] == [((("UA",),), ("UA",)), ((("RU",),), ("RU",))]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(enabled: bool) -> None:  # noqa: FBT001 -- a table
    twice = document("twice", limit(), limit())
    try:
        (gc.enable if enabled else gc.disable)()
        compare(document("a", limit()), document("b", limit()))
        assert gc.isenabled() is enabled
        with pytest.raises(InvalidProposalError):
            compare(twice, twice)
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


@pytest.mark.parametrize("freezing", [True, False])
def test_what_the_caller_has_frozen_stays_frozen(freezing: bool) -> None:  # noqa: FBT001 -- a table
    gc.unfreeze()
    try:
        if freezing:
            gc.freeze()
        compare(document("a", limit()), document("b", limit()))
        assert bool(gc.get_freeze_count()) is freezing
    finally:
        gc.unfreeze()
