"""The lines of files to show beside problems that do not carry theirs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proposals.errors import Problem, UnreadableError
from proposals.files.text import read_text, stream
from proposals.strings import visible


def with_excerpts(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each with its line as it stands in the file now; without one where the file cannot be read.

    A stream can be read only once, so its problems have the lines that they carry themselves.
    """
    lines: dict[str, list[str]] = {}
    shown = []
    for problem in problems:
        file, line, _ = problem.location
        if not problem.excerpt and line:
            if file not in lines:
                lines[file] = _lines(Path(file))
            found = lines[file][line - 1 : line]
            shown.append(problem._replace(excerpt=visible(found[0]) if found else ""))
        else:
            shown.append(problem)
    return shown


def _lines(path: Path) -> list[str]:
    if stream(path):
        return []
    try:
        return read_text(path).split("\n")
    except UnreadableError:
        return []
