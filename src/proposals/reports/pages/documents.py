"""Proposals as pages: one with everything that is known of it, or a list of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposals.corpus.index import Found
from proposals.documents.deletions import Struck
from proposals.documents.heads import Headed
from proposals.documents.proposal import LineageStep, Proposal
from proposals.language.citations import cited, disputed, quoted, source_entries
from proposals.language.dates import date_words
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.sentences import headline, sentence
from proposals.language.values import counted, covered, gaps_listed, known_of, listed
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.sourcing import Sourcing
from proposals.strings import pointed
from proposals.terms.base import Term
from proposals.words import Word


def overview(proposals: Iterable[Headed], lookup: Lookup) -> Page:
    """The proposals, each with its title, what it is and how much of it is known, in the order given."""
    entries = tuple(summary(proposal, lookup) for proposal in proposals)
    return Page((Entries(entries) if entries else Paragraph(phrase("There are no proposals.")),))


def summary(document: Headed, lookup: Lookup) -> Entry:
    """A document in three lines under its id: its title, what it is, how much of it is known."""
    language = lookup.language
    form, between = language.word(document.form), language.phrase("pages.between clauses")
    if document.authors:
        form = language.fill("pages.by", form=form, names=language.listed(map(lookup.name, document.authors)))
    known = [language.counted("pages.points", f"{document.points:,}")] if document.points else []
    known.append(language.counted("pages.terms known", f"{document.terms_known:,}"))
    told = language.fill(
        "pages.known",
        coverage=known_of(document, language, "short"),
        known=", ".join(known),
        gaps=gaps_listed(document, language),
    )
    return Entry(
        phrase(Run(document.id, Role.STRONG)),
        (
            phrase(language.title(document)),
            phrase(between.join((form, date_words(document.date, language), language.word(document.status)))),
            phrase(told),
        ),
    )


def found(told: Iterable[Found], lookup: Lookup) -> Page:
    """The documents in which words were found, each with a passage."""
    entries = tuple(_found(one, lookup) for one in told)
    return Page((Entries(entries) if entries else Paragraph(phrase("No document has these words.")),))


def _found(one: Found, lookup: Lookup) -> Entry:
    entry = summary(one.head, lookup)
    return Entry(entry.label, (*entry.lines, phrase(Run(one.passage, Role.FAINT))))


def page(document: Proposal, lookup: Lookup, *, sources: bool = False) -> Page:
    """Everything that is known of a document; ``sources`` adds grades, positions and a list of the sources."""
    sourcing = Sourcing(lookup)
    return Page(tuple(_blocks(document, lookup, sourcing, sources=sources)), sourcing.notes, (document,))


def pages(documents: Iterable[Proposal], lookup: Lookup, *, sources: bool = False) -> Page:
    """Several documents one after the other, each as :func:`page` has it, with their notes numbered together."""
    told, sourcing = tuple(documents), Sourcing(lookup)
    blocks = [block for document in told for block in _blocks(document, lookup, sourcing, sources=sources)]
    return Page(tuple(blocks), sourcing.notes, told)


def _blocks(document: Proposal, lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    yield Heading(Level.PAGE, phrase(document.title))
    known = cited(document.known_from, document, lookup, sources=sources)
    told = [Entry(phrase(Run("known from", Role.FAINT)), known)] if known else []
    yield Entries((*_head(document, lookup), *told))
    if document.summary:
        yield Paragraph(phrase(document.summary))
    if document.lineage:
        yield Heading(Level.PART, phrase("lineage"))
        yield Entries(tuple(_step(step, document, lookup, sources=sources) for step in document.lineage))
    yield from _terms(document, lookup, sourcing, sources=sources)
    if document.struck:
        yield Heading(Level.PART, phrase("struck"))
        yield Items(tuple(_struck(one, document, lookup, sources=sources) for one in document.struck))
    if document.gaps:
        yield Heading(Level.PART, phrase("gaps"), phrase("what is not established"))
        yield Items(
            tuple(
                phrase(f"{pointed([gap.point])}: " if gap.point else "", gap.what, f". {gap.note}" if gap.note else "")
                for gap in document.gaps
            ),
        )
    named = [(citation, document) for citation in document.citations()]
    if sources and named:
        yield Heading(Level.PART, phrase("sources"))
        yield Entries(tuple(source_entries(named, lookup)))


def _terms(document: Proposal, lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    """Its terms by topic, then those that it leaves out."""
    by_topic: dict[Word, list[Term]] = {}
    for term in document.terms:
        by_topic.setdefault(term.topic, []).append(term)
    for topic in sorted(by_topic, key=lambda topic: topic.rank):
        yield Heading(Level.PART, phrase(str(topic)), phrase(counted(len(by_topic[topic]), "term")))
        for term in by_topic[topic]:
            yield from _term(term, document, lookup, sourcing, sources=sources)
    if not document.terms:
        yield Paragraph(phrase("No term of this document is known."))
    if document.left_out:
        yield Heading(Level.PART, phrase("left out"), phrase("what sources say that it does not have"))
    for term in document.left_out:
        yield from _term(term, document, lookup, sourcing, sources=sources)


def _head(document: Proposal, lookup: Lookup) -> Iterator[Entry]:
    authors = listed(map(lookup.name, document.authors)) or "not known"
    for label, shown in (
        ("id", phrase(document.id)),
        ("date", phrase(str(document.date))),
        ("authors", phrase(authors)),
        ("form", _defined(document.form)),
        ("status", _defined(document.status)),
        ("coverage", phrase(covered(document), Run(f": {document.coverage.definition}", Role.FAINT))),
        ("points", phrase(str(document.points) if document.points else "")),
        ("gaps", phrase(f"{len(document.gaps) or 'none'} listed")),
        ("names", phrase(listed(document.names))),
    ):
        if shown:
            yield Entry(phrase(Run(label, Role.FAINT)), (shown,))


def _defined(word: Word) -> Phrase:
    return phrase(str(word), Run(f": {word.definition}", Role.FAINT))


def _step(step: LineageStep, document: Proposal, lookup: Lookup, *, sources: bool) -> Entry:
    lines = [phrase(Run(step.to, Role.STRONG), f" ({step.certainty})")]
    lines += cited(step.citations, document, lookup, sources=sources)
    lines += [phrase(Run(f"note: {step.note}", Role.FAINT))] if step.note else []
    return Entry(phrase(str(step.link)), tuple(lines))


def _term(term: Term, document: Proposal, lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    title = [Run(headline(term, lookup), Role.STRONG)]
    title += [Run(f" · {pointed(term.points)}", Role.FAINT)] if term.points else []
    yield Heading(Level.ITEM, tuple(title))
    yield Paragraph(phrase(sentence(term, lookup)))
    if term.answers:
        yield Entries((Entry(phrase("answers"), (phrase(pointed(term.answers)),)),))
    lines = [*sourcing.lines(term.citations, document, sources=sources)]
    for dispute in term.disputes:
        told = disputed(dispute, type(term), document, lookup, sources=sources)
        lines.append((told, sourcing.numbers(dispute.citations, document)))
    if lines:
        yield Items(*zip(*lines, strict=True))
    if term.note:
        yield Paragraph(phrase(Run(f"note: {term.note}", Role.FAINT)))


def _struck(one: Struck, document: Proposal, lookup: Lookup, *, sources: bool) -> Phrase:
    cites = (part for cite in one.citations for part in (" ", quoted(cite, document, lookup, sources=sources)))
    what = f"{pointed([one.point])}{', the opening alone' if one.chapeau else ''}"
    what += f" of {one.of}" if one.of else ""
    what += f": {', '.join((*one.kinds, *one.fields))}" if one.kinds or one.fields else ""
    return phrase(what, *cites, f" {one.note}" if one.note else "")
