"""What a document deletes from a text that it marks up: its deletions, resolved into the terms that they delete.

A deletion of a point says nothing by itself. Read against the text that it marks up, it is a term of the stance
*strikes* for each term that stood there, with the values that are deleted, so that it can be compared with any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from proposals.errors import Location
from proposals.fields.declare import compared_fields, subject_fields
from proposals.provenance import Citation
from proposals.terms.base import Term
from proposals.terms.claims import Claim, Subject, place_index, read_apart
from proposals.validation import Validated
from proposals.values import OneLine, Value
from proposals.vocabulary import BINDING, Modality, Stance
from proposals.world.places import Gazetteer
from proposals.world.world import World

Texts: TypeAlias = Mapping[str, Sequence[Term]]
"""The terms of texts that a document marks up, by the ids of these."""

_OF_THE_ANSWER = frozenset({"if", "reservation"})
"""Fields in which a text answers another one; a deletion is of the rest."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Struck(OneLine, Validated):
    """A point of a text that this document marks up and deletes, by the number that the text prints.

    ``of`` is the id of that text, ``None`` where it is whichever has the point. With ``chapeau`` only what stands under
    the point itself is deleted, not under its parts. ``kinds`` and ``fields`` narrow the deletion to terms of these
    kinds and to the values of these fields; all where they are empty.

    ``point`` is that number. ``citations`` say who reports it, ``note`` is for the reader, and ``at`` is where it was
    read, which never counts.
    """

    point: str
    of: str | None = None
    chapeau: bool = False
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


def beginnings(point: str) -> Iterator[str]:
    """All by which a point can be named, whether or not :func:`points_to` takes it: ``2``, ``21``, ``21a``."""
    return (point[:end] for end in range(1, len(point) + 1))


def points_to(reference: str, point: str) -> bool:
    """Whether a reference names a point or a part of it: ``21`` names ``21a``, not ``210``; ``I`` not ``II``."""
    if not point.startswith(reference):
        return False
    end, rest = reference[-1:], point[len(reference) : len(reference) + 1]
    return not ((end.isdigit() and rest.isdigit()) or (end.isalpha() and rest.isalpha()))


def filled(terms: Iterable[Term], texts: Texts) -> Iterator[Term]:
    """The terms, each deletion of one with the values that the text has there where it states none itself.

    A term stays as it is where it deletes nothing, states another value, or meets several terms or none.
    """
    by_key: dict[str, list[Term]] = {}
    for other in (other for held in texts.values() for other in held):
        for claim in other.claims:
            by_key.setdefault(claim.key, []).append(other)
    for term in terms:
        yield _filled(term, by_key) if term.stance is Stance.STRIKES else term


def _filled(term: Term, by_key: Mapping[str, Sequence[Term]]) -> Term:
    met = [other for other in by_key.get(term.claims[0].key, ()) if _meets(term, other)]
    if len(met) != 1:
        return term
    fields = (field for field in compared_fields(type(term)) if field.key not in _OF_THE_ANSWER)
    held: dict[str, Any] = {field.name: getattr(met[0], field.name) for field in fields}
    return attrs.evolve(term, left_out=(), **held)


def _meets(term: Term, other: Term) -> bool:
    if type(other) is not type(term) or other.stance not in BINDING:
        return False
    stated = dict(term.meanings())
    unwritten = stated.pop("modality") == str(Modality.SHALL)  # what is also not written
    there = dict(other.meanings())
    agree = all(there.get(key) == held for key, held in stated.items())
    agree = agree and (unwritten or other.modality is term.modality)
    return agree and {claim.key for claim in term.claims} <= {claim.key for claim in other.claims}


def deletions(struck: Sequence[Struck], own: Iterable[Term], texts: Texts, world: World) -> Iterator[Term]:
    """The terms that the struck points had in the texts, as the document that strikes them deletes them.

    What the document says itself of the same subject, or of a wider one, in its ``own`` terms, goes before. A term
    under several points is deleted if all of them are, and an open one if all points of its variants are.
    """
    said = _Said.of(own, world)
    for name, terms in texts.items():
        from_here = _by_point(one for one in struck if one.of in {None, name})
        for variants in _variants(terms):
            deleting = _struck(variants, from_here)
            if deleting:
                yield from (_deletion(left, variants, deleting) for left in _unsaid(variants[0], said))


def missing(struck: Iterable[Struck], texts: Texts) -> Iterator[Struck]:
    """The deletions that find nothing in any of the texts; none where there is no text."""
    under = {name: _under(terms) for name, terms in texts.items()}
    for one in struck if texts else ():
        found = (held for name, points in under.items() if one.of in {None, name} for held in points.get(one.point, ()))
        if not any(_names(one, point, term) for point, term in found):
            yield one


def _under(terms: Iterable[Term]) -> dict[str, list[tuple[str, Term]]]:
    """The points of terms, each with its term, by whatever they begin with."""
    under: dict[str, list[tuple[str, Term]]] = {}
    for term in terms:
        for point in term.points:
            for start in beginnings(point):
                under.setdefault(start, []).append((point, term))
    return under


def _variants(terms: Iterable[Term]) -> Iterator[list[Term]]:
    """The terms that a text would have hold; open alternatives of one subject together."""
    found: dict[object, list[Term]] = {}
    for term in terms:
        if term.stance in BINDING:
            found.setdefault((term.claims, not term.alternative and id(term)), []).append(term)
    yield from found.values()


