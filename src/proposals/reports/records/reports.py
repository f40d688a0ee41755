"""What every report has at its head, and how it is written: stable names in snake_case, ids beside names.

:data:`SCHEMA_VERSION` is raised when a member changes its meaning or goes; a new member does not raise it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from proposals.reports.records.declare import Member, Record, T, always, record
from proposals.strings import first_hidden

SCHEMA_VERSION: Final = 1
"""The version of the names and meanings that all JSON of this library carries."""

_VERSION: Final = always("schema_version", SCHEMA_VERSION, "Which names these are, and what they mean.")


def report(name: str, about: str, *parts: Member[T] | tuple[Member[T], ...]) -> Record[T]:
    """The record of a whole report, with its version and its name at the head."""
    return record(name, about, _VERSION, always("report", name, "Which report this is."), *parts)


def line(name: str, about: str, *parts: Member[T] | tuple[Member[T], ...]) -> Record[T]:
    """The record of one line of a JSON Lines file, with its version at the head."""
    return record(name, about, _VERSION, *parts)


def render(report: Mapping[str, Any]) -> str:
    """The report as indented JSON; characters that hide are escaped, all others stand as they are."""
    text = json.dumps(report, ensure_ascii=False, indent=2)
    while (at := first_hidden(text)) is not None:
        text = text.replace(text[at], _escaped(text[at]))
    return f"{text}\n"


def _escaped(sign: str) -> str:
    """The character as JSON escapes it: the four hexadecimal digits of each of its UTF-16 units."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
