from __future__ import annotations

from itertools import product

import attrs
import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import InvalidValueError, NotFoundError
from proposals.fields.patterns import NAME
from proposals.fields.values import PLACE
from proposals.library.bundled import world
from proposals.strings import first_hidden
from proposals.world.pieces import REST
from proposals.world.places import Gazetteer, Place, PlaceKind

BUNDLED = world().places
IDS = tuple(BUNDLED.places)
PLACES = st.sampled_from(IDS)


def _place(name: str, *parts: str, whole: bool = False, kind: PlaceKind = PlaceKind.AREA) -> Place:
    return Place(id=name, name=name, kind=kind, parts=parts, whole=whole)


# The bundled gazetteer against ISO 3166.


def test_countries_have_their_iso_code_and_name() -> None:
    for place in BUNDLED.places.values():
        if place.kind is PlaceKind.COUNTRY:
            country = pycountry.countries.get(alpha_2=place.id)
            assert place.name in {country.name, getattr(country, "common_name", ""), country.name.split(",")[0]} | {
                "Russia"
            }


def test_regions_and_cities_with_a_code_have_the_one_that_iso_lists() -> None:
    listed = {division.code: division.name for division in pycountry.subdivisions.get(country_code="UA")}
    assert set(BUNDLED.places["UA"].parts) == set(listed)
    coded = [place for place in BUNDLED.places.values() if place.id[2:3] == "-" and "/" not in place.id]
    for place in coded:
        division = pycountry.subdivisions.get(code=place.id)
        assert division is not None, place.id
        known = " ".join((place.name, *place.names)).casefold()
        stem = division.name.split()[0].split("-")[0].casefold()
        assert stem[:5] in known, (place.id, division.name)
    assert {place.id for place in coded if place.id.startswith("UA-")} == set(listed)
    assert all(place.id in listed or place.id.startswith("RU-") for place in coded)
    assert all(place in coded for place in BUNDLED.places.values() if place.kind is PlaceKind.REGION)


def test_the_bundled_gazetteer_holds_together() -> None:
    BUNDLED.check()
    for place in BUNDLED.places.values():
        NAME.check(place.id)
        assert len(set(place.parts)) == len(place.parts)
        assert place.whole <= bool(place.parts)
        assert all(first_hidden(text) is None for text in (place.name, *place.names, place.note))
        if place.kind is PlaceKind.PART:
            assert any(place.id in other.parts for other in BUNDLED.places.values())
        if place.kind is PlaceKind.AREA:
            assert place.whole


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Zaporizhzhia", "UA-23"),
        ("Zaporozhye", "UA-23"),
        ("Запоріжжя", "UA-23"),
        ("Luhansk", "UA-09"),
        ("Lugansk", "UA-09"),
        ("luhansk OBLAST", "UA-09"),
        ("Donetsk", "UA-14"),
        ("Crimea", "UA-43"),
        ("Крим", "UA-43"),
        ("Sevastopol", "UA-40"),
        ("Kyiv", "UA-30"),
        ("Kiev", "UA-30"),
        ("Kyiv region", "UA-32"),
        ("Kherson", "UA-65"),
        ("donbass", "Donbas"),
        ("Zaporizhzhia NPP", "ZNPP"),
        ("Kinburn", "kinburn-spit"),
        ("Ivano Frankivsk", "UA-26"),
        ("UA-14/held-by-UA", "UA-14/held-by-UA"),
        ("Kharkiv/held-by-RU", "UA-63/held-by-RU"),
        ("Львів/held by UA", "UA-46/held-by-UA"),
        ("Crimea/held-by-RU", "UA-43"),
        ("Ки\u0456\u0308в", "UA-30"),
    ],
)
def test_spellings(written: str, found: str) -> None:
    assert BUNDLED.resolve(written) == found


