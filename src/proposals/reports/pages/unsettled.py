"""What is not settled of documents, as pages: the gap register, and the values that sources dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposals.documents.proposal import Gap, Proposal
from proposals.language.citations import disputed
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase
from proposals.language.sentences import headline
from proposals.language.tables import Language
from proposals.language.values import known_of
from proposals.reports.page import Block, Heading, Items, Level, Page, Paragraph


def gaps(documents: Iterable[Proposal], lookup: Lookup) -> Page:
    """Each document with what is not established of it, in the order given; those without a gap are told as such."""
    told = tuple(documents)
    total = sum(len(document.gaps) for document in told)
    language = lookup.language
    count = language.counted("pages.unsettled.gaps", f"{total:,}")
    title = language.counted("pages.unsettled.title", f"{len(told):,}", gaps=count)
    blocks = (block for document in told for block in _gaps_of(document, language))
    return Page((Heading(Level.PAGE, phrase(title)), *blocks), documents=told)


def _gaps_of(document: Proposal, language: Language) -> Iterator[Block]:
    facts = (language.counted("pages.unsettled.gaps", f"{len(document.gaps):,}"), known_of(document, language))
    between = language.phrase("pages.between clauses")
    yield Heading(Level.PART, phrase(language.title(document)), phrase(between.join(facts)))
    if document.gaps:
        yield Items(tuple(_gap(gap, language) for gap in document.gaps))
    else:
        yield Paragraph(phrase(language.phrase("pages.unsettled.no gap")))


def _gap(gap: Gap, language: Language) -> Phrase:
    label = language.cited([gap.point]) if gap.point else language.phrase("pages.unsettled.whole")
    where = Run(language.fill("pages.label", label=label, text=""), Role.STRONG)
    return phrase(where, gap.what, Run(f". {gap.note}", Role.FAINT) if gap.note else "")


def disputes(documents: Iterable[Proposal], lookup: Lookup, *, sources: bool = False) -> Page:
    """The terms of documents whose values sources dispute, with what is reported instead and why it was not coded."""
    told = tuple(documents)
    blocks = (block for document in told for block in _disputes_of(document, lookup, sources=sources))
    return Page(tuple(blocks), documents=told)


def _disputes_of(document: Proposal, lookup: Lookup, *, sources: bool) -> Iterator[Block]:
    total = sum(len(term.disputes) for term in document.entries)
    terms = [term for term in document.entries if term.disputes]
    language = lookup.language
    count = language.counted("pages.unsettled.disputes", f"{total:,}")
    yield Heading(Level.PAGE, phrase(language.fill("pages.label", label=language.title(document), text=count)))
    if not terms:
        yield Paragraph(phrase(language.phrase("pages.unsettled.undisputed")))
    for term in terms:
        points = phrase(language.cited(term.points)) if term.points else ()
        yield Heading(Level.ITEM, phrase(Run(headline(term, lookup), Role.STRONG)), points)
        yield Items(tuple(disputed(one, type(term), document, lookup, sources=sources) for one in term.disputes))
