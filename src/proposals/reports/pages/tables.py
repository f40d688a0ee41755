"""What the tables of negotiators are made of: matters and positions as cells, and the sources that they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.language.dates import date_words
from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.language.notes import Notes, cited
from proposals.language.phrases import Role, Run, phrase
from proposals.language.sentences import heading
from proposals.language.values import extent, listed
from proposals.negotiation.brief import brief_of
from proposals.reports.page import Block, Cell, Column, Heading, Level, Note, Page, Paragraph, Table
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages.positions import said, variant_sentences
from proposals.vocabulary import Absence, Stance

SILENT: Final = "–"
"""What stands for the silence of a text that is known whole."""


def cell(*texts: str, role: Role = Role.PLAIN, aside: str = "") -> Cell:
    """A cell of lines of one role; an empty line is left out."""
    return Cell(tuple(phrase(Run(text, role)) for text in texts if text), aside)


def by_topic(rows: Iterable[tuple[Line, tuple[Cell, ...]]], columns: tuple[Column, ...], whole: str) -> Iterator[Block]:
    """A heading and a table for each topic, in the order of the rows."""
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for line, cells in rows:
        found.setdefault(str(line.topic), []).append(cells)
    for topic, held in found.items():
        yield Heading(Level.PART, phrase(topic))
        yield Table(columns, tuple(held), whole)


def form(
    title: str,
    facts: Iterable[str],
    tables: Iterable[Block],
    notes: Notes,
    documents: Sequence[Proposal],
    topics: Collection[str],
) -> Page:
    """A page of tables: its title, the brief of these topics, what must be known to read the tables, then the tables.

    ``notes`` are read when the tables are made.
    """
    told = brief_page.blocks(brief_of(documents, topics), Lookup.of(*documents)) if len(documents) > 1 else ()
    head: tuple[Block, ...] = (Heading(Level.PAGE, phrase(title)), *told)
    blocks = (*(Paragraph(phrase(fact)) for fact in facts), *tables)
    page = Page((*head, *blocks), tuple(Note(text) for text in notes.texts), tuple(documents))
    return attrs.evolve(page, blocks=(*head, Paragraph(phrase(_data(page))), *blocks))


def _data(page: Page) -> str:
    origin = page.origin()
    return f"Data: {origin.edition}, {origin.day}" if origin else ""


def matter(line: Line, lookup: Lookup) -> Cell:
    """What a line is about."""
    names = listed(lookup.name(place) for place in line.excepted)
    except_for = (f"except {names}",) if names else ()
    return cell(heading(line.shape, line.subject, lookup), *except_for)


def position(held: Position, lookup: Lookup, note: int) -> Cell:
    """What a document says, variant by variant; ``note`` is the number of the note with its sources."""
    texts = [text for one in held.variants for text in variant_sentences(one, lookup)]
    where = f"point {', '.join(held.points)}" if held.points else ""
    against = {Stance.STRIKES, Stance.REJECTS, Stance.REFUSES}.issuperset(held.stances)
    role = Role.OPPOSED if against else Role.PLAIN
    return cell(*dict.fromkeys(texts), role=role, aside=where)._replace(notes=(note,))


def absent(held: Position, lookup: Lookup) -> Cell:
    """Why a document says nothing: a dash for the silence of a whole text; what it leaves out in a sentence."""
    if held.state is Absence.SILENT:
        return cell(SILENT, role=Role.ABSENT)
    return Cell(said(held, lookup))


def described(document: Proposal, lookup: Lookup) -> str:
    """A document with its status and date, and how much of it is known."""
    language = lookup.language
    day = date_words(document.date, language)
    return f"{document.title}, {language.word(document.status)} {day}, {extent(document)}"


SOURCES: Final = (
    Column("Publisher", 20, leads=True),
    Column("Title", 26),
    Column("Published", 14),
    Column("Grade", 7),
    Column("Address", 38),
    Column("Cited by", 8),
)


def sources_of(lines: Iterable[Line], documents: Sequence[Proposal], lookup: Lookup) -> Iterator[Block]:
    """The sources that the lines rest on, under their heading; nothing where there are none."""
    letters = {document.id: letter for letter, document in zip(lettered(documents), documents, strict=True)}
    rows = []
    for one in cited(lines, documents, lookup):
        held = one.source
        day = date_words(held.date, lookup.language) if held and held.date else ""
        facts = (held.publisher, held.title, day, held.grade, held.url) if held else (one.id, "", "", "", "")
        rows.append(tuple(cell(fact) for fact in (*facts, ", ".join(letters[name] for name in one.documents))))
    if rows:
        yield Heading(Level.PART, phrase("Sources"))
        yield Table(SOURCES, tuple(rows))
