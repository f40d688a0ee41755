"""Strips: where a value stands on the axis of its field, and what is told where none does."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from making import document
from proposals.documents.proposal import LineageStep, Proposal
from proposals.fields.members import Members
from proposals.language.names import Lookup
from proposals.library.bundled import bundled
from proposals.negotiation.side_by_side import side_by_side
from proposals.reports.html_report.strips import Sort, strips
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.union import AccessionPath, UnionAccession
from proposals.vocabulary import Coverage, Link, Stance
from proposals.world.dates import Deadline


def strips_of(*documents: Proposal, language: str = "en") -> list[Any]:
    lookup = Lookup.of(*documents, library=bundled().speaking(language))
    found = side_by_side(documents, lookup.world).lines
    return list(strips([one.line for one in found], lookup))


def test_a_number_is_marked_on_an_axis_from_zero_to_a_round_number() -> None:
    (strip,) = strips_of(
        document("a", ForceLimit(of="UA", personnel=600_000)),
        document("b", ForceLimit(of="UA", personnel=800_000)),
        document("c"),
    )
    assert [words for _, words in strip.ticks] == ["0", "200,000", "400,000", "600,000", "800,000"]
    assert [[(mark.at, mark.words) for mark in lane.marks] for lane in strip.lanes] == [
        [(0.75, "600,000 people")],
        [(1.0, "800,000 people")],
        [],
    ]
    assert strip.lanes[2].aside == "– silent"
    assert strip.heavier == "Further left is heavier for the obliged party."


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (0.3, ["0", "0.1", "0.2", "0.3"]),
        (100_000_000_000, ["0", "25 bn", "50 bn", "75 bn", "100 bn"]),
        (7_000_000, ["0", "2 m", "4 m", "6 m", "8 m"]),
        (2_000_000_000_000, ["0", "500 bn", "1 tn", "1.5 tn", "2 tn"]),
    ],
)
def test_axes_end_at_round_numbers(most: float, ticks: list[str]) -> None:
    (strip,) = strips_of(document("a", ForceLimit(of="UA", personnel=most)), document("b"))
    assert [words for _, words in strip.ticks] == ticks


def test_words_without_a_place_on_the_axis_stand_beside_it() -> None:
    (strip,) = strips_of(
        document("a", AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED, holders=("US",)),
                 AllianceMembership(of="UA", in_="NATO", holders=("RU",))),
        document("b", AllianceMembership(of="UA", in_="NATO", stance=Stance.REJECTS)),
        document("c", AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.MEMBER)),
        document("d", coverage=Coverage.PARTIAL),
    )  # fmt: skip
    assert [(mark.at, mark.words) for mark in strip.lanes[0].marks] == [(0.0, "ruled out (United States)")]
    assert [lane.aside for lane in strip.lanes] == [
        "not stated (Russia)",
        "rejects it",
        "",
        "? not reported",
    ]
    assert strip.lanes[2].marks[0].at == 1.0


def test_what_a_text_known_in_part_does_not_state_is_not_reported() -> None:
    (strip,) = strips_of(
        document("a", ForceLimit(of="UA", personnel=600_000)),
        document("b", ForceLimit(of="UA", peacetime=True), coverage=Coverage.PARTIAL),
        document("c", ForceLimit(of="UA", stance=Stance.REJECTS), coverage=Coverage.PARTIAL),
        document("d", ForceLimit(of="UA", peacetime=True)),
        document("e", ForceLimit(of="UA", left_out=("personnel",)), coverage=Coverage.PARTIAL),
        document("f", left_out=(ForceLimit(of="UA", stance=Stance.LEAVES_OUT),), coverage=Coverage.PARTIAL),
    )
    assert [lane.aside for lane in strip.lanes] == [
        "",
        "? not reported",
        "rejects it",
        "not stated",
        "∅ left out",
        "∅ left out",
    ]


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (Stance.STRIKES, "× deletes it"),
        (Stance.ACCEPTS, "accepts it"),
        (Stance.ACCEPTS_IF, "accepts it on a condition"),
        (Stance.RESERVES, "accepts it with a reservation"),
        (Stance.DEFERS, "defers it to later talks"),
    ],
)
def test_who_states_no_value_has_its_own_words(stance: Stance, words: str) -> None:
    answer = ForceLimit(of="UA", stance=stance, if_="the others disarm", reservation="not in war")
    (strip,) = strips_of(document("a", ForceLimit(of="UA", personnel=600_000)), document("b", answer))
    assert strip.lanes[1].aside == words


@pytest.mark.parametrize(
    ("moments", "ticks", "marks", "asides"),
    [
        (("2030-01-01", "2030-01-11"), ["1 January 2030", "11 January 2030"], [[(0, 0)], [(1, 1)]], ["", ""]),
        (("2030-01", "2030-01"), ["1 January 2030", "31 January 2030"], [[(0, 1)], [(0, 1)]], ["", ""]),
        (("2030-01-01", "2030-01-01"), ["1 January 2030"], [[(0.5, 0.5)], [(0.5, 0.5)]], ["", ""]),
        (("2030-01-01/..", "2030-01-01"), ["1 January 2030"], [[], [(0.5, 0.5)]], ["from 1 January 2030 on", ""]),
        (
            ("60 days of signature", "120 days of signature"),
            ["0 days", "50 days", "100 days", "150 days"],
            [[(0.4, 0.4)], [(0.8, 0.8)]],
            ["", ""],
        ),
        (
            ("60 days of signature", "60 days of ceasefire"),
            ["0 days", "20 days", "40 days", "60 days"],
            [[(1, 1)], []],
            ["", "60 days of ceasefire"],
        ),
        (("2030-01-01", "signature"), ["1 January 2030"], [[(0.5, 0.5)], []], ["", "signature"]),
    ],
)
def test_moments_share_an_axis_only_where_they_are_counted_alike(
    moments: tuple[str, str], ticks: list[str], marks: list[list[tuple[float, float]]], asides: list[str]
) -> None:
    one, other = (Ceasefire(between=("RU", "UA"), within=Deadline(moment)) for moment in moments)
    (strip,) = strips_of(document("a", one), document("b", other))
    assert [words for _, words in strip.ticks] == ticks
    assert [[(mark.at, mark.until) for mark in lane.marks] for lane in strip.lanes] == marks
    assert [lane.aside for lane in strip.lanes] == asides


def test_events_alone_and_incomparable_words_have_no_strip() -> None:
    assert (
        strips_of(
            document("a", Ceasefire(between=("RU", "UA"), after=Deadline("signature"))),
            document("b", SecurityGuarantee(to="UA", guarantors=Members(("US",)))),
        )
        == []
    )


def test_an_answer_of_another_kind_is_told_beside_the_axis() -> None:
    found = strips_of(
        document("a", ForceLimit(of="UA", personnel=1, points=("1",))),
        document("b", Ceasefire(between=("RU", "UA"), answers=("1",), points=("1",)),
                 lineage=(LineageStep(link=Link.AMENDS, to="a"),)),
    )  # fmt: skip
    assert [lane.aside for lane in found[0].lanes] == ["", "another kind of term"]


@pytest.mark.parametrize(
    ("stance", "sort", "words"),
    [
        (Stance.PROPOSES, Sort.PROPOSED, "2 people"),
        (Stance.REJECTS, Sort.DECLINED, "rejects: 2 people"),
        (Stance.STRIKES, Sort.DELETED, "deletes: 2 people"),
        (Stance.ACCEPTS, Sort.OTHER, "accepts: 2 people"),
    ],
)
def test_what_is_done_with_a_value_has_a_mark_of_its_own(stance: Stance, sort: Sort, words: str) -> None:
    (strip,) = strips_of(
        document("a", ForceLimit(of="UA", personnel=1)), document("b", ForceLimit(of="UA", personnel=2, stance=stance))
    )
    (mark,) = strip.lanes[1].marks
    assert (mark.sort, mark.words) == (sort, words)
    assert not strip.single


def test_a_strip_with_the_value_of_one_document_is_single() -> None:
    (strip,) = strips_of(document("a", ForceLimit(of="UA", personnel=1)), document("b"))
    assert strip.single


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "term",
    [
        AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED),
        UnionAccession(of="UA", to="EU", path=AccessionPath.MEMBER),
        ForceLimit(of="UA", personnel=600_000),
    ],
    ids=lambda one: one.kind,
)
def test_labels_below_an_axis_keep_clear_of_each_other(language: str, term: Term) -> None:
    (strip,) = strips_of(document("a", term), document("b"), language=language)
    rows: dict[int, list[tuple[float, float]]] = {}
    for at, lines in strip.labels:
        for row, line in enumerate(lines):
            end = 376 if at == 1 else 48 + at * 312 + len(line) * 3.5
            rows.setdefault(row, []).append((end - len(line) * 7, end))
    assert all(before[1] <= after[0] + 1 for row in rows.values() for before, after in pairwise(row))
    assert strip.deepest == len(rows)
    assert strip.definition == ("The most persons allowed." if (language, term.kind) == ("en", "force-limit") else "")
