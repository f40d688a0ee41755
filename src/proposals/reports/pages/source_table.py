"""A merged text's source table as a page: contributors, their points, what was done, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from proposals.language.differences import known, unreported
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Role
from proposals.language.tables import Language
from proposals.library import Library
from proposals.negotiation.source_table import Contribution, Merged, SourceTable, Treatment
from proposals.reports.page import Cell, Column, Page
from proposals.reports.pages.tables import SILENT, Told, by_topic, cell, form, matter

_AGAINST: Final = frozenset({Treatment.DELETED, Treatment.CONTRARY, Treatment.OMITTED})


def page(table: SourceTable, library: Library | None = None) -> Page:
    """A row for each contribution to each line, by topic."""
    told = Told.of(table.documents, Lookup.of(*table.documents, library=library))
    language = told.lookup.language
    title = language.fill("pages.source table.title", name=language.title(table.documents[table.merged]))
    rows = ((row.line, cells) for row in table.rows for cells in _rows(row, table, told))
    tables = by_topic(rows, tuple(_columns(language)), language.phrase("pages.source table.whole"), language)
    return form(title, _facts(table, language), tables, told, table.narrowing)


def _columns(language: Language) -> Iterator[Column]:
    yield Column(language.phrase("pages.tables.number"), 5, leads=True, numbers=True)
    yield Column(language.phrase("pages.tables.matter"), 18, leads=True)
    for name, width in (("merged", 26), ("contributor", 13), ("contribution", 26), ("done", 22), ("why", 24)):
        yield Column(language.phrase(f"pages.source table.{name}"), width)


def _facts(table: SourceTable, language: Language) -> Iterator[str]:
    yield language.phrase("pages.source table.meaning")
    counted = Counter(one.treatment for row in table.rows for one in row.contributions)
    told = ", ".join(
        language.fill("pages.source table.count", count=str(counted[treatment]), treatment=language.word(treatment))
        for treatment in Treatment
        if counted[treatment]
    )
    none = language.phrase("pages.source table.none")
    yield language.fill("pages.source table.contributions", counts=told or none)


def _rows(row: Merged, table: SourceTable, told: Told) -> Iterator[tuple[Cell, ...]]:
    merged = told.cell(row.line.positions[table.merged], table.merged, row.number)
    head = (cell(str(row.number)), matter(row.line, told.lookup), merged)
    named = lettered(table.documents)
    reasons = cell(*row.reasons)
    if not row.contributions:
        whole = all(one.lacks(row.line.positions[-1]) for one in row.line.positions[:-1])
        new = told.lookup.language.phrase(f"pages.source table.{'new' if whole else 'not known'}")
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
    language = lookup.language
    lines = [language.word(one.treatment)]
    if one.treatment is Treatment.ALTERED and one.finding:
        shape = row.line.shape
        alike = [field_label(origin.key, shape, lookup) for origin in row.origins if one.document in origin.documents]
        lines += [language.fill("pages.source table.alike", fields=language.listed(alike))] if alike else []
        changed = [field_label(differing.field, shape, lookup) for differing in known(one.finding)]
        lines += [language.fill("pages.source table.changed", fields=language.listed(changed))] if changed else []
    lines += unreported(one.finding, names, lookup) if one.finding else ()
    against = one.treatment in _AGAINST
    role = Role.OPPOSED if against else Role.AGREED if one.treatment is Treatment.ADOPTED else Role.PLAIN
    return cell(*lines, role=role)
