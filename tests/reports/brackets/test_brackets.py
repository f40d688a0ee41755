from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import E3, HOSTILE, US, ceasefire, clause, hostile, limit, membership, plan, status

from making import document
from proposals.comparison.engine import compare
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.positions import absence
from proposals.documents.proposal import Gap, Proposal
from proposals.errors import InvalidValueError, UnreadableError
from proposals.fields.figures import Figure, Figures
from proposals.fields.members import Members
from proposals.fields.numbers import PERCENT, Number
from proposals.language.escaping import bare, quoted, token
from proposals.language.names import Lookup
from proposals.language.notes import labels
from proposals.library.bundled import load, world
from proposals.negotiation.lines import lines
from proposals.reports.brackets.notation import plain_text, read_single, split
from proposals.reports.brackets.parser import read_brackets
from proposals.reports.brackets.wordbook import Wordbook
from proposals.reports.brackets.writer import render
from proposals.strings import first_hidden
from proposals.terms.alliances import MembershipPath
from proposals.terms.base import Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Demilitarization, Recognition, TerritoryStatus, Withdrawal
from proposals.testing import proposal_pairs, proposals
from proposals.vocabulary import Absence, Coverage, Modality, Relation, Stance, Topic
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import Place, PlaceKind

PLANS = ("us-28-point", "e3-counter", "twenty-point")


def items(*documents: Proposal) -> list[str]:
    """The items of the lists under the headings, without the marks of notes."""
    body = render(documents).split("\n## ", 1)[1].split("\n## Sources")[0]
    return [line.removeprefix("- ").partition("[^")[0] for line in body.splitlines() if line.startswith("- ")]


def headings(*documents: Proposal) -> list[str]:
    return [line for line in render(documents).splitlines() if line.startswith("### ")]


def test_contested_values_stand_in_brackets_with_their_holders_and_conditions_in_place() -> None:
    text = render([US, E3])
    assert "- personnel: [600,000 (US)][^3] [800,000 in peacetime (E3)][^4]" in text
    assert "[^4]: Plan second, point 6: no source given" in text


def test_a_deletion_is_a_bracket_of_its_own() -> None:
    assert items(US, E3)[:2] == [
        "[recognition: de facto; recognised as: Russia (US)]",
        "[(E3: delete; recognition: de facto; recognised as: Russia)]",
    ]


def test_agreed_values_stand_plain_and_name_who_speaks() -> None:
    third = plan("third", "RU", limit(personnel=600_000))
    assert items(US, third)[-1] == "personnel: 600,000"
    assert headings(US, third)[-1].startswith("### Limit on Ukraine's armed forces — US, RU")


def test_terms_of_one_text_that_say_the_same_of_adjoining_ground_are_one_variant() -> None:
    luhansk, donetsk, donbas = (TerritoryStatus(places=(name,), as_="RU") for name in ("UA-09", "UA-14", "Donbas"))
    whole, parts = plan("whole", "US", donbas), plan("parts", "E3", luhansk, donetsk)
    (line,) = lines([whole, parts], world=world())
    assert [(at, len(variant.terms)) for at, variant in line.said()] == [(0, 1), (1, 2)]


def test_the_silent_stand_in_no_bracket() -> None:
    silent = plan("silent", "RU")
    text = render([US, E3, silent]).split("\n## ", 1)[1]
    assert "RU" not in text.split("\n## Sources")[0]


def test_one_value_is_agreed_while_another_is_contested() -> None:
    one = plan("one", "US", status(recognition=Recognition.DE_FACTO, as_="RU"))
    other = plan("other", "E3", status(recognition=Recognition.NONE, as_="RU"))
    assert items(one, other) == ["recognition: [de facto (US)]", "recognised as: Russia"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (status(stance=Stance.REJECTS, recognition=Recognition.DE_FACTO), "[(E3: rejects; recognition: de facto)]"),
        (status(stance=Stance.REFUSES), "[(E3: refuses to discuss)]"),
        (status(stance=Stance.DEFERS), "[(E3: defers)]"),
        (status(stance=Stance.ACCEPTS_IF, if_="all agree"), '[(E3: accepts if; on condition that: "all agree")]'),
        (status(stance=Stance.RESERVES, reservation="not the port"), '[(E3: reserves; reservation: "not the port")]'),
    ],
)
def test_every_answer_is_told_in_its_own_words(answer: object, expected: str) -> None:
    assert items(plan("one", "US", status(as_="RU")), plan("other", "E3", answer)) == [
        "[recognised as: Russia (US)]",
        expected,
    ]


