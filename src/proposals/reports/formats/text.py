"""A page as terminal text: indented under its headings, side by side where it fits, stacked where it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.reports.formats import Options
from proposals.reports.formats.text_layout import cells, excerpt, length, width_of, wrapped
from proposals.reports.page import (
    Block,
    Body,
    Cell,
    Entries,
    Excerpt,
    Heading,
    Items,
    Layout,
    Level,
    Page,
    Paragraph,
    Sides,
    Table,
)

NARROWEST: Final = 40
"""The fewest columns for which a page is laid out."""

_INDENT: Final = {Level.PAGE: 2, Level.PART: 2, Level.ITEM: 4}
_GAP = 2
_NARROW_CELL = 20
_WIDE_NOTE = 108
_NARROW_LINE = 32
_MEASURE = 120
"""The longest line of running text: longer ones are hard to read on from."""

# Select Graphic Rendition, ECMA-48 § 8.3.117. No background and no fixed white or black: both must stay readable on
# light and on dark terminals.
_COLOURS: Final = {
    Role.PLAIN: "",
    Role.STRONG: "1",
    Role.FAINT: "2",
    Role.AGREED: "32",
    Role.DIFFERENT: "33",
    Role.OPPOSED: "35",
    Role.ABSENT: "36",
    Role.FAILED: "31",
    Role.ADDED: "4",
    Role.DELETED: "9",
    Role.CODE: "",
}


def write(page: Page, options: Options) -> str:
    """The page in lines of at most ``options.width`` columns (at least :data:`NARROWEST`), ended by a line feed.

    ``options.colour`` adds terminal colours; the words are the same without.
    """
    width = max(options.width, NARROWEST)
    return "".join(f"{_painted(line, colour=options.colour)}\n" for line in _lines(page, width, options.words))


def _painted(line: Phrase, *, colour: bool) -> str:
    if not colour:
        return "".join([run.text for run in line]).rstrip()
    parts = ((run.text, _COLOURS[run.role]) for run in line)
    return "".join(f"\x1b[{code}m{text}\x1b[0m" if code else text for text, code in parts).rstrip()


def _lines(page: Page, width: int, language: Language) -> Iterator[Phrase]:
    indent, before, colon = 0, None, language.fill("pages.label", label="", text="")
    for block in (*page.blocks, *_notes(page, language)):
        if _apart(before, block):
            yield ()
        if isinstance(block, Heading):
            yield from _heading(block, width, colon)
            indent = _INDENT[block.level]
        else:
            yield from _indented(_body(block, width - indent, page.unnamed, colon), indent)
        before = block


def _notes(page: Page, language: Language) -> Iterator[Block]:
    """The notes whose marks are shown, last on the page."""
    shown = [(number, page.notes[number - 1]) for number in sorted(page.unnamed)]
    if shown:
        yield Heading(Level.PART, phrase(language.phrase("pages.sources")))
        yield Entries(tuple(Entry(phrase(f"[{number}]"), (phrase(note.text),)) for number, note in shown))


def _apart(before: Block | None, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if before is None or isinstance(block, Excerpt):
        return False
    if isinstance(before, Heading):
        return before.level is Level.PAGE or isinstance(block, Heading)
    return True


def _indented(lines: Iterator[Phrase], columns: int) -> Iterator[Phrase]:
    margin = Run(" " * columns)
    for line in lines:
        yield (margin, *line) if line else ()


def _heading(heading: Heading, width: int, colon: str) -> Iterator[Phrase]:
    if heading.level is Level.ITEM:
        yield from _hanging(_with_aside(heading.text, heading.aside, colon), width, 2)
        return
    capital = heading.level is Level.PART
    text = tuple(
        Run(run.text.upper() if capital and run.role is Role.PLAIN else run.text, Role.STRONG) for run in heading.text
    )
    yield from wrapped(_with_aside(text, heading.aside, colon), width)
    if capital and heading.ruled:
        yield (Run("─" * width, Role.FAINT),)


def _with_aside(text: Phrase, aside: Phrase, colon: str) -> Phrase:
    return phrase(text, colon, aside) if aside else text


def _hanging(text: Phrase, width: int, hang: int) -> Iterator[Phrase]:
    """Wrapped, the first line at the margin and the others ``hang`` columns in."""
    first, *others = wrapped(text, width - hang)
    yield first
    margin = Run(" " * hang)
    yield from ((margin, *line) for line in others)


def _body(block: Body, width: int, shown: Collection[int], colon: str) -> Iterator[Phrase]:
    if isinstance(block, Paragraph):
        yield from wrapped(block.text, min(width, _MEASURE))
    elif isinstance(block, Items):
        for item, notes in block.noted():
            marks = "".join(f"[{number}]" for number in notes if number in shown)
            marked = phrase("- ", item, Run(f" {marks}" if marks else "", Role.FAINT))
            yield from _hanging(marked, min(width, _MEASURE), 2)
    elif isinstance(block, Entries):
        yield from _entries(block, width)
    elif isinstance(block, Sides):
        yield from _sides(block, width, colon)
    elif isinstance(block, Table):
        yield from _table(block, width, colon)
    else:
        yield from _indented(excerpt(block, width - 4), 4)


def _entries(block: Entries, width: int) -> Iterator[Phrase]:
    label = max(length(entry.label) for entry in block.entries)
    room = min(width - label - _GAP, _MEASURE)
    stacked = room < _NARROW_LINE and room < max(length(line) for entry in block.entries for line in entry.lines)
    for entry in block.entries:
        if stacked:
            yield from wrapped(entry.label, width)
            yield from (phrase("  ", line) for line in cells(entry.lines, width - 2))
        else:
            yield from _columns([(wrapped(entry.label, label), label), (cells(entry.lines, room), room)])


def _columns(columns: list[tuple[list[Phrase], int]]) -> Iterator[Phrase]:
    """Cells side by side, each padded to its width, with a gap between them."""
    for lines in zip_longest(*(lines for lines, _ in columns), fillvalue=()):
        runs: list[Run] = []
        for line, (_, width) in zip(lines, columns, strict=True):
            runs += (*line, Run(" " * (width - length(line) + _GAP)))
        yield tuple(runs)


def _sides(block: Sides, width: int, colon: str) -> Iterator[Phrase]:
    label = 2 + max(width_of(row.label) for row in block.rows)
    heads = [(Run(name, Role.STRONG),) for name in (block.left, block.right)]
    columns = [
        [(heads[0],), *(row.left for row in block.rows)],
        [(heads[1],), *(row.right for row in block.rows)],
    ]
    with_note = width >= _WIDE_NOTE and any(row.note for row in block.rows)
    if with_note:
        columns.append([(), *((row.note,) for row in block.rows)])
    widths = _shares([_natural(column) for column in columns], width - label - len(columns) * _GAP)
    if min(widths[:2]) < min(_NARROW_CELL, *(_natural(column) for column in columns[:2])):
        yield from _stacked(block, width, colon)
        return
    labels = [(), *(phrase(row.mark, " ", row.label) for row in block.rows)]
    for index, name in enumerate(labels):
        beside = [(cells(column[index], room), room) for column, room in zip(columns, widths, strict=True)]
        yield from _columns([([name], label), *beside])
        brief = block.rows[index - 1].brief if index and not with_note else ()
        if brief:
            yield from _indented(_hanging(phrase("→ ", brief), width - label - _GAP, 2), label + _GAP)


def _table(block: Table, width: int, colon: str) -> Iterator[Phrase]:
    """Columns under their heads, each row's lead above its cells; where they are too narrow, head by head instead."""
    rows = [_parted(block, row) for row in block.rows]
    heads = [column.brief or column.head for column in block.columns if not column.leads]
    if block.layout is Layout.RUN_IN:
        marked = [f"{head}{colon.rstrip()}" for head in heads]
        # Where the question is spared, what answers two of them would be read twice.
        said = dict.fromkeys(
            tuple(_run_in(() if cells[0].spare else lead, marked, row, min(width, _MEASURE)))
            for (lead, row), cells in zip(rows, block.rows, strict=True)
        )
        yield from (line for lines in said for line in lines)
        return
    led = any(column.leads for column in block.columns)
    hang = 2 if led else 0
    titles = [(phrase(Run(head, Role.STRONG)),) for head in heads]
    natural = [_natural(list(column)) for column in zip(titles, *(row for _, row in rows), strict=True)]
    widths = _shares(natural, width - hang - _GAP * (len(heads) - 1))
    close = block.layout is Layout.STACKED
    stacked = close or any(room < min(_NARROW_CELL, wanted) for room, wanted in zip(widths, natural, strict=True))
    if not stacked:
        yield from _indented(_line(titles, widths), hang)
    for number, (lead, row) in enumerate(rows):
        if not close and (led or (number and stacked)):
            yield ()
        yield from _led(lead, width)
        if stacked:
            labels = (phrase(Run(head, Role.FAINT)) for head in heads)
            held = tuple(Entry(label, lines) for label, lines in zip(labels, row, strict=True) if lines)
            yield from _indented(_entries(Entries(held), width - hang), hang) if held else ()
        else:
            yield from _indented(_line(row, widths), hang)


