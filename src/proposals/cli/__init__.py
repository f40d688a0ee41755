"""The command line: arguments in, one call, one text out.

A command is glue. What it prints is made in :mod:`proposals.reports`, what goes wrong is told in :mod:`.failures`, and
whatever is slow to import is imported by the command that needs it, so that ``proposals --help`` answers at once.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process: 0 done, 1 only where asked for, 2 usage or something unreadable."""
    try:
        from proposals.cli.failures import run  # noqa: PLC0415 -- an interrupt may come while click is imported
    except KeyboardInterrupt:
        sys.stderr.write("proposals: interrupted\n")
        sys.exit(2)
    sys.exit(run())
