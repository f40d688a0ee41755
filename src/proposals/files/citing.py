"""Reading and writing sources, citations and disputes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from proposals.fields.patterns import GRADE, ID, LANGUAGE, PATH, SHA256, URL
from proposals.fields.values import ACTOR, DAY, TEXT, Words
from proposals.files import nodes
from proposals.files.nodes import Node, Scalar, Sequence
from proposals.files.reader import Entry, Reader, shortened
from proposals.provenance import Citation, Dispute, Source
from proposals.vocabulary import Certainty, Credibility, PageKind, Reliability

SOURCE: Final[Mapping[str, Entry]] = {
    "publisher": Entry(domain=TEXT, definition="Who published it."),
    "title": Entry(domain=TEXT, definition="What it is called, or what it is, in your words."),
    "date": Entry(domain=DAY, definition="When it was published, in EDTF."),
    "url": Entry(domain=URL, definition="Its whole address."),
    "language": Entry(domain=LANGUAGE, definition="The ISO 639-1 code of its language."),
    "kind": Entry(domain=Words(PageKind), definition="What sort of page it is."),
    "grade": Entry(domain=GRADE, definition="Its Admiralty grade: reliability A-F, then credibility 1-6."),
    "retrieved": Entry(domain=DAY, definition="When it was read."),
    "relays": Entry(domain=TEXT, definition="Whom it repeats, if it is a relay."),
    "said-by": Entry(domain=ACTOR, definition="Who says what it tells, where a citation does not say otherwise."),
    "certainty": Entry(domain=Words(Certainty), definition="How sure it is, where a citation does not say otherwise."),
    "file": Entry(domain=PATH, definition="The path of the text itself, where it is held."),
    "sha256": Entry(domain=SHA256, definition="The SHA-256 of that file."),
    "note": Entry(domain=TEXT, definition="For the reader."),
}

CITATION: Final[Mapping[str, Entry]] = {
    "source": Entry(domain=ID, required=True, definition="The id of the source."),
    "quote": Entry(domain=TEXT, definition="The passage, word for word."),
    "said-by": Entry(domain=ACTOR, definition="Who says it in the source."),
    "certainty": Entry(domain=Words(Certainty), definition="How certain it is that the passage holds what is coded."),
    "for": Entry(domain=TEXT, many=True, definition="The fields that rest on it; left out, all of them."),
}


def read_source(reader: Reader, key: Scalar, node: Node) -> Source | None:
    """A source under its id."""
    source_id = reader.key(key, ID)
    read = reader.record(node, SOURCE, f"source '{shortened(key.text)}'")
    grade = read.pop("grade", None)
    if grade:
        read |= {"reliability": Reliability(grade[0]), "credibility": Credibility(grade[1])}
    if source_id is None:
        return None
    return Source(id=source_id, at=reader.at(key), **{name.replace("-", "_"): held for name, held in read.items()})


def read_sources(reader: Reader, node: Node) -> tuple[Source, ...]:
    """The sources of a mapping from id to source."""
    if not isinstance(node, nodes.Mapping):
        reader.problem(node, "not-a-mapping", "sources are written as 'id: {publisher: …, url: …}'")
        return ()
    seen: set[str] = set()
    for key, _ in node.entries:
        if key.text in seen:
            reader.problem(key, "duplicate-key", f"source '{shortened(key.text)}' appears twice", "keep one")
        seen.add(key.text)
    read = (read_source(reader, key, value) for key, value in node.entries)
    return tuple(source for source in read if source is not None)


def read_citations(reader: Reader, node: Node) -> tuple[Citation, ...]:
    """Whatever ``cite`` takes: an id, ``{id: passage}``, the long form, or a list of these."""
    return tuple(_citations(reader, node))


def _citations(reader: Reader, node: Node) -> Iterator[Citation]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _citations(reader, item)
    elif isinstance(node, Scalar):
        source = reader.scalar(node, ID)
        if source is not None:
            yield Citation(source=source, at=reader.at(node))
    elif any(key.text == "source" for key, _ in node.entries):
        read = reader.record(node, CITATION, "a citation")
        quoted = next((value for key, value in node.entries if key.text == "quote"), node)
        if "source" in read:
            yield Citation(
                source=read["source"],
                quote=read.get("quote"),
                said_by=read.get("said-by"),
                certainty=read.get("certainty"),
                supports=read.get("for", ()),
                at=reader.at(quoted),
            )
    else:
        for key, value in node.entries:
            source = reader.key(key, ID)
            for passage in value.items if isinstance(value, Sequence) else [value]:
                quote = reader.scalar(passage, TEXT)
                if source is not None:
                    yield Citation(source=source, quote=quote, at=reader.at(passage))


CITE = Entry(
    reads=read_citations,
    definition="A source's id, '{id: passage}', '{source: …, quote: …, said-by: …, certainty: …}', or a list of these.",
    schema={"$ref": "#/$defs/cite"},
)

DISPUTE: Final[Mapping[str, Entry]] = {
    "field": Entry(domain=TEXT, definition="The field whose value is disputed; left out, the term as a whole."),
    "value": Entry(domain=TEXT, required=True, definition="What was reported instead."),
    "cite": CITE,
    "note": Entry(domain=TEXT, definition="Why the coded value was chosen."),
}


def read_disputes(reader: Reader, node: Node) -> tuple[Dispute, ...]:
    """A list of disputes."""
    items = node.items if isinstance(node, Sequence) else [node]
    read = [reader.record(item, DISPUTE, "a dispute") for item in items]
    return tuple(
        Dispute(field=one.get("field"), value=one["value"], citations=one.get("cite", ()), note=one.get("note", ""))
        for one in read
        if "value" in one
    )


def plain_source(source: Source) -> dict[str, Any]:
    """The source as a file writes it, without its id."""
    held = {key: getattr(source, key.replace("-", "_")) for key in SOURCE if key != "grade"}
    written = {key: str(value) for key, value in held.items() if value}
    return written | ({"grade": source.grade} if source.grade else {})


def plain_citation(citation: Citation) -> Any:
    """The citation as a file writes it, in the shortest form that holds it."""
    plain = citation.said_by is None and citation.certainty is None and not citation.supports
    if plain and not (citation.quote and citation.source == "source"):  # {source: …} begins the long form
        return citation.source if citation.quote is None else {citation.source: citation.quote}
    written = {
        "source": citation.source,
        "quote": citation.quote,
        "said-by": citation.said_by,
        "certainty": citation.certainty and str(citation.certainty),
        "for": list(citation.supports),
    }
    return {key: value for key, value in written.items() if value}


def plain_citations(citations: tuple[Citation, ...]) -> Any:
    """What ``cite`` holds: one citation, or a list."""
    written = [plain_citation(citation) for citation in citations]
    return written[0] if len(written) == 1 else written


def plain_dispute(dispute: Dispute) -> dict[str, Any]:
    """The dispute as a file writes it."""
    written = {
        "field": dispute.field,
        "value": dispute.value,
        "cite": plain_citations(dispute.citations),
        "note": dispute.note,
    }
    return {key: value for key, value in written.items() if value}
