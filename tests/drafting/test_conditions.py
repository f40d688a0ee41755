"""A condition of a text is in its draft: as the field *if*, or as a gap that quotes it."""

from __future__ import annotations

import pytest

from drafting_texts import SIDES, drafted, terms
from proposals.fields.values import Plain

_CRIMEA = "Russia shall withdraw its troops from Crimea"
_AGAIN = "again, now under a condition: "
_UNSAID = "under a condition that no field says: "


def _said(text: str) -> list[tuple[str, str | None]]:
    return [(kind, fields.get("if")) for kind, fields in terms(text, *SIDES)]


def _left(text: str) -> list[str]:
    """What the gaps of a text quote."""
    return [one.what.partition("“")[2].partition("”")[0] for one in drafted(text, *SIDES).gaps]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (f"{_CRIMEA} if Ukraine declares neutrality.", "Ukraine declares neutrality"),
        (f"{_CRIMEA}, provided that Ukraine declares neutrality.", "Ukraine declares neutrality"),
        (f"{_CRIMEA} on condition that Ukraine declares neutrality.", "Ukraine declares neutrality"),
        (f"{_CRIMEA} in the event that Ukraine declares neutrality.", "Ukraine declares neutrality"),
        (f"If Ukraine declares neutrality, {_CRIMEA}.", "Ukraine declares neutrality"),
        (f"But if Ukraine declares neutrality, {_CRIMEA}.", "Ukraine declares neutrality"),
        (f"{_CRIMEA} once martial law is lifted.", None),
        (f"{_CRIMEA}, if necessary.", None),
        (f"{_CRIMEA} even if Ukraine objects.", None),
    ],
)
def test_a_condition_with_a_verb_is_the_if_of_its_term(text: str, condition: str | None) -> None:
    assert _said(text) == [("withdrawal", condition)]
    assert not _left(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{_CRIMEA} unless Ukraine attacks.", "unless Ukraine attacks"),
        (f"{_CRIMEA} in case of a truce.", "in case of a truce"),
        (f"{_CRIMEA} if asked.", "if asked"),
        (f"{_CRIMEA} if Ukraine agrees, unless Iran objects.", "if Ukraine agrees, unless Iran objects"),
        (f"{_CRIMEA}: if Iran objects, it is asked again.", "if Iran objects"),
    ],
)
def test_a_condition_that_no_field_says_is_a_gap(text: str, left: str) -> None:
    assert _said(text) == [("withdrawal", None)]
    assert _left(text) == [left]
    assert _UNSAID in drafted(text, *SIDES).gaps[0].what


def test_a_condition_is_quoted_with_its_term() -> None:
    ((*_, value),) = (one.values for one in drafted(f"{_CRIMEA} if Ukraine agrees.", *SIDES).terms)
    text = f"{_CRIMEA} if Ukraine agrees."
    assert (value.key, text[value.start : value.end]) == ("if", "if Ukraine agrees")


def test_a_condition_belongs_to_its_own_clause() -> None:
    end = "elections are held in Ukraine"
    assert _said(f"{_CRIMEA}, and {end} if Iran agrees.") == [("withdrawal", None), ("elections", "Iran agrees")]
    assert _said(f"{_CRIMEA} if Iran agrees, and {end}.") == [("withdrawal", "Iran agrees"), ("elections", None)]
    both = [("withdrawal", "Iran agrees"), ("elections", "Iran agrees")]
    assert _said(f"{_CRIMEA} and {end} if Iran agrees.") == both
    assert _said(f"If Iran agrees, {_CRIMEA}, and {end}.") == both


def test_words_that_are_read_as_another_field_are_no_condition_as_well() -> None:
    text = "Ukraine withdraws its heavy weapons by 30 km, provided that the other side does so as well."
    held = [fields for kind, fields in terms(text, *SIDES) if fields.get("reciprocal")]
    assert held
    assert not any("if" in fields for fields in held)


def test_a_sentence_that_repeats_a_term_under_a_condition_is_a_gap() -> None:
    text = "Elections are held in Ukraine. Elections are held in Ukraine if Iran agrees."
    assert _said(text) == [("elections", None)]
    assert [one.what for one in drafted(text).gaps] == [f"it speaks of elections {_AGAIN}“Iran agrees”"]
    same = "Elections are held in Ukraine if Iran agrees. Elections are held in Ukraine if Iran agrees."
    assert _said(same) == [("elections", "Iran agrees")]
    assert not _left(same)


GUARANTEE = "The United States shall guarantee the security of Ukraine."
ENDS = {
    "The guarantee shall lapse if Ukraine invades Russia.": {"invasion": {"by": ["UA"], "against": ["RU"]}},
    "This guarantee is null and void should Ukraine attack Russia.": {"attack": {"by": ["UA"], "against": ["RU"]}},
    "The security guarantee for Ukraine shall be void if Russia is attacked by Ukraine without cause.": {
        "attack": {"by": ["UA"], "against": ["RU"], "without": "cause"}
    },
    "Should Ukraine launch missiles at Moscow, the guarantee shall be void.": {
        "missile-strike": {"by": ["UA"], "against": ["RU-MOW"]}
    },
    "It would lapse in the event of a Ukrainian attack on Russia.": {"attack": {"by": ["UA"], "against": ["RU"]}},
    "It expires if Ukraine breaches the agreement.": {"breach": {"by": ["UA"]}},
    "It is forfeited if Ukraine joins NATO.": {"membership": {"by": ["UA"]}},
}


