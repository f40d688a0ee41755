"""``proposals report``, ``plot`` and ``export``: forms that go to a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from proposals.cli.options import DOCUMENT, FORCE, File, examples, topics_option
from proposals.library import several as loading

if TYPE_CHECKING:
    from proposals.documents.proposal import Proposal

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _documents(command: _Command) -> _Command:
    return click.argument("documents", metavar="A B...", nargs=-1, required=True, type=DOCUMENT)(command)


def _output(help_text: str) -> Callable[[_Command], _Command]:
    return click.option("-o", "--output", type=File(), metavar="FILE", required=True, help=help_text)


def _loaded(documents: tuple[str, ...], least: int) -> list[Proposal]:
    """The documents. Raises :class:`click.UsageError` for fewer than ``least``."""
    if len(documents) < least:
        raise click.UsageError(f"this takes at least {least} documents")
    return loading.loaded(documents)


@click.command(
    epilog=examples(
        "proposals report us-28-point e3-counter -o report.html",
        "proposals report us-28-point e3-counter twenty-point -o report.html",
        "proposals report us-28-point twenty-point --topic territory -o territory.html",
    ),
)
@_documents
@_output("The HTML file to write, whole or not at all.")
@topics_option
@FORCE
def report(documents: tuple[str, ...], output: str, topics: tuple[str, ...], *, force: bool) -> None:
    """Write an HTML report.

    Two or more documents; each is compared with A, the first. The report is one file that needs nothing else: counts, a
    tile map, the findings with filters, every value with its sources, the ordered fields, timeline, lineage and gaps.
    Narrowed by --topic it says so; its counts, timeline, lineage and gaps are of the whole.
    """
    from proposals.cli.output import Output  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.html_report.report import render  # noqa: PLC0415 -- as above

    written = Output(forms=("html",), output=output, force=force)
    written.whole(render(_loaded(documents, 2), topics=topics))


@click.command(
    epilog=examples(
        "proposals plot map us-28-point e3-counter -o map.svg",
        "proposals plot strips us-28-point e3-counter twenty-point --topic forces -o forces.png",
    ),
)
@click.argument("kind", metavar="map|strips", type=click.Choice(["map", "strips"]))
@_documents
@_output("The file to write, whole or not at all: .svg, or .png with the extra 'plots'.")
@topics_option
@click.option(
    "--scale",
    type=click.FloatRange(min=0.5, max=10),
    default=3.0,
    show_default=True,
    help="Pixels of a PNG for each pixel of the SVG.",
)
@FORCE
def plot(
    kind: str,
    documents: tuple[str, ...],
    output: str,
    topics: tuple[str, ...],
    *,
    scale: float,
    force: bool,
) -> None:
    """Draw a plot for a paper.

    'map' is a tile map of the regions for each document, 'strips' the ordered fields with the mark of each document.
    The caption in the picture states documents and sources.
    """
    from proposals.cli.output import Output  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.html_report.plots import map_plot, png, strip_plot  # noqa: PLC0415 -- as above

    written = Output(forms=("svg", "png"), output=output, force=force)
    if kind == "map" and topics:
        raise click.UsageError("--topic goes with strips")
    loaded = _loaded(documents, 1 if kind == "map" else 2)
    svg = map_plot(loaded) if kind == "map" else strip_plot(loaded, topics=topics)
    written.whole(svg if written.form == "svg" else png(svg, scale=scale))


@click.command(
    epilog=examples(
        "proposals export findings us-28-point e3-counter -o findings.csv",
        "proposals export terms us-28-point e3-counter twenty-point -o terms.parquet",
        "proposals export findings us-28-point twenty-point --topic territory -o territory.csv",
    ),
)
@click.argument("rows", metavar="findings|terms", type=click.Choice(["findings", "terms"]))
@_documents
@_output("The file to write, whole or not at all: .csv, .jsonl, or .parquet or .arrow with the extra 'arrow'.")
@topics_option
@FORCE
def export(rows: str, documents: tuple[str, ...], output: str, topics: tuple[str, ...], *, force: bool) -> None:
    """Write data for other programs.

    'findings' has one row for each finding between A, the first document, and each of the others; 'terms' one for each
    term of each document. A CSV file holds no formula: what a spreadsheet would take for one begins with an apostrophe.
    """
    from proposals.cli.output import Output  # noqa: PLC0415 -- not needed for --help
    from proposals.documents.proposal import narrowed  # noqa: PLC0415 -- as above
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.negotiation.side_by_side import comparisons  # noqa: PLC0415 -- as above
    from proposals.reports.formats import tables  # noqa: PLC0415 -- as above
    from proposals.reports.records import flat  # noqa: PLC0415 -- as above

    written = Output(forms=("csv", "json-lines", "parquet", "arrow"), output=output, force=force)
    loaded = _loaded(documents, 2 if rows == "findings" else 1)
    lookup = Lookup.of(*loaded)
    compared = [one.narrowed(topics) for one in comparisons(loaded, lookup.world)] if rows == "findings" else []
    shown = [narrowed(document, topics) for document in loaded]
    if written.form == "json-lines":
        told = flat.finding_records(compared, lookup) if compared else flat.term_records(shown, lookup)
        written.whole(tables.as_json_lines(told))
        return
    table = flat.findings(compared, lookup) if compared else flat.terms(shown, lookup)
    written.whole(tables.as_csv(table) if written.form == "csv" else tables.as_columns(table, f".{written.form}"))
