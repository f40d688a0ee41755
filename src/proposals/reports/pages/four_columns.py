"""The four columns as a page: base, each party, compromise, and how far each line is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.comparison.findings import Difference
from proposals.documents.progress import Progress
from proposals.fields.changes import Stated
from proposals.fields.declare import compared_fields
from proposals.language import values as wording
from proposals.language.differences import known, told, unreported
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Role, Run, phrase
from proposals.library import Library
from proposals.negotiation.four_columns import FourColumns, Move, Row, Toward
from proposals.reports.page import Block, Cell, Column, Heading, Level, Page, Table
from proposals.reports.pages.tables import SILENT, Told, absent, by_topic, cell, form, matter
from proposals.terms.base import Term

SAME: Final = "="
_SAME: Final = (phrase(Run(SAME, Role.FAINT)),)
RULE: Final = "Nothing is agreed until everything is agreed."

_MOVES: Final = (
    Column("No.", 5, leads=True, numbers=True),
    Column("Matter", 30, leads=True),
    Column("Who", 12),
    Column("Move", 16),
    Column("How", 60),
)


def page(columns: FourColumns, library: Library | None = None) -> Page:
    """A table for each topic, then who moved."""
    title = "Four-column document" if columns.based else "Texts side by side"
    told = Told.of(columns.documents, Lookup.of(*columns.documents, library=library))
    return form(title, _facts(columns), _tables(columns, told), told, columns.narrowing)


def _tables(columns: FourColumns, told: Told) -> Iterator[Block]:
    rows = [(row.line, tuple(_cells(row, columns, told))) for row in columns.rows]
    yield from by_topic(rows, tuple(_columns(columns)), "Four columns")
    moves = tuple(_move(move, columns, told.lookup) for move in columns.moves)
    if moves:
        yield Heading(Level.PART, phrase("Who moved"))
        yield Table(_MOVES, moves)


def _columns(columns: FourColumns) -> Iterator[Column]:
    briefs = lettered(columns.documents)
    heads = [f"{letter}: {document.title}" for letter, document in zip(briefs, columns.documents, strict=True)]
    yield Column("No.", 4, leads=True, numbers=True)
    yield Column("Matter", 16, leads=True)
    if columns.based:
        yield Column(f"Base, {heads[0]}", 26, f"Base: {briefs[0]}")
    yield from (Column(heads[party], 26, briefs[party]) for party in columns.parties)
    if columns.drafted:
        yield Column(f"Compromise, {heads[-1]}", 20, f"Compromise: {briefs[-1]}")
    elif columns.settles:
        yield Column("Compromise", 20)
    if columns.kept:
        yield Column("Status", 11, words=tuple(map(str, Progress)))


def _facts(columns: FourColumns) -> Iterator[str]:
    meanings = [f"“{SILENT}” silent: the whole text is known and says nothing of it", "“not reported”: known in part"]
    if any(position.lacking for row in columns.rows for position in row.line.positions):
        meanings.append("“left out”: known in part, and a source says that this is not in it")
    if columns.based:
        meanings.insert(0, f"“{SAME}” unchanged from the base")
    yield f"{'; '.join(meanings)}. Neither silence nor a gap is consent or refusal."
    lines = len(columns.rows) + len(columns.hidden)
    verb = "is" if len(columns.rows) == 1 else "are"
    below = f"{len(columns.rows)} of {lines} lines {verb} shown." if columns.hidden else ""
    if columns.kept:
        counts = ", ".join(f"{count} {progress}" for progress, count in columns.counts().items())
        yield " ".join(part for part in (RULE, f"Lines: {counts or 'none'}.", _agreed(columns), below) if part)
    elif below:
        yield below


def _agreed(columns: FourColumns) -> str:
    if columns.agreed:
        return "All lines are at least provisionally agreed."
    return "All lines are still open." if set(columns.counts()) == {Progress.OPEN} else "Not all lines are agreed yet."


def _cells(row: Row, columns: FourColumns, told: Told) -> Iterator[Cell]:
    yield cell(str(row.number))
    yield matter(row.line, told.lookup)
    for document in range(len(columns.documents) - int(columns.compromised)):
        yield _cell(row, document, told)
    if columns.settles:
        yield _compromise(row, columns, told)
    if columns.kept:
        standing = row.standing
        done = row.progress.rank >= Progress.AD_REFERENDUM.rank
        role = Role.AGREED if done else Role.PLAIN
        yield cell(str(row.progress), role=role, aside=standing.note if standing else "")


def _cell(row: Row, document: int, told: Told) -> Cell:
    held = told.cell(row.line.positions[document], document, row.number)
    return held._replace(lines=_SAME) if document in row.unchanged else held


def _compromise(row: Row, columns: FourColumns, told: Told) -> Cell:
    """The text, then the words that are kept. Where there is neither it is empty, or a document's silence."""
    words = cell(row.standing.words if row.standing else "").lines
    last = len(columns.documents) - 1
    meant = row.line.positions[last] if columns.compromised else None
    if meant is None or not (meant.speaks or columns.drafted):
        return Cell(words)
    if not meant.speaks:
        return Cell(words) if words else absent(meant, told.lookup)
    held = _cell(row, last, told)
    return held._replace(lines=(*held.lines, *words))


def _move(move: Move, columns: FourColumns, lookup: Lookup) -> tuple[Cell, ...]:
    party = lettered(columns.documents)[move.document]
    return (
        cell(str(move.row.number)),
        matter(move.row.line, lookup),
        cell(party),
        cell(str(move.toward)),
        cell(*_how(move, columns, party, lookup)),
    )


def _how(move: Move, columns: FourColumns, party: str, lookup: Lookup) -> Iterator[str]:
    finding = move.finding
    own = move.row.line.positions[move.document]
    if own.deletes:
        yield "deletes it" if move.toward is Toward.OWN else "had deleted it"
        return
    if own.instead:
        yield "puts something else instead"
        return
    if not finding.left.terms:
        yield "adds it" if own.binds else f"{lookup.language.word(own.state)} what the base does not have"
        return
    letters = lettered(columns.documents)
    before = letters[0] if move.toward is Toward.OWN else party
    after = party if move.toward is Toward.OWN else letters[-1]
    if finding.open:
        yield "open alternatives"
    elif finding.left.state is not finding.right.state:
        now, then = (lookup.language.word(side.state) for side in (finding.right, finding.left))
        yield f"{now}, where the earlier text {then}"
    for differing in known(finding):
        yield _differing(differing, type(finding.left.terms[0]), (before, after), lookup)
    yield from unreported(finding, (before, after), lookup)
    weight = wording.weight_of(finding.direction, finding, lookup)
    if weight:
        yield weight


def _differing(differing: Difference, shape: type[Term], names: tuple[str, str], lookup: Lookup) -> str:
    """How a field differs; one that is stated on one side only with its value."""
    field = next(field for field in compared_fields(shape) if field.key == differing.field)
    held = differing.right if differing.left is None else differing.left
    label = field_label(field.key, shape, lookup)
    if isinstance(differing.change, Stated):
        stated = label if held is True else f"{label}: {wording.value(field, held, lookup)}"
        return f"{'adds' if differing.left is None else 'without'} {stated}"
    return f"{label}: {''.join(run.text for run in told(differing, shape, names, lookup)).strip()}"
