"""``proposals export pairs``."""

from __future__ import annotations

from pathlib import Path

import click

from proposals.cli.commands import examples
from proposals.cli.failures import tell
from proposals.cli.opening import opened
from proposals.cli.options import documents, scheduler_option
from proposals.cli.problems import every_problem_shown
from proposals.cli.watching import left_out, watched
from proposals.corpus.blocks import write_pairs
from proposals.language.values import counted
from proposals.measures.weights import Weights, read_weights


@click.command(
    epilog=examples(
        "proposals export pairs -o pairs",
        "proposals export pairs drafts -o pairs --weights weights.yaml",
    ),
)
@documents("[ID|FILE|FOLDER]...")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(),
    metavar="DIR",
    required=True,
    help="The folder to write into: a new one, or an empty one.",
)
@click.option("--weights", "weights_file", metavar="FILE", type=click.Path(), help="A YAML file of weights.")
@scheduler_option
@click.pass_context
def pairs(
    ctx: click.Context,
    /,
    documents: tuple[str, ...],
    folder: str,
    weights_file: str | None,
    *,
    scheduler: str | None,
) -> None:
    """Write how close every two of many documents are.

    DIR gets Parquet files with a row for each two documents: their numbers, the value (null where less than a third of
    the terms can be compared), the counts and the possible range. 'documents.parquet' says which document a number
    stands for; it is written last, so that a folder without it is not finished. Needs the extra 'arrow'.

    Without arguments all documents of the opened collections are compared, or else the bundled ones. A FOLDER stands
    for all YAML files in it.

    Exit status: 2 if a file is wrong; the others are compared all the same.
    """
    with every_problem_shown():
        known = opened()
        weights = read_weights(Path(weights_file), known.world, kinds=known.kinds) if weights_file else Weights()
    done = write_pairs(
        documents, folder, known, weights=weights, scheduler=scheduler, watch=watched("Comparing", many=3)
    )
    tell(f"{counted(done.pairs, 'pair')} of {counted(done.documents, 'document')} in {done.folder}")
    ctx.exit(left_out(done.wrong))
