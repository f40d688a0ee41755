"""The lineage of documents as a page: each under what it descends from, with how sure that is."""

from __future__ import annotations

from collections.abc import Iterable

from proposals.documents.lineage import Descendant
from proposals.documents.proposal import LineageStep
from proposals.language.citations import cited
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.reports.page import Entries, Heading, Level, Page, Paragraph


def page(descendants: Iterable[Descendant], lookup: Lookup, *, sources: bool = False) -> Page:
    """The documents in the order given, each indented under the one that it descends from."""
    told = tuple(descendants)
    if not told:
        return Page((Paragraph(phrase(lookup.language.phrase("pages.document.none"))),))
    blocks = (
        Heading(Level.PAGE, phrase(lookup.language.counted("pages.document.lineage of", f"{len(told):,}"))),
        Entries(tuple(_entry(one, lookup, sources=sources) for one in told)),
    )
    return Page(blocks, documents=tuple(one.document for one in told))


def _entry(one: Descendant, lookup: Lookup, *, sources: bool) -> Entry:
    document = one.document
    label = phrase("  " * (one.depth - 1) + "└ " if one.depth else "", Run(document.id, Role.STRONG))
    language = lookup.language
    facts = (language.title(document), date_words(document.date, language), language.word(document.status))
    lines = [phrase(language.phrase("pages.between clauses").join(facts))]
    for step in one.steps:
        lines.append(_step(step, language))
        if sources:
            lines += cited(step.citations, document, lookup, sources=True)
    return Entry(label, tuple(lines))


def _step(step: LineageStep, language: Language) -> Phrase:
    note = Run(f". {step.note}", Role.FAINT) if step.note else ""
    link, certainty = language.word(step.link), language.word(step.certainty)
    return phrase(f"{link} ", Run(step.to, Role.STRONG), f" ({certainty})", note)