_ByPoint: TypeAlias = Mapping[str, Sequence[tuple[int, Struck]]]
"""Deletions, each with its number, by their point."""


def _by_point(struck: Iterable[Struck]) -> _ByPoint:
    found: dict[str, list[tuple[int, Struck]]] = {}
    for number, one in enumerate(struck):
        found.setdefault(one.point, []).append((number, one))
    return found


def _struck(variants: Sequence[Term], struck: _ByPoint) -> Struck | None:
    """The first deletion of a term, or of one left open between variants, all of whose points are deleted."""
    term, *others = variants
    points = sorted({point for one in variants for point in one.points}) if others else term.points
    found = [_first(point, term, struck) for point in points]
    return found[0] if found and all(found) else None


def _first(point: str, term: Term, struck: _ByPoint) -> Struck | None:
    """The first deletion that names a point of a term."""
    possible = (one for start in beginnings(point) for one in struck.get(start, ()))
    naming = ((number, one) for number, one in possible if _names(one, point, term))
    return min(naming, key=itemgetter(0), default=(0, None))[1]


def _names(struck: Struck, point: str, term: Term) -> bool:
    if struck.kinds and term.kind not in struck.kinds:
        return False
    return struck.point == point if struck.chapeau else points_to(struck.point, point)


@attrs.frozen(eq=False, repr=False)
class _Said(Value):
    """What a document says itself: the claims of its terms by matter, and by kind those that name a group of actors."""

    world: World
    matters: Mapping[str, Sequence[Claim]]
    wide: Mapping[type[Term], Sequence[Claim]]

    @classmethod
    def of(cls, terms: Iterable[Term], world: World) -> _Said:
        matters: dict[str, list[Claim]] = {}
        wide: dict[type[Term], list[Claim]] = {}
        for term in terms:
            groups = any(not world.actors.groups.isdisjoint(term.subject[index]) for index in read_apart(type(term)))
            for claim in term.claims:
                matters.setdefault(claim.matter, []).append(claim)
                if groups:
                    wide.setdefault(type(term), []).append(claim)
        return cls(world, matters, wide)

    def to(self, shape: type[Term], claim: Claim) -> Iterator[Claim]:
        """All that it says of those of whom a claim is, on whatever ground, by their names or that of a wider group."""
        yield from self.matters.get(claim.matter, ())
        others = (one for one in self.wide.get(shape, ()) if one.matter != claim.matter)
        yield from (one for one in others if self._hold(shape, one, claim))

    def _hold(self, shape: type[Term], wide: Claim, claim: Claim) -> bool:
        atoms, apart = self.world.actors.pieces.reach, read_apart(shape)
        return all(
            atoms(narrow) <= atoms(held) if index in apart else narrow == held
            for index, (held, narrow) in enumerate(zip(wide.rest, claim.rest, strict=True))
        )


def _unsaid(term: Term, said: _Said) -> Iterator[Term]:
    """The term for those of its subjects that the document does not speak to itself; whole where it speaks to none."""
    own = [list(said.to(type(term), claim)) for claim in term.claims]
    if not any(own):
        yield term
        return
    left: dict[Subject, list[str]] = {}  # places, where the kind has any, by the subject without them
    for claim, held in zip(term.claims, own, strict=True):
        if claim.place is not None:
            outside = _outside(claim.place, [one.place for one in held if one.place is not None], said.world.places)
            left.setdefault(claim.rest, []).extend(outside)
        elif not held:
            left[claim.rest] = []
    where, fields = place_index(type(term)), subject_fields(type(term))
    for rest, places in left.items():
        if where is None or places:
            subject = [*rest[:where], tuple(dict.fromkeys(places)), *rest[where + 1 :]] if where is not None else rest
            kept: dict[str, Any] = {one.name: now for one, now in zip(fields, subject, strict=True) if one.each}
            yield attrs.evolve(term, **kept)


def _outside(place: str, own: Sequence[str], places: Gazetteer) -> Sequence[str]:
    """A place, or of an area the parts, that lie in none of one's own places; a narrower one does not count."""
    parts = places.expanded(place)
    left = [part for part in parts if not any(places.contains(one, part) for one in own)]
    return left if len(left) < len(parts) else [place]


def _deletion(term: Term, variants: Sequence[Term], struck: Struck) -> Term:
    """The deletion of a term: its subject, and of its fields those that are deleted and alike in all variants.

    Its modality stays: what narrows a ban is deleted from a ban.
    """
    kept: dict[str, Any] = {}
    for field in compared_fields(type(term)):
        held = {getattr(one, field.name) for one in variants}
        deleted = not struck.fields or field.key in {*struck.fields, "modality"}
        if not deleted or len(held) > 1 or field.key in _OF_THE_ANSWER:
            kept[field.name] = Modality.SHALL if field.key == "modality" else None
    return attrs.evolve(
        term,
        stance=Stance.STRIKES,
        points=(struck.point,),
        citations=struck.citations,
        note=struck.note,
        at=struck.at,
        answers=(),
        holders=(),
        option="",
        in_part=bool(struck.fields),
        left_out=(),
        disputes=(),
        **kept,
    )