def _run_in(
    lead: Iterable[Phrase], labels: Sequence[str], row: Sequence[tuple[Phrase, ...]], width: int
) -> Iterator[Phrase]:
    """A row in one paragraph, each cell after its label; one that only says why it is empty is left out."""
    parts = [run for line in lead for run in (Run(" "), *line)]
    for label, lines in zip(labels, row, strict=True):
        text = tuple(run for line in lines for run in (Run(" "), *line))
        if any(run.text.strip() and run.role is not Role.ABSENT for run in text):
            parts += [Run(" "), Run(label, Role.FAINT), *text]
    yield from _hanging(phrase("-", *parts), width, 2)


def _parted(block: Table, row: tuple[Cell, ...]) -> tuple[list[Phrase], list[tuple[Phrase, ...]]]:
    """The lines that a row leads with, and those of its other cells."""
    pairs = list(zip(block.columns, map(_shown, row), strict=True))
    lead = [line for column, lines in pairs if column.leads for line in lines]
    return lead, [lines for column, lines in pairs if not column.leads]


def _shown(cell: Cell) -> tuple[Phrase, ...]:
    """The lines of a cell; below them in brackets what goes with them, and the marks of its notes."""
    marks = "".join(f"[{number}]" for number in cell.notes)
    last = " ".join([*([f"({cell.aside})"] if cell.aside else []), *([marks] if marks else [])])
    return (*cell.lines, phrase(Run(last, Role.FAINT))) if last else cell.lines


