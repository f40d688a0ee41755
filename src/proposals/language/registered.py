"""What the names of a library's registers mean: places, actors, events, sources and documents."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.language.meaning import Meaning, facts_of
from proposals.language.values import covered, listed
from proposals.library import Library
from proposals.world.actors import Directory
from proposals.world.places import Gazetteer


def registered(library: Library) -> Iterator[Meaning]:
    """Every meaning of a name in a register, register by register."""
    yield from _places(library.world.places)
    yield from _actors(library.world.actors)
    yield from _documented(library)


def _places(places: Gazetteer) -> Iterator[Meaning]:
    for place in places.places.values():
        wider = [other.name for other in places.entries.values() if place.id in other.parts]
        facts = {
            "id": place.id,
            "also called": ", ".join(place.names),
            "part of": listed(wider),
            "parts": listed(map(places.name, place.parts)),
            "note": place.note,
        }
        yield Meaning(
            sort="place",
            name=place.name,
            definition=f"{place.kind}: {place.kind.definition}",
            facts=facts_of(facts),
            spellings=(place.id, *place.names),
        )


def _actors(actors: Directory) -> Iterator[Meaning]:
    for actor in actors.actors.values():
        groups = [other.name for other in actors.actors.values() if actor.id in other.members]
        facts = {
            "id": actor.id,
            "also called": ", ".join(actor.names),
            "role": actor.role,
            "acts for": actors.name(actor.side) if actor.side else "",
            "belongs to": listed(groups),
            "members": listed(map(actors.name, actor.members)),
        }
        yield Meaning(
            sort="actor",
            name=actor.name,
            definition=f"{actor.kind}: {actor.kind.definition}",
            facts=facts_of(facts),
            spellings=(actor.id, *actor.names),
        )


def _documented(library: Library) -> Iterator[Meaning]:
    """Events, sources and documents."""
    name = library.world.name
    for event in library.events:
        facts = {
            "date": str(event.date),
            "event": f"{event.kind}: {event.kind.definition}",
            "participants": listed(map(name, event.participants)),
            "place": name(event.place) if event.place else "",
            "about": ", ".join(event.about),
            "note": event.note,
        }
        yield Meaning(sort="event", name=event.id, definition=event.title, facts=facts_of(facts))
    for source in library.sources.values():
        facts = {
            "publisher": source.publisher,
            "date": str(source.date or ""),
            "page": f"{source.kind}: {source.kind.definition}" if source.kind else "",
            "reliability": f"{source.reliability}: {source.reliability.definition}" if source.reliability else "",
            "credibility": f"{source.credibility}: {source.credibility.definition}" if source.credibility else "",
            "address": source.url,
            "note": source.note,
        }
        yield Meaning(sort="source", name=source.id, definition=source.title or source.publisher, facts=facts_of(facts))
    for document in library.proposals():
        facts = {
            "date": str(document.date),
            "form": f"{document.form}: {document.form.definition}",
            "status": f"{document.status}: {document.status.definition}",
            "coverage": f"{covered(document)}: {document.coverage.definition}",
            "summary": document.summary,
        }
        yield Meaning(
            sort="document",
            name=document.id,
            definition=document.title,
            facts=facts_of(facts),
            spellings=(document.title, *document.names),
        )