def test_what_a_text_leaves_out_is_told_as_an_answer_and_reads_back() -> None:
    lacking = plan("other", "E3", coverage=Coverage.PARTIAL, left_out=(status(as_="RU", stance=Stance.LEAVES_OUT),))
    documents = plan("one", "US", status(as_="RU")), lacking
    assert items(*documents) == ["[recognised as: Russia (US)]", "[(E3: leaves out; recognised as: Russia)]"]
    assert read_brackets(render(documents)).lines == lines(documents, world=world())
    third = plan("third", "RU", status(as_="RU"))
    both = (*documents, third)
    assert items(*both) == ["recognised as: Russia", "[(E3: leaves out; recognised as: Russia)]"]
    assert read_brackets(render(both)).lines == lines(both, world=world())


def test_fields_that_are_left_out_are_told_with_who_leaves_them_out_and_read_back() -> None:
    known = {"coverage": Coverage.PARTIAL}
    lacking = limit(left_out=("peacetime", "after"))
    one, same = plan("one", "US", lacking, **known), plan("same", "UA", lacking, **known)
    other, bare_one = plan("other", "E3", limit(left_out=("personnel",)), **known), plan("bare", "RU", limit())
    refusing = plan("refusing", "RU", limit(stance=Stance.REJECTS, left_out=("after",)), **known)
    for documents, expected in (
        ((one, same), ["left out: in peacetime, after"]),
        ((one, other, bare_one), ["left out: [in peacetime, after (US)]"]),
        ((one, refusing), ["[left out: in peacetime, after (US)]", "[(RU: rejects; left out: after)]"]),
    ):
        assert items(*documents) == expected
        assert read_brackets(render(documents)).lines == lines(documents, world=world())


def test_how_much_is_known_by_topic_reads_back() -> None:
    by_topic = ((Topic.FORCES, Coverage.COMPLETE), (Topic.UNION, Coverage.COMPLETE), (Topic.RIGHTS, Coverage.PARTIAL))
    partly = plan("part", "E3", coverage=Coverage.PARTIAL, coverage_by_topic=by_topic)
    documents = US, partly
    assert ", known in part, save on forces and european union, no gap listed" in render(documents)
    assert read_brackets(render(documents)).lines == lines(documents, world=world())


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        (", full text known, ", ", known well, ", "this must end with how much is known"),
        (
            "left out: [in peacetime",
            "left out: [at ease",
            "a 'force-limit' has no field 'at ease' that it could",
        ),
        ("save on forces", "save on weather", "'weather' is not one of the words that belong here"),
    ],
)
def test_what_is_left_out_and_known_is_read_in_its_own_words(written: str, instead: str, says: str) -> None:
    one = plan("one", "US", limit())
    other = plan(
        "other",
        "E3",
        limit(left_out=("peacetime",)),
        coverage=Coverage.PARTIAL,
        coverage_by_topic=((Topic.FORCES, Coverage.COMPLETE),),
    )
    text = render([one, other])
    assert written in text
    with pytest.raises(UnreadableError, match=says):
        read_brackets(text.replace(written, instead))


def test_who_accepts_a_text_as_it_stands_agrees() -> None:
    one, other = plan("one", "US", status(as_="RU")), plan("other", "E3", status(stance=Stance.ACCEPTS))
    assert items(one, other) == ["recognised as: Russia"]
    assert headings(one, other)[0].startswith("### Status of Crimea — US; accepted by E3[^1]")


def test_open_alternatives_stand_with_those_who_hold_them() -> None:
    drafted = plan("draft", "US", limit(personnel=1, holders=("UA",)), limit(personnel=2, holders=("US", "E3")))
    assert items(drafted) == ["[personnel: 1 (UA in US)]", "[personnel: 2 (US+E3 in US)]"]


