"""What one document says of which ground: the places that its terms are about, and those that they name besides."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from proposals.comparison.alignment import align_many
from proposals.comparison.line import Line
from proposals.documents.proposal import Proposal
from proposals.fields.declare import fields_of
from proposals.fields.members import Members
from proposals.fields.values import PLACE
from proposals.terms.base import Term
from proposals.terms.claims import place_index
from proposals.validation import Validated
from proposals.world.places import PlaceKind
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Placed(Validated):
    """Something that a document says of places.

    ``ground`` are the smallest pieces of what is meant, without what narrower terms of the document govern and without
    whole countries; these are in ``countries``, by id. ``terms`` say it: those of the line where it is about the
    places (``about``), all of its open alternatives; else the one that names them in another field.
    """

    line: Line
    terms: tuple[Term, ...]
    about: bool
    ground: frozenset[str]
    countries: tuple[str, ...]


def placed(document: Proposal, world: World) -> Iterator[Placed]:
    """All that a document says of places, in reading order.

    Args:
        document: The document.
        world: The places and actors that names stand for.

    Returns:
        What it says, place by place, one after the other.

    Raises:
        InvalidProposalError: The document has two terms of one key.
    """
    for line in align_many((document,), world):
        where = place_index(line.shape)
        if where is not None:
            yield _placed(line, line.terms, line.subject[where], world, about=True)
        for term in line.terms:
            for field in fields_of(type(term)):
                held = getattr(term, field.name)
                if field.scale is not None and field.domain is PLACE and held is not None:
                    named = tuple(held) if isinstance(held, Members) else (held,)
                    yield _placed(line, (term,), named, world, about=False)


def _placed(line: Line, terms: tuple[Term, ...], places: tuple[str, ...], world: World, *, about: bool) -> Placed:
    known = world.places
    whole = [place for place in places if place in known.places and known.places[place].kind is PlaceKind.COUNTRY]
    ground = known.reach(place for place in places if place not in whole)
    excepted = known.reach(line.excepted) if about else frozenset[str]()
    return Placed(line=line, terms=terms, about=about, ground=ground - excepted, countries=tuple(whole))
