"""Values made in Python: each field converted or refused, with what was given and what is taken."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import attrs
import pytest

import proposals
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.documents.proposal import narrowed
from proposals.errors import InvalidValueError, Location, WrongTypeError
from proposals.library.bundled import load
from proposals.library.several import loaded
from proposals.measures.similarity import similarities, similarity
from proposals.measures.tracing import trace
from proposals.negotiation.brief import brief
from proposals.negotiation.matrix import matrix
from proposals.provenance import Citation, Source
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.validation import Validated, several
from proposals.vocabulary import Certainty, Coverage, Form, Modality, Stance, Status, Topic
from proposals.world.actors import Actor, ActorKind

HEAD: dict[str, Any] = {"id": "mine", "title": "Mine", "date": proposals.Date("2026-01-15")}
LIMIT = ForceLimit(of=("UA",), personnel=1)


def plan(**given: Any) -> proposals.Proposal:
    return proposals.Proposal(**{**HEAD, **given})


def test_words_are_taken_by_their_text() -> None:
    made = plan(form="position", status="in force", coverage="complete", coverage_by_topic=[["forces", "partial"]])
    assert (made.form, made.status, made.coverage) == (Form.POSITION, Status.IN_FORCE, Coverage.COMPLETE)
    assert made.coverage_by_topic == ((Topic.FORCES, Coverage.PARTIAL),)
    term = ForceLimit(of=["UA"], stance="rejects", modality="shall not")  # type: ignore[arg-type]
    assert (term.stance, term.modality) == (Stance.REJECTS, Modality.SHALL_NOT)
    assert TerritoryStatus(places="UA-43", recognition="de jure").recognition is Recognition.DE_JURE  # type: ignore[arg-type]


def test_a_list_and_a_generator_are_taken_once() -> None:
    made = plan(authors=["US", "UA"], terms=(one for one in [LIMIT]), names=iter(["the plan"]))
    assert (made.authors, made.terms, made.names) == (("US", "UA"), (LIMIT,), ("the plan",))
    assert ForceLimit(of=(one for one in ["UA", "RU"])).of == ("UA", "RU")  # type: ignore[arg-type]
    assert proposals.Members(one for one in ["US", "FR"]).items == proposals.Members({"FR", "US"}).items == ("FR", "US")


def test_what_is_right_already_stays_the_same_value() -> None:
    authors = ("US", "UA")
    assert plan(authors=authors).authors is authors


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: plan(coverage="complet"), "'coverage' of a Proposal takes a Coverage, not 'complet' (did you mean"),
        (
            lambda: plan(coverage=Form.PLAN),
            "'coverage' of a Proposal takes a Coverage, not Form.PLAN (one of",
        ),
        (lambda: plan(coverage_by_topic=[("forces",)]), "'coverage_by_topic' of a Proposal takes 2 values together"),
        (lambda: plan(date="2026-01-15"), "'date' of a Proposal takes a Date, not '2026-01-15'"),
        (lambda: plan(id="My plan"), "'id' of a Proposal is an id, not 'My plan' (an id is lower-case letters"),
        (lambda: plan(id=3), "'id' of a Proposal takes text, not 3"),
        (lambda: plan(authors="US"), "'authors' of a Proposal takes several texts, not the one 'US' (write ['US'])"),
        (lambda: plan(authors={"US"}), "'authors' of a Proposal takes several texts, not {'US'} (write a list)"),
        (lambda: plan(authors=None), "'authors' of a Proposal takes several texts, not None (write a list)"),
        (lambda: plan(authors=[3]), "'authors' of a Proposal takes text, not 3"),
        (lambda: plan(points=True), "'points' of a Proposal takes a whole number, not True"),
        (lambda: plan(terms=["x"]), "'terms' of a Proposal takes a Term, not 'x'"),
        (lambda: plan(terms=[LIMIT] * 9 + [HEAD]), "'terms' of a Proposal takes a Term, not {'id': 'mine',"),
        (lambda: plan(at="x.yaml"), "'at' of a Proposal takes a Location, not 'x.yaml'"),
        (lambda: plan(at=("x.yaml", 1, 1)), "'at' of a Proposal takes a Location, not ('x.yaml', 1, 1)"),
        (lambda: attrs.evolve(LIMIT, points="3"), "'points' of a ForceLimit takes several texts, not the one '3'"),
        (lambda: attrs.evolve(LIMIT, citations=["ap"]), "'citations' of a ForceLimit takes a Citation, not 'ap'"),
        (lambda: attrs.evolve(LIMIT, stance="reject"), "'stance' of a ForceLimit takes a Stance, not 'reject' (did"),
        (
            lambda: attrs.evolve(LIMIT, modality="must"),
            "'modality': 'must' is not a word of Modality (one of: expected, intends",
        ),
        (
            lambda: attrs.evolve(LIMIT, obligors="UA"),
            "'obligors': Members takes several members, not the one 'UA' (write ['UA'])",
        ),
        (lambda: attrs.evolve(LIMIT, obligors=3), "'obligors': Members takes several members, not 3 (write a list)"),
        (lambda: proposals.Members("UA"), "Members takes several members, not the one 'UA' (write ['UA'])"),
        (lambda: proposals.Members({"UA": 1}), "Members takes several members, not {'UA': 1} (write a list)"),
        (lambda: proposals.Members(["UA"], open="yes"), "'open' of a Members takes True or False, not 'yes'"),  # type: ignore[arg-type]
        (lambda: Citation(source="ap", supports="personnel"), "'supports' of a Citation takes several texts, not"),  # type: ignore[arg-type]
        (lambda: Source(id="AP news"), "'id' of a Source is an id, not 'AP news'"),
        (lambda: Source(id="ap", date=dt.date(2026, 1, 1)), "'date' of a Source takes a Date, not datetime.date"),  # type: ignore[arg-type]
        (lambda: Source(id="ap", reliability="G"), "'reliability' of a Source takes a Reliability, not 'G'"),  # type: ignore[arg-type]
        (lambda: proposals.Date(2026), "'text' of a Date takes text, not 2026"),  # type: ignore[arg-type]
        (lambda: proposals.Deadline(None), "'text' of a Deadline takes text, not None"),  # type: ignore[arg-type]
        (lambda: proposals.Quantity(3), "'unit' of a Quantity takes text, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.Ordinal("low"), "'words' of an Ordinal takes a type, not 'low'"),  # type: ignore[arg-type]
        (lambda: Actor(id="x", name="X", kind=ActorKind.GROUP, members="UA"), "'members' of an Actor takes several"),  # type: ignore[arg-type]
        (lambda: TalksStatus(standings=[LIMIT]), "'standings' of a TalksStatus takes a LineStatus, not ForceLimit("),  # type: ignore[arg-type]
        (lambda: ForceLimit(of=("UA",), personnel="many"), "'personnel': 'many' is not a number of persons"),  # type: ignore[arg-type]
        (lambda: ForceLimit(of=("UA",), modality="shal"), "'modality': 'shal' is not a word of Modality (did you mean"),
        (lambda: ForceLimit(of=("?",)), "'of': '?' is not the id of a name"),
        (lambda: ForceLimit(of=()), "'of': one or more different values are taken"),
        (lambda: loaded("us-28-point"), "takes several names, not the one 'us-28-point'"),
        (lambda: proposals.check_all("us-28-point"), "takes several names, not the one 'us-28-point'"),
        (lambda: proposals.load_many("us-28-point"), "takes several names, not the one 'us-28-point'"),
        (lambda: proposals.open_library("plans"), "takes several folders, not the one 'plans'"),
        (lambda: proposals.open_library(trusted="plans"), "takes several folders, not the one 'plans'"),
        (lambda: proposals.brief_of([plan()]), "a brief is of two documents or more, not of 1"),
        (lambda: proposals.to_text(plan(), width=39), "text is not 39 columns wide (40 or more)"),
        (lambda: matrix([plan()]).narrowed(questions="force-limits"), "takes several questions, not the one"),
        (lambda: matrix([plan()]).narrowed(questions=["army"]), "no question is called 'army' (one of: "),
        (lambda: trace([plan()]).narrowed(questions=["sanction"]), "no question is called 'sanction' (did you mean"),
        (lambda: narrowed(plan(), "forces"), "several words of Topics are taken, not 'forces'"),
        (lambda: narrowed(plan(), ["force"]), "'force' is not a word of Topics (did you mean 'forces'?)"),
    ],
)
def test_what_a_field_does_not_take_is_refused_with_what_it_takes(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: load(None), "load() takes text or a Path, not None"),  # type: ignore[arg-type]
        (lambda: load(3), "load() takes text or a Path, not 3"),  # type: ignore[arg-type]
        (
            lambda: proposals.compare("us-28-point", "e3-counter"),  # type: ignore[arg-type]
            "proposals are taken, and number 1 is 'us-28-point'; proposals.load('us-28-point') reads one",
        ),
        (lambda: proposals.compare(plan(), None), "proposals are taken, and number 2 is None"),  # type: ignore[arg-type]
        (lambda: proposals.burdens("us-28-point"), "proposals are taken, and number 1 is 'us-28-point'; "),  # type: ignore[arg-type]
        (lambda: matrix("us-28-point"), "several proposals are taken, not 'us-28-point'; write them as a list"),  # type: ignore[arg-type]
        (lambda: matrix(plan()), "several proposals are taken, not Proposal("),  # type: ignore[arg-type]
        (lambda: matrix(None), "several proposals are taken, not None"),  # type: ignore[arg-type]
        (lambda: proposals.trace(["us-28-point"]), "proposals are taken, and number 1 is 'us-28-point'"),  # type: ignore[list-item]
        (lambda: brief(plan()), "brief() takes a Comparison, not Proposal("),  # type: ignore[arg-type]
        (lambda: similarity(plan(), plan(), weights=2), "similarity() takes a Weights, not 2"),  # type: ignore[arg-type]
        (lambda: similarities("ab"), "several proposals are taken, not 'ab'"),  # type: ignore[arg-type]
        (lambda: proposals.compare(plan(), plan(), world="UA"), "'world' takes a World, not 'UA'"),  # type: ignore[arg-type]
        (lambda: proposals.problems_of(3), "problems_of() takes text or a Path, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.write(plan(), 3), "write() takes text or a Path, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.to_text(plan(), width="80"), "to_text() takes a whole number, not '80'"),  # type: ignore[arg-type]
        (lambda: proposals.read_brackets(3), "read_brackets() takes text, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.brief_of([plan(), "x"]), "proposals are taken, and number 2 is 'x'"),  # type: ignore[list-item]
        (lambda: proposals.brief_of([plan(), plan()], 3), "brief_of() takes a Narrowing, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.four_columns(["x"]), "proposals are taken, and number 1 is 'x'"),  # type: ignore[list-item]
        (lambda: proposals.four_columns([plan()], base="x"), "four_columns() takes a Proposal or None, not 'x'"),  # type: ignore[arg-type]
        (lambda: proposals.four_columns([plan()], agreement=3), "four_columns() takes a TalksStatus or None, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.four_columns([plan()]).narrowed(3), "narrowed() takes a Narrowing, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.source_table(3, [plan()]), "source_table() takes a Proposal, not 3"),  # type: ignore[arg-type]
        (lambda: proposals.source_table(plan(), "x"), "several proposals are taken, not 'x'"),  # type: ignore[arg-type]
        (lambda: proposals.source_table(plan(), [plan()]).narrowed(3), "narrowed() takes a Narrowing, not 3"),  # type: ignore[arg-type]
        (
            lambda: proposals.Date("2025") < dt.date(2026, 1, 2),
            "a Date is ordered among Dates, not beside datetime.date(2026, 1, 2); write Date('2026-01-02')",
        ),
        (
            lambda: proposals.Date("2025") >= "2026",
            "a Date is ordered among Dates, not beside '2026'; write",
        ),
    ],
)
def test_a_wrong_call_says_what_was_given_and_what_is_taken(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(WrongTypeError) as caught:
        call()
    assert isinstance(caught.value, TypeError)
    assert str(caught.value).startswith(message)


def test_generators_of_documents_are_taken_once() -> None:
    pair = [load("us-plan-reported"), load("ua-europe-reported")]
    assert matrix(one for one in pair).rows == matrix(pair).rows  # type: ignore[arg-type]
    assert len(similarities(one for one in pair)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["parties", "mediators"])
def test_an_actor_that_nobody_knows_is_no_party(role: str) -> None:
    pair = [load("us-plan-reported"), load("ua-europe-reported")]
    with pytest.raises(InvalidValueError, match=r"no actor is called 'Ukrain'.*did you mean 'Ukraine'"):
        proposals.trace(pair, **{role: ["Ukrain"]})  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="takes several actors, not the one 'UA'"):
        proposals.trace(pair, **{role: "UA"})  # type: ignore[arg-type]
    assert proposals.trace(pair, mediators=["United States"]) == proposals.trace(pair, mediators={"US"})
    alone = plan(authors=["the-commission"])
    assert proposals.trace([alone], mediators=["the-commission"]).mediators == ("mine",)


def test_what_a_message_shows_of_a_value_is_one_short_line() -> None:
    with pytest.raises(InvalidValueError) as caught:
        plan(id="a\n\u202eb" * 40)
    shown = re.search(r"not ('.*…) \(", str(caught.value))
    assert shown is not None
    assert len(shown[1]) == 60


def test_several_values_are_a_tuple() -> None:
    assert several(("a",)) == several(["a"]) == ("a",)
    assert several({"a"}, ordered=False) == ("a",)


def test_a_status_may_be_made_in_python() -> None:
    made = TalksStatus([LineStatus(term=LIMIT, progress="closed", at=Location("x"))])  # type: ignore[arg-type]
    assert made.standings[0].progress is Progress.CLOSED
    assert Source(id="ap", certainty="quoted").certainty is Certainty.QUOTED  # type: ignore[arg-type]


OFFERED = {
    held: None
    for room in proposals.PACKAGES
    for held in vars(import_module(f"proposals.{room}")).values()
    if isinstance(held, type) and attrs.has(held) and attrs.fields(held) and held.__module__.startswith("proposals.")
}
CHECKED_OTHERWISE = {"Circumstance", "Field", "Index", "Pieces", "Portion", "Release"}
"""Records of terms, whose scales check them; what only declarations and registers make; a file that is open."""


@pytest.mark.parametrize("shape", OFFERED, ids=lambda shape: shape.__name__)
def test_every_class_that_a_package_offers_validates_its_fields(shape: type[Any]) -> None:
    assert issubclass(shape, (Validated, proposals.Term)) or shape.__name__ in CHECKED_OTHERWISE


@pytest.mark.parametrize(
    "name",
    [
        one
        for one in proposals.__all__
        if inspect.isclass(getattr(proposals, one)) and attrs.has(getattr(proposals, one))
    ],
)
def test_every_class_of_the_front_validates_its_fields(name: str) -> None:
    shape = getattr(proposals, name)
    assert issubclass(shape, (Validated, proposals.Term)) or not attrs.fields(shape)


@pytest.mark.parametrize("pair", [("us-28-point", "e3-counter"), ("us-plan-reported", "ua-europe-reported")])
def test_what_a_comparison_makes_unchecked_passes_every_check(pair: tuple[str, str]) -> None:
    comparison = proposals.compare(*map(proposals.load, pair))
    differing = [one for finding in comparison.findings for one in finding.differences]
    made = [*comparison.findings, *(finding.line for finding in comparison.findings), *differing]
    assert {type(one).__name__ for one in made} == {"Finding", "Line", "Difference"}
    for value in made:
        assert list(vars(value))[: len(attrs.fields(type(value)))] == [one.name for one in attrs.fields(type(value))]
        assert attrs.evolve(value) == value


def test_a_finding_is_made_of_what_it_is_made_of() -> None:
    finding = proposals.compare(plan(terms=[LIMIT]), plan()).findings[0]
    with pytest.raises(InvalidValueError, match="'differences' of a Finding takes several values, not"):
        attrs.evolve(finding, differences="personnel")
    with pytest.raises(InvalidValueError, match="'sides' of a Line takes"):
        attrs.evolve(finding.line, sides=LIMIT)


def test_results_are_made_of_what_they_are_made_of() -> None:
    found = matrix([plan()])
    assert attrs.evolve(found, documents=[plan()]) == found
    with pytest.raises(InvalidValueError, match="'documents' of a Matrix takes a Proposal, not 'mine'"):
        attrs.evolve(found, documents=["mine"])


@pytest.mark.parametrize(
    ("field", "given", "message"),
    [
        ("state", "said", "'state' of a Position takes a Stance or an Absence, not 'said'"),
        ("coverage", "partly", "'coverage' of a Position takes a Coverage, not 'partly' (did you mean 'partial'?)"),
        ("subject", "UA", "'subject' of a Position takes a tuple, not 'UA'"),
        ("terms", LIMIT, "'terms' of a Position takes several values, not ForceLimit("),
        ("answer", "UA", "'answer' of a Position takes an Answer, not 'UA'"),
    ],
)
def test_a_part_of_a_result_is_made_of_what_it_is_made_of(field: str, given: object, message: str) -> None:
    position = proposals.compare(plan(terms=[LIMIT]), plan()).findings[0].left
    assert attrs.evolve(position, coverage="partial") == position
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(position, **{field: given})
    assert str(caught.value).startswith(message)
    with pytest.raises(InvalidValueError, match="'stance' of a Variant takes a Stance, not 'for'"):
        attrs.evolve(position.variants[0], stance="for")


def test_a_scale_of_ones_own_may_annotate_its_fields_as_it_likes() -> None:
    class Note(proposals.Nominal):
        """A scale in a module that does not import what its base is annotated with."""

    assert Note(proposals.PLACE).domain == proposals.PLACE
    with pytest.raises(InvalidValueError, match="'domain' of a Note takes a Domain, not 'place'"):
        Note("place")  # type: ignore[arg-type]

    @attrs.frozen
    class Own(Validated):
        amount: int | str
        unit: str

    assert Own(amount=None, unit="t").amount is None  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="'unit' of an Own takes text, not 3"):
        Own(amount=1, unit=3)  # type: ignore[arg-type]
