"""Values in the words of a language, as far as these words lead back to the value; else as files write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

import attrs

from proposals.errors import InvalidValueError
from proposals.fields.declare import Field
from proposals.fields.numbers import Number
from proposals.fields.values import ACTOR_OR_PLACE, Code, Day, Domain, Moment, Plain, Words
from proposals.language.escaping import bare, quoted, token
from proposals.language.names import Lookup
from proposals.language.reading import read_date, without_unit
from proposals.language.tables import Language
from proposals.language.templates import Slot
from proposals.language.values import said
from proposals.language.wordings import Own, name, value_pieces
from proposals.strings import unfilled
from proposals.world.pieces import REST
from proposals.world.world import World

_UNSAID: Final = "persons"
"""The unit that goes without saying: a number of a force is one of persons."""


class Meant(dict[str, str]):
    """What is meant, by the words for it."""

    @cached_property
    def _begun(self) -> dict[str, list[tuple[str, str]]]:
        """All by their first letter: of hundreds of names hardly any stands at one place of a text."""
        found: dict[str, list[tuple[str, str]]] = {}
        for shown, one in self.items():
            found.setdefault(shown[:1], []).append((shown, one))
        return found

    def standing(self, text: str, at: int) -> Iterator[tuple[str, str]]:
        """The words that stand in a text from an offset on, and what they mean."""
        begun = self._begun.get(text[at : at + 1], ())
        return ((shown, one) for shown, one in begun if text.startswith(shown, at))


@attrs.frozen(eq=False)
class Wordbook:
    """The words for values and what they mean, in the language and with the names of a lookup."""

    lookup: Lookup
    language: Language = attrs.field(init=False)
    _tables: dict[tuple[object, ...], Meant] = attrs.field(factory=dict, init=False)
    _groups: dict[str, Mapping[str, Meant]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Take the language of the lookup."""
        object.__setattr__(self, "language", self.lookup.language)

    @property
    def world(self) -> World:
        """The places and actors that are meant."""
        return self.lookup.world

    def called(self, field: Field, kind: str) -> str:
        """What a field of a kind is called."""
        return self.language.label(field.key, kind)

    def written(self, domain: Domain, plain: Plain) -> str:
        """A value in words that lead back to it, else as a file writes it."""
        shown = self._shown(domain, plain)
        if bare(shown) and self._meant(domain, shown) == plain:
            return shown
        shown = self._as_filed(domain, plain)
        return token(shown) if self._meant(domain, shown) in {None, plain} else quoted(shown)

    def read(self, domain: Domain, text: str) -> Plain | None:
        """The value whose words these are; ``None`` where they are those of none."""
        return self._meant(domain, text) if bare(text) else None

    def table(self, field: Field, form: str = "", own: Own | None = None) -> Meant:
        """What the names of a form mean: the actors and places, or the words of a list, that a field may hold.

        Those that several things share are left out. ``own`` are words that a kind calls otherwise.
        """
        key = field.domain, field.many, form, *(own or ())
        if key not in self._tables:
            self._tables[key] = unique(self._named(field, Slot(field.key, form), own or {}))
        return self._tables[key]

    def groups(self, form: str = "") -> Mapping[str, Meant]:
        """What the stems of names mean that several have together, by what they have: ``the {stems} regions``."""
        if form not in self._groups:
            usual = f"group-{form}" if form else "group"
            held: dict[str, list[tuple[str, str]]] = {}
            for code in map(str, members(ACTOR_OR_PLACE, self.world)):
                group, stem = (name(code, self.lookup, one) for one in (usual, "stem"))
                if group is not None and stem is not None:
                    held.setdefault(group, []).append((stem, code))
            self._groups[form] = {group: unique(named) for group, named in held.items()}
        return self._groups[form]

    def _named(self, field: Field, slot: Slot, own: Own) -> Iterator[tuple[str, str]]:
        for one in members(field.domain, self.world):
            pieces = value_pieces(field, (one,) if field.many else one, own, slot, self.lookup)
            if pieces is not None:
                yield "".join(piece.text for piece in pieces), str(one)

    def _shown(self, domain: Domain, plain: Plain) -> str:
        shown = said(domain, plain, self.lookup)
        return without_unit(shown, _UNSAID, self.language) if isinstance(domain, Number) else shown

    def _meant(self, domain: Domain, text: str) -> Plain | None:
        if isinstance(domain, Words | Code):
            form = "short" if isinstance(domain, Words) else ""
            return self.table(Field(name="value", key="value", definition="", domain=domain), form).get(text)
        if isinstance(domain, Moment | Day):
            return read_date(text, self.language)
        if not isinstance(domain, Number):
            return None
        try:
            return domain.plain(domain.read(without_unit(text, domain.unit, self.language), self.world))
        except InvalidValueError:
            return None

    def _as_filed(self, domain: Domain, plain: Plain) -> str:
        if isinstance(domain, Code):
            shown = self.lookup.name(str(plain))
            return shown if self.code(domain, shown) == plain else str(plain)
        if isinstance(domain, Number) and not isinstance(plain, str):
            return f"{Decimal(str(plain)):,f}{'' if domain.unit == _UNSAID else f' {domain.unit}'}"
        return str(plain)

    def code(self, domain: Code, text: str) -> str | None:
        """The id of an actor, of a place or of the rest of one, by any of its names; ``None`` where none has it."""
        phrases = map(self.language.phrase, ("pages.others of", "pages.rest of"))
        rest = next((filled["name"] for one in phrases if (filled := unfilled(one, text))), None)
        try:
            found = domain.read(rest or text, self.world)
        except InvalidValueError:
            return None
        return found + REST if rest else found


def members(domain: Domain, world: World) -> Iterable[object]:
    """The values of a domain that can be told one by one."""
    if isinstance(domain, Words):
        return domain.words.every()
    codes = {"place": world.places.entries, "actor": world.actors.actors}
    of = domain.of if isinstance(domain, Code) else ""
    return [*codes.get(of, {}), *(code for one in codes.values() for code in one if of == "either")]


def unique(named: Iterable[tuple[str, str]]) -> Meant:
    """What is meant by each name, longest first, without those that are given to several things."""
    found: dict[str, set[str]] = {}
    for shown, one in named:
        found.setdefault(shown, set()).add(one)
    alone = {shown: held.pop() for shown, held in found.items() if len(held) == 1}
    return Meant((shown, alone[shown]) for shown in sorted(alone, key=lambda one: (-len(one), one)))
