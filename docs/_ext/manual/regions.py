"""Which places terms name, and the sections of the page by place under which a reader looks for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from manual.markdown import safe
from manual.statements import documents, lookup
from proposals.fields.declare import Record, fields_of
from proposals.fields.values import ACTOR_OR_PLACE, PLACE
from proposals.terms.base import Term
from proposals.world.places import Gazetteer, Place, PlaceKind

_WITH_PARTS = {PlaceKind.REGION, PlaceKind.CITY, PlaceKind.SITE}


def gazetteer() -> Gazetteer:
    """The places of the library and of all documents."""
    return lookup().world.places


def named(term: Term) -> tuple[str, ...]:
    """The ids of the places that a term names, in its subject, its fields and its circumstances, each once."""
    return tuple(dict.fromkeys(_named(term)))


def _named(held: Any) -> Iterator[str]:
    for field in fields_of(type(held)):
        value = getattr(held, field.name)
        values = () if value is None else tuple(value) if field.many else (value,)
        if isinstance(field.domain, Record):
            for one in values:
                yield from _named(one)
        elif field.domain is PLACE:
            yield from values
        elif field.domain is ACTOR_OR_PLACE:
            yield from (one for one in values if one not in lookup().world.actors.actors)


@cache
def sections() -> tuple[Place, ...]:
    """The places under which terms are listed, in alphabetical order: regions, and what lies in none.

    A country has a section for the terms that name it as a whole; a town, a site or an area has one if it lies in no
    region.
    """
    places = gazetteer().places
    told = {name for document in documents() for term in document.terms for name in named(term)}
    regions = [place for place in places.values() if place.kind is PlaceKind.REGION]
    apart = [
        place
        for place in places.values()
        if place.kind in _WITH_PARTS
        and not any(place is not region and gazetteer().contains(region.id, place.id) for region in regions)
    ]
    kept = {place.id for place in apart if any(reaches(name, place) for name in told)}
    kept |= {name for name in told if places[name].kind is PlaceKind.COUNTRY}
    areas = {name for name in told if places[name].kind is PlaceKind.AREA}
    kept |= {name for name in areas if not any(gazetteer().overlaps(name, region.id) for region in regions)}
    return tuple(sorted((places[name] for name in kept), key=lambda place: place.name))


def reaches(name: str, section: Place) -> bool:
    """Whether what is said of a place stands in a section: of a country as a whole it does in its own only."""
    known = gazetteer().places.get(name)
    if PlaceKind.COUNTRY in {section.kind, known and known.kind}:
        return name == section.id
    return gazetteer().overlaps(name, section.id)


def in_section(term: Term, section: Place) -> tuple[str, ...]:
    """The places that a term names and that have ground in common with the section."""
    return tuple(name for name in named(term) if reaches(name, section))


def anchor(place: Place) -> str:
    """The anchor of a place's section."""
    return f"place-{place.id.lower().replace(' ', '-')}"


def link(place: Place) -> str:
    """A link to a place's section."""
    return f"[{safe(place.name)}](#{anchor(place)})"
