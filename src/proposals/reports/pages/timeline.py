"""The timeline as a page: events by date, each with its participants and its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proposals.documents.proposal import Event
from proposals.language.citations import source_entries
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.sourcing import Sourcing


def page(events: Iterable[Event], lookup: Lookup, *, sources: bool = False) -> Page:
    """The events in the order given; ``sources`` adds grades, positions and a list of the sources."""
    told = tuple(events)
    sourcing = Sourcing(lookup)
    return Page(tuple(_blocks(told, lookup, sourcing, sources=sources)), sourcing.notes)


def _blocks(events: tuple[Event, ...], lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    if not events:
        yield Paragraph(phrase(lookup.language.phrase("pages.timeline.none")))
        return
    yield Heading(Level.PAGE, phrase(lookup.language.counted("pages.timeline.title", f"{len(events):,}")))
    titles = _titles(events, lookup)
    for event in events:
        day, kind = Run(_day(event, lookup), Role.STRONG), lookup.language.word(event.kind)
        yield Heading(Level.ITEM, phrase(day, f" · {kind} · {event.title}"))
        facts = _facts(event, titles, lookup)
        if facts:
            yield Entries(facts)
        lines = tuple(sourcing.lines(event.citations, None, sources=sources))
        if lines:
            yield Items(*zip(*lines, strict=True))
        if event.note:
            yield Paragraph(phrase(Run(lookup.language.fill("pages.note", note=event.note), Role.FAINT)))
    named = [(citation, None) for event in events for citation in event.citations]
    if sources and named:
        yield Heading(Level.PART, phrase(lookup.language.phrase("pages.sources")))
        yield Entries(tuple(source_entries(named, lookup)))


def _day(event: Event, lookup: Lookup) -> str:
    return date_words(event.date, lookup.language)


def _titles(events: Iterable[Event], lookup: Lookup) -> Mapping[str, str]:
    """The titles of the documents that events are about, by id; no other collection is read."""
    wanted = {name for event in events for name in event.about}
    library = lookup.library
    heads = (library.heads(one) for one in library.collections if not wanted.isdisjoint(one.paths))
    return {head.id: lookup.language.title(head) for some in heads for head in some}


def _facts(event: Event, titles: Mapping[str, str], lookup: Lookup) -> tuple[Entry, ...]:
    language = lookup.language
    facts = (
        ("who", language.listed(map(lookup.name, event.participants))),
        ("where", lookup.name(event.place) if event.place else ""),
        ("lasted", event.duration),
        ("about", language.listed(titles.get(name, name) for name in event.about)),
    )
    labels = {name: language.phrase(f"pages.timeline.{name}") for name, words in facts if words}
    return tuple(Entry(phrase(Run(labels[name], Role.FAINT)), (phrase(words),)) for name, words in facts if words)
