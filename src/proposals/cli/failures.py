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

from proposals.characters import visible
from proposals.cli import terminal

if TYPE_CHECKING:
    from proposals.errors import InvalidProposalError

UNUSABLE = 2
"""The exit status for wrong usage and for what cannot be read or written."""

_NARROWEST = 50


class Failure(click.ClickException):
    """An error of ours as click shows it: the message alone."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Print the message with hidden characters written out."""
        click.echo(f"proposals: {visible(self.message)}", file=file, err=file is None)


class Front(click.Group):
    """The group of all commands; errors of the library become click's here and nowhere else."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the arguments; ``--help`` and ``--version`` write at once, and may find the pipe closed as well."""
        width = max(min(terminal.columns(), terminal.WIDTH) - 2, _NARROWEST)  # as click has it, which asks more slowly
        try:
            return super().make_context(*args, terminal_width=width, **extra)
        except OSError as error:
            raise click.exceptions.Exit(_unwritten(error)) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        from proposals.errors import InvalidProposalError, ProposalsError  # noqa: PLC0415 -- not needed for --help

        try:
            return super().invoke(ctx)
        except InvalidProposalError as error:
            raise Failure(_told(error)) from None
        except ProposalsError as error:
            raise Failure(str(error)) from None
        except KeyboardInterrupt:
            raise Failure("interrupted") from None
        except OSError as error:  # not left to click, for which a closed pipe is a failure
            ctx.exit(_unwritten(error))


@contextmanager
def told_whole() -> Iterator[None]:
    """Tell all problems of a file that ``proposals check`` does not read."""
    from proposals.errors import InvalidProposalError  # noqa: PLC0415 -- not needed for --help

    try:
        yield
    except InvalidProposalError as error:
        raise Failure(_told(error, whole=True)) from None


def _told(error: InvalidProposalError, *, whole: bool = False) -> str:
    """The first problem with its line and a caret, and how many more there are; all problems if ``whole``."""
    from proposals.cli.excerpts import with_excerpts  # noqa: PLC0415 -- only a wrong file needs it
    from proposals.reports import audit, text  # noqa: PLC0415 -- as above

    shown = error.problems if whole else error.problems[:1]
    message = text.render(audit.problems(with_excerpts(shown))).rstrip("\n")
    if len(shown) < len(error.problems):
        message += f"\n… and {len(error.problems) - 1} more; 'proposals check {shown[0].position.file}' lists them all"
    return message


def _shown(error: click.ClickException) -> str:
    """What click prints for an error, usage and all."""
    told = StringIO()
    error.show(file=told)
    return told.getvalue()


def run() -> int:
    """Run the command line on the process's own arguments and streams; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        from proposals.cli.commands import front  # noqa: PLC0415 -- the commands need this module

        status = front.main(prog_name="proposals", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        click.echo(visible(_shown(error)), err=True, nl=False)
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("proposals: interrupted", err=True)
        return UNUSABLE
    except OSError as error:
        return _unwritten(error)
    return status if isinstance(status, int) else 0


def _unwritten(error: OSError) -> int:
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
