"""A form of tables as one HTML page: no script, no network, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from proposals.reports.pages.tables import Cell, Form, Table
from proposals.strings import visible

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\\^`{|}]+(?<![.,;:)])")

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8888; --head: #e8ecf2; --faint: #5a6372; }
:root { --done: #0b6b3a; --against: #a3260f; }
@media (prefers-color-scheme: dark) {
  :root { --head: #26303d; --faint: #a9b4c4; --done: #6ddb9f; --against: #ff9d86; }
}
body { background: Canvas; color: CanvasText; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; text-transform: capitalize; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 64rem; }
th, td { border: 1px solid var(--line); padding: .4rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: var(--head); position: sticky; top: 0; }
:is(th, td):first-child { overflow-wrap: break-word; padding-inline: .25rem; }
td p { margin: 0; } td p + p { margin-top: .2rem; }
.where, .absent { color: var(--faint); } .where { font-size: .85em; }
.done { color: var(--done); } .against { color: var(--against); }
@media print { @page { size: A4 landscape; margin: 12mm; } body { font-size: 10px; margin: 0; max-width: none; }
  .frame { overflow: visible; } table { min-width: 0; }
  thead { display: table-header-group; } tr { break-inside: avoid; } }
""".strip()


def render(form: Form) -> str:
    """The form as one self-contained page."""
    tables = [table for table in (*form.body, *form.further, form.sources) if table.rows]
    notes = "".join(f'<li id="n{number}">{_text(text)}</li>\n' for number, text in enumerate(form.notes, start=1))
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
        f'<meta name="data-edition" content="{form.edition}">',
        f"<title>{_safe(form.title)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "<main>",
        f"<h1>{_safe(form.title)}</h1>",
        *(f"<p>{_text(fact)}</p>" for fact in form.facts),
        f"<p>Data: {form.edition}, {form.day}</p>",
        *(line for table in tables for line in _table(table)),
        *([f"<h2>Notes</h2>\n<ol>\n{notes}</ol>"] if notes else []),
        "</main>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _table(table: Table) -> Iterator[str]:
    total = sum(column.width for column in table.columns)
    yield f"<h2>{_safe(table.title)}</h2>"
    yield f'<div class="frame" tabindex="0" role="region" aria-label="{_safe(table.title)}"><table>'
    yield "".join(f'<col style="width:{100 * column.width / total:.1f}%">' for column in table.columns)
    heads = "".join(f'<th scope="col">{_safe(column.title)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Cell) -> str:
    lines = "".join(f"<p>{_text(line)}</p>" for line in cell.lines)
    marks = "".join(f'<sup><a href="#n{number}">{number}</a></sup>' for number in cell.notes)
    where = f'<p class="where">{_safe(cell.where)}{marks}</p>' if cell.where or marks else ""
    return f'<td class="{cell.tone}">{lines}{where}</td>'


def _safe(text: str) -> str:
    return escape(visible(text))


def _text(text: str) -> str:
    """Text with its web addresses as links; nothing else can become one."""
    shown, parts, end = visible(text), [], 0
    for found in _ADDRESS.finditer(shown):
        address = escape(found[0])
        parts += [escape(shown[end : found.start()]), f'<a href="{address}" rel="noreferrer">{address}</a>']
        end = found.end()
    return "".join([*parts, escape(shown[end:])])
