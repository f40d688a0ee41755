"""What the tables of negotiators are made of: matters and positions as cells, and the sources that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from proposals.comparison.line import Line
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.language.answers import DISPUTED
from proposals.language.dates import date_words
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import heading
from proposals.language.tables import Language
from proposals.negotiation.brief import brief_of
from proposals.provenance import Dispute
from proposals.reports.page import Block, Cell, Column, Heading, Items, Level, Page, Paragraph, Table
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import said, variant_sentences
from proposals.reports.pages.sourcing import Sourcing
from proposals.vocabulary import Absence, Certainty
from proposals.world.dates import Date

SILENT: Final = "–"
"""What stands for the silence of a text that is known whole."""


def cell(*texts: str, role: Role = Role.PLAIN, aside: str = "") -> Cell:
    """A cell of lines of one role; an empty line is left out."""
    return Cell(tuple(phrase(Run(text, role)) for text in texts if text), aside)


def by_topic(
    rows: Iterable[tuple[Line, tuple[Cell, ...]]], columns: tuple[Column, ...], whole: str, language: Language
) -> Iterator[Block]:
    """A heading and a table for each topic, in the order of the rows."""
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for line, cells in rows:
        found.setdefault(language.word(line.topic, "heading"), []).append(cells)
    for topic, held in found.items():
        yield Heading(Level.PART, phrase(topic))
        yield Table(columns, tuple(held), whole)


def form(
    title: str,
    facts: Iterable[str],
    tables: Iterable[Block],
    told: Told,
    narrowing: Narrowing,
) -> Page:
    """A page of tables: its title, the brief, what must be known to read the tables, then the tables.

    The brief is narrowed as the tables are. ``told`` is read when these are made; what sources dispute follows them.
    """
    documents, lookup = told.documents, told.lookup
    single = len(documents) == 1
    head: tuple[Block, ...] = (
        Heading(Level.PAGE, phrase(title)),
        *([documents_in(documents, lookup)] if single else brief_page.blocks(brief_of(documents, narrowing), lookup)),
    )
    blocks = (*(Paragraph(phrase(fact)) for fact in facts), *tables)
    page = Page((*head, *blocks, *told.disputed()), told.sourcing.notes, tuple(documents))
    return attrs.evolve(
        page, blocks=(*head, Paragraph(phrase(_data(page, lookup.language))), *page.blocks[len(head) :])
    )


def _data(page: Page, language: Language) -> str:
    """The day of the data, and the checksum by which others see whether theirs are the same."""
    origin = page.origin()
    day = date_words(Date(origin.day.isoformat()), language) if origin else ""
    return language.fill("brief.data", day=day, edition=origin.edition) if origin else ""


@attrs.define
class Told:
    """Positions of documents as cells: it numbers their sources, and gathers what these dispute."""

    documents: Sequence[Proposal]
    lookup: Lookup
    sourcing: Sourcing
    _disputes: dict[Phrase, tuple[Dispute, Proposal]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, documents: Sequence[Proposal], lookup: Lookup) -> Told:
        """Nothing told yet."""
        return cls(documents, lookup, Sourcing(lookup, named=False))

    def cell(self, held: Position, document: int, row: int) -> Cell:
        """What a document, counted from 0, says in a row of that number, variant by variant; why it does not."""
        if not held.speaks:
            return absent(held, self.lookup)
        own = self.documents[document]
        texts = [text for one in held.variants for text in variant_sentences(held, one, self.lookup)]
        for dispute in held.disputes:
            place = f"{row}, {lettered(self.documents)[document]}"
            told = phrase(Run(place, Role.STRONG), self._otherwise(dispute, held))
            self._disputes[told] = (dispute, own)
        where = [self.lookup.language.cited(held.points)] if held.points else []
        where += [word for word in [self._doubt(held, own)] if word]
        aside = " ".join([", ".join(where), *([DISPUTED] if held.disputes else [])]).strip()
        return cell(*dict.fromkeys(texts), aside=aside)._replace(notes=self.sourcing.numbers(held.citations, own))

    def _otherwise(self, dispute: Dispute, held: Position) -> str:
        """What is reported instead of which value, and why that value was chosen."""
        field = f", {field_label(dispute.field, type(held.terms[0]), self.lookup)}" if dispute.field else ""
        instead = self.lookup.language.fill("pages.tables.reported elsewhere", value=dispute.value)
        return f"{field}{instead} {dispute.note}".strip()

    def _doubt(self, held: Position, document: Proposal) -> str:
        """How sure the surest citation is, in a word, where not even that one has it as a fact."""
        found = [one for one in (self.lookup.certainty(cite, document) for cite in held.citations) if one]
        surest = min(found, key=lambda one: one.rank, default=Certainty.QUOTED)
        return (
            self.lookup.language.word(surest)
            if len(found) == len(held.citations) and surest.rank > Certainty.REPORTED.rank
            else ""
        )

    def disputed(self) -> Iterator[Block]:
        """What sources report instead of the values shown, under a heading; nothing where they dispute nothing."""
        if self._disputes:
            yield Heading(Level.PART, phrase(self.lookup.language.phrase("pages.tables.disputed")))
            numbers = (self.sourcing.numbers(one.citations, own) for one, own in self._disputes.values())
            yield Items(tuple(self._disputes), tuple(numbers))


def matter(line: Line, lookup: Lookup) -> Cell:
    """What a line is about."""
    language = lookup.language
    names = language.listed(lookup.name(place) for place in line.excepted)
    except_for = (language.fill("pages.tables.except", names=names),) if names else ()
    return cell(heading(line.shape, line.subject, lookup), *except_for)


def absent(held: Position, lookup: Lookup) -> Cell:
    """Why a document says nothing: a dash for the silence of a whole text; what it leaves out in a sentence."""
    if held.state is Absence.SILENT:
        return cell(SILENT, role=Role.ABSENT)
    return Cell(said(held, lookup))