def test_every_region_of_ukraine_has_the_parts_that_each_side_holds() -> None:
    for region in BUNDLED.places["UA"].parts:
        held = f"{region}/held-by-RU"
        assert BUNDLED.contains(region, BUNDLED.resolve(held))
        if BUNDLED.resolve(held) == region:  # held whole
            assert region in BUNDLED.places["UA/held-by-RU"].parts
            continue
        parts = {held, f"{region}/held-by-UA"}
        assert set(BUNDLED.places[region].parts) == parts
        assert BUNDLED.places[region].whole
        assert {BUNDLED.places[part].kind for part in parts} == {PlaceKind.PART}
        assert not BUNDLED.overlaps(*parts)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Kharkv/held-by-RU", "did you mean 'UA-63/held-by-RU'?"),
        ("Kharkiv/held-by-RUS", "did you mean 'UA-63/held-by-RU'?"),
        ("Donbaz/held-by-UA", "did you mean 'Donbas/held-by-UA'?"),
        ("Lviv/north", "Lviv has the parts: UA-46/held-by-RU, UA-46/held-by-UA"),
        ("Crimea/held-by-UA", "Crimea has no such parts"),
        ("Kharkv", "did you mean 'Kharkov'?"),
        ("Qqqq/held-by-RU", None),
        ("Qqqq", None),
    ],
)
def test_the_nearest_part_is_one_of_the_nearest_place(written: str, hint: str | None) -> None:
    with pytest.raises(NotFoundError):
        BUNDLED.resolve(written)
    assert BUNDLED.suggestion(written) == hint


def test_every_spelling_leads_to_its_place() -> None:
    spelt = [name for place in BUNDLED.places.values() for name in (place.id, place.name, *place.names)]
    assert BUNDLED.spellings() == tuple(spelt)
    for place in BUNDLED.places.values():
        assert {BUNDLED.resolve(name) for name in (place.id, place.name, *place.names)} == {place.id}


def test_an_unknown_name_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no place is called 'Atlantis'"):
        BUNDLED.resolve("Atlantis")


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("Donbas", "UA-14"),
        ("Donbas", "UA-09"),
        ("Donbas", "Donbas/held-by-UA"),
        ("UA-14", "UA-14/held-by-UA"),
        ("Donbas/held-by-UA", "UA-14/held-by-UA"),
        ("UA", "Donbas"),
        ("UA", "ZNPP"),
        ("UA-23", "ZNPP"),
        ("UA-23/held-by-RU", "ZNPP"),
        ("UA-48", "kinburn-spit"),
        ("RU", "RU-MOW"),
    ],
)
def test_containment(outer: str, inner: str) -> None:
    assert BUNDLED.contains(outer, inner)
    assert not BUNDLED.contains(inner, outer)
    assert BUNDLED.overlaps(inner, outer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UA-14", "UA-09"),
        ("UA-43", "UA-40"),
        ("UA-14/held-by-UA", "UA-14/held-by-RU"),
        ("UA", "RU"),
        ("UA-65", "dnipro"),
    ],
)
def test_places_apart(one: str, other: str) -> None:
    assert not BUNDLED.overlaps(one, other)


@given(PLACES, PLACES, PLACES)
def test_containment_is_an_order_and_implies_overlap(one: str, two: str, three: str) -> None:
    assert BUNDLED.contains(one, one)
    assert BUNDLED.overlaps(one, two) == BUNDLED.overlaps(two, one)
    if BUNDLED.contains(one, two):
        assert BUNDLED.overlaps(one, two)
        assert BUNDLED.atoms(two) <= BUNDLED.atoms(one)
        assert not BUNDLED.contains(two, three) or BUNDLED.contains(one, three)


@given(PLACES)
def test_parts_lie_inside_and_make_up_a_whole(name: str) -> None:
    place = BUNDLED.places[name]
    inside = frozenset[str]().union(*(BUNDLED.atoms(part) for part in place.parts))
    assert BUNDLED.atoms(name)
    assert inside <= BUNDLED.atoms(name)
    rest = BUNDLED.atoms(name) - inside
    assert rest == (set() if place.whole else {name + REST} if place.parts else {name})


