"""Reading bracketed text back: the same lines with the same positions, without what says where they were read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Final, TypeAlias

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.comparison.variants import Variant
from proposals.errors import InvalidValueError, Location, UnreadableError
from proposals.fields.declare import compared_fields
from proposals.fields.patterns import NAME
from proposals.fields.values import PLACE, Plain
from proposals.language.names import Lookup
from proposals.language.values import AND, KNOWN, SAVE_ON
from proposals.library.bundled import world as bundled_world
from proposals.reports.brackets.headings import Headings
from proposals.reports.brackets.notation import (
    masked,
    plain_text,
    read_actor,
    read_items,
    read_left_out,
    read_single,
    split,
)
from proposals.reports.brackets.wordbook import Wordbook
from proposals.reports.brackets.writer import (
    ACTOR_DECLARED,
    AGREED,
    INSTEAD,
    PLACE_DECLARED,
    SOURCES,
    VERBS,
    topic_heading,
)
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.validation import Validated, require
from proposals.vocabulary import Coverage, Modality, Stance, Topics
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import Place, PlaceKind
from proposals.world.world import World

_MARK: Final = re.compile(r"\[\^\d+\]")
_LABEL: Final = r"(?P<label>.+?)(?: #(?P<number>[0-9]{1,9}))?"
_HELD: Final = re.compile(rf"(?:(?P<holders>.+) in )?(?P<option>){_LABEL}")
_CALLED: Final = re.compile(rf"(?:(?P<holders>.+) )?as (?P<option>x+) in {_LABEL}")
_STANCES: Final = {verb: stance for stance, verb in VERBS.items()}
_EXCEPT: Final = "except "
_EXTENT: Final = re.compile(
    rf".*, (?P<known>{'|'.join(KNOWN.values())})(?:{SAVE_ON}(?P<topics>.+))?, (?:no|[0-9,]+) gaps? listed", re.DOTALL
)

_Order: TypeAlias = tuple[int, tuple[str, ...], str, int]
"""A variant's place on its line: the document, who holds it, and which of several they hold, from 1."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bracketed(Validated):
    """A bracketed text that was read: the titles of its documents in order, and its lines.

    ``documents`` are the titles, and each of the ``lines`` has a position for every document.
    """

    documents: tuple[str, ...]
    lines: tuple[Line, ...]


def read_brackets(
    text: str, world: World | None = None, kinds: Kinds = KINDS, *, file: str = "bracketed text"
) -> Bracketed:
    """The positions in a bracketed text, as ``proposals diff --form brackets`` writes it.

    They are those of :func:`proposals.negotiation.lines.lines`, without what says where they were read: the notes are
    skipped. What a document declares itself the text names at its head.

    Args:
        text: The text.
        world: The places and actors that names stand for; ``None`` for the bundled ones.
        kinds: The kinds of term that the text may use, by the word that files write.
        file: What an error calls the text.

    Returns:
        The titles of the documents, and a line for each subject.

    Raises:
        WrongTypeError: It is no text.
        UnreadableError: The text is not of this form; the error names the line.
    """
    require(text, str, "read_brackets()")
    reader = _Reader(attrs.evolve(Lookup.of(), world=bundled_world() if world is None else world), kinds)
    try:
        for number, written in enumerate(text.split("\n"), start=1):
            reader.take(number, _MARK.sub("", written))
        read = reader.finished()
    except InvalidValueError as error:
        raise UnreadableError(Location(file, reader.at), str(error)) from None
    if not reader.labels:
        raise UnreadableError(Location(file), "this is not bracketed text: it names no document at its head")
    return Bracketed(documents=tuple(reader.labels.values()), lines=tuple(read))


@attrs.define
class _Open:
    """A heading with the items read so far under it, each with the number of its line."""

    at: int
    line: Line
    speakers: str | None
    items: list[tuple[int, str]] = attrs.field(factory=list)


