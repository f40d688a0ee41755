"""``proposals check``."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.failures import UNUSABLE, tell
from proposals.cli.opening import names_of, opened
from proposals.cli.options import documents, output_options, scheduler_option
from proposals.cli.output import Output
from proposals.cli.watching import watched
from proposals.library.checking import check_all, fix_all
from proposals.reports.formats import github
from proposals.reports.pages import checks as pages
from proposals.reports.records.checks import CHECK


@click.command(
    epilog=examples(
        "proposals check",
        "proposals check my-draft.yaml",
        "proposals check drafts --format github",
        "proposals check us-plan-reported --quotations",
        "proposals check my-draft.yaml --fix",
    ),
)
@documents("[ID|FILE|FOLDER]...")
@click.option("--quotations", is_flag=True, help="List each quotation found, with its offsets in the stored source.")
@click.option("--fix", is_flag=True, help="First rewrite files of an earlier format; changes go to standard error.")
@scheduler_option
@output_options("json", "github")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    documents: tuple[str, ...],
    *,
    quotations: bool,
    fix: bool,
    scheduler: str | None,
    output: Output,
) -> None:
    """Check files and their quotations, and list every problem.

    Each problem has its file, line and column, the line itself with a caret, and the nearest valid word. Quotations
    are looked up in the stored text of their source, whose SHA-256 is checked first; offsets are those of the first
    character and of the one after the last, counted from 0. A quotation whose text is not stored is reported as a
    notice.

    FOLDER stands for all YAML files in it. Without arguments, all documents of the opened collections, or else the
    bundled ones, and the timeline are checked.
    '--format github' writes workflow commands for annotations.

    '--fix' replaces each outdated word and states the format; everything else in a file, comments included, stays
    as it is.

    Exit status: 1 if there are problems, 2 if a file cannot be read at all.
    """
    if fix and not documents:
        raise click.UsageError("--fix needs a file or a folder")
    library = opened()
    for change in fix_all(documents, library) if fix else ():
        instead = f" for '{change.old}'" if change.old else ""
        tell(f"{change.location}: wrote '{change.new}'{instead}")
    checks = check_all(documents, library, watched("Checking"), scheduler=scheduler)
    lookup = names_of()
    for error in checks.unreadable:
        tell(f"proposals: {error}")
    if output.form == "github":
        output.text(github.render(checks, lookup))
    elif checks.documents:
        output.write(
            lambda: pages.checked(checks.documents, lookup, quotations=quotations),
            lambda: CHECK.json(checks.documents, lookup),
        )
    ctx.exit(UNUSABLE if checks.unreadable else int(bool(checks.every_problem)))