@given(PLACES)
def test_an_area_is_expanded_to_places_that_make_it_up(name: str) -> None:
    expanded = BUNDLED.expanded(name)
    assert frozenset[str]().union(*(BUNDLED.atoms(part) for part in expanded)) == BUNDLED.atoms(name)
    assert len(set(expanded)) == len(expanded)
    assert all(BUNDLED.places[part].kind is not PlaceKind.AREA for part in expanded)
    assert (expanded == (name,)) == (BUNDLED.places[name].kind is not PlaceKind.AREA)


@given(st.lists(PLACES))
def test_several_places_reach_what_each_of_them_does(names: list[str]) -> None:
    assert all(BUNDLED.atoms(name) <= BUNDLED.reach(names) for name in names)
    assert all(any(atom in BUNDLED.atoms(name) for name in names) for atom in BUNDLED.reach(names))


def test_donbas_is_donetsk_and_luhansk() -> None:
    assert BUNDLED.expanded("Donbas") == ("UA-09", "UA-14")
    assert BUNDLED.expanded("Donbas/held-by-UA") == ("UA-09/held-by-UA", "UA-14/held-by-UA")
    assert BUNDLED.expanded("UA") == ("UA",)
    assert BUNDLED.expanded("nowhere") == ("nowhere",)


@given(st.frozensets(PLACES, min_size=1))
def test_a_cover_makes_up_exactly_the_atoms_with_nothing_to_spare(names: frozenset[str]) -> None:
    atoms = frozenset[str]().union(*(BUNDLED.atoms(name) for name in names))
    cover = BUNDLED.cover(atoms)
    pieces = [BUNDLED.atoms(name) for name in cover]
    assert frozenset[str]().union(*pieces) == atoms
    assert len(cover) <= len(names)
    for index in range(len(pieces)):
        others = frozenset[str]().union(*(other for at, other in enumerate(pieces) if at != index))
        assert others != atoms
    assert [name for name in IDS if name in cover] == list(cover)


@given(PLACES)
def test_a_place_covers_itself(name: str) -> None:
    cover = BUNDLED.cover(BUNDLED.atoms(name))
    assert len(cover) == 1
    assert BUNDLED.atoms(cover[0]) == BUNDLED.atoms(name)


def test_atoms_that_no_place_reaches_stand_for_themselves() -> None:
    atoms = frozenset({"UA-48/held-by-RU" + REST, "nowhere", "UA-40"})
    assert BUNDLED.cover(atoms) == ("UA-40", "UA-48/held-by-RU~rest", "nowhere")
    assert BUNDLED.atoms("nowhere") == {"nowhere"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("UA-14", "Donetsk region"),
        ("UA-48/held-by-RU", "the part of Mykolaiv region held by Russia"),
        ("nowhere", "nowhere"),
    ],
)
def test_names_to_show(code: str, name: str) -> None:
    assert BUNDLED.name(code) == name


# Gazetteers of one's own.


