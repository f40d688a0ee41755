"""``proposals similarity``: how close documents are, or which of many are the nearest to one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened, read
from proposals.cli.options import documents, in_english, language_option, output_options, scheduler_option
from proposals.cli.output import Output
from proposals.cli.problems import every_problem_shown
from proposals.cli.watching import left_out, watched
from proposals.comparison.names import world_of
from proposals.corpus.among import nearest_among
from proposals.measures.agreement import agreement
from proposals.measures.similarity import similarities
from proposals.measures.weights import Weights, read_weights
from proposals.reports.pages import agreement as agreement_report
from proposals.reports.pages import nearest as nearest_report
from proposals.reports.pages import similarity as similarity_report
from proposals.reports.records.agreement import AGREEMENT
from proposals.reports.records.measures import NEAREST, SIMILARITY
from proposals.world.world import World

_TWO: Final = 2


@click.command(
    epilog=examples(
        "proposals similarity us-28-point e3-counter",
        "proposals similarity us-28-point e3-counter twenty-point --most 3",
        "proposals similarity us-28-point e3-counter --weights weights.yaml",
        "proposals similarity us-28-point --nearest 5",
        "proposals similarity my-draft.yaml drafts --nearest 5",
        "proposals similarity first.yaml second.yaml --coders",
    ),
)
@documents("A [B|FOLDER]...", least=1)
@click.option(
    "--nearest",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Show this many of the documents nearest to A, among those named after it or among all.",
)
@click.option(
    "--weights",
    "weights_file",
    metavar="FILE",
    type=click.Path(),
    help="A YAML file of weights by topic, kind or kind/subject, such as 'forces: 2'; they are printed.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    metavar="NUMBER",
    help="How many of the most influential terms, and of the questions worth asking, text output shows.",
)
@click.option(
    "--coders",
    is_flag=True,
    help="Take A and B as two coders' codings of one text: how far they agree, and what to settle.",
)
@scheduler_option
@language_option
@output_options("json")
@click.pass_context
def similarity(
    ctx: click.Context,
    /,
    documents: tuple[str, ...],
    nearest: int | None,
    weights_file: str | None,
    most: int,
    *,
    scheduler: str | None,
    coders: bool,
    output: Output,
) -> None:
    """Estimate how close documents are, with counts and ranges.

    Documents are compared in pairs. A value covers the terms that can be compared, n of N; the possible range shows
    where it could lie if every silence were filled. If less than a third of the terms can be compared, only the
    range is given. There is no single score.

    With --nearest, A is compared with many documents: those named after it (a FOLDER stands for all YAML files in
    it), or, if none is named, all documents of the opened collections or else the bundled ones. Those without a
    value are counted but not ranked.

    With --coders, A and B are two people's codings of one text: it shows how far they agree, by kind and by field,
    and each term that they have to settle.

    Exit status: with --nearest, 2 if one of the files is wrong; the others are still compared.
    """
    if scheduler is not None and nearest is None:
        raise click.UsageError("--scheduler goes with --nearest; 'proposals export pairs' compares every two of many")
    if coders:
        if nearest or weights_file or len(documents) != _TWO:
            raise click.UsageError("--coders takes two codings of one text, and neither --weights nor --nearest")
        in_english("the agreement of coders")
        _coders(documents, output)
        return
    if nearest is not None:
        ctx.exit(_nearest(documents, nearest, weights_file, scheduler, output))
    if len(documents) == 1:
        raise click.BadParameter("two documents or more are needed, or --nearest", param_hint="A")
    held = read(documents)
    world = world_of(held)
    estimates = similarities(held, weights=_weights(weights_file, world), world=world)
    lookup = names_of(*held)
    output.write(
        lambda: similarity_report.page(estimates, lookup, most=most),
        lambda: SIMILARITY.json(estimates, lookup),
    )


def _coders(names: tuple[str, ...], output: Output) -> None:
    found = agreement(*read(names))
    lookup = names_of(*found.documents)
    output.write(lambda: agreement_report.page(found, lookup), lambda: AGREEMENT.json(found, lookup))


def _weights(file: str | None, world: World) -> Weights:
    with every_problem_shown():
        return read_weights(Path(file), world, kinds=opened().kinds) if file else Weights()


def _nearest(
    names: tuple[str, ...], count: int, weights_file: str | None, scheduler: str | None, output: Output
) -> int:
    """Write the nearest to the first document; return the exit status."""
    document = opened().load(names[0])
    weights = _weights(weights_file, world_of([document]))
    found, wrong = nearest_among(
        document,
        names[1:],
        count,
        opened(),
        weights=weights,
        processes=None,
        scheduler=scheduler,
        watch=watched("Comparing"),
    )
    lookup = names_of(*found.documents)
    output.write(lambda: nearest_report.page(found, lookup), lambda: NEAREST.json(found, lookup))
    return left_out(wrong)
