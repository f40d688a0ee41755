"""Bracketed text: what all who speak say stands plain, what they contest stands in brackets with its holders.

``personnel: [600,000 (US)] [800,000 in peacetime (E3)]``. A deletion is ``[(E3: delete)]``. A document that is silent
is in no bracket. :func:`proposals.reports.brackets.parser.read_brackets` reads the form back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias, TypeVar

import attrs

from proposals.comparison.apart import told_apart
from proposals.comparison.line import Line
from proposals.comparison.narrowing import EVERYTHING, Narrowing
from proposals.comparison.variants import Variant
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field
from proposals.fields.numbers import Number
from proposals.fields.values import PLACE, Flag, Plain
from proposals.files.writing import edition
from proposals.language.dates import date_words
from proposals.language.escaping import quoted, token
from proposals.language.names import Lookup
from proposals.language.notes import Notes, cited, labels, origins, source_lines
from proposals.language.tables import Language
from proposals.language.values import extent, joins, ordered
from proposals.negotiation.lines import lines
from proposals.reports.brackets.headings import Headings
from proposals.reports.brackets.notation import LEFT_OUT, actor, item, left_out, masked, single
from proposals.reports.brackets.wordbook import Wordbook
from proposals.reports.formats.markdown import note_text
from proposals.strings import capital
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.vocabulary import Modality, Stance, Topics

VERBS: Final = {stance: "delete" if stance is Stance.STRIKES else str(stance) for stance in Stance}
"""What stands for a stance in a bracket, ``[(E3: delete)]``."""

AGREED: Final = "agreed as named"
"""What stands for a common text that has nothing besides its subject."""

INSTEAD: Final = "instead, "
"""What the item begins with that names what else a document proposes."""

SOURCES: Final = "Sources"
"""The heading after the last topic."""

PLACE_DECLARED: Final = "Place "
ACTOR_DECLARED: Final = "Actor "
"""What the lines begin with that say the name of what a document declares, ``Place gaza = Gaza Strip``."""

LEGEND: Final = (
    "Each heading names a subject. The documents after its dash all address it, and what has no brackets under it is "
    "common to them. What is contested is in square brackets with those who say it. A document that is silent is named "
    "neither after a dash nor in a bracket; one that leaves something out, as a source says, is in a bracket that says "
    "so. Neither means consent or refusal."
)

_Item = TypeVar("_Item")
_Said: TypeAlias = tuple[int, Variant]
"""What a document says, with the number of the document, counted from 0."""
_MARK: Final = re.compile(r"\[\^(\d+)\]")


def render(documents: Sequence[Proposal], *, narrowing: Narrowing = EVERYTHING, kinds: Kinds = KINDS) -> str:
    """The bracketed text of any number of documents, in reading order under their topics, with its sources.

    Of the lines only those that ``narrowing`` keeps.
    Raises :class:`InvalidProposalError` as :func:`proposals.negotiation.lines.lines` does.
    """
    documents = told_apart(documents)
    lookup = Lookup.of(*documents)
    writer = _Writer(documents, lookup, kinds)
    parts = ["# Bracketed text", *_head(documents, lookup), LEGEND]
    every, places = lines(documents, world=lookup.world), lookup.world.places
    wanted = [line for line in every if narrowing.keeps(line, places)]
    for topic, found in groupby(wanted, lambda line: line.topic):
        parts.append(f"## {topic_heading(topic, lookup.language)}")
        parts += [writer.line(line) for line in found]
    shown, numbers = _renumbered("\n\n".join(parts))
    notes = writer.notes.texts
    noted = [f"[^{number}]: {note_text(notes[old - 1])}" for old, number in numbers.items()]
    sources = [f"- {note_text(text)}" for text in source_lines(cited(wanted, documents, lookup), lookup.language)]
    return "\n\n".join([shown, f"## {SOURCES}", *("\n".join(one) for one in (sources, noted) if one)]) + "\n"


def _renumbered(text: str) -> tuple[str, dict[int, int]]:
    """The text with its notes numbered in the order of reading; for the numbers that they had the new ones."""
    order = dict.fromkeys(int(found) for found in _MARK.findall(text))
    numbers = {old: number for number, old in enumerate(order, start=1)}
    return _MARK.sub(lambda found: f"[^{numbers[int(found[1])]}]", text), numbers


def _head(documents: Sequence[Proposal], lookup: Lookup) -> Iterator[str]:
    listed = []
    for short, document in zip(labels(documents), documents, strict=True):
        day = date_words(document.date, lookup.language)
        listed.append(f"- {short}: {token(document.title)}, {day}, {extent(document)}")
    yield "\n".join(listed)
    declared = [*_declared(documents, lookup)]
    if declared:
        yield "\n".join(declared)
    yield f"Data: {edition(documents)}"


def topic_heading(topic: Topics, language: Language) -> str:
    """What stands above the lines of a topic."""
    return capital(language.word(topic))


def _declared(documents: Sequence[Proposal], lookup: Lookup) -> Iterator[str]:
    """The names of the places and actors that documents declare, and the ids that they have here."""
    places = {place.id for document in documents for place in document.places}
    named = (place for place in lookup.world.places.entries if place in places or place.rpartition("/")[0] in places)
    yield from (f"{PLACE_DECLARED}{one} = {token(lookup.name(one))}" for one in named)
    actors = {actor.id for document in documents for actor in document.actors}
    yield from (f"{ACTOR_DECLARED}{one} = {token(lookup.name(one))}" for one in sorted(actors))


@attrs.define
class _Writer:
    """Writes lines, and gathers their notes."""

    documents: Sequence[Proposal]
    lookup: Lookup
    kinds: Kinds
    notes: Notes = attrs.field(factory=Notes)
    words: Wordbook = attrs.field(init=False)
    headings: Headings = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Open the book of the words that the text is written in."""
        self.words = Wordbook(self.lookup)
        self.headings = Headings(self.words, self.kinds)

    def line(self, line: Line) -> str:
        """A heading with its list."""
        heading = f"### {self.headings.written(line.shape, line.subject)}"
        if line.excepted:
            heading += f"; except {', '.join(single(PLACE, place, self.words) for place in line.excepted)}"
        if line.settled_in_part:
            listed = list(self._by_field(line)) or [AGREED]
            heading += self._speakers(line)
            if any("[" not in masked(one) for one in listed):
                heading += self._mark([*line.said()])
            listed += self._whole(line, [one for one in line.told() if one[1].stance is Stance.LEAVES_OUT])
        else:
            listed = list(self._whole(line, [*line.told()]))
        return "\n".join([heading, "", *(f"- {one}" for one in listed)])

    def _speakers(self, line: Line) -> str:
        """Who proposes and who accepts."""
        texts = [one for one in line.said() if one[1].proposes]
        agreeing = [one for one in line.said() if one[1].agrees]
        accepted = f"; accepted by {self._holders(agreeing, line)}" if agreeing else ""
        return f" — {self._holders(texts, line)}{accepted}"

    def _whole(self, line: Line, told: list[_Said]) -> Iterator[str]:
        """One bracket for each text with all who hold it, and one for each answer and for what is left out."""
        for said in _alike(told, lambda one: (one[1].content, repr(one[1].fields), one[1].left_out)):
            first, held = said[0][1], self._holders(said, line)
            shape = self.kinds[first.kind] if first.instead else line.shape
            items = list(items_of(first.fields, shape, self.words))
            items += [f"{LEFT_OUT}{left_out(shape, first.left_out, self.words)}"] if first.left_out else []
            if first.instead:
                items.insert(0, f"{INSTEAD}{self.headings.written(shape, first.subject)}")
            if first.stance is not Stance.PROPOSES or not items:
                yield f"[({held}: {'; '.join([VERBS[first.stance], *items])})]{self._mark(said)}"
            else:
                yield f"[{'; '.join(items)} ({held})]{self._mark(said)}"

    def _by_field(self, line: Line) -> Iterator[str]:
        """A line for each field that any states; qualifiers stand with the value that they narrow."""
        texts = [one for one in line.said() if one[1].proposes]
        held: list[dict[str, Plain]] = [dict(variant.fields) for _, variant in texts]
        if any("modality" in one for one in held):
            held = [dict[str, Plain](modality=str(Modality.SHALL)) | one for one in held]
        for run in _runs([field for field in ordered(line.shape) if any(field.key in one for one in held)], held):
            told = [tuple((field.key, one[field.key]) for field in run if field.key in one) for one in held]
            if _equal(told):
                yield "; ".join(items_of(told[0], line.shape, self.words))
                continue
            lead = "" if isinstance(run[0].domain, Flag) else f"{self.words.called(run[0], line.kind)}: "
            speaking = [(said, one) for said, one in zip(texts, told, strict=True) if one]
            brackets = []
            for pairs in _alike(speaking, lambda pair: repr(pair[1])):
                saying = [said for said, _ in pairs]
                content = "; ".join(items_of(pairs[0][1], line.shape, self.words)).removeprefix(lead)
                mark = self._mark(saying, tuple(field.key for field in run))
                brackets.append(f"[{content} ({self._holders(saying, line)})]{mark}")
            yield lead + " ".join(brackets)
        yield from self._left_out(texts, line)

    def _left_out(self, texts: Sequence[_Said], line: Line) -> Iterator[str]:
        """A line for the fields that by sources the texts do not have, if there are any."""
        lacking = [one for one in texts if one[1].left_out]
        groups = _alike(lacking, lambda one: one[1].left_out)
        if len(groups) == 1 and len(lacking) == len(texts):
            yield f"{LEFT_OUT}{left_out(line.shape, texts[0][1].left_out, self.words)}"
        elif groups:
            brackets = []
            for said in groups:
                keys = said[0][1].left_out
                named = left_out(line.shape, keys, self.words)
                held, mark = self._holders(said, line), self._mark(said, keys)
                brackets.append(f"[{named} ({held})]{mark}")
            yield LEFT_OUT + " ".join(brackets)

    def _holders(self, said: Sequence[_Said], line: Line) -> str:
        return ", ".join(holder(*one, line, self.documents, self.words) for one in said)

    def _mark(self, said: Sequence[_Said], keys: tuple[str, ...] = ()) -> str:
        pairs = [(variant, self.documents[at]) for at, variant in said]
        return f"[^{self.notes.number(origins(pairs, self.lookup, keys))}]"


