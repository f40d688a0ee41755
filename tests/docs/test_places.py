"""The page by place has every term that names a place, under every region that the place reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from manual import places, regions, statements, topics

import proposals
from proposals.fields.declare import plain_fields
from proposals.terms.base import Term
from proposals.world.places import PlaceKind

GAZETTEER = statements.lookup().world.places
SECTION = re.compile(r"^\((place-[\w-]+)\)=\n(.*?)(?=^\(place-|\Z)", re.MULTILINE | re.DOTALL)
TERMS = [(document, term) for document in statements.documents() for term in document.terms]


@cache
def page() -> str:
    return places.page()


@cache
def sections() -> dict[str, str]:
    return dict(SECTION.findall(page()))


def ids(plain: object) -> Iterator[str]:
    """Every string in a plain value, keys as well."""
    if isinstance(plain, dict):
        for key, held in plain.items():
            yield key
            yield from ids(held)
    elif isinstance(plain, list):
        for held in plain:
            yield from ids(held)
    elif isinstance(plain, str):
        yield plain


def places_in(term: Term) -> set[str]:
    """The ids of places anywhere in a term, without those that stand for an actor or a provision."""
    held = {key: plain for key, plain in plain_fields(term).items() if (term.kind, key) != ("provision", "about")}
    subject = {claim.place for claim in term.claims}
    actors = statements.lookup().world.actors.actors.keys() - subject
    return {one for one in ids(held) if one in GAZETTEER.places and one not in actors}


def test_every_term_with_a_place_stands_on_the_page() -> None:
    with_place = [(document, term) for document, term in TERMS if places_in(term)]
    assert len(with_place) > len(TERMS) // 8
    for document, term in with_place:
        assert f"(#{statements.target(document, term)})" in page()
        assert set(regions.named(term)) == places_in(term)


def test_every_place_that_a_term_names_has_a_section_with_the_term() -> None:
    for document, term in TERMS:
        for place in places_in(term):
            assert any(f"(#{statements.target(document, term)})" in text for text in sections().values())
            reached = [one for one in regions.sections() if regions.reaches(place, one)]
            assert reached
            for section in reached:
                assert f"(#{statements.target(document, term)})" in sections()[regions.anchor(section)]


def test_a_region_has_no_term_on_other_ground() -> None:
    instead = re.compile("\n(?:" + "|".join(map(re.escape, topics.WORDS)) + "): ")  # what others do with its terms
    for section in regions.sections():
        said = instead.split(sections()[regions.anchor(section)])[0]
        for document, term in TERMS:
            if f"(#{statements.target(document, term)})" in said:
                on = {one for one in places_in(term) if GAZETTEER.overlaps(one, section.id)}
                assert on or section.kind is PlaceKind.COUNTRY


def test_the_places_stand_in_alphabetical_order() -> None:
    names = [section.name for section in regions.sections()]
    assert names == sorted(names)
    assert list(sections()) == list(map(regions.anchor, regions.sections()))


def test_ground_of_several_regions_stands_under_each() -> None:
    held = proposals.load("us-plan-reported")
    withdrawal = next(term for term in held.terms if term.kind == "withdrawal")
    assert regions.named(withdrawal) == ("Donbas/held-by-UA",)
    for name in ("place-ua-09", "place-ua-14"):
        assert f"(#{statements.target(held, withdrawal)})" in sections()[name]


def donetsk(name: str) -> str:
    """What a document says in the section of Donetsk region."""
    own = sections()["place-ua-14"].partition(f"(#document-{name})")[2]
    return re.split(r"\n\*\*\d|\nStruck|\nNot reported", own)[0]


def test_donetsk_has_the_status_and_says_where_a_narrower_term_governs() -> None:
    status, *others = [line for line in donetsk("us-28-point").splitlines() if line.strip()][1:3]
    assert "[point 21a]" in status
    assert "[de facto](#words-recognition)" in status
    assert "A narrower term governs the part of Donetsk region held by Ukraine." in others[0]
    assert "(#grades-of-sources)" in others[0]


def test_a_wider_name_says_which_ground_of_the_region_it_is() -> None:
    ground = "Of the ground held by Russia, the part of Donetsk region held by Russia lies here."
    assert ground in donetsk("european-12-point")
    assert "Enerhodar lies in Zaporizhzhia region." in sections()["place-ua-23"]


def test_who_says_nothing_of_a_place_is_told_once() -> None:
    for section in regions.sections():
        last = sections()[regions.anchor(section)].rpartition("\n- ")[2]
        for document in statements.documents():
            named = f"(#document-{document.id})"
            words = [line.partition(":")[0] for line in last.splitlines() if named in line]
            if any(regions.in_section(term, section) for term in document.said) or not document.terms:
                assert set(words) <= topics.ACTS
            else:
                assert len(words) == 1 or (words and set(words) <= topics.ACTS)


def test_the_counter_proposal_strikes_what_is_said_of_donetsk() -> None:
    shown = sections()["place-ua-14"].partition("(#document-e3-counter)")[2].partition("\n**")[0]
    assert shown.count("It [deletes](") == 4
    assert "(#deletion-e3-counter-21)" in shown


@pytest.mark.parametrize("topic", topics.spoken_of(), ids=topics.slug)
def test_a_topic_leads_from_each_place_to_its_section(topic: topics.Topic) -> None:
    linked = set(re.findall(r"\(#(place-[\w-]+)\)", topics.page(topic)))
    assert linked <= sections().keys()
    about = [term for _, term in TERMS if term.topic is topic and places_in(term)]
    assert bool(linked) == bool(about)
