"""Bracketed text is in words, and these words lead back to what they say: for all kinds, fields, words and names."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError
from proposals.fields.declare import Field, Record, compared_fields, fields_of, subject_fields
from proposals.fields.numbers import Number
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, DAY, PLACE, Code, Domain, Words
from proposals.language.escaping import token
from proposals.language.names import Lookup
from proposals.language.notes import Cited, source_lines
from proposals.language.reading import read_date
from proposals.language.sentences import heading
from proposals.reports.brackets.headings import Headings
from proposals.reports.brackets.notation import actor, read_actor, read_single, read_subject, single, split
from proposals.reports.brackets.wordbook import Wordbook, members
from proposals.strings import unfilled
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.vocabulary import Topic, Topics
from proposals.world.actors import Actor, ActorKind
from proposals.world.dates import Date

LOOKUP = Lookup.of()
WORDS = Wordbook(LOOKUP)
HEADINGS = Headings(WORDS, KINDS)
WITHOUT_HEADING = "provision"
"""The kind whose heading is the clause's own name, and does not say under which topic it stands."""


def values(field: Field) -> list[str]:
    return [str(one) for one in members(field.domain, WORDS.world)]


@st.composite
def subjects(draw: st.DrawFn) -> tuple[type[Term], Subject]:
    shape = draw(st.sampled_from([shape for kind, shape in KINDS.items() if kind != WITHOUT_HEADING]))
    most = [3 if field.many else 1 for field in subject_fields(shape)]
    return shape, tuple(
        tuple(draw(st.lists(st.sampled_from(values(field)), min_size=1, max_size=count, unique=True)))
        for field, count in zip(subject_fields(shape), most, strict=True)
    )


@given(subjects())
def test_a_heading_of_any_kind_and_subject_reads_back(drawn: tuple[type[Term], Subject]) -> None:
    assert HEADINGS.read([HEADINGS.written(*drawn)]) == (*drawn, [])


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {WITHOUT_HEADING}))
def test_a_heading_of_any_kind_is_that_of_all_other_forms(kind: str) -> None:
    shape = KINDS[kind]
    held = tuple(tuple(sorted(values(field), key=lambda one: one != "RU")[:2]) for field in subject_fields(shape))
    assert HEADINGS.written(shape, held) == heading(shape, held, LOOKUP)


def test_regions_that_stand_together_read_back() -> None:
    held = (("UA-43", "UA-09", "UA-14"),)
    assert HEADINGS.written(KINDS["control"], held) == "Control of Crimea and the Luhansk and Donetsk regions"
    assert HEADINGS.read(["Control of Crimea and the Luhansk and Donetsk regions"]) == (KINDS["control"], held, [])


@pytest.mark.parametrize("name", ["the guard; the other", "guard — not", 'the "guard"', "guard [x]", "NATO"])
def test_what_a_heading_in_words_cannot_say_is_named_by_its_parts(name: str) -> None:
    headings = Headings(_with_guard(name), KINDS)
    for kind, held in (("force-limit", (("guard",),)), ("foreign-forces", (("guard", "UA"), ("UA-43",)))):
        written = headings.written(KINDS[kind], held)
        assert written.startswith(("Force limit: ", "Foreign forces: of "))
        assert headings.read(split(written, "; ")) == (KINDS[kind], held, [])


def test_a_name_that_reads_as_several_gives_way() -> None:
    headings, shape = Headings(_with_guard("NATO and Russia"), KINDS), KINDS["military-aid"]
    for held, written in (
        ((("guard",),), "Military aid to NATO and Russia"),
        ((("NATO", "RU"),), "Military aid: NATO, Russia"),
    ):
        assert headings.written(shape, held) == written
        assert headings.read([written]) == (shape, held, [])


def _with_guard(name: str) -> Wordbook:
    world = WORDS.world.extended((), (Actor(id="guard", name=name, kind=ActorKind.BODY),))
    return Wordbook(attrs.evolve(LOOKUP, world=world))


@pytest.mark.parametrize("shape", KINDS.values(), ids=KINDS.keys())
def test_no_two_fields_of_a_kind_are_called_alike(shape: type[Term]) -> None:
    fields = compared_fields(shape)
    assert len({WORDS.called(field, shape.kind) for field in fields}) == len(fields)
    for record in (field.domain for field in fields if isinstance(field.domain, Record)):
        assert len({WORDS.called(field, "inside") for field in record.other_fields}) == len(record.other_fields)


def _domains(shape: type[Term]) -> list[Domain]:
    held = [field.domain for field in (*subject_fields(shape), *compared_fields(shape))]
    return held + [inner.domain for one in held if isinstance(one, Record) for inner in fields_of(one.shape)]