def test_two_variants_of_the_same_holders_are_told_apart() -> None:
    drafted = plan("draft", "US", limit(personnel=1, holders=("UA",)), limit(personnel=2, holders=("UA",)))
    assert items(drafted) == ["[personnel: 1 (UA in US)]", "[personnel: 2 (UA in US #2)]"]


def test_an_answer_with_something_else_stands_on_the_line_of_the_point() -> None:
    answer = membership(membership=MembershipPath.OPEN, answers=("6",), points=("6",))
    other = attrs.evolve(E3, terms=(answer,), struck=())
    assert "[instead, Membership of NATO for Ukraine; membership: open (E3)]" in items(US, other)
    assert not any("Membership" in heading for heading in headings(US, other))


def test_an_answer_to_which_others_speak_too_keeps_its_own_line() -> None:
    answer = membership(membership=MembershipPath.OPEN, answers=("6",), points=("6",))
    third = plan("third", "RU", membership(membership=MembershipPath.EXCLUDED))
    assert any("Membership" in one for one in headings(US, attrs.evolve(E3, terms=(answer,)), third))


def test_a_qualifier_shares_a_bracket_only_where_it_is_as_contested() -> None:
    one, other = plan("one", "US", limit(personnel=1)), plan("other", "E3", limit(personnel=1, peacetime=True))
    assert items(one, other) == ["personnel: 1", "[in peacetime (E3)]"]
    agreed = plan("one", "US", limit(personnel=1, peacetime=True))
    assert items(agreed, other) == ["personnel: 1 in peacetime"]


def test_a_weaker_modality_is_contested_by_the_usual_one() -> None:
    one, other = plan("one", "US", ceasefire()), plan("other", "E3", ceasefire(modality=Modality.SHOULD))
    assert "- how binding: [shall (US)][^1] [should (E3)][^2]" in render([one, other])


def test_texts_without_any_field_are_agreed_or_proposed_as_named() -> None:
    assert items(plan("one", "US", ceasefire()), plan("other", "E3", ceasefire())) == ["agreed as named"]
    assert items(plan("one", "US", ceasefire()), plan("other", "E3")) == ["[(US: proposes)]"]


def test_each_bracket_has_a_note_with_document_point_and_source() -> None:
    text = render([load(name) for name in PLANS])
    assert "]: US 28-point plan, point 6: " in text
    assert "## Sources\n\n- " in text
    listed = [line for line in text.split("## Sources")[0].splitlines() if line.startswith("- [")]
    assert [line for line in listed if "][^" not in line] == []


def test_topics_narrow_the_text_and_its_sources() -> None:
    documents = [load(name) for name in PLANS]
    found = render(documents, narrowing=Narrowing(topics={"forces"}))
    assert "## Armed forces" in found
    assert "## Territory" not in found
    assert len(found) < len(render(documents)) / 3


def test_short_names_tell_documents_apart() -> None:
    twice = plan("first", "US")
    assert labels([US, E3]) == ("US", "E3")
    assert labels([US, twice]) == ("A", "B")
    assert labels([attrs.evolve(US, authors=("E3", "US")), E3]) == ("A", "E3")
    assert labels([attrs.evolve(US, authors=("a, b",))]) == ("A",)


@given(st.one_of(proposal_pairs(), st.tuples(proposals(), proposals(), proposals())))
def test_reading_it_back_gives_the_same_positions(documents: tuple[Proposal, ...]) -> None:
    read = read_brackets(render(documents), world_of(documents))
    assert read.lines == lines(documents)
    assert read.documents == tuple(document.title for document in documents)


