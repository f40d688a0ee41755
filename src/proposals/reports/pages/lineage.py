"""The lineage of documents as a page: each under what it descends from, with how sure that is."""

from __future__ import annotations

from collections.abc import Iterable

from proposals.documents.lineage import Descendant
from proposals.documents.proposal import LineageStep
from proposals.language.citations import cited
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import counted
from proposals.reports.page import Entries, Heading, Level, Page, Paragraph


def page(descendants: Iterable[Descendant], lookup: Lookup, *, sources: bool = False) -> Page:
    """The documents in the order given, each indented under the one that it descends from."""
    told = tuple(descendants)
    if not told:
        return Page((Paragraph(phrase("There are no documents.")),))
    blocks = (
        Heading(Level.PAGE, phrase(f"Lineage of {counted(len(told), 'document')}")),
        Entries(tuple(_entry(one, lookup, sources=sources) for one in told)),
    )
    return Page(blocks, documents=tuple(one.document for one in told))


def _entry(one: Descendant, lookup: Lookup, *, sources: bool) -> Entry:
    document = one.document
    label = phrase("  " * (one.depth - 1) + "└ " if one.depth else "", Run(document.id, Role.STRONG))
    lines = [phrase(f"{document.title}; {document.date}; {document.status}")]
    for step in one.steps:
        lines.append(_step(step))
        if sources:
            lines += cited(step.citations, document, lookup, sources=True)
    return Entry(label, tuple(lines))


def _step(step: LineageStep) -> Phrase:
    note = Run(f". {step.note}", Role.FAINT) if step.note else ""
    return phrase(f"{step.link} ", Run(step.to, Role.STRONG), f" ({step.certainty})", note)
