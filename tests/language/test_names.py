from __future__ import annotations

import attrs
import pytest

from proposals import library
from proposals.language import Lookup, name
from proposals.language.sentences import heading
from proposals.terms.forces import ForeignForces
from proposals.world.actors import Actor, ActorKind
from proposals.world.world import World

LOOKUP = Lookup.of()


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
