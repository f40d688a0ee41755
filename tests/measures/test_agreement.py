"""Two coders of one text: the coefficient against published examples, and what is counted, measured and left."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import attrs
import pytest
from hypothesis import given

import proposals as api
from making import document
from proposals import library
from proposals.documents.proposal import Gap, Proposal
from proposals.errors import InvalidValueError, WrongTypeError
from proposals.language.names import Lookup
from proposals.measures.agreement import agreement
from proposals.measures.alpha import alpha, set_distance
from proposals.reports.records.agreement import AGREEMENT
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.forces import ForceLimit
from proposals.terms.provision import Provision
from proposals.testing import proposal_pairs
from proposals.vocabulary import Coverage, Modality, Stance, Topic

PLAN = library.load("us-28-point")


def nominal(one: object, other: object) -> int:
    return int(one != other)


def interval(one: int, other: int) -> int:
    return (one - other) ** 2


@pytest.mark.parametrize(
    ("readers", "distance", "expected"),
    [
        (("0100000010", "1110010000"), nominal, 0.095),
        (("aabbdcccedda", "babbbccceddd"), nominal, 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), nominal, 0.743),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), interval, 0.849),
    ],
    ids=["two readers, yes or no", "two readers, five sorts", "four readers, some absent", "the same by intervals"],
)
def test_alpha_is_that_of_the_published_examples(
    readers: tuple[str, ...], distance: Callable[[int, int], int], expected: float
) -> None:
    """K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A to C."""
    units = [[ord(value) for value in unit if value != "."] for unit in zip(*readers, strict=True)]
    found = alpha(units, distance)
    assert found is not None
    assert round(float(found), 3) == expected


@pytest.mark.parametrize("units", [[], [["a"]], [["a", "a"], ["a", "a"]]], ids=["none", "one reader", "nothing varies"])
def test_alpha_is_not_told_where_nothing_shows_it(units: list[list[str]]) -> None:
    assert alpha(units, nominal) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", Fraction(0)),
        ("ab", "ba", Fraction(0)),
        ("ab", "abc", 1 - Fraction(2, 3) * Fraction(2, 3)),
        ("ab", "bc", 1 - Fraction(1, 3) * Fraction(1, 3)),
        ("a", "b", Fraction(1)),
        ("", "b", Fraction(1)),
    ],
)
def test_sets_are_apart_by_what_they_share_and_less_where_one_holds_the_other(
    one: str, other: str, expected: Fraction
) -> None:
    assert set_distance(frozenset(one), frozenset(other)) == set_distance(frozenset(other), frozenset(one)) == expected


def limit(personnel: int | None, point: str = "6", *, of: str = "UA", peacetime: bool | None = None) -> ForceLimit:
    return ForceLimit(of=of, personnel=personnel, points=(point,), peacetime=peacetime)


def outside(point: str = "7") -> AllianceMembership:
    return AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED, points=(point,))


def test_terms_of_both_are_counted_by_kind_and_measured_by_field() -> None:
    first = document("a", limit(600_000), outside(), limit(100_000, "8", of="RU"))
    second = document(
        "b", limit(800_000, peacetime=True), Provision(under=Topic.OTHER, about="an-aside", points=("9",))
    )
    found = agreement(first, second)
    assert [(one.kind, one.first, one.second, one.both) for one in found.kinds] == [
        ("alliance-membership", 1, 0, 0),
        ("force-limit", 2, 1, 1),
        ("provision", 0, 1, 0),
    ]
    assert [one.f1 for one in found.kinds] == [0, Fraction(2, 3), 0]
    assert (found.overall, found.unsettled) == (Fraction(2, 5), 4)
    assert {one.field: (one.count, one.alike, one.closeness) for one in found.fields} == {
        "subject": (1, 1, 1.0),
        "stance": (1, 1, 1.0),
        "modality": (1, 1, 1.0),
        "personnel": (1, 0, 0.75),
        "peacetime": (1, 0, 0.0),
    }
    assert found.both[0].unlike == ("personnel", "peacetime")


def test_terms_of_a_kind_are_one_by_subject_and_point_then_by_point_then_by_subject() -> None:
    first = document("a", limit(1, "6"), limit(2, "6", of="RU"), limit(3, "8", of="BY"), limit(4, "9", of="GE"))
    second = document("b", limit(20, "6", of="RU"), limit(10, "6", of="MD"), limit(30, "12", of="BY"))
    found = agreement(first, second)
    assert [(one.first.points, one.first.subject, one.second.subject) for one in found.both] == [
        (("6",), (("UA",),), (("MD",),)),
        (("6",), (("RU",),), (("RU",),)),
        (("8",), (("BY",),), (("BY",),)),
    ]
    assert [one.unlike for one in found.both] == [("subject", "personnel"), ("personnel",), ("personnel",)]
    assert [term.subject for term in found.only_first] == [(("GE",),)]


def test_a_point_that_is_only_a_gap_has_no_kind_and_is_a_point_all_the_same() -> None:
    with_gap = attrs.evolve(document("b", limit(1)), gaps=(Gap(what="unclear", point="7"), Gap(what="of all")))
    found = agreement(document("a", limit(1), outside()), with_gap)
    assert (found.points, found.alpha) == (2, Fraction(2, 5))


def test_a_stance_and_a_modality_are_coded_too() -> None:
    other = attrs.evolve(outside(), stance=Stance.REJECTS, modality=Modality.SHALL_NOT)
    (one,) = agreement(document("a", outside()), document("b", other)).both
    assert one.unlike == ("stance", "modality")


def test_two_codings_without_a_term_agree_on_nothing_that_can_be_told() -> None:
    found = agreement(document("a"), document("b"))
    assert (found.overall, found.alpha, found.kinds, found.fields, found.unsettled) == (None, None, (), (), 0)
    assert "Neither coder has a term" in api.to_text(found)
    assert "Nothing." in api.to_text(found)


@given(proposal_pairs())
def test_exchanging_the_coders_exchanges_what_is_only_of_one(pair: tuple[Proposal, Proposal]) -> None:
    """Which of several terms of one point are paired may hang on their order; how many are does not."""
    there, back = agreement(*pair), agreement(*reversed(pair))
    assert (there.alpha, there.points) == (back.alpha, back.points)
    assert agreement(pair[0], pair[0]).unsettled == 0


def test_a_draft_of_a_program_is_no_second_coder() -> None:
    draft = attrs.evolve(document("a", limit(1)), drafted_by="proposals 0.1", coverage=Coverage.PARTIAL)
    for pair in ((draft, PLAN), (PLAN, draft)):
        with pytest.raises(InvalidValueError, match=r"'a' was drafted by proposals 0\.1, and a program is no second"):
            agreement(*pair)


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(WrongTypeError, match=r"agreement\(\) takes a Proposal, not 'us-28-point'"):
        agreement(PLAN, "us-28-point")  # type: ignore[arg-type]


def test_the_page_has_every_term_to_settle_in_words() -> None:
    first = document("a", limit(600_000), outside(), limit(5, "8", of="BY"))
    second = document(
        "b", limit(800_000, peacetime=True), attrs.evolve(outside(), stance=Stance.REJECTS), limit(5, "8", of="PL")
    )
    told = " ".join(api.to_text(agreement(first, second), width=400).split())
    assert "Agreement on terms 1.00: 3 terms of both, 0 of them alike in every field; 0 only of A, 0 only of B." in told
    assert "personnel: A 600,000 people, B 800,000 people. in peacetime: A nothing, B yes." in told
    assert "stance: A proposes, B rejects." in told
    assert "B has, of something else: Poland's armed forces would be limited to 5 personnel." in told
    alone = " ".join(api.to_text(agreement(first, document("c", limit(600_000))), width=400).split())
    assert "only A, point 7: Membership of NATO would be ruled out for Ukraine." in alone
    assert "Alpha over 1 point" not in alone


def test_all_alike_has_no_table_of_fields_and_alpha_says_when_it_cannot_be_told() -> None:
    told = " ".join(api.to_text(agreement(document("a", limit(1)), document("b", limit(1))), width=200).split())
    assert "Alpha over 1 point cannot be told: nothing varies." in told
    assert "closeness of a field" in told
    assert "kind field terms" not in told


def test_the_order_in_which_a_subject_is_written_does_not_count() -> None:
    one = ForceLimit(of=("UA", "RU"), personnel=1, points=("6",))
    assert agreement(document("a", one), document("b", attrs.evolve(one, of=("RU", "UA")))).unsettled == 0


def test_its_record_names_the_terms_that_are_to_be_settled() -> None:
    first, second = (library.load(f"docs/codings/us-april-{name}.yaml") for name in ("first", "second"))
    told = AGREEMENT.json(agreement(first, second), Lookup.of(first, second))
    assert told["report"] == "agreement"
