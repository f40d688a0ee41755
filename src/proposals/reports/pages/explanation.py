"""What names mean, as a page: each meaning in full, or an overview of what there is to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from proposals.language.explaining import SORTS
from proposals.language.meaning import Meaning
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.reports.page import Block, Entries, Excerpt, Heading, Level, Page, Paragraph
from proposals.terms import Kinds
from proposals.vocabulary import Topics

_MOST_IN_FULL: Final = 30
"""More meanings than this are listed with their definitions alone."""


def page(meanings: Iterable[Meaning]) -> Page:
    """Each meaning with its facts and its example; where there are many, a list of them."""
    told = tuple(meanings)
    if len(told) > _MOST_IN_FULL:
        entries = tuple(Entry(phrase(Run(one.name, Role.STRONG)), (phrase(one.definition),)) for one in told)
        return Page((Entries(entries),))
    return Page(tuple(block for meaning in told for block in _meaning(meaning)))


def _meaning(meaning: Meaning) -> Iterator[Block]:
    yield Heading(Level.ITEM, phrase(Run(meaning.name, Role.STRONG)), phrase(meaning.sort))
    yield Paragraph(phrase(meaning.definition))
    if meaning.facts:
        yield Entries(tuple(Entry(phrase(Run(label, Role.FAINT)), (phrase(text),)) for label, text in meaning.facts))
    if meaning.example:
        yield Paragraph(phrase("An example to copy; replace the values:"))
        yield Excerpt(meaning.example.rstrip("\n"), 0)


def overview(known: Mapping[str, tuple[Meaning, ...]], kinds: Kinds) -> Page:
    """The kinds by topic, then how many meanings of each other sort there are and how to list them."""
    by_topic = {str(topic): [kind.kind for kind in kinds.values() if kind.topic == topic] for topic in Topics.every()}
    filed = [
        Entry(phrase(Run(topic, Role.STRONG)), (phrase(", ".join(held)),)) for topic, held in by_topic.items() if held
    ]
    others = [
        Entry(phrase(Run(word, Role.STRONG)), (phrase(str(len(known[word]))),))
        for sort, word in SORTS.items()
        if sort != "kind" and word in known
    ]
    return Page(
        (
            Heading(Level.PART, phrase("kinds of term"), phrase("by topic")),
            Entries(tuple(filed)),
            Heading(Level.PART, phrase("more"), phrase("'proposals explain rules' lists all rules, and so on")),
            Entries(tuple(others)),
        ),
    )
