"""``proposals list``: documents, those with certain words, the questions that they address, and their lineage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened, read
from proposals.cli.options import documents, in_english, language_option, output_options, sources_option
from proposals.cli.output import Output
from proposals.cli.watching import left_out, watched
from proposals.comparison.narrowing import Narrowing
from proposals.corpus.entries import Entry
from proposals.corpus.index import Index, addressed
from proposals.corpus.kept import heads, indexes, is_kept
from proposals.corpus.loading import Loaded, load_many
from proposals.corpus.precedents import read_precedents
from proposals.corpus.standing import FILE
from proposals.documents.heads import Headed
from proposals.documents.lineage import descent, family
from proposals.documents.proposal import Proposal
from proposals.errors import WriteError
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
        "proposals list --question acts-in-the-war",
        "proposals list us-28-point --precedents pax_all_agreements_data.csv",
        "proposals list --lineage",
        "proposals list --lineage e3-counter --sources",
    ),
)
@documents()
@click.option("--find", "words", metavar="WORDS", help="Show only documents with these words, each with a passage.")
@click.option("--questions", is_flag=True, help="Show how many documents address each question.")
@click.option(
    "--question",
    "addressing",
    multiple=True,
    metavar="QUESTION",
    help="Show only documents that address this question, by its name; can be repeated.",
)
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
def list_(documents: tuple[str, ...], *, index: bool, sources: bool, output: Output, **lists: Any) -> None:
    """List the bundled proposals, find words in them, or show which descends from which.

    Each proposal has its title, its form, and how much of it is known. With ids or files, only those are listed.

    --find searches titles, names, summaries and quotations for documents that have all the words; 'guarant*'
    matches every word that begins like this, and words in double quotation marks must follow each other in that
    order.

    --question lists the documents that address a question, even if they reject or delete what it is about; with
    several questions, one is enough.

    --precedents reads a download of a database of peace agreements and counts the agreements that address each
    question of the named documents, or every coded question if none is named. Nothing is sent anywhere, and nothing
    from the database is kept.

    --lineage shows each document under the one it descends from; with ids or files, only their ancestors and
    descendants.

    --index is for collections of thousands of documents: it writes 'index.sqlite' into their folder, so that later
    lists read only the files that have changed. You can delete it at any time; the answers are the same without it.

    Exit status: 2 if a file of a collection is wrong; the others are listed all the same.
    """
    asked_for = {name: held for name, held in lists.items() if held not in (None, False, ())}
    if sources and not lists["as_lineage"]:
        raise click.UsageError("--sources needs --lineage; 'proposals show ID --sources' shows a document's sources")
    if len(asked_for) > 1:
        told = "--find, --question, --questions, --precedents and --lineage"
        raise click.UsageError(f"{told} are separate lists; ask for one at a time")
    if index and (documents or not opened().own):
        raise click.UsageError("--index is for all documents of an opened collection: --collection DIR list --index")
    for name in asked_for.keys() & {"questions", "precedents"}:
        in_english(f"a list of {name}")
    chosen = read(documents)
    wrong = _keep_indexes() if index else ()
    name, held = next(iter(asked_for.items()), ("all", None))
    further = _LISTS[name](chosen, held, output, sources=sources)
    click.get_current_context().exit(left_out(further or wrong))


_Wrong: TypeAlias = tuple[Loaded, ...]
"""The files that are wrong and left out."""


def _all(chosen: Sequence[Proposal], _held: None, output: Output, **_options: bool) -> _Wrong:
    """Write what is listed of the documents that were named, or of all."""
    lookup, wrong = names_of(*chosen), _Wrong()
    listed: Sequence[Headed] = chosen
    if not chosen:
        listed, wrong = heads(opened(), processes=None, watch=watched("Reading"))
    output.write(lambda: pages.overview(listed, lookup), lambda: LIST.json(listed, lookup))
    return wrong


def _addressing(chosen: Sequence[Proposal], asked: tuple[str, ...], output: Output, **_options: bool) -> _Wrong:
    """Write those that address one of some questions."""
    questions = Narrowing(questions=asked).questions
    lookup, (held, wrong) = names_of(*chosen), _indexes(chosen)
    listed = [one for own in held for one in own.addressing(questions)]
    output.write(lambda: pages.overview(listed, lookup, "not addressed"), lambda: LIST.json(listed, lookup))
    return wrong


def _found(chosen: Sequence[Proposal], words: str, output: Output, **_options: bool) -> _Wrong:
    """Write those that have some words."""
    lookup, (held, wrong) = names_of(*chosen), _indexes(chosen)
    found = [one for own in held for one in own.find(words)]
    output.write(lambda: pages.found(found, lookup), lambda: SEARCH.json(found, lookup))
    return wrong


def _questions(chosen: Sequence[Proposal], _held: bool, output: Output, **_options: bool) -> _Wrong:  # noqa: FBT001
    """Write in how many of them each question is addressed."""
    lookup, (held, wrong) = names_of(*chosen), _indexes(chosen)
    told = addressed(held)
    output.write(lambda: questions_report.page(told, lookup), lambda: QUESTIONS.json(told, lookup))
    return wrong


def _precedents(chosen: Sequence[Proposal], file: str, output: Output, **_options: bool) -> _Wrong:
    """Write the precedents in a file, where documents were named only those of the questions that they answer."""
    lookup, found = names_of(*chosen), read_precedents(file)
    if chosen:
        found = found.narrowed({answer.question for one in chosen for answer in Entry.of(one).answers})
    output.write(lambda: precedents_report.page(found, lookup), lambda: PRECEDENTS.json(found, lookup))
    return ()


def _lineage(chosen: Sequence[Proposal], _held: bool, output: Output, *, sources: bool) -> _Wrong:  # noqa: FBT001
    """Write which document descends from which."""
    read_in = [*load_many((), opened(), processes=None, watch=watched("Reading"))]
    everything = [one.document for one in read_in if one.document]
    lookup, steps = names_of(*chosen), descent(family(chosen, everything) if chosen else everything)
    output.write(lambda: lineage.page(steps, lookup, sources=sources), lambda: LINEAGE.json(steps, lookup))
    return tuple(one for one in read_in if not one.document)


_LISTS: Final[Mapping[str, Callable[..., _Wrong]]] = {
    "all": _all,
    "words": _found,
    "addressing": _addressing,
    "questions": _questions,
    "precedents": _precedents,
    "as_lineage": _lineage,
}
"""What writes each list, by the option that asks for it."""


def _keep_indexes() -> tuple[Loaded, ...]:
    """Make an index in the folder of each opened collection; return the files that are wrong.

    Raises :class:`WriteError` where one cannot be written.
    """
    _, wrong = indexes(opened(), keep=True, processes=None, watch=watched("Reading"))
    for one in opened().own:
        if not one.installed and not is_kept(one):
            raise WriteError(
                f"{one.folder / FILE}: cannot write this index; without '--index' the answers are the same"
            )
    return wrong


def _indexes(chosen: Sequence[Proposal]) -> tuple[tuple[Index, ...], tuple[Loaded, ...]]:
    """An index of the documents that were named, or those of all collections, and the files that are wrong."""
    if chosen:
        return (Index.of(chosen),), ()
    return indexes(opened(), processes=None, watch=watched("Reading"))
