"""What goes wrong, reported once: one message on standard error, exit status 2, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from io import StringIO
from typing import Any, TextIO

import click

from proposals.strings import visible

UNUSABLE = 2
"""The exit status for wrong usage and for what cannot be read or written."""


class Failure(click.ClickException):
    """An error of ours as click shows it: the message alone."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Print the message with hidden characters written out."""
        click.echo(f"proposals: {visible(self.message)}", file=file, err=file is None)


def shown(error: click.ClickException) -> str:
    """What click prints for an error, usage and all."""
    written = StringIO()
    error.show(file=written)
    return written.getvalue()


def unwritten(error: OSError) -> int:
    """Standard output cannot be written. A reader who has seen enough (a closed pipe) is no error."""
    discard(sys.stdout)
    if error.errno == errno.EPIPE:
        return 0
    tell(f"proposals: {error.filename or 'cannot write'}: {error.strerror}")
    return UNUSABLE


def tell(message: str) -> None:
    """Print a message on standard error; nowhere if that cannot be written, which changes no exit status."""
    try:
        click.echo(visible(message), err=True)
    except OSError:
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
