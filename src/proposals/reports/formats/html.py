"""A page as one HTML file: no script, no network, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from proposals.language.phrases import Entry, Phrase, Role, Run, unsigned
from proposals.reports.formats import Options
from proposals.reports.formats.text_layout import excerpt
from proposals.reports.page import (
    Block,
    Cell,
    Entries,
    Excerpt,
    Heading,
    Items,
    Numbers,
    Page,
    Paragraph,
    Sides,
    Table,
    plain,
)
from proposals.strings import capital, visible

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\\^`{|}]+(?<![.,;:)])")
_MEASURE: Final = 100
_TAGS: Final = {Role.STRONG: "strong", Role.FAILED: "strong", Role.ADDED: "ins", Role.DELETED: "del", Role.CODE: "code"}

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8888; --head: #e8ecf2; --faint: #5a6372; }
:root { --agreed: #0b6b3a; --opposed: #a3260f; --different: #7a5200; }
@media (prefers-color-scheme: dark) {
  :root { --head: #26303d; --faint: #a9b4c4; --agreed: #6ddb9f; --opposed: #ff9d86; --different: #f0c36d; }
}
body { background: Canvas; color: CanvasText; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
h2::first-letter { text-transform: uppercase; }
h2 small { font-weight: normal; }
p, ul, dl, ol { max-width: 60rem; overflow-wrap: anywhere; } p, ul { margin: .4rem 0; }
dl { display: grid; grid-template-columns: fit-content(16rem) 1fr; gap: .2rem 1rem; margin: .5rem 0; }
dt { overflow-wrap: anywhere; } dd { margin: 0; overflow-wrap: anywhere; } dd p { margin: 0; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0; } table.wide { min-width: 64rem; }
th, td { border: 1px solid var(--line); padding: .4rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: var(--head); position: sticky; top: 0; }
:is(th, td):first-child { overflow-wrap: break-word; padding-inline: .25rem; }
td p { margin: 0; } td p + p { margin-top: .2rem; }
.aside, .absent, .faint { color: var(--faint); } .aside { font-size: .85em; }
.agreed { color: var(--agreed); } .opposed, .failed { color: var(--opposed); } .different { color: var(--different); }
@media print { @page { size: A4 landscape; margin: 12mm; } body { font-size: 10px; margin: 0; max-width: none; }
  .frame { overflow: visible; } table.wide { min-width: 0; } h2, h3 { break-after: avoid; }
  thead { display: table-header-group; } tr { break-inside: avoid; } }
""".strip()

_WIDE: Final = 5
"""Columns from which a table is too wide for a narrow window, and is moved sideways there."""


def write(page: Page, options: Options) -> str:
    """The page as one self-contained file."""
    origin = page.origin()
    title = _safe(page.title or "proposals")
    notes = "".join(
        f'<li id="n{at}" dir="auto">{_text(note.text)}</li>\n' for at, note in enumerate(page.notes, start=1)
    )
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{options.language}">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
        *([f'<meta name="data-edition" content="{origin.edition}">'] if origin else []),
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "<main>",
        *_body(page.blocks),
        *([f"<h2>{_safe(capital(options.words.phrase('pages.sources')))}</h2>\n<ol>\n{notes}</ol>"] if notes else []),
        "</main>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    title = ""
    for block in blocks:
        if isinstance(block, Heading):
            title = plain(block.text)
            aside = f" <small>{_phrase(block.aside)}</small>" if block.aside else ""
            yield f"<h{block.level.value}>{_phrase(block.text)}{aside}</h{block.level.value}>"
        elif isinstance(block, Table | Sides):
            yield from _table(block if isinstance(block, Table) else block.table, title)
        else:
            yield from _prose(block)


def _prose(block: Paragraph | Items | Entries | Excerpt) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f'<p dir="auto">{_phrase(block.text)}</p>'
    elif isinstance(block, Items):
        yield "<ul>"
        yield from (f'<li dir="auto">{_phrase(item)}{_marks(held)}</li>' for item, held in block.noted())
        yield "</ul>"
    elif isinstance(block, Entries):
        yield "<dl>"
        yield from (_entry(entry, held) for entry, held in block.noted())
        yield "</dl>"
    else:
        lines = (_safe(plain(line)) for line in excerpt(block, _MEASURE))
        yield "<pre>{}</pre>".format("\n".join(lines))


def _entry(entry: Entry, notes: Numbers) -> str:
    *others, last = map(_phrase, entry.lines)
    lines = "".join(f"<p>{line}</p>" for line in (*others, f"{last}{_marks(notes)}"))
    return f'<dt>{_phrase(entry.label)}</dt><dd dir="auto">{lines}</dd>'


def _table(table: Table, title: str) -> Iterator[str]:
    total = sum(column.width for column in table.columns)
    sort = ' class="wide"' if len(table.columns) >= _WIDE else ""
    yield f'<div class="frame" tabindex="0" role="region" aria-label="{_safe(title)}"><table{sort}>'
    yield "".join(f'<col style="width:{100 * column.width / total:.1f}%">' for column in table.columns)
    heads = "".join(f'<th scope="col">{_safe(column.head)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Cell) -> str:
    lines = "".join(f"<p>{_phrase(line)}</p>" for line in cell.lines)
    marks = _marks(cell.notes)
    aside = f'<p class="aside">{_safe(cell.aside)}{marks}</p>' if cell.aside or marks else ""
    return f'<td dir="auto">{lines}{aside}</td>'


def _marks(notes: Numbers) -> str:
    marks = ", ".join(f'<a href="#n{number}">{number}</a>' for number in notes)
    return f"<sup>{marks}</sup>" if marks else ""


def _phrase(text: Phrase) -> str:
    return "".join(map(_run, text)).strip()


def _run(run: Run) -> str:
    """A run in the tag of its role; its class gives the colour, its words say the same without."""
    shown = _text(unsigned(run))
    if run.role is Role.PLAIN:
        return shown
    tag = _TAGS.get(run.role, "span")
    return f'<{tag} class="{run.role.value}">{shown}</{tag}>'


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
