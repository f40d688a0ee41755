"""A page for each document: what it is, what it says point by point, where it comes from, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from manual.markdown import code, safe, table
from manual.statements import (
    about,
    card,
    cited,
    confidence,
    deletion,
    disputed,
    document_link,
    documents,
    explained,
    fields,
    first_sentence,
    gaps_beside,
    lookup,
    named,
    number,
    points_of,
    sentences,
    spoken,
    supported,
    target,
    title,
    unverified,
    word,
)
from proposals import library
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Gap, Proposal
from proposals.language.fields import alternative
from proposals.language.values import known_of, listed, save_on
from proposals.provenance import Citation, Source
from proposals.strings import capital, pointed
from proposals.terms.base import Term
from proposals.vocabulary import Coverage, Link
from proposals.words import Word

_UNNUMBERED = "Without a number"


def index() -> str:
    """The list of the documents, the earliest first."""
    rows = (
        [
            document_link(one.id),
            spoken(one.date),
            safe(listed(map(lookup().name, one.authors))) or "not known",
            word(one.status),
            f"{safe(known_of(one, lookup().language))}: {points_of(one)}",
        ]
        for one in documents()
    )
    names = "\n".join(one.id for one in documents())
    return (
        "# The documents\n\nEvery document of the collection, by date. Of one that is *known in part* only the terms "
        "listed here are known; [silence](../explanation/silence.md) explains why that matters.\n\n"
        f"{table(['document', 'date', 'authors', 'status', 'known'], rows)}\n"
        "A name such as “the European plan” was given to several papers; the "
        "page of a document lists its other names. The collection ends with "
        f"**{spoken(library.events()[-1].date)}**: what was written later is not in it.\n\n"
        f"```{{toctree}}\n:hidden:\n\n{names}\nsources\n```\n"
    )


def page(document: Proposal) -> str:
    """The page of one document."""
    return "\n".join(_parts(document))


def _parts(document: Proposal) -> Iterator[str]:
    yield f"(document-{document.id})=\n# {safe(document.title)}\n"
    if document.summary:
        told = dict.fromkeys(Citation(source=one.source) for one in about(document, "summary"))
        yield f"{explained(document.summary)} ({cited(told, document) or _sources_of(document)})\n"
    yield table(["fact", "what is known", "source"], _head(document))
    yield f"{_counts(document)}\n"
    yield from _points(document)
    if document.struck:
        yield "## Points that it strikes\n"
        yield from (_struck(one, document) for one in document.struck)
    yield from _lineage(document)
    if document.gaps:
        yield f"(gaps-of-{document.id})=\n## What is not established\n"
        yield from (_gap(gap, document) for gap in document.gaps)
        yield ""
    events = [event for event in library.events() if document.id in event.about]
    if events:
        yield "## In the timeline\n"
        yield from (f"- {spoken(event.date)}: [{safe(event.title)}](#event-{event.id})" for event in events)
        yield ""
    yield from rests_on(document)
    if document.sources:
        yield "## Its own sources\n"
        yield from (source_entry(one, f"source-{document.id}-{one.id}") for one in document.sources)


def _head(document: Proposal) -> Iterator[tuple[str, str, str]]:
    """The facts of the document as a whole, each with where it is from; some are the coders' own judgement."""
    yield "date", spoken(document.date), _told(document, "date")
    yield "authors", safe(listed(map(lookup().name, document.authors))) or "not known", _told(document, "authors")
    yield "form", _defined(document.form), _told(document, "form", "the coders' word for it")
    yield "status", _defined(document.status), _told(document, "status")
    judged = f"; see [what is not established](#gaps-of-{document.id})" if document.gaps else ""
    yield "coverage", _defined(document.coverage, save_on(document.otherwise_known)), f"the coders' judgement{judged}"
    if document.points:
        yield "points", str(document.points), _told(document, "points")
    if document.names:
        yield "also called", safe(", ".join(document.names)), _told(document, "names")


def _told(document: Proposal, fact: str, otherwise: str = "") -> str:
    """The sources of one fact of the document as a whole; where none is named for it, those of the page."""
    return cited(about(document, fact), document) or otherwise or _sources_of(document)


def _sources_of(document: Proposal) -> str:
    return f"[sources](#sources-of-{document.id})"


