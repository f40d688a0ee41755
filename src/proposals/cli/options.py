"""Options that several commands share, and the names that a shell completes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from proposals.reports.formats import FORMATS
from proposals.vocabulary import Topic, Word

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Document(click.ParamType):  # type: ignore[type-arg]  # generic in newer click only
    """The id of a bundled proposal, or the path of a file."""

    name = "document"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """The ids that begin so; then files, by the shell's own completion."""
        from proposals.library.collection import ids  # noqa: PLC0415 -- not needed for --help

        found = [CompletionItem(name) for name in ids() if name.startswith(incomplete)]
        return found or [CompletionItem(incomplete, type="file")]


class File(click.ParamType):  # type: ignore[type-arg]  # as above
    """The path of a file to write; whether it can be written shows when it is."""

    name = "file"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """Files, by the shell's own completion."""
        return [CompletionItem(incomplete, type="file")]


DOCUMENT = Document()


def examples(*commands: str) -> str:
    """Commands as the end of a help text, each on its own line."""
    return "\b\n" + "\n".join(("Examples:", *(f"  {command}" for command in commands)))


FORCE = click.option("--force", is_flag=True, help="Overwrite the file if it exists.")


def words_option(name: str, words: type[Word]) -> Callable[[_Command], _Command]:
    """An option of that name that narrows what is shown to some words of a list; the command takes its plural."""
    return click.option(
        f"--{name}",
        f"{name}s",
        multiple=True,
        type=click.Choice([str(word) for word in words]),
        metavar=name.upper(),
        help=f"Show only this {name}; may be repeated. One of: {', '.join(words)}.",
    )


topics_option = words_option("topic", Topic)

sources_option = click.option(
    "--sources",
    is_flag=True,
    help="Add publisher, date, grade and address of each source, and file and line of each citation.",
)


def output_options(*others: str) -> Callable[[_Command], _Command]:
    """``--format``, ``--output``, ``--force``, ``--color`` and ``--width``, as one :class:`Output`.

    The formats are those of pages and these ``others``. The command takes it as ``output``.
    """
    forms = tuple(dict.fromkeys((*FORMATS, *others)))
    options = (
        click.option(
            "--format",
            "asked",
            type=click.Choice(forms),
            help="Output format. Default: by the ending of FILE, otherwise text.",
        ),
        click.option("-o", "--output", type=File(), metavar="FILE", help="Write to a file, whole or not at all."),
        FORCE,
        click.option(
            "--color",
            "colour",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Colour the text. NO_COLOR and FORCE_COLOR decide for auto, else whether it goes to a terminal.",
        ),
        click.option(
            "--width",
            type=click.IntRange(min=40, max=1000),
            metavar="COLUMNS",
            help="Columns of the text, from 40. Left out: the terminal's, or 80.",
        ),
    )

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def run(*args: Any, asked: str | None, output: str | None, force: bool, **given: Any) -> Any:
            from proposals.cli.output import Output  # noqa: PLC0415 -- not needed for --help

            told = {name: given.pop(name) for name in ("colour", "width")}
            return command(*args, output=Output(forms=forms, asked=asked, output=output, force=force, **told), **given)

        decorated: Any = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated  # type: ignore[no-any-return]  # click's options return what they are given

    return decorate
