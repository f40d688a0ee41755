"""The negotiators' forms: what ``proposals diff`` needs for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from proposals.cli.options import DOCUMENT, File

if TYPE_CHECKING:
    from proposals.proposal import Proposal
    from proposals.reports.forms import Form

_Command = TypeVar("_Command", bound=Callable[..., Any])

FORMATS: Final = ("brackets", "four-column", "source-table")
_OFFICE: Final = {".docx", ".xlsx"}
_PAGES: Final = {".html", ".htm"}
_TEXTS: Final = {".md": "markdown", ".json": "json"}


def form_options(command: _Command) -> _Command:
    """``--base``, ``--status`` and ``--sheets``."""
    options = (
        click.option("--base", type=DOCUMENT, metavar="ID", help="The first column of four-column: what is unchanged."),
        click.option("--status", type=File(), metavar="FILE", help="A YAML file: how far each line is agreed."),
        click.option("--sheets", is_flag=True, help="In an Excel file, a sheet for each topic as well."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def chosen(form: str, output: str | None, *, given: bool, tabled: bool) -> str:
    """The format that is asked for, or, where none is ``given``, the one that the file's name tells.

    ``tabled`` says that an option of four-column is there; only this tells its Markdown from a comparison's. Raises
    :class:`click.UsageError` for what cannot stand in a file of that name.
    """
    suffix = Path(output or "").suffix.lower()
    table = suffix in _OFFICE | _PAGES
    if given and table and form not in FORMATS[1:]:
        raise click.UsageError(f"a {suffix} file holds a table: --format {' or '.join(FORMATS[1:])}")
    if given:
        return form
    if table or (tabled and suffix == ".md"):
        return "four-column"
    return _TEXTS.get(suffix, form)


def made(
    form: str,
    documents: Sequence[str],
    *,
    topics: tuple[str, ...],
    base: str | None,
    status: str | None,
    sheets: bool,
    output: str | None,
) -> str | bytes:
    """The form's text, or the bytes of a Word or Excel file by the suffix of ``output``."""
    from proposals.library import load  # noqa: PLC0415 -- not needed for --help

    if (base or status or sheets) and form != "four-column":
        raise click.UsageError("--base, --status and --sheets belong to --format four-column")
    held = [load(document) for document in documents]
    if form == "brackets":
        from proposals.reports import brackets  # noqa: PLC0415 -- each form imports its own

        return brackets.render(held, topics=topics)
    table = _four_columns(held, topics, base, status) if form == "four-column" else _source_table(held, topics)
    return _rendered(table, Path(output or "").suffix.lower(), sheets=sheets)


def _four_columns(held: list[Proposal], topics: tuple[str, ...], base: str | None, status: str | None) -> Form:
    from proposals.columns import four_columns  # noqa: PLC0415 -- each form imports its own
    from proposals.comparison import world_of  # noqa: PLC0415 -- as above
    from proposals.files.status import read_agreement  # noqa: PLC0415 -- as above
    from proposals.library import load  # noqa: PLC0415 -- as above
    from proposals.reports import four_column  # noqa: PLC0415 -- as above

    first = load(base) if base else None
    world = world_of([*([first] if first else []), *held])
    agreement = read_agreement(Path(status), world) if status else None
    return four_column.form(four_columns(held, base=first, agreement=agreement).narrowed(topics))


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
