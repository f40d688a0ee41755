"""A term as a sentence: who would do what, under which conditions; every stated field is in it.

The words are those of the language's files (:mod:`proposals.language.clauses`). A kind of one's own that has no entry
there is worded by its declaration.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from proposals.fields.declare import Field, fields_of, subject_fields
from proposals.fields.values import PLACE, Flag, Words
from proposals.language.clauses import Clause
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.tables import OTHER
from proposals.language.templates import Filled, Literal, Piece, Says, Slot, Template, first_filled
from proposals.language.wordings import listed, single, value_pieces
from proposals.strings import capital
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.vocabulary import Modality, Stance

_WOULD, _WOULD_NOT = "would", "would-not"


def sentence(term: Term, lookup: Lookup) -> str:
    """What a term says, in one sentence or several.

    Args:
        term: The term.
        lookup: The names that are meant, and the language.

    Returns:
        The text.
    """
    return _text(sentence_pieces(term, lookup))


class Clauses(NamedTuple):
    """A sentence that has not all that a term states: its text, and the keys of the fields that are in it."""

    text: str
    keys: frozenset[str]


def in_brief(term: Term, lookup: Lookup, adds: Collection[str], *, alone: bool = False) -> Clauses:
    """The main clause of a term, with what these fields add to it and no others.

    With ``alone`` the main clause itself has no other fields either, where it can be said without them.
    """
    wording = _Wording(term, lookup, adds)
    if alone:
        wording.narrow()
    return Clauses(_text([*wording.pieces()]), frozenset(wording.used))


def heading(shape: type[Term], subject: Subject, lookup: Lookup, *, ground: str = "", within: bool = False) -> str:
    """A kind with a subject, as a heading has it: ``Limit on Ukraine's armed forces``.

    Args:
        shape: The class of the kind.
        subject: The subject.
        lookup: The names that are meant, and the language.
        ground: What stands for the places of the subject, as in ``Demilitarisation of the area``; empty for their
            names.
        within: Whether it stands within a sentence, so that a first word that is no name has a small letter.

    Returns:
        The text.
    """
    text = _text(heading_pieces(shape, subject, lookup, ground=ground))
    clause = lookup.language.clauses.get(shape.kind)
    named = clause is None or not isinstance(clause.heading.parts[0], Literal)
    return text[:1].lower() + text[1:] if within and not named else text


def headline(term: Term, lookup: Lookup) -> str:
    """The heading of a term with its own subject: ``Withdrawal of Russian forces from Crimea``."""
    return heading(type(term), term.subject, lookup)


def sentence_pieces(term: Term, lookup: Lookup) -> tuple[Piece, ...]:
    """The sentence in pieces, each with what explains it: the kind, or the word of a list.

    Args:
        term: The term.
        lookup: The names that are meant, and the language.

    Returns:
        The pieces, which together are the sentence.
    """
    return tuple(_Wording(term, lookup).pieces())


def heading_pieces(shape: type[Term], subject: Subject, lookup: Lookup, *, ground: str = "") -> tuple[Piece, ...]:
    """The heading in pieces, of which only the kind is explained.

    Args:
        shape: The class of the kind.
        subject: The subject.
        lookup: The names that are meant, and the language.
        ground: What stands for the places of the subject; empty for their names.

    Returns:
        The pieces, which together are the heading.
    """
    fields = subject_fields(shape)
    held = {field.key: (field, _typed(field, ids)) for field, ids in zip(fields, subject, strict=True)}
    clause = lookup.language.clauses.get(shape.kind)
    places = frozenset(field.key for field in fields if field.domain is PLACE) if ground else frozenset()
    stated = _saying(held, clause, lookup)

    def says(slot: Slot) -> list[Piece] | None:
        if slot.key not in places:
            return stated(slot)
        return [Piece(lookup.language.grammar.derive(slot.form, ground) or ground)]

    template = clause.heading if clause else lookup.language.frame("unknown kind in a heading")
    given = _with(says, kind=[_kind(shape)], subject=_subject(shape, says, lookup))
    return _capital(
        piece if isinstance(piece.explains, str) else Piece(piece.text) for piece in _fill(template, given, shape.kind)
    )


def label(field: Field) -> str:
    """What a field is called that has no wording.

    Args:
        field: The declaration of the field.

    Returns:
        Its definition; where that lists an order, the words of its key.
    """
    definition = field.definition.rstrip(".").partition(";")[0]
    return field.key.replace("-", " ") if " < " in definition else definition[:1].lower() + definition[1:]


class _Wording:
    """One term being worded; ``adds`` are the fields that may follow its main clause, ``None`` for all."""

    def __init__(self, term: Term, lookup: Lookup, adds: Collection[str] | None = None) -> None:
        self.used: set[str] = set()
        self.allowed = adds
        self.term = term
        self.lookup = lookup
        self.language = lookup.language
        self.shape = type(term)
        self.clause = self.language.clauses.get(term.kind)
        every = ((field, getattr(term, field.name)) for field in fields_of(self.shape))
        self.stated = {field.key: (field, held) for field, held in every if held is not None}
        self.modal = self.language.modal(term.modality)
        self.says = self._saying()

    def narrow(self) -> None:
        """Forget what is stated beside the subject and the fields that may follow, if there is a clause without it."""
        kept = {*self._subject_keys(), *(self.allowed or ())}
        whole = self.stated
        self.stated = {key: held for key, held in whole.items() if key in kept}
        self.says = self._saying()
        if self.clause is None or first_filled(self.clause.says, self.says, self.term.kind) is None:
            self.stated = whole
            self.says = self._saying()

    def _saying(self) -> Says:
        says = _saying(self.stated, self.clause, self.lookup)
        return lambda slot: self._would(slot) if slot.key in {_WOULD, _WOULD_NOT} else says(slot)

    def _would(self, slot: Slot) -> list[Piece] | None:
        """The modal with its verb, in the number of the field that it agrees with; ``None`` if that is not stated."""
        verb, grammar = slot.form, self.language.grammar
        if slot.agrees:
            if slot.agrees not in self.stated:
                return None
            verb = verb if single(*self.stated[slot.agrees], self.lookup) else grammar.derive(OTHER, verb) or verb
        return [Piece(self.modal.says(verb, grammar, negated=slot.key == _WOULD_NOT), self.term.modality)]

    def pieces(self) -> Iterator[Piece]:
        """The sentence with its capital and full stop, and the further ones."""
        if self.term.in_part:
            yield from _capital((*self._deleted_in_part(), Piece(".")))
            return
        noun = self._noun()
        main = noun or self._main()
        frames = self.language.stance(self.term.stance)
        stance = next(one for one in frames if noun or all(slot.key != "noun" for slot in one.slots))
        self.used |= {*main.keys, *(slot.key for slot in stance.slots), "modality", *self._subject_keys()}
        phrases, sentences = self._added(self.used)
        clause = [*main.pieces, *phrases]
        if noun is None:
            clause = _fill(self.modal.frame, _with(self.says, clause=clause), self.term.modality)
        clause = _fill(stance, _with(self.says, clause=clause, noun=clause), self.term.stance)
        if self.term.alternative:
            held = {"holders": (_field_of(self.shape, "obligors"), self.term.holders)} if self.term.holders else {}
            named = {"option": [Piece(self.term.option)]} if self.term.option else {}
            says = _with(_saying(held, None, self.lookup), clause=clause, **named)
            clause = _fill(self.language.frame("variant"), says)
        yield from _capital((*clause, Piece(".")))
        if sentences and (self.term.stance is not Stance.PROPOSES or self.term.modality is Modality.SHALL_NOT):
            joined = [piece for one in sentences for piece in (Piece("; "), *one)][1:]
            sentences = [_fill(self.language.frame("further"), _with(self.says, sentences=joined))]
        sentences += self._left_out()
        for one in sentences:
            yield from (Piece(" "), *_capital((*one, Piece("."))))

    def _deleted_in_part(self) -> list[Piece]:
        """A sentence that names the clause, which stays, and what is deleted of it."""
        keys = [key for key in self.stated if key not in {"modality", *self._subject_keys()}]
        self.used |= {*self.stated}
        fields = listed([self._named(key) for key in keys], self.lookup)
        given = _with(self.says, heading=[Piece(headline(self.term, self.lookup))], fields=[*fields])
        return _fill(self.language.frame("deleted in part"), given, self.term.stance)

    def _named(self, key: str) -> list[Piece]:
        """A field by its label, with its value where it is no flag."""
        called = Piece(field_label(key, self.shape, self.lookup))
        if self.stated[key][1] is True:
            return [called]
        return _fill(self.language.frame("unknown field"), _with(self.says, field=[called], value=self.says(Slot(key))))

    def _left_out(self) -> list[list[Piece]]:
        """A sentence that names the fields which by a source the term does not have."""
        keys = [key for key in self.term.left_out if self.allowed is None or key in self.allowed]
        if not keys:
            return []
        self.used |= set(keys)
        named = listed([[Piece(field_label(key, self.shape, self.lookup))] for key in keys], self.lookup)
        return [_fill(self.language.frame("left out"), _with(self.says, fields=[*named]))]

    def _subject_keys(self) -> Iterable[str]:
        return (field.key for field in subject_fields(self.shape))

    def _noun(self) -> Filled | None:
        """The kind's own phrase for what is rejected, where that can say or be followed by all that is stated."""
        if self.term.stance is not Stance.REJECTS or self.term.modality is not Modality.SHALL or self.clause is None:
            return None
        filled = first_filled(self.clause.rejects, self.says, self.term.kind)
        if filled is None:
            return None
        followed = {*filled.keys, *self.clause.adds, *self.language.adds, "modality", *self._subject_keys()}
        return filled if self.stated.keys() <= followed else None

    def _main(self) -> Filled:
        """The kind's sentence; where it has none that can be said, the one for kinds without an entry."""
        filled = first_filled(self.clause.says, self.says, self.term.kind) if self.clause else None
        if filled is not None:
            return filled
        generic = _with(self.says, kind=[_kind(self.shape)], subject=_subject(self.shape, self.says, self.lookup))
        pieces = _fill(self.language.frame("unknown kind"), generic, self.term.kind)
        return Filled(tuple(pieces), frozenset(self._subject_keys()))

    def _added(self, used: set[str]) -> tuple[list[Piece], list[list[Piece]]]:
        """What follows the sentence for the fields that it does not have: phrases, and sentences of their own."""
        phrases: list[Piece] = []
        sentences: list[list[Piece]] = []
        own = self.clause.adds if self.clause else {}
        order = [*own, *(key for key in self.stated if key not in own and key not in self.language.adds)]
        for key in (*order, *self.language.adds):
            if key not in self.stated or key in used or (self.allowed is not None and key not in self.allowed):
                continue
            choices = own.get(key) or self.language.adds.get(key, ())
            filled = first_filled(choices, self.says, self.term.kind)
            if filled is None:
                sentences.append(self._unknown(key))
                used.add(key)
                continue
            used |= filled.keys | {key}
            text = _text(filled.pieces)
            if text.endswith("."):
                sentences.append([*filled.pieces[:-1], filled.pieces[-1]._replace(text=filled.pieces[-1].text[:-1])])
            else:
                between = Piece("," if phrases and text.startswith(" ") else "")
                phrases += [between, *filled.pieces]
        return phrases, sentences

    def _unknown(self, key: str) -> list[Piece]:
        field, _ = self.stated[key]
        if isinstance(field.domain, Flag):
            return [Piece(label(field))]
        says = _with(self.says, field=[Piece(label(field))], value=self.says(Slot(key)))
        return _fill(self.language.frame("unknown field"), says)


