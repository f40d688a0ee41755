"""Flat tables as files: CSV, JSON Lines, and columns."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any, Final

from proposals.errors import WriteError
from proposals.reports.records.flat import Table, Value
from proposals.strings import visible

_BEGINNING: Final = re.compile("(?:^|(?<=;)|(?<=; ))(?=[=+@|%\uff1d\uff0b\uff0d\uff20-])")
"""Before what a cell may not begin with, lest a spreadsheet take it for a formula or a command (CWE-1236)."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


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
    """One JSON object on each line (https://jsonlines.org), in ASCII."""
    return "".join(f"{json.dumps(record)}\n" for record in records)


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
    kinds = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "boolean": arrow.bool_(),
        "array": arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(column.name, kinds[column.shape.kind]) for column in table.columns])
    rows = ([_encodable(value) for value in row] for row in table.rows)
    columns: Sequence[Sequence[Value]] = list(zip(*rows, strict=True)) or [() for _ in table.columns]
    return arrow.table(list(columns), schema=schema)


def _encodable(value: Value) -> Value:
    """The value with lone surrogates written out: the name of a file may hold them, UTF-8 may not."""
    if isinstance(value, list):
        return [_written_out(one) for one in value]
    return _written_out(value) if isinstance(value, str) else value


def _written_out(text: str) -> str:
    return _SURROGATE.sub(lambda found: visible(found[0]), text)
