"""The gap register, the disputed values, the lineage and the meanings of names as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proposals.documents.lineage import Descendant
from proposals.documents.proposal import Proposal
from proposals.language.meanings import Meaning
from proposals.language.names import Lookup
from proposals.reports.records.parts import citation_record, term_record


def gaps(documents: Iterable[Proposal]) -> dict[str, Any]:
    """Each document with what is not established of it; ``point`` is null for the document as a whole."""
    return {
        "report": "gaps",
        "documents": [
            {
                "id": document.id,
                "coverage": str(document.coverage),
                "gaps": [{"point": gap.point, "what": gap.what, "note": gap.note} for gap in document.gaps],
            }
            for document in documents
        ],
    }


def disputes(documents: Iterable[Proposal], lookup: Lookup) -> dict[str, Any]:
    """The terms of each document whose values sources dispute; the other terms are left out."""
    return {
        "report": "disputes",
        "documents": [
            {
                "id": document.id,
                "terms": [term_record(term, document, lookup) for term in document.terms if term.disputes],
            }
            for document in documents
        ],
    }


def lineage(descendants: Iterable[Descendant], lookup: Lookup) -> dict[str, Any]:
    """The graph: documents as nodes, ancestors first, and each step of lineage as an edge from the descendant."""
    told = tuple(descendants)
    return {
        "report": "lineage",
        "nodes": [
            {
                "id": one.document.id,
                "title": one.document.title,
                "date": str(one.document.date),
                "status": str(one.document.status),
                "depth": one.depth,
            }
            for one in told
        ],
        "edges": [
            {
                "from": one.document.id,
                "link": str(step.link),
                "to": step.to,
                "certainty": str(step.certainty),
                "citations": [citation_record(citation, one.document, lookup) for citation in step.citations],
                "note": step.note,
            }
            for one in told
            for step in one.steps
        ],
    }


def explanation(meanings: Iterable[Meaning]) -> dict[str, Any]:
    """What names mean; ``sort`` is what a name is, and ``example`` is empty unless it is a kind of term."""
    return {
        "report": "explanation",
        "meanings": [
            {
                "sort": one.sort,
                "name": one.name,
                "definition": one.definition,
                "facts": [{"label": label, "text": text} for label, text in one.facts],
                "example": one.example,
            }
            for one in meanings
        ],
    }
