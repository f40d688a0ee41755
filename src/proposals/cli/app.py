"""The commands, gathered: each is imported when it is asked for, all of them for the help."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from shutil import get_terminal_size
from typing import Any, Final, cast

import click

from proposals import __version__
from proposals.cli.failures import UNUSABLE, Failure, message_of, shown, unwritten
from proposals.cli.options import examples
from proposals.strings import visible

_WIDEST: Final = 80
"""The most columns of a help text."""

_NARROWEST: Final = 50
"""The fewest columns of a help text."""

_HOMES: Final = {
    "list": "documents.list_",
    "show": "documents.show",
    "diff": "diff.diff",
    "lineage": "documents.lineage",
    "timeline": "documents.timeline",
    "gaps": "documents.gaps",
    "check": "check.check",
    "verify": "check.verify",
    "rules": "reference.rules",
    "schema": "reference.schema",
    "matrix": "measures.matrix",
    "trace": "measures.trace",
    "burdens": "measures.burdens",
    "similarity": "measures.similarity",
    "report": "write.report",
    "plot": "write.plot",
    "export": "write.export",
}


class Front(click.Group):
    """The group of all commands; errors of the library become click's here and nowhere else."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the arguments; ``--help`` and ``--version`` write at once, and may find the pipe closed as well."""
        width = max(min(get_terminal_size().columns, _WIDEST) - 2, _NARROWEST)
        try:
            return super().make_context(*args, terminal_width=width, **extra)
        except OSError as error:
            raise click.exceptions.Exit(unwritten(error)) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        from proposals.errors import InvalidProposalError, ProposalsError  # noqa: PLC0415 -- not needed for --help

        try:
            return super().invoke(ctx)
        except InvalidProposalError as error:
            raise Failure(message_of(error)) from None
        except ProposalsError as error:
            raise Failure(str(error)) from None
        except KeyboardInterrupt:
            raise Failure("interrupted") from None
        except OSError as error:  # not left to click, for which a closed pipe is a failure
            ctx.exit(unwritten(error))


class Commands(Mapping[str, click.Command]):
    """The commands by name."""

    def __getitem__(self, name: str) -> click.Command:
        """Import it. Raises :class:`KeyError` if there is none of that name."""
        module, _, function = _HOMES[name].partition(".")
        command: click.Command = getattr(import_module(f"proposals.cli.{module}"), function)
        return command

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(_HOMES)

    def __len__(self) -> int:
        """How many there are."""
        return len(_HOMES)


@click.group(
    "proposals",
    cls=Front,
    commands=cast("MutableMapping[str, click.Command]", Commands()),  # click only looks into it
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "proposals list",
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported my-draft.yaml --sources",
        "proposals check my-draft.yaml",
    ),
)
@click.version_option(__version__, prog_name="proposals", message="%(prog)s %(version)s")
@click.pass_context
def front(ctx: click.Context) -> None:
    """Compare negotiation proposals term by term, each finding with its source.

    A document is the id of a bundled proposal ('proposals list' shows them) or the path of a YAML file of your own.

    Exit status: 0 done; 1 only with 'diff --exit-code' for differences, and with 'check' and 'verify' for problems;
    2 wrong usage, or something that cannot be read or written.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run() -> int:
    """Run the command line on the process's own arguments and streams; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = front.main(prog_name="proposals", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        click.echo(visible(shown(error)), err=True, nl=False)
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("proposals: interrupted", err=True)
        return UNUSABLE
    except OSError as error:
        return unwritten(error)
    return status if isinstance(status, int) else 0
