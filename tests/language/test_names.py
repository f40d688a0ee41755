from __future__ import annotations

import attrs
import pytest

from proposals import library
from proposals.fields.members import Members
from proposals.language import Lookup, name, sentence
from proposals.language.questions import question_words
from proposals.language.sentences import heading
from proposals.library.bundled import bundled
from proposals.terms.forces import ForeignForces
from proposals.terms.implementation import JointBody, Matter
from proposals.world.actors import Actor, ActorKind, ActorNumber
from proposals.world.places import Place, PlaceKind
from proposals.world.world import World

LOOKUP = Lookup.of()
FRENCH = Lookup.of(library=bundled().speaking("fr"))


@pytest.mark.parametrize(
    ("code", "form", "text"),
    [
        ("US", "name", "the United States"),
        ("US", "bare", "United States"),
        ("US", "possessive", "the United States'"),
        ("US", "adjective", "US"),
        ("UA", "name", "Ukraine"),
        ("UA", "possessive", "Ukraine's"),
        ("EE", "indefinite", "an Estonian"),
        ("EU", "bare", "EU"),
        ("all-parties", "possessive", "all parties'"),
        ("putin", "possessive", "Vladimir Putin's"),
        ("putin", "adjective", None),
        ("UA-14/held-by-UA", "name", "the Ukrainian-held part of the Donetsk region"),
        ("any-foreign-state~rest", "adjective", "other foreign"),
        ("any-military-alliance~rest", "bare", "other military alliances"),
        ("nowhere", "name", "nowhere"),
        ("nowhere~rest", "name", "nowhere~rest"),
        ("nobodies", "possessive", "nobodies'"),
        ("the isles (the rest)", "possessive", "the isles' (the rest)"),
        ("the zone (the rest)", "possessive", "the zone's (the rest)"),
    ],
)
def test_a_name_has_forms(code: str, form: str, text: str | None) -> None:
    assert name(code, LOOKUP, form) == text


def test_the_forms_of_a_bundled_name_are_not_those_of_another_thing_of_its_id() -> None:
    actors = [Actor(id="US", name="Union of Sailors", kind=ActorKind.GROUP)]
    other = attrs.evolve(LOOKUP, world=World.empty().extended([], actors))
    assert name("US", other) == "Union of Sailors"
    assert name("US", other, "possessive") == "Union of Sailors'"
    assert name("US", other, "adjective") is None


def of_own(actor: Actor, language: Lookup = LOOKUP) -> Lookup:
    return attrs.evolve(language, world=LOOKUP.world.extended([], [actor]))


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("the Houthis", "Do the Houthis get military aid from abroad?"),
        ("regional partners", "Do regional partners get military aid from abroad?"),
        ("armed formations of certain areas", "Do armed formations of certain areas get military aid from abroad?"),
        ("Hamas and other factions", "Do Hamas and other factions get military aid from abroad?"),
        ("Hamas", "Does Hamas get military aid from abroad?"),
        ("the council of elders and notables", "Does the council of elders and notables get military aid from abroad?"),
        ("the marine corps", "Does the marine corps get military aid from abroad?"),
    ],
)
def test_the_name_of_a_group_shows_whether_it_is_several(called: str, said: str) -> None:
    lookup = of_own(Actor(id="own", name=called, kind=ActorKind.GROUP))
    assert question_words("military-aid", ["own"], lookup) == said


