"""The drafter as a whole: modality, time, amounts, points that go on, gaps."""

from __future__ import annotations

import attrs
import pytest

from drafting_texts import SIDES, drafted, english, terms
from proposals.drafting.drafter import Drafter
from proposals.errors import InvalidValueError
from proposals.terms import KINDS, Kinds
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.implementation import Oversight
from proposals.texts.points import split
from proposals.texts.raw import Paragraph, RawText


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("NATO forces will be stationed in Ukraine.", None),
        ("NATO forces stationed in Ukraine.", None),
        ("NATO forces shall not be stationed in Ukraine.", "shall not"),
        ("NATO agrees not to station forces in Ukraine.", "shall not"),
        ("No NATO forces will be stationed in Ukraine.", "shall not"),
        ("NATO forces should be stationed in Ukraine.", "should"),
        ("NATO forces may be stationed in Ukraine.", "may"),
        ("It is expected that NATO forces will be stationed in Ukraine.", "expected"),
        ("It is expected that NATO forces will not be stationed in Ukraine.", "shall not"),
        ("Stationing NATO forces in Ukraine should wait.", "should"),
        ("All states shall prevent the stationing of NATO forces in Ukraine.", "shall not"),
        ("The treaty forbids any new presence of NATO troops in Ukraine.", "shall not"),
        ("All states prevent war, and NATO forces will be stationed in Ukraine.", None),
        ("Stationing NATO forces in Ukraine is right, while others may object.", None),
    ],
)
def test_the_modality_is_that_of_the_clause(text: str, modality: str | None) -> None:
    ((_, fields),) = terms(text)
    assert fields.get("modality") == modality


def test_a_ban_of_one_clause_forbids_nothing_in_the_next() -> None:
    text = (
        "Russia shall not obstruct Ukraine's use of the Dnipro river, and grain will be shipped across the Black Sea."
    )
    assert terms(text) == [
        ("navigation", {"waters": ["dnipro"], "for": ["UA"], "unhindered-by": ["RU"]}),
        ("grain-transport", {"waters": ["black-sea"]}),
    ]


def test_a_cue_within_the_cue_of_another_kind_is_none() -> None:
    assert [kind for kind, _ in terms("The monitoring of the ceasefire begins.", *SIDES)] == ["oversight"]


def test_a_ban_of_something_about_a_term_is_a_gap() -> None:
    for text in (
        "Russia will not enter the demilitarised zone in Crimea.",
        "Nobody shall hinder elections in Ukraine.",
        "Nobody shall place obstacles to elections in Ukraine.",
    ):
        draft = drafted(text.replace("Nobody shall", "Russia shall not"), *SIDES)
        assert draft.terms == ()
        (gap,) = draft.gaps
        assert gap.what.startswith("it forbids something about")


def test_a_condition_is_no_term() -> None:
    text = "Elections are held in Ukraine once martial law is lifted, and if all fighting stops."
    assert [kind for kind, _ in terms(text, *SIDES)] == ["elections"]
    assert [kind for kind, _ in terms("Once all sides agree, fighting stops.", *SIDES)] == ["ceasefire"]


@pytest.mark.parametrize("moment", ["After the", "Following the full", "Upon", "Pending completion of the"])
def test_an_event_that_only_says_when_is_no_term(moment: str) -> None:
    text = f"{moment} withdrawal of Russian forces from Sumy region, Ukraine holds elections."
    assert [kind for kind, _ in terms(text)] == ["elections"]


def test_what_one_side_gives_in_exchange_is_not_what_the_other_gives() -> None:
    text = "Israel will release 1,900 prisoners in exchange for all hostages."
    assert [kind for kind, _ in terms(text, "IL", "PS")] == ["prisoner-exchange"]


def test_each_moment_and_each_amount_belongs_to_the_nearest_cue() -> None:
    text = "Ukraine holds elections within 100 days, and Russia withdraws from Kharkiv region within 10 days."
    assert [(kind, fields["within"]) for kind, fields in terms(text)] == [
        ("withdrawal", "10 days"),
        ("elections", "100 days"),
    ]
    text = (
        "Europe contributes $50 billion to the reconstruction of Ukraine, and the frozen Russian assets are unfrozen."
    )
    assert [(kind, fields.get("amount")) for kind, fields in terms(text)] == [
        ("contribution", 50_000_000_000),
        ("frozen-assets", None),
    ]
    assert terms("Within 10 days Russia withdraws from Sumy region.")[0][1]["within"] == "10 days"


