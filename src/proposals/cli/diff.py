"""``proposals diff``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from proposals.cli.options import DOCUMENT, File, examples, output_options, sources_option, topics_option, words_option
from proposals.documents.proposal import Proposal
from proposals.library.several import loaded
from proposals.reports.formats import FORMATS
from proposals.vocabulary import Relation

if TYPE_CHECKING:
    from proposals.cli.output import Output
    from proposals.reports.page import Page


_Command = TypeVar("_Command", bound=Callable[..., Any])

FULL: Final = "full"
BRACKETS: Final = "brackets"
FOUR_COLUMN: Final = "four-column"
FORMS: Final = (FULL, BRACKETS, FOUR_COLUMN, "source-table")


def form_options(command: _Command) -> _Command:
    """``--form``, and the options of ``four-column``."""
    options = (
        click.option(
            "--form",
            type=click.Choice(FORMS),
            help="How the texts are compared. Default: full; four-column for three texts or more, or with its options.",
        ),
        click.option("--base", type=DOCUMENT, metavar="ID", help="The first column of four-column: what is unchanged."),
        click.option("--compromise", type=DOCUMENT, metavar="ID", help="The compromise column of four-column."),
        click.option("--status", type=File(), metavar="FILE", help="A YAML file: how far each line is agreed."),
        click.option("--sheets", is_flag=True, help="In an Excel file, a sheet for each topic as well."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    epilog=examples(
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported ua-europe-reported --relation differs --sources",
        "proposals diff us-28-point my-draft.yaml --topic territory --topic forces",
        "proposals diff us-28-point my-draft.yaml -o comparison.docx",
        "proposals diff us-28-point e3-counter twenty-point --form brackets",
        "proposals diff e3-counter twenty-point --base us-28-point -o four-columns.docx",
    ),
)
@click.argument("left", metavar="A", type=DOCUMENT)
@click.argument("right", metavar="B", type=DOCUMENT)
@click.argument("others", metavar="[C]...", nargs=-1, type=DOCUMENT)
@topics_option
@words_option("relation", Relation)
@sources_option
@click.option("--exit-code", is_flag=True, help="End with 1 if any finding shown is neither 'same' nor 'accepted'.")
@form_options
@output_options("json")
def diff(
    left: str,
    right: str,
    others: tuple[str, ...],
    *,
    topics: tuple[str, ...],
    relations: tuple[str, ...],
    sources: bool,
    exit_code: bool,
    output: Output,
    **columns: Any,
) -> None:
    """Compare two documents term by term.

    A and B are ids or paths of files. A term that the other document does not have is 'silent' where its whole text is
    known, and 'not reported' where only a part of it is: never removed, never rejected. 'heavier' and 'lighter' are
    said of what B asks of the one who bears the term, compared with A.

    The negotiators' forms take any number of documents: 'brackets' is one text with what is contested in brackets;
    'four-column' has a base, each text and a compromise; 'source-table' tells what the last document, a merged text,
    made of the others. Three documents or an option of four-column, such as --base, ask for that form.
    """
    form = columns.pop("form") or (FOUR_COLUMN if others or any(columns.values()) else FULL)
    if any(columns.values()) and form != FOUR_COLUMN:
        raise click.UsageError(f"--base, --compromise, --status and --sheets belong to --form {FOUR_COLUMN}")
    if form != FULL:
        if relations or sources or exit_code:
            raise click.UsageError("--relation, --sources and --exit-code do not belong to the negotiators' forms")
        _write_form(form, output, (left, right, *others), topics=topics, **columns)
        return
    if others:
        raise click.UsageError(f"--form {FULL} takes two documents; these take more: {', '.join(FORMS[1:])}")
    from proposals.comparison.engine import compare  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.reports.pages import comparison as comparing  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    comparison = compare(*loaded((left, right)))
    shown = comparison.narrowed(topics, relations)
    lookup = Lookup.of(comparison.left, comparison.right)
    output.write(
        lambda: comparing.page(comparison, lookup, shown=shown, sources=sources),
        lambda: plain.comparison(comparison, lookup, shown=shown),
    )
    if exit_code and any(finding.relation not in {Relation.SAME, Relation.ACCEPTED} for finding in shown.findings):
        click.get_current_context().exit(1)


def _write_form(
    form: str,
    output: Output,
    documents: Sequence[str],
    *,
    topics: tuple[str, ...],
    base: str | None,
    compromise: str | None,
    status: str | None,
    sheets: bool,
) -> None:
    output = output.among("text", "markdown") if form == BRACKETS else output.among(*FORMATS)
    if sheets and output.form != "xlsx":
        raise click.UsageError("--sheets belongs to an Excel file: -o FILE.xlsx")
    everything = loaded((*documents, *(name for name in (base, compromise) if name)))
    held = everything[: len(documents)]
    if form == BRACKETS:
        from proposals.reports.brackets import writer as brackets  # noqa: PLC0415 -- each form imports its own

        output.text(brackets.render(held, topics=topics))
        return
    first, last = everything[len(documents)] if base else None, everything[-1] if compromise else None
    if form == FOUR_COLUMN:
        page = _four_columns(held, topics, base=first, compromise=last, status=status)
    else:
        page = _source_table(held, topics)
    output.write(lambda: page, sheets=sheets)


def _four_columns(
    held: list[Proposal],
    topics: tuple[str, ...],
    *,
    base: Proposal | None,
    compromise: Proposal | None,
    status: str | None,
) -> Page:
    from pathlib import Path  # noqa: PLC0415 -- not needed for --help

    from proposals.cli.failures import told_whole  # noqa: PLC0415 -- only for a wrong file
    from proposals.comparison.names import world_of  # noqa: PLC0415 -- as above
    from proposals.files.status import read_talks_status  # noqa: PLC0415 -- as above
    from proposals.negotiation.four_columns import four_columns  # noqa: PLC0415 -- each form imports its own
    from proposals.reports.pages import four_columns as four_column  # noqa: PLC0415 -- as above

    world = world_of([*held, *(one for one in (base, compromise) if one)])
    with told_whole():
        agreement = read_talks_status(Path(status), world) if status else None
        columns = four_columns(held, base=base, compromise=compromise, agreement=agreement)
    return four_column.page(columns.narrowed(topics))


def _source_table(held: list[Proposal], topics: tuple[str, ...]) -> Page:
    from proposals.negotiation.source_table import source_table  # noqa: PLC0415 -- each form imports its own
    from proposals.reports.pages import source_table as table  # noqa: PLC0415 -- as above

    *documents, merged = held
    return table.page(source_table(merged, documents).narrowed(topics))
