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
from proposals.language.tables import Language
from proposals.library import Library
from proposals.negotiation.four_columns import FourColumns, Move, Row, Toward
from proposals.reports.page import Block, Cell, Column, Heading, Level, Page, Table
from proposals.reports.pages.tables import SILENT, Told, absent, by_topic, cell, form, matter
from proposals.terms.base import Term

SAME: Final = "="
_SAME: Final = (phrase(Run(SAME, Role.FAINT)),)


def page(columns: FourColumns, library: Library | None = None) -> Page:
    """A table for each topic, then who moved."""
    told = Told.of(columns.documents, Lookup.of(*columns.documents, library=library))
    language = told.lookup.language
    title = language.phrase(f"pages.columns.{'title' if columns.based else 'without base'}")
    return form(title, _facts(columns, language), _tables(columns, told), told, columns.narrowing)


def _tables(columns: FourColumns, told: Told) -> Iterator[Block]:
    rows = [(row.line, tuple(_cells(row, columns, told))) for row in columns.rows]
    language = told.lookup.language
    whole = language.phrase("pages.columns.whole")
    yield from by_topic(rows, tuple(_columns(columns, language)), whole, language)
    moves = tuple(_move(move, columns, told.lookup) for move in columns.moves)
    if moves:
        yield Heading(Level.PART, phrase(language.phrase("pages.columns.moves")))
        yield Table(tuple(_moved(language)), moves)


def _columns(columns: FourColumns, language: Language) -> Iterator[Column]:
    briefs = lettered(columns.documents)
    heads = [
        language.fill("pages.label", label=letter, text=language.title(document))
        for letter, document in zip(briefs, columns.documents, strict=True)
    ]
    base, compromise = (language.phrase(f"pages.columns.{one}") for one in ("base", "compromise"))
    yield Column(language.phrase("pages.tables.number"), 4, leads=True, numbers=True)
    yield Column(language.phrase("pages.tables.matter"), 16, leads=True)
    if columns.based:
        yield Column(f"{base}, {heads[0]}", 26, language.fill("pages.label", label=base, text=briefs[0]))
    yield from (Column(heads[party], 26, briefs[party]) for party in columns.parties)
    if columns.drafted:
        brief = language.fill("pages.label", label=compromise, text=briefs[-1])
        yield Column(f"{compromise}, {heads[-1]}", 20, brief)
    elif columns.settles:
        yield Column(compromise, 20)
    if columns.kept:
        yield Column(language.phrase("pages.columns.status"), 11, words=tuple(map(language.word, Progress)))


def _moved(language: Language) -> Iterator[Column]:
    """The columns of who moved."""
    yield Column(language.phrase("pages.tables.number"), 5, leads=True, numbers=True)
    yield Column(language.phrase("pages.tables.matter"), 30, leads=True)
    for name, width in (("who", 12), ("move", 16), ("how", 60)):
        yield Column(language.phrase(f"pages.columns.{name}"), width)


def _facts(columns: FourColumns, language: Language) -> Iterator[str]:
    signs = ["unchanged"] if columns.based else []
    signs += ["silent", "not reported"]
    signs += ["left out"] if any(at.lacking for row in columns.rows for at in row.line.positions) else []
    meanings = (language.fill(f"pages.columns.signs.{sign}", same=SAME, silent=SILENT) for sign in signs)
    between = language.phrase("pages.between clauses")
    yield language.fill("pages.columns.meanings", meanings=between.join(meanings))
    lines, shown = len(columns.rows) + len(columns.hidden), f"{len(columns.rows):,}"
    below = language.counted("pages.columns.shown", shown, all=f"{lines:,}") if columns.hidden else ""
    if columns.kept:
        counts = ", ".join(
            language.fill("pages.columns.count", count=str(count), progress=language.word(progress))
            for progress, count in columns.counts().items()
        )
        rule = language.phrase("pages.columns.rule")
        held = language.fill("pages.columns.lines", counts=counts or language.phrase("pages.columns.none"))
        yield " ".join(part for part in (rule, held, language.phrase(_agreed(columns)), below) if part)
    elif below:
        yield below


def _agreed(columns: FourColumns) -> str:
    """The name of the phrase that says how far all lines are agreed."""
    if columns.agreed:
        return "pages.columns.agreed"
    return f"pages.columns.{'all open' if set(columns.counts()) == {Progress.OPEN} else 'not agreed'}"


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
        yield cell(told.lookup.language.word(row.progress), role=role, aside=standing.note if standing else "")


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
        cell(lookup.language.word(move.toward)),
        cell(*_how(move, columns, party, lookup)),
    )


def _how(move: Move, columns: FourColumns, party: str, lookup: Lookup) -> Iterator[str]:
    finding, language = move.finding, lookup.language
    own = move.row.line.positions[move.document]
    if own.deletes:
        part = " a part" if own.deletes_in_part else ""
        yield language.phrase(f"pages.columns.{'deletes' if move.toward is Toward.OWN else 'had deleted'}{part}")
        return
    if own.instead:
        yield language.phrase("pages.columns.instead")
        return
    if not finding.left.terms:
        does = language.word(own.state)
        yield language.phrase("pages.columns.adds") if own.binds else language.fill("pages.columns.new", does=does)
        return
    letters = lettered(columns.documents)
    before = letters[0] if move.toward is Toward.OWN else party
    after = party if move.toward is Toward.OWN else letters[-1]
    if finding.open:
        yield language.phrase("pages.columns.open")
    elif finding.left.state is not finding.right.state:
        now, then = (language.word(side.state) for side in (finding.right, finding.left))
        yield language.fill("pages.columns.stance", now=now, then=then)
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
    label, language = field_label(field.key, shape, lookup), lookup.language
    if isinstance(differing.change, Stated):
        text = "" if held is True else wording.value(field, held, lookup)
        stated = language.fill("pages.label", label=label, text=text) if text else label
        return language.fill(f"pages.columns.{'stated' if differing.left is None else 'unstated'}", what=stated)
    how = "".join(run.text for run in told(differing, shape, names, lookup)).strip()
    return language.fill("pages.label", label=label, text=how)
