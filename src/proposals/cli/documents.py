"""``proposals show`` and ``timeline``."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened, read
from proposals.cli.options import documents, in_english, language_option, output_options, sources_option
from proposals.cli.output import Output
from proposals.files.writing import proposal_yaml
from proposals.reports.formats import FORMATS
from proposals.reports.pages import beside_text, unsettled
from proposals.reports.pages import documents as pages
from proposals.reports.pages import timeline as chronology
from proposals.reports.records.documents import DISPUTES, GAPS, PROPOSAL, TIMELINE
from proposals.texts.held import held_text


@click.command(
    epilog=examples(
        "proposals show us-plan-reported",
        "proposals show us-28-point --disputes",
        "proposals show --gaps",
        "proposals show leak.yaml --text",
        "proposals show us-plan-reported --format yaml -o my-draft.yaml",
    ),
)
@documents()
@sources_option
@click.option(
    "--disputes", is_flag=True, help="Show only values that sources dispute: what else is reported, and by whom."
)
@click.option("--gaps", is_flag=True, help="List what could not be established.")
@click.option("--text", is_flag=True, help="Show the text that a document holds beside its coding, point by point.")
@language_option
@output_options("json", "yaml")
def show(documents: tuple[str, ...], *, sources: bool, disputes: bool, gaps: bool, text: bool, output: Output) -> None:
    """Show everything known about documents.

    Without an id or a file, --disputes and --gaps cover all bundled proposals. '--format yaml' writes a file that
    reads back unchanged, as a starting point for your own. '--text' shows a draft beside the text that it was made
    from, so that you can check it point by point.
    """
    if text:
        if len(documents) != 1 or sources or disputes or gaps:
            raise click.UsageError("--text shows one document, and no other list with it")
        in_english("a text beside its coding")
        (document,) = read(documents)
        points = held_text(document)
        output.among(*FORMATS).write(lambda: beside_text.page(document, points, names_of(document)))
        return
    _refuse_unclear(documents, disputes=disputes, gaps=gaps, form=output.form)
    held = read(documents) or opened().proposals()
    lookup = names_of(*held)
    if gaps:
        output.write(lambda: unsettled.gaps(held, lookup), lambda: GAPS.json(held, lookup))
    elif disputes:
        output.write(
            lambda: unsettled.disputes(held, lookup, sources=sources),
            lambda: DISPUTES.json(held, lookup),
        )
    elif output.form == "yaml":
        output.text(proposal_yaml(held[0]))
    else:
        output.write(
            lambda: pages.pages(held, lookup, sources=sources),
            lambda: PROPOSAL.json(held[0], lookup),
        )


def _refuse_unclear(documents: tuple[str, ...], *, disputes: bool, gaps: bool, form: str) -> None:
    """Raise :class:`click.UsageError` for options that do not go together."""
    if disputes and gaps:
        raise click.UsageError("--disputes and --gaps are separate lists; ask for one at a time")
    if (disputes or gaps) and form == "yaml":
        raise click.UsageError("--disputes and --gaps cannot be written as YAML: a file holds the whole document")
    if not (documents or disputes or gaps):
        raise click.UsageError("name a document, or ask for --disputes or --gaps of all")
    if len(documents) > 1 and not (disputes or gaps) and form in {"json", "yaml"}:
        raise click.UsageError(f"--format {form} holds one document; name one")


@click.command(
    epilog=examples(
        "proposals timeline",
        "proposals timeline --format markdown -o timeline.md",
    ),
)
@sources_option
@language_option
@output_options("json")
def timeline(*, sources: bool, output: Output) -> None:
    """Show the timeline of the talks.

    Events are in order of date, each with its participants and the passages that report it.
    """
    events, lookup = opened().events, names_of()
    output.write(
        lambda: chronology.page(events, lookup, sources=sources),
        lambda: TIMELINE.json(events, lookup),
    )