def test_two_amounts_of_one_unit_are_none() -> None:
    ((_, fields),) = terms("Ukraine's army is limited to 600,000 personnel, later to 800,000 personnel.")
    assert "personnel" not in fields


def test_a_span_is_no_event_and_an_event_no_span() -> None:
    ((_, fields),) = terms("Ukraine holds elections within the ceasefire.")
    assert "within" not in fields


def test_what_several_points_say_of_one_subject_is_one_term() -> None:
    text = (
        "1. Ukraine is rebuilt through a development fund.\n2. Minerals are mined to rebuild Ukraine.\n"
        "3. Ukraine will be rebuilt.\n"
    )
    (term,) = drafted(text).terms
    assert term.points == ("1", "2", "3")
    assert [(value.key, value.plain) for value in term.values] == [
        ("of", ["UA"]),
        ("measures", ["development fund"]),
        ("measures", ["minerals"]),
    ]
    assert term.term.plain()["measures"] == ["development fund", "minerals"]


def test_what_is_said_twice_is_one_term() -> None:
    draft = drafted("1. Ukraine's army is capped at 600,000 men.\n2. Ukraine's army is capped at 600,000 men.\n")
    assert [one.points for one in draft.terms] == [("1", "2")]
    assert draft.gaps == ()


def test_another_value_of_the_same_field_is_a_gap() -> None:
    draft = drafted("1. Ukraine's army is capped at 600,000 men.\n2. Ukraine's army is capped at 800,000 men.\n")
    (term,) = draft.terms
    assert term.term.plain()["personnel"] == 600_000
    (gap,) = draft.gaps
    assert gap.point == "2"
    assert (
        gap.what
        == "it says another thing of a limit on armed forces than before, under 'personnel': 800000 and not 600000"
    )


def test_a_part_of_another_term_is_a_gap() -> None:
    draft = drafted("1. Ukraine and Poland stay neutral.\n2. Poland stays neutral.\n")
    (gap,) = draft.gaps
    what = "it speaks of neutrality, but only for some of the places or people that point 1 names"
    assert (gap.point, gap.what) == ("2", what)


def test_a_sentence_without_a_cue_goes_on_with_the_term_of_its_point() -> None:
    draft = drafted("1. The ceasefire is monitored by the OSCE. All of it is legally binding.\n2. Grain.\n", *SIDES)
    (term,) = draft.terms
    last = term.values[-1]
    assert (last.key, last.plain, last.inferred) == ("legally-binding", True, True)


def test_a_point_inside_goes_on_with_the_term_of_the_point_around_it() -> None:
    text = "1. Measures to rebuild Ukraine:\na) a development fund;\nb) more.\n2. Elections are held in Ukraine.\n"
    draft = drafted(text, *SIDES)
    assert [one.points for one in draft.terms] == [("1", "1a"), ("2",)]
    assert [gap.point for gap in draft.gaps] == ["1b"]
    text = "1. Ukraine is rebuilt and stays neutral:\na) by a fund for minerals.\nb) More.\n2. Talks.\n"
    assert [one.points for one in drafted(text).terms] == [("1",), ("1",)]


def test_a_point_without_a_kind_is_a_gap_with_its_nearest_kinds() -> None:
    text = "Promote cooperation and consultations on security in sports " + "and so on " * 10
    (gap,) = drafted(text).gaps
    assert gap.what.startswith("no kind of term was recognised in “Promote cooperation and consultations")
    assert " …”; nearest are: economic cooperation; a security dialogue; " in gap.what
    assert "security-dialogue" in gap.nearest


def test_an_editors_remark_is_no_term() -> None:
    (gap,) = drafted("1. Fighting stops.\n2. Point 2 is deleted.\n3. More.\n", *SIDES).gaps[:1]
    assert gap.what == "an editor's remark, or a point that was taken out; it is no term"