def test_what_documents_declare_reads_back_without_them_in_any_script() -> None:
    gaza = Place(id="gaza", name="قطاع غزة", kind=PlaceKind.AREA, parts=("rafah",))
    rafah = Place(id="rafah", name='Rafah, "the town"; [רפיח]', kind=PlaceKind.CITY)
    north = Place(id="north", name="北 = 部 — x", kind=PlaceKind.CITY, within="UA-14")
    guard = Actor(id="guard", name="Ґвардія (others)", kind=ActorKind.CLASS, members=("FR",))
    allies = Actor(id="allies", name="allies", kind=ActorKind.GROUP, members=("FR", "PL"), open=True)
    facts: dict[str, Any] = {
        "places": (rafah, gaza, north),
        "actors": (guard, allies),
        "world": world().extended((rafah, gaza, north), (guard, allies)),
    }
    one = document(
        "one",
        Demilitarization(places=("gaza",)),
        Withdrawal(of=("IL",), from_=("rafah", "north")),
        ForceLimit(of=("guard",), personnel=1),
        **facts,
    )
    other = document(
        "other",
        Demilitarization(places=("rafah", "north/held-by-UA")),
        Withdrawal(of=("IL",), from_=("gaza",)),
        ForceLimit(of=("allies",), personnel=1),
        **facts | {"places": (attrs.evolve(rafah, note="a note"), gaza, attrs.evolve(north, name="北"))},
    )
    for pair in ((one, other), (other, one), (one,)):
        assert read_brackets(render(pair)).lines == lines(pair)
    assert "the rest" in render((one, other))
    assert read_brackets(render((one,)), one.world).lines == lines((one,))


def test_the_real_plans_read_back() -> None:
    documents = [load(name) for name in PLANS]
    assert read_brackets(render(documents), world_of(documents)).lines == lines(documents)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_neither_acts_nor_hides_nor_breaks_the_form(text: str) -> None:
    documents = hostile(text)
    written = render(documents)
    written.encode("utf-8")
    assert all(first_hidden(line) is None for line in written.split("\n"))
    assert "<script" not in written.replace("\\<script", "")
    assert "](javascript" not in written.replace("\\]", "")
    if first_hidden(text) is None and len(text) < 100_000:
        assert [line.kind for line in read_brackets(written, world()).lines] == ["provision"]
    else:
        with pytest.raises(UnreadableError, match=r"this text (hides|has [\d,]+ characters)"):
            read_brackets(written, world())


@pytest.mark.parametrize("text", ["", "a", 'a "b" [c] {d}', "x\u202ey", "a, b; c: d", "…", "a (b) (c", "_*`|", "\n"])
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    assert plain_text(quoted(text)) == text
    assert plain_text(token(text)) == text
    assert split(f"{token(text)}; {token(text)}", "; ") == [token(text)] * 2


@pytest.mark.parametrize("text", ["UA", "de facto", "2026-06-01", "Crimea (the rest)", "600,000", "Korea’s"])
def test_safe_words_stand_without_quotation_marks(text: str) -> None:
    assert bare(text)


def test_records_names_and_clauses_read_back() -> None:
    attack = Circumstance(act=Act.ATTACK, by=Members(("UA",), open=True), without='a "cause"')
    acts = Members((attack, Circumstance(act=Act.BREACH)))
    documents = [plan("one", "US", limit(personnel=1.5, void_if=acts)), plan("other", "E3", clause("a; b: [c] (d)"))]
    assert read_brackets(render(documents), world()).lines == lines(documents)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("## Armed forces", "## Fences", "not one of the words"),
        ("Limit on Ukraine's", "Limit on Ukrayne's", "not a kind of term"),
        ("Limit on Ukraine's armed forces", "Limit on Ukraine's armed forces; Russia", "is not part of a heading"),
        ("[600,000 (US)]", "[600,000]", "does not say who holds it"),
        ("[600,000 (US)]", "[600,000 (FR)]", "names none of the documents"),
        ("[600,000 (US)]", "[lots (US)]", "is not a number of persons"),
        ("[(E3: delete;", "[(E3: forget;", "not one of the words"),
        ("[(E3: delete;", "[(E3: delete; height: 3;", "is not part of this line"),
        ("— US, E3", "— US", "stands in a bracket and not in the heading"),
        ("- personnel", "personnel", "a heading or an item"),
        ("### Limit", "### Force: x\n### Limit", "not a kind of term"),
        ("[600,000 (US)]", f"[600,000 (US #{'9' * 5000})]", "names none of the documents"),
        ("[600,000 (US)]", '["\\u{110000}" (US)]', "is not a character"),
        ("[600,000 (US)]", f'["\\u{{{"F" * 5000}}}" (US)]', "is not a character"),
    ],
)
def test_what_is_not_of_the_form_is_told_with_its_line(old: str, new: str, message: str) -> None:
    text = render([US, E3])
    assert old in text
    with pytest.raises(UnreadableError, match=message) as caught:
        read_brackets(text.replace(old, new), world(), file="draft.md")
    assert caught.value.location.file == "draft.md"
    at = text[: text.index(old)].count("\n") + 1
    assert caught.value.location.line - at in range(3)  # what a heading does not name stands in a bracket under it