@pytest.mark.parametrize(
    ("actor", "verb"),
    [
        (Actor(id="own", name="Ansar", kind=ActorKind.GROUP, number=ActorNumber.PLURAL), "Do"),
        (Actor(id="own", name="Ansar", kind=ActorKind.GROUP), "Does"),
        (Actor(id="own", name="the Twelve Tribes", kind=ActorKind.GROUP, number=ActorNumber.SINGULAR), "Does"),
        (Actor(id="own", name="the Twelve Tribes", kind=ActorKind.GROUP), "Do"),
        (Actor(id="own", name="the Twelve Tribes", kind=ActorKind.BODY), "Does"),
    ],
)
def test_what_an_actor_states_goes_before_what_its_name_shows(actor: Actor, verb: str) -> None:
    said = question_words("military-aid", ["own"], of_own(actor))
    assert said == f"{verb} {actor.name} get military aid from abroad?"


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        (Actor(id="own", name="the Houthis", kind=ActorKind.GROUP, adjective="Houthi"), "Houthi forces"),
        (Actor(id="own", name="the Houthis", kind=ActorKind.GROUP), "The Houthis' forces"),
        (Actor(id="own", name="the Stabilisation Force", kind=ActorKind.BODY), "The Stabilisation Force"),
        (Actor(id="own", name="a force of ten states", kind=ActorKind.GROUP), "A force of ten states"),
    ],
)
def test_the_forces_of_an_actor_are_not_named_twice(actor: Actor, said: str) -> None:
    term = ForeignForces(of=("own",), in_=("UA",))
    assert sentence(term, of_own(actor)) == f"{said} would be stationed in Ukraine."


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("zone-of-first", "the zone (as “First” defines it)", "the zone (au sens de « First »)"),
        ("UA-14/held-by-RU~rest", "{} (the rest)", "{} (le reste)"),
        ("E3~rest", "{} (others)", "{} (autres)"),
        ("any-foreign-state~rest", "other foreign states", "autres États étrangers"),
    ],
)
def test_what_sets_a_name_apart_is_in_the_words_of_the_language(code: str, english: str, french: str) -> None:
    zone = Actor(id="zone-of-first", name="the zone", kind=ActorKind.BODY, defined_by="First")
    for lookup, said in ((of_own(zone), english), (of_own(zone, FRENCH), french)):
        whole = code.removesuffix("~rest")
        assert lookup.name(code) == said.format(lookup.name(whole))
        assert name(code, lookup, "bare") == said.format(name(whole, lookup, "bare"))


def test_a_place_and_its_parts_are_named_by_the_document_that_defines_it_in_the_title_of_the_language() -> None:
    town = Place(id="town", name="Town", kind=PlaceKind.CITY, within="UA-14", defined_by="US 28-point plan")
    for language, document in ((LOOKUP, "as “US 28-point plan” defines it"), (FRENCH, "au sens de « {} »")):
        lookup = attrs.evolve(language, world=LOOKUP.world.extended([town], []))
        defined = document.format(language.language.titles.get("US 28-point plan"))
        assert name("town", lookup) == f"Town ({defined})"
        assert str(name("town/held-by-UA", lookup)).endswith(f" ({defined})")


def test_a_form_of_a_name_that_is_set_apart_follows_from_what_sets_it_apart() -> None:
    zone = Actor(id="zone-of-first", name="the zone", kind=ActorKind.BODY, defined_by="First")
    assert name("zone-of-first", of_own(zone), "possessive") == "the zone's (as “First” defines it)"
    assert name("zone-of-first", of_own(zone, FRENCH), "of") == "de the zone (au sens de « First »)"
    assert name("E3~rest", FRENCH) == "l’E3 (autres)"


def test_one_who_sits_in_a_body_is_a_member() -> None:
    one, two = (JointBody(about=(Matter.SECURITY,), members=Members(ids)) for ids in (("UA",), ("RU", "UA")))
    assert sentence(one, LOOKUP) == "A joint body on security would be set up with Ukraine as a member."
    assert sentence(two, LOOKUP) == "A joint body on security would be set up with Russia and Ukraine as members."


def test_every_entry_names_somebody() -> None:
    known = {*library.world().actors.actors, *library.world().places.places}
    assert {entry.removesuffix("~rest") for entry in LOOKUP.language.names} <= known


def test_states_have_an_adjective_and_its_article() -> None:
    for actor in library.world().actors.actors.values():
        entry = LOOKUP.language.names.get(actor.id, {})
        assert ("adjective" in entry) == ("indefinite" in entry)
        assert actor.kind is not ActorKind.STATE or "adjective" in entry


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (("FR", "GB", "friendly-states", "any-foreign-state~rest"), "Other foreign forces in Ukraine"),
        (("FR", "RU", "any-foreign-state~rest"), "Russian and other foreign forces in Ukraine"),
        (("FR", "GB"), "French and British forces in Ukraine"),
    ],
)
def test_what_is_left_of_a_class_has_one_name(codes: tuple[str, ...], text: str) -> None:
    assert heading(ForeignForces, (codes, ("UA",)), LOOKUP) == text
