"""``proposals diff``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import click

from proposals.cli.commands import examples
from proposals.cli.options import (
    DOCUMENT,
    File,
    actors_option,
    documents,
    output_options,
    sources_option,
    topics_option,
    words_option,
)
from proposals.cli.output import Output
from proposals.cli.problems import every_problem_shown
from proposals.comparison.concerning import concerning
from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.files.status import read_talks_status
from proposals.language.names import Lookup
from proposals.library.collection import world_of
from proposals.library.several import loaded
from proposals.negotiation.four_columns import four_columns
from proposals.negotiation.source_table import source_table
from proposals.reports.brackets import writer as brackets
from proposals.reports.formats import excel, four_column_markdown, html, word
from proposals.reports.pages import comparison as comparison_page
from proposals.reports.pages import four_columns as four_columns_page
from proposals.reports.pages import source_table as source_table_page
from proposals.reports.pages.tables import Form
from proposals.reports.records import reports
from proposals.vocabulary import Relation

_Command = TypeVar("_Command", bound=Callable[..., Any])

FULL: Final = "full"
BRACKETS: Final = "brackets"
FOUR_COLUMN: Final = "four-column"
SOURCE_TABLE: Final = "source-table"

_TABLES: Final = ("markdown", "html", "word", "excel")
FORMATS: Final = MappingProxyType(
    {
        FULL: ("text", "markdown", "json"),
        BRACKETS: ("text", "markdown"),
        FOUR_COLUMN: _TABLES,
        SOURCE_TABLE: _TABLES,
    },
)
"""In which formats each form can be written."""

_AGREED: Final = {Relation.SAME, Relation.ACCEPTED}


def _form_options(command: _Command) -> _Command:
    """``--form`` and the options of ``four-column``."""
    options = (
        click.option("--form", type=click.Choice(list(FORMATS)), help="What to write; see above. Default: full."),
        click.option(
            "--base", type=DOCUMENT, metavar="ID|FILE", help="First column of four-column: what is unchanged."
        ),
        click.option("--compromise", type=DOCUMENT, metavar="ID|FILE", help="The compromise column of four-column."),
        click.option("--status", type=File(), metavar="FILE", help="A YAML file: how far each line is agreed."),
        click.option("--sheets", is_flag=True, help="In an Excel file, also a sheet for each topic."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    epilog=examples(
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported ua-europe-reported --relation differs --sources",
        "proposals diff us-28-point my-draft.yaml --topic territory --actor NATO",
        "proposals diff us-28-point my-draft.yaml --format markdown -o comparison.md",
        "proposals diff us-28-point e3-counter twenty-point --form brackets",
        "proposals diff e3-counter twenty-point --base us-28-point -o four-columns.docx",
    ),
)
@documents("A [B]...", least=1)
@topics_option
@words_option("relation", Relation)
@actors_option("Show only findings whose terms name this actor, or a group it belongs to.")
@sources_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 if any finding shown is neither 'same' nor 'accepted'.")
@_form_options
@output_options("text", "markdown", "json", "html", "word", "excel")
def diff(
    documents: tuple[str, ...],
    *,
    form: str | None,
    topics: tuple[str, ...],
    relations: tuple[str, ...],
    actors: tuple[str, ...],
    sources: bool,
    exit_code: bool,
    output: Output,
    **columns: Any,
) -> None:
    """Compare documents term by term.

    A term missing from a document is 'silent' where the whole text is known, and 'not reported' where only part of it
    is: never removed, never rejected. 'heavier' and 'lighter' describe what B asks of the obliged party, compared with
    A.

    '--form full' compares two documents. The negotiators' forms take any number: 'brackets' is one text with what is
    contested in brackets; 'four-column' has a base, each text and a compromise, and a base and one text are enough;
    'source-table' shows what the last document, a merged text, made of the others.

    An option of four-column, such as --base, selects that form, and so does an extension that only it can have.
    """
    chosen = form or _form_of(output, columns)
    _refuse_unclear(
        chosen,
        documents,
        columns,
        full={"relation": relations, "actor": actors, "sources": sources, "exit-code": exit_code},
    )
    if output.asked and output.asked not in FORMATS[chosen]:
        raise click.UsageError(f"--form {chosen} can be written as {', '.join(FORMATS[chosen])}, not as {output.asked}")
    output = output.among(*FORMATS[chosen])
    if chosen != FULL:
        output.whole(_written(chosen, output.form, documents, topics=topics, **columns))
        return
    comparison = compare(*loaded(documents))
    lookup = Lookup.of(comparison.left, comparison.right)
    named = [lookup.world.actor(name) for name in actors]
    shown = concerning(comparison.narrowed(topics, relations), named, lookup.world.actors)
    output.write(
        lambda: comparison_page.page(comparison, lookup, shown=shown, sources=sources),
        lambda: reports.comparison(comparison, lookup, shown=shown),
    )
    if exit_code and any(finding.relation not in _AGREED for finding in shown.findings):
        click.get_current_context().exit(1)


def _form_of(output: Output, columns: dict[str, Any]) -> str:
    """The form where none is asked for."""
    return FOUR_COLUMN if any(columns.values()) or output.form not in FORMATS[FULL] else FULL


def _refuse_unclear(form: str, documents: Sequence[str], columns: dict[str, Any], *, full: dict[str, Any]) -> None:
    """Raise :class:`click.UsageError` for options that do not go together, or too few or too many documents."""
    if form != FOUR_COLUMN and any(columns.values()):
        raise click.UsageError("--base, --compromise, --status and --sheets belong to --form four-column")
    if form != FULL and any(full.values()):
        raise click.UsageError(f"{', '.join(f'--{name}' for name in full)} belong to --form {FULL}")
    if len(documents) == 1 and not columns["base"]:
        raise click.UsageError("two documents are needed, or one and a --base")
    if form == FULL and len(documents) > 2:  # noqa: PLR2004 -- left and right
        others = ", ".join(other for other in FORMATS if other != FULL)
        raise click.UsageError(f"--form {FULL} compares two documents; these take more: {others}")


def _written(
    form: str,
    output_format: str,
    documents: Sequence[str],
    *,
    topics: tuple[str, ...],
    base: str | None,
    compromise: str | None,
    status: str | None,
    sheets: bool,
) -> str | bytes:
    """A negotiators' form as a text, or as the bytes of a Word or Excel file."""
    everything = loaded((*documents, *(name for name in (base, compromise) if name)))
    held = everything[: len(documents)]
    if form == BRACKETS:
        return brackets.render(held, topics=topics)
    if form == FOUR_COLUMN:
        first, last = everything[len(documents)] if base else None, everything[-1] if compromise else None
        table = _four_columns(held, topics, base=first, compromise=last, status=status)
    else:
        *contributions, merged = held
        table = source_table_page.form(source_table(merged, contributions).narrowed(topics))
    return _rendered(table, output_format, sheets=sheets)


def _four_columns(
    held: list[Proposal],
    topics: tuple[str, ...],
    *,
    base: Proposal | None,
    compromise: Proposal | None,
    status: str | None,
) -> Form:
    world = world_of([*held, *(one for one in (base, compromise) if one)])
    with every_problem_shown():
        agreement = read_talks_status(Path(status), world) if status else None
        columns = four_columns(held, base=base, compromise=compromise, agreement=agreement)
    return four_columns_page.form(columns.narrowed(topics))


def _rendered(form: Form, output_format: str, *, sheets: bool) -> str | bytes:
    if output_format == "excel":
        return excel.render(form, by_topic=sheets)
    if sheets:
        raise click.UsageError("--sheets belongs to an Excel file: -o FILE.xlsx")
    if output_format == "word":
        return word.render(form)
    return html.render(form) if output_format == "html" else four_column_markdown.render(form)
