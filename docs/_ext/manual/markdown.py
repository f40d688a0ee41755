"""Markdown as text: tables, links, and words that may hold any character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#$~^])")
_ROLE = re.compile(r":(?:py:)?(class|func|meth|attr|mod|data|exc):`(?:~[\w.]*?)?([\w.]+)`")


def safe(text: str) -> str:
    """The text with every character that Markdown takes for itself escaped, on one line."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """The text with every such character escaped, and its blanks as they are."""
    return _SPECIAL.sub(r"\\\1", text)


def code(text: str) -> str:
    """The text in the letters of code; safe in a table as well."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text.replace('|', chr(92) + '|')}{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; empty where there is no row."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines, ""]) if lines else ""


def docstring(text: str) -> str:
    """A docstring as Markdown: its paragraphs, with references to Python names as code."""
    return _ROLE.sub(lambda found: f"`{found[2].rsplit('.', 1)[-1]}`", text).replace("::\n", ":\n")
