"""A form before it is written to a page, a document or a workbook: tables of cells, notes and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from proposals.comparison.positions import Line, Position, Variant
from proposals.documents.proposal import Proposal
from proposals.fields.values import Flag, Number
from proposals.files.writing import edition
from proposals.language import values as wording
from proposals.language.names import Lookup
from proposals.language.notes import cited
from proposals.language.values import joins, label, ordered
from proposals.vocabulary import Absence, Stance, Word

_EARLIEST = dt.date(1980, 1, 1)
"""No file of the Office formats can be older: the date of the oldest entry that a ZIP archive holds."""


class Tone(Word):
    """How a cell stands to the rest of its row; a form may colour it, its words say the same without."""

    PLAIN = "plain", "A value, a name, a number."
    TEXT = "text", "A position."
    UNCHANGED = "unchanged", "The same as the base."
    ABSENT = "absent", "Silence, or nothing known."
    AGAINST = "against", "A deletion, a rejection, a refusal."
    DONE = "done", "Agreed at least ad referendum."


@attrs.frozen
class Cell:
    """What stands in one cell: its lines, where that is in a document, and the numbers of its notes."""

    lines: tuple[str, ...] = ()
    where: str = ""
    notes: tuple[int, ...] = ()
    tone: Tone = Tone.PLAIN


@attrs.frozen
class Column:
    """A column with its heading and its share of the width, in no unit."""

    title: str
    width: int


@attrs.frozen
class Table:
    """Rows under a title; each row has a cell for each column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen(kw_only=True)
class Form:
    """A whole form.

    ``facts`` stand before it, ``body`` are its tables, one for each topic and all of the same columns, ``further``
    those that go with it. ``notes`` are numbered from 1. ``edition`` and ``day`` say from which state of the data it
    was made, never when it was written.
    """

    title: str
    facts: tuple[str, ...]
    body: tuple[Table, ...]
    further: tuple[Table, ...]
    notes: tuple[str, ...]
    sources: Table
    edition: str
    day: dt.date


def dated(documents: Sequence[Proposal]) -> tuple[str, dt.date]:
    """The edition of the documents, and the earliest day of the latest of them, not before 1980."""
    return edition(documents), max(_EARLIEST, max(document.date for document in documents).earliest)


def by_topic(rows: Iterable[tuple[Line, tuple[Cell, ...]]], columns: tuple[Column, ...]) -> tuple[Table, ...]:
    """One table for each topic, in the order of the rows."""
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for line, cells in rows:
        found.setdefault(str(line.topic), []).append(cells)
    return tuple(Table(topic, columns, tuple(held)) for topic, held in found.items())


def matter(line: Line, lookup: Lookup) -> Cell:
    """What a line is about."""
    names = wording.listed(lookup.name(place) for place in line.excepted)
    except_for = (f"except {names}",) if names else ()
    return Cell((wording.titled(line.shape, line.subject, lookup), *except_for))


def position(held: Position, lookup: Lookup, note: int) -> Cell:
    """What a document says, variant by variant; ``note`` is the number of the note with its sources."""
    texts = [line for one in held.variants for line in _variant(one, lookup)]
    where = f"point {', '.join(held.points)}" if held.points else ""
    tone = Tone.AGAINST if {Stance.STRIKES, Stance.REJECTS, Stance.REFUSES}.issuperset(held.stances) else Tone.TEXT
    return Cell(tuple(texts), where, (note,), tone)


def _variant(variant: Variant, lookup: Lookup) -> Iterator[str]:
    lead = "instead, " if variant.instead else ""
    if variant.stance is not Stance.PROPOSES:
        lead += "deletes it" if variant.stance is Stance.STRIKES else str(variant.stance)
    if variant.instead:
        lead = f"{lead.rstrip(', ')}: {wording.titled(type(variant.terms[0]), variant.subject, lookup)}"
    held = [*([lead] if lead else []), *said(variant, lookup)] or ["as named"]
    if variant.holders:
        yield f"{wording.listed(map(lookup.name, variant.holders))}:"
    yield from held


def said(variant: Variant, lookup: Lookup) -> Iterator[str]:
    """The fields of a variant in words, one on a line; a qualifier follows a number on the same line."""
    held, written, number = dict(variant.fields), "", False
    for field in ordered(type(variant.terms[0])) if variant.terms else ():
        if field.key not in held:
            continue
        flag = isinstance(field.domain, Flag)
        one = label(field) if flag else f"{label(field)}: {wording.value(field, held[field.key], lookup)}"
        if number and joins(field):
            written, number = f"{written} {one}", False
            continue
        if written:
            yield written
        written, number = one, isinstance(field.domain, Number) and not field.many
    if written:
        yield written


SILENT = "–"
"""What stands for silence in a cell: the whole text is known and says nothing of the matter."""


def absent(held: Position) -> Cell:
    """Why a document says nothing."""
    return Cell((SILENT if held.state is Absence.SILENT else str(held.state),), tone=Tone.ABSENT)


def titled(document: Proposal) -> str:
    """A document with its id and date, for the head of a column."""
    return f"{document.title} ({document.id}, {document.date})"


SOURCES = (
    Column("Source", 14),
    Column("Publisher", 20),
    Column("Title", 26),
    Column("Published", 11),
    Column("Grade", 7),
    Column("Address", 38),
    Column("Cited by", 14),
)


def sources_of(lines: Iterable[Line], documents: Sequence[Proposal], lookup: Lookup) -> Table:
    """The sources that the lines rest on."""
    rows = []
    for one in cited(lines, documents, lookup):
        held = one.source
        facts = (held.publisher, held.title, one.published, held.grade, held.url) if held else ("", "", "", "", "")
        rows.append(tuple(Cell((fact,)) for fact in (one.id, *facts, ", ".join(one.documents))))
    return Table("Sources", SOURCES, tuple(rows))
