"""Pairs by point: what an amending document answers or strikes where keys pair nothing."""

from __future__ import annotations

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.alignment import align, align_amended, points_to
from proposals.comparison.engine import compare
from proposals.terms.alliances import AllianceMembership
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.humanitarian import ReturnOfPersons
from proposals.terms.territory import Demilitarization, TerritoryStatus
from proposals.vocabulary import Relation, Stance
from proposals.world.world import World

WORLD = library.world()


def status(place: str, *points: str, answers: tuple[str, ...] = ()) -> TerritoryStatus:
    return TerritoryStatus(places=(place,), points=points, answers=answers)


@pytest.mark.parametrize(
    ("reference", "point", "expected"),
    [
        ("21", "21", True),
        ("21", "21a", True),
        ("21", "21.1", True),
        ("21", "210", False),
        ("21a", "21", False),
        ("21a", "21a2", True),
        ("2", "21", False),
        ("a", "ab", False),
        ("I", "II", False),
        ("I", "I.3", True),
        ("Art. 2", "Art. 21", False),
        ("Art. 2", "Art. 2(c)", True),
    ],
)
def test_what_a_reference_names(reference: str, point: str, expected: bool) -> None:  # noqa: FBT001 -- a table
    assert points_to(reference, point) is expected


LIMIT = ForceLimit(of=("UA",), points=("6",))
OTHERS = {
    "another kind": (
        [LIMIT],
        [AllianceMembership(of=("UA",), in_=("NATO",), answers=("6",))],
        [("force-limit", "alliance-membership")],
    ),
    "one's own kind first": (
        [LIMIT, status("UA-43", "6")],
        [ForceLimit(of=("RU",), answers=("6",))],
        [("force-limit", "force-limit"), ("territory-status", "")],
    ),
    "the very point before a part of it": (
        [status("UA-43", "21a"), Demilitarization(places=("UA-14",), points=("21b",))],
        [ForceLimit(of=("UA",), answers=("21b",)), ForceLimit(of=("RU",), answers=("21",))],
        [("territory-status", "force-limit"), ("demilitarization", "force-limit")],
    ),
    "a point that several share": (
        [status("UA-43", "6"), Demilitarization(places=("UA-14",), points=("6",))],
        [ForceLimit(of=("UA",), answers=("6",))],
        [("territory-status", ""), ("demilitarization", ""), ("", "force-limit")],
    ),
    "two that answer one": (
        [status("UA-43", "6")],
        [ForceLimit(of=("UA",), answers=("6",)), AllianceMembership(of=("UA",), in_=("NATO",), answers=("6",))],
        [("territory-status", ""), ("", "force-limit"), ("", "alliance-membership")],
    ),
    "a key before a point": (
        [LIMIT, status("UA-43", "7")],
        [ForceLimit(of=("UA",), answers=("7",))],
        [("force-limit", "force-limit"), ("territory-status", "")],
    ),
    "a point that is not there": (
        [LIMIT],
        [ForceLimit(of=("RU",), answers=("8",))],
        [("force-limit", ""), ("", "force-limit")],
    ),
    "any of open alternatives": (
        [LIMIT],
        [ForceLimit(of=("RU",), holders=("US",)), ForceLimit(of=("RU",), holders=("E3",), answers=("6",), personnel=1)],
        [("force-limit", "force-limit force-limit")],
    ),
}


@pytest.mark.parametrize(("amended", "amending", "expected"), OTHERS.values(), ids=OTHERS)
def test_an_answer_joins_the_point_that_it_names(
    amended: list[Term], amending: list[Term], expected: list[tuple[str, str]]
) -> None:
    left, right = document("plan", *amended), document("reply", *amending, amends="plan")
    found = [(kinds(pair.positions[0].terms), kinds(pair.positions[1].terms)) for pair in align(left, right, WORLD)]
    assert found == expected
    back = [(kinds(pair.positions[1].terms), kinds(pair.positions[0].terms)) for pair in align(right, left, WORLD)]
    assert sorted(back) == sorted(found)


