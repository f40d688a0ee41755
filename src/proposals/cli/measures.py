"""``proposals matrix``, ``trace``, ``burdens`` and ``similarity``: several documents, who moved, who bears what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from proposals.cli.options import DOCUMENT, examples, output_options, topics_option
from proposals.library.several import loaded

if TYPE_CHECKING:
    from proposals.cli.output import Output


def _two(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse fewer than two documents."""
    if len(value) == 1:
        raise click.BadParameter("two documents or more are needed")
    return value


def _several(command: Callable[..., Any]) -> Callable[..., Any]:
    """Take two documents or more."""
    taken = click.argument("documents", metavar="A B [C]...", nargs=-1, required=True, type=DOCUMENT, callback=_two)
    return taken(command)


@click.command(
    epilog=examples(
        "proposals matrix us-28-point e3-counter twenty-point",
        "proposals matrix us-28-point e3-counter twenty-point --only-disagreements --topic forces",
        "proposals matrix us-28-point e3-counter twenty-point --by-topic --format markdown -o matrix.md",
    ),
)
@_several
@topics_option
@click.option("--only-disagreements", is_flag=True, help="Show only rows to which two or more speak, and not alike.")
@click.option("--by-topic", is_flag=True, help="Show one row for each topic: its verdict, and who speaks to how much.")
@output_options("json")
def matrix(
    documents: tuple[str, ...], topics: tuple[str, ...], *, only_disagreements: bool, by_topic: bool, output: Output
) -> None:
    """Set two or more documents side by side.

    A, B, C are ids or paths of files. Each row is a subject, with what every document says to it or why it says
    nothing, and a verdict: all the same, split, one against the rest, open, or only one speaks.
    """
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.negotiation.matrix import matrix as made  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.pages import matrix as report  # noqa: PLC0415 -- as above

    told = made(loaded(documents))
    shown = told.narrowed(topics, only_disagreements=only_disagreements)
    lookup = Lookup.of(*told.documents)
    output.write(
        lambda: report.page(told, lookup, shown=shown, by_topic=by_topic),
        lambda: report.plain(told, lookup, shown=shown),
    )


@click.command(
    epilog=examples(
        "proposals trace us-28-point e3-counter twenty-point",
        "proposals trace us-28-point december-package twenty-point --toward e3-counter",
        "proposals trace first.yaml second.yaml third.yaml --toward theirs.yaml --mediator US --topic forces",
    ),
)
@_several
@click.option(
    "--toward",
    metavar="DOCUMENT",
    type=DOCUMENT,
    help="Measure the gap of each ordered field to this document, and whose step closed how much of it.",
)
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="ACTOR",
    help="A party; texts of others are a mediator's. May be repeated. Left out, every author is one.",
)
@click.option(
    "--mediator",
    "mediators",
    multiple=True,
    metavar="ACTOR",
    help="An actor whose texts stand apart, as steps of neither side. May be repeated.",
)
@click.option("--as-given", is_flag=True, help="Take the drafts in the order given, not by date.")
@topics_option
@output_options("json")
def trace(
    documents: tuple[str, ...],
    toward: str | None,
    parties: tuple[str, ...],
    mediators: tuple[str, ...],
    topics: tuple[str, ...],
    *,
    as_given: bool,
    output: Output,
) -> None:
    """Follow each subject over a chain of drafts.

    A, B, C are ids or paths of files, taken by date. For each subject it tells what appeared, changed, fell silent or
    came back, and whose value the last draft holds; for each who bears terms, what became heavier or lighter.
    """
    from proposals.comparison.names import world_of  # noqa: PLC0415 -- not needed for --help
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.measures.tracing import trace as made  # noqa: PLC0415 -- as above
    from proposals.reports.pages import movement  # noqa: PLC0415 -- as above

    everyone = loaded((*documents, *([toward] if toward else [])))
    chain, counterpart = everyone[: len(documents)], everyone[-1] if toward else None
    world = world_of(everyone)
    told = made(
        chain,
        toward=counterpart,
        parties=[world.actor(name) for name in parties],
        mediators=[world.actor(name) for name in mediators],
        as_given=as_given,
        world=world,
    )
    shown = told.narrowed(topics)
    lookup = Lookup.of(*everyone)
    output.write(lambda: movement.page(shown, lookup), lambda: movement.plain(shown, lookup))


@click.command(
    epilog=examples(
        "proposals burdens us-28-point",
        "proposals burdens us-28-point e3-counter --actor Ukraine",
        "proposals burdens us-28-point e3-counter --format json -o burdens.json",
    ),
)
@click.argument("first", metavar="A", type=DOCUMENT)
@click.argument("second", metavar="[B]", required=False, type=DOCUMENT)
@click.option(
    "--actor",
    "names",
    multiple=True,
    metavar="ACTOR",
    help="Show only this actor and the groups that it belongs to; may be repeated.",
)
@output_options("json")
def burdens(first: str, second: str | None, names: tuple[str, ...], output: Output) -> None:
    """List what each actor must, must not, may or is expected to do, and what it is promised.

    A and B are ids or paths of files. With B, each entry says what became of it: added, dropped, heavier, lighter,
    unchanged, or not known because a text is known only in part. What a group bears is not handed on to its members.
    """
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.measures.burdens import burdens as made  # noqa: PLC0415 -- not needed for --help
    from proposals.reports.pages import burdens as report  # noqa: PLC0415 -- as above

    ledger = made(*loaded([name for name in (first, second) if name]))
    lookup = Lookup.of(*ledger.documents)
    wanted = [account for name in names for account in ledger.of(lookup.world.actor(name))]
    accounts = tuple(account for account in ledger.accounts if not names or account in wanted)
    output.write(lambda: report.page(ledger, accounts, lookup), lambda: report.plain(ledger, accounts, lookup))


@click.command(
    epilog=examples(
        "proposals similarity us-28-point e3-counter",
        "proposals similarity us-28-point e3-counter twenty-point --most 3",
        "proposals similarity us-28-point e3-counter --weights weights.yaml",
    ),
)
@_several
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
    help="How many of the terms that swing a value, and of the questions worth asking, the text shows.",
)
@output_options("json")
def similarity(documents: tuple[str, ...], weights_file: str | None, most: int, output: Output) -> None:
    """Estimate how close documents are, with counts and intervals.

    A, B, C are ids or paths of files; every two are compared. A value is over the terms to which both speak, n of N;
    the interval says where it would lie if silence were known. There is no single score.
    """
    from pathlib import Path  # noqa: PLC0415 -- not needed for --help

    from proposals.cli.failures import told_whole  # noqa: PLC0415 -- as above
    from proposals.comparison.names import world_of  # noqa: PLC0415 -- as above
    from proposals.language.names import Lookup  # noqa: PLC0415 -- as above
    from proposals.measures.similarity import similarities  # noqa: PLC0415 -- as above
    from proposals.measures.weights import Weights, read_weights  # noqa: PLC0415 -- as above
    from proposals.reports.pages import similarity as report  # noqa: PLC0415 -- as above

    held = loaded(documents)
    world = world_of(held)
    with told_whole():
        weights = read_weights(Path(weights_file), world) if weights_file else Weights()
    told = similarities(held, weights=weights, world=world)
    lookup = Lookup.of(*held)
    output.write(lambda: report.page(told, lookup, most=most), lambda: report.plain(told, lookup))