def _counts(document: Proposal) -> str:
    """What is counted on the page itself: how much is known, disputed, not established."""
    disputes = sum(len(term.disputes) for term in document.entries)
    gaps = f"[{len(document.gaps)} not established](#gaps-of-{document.id})" if document.gaps else "0 not established"
    doubtful = sum(map(unverified, document.terms))
    doubt = f" Of the terms {doubtful} {'is' if doubtful == 1 else 'are'} [not verified](#words-certainty)."
    known = f"Known: {points_of(document)}; {disputes} disputed, {gaps}."
    return f"In commands it is {code(document.id)}. {known}{doubt if doubtful else ''}"


def _gap(gap: Gap, document: Proposal) -> str:
    """What is not established and why, with what was read for the point, or the words that no source is given."""
    terms = [term for term in document.terms if gap.point in term.points]
    read = dict.fromkeys(attrs.evolve(one, quote=None, supports=()) for term in terms for one in term.citations)
    told = " ".join(one for one in (f"{safe(gap.what if gap.point else capital(gap.what))}.", safe(gap.note)) if one)
    where = f"{capital(pointed([gap.point]))}: " if gap.point else ""
    source = f"What was read for the point: {cited(read, document)}." if read else "No source is given for this."
    return f"- {where}{told} {source}"


def rests_on(document: Proposal) -> Iterator[str]:
    """Every source that the document cites, with the points, deletions, steps of lineage and events that rest on it."""
    found: dict[str, list[str]] = {}
    for where, citation in _cited_where(document):
        found.setdefault(cited([attrs.evolve(citation, quote=None, supports=())], document), []).append(where)
    yield f"(sources-of-{document.id})=\n## What it rests on\n"
    if found:
        yield "Every source that this page cites, with what rests on it.\n"
    else:
        yield "No source is given.\n"
    yield from (f"- {origin}: {', '.join(dict.fromkeys(own))}" for origin, own in sorted(found.items()))
    yield ""


def _cited_where(document: Proposal) -> Iterator[tuple[str, Citation]]:
    for term in document.entries:
        where = f"[{_short(term, document)}](#{target(document, term)})"
        yield from ((where, one) for one in term.citations)
        yield from ((f"{where} (disputed)", one) for dispute in term.disputes for one in dispute.citations)
    yield from ((f"deletion of {pointed([one.point])}", cite) for one in document.struck for cite in one.citations)
    yield from ((", ".join(supported(one)) or "the document itself", one) for one in document.known_from)
    yield from (("where it comes from", one) for step in document.lineage for one in step.citations)
    for event in library.events():
        if document.id in event.about:
            yield from ((f"[{safe(event.title)}](#event-{event.id})", one) for one in event.citations)


def _short(term: Term, document: Proposal) -> str:
    """The points of a term, with as much else as tells it from others under the same."""
    point = pointed(term.points) if term.points else ""
    beside = [one for one in document.entries if one.points == term.points]
    alike = [one for one in beside if one.kind == term.kind]
    name = named(type(term), term.subject) if len(alike) > 1 else term.kind.replace("-", " ")
    held = f", {safe(alternative(term, lookup()))}" if term.alternative else ""
    return (f"{point} ({name}{held})" if len(beside) > 1 else point) if point else f"{name}{held}"


def _defined(one: Word, further: str = "") -> str:
    return f"[{word(one)}](#words-{type(one).__name__.lower()}){further}: {one.definition}"


def _points(document: Proposal) -> Iterator[str]:
    """The terms under the first point that they stand under, points in the order of the document."""
    if not document.terms:
        yield "No term of this document is known.\n"
        return
    if document.coverage is Coverage.PARTIAL:
        topics = listed(map(str, document.otherwise_known))
        save = f" On {topics} all is known." if topics else ""
        yield f"Only some terms are known. What is not here is *not reported*: it may stand in the document.{save}\n"
    by_point: dict[str, list[Term]] = {}
    for term in document.terms:
        by_point.setdefault(number(term.points[0]) if term.points else "", []).append(term)
    numbered = sorted((point for point in by_point if point), key=lambda point: int(point) if point.isdigit() else 0)
    for point in (*numbered, *([""] if "" in by_point else [])):
        heading = capital(pointed([point])) if point else _UNNUMBERED if numbered else "What it says"
        yield f"## {heading}\n"
        for term in by_point[point]:
            yield from _term(term, document)
    if document.left_out:
        yield "## What it leaves out\n"
        yield "What sources say that it does not have. It is neither deleted nor rejected.\n"
        for term in document.left_out:
            yield from _term(term, document)