def test_no_gap_says_the_id_of_a_kind_or_of_a_field() -> None:
    neutral = "4. Ukraine and Poland stay neutral.\n5. Poland stays neutral.\n"
    text = f"1. It will be demilitarised.\n2. Free trade.\n3. Sports.\n{neutral}"
    gaps = drafted(text).gaps
    assert {gap.point for gap in gaps} == {"1", "2", "3", "5"}
    assert not any(f"'{kind}'" in gap.what for gap in gaps for kind in KINDS)


def test_the_title_of_points_is_no_gap_and_a_sentence_is_one() -> None:
    text = "1. Sports\na) Games are held.\nb) Russia and Ukraine stop fighting.\n2. More sports:\na) Chess.\nb) Go.\n"
    assert [gap.point for gap in drafted(text).gaps] == ["1a", "2a", "2b"]


def _left(text: str) -> list[tuple[str, str]]:
    """The words that are left to a person since no kind was recognised in them, each with its point."""
    gaps = (gap for gap in drafted(text, *SIDES).gaps if gap.unread)
    return [(gap.point, gap.what.partition("“")[2].partition("”")[0]) for gap in gaps]


def test_a_sentence_of_no_kind_is_a_gap_where_its_point_has_a_term() -> None:
    text = "1. Both sides stop fighting. Oil revenue is shared between the provinces.\n2. Ukraine holds elections.\n"
    assert _left(text) == [("1", "Oil revenue is shared between the provinces.")]
    gap = next(gap for gap in drafted(text, *SIDES).gaps if gap.unread)
    assert len(gap.nearest) == 3
    assert drafted(text, *SIDES).unread == 1


@pytest.mark.parametrize(
    "more",
    [
        "The fighting of both sides stops.",
        "This takes effect immediately.",
        "They have agreed on the following steps.",
        "To this end, in the places named here:",
        "Thank you.",
        "And what of the revenue of the provinces?",
    ],
)
def test_a_sentence_that_repeats_goes_on_or_only_introduces_is_no_gap(more: str) -> None:
    assert _left(f"1. Both sides stop fighting. {more}\n2. Ukraine holds elections.\n") == []


def test_a_sentence_that_only_lent_a_name_is_left_as_well() -> None:
    text = "1. Armenia and Azerbaijan like each other. Foreign armed forces may be stationed there.\n2. Sports.\n"
    assert terms(text) == [
        ("foreign-forces", {"of": ["any-foreign-state"], "in": ["AM", "AZ"], "modality": "may"}),
    ]
    assert _left(text) == [("1", "Armenia and Azerbaijan like each other."), ("2", "Sports.")]


def test_a_title_within_a_point_is_no_gap() -> None:
    text = "1. On the weapons\n\nBoth sides stop fighting.\n\nLater steps of all\n\n2. Ukraine holds elections.\n"
    assert _left(text) == []
    text = (
        "1. Both sides stop fighting.\nOil revenue is shared\nUkraine's army is limited to 600,000 men.\n2. Sports.\n"
    )
    assert _left(text) == [("1", "Oil revenue is shared"), ("2", "Sports.")]


def test_what_introduces_a_list_binds_its_items() -> None:
    text = (
        "1. Ukraine shall not:\na) join NATO;\nb) station foreign forces in Ukraine;\nc) but may hold elections.\n"
        "2. Russia should, within 30 days of signature:\n- withdraw from Sumy region;\n"
        "- withdraw from Kharkiv region within 60 days.\n"
        "3. The sides may not depart from what follows in so many words:\na) Ukraine is rebuilt.\n"
    )
    assert terms(text) == [
        ("alliance-membership", {"of": ["UA"], "in": ["NATO"], "membership": "excluded"}),
        ("foreign-forces", {"of": ["any-foreign-state"], "in": ["UA"], "modality": "shall not"}),
        ("elections", {"in": ["UA"], "modality": "may"}),
        ("withdrawal", {"of": ["RU"], "from": ["UA-59"], "modality": "should", "within": "30 days of signature"}),
        ("withdrawal", {"of": ["RU"], "from": ["UA-63"], "modality": "should", "within": "60 days"}),
        ("reconstruction", {"of": ["UA"]}),
    ]
    assert [one.inferred for one in drafted(text).terms][1] == ("modality",)


def test_a_kind_that_another_sentence_of_the_point_says_more_of_is_no_gap() -> None:
    draft = drafted("To the ballot box, then. Ukraine elects a president.", *SIDES)
    assert [one.term.kind for one in draft.terms] == ["elections"]
    assert draft.gaps == ()


