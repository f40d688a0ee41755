"""A tile map: which regions a document speaks about and what it says of their status, one map for each document.

The layout is data (``tiles.yaml`` of a collection): a tile for each region, apart from each other, so that no border
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from proposals.comparison.alignment import with_texts
from proposals.comparison.line import Line
from proposals.comparison.positions import absence
from proposals.documents.proposal import Proposal
from proposals.fields.declare import subject_fields
from proposals.fields.values import PLACE
from proposals.files.tiles import Tile
from proposals.language.names import Lookup
from proposals.language.values import listed, said
from proposals.negotiation.ground import Placed, placed
from proposals.reports.html_report.strips import SIGNS
from proposals.terms.base import Term
from proposals.terms.territory import TerritoryStatus
from proposals.vocabulary import Absence, Modality, Stance, Topic

_MEANINGS = {
    Absence.SILENT: "the whole text is known and says nothing of the region",
    Absence.UNREPORTED: "known in part, and nothing of the region is known",
    Absence.LEFT_OUT: "known in part, and a source says that something of the region is not in it",
}


@attrs.frozen(kw_only=True)
class Drawn:
    """A tile as one document fills it.

    ``pieces`` are indices into :attr:`Maps.statuses`, one for each part of the region that is treated in a way of its
    own, in reading order; ``None`` for a part of whose status nothing is said. ``letters`` are those of
    :attr:`Maps.marks`. ``told`` says all that in words; where it says nothing of the region, that it is silent or, its
    text being known only in part, that nothing is reported. That is then its ``absence``.
    """

    tile: Tile
    name: str
    pieces: tuple[int | None, ...]
    letters: tuple[str, ...]
    told: str
    absence: Absence

    @property
    def sign(self) -> str:
        """The sign of the absence."""
        return SIGNS[self.absence]

    @property
    def spoken_of(self) -> bool:
        """Whether the document says anything of the region."""
        return bool(self.letters) or any(piece is not None for piece in self.pieces)


@attrs.frozen(kw_only=True)
class Maps:
    """One map for each document, in their order, with one legend for all.

    ``statuses`` are what the documents say of whose a place is; ``marks`` pair a letter with whatever else they say of
    places, each in order of appearance. ``countrywide`` is, for each document, what it says of a country as a whole,
    which no tile shows.
    """

    maps: tuple[tuple[Drawn, ...], ...]
    countrywide: tuple[tuple[str, ...], ...]
    statuses: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    rows: int
    columns: int

    @property
    def empty(self) -> bool:
        """Whether no document says anything of any region on the map."""
        return not any(drawn.spoken_of for tiles in self.maps for drawn in tiles)

    @property
    def absences(self) -> tuple[tuple[str, str], ...]:
        """The signs of the absences that occur, each with what it means."""
        found = {drawn.absence for tiles in self.maps for drawn in tiles if not drawn.spoken_of}
        return tuple((SIGNS[one], f"{one}: {_MEANINGS[one]}") for one in Absence if one in found)


def layout_of(documents: Sequence[Proposal], lookup: Lookup) -> tuple[Tile, ...]:
    """The first layout of the library that has a region of which one of the documents speaks; empty if none has."""
    layouts = lookup.library.layouts
    return next((layout for layout in layouts if not maps(documents, lookup, layout).empty), ())


@attrs.frozen
class _Statement:
    """One thing that a document says of places: which pieces of ground, and in which words.

    ``countries`` are the names of those places that are whole countries; their ground is left out.
    """

    ground: frozenset[str]
    countries: tuple[str, ...]
    words: str
    status: bool


def maps(documents: Sequence[Proposal], lookup: Lookup, layout: Sequence[Tile]) -> Maps:
    """What each document says of each region. Raises as :func:`~proposals.comparison.alignment.align_many` does."""
    stated = [
        tuple(
            _deletion(one, lookup) if _struck(one) else _statement(one, lookup)
            for one in placed(document, lookup.world)
        )
        for document in with_texts(documents)
    ]
    every = [one for own in stated for one in own]
    on_map = lookup.world.places.reach(tile.place for tile in layout)
    shown = [one for one in every if not one.ground.isdisjoint(on_map)]
    statuses = tuple(dict.fromkeys(one.words for one in shown if one.status))
    marks = _lettered(dict.fromkeys(one.words for one in shown if not one.status))
    return Maps(
        maps=tuple(
            tuple(_drawn(tile, own, statuses, marks, lookup, _absence(document, tile, lookup)) for tile in layout)
            for document, own in zip(documents, stated, strict=True)
        ),
        countrywide=tuple(
            tuple(dict.fromkeys(f"{country}: {one.words}" for one in own for country in one.countries))
            for own in stated
        ),
        statuses=statuses,
        marks=tuple((letter, words) for words, letter in marks.items()),
        rows=max((tile.row for tile in layout), default=0),
        columns=max((tile.column for tile in layout), default=0),
    )


def _absence(document: Proposal, tile: Tile, lookup: Lookup) -> Absence:
    """Why a document says nothing of a region, by how much is known of what it says on territory."""
    places = lookup.world.places
    claims = (claim for term in document.left_out for claim in term.claims)
    left_out = any(claim.place is not None and places.overlaps(claim.place, tile.place) for claim in claims)
    return absence(document.coverage_of(Topic.TERRITORY), left_out=left_out)


def _statement(one: Placed, lookup: Lookup) -> _Statement:
    statuses = [_status(term, lookup) for term in one.terms if isinstance(term, TerritoryStatus)] if one.about else []
    words = " or ".join(dict.fromkeys(statuses or [_words(one.line, term, lookup) for term in one.terms]))
    return _Statement(one.ground, tuple(map(lookup.name, one.countries)), words, bool(statuses))


def _struck(one: Placed) -> bool:
    """Whether the document states that it deletes it."""
    return all(term.stance is Stance.STRIKES for term in one.terms)


def _deletion(one: Placed, lookup: Lookup) -> _Statement:
    """What is deleted, as a mark of its own: it is no status that the document gives."""
    deleted = tuple(attrs.evolve(term, stance=Stance.PROPOSES) for term in one.terms)
    stated = _statement(attrs.evolve(one, terms=deleted), lookup)
    named = f"{one.line.kind}, {stated.words}" if stated.status else stated.words
    return _Statement(stated.ground, stated.countries, f"deletes: {named}", status=False)


def _status(term: TerritoryStatus, lookup: Lookup) -> str:
    """A status in words: its degree and whose, and what the document does with it unless it proposes it."""
    whose = f", as {lookup.name(term.as_)}" if term.as_ else ""
    return f"{_stance(term)}{term.recognition or 'no degree stated'}{whose}"


def _stance(term: Term) -> str:
    return "" if term.stance is Stance.PROPOSES else f"{term.stance}: "


def _words(line: Line, term: Term, lookup: Lookup) -> str:
    """A kind with what else its subject names; stance and modality where they are not the common ones."""
    others = [
        said(field.domain, item, lookup)
        for field, items in zip(subject_fields(type(term)), line.subject, strict=True)
        if field.domain is not PLACE
        for item in items
    ]
    binding = "" if term.modality is Modality.SHALL else f", {term.modality}"
    return f"{_stance(term)}{term.kind}{f' ({listed(others)})' if others else ''}{binding}"


def _lettered(phrases: Iterable[str]) -> dict[str, str]:
    """A letter for each phrase: the first of its own that is still free, else a number."""
    found: dict[str, str] = {}
    for phrase in phrases:
        own = (sign.upper() for sign in phrase if sign.isascii() and sign.isalpha())
        found[phrase] = next((sign for sign in own if sign not in found.values()), str(len(found) + 1))
    return found


def _drawn(
    tile: Tile,
    own: Iterable[_Statement],
    statuses: Sequence[str],
    marks: dict[str, str],
    lookup: Lookup,
    why: Absence,
) -> Drawn:
    atoms = sorted(lookup.world.places.atoms(tile.place))
    by_atom = {atom: next((one.words for one in own if one.status and atom in one.ground), None) for atom in atoms}
    found = [statuses.index(words) if words else None for words in dict.fromkeys(by_atom.values())]
    here = dict.fromkeys(one.words for one in own if not one.status and not one.ground.isdisjoint(atoms))
    parts = {words: [atom for atom in atoms if by_atom[atom] == words] for words in by_atom.values() if words}
    told = [f"{words}{_where(held, atoms, lookup)}" for words, held in parts.items()]
    for words in here:
        held = [atom for atom in atoms if any(atom in one.ground for one in own if one.words == words)]
        told.append(f"{words}{_where(held, atoms, lookup)}")
    return Drawn(
        tile=tile,
        name=lookup.name(tile.place),
        pieces=tuple(found),
        letters=tuple(marks[words] for words in here),
        told="; ".join(told) or str(why),
        absence=why,
    )


def _where(held: list[str], atoms: list[str], lookup: Lookup) -> str:
    """Which part of a region is meant; empty for the whole of it."""
    if len(held) == len(atoms):
        return ""
    return f" ({listed(lookup.name(place) for place in lookup.world.places.cover(frozenset(held)))})"
