"""``proposals report``."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.opening import opened, read
from proposals.cli.options import FORCE, documents, file_option, language_option, narrowing_options
from proposals.cli.output import Output
from proposals.comparison.narrowing import Narrowing
from proposals.reports.html_report.report import render


@click.command(
    epilog=examples(
        "proposals report us-28-point e3-counter -o report.html",
        "proposals report us-28-point e3-counter twenty-point -o report.html",
        "proposals report us-28-point twenty-point --topic territory -o territory.html",
    ),
)
@documents("A B [C]...", least=2)
@file_option("The HTML file to write; on failure nothing is left behind.", required=True)
@narrowing_options
@language_option
@FORCE
def report(documents: tuple[str, ...], output: str, narrowing: Narrowing, *, force: bool) -> None:
    """Write an HTML report.

    Each document is compared with A, the first. The report is one file that works offline: counts, a tile map, the
    findings with filters, every value with its sources, the ordered fields, timeline, lineage and gaps. --topic,
    --relation and --question narrow brief, map and findings; counts, timeline, lineage and gaps cover the whole
    documents.
    """
    written = Output(forms=("html",), output=output, force=force)
    written.whole(render(read(documents), narrowing=narrowing, library=opened()))
