"""``proposals check`` and ``verify``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from proposals.cli.failures import UNUSABLE
from proposals.cli.options import DOCUMENT, examples, output_options
from proposals.strings import visible

if TYPE_CHECKING:
    from proposals.cli.output import Output
    from proposals.errors import Problem


@click.command(
    epilog=examples(
        "proposals check my-draft.yaml",
        "proposals check drafts/*.yaml",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=DOCUMENT)
@output_options("text", "markdown", "json")
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...], output: Output) -> None:
    """List all that is wrong with files.

    A file can so be mended in one pass. Each problem has its file, line and column, the line itself with a caret, and
    the nearest valid word. A notice names what is not wrong and is read otherwise than it may be meant. Ends with 1 if
    there are problems, with 2 if a file cannot be read at all.
    """
    from proposals.errors import UnreadableError  # noqa: PLC0415 -- as above
    from proposals.files.excerpts import with_excerpts  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.library.collection import notices_of, path_of, problems_of  # noqa: PLC0415 -- as above
    from proposals.reports.pages import checks as audit  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    found: list[Problem] = []
    noticed: list[Problem] = []
    unreadable = 0
    for file in files:
        try:
            found += problems_of(path_of(file))
            noticed += notices_of(path_of(file))
        except UnreadableError as error:
            unreadable += 1
            click.echo(f"proposals: {visible(str(error))}", err=True)
    if unreadable == len(files):
        ctx.exit(UNUSABLE)
    problems, notices = with_excerpts(found), with_excerpts(noticed)
    output.write(
        lambda: audit.checked(problems, len(files) - unreadable, notices),
        lambda: plain.problems(problems, Lookup.of(), notices),
    )
    if unreadable:
        ctx.exit(UNUSABLE)
    if found:
        ctx.exit(1)


@click.command(
    epilog=examples(
        "proposals verify",
        "proposals verify us-plan-reported",
        "proposals verify my-draft.yaml",
    ),
)
@click.argument("documents", metavar="[ID|FILE]...", nargs=-1, type=DOCUMENT)
@output_options("text", "markdown", "json")
@click.pass_context
def verify(ctx: click.Context, /, documents: tuple[str, ...], output: Output) -> None:
    """Find every quotation again.

    The SHA-256 of the held text of its source is checked first. Each quotation is shown with the offsets of its first
    character and of the one after its last, counted from 0. What rests on no text that is held is listed as a gap.
    Without arguments, all bundled documents and the timeline are verified. Ends with 1 if a quotation is not found.
    """
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.library.collection import ids  # noqa: PLC0415 -- as above
    from proposals.library.verification import verified, verified_timeline  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.pages import checks as audit  # noqa: PLC0415 -- as above
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- as above

    results = [verified(document) for document in documents or ids()]
    if not documents:
        results.append(verified_timeline())
    lookup = Lookup.of()
    output.write(
        lambda: audit.verification(results, lookup),
        lambda: plain.verification(results, lookup),
    )
    if any(one.outcome.problems for one in results):
        ctx.exit(1)
