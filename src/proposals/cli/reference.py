"""``proposals rules`` and ``schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from proposals.cli.options import FORCE, File, examples, output_options

if TYPE_CHECKING:
    from proposals.cli.output import Output


@click.command(
    epilog=examples(
        "proposals rules",
        "proposals rules --format json",
    ),
)
@output_options("json")
def rules(output: Output) -> None:
    """List the rules behind the findings.

    Each with its id, the relation that it gives, and what it means. Every finding names its rule ('proposals diff
    --sources' shows it).
    """
    from proposals.comparison.rules import RULES  # noqa: PLC0415 -- as above
    from proposals.reports.pages import checks as audit  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.records import reports as plain  # noqa: PLC0415 -- not needed for --help

    output.write(lambda: audit.rules(RULES), lambda: plain.rules(RULES))


@click.command(
    epilog=examples(
        "proposals schema",
        "proposals schema -o proposals.schema.json",
        "proposals schema --reports -o reports.schema.json",
    ),
)
@click.option("--reports", is_flag=True, help="The schema of the reports that commands write as JSON instead.")
@click.option("-o", "--output", type=File(), metavar="FILE", help="Write to a file, whole or not at all.")
@FORCE
def schema(output: str | None, *, reports: bool, force: bool) -> None:
    """Print the JSON Schema of the format.

    An editor that knows YAML then completes kinds, fields and words while you type. Put the path of the file in the
    first line of yours: '# yaml-language-server: $schema=proposals.schema.json'.
    """
    import json  # noqa: PLC0415 -- not needed for --help

    from proposals.cli.output import Output  # noqa: PLC0415 -- as above
    from proposals.files.schema import input_schema  # noqa: PLC0415 -- as above
    from proposals.reports.records.schema import output_schema  # noqa: PLC0415 -- as above

    written = Output(forms=("json",), output=output, force=force)
    text = json.dumps(output_schema() if reports else input_schema(), ensure_ascii=False, indent=2)
    written.text(f"{text}\n")
