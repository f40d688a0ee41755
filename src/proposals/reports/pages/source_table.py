"""A merged text's source table as a page: contributors, their points, what was done, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from proposals.language import values as wording
from proposals.language.differences import known, unreported
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Role
from proposals.library import Library
from proposals.negotiation.source_table import Contribution, Merged, SourceTable, Treatment
from proposals.reports.page import Cell, Column, Page
from proposals.reports.pages.tables import SILENT, Told, by_topic, cell, form, matter

COLUMNS: Final = (
    Column("No.", 5, leads=True, numbers=True),
    Column("Matter", 18, leads=True),
    Column("Merged text", 26),
    Column("Contributor", 13),
    Column("Contribution", 26),
    Column("What was done", 22),
    Column("Why", 24),
)

_AGAINST: Final = frozenset({Treatment.DELETED, Treatment.CONTRARY, Treatment.OMITTED})


def page(table: SourceTable, library: Library | None = None) -> Page:
    """A row for each contribution to each line, by topic."""
    title = f"Source table of {table.documents[table.merged].title}"
    told = Told.of(table.documents, Lookup.of(*table.documents, library=library))
    rows = ((row.line, cells) for row in table.rows for cells in _rows(row, table, told))
    return form(title, _facts(table), by_topic(rows, COLUMNS, "Source table"), told, table.narrowing)


def _facts(table: SourceTable) -> Iterator[str]:
    yield "It says where the merged text says what a document says, never that it was taken from there."
    counted = Counter(one.treatment for row in table.rows for one in row.contributions)
    told = ", ".join(f"{counted[treatment]} {treatment}" for treatment in Treatment if counted[treatment])
    yield f"Contributions: {told or 'none'}."


def _rows(row: Merged, table: SourceTable, told: Told) -> Iterator[tuple[Cell, ...]]:
    merged = told.cell(row.line.positions[table.merged], table.merged, row.number)
    head = (cell(str(row.number)), matter(row.line, told.lookup), merged)
    named = lettered(table.documents)
    reasons = cell(*row.reasons)
    if not row.contributions:
        whole = all(one.lacks(row.line.positions[-1]) for one in row.line.positions[:-1])
        new = "new in the merged text" if whole else "not known of any other text"
        yield (*head, cell(SILENT, role=Role.ABSENT), Cell(), cell(new), reasons)
    for one in row.contributions:
        yield (
            *head,
            cell(named[one.document]),
            told.cell(one.position, one.document, row.number),
            _done(row, one, (named[one.document], named[-1]), told.lookup),
            reasons,
        )


def _done(row: Merged, one: Contribution, names: tuple[str, str], lookup: Lookup) -> Cell:
    """What was done, which of its fields the merged text has alike or otherwise, and what is not reported of either."""
    lines = [str(one.treatment)]
    if one.treatment is Treatment.ALTERED and one.finding:
        shape = row.line.shape
        alike = [field_label(origin.key, shape, lookup) for origin in row.origins if one.document in origin.documents]
        lines += [f"alike: {wording.listed(alike)}"] if alike else []
        changed = [field_label(differing.field, shape, lookup) for differing in known(one.finding)]
        lines += [f"changed: {wording.listed(changed)}"] if changed else []
    lines += unreported(one.finding, names, lookup) if one.finding else ()
    against = one.treatment in _AGAINST
    role = Role.OPPOSED if against else Role.AGREED if one.treatment is Treatment.ADOPTED else Role.PLAIN
    return cell(*lines, role=role)
