"""Who moved, and how much is agreed: what the four columns tell of the whole and never of what is not known."""

from __future__ import annotations

import attrs
import pytest
from blocks import facts, titled
from plans import ceasefire, limit, membership, plan

from proposals.comparison.narrowing import Narrowing
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.documents.proposal import Proposal
from proposals.negotiation.four_columns import four_columns
from proposals.reports.page import Page
from proposals.reports.pages import four_columns as four_column
from proposals.terms.alliances import MembershipPath
from proposals.vocabulary import Coverage, Stance

BASE = plan("base", "TR", limit(personnel=600_000), ceasefire())
OTHER = plan("other", "E3", limit(personnel=800_000, peacetime=True), membership(membership=MembershipPath.OPEN))


def made(*parties: Proposal, base: Proposal | None = None, agreement: TalksStatus | None = None) -> Page:
    return four_column.page(four_columns(parties, base=base, agreement=agreement))


def how(form: Page) -> list[tuple[str, ...]]:
    """What the log of the moves tells, move by move."""
    moves = titled(form).get("Who moved")
    return [cells[4].texts for cells in moves.rows] if moves else []


def test_what_a_text_known_in_part_is_not_reported_to_say_is_no_move() -> None:
    base = plan("base", "TR", limit(personnel=600_000, peacetime=True))
    whole = plan("x", "US", limit(personnel=600_000))
    partly = attrs.evolve(whole, coverage=Coverage.PARTIAL)
    assert how(made(whole, base=base)) == [("without “in peacetime”", "heavier for Ukraine")]
    assert how(made(partly, base=base)) == []


def test_what_is_not_reported_is_told_apart_from_the_move() -> None:
    base = plan("base", "TR", limit(personnel=600_000, peacetime=True))
    partly = plan("x", "US", limit(personnel=500_000), coverage=Coverage.PARTIAL)
    assert how(made(partly, base=base)) == [
        (
            "personnel: 500,000 people instead of 600,000 people (-100,000 people, ×0.833)",
            "not reported in B: in peacetime",
            "heavier for Ukraine",
        ),
    ]


def test_nobody_moves_from_a_base_that_is_not_known_to_speak_to_it() -> None:
    assert how(made(OTHER, base=BASE))[-1] == ("adds it",)
    (told,) = how(made(OTHER, base=attrs.evolve(BASE, coverage=Coverage.PARTIAL)))
    assert told[1:] == ("not reported in A: in peacetime", "lighter for Ukraine")


@pytest.mark.parametrize(
    ("stance", "told"),
    [
        (Stance.REJECTS, "rejects what the base does not have"),
        (Stance.DEFERS, "defers to later talks what the base does not have"),
    ],
)
def test_who_rejects_what_the_base_does_not_have_does_not_add_it(stance: Stance, told: str) -> None:
    base = attrs.evolve(BASE, terms=())
    assert how(made(plan("x", "US", limit(personnel=85, stance=stance)), base=base)) == [(told,)]


def test_what_an_answer_does_not_repeat_is_not_left_out() -> None:
    refusal = plan("x", "US", limit(stance=Stance.REJECTS))
    assert how(made(refusal, base=BASE)) == [("rejects, where the earlier text proposes",)]


def test_a_coded_compromise_is_whole_and_is_not_told_of_as_a_document() -> None:
    form = made(OTHER, agreement=TalksStatus((LineStatus(term=limit(personnel=700_000), coded=True),)))
    assert "without “in peacetime”" in how(form)[0]
    assert [fact for fact in facts(form) if "compromise" in fact.casefold()] == []


def test_nothing_is_agreed_because_the_rest_is_not_shown() -> None:
    held = TalksStatus((LineStatus(term=limit(), progress=Progress.CLOSED),))
    columns = four_columns([OTHER], base=BASE, agreement=held).narrowed(Narrowing(topics={"forces"}))
    assert [row.line.kind for row in columns.rows] == ["force-limit"]
    assert not columns.agreed
    told = facts(four_column.page(columns))[2]
    assert told.endswith("Lines: 2 open, 1 closed. Not all lines are agreed yet. 1 of 3 lines is shown.")
    assert not columns.narrowed(Narrowing(topics={"alliances"})).agreed
