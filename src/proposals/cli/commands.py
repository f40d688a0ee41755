"""The commands, gathered."""

from __future__ import annotations

import click

from proposals import __version__
from proposals.cli.checking import check, verify
from proposals.cli.comparing import diff
from proposals.cli.failures import Front
from proposals.cli.many import burdens, matrix, similarity, trace
from proposals.cli.options import examples
from proposals.cli.reading import list_, show, timeline
from proposals.cli.reference import rules, schema
from proposals.cli.registers import gaps, lineage
from proposals.cli.report import export, plot, report


@click.group(
    "proposals",
    cls=Front,
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


for command in (list_, show, diff, lineage, timeline, gaps, check, verify, rules, schema):
    front.add_command(command)
for command in (matrix, trace, burdens, similarity):
    front.add_command(command)
for command in (report, plot, export):
    front.add_command(command)
