"""The nearest of many documents as a page; no value stands without its count and its range."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.corpus.nearest import Nearest, Neighbour
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import counted
from proposals.reports.page import Block, Entries, Heading, Level, Page, Paragraph
from proposals.reports.pages.documents import summary
from proposals.reports.pages.similarity import weights_of


def page(told: Nearest, lookup: Lookup) -> Page:
    """The neighbours, each with its value, count and range, and what cannot be ranked."""
    return Page(tuple(_blocks(told, lookup)), documents=told.documents)


def _blocks(told: Nearest, lookup: Lookup) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(f"Nearest to {told.document.title}"))
    yield Paragraph(phrase(_ranked(told)))
    yield from weights_of(told.weights)
    if told.neighbours:
        yield Entries(tuple(_neighbour(one, told, lookup) for one in told.neighbours))


def _ranked(told: Nearest) -> str:
    words = f"Compared with {counted(told.total, 'document')}."
    if told.unranked:
        have = "has" if told.unranked == 1 else "have"
        words += (
            f" {told.unranked} of these {have} no value, as less than a third of the terms can be compared: near or "
            "far, they are not ranked."
        )
    return words


def _neighbour(one: Neighbour, told: Nearest, lookup: Lookup) -> Entry:
    entry = summary(one.document, lookup)
    return Entry(entry.label, (phrase(Run(str(one.estimate), Role.STRONG)), *_certain(one, told), *entry.lines))


def _certain(one: Neighbour, told: Nearest) -> Iterator[Phrase]:
    behind = told.may_be_nearer(one)
    if behind:
        yield phrase(f"{behind} of those below may be nearer: the ranges overlap")
