"""A text beside its coding, point by point: for whoever checks a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import sentence
from proposals.language.values import counted
from proposals.reports.page import Block, Cell, Column, Heading, Level, Page, Paragraph, Table
from proposals.texts.points import Point, Split

_COLUMNS: Final = (Column("Point", 6, leads=True), Column("Text", 46), Column("Coding", 54))


def page(document: Proposal, split: Split, lookup: Lookup) -> Page:
    """Each point of the text with the terms and the gaps that stand under it."""
    rows = tuple(_row(point, document, lookup) for point in split.points)
    known = {point.label for point in split.points}
    elsewhere = [term for term in document.entries if known.isdisjoint(term.points)]
    untyped = sum(not any(point.label in term.points for term in document.entries) for point in split.points)
    blocks: list[Block] = [
        Heading(Level.PAGE, phrase(document.title)),
        Paragraph(phrase(f"{counted(len(rows), 'point')}, {untyped} without a term.")),
        Table(_COLUMNS, rows),
    ]
    if elsewhere:
        blocks.append(Heading(Level.PART, phrase("under no point of the text")))
        blocks += [Paragraph(phrase(sentence(term, lookup))) for term in elsewhere]
    return Page(tuple(blocks), documents=(document,))


def _row(point: Point, document: Proposal, lookup: Lookup) -> tuple[Cell, ...]:
    text = tuple(phrase(words) for _, words in point.paragraphs)
    return Cell((phrase(point.label),)), Cell(text), Cell(tuple(_coding(point, document, lookup)))


def _coding(point: Point, document: Proposal, lookup: Lookup) -> Iterator[Phrase]:
    terms = [term for term in document.entries if point.label in term.points]
    gaps = [gap for gap in document.gaps if gap.point == point.label]
    yield from (phrase(sentence(term, lookup)) for term in terms)
    yield from (phrase(Run("to decide: ", Role.STRONG), gap.what) for gap in gaps)
    if not terms and not gaps:
        yield phrase(Run("nothing", Role.ABSENT))
