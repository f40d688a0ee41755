"""Values in words, as the places of a template ask for them: names, amounts, dates, words of lists, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from proposals.fields.declare import Field, Record, fields_of
from proposals.fields.members import Members
from proposals.fields.numbers import Number
from proposals.fields.patterns import Id
from proposals.fields.values import Code, Day, Domain, Flag, Moment, Words
from proposals.language.amounts import figure_words
from proposals.language.clauses import OPEN, Forms
from proposals.language.dates import date_words, deadline_words
from proposals.language.names import Lookup
from proposals.language.tables import OTHER
from proposals.language.templates import Piece, Slot, first_filled
from proposals.words import Word
from proposals.world.actors import Actor, ActorKind, ActorNumber
from proposals.world.pieces import REST

Own: TypeAlias = Mapping[str, Forms]
"""The words of a list that a kind calls otherwise, by word."""

_USUAL = "name"


def name(code: str, lookup: Lookup, form: str = _USUAL) -> str | None:
    """An actor or a place in a form.

    What a document calls by the id of a bundled actor or place, and otherwise, has its own name in every form.

    Args:
        code: The id.
        lookup: The names that are meant, and the language.
        form: The form that is asked for: ``possessive``, ``adjective``, ``bare`` and others.

    Returns:
        The text; ``None`` where it has no such form.
    """
    entry = _entry(code, lookup)
    if form in entry:
        return entry[form]
    inner = form if form == "bare" else _USUAL
    shown = lookup.apart(code, lambda whole: name(whole, lookup, inner) or whole) or lookup.world.name(code)
    usual = entry.get(_USUAL, shown)
    if form == _USUAL:
        return usual
    return lookup.language.grammar.derive(form, usual) or (shown if form == "bare" else None)


def value_pieces(field: Field, held: Any, own: Own, slot: Slot, lookup: Lookup) -> list[Piece] | None:
    """A field's value as a slot asks for it; ``None`` where it has no such form, or is not the word asked for."""
    if slot.word is not None and str(held) != slot.word:
        return None
    grammar = lookup.language.grammar
    items, opened = ([*held], isinstance(held, Members) and held.open) if field.many else ([held], False)
    if slot.form in grammar.agreeing:
        agreeing = grammar.agreeing[slot.form]
        return [Piece(agreeing["one" if single(field, held, lookup) else OTHER])]
    if slot.form in grammar.alone and (opened or len(items) != 1):
        return None
    either = slot.form == "or"
    form = _USUAL if either or not slot.form else slot.form
    if isinstance(field.domain, Code):
        items = _with_rests_as_one(_with_leftovers_as_one(items, lookup), lookup)
    if isinstance(field.domain, Code) and not either and all(name(item, lookup, form) for item in items):
        found: list[list[Piece] | None] = [*_grouped(items, form, lookup)]
    else:
        found = [_one(field.domain, item, own, form, lookup) for item in items]
    if opened:
        found.append(_others(field.domain, own, form, lookup))
    if any(one is None for one in found):
        return None
    return list(listed([one for one in found if one is not None], lookup, either=either))


def listed(items: list[list[Piece]], lookup: Lookup, *, either: bool = False) -> Iterable[Piece]:
    """Several values as the language lists them: ``a, b and c``, with ``either`` ``a, b or c``."""
    grammar = lookup.language.grammar
    for index, item in enumerate(items):
        if index:
            last = grammar.either if either else grammar.last
            yield Piece(last if index == len(items) - 1 else grammar.between)
        yield from item


def single(field: Field, held: Any, lookup: Lookup) -> bool:
    """Whether a field holds one thing, and not a name for several."""
    items, opened = ([*held], isinstance(held, Members) and held.open) if field.many else ([held], False)
    return len(items) == 1 and not opened and not _several(str(items[0]), lookup)


def _entry(code: str, lookup: Lookup) -> Forms:
    """The forms of a name: those that the language has for it, else those that a declaration of the actor states."""
    language, world = lookup.language, lookup.world
    known = language.names.get(code, {}) if world.name(code) == lookup.library.world.name(code) else {}
    own = world.actors.actors.get(code) or world.places.entries.get(code)
    if known or own is None:
        return known
    declared = {} if own.defined_by else language.declared.get(own.name, {})
    return {**(_stated(own) if isinstance(own, Actor) else {}), **declared}


def _stated(actor: Actor) -> Forms:
    plural = actor.number is ActorNumber.PLURAL
    number = {"number": OTHER if plural else "one"} if actor.number else {}
    return number | ({"adjective": actor.adjective} if actor.adjective else {})


def _several(code: str, lookup: Lookup) -> bool:
    """Whether a name means more than one: as is stated, else as the name of a group or a class shows."""
    entry = _entry(code, lookup)
    actor = lookup.world.actors.actors.get(code)
    if "number" in entry or actor is None or actor.kind not in {ActorKind.GROUP, ActorKind.CLASS}:
        return entry.get("number") == OTHER
    return any(fits.search(entry.get(_USUAL, actor.name)) for fits in lookup.language.grammar.several)


