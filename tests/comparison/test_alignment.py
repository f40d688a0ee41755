"""Which terms answer each other by key, on the ground that both documents tell apart."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.alignment import align, align_many
from proposals.comparison.line import Line
from proposals.documents.checks import References, check
from proposals.errors import InvalidProposalError, Location
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.forces import ForceLimit
from proposals.terms.sanctions import Readmission
from proposals.terms.territory import FrozenLine, Recognition, TerritoryStatus, Withdrawal
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import Place, PlaceKind

WORLD = library.world().extended(
    [
        Place(id="north", name="The north", kind=PlaceKind.AREA, parts=("UA-09", "UA-63"), whole=True),
        Place(id="east", name="East", kind=PlaceKind.AREA, parts=("UA-14", "UA-09"), whole=True),
    ],
    [],
)

NOTHING = References(sources={}, proposals=frozenset())


def status(*places: str, recognition: Recognition = Recognition.DE_FACTO, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=places, recognition=recognition, **held)


def aligned(left: tuple[Term, ...], right: tuple[Term, ...]) -> list[tuple[str, str, str]]:
    """Each pair as its sides' signs and its places, with what is excepted after a minus."""
    return [told(pair) for pair in align(document("left", *left), document("right", *right), WORLD)]


def told(pair: Line) -> tuple[str, str, str]:
    places = " ".join(pair.subject[-1]) + (f" - {' '.join(pair.excepted)}" if pair.excepted else "")
    sides = [" ".join(_sign(term) for term in own) for own in (pair.positions[0].terms, pair.positions[1].terms)]
    return (sides[0], sides[1], places)


def _sign(term: Term) -> str:
    return str(term.recognition) if isinstance(term, TerritoryStatus) else term.kind


NONE, FACTO, JURE = Recognition.NONE, Recognition.DE_FACTO, Recognition.DE_JURE

GROUND = {
    "equal places": ([("UA-14", FACTO)], [("UA-14", JURE)], [("de facto", "de jure", "UA-14")]),
    "one of three": (
        [("UA-43 UA-14 UA-09", FACTO)],
        [("UA-14", JURE)],
        [("de facto", "", "UA-09 UA-43"), ("de facto", "de jure", "UA-14")],
    ),
    "an area and its regions, unlike": (
        [("Donbas", FACTO)],
        [("UA-14", JURE), ("UA-09", NONE)],
        [("de facto", "none", "UA-09"), ("de facto", "de jure", "UA-14")],
    ),
    "an area and its regions, alike": (
        [("Donbas", FACTO)],
        [("UA-14", JURE), ("UA-09", JURE)],
        [("de facto", "de jure de jure", "Donbas")],
    ),
    "two names of one area": ([("Donbas", FACTO)], [("east", JURE)], [("de facto", "de jure", "Donbas")]),
    "a name of one's own for known places": (
        [("UA-14 UA-09", FACTO)],
        [("Donbas", JURE)],
        [("de facto", "de jure", "Donbas")],
    ),
    "a part against the whole": (
        [("UA-14", FACTO)],
        [("UA-14/held-by-UA", NONE)],
        [("de facto", "", "UA-14/held-by-RU"), ("de facto", "none", "UA-14/held-by-UA")],
    ),
    "the part governs the whole, and both stay visible": (
        [("UA-14", FACTO), ("UA-14/held-by-UA", NONE)],
        [("UA-14", JURE)],
        [("de facto", "de jure", "UA-14/held-by-RU"), ("none", "de jure", "UA-14/held-by-UA")],
    ),
    "a region written out governs the area": (
        [("Donbas", FACTO), ("UA-14", NONE)],
        [],
        [("de facto", "", "Donbas - UA-14"), ("none", "", "UA-14")],
    ),
    "areas that overlap": (
        [("Donbas", FACTO)],
        [("north", FACTO)],
        [("de facto", "", "UA-14"), ("de facto", "de facto", "UA-09"), ("", "de facto", "UA-63")],
    ),
    "a site inside a part": (
        [("UA-48/held-by-RU", FACTO)],
        [("kinburn-spit", NONE)],
        [("de facto", "", "UA-48/held-by-RU~rest"), ("de facto", "none", "kinburn-spit")],
    ),
}


