"""The timeline of the talks as a page: events and documents by date."""

from __future__ import annotations

from collections.abc import Iterator

from manual.markdown import safe
from manual.statements import about, cited, day, document_link, documents, explained, lookup, spoken, word
from proposals import library
from proposals.documents.proposal import Event, Proposal
from proposals.language.values import listed
from proposals.provenance import Citation


def page() -> str:
    """Every event and every document, the earliest first."""
    everything: list[Event | Proposal] = [*library.events(), *documents()]
    entries = sorted(everything, key=lambda one: (day(one.date), one.id))
    return (
        f"# Timeline\n\nThe talks as the sources report them, with each document at its date. {_told_by()}\n\n"
        + "\n".join(line for one in entries for line in (_event(one) if isinstance(one, Event) else _document(one)))
    )


def _told_by() -> str:
    """Which sources tell the events, where they end, and that other talks stand here by their documents alone."""
    named = sorted({one.source for event in library.events() for one in event.citations})
    told = cited([Citation(source=one) for one in named], None)
    last = spoken(library.events()[-1].date)
    return (
        f"The collection of events ends on **{last}**; nothing said or signed later is in it. "
        "Talks that none of these sources reports appear only through the documents that came out of them. "
        f"The events rest on these sources: {told}."
    )


def _document(document: Proposal) -> Iterator[str]:
    status = f"[{word(document.status)}](#words-status)"
    dated = cited(about(document, "date"), document)
    source = f"Date: {dated}" if dated else f"[Sources](#sources-of-{document.id})"
    yield f"**{spoken(document.date)}** · document · {document_link(document.id)}, {status}. {source}\n"


def _event(event: Event) -> Iterator[str]:
    kind = f"[{word(event.kind)}](#words-eventkind)"
    yield f"(event-{event.id})=\n**{spoken(event.date)}** · {kind} · {safe(event.title)}\n"
    facts = (
        ("Who", safe(listed(map(lookup().name, event.participants)))),
        ("Where", safe(lookup().name(event.place)) if event.place else ""),
        ("How long", safe(event.duration)),
        ("About", ", ".join(document_link(name) for name in event.about)),
        ("Source", cited(event.citations, None) or "no source is given"),
        ("Note", explained(event.note)),
    )
    yield from (f"- {label}: {told}" for label, told in facts if told)
    yield ""
