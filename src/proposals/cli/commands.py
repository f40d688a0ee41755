"""The commands, gathered: each is imported when it is asked for, all of them for the help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Final, cast

import click

from proposals import __version__
from proposals.cli.failures import Front
from proposals.cli.options import examples

_HOMES: Final = {
    "list": "reading.list_",
    "show": "reading.show",
    "diff": "comparing.diff",
    "lineage": "registers.lineage",
    "timeline": "reading.timeline",
    "gaps": "registers.gaps",
    "check": "checking.check",
    "verify": "checking.verify",
    "rules": "reference.rules",
    "schema": "reference.schema",
    "matrix": "many.matrix",
    "trace": "many.trace",
    "burdens": "many.burdens",
    "similarity": "many.similarity",
    "report": "report.report",
    "plot": "report.plot",
    "export": "report.export",
}


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
