"""``proposals list``, ``show`` and ``timeline``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from proposals.cli.options import DOCUMENT, examples, output_options, sources_option
from proposals.cli.output import Output

if TYPE_CHECKING:
    from proposals.cli.output import Output


@click.command(
    "list",
    epilog=examples(
        "proposals list",
        "proposals list --format json",
    ),
)
@output_options("json")
def list_(output: Output) -> None:
    """List the bundled proposals.

    Each with its title, what it is, and how much of it is known.
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.reports.pages import documents  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    held = library.proposals()
    lookup = Lookup.of(*held)
    output.write(lambda: documents.overview(held, lookup), lambda: plain.overview(held, lookup))


@click.command(
    epilog=examples(
        "proposals show us-plan-reported",
        "proposals show us-28-point --disputes",
        "proposals show us-plan-reported --format yaml -o my-draft.yaml",
    ),
)
@click.argument("document", metavar="ID", type=DOCUMENT)
@sources_option
@click.option("--disputes", is_flag=True, help="Only the values that sources dispute: what else is reported, by whom.")
@output_options("json", "yaml")
def show(document: str, *, sources: bool, disputes: bool, output: Output) -> None:
    """Show everything that is known of one document.

    ID is the id of a bundled proposal or the path of a file. '--format yaml' writes a file that reads back equal: a
    start for one of your own.
    """
    from proposals.files.writing import proposal_yaml  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.library.collection import load  # noqa: PLC0415 -- as above
    from proposals.reports.pages import documents, unsettled  # noqa: PLC0415 -- as above
    from proposals.reports.records import registers  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    held = load(document)
    if disputes and output.form == "yaml":
        raise click.UsageError("--disputes has no YAML: a file holds the whole document")
    if output.form == "yaml":
        output.text(proposal_yaml(held))
        return
    lookup = Lookup.of(held)
    if disputes:
        page = unsettled.disputes(held, lookup, sources=sources)
        output.write(lambda: page, lambda: registers.disputes(held, lookup))
        return
    output.write(lambda: documents.page(held, lookup, sources=sources), lambda: plain.proposal(held, lookup))


@click.command(
    epilog=examples(
        "proposals timeline",
        "proposals timeline --format markdown -o timeline.md",
    ),
)
@sources_option
@output_options("json")
def timeline(*, sources: bool, output: Output) -> None:
    """Tell the events around the proposals.

    They stand by date, each with its participants and passages. Dates are in EDTF: '2025-10-24~' is about that day,
    '2025-11' a day in that month, 'A/B' from A to B.
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.reports.pages import timeline as chronology  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    events, lookup = library.events(), Lookup.of()
    output.write(
        lambda: chronology.page(events, lookup, sources=sources),
        lambda: plain.timeline(events, lookup),
    )


@click.command(
    epilog=examples(
        "proposals gaps",
        "proposals gaps e3-counter --format markdown",
    ),
)
@click.argument("documents", metavar="[ID]...", nargs=-1, type=DOCUMENT)
@output_options("json")
def gaps(documents: tuple[str, ...], output: Output) -> None:
    """List each point or field that is not established.

    ID is the id of a bundled proposal or the path of a file; without any, all bundled proposals are listed.
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.pages import unsettled  # noqa: PLC0415 -- as above
    from proposals.reports.records import registers  # noqa: PLC0415 -- as above

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
@output_options("json")
def lineage(documents: tuple[str, ...], *, sources: bool, output: Output) -> None:
    """Show which document descends from which, and how sure that is.

    ID is the id of a bundled proposal or the path of a file, and shows all to which its lineage leads, up and down;
    without any, all bundled proposals are shown.
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.documents import lineage as descent  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.reports.pages import lineage as descending  # noqa: PLC0415 -- as above
    from proposals.reports.records import registers  # noqa: PLC0415 -- as above

    everything = library.proposals()
    start = tuple(map(library.load, documents))
    told = descent.descent(descent.family(start, everything) if start else everything)
    lookup = Lookup.of(*start)
    output.write(
        lambda: descending.page(told, lookup, sources=sources),
        lambda: registers.lineage(told, lookup),
    )
