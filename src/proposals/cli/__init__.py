"""The command line: arguments in, one call, one text out.

A command is glue. What it prints is made in :mod:`proposals.reports`, errors are reported by :mod:`.failures`, and
whatever is slow to import is imported by the command that needs it, so that ``proposals --help`` answers at once.
"""

from __future__ import annotations

import gc
import sys
from typing import Final

_NEW_OBJECTS: Final = 100_000
"""After how many new objects the interpreter looks for garbage."""


def main() -> None:
    """Run the command line and end the process: 0 done, 1 only where asked for, 2 usage or something unreadable."""
    # What a command makes it needs until its end, and then the process ends: hardly anything of it is garbage, which
    # the interpreter would else look for all the time, and once more at the end.
    gc.set_threshold(_NEW_OBJECTS)
    try:
        from proposals.cli.app import run  # noqa: PLC0415 -- an interrupt may come while click is imported
    except KeyboardInterrupt:
        sys.stderr.write("proposals: interrupted\n")
        sys.exit(2)
    status = run()
    gc.freeze()
    sys.exit(status)
