"""What goes wrong, told once: one message on standard error, exit status 2, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

import click

from proposals.strings import visible

if TYPE_CHECKING:
    from proposals.errors import InvalidProposalError

UNUSABLE = 2
"""The exit status for wrong usage and for what cannot be read or written."""


class Failure(click.ClickException):
    """An error of ours as click shows it: the message alone."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Print the message with hidden characters written out."""
        click.echo(f"proposals: {visible(self.message)}", file=file, err=file is None)


@contextmanager
def told_whole() -> Iterator[None]:
    """Tell all problems of a file that ``proposals check`` does not read."""
    from proposals.errors import InvalidProposalError  # noqa: PLC0415 -- not needed for --help

    try:
        yield
    except InvalidProposalError as error:
        raise Failure(message_of(error, whole=True)) from None


def message_of(error: InvalidProposalError, *, whole: bool = False) -> str:
    """The first problem with its line and a caret, and how many more there are; all problems if ``whole``."""
    from proposals.files.excerpts import with_excerpts  # noqa: PLC0415 -- only a wrong file needs it
    from proposals.reports.formats import Options, text  # noqa: PLC0415 -- as above
    from proposals.reports.pages import checks as audit  # noqa: PLC0415 -- as above

    shown = error.problems if whole else error.problems[:1]
    message = text.write(audit.problems(with_excerpts(shown)), Options()).rstrip("\n")
    if len(shown) < len(error.problems):
        message += f"\n… and {len(error.problems) - 1} more; 'proposals check {shown[0].location.file}' lists them all"
    return message


def shown(error: click.ClickException) -> str:
    """What click prints for an error, usage and all."""
    told = StringIO()
    error.show(file=told)
    return told.getvalue()


def unwritten(error: OSError) -> int:
    """Standard output cannot be written. A reader who has seen enough (a closed pipe) is no error."""
    _discard_output()
    if error.errno == errno.EPIPE:
        return 0
    click.echo(visible(f"proposals: {error.filename or 'cannot write'}: {error.strerror}"), err=True)
    return UNUSABLE


def _discard_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
