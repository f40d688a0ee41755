"""Who and what a text names, and which of it a cue is about."""

from __future__ import annotations

import pytest

from drafting_texts import SIDES, drafted, english, terms


def _mentions(text: str) -> list[tuple[str, str]]:
    return [(one.actor, one.place) for one in english().reader.lexicon.mentions(text)]


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


@pytest.mark.parametrize(
    "text",
    [
        "A corridor between Belarus and Poland will be under the control of Russia.",
        "The road through Belarus will be under the control of Russia.",
        "The border towards Belarus remains under Russian control.",
        "Russia withdraws its forces from all regions except Crimea.",
        "No forces will be stationed outside Ukraine.",
        "The area between Kharkiv and Belgorod regions is demilitarised.",
        "Russia withdraws its forces to Kharkiv region.",
    ],
)
def test_a_place_that_only_says_where_something_else_is_is_not_meant(text: str) -> None:
    draft = drafted(f"Both sides speak of Crimea. {text}")
    assert [one.term.kind for one in draft.terms] == []
    assert any("and the text does not say for certain" in gap.what for gap in draft.gaps)


def test_what_a_text_takes_up_again_is_inferred_from_its_one_earlier_term() -> None:
    first = "1. Russia withdraws its forces from Sumy region.\n\n2. Ukraine holds elections.\n\n"
    draft = drafted(f"{first}3. The final withdrawal shall be completed by 1 May 2027.")
    (term,) = (one for one in draft.terms if one.term.kind == "withdrawal")
    assert (term.points, term.term.plain()["before"]) == (("1", "3"), "2027-05-01")
    for other in ("Any withdrawal of forces", "The withdrawal from all regions except Kharkiv region"):
        assert next(one.points for one in drafted(f"{first}3. {other} shall be completed.").terms) == ("1",)
    twice = first + "3. Russian forces leave Kharkiv region.\n\n4. The withdrawal of forces is completed soon."
    assert [gap.point for gap in drafted(twice).gaps] == ["4"]


def test_what_follows_of_goes_before_what_is_nearer() -> None:
    assert terms("Russia recognises the sovereignty of Ukraine.") == [("sovereignty", {"of": ["UA"]})]
    assert terms("Russia recognises Ukraine's sovereignty.") == [("sovereignty", {"of": ["UA"]})]


def test_what_leads_elsewhere_does_not_hide_what_is_meant() -> None:
    text = "Russia withdraws its forces towards Belarus from Sumy region and Kharkiv region."
    assert terms(text) == [("withdrawal", {"of": ["RU"], "from": ["UA-59", "UA-63"]})]
    assert terms("Ships may sail through the Black Sea.")[0][1]["waters"] == ["black-sea"]


@pytest.mark.parametrize(
    ("text", "excepted"),
    [
        ("A demilitarised zone in Donetsk region except the city of Mariupol.", "except the city of Mariupol"),
        ("Crimea, other than Sevastopol, is recognised as Russian.", "other than Sevastopol"),
        ("Ukraine holds elections, and all ships may sail, save for tankers.", None),
    ],
)
def test_what_a_term_excepts_is_left_to_a_person(text: str, excepted: str | None) -> None:
    draft = drafted(text)
    (term,) = draft.terms
    assert [gap.what.partition("“")[2].rstrip("”") for gap in draft.gaps if "but for" in gap.what] == (
        [excepted] if excepted else []
    )
    assert "UA-40" not in {place for field in term.term.subject for place in field}


def test_without_the_sides_nothing_stands_for_them() -> None:
    draft = drafted("Both sides stop fighting.")
    assert draft.terms == ()
    (gap,) = draft.gaps
    assert gap.what == "it speaks of a ceasefire, and the text does not say for certain: the sides that stop fighting"
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
    assert gap.what.endswith("for certain: the places without forces")
    (gap,) = drafted("A joint commission is created.", *SIDES).gaps
    assert gap.what.endswith("for certain: what it deals with")


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("Kyiv becomes a member of the EU by 2028.", "union-accession", {"of": ["UA"], "by": "2028"}),
        ("Talks on a settlement begin in Moscow between Ukraine and France.", "talks", {"between": ["UA", "FR"]}),
        ("The US backs Ukraine with a guarantee like Article 5.", "security-guarantee", {"guarantors": ["US"]}),
        ("The IAEA will oversee the Zaporizhzhia nuclear plant.", "nuclear-plant", {"supervised-by": ["IAEA"]}),
        ("Russia will not hinder Ukraine's use of the Dnipro.", "navigation", {"unhindered-by": ["RU"], "for": ["UA"]}),
        ("Moscow keeps control of Crimea.", "control", {"places": ["UA-43"], "by": ["RU"]}),
        ("Russia pays reparations to Ukraine.", "compensation", {"to": ["UA"], "by": ["RU"]}),
        ("Ukraine's army stays, without any foreign bases in Crimea.", "foreign-forces", {"of": ["any-foreign-state"]}),
        ("Russia leaves the Kharkiv + Sumy oblasts & Crimea.", "withdrawal", {"from": ["UA-63", "UA-59", "UA-43"]}),
        ("Russia will let all civilian detainees go home.", "return-of-persons", {"by": ["RU"]}),
    ],
)
def test_a_name_plays_the_role_that_the_words_beside_it_give(text: str, kind: str, fields: dict[str, object]) -> None:
    found = dict(terms(text, *SIDES))[kind]
    assert {key: found.get(key) for key in fields} == fields


def test_a_pair_may_be_the_sides_where_the_text_speaks_of_them() -> None:
    assert terms("Both sides conclude a free trade agreement.", *SIDES) == [("free-trade", {"between": ["RU", "UA"]})]


@pytest.mark.parametrize(
    "text",
    [
        "The part of Donetsk that Ukraine holds becomes a demilitarised zone.",
        "The part of the Donetsk region which Ukraine controls is demilitarised.",
        "Russia withdraws its troops from the part of the Donetsk region that Ukraine controls.",
    ],
)
def test_a_part_of_a_place_is_not_the_place_nor_its_holder(text: str) -> None:
    assert terms(text, *SIDES) == []


def test_who_has_sanctions_in_force_is_not_who_is_under_them() -> None:
    assert terms("US and EU sanctions are lifted.", *SIDES) == []
    ((_, values),) = terms("US and EU sanctions on Russia are lifted.", *SIDES)
    assert (values["against"], values["by"]) == (["RU"], ["US", "EU"])


def test_several_guarantors_have_a_verb_in_the_plural() -> None:
    ((_, values),) = terms("The United States, the United Kingdom and France guarantee Ukraine's security.")
    assert values["guarantors"] == ["US", "GB", "FR"]


def test_a_word_in_an_exception_is_not_read() -> None:
    ((_, values),) = terms("No NATO troops will be based in Ukraine, except trainers, for deterrence.", *SIDES)
    assert values["purposes"] == ["deterrence"]
