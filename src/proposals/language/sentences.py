"""A term as sentences: who shall do what, on which conditions, in the words of its fields, each with what it links to.

The sentences are made from the declaration of the kind and from :mod:`proposals.language.clauses`; every stated field
is in them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from proposals.fields.declare import Field, Record, fields_of, subject_fields
from proposals.fields.values import Code, Domain, Flag, Id, Number, Words
from proposals.language.clauses import Clause, clauses, common
from proposals.language.names import Lookup
from proposals.language.values import titled
from proposals.terms.base import Subject, Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.vocabulary import Modality, Stance, Word
from proposals.world.dates import Deadline


class Piece(NamedTuple):
    """Some words, with the kind of term or the word of a list that explains them; ``None`` where none does."""

    text: str
    explains: str | Word | None = None


_LEADS: Final[Mapping[Stance, tuple[str, str, str]]] = {
    Stance.ACCEPTS: ("it ", "accepts", " that "),
    Stance.ACCEPTS_IF: ("it ", "accepts", " that "),
    Stance.RESERVES: ("it ", "accepts", " with a reservation that "),
    Stance.REJECTS: ("it ", "rejects", " that "),
    Stance.STRIKES: ("it ", "strikes", " from the other text that "),
    Stance.REFUSES: ("it ", "refuses to discuss", " whether "),
    Stance.DEFERS: ("it ", "defers", " to later talks whether "),
}
_NAMED_WITH_ARTICLE: Final = frozenset(
    {
        "AE", "E3", "EU", "G7", "G8", "GB", "IAEA", "NL", "OSCE", "RDIF", "Russian Security Council", "UN", "US",
        "US State Department", "White House", "World Bank", "ZNPP", "black-sea", "coalition-of-the-willing", "dnipro",
        "international-community", "kakhovka-dam",
    },
)  # fmt: skip
_ANY: Final = Clause(("{its-kind}{its-subject} {modal} hold ({is})",))
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_TOKEN: Final = re.compile(r"\[(?P<link>[^\]]+)\]|\{(?P<key>[\w-]*)(?P<asked>\?)?\}")
_OPTION: Final = re.compile(r"<([^<>]*)>")


def told(term: Term, lookup: Lookup) -> list[Piece]:
    """What a term says, as one sentence or several."""
    every = ((field, getattr(term, field.name)) for field in fields_of(type(term)))
    stated = {field.key: (field, held) for field, held in every if held is not None}
    clause = clauses().get(term.kind, _ANY)
    words = {key: _value(field, held, clause.words.get(key, {}), lookup) for key, (field, held) in stated.items()}
    words |= {"modal": list(_modal(term.modality)), **_of_any_kind(term, lookup)}
    main = _chosen(clause.mains, words.keys())
    used = {found["key"] for found in _TOKEN.finditer(main)} | {field.key for field in subject_fields(type(term))}
    pieces = [*_lead(term, lookup), *_filled(main, words, term.kind)]
    further: list[list[Piece]] = []
    added = False
    for key in sorted(stated.keys() - used - {"modality"}, key=lambda key: (key in common(), [*stated].index(key))):
        phrase = clause.phrases.get(key) or common().get(key) or _by_definition(stated[key][0])
        said = list(_filled(phrase, {"": words[key]}, term.kind))
        if phrase.endswith("."):
            further.append(said)
        else:
            pieces += [Piece((", " if added else " ") if phrase[0].isalpha() else ""), *said]
            added = True
    return [*_sentence([*pieces, Piece(".")]), *(piece for one in further for piece in (Piece(" "), *_sentence(one)))]


def headed(shape: type[Term], subject: Subject, lookup: Lookup) -> list[Piece]:
    """A kind with a subject as a heading has it."""
    clause = clauses().get(shape.kind, Clause(head=f"[{shape.kind}]{{its-subject}}"))
    words = {"its-subject": [Piece(titled(shape, subject, lookup).removeprefix(shape.kind))]}
    for field, ids in zip(subject_fields(shape), subject, strict=True):
        shown = clause.words.get(field.key, {})
        said = ("".join(piece.text for piece in _one(field.domain, one, shown, lookup)) for one in ids)
        words[field.key] = list(_listed([[Piece(one)] for one in said]))
    return [piece for piece in _filled(clause.head, words, shape.kind) if piece.text]


def _sentence(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with a capital at the beginning."""
    first, *others = (piece for piece in pieces if piece.text)
    return [Piece(first.text[:1].upper() + first.text[1:], first.explains), *others]


def _chosen(mains: Iterable[str], stated: Iterable[str]) -> str:
    """The first main part whose fields are all stated, with its options taken or left out."""
    known = set(stated)

    def taken(found: re.Match[str]) -> str:
        return found[1] if {one["key"] for one in _TOKEN.finditer(found[1])} - {None} <= known else ""

    for main in mains:
        kept, before = main, ""
        while kept != before:
            before, kept = kept, _OPTION.sub(taken, kept)
        if {one["key"] for one in _TOKEN.finditer(kept)} - {None} <= known:
            return kept
    raise ValueError(mains)


