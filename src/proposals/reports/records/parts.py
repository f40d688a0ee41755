"""Documents, terms, citations and sources as JSON holds them: what several reports share."""

from __future__ import annotations

from typing import Any

from proposals.documents.proposal import Proposal
from proposals.errors import Location
from proposals.fields.declare import compared_fields, subject_fields
from proposals.language.names import Lookup
from proposals.provenance import Citation, Dispute, Source
from proposals.terms.base import Term


def term_record(one: Term, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """A term with its stated fields as files write them."""
    stated = ((field, getattr(one, field.name)) for field in compared_fields(type(one)))
    return {
        "kind": one.kind,
        "topic": str(one.topic),
        "subject": {field.key: field.plain(getattr(one, field.name)) for field in subject_fields(type(one))},
        "stance": str(one.stance),
        "fields": {field.key: field.plain(held) for field, held in stated if held is not None},
        "bearers": [named(actor, lookup) for actor in one.bearers],
        "holders": [named(actor, lookup) for actor in one.holders],
        "points": list(one.points),
        "answers": one.answers,
        "citations": [citation_record(citation, document, lookup) for citation in one.citations],
        "disputes": [dispute_record(dispute, document, lookup) for dispute in one.disputes],
        "note": one.note,
        "at": position_record(one.at, lookup),
    }


def citation_record(citation: Citation, document: Proposal | None, lookup: Lookup) -> dict[str, Any]:
    """A citation with its source in full; speaker and certainty are the source's where it has none of its own."""
    speaker = lookup.speaker(citation, document)
    return {
        "source": source_record(citation.source, lookup.source(citation.source, document)),
        "quote": citation.quote,
        "said_by": named(speaker, lookup) if speaker else None,
        "certainty": word(lookup.certainty(citation, document)),
        "supports": list(citation.supports),
        "at": position_record(citation.at, lookup),
    }


def source_record(name: str, held: Source | None) -> dict[str, Any]:
    """A source by its id; the id alone where it is not declared."""
    if held is None:
        return {"id": name}
    return {
        "id": name,
        "publisher": held.publisher,
        "title": held.title,
        "date": word(held.date),
        "url": held.url,
        "language": held.language,
        "kind": word(held.kind),
        "grade": held.grade,
        "relays": held.relays,
        "file": held.file,
        "sha256": held.sha256,
    }


def dispute_record(dispute: Dispute, document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """What is reported instead of a coded value; ``field`` is ``None`` for the term as a whole."""
    return {
        "field": dispute.field,
        "value": dispute.value,
        "citations": [citation_record(citation, document, lookup) for citation in dispute.citations],
        "note": dispute.note,
    }


def summary_record(document: Proposal, lookup: Lookup) -> dict[str, Any]:
    """What a document is and how much of it is known."""
    return {
        "id": document.id,
        "title": document.title,
        "date": str(document.date),
        "authors": [named(author, lookup) for author in document.authors],
        "form": str(document.form),
        "status": str(document.status),
        "coverage": str(document.coverage),
        "points": document.points,
        "terms_known": len(document.terms),
        "gaps": [{"what": gap.what, "point": gap.point, "note": gap.note} for gap in document.gaps],
    }


def named(code: str, lookup: Lookup) -> dict[str, str]:
    """An id with its name."""
    return {"id": code, "name": lookup.name(code)}


def word(word: object) -> str | None:
    """A word, a date or the like as text; ``None`` where there is none."""
    return None if word is None else str(word)


def position_record(position: Location | None, lookup: Lookup) -> dict[str, Any] | None:
    """Where something was read, lines and columns counted from 1; ``None`` where that is not known."""
    if position is None:
        return None
    return {"file": lookup.file(position), "line": position.line, "column": position.column}