def kinds(terms: tuple[Term, ...]) -> str:
    return " ".join(term.kind for term in terms)


def test_what_a_term_of_its_own_deletes_keeps_its_line_beside_an_answer_to_the_point() -> None:
    limit = ForceLimit(of=("UA",), personnel=600, points=("1",))
    gone = attrs.evolve(limit, stance=Stance.STRIKES, points=())
    answer = Demilitarization(places=("UA-14",), answers=("1",))
    plan, reply = document("plan", limit), document("reply", gone, answer, amends="plan")
    told = [(one.kind, one.relation, one.answer) for one in compare(plan, reply).findings]
    assert told == [("force-limit", Relation.STRUCK, None), ("demilitarization", Relation.SILENT, None)]
    assert len(align_amended((plan, reply), World.empty())) == len(told)


def test_nothing_answers_a_document_that_is_not_amended() -> None:
    reply = document("reply", AllianceMembership(of=("UA",), in_=("NATO",), answers=("6",)), amends="another")
    pairs = align(document("plan", LIMIT), reply, WORLD)
    assert [pair.positions[1].answer for pair in pairs] == [None, None]


def test_a_deletion_deletes_nothing_twice() -> None:
    held = ReturnOfPersons(who=("civilians", "children"), points=("1",))
    deleting = ReturnOfPersons(who=("civilians", "children", "political prisoners"), stance=Stance.STRIKES)
    plan = document("plan", held)
    reply = document("reply", attrs.evolve(deleting, answers=("1",)), amends="plan")
    told = {(pair.subject, tuple(map(len, pair.sides)), len(pair.answers)) for pair in align(plan, reply, WORLD)}
    assert told == {((("civilians", "children"),), (1, 1), 0), ((("political prisoners",),), (0, 1), 0)}


def test_an_answer_keeps_both_subjects() -> None:
    plan = document("plan", status("UA-14", "21"))
    reply = document("reply", status("UA-43"), status("UA-65", answers=("21",)), amends="plan")
    pair = next(pair for pair in align(plan, reply, WORLD) if pair.positions[1].answer is not None)
    answer = pair.positions[1].answer
    assert (pair.subject, answer and answer.subject) == ((("UA-14",),), (("UA-65",),))
    pair = next(pair for pair in align(reply, plan, WORLD) if pair.positions[1].answer is not None)
    answer = pair.positions[1].answer
    assert (pair.subject, answer and answer.subject) == ((("UA-65",),), (("UA-14",),))


@pytest.mark.parametrize(
    ("points", "struck", "expected"),
    [
        (("6",), ("6",), "6"),
        (("6a",), ("6",), "6"),
        (("6",), ("6a",), None),
        (("6", "7"), ("6",), None),
        (("6", "7"), ("7", "6"), "6"),
        ((), ("6",), None),
    ],
)
def test_a_term_is_struck_where_all_its_points_are(
    points: tuple[str, ...], struck: tuple[str, ...], expected: str | None
) -> None:
    plan = document("plan", attrs.evolve(LIMIT, points=points))
    reply = document("reply", amends="plan", struck=struck)
    for left, right in ((plan, reply), (reply, plan)):
        (pair,) = align(left, right, WORLD)
        deleted = [term.points for one in pair.positions for term in one.terms if term.stance is Stance.STRIKES]
        assert deleted == ([(expected,)] if expected else [])


def test_what_the_reply_has_itself_is_not_struck() -> None:
    reply = document("reply", attrs.evolve(LIMIT, stance=Stance.ACCEPTS), amends="plan", struck=("6",))
    (pair,) = align(document("plan", LIMIT), reply, WORLD)
    assert [[term.stance for term in one.terms] for one in pair.positions] == [[Stance.PROPOSES], [Stance.ACCEPTS]]