def _with_leftovers_as_one(codes: list[str], lookup: Lookup) -> list[str]:
    """The ids without the members of a class of which the rest is among them: ``other foreign states`` are both."""
    actors = lookup.world.actors.actors
    classes = (code.removesuffix(REST) for code in codes if code.endswith(REST))
    members = {member for one in classes if one in actors for member in actors[one].members}
    return [code for code in codes if code not in members]


def _with_rests_as_one(codes: list[str], lookup: Lookup) -> list[str]:
    """The ids with the rest of a place for the rests of all its parts: *the region (the rest)*, not part for part."""
    rests = {code.removesuffix(REST) for code in codes if code.endswith(REST)}
    if len(rests) > 1:
        for place in lookup.world.places.places.values():
            if place.whole and place.parts and rests.issuperset(place.parts):
                first, *others = (f"{part}{REST}" for part in place.parts)
                codes = [f"{place.id}{REST}" if code == first else code for code in codes if code not in others]
    return codes


def _grouped(codes: Iterable[str], form: str, lookup: Lookup) -> Iterator[list[Piece]]:
    """The names in a form, those of one group that follow each other together: ``the Donetsk and Luhansk regions``."""
    kind = "group" if form == _USUAL else f"group-{form}"
    for group, held in groupby(codes, lambda code: name(code, lookup, kind)):
        together = [*held]
        if group is None or len(together) == 1:
            yield from ([Piece(name(code, lookup, form) or code)] for code in together)
        else:
            stems = listed([[Piece(name(code, lookup, "stem") or code)] for code in together], lookup)
            yield [Piece(group.replace("{stems}", "".join(piece.text for piece in stems)))]


def _others(domain: Domain, own: Own, form: str, lookup: Lookup) -> list[Piece] | None:
    """What an open list calls its further members."""
    listed_as = lookup.language.words.get(domain.words.__name__, {}) if isinstance(domain, Words) else {}
    entry = own.get(OPEN) or listed_as.get(OPEN) or lookup.language.others
    if form not in entry and not isinstance(domain, Words):
        return None
    return [Piece(entry.get(form, entry[_USUAL]))]


def _one(domain: Domain, held: Any, own: Own, form: str, lookup: Lookup) -> list[Piece] | None:
    language = lookup.language
    if isinstance(domain, Words):
        entry = own.get(str(held))
        words = entry or language.words.get(type(held).__name__, {}).get(str(held), {})
        usual = words.get(_USUAL, str(held))
        return [Piece(words.get(form) or language.grammar.derive(form, usual) or usual, held)]
    if isinstance(domain, Code):
        found = name(held, lookup, form)
        return None if found is None else [Piece(found)]
    if isinstance(domain, Record):
        return _record(domain, held, form, lookup)
    if form == "span" and not (isinstance(domain, Moment) and held.days is not None and held.anchor):
        return None
    if form == "length" and not (isinstance(domain, Moment) and held.span is not None and not held.words):
        return None
    return [Piece(_plain(domain, held, form, lookup))]


def _plain(domain: Domain, held: Any, form: str, lookup: Lookup) -> str:
    language = lookup.language
    if isinstance(domain, Number):
        return figure_words(held, "" if form == "number" else domain.unit, language)
    if isinstance(domain, Moment):
        words = deadline_words(held, language, moment=form in {"moment", "span", "until"})
        return language.grammar.derive(form, words) or words
    if isinstance(domain, Day):
        return date_words(held, language)
    if isinstance(domain, Id):
        known = lookup.name(held)
        return held.replace("-", " ") if known == held else str(name(held, lookup))
    return str(domain.plain(held)).rstrip(".")


def _record(domain: Record, held: Any, form: str, lookup: Lookup) -> list[Piece]:
    """A record by the templates for its leading word or for the form; else that word with the fields after it."""
    fields = {field.key: field for field in fields_of(domain.shape)}
    stated = {key: getattr(held, field.name) for key, field in fields.items() if getattr(held, field.name) is not None}
    lead = stated[domain.lead_field.key]

    def says(slot: Slot) -> list[Piece] | None:
        return value_pieces(fields[slot.key], stated[slot.key], {}, slot, lookup) if slot.key in stated else None

    known = lookup.language.records.get(domain.shape.__name__, {})
    explains = lead if isinstance(lead, Word) else None
    filled = first_filled(known.get(str(lead), known.get(form, ())), says, explains)
    pieces = list(filled.pieces if filled else says(Slot(domain.lead_field.key)) or ())
    used = {domain.lead_field.key, *(filled.keys if filled else ())}
    for key in (key for key in stated if key not in used):
        flag = isinstance(fields[key].domain, Flag)
        pieces += [Piece(f", {key.replace('-', ' ')}"), *(() if flag else (Piece(" "), *(says(Slot(key)) or ())))]
    return pieces
