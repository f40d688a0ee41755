"""``proposals diff``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import attrs
import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened
from proposals.cli.options import (
    DOCUMENT,
    File,
    actors_option,
    documents,
    in_english,
    language_option,
    narrowing_options,
    output_options,
    sources_option,
)
from proposals.cli.output import Output
from proposals.cli.problems import every_problem_shown
from proposals.comparison.concerning import concerning
from proposals.comparison.engine import compare
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import Narrowing
from proposals.documents.proposal import Proposal
from proposals.files.status import read_talks_status
from proposals.language.names import Lookup
from proposals.library.several import loaded
from proposals.negotiation.brief import brief, brief_of
from proposals.negotiation.four_columns import four_columns
from proposals.negotiation.source_table import source_table
from proposals.reports.brackets import writer as brackets
from proposals.reports.formats import FORMATS
from proposals.reports.page import Page
from proposals.reports.pages import brief as brief_page
from proposals.reports.pages import comparison as comparison_page
from proposals.reports.pages import four_columns as four_columns_page
from proposals.reports.pages import source_table as source_table_page
from proposals.reports.records.comparisons import COMPARISON
from proposals.reports.records.declare import Of
from proposals.texts.endings import are_raw, is_raw
from proposals.vocabulary import Relation

_Command = TypeVar("_Command", bound=Callable[..., Any])

BRIEF: Final = "brief"
FULL: Final = "full"
BRACKETS: Final = "brackets"
FOUR_COLUMN: Final = "four-column"
SOURCE_TABLE: Final = "source-table"

FORMS: Final = MappingProxyType(
    {
        BRIEF: (*FORMATS, "json"),
        FULL: (*FORMATS, "json"),
        BRACKETS: ("text", "markdown"),
        FOUR_COLUMN: tuple(FORMATS),
        SOURCE_TABLE: tuple(FORMATS),
    },
)
"""The forms, and in which formats each can be written."""

_TWO: Final = 2
_PRINTED: Final = frozenset({"text", "markdown"})
"""The formats in which the brief is all, if nothing else is asked for; in the others the rest follows."""

_LINES: Final = 100
"""How many lines the brief has at most, as text."""

_AGREED: Final = {Relation.SAME, Relation.ACCEPTED}


def _form_options(command: _Command) -> _Command:
    """``--form`` and the options of ``four-column``."""
    options = (
        click.option(
            "--form",
            type=click.Choice(list(FORMS)),
            help="How the texts are compared. Default: brief; in Word, Excel and HTML full, or four-column for more "
            "than two.",
        ),
        click.option("--full", is_flag=True, help="The same as --form full: the brief, then every term."),
        click.option("--base", type=DOCUMENT, metavar="ID|FILE", help="The base text, first column of four-column."),
        click.option(
            "--compromise",
            type=DOCUMENT,
            metavar="ID|FILE",
            help="The document for the compromise column of four-column.",
        ),
        click.option(
            "--status", type=File(), metavar="FILE", help="A YAML file that says how far each line is agreed."
        ),
        click.option("--sheets", is_flag=True, help="In an Excel file, add a sheet for each topic."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    epilog=examples(
        "proposals diff us-plan-reported ua-europe-reported",
        "proposals diff us-plan-reported ua-europe-reported --full --relation differs",
        "proposals diff us-28-point my-draft.yaml --topic territory --actor NATO",
        "proposals diff us-28-point my-draft.yaml -o comparison.docx",
        "proposals diff us-28-point e3-counter twenty-point --form brackets",
        "proposals diff first-draft.txt second-draft.txt -o changes.docx",
        "proposals diff e3-counter twenty-point --base us-28-point -o four-columns.docx",
    ),
)
@documents("A [B]...", least=1)
@narrowing_options
@actors_option("Show only findings whose terms name this actor, or a group it belongs to.")
@sources_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 if any finding shown is neither 'same' nor 'accepted'.")
@_form_options
@language_option
@output_options("json")
def diff(
    documents: tuple[str, ...],
    *,
    form: str | None,
    narrowing: Narrowing,
    actors: tuple[str, ...],
    sources: bool,
    exit_code: bool,
    output: Output,
    **columns: Any,
) -> None:
    """Compare documents question by question and term by term.

    Without options it prints the brief: question by question, the most contested first, with what each document
    says. '--full' adds every term with its fields, quotations and disputes; '--sources' adds where each was read.

    A term missing from a document is 'silent' where the whole text is known, and 'not reported' where only part of it
    is: never removed, never rejected. 'heavier' and 'lighter' describe what B asks of the obliged party, compared with
    A.

    '--form full' compares two documents, the other forms take any number: 'brackets' is one text with what is
    contested in brackets; 'four-column' has a base, each text and a compromise (a base and one text are enough);
    'source-table' shows what the last document, a merged text, made of the others.

    Two raw texts (.txt, .md, .html, .docx, .pdf) are compared point by point, without coding: which points
    correspond, which were moved, split or merged, and which words differ. A raw text that is compared with a coded
    document is drafted first, and its verdicts are marked as those of a draft.
    """
    if are_raw(documents):
        from proposals.cli.raw_texts import diff_texts  # noqa: PLC0415 -- slow to import, and only raw texts need it

        narrowed = {name.removesuffix("s"): held for name, held in attrs.asdict(narrowing).items()}
        others = {**columns, "form": form, "sources": sources, "actor": actors, **narrowed}
        in_english("a comparison of raw texts")
        coded_only = [name for name, held in others.items() if held]
        diff_texts(documents, output.among(*FORMS[FULL]), coded_only, exit_code=exit_code)
        return
    full = columns.pop("full") or sources
    of_two = {"actor": actors, "exit-code": exit_code}
    chosen = _form(form, documents, columns, output, full=full, of_two=any(of_two.values()))
    _refuse_unclear(chosen, documents, columns, {**of_two, "sources": sources})
    output = output.among(*FORMS[chosen])
    if chosen not in {BRIEF, FULL}:
        if chosen == BRACKETS:
            in_english(f"--form {chosen}")
        _write_form(chosen, output, documents, narrowing, **columns)
        return
    held = _held(documents)
    if len(held) > _TWO:
        lookup = names_of(*held)
        output.write(lambda: brief_page.page(brief_of(held, narrowing), lookup, **_brief_options(output, lookup)))
        return
    comparison = compare(*held)
    lookup = names_of(comparison.left, comparison.right)
    named = [lookup.world.actor(name) for name in actors]
    shown = concerning(narrowing.of(comparison), named, lookup.world.actors)
    output.write(
        lambda: (
            brief_page.page(
                brief(comparison, shown.findings, only=narrowing.questions), lookup, **_brief_options(output, lookup)
            )
            if chosen == BRIEF
            else comparison_page.page(comparison, lookup, shown=shown, only=narrowing.questions, sources=sources)
        ),
        lambda: COMPARISON.json(Of(shown, comparison), lookup),
    )
    if exit_code and any(finding.relation not in _AGREED for finding in shown.findings):
        click.get_current_context().exit(1)


def _form(
    form: str | None, documents: Sequence[str], columns: dict[str, Any], output: Output, *, full: bool, of_two: bool
) -> str:
    """The form that was asked for, or the one that goes without saying.

    Raises :class:`click.UsageError` where two were asked for.
    """
    if form and full and form != FULL:
        raise click.UsageError(f"--full and --sources need --form {FULL}, not --form {form}")
    if form or full:
        return form or FULL
    if any(columns.values()):
        return FOUR_COLUMN
    if of_two or output.form in _PRINTED:
        return BRIEF if output.form in _PRINTED else FULL
    return FULL if len(documents) <= _TWO else FOUR_COLUMN


def _brief_options(output: Output, lookup: Lookup) -> dict[str, Any]:
    """How the brief is set: on a terminal it has no heading, a limit, and names the option that gives the rest."""
    if output.form not in _PRINTED:
        return {}
    return {"more": lookup.language.phrase("brief.more"), "headed": output.form != "text", "lines": _LINES}


def _refuse_unclear(form: str, documents: Sequence[str], columns: dict[str, Any], two: dict[str, Any]) -> None:
    """Raise :class:`click.UsageError` for options that do not go together, or too few or too many documents.

    ``two`` are the options that a comparison of two documents takes.
    """
    if form != FOUR_COLUMN and any(columns.values()):
        raise click.UsageError("--base, --compromise, --status and --sheets need --form four-column")
    if (form not in {BRIEF, FULL} or len(documents) > _TWO) and any(two.values()):
        named = ", ".join(f"--{name}" for name in two)
        raise click.UsageError(f"{named} need --form {BRIEF} or {FULL} of two documents")
    if len(documents) < _TWO and not columns["base"]:
        raise click.UsageError("two documents are needed, or one and a --base")
    if form == FULL and len(documents) > _TWO:
        others = ", ".join(other for other in FORMS if other != FULL)
        raise click.UsageError(f"--form {FULL} compares two documents; these take more: {others}")


def _held(documents: Sequence[str]) -> list[Proposal]:
    """The documents of these ids or paths; of a raw text a draft."""
    if not any(map(is_raw, documents)):
        return loaded(documents, opened())
    from proposals.cli.raw_texts import read_drafting  # noqa: PLC0415 -- as above

    return read_drafting(documents)


def _write_form(
    form: str,
    output: Output,
    documents: Sequence[str],
    narrowing: Narrowing,
    *,
    base: str | None,
    compromise: str | None,
    status: str | None,
    sheets: bool,
) -> None:
    """Write one of the negotiators' forms."""
    if sheets and output.form != "xlsx":
        raise click.UsageError("--sheets needs an Excel file: -o FILE.xlsx")
    everything = _held((*documents, *(name for name in (base, compromise) if name)))
    held = everything[: len(documents)]
    if form == BRACKETS:
        output.text(brackets.render(held, narrowing=narrowing, kinds=opened().kinds))
        return
    if form == FOUR_COLUMN:
        first, last = everything[len(documents)] if base else None, everything[-1] if compromise else None
        page = _four_columns(held, narrowing, base=first, compromise=last, status=status)
    else:
        *contributions, merged = held
        page = source_table_page.page(source_table(merged, contributions).narrowed(narrowing), opened())
    output.write(lambda: page, sheets=sheets)


def _four_columns(
    held: list[Proposal],
    narrowing: Narrowing,
    *,
    base: Proposal | None,
    compromise: Proposal | None,
    status: str | None,
) -> Page:
    world = world_of([*held, *(one for one in (base, compromise) if one)])
    with every_problem_shown():
        agreement = read_talks_status(Path(status), world, opened().kinds) if status else None
        columns = four_columns(held, base=base, compromise=compromise, agreement=agreement)
    return four_columns_page.page(columns.narrowed(narrowing), opened())
