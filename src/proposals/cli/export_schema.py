"""``proposals export schema``."""

from __future__ import annotations

import json

import click

from proposals.cli.commands import examples
from proposals.cli.opening import opened
from proposals.cli.options import FORCE, file_option
from proposals.cli.output import Output
from proposals.files.schema import input_schema
from proposals.reports.records.schema import output_schema


@click.command(
    epilog=examples(
        "proposals export schema",
        "proposals export schema -o proposals.schema.json",
        "proposals export schema --reports -o reports.schema.json",
    ),
)
@click.option("--reports", is_flag=True, help="Write the schema of the JSON reports instead.")
@file_option()
@FORCE
def schema(output: str | None, *, reports: bool, force: bool) -> None:
    """Write the JSON Schema of the file format or of the reports.

    An editor that knows YAML then completes kinds, fields and words as you type. Begin your file with the path of the
    schema: '# yaml-language-server: $schema=proposals.schema.json'.
    """
    written = Output(forms=("json",), output=output, force=force)
    text = json.dumps(output_schema() if reports else input_schema(opened().kinds), ensure_ascii=False, indent=2)
    written.text(f"{text}\n")
