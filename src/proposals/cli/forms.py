"""The negotiators' forms: what ``proposals diff`` needs for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from proposals.cli.loading import loaded
from proposals.cli.options import DOCUMENT, File

if TYPE_CHECKING:
    from proposals.cli.output import Output
    from proposals.proposal import Proposal
    from proposals.reports.forms import Form

_Command = TypeVar("_Command", bound=Callable[..., Any])

FOUR_COLUMN: Final = "four-column"
FORMATS: Final = ("brackets", FOUR_COLUMN, "source-table")
_PAGES: Final = (".html", ".htm")


def form_options(command: _Command) -> _Command:
    """The options of ``four-column``."""
    options = (
        click.option("--base", type=DOCUMENT, metavar="ID", help="The first column of four-column: what is unchanged."),
        click.option("--compromise", type=DOCUMENT, metavar="ID", help="The compromise column of four-column."),
        click.option("--status", type=File(), metavar="FILE", help="A YAML file: how far each line is agreed."),
        click.option("--sheets", is_flag=True, help="In an Excel file, a sheet for each topic as well."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def made(
    output: Output,
    documents: Sequence[str],
    *,
    topics: tuple[str, ...],
    base: str | None,
    compromise: str | None,
    status: str | None,
    sheets: bool,
) -> str | bytes:
    """The form's text, or the bytes of a Word or Excel file by the ending of the output's name."""
    from pathlib import Path  # noqa: PLC0415 -- not needed for --help

    everything = loaded((*documents, *(name for name in (base, compromise) if name)))
    held = everything[: len(documents)]
    if output.form == "brackets":
        from proposals.reports import brackets  # noqa: PLC0415 -- each form imports its own

        return brackets.render(held, topics=topics)
    if output.form == FOUR_COLUMN:
        first, last = everything[len(documents)] if base else None, everything[-1] if compromise else None
        table = _four_columns(held, topics, base=first, compromise=last, status=status)
    else:
        table = _source_table(held, topics)
    return _rendered(table, Path(output.output or "").suffix.casefold(), sheets=sheets)


def _four_columns(
    held: list[Proposal],
    topics: tuple[str, ...],
    *,
    base: Proposal | None,
    compromise: Proposal | None,
    status: str | None,
) -> Form:
    from pathlib import Path  # noqa: PLC0415 -- not needed for --help

    from proposals.cli.failures import told_whole  # noqa: PLC0415 -- only for a wrong file
    from proposals.columns import four_columns  # noqa: PLC0415 -- each form imports its own
    from proposals.comparison import world_of  # noqa: PLC0415 -- as above
    from proposals.files.status import read_agreement  # noqa: PLC0415 -- as above
    from proposals.reports import four_column  # noqa: PLC0415 -- as above

    world = world_of([*held, *(one for one in (base, compromise) if one)])
    with told_whole():
        agreement = read_agreement(Path(status), world) if status else None
        columns = four_columns(held, base=base, compromise=compromise, agreement=agreement)
    return four_column.form(columns.narrowed(topics))


def _source_table(held: list[Proposal], topics: tuple[str, ...]) -> Form:
    from proposals.merging import source_table  # noqa: PLC0415 -- each form imports its own
    from proposals.reports import source_table as table  # noqa: PLC0415 -- as above

    *documents, merged = held
    return table.form(source_table(merged, documents).narrowed(topics))


def _rendered(form: Form, suffix: str, *, sheets: bool) -> str | bytes:
    if suffix == ".xlsx":
        from proposals.reports import excel  # noqa: PLC0415 -- each form imports its own

        return excel.render(form, by_topic=sheets)
    if sheets:
        raise click.UsageError("--sheets belongs to an Excel file: -o FILE.xlsx")
    if suffix == ".docx":
        from proposals.reports import word  # noqa: PLC0415 -- as above

        return word.render(form)
    if suffix in _PAGES:
        from proposals.reports import four_column_html  # noqa: PLC0415 -- as above

        return four_column_html.render(form)
    from proposals.reports import four_column_markdown  # noqa: PLC0415 -- as above

    return four_column_markdown.render(form)
