from __future__ import annotations

import pytest

from proposals.errors import InvalidValueError
from proposals.library.bundled import world
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import Place, PlaceKind
from proposals.world.world import World

BUNDLED = world()
SPIT = Place(id="spit", name="Long Spit", kind=PlaceKind.SITE)
FRIENDS = Actor(id="friends", name="Friends", kind=ActorKind.GROUP)


@pytest.mark.parametrize(
    ("asked", "written", "found"),
    [
        ("place", "Zaporozhye", "UA-23"),
        ("actor", "Zelenskiy", "zelensky"),
        ("either", "Ukraine", "UA"),
        ("either", "Moscow", "RU-MOW"),
    ],
)
def test_names_become_ids(asked: str, written: str, found: str) -> None:
    assert getattr(BUNDLED, asked)(written) == found


@pytest.mark.parametrize(
    ("asked", "written", "message", "code"),
    [
        ("place", "Zapor. NPP", "no place is called 'Zapor. NPP' (did you mean 'Zaporozhye NPP'?)", "unknown-place"),
        ("place", "Qqqq", "no place is called 'Qqqq'", "unknown-place"),
        ("actor", "Zelenskii", "no actor is called 'Zelenskii' (did you mean 'Zelenskyi'?)", "unknown-actor"),
        ("actor", "Qqqq", "no actor is called 'Qqqq'", "unknown-actor"),
        ("either", "Donbaz", "no place is called 'Donbaz' (did you mean 'Donbas'?)", "unknown-place"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest(asked: str, written: str, message: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        getattr(BUNDLED, asked)(written)
    assert (str(caught.value), caught.value.code) == (message, code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("UA", "Ukraine"),
        ("UA-14", "Donetsk region"),
        ("E3", "E3"),
        ("nothing", "nothing"),
        ("UA-14~rest", "Donetsk region"),
        ("E3~rest", "E3"),
        ("nothing~rest", "nothing~rest"),
    ],
)
def test_names_to_show(code: str, name: str) -> None:
    assert BUNDLED.name(code) == name


def test_a_world_is_extended_by_places_actors_or_both() -> None:
    assert BUNDLED.extended((), ()) is BUNDLED
    placed, peopled = BUNDLED.extended([SPIT], ()), BUNDLED.extended((), [FRIENDS])
    assert (placed.place("long spit"), placed.actors) == ("spit", BUNDLED.actors)
    assert (peopled.actor("Friends"), peopled.places) == ("friends", BUNDLED.places)
    assert BUNDLED.extended([SPIT], [FRIENDS]).either("spit") == "spit"


def test_an_empty_world_knows_nothing() -> None:
    with pytest.raises(InvalidValueError, match="no place is called 'UA'"):
        World.empty().either("UA")
    assert World.empty().name("UA") == "UA"
