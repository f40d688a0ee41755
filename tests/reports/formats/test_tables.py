"""Flat tables: CSV that no spreadsheet runs, JSON Lines, and columns of the right types."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import Any

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from proposals import library
from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.errors import WriteError
from proposals.language.names import Lookup
from proposals.reports.formats import tables
from proposals.reports.records import flat
from proposals.reports.records.declare import TEXT, Member, Shape, member
from proposals.strings import first_hidden
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Coverage
from proposals.world.dates import Date

US, E3 = library.load("us-28-point"), library.load("e3-counter")
LOOKUP = Lookup.of(US, E3)
COMPARISON = compare(US, E3)
FINDINGS = flat.findings([COMPARISON], LOOKUP)
TERMS = flat.terms([US, E3], LOOKUP)
HELD = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "array": pa.list_(pa.string())}
EMPTY = flat.terms([], LOOKUP)


def made(*values: str) -> flat.Table:
    return flat.Table(columns(*[TEXT] * len(values)), (values,))


def columns(*shapes: Shape[Any]) -> tuple[Member[Any], ...]:
    return tuple(member(str(index), shape, "Made up.", str) for index, shape in enumerate(shapes))


def cells_of(text: str) -> list[str]:
    return list(csv.reader(io.StringIO(text, newline="")))[1]


def test_every_finding_and_every_term_has_one_row() -> None:
    assert [row[0] for row in FINDINGS.rows] == [finding.fingerprint for finding in COMPARISON.findings]
    assert len(TERMS.rows) == len(US.terms) + len(E3.terms)


@pytest.mark.parametrize("table", [FINDINGS, TERMS], ids=["findings", "terms"])
def test_every_value_is_what_its_column_holds(table: flat.Table) -> None:
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            assert column.shape.kind in HELD
            assert Draft202012Validator(column.shape.schema).is_valid(value)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "⟨U+000D⟩ =1"),
        ("|calc", "'|calc"),
        ("%0A", "'%0A"),
        ("\uff1d1", "'\uff1d1"),
        ("a=1", "a=1"),
        ("a;=1", "a;'=1"),
        ("a; \t-1; b", "a; '-1; b"),
        ("\x00=1", "⟨U+0000⟩=1"),
        ("\u202eevil", "⟨U+202E⟩evil"),
        ("two\nlines", "two lines"),
        ('a "quoted", text', 'a "quoted", text'),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_or_hides_anything(text: str, cell: str) -> None:
    assert cells_of(tables.as_csv(made(text))) == [cell]


def test_each_of_several_strings_is_guarded() -> None:
    table = flat.Table(columns(TEXT.listed, TEXT.or_null), ((["x", "=1"], None),))
    assert cells_of(tables.as_csv(table)) == ["x; '=1", ""]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_makes_one_cell_that_begins_harmlessly(values: list[str]) -> None:
    text = tables.as_csv(made(*values))
    assert first_hidden(text.replace("\r\n", "")) is None
    cells = cells_of(text)
    assert len(cells) == len(values)
    parts = [part.lstrip(" ") for cell in cells for part in cell.split(";")]
    assert not any(part.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")) for part in parts)


def test_a_term_without_place_or_source_has_empty_cells() -> None:
    document = Proposal(id="a", title="A", date=Date("2030"), coverage=Coverage.COMPLETE, terms=(ForceLimit(of="UA"),))
    (row,) = flat.terms([document], Lookup.of(document)).rows
    held = dict(zip([column.name for column in flat.TERMS.members], row, strict=True))
    assert (held["file"], held["line"], held["sources"], held["disputed"]) == (None, 0, [], False)


def test_json_lines_are_one_object_on_each_line_in_ascii() -> None:
    text = tables.as_json_lines(flat.finding_records([COMPARISON], LOOKUP))
    assert text.isascii()
    found = [json.loads(line) for line in text.splitlines()]
    assert [one["fingerprint"] for one in found] == [finding.fingerprint for finding in COMPARISON.findings]
    assert {(one["schema_version"], one["left_document"], one["right_document"]) for one in found} == {
        (1, "us-28-point", "e3-counter"),
    }
    told = [json.loads(line) for line in tables.as_json_lines(flat.term_records([US], LOOKUP)).splitlines()]
    assert [one["kind"] for one in told] == [term.kind for term in US.terms]
    assert {one["document"] for one in told} == {"us-28-point"}


@pytest.mark.parametrize("table", [FINDINGS, TERMS, EMPTY], ids=["findings", "terms", "empty"])
def test_columns_read_back_with_their_types(table: flat.Table) -> None:
    parquet = pyarrow.parquet.read_table(io.BytesIO(tables.as_columns(table, ".parquet")))
    with pa.ipc.open_file(io.BytesIO(tables.as_columns(table, ".arrow"))) as file:
        arrow = file.read_all()
    assert arrow.equals(parquet)
    assert [tuple(row.values()) for row in arrow.to_pylist()] == list(table.rows)
    assert arrow.schema.names == [column.name for column in table.columns]
    assert arrow.schema.types == [HELD[column.shape.kind] for column in table.columns]


def test_a_file_whose_name_is_not_utf_8_stands_in_columns_with_its_byte_written_out() -> None:
    column = next(one for one in TERMS.columns if one.name == "file")
    several = next(one for one in TERMS.columns if one.shape.kind == "array")
    table = flat.Table((column, several), (("plan-\udcff.yaml", ["\udcff", "ß"]), (None, [])))
    read = pyarrow.parquet.read_table(io.BytesIO(tables.as_columns(table, ".parquet"))).to_pylist()
    assert [tuple(row.values()) for row in read] == [("plan-⟨U+DCFF⟩.yaml", ["⟨U+DCFF⟩", "ß"]), (None, [])]


def test_pandas_and_polars_read_the_files() -> None:
    parquet = io.BytesIO(tables.as_columns(FINDINGS, ".parquet"))
    by_relation = pl.read_parquet(parquet).group_by("relation").len().sort("relation").rows()
    assert dict(by_relation) == {str(relation): count for relation, count in COMPARISON.counts().items()}
    frame = pd.read_csv(io.StringIO(tables.as_csv(TERMS)))
    assert list(frame["kind"]) == [term.kind for term in (*US.terms, *E3.terms)]
    assert frame["line"].min() > 0


def test_without_the_extra_an_error_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WriteError, match=r"the extra 'arrow': pip install 'negotiation-proposals\[arrow\]'"):
        tables.as_columns(FINDINGS, ".parquet")


def test_a_hostile_document_makes_a_table_of_one_row_for_each_term() -> None:
    evil = "=1\x00\u202e\r\n"
    terms = tuple(attrs.evolve(term, note=evil, points=(evil,)) for term in US.terms)
    document = attrs.evolve(US, id="evil", terms=terms)
    text = tables.as_csv(flat.terms([document], Lookup.of(document)))
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == len(US.terms) + 1
