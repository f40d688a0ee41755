"""The codebook as a page: every kind of term, every field and every word with its definition.

Made from the declarations and nothing else, so that it cannot say anything that the library does not do.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import Final

from proposals.fields.changes import Way
from proposals.fields.declare import Field, Record, compared_fields, fields_of, subject_fields
from proposals.fields.values import Words
from proposals.language.meanings import takes
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.reports.page import Block, Cell, Column, Heading, Items, Level, Page, Paragraph, Table
from proposals.terms import Kinds
from proposals.terms.base import Term
from proposals.vocabulary import (
    Certainty,
    Coverage,
    Credibility,
    Direction,
    Form,
    Link,
    PageKind,
    Reliability,
    Stance,
    Status,
    Topics,
)
from proposals.words import Word

_OF_DOCUMENTS: Final[tuple[type[Word], ...]] = (Form, Status, Coverage, Link, Stance)
_OF_SOURCES: Final[tuple[type[Word], ...]] = (PageKind, Reliability, Credibility, Certainty)
_COLUMNS: Final = (
    Column("field", 16, leads=True),
    Column("means", 38),
    Column("takes", 22),
    Column("scale", 12),
    Column("heavier for the bearer", 12),
)


def page(kinds: Kinds) -> Page:
    """The codebook of these kinds: kinds by topic, then records, then words."""
    common = compared_fields(Term)
    blocks: list[Block] = [Heading(Level.PAGE, phrase("Codebook"))]
    for topic in Topics.every():
        own = [kind for kind in kinds.values() if kind.topic == topic]
        if own:
            heading = Heading(Level.PART, phrase("Kinds of term"), phrase(str(topic)))
            blocks += [heading, Paragraph(phrase(topic.definition))]
        for kind in own:
            fields = (*subject_fields(kind), *(field for field in compared_fields(kind) if field not in common))
            blocks += [Heading(Level.ITEM, _code(kind.kind)), *_prose(kind), _table(fields)]
    blocks += [Heading(Level.PART, phrase("Fields of all kinds")), _table(common)]
    every = [*common, *(field for kind in kinds.values() for field in fields_of(kind))]
    records = list(dict.fromkeys(field.domain for field in every if isinstance(field.domain, Record)))
    blocks.append(Heading(Level.PART, phrase("Records")))
    for record in records:
        fields = fields_of(record.shape)
        blocks += [Heading(Level.ITEM, phrase(record.shape.__name__)), *_prose(record.shape), _table(fields)]
        every += fields
    taken = {field.domain.words for field in every if isinstance(field.domain, Words)}
    lists = {*taken, *(type(kind.topic) for kind in kinds.values())} - {Topics}
    blocks += _words("Words of terms", sorted(lists, key=lambda words: words.__name__))
    blocks += _words("Words of documents", _OF_DOCUMENTS)
    blocks += _words("Words of sources", _OF_SOURCES)
    return Page(tuple(blocks))


def _prose(shape: type[object]) -> Iterator[Block]:
    """The paragraphs of a docstring, with what stands between two backquotes as code."""
    for paragraph in (inspect.getdoc(shape) or "").split("\n\n"):
        parts = " ".join(paragraph.split("\n")).split("``")
        yield Paragraph(phrase(*(Run(part, Role.CODE if at % 2 else Role.PLAIN) for at, part in enumerate(parts))))


def _code(text: str) -> Phrase:
    return phrase(Run(text, Role.CODE))


def _table(fields: Iterable[Field]) -> Table:
    return Table(_COLUMNS, tuple(tuple(Cell((text,)) for text in _cells(field)) for field in fields))


def _cells(field: Field) -> Iterator[Phrase]:
    yield _code(field.key)
    yield phrase(field.definition)
    yield phrase(f"{'a list: ' if field.many else ''}{takes(field.domain)}")
    yield phrase("subject" if field.scale is None else field.scale.name)
    yield phrase(_weight(field))


def _weight(field: Field) -> str:
    """When the field weighs more on the bearer; a dash where it says nothing of weight."""
    parts = [] if field.heavier is None else ["the more" if field.heavier is Way.MORE else "the less"]
    if field.when_stated is not None:
        parts.append("when stated" if field.when_stated is Direction.HEAVIER else "when not stated")
    return "; ".join(parts) or "–"


def _words(heading: str, lists: Iterable[type[Word]]) -> Iterator[Block]:
    """Lists of words, each with the definition of every word."""
    yield Heading(Level.PART, phrase(heading))
    for words in lists:
        yield Heading(Level.ITEM, phrase(words.__name__))
        yield from _prose(words)
        yield Items(tuple(phrase(Run(str(word), Role.STRONG), f": {word.definition}") for word in words))
