"""A page as Markdown (CommonMark with the tables of GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proposals.language.escaping import escaped
from proposals.language.phrases import Phrase, Role, Run
from proposals.reports.formats.text_layout import excerpt
from proposals.reports.page import Block, Entries, Heading, Items, Page, Paragraph, Sides, Table
from proposals.strings import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#])")
_MEASURE = 120
_STARTS = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=\s|$|[-+=])")


def render(page: Page) -> str:
    """The page with blank lines between its blocks; what would be markup is escaped, hidden characters written out."""
    blocks = ("\n".join(_lines(block)) for block in page)
    return "".join(f"{block}\n\n" for block in blocks).rstrip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        aside = f": {_inline(block.aside)}" if block.aside else ""
        yield f"{'#' * block.level.value} {_heading_text(block.text)}{aside}"
    elif isinstance(block, Paragraph):
        yield _start(_inline(block.text))
    elif isinstance(block, Items):
        yield from (f"- {_start(_inline(item))}" for item in block.items)
    elif isinstance(block, Entries):
        for entry in block.entries:
            yield f"- {_inline(entry.label)}: {'<br>'.join(_inline(line) for line in entry.lines)}"
    elif isinstance(block, Sides):
        yield from _sides(block)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        for line in excerpt(block, _MEASURE):  # an indented code block, in which nothing is markup
            yield f"    {''.join(run.text for run in line)}"


def _heading_text(text: Phrase) -> str:
    """A heading is strong already."""
    return _inline(tuple(Run(run.text, Role.PLAIN) if run.role is Role.STRONG else run for run in text))


def _table(block: Table) -> Iterator[str]:
    heads = (*block.leading, *block.heads)
    yield f"| {' | '.join(map(_escaped, heads))} |"
    yield f"|{'---|' * len(heads)}"
    for row in block.rows:
        told = (*map(_inline, row.lead), *("<br>".join(map(_inline, cell)) for cell in row.cells))
        yield f"| {' | '.join(told)} |"


def _sides(block: Sides) -> Iterator[str]:
    yield f"| | {_escaped(block.left)} | {_escaped(block.right)} | difference |"
    yield "|---|---|---|---|"
    for row in block.rows:
        left, right = ("<br>".join(_inline(line) for line in lines) for lines in (row.left, row.right))
        yield f"| {_escaped(row.mark.text.strip())} {_escaped(row.label)} | {left} | {right} | {_inline(row.note)} |"


def _inline(text: Phrase) -> str:
    return "".join(_run(run) for run in text).strip()


def _run(run: Run) -> str:
    shown = _escaped(run.text)
    words = shown.strip()
    if not words:
        return shown
    before, after = shown[: len(shown) - len(shown.lstrip())], shown[len(shown.rstrip()) :]
    marks = {Role.STRONG: "**", Role.FAILED: "**", Role.DELETED: "~~", Role.ADDED: "**"}.get(run.role, "")
    return f"{before}{marks}{words}{marks}{after}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split("\n"))).replace("&", "&amp;")


def _start(text: str) -> str:
    r"""The text so that its beginning is no list item and no underline: ``1\.``, ``\-``."""
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


_ADDRESS: Final = re.compile(r"https?://[^\s<>\"\\^`{|}\[\]]+(?<![.,;:)])")


def note_text(text: str) -> str:
    """A note in plain text that Markdown leaves alone; whole web addresses stand in angle brackets."""
    shown, parts, end = " ".join(visible(text).split()), [], 0
    for address in _ADDRESS.finditer(shown):
        parts += [escaped(shown[end : address.start()]), f"<{address[0]}>"]
        end = address.end()
    return "".join([*parts, escaped(shown[end:])])
