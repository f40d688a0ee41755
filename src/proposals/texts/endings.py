"""Which files hold raw texts, by their names alone: whoever only asks that reads none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from proposals.files.text import STANDARD_INPUT

ENDINGS: Final = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The endings of the files from which texts are read."""

_STANDARD: Final = "-"


def is_raw(name: str) -> bool:
    """Whether a file of this name holds a raw text, by its ending."""
    return Path(name).suffix.casefold() in ENDINGS


def is_standard_input(name: str) -> bool:
    """Whether a name stands for standard input."""
    return name == _STANDARD or Path(name) == STANDARD_INPUT
