"""Flat tables for spreadsheets and programs: one row for each finding, or one for each term of each document."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any, Final, TypeAlias

import attrs

from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.errors import WriteError
from proposals.language.fields import statements
from proposals.language.names import Lookup
from proposals.language.values import about
from proposals.reports.records.parts import term_record
from proposals.reports.records.reports import SCHEMA_VERSION, finding
from proposals.strings import visible
from proposals.terms.base import Term

Value: TypeAlias = "str | int | bool | tuple[str, ...] | None"

_BEGINNING: Final = re.compile("(?:^|(?<=;)|(?<=; ))(?=[=+@|%\uff1d\uff0b\uff0d\uff20-])")
"""Before what a cell may not begin with, lest a spreadsheet take it for a formula or a command (CWE-1236)."""


@attrs.frozen
class Column:
    """A column: its name and what it holds: ``str``, ``int``, ``bool``, or ``list`` for several strings."""

    name: str
    holds: type[Any]


@attrs.frozen
class Table:
    """Columns, and rows with one value for each of them; ``None`` where there is none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


_SIDE: Final = (
    ("document", str), ("state", str), ("points", list), ("values", list), ("sources", list), ("grades", list),
)  # fmt: skip
FINDINGS: Final = (
    *(Column(name, str) for name in ("fingerprint", "topic", "kind", "subject")),
    Column("subject_ids", list),
    *(Column(name, str) for name in ("relation", "rule", "direction")),
    Column("bearers", list),
    Column("fields_differing", list),
    Column("open", bool),
    Column("disputed", bool),
    *(Column(f"{side}_{name}", holds) for side in ("left", "right") for name, holds in _SIDE),
)
"""The columns of a table of findings. ``points``, ``values`` and the like are those of each side's terms."""

TERMS: Final = (
    *(Column(name, str) for name in ("document", "date", "status", "coverage", "topic", "kind", "subject")),
    Column("subject_ids", list),
    *(Column(name, str) for name in ("stance", "modality")),
    *(Column(name, list) for name in ("points", "holders", "bearers", "values", "sources", "grades")),
    Column("disputed", bool),
    Column("file", str),
    Column("line", int),
)
"""The columns of a table of terms; ``line`` counts from 1 and is 0 where the place in the file is not known."""


def findings(comparisons: Iterable[Comparison], lookup: Lookup) -> Table:
    """One row for each finding, in the order of the comparisons."""
    return Table(FINDINGS, tuple(_finding(one, told, lookup) for told in comparisons for one in told.findings))


def terms(documents: Iterable[Proposal], lookup: Lookup) -> Table:
    """One row for each term, in reading order."""
    return Table(TERMS, tuple(_term(one, document, lookup) for document in documents for one in document.terms))


def _finding(one: Finding, told: Comparison, lookup: Lookup) -> tuple[Value, ...]:
    shape = type((one.left.terms or one.right.terms)[0])
    return (
        one.fingerprint,
        str(one.topic),
        one.kind,
        about(shape, one.subject, lookup),
        tuple(item for ids in one.subject for item in ids),
        str(one.relation),
        one.rule.id,
        str(one.direction) if one.direction else None,
        one.bearers,
        tuple(difference.field for difference in one.differences),
        one.open,
        one.disputed,
        *_side(one.left, told.left, lookup),
        *_side(one.right, told.right, lookup),
    )


def _side(side: Position, document: Proposal, lookup: Lookup) -> tuple[Value, ...]:
    sources = dict.fromkeys(citation.source for citation in side.citations)
    return (
        document.id,
        side.word,
        side.points,
        tuple(value for term in side.terms for value in _values(term, lookup)),
        tuple(sources),
        tuple(_grade(source, document, lookup) for source in sources),
    )


def _term(one: Term, document: Proposal, lookup: Lookup) -> tuple[Value, ...]:
    sources = dict.fromkeys(citation.source for citation in one.citations)
    return (
        document.id,
        str(document.date),
        str(document.status),
        str(document.coverage),
        str(one.topic),
        one.kind,
        about(type(one), one.subject, lookup),
        tuple(item for ids in one.subject for item in ids),
        str(one.stance),
        str(one.modality),
        one.points,
        one.holders,
        one.bearers,
        tuple(_values(one, lookup)),
        tuple(sources),
        tuple(_grade(source, document, lookup) for source in sources),
        bool(one.disputes),
        lookup.file(one.at) if one.at else None,
        one.at.line if one.at else 0,
    )


def _values(term: Term, lookup: Lookup) -> Iterator[str]:
    for key, told in statements(term, lookup):
        yield f"{key}: {'; '.join(''.join(run.text for run in line) for line in told)}"


def _grade(name: str, document: Proposal, lookup: Lookup) -> str:
    source = lookup.source(name, document)
    return source.grade if source else ""


def as_csv(table: Table) -> str:
    """Comma-separated values (RFC 4180): a header, then the rows; several strings are joined with ``; ``.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, and so does what stands after a
    semicolon, at which spreadsheets of many countries begin a new cell; characters that hide are written out.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue()


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value
    return "; ".join(map(_guarded, (value,) if isinstance(value, str) else value))


def _guarded(text: str) -> str:
    shown = " ".join(visible(text).split())
    return _BEGINNING.sub("'", shown)


def as_json_lines(records: Iterable[dict[str, Any]]) -> str:
    """One JSON object on each line (https://jsonlines.org), each with its schema version, in ASCII."""
    return "".join(f"{json.dumps({'schema_version': SCHEMA_VERSION, **record})}\n" for record in records)


def finding_records(comparisons: Iterable[Comparison], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Each finding with the ids of the two documents, with all that it rests on."""
    for told in comparisons:
        for one in told.findings:
            record = finding(one, told, lookup)
            yield {"left_document": told.left.id, "right_document": told.right.id, **record}


def term_records(documents: Iterable[Proposal], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Each term with the id of its document, with all that it rests on."""
    for document in documents:
        for one in document.terms:
            yield {"document": document.id, **term_record(one, document, lookup)}


def as_columns(table: Table, suffix: str) -> bytes:
    """A file of columns: Parquet for ``.parquet``, else Arrow's IPC file format.

    Needs the extra ``arrow``; raises :class:`WriteError` without it.
    """
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        message = "Parquet and Arrow need the extra 'arrow': pip install 'negotiation-proposals[arrow]'"
        raise WriteError(message) from None
    held = _arrow_table(table, arrow)
    sink = BytesIO()
    if suffix == ".parquet":
        parquet.write_table(held, sink)
    else:
        with arrow.ipc.new_file(sink, held.schema) as writer:
            writer.write_table(held)
    return sink.getvalue()


def _arrow_table(table: Table, arrow: Any) -> Any:
    kinds = {str: arrow.string(), int: arrow.int64(), bool: arrow.bool_(), list: arrow.list_(arrow.string())}
    schema = arrow.schema([(column.name, kinds[column.holds]) for column in table.columns])
    columns: Sequence[Sequence[Any]] = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    held = [[list(value) if isinstance(value, tuple) else value for value in column] for column in columns]
    return arrow.table(held, schema=schema)
