"""The command line as a whole: its commands, and what becomes of errors."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from types import MappingProxyType
from typing import Any, Final

import click

from proposals import __version__
from proposals.cli.commands import Commands, Table, examples
from proposals.cli.failures import UNUSABLE, Failure, shown, tell, unwritten
from proposals.errors import InvalidProposalError, ProposalsError

_WIDEST: Final = 80
"""The most columns of a help text."""

_NARROWEST: Final = 50
"""The fewest columns of a help text."""

COMMANDS: Final[Table] = MappingProxyType(
    {
        "list": ("list:list_", "List the bundled proposals, find words in them, or show which descends from which."),
        "show": ("documents:show", "Show everything known about documents."),
        "diff": ("diff:diff", "Compare documents question by question and term by term."),
        "draft": ("draft:draft", "Draft the terms of a raw text, to be checked by a person."),
        "matrix": ("measures:matrix", "Set two or more documents side by side."),
        "trace": ("measures:trace", "Follow each subject through a chain of drafts."),
        "burdens": ("measures:burdens", "List what each actor would have to do and is promised."),
        "similarity": ("similarity:similarity", "Estimate how close documents are, with counts and ranges."),
        "timeline": ("documents:timeline", "Show the timeline of the talks."),
        "report": ("report:report", "Write an HTML report."),
        "export": ("export:export", "Write data, plots and schemas for other programs."),
        "check": ("check:check", "Check files and their quotations, and list every problem."),
        "explain": ("explain:explain", "Explain kinds, fields, words, rules, places, actors and sources."),
    },
)
"""Every command: its module and function, and its help in one line."""

RENAMED: Final = MappingProxyType(
    {
        "verify": "'check'",
        "rules": "'explain'",
        "gaps": "'show --gaps'",
        "lineage": "'list --lineage'",
        "plot": "'export map'/'export strips'",
        "schema": "'export schema'",
    },
)
"""What commands of before are called now."""


class Application(Commands):
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
        try:
            return super().invoke(ctx)
        except InvalidProposalError as error:
            from proposals.cli.problems import first_problem  # noqa: PLC0415 -- only for a wrong file; slow to import

            raise Failure(first_problem(error)) from None
        except ProposalsError as error:
            raise Failure(str(error)) from None
        except KeyboardInterrupt:
            raise Failure("interrupted") from None
        except OSError as error:  # not left to click, for which a closed pipe is a failure
            ctx.exit(unwritten(error))


@click.group(
    "proposals",
    cls=Application,
    table=COMMANDS,
    renamed=RENAMED,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "proposals list",
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported my-draft.yaml --sources",
        "proposals check my-draft.yaml",
    ),
)
@click.option(
    "--collection",
    "folders",
    multiple=True,
    metavar="DIR",
    help="Open the collection in this folder; can be repeated. Default: those of the nearest proposals.toml, if any.",
)
@click.option("--alone", is_flag=True, help="Leave out the bundled documents, names and sources.")
@click.option(
    "--trust",
    "trusted",
    multiple=True,
    metavar="DIR",
    type=click.Path(),
    envvar="PROPOSALS_TRUST",
    help="Allow the code of an opened collection, its kinds.py, to run; otherwise it never does. Can be repeated. The "
    "environment variable PROPOSALS_TRUST can hold such folders, separated as in PATH.",
)
@click.version_option(__version__, prog_name="proposals", message="%(prog)s %(version)s")
@click.pass_context
def application(ctx: click.Context, /, **_collections: Any) -> None:
    """Compare negotiation proposals term by term, each finding with its source.

    A document is given by the id of a bundled proposal ('proposals list' shows them), by the path of a YAML file,
    or as '-' for standard input. A collection of your own is a folder with documents in 'proposals/' and, next to
    that, the places, actors and sources that they share.

    Exit status: 0 on success; 1 only for differences with 'diff --exit-code' and for problems found by 'check'; 2
    for wrong usage, or for something that cannot be read or written.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run() -> int:
    """Run the command line on the process's own arguments and streams; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = application.main(prog_name="proposals", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        tell(shown(error).removesuffix("\n"))
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        tell("proposals: interrupted")
        return UNUSABLE
    except OSError as error:
        return unwritten(error)
    except MemoryError:
        tell("proposals: there is not enough memory for this; take fewer or smaller documents")
        return UNUSABLE
    return status if isinstance(status, int) else 0
