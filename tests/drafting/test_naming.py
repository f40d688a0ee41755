"""Who and what a text names, and which of it a cue is about."""

from __future__ import annotations

import pytest

from drafting_texts import SIDES, drafted, english, terms


def _mentions(text: str) -> list[tuple[str, str]]:
    return [(one.actor, one.place) for one in english().lexicon.mentions(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Russia and the Ukrainian army", [("RU", "RU"), ("UA", "")]),
        ("the U.S. and American firms", [("US", ""), ("US", "")]),
        ("it told us to polish poles", []),
        ("the Kharkiv oblast, Crimea", [("", "UA-63"), ("", "UA-43")]),
        ("NATO’s members", [("NATO", "")]),
        ("армія України", [("UA", "UA")]),
        ("из Харьковской области", [("", "UA-63")]),
        ("a Us firm", []),
        ("Россыпь", []),
    ],
)
def test_names_are_found_in_any_form(text: str, mentions: list[tuple[str, str]]) -> None:
    assert _mentions(text) == mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the sides: those of the sentence, those that were named, or none
        ("Russia and Ukraine stop all fighting.", {"between": ["RU", "UA"], "scope": "full"}),
        ("Russia stops all fighting with Ukraine.", {"between": ["RU", "UA"], "scope": "full"}),
        ("Russia, Ukraine and Europe will stop fighting.", {"between": ["RU", "UA"]}),
        ("Both sides stop fighting.", {"between": ["RU", "UA"]}),
        # a list, an open list, and the subject of the next clause, which is no part of it
        ("Russia will not invade Ukraine and Poland.", {"by": ["RU"], "toward": ["UA", "PL"]}),
        ("Russia will not invade Ukraine and others.", {"by": ["RU"], "toward": ["UA", "…"]}),
        ("Russia will not invade Ukraine and NATO will not object.", {"by": ["RU"], "toward": ["UA"]}),
        # what stands behind another field's word is not what the cue is about
        ("Sanctions by the EU against Russia are lifted.", {"against": ["RU"], "by": ["EU"], "relief": "lifted"}),
        # too far away to be meant
        (f"Amnesty is granted {'in every case and ' * 8}in Ukraine.", None),
    ],
)  # fmt: skip
def test_the_names_of_a_field_are_found(text: str, found: dict[str, object] | None) -> None:
    assert [fields for _, fields in terms(text, *SIDES)] == ([found] if found else [])


def test_without_the_sides_nothing_stands_for_them() -> None:
    draft = drafted("Both sides stop fighting.")
    assert draft.terms == ()
    (gap,) = draft.gaps
    assert gap.what == "it speaks of 'ceasefire', and the text does not say for certain whom it names under 'between'"
    assert gap.nearest == ("ceasefire",)


def test_a_pair_is_never_taken_from_the_sides() -> None:
    (gap,) = drafted("A free trade agreement is concluded.", *SIDES).gaps
    assert gap.nearest == ("free-trade",)


def test_a_subject_from_a_sentence_before_is_inferred() -> None:
    draft = drafted(f"1. Ukraine remains free {'and content ' * 9}. So be it. It will be a neutral state.", *SIDES)
    (term,) = draft.terms
    assert [(value.key, value.plain, value.inferred) for value in term.values] == [("of", ["UA"], True)]
    assert draft.inferred == 1


def test_a_subject_from_the_point_around_is_inferred() -> None:
    text = "1. Sanctions. Russia returns:\na) The sanctions are lifted in stages.\nb) It is so.\n2. Grain is shipped.\n"
    draft = drafted(text, *SIDES)
    assert [(one.term.kind, one.points, one.inferred) for one in draft.terms] == [
        ("sanctions-relief", ("1a",), ("against",))
    ]


def test_a_name_that_is_nowhere_is_a_gap() -> None:
    (gap,) = drafted("It will be demilitarised.", *SIDES).gaps
    assert gap.what.endswith("which place it names under 'places'")
    (gap,) = drafted("A joint commission is created.", *SIDES).gaps
    assert gap.what.endswith("what it names under 'about'")