@pytest.mark.parametrize(("left", "right", "expected"), GROUND.values(), ids=GROUND)
def test_places_are_compared_on_the_ground_that_both_tell_apart(
    left: list[tuple[str, Recognition]],
    right: list[tuple[str, Recognition]],
    expected: list[tuple[str, str, str]],
) -> None:
    sides = [tuple(status(*places.split(), recognition=degree) for places, degree in side) for side in (left, right)]
    assert sorted(aligned(sides[0], sides[1])) == sorted(expected)


def test_pairs_stand_in_reading_order_of_the_left_and_then_of_the_right() -> None:
    left = (ForceLimit(of=("UA",)), status("UA-43"))
    right = (FrozenLine(between=("RU", "UA")), status("UA-43"), ForceLimit(of=("RU",)))
    assert [pair.kind for pair in align(document("a", *left), document("b", *right), WORLD)] == [
        "force-limit",
        "territory-status",
        "frozen-line",
        "force-limit",
    ]


def test_a_row_names_every_combination_of_its_subjects_and_nothing_else() -> None:
    left = AllianceMembership(of=("GE", "UA"), in_=("EU", "NATO"))
    right = AllianceMembership(of=("UA",), in_=("NATO",))
    found = {
        pair.subject: bool(pair.positions[1].terms) for pair in align(document("a", left), document("b", right), WORLD)
    }
    assert found == {
        (("GE",), ("EU", "NATO")): False,
        (("UA",), ("EU",)): False,
        (("UA",), ("NATO",)): True,
    }


def test_subjects_besides_the_place_are_kept_apart() -> None:
    left = Withdrawal(of=("RU", "UA"), from_=("UA-14", "UA-09"))
    right = Withdrawal(of=("UA",), from_=("UA-14/held-by-UA",))
    found = {
        pair.subject: bool(pair.positions[1].terms) for pair in align(document("a", left), document("b", right), WORLD)
    }
    assert found == {
        (("RU",), ("Donbas",)): False,
        (("UA",), ("UA-09", "UA-14/held-by-RU")): False,
        (("UA",), ("UA-14/held-by-UA",)): True,
    }


def test_equal_terms_on_adjoining_ground_are_one_row_whatever_the_order() -> None:
    left = [status("UA-14", "UA-63"), status("UA-09")]
    right = [status("UA-14"), status("UA-09", "UA-63")]
    for first in (left, left[::-1]):
        for second in (right, right[::-1]):
            pairs = align(document("a", *first), document("b", *second), WORLD)
            assert [set(pair.subject[0]) for pair in pairs] == [{"Donbas", "UA-63"}]


def test_open_alternatives_stand_together() -> None:
    variants = (status("UA-14", holders=("US",)), status("UA-14", holders=("E3",), recognition=NONE))
    assert aligned(variants, (status("UA-14"),)) == [("de facto none", "de facto", "UA-14")]


def test_alternatives_about_shared_ground_stand_together_where_they_share_it() -> None:
    variants = (status("UA-14", holders=("US",)), status("UA-14", "UA-09", holders=("E3",), recognition=NONE))
    assert sorted(aligned(variants, ())) == [("de facto none", "", "UA-14"), ("none", "", "UA-09")]


@pytest.mark.parametrize("others", [{"holders": ("UA",)}, {"holders": ("US",), "option": "B"}])
def test_alternatives_of_others_or_of_another_name_on_adjoining_ground_are_rows_of_their_own(others: Any) -> None:
    variants = (
        *(status("UA-14", holders=(holder,), recognition=one) for holder, one in (("US", FACTO), ("RU", NONE))),
        *(status("UA-09", recognition=one, **held) for held, one in ((others, FACTO), ({"holders": ("RU",)}, NONE))),
    )
    one = ("de jure", "de facto none")
    assert aligned((status("UA-14", "UA-09", recognition=JURE),), variants) == [(*one, "UA-14"), (*one, "UA-09")]


