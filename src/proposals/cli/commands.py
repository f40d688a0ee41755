"""A group of commands that imports none of them before one is run."""

from __future__ import annotations

from collections.abc import Mapping
from pkgutil import resolve_name
from typing import Any

import click

from proposals.cli.failures import Failure

Table = Mapping[str, tuple[str, str]]
"""By name of a command where it is, ``module:function`` inside this package, and its help in one line."""


class Commands(click.Group):
    """A group made from a table; ``renamed`` are names that a command had before, with what it is called now."""

    def __init__(self, *args: Any, table: Table, renamed: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """Keep the table; the rest is click's."""
        super().__init__(*args, **kwargs)
        self.table = table
        self.renamed = renamed or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        """Import the command; ``None`` where there is none of that name."""
        if cmd_name not in self.table:
            return None
        command: click.Command = resolve_name(f"proposals.cli.{self.table[cmd_name][0]}")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command. Raises :class:`Failure` for a name of before, with the name of today."""
        if args[0] in self.renamed:
            raise Failure(f"'{args[0]}' is now {self.renamed[args[0]]}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- as above
        """Write the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.table.items()])


def examples(*commands: str) -> str:
    """Commands as the end of a help text, each on its own line."""
    return "\b\n" + "\n".join(("Examples:", *(f"  {command}" for command in commands)))
