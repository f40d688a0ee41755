"""``proposals diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from proposals.cli.forms import FORMATS, FOUR_COLUMN, form_options, made
from proposals.cli.loading import loaded
from proposals.cli.options import DOCUMENT, examples, output_options, sources_option, topics_option, words_option
from proposals.vocabulary import Relation

if TYPE_CHECKING:
    from proposals.cli.output import Output


@click.command(
    epilog=examples(
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported ua-europe-reported --relation differs --sources",
        "proposals diff us-28-point my-draft.yaml --topic territory --topic forces",
        "proposals diff us-28-point my-draft.yaml --format markdown -o comparison.md",
        "proposals diff us-28-point e3-counter twenty-point --format brackets",
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
@output_options("text", "markdown", "json", *FORMATS)
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
    'four-column' has a base, each text and a compromise, as Markdown or, by the name of FILE, as Word, Excel or HTML;
    'source-table' tells what the last document, a merged text, made of the others.

    Without --format the ending of FILE tells the form: .docx, .xlsx and .html are four-column, .md is Markdown, .json
    is JSON. An option of four-column, such as --base, asks for that form.
    """
    output = output.among(FOUR_COLUMN) if any(columns.values()) else output
    if any(columns.values()) and output.form != FOUR_COLUMN:
        raise click.UsageError(f"--base, --compromise, --status and --sheets belong to --format {FOUR_COLUMN}")
    if output.form in FORMATS:
        if relations or sources or exit_code:
            raise click.UsageError("--relation, --sources and --exit-code do not belong to the negotiators' forms")
        output.whole(made(output, (left, right, *others), topics=topics, **columns))
        return
    if others:
        raise click.UsageError(f"--format {output.form} takes two documents; these take more: {', '.join(FORMATS)}")
    from proposals.comparison import compare  # noqa: PLC0415 -- not needed for --help
    from proposals.reports import comparing, plain  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    comparison = compare(*loaded((left, right)))
    shown = comparison.narrowed(topics, relations)
    lookup = Lookup.of(comparison.left, comparison.right)
    output.write(
        lambda: comparing.page(comparison, lookup, shown=shown, sources=sources),
        lambda: plain.comparison(comparison, lookup, shown=shown),
    )
    if exit_code and any(finding.relation not in {Relation.SAME, Relation.ACCEPTED} for finding in shown.findings):
        click.get_current_context().exit(1)