@pytest.mark.parametrize(
    "term",
    [
        ForceLimit(of=("XQ", "XR-1"), personnel=1),
        attrs.evolve(status(as_="RU"), places=("UA-48/held-by-RU~rest",)),
        attrs.evolve(status(as_="RU"), places=("XQ~rest",)),
    ],
)
def test_ids_that_nobody_knows_and_remainders_of_places_read_back(term: Term) -> None:
    documents = [plan("one", "US", term), plan("other", "E3", attrs.evolve(term, stance=Stance.ACCEPTS))]
    assert read_brackets(render(documents), world()).lines == lines(documents)


@pytest.mark.parametrize("text", ["", "abc", "# A text\n\nOf something else.\n"])
def test_a_text_that_names_no_document_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="this is not bracketed text: it names no document at its head"):
        read_brackets(text, world())


def test_who_accepts_reads_back() -> None:
    documents = [plan("one", "US", status(as_="RU")), plan("other", "E3", status(stance=Stance.ACCEPTS))]
    assert read_brackets(render(documents), world()).lines == lines(documents)


def test_a_broken_record_is_told() -> None:
    void = Members((Circumstance(act=Act.ATTACK, by=Members(("UA",))),))
    text = render([plan("one", "US", limit(void_if=void))]).replace("attack {by", "{attack by")
    with pytest.raises(UnreadableError, match="is not a record"):
        read_brackets(text, world())


def test_what_is_known_in_part_is_said_so() -> None:
    assert absence(load("ua-europe-reported").coverage) is Absence.UNREPORTED
    assert "known in part" in render([load("ua-europe-reported")])


def test_the_head_counts_the_gaps_of_each_document_and_is_read_back() -> None:
    several = attrs.evolve(E3, gaps=(Gap(what="the annex"), Gap(what="the date", point="6")))
    text = render([US, several])
    assert "- US: Plan first, 2 January 2026, full text known, no gap listed\n" in text
    assert "- E3: Plan second, 2 January 2026, full text known, 2 gaps listed\n" in text
    assert read_brackets(text, world()).documents == ("Plan first", "Plan second")
    assert "full text known, 1 gap listed" in render([attrs.evolve(US, gaps=several.gaps[:1])])


def test_a_text_of_bundled_documents_is_read_without_a_world() -> None:
    text = render([load("us-28-point"), load("e3-counter")])
    assert read_brackets(text) == read_brackets(text, world())


def test_the_form_says_the_same_as_the_comparison() -> None:
    documents = load("us-28-point"), load("e3-counter")
    same = [one for one in compare(*documents).findings if one.relation is Relation.SAME]
    by_topic = sorted(same, key=lambda one: one.topic.rank)
    assert [line.kind for line in lines(documents) if line.agreed] == [one.kind for one in by_topic]


def test_figures_stand_in_brackets_in_words_and_read_back() -> None:
    figures = {"at least 5,000": Figure(low=5000), "48 to 72": Figure(48, 72), "5 per day": Figure(5, 5, per="day")}
    for shown, figure in figures.items():
        documents = plan("one", "US", limit(personnel=figure)), plan("two", "E3", limit(personnel=600_000))
        assert shown in render(documents)
        assert read_brackets(render(documents)).lines == lines(documents, world=world())


@pytest.mark.parametrize(
    ("domain", "text", "message"),
    [
        (PERCENT, "half", "'half' is not a number of percent"),
        (PERCENT, "12x %", "'12x %' is not a number of percent"),
        (Figures("persons"), "some", "'some' is not a number of persons"),
    ],
)
def test_words_where_a_number_is_meant_are_told(domain: Number, text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        read_single(domain, text, Wordbook(Lookup.of()))