@pytest.mark.parametrize(("end", "circumstance"), ENDS.items())
def test_a_circumstance_that_ends_a_term_is_its_void_if(end: str, circumstance: Plain) -> None:
    text = f"{GUARANTEE} {end}"
    ((kind, values),) = terms(text)
    assert (kind, values["to"], values["guarantors"]) == ("security-guarantee", ["UA"], ["US"])
    assert (values.get("void-if"), values.get("if"), values.get("modality")) == ([circumstance], None, None)
    assert not _left(text)


@pytest.mark.parametrize(
    "end",
    [
        "The guarantee shall lapse if the war goes on.",
        "The guarantee shall lapse if it attacks or invades Russia.",
        "The guarantee shall lapse if the government in Kyiv attacks peaceful protesters again in the next winter.",
        "If Ukraine does not pay its debts, the guarantee shall lapse.",
    ],
)
def test_what_else_ends_a_term_is_no_condition_of_it_and_a_gap(end: str) -> None:
    text = f"{GUARANTEE} {end}"
    assert _said(text) == [("security-guarantee", None)]
    assert [one for one in _left(text) if "lapse" in one and "if" in one.casefold()]


def test_whom_a_condition_names_is_not_whom_the_term_is_about() -> None:
    (gap,) = drafted("This guarantee lapses if Ukraine attacks Russia.", *SIDES).gaps[1:]
    assert gap.what.endswith("the text does not say for certain: who is guaranteed")
    ((_, values),) = terms("If Ukraine invades Russia, the security guarantee of the United States to Ukraine is void.")
    assert (values["to"], values["guarantors"]) == (["UA"], ["US"])


def test_a_sentence_that_only_adds_a_condition_adds_no_value_and_is_a_gap() -> None:
    assert _said(f"{_CRIMEA}. It does so within 30 days if Iran agrees.") == [("withdrawal", None)]
    assert _left(f"{_CRIMEA}. It does so within 30 days if Iran agrees.") == [
        "It does so within 30 days if Iran agrees."
    ]
    assert _left(f"{_CRIMEA}. Russia shall withdraw if Russia shall.") == ["Russia shall withdraw if Russia shall."]


def test_a_condition_of_a_sentence_that_does_not_say_whom_it_is_about_is_a_gap() -> None:
    text = (
        "Elections are held in Ukraine, and elections of Iran and Russia. Then elections are held unless Iran objects."
    )
    assert "unless Iran objects" in _left(text)


def test_a_cue_does_not_reach_into_a_condition() -> None:
    assert _said("Sanctions on Armenia are suspended if Armenia attacks Iran.") == [
        ("sanctions-relief", "Armenia attacks Iran")
    ]
    assert _said("The talks on Iran are suspended unless Armenia stops its attacks.") == []


def test_a_word_of_a_list_is_not_read_across_a_condition() -> None:
    text = "Ukraine shall not join NATO unless all members agree."
    (made,) = drafted(text, *SIDES).terms
    assert max(one.end for one in made.values) == text.index(" unless")
    assert _left(text) == ["unless all members agree"]


def test_a_condition_before_a_list_is_that_of_its_items() -> None:
    items = f"a) elections are held in Ukraine;\nb) all prisoners are released if Iran asks.\n2. {_CRIMEA}."
    text = f"1. Provided that Iran agrees, Russia and Ukraine shall ensure:\n{items}"
    held, further, _ = drafted(text, *SIDES).terms
    assert (held.term.if_, held.inferred) == ("Iran agrees", ("if",))
    assert further.term.if_ == "Iran asks"
    assert _left(text) == ["Provided that Iran agrees"]
    text = f"1. Unless Iran objects, Russia and Ukraine shall ensure:\n{items}"
    assert _said(text) == [("elections", None), ("prisoner-exchange", "Iran asks"), ("withdrawal", None)]
    assert _left(text) == ["Unless Iran objects", "Unless Iran objects"]


def test_a_term_that_is_said_to_have_no_condition_gets_none() -> None:
    text = "Russia and Ukraine shall observe an unconditional ceasefire if Iran agrees."
    assert _said(text) == [("ceasefire", None)]
    assert _left(text) == ["if Iran agrees"]


CLAUSES = {
    "Russia withdraws its troops from Sumy, and sanctions on Russia are lifted.": {"withdrawal", "sanctions-relief"},
    "Russia withdraws its troops from Sumy and sanctions on Russia are lifted.": {"withdrawal", "sanctions-relief"},
    "Russia withdraws from Sumy, while the claims of both sides are settled.": {"withdrawal", "claims-waiver"},
    "Russia withdraws from Sumy, Kharkiv, and the Donetsk region.": {"withdrawal"},
}


@pytest.mark.parametrize(("text", "kinds"), CLAUSES.items())
def test_a_cue_does_not_reach_into_another_clause(text: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in terms(text, *SIDES)} == kinds


def test_a_list_of_places_reaches_over_its_commas() -> None:
    ((_, values),) = terms("Russia withdraws from Sumy, Kharkiv, and the Donetsk region.", *SIDES)
    assert values["from"] == ["UA-59", "UA-63", "UA-14"]


def test_a_place_in_another_clause_is_not_that_of_the_cue() -> None:
    (gap,) = drafted("Russia withdraws its troops, and sanctions on Russia are lifted.", *SIDES).gaps
    assert (
        gap.what
        == "it speaks of a withdrawal of forces, and the text does not say for certain: the places that they leave"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ukraine will not seek NATO membership for twenty years.", ["for twenty years"]),
        ("Sanctions on Russia are suspended for a period of six months.", ["for a period of six months"]),
        ("A ceasefire for 90 days.", []),
        ("Ukraine holds elections; all prisoners are exchanged.", []),
    ],
)
def test_how_long_a_term_lasts_is_a_field_or_a_gap(text: str, left: list[str]) -> None:
    assert _left(text) == left
