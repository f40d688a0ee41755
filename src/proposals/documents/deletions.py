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
from proposals.terms.claims import Claim, place_index
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Modality, Stance
from proposals.world.places import Gazetteer

Texts: TypeAlias = Mapping[str, Sequence[Term]]
"""The terms of texts that a document marks up, by the ids of these."""

_STRUCK = frozenset({Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES})
"""What a text can be rid of by a deletion: what it would have hold."""

_OF_THE_ANSWER = frozenset({"if", "reservation"})
"""Fields in which a text answers another one; a deletion is of the rest."""


@attrs.frozen(kw_only=True, repr=False)
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
    if type(other) is not type(term) or other.stance not in _STRUCK:
        return False
    stated = dict(term.stated)
    unwritten = stated.pop("modality") == str(Modality.SHALL)  # what is also not written
    there = dict(other.stated)
    agree = all(there.get(key) == held for key, held in stated.items())
    agree = agree and (unwritten or other.modality is term.modality)
    return agree and {claim.key for claim in term.claims} <= {claim.key for claim in other.claims}


def deletions(struck: Sequence[Struck], own: Iterable[Term], texts: Texts, places: Gazetteer) -> Iterator[Term]:
    """The terms that the struck points had in the texts, as the document that strikes them deletes them.

    What the document says itself of the same subject, in its ``own`` terms, goes before. A term under several points is
    deleted if all of them are, and an open one if all points of its variants are.
    """
    said: dict[str, list[Claim]] = {}
    for claim in (claim for term in own for claim in term.claims):
        said.setdefault(claim.matter, []).append(claim)
    for name, terms in texts.items():
        from_here = _by_point(one for one in struck if one.of in {None, name})
        for variants in _variants(terms):
            deleting = _struck(variants, from_here)
            left = _unsaid(variants[0], said, places) if deleting else None
            if deleting and left:
                yield _deletion(left, variants, deleting)


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
        if term.stance in _STRUCK:
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


def _unsaid(term: Term, said: dict[str, list[Claim]], places: Gazetteer) -> Term | None:
    """The term for those of its subjects that the document does not speak to itself; ``None`` if it speaks to all."""
    if not any(claim.matter in said for claim in term.claims):
        return term
    where = place_index(type(term))
    left: dict[str, None] = {}
    for claim in term.claims:
        own = [one.place for one in said.get(claim.matter, ()) if one.place is not None]
        left |= dict.fromkeys(_outside(claim.place, own, places) if claim.place is not None else ())
    if where is None or not left:
        return None
    kept: dict[str, Any] = {subject_fields(type(term))[where].name: tuple(left)}
    return attrs.evolve(term, **kept)


def _outside(place: str, own: Sequence[str], places: Gazetteer) -> Sequence[str]:
    """A place, or of an area the parts, that lie in none of one's own places; a narrower one does not count."""
    parts = places.expanded(place)
    left = [part for part in parts if not any(places.contains(one, part) for one in own)]
    return left if len(left) < len(parts) else [place]


def _deletion(term: Term, variants: Sequence[Term], struck: Struck) -> Term:
    """The deletion of a term: its subject, and of its fields those that are deleted and alike in all variants."""
    kept: dict[str, Any] = {}
    for field in compared_fields(type(term)):
        held = {getattr(one, field.name) for one in variants}
        deleted = not struck.fields or field.key in struck.fields
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
        left_out=(),
        disputes=(),
        **kept,
    )
