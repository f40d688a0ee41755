"""``proposals export``: a group of commands, each in a module that imports only what its files need."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import click

from proposals.cli.commands import Commands, Table, examples

COMMANDS: Final[Table] = MappingProxyType(
    {
        "findings": ("export_tables:findings", "Write one row for each finding."),
        "terms": ("export_tables:terms", "Write one row for each term of each document."),
        "pairs": ("export_pairs:pairs", "Write how close every two of many documents are."),
        "map": ("export_plots:map_", "Draw a tile map of the regions for each document."),
        "strips": ("export_plots:strips", "Draw the ordered fields with a mark for each document."),
        "schema": ("export_schema:schema", "Write the JSON Schema of the file format or of the reports."),
    },
)
"""What can be exported: the module and function of each command, and its help in one line."""


@click.group(
    "export",
    cls=Commands,
    table=COMMANDS,
    epilog=examples(
        "proposals export findings us-28-point e3-counter -o findings.csv",
        "proposals export map us-28-point e3-counter -o map.svg",
        "proposals export schema -o proposals.schema.json",
    ),
)
def export() -> None:
    """Write data, plots and schemas for other programs."""
