"""``proposals list``: documents, those with certain words, the questions that they address, and their lineage."""

from __future__ import annotations

from collections.abc import Sequence

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened, read
from proposals.cli.options import documents, in_english, language_option, output_options, sources_option
from proposals.cli.output import Output
from proposals.cli.watching import watched
from proposals.corpus.entries import Entry
from proposals.corpus.index import Index, addressed
from proposals.corpus.kept import heads, indexes
from proposals.corpus.precedents import read_precedents
from proposals.documents.lineage import descent, family
from proposals.documents.proposal import Proposal
from proposals.reports.pages import addressed as questions_report
from proposals.reports.pages import documents as pages
from proposals.reports.pages import lineage
from proposals.reports.pages import precedents as precedents_report
from proposals.reports.records.documents import LINEAGE, LIST, PRECEDENTS, QUESTIONS, SEARCH


@click.command(
    "list",
    epilog=examples(
        "proposals list",
        "proposals list --format json",
        "proposals list --find 'frozen assets'",
        "proposals list --questions",
        "proposals list us-28-point --precedents pax_all_agreements_data.csv",
        "proposals list --lineage",
        "proposals list --lineage e3-counter --sources",
    ),
)
@documents()
@click.option("--find", "words", metavar="WORDS", help="Show only documents with these words, each with a passage.")
@click.option("--questions", is_flag=True, help="Show how many documents address each question.")
@click.option(
    "--precedents",
    metavar="FILE",
    type=click.Path(),
    help="Show how many agreements address each question, from a download of PA-X or UCDP (CSV or Excel).",
)
@click.option(
    "--lineage", "as_lineage", is_flag=True, help="Show which document descends from which, and how certain that is."
)
@click.option("--index", is_flag=True, help="Keep an index in the folder of each opened collection, for later lists.")
@sources_option
@language_option
@output_options("json")
def list_(
    documents: tuple[str, ...],
    *,
    words: str | None,
    questions: bool,
    precedents: str | None,
    as_lineage: bool,
    index: bool,
    sources: bool,
    output: Output,
) -> None:
    """List the bundled proposals, find words in them, or show which descends from which.

    Each proposal has its title, its form, and how much of it is known. With ids or files, only those are listed.

    --find searches titles, names, summaries and quotations for documents that have all the words; 'guarant*'
    matches every word that begins like this, and words in double quotation marks must follow each other in that
    order.

    --precedents reads a download of a database of peace agreements and counts the agreements that address each
    question of the named documents, or every coded question if none is named. Nothing is sent anywhere, and nothing
    from the database is kept.

    --lineage shows each document under the one it descends from; with ids or files, only their ancestors and
    descendants.

    --index is for collections of thousands of documents: it writes 'index.sqlite' into their folder, so that later
    lists read only the files that have changed. You can delete it at any time; the answers are the same without it.
    """
    if sources and not as_lineage:
        raise click.UsageError("--sources needs --lineage; 'proposals show ID --sources' shows a document's sources")
    if (words is not None) + questions + (precedents is not None) + as_lineage > 1:
        raise click.UsageError(
            "--find, --questions, --precedents and --lineage are separate lists; ask for one at a time"
        )
    if index and (documents or not opened().own):
        raise click.UsageError("--index is for all documents of an opened collection: --collection DIR list --index")
    _refuse_untranslated(questions=questions, precedents=precedents is not None)
    chosen = read(documents)
    lookup = names_of(*chosen)
    if as_lineage:
        everything = opened().proposals()
        steps = descent(family(chosen, everything) if chosen else everything)
        output.write(lambda: lineage.page(steps, lookup, sources=sources), lambda: LINEAGE.json(steps, lookup))
        return
    if index:
        indexes(opened(), keep=True, processes=None, watch=watched("Reading"))
    if words is not None:
        found = [one for held in _indexes(chosen) for one in held.find(words)]
        output.write(lambda: pages.found(found, lookup), lambda: SEARCH.json(found, lookup))
    elif precedents is not None:
        read_in = read_precedents(precedents)
        if chosen:
            read_in = read_in.narrowed({answer.question for one in chosen for answer in Entry.of(one).answers})
        output.write(lambda: precedents_report.page(read_in, lookup), lambda: PRECEDENTS.json(read_in, lookup))
    elif questions:
        told = addressed(_indexes(chosen))
        output.write(lambda: questions_report.page(told, lookup), lambda: QUESTIONS.json(told, lookup))
    else:
        listed = chosen or heads(opened())
        output.write(lambda: pages.overview(listed, lookup), lambda: LIST.json(listed, lookup))


def _refuse_untranslated(**lists: bool) -> None:
    """Raise :class:`click.UsageError` for a list that is in English alone, where another language is asked for."""
    for name, asked in lists.items():
        if asked:
            in_english(f"a list of {name}")


def _indexes(chosen: Sequence[Proposal]) -> tuple[Index, ...]:
    """An index of the documents that were named, or those of all collections."""
    if chosen:
        return (Index.of(chosen),)
    return indexes(opened(), processes=None, watch=watched("Reading"))