ACTORS = WORLD.extended(
    [],
    [
        Actor(id="alliances", name="military alliances", kind=ActorKind.CLASS, members=("NATO",)),
        Actor(id="pair", name="pair", kind=ActorKind.GROUP, members=("DE", "FR")),
        Actor(id="allies", name="allies", kind=ActorKind.GROUP, members=("FR", "PL"), open=True),
    ],
)


def member(path: MembershipPath, *alliances: str) -> AllianceMembership:
    return AllianceMembership(of=("UA",), in_=alliances, membership=path)


def limited(*actors: str, personnel: int = 1) -> ForceLimit:
    return ForceLimit(of=actors, personnel=personnel)


def withdrawn(actor: str, *places: str) -> Withdrawal:
    return Withdrawal(of=(actor,), from_=places)


CLOSED, FREE = MembershipPath.EXCLUDED, MembershipPath.OPEN

GROUPS = {
    "a class meets one that belongs to it, and stands for others": (
        [member(CLOSED, "alliances")],
        [member(FREE, "NATO")],
        [(1, 1, "UA", "NATO"), (1, 0, "UA", "alliances~rest")],
    ),
    "a group alone keeps its name": ([limited("E3")], [], [(1, 0, "E3")]),
    "a group meets equal terms on its members": ([limited("pair")], [limited("DE"), limited("FR")], [(1, 2, "pair")]),
    "a group meets a member": ([limited("pair")], [limited("FR")], [(1, 0, "DE"), (1, 1, "FR")]),
    "the narrower governs its own": (
        [limited("pair"), limited("FR", personnel=2)],
        [limited("pair")],
        [(1, 1, "DE"), (1, 1, "FR")],
    ),
    "groups meet in a member": (
        [limited("pair")],
        [limited("allies")],
        [(1, 0, "DE"), (1, 1, "FR"), (0, 1, "PL allies~rest")],
    ),
    "a group on a place": (
        [withdrawn("pair", "UA-14")],
        [withdrawn("FR", "Donbas")],
        [(1, 0, "DE", "UA-14"), (1, 1, "FR", "UA-14"), (0, 1, "FR", "UA-09")],
    ),
    "an organisation stands for nobody": ([limited("NATO")], [limited("FR")], [(1, 0, "NATO"), (0, 1, "FR")]),
    "a group without known members stands for itself": (
        [limited("Europe")],
        [limited("FR")],
        [(1, 0, "Europe"), (0, 1, "FR")],
    ),
    "sides together meet only when equal": (
        [Ceasefire(between=("RU", "pair"))],
        [Ceasefire(between=("RU", "FR"))],
        [(1, 0, "RU pair"), (0, 1, "FR RU")],
    ),
    "a group that is returned to is meant itself": (
        [Readmission(of=("RU",), to=("G7",))],
        [Readmission(of=("RU",), to=("G8",))],
        [(1, 0, "RU", "G7"), (0, 1, "RU", "G8")],
    ),
}


@pytest.mark.parametrize(("left", "right", "expected"), GROUPS.values(), ids=GROUPS)
def test_actors_are_wider_and_narrower_as_places_are(
    left: list[Term], right: list[Term], expected: list[tuple[Any, ...]]
) -> None:
    for pair, order in (((left, right), (0, 1)), ((right, left), (1, 0))):
        found = align(document("a", *pair[0]), document("b", *pair[1]), ACTORS)
        told = [(*(len(line.sides[at]) for at in order), *map(" ".join, line.subject)) for line in found]
        assert sorted(told) == sorted(expected)


AT = [Location("plan.yaml", line, 3) for line in (7, 9)]

