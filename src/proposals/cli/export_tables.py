"""``proposals export findings`` and ``export terms``."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, read
from proposals.cli.options import FORCE, documents, file_option, topics_option
from proposals.cli.output import Output
from proposals.documents.proposal import narrowed
from proposals.negotiation.side_by_side import comparisons
from proposals.reports.formats import tables
from proposals.reports.records import flat

_FORMS = ("csv", "json-lines", "parquet", "arrow")
_FILE = "The file to write: .csv, .jsonl, or .parquet or .arrow with the extra 'arrow'; on failure nothing is left."


@click.command(
    epilog=examples(
        "proposals export findings us-28-point e3-counter -o findings.csv",
        "proposals export findings us-28-point twenty-point --topic territory -o territory.csv",
    ),
)
@documents("A B [C]...", least=2)
@file_option(_FILE, required=True)
@topics_option
@FORCE
def findings(documents: tuple[str, ...], output: str, topics: tuple[str, ...], *, force: bool) -> None:
    """Write one row for each finding.

    Each document is compared with A, the first. Cells that a spreadsheet would take for a formula begin with an
    apostrophe.
    """
    written = Output(forms=_FORMS, output=output, force=force)
    held = read(documents)
    lookup = names_of(*held)
    compared = [one.narrowed(topics) for one in comparisons(held, lookup.world)]
    if written.form == "json-lines":
        written.whole(tables.as_json_lines(flat.finding_records(compared, lookup)))
    else:
        _write(written, flat.findings(compared, lookup))


@click.command(
    epilog=examples(
        "proposals export terms us-28-point e3-counter twenty-point -o terms.parquet",
        "proposals export terms us-28-point --topic forces -o forces.csv",
    ),
)
@documents("A [B]...", least=1)
@file_option(_FILE, required=True)
@topics_option
@FORCE
def terms(documents: tuple[str, ...], output: str, topics: tuple[str, ...], *, force: bool) -> None:
    """Write one row for each term of each document.

    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    written = Output(forms=_FORMS, output=output, force=force)
    held = read(documents)
    lookup = names_of(*held)
    shown = [narrowed(document, topics) for document in held]
    if written.form == "json-lines":
        written.whole(tables.as_json_lines(flat.term_records(shown, lookup)))
    else:
        _write(written, flat.terms(shown, lookup))


def _write(written: Output, table: flat.Table) -> None:
    written.whole(tables.as_csv(table) if written.form == "csv" else tables.as_columns(table, f".{written.form}"))
