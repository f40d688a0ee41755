"""The four columns as a form: base, each party, compromise, and how far each line is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from proposals.comparison.findings import Difference
from proposals.documents.progress import Progress
from proposals.fields.changes import Stated
from proposals.fields.declare import compared_fields
from proposals.language import values as wording
from proposals.language.differences import known, told, unreported
from proposals.language.names import Lookup
from proposals.language.notes import Notes, labels, origin
from proposals.language.values import extent, label
from proposals.negotiation.four_columns import FourColumns, Move, Row, Toward
from proposals.reports.pages.tables import (
    SILENT,
    Cell,
    Column,
    Form,
    Table,
    Tone,
    absent,
    by_topic,
    dated,
    matter,
    position,
    sources_of,
    titled,
)
from proposals.terms.base import Term

SAME: Final = "="
RULE: Final = "Nothing is agreed until everything is agreed."

_MOVES: Final = (Column("No.", 5), Column("Matter", 30), Column("Who", 12), Column("Move", 16), Column("How", 60))


def form(columns: FourColumns) -> Form:
    """The form, with a table for each topic, then who moved."""
    documents = columns.documents
    lookup = Lookup.of(*documents)
    notes = Notes()
    rows = [(row.line, tuple(_cells(row, columns, lookup, notes))) for row in columns.rows]
    moves = tuple(_move(move, columns, lookup) for move in columns.moves)
    made, day = dated(documents)
    return Form(
        title="Four-column document" if columns.based else "Texts side by side",
        facts=tuple(_facts(columns)),
        body=by_topic(rows, _columns(columns)),
        further=(Table("Who moved", _MOVES, moves),),
        notes=notes.texts,
        sources=sources_of((row.line for row in columns.rows), documents, lookup),
        edition=made,
        day=day,
    )


def _columns(columns: FourColumns) -> tuple[Column, ...]:
    base = [Column(f"Base: {titled(columns.documents[0])}", 26)] if columns.based else []
    parties = [Column(titled(columns.documents[party]), 26) for party in columns.parties]
    last = f"Compromise: {titled(columns.documents[-1])}" if columns.drafted else "Compromise"
    return (Column("No.", 5), Column("Matter", 20), *base, *parties, Column(last, 20), Column("Status", 11))


def _facts(columns: FourColumns) -> Iterator[str]:
    meanings = [f"“{SILENT}” silent: the whole text is known and says nothing of it", "“not reported”: known in part"]
    if columns.based:
        meanings.insert(0, f"“{SAME}” unchanged from the base")
    yield f"{'; '.join(meanings)}. Neither silence nor a gap is consent or refusal."
    counts = ", ".join(f"{count} {progress}" for progress, count in columns.counts().items())
    agreed = "All lines are at least provisionally agreed." if columns.agreed else "Not everything is, so nothing is."
    here = f" Below: {len(columns.rows)} of {len(columns.rows) + len(columns.hidden)}." if columns.hidden else ""
    yield f"{RULE} Lines: {counts or 'none'}. {agreed}{here}"
    named = list(zip(labels(columns.documents), columns.documents, strict=True))
    coded = columns.compromised and not columns.drafted
    for short, document in named[:-1] if coded else named:
        yield f"{short}: {titled(document)}, {document.status}, {extent(document)}"


def _cells(row: Row, columns: FourColumns, lookup: Lookup, notes: Notes) -> Iterator[Cell]:
    yield Cell((str(row.number),))
    yield matter(row.line, lookup)
    for document in range(len(columns.documents) - int(columns.compromised)):
        yield _cell(row, document, columns, lookup, notes)
    yield _compromise(row, columns, lookup, notes)
    standing = row.standing
    done = row.progress.rank >= Progress.AD_REFERENDUM.rank
    yield Cell((str(row.progress),), standing.note if standing else "", (), Tone.DONE if done else Tone.PLAIN)


def _cell(row: Row, document: int, columns: FourColumns, lookup: Lookup, notes: Notes) -> Cell:
    own = row.line.positions[document]
    if not own.speaks:
        return absent(own)
    held = position(own, lookup, notes.number(origin(own, columns.documents[document], lookup)))
    if document in row.unchanged:
        return attrs.evolve(held, lines=(SAME,), tone=Tone.UNCHANGED)
    return held


def _compromise(row: Row, columns: FourColumns, lookup: Lookup, notes: Notes) -> Cell:
    """The text, then the words that are kept. Where there is neither it is empty, or a document's silence."""
    words = (row.standing.words,) if row.standing and row.standing.words else ()
    last = len(columns.documents) - 1
    meant = row.line.positions[last] if columns.compromised else None
    if meant and not meant.speaks and columns.drafted and not words:
        return absent(meant)
    if meant is None or not meant.speaks:
        return Cell(words, tone=Tone.TEXT)
    sourced = bool(meant.citations)
    held = position(meant, lookup, notes.number(origin(meant, columns.documents[last], lookup)) if sourced else 0)
    lines = (SAME,) if last in row.unchanged else held.lines
    return attrs.evolve(held, lines=(*lines, *words), notes=held.notes if sourced else ())


def _move(move: Move, columns: FourColumns, lookup: Lookup) -> tuple[Cell, ...]:
    party = columns.documents[move.document]
    return (
        Cell((str(move.row.number),)),
        matter(move.row.line, lookup),
        Cell((labels(columns.documents)[move.document],)),
        Cell((str(move.toward),)),
        Cell(tuple(_how(move, columns, party.id, lookup))),
    )


def _how(move: Move, columns: FourColumns, party: str, lookup: Lookup) -> Iterator[str]:
    finding = move.finding
    own = move.row.line.positions[move.document]
    if own.struck:
        yield "deletes it" if move.toward is Toward.OWN else "had deleted it"
        return
    if own.instead:
        yield "puts something else instead"
        return
    if not finding.left.terms:
        yield "adds it"
        return
    before = columns.documents[0].id if move.toward is Toward.OWN else party
    after = party if move.toward is Toward.OWN else columns.documents[-1].id
    if finding.open:
        yield "open alternatives"
    elif finding.left.state is not finding.right.state:
        yield f"{finding.right.state}, where the earlier text {finding.left.state}"
    for differing in known(finding):
        yield _differing(differing, type(finding.left.terms[0]), (before, after), lookup)
    yield from unreported(finding, (before, after))
    weight = wording.weight_of(finding.direction, finding, lookup)
    if weight:
        yield weight


def _differing(differing: Difference, shape: type[Term], names: tuple[str, str], lookup: Lookup) -> str:
    """How a field differs; one that is stated on one side only with its value."""
    field = next(field for field in compared_fields(shape) if field.key == differing.field)
    held = differing.right if differing.left is None else differing.left
    if isinstance(differing.change, Stated):
        stated = label(field) if held is True else f"{label(field)}: {wording.value(field, held, lookup)}"
        return f"{'adds' if differing.left is None else 'without'} {stated}"
    return f"{label(field)}: {''.join(run.text for run in told(differing, shape, names, lookup)).strip()}"
