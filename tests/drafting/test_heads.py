"""What a draft reads of a text as a whole: its title, form and date, who made it, between whom, where it was found."""

from __future__ import annotations

import pytest

from drafting_texts import SIDES, drafted
from proposals.drafting.heads import SIDES as BETWEEN
from proposals.fields.values import Plain

POINTS = "\n\n1. All fighting stops.\n\n2. All prisoners are exchanged."


def _head(text: str) -> dict[str, Plain]:
    draft = drafted(text)
    held = draft.split.text.text
    for one in draft.head:
        if one.key in {"title", "publisher", "url"}:
            assert held[one.start : one.end] == one.plain
    return {one.key: one.plain for one in draft.head}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("PEACE PLAN", {"title": "PEACE PLAN", "form": "plan"}),
        ("Road map for Ukraine", {"title": "Road map for Ukraine", "form": "plan", "home": "UA"}),
        ("Framework agreement", {"title": "Framework agreement", "form": "agreement"}),
        ("Non-paper", {"title": "Non-paper", "form": "non-paper"}),
        ("Joint statement of both sides", {"title": "Joint statement of both sides", "form": "communiqué"}),
        ("This plan was seen by us.", {}),
        ("Dear friends", {}),
        ("Memorandum\n\nof 12 February 2026", {"title": "Memorandum", "form": "memorandum", "date": "2026-02-12"}),
        ("Text of March 3rd, 2026", {"date": "2026-03-03"}),
        ("As of May 2026", {"date": "2026-05"}),
        ("Begun on 3 May 2026, ended on 5 May 2026", {}),
        ("In the year 2026", {}),
        ("Prepared by the United States and France", {"authors": ["US", "FR"]}),
        ("Prepared by friends", {}),
        ("Negotiations between Russia and Ukraine", {BETWEEN: ["RU", "UA"]}),
        ("Between Russia, Ukraine and France", {}),
        ("Between Russia and NATO", {}),
        (
            "Published by The Gazette, https://example.org/plan.",
            {"publisher": "The Gazette", "url": "https://example.org/plan"},
        ),
        ("Source: The Gazette", {"publisher": "The Gazette"}),
        ("Source:", {}),
    ],
)
def test_what_stands_before_the_points_is_read(text: str, head: dict[str, Plain]) -> None:
    assert _head(text + POINTS) == head


def test_the_last_lines_may_say_when_and_by_whom() -> None:
    head = _head(f"The sides agree:{POINTS}\n\nDone on 12 February 2026.\n\nSource: The Gazette")
    assert head == {"date": "2026-02-12", "publisher": "The Gazette"}


def test_the_sides_of_a_title_are_those_of_the_terms_and_inferred() -> None:
    draft = drafted(f"Talks between Ukraine and Russia{POINTS}")
    assert [one.term.subject for one in draft.terms] == [(("RU", "UA"),)] * 2
    assert all(one.inferred == ("between",) for one in draft.terms)


def test_sides_that_the_user_names_go_before_those_of_the_title() -> None:
    draft = drafted(f"Talks between Ukraine and France{POINTS}", *SIDES)
    assert draft.terms[0].term.subject == (tuple(sorted(SIDES)),)


def test_a_text_without_points_of_its_own_words_has_no_head() -> None:
    assert drafted("1.\n\n2.\n").head == ()
