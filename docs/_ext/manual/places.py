"""The page by place: for each region what every document says of ground in it, whatever name it gives the ground."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from manual import glossary, topics
from manual.markdown import safe, table
from manual.regions import anchor, gazetteer, in_section, link, sections
from manual.statements import (
    cited,
    confidence,
    document_link,
    documents,
    lookup,
    rows,
    sentences,
    spoken,
    target,
    word,
)
from proposals.comparison.line import Line
from proposals.documents.ground import Spot, by_matter, governed
from proposals.documents.proposal import Proposal
from proposals.language.values import listed
from proposals.strings import pointed
from proposals.terms.base import Term
from proposals.vocabulary import Topic
from proposals.world.places import Place, PlaceKind

_HEAD = """(by-place)=
# By place

For each region, what every document says of ground in it. Documents give ground different names: one speaks of a
region, one of Donbas, one of the part of a region that a side holds. Here each term is listed under every region that
it reaches, with the name that its document uses. A term on a part takes precedence over a term on the whole
({term}`lex specialis`). [What the grades mean](#grades-of-sources).

Listing a place here, or under a country, takes no position on whom it belongs to.
"""


def page() -> str:
    """The list of the places, and a section for each."""
    told = ([link(place), _speaking(place)] for place in sections())
    parts = (_HEAD, table(["place", "documents that speak of it"], told))
    return "\n".join((*parts, *(part for place in sections() for part in section(place))))


def _speaking(place: Place) -> str:
    return str(sum(any(in_section(term, place) for term in document.said) for document in documents()))


def section(place: Place) -> Iterator[str]:
    """What the documents say of one place, the earliest first, and which say nothing of it."""
    yield f"({anchor(place)})=\n## {safe(place.name)}\n"
    if place.kind is PlaceKind.COUNTRY:
        yield "What is said of the country as a whole.\n"
    for document in documents():
        own = [term for term in document.said if in_section(term, place)]
        if own:
            status = f"[{word(document.status)}](#words-status)"
            yield f"**{spoken(document.date)}** · {document_link(document.id)}, {status}\n"
            yield from (_said(term, document, place) for term in own)
            yield ""
    yield from _absent(place)


def _said(term: Term, document: Proposal, place: Place) -> str:
    """One term: its sentences, how its ground lies to the place, what a narrower term governs, and its sources."""
    aside = [told for name in in_section(term, place) if name != place.id for told in _lies(name, place)]
    narrower = excepted(term, document, place)
    aside += [f"A narrower term governs {safe(listed(map(lookup().name, narrower)))}."] if narrower else []
    rests = (f"{confidence(term, document)}.", f"Source: {cited(term.citations, document)}")
    aside += rests if term.citations else ["No source is given."]
    where = pointed(term.points) if term.points else "its entry"
    kind = glossary.of_kind(term.kind, term.kind.replace("-", " "))
    return f"- {kind}, [{where}](#{target(document, term)}): {sentences(term)}\n  - {' '.join(aside)}"


def _lies(name: str, place: Place) -> Iterator[str]:
    """How the ground that a term names lies to the place; nothing where its name says so."""
    known = gazetteer()
    if known.contains(place.id, name):
        if known.places[name].kind is not PlaceKind.PART:
            yield f"{safe(lookup().name(name))} lies in {safe(place.name)}."
    else:
        here = known.cover(known.atoms(name) & known.atoms(place.id))
        yield f"Of {safe(lookup().name(name))}, {safe(listed(map(lookup().name, here)))} lies here."


def excepted(term: Term, document: Proposal, place: Place) -> tuple[str, ...]:
    """The ground in a place that a term names and that a narrower term of the same matter governs."""
    known = gazetteer()
    groups = by_matter(document.said)
    for claim in term.claims:
        if claim.place is not None and claim.place in in_section(term, place):
            ruling = governed(groups[claim.matter], lookup().world)
            own = known.atoms(claim.place) & known.atoms(place.id)
            lost = frozenset(atom for atom in own if not any(one is term for one in ruling[Spot(claim.rest, atom)]))
            if lost:
                return known.cover(lost)
    return ()


def _absent(place: Place) -> Iterator[str]:
    """What the other documents do instead: they strike it, answer it otherwise, are silent or not reported."""
    found: dict[str, list[str]] = {}
    for document in documents():
        words = dict.fromkeys(word for line in _rows(place) for word in _words(document, line))
        told = [(word, there) for word, there in words if word in topics.ACTS]
        if document.terms and not told and not any(in_section(term, place) for term in document.said):
            left_out = any(in_section(term, place) for term in document.left_out)
            told = [(topics.unsaid(document, Topic.TERRITORY, left_out=left_out), document_link(document.id))]
        for absence, where in told:
            found.setdefault(absence, []).append(where)
    yield from (f"{absence}: {'; '.join(found[absence])}.\n" for absence in topics.WORDS if absence in found)


@cache
def _rows(place: Place) -> tuple[Line, ...]:
    return tuple(line for line in rows() if any(in_section(term, place) for term in line.terms))


def _words(document: Proposal, line: Line) -> Iterator[tuple[str, str]]:
    at = documents().index(document)
    if document.terms and not line.positions[at].terms:
        yield from topics.absence(document, line)
