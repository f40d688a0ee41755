"""One term, one finding, or one estimate as a page of a few lines, as a notebook shows it."""

from __future__ import annotations

from proposals.comparison.findings import Finding
from proposals.language.names import Lookup
from proposals.language.notes import source_name
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.language.sentences import heading
from proposals.language.sentences import sentence as said
from proposals.language.values import counted
from proposals.language.verdicts import sentence as told
from proposals.measures.estimate import Estimate
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.strings import capital, pointed
from proposals.terms.base import Term

_SIDES = ("A", "B")


def term_page(term: Term, lookup: Lookup) -> Page:
    """What it is about, its sentence, its points, and what it rests on."""
    blocks: list[Block] = [
        Heading(Level.ITEM, phrase(heading(type(term), term.subject, lookup))),
        Paragraph(phrase(said(term, lookup))),
    ]
    if term.points:
        blocks.append(Paragraph(phrase(capital(pointed(term.points)))))
    if term.citations:
        sources = dict.fromkeys(source_name(citation, None, lookup) for citation in term.citations)
        blocks.append(Paragraph(phrase(Run(f"Sources: {'; '.join(sources)}", Role.FAINT))))
    return Page(tuple(blocks))


def finding_page(finding: Finding, lookup: Lookup) -> Page:
    """What it is about, how the two documents, A and B, stand to each other, and what each of them says."""
    summary = told(finding, _SIDES, lookup)
    blocks: list[Block] = [
        Heading(Level.ITEM, phrase(heading(finding.line.shape, finding.subject, lookup))),
        Paragraph(phrase(Run(lookup.language.word(finding.relation), Role.STRONG), ": ", summary)),
    ]
    entries = [
        Entry(phrase(name), tuple(phrase(said(term, lookup)) for term in side.terms))
        for name, side in zip(_SIDES, (finding.left, finding.right), strict=True)
        if side.terms
    ]
    return Page((*blocks, Entries(tuple(entries))))


def estimate_page(estimate: Estimate, _: Lookup) -> Page:
    """The estimate with what it was counted over."""
    width = f"The ends of the range are {estimate.width:.2f} apart."
    shared = f"{counted(estimate.shared, 'term')} of {estimate.total} can be compared."
    return Page((Paragraph(phrase(str(estimate))), Items((phrase(shared), phrase(width)))))
