"""The words that templates ask for: phrases, counts, dates and names in the language of a report."""

from __future__ import annotations

from typing import Any

from proposals.comparison.findings import Counterpart
from proposals.language.citations import graded
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.values import known_of
from proposals.world.dates import Date

_PHRASES = "pages.report"


def words_of(lookup: Lookup) -> dict[str, Any]:
    """Functions for a template, by name.

    ``say`` fills a phrase of the report, ``tally`` one in the number that a count takes, ``label`` sets a label before
    a text. ``word`` and ``defined`` are for the words of closed lists, ``spoken`` is for dates, ``name`` for ids,
    ``field`` for keys, ``cited`` for points. ``title`` and ``known`` are of a document, ``graded`` is of a source.
    ``between`` stands between clauses, ``code`` is that of the language.
    """
    language = lookup.language

    def say(phrase: str, **values: str) -> str:
        return language.fill(f"{_PHRASES}.{phrase}", **values)

    def tally(phrase: str, count: int) -> str:
        return language.counted(f"{_PHRASES}.{phrase}", f"{count:,}")

    def label(name: str, text: str) -> str:
        return language.fill("pages.label", label=name, text=text)

    def spoken(moment: Date) -> str:
        return date_words(moment, language)

    def reason(counterpart: Counterpart) -> str:
        return language.fill("pages.same kind", names=", ".join(map(lookup.name, counterpart.shared)))

    return {
        "say": say,
        "tally": tally,
        "label": label,
        "spoken": spoken,
        "graded": lambda source: graded(source, language),
        "counterpart_reason": reason,
        "word": language.word,
        "defined": language.defined,
        "title": language.title,
        "listed": language.listed,
        "cited": language.cited,
        "name": lookup.name,
        "field": lambda key: language.label(key, "cited"),
        "known": lambda document: known_of(document, language),
        "between": language.phrase("pages.between clauses"),
        "code": language.code,
    }
