"""The reference of the command line, made from the commands."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from manual.markdown import code, safe, table
from proposals.cli.app import application
from proposals.cli.commands import Commands
from proposals.cli.output import ENDINGS


def reference() -> str:
    """Every command: what it does, how it is written, its arguments and options, examples."""
    return "\n".join([_command(application, "proposals", "Without a command"), *_below(application, "")])


def endings() -> str:
    """How the names of files may end that hold a format."""
    return table(["format", "endings"], ((code(form), ", ".join(map(code, held))) for form, held in ENDINGS.items()))


def _below(group: Commands, prefix: str) -> Iterator[str]:
    """The commands of a group in alphabetical order, each with its own below it."""
    for name in sorted(group.table):
        command = group.get_command(click.Context(group), name)
        if command is not None:
            yield _command(command, f"proposals {prefix}{name}", f"`{prefix}{name}`")
        if isinstance(command, Commands):
            yield from _below(command, f"{prefix}{name} ")


def _command(command: click.Command, path: str, heading: str) -> str:
    context = click.Context(command, info_name=path)
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
    return "\n".join(
        (
            f"(command-{path.removeprefix('proposals ')})=\n## {heading}\n\n```text\n{usage}\n```\n",
            *_help(inspect.cleandoc(command.help or "")),
            *_help(command.epilog or ""),
            table(["option", "what it does"], (_option(option) for option in options)),
        ),
    )


def _help(text: str) -> Iterator[str]:
    """The paragraphs of a help text; a block that keeps its lines as it is, under its own heading."""
    for paragraph in re.split(r"\n\n+", text):
        if not paragraph.startswith("\b"):
            yield f"{safe(paragraph)}\n"
            continue
        head, *lines = paragraph.removeprefix("\b").strip("\n").splitlines()
        yield f"{safe(head)}\n\n```text\n{inspect.cleandoc(chr(10).join(lines))}\n```\n"


def _option(option: click.Option) -> tuple[str, str]:
    written = ", ".join(code(name) for name in (*option.opts, *option.secondary_opts))
    parts = [safe(option.help or "")]
    if isinstance(option.type, click.Choice) and "One of:" not in parts[0]:
        parts.append(f"One of: {', '.join(code(str(choice)) for choice in option.type.choices)}.")
    if option.show_default and option.default is not None:
        parts.append(f"Left out: {code(str(option.default))}.")
    value = "" if option.is_flag else f" {code(option.make_metavar(click.Context(application)))}"
    return f"{written}{'' if isinstance(option.type, click.Choice) and not option.metavar else value}", " ".join(parts)
