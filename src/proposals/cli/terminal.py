"""What is asked of the terminal: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import sys
from typing import Final

WIDTH: Final = 80
"""The columns of a text where nobody says how many there are."""


def columns() -> int:
    """The columns that the variable ``COLUMNS`` tells, or else the terminal itself; 80 where neither does.

    The answer of :func:`shutil.get_terminal_size`, without the modules for archives that come with it.
    """
    try:
        told = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        told = 0
    if told > 0:
        return told
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or WIDTH  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no standard output, a closed one, or one that is no terminal
        return WIDTH


def coloured() -> bool:
    """Whether a text on standard output is coloured: as ``NO_COLOR`` or ``FORCE_COLOR`` say, or else on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
