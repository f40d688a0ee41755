"""The folder of examples: every form, made from the three whole plans, each by the line that stands here with it.

The files are kept beside the manual, so that a reader who has built nothing can open them. A build of the manual writes
them anew, and a test holds that they are what the lines make.
"""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

import attrs

import proposals
from manual.screenshot import screenshot

FOLDER: Final = "examples"
"""Where the files are, in the manual and in what is built of it."""

PICTURES: Final[Mapping[str, str]] = MappingProxyType({"report.png": "report.html"})
"""Pictures by name, each with the file of which it shows what that looks like in a browser."""


@attrs.frozen
class Example:
    """A file: what makes it, and what it is for.

    ``made_by`` is a command line that names the file last, or Python for a value of which the file holds what a
    notebook shows.
    """

    name: str
    made_by: str
    purpose: str


def _by(command: str, purpose: str) -> Example:
    return Example(command.rpartition(" ")[2], f"proposals {command}", purpose)


_THREE: Final = "us-28-point e3-counter twenty-point"
_TWO: Final = "us-28-point e3-counter"
_COLUMNS: Final = "diff e3-counter twenty-point --base us-28-point"

EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = MappingProxyType(
    {
        "For a negotiation": (
            _by(
                f"diff {_THREE} --form brackets -o brackets.md",
                "One text to negotiate on: what is agreed stands plain, what is contested in brackets.",
            ),
            _by(f"{_COLUMNS} -o four-columns.docx", "Four columns to print for a meeting, in Word."),
            _by(f"{_COLUMNS} --sheets -o four-columns.xlsx", "The same to sort and to filter, in Excel."),
            _by(f"{_COLUMNS} -o four-columns.html", "The same to read in a browser."),
            _by(f"{_COLUMNS} -o four-columns.md", "The same to keep beside a draft under version control."),
            _by(
                f"diff {_THREE} --form source-table -o source-table.html",
                "For the chair of a merged text: what it made of each contribution, and why.",
            ),
            _by(f"diff {_THREE} --form source-table -o source-table.md", "The same as Markdown."),
        ),
        "To look at": (
            _by(f"report {_THREE} -o report.html", "Everything in one file that asks the network for nothing."),
            _by(f"diff {_TWO} --width 100 -o brief.txt", "The brief, as a terminal shows it."),
            _by(f"diff {_THREE} -o brief.md", "The brief of three plans, for a page that shows Markdown."),
            _by(f"diff {_TWO} --form brief -o brief.docx", "The brief in Word, to hand on."),
            _by(f"diff {_TWO} --full -o comparison.txt", "The brief and every term, as a terminal shows them."),
            _by(f"diff {_TWO} --full -o comparison.md", "The same for a page that shows Markdown."),
            _by(f"diff {_TWO} -o comparison.docx", "The same in Word, with its sources listed at the end."),
            Example(
                "notebook.html",
                f'proposals.compare(*map(proposals.load, {tuple(_TWO.split())})).narrowed(["territory", "forces"])',
                "What Jupyter shows where this is the last line of a cell.",
            ),
        ),
        "For a paper": (
            _by(f"export map {_THREE} -o map.svg", "The map of regions, which draws no border, to scale as you like."),
            _by(f"export map {_THREE} --scale 1 -o map.png", "The same in pixels."),
            _by(f"export strips {_THREE} --topic forces -o strips.svg", "The ordered fields of a topic, a mark each."),
            _by(f"export strips {_THREE} --topic forces --scale 2 -o strips.png", "The same in pixels."),
        ),
        "For programs and spreadsheets": (
            _by(f"export findings {_THREE} -o findings.csv", "One row for each finding, for any spreadsheet."),
            _by(f"export terms {_THREE} -o terms.csv", "One row for each term of each document."),
            _by(f"export findings {_THREE} -o findings.parquet", "The findings with their types, for pandas or R."),
            _by(f"export findings {_THREE} -o findings.arrow", "The same in Arrow's file format, for polars."),
            _by(f"export findings {_TWO} -o findings.jsonl", "All that a finding rests on, one object on each line."),
            _by(
                f"diff {_TWO} --topic forces --topic justice -o findings.json",
                "A comparison with its counts and all that it rests on, as one object.",
            ),
        ),
        "Measures of many documents": (
            _by(f"matrix {_THREE} -o matrix.md", "What each document says to each subject, and how the row stands."),
            _by(f"trace {_THREE} -o trace.md", "What became of each subject from draft to draft."),
            _by("burdens us-28-point twenty-point -o burdens.md", "What each actor must do and is promised."),
            _by(f"similarity {_THREE} -o similarity.md", "How close every two are, with counts and intervals."),
        ),
        "What lies behind": (
            _by(f"show {_THREE} --gaps -o gaps.md", "What is not established."),
            _by("show us-28-point --disputes -o disputes.md", "What sources report instead of the coded values."),
            _by(f"list --lineage {_THREE} -o lineage.md", "Which document descends from which, and how sure that is."),
            _by("timeline -o timeline.md", "The events around the documents."),
        ),
    },
)
"""The examples under their headings, in the order of the page."""


_HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>What a notebook shows</title>
<style>body { background: Canvas; color: CanvasText; }</style>
"""
"""What makes a page of what a notebook shows."""


def every() -> Iterator[Example]:
    """The examples in the order of the page."""
    for some in EXAMPLES.values():
        yield from some


def content(example: Example) -> bytes:
    """What the line makes now; equal data give equal bytes. Raises whatever the line raises."""
    if not example.made_by.startswith("proposals "):
        shown = eval(example.made_by, {"proposals": proposals})._repr_html_()  # noqa: S307 -- a line that stands above
        return f"{_HEAD}{shown}".encode()
    from proposals.cli.app import application  # noqa: PLC0415 -- only where a command is run

    _, *arguments = shlex.split(example.made_by)
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        application.main(arguments, prog_name="proposals", standalone_mode=False)
        return Path(example.name).read_bytes()


def write(folder: Path) -> list[str]:
    """Write every example that is not there as it is made now, and its picture; remove what is no example.

    The result names the pictures that had to be kept as they were, as there is no browser.
    """
    folder.mkdir(exist_ok=True)
    made = {example.name: content(example) for example in every()}
    for name, held in made.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != held:
            path.write_bytes(held)
    for path in folder.iterdir():
        if path.is_file() and path.name not in made and path.name not in PICTURES:
            path.unlink()
    return [picture for picture, page in PICTURES.items() if not screenshot(folder / page, folder / picture)]


def page() -> str:
    """Each example with a link, what it is for, and the line that makes it."""
    parts = []
    for heading, some in EXAMPLES.items():
        parts.append(f"## {heading}")
        for one in some:
            link = f'<a href="../{FOLDER}/{one.name}">{one.name}</a>'
            command = one.made_by.startswith("proposals ")
            shown = f"```console\n$ {one.made_by}\n```" if command else f"```py\n{one.made_by}\n```"
            parts += [f"{link}: {escape(one.purpose)}", shown]
    return "\n\n".join(parts)
