"""Places and the gazetteer: which place is part of which, and what else it is called.

A place is known by its ISO 3166-2 code (``UA-14``), by the code of its country (``UA``), or by a name of its own
(``Donbas``, ``UA-14/held-by-UA``). Places may overlap; what they share is answered with the **atoms** of
:mod:`proposals.world.pieces`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import attrs

from proposals.errors import InvalidValueError, Location, NotFoundError
from proposals.strings import folded, nearest
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.words import Word
from proposals.world.pieces import DEEPEST, Pieces

_NO_WORD = re.compile(r"[^A-Za-z0-9]+")


class PlaceKind(Word):
    """What sort of place it is."""

    COUNTRY = "country", "A state's territory as ISO 3166-1 lists it; no statement about who holds it."
    REGION = "region", "A first-level subdivision with an ISO 3166-2 code."
    CITY = "city", "A settlement."
    PART = "part", "A part of another place, told apart by who held it at the date of the document that names it."
    AREA = "area", "A named area without a code, made of other places."
    SITE = "site", "A plant, a spit, a strait or another spot."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place(OneLine, Validated):
    """One entry of the gazetteer.

    ``parts`` are ids of places inside it, in reading order; ``whole`` says whether they make up all of it. ``within``
    is the id of a place in which it lies and that does not list it, ``None`` where those that it lies in all do.
    ``names`` are other spellings and names, without judgement on any. ``note`` is for the reader,
    ``at`` is where it was read and never counts. ``defined_by`` is the title of the document that declares it, where
    another document means something else by the name.

    ``id`` is what files write, ``name`` what reports show, and ``kind`` what sort of place it is.
    """

    id: str
    name: str
    kind: PlaceKind
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    whole: bool = False
    within: str | None = None
    note: str = ""
    defined_by: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def spellings(self) -> tuple[str, ...]:
        """What leads to it: the id, the name and other spellings; of a name that is another's as well the id alone."""
        return (self.id,) if self.defined_by else (self.id, self.name, *self.names)


