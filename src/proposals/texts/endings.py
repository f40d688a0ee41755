"""Which files hold raw texts, by their names alone: whoever only asks that reads none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from proposals.files.text import STANDARD_INPUT

ENDINGS: Final = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The endings of the files from which texts are read."""

_STANDARD: Final = "-"


def is_raw(name: str) -> bool:
    """Whether a file of this name holds a raw text, by its ending."""
    return Path(name).suffix.casefold() in ENDINGS


def are_raw(names: Sequence[str]) -> bool:
    """Whether all of these are raw texts: standard input beside one is taken for another."""
    return any(map(is_raw, names)) and all(is_raw(name) or is_standard_input(name) for name in names)


def is_standard_input(name: str) -> bool:
    """Whether a name stands for standard input."""
    return name == _STANDARD or Path(name) == STANDARD_INPUT
