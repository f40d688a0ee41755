"""``proposals explain``."""

from __future__ import annotations

import click

from proposals.cli.commands import examples
from proposals.cli.opening import names_of, opened
from proposals.cli.options import output_options
from proposals.cli.output import Output
from proposals.language.explaining import explained, meanings
from proposals.reports.pages import codebook, explanation
from proposals.reports.records.explanations import EXPLANATION


@click.command(
    epilog=examples(
        "proposals explain",
        "proposals explain force-limit",
        "proposals explain de facto",
        "proposals explain rules",
        "proposals explain codebook -o codebook.docx",
    ),
)
@click.argument("words", metavar="[WORD]...", nargs=-1)
@output_options("json")
def explain(words: tuple[str, ...], *, output: Output) -> None:
    """Explain kinds, fields, words, rules, places, actors and sources.

    WORD is the name of any of these, or of an event, a document, a key of a file, a scale or a word of the
    glossary. All its meanings are shown; for a kind of term, with its fields and an example to copy. Several words
    are read as one name if there is such a name. 'kinds', 'rules', 'places' and so on list all of one sort.
    'codebook' shows every kind with its fields and every word that these take. Without a word, the kinds are listed
    by topic.
    """
    library = opened()
    lookup = names_of()
    if not words:
        known = meanings(library)
        output.write(
            lambda: explanation.overview(known, library.kinds), lambda: EXPLANATION.json(known["kinds"], lookup)
        )
        return
    if words == ("codebook",):
        coded = explained(("kinds", "fields", "lists", "words"), library)
        output.write(lambda: codebook.page(library.kinds), lambda: EXPLANATION.json(coded, lookup))
        return
    found = explained(words, library)
    output.write(lambda: explanation.page(found), lambda: EXPLANATION.json(found, lookup))