WRONG = {
    "one key twice": ([status("UA-14"), status("UA-14", recognition=NONE)], "a second 'territory-status' of Donetsk"),
    "one key of several twice": ([status("UA-43", "UA-14"), status("UA-14", "UA-09")], "a second 'territory-status'"),
    "no places": ([ForceLimit(of=("UA",)), ForceLimit(of=("UA",), personnel=1)], "a second 'force-limit' of Ukraine"),
    "a variant and no variant": ([status("UA-14", holders=("US",)), status("UA-14")], "a second 'territory-status'"),
    "equally narrow areas": ([status("Donbas"), status("north")], "a second 'territory-status' of Luhansk region"),
    "equally narrow groups": ([limited("E3"), limited("allies")], "a second 'force-limit' of France"),
    "names of which each is the narrower": (
        [withdrawn("pair", "UA-14"), withdrawn("FR", "Donbas")],
        "a second 'withdrawal' of Donetsk region",
    ),
}


@pytest.mark.parametrize(("terms", "message"), WRONG.values(), ids=WRONG)
def test_duplicates_are_an_error_that_names_both_lines(terms: list[Term], message: str) -> None:
    placed = [attrs.evolve(term, at=at) for term, at in zip(terms, AT, strict=True)]
    for pair in ((document("a", *placed), document("b")), (document("b"), document("a", *placed))):
        with pytest.raises(InvalidProposalError, match="duplicate-term") as caught:
            align(*pair, ACTORS)
        assert str(caught.value).startswith(f"plan.yaml:9:3: {message}")
        assert "the first is at plan.yaml:7:3" in str(caught.value)
        assert caught.value.problems[0] in check(document("a", *placed), NOTHING, ACTORS)


OVERRIDDEN = {
    "a term": (
        [status("UA-14"), status("UA-14/held-by-UA"), status("UA-14/held-by-RU", recognition=NONE)],
        "narrower terms govern the whole of this 'territory-status'",
    ),
    "one of its places": (
        [status("UA-43", "UA-14"), status("UA-14/held-by-UA", "UA-14/held-by-RU", recognition=NONE)],
        "narrower terms govern the whole of Donetsk region in this 'territory-status'",
    ),
    "a group": (
        [limited("pair"), limited("DE"), limited("FR", personnel=2)],
        "narrower terms govern the whole of this 'force-limit'",
    ),
    "one of its actors": (
        [limited("US", "pair"), limited("DE"), limited("FR", personnel=2)],
        "narrower terms govern the whole of pair in this 'force-limit'",
    ),
}


@pytest.mark.parametrize(("terms", "message"), OVERRIDDEN.values(), ids=OVERRIDDEN)
def test_a_place_that_narrower_terms_govern_entirely_is_an_error(terms: list[Term], message: str) -> None:
    with pytest.raises(InvalidProposalError, match="overridden-term") as caught:
        align(document("a", *terms), document("b"), ACTORS)
    assert message in str(caught.value)
    assert caught.value.problems == check(document("a", *terms), NOTHING, ACTORS)


def test_many_documents_are_rows_with_one_side_each() -> None:
    documents = [document("a", status("Donbas")), document("b", ForceLimit(of=("UA",))), document("c", status("UA-14"))]
    rows = align_many(documents, WORLD)
    assert [(row.kind, row.subject, row.excepted, *(len(one.terms) for one in row.positions)) for row in rows] == [
        ("territory-status", (("UA-09",),), (), 1, 0, 0),
        ("territory-status", (("UA-14",),), (), 1, 0, 1),
        ("force-limit", (("UA",),), (), 0, 1, 0),
    ]


def test_a_row_is_named_alike_whichever_document_comes_first() -> None:
    left = document("a", ForceLimit(of=("E3",)), world=WORLD)
    right = document("b", ForceLimit(of=("E3", "DE")), world=WORLD)
    assert {line.subject for pair in ((left, right), (right, left)) for line in align(*pair, WORLD)} == {(("E3",),)}