@attrs.define
class _Reader:
    """Takes one line of text after another; ``at`` is the number of the one that it is reading."""

    lookup: Lookup
    kinds: Kinds
    words: Wordbook = attrs.field(init=False)
    headings: Headings = attrs.field(init=False)
    labels: dict[str, str] = attrs.field(factory=dict)
    coverages: list[Mapping[Topics, Coverage]] = attrs.field(factory=list)
    topic: Topics | None = None
    ended: bool = False
    open: _Open | None = None
    lines: list[Line] = attrs.field(factory=list)
    at: int = 0

    def __attrs_post_init__(self) -> None:
        """Open the book of the words that the text is read by."""
        self.words = Wordbook(self.lookup)
        self.headings = Headings(self.words, self.kinds)

    def take(self, number: int, written: str) -> None:
        """Read the line of this number."""
        if written.startswith(("## ", "### ")):
            self._close()
        self.at = number
        if written.startswith("## "):
            self.ended = written == f"## {SOURCES}"
            self.topic = None if self.ended else self._topic(written.removeprefix("## "))
        elif self.ended or not written:
            return
        elif self.topic is None and written.startswith((PLACE_DECLARED, ACTOR_DECLARED)) and " = " in written:
            self._declare(written)
        elif self.topic is None:
            label, *rest = split(written.removeprefix("- "), ": ")
            if written.startswith("- ") and rest:
                self.labels[label] = plain_text(split(rest[0], ", ")[0])
                self.coverages.append(_coverages(masked(rest[0])))
        elif written.startswith("### "):
            self.open = self._heading(written.removeprefix("### "), self.topic)
        elif written.startswith("- ") and self.open is not None:
            self.open.items.append((number, written.removeprefix("- ")))
        else:
            raise InvalidValueError("a heading or an item of a list belongs here")

    def _declare(self, written: str) -> None:
        """Take the name of what a document declares, unless it is known."""
        sort, _, named = written.partition(" ")
        code, name = named.split(" = ", 1)
        NAME.check(code)
        world = self.lookup.world
        if f"{sort} " == PLACE_DECLARED and code not in world.places.entries:
            world = world.extended([Place(id=code, name=plain_text(name), kind=PlaceKind.SITE)], [])
        elif f"{sort} " == ACTOR_DECLARED and code not in world.actors.actors:
            world = world.extended([], [Actor(id=code, name=plain_text(name), kind=ActorKind.BODY)])
        if world is not self.lookup.world:
            self.lookup = attrs.evolve(self.lookup, world=world)
            self.__attrs_post_init__()

    def _topic(self, shown: str) -> Topics:
        topics = {topic_heading(topic, self.lookup.language): topic for topic in Topics.every()}
        return topics[_known(shown, topics)]

    def finished(self) -> list[Line]:
        """All lines."""
        self._close()
        return self.lines

    def _close(self) -> None:
        if self.open is not None:
            self.at = self.open.at
            line, found = self.open.line, sorted(self._said(self.open), key=lambda one: one[0])
            positions = [
                Position.read(line.kind, line.subject, coverage, tuple(one for order, one in found if order[0] == at))
                for at, coverage in enumerate(line.coverages)
            ]
            self.lines.append(attrs.evolve(line, written=tuple(positions)))
        self.open = None

    def _heading(self, text: str, topic: Topics) -> _Open:
        named, *speakers = split(text, " — ")
        shape, subject, further = self.headings.read(split(named, "; "))
        excepted: tuple[str, ...] = ()
        if further and further[-1].startswith(_EXCEPT):
            places = split(further.pop().removeprefix(_EXCEPT), ", ")
            excepted = tuple(str(read_single(PLACE, place, self.words)) for place in places)
        if further:
            raise InvalidValueError(f"'{further[0]}' is not part of a heading")
        line = Line(topic, shape, subject, excepted, tuple(one[topic] for one in self.coverages), ())
        return _Open(self.at, line, speakers[0] if speakers else None)

    def _said(self, held: _Open) -> Iterator[tuple[_Order, Variant]]:
        """All that is said to a line, each with its place."""
        if held.speakers is None:
            return self._one_bracket_each(held.line, held.items)
        apart = [one for one in held.items if one[1].startswith("[(")]
        shared = attrs.evolve(held, items=[one for one in held.items if one not in apart])
        return chain(self._field_by_field(shared, held.speakers), self._one_bracket_each(held.line, apart))

    def _one_bracket_each(self, line: Line, items_read: list[tuple[int, str]]) -> Iterator[tuple[_Order, Variant]]:
        for self.at, written in items_read:
            content = written[1:-1]
            if content.startswith("("):
                labels, *_ = split(content[1:-1], ": ")
                word, *items = split(content[len(labels) + 3 : -1], "; ")
                stance = _STANCES[_known(word, _STANCES)]
            else:
                content, labels = _holders(content)
                items, stance = split(content, "; "), Stance.PROPOSES
            shape, subject = line.shape, line.subject
            instead = bool(items) and items[0].startswith(INSTEAD)
            if instead:
                shape, subject, items = self.headings.read([items[0].removeprefix(INSTEAD), *items[1:]])
            fields, lacking = self._read(shape, items), read_left_out(shape, items, self.words)
            for order, variant in self._spoken(labels, shape.kind, subject):
                yield order, attrs.evolve(variant, stance=stance, fields=fields, left_out=lacking, instead=instead)

    def _read(self, shape: type[Term], items: list[str]) -> tuple[tuple[str, Plain], ...]:
        return tuple(read_items(compared_fields(shape), items, shape.kind, self.words).items())

    def _field_by_field(self, held: _Open, speakers: str) -> Iterator[tuple[_Order, Variant]]:
        line = held.line
        texts, _, accepting = speakers.partition("; accepted by ")
        texts_read = dict(self._spoken(texts, line.kind, line.subject))
        fields: dict[_Order, dict[str, Plain]] = {order: {} for order in texts_read}
        lacking: dict[_Order, tuple[str, ...]] = dict.fromkeys(texts_read, ())
        for self.at, written in held.items:
            label, brackets = _bracketed(written)
            for content in brackets or [written]:
                if content == AGREED:
                    continue
                said, labels = _holders(content) if brackets else (content, texts)
                items = split(f"{label}{said}", "; ")
                read = read_items(compared_fields(line.shape), items, line.kind, self.words)
                for order, _ in self._spoken(labels, line.kind, line.subject):
                    if order not in fields:
                        raise InvalidValueError(f"'{labels}' stands in a bracket and not in the heading")
                    fields[order] |= read
                    lacking[order] += read_left_out(line.shape, items, self.words)
        for order, variant in texts_read.items():
            yield order, attrs.evolve(variant, fields=_in_order(fields[order], line.shape), left_out=lacking[order])
        for order, variant in self._spoken(accepting, line.kind, line.subject) if accepting else ():
            yield order, attrs.evolve(variant, stance=Stance.ACCEPTS)

    def _spoken(self, labels: str, kind: str, subject: Subject) -> Iterator[tuple[_Order, Variant]]:
        """A variant for each label of a list, with its place in the order."""
        documents = {label: index for index, label in enumerate(self.labels)}
        for one in split(labels, ", "):
            shown = masked(one)
            found = _CALLED.fullmatch(shown) or _HELD.fullmatch(shown)
            label = one[found.start("label") : found.end("label")] if found else ""
            if found is None or label not in documents:
                raise InvalidValueError(f"'{one}' names none of the documents")
            holders = one[: found.end("holders")] if found["holders"] else ""
            named = tuple(read_actor(name, self.words) for name in split(holders, "+")) if holders else ()
            option = plain_text(one[found.start("option") : found.end("option")]) if found["option"] else ""
            yield (
                (documents[label], named, option, int(found["number"] or 1)),
                Variant(holders=named, option=option, kind=kind, subject=subject),
            )