def _term(term: Term, document: Proposal) -> Iterator[str]:
    name = title(type(term), term.subject)
    topic = f"[{word(term.topic, 'heading')}](#topic-{term.topic.name.lower()})"
    yield f"({target(document, term)})=\n**{name}** · {topic}\n"
    yield card(sentences(term))
    if term.points and term.points != (number(term.points[0]),):
        yield f"- {'Point' if len(term.points) == 1 else 'Points'} {', '.join(term.points)}"
    if term.alternative:
        yield f"- An open alternative: {safe(alternative(term, lookup()))}"
    if term.answers:
        yield f"- It answers point {listed(term.answers)} of the text that it marks up"
    if term.citations:
        yield f"- {confidence(term, document)}"
        yield f"- Source: {cited(term.citations, document)}"
    yield from (f"- {gap}" for gap in gaps_beside(term, document))
    yield from (f"- {disputed(one, document, term)}" for one in term.disputes)
    if term.note:
        yield f"- How it was read: {explained(term.note)}"
    yield f"\n{_coded(term)}\n"


def _coded(term: Term) -> str:
    """What the kind is, the fields as the file has them and their words, folded away for readers who want the plain."""
    lines = (
        f"What this is: {first_sentence(type(term))} In the codebook: [{term.kind}](#kind-{term.kind})",
        *fields(term),
    )
    folded = "\n".join(f"- {line}" for line in lines)
    return f"<details><summary>How it is coded</summary>\n\n{folded}\n\n</details>"


def _struck(one: Struck, document: Proposal) -> str:
    source = f" {confidence(one, document)}. Source: {cited(one.citations, document)}." if one.citations else ""
    amended = " and ".join(document_link(name) for name in document.marks_up)
    part = ", the opening alone" if one.chapeau else ""
    note = f" {safe(one.note)}" if one.note else ""
    return (
        f"({deletion(document, one.point)})=\n\n- {capital(pointed([one.point]))} of {amended}{part}.{source}{note}\n"
    )


def _lineage(document: Proposal) -> Iterator[str]:
    later = [(other, step) for other in documents() for step in other.lineage if step.to == document.id]
    if not document.lineage and not later:
        return
    yield "## Where it comes from, and what came of it\n"
    for step in document.lineage:
        source = f" Source: {cited(step.citations, document)}." if step.citations else ""
        note = f" {safe(step.note)}" if step.note else ""
        yield f"- It {_verb(step.link)} {document_link(step.to)} ({step.certainty}).{source}{note}"
    for other, step in later:
        yield f"- {document_link(other.id)} {_verb(step.link)} it ({step.certainty})."
    yield ""


def _verb(link: Link) -> str:
    return f"is {link}" if link is Link.MODELLED_ON else str(link)


def sources() -> str:
    """The page of the sources that the documents share."""
    entries = "\n".join(source_entry(one, f"source-{one.id}") for one in library.sources().values())
    return (
        "# The sources\n\nEvery source that the documents and the timeline share, by its id. A grade has a letter for "
        "the source and a digit for what it says; [sources and grades](../explanation/sources.md) explains how they "
        "are given.\n\n"
        f"{entries}"
    )


def source_entry(source: Source, anchor: str) -> str:
    """One source: who, when, where, what kind of page, and its grade in words."""
    dated = f", {spoken(source.date)}" if source.date else ""
    name = safe(f"{source.publisher or source.id}{dated}")
    lines = [f"({anchor})=\n**{f'[{name}](<{source.url}>)' if source.url else name}** ({code(source.id)})\n"]
    lines += [f"- {safe(source.title)}"] if source.title else []
    told = [f"{source.kind}: {source.kind.definition}" if source.kind else ""]
    told += [f"It repeats {source.relays}." if source.relays else ""]
    told += [f"Language: {source.language}." if source.language else ""]
    told += [f"Read on {spoken(source.retrieved)}." if source.retrieved else ""]
    lines += [f"- {safe(' '.join(one for one in told if one))}"] if any(told) else []
    parts = [half.definition for half in (source.reliability, source.credibility) if half]
    lines += [f"- Grade {source.grade}: {' '.join(parts)}"] if parts else []
    lines += [f"- {safe(source.note)}"] if source.note else []
    return "\n".join((*lines, ""))