def _line(row: Sequence[tuple[Phrase, ...]], widths: list[int]) -> Iterator[Phrase]:
    yield from _columns([(cells(cell, room), room) for cell, room in zip(row, widths, strict=True)])


def _led(lead: list[Phrase], width: int) -> Iterator[Phrase]:
    """What a row leads with, on a line of its own; nothing for none."""
    parts = [part for one in lead for part in (Run(" · "), *one)][1:]
    if parts:
        yield from _hanging(tuple(parts), width, 2)


def _natural(column: list[tuple[Phrase, ...]]) -> int:
    """How wide a column would be if nothing in it were wrapped."""
    return max((length(line) for lines in column for line in lines), default=0)


def _shares(natural: list[int], width: int) -> list[int]:
    """Widths of columns within ``width``: each what it needs up to an equal share, and what is over to the others."""
    given: dict[int, int] = {}
    for index in sorted(range(len(natural)), key=natural.__getitem__):
        share = (width - sum(given.values())) // (len(natural) - len(given))
        given[index] = min(natural[index], share)
    return [given[index] for index in range(len(natural))]


def _stacked(block: Sides, width: int, colon: str) -> Iterator[Phrase]:
    for row in block.rows:
        label = Run(row.label, Role.STRONG)
        if row.left == row.right:
            yield from _hanging(phrase(row.mark, " ", label, colon, *row.left), width, 4)
            continue
        yield phrase(row.mark, " ", label)
        for name, lines in ((block.left, row.left), (block.right, row.right)):
            first, *others = lines
            for line in (phrase(Run(f"{name}{colon}", Role.FAINT), first), *others):
                yield from _indented(_hanging(line, width - 4, 2), 4)
        if row.note:
            yield from _indented(_hanging(phrase("→ ", row.note), width - 4, 2), 4)