def _coverages(extent: str) -> dict[Topics, Coverage]:
    """How much of a document is known on each topic, by what its item in the list of documents ends in."""
    found = _EXTENT.fullmatch(extent)
    if found is None:
        raise InvalidValueError(f"this must end with how much is known: {' or '.join(KNOWN.values())}")
    known, other = sorted(Coverage, key=lambda one: KNOWN[one] != found["known"])
    apart = [Topics.of(_known(topic, Topics.spellings())) for topic in (found["topics"] or "").split(AND) if topic]
    return dict.fromkeys(Topics.every(), known) | dict.fromkeys(apart, other)


def _bracketed(written: str) -> tuple[str, list[str]]:
    """An item's label and the contents of its brackets; no contents where the item is common text."""
    shown = masked(written)
    spans = [(found.start() + 1, found.end() - 1) for found in re.finditer(r"\[[^\[\]]*\]", shown)]
    return (written[: spans[0][0] - 1] if spans else "", [written[start:end] for start, end in spans])


def _holders(content: str) -> tuple[str, str]:
    """What stands in a bracket, without its holders; and these."""
    found = re.fullmatch(r"(.+) \(([^()]+)\)", masked(content), re.DOTALL)
    if not found:
        raise InvalidValueError(f"'{content}' does not say who holds it")
    return content[: found.end(1)], content[found.start(2) : found.end(2)]


def _in_order(read: Mapping[str, Plain], shape: type[Term]) -> tuple[tuple[str, Plain], ...]:
    pairs = ((field.key, read[field.key]) for field in compared_fields(shape) if field.key in read)
    return tuple(pair for pair in pairs if pair != ("modality", str(Modality.SHALL)))


def _known(text: str, words: Collection[str]) -> str:
    if text not in words:
        raise InvalidValueError(f"'{text}' is not one of the words that belong here")
    return text
