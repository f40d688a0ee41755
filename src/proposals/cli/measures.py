"""``proposals matrix``, ``trace`` and ``burdens``: several documents, who moved, who bears what."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, read
from proposals.cli.options import (
    DOCUMENT,
    actors_option,
    documents,
    language_option,
    output_options,
    questions_option,
    topics_option,
)
from proposals.cli.output import Output
from proposals.comparison.names import world_of
from proposals.measures.burdens import burdens as ledger_of
from proposals.measures.tracing import trace as traced
from proposals.negotiation.matrix import matrix as matrix_of
from proposals.reports.pages import burdens as burdens_report
from proposals.reports.pages import matrix as matrix_report
from proposals.reports.pages import movement as trace_report
from proposals.reports.records.declare import Of
from proposals.reports.records.measures import BURDENS, MATRIX, TRACE


@click.command(
    epilog=examples(
        "proposals matrix us-28-point e3-counter twenty-point",
        "proposals matrix us-28-point e3-counter twenty-point --only-disagreements --topic forces",
        "proposals matrix us-28-point e3-counter twenty-point --by question --topic territory",
        "proposals matrix us-28-point e3-counter --question size-of-forces",
        "proposals matrix us-28-point e3-counter twenty-point --by topic --format markdown -o matrix.md",
    ),
)
@documents("A B [C]...", least=2)
@topics_option
@questions_option
@click.option(
    "--by",
    type=click.Choice(matrix_report.BY),
    default="term",
    show_default=True,
    help="What a row is: a term, a question with what each document answers, or a topic with how much each answers.",
)
@click.option("--only-disagreements", is_flag=True, help="Show only rows on which two or more documents disagree.")
@language_option
@output_options("json")
def matrix(
    documents: tuple[str, ...],
    topics: tuple[str, ...],
    questions: tuple[str, ...],
    *,
    by: str,
    only_disagreements: bool,
    output: Output,
) -> None:
    """Set two or more documents side by side.

    Each row is a subject, with what every document says about it or why it says nothing, and a verdict: all the same,
    split, one against the rest, open, or only one speaks.
    """
    whole = matrix_of(read(documents))
    shown = whole.narrowed(topics, questions=questions, only_disagreements=only_disagreements)
    lookup = names_of(*whole.documents)
    output.write(
        lambda: matrix_report.page(whole, lookup, shown=shown, by=by),
        lambda: MATRIX.json(Of(shown, whole), lookup),
    )


@click.command(
    epilog=examples(
        "proposals trace us-28-point e3-counter twenty-point",
        "proposals trace us-28-point december-package twenty-point --toward e3-counter",
        "proposals trace first.yaml second.yaml third.yaml --toward theirs.yaml --mediator US --topic forces",
    ),
)
@documents("A B [C]...", least=2)
@click.option(
    "--toward",
    metavar="ID|FILE",
    type=DOCUMENT,
    help="Measure how far each ordered field is from this document, and how much of that gap each step closed.",
)
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="ACTOR",
    help="A party; texts by others are a mediator's. Can be repeated. Default: every author is a party.",
)
@click.option(
    "--mediator",
    "mediators",
    multiple=True,
    metavar="ACTOR",
    help="An actor whose texts count as a step of neither side. Can be repeated.",
)
@click.option("--as-given", is_flag=True, help="Take the drafts in the order given, not by date.")
@topics_option
@questions_option
@language_option
@output_options("json")
def trace(
    documents: tuple[str, ...],
    toward: str | None,
    parties: tuple[str, ...],
    mediators: tuple[str, ...],
    topics: tuple[str, ...],
    questions: tuple[str, ...],
    *,
    as_given: bool,
    output: Output,
) -> None:
    """Follow each subject through a chain of drafts.

    Drafts are taken in order of date. For each subject it shows what appeared, changed, fell silent or came back,
    and whose value the last draft holds; for each obliged party, what became heavier or lighter.
    """
    everyone = read((*documents, *([toward] if toward else [])))
    chain, counterpart = everyone[: len(documents)], everyone[-1] if toward else None
    world = world_of(everyone)
    paths = traced(
        chain,
        toward=counterpart,
        parties=[world.actor(name) for name in parties],
        mediators=[world.actor(name) for name in mediators],
        as_given=as_given,
        world=world,
    )
    shown = paths.narrowed(topics, questions=questions)
    lookup = names_of(*everyone)
    output.write(lambda: trace_report.page(shown, lookup), lambda: TRACE.json(shown, lookup))


@click.command(
    epilog=examples(
        "proposals burdens us-28-point",
        "proposals burdens us-28-point e3-counter --actor Ukraine",
        "proposals burdens us-28-point e3-counter --format json -o burdens.json",
    ),
)
@click.argument("first", metavar="A", type=DOCUMENT)
@click.argument("second", metavar="[B]", required=False, type=DOCUMENT)
@actors_option("Show only this actor and the groups it belongs to.")
@language_option
@output_options("json")
def burdens(first: str, second: str | None, actors: tuple[str, ...], output: Output) -> None:
    """List what each actor would have to do and is promised.

    Obligations, prohibitions, permissions and expectations are listed separately. With B, each entry says what
    became of it: added, dropped, heavier, lighter, unchanged, or not known because a text is known only in part. A
    group's obligations are not passed on to its members. Actors with the same entries are named together, and a long
    entry is given in full once; JSON has a record for each actor.
    """
    ledger = ledger_of(*read([name for name in (first, second) if name]))
    lookup = names_of(*ledger.documents)
    wanted = [account for name in actors for account in ledger.of(lookup.world.actor(name))]
    accounts = tuple(account for account in ledger.accounts if not actors or account in wanted)
    output.write(
        lambda: burdens_report.page(ledger, accounts, lookup),
        lambda: BURDENS.json(Of(accounts, ledger), lookup),
    )
