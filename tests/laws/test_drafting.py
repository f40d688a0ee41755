"""What our own sentences say is drafted back: the law that ties the cues of the drafter to the sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting_texts import SIDES, english, problems
from proposals.language import Lookup, sentence
from proposals.library.bundled import load
from proposals.terms.base import Term
from proposals.texts.points import split
from proposals.texts.raw import Paragraph, RawText

EVERY_KIND = Path(__file__).parents[2] / "docs" / "_ext" / "manual" / "every-kind.yaml"

UNTYPED = {"provision"}
"""A clause that is kept as words is of no kind that words could tell."""
OTHERWISE_ABOUT = {"withdrawal", "legal-change"}
"""The held part of a region is no name that the drafter knows; a law that provides for another one names both."""
READ_BACK = 0.7
"""The share of the fields that is read back. What is lost: records (who reacts to what, shares of a whole), wordings of
which the cues know others, and names that stand too far from what they belong to."""


@cache
def _said_and_drafted() -> tuple[tuple[Term, Term | None], ...]:
    """Each term with every field, and the term of its kind that is drafted of its sentence."""
    return tuple(_drafted())


def _drafted() -> Iterator[tuple[Term, Term | None]]:
    document = load(EVERY_KIND)
    lookup = Lookup.of(document)
    for term in document.terms:
        draft = english().draft(split(RawText.of("said.txt", [Paragraph(sentence(term, lookup))])))
        yield term, next((one.term for one in draft.terms if one.term.kind == term.kind), None)


def test_every_kind_is_drafted_back() -> None:
    assert {said.kind for said, back in _said_and_drafted() if back is None} == UNTYPED


def test_every_subject_is_drafted_back() -> None:
    pairs = [(said, back) for said, back in _said_and_drafted() if back is not None]
    others = {
        said.kind
        for said, back in pairs
        if [sorted(part) for part in said.subject] != [sorted(part) for part in back.subject]
    }
    assert others == OTHERWISE_ABOUT


def test_most_fields_are_drafted_back() -> None:
    stated = [(said.stated, dict(back.stated)) for said, back in _said_and_drafted() if back is not None]
    every = [(key, value, back) for fields, back in stated for key, value in fields]
    assert sum(back.get(key) == value for key, value, back in every) >= READ_BACK * len(every)


WORDS = st.sampled_from(
    """cease-fire;hostilities stop;frozen assets;elections;forces withdraw from;limited to;Russia;Ukraine;Crimea;NATO;
    both sides;and others;shall not;may;in;between;, and;.;600,000 troops;$100 billion;within 30 days;before 2027;once;
    if;unless;after the elections;unconditional;Donbas;Luhansk;
    demilitarised;guarantees security;joins;for""".replace("\n", " ").split(";")
).map(str.strip)
MOST = settings.default.max_examples
POINTS = st.lists(st.lists(WORDS, min_size=1, max_size=15).map(" ".join), min_size=1, max_size=6)


@settings(
    max_examples=min(15, settings.default.max_examples)
    if settings.default.derandomize
    else settings.default.max_examples
)
@given(POINTS)
def test_whatever_a_text_says_its_draft_has_no_problem_and_its_quotations_are_found(points: list[str]) -> None:
    assert problems("\n\n".join(f"{at}. {text}" for at, text in enumerate(points, 1)), *SIDES) == ()
