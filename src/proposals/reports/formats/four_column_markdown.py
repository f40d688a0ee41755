"""A form of tables as Markdown: pipe tables, footnotes, and nothing that a hostile value could act through."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.reports.formats.markdown import note_text
from proposals.reports.pages.tables import Cell, Form, Table


def render(form: Form) -> str:
    """The form as one page."""
    parts = [f"# {note_text(form.title)}", *map(note_text, form.facts), f"Data: {form.edition}, {form.day}"]
    for table in (*form.body, *form.further, form.sources):
        if table.rows:
            parts += [f"## {note_text(table.title)}", "\n".join(_table(table))]
    notes = [f"[^{number}]: {note_text(text)}" for number, text in enumerate(form.notes, start=1)]
    return "\n\n".join([*parts, *(["\n".join(notes)] if notes else [])]) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield _row([note_text(column.title) for column in table.columns])
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    """The lines of a cell, broken as Markdown tables can; the marks of its notes last."""
    where = [f"({note_text(cell.where)})"] if cell.where else []
    marks = "".join(f"[^{number}]" for number in cell.notes)
    return "<br>".join([*map(note_text, cell.lines), *where]) + marks
