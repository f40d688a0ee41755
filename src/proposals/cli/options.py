"""Arguments and options that several commands share, and the names that a shell completes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

import click
from click.shell_completion import CompletionItem

from proposals.cli.opening import LANGUAGE, opened
from proposals.cli.output import Output
from proposals.comparison.narrowing import Narrowing
from proposals.errors import InvalidValueError
from proposals.language.questions import name_of
from proposals.library.library import ENGLISH
from proposals.reports.formats import FORMATS
from proposals.strings import folded, suggestion
from proposals.vocabulary import Relation, Topic, Topics

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Document(click.ParamType):  # type: ignore[type-arg]  # generic in newer click only
    """The id of a bundled proposal, the path of a file, or ``-`` for standard input."""

    name = "document"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """The ids that begin so; then files, by the shell's own completion."""
        with ctx:
            found = [CompletionItem(name) for name in opened().ids if name.startswith(incomplete)]
        return found or [CompletionItem(incomplete, type="file")]


class File(click.ParamType):  # type: ignore[type-arg]  # as above
    """The path of a file to write; whether it can be written shows when it is."""

    name = "file"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """Files, by the shell's own completion."""
        return [CompletionItem(incomplete, type="file")]


DOCUMENT: Final = Document()
WRITES: Final = "Write to FILE; on failure nothing is left behind."
"""The help of ``--output``."""

FORCE: Final = click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")


def documents(metavar: str = "[ID|FILE]...", *, least: int = 0) -> Callable[[_Command], _Command]:
    """The argument ``documents``: at least so many of them."""

    def enough(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
        if least > 1 and len(value) == 1:
            raise click.BadParameter("two documents or more are needed")
        return value

    return click.argument("documents", metavar=metavar, nargs=-1, required=bool(least), type=DOCUMENT, callback=enough)


class QuestionName(click.ParamType):  # type: ignore[type-arg]  # as above
    """The id of a question, or what it is called in a list; the command takes its id."""

    name = "question"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id; fails with the nearest names for a question that there is not."""
        library = opened()
        called = {one: name_of(one, library) for one in library.questions}
        known = {folded(name): one for one, usual in called.items() for name in (one, usual)}
        if folded(value) in known:
            return known[folded(value)]
        near = suggestion(value, [*called, *called.values()])
        hint = near or "'proposals explain questions' lists them"
        return self.fail(f"'{value}' is not a question; {hint}", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """The ids that begin so."""
        with ctx:
            return [CompletionItem(name) for name in opened().questions if name.startswith(incomplete)]


class TopicName(click.ParamType):  # type: ignore[type-arg]  # as above
    """A topic, of the bundled list or of a collection's own; the command takes its word."""

    name = "topic"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; fails with the nearest ones for a topic that there is not."""
        opened()  # whose kinds bring their topics along
        try:
            return str(Topics.of(value))
        except InvalidValueError as error:
            hint = error.hint or f"one of: {', '.join(Topics.spellings())}"
            return self.fail(f"'{value}' is not a topic; {hint}", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- click's signature
        """The words that begin so."""
        with ctx:
            opened()
        return [CompletionItem(name) for name in Topics.spellings() if name.startswith(incomplete)]


def narrowing_options(command: _Command) -> _Command:
    """``--topic``, ``--relation`` and ``--question``, as one :class:`Narrowing` that the command takes."""

    @wraps(command)
    def run(
        *args: Any, topics: tuple[str, ...], relations: tuple[str, ...], questions: tuple[str, ...], **given: Any
    ) -> Any:
        narrowing = Narrowing(topics=topics, relations=relations, questions=questions)
        return command(*args, narrowing=narrowing, **given)

    decorated: Any = run
    relations_option = click.option(
        "--relation",
        "relations",
        multiple=True,
        type=click.Choice(Relation.spellings()),
        metavar="RELATION",
        help=f"Show only this relation; can be repeated. One of: {', '.join(Relation.spellings())}.",
    )
    for option in (questions_option, relations_option, topics_option):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]  # as above


topics_option: Final = click.option(
    "--topic",
    "topics",
    multiple=True,
    type=TopicName(),
    metavar="TOPIC",
    help=f"Show only this topic; can be repeated. One of: {', '.join(Topic.spellings())}; or a collection's own.",
)

questions_option: Final = click.option(
    "--question",
    "questions",
    multiple=True,
    type=QuestionName(),
    metavar="QUESTION",
    help="Show only this question, by its name; can be repeated. 'proposals explain questions' lists them.",
)

sources_option: Final = click.option(
    "--sources",
    is_flag=True,
    help="Add the publisher, date, grade and address of each source, and the file and line of each citation.",
)


scheduler_option: Final = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Use the workers of a Dask cluster; ADDRESS is that of its scheduler (extra 'distributed').",
)


def _speak(ctx: click.Context, _param: click.Parameter, value: str) -> None:
    """Keep the language for the library, which is opened later."""
    ctx.find_root().meta[LANGUAGE] = value


def in_english(what: str) -> None:
    """Raise :class:`click.UsageError` if another language than English is asked for."""
    code = click.get_current_context().find_root().meta.get(LANGUAGE, ENGLISH)
    if code != ENGLISH:
        raise click.UsageError(f"{what} is written in English: --language {ENGLISH}, not {code}")


language_option: Final = click.option(
    "--language",
    metavar="CODE",
    default=ENGLISH,
    show_default=True,
    envvar="PROPOSALS_LANGUAGE",
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help="Language of the sentences: en or fr. The environment variable PROPOSALS_LANGUAGE can set it as well. Text "
    "that documents hold is not translated.",
)


def actors_option(help_text: str) -> Callable[[_Command], _Command]:
    """``--actor``, which the command takes as ``actors``."""
    return click.option("--actor", "actors", multiple=True, metavar="ACTOR", help=f"{help_text} Can be repeated.")


def file_option(help_text: str = WRITES, *, required: bool = False) -> Callable[[_Command], _Command]:
    """``--output`` of a command with one sort of file."""
    return click.option("-o", "--output", type=File(), metavar="FILE", required=required, help=help_text)


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
            help="Output format. Default: by file extension, otherwise text.",
        ),
        file_option(),
        FORCE,
        click.option(
            "--color",
            "colour",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Color text output. auto: as NO_COLOR or FORCE_COLOR says, otherwise only on a terminal.",
        ),
        click.option(
            "--width",
            type=click.IntRange(min=40, max=1000),
            metavar="COLUMNS",
            help="Width of text output, 40 or more. Default: the terminal's width, otherwise 80.",
        ),
    )

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def run(
            *args: Any,
            asked: str | None,
            output: str | None,
            force: bool,
            colour: str,
            width: int | None,
            **given: Any,
        ) -> Any:
            written = Output(forms=forms, asked=asked, output=output, force=force, colour=colour, width=width)
            return command(*args, output=written, **given)

        decorated: Any = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated  # type: ignore[no-any-return]  # click's options return what they are given

    return decorate
