"""Precedents: in how many agreements of a database, as a researcher has downloaded it, each question is addressed.

A 0 of such a database means that the agreement does not address the matter, as far as its coders saw. It is neither the
silence of a text that is known whole nor a refusal, and it is counted as neither.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final

import attrs

from proposals.errors import Location, UnreadableError
from proposals.files.codings import Coded, Coding, read_codings
from proposals.files.packed import MALFORMED, unpacked_size
from proposals.files.text import read_bytes
from proposals.library.bundled import root
from proposals.validation import Validated
from proposals.values import OneLine

_EXCEL: Final = ".xlsx"
_LARGEST: Final = 256 * 1024 * 1024
"""The most bytes that the parts of an Excel file may have together."""

_NOT_CODED: Final = frozenset({"", "NA", "NaN", "None"})
"""What stands in a cell that nobody has coded."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Precedent(OneLine, Validated):
    """In how many agreements one question is addressed.

    ``coded`` says by which columns. ``addressed`` of ``total`` agreements have one of them above 0; those in which none
    of them is coded are left out of both.
    """

    coded: Coded
    addressed: int
    total: int


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Precedents(OneLine, Validated):
    """What a file of a database says of the questions.

    ``total`` is the number of its agreements, ``questions`` are those that the database codes, ``missing`` the columns
    that are looked for and that this file does not have.
    """

    coding: Coding
    file: Path
    total: int
    questions: tuple[Precedent, ...]
    missing: tuple[str, ...]

    def narrowed(self, questions: Collection[str]) -> Precedents:
        """Those of some questions alone.

        Args:
            questions: The ids of the questions.

        Returns:
            The same data with only these.
        """
        return attrs.evolve(self, questions=tuple(one for one in self.questions if one.coded.question in questions))


def codings() -> tuple[Coding, ...]:
    """The databases whose columns are known."""
    return read_codings(root() / "data" / "precedents.yaml")


def read_precedents(path: str | Path) -> Precedents:
    """The questions in a download of PA-X or of the UCDP Peace Agreement Dataset, as CSV or Excel.

    Args:
        path: The path of the file.

    Returns:
        In how many of its agreements each question is addressed.

    Raises:
        UnreadableError: The file cannot be read or is of neither, an agreement appears twice, or a cell of a column of
            codes holds no number.
    """
    file = Path(path)
    rows = _rows(file)
    head = [str(name) for name in next(rows, (0, ()))[1]]
    coding = next((one for one in codings() if one.identifier in head), None)
    if coding is None:
        known = "; ".join(f"{one.title}: '{one.identifier}'" for one in codings())
        raise UnreadableError(Location(str(file), 1), f"no column numbers the agreements of a known database ({known})")
    wanted = {column: head.index(column) for one in coding.coded for column in one.columns if column in head}
    agreements = [*_coded(rows, file, head.index(coding.identifier), wanted)]
    columns = [column for one in coding.coded for column in one.columns]
    return Precedents(
        coding=coding,
        file=file,
        total=len(agreements),
        questions=tuple(_counted(one, agreements) for one in coding.coded if not wanted.keys().isdisjoint(one.columns)),
        missing=tuple(dict.fromkeys(column for column in columns if column not in wanted)),
    )


def _counted(coded: Coded, agreements: Iterable[Mapping[str, float]]) -> Precedent:
    held = [[codes[column] for column in coded.columns if column in codes] for codes in agreements]
    known = [codes for codes in held if codes]
    return Precedent(coded=coded, addressed=sum(max(codes) > 0 for codes in known), total=len(known))


def _coded(
    rows: Iterable[tuple[int, Sequence[Any]]], file: Path, identifier: int, wanted: Mapping[str, int]
) -> Iterator[dict[str, float]]:
    """The codes of each agreement by column; what is not coded is left out."""
    seen: dict[str, int] = {}
    for line, cells in rows:
        if not any(_text(cell) for cell in cells):
            continue
        at = Location(str(file), line)
        if len(cells) <= max([identifier, *wanted.values()]):
            raise UnreadableError(at, f"this row has {len(cells)} cells, fewer than the head")
        name = _text(cells[identifier])
        if name in seen:
            raise UnreadableError(at, f"the agreement '{name}' is already on line {seen[name]}")
        seen[name] = line
        yield {
            column: _number(cells[place], column, at)
            for column, place in wanted.items()
            if _text(cells[place]) not in _NOT_CODED
        }


def _number(cell: Any, column: str, at: Location) -> float:
    try:
        return float(_text(cell))
    except ValueError:
        raise UnreadableError(at, f"'{_text(cell)}' under '{column}' is not a number") from None


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _rows(file: Path) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a file, each with its line: of a spreadsheet the row, of CSV the last line of the row."""
    held = read_bytes(file)
    if file.suffix.lower() == _EXCEL:
        yield from enumerate(_sheet(held, file), start=1)
        return
    try:
        reader = csv.reader(StringIO(held.decode("utf-8-sig"), newline=""))
    except UnicodeDecodeError as error:
        line = held[: error.start].count(b"\n") + 1
        raise UnreadableError(Location(str(file), line), "this is not UTF-8; save it as UTF-8, or as Excel") from None
    try:
        yield from ((reader.line_num, row) for row in reader)
    except csv.Error as error:
        raise UnreadableError(Location(str(file), reader.line_num), f"this is not CSV: {error}") from None


def _sheet(held: bytes, file: Path) -> Iterator[Sequence[Any]]:
    """The rows of the first sheet."""
    try:
        openpyxl: Any = import_module("openpyxl")
    except ImportError:
        message = "Excel files need the extra 'office': pip install 'negotiation-proposals[office]'; or save it as CSV"
        raise UnreadableError(Location(str(file)), message) from None
    at = Location(str(file))
    try:
        if unpacked_size(held) > _LARGEST:
            raise UnreadableError(at, f"unpacked, this file is larger than {_LARGEST:,} bytes")
        book = openpyxl.load_workbook(BytesIO(held), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True)
    except MALFORMED as error:
        raise UnreadableError(at, f"this is not an Excel file: {error}") from None
