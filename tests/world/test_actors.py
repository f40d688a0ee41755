from __future__ import annotations

import attrs
import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError, NotFoundError
from proposals.fields.patterns import NAME
from proposals.library.bundled import world
from proposals.strings import first_hidden
from proposals.world.actors import Actor, ActorKind, Directory

BUNDLED = world().actors


def _actor(name: str, *members: str, side: str | None = None) -> Actor:
    return Actor(id=name, name=name, kind=ActorKind.GROUP, members=members, side=side)


# The name that ISO lists where readers know another one.
OTHERWISE = {"KP": "Korea, Democratic People's Republic of", "PS": "Palestine, State of", "RU": "Russian Federation"}


def test_states_have_their_iso_code_and_name() -> None:
    states = [actor for actor in BUNDLED.actors.values() if actor.kind is ActorKind.STATE]
    for state in states:
        country = pycountry.countries.get(alpha_2=state.id)
        assert country is not None, state.id
        assert OTHERWISE.get(state.id, state.name) == country.name
    two_letters = {name for name in BUNDLED.actors if len(name) == 2 and name.isalpha()}
    assert two_letters - {"EU", "UN"} == {state.id for state in states}


@pytest.mark.parametrize(
    ("group", "count", "inside", "outside"),
    [
        ("EU", 27, {"DE", "FR", "PL"}, {"GB", "UA", "NO", "TR"}),
        ("NATO", 32, {"US", "TR", "FI", "SE"}, {"UA", "AT", "IE", "CY"}),
        ("E3", 3, {"DE", "FR", "GB"}, {"IT", "PL"}),
        ("G7", 7, {"US", "JP", "CA"}, {"RU", "CN"}),
        ("G8", 8, {"US", "RU"}, {"CN"}),
        ("Europe", 0, set(), {"DE", "RU", "UA"}),
        ("IAEA", 0, set(), {"RU"}),
    ],
)
def test_members(group: str, count: int, inside: set[str], outside: set[str]) -> None:
    members = BUNDLED.actors[group].members
    assert len(members) == count
    assert inside <= set(members)
    assert outside.isdisjoint(members)
    assert BUNDLED.within(group) == {group, *members}


def test_the_bundled_directory_holds_together() -> None:
    BUNDLED.check()
    for actor in BUNDLED.actors.values():
        NAME.check(actor.id)
        assert list(actor.members) == sorted(set(actor.members))
        assert all(first_hidden(text) is None for text in (actor.name, *actor.names, actor.role))
        assert bool(actor.role) == (actor.kind is ActorKind.PERSON)
        assert actor.side is None or BUNDLED.actors[actor.side].kind is ActorKind.STATE
        assert not actor.members or actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.CLASS}


def test_a_group_or_a_class_stands_for_its_members_and_an_organisation_for_nobody() -> None:
    directory = Directory.of(
        [
            *(_actor(name) for name in "ab"),
            _actor("group", "a", "b"),
            attrs.evolve(_actor("wider", "group"), open=True),
            attrs.evolve(_actor("class", "a"), kind=ActorKind.CLASS, name="any a"),
            attrs.evolve(_actor("organisation", "a", "b"), kind=ActorKind.ORGANISATION),
        ]
    )
    directory.check()
    assert {name: directory.pieces.atoms(name) for name in directory.actors} == {
        "a": {"a"},
        "b": {"b"},
        "group": {"a", "b"},
        "wider": {"a", "b", "wider~rest"},
        "class": {"a", "class~rest"},
        "organisation": {"organisation"},
    }
    assert directory.groups == {"group", "wider", "class"}
    assert directory.pieces.cover(frozenset({"a", "b", "class~rest"})) == ("group", "class~rest")
    assert [directory.name(one) for one in ("class", "a", "none")] == ["any a", "a", "none"]


def test_a_group_does_not_belong_to_itself() -> None:
    with pytest.raises(InvalidValueError, match="'a' is part of itself"):
        Directory.of([_actor("a", "b"), _actor("b", "a")]).check()


def test_a_state_that_is_a_place_as_well_has_the_same_code_and_name() -> None:
    places = world().places.places
    for code in BUNDLED.actors.keys() & places.keys():
        assert places[code].name == BUNDLED.actors[code].name


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Zelensky", "zelensky"),
        ("Zelenskiy", "zelensky"),
        ("Volodymyr Zelenskyy", "zelensky"),
        ("usa", "US"),
        ("Turkey", "TR"),
        ("NO", "NO"),
        ("coalition of the willing", "coalition-of-the-willing"),
        ("White House", "White House"),
    ],
)
def test_spellings(written: str, found: str) -> None:
    assert BUNDLED.resolve(written) == found


def test_every_spelling_leads_to_its_actor() -> None:
    spelt = [name for actor in BUNDLED.actors.values() for name in (actor.id, actor.name, *actor.names)]
    assert BUNDLED.spellings() == tuple(spelt)
    for actor in BUNDLED.actors.values():
        assert {BUNDLED.resolve(name) for name in (actor.id, actor.name, *actor.names)} == {actor.id}


@pytest.mark.parametrize("name", ["Moscow", "Kyiv", "Washington", "Crimea", "Donbas", "Atlantis"])
def test_capitals_and_regions_are_no_actors(name: str) -> None:
    with pytest.raises(NotFoundError, match=f"no actor is called '{name}'"):
        BUNDLED.resolve(name)


@pytest.mark.parametrize(("code", "name"), [("UA", "Ukraine"), ("E3", "E3"), ("nobody", "nobody")])
def test_names_to_show(code: str, name: str) -> None:
    assert BUNDLED.name(code) == name


def test_members_of_members_belong_to_it_and_circles_end() -> None:
    directory = Directory.of([_actor("a", "b", "c"), _actor("b", "d"), _actor("c", "a"), _actor("d")])
    assert directory.within("a") == {"a", "b", "c", "d"}
    assert directory.within("c") == {"a", "b", "c", "d"}
    assert directory.within("d") == {"d"}
    assert directory.within("nobody") == {"nobody"}


@given(st.sampled_from(tuple(BUNDLED.actors)))
def test_whoever_belongs_to_a_member_belongs_to_the_whole(name: str) -> None:
    for inner in BUNDLED.within(name):
        assert BUNDLED.within(inner) <= BUNDLED.within(name)


def test_a_directory_is_extended_and_stays_as_it_was() -> None:
    extended = BUNDLED.extended([_actor("Visegrad", "CZ", "HU", "PL", "SK", side="EU")])
    extended.check()
    assert extended.resolve("visegrad") == "Visegrad"
    assert "Visegrad" not in BUNDLED.actors
    assert BUNDLED.extended(()) is BUNDLED


@pytest.mark.parametrize(
    ("actors", "code"),
    [
        ([_actor("a"), _actor("a")], "duplicate-actor"),
        ([_actor("a", "b")], "unknown-actor"),
        ([_actor("a", side="b")], "unknown-actor"),
        ([_actor("a-b"), _actor("A b")], "ambiguous-name"),
    ],
)
def test_what_is_no_directory(actors: list[Actor], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Directory.of(actors).check()
    assert caught.value.code == code
