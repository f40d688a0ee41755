"""A page as Markdown (CommonMark with the tables of GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from proposals.language.escaping import escaped
from proposals.language.phrases import Phrase, Role, Run
from proposals.reports.formats import Options
from proposals.reports.formats.text_layout import excerpt
from proposals.reports.page import Block, Cell, Entries, Heading, Items, Page, Paragraph, Sides, Table
from proposals.strings import visible

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|~#])")
_NO_CODE: Final = re.compile(r"[`|\n]|^ | $|^$")
"""What would end a span of code, or a cell of a table, or be lost in one."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"\\^`{|}\[\]]+(?<![.,;:)])")
_MEASURE: Final = 120
_STARTS: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=\s|$|[-+=])")


def write(page: Page, options: Options) -> str:
    """The page with blank lines between its blocks; what would be markup is escaped, hidden characters written out."""
    colon = options.words.fill("pages.label", label="", text="")
    blocks = ["\n".join(_lines(block, page.unnamed, colon)) for block in page.blocks]
    notes = [f"[^{number}]: {_escaped(page.notes[number - 1].text)}" for number in sorted(page.unnamed)]
    return "\n\n".join([*blocks, *(["\n".join(notes)] if notes else [])]).rstrip("\n") + "\n"


def _lines(block: Block, shown: Collection[int], colon: str) -> Iterator[str]:
    if isinstance(block, Heading):
        aside = f"{colon}{_inline(block.aside)}" if block.aside else ""
        yield f"{'#' * block.level.value} {_heading_text(block.text)}{aside}"
    elif isinstance(block, Paragraph):
        yield _start(_inline(block.text))
    elif isinstance(block, Items):
        for item, notes in block.noted():
            yield f"- {_start(_inline(item))}{_marks(number for number in notes if number in shown)}"
    elif isinstance(block, Entries):
        for entry in block.entries:
            yield f"- {_inline(entry.label)}{colon}{'<br>'.join(_inline(line) for line in entry.lines)}"
    elif isinstance(block, Sides):
        yield from _table(block.table)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        for line in excerpt(block, _MEASURE):  # an indented code block, in which nothing is markup
            yield f"    {''.join(run.text for run in line)}"


def _heading_text(text: Phrase) -> str:
    """A heading is strong already."""
    return _inline(tuple(Run(run.text, Role.PLAIN) if run.role is Role.STRONG else run for run in text))


def _table(block: Table) -> Iterator[str]:
    yield f"| {' | '.join(_escaped(column.head) for column in block.columns)} |"
    yield f"|{'---|' * len(block.columns)}"
    for row in block.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(cell: Cell) -> str:
    """The lines of a cell, broken as Markdown tables can; the marks of its notes last."""
    aside = [f"({_escaped(cell.aside)})"] if cell.aside else []
    return "<br>".join([*map(_inline, cell.lines), *aside]) + _marks(cell.notes)


def _marks(notes: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _inline(text: Phrase) -> str:
    return "".join(_run(run) for run in text).strip()


def _run(run: Run) -> str:
    if run.role is Role.CODE and not _NO_CODE.search(run.text):
        return f"`{visible(run.text)}`"
    shown = _escaped(run.text)
    words = shown.strip()
    if not words:
        return shown
    before, after = shown[: len(shown) - len(shown.lstrip())], shown[len(shown.rstrip()) :]
    marks = {Role.STRONG: "**", Role.FAILED: "**", Role.DELETED: "~~", Role.ADDED: "**"}.get(run.role, "")
    return f"{before}{marks}{words}{marks}{after}"


def _escaped(text: str) -> str:
    return _linked(" ".join(visible(text).split("\n")), _plain)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")


def _start(text: str) -> str:
    r"""The text so that its beginning is no list item and no underline: ``1\.``, ``\-``."""
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


def note_text(text: str) -> str:
    """A note of bracketed text, escaped in the way that is read back from there, with its web addresses as links."""
    return _linked(" ".join(visible(text).split()), escaped)


def _linked(shown: str, escape: Callable[[str], str]) -> str:
    """The text escaped, but for whole web addresses, which stand in angle brackets: that makes them links."""
    parts, end = [], 0
    for address in _ADDRESS.finditer(shown):
        parts += [escape(shown[end : address.start()]), f"<{address[0]}>"]
        end = address.end()
    return "".join([*parts, escape(shown[end:])])
