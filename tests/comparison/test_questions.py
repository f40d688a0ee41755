"""Questions: which lines a row reads, what it is asked of, and the verdict of two documents on it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.questions import OTHER_MATTERS, ask
from proposals.comparison.summaries import QuestionSummary, questions, topics
from proposals.documents.proposal import Proposal
from proposals.documents.questions import AskedOf, every_asked
from proposals.fields.declare import Field, compared, fields_of
from proposals.fields.members import Members
from proposals.fields.scales import Qualifier
from proposals.fields.values import PLACE, Code, Words
from proposals.negotiation.lines import lines
from proposals.terms import KINDS
from proposals.terms.alliances import AllianceMembership, EnlargementStop, Neutrality
from proposals.terms.base import Term
from proposals.terms.economy import AssetUse, Compensation, Contribution, FrozenAssets
from proposals.terms.forces import AirBasing, ForceLimit, ForeignForces
from proposals.terms.implementation import Overseen, Oversight
from proposals.terms.non_aggression import NonAggressionPact, NonInvasion
from proposals.terms.provision import Provision
from proposals.terms.territory import (
    Demilitarization,
    EconomicZone,
    FrozenLine,
    Recognition,
    TerritorialTalks,
    TerritoryStatus,
    Withdrawal,
)
from proposals.testing import proposal_pairs
from proposals.vocabulary import Coverage, Direction, Modality, Stance, Topic, Verdict

WORLD = library.world()
PARTIAL = {"coverage": Coverage.PARTIAL}
TALKS = TerritorialTalks(between=("RU", "UA"), points=("21",))


def status(*places: str, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=places, **{"recognition": Recognition.DE_FACTO, "points": ("21",), **held})


def line(*places: str, **held: Any) -> FrozenLine:
    held = {"places": places, **held} if places else held
    return FrozenLine(between=("RU", "UA"), **held)


def asked(left: Proposal, right: Proposal) -> tuple[QuestionSummary, ...]:
    return questions(compare(left, right, world=WORLD))


def test_talks_are_about_the_places_that_they_name_and_else_about_all() -> None:
    crimea = attrs.evolve(TALKS, places=Members(("UA-43",)))
    left = document("left", status("UA-43"), status("UA-09", recognition=Recognition.DE_JURE))
    named, rest = (one for one in asked(left, document("right", crimea)) if one.row.question == "whose-territory")
    assert {named.verdict, rest.verdict} == {Verdict.OTHER_MEANS, Verdict.ONE_SIDED}
    (whole,) = (one for one in asked(left, document("right", TALKS)) if one.row.question == "whose-territory")
    assert whole.verdict is Verdict.OTHER_MEANS


def verdicts(left: Proposal, right: Proposal) -> dict[tuple[str, tuple[str, ...]], Verdict]:
    return {(one.row.question, one.row.asked): one.verdict for one in asked(left, right)}


def domain(kind: type[Term], key: str) -> Field:
    return next(field for field in fields_of(kind) if field.key == key)


def test_every_kind_names_a_question_of_the_register_and_every_question_is_answered() -> None:
    register = library.questions()
    assert {name for name, _, _ in every_asked()} >= set(KINDS)
    assert {one.question for _, one, _ in every_asked()} == set(register)


@pytest.mark.parametrize(("name", "one", "kind"), [*every_asked()], ids=[name for name, _, _ in every_asked()])
def test_a_kind_is_of_the_topic_of_its_question_and_names_what_that_is_asked_of(name: str, one: Any, kind: Any) -> None:
    question = library.questions()[one.question]
    assert kind.topic is question.topic, name
    if one.of is not None:
        field = domain(kind, one.of)
        of = AskedOf.MATTER if isinstance(field.domain, Words) else AskedOf.ACTOR
        of = AskedOf.GROUND if field.domain is PLACE else of
        assert (AskedOf.SIDES if field.together and not one.each else of) is question.of
        assert isinstance(field.domain, Words | Code)


def test_a_row_is_a_question_with_what_it_is_asked_of() -> None:
    plan = document("plan", ForceLimit(of=("UA", "RU"), personnel=1), ForceLimit(of=("DE",), personnel=2))
    assert verdicts(plan, document("other", ForceLimit(of=("UA",), personnel=1))) == {
        ("size-of-forces", ("UA",)): Verdict.SAME,
        ("size-of-forces", ("RU",)): Verdict.ONE_SIDED,
        ("size-of-forces", ("DE",)): Verdict.ONE_SIDED,
    }


def test_what_names_no_ground_speaks_to_all_of_it() -> None:
    plan = document("plan", status("UA-43"), status("UA-14", recognition=Recognition.DE_JURE))
    assert verdicts(plan, document("other", TALKS)) == {
        ("whose-territory", ("UA-14", "UA-43")): Verdict.OTHER_MEANS,
    }
    assert verdicts(document("plan"), document("other", TALKS)) == {("whose-territory", ()): Verdict.ONE_SIDED}


def test_ground_with_the_same_verdict_is_one_row_and_other_ground_another() -> None:
    plan = document("plan", status("UA-43"), status("UA-14"), status("UA-09"))
    other = document("other", status("UA-43", recognition=Recognition.DE_JURE))
    assert verdicts(plan, other) == {
        ("whose-territory", ("UA-43",)): Verdict.DIFFERS,
        ("whose-territory", ("Donbas",)): Verdict.ONE_SIDED,
    }


def test_countries_are_asked_one_by_one() -> None:
    plan = document("plan", ForeignForces(of=("NATO",), in_=("UA",)), AirBasing(in_=("PL",)))
    assert list(verdicts(plan, document("other"))) == [("foreign-bases", ("UA",)), ("foreign-bases", ("PL",))]


def test_ground_that_overlaps_is_one_row() -> None:
    zone = EconomicZone(places=("Donbas",))
    free = Demilitarization(places=("UA-14/held-by-UA",))
    assert verdicts(document("plan", zone), document("other", free)) == {
        ("ground-without-forces", ("Donbas",)): Verdict.OTHER_MEANS,
    }


def test_a_pact_is_asked_of_each_of_its_sides() -> None:
    plan = document("plan", NonInvasion(by=("RU",)), NonInvasion(by=("UA",)), NonInvasion(by=("DE",)))
    other = document("other", NonAggressionPact(between=("RU", "UA")))
    assert verdicts(plan, other) == {
        ("promises-not-to-attack", ("RU", "UA")): Verdict.OTHER_MEANS,
        ("promises-not-to-attack", ("DE",)): Verdict.ONE_SIDED,
    }


def test_other_matters_are_asked_of_each_topic() -> None:
    def other(topic: Topic, about: str) -> Provision:
        return Provision(under=topic, about=about)

    plan = document("plan", other(Topic.NUCLEAR, "waste"), other(Topic.FORCES, "drones"))
    found = asked(plan, document("b", other(Topic.NUCLEAR, "fuel")))
    assert [(one.row.question, one.row.asked, one.row.topic, one.verdict) for one in found] == [
        (OTHER_MATTERS, ("forces",), Topic.FORCES, Verdict.ONE_SIDED),
        (OTHER_MATTERS, ("nuclear",), Topic.NUCLEAR, Verdict.OTHER_MEANS),
    ]


def test_a_kind_of_ones_own_without_a_question_is_another_matter_of_its_topic() -> None:
    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Parade(Term):
        """Troops march past."""

        kind = "parade"
        topic = Topic.FORCES
        yearly: bool | None = compared(Qualifier(), "Each year.")

    found = asked(document("plan", Parade(yearly=True)), document("other", Parade()))
    assert [(one.row.question, one.row.asked, one.verdict) for one in found] == [
        (OTHER_MATTERS, ("forces",), Verdict.DIFFERS)
    ]


RECOGNISED = line("UA-23", recognition=Recognition.DE_FACTO)
HELD = "UA-23/held-by-RU"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ([RECOGNISED], [line("UA-23", recognition=Recognition.DE_FACTO, essentially=True)], Verdict.SAME),
        ([RECOGNISED], [line("UA-23", recognition=Recognition.NONE)], Verdict.DIFFERS),
        ([RECOGNISED], [line("UA-23")], Verdict.ONE_SIDED),
        ([RECOGNISED], [], Verdict.ONE_SIDED),
        ([RECOGNISED], [status(HELD, as_="RU")], Verdict.DIFFERS),
        ([status(HELD, as_="RU")], [RECOGNISED], Verdict.DIFFERS),
        ([RECOGNISED], [status(HELD)], Verdict.SAME),
        ([RECOGNISED], [status(HELD, stance=Stance.REJECTS)], Verdict.OPPOSED),
        ([RECOGNISED], [status("UA-43")], Verdict.ONE_SIDED),
        ([RECOGNISED], [TALKS], Verdict.OTHER_MEANS),
        ([RECOGNISED], [line("UA-23", stance=Stance.DEFERS)], Verdict.DEFERRED),
        (
            [RECOGNISED],
            [line("UA-23", recognition=Recognition.DE_FACTO, stance=Stance.ACCEPTS_IF, if_="all agree")],
            Verdict.DIFFERS,
        ),
    ],
)
def test_a_second_question_reads_its_field_alone(left: list[Term], right: list[Term], verdict: Verdict) -> None:
    found = [one for one in asked(document("a", *left), document("b", *right)) if one.row.question == "whose-territory"]
    assert verdict in {one.verdict for one in found}
    reading = next(reading for one in found for reading in one.row.readings if reading.field)
    assert (reading.key, reading.names, reading.name) == ("recognition", ("UA-23",), "recognition")


def test_a_frozen_line_meets_the_status_of_the_ground_behind_it() -> None:
    plan = document("plan", RECOGNISED)
    found = next(
        one for one in asked(plan, document("other", status(HELD, as_="RU"))) if one.row.question == "whose-territory"
    )
    (crossing,) = found.crossings
    assert [one.field for one in crossing.option.differences] == ["as"]
    assert [len(found.row.positions(side)) for side in (0, 1)] == [1, 1]
    assert found.answers(0)
    assert found.answers(1)


def test_a_field_that_is_not_stated_answers_nothing() -> None:
    assert ("whose-territory", ()) not in verdicts(document("plan", line("UA-23")), document("other"))
    used = FrozenAssets(of=("RU",), use=AssetUse.VEHICLE)
    assert list(verdicts(document("plan", used), document("other"))) == [("frozen-assets", ("RU",))]


def test_frozen_assets_pay_for_damage_where_they_are_used_for_it() -> None:
    used = FrozenAssets(of=("RU",), use=AssetUse.RECONSTRUCTION)
    owed = Compensation(to=("UA",))
    assert verdicts(document("plan", used), document("other", owed)) == {
        ("frozen-assets", ("RU",)): Verdict.ONE_SIDED,
        ("who-pays", ("UA",)): Verdict.OTHER_MEANS,
    }


def test_two_fields_of_one_term_may_answer_one_question() -> None:
    watched = Oversight(of=(Overseen.AGREEMENT,), legally_binding=True, penalties=True)
    found = asked(document("plan", watched), document("other", watched))
    assert [(one.row.question, len(one.row.readings), one.verdict) for one in found] == [
        ("monitoring", 1, Verdict.SAME),
        ("legal-force", 2, Verdict.SAME),
    ]


def test_a_deletion_with_a_term_of_its_own_replaces_only_where_it_amends() -> None:
    plan = document("plan", status("UA-43"))
    own_deletion = status("UA-43", stance=Stance.STRIKES)
    key = ("whose-territory", ("UA-43",))
    assert verdicts(plan, document("answer", TALKS, amends="plan", struck=("21",)))[key] is Verdict.REPLACED
    assert verdicts(document("answer", TALKS, amends="plan", struck=("21",)), plan)[key] is Verdict.REPLACED
    assert verdicts(plan, document("answer", amends="plan", struck=("21",)))[key] is Verdict.DELETED
    assert verdicts(plan, document("later", TALKS, own_deletion))[key] is Verdict.DELETED
    deleting = attrs.evolve(TALKS, stance=Stance.STRIKES)
    assert verdicts(plan, document("answer", deleting, own_deletion, amends="plan"))[key] is Verdict.DELETED


def test_a_term_under_the_same_point_replaces_nothing_by_its_number() -> None:
    plan = document("plan", AllianceMembership(of=("UA",), in_=("NATO",), points=("7",)))
    answer = document("answer", EnlargementStop(of=("NATO",), points=("7",)), amends="plan", struck=("7",))
    assert verdicts(plan, answer) == {
        ("military-alliances", ("UA",)): Verdict.DELETED,
        ("alliance-enlargement", ("NATO",)): Verdict.ONE_SIDED,
    }


def test_an_answer_to_a_point_by_something_else_replaces_it_and_answers_its_own_question() -> None:
    plan = document("plan", status("UA-43"))
    answer = document("answer", ForceLimit(of=("UA",), personnel=1, answers=("21",)), amends="plan")
    expected = {
        ("whose-territory", ("UA-43",)): Verdict.REPLACED,
        ("size-of-forces", ("UA",)): Verdict.ONE_SIDED,
    }
    assert verdicts(plan, answer) == verdicts(answer, plan) == expected
    talks = attrs.evolve(TALKS, answers=("21",))
    assert verdicts(plan, document("answer", talks, amends="plan")) == {
        ("whose-territory", ("UA-43",)): Verdict.REPLACED
    }


def test_what_the_amended_text_answers_itself_turns_no_row() -> None:
    open_points = [status("UA-43", answers=answers, holders=("CA",)) for answers in (("1",), ())]
    plan = document("plan", *open_points, amends="another")
    answer = document("answer", ForceLimit(of=("UA",), points=("1",), answers=("21",)), amends="plan")
    expected = {
        ("whose-territory", ("UA-43",)): Verdict.REPLACED,
        ("size-of-forces", ("UA",)): Verdict.ONE_SIDED,
    }
    assert verdicts(plan, answer) == verdicts(answer, plan) == expected


def test_neutrality_and_membership_are_one_question() -> None:
    plan = document("plan", AllianceMembership(of=("UA",), in_=("NATO",)))
    found = asked(plan, document("other", Neutrality(of=("UA",)), **PARTIAL))
    assert [(one.row.question, one.verdict) for one in found] == [("military-alliances", Verdict.OTHER_MEANS)]


def test_how_the_right_weighs_is_told_for_each_of_those_who_bear_it() -> None:
    def paying(amount: int, **held: Any) -> Contribution:
        return Contribution(by=("US",), to=("UA",), amount=amount, **held)

    def paid(amount: int) -> Contribution:
        return Contribution(by=("Europe",), to=("UA",), amount=amount)

    (found,) = asked(document("a", paying(1), paid(5)), document("b", paying(2), paid(2)))
    assert [(one.direction, one.bearers, one.beneficiaries) for one in found.weights] == [
        (Direction.HEAVIER, ("US",), ("UA",)),
        (Direction.LIGHTER, ("Europe",), ("UA",)),
    ]
    soldiers = [ForeignForces(of=(one,), in_=("UA",), obligors=Members(("US",))) for one in ("DE", "FR")]
    weaker = [attrs.evolve(soldiers[0], modality=Modality.SHOULD), soldiers[1]]
    (found,) = asked(document("a", *soldiers), document("b", weaker[0], attrs.evolve(weaker[1], modality=Modality.MAY)))
    assert [one.direction for one in found.weights] == [Direction.LIGHTER]
    (found,) = asked(document("a", *soldiers[::-1]), document("b", *weaker))
    assert len(found.weights) == 1


def test_beside_an_opposed_question_stands_no_weight_of_its_other_terms() -> None:
    def paying(by: str, amount: int, **held: Any) -> Contribution:
        return Contribution(by=(by,), to=("UA",), amount=amount, **held)

    left = document("a", paying("US", 1), paying("Europe", 5))
    right = document("b", paying("US", 2), paying("Europe", 5, stance=Stance.REJECTS))
    (found,) = asked(left, right)
    assert (found.verdict, found.weights) == (Verdict.OPPOSED, ())


def test_directions_that_pull_apart_are_mixed() -> None:
    one = ForeignForces(of=("DE",), in_=("UA",), obligors=Members(("US",)))
    two = attrs.evolve(one, of=("FR",), modality=Modality.SHOULD)
    left = document("a", one, two)
    right = document("b", attrs.evolve(one, modality=Modality.SHOULD), attrs.evolve(two, modality=Modality.SHALL))
    (found,) = asked(left, right)
    assert [weight.direction for weight in found.weights] == [Direction.MIXED]


def test_topics_add_up_their_questions() -> None:
    plan = document("plan", ForceLimit(of=("UA",), personnel=1), Withdrawal(of=("RU",), from_=("UA-59",)))
    other = document("other", ForceLimit(of=("UA",), personnel=1), ForceLimit(of=("RU",)), TALKS)
    found = topics(asked(plan, other))
    assert [(one.topic, one.verdict, len(one.questions)) for one in found] == [
        (Topic.TERRITORY, Verdict.DIFFERENT_QUESTIONS, 2),
        (Topic.FORCES, Verdict.SAME_IN_PART, 2),
    ]


CRIMEA, DONETSK = status("UA-43"), status("UA-14", points=("21a",))
TERRITORY = {
    "all alike": (document("b", CRIMEA, DONETSK), Verdict.SAME),
    "alike or accepted": (document("b", CRIMEA, attrs.evolve(DONETSK, stance=Stance.ACCEPTS)), Verdict.SAME),
    "one is missing": (document("b", CRIMEA), Verdict.SAME_IN_PART),
    "one is not reported": (document("b", CRIMEA, **PARTIAL), Verdict.SAME_AS_REPORTED),
    "one is missing and one is not reported": (document("b", CRIMEA, status("UA-09"), **PARTIAL), Verdict.SAME_IN_PART),
    "one differs": (document("b", status("UA-43", recognition=Recognition.DE_JURE)), Verdict.DIFFERS),
    "one is rejected": (
        document("b", status("UA-43", stance=Stance.REJECTS), status("UA-14", recognition=Recognition.NONE)),
        Verdict.OPPOSED,
    ),
    "one is deferred": (document("b", attrs.evolve(CRIMEA, stance=Stance.DEFERS), DONETSK), Verdict.DEFERRED),
    "all are struck": (document("b", amends="plan", struck=("21",)), Verdict.DELETED),
    "struck, and what stands there answers another question": (
        document("b", Demilitarization(places=("UA-14",), points=("21",)), amends="plan", struck=("21",)),
        Verdict.DELETED,
    ),
    "answered by another kind": (
        document("b", CRIMEA, ForceLimit(of=("UA",), answers=("21a",)), amends="plan"),
        Verdict.REPLACED,
    ),
}


@pytest.mark.parametrize(("right", "verdict"), TERRITORY.values(), ids=TERRITORY)
def test_what_a_topic_adds_up_to(right: Proposal, verdict: Verdict) -> None:
    plan = document("plan", CRIMEA, DONETSK)
    for pair in ((plan, right), (right, plan)):
        assert next(one for one in topics(asked(*pair)) if one.topic is Topic.TERRITORY).verdict is verdict


def test_topics_stand_in_the_order_of_their_list() -> None:
    terms = (ForceLimit(of=("UA",)), CRIMEA, AllianceMembership(of=("UA",), in_=("NATO",)), DONETSK)
    found = topics(asked(document("a", *terms), document("b")))
    assert [one.topic for one in found] == [Topic.TERRITORY, Topic.FORCES, Topic.ALLIANCES]


def test_what_stands_in_place_of_a_deletion() -> None:
    plan = document("plan", CRIMEA)
    for answer, instead in ((TALKS, (TALKS,)), (Demilitarization(places=("UA-43",)), ())):
        marked = document("b", answer, amends="plan", struck=("21",))
        for pair in ((plan, marked), (marked, plan)):
            one = next(one for one in asked(*pair) if one.row.question == "whose-territory")
            assert {one.instead(finding) for finding in one.findings} == {instead, ()}


def test_rows_of_many_documents_are_those_of_their_lines() -> None:
    plans = [document("a", status("UA-43")), document("b", TALKS), document("c", RECOGNISED)]
    rows = ask(lines(plans, world=WORLD), WORLD.places)
    assert [(row.question, row.asked) for row in rows] == [
        ("whose-territory", ("UA-43",)),
        ("whose-territory", ("UA-23",)),
        ("where-forces-stop", ("RU", "UA")),
    ]
    assert [[len(row.positions(at)) for at in range(3)] for row in rows] == [[1, 1, 0], [0, 1, 1], [0, 0, 1]]


@given(pair=proposal_pairs())
def test_every_finding_is_in_a_row_and_the_rows_of_exchanged_documents_are_mirrored(
    pair: tuple[Proposal, Proposal],
) -> None:
    left, right = pair
    comparison = compare(left, right)
    found = questions(comparison)
    read = [id(finding) for one in found for finding in one.findings]
    assert {id(finding) for finding in comparison.findings} <= set(read)
    turned = questions(compare(right, left))
    assert {_told(one) for one in turned} == {_told(one, mirrored=True) for one in found}
    assert {(one.topic, one.verdict) for one in topics(turned)} == {(one.topic, one.verdict) for one in topics(found)}


def _told(one: QuestionSummary, *, mirrored: bool = False) -> Any:
    shares = (share.mirrored() for share in one.shares) if mirrored else one.shares
    answering = [one.answers(0), one.answers(1)]
    named = frozenset(one.row.asked)
    return (one.row.question, named, one.verdict, frozenset(shares), *(answering[::-1] if mirrored else answering))


def test_what_answers_a_point_instead_is_read_of_its_document_alone() -> None:
    plan = document("plan", ForceLimit(of=("UA",), points=("6",)))
    reply = document("reply", AllianceMembership(of=("UA",), in_=("NATO",), answers=("6",)), amends="plan")
    held = lines([plan, reply, document("third", ForceLimit(of=("UA",)))], world=WORLD)
    readings = [one for row in ask(held, WORLD.places) for one in row.readings]
    (instead,) = (one for one in readings if one.alone is not None)
    assert [instead.answers(at) for at in range(3)] == [False, True, False]
    pairs = {(0, 1): 1, (1, 0): 0, (1, 2): 0, (0, 2): None}
    assert {pair: instead.between(*pair).alone for pair in pairs} == pairs
    assert {one.between(0, 1).alone for one in readings if one is not instead} == {None}


def test_other_matters_are_asked_of_their_topic_which_is_no_ground() -> None:
    held = lines([document("a", Provision(under=Topic.NUCLEAR, about="clause", text="Words."))], world=WORLD)
    (row,) = ask(held, WORLD.places)
    assert (row.question, row.ground) == (OTHER_MATTERS, False)
