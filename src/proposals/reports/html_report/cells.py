"""What stands in a cell of the table: the values of one document, and beneath them what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.language.fields import rows
from proposals.language.labels import letter
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase
from proposals.negotiation.side_by_side import ComparedLine
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.pages.positions import said
from proposals.values import Value
from proposals.vocabulary import Certainty

_UNLIKE = "≠"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry(Value):
    """One field of one document; ``differs`` from the first document, ``note`` tells how and how that weighs."""

    label: str
    lines: tuple[Phrase, ...]
    differs: bool = False
    note: Phrase = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quotation(Value):
    """A citation with its source (``None``: not declared), the speaker's name and how sure it is, where known.

    ``where`` is the file and line in which the citation stands.
    """

    citation: Citation
    source: Source | None
    speaker: str
    certainty: Certainty | None
    where: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Disputed(Value):
    """A dispute with the citations of those who report something else."""

    dispute: Dispute
    quotations: tuple[Quotation, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cell(Value):
    """What one document does with a subject.

    ``state`` is a word for why it says nothing; empty where it speaks. ``sentences`` are what it says, ``entries`` the
    fields in which that differs from the first document.
    """

    state: str
    sentences: tuple[Phrase, ...]
    entries: tuple[Entry, ...]
    quotations: tuple[Quotation, ...]
    disputes: tuple[Disputed, ...]
    notes: tuple[str, ...]


def cells(compared: ComparedLine, documents: Iterable[Proposal], lookup: Lookup) -> tuple[Cell, ...]:
    """The cells of a row, one for each document."""
    sides = compared.line.positions
    names = [letter(index) for index, _ in enumerate(sides)]
    entries: list[tuple[Entry, ...]] = [() for _ in sides]
    for other, found in enumerate(compared.findings, start=1):
        met = [finding for finding in found if finding.left.terms and finding.right.terms]
        if len(found) == 1 and met:
            told = [row for row in rows(met[0], (names[0], names[other]), lookup) if row.telling]
            both = [(row, row.mark.text == _UNLIKE) for row in told]
            entries[other] = tuple(
                Entry(label=row.label, lines=row.right, differs=differs, note=row.brief) for row, differs in both
            )
            if len(sides) == 2:  # noqa: PLR2004 -- two documents stand field by field
                entries[0] = tuple(Entry(label=row.label, lines=row.left, differs=differs) for row, differs in both)
    return tuple(
        _cell(side, own, document, lookup) for side, own, document in zip(sides, entries, documents, strict=True)
    )


def _cell(side: Position, entries: tuple[Entry, ...], document: Proposal, lookup: Lookup) -> Cell:
    notes = [term.note for term in side.terms or side.left_out if term.note]
    return Cell(
        state="" if side.speaks else lookup.language.word(side.state),
        sentences=said(side, lookup) if side.speaks or side.left_out else (),
        entries=entries,
        quotations=tuple(quotations(side.citations, document, lookup)),
        disputes=tuple(
            Disputed(dispute=dispute, quotations=tuple(quotations(dispute.citations, document, lookup)))
            for dispute in side.disputes
        ),
        notes=tuple(dict.fromkeys(notes)),
    )


def quotations(citations: Iterable[Citation], document: Proposal | None, lookup: Lookup) -> Iterator[Quotation]:
    """The citations of a document, or of an event (``None``), each with what its source says of it."""
    for citation in citations:
        speaker = lookup.speaker(citation, document)
        yield Quotation(
            citation=citation,
            source=lookup.source(citation.source, document),
            speaker=lookup.name(speaker) if speaker else "",
            certainty=lookup.certainty(citation, document),
            where=lookup.where(citation.at) if citation.at else "",
        )
