"""What is drafted of sentences of our own, at least one for each kind; and what the cues must have for all kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafting_texts import SIDES, drafted, english, terms
from proposals.drafting.cues import AMOUNT, LIMIT, PLACED
from proposals.drafting.sentences import sentences
from proposals.fields.declare import compared_fields, fields_of, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import Code, Flag, Moment, Words
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.circumstance import Act
from proposals.texts.points import Point

HELD: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8")
)
COMMON = {field.key for field in fields_of(Term)}
UNDRAFTED = {"provision"}
"""Kinds that no cue can tell: a clause that is kept as words because it is of no kind."""


@pytest.mark.parametrize(
    ("kind", "text", "fields"), [(kind, one["text"], one["draft"]) for kind, held in HELD.items() for one in held]
)
def test_a_sentence_of_a_kind_is_drafted(kind: str, text: str, fields: dict[str, Any]) -> None:
    assert terms(text, *SIDES) == [(kind, fields)]


def test_there_is_a_sentence_for_each_kind_that_has_cues() -> None:
    assert set(HELD) == set(english().cues.kinds) & set(KINDS)


def test_every_kind_word_and_flag_has_its_cues() -> None:
    cues = english().cues.kinds
    lacking = {f"the kind {kind}" for kind in KINDS.keys() - cues.keys() - UNDRAFTED}
    for kind in cues.keys() & KINDS.keys():
        held = cues[kind].fields
        lacking |= {f"{field.key} of {kind}" for field in subject_fields(KINDS[kind]) if field.key not in held}
        for field in compared_fields(KINDS[kind]):
            if field.key not in COMMON and isinstance(field.domain, Flag | Words) and field.key not in held:
                lacking.add(f"{field.key} of {kind}")
        for field in fields_of(KINDS[kind]):
            if field.key in held and isinstance(field.domain, Words):
                words = set(map(str, field.domain.words)) - {"…"}
                lacking |= {f"{word} of {field.key} of {kind}" for word in words - held[field.key].words.keys()}
    lacking |= {f"the circumstance {act}" for act in set(map(str, Act)) - english().cues.circumstances.keys()}
    assert lacking == set()


def test_cues_name_no_field_and_no_word_that_there_is_not() -> None:
    cues = english().cues.kinds
    foreign = english().cues.circumstances.keys() - set(map(str, Act))
    for kind in cues.keys() & KINDS.keys():
        known = {field.key: field for field in fields_of(KINDS[kind])}
        for key, held in cues[kind].fields.items():
            domain = known[key].domain if key in known else None
            words = set(map(str, domain.words)) if isinstance(domain, Words) else {""}
            foreign |= {f"{word} of {key} of {kind}" for word in held.words.keys() - words}
    assert foreign == set()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Fighting stops. Talks begin.", ["Fighting stops.", "Talks begin."]),
        ("The U.S. and J. Smith agree; talks begin.", ["The U.S. and J. Smith agree;", "talks begin."]),
        ("Under Art. 5 “they stop.” Then (later) they talk", ["Under Art. 5 “they stop.”", "Then (later) they talk"]),
    ],
)
def test_sentences_are_cut_where_they_end(text: str, cut: list[str]) -> None:
    found = sentences(Point(label="1", paragraphs=((7, text),)))
    assert [one.text for one in found] == cut
    assert all(text[one.start - 7 :].startswith(one.text) for one in found)


def test_a_long_sentence_is_cut() -> None:
    for text in ("word " * 1000, "word" * 1000):
        found = sentences(Point(label="1", paragraphs=((0, text.strip()),)))
        assert max(len(one.text) for one in found) <= 2000
        assert all(text[one.start :].startswith(one.text) for one in found)
        assert "".join(one.text.replace(" ", "") for one in found) == text.replace(" ", "")


def test_every_value_stands_where_it_says() -> None:
    draft = drafted("1. Ukraine's army is limited to 600,000 personnel.\n\n2. Russia leaves Kharkiv region.\n", *SIDES)
    text = draft.split.text.text
    held = {value.key: text[value.start : value.end] for one in draft.terms for value in one.values}
    assert held == {"personnel": "600,000", "of": "Russia", "from": "Kharkiv region"}


def test_the_cues_of_a_field_are_of_its_sort() -> None:
    cues = english().cues
    wrong = set()
    for kind in cues.kinds.keys() & KINDS.keys():
        for field in fields_of(KINDS[kind]):
            held = cues.kinds[kind].fields.get(field.key)
            if held is None:
                continue
            named = isinstance(field.domain, Code) and held.role in {*PLACED, *cues.roles}
            counted = isinstance(field.domain, Number) and held.role in {AMOUNT, LIMIT}
            flagged = isinstance(field.domain, Flag | Moment) and set(held.words) == {""}
            worded = isinstance(field.domain, Words) and held.words and "" not in held.words
            if not (named or counted or flagged or worded):
                wrong.add(f"{field.key} of {kind}")
    assert wrong == set()
