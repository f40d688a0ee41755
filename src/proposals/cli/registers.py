"""``proposals gaps`` and ``lineage``: what is not established, and what descends from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from proposals.cli.options import DOCUMENT, examples, output_options, sources_option

if TYPE_CHECKING:
    from proposals.cli.output import Output


@click.command(
    epilog=examples(
        "proposals gaps",
        "proposals gaps e3-counter --format markdown",
    ),
)
@click.argument("documents", metavar="[ID]...", nargs=-1, type=DOCUMENT)
@output_options("text", "markdown", "json")
def gaps(documents: tuple[str, ...], output: Output) -> None:
    """List each point or field that is not established.

    ID is the id of a bundled proposal or the path of a file; without any, all bundled proposals are listed.
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.reports import registers, unsettled  # noqa: PLC0415 -- as above

    held = tuple(map(library.load, documents)) or library.proposals()
    output.write(lambda: unsettled.gaps(held), lambda: registers.gaps(held))


@click.command(
    epilog=examples(
        "proposals lineage",
        "proposals lineage e3-counter --sources",
    ),
)
@click.argument("documents", metavar="[ID]...", nargs=-1, type=DOCUMENT)
@sources_option
@output_options("text", "markdown", "json")
def lineage(documents: tuple[str, ...], *, sources: bool, output: Output) -> None:
    """Show which document descends from which, and how sure that is.

    ID is the id of a bundled proposal or the path of a file, and shows all to which its lineage leads, up and down;
    without any, all bundled proposals are shown.
    """
    from proposals import descent, library  # noqa: PLC0415 -- not needed for --help
    from proposals.reports import descending, registers  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    everything = library.proposals()
    start = tuple(map(library.load, documents))
    told = descent.descent(descent.family(start, everything) if start else everything)
    lookup = Lookup.of(*start)
    output.write(
        lambda: descending.page(told, lookup, sources=sources),
        lambda: registers.lineage(told, lookup),
    )
