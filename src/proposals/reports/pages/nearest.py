"""The nearest of many documents as a page; no value stands without its count and its range."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.corpus.neighbours import Nearest, Neighbour
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.reports.page import Block, Entries, Heading, Level, Page, Paragraph
from proposals.reports.pages.documents import summary
from proposals.reports.pages.similarity import estimated, weights_of


def page(told: Nearest, lookup: Lookup) -> Page:
    """The neighbours, each with its value, count and range, and what cannot be ranked."""
    return Page(tuple(_blocks(told, lookup)), documents=told.documents)


def _blocks(told: Nearest, lookup: Lookup) -> Iterator[Block]:
    language = lookup.language
    title = language.fill("pages.nearest.title", name=language.title(told.document))
    yield Heading(Level.PAGE, phrase(title))
    yield Paragraph(phrase(" ".join(_ranked(told, language))))
    yield from weights_of(told.weights, lookup.language)
    if told.neighbours:
        yield Entries(tuple(_neighbour(one, told, lookup) for one in told.neighbours))


def _ranked(told: Nearest, language: Language) -> Iterator[str]:
    yield language.counted("pages.nearest.compared", f"{told.total:,}")
    if told.unranked:
        yield language.counted("pages.nearest.unranked", f"{told.unranked:,}")


def _neighbour(one: Neighbour, told: Nearest, lookup: Lookup) -> Entry:
    entry, value = summary(one.document, lookup), estimated(one.estimate, lookup.language)
    return Entry(entry.label, (phrase(Run(value, Role.STRONG)), *_certain(one, told, lookup.language), *entry.lines))


def _certain(one: Neighbour, told: Nearest, language: Language) -> Iterator[Phrase]:
    behind = told.may_be_nearer(one)
    if behind:
        yield phrase(language.counted("pages.nearest.behind", f"{behind:,}"))
