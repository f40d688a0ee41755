"""A tile map: which regions a document speaks about and what it says of their status, one map for each document.

The layout is data (``tiles.yaml`` of a collection): a tile for each region, apart from each other, so that no border
is drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from proposals.comparison.alignment import with_texts
from proposals.comparison.line import Line
from proposals.comparison.positions import absence
from proposals.documents.proposal import Proposal
from proposals.files.tiles import Tile
from proposals.language.names import Lookup
from proposals.language.sentences import heading
from proposals.language.values import named
from proposals.language.wordings import name
from proposals.negotiation.ground import Placed, placed
from proposals.reports.html_report.strips import SIGNS
from proposals.terms.base import Term
from proposals.terms.territory import TerritoryStatus
from proposals.values import Value
from proposals.vocabulary import Absence, Modality, Stance, Topic
from proposals.world.places import PlaceKind

_BESIDE: Final = "≈"
"""The sign of a place that may be meant where a neighbouring one is named."""
_DELETED: Final = "×"
"""Stands before the sign of what is deleted."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Drawn(Value):
    """A tile as one document fills it.

    ``pieces`` are indices into :attr:`Maps.statuses`, one for each part of the region that is treated in a way of its
    own, in reading order; ``None`` for a part of whose status nothing is said. ``signs`` are those of
    :attr:`Maps.marks`. ``told`` says all that in words; where it says nothing of the region, that it is silent or, its
    text being known only in part, that nothing is reported. That is then its ``absence``. ``beside`` says that the
    document names a neighbouring place, with which it may mean this one.
    """

    tile: Tile
    name: str
    pieces: tuple[int | None, ...]
    signs: tuple[str, ...]
    told: str
    absence: Absence
    beside: bool = False

    @property
    def sign(self) -> str:
        """The sign of a tile of which the document says nothing."""
        return _BESIDE if self.beside else SIGNS[self.absence]

    @property
    def spoken_of(self) -> bool:
        """Whether the document says anything of the region."""
        return bool(self.signs) or any(piece is not None for piece in self.pieces)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Countrywide(Value):
    """What a document says of a whole country, which no tile shows: the signs of it, and the same in words."""

    name: str
    signs: tuple[str, ...]
    told: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Maps(Value):
    """One map for each document, in their order, with one legend for all.

    ``statuses`` are what the documents say of whose a place is; ``marks`` pair a sign with whatever else they say of
    places, each in order of appearance: a letter, before it a cross for what a document deletes. ``countrywide`` is,
    for each document, what it says of countries as a whole. ``absences`` pair the signs on tiles of which a document
    says nothing with what they mean.
    """

    maps: tuple[tuple[Drawn, ...], ...]
    countrywide: tuple[tuple[Countrywide, ...], ...]
    statuses: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    absences: tuple[tuple[str, str], ...]
    rows: int
    columns: int

    @property
    def empty(self) -> bool:
        """Whether no document says anything of any region on the map."""
        return not any(drawn.spoken_of for tiles in self.maps for drawn in tiles)


def layout_of(documents: Sequence[Proposal], lookup: Lookup) -> tuple[Tile, ...]:
    """The first layout of the library that has a region of which one of the documents speaks; empty if none has."""
    layouts = lookup.library.layouts
    return next((layout for layout in layouts if not maps(documents, lookup, layout).empty), ())


@attrs.frozen(eq=False, repr=False)
class _Statement(Value):
    """One thing that a document says of places: which pieces of ground, and in which words.

    ``countries`` are the ids of those places that are whole countries; their ground is left out. ``status`` says that
    it is about whose the ground is, ``deleted`` that the document deletes it.
    """

    ground: frozenset[str]
    countries: tuple[str, ...]
    words: str
    status: bool
    deleted: bool

    @property
    def fills(self) -> bool:
        """Whether it fills its ground: a status that the document gives."""
        return self.status and not self.deleted