def items_of(fields: Sequence[tuple[str, Plain]], shape: type[Term], words: Wordbook) -> Iterator[str]:
    """Fields as the form writes them; a qualifier follows a number without a sign between, ``800,000 in peacetime``."""
    held, written, number = dict(fields), "", False
    for field in ordered(shape):
        if field.key not in held:
            continue
        one = item(field, held[field.key], shape.kind, words)
        if number and joins(field):
            written, number = f"{written} {one}", False
            continue
        if written:
            yield written
        written, number = one, isinstance(field.domain, Number) and not field.many
    if written:
        yield written


def holder(document: int, variant: Variant, line: Line, documents: Sequence[Proposal], words: Wordbook) -> str:
    """Who holds a text: the document's label, or those who hold the variant, ``UA as "A" in twenty-point``."""
    named = labels(documents)[document]
    if variant.option:
        named = f"as {quoted(variant.option)} in {named}"
    elif variant.holders:
        named = f"in {named}"
    if variant.holders:
        named = f"{'+'.join(actor(one, words) for one in variant.holders)} {named}"
    position = line.positions[document]
    told = (*position.variants, *position.lacking)
    like = [one for one in told if (one.holders, one.option) == (variant.holders, variant.option)]
    at = next(index for index, one in enumerate(like, start=1) if one is variant)
    return f"{named} #{at}" if at > 1 else named


def _runs(fields: list[Field], held: list[dict[str, Plain]]) -> Iterator[list[Field]]:
    """Each field with the qualifiers after it that can share its brackets."""
    run: list[Field] = []
    for field in fields:
        if run and _shares(field, run[0], held):
            run.append(field)
            continue
        if run:
            yield run
        run = [field]
    if run:
        yield run


def _shares(field: Field, first: Field, held: list[dict[str, Plain]]) -> bool:
    """Whether a qualifier is as contested as the field before it, and nobody states it without that one.

    Qualifiers share a bracket with each other where the same documents state them.
    """
    if not isinstance(field.domain, Flag):
        return False
    if isinstance(first.domain, Flag):
        return all((field.key in one) is (first.key in one) for one in held)
    contested = [not _equal([one.get(key) for one in held]) for key in (field.key, first.key)]
    return contested[0] is contested[1] and all(first.key in one for one in held if field.key in one)


def _equal(values: Sequence[object]) -> bool:
    return len({repr(value) for value in values}) == 1


def _alike(found: Sequence[_Item], key: Callable[[_Item], Hashable]) -> list[list[_Item]]:
    groups: dict[Hashable, list[_Item]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())