def test_a_pronoun_stands_for_whom_the_point_before_names() -> None:
    draft = drafted("1. Ukraine rebuilds its ports.\n2. It will be a neutral state.\n")
    assert [(one.term.subject, one.inferred) for one in draft.terms if one.term.kind == "neutrality"] == [
        ((("UA",),), ("of",))
    ]


def test_the_matters_of_a_point_are_its_kinds_whomever_they_are_about() -> None:
    words = "All of the fighting in the whole country ends. Sports for all. Elections are held without delay."
    (point,) = split(RawText.of("plan.txt", [Paragraph(words)])).points
    assert english().matters(point) == {"ceasefire", "elections"}


def test_a_point_without_words_is_passed_over() -> None:
    text = RawText.of(
        "plan.txt", [Paragraph("1."), Paragraph("a) Fighting stops."), Paragraph("b) Talk."), Paragraph("2.")]
    )
    draft = english(*SIDES).draft(split(text))
    assert [one.points for one in draft.terms] == [("1a",)]
    assert [one.point for one in draft.gaps] == ["1b"]


def _reading(kinds: Kinds) -> Drafter:
    """A drafter for some kinds alone."""
    made = english(*SIDES)
    return attrs.evolve(made, reader=attrs.evolve(made.reader, kinds=kinds))


def test_what_no_file_takes_is_a_gap() -> None:
    class Refusing(Ceasefire):
        def __attrs_post_init__(self) -> None:
            raise InvalidValueError("no file takes this")

    refusing = _reading({"ceasefire": Refusing})
    (gap,) = refusing.draft(split(RawText.of("plan.txt", [Paragraph("Fighting stops.")]))).gaps
    assert (gap.what, gap.nearest) == ("it speaks of a ceasefire, but no file takes this", ("ceasefire",))


def test_what_a_point_adds_and_no_file_takes_is_a_gap() -> None:
    class Refusing(Oversight):
        def __attrs_post_init__(self) -> None:
            if self.legally_binding:
                raise InvalidValueError("no file takes this")
            super().__attrs_post_init__()

    refusing = _reading({"oversight": Refusing})
    text = "The OSCE will monitor the implementation. All of it is legally binding."
    draft = refusing.draft(split(RawText.of("plan.txt", [Paragraph(text)])))
    assert len(draft.terms) == 1
    (gap,) = draft.gaps
    assert gap.what == "it goes on about monitoring, but no file takes this"


def test_a_draft_counts_what_it_holds() -> None:
    draft = drafted("1. Fighting stops.\n2. Grain is shipped across the Black Sea.\n3. Something else.\n", *SIDES)
    assert (draft.typed, draft.inferred, len(draft.gaps)) == (2, 1, 1)


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("A ceasefire begins 48 hours after signature.", {"after": "48 hours of signature"}),
        ("A ceasefire begins three days after the agreement is signed.", {"after": "three days of signature"}),
        ("A ceasefire begins after signature.", {"after": "signature"}),
        ("A ceasefire begins within 48 hours after signature.", {"within": "48 hours of signature"}),
        ("A ceasefire is kept until 30 days after signature.", {"until": "30 days of signature"}),
    ],
)
def test_a_span_after_an_event_keeps_its_length(text: str, moments: dict[str, str]) -> None:
    ((_, values),) = terms(text, *SIDES)
    assert {key: values[key] for key in ("after", "within", "before", "until") if key in values} == moments


def test_the_one_country_of_a_title_is_inferred_for_what_is_done_at_home() -> None:
    points = "1. Free elections are held.\n2. The displaced people return.\n3. Sanctions are lifted.\n"
    text = f"A PEACE PLAN FOR UKRAINE\n\n{points}"
    made = drafted(text, *SIDES)
    assert [(one.term.kind, one.term.subject, one.inferred) for one in made.terms] == [
        ("elections", (("UA",),), ("in",)),
        ("displacement", (("UA",),), ("places",)),
    ]
    assert drafted(text.replace("FOR UKRAINE", "FOR RUSSIA AND UKRAINE"), *SIDES).terms == ()
    assert drafted(text.replace("FOR UKRAINE", ""), *SIDES).terms == ()