@attrs.frozen(eq=False, repr=False)
class Gazetteer(OneLine, Validated):
    """All places that a comparison knows, by id."""

    places: Mapping[str, Place]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Gazetteer:
        """Make a gazetteer.

        Args:
            places: The places, which may be parts of each other.

        Returns:
            The gazetteer, in their order.

        Raises:
            InvalidValueError: Two places have one id, or a part is none of them.
        """
        known: dict[str, Place] = {}
        for place in places:
            if place.id in known:
                raise InvalidValueError(f"place '{place.id}' appears twice", code="duplicate-place", about=place.id)
            known[place.id] = place
        made = cls(known)
        for place in known.values():
            for other in (*place.parts, *([place.within] if place.within else [])):
                if other not in known:
                    message = f"'{other}', named by '{place.id}', is not a known place"
                    raise InvalidValueError(message, made._id_of(other), "unknown-place", about=place.id)
            made._check_within(place)
        return made

    def _id_of(self, name: str) -> str | None:
        """The hint that goes with a name that stands where an id is meant."""
        try:
            return f"write its id, '{self.resolve(name)}'"
        except NotFoundError:
            return self.suggestion(name)

    def _check_within(self, place: Place) -> None:
        outer = self.places[place.within] if place.within else None
        if outer is not None and place.parts:
            message = f"'{place.id}' has parts, so it lies where they lie"
            raise InvalidValueError(message, "leave out 'in', or write it at each part", "bad-place", about=place.id)
        if outer is not None and outer.whole and not self._divided(outer):
            message = f"'{outer.id}' is made up of its parts, so '{place.id}' lies in one of these"
            hint = f"write 'in: {outer.parts[0]}', or another of its parts"
            raise InvalidValueError(message, hint, "bad-place", about=place.id)
        around, steps = outer, 1
        while around is not None and around is not place:  # a circle is for the pieces to refuse
            if steps > DEEPEST:
                message = f"'{place.id}' lies in places more than {DEEPEST} deep"
                raise InvalidValueError(message, code="deep-parts", about=place.id)
            around, steps = self.places.get(around.within or ""), steps + 1

    def _divided(self, place: Place) -> bool:
        """Whether it is known by who holds which part of it; a place in it may lie in any of these parts."""
        kinds = {self.places[part].kind for part in place.parts if part in self.places}
        return place.whole and kinds == {PlaceKind.PART}

    def extended(self, places: Iterable[Place]) -> Gazetteer:
        """The gazetteer with further places, those of an analyst's own file.

        Args:
            places: The places, which may lie in those that are known already and contain them.

        Returns:
            Another gazetteer; this one itself where nothing is added.

        Raises:
            InvalidValueError: An id is taken, or a part is not known.
        """
        further = tuple(places)
        return Gazetteer.of((*self.places.values(), *further)) if further else self

    @cached_property
    def _by_name(self) -> dict[str, str]:
        index: dict[str, str] = {}
        for place in self.entries.values():
            for name in place.spellings:
                if index.setdefault(folded(name), place.id) != place.id:
                    other = index[folded(name)]
                    message = f"'{name}' names both '{other}' and '{place.id}'"
                    raise InvalidValueError(message, code="ambiguous-name", about=place.id)
        return index

    def check(self) -> None:
        """Raise :class:`InvalidValueError` for a name of two places, a place inside itself, or parts too deep."""
        _ = self._by_name, self.pieces.all_atoms

    def resolve(self, name: str) -> str:
        """The id of the place that is written so.

        A part whose id is that of a whole with a word after a stroke is found under any name of the whole:
        ``Kharkiv/held-by-RU``.

        Args:
            name: The id or a name.

        Returns:
            The id.

        Raises:
            NotFoundError: No place is written so.
        """
        if name in self.entries:
            return name
        whole, stroke, part = name.rpartition("/")
        found = self._by_name.get(folded(name))
        if found is None and stroke and folded(whole) in self._by_name:
            found = self._by_name.get(folded(f"{self._by_name[folded(whole)]}/{part}"))
        if found is None:
            raise NotFoundError(f"no place is called '{name}'")
        return found

    def spellings(self) -> tuple[str, ...]:
        """Every id, name and variant, for suggesting the nearest."""
        return tuple(name for place in self.entries.values() for name in place.spellings)

    def suggestion(self, name: str) -> str | None:
        """The hint that goes with an unknown name.

        For a part, written after a stroke, the nearest whole is found first and then the nearest of its parts, as the
        name of another place may have more letters in common.

        Args:
            name: The name that is not known.

        Returns:
            A question with the nearest name; ``None`` where none is near.
        """
        whole, stroke, part = name.rpartition("/")
        near = nearest(whole if stroke else name, self.spellings())
        if near is None:
            return None
        if stroke:
            place = self.resolve(near)
            parts = {one.rpartition("/")[2]: one for one in self.entries if one.startswith(f"{place}/")}
            found = nearest(part, parts)
            if found is None:
                return f"{near} has the parts: {', '.join(parts.values())}" if parts else f"{near} has no such parts"
            near = parts[found]
        return f"did you mean '{near}'?"

    def name(self, place: str) -> str:
        """The name of a place.

        Args:
            place: An id.

        Returns:
            The name; the id itself where the gazetteer does not know it.
        """
        known = self.entries.get(place)
        return known.name if known else place

    @cached_property
    def entries(self) -> Mapping[str, Place]:
        """All places by id, each with those inside it, and the parts that they have of a divided place."""
        inside: dict[str, list[str]] = {}
        for place in self.places.values():
            if place.within is not None and place.within in self.places:
                inside.setdefault(place.within, []).append(place.id)
        if not inside:
            return self.places
        entries = dict(self.places)
        divided = [outer for outer in inside if self._divided(self.places[outer])]
        for outer, inner in inside.items():
            if outer not in divided:
                _add_parts(entries, outer, inner)
        for outer in divided:
            made = [_divide(one, self.places[outer], inside, entries) for one in inside[outer]]
            for part, held in zip(self.places[outer].parts, zip(*made, strict=True), strict=True):
                _add_parts(entries, part, held)
        return entries

    @cached_property
    def pieces(self) -> Pieces:
        """What each place is made of."""
        partial = frozenset(place.id for place in self.entries.values() if not place.whole)
        return Pieces({place.id: place.parts for place in self.entries.values()}, partial)

    def atoms(self, place: str) -> frozenset[str]:
        """The smallest pieces of a place.

        Args:
            place: The id of the place.

        Returns:
            Their ids; that of the place alone where it has no parts or is not known.
        """
        return self.pieces.atoms(place)

    def reach(self, places: Iterable[str]) -> frozenset[str]:
        """The smallest pieces of several places together.

        Args:
            places: The ids of the places.

        Returns:
            The ids of the pieces.
        """
        return self.pieces.reach(places)

    def apart(self, places: Collection[str]) -> bool:
        """Whether no two of these places have ground in common.

        Args:
            places: The ids of the places.

        Returns:
            ``True`` also for one place or none.
        """
        return self.pieces.apart(places)

    def cover(self, atoms: frozenset[str]) -> tuple[str, ...]:
        """The fewest, widest places that make up exactly these atoms, in the gazetteer's order.

        An atom that no such place reaches stands for itself.

        Args:
            atoms: The ids of the smallest pieces.

        Returns:
            The ids of the places.
        """
        return self.pieces.cover(atoms)

    def expanded(self, place: str) -> tuple[str, ...]:
        """The place itself, or for a named area the places that make it up, in reading order.

        Args:
            place: The id of the place.

        Returns:
            The ids, in reading order.
        """
        found: list[str] = []
        seen: set[str] = set()
        waiting = [place]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            known = self.entries.get(one)
            if known is not None and known.kind is PlaceKind.AREA and known.whole and known.parts:
                waiting.extend(reversed(known.parts))
            else:
                found.append(one)
        return tuple(found)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether all of one place lies in another.

        Args:
            outer: The id of the place that may contain the other.
            inner: The id of the place that may lie in it.

        Returns:
            ``True`` also where the two are one.
        """
        return self.atoms(inner) <= self.atoms(outer)

    def overlaps(self, one: str, other: str) -> bool:
        """Whether the two places have ground in common.

        Args:
            one: The id of one place.
            other: The id of the other.

        Returns:
            ``True`` also where one lies in the other.
        """
        return not self.atoms(one).isdisjoint(self.atoms(other))


def _add_parts(entries: dict[str, Place], place: str, parts: Iterable[str]) -> None:
    entries[place] = attrs.evolve(entries[place], parts=(*entries[place].parts, *parts))


def _divide(
    one: str, outer: Place, inside: Mapping[str, Collection[str]], entries: dict[str, Place]
) -> tuple[str, ...]:
    """Make, for a place and those inside it, the part in each part of a divided place; return the ids of its own."""
    within = [_divide(inner, outer, inside, entries) for inner in inside.get(one, ())]
    made = []
    for at, part in enumerate(outer.parts):
        word = _NO_WORD.sub("-", part.removeprefix(f"{outer.id}/"))
        named, mine = entries[part].name, entries[one].name
        name = named.replace(outer.name, mine) if outer.name in named else f"{mine} in {named}"
        parts = tuple(held[at] for held in within)
        defined = entries[one].defined_by
        made.append(Place(id=f"{one}/{word}", name=name, kind=PlaceKind.PART, parts=parts, defined_by=defined))
    entries |= {place.id: place for place in made}
    entries[one] = attrs.evolve(entries[one], parts=tuple(place.id for place in made), whole=True)
    return entries[one].parts