@attrs.frozen(eq=False, repr=False)
class _Legend(Value):
    """Which sign stands for which words: the number of a status, else a letter."""

    statuses: tuple[str, ...]
    letters: Mapping[str, str]

    @classmethod
    def of(cls, every: Iterable[_Statement]) -> _Legend:
        """The legend of all that is said, in order of appearance."""
        shown = [*every]
        statuses = tuple(dict.fromkeys(one.words for one in shown if one.fills))
        return cls(statuses, _lettered(dict.fromkeys(one.words for one in shown if one.words not in statuses)))

    def sign(self, one: _Statement) -> str:
        """The sign of a statement."""
        own = self.letters[one.words] if one.words in self.letters else str(self.statuses.index(one.words) + 1)
        return f"{_DELETED}{own}" if one.deleted else own


def maps(documents: Sequence[Proposal], lookup: Lookup, layout: Sequence[Tile]) -> Maps:
    """What each document says of each region. Raises as :func:`~proposals.comparison.alignment.align_many` does."""
    stated = [
        tuple(_statement(one, lookup) for one in placed(document, lookup.world)) for document in with_texts(documents)
    ]
    on_map = lookup.world.places.reach(tile.place for tile in layout)
    every = [one for own in stated for one in own if one.countries or not one.ground.isdisjoint(on_map)]
    legend = _Legend.of(every)
    drawn = tuple(
        _with_beside([_drawn(tile, own, legend, lookup, _absence(document, tile, lookup)) for tile in layout], lookup)
        for document, own in zip(documents, stated, strict=True)
    )
    marks = {legend.sign(one): _told(one, lookup) for one in every if not one.fills}
    return Maps(
        maps=drawn,
        countrywide=tuple(tuple(_countrywide(own, legend, lookup)) for own in stated),
        statuses=legend.statuses,
        marks=tuple(marks.items()),
        absences=tuple(_absences(drawn, lookup)),
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
    deleted = all(term.stance is Stance.STRIKES for term in one.terms)
    terms = [attrs.evolve(term, stance=Stance.PROPOSES) for term in one.terms] if deleted else one.terms
    statuses = [_status(term, lookup) for term in terms if isinstance(term, TerritoryStatus)] if one.about else []
    words = lookup.language.grammar.either.join(
        dict.fromkeys(statuses or [_words(one.line, term, lookup) for term in terms])
    )
    return _Statement(one.ground, one.countries, words, bool(statuses), deleted)


def _told(one: _Statement, lookup: Lookup) -> str:
    return _doing(Stance.STRIKES, one.words, lookup) if one.deleted else one.words


def _status(term: TerritoryStatus, lookup: Lookup) -> str:
    """A status in words: its degree and whose, and what the document does with it unless it proposes it."""
    language = lookup.language
    recognition = term.recognition
    degree = language.word(recognition, "noun") if recognition else language.phrase("map.degree not stated")
    words = language.fill("map.recognised", recognition=degree, **_named(term.as_, lookup)) if term.as_ else degree
    return _doing(term.stance, words.rstrip(","), lookup)


def _named(code: str, lookup: Lookup) -> dict[str, str]:
    """The name of an actor, and how it follows *to*."""
    called = named(code, lookup)
    return {"name": called, "name.to": name(code, lookup, "to") or called}


def _words(line: Line, term: Term, lookup: Lookup) -> str:
    """A kind with its subject, the area for its ground; stance and modality where they are not the common ones."""
    places = lookup.world.places.places
    codes = (code for ids in line.subject for code in ids)
    site = any(code in places and places[code].kind is PlaceKind.SITE for code in codes)
    ground = "" if site else lookup.language.phrase("map.area")
    within = term.stance is not Stance.PROPOSES
    words = heading(line.shape, line.subject, lookup, ground=ground, within=within)
    if term.modality is not Modality.SHALL:
        words = lookup.language.fill(f"map.{term.modality}", words=words)
    return _doing(term.stance, words, lookup)


def _doing(stance: Stance, words: str, lookup: Lookup) -> str:
    """What a document does with something, unless it puts it forward."""
    if stance is Stance.PROPOSES:
        return words
    return lookup.language.fill("map.says", doing=lookup.language.word(stance), words=words)


def _lettered(phrases: Iterable[str]) -> dict[str, str]:
    """A letter for each phrase: the first of its own that is still free, else a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for phrase in phrases:
        own = (sign.upper() for sign in phrase if sign.isascii() and sign.isalpha())
        found[phrase] = next((sign for sign in own if sign not in taken), f"{len(found) + 1}.")
        taken.add(found[phrase])
    return found


def _drawn(tile: Tile, own: Iterable[_Statement], legend: _Legend, lookup: Lookup, why: Absence) -> Drawn:
    reach = lookup.world.places.atoms(tile.place)
    atoms = sorted(reach)
    own = [one for one in own if not one.ground.isdisjoint(reach)]
    by_atom: dict[str, str | None] = dict.fromkeys(atoms)
    for one in own:
        for atom in one.ground & reach if one.fills else ():
            by_atom[atom] = by_atom[atom] or one.words
    found = [legend.statuses.index(words) if words else None for words in dict.fromkeys(by_atom.values())]
    here = {legend.sign(one): one for one in own if not one.fills}
    parts: dict[str, list[str]] = {}
    for atom, words in by_atom.items():
        if words:
            parts.setdefault(words, []).append(atom)
    told = [f"{words}{_where(held, atoms, lookup)}" for words, held in parts.items()]
    grounds: dict[tuple[str, bool], set[str]] = {}
    for one in own:
        grounds.setdefault((one.words, one.deleted), set()).update(one.ground & reach)
    told += [f"{_told(one, lookup)}{_where(grounds[one.words, one.deleted], atoms, lookup)}" for one in here.values()]
    return Drawn(
        tile=tile,
        name=lookup.name(tile.place),
        pieces=tuple(found),
        signs=tuple(here),
        told="; ".join(told) or lookup.language.word(why),
        absence=why,
    )


def _with_beside(drawn: Sequence[Drawn], lookup: Lookup) -> tuple[Drawn, ...]:
    """The tiles, of which one that is not spoken of says so if the document speaks of the place beside it."""
    spoken_of = {one.tile.place: one.name for one in drawn if one.spoken_of}
    return tuple(
        attrs.evolve(one, beside=True, told=lookup.language.fill("map.beside", name=spoken_of[one.tile.beside]))
        if one.tile.beside in spoken_of and not one.spoken_of
        else one
        for one in drawn
    )


def _countrywide(own: Sequence[_Statement], legend: _Legend, lookup: Lookup) -> Iterator[Countrywide]:
    for country in dict.fromkeys(country for one in own for country in one.countries):
        said = {legend.sign(one): _told(one, lookup) for one in own if country in one.countries}
        whole = lookup.language.fill("map.country", name=lookup.name(country))
        yield Countrywide(name=whole, signs=tuple(said), told="; ".join(said.values()))


def _absences(drawn: Iterable[Sequence[Drawn]], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """The signs on tiles of which nothing is said, in the order of the absences, each with what it means."""
    language = lookup.language
    found = {one.sign: one for own in drawn for one in own if not one.spoken_of}
    for why in Absence:
        if SIGNS[why] in found:
            yield SIGNS[why], language.phrase(f"map.{why}")
    if _BESIDE in found:
        yield _BESIDE, language.phrase("map.not apart")


def _where(held: Collection[str], atoms: list[str], lookup: Lookup) -> str:
    """Which part of a region is meant; empty for the whole of it."""
    if len(held) == len(atoms):
        return ""
    parts = lookup.language.listed(map(lookup.name, lookup.world.places.cover(frozenset(held))))
    return f" ({parts})"
