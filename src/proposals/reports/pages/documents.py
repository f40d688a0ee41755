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
from proposals.language.tables import Language
from proposals.language.values import gaps_listed, known_of
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.sourcing import Sourcing
from proposals.terms.base import Term
from proposals.words import Word


def overview(proposals: Iterable[Headed], lookup: Lookup, none: str = "no proposal") -> Page:
    """The proposals, each with its title, what it is and how much of it is known, in the order given.

    ``none`` is the phrase that is said where there is none.
    """
    entries = tuple(summary(proposal, lookup) for proposal in proposals)
    return Page((Entries(entries) if entries else Paragraph(phrase(lookup.language.phrase(f"pages.document.{none}"))),))


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
        coverage=known_of(document, language),
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
    return Page(
        (Entries(entries) if entries else Paragraph(phrase(lookup.language.phrase("pages.document.not found"))),)
    )


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
    language = lookup.language
    yield Heading(Level.PAGE, phrase(language.title(document)))
    known = cited(document.known_from, document, lookup, sources=sources)
    told = [Entry(_label("known from", language), known)] if known else []
    yield Entries((*_head(document, lookup), *told))
    if document.summary:
        yield Paragraph(phrase(document.summary))
    if document.lineage:
        yield Heading(Level.PART, phrase(language.phrase("pages.document.lineage")))
        yield Entries(tuple(_step(step, document, lookup, sources=sources) for step in document.lineage))
    yield from _terms(document, lookup, sourcing, sources=sources)
    if document.struck:
        yield Heading(Level.PART, phrase(language.phrase("pages.document.deleted")))
        yield Items(tuple(_struck(one, document, lookup, sources=sources) for one in document.struck))
    if document.gaps:
        yield Heading(Level.PART, *_headed("gaps", "not established", language))
        yield Items(
            tuple(
                phrase(
                    language.fill("pages.label", label=language.cited([gap.point]), text="") if gap.point else "",
                    gap.what,
                    f". {gap.note}" if gap.note else "",
                )
                for gap in document.gaps
            ),
        )
    named = [(citation, document) for citation in document.citations()]
    if sources and named:
        yield Heading(Level.PART, phrase(language.phrase("pages.sources")))
        yield Entries(tuple(source_entries(named, lookup)))


def _terms(document: Proposal, lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    """Its terms by topic, then those that it leaves out."""
    language = lookup.language
    by_topic: dict[Word, list[Term]] = {}
    for term in document.terms:
        by_topic.setdefault(term.topic, []).append(term)
    for topic in sorted(by_topic, key=lambda topic: topic.rank):
        count = language.counted("pages.document.terms", f"{len(by_topic[topic]):,}")
        yield Heading(Level.PART, phrase(language.word(topic, "heading")), phrase(count))
        for term in by_topic[topic]:
            yield from _term(term, document, lookup, sourcing, sources=sources)
    if not document.terms:
        yield Paragraph(phrase(language.phrase("pages.document.no term")))
    if document.left_out:
        yield Heading(Level.PART, *_headed("left out", "not in it", language))
    for term in document.left_out:
        yield from _term(term, document, lookup, sourcing, sources=sources)


def _headed(name: str, aside: str, language: Language) -> tuple[Phrase, Phrase]:
    """A heading of a part and what stands beside it."""
    return phrase(language.phrase(f"pages.document.{name}")), phrase(language.phrase(f"pages.document.{aside}"))


def _label(name: str, language: Language) -> Phrase:
    return phrase(Run(language.phrase(f"pages.document.{name}"), Role.FAINT))


def _head(document: Proposal, lookup: Lookup) -> Iterator[Entry]:
    language = lookup.language
    authors = language.listed(map(lookup.name, document.authors))
    for name, shown in (
        ("id", phrase(document.id)),
        ("date", phrase(date_words(document.date, language))),
        ("authors", phrase(authors or language.phrase("pages.document.not known"))),
        ("form", _defined(document.form, language)),
        ("status", _defined(document.status, language)),
        ("coverage", phrase(known_of(document, language, "short"), _definition(document.coverage, language))),
        ("points", phrase(str(document.points) if document.points else "")),
        ("gaps", phrase(gaps_listed(document, language))),
        ("names", phrase(language.listed(document.names) if document.names else "")),
    ):
        if shown:
            yield Entry(_label(name, language), (shown,))


def _defined(word: Word, language: Language) -> Phrase:
    return phrase(language.word(word), _definition(word, language))


def _definition(word: Word, language: Language) -> Run:
    return Run(language.fill("pages.label", label="", text=language.defined(word)), Role.FAINT)


def _step(step: LineageStep, document: Proposal, lookup: Lookup, *, sources: bool) -> Entry:
    language = lookup.language
    lines = [phrase(Run(step.to, Role.STRONG), f" ({language.word(step.certainty)})")]
    lines += cited(step.citations, document, lookup, sources=sources)
    lines += [phrase(Run(language.fill("pages.note", note=step.note), Role.FAINT))] if step.note else []
    return Entry(phrase(language.word(step.link)), tuple(lines))


def _term(term: Term, document: Proposal, lookup: Lookup, sourcing: Sourcing, *, sources: bool) -> Iterator[Block]:
    title = [Run(headline(term, lookup), Role.STRONG)]
    language = lookup.language
    title += [Run(f" · {language.cited(term.points)}", Role.FAINT)] if term.points else []
    yield Heading(Level.ITEM, tuple(title))
    yield Paragraph(phrase(sentence(term, lookup)))
    others = dict.fromkeys(headline(one, lookup) for one in document.package(term))
    if others:
        yield Paragraph(phrase(language.fill("pages.packaged", names=language.listed(others))))
    if term.answers:
        answers = phrase(language.phrase("pages.document.answers"))
        yield Entries((Entry(answers, (phrase(language.cited(term.answers)),)),))
    lines = [*sourcing.lines(term.citations, document, sources=sources)]
    for dispute in term.disputes:
        told = disputed(dispute, type(term), document, lookup, sources=sources)
        lines.append((told, sourcing.numbers(dispute.citations, document)))
    if lines:
        yield Items(*zip(*lines, strict=True))
    if term.note:
        yield Paragraph(phrase(Run(language.fill("pages.note", note=term.note), Role.FAINT)))


def _struck(one: Struck, document: Proposal, lookup: Lookup, *, sources: bool) -> Phrase:
    cites = (part for cite in one.citations for part in (" ", quoted(cite, document, lookup, sources=sources)))
    language = lookup.language
    what = language.cited([one.point])
    what = language.fill("pages.document.opening", point=what) if one.chapeau else what
    what = language.fill("pages.document.point of", point=what, name=one.of) if one.of else what
    held = ", ".join((*one.kinds, *(language.label(key) for key in one.fields)))
    what = language.fill("pages.label", label=what, text=held) if held else what
    return phrase(what, *cites, f" {one.note}" if one.note else "")
