"""``proposals diff``."""

from __future__ import annotations

from typing import Any

import click

from proposals.cli.options import DOCUMENT, examples, format_option, output_options, sources_option
from proposals.cli.output import Output
from proposals.vocabulary import Relation, Topic


@click.command(
    epilog=examples(
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported ua-europe-reported --relation differs --sources",
        "proposals diff us-28-point my-draft.yaml --topic territory --topic forces",
        "proposals diff us-28-point my-draft.yaml --format markdown -o comparison.md",
    ),
)
@click.argument("left", metavar="A", type=DOCUMENT)
@click.argument("right", metavar="B", type=DOCUMENT)
@click.option("--topic", "topics", multiple=True, type=click.Choice([str(topic) for topic in Topic]),
              metavar="TOPIC", help=f"Show only this topic; may be repeated. One of: {', '.join(Topic)}.")
@click.option("--relation", "relations", multiple=True, type=click.Choice([str(relation) for relation in Relation]),
              metavar="RELATION", help=f"Show only this relation; may be repeated. One of: {', '.join(Relation)}.")
@sources_option
@click.option("--exit-code", is_flag=True, help="End with 1 if any finding shown is neither 'same' nor 'accepted'.")
@format_option("text", "markdown", "json")
@output_options
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    left: str,
    right: str,
    topics: tuple[str, ...],
    relations: tuple[str, ...],
    *,
    sources: bool,
    exit_code: bool,
    **options: Any,
) -> None:
    """Compare two documents term by term.

    A and B are ids or paths of files. A term that the other document does not have is 'silent' where its whole text is
    known, and 'not reported' where only a part of it is: never removed, never rejected. 'heavier' and 'lighter' are
    said of what B asks of the one who bears the term, compared with A.
    """
    from proposals.comparison import compare  # noqa: PLC0415 -- not needed for --help
    from proposals.library import load  # noqa: PLC0415 -- as above
    from proposals.reports import comparing, plain  # noqa: PLC0415 -- as above
    from proposals.reports.lookup import Lookup  # noqa: PLC0415 -- as above

    comparison = compare(load(left), load(right))
    shown = comparison.narrowed(topics, relations)
    lookup = Lookup.of(comparison.left, comparison.right)
    Output(**options).write(
        lambda: comparing.page(comparison, lookup, shown=shown, sources=sources),
        lambda: plain.comparison(comparison, lookup, shown=shown),
    )
    if exit_code and any(finding.relation not in {Relation.SAME, Relation.ACCEPTED} for finding in shown.findings):
        ctx.exit(1)