def test_a_gazetteer_is_extended_and_stays_as_it_was() -> None:
    extended = BUNDLED.extended([_place("old-town", kind=PlaceKind.SITE), _place("valley", "old-town", "geneva")])
    extended.check()
    assert extended.contains("valley", "geneva")
    assert "valley" not in BUNDLED.places
    assert BUNDLED.extended(()) is BUNDLED


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ([_place("a"), _place("a")], "duplicate-place"),
        ([_place("a", "b")], "unknown-place"),
        ([_place("a", "a")], "circular-parts"),
        ([_place("a", "b"), _place("b", "c"), _place("c", "a")], "circular-parts"),
        ([_place("a-b"), _place("A b")], "ambiguous-name"),
        ([_place("p0"), *(_place(f"p{at}", f"p{at - 1}") for at in range(1, 2000))], "deep-parts"),
        ([*(_place(f"p{at}", f"p{at + 1}") for at in range(2000)), _place("p2000")], "deep-parts"),
    ],
)
def test_what_is_no_gazetteer(places: list[Place], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Gazetteer.of(places).check()
    assert caught.value.code == code


def test_areas_made_of_the_same_areas_are_expanded_once() -> None:
    layers = 12
    places = [_place(f"{at}-{side}", f"{at + 1}-a", f"{at + 1}-b", whole=True) for at in range(layers) for side in "ab"]
    gazetteer = Gazetteer.of([*places, *(_place(f"{layers}-{side}", kind=PlaceKind.SITE) for side in "ab")])
    gazetteer.check()
    assert gazetteer.expanded("0-a") == ("12-a", "12-b")


def test_an_area_without_parts_is_itself() -> None:
    gazetteer = Gazetteer.of([_place("a", whole=True)])
    assert (gazetteer.expanded("a"), gazetteer.atoms("a")) == (("a",), {"a"})


@given(PLACES)
def test_the_ids_of_places_and_their_remainders_are_codes(name: str) -> None:
    PLACE.check(name)
    PLACE.check(name + REST)


def _lying(name: str, within: str) -> Place:
    return Place(id=name, name=name.title(), kind=PlaceKind.CITY, within=within)


def test_a_place_that_lies_in_another_is_a_part_of_it() -> None:
    known = BUNDLED.extended([_lying("town", "UA-23/held-by-RU"), _lying("centre", "town"), _lying("port", "UA-43")])
    known.check()
    assert known.contains("UA-23", "centre")
    assert known.contains("town", "centre")
    assert not known.contains("centre", "town")
    assert not known.overlaps("town", "ZNPP")
    assert known.atoms("UA-43") == {"port", "UA-43~rest"}


def test_a_place_in_a_region_has_a_part_in_each_part_of_it() -> None:
    known = BUNDLED.extended([_lying("town", "UA-14"), _lying("centre", "town")])
    known.check()
    assert known.atoms("town/held-by-UA") == {"centre/held-by-UA", "town/held-by-UA~rest"}
    for inner, outer in product(("town", "centre"), ("held-by-UA", "held-by-RU")):
        assert known.contains(f"UA-14/{outer}", f"{inner}/{outer}")
        assert known.contains(inner, f"{inner}/{outer}")
        assert known.contains(f"Donbas/{outer}", f"{inner}/{outer}")
    assert known.contains("town/held-by-UA", "centre/held-by-UA")
    assert known.contains("UA-14", "town")
    assert known.name("town/held-by-UA") == "the part of Town held by Ukraine"
    assert known.resolve("Town/held by UA") == "town/held-by-UA"
    assert known.cover(known.atoms("town")) == ("town",)
    assert not BUNDLED.overlaps("UA-14", "town")


def test_parts_without_the_name_of_the_whole_are_named_after_both() -> None:
    parts = [Place(id=name, name=name, kind=PlaceKind.PART) for name in ("the north", "the south")]
    island = _place("island", "the north", "the south", whole=True)
    known = Gazetteer.of([*parts, island, _lying("town", "island")])
    assert [known.name(one) for one in ("town/the-north", "town/the-south")] == [
        "Town in the north",
        "Town in the south",
    ]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (_lying("town", "UA"), "'UA' is made up of its parts, so 'town' lies in one of these"),
        (_lying("town", "Donbas"), "'Donbas' is made up of its parts, so 'town' lies in one of these"),
        (_lying("town", "Donetsk"), "'Donetsk', named by 'town', is not a known place"),
        (attrs.evolve(_lying("town", "UA-14"), parts=("UA-09",)), "'town' has parts, so it lies where they lie"),
        (_lying("town", "town"), "'town' is part of itself"),
    ],
)
def test_where_a_place_cannot_lie(place: Place, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        BUNDLED.extended([place]).check()