def _filled(template: str, words: Mapping[str, list[Piece]], kind: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(template):
        yield Piece(template[at : found.start()])
        if found["link"]:
            yield Piece(found["link"], kind)
        elif not found["asked"]:
            yield from words[found["key"]]
        at = found.end()
    yield Piece(template[at:])


def _lead(term: Term, lookup: Lookup) -> Iterator[Piece]:
    """Whose variant it is, what the document does with it, and whether it is no more than expected or intended."""
    if term.holders:
        yield Piece(f"in the variant of {''.join(piece.text for piece in _names(term.holders, lookup))}, ")
    if term.stance in _LEADS:
        before, verb, after = _LEADS[term.stance]
        yield from (Piece(before), Piece(verb, term.stance), Piece(after))
    if term.modality in {Modality.EXPECTED, Modality.INTENDS}:
        word = "expected" if term.modality is Modality.EXPECTED else "intended"
        yield from (Piece("it is "), Piece(word, term.modality), Piece(" that "))


def _modal(modality: Modality) -> Iterator[Piece]:
    plain = modality in {Modality.EXPECTED, Modality.INTENDS}
    yield Piece("will") if plain else Piece(str(modality), modality)


def _of_any_kind(term: Term, lookup: Lookup) -> dict[str, list[Piece]]:
    """What can be said of every kind: its name, its subject, and the first sentence of its definition."""
    subject = titled(type(term), term.subject, lookup).removeprefix(term.kind)
    definition = (inspect.getdoc(type(term)) or "").replace("\n", " ").split(". ", 1)[0].rstrip(".")
    return {"its-kind": [Piece(term.kind, term.kind)], "its-subject": [Piece(subject)], "is": [Piece(definition)]}


def _by_definition(field: Field) -> str:
    """The phrase of a field that has none of its own."""
    return f"{labelled(field)}." if isinstance(field.domain, Flag) else f"{labelled(field)}: {{}}."


def labelled(field: Field) -> str:
    """A field by its definition, without the full stop; one that lists an order gives way to the field's name."""
    definition = field.definition.rstrip(".")
    return field.key if " < " in definition else definition.partition(";")[0]


def _value(field: Field, held: Any, shown: Mapping[str, str], lookup: Lookup) -> list[Piece]:
    """A value in words; of a list its members as English lists them, ``and others`` where it is open."""
    if not field.many:
        return list(_one(field.domain, held, shown, lookup))
    items = [list(_one(field.domain, item, shown, lookup)) for item in held]
    if getattr(held, "open", False):
        items.append([Piece("others")])
    together = isinstance(field.domain, Record) and field.domain.shape is Circumstance
    return list(_listed(items, "; " if together else ", ", "; or " if together else " and "))


def _listed(items: list[list[Piece]], between: str = ", ", last: str = " and ") -> Iterator[Piece]:
    for index, item in enumerate(items):
        yield Piece("" if not index else last if index == len(items) - 1 else between)
        yield from item


def _one(domain: Domain, held: Any, shown: Mapping[str, str], lookup: Lookup) -> Iterator[Piece]:
    if isinstance(domain, Words):
        before, _, after = shown.get(str(held), "{}").partition("{}")
        yield from (Piece(before), Piece(str(held), held), Piece(after))
    elif isinstance(domain, Code):
        yield from _names((held,), lookup)
    elif isinstance(domain, Number):
        yield Piece(f"{_amount(held)} {domain.unit}")
    elif isinstance(domain, Record):
        yield from _record(domain, held, lookup)
    elif isinstance(held, Deadline):
        yield Piece(re.sub(r"^(\d+ \w+) of (?=signature)", r"\1 from ", str(held)))
    else:
        yield Piece(str(held).replace("-", " ") if isinstance(domain, Id) else str(held).rstrip("."))


def _names(ids: Iterable[str], lookup: Lookup) -> Iterator[Piece]:
    named = (f"{'the ' if one in _NAMED_WITH_ARTICLE else ''}{lookup.name(one)}" for one in ids)
    yield from _listed([[Piece(name)] for name in named])


def _amount(number: float) -> str:
    """A number with its thousands apart; of a round million and more in words."""
    for size, name in _SCALES:
        if number >= size and number % (size // 10) == 0:
            return f"{number / size:g} {name}"
    return f"{number:,}"


def _record(domain: Record, held: Any, lookup: Lookup) -> Iterator[Piece]:
    """The leading word, a number after it in round brackets, and every other field after its key."""
    led = getattr(held, domain.lead)
    if isinstance(led, Act):
        yield Piece(led.replace("-", " "), led)
    else:
        yield from _one(domain.lead_field.domain, led, {}, lookup)
    for field in domain.other_fields:
        own = getattr(held, field.name)
        if own is not None:
            number = isinstance(field.domain, Number)
            key = "of" if led is Act.INVASION and field.key == "on" else field.key
            yield Piece(" (" if number else f" {key} ")
            yield from _value(field, own, {}, lookup)
            yield Piece(")" if number else "")