def _saying(held: dict[str, tuple[Field, Any]], clause: Clause | None, lookup: Lookup) -> Says:
    """What slots say of fields with their values, by key."""
    own = clause.words if clause else {}

    def says(slot: Slot) -> list[Piece] | None:
        if slot.key not in held:
            return None
        field, value = held[slot.key]
        return value_pieces(field, value, own.get(field.key, {}), slot, lookup)

    return says


def _with(says: Says, **given: list[Piece] | None) -> Says:
    """The same with further slots."""
    return lambda slot: given[slot.key] if slot.key in given else says(slot)


def _fill(template: Template, says: Says, explains: Any = None) -> list[Piece]:
    """What a template of ``common.yaml`` says, which asks for nothing that is not there."""
    filled = template.fill(says, explains)
    return [] if filled is None else list(filled.pieces)


def _field_of(shape: type[Term], key: str) -> Field:
    return next(field for field in fields_of(shape) if field.key == key)


def _typed(field: Field, ids: tuple[str, ...]) -> Any:
    """The value of a subject field from its ids: words of a list as words."""
    domain = field.domain
    items = tuple(domain.words.of(one) for one in ids) if isinstance(domain, Words) else ids
    return items if field.many else items[0]


def _kind(shape: type[Term]) -> Piece:
    return Piece(shape.kind.replace("-", " "), shape.kind)


def _subject(shape: type[Term], says: Says, lookup: Lookup) -> list[Piece] | None:
    """The subject fields as a list; ``None`` for a kind without any."""
    items = [held for field in subject_fields(shape) if (held := says(Slot(field.key))) is not None]
    between = Piece(lookup.language.grammar.between)
    return [piece for item in items for piece in (between, *item)][1:] if items else None


def _capital(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that are not empty, with a capital at the beginning."""
    first, *others = (piece for piece in pieces if piece.text)
    return (first._replace(text=capital(first.text)), *others)


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
