"""What is not settled of documents, as pages: the gap register, and the values that sources dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposals.documents.proposal import Gap, Proposal
from proposals.language.citations import disputed
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import headline
from proposals.language.values import counted, covered
from proposals.reports.page import Block, Heading, Items, Level, Page, Paragraph
from proposals.strings import pointed


def gaps(documents: Iterable[Proposal]) -> Page:
    """Each document with what is not established of it, in the order given; those without a gap are told as such."""
    told = tuple(documents)
    total = sum(len(document.gaps) for document in told)
    head = Heading(Level.PAGE, phrase(f"{counted(total, 'gap')} in {counted(len(told), 'document')}"))
    return Page((head, *(block for document in told for block in _gaps_of(document))), documents=told)


def _gaps_of(document: Proposal) -> Iterator[Block]:
    aside = phrase(f"{counted(len(document.gaps), 'gap')}; coverage {covered(document)}")
    yield Heading(Level.PART, phrase(document.id), aside)
    if document.gaps:
        yield Items(tuple(_gap(gap) for gap in document.gaps))
    else:
        yield Paragraph(phrase("No gap is listed."))


def _gap(gap: Gap) -> Phrase:
    where = Run(f"{pointed([gap.point])}: " if gap.point else "as a whole: ", Role.STRONG)
    return phrase(where, gap.what, Run(f". {gap.note}", Role.FAINT) if gap.note else "")


def disputes(documents: Iterable[Proposal], lookup: Lookup, *, sources: bool = False) -> Page:
    """The terms of documents whose values sources dispute, with what is reported instead and why it was not coded."""
    told = tuple(documents)
    blocks = (block for document in told for block in _disputes_of(document, lookup, sources=sources))
    return Page(tuple(blocks), documents=told)


def _disputes_of(document: Proposal, lookup: Lookup, *, sources: bool) -> Iterator[Block]:
    total = sum(len(term.disputes) for term in document.entries)
    terms = [term for term in document.entries if term.disputes]
    yield Heading(Level.PAGE, phrase(f"{document.id}: {counted(total, 'disputed value')}"))
    if not terms:
        yield Paragraph(phrase("No source is known to report anything else than what is coded."))
    for term in terms:
        points = phrase(pointed(term.points)) if term.points else ()
        yield Heading(Level.ITEM, phrase(Run(headline(term, lookup), Role.STRONG)), points)
        yield Items(tuple(disputed(one, type(term), document, lookup, sources=sources) for one in term.disputes))