LISTED = {repr(one): one for shape in KINDS.values() for one in _domains(shape) if isinstance(one, Words | Code)}


@pytest.mark.parametrize("domain", LISTED.values(), ids=LISTED.keys())
def test_each_word_and_name_that_a_field_may_hold_reads_back(domain: Domain) -> None:
    # Other tests make lists of topics of their own, on purpose such that one word is in two.
    known = [one for one in members(domain, WORDS.world) if not isinstance(one, Topics) or isinstance(one, Topic)]
    for one in map(str, known):
        assert read_single(domain, single(domain, one, WORDS), WORDS) == one


@pytest.mark.parametrize(
    ("domain", "code", "shown"),
    [
        (ACTOR, "US", "the United States"),
        (PLACE, "UA-14/held-by-UA", "the Ukrainian-held part of the Donetsk region"),
        (ACTOR_OR_PLACE, "UA-43", "Crimea"),
    ],
)
def test_actors_and_places_are_called_as_in_a_sentence(domain: Domain, code: str, shown: str) -> None:
    assert single(domain, code, WORDS) == shown


def test_who_holds_a_text_has_an_abbreviation_or_a_name() -> None:
    assert [actor(one, WORDS) for one in ("US", "belarus-x", "EU")] == ["US", "belarus-x", "EU"]
    for one in WORDS.world.actors.actors:
        assert read_actor(actor(one, WORDS), WORDS) == one
    words = _with_guard("one+other")
    assert (actor("guard", words), read_actor('"guard"', words)) == ('"guard"', "guard")


POINTS = [f"{day}{mark}" for day in ("2025", "2025-11", "2025-02-05", "2025-11-20") for mark in ("", "~", "?", "%")]
DATES = [
    *POINTS,
    *(f"../{one}" for one in POINTS),
    *(f"{one}/.." for one in POINTS),
    *(f"{one}/2026-03-04~" for one in POINTS),
    *("2025-11-01~/2025-11-10~", "2025-02-21~/2025-02-28~", "2025-11-03/2025-11-09", "2025-11-03?/2025-11-09?"),
]


@pytest.mark.parametrize("date", DATES)
def test_a_date_stands_as_people_write_it_and_reads_back(date: str) -> None:
    shown = single(DAY, date, WORDS)
    assert "2025" in shown
    assert not shown.startswith(('"', "2025-"))
    assert read_single(DAY, shown, WORDS) == date


@pytest.mark.parametrize("date", ["/2025", "1900/2100"])
def test_a_date_whose_words_are_those_of_another_stands_as_files_write_it(date: str) -> None:
    shown = single(DAY, date, WORDS)
    assert shown == token(date)
    assert read_single(DAY, shown, WORDS) == date


@pytest.mark.parametrize(
    "words", ["", "November", "31 February 2025", "99 November 2025", "early 2025", "1", "²1 May 2025", "to", "May to"]
)
def test_what_no_date_is_called_is_none(words: str) -> None:
    assert read_date(words, WORDS.language) is None


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("{first} to {last}", "3 May to 5 May", {"first": "3 May", "last": "5 May"}),
        ("by {date}", "by May", {"date": "May"}),
        ("by {date}", "May", None),
        ("{number} km", "5 km later", None),
        ("{number} km", " km", None),
        ("none", "none", {}),
    ],
)
def test_a_phrase_gives_back_what_fills_it(phrase: str, text: str, found: dict[str, str] | None) -> None:
    assert unfilled(phrase, text) == found


def test_dates_are_those_that_can_be_read() -> None:
    assert all(Date(one) for one in DATES)


NUMBER = Number("hours")
"""As a kind of one's own may have one; those of the bundled kinds may be ranges as well."""


def test_a_number_is_read_in_all_its_digits_and_nothing_else_is_one() -> None:
    assert read_single(NUMBER, "12", WORDS) == 12
    assert read_single(NUMBER, "12.50 hours", WORDS) == 12.5
    with pytest.raises(InvalidValueError, match="'a dozen' is not "):
        read_single(NUMBER, "a dozen", WORDS)


def test_a_subject_has_as_many_parts_as_its_kind() -> None:
    with pytest.raises(InvalidValueError, match="the subject of 'foreign-forces' has 2 parts"):
        read_subject(KINDS["foreign-forces"], ["of Russia"], WORDS)


def test_a_source_that_is_not_declared_is_listed_by_its_id() -> None:
    assert list(source_lines([Cited(id="leak", source=None, documents=())], LOOKUP.language)) == ["leak, not declared"]
