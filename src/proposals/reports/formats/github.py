"""What a check found, as workflow commands of GitHub Actions: annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.errors import Location, Problem
from proposals.language.names import Lookup
from proposals.library.checking import Checks
from proposals.reports.pages.checks import notice


def render(checks: Checks, lookup: Lookup) -> str:
    """One line for each problem, each file that cannot be read, and each document with notices."""
    return "".join(f"{line}\n" for line in _lines(checks, lookup))


def _lines(checks: Checks, lookup: Lookup) -> Iterator[str]:
    for error in checks.unreadable:
        yield _annotation("error", Problem(error.location, "unreadable", error.message), lookup)
    for problem in checks.every_problem:
        yield _annotation("error", problem, lookup)
    for document in checks.documents:
        for remark in document.remarks:
            yield _annotation("notice", remark, lookup)
        if document.notices > len(document.remarks):
            yield _command("notice", notice(document, lookup), file=lookup.file(Location(str(document.file))))


def _annotation(name: str, problem: Problem, lookup: Lookup) -> str:
    at = problem.location
    hint = f" ({problem.hint})" if problem.hint else ""
    message = f"{problem.message}{hint}"
    return _command(name, message, file=lookup.file(at), line=at.line, col=at.column, title=problem.code)


def _command(name: str, message: str, **properties: object) -> str:
    """``::error file=a.yaml,line=1::message``; properties that are 0 are left out."""
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items() if value)
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str, further: str = "") -> str:
    for sign in f"%\r\n{further}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
