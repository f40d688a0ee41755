"""Every command by the words that call it, ``export map`` among them."""

from __future__ import annotations

import click

from proposals.cli.app import application
from proposals.cli.commands import Commands


def _commands(group: Commands) -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name in group.table:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        found[name] = command
        if isinstance(command, Commands):
            found |= {f"{name} {inner}": one for inner, one in _commands(command).items()}
    return found


COMMANDS = _commands(application)
LEAVES = {name: one for name, one in COMMANDS.items() if not isinstance(one, click.Group)}
