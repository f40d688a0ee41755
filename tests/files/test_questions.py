"""Reading the register of questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from proposals.documents.questions import AskedOf, Question, alternatives_of, answering_of, every_asked
from proposals.errors import InvalidProposalError
from proposals.files.questions import read_questions
from proposals.terms.base import Term
from proposals.vocabulary import Topic

File = Callable[..., Path]


def test_questions(file: File) -> None:
    path = file("""
        whose-territory: {asks: "Whose is it?", topic: territory, of: ground}
    """)
    assert read_questions(path) == {
        "whose-territory": Question(
            id="whose-territory",
            asks="Whose is it?",
            topic=Topic.TERRITORY,
            of=AskedOf.GROUND,
        )
    }


def test_kinds_and_fields_answer_a_question() -> None:
    assert [*answering_of("whose-territory")] == ["territory-status", "frozen-line.recognition", "territorial-talks"]


def test_some_of_them_are_alternatives() -> None:
    assert [*alternatives_of("military-alliances")] == ["alliance-membership", "neutrality"]
    assert [*alternatives_of("who-pays")] == ["contribution", "frozen-assets.use", "compensation"]
    assert [*alternatives_of("foreign-bases")] == []


def test_a_kind_of_ones_own_need_not_name_a_question() -> None:
    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Parade(Term):
        """Troops march past."""

        kind = "parade"

    assert [*every_asked({"parade": Parade})] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[one]", "not-a-mapping"),
        ("", "not-a-mapping"),
        ("one: {asks: What?, topic: forces, of: actor}\none: {asks: What?, topic: forces, of: actor}", "duplicate-key"),
        ("one: {topic: forces, of: actor}", "missing-field"),
        ("one: {asks: What?, topic: forces, of: nobody}", "unknown-word"),
    ],
)
def test_what_is_wrong_is_said(file: File, text: str, code: str) -> None:
    with pytest.raises(InvalidProposalError) as caught:
        read_questions(file(text))
    assert code in {problem.code for problem in caught.value.problems}
