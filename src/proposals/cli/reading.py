"""``proposals list``, ``show`` and ``timeline``."""

from __future__ import annotations

from typing import Any

import click

from proposals.cli.options import DOCUMENT, format_option, output_options, sources_option
from proposals.cli.output import Output


@click.command("list")
@format_option("text", "markdown", "json")
@output_options
def list_(**options: Any) -> None:
    """List the bundled proposals, with what they are and how much of each is known.

    \b
    Examples:
      proposals list
      proposals list --format json
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.reports import documents, plain  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    held = library.proposals()
    lookup = Lookup.of(*held)
    Output(**options).write(lambda: documents.overview(held, lookup), lambda: plain.overview(held, lookup))


@click.command()
@click.argument("document", metavar="ID", type=DOCUMENT)
@sources_option
@format_option("text", "markdown", "json", "yaml")
@output_options
def show(document: str, *, sources: bool, **options: Any) -> None:
    """Show everything that is known of one document.

    ID is the id of a bundled proposal or the path of a file. '--format yaml' writes a file that reads back equal: a
    start for one of your own.

    \b
    Examples:
      proposals show us-plan-reported
      proposals show us-plan-reported --sources
      proposals show us-plan-reported --format yaml -o my-draft.yaml
    """
    from proposals.files.writing import proposal_yaml  # noqa: PLC0415 -- not needed for --help
    from proposals.library import load  # noqa: PLC0415 -- as above
    from proposals.reports import documents, plain  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    held = load(document)
    output = Output(**options)
    if output.form == "yaml":
        output.text(proposal_yaml(held))
        return
    lookup = Lookup.of(held)
    output.write(lambda: documents.page(held, lookup, sources=sources), lambda: plain.proposal(held, lookup))


@click.command()
@sources_option
@format_option("text", "markdown", "json")
@output_options
def timeline(*, sources: bool, **options: Any) -> None:
    """Tell the events around the proposals, by date, each with its passages.

    Dates are in EDTF: '2025-10-24~' is about that day, '2025-11' a day in that month, 'A/B' from A to B.

    \b
    Examples:
      proposals timeline
      proposals timeline --format markdown -o timeline.md
    """
    from proposals import library  # noqa: PLC0415 -- not needed for --help
    from proposals.reports import chronology, plain  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    events, lookup = library.events(), Lookup.of()
    Output(**options).write(
        lambda: chronology.page(events, lookup, sources=sources),
        lambda: plain.timeline(events, lookup),
    )
