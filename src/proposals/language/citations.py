"""Citations, sources and disputes on a page: the passage in quotation marks, and where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from proposals.documents.proposal import Proposal
from proposals.language.dates import date_words
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.notes import cited_by, source_name
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.provenance import Citation, Dispute, Source
from proposals.terms.base import Term
from proposals.vocabulary import Certainty


def quoted(citation: Citation, document: Proposal | None, lookup: Lookup, *, sources: bool) -> Phrase:
    """The passage with its source's id, its speaker and its certainty; with ``sources`` also grade and position."""
    passage = f"“{citation.quote}” " if citation.quote else ""
    speaker, certainty = lookup.speaker(citation, document), lookup.certainty(citation, document)
    facts = [citation.source if sources else source_name(citation, document, lookup)]
    language = lookup.language
    facts += [language.fill("pages.said by", name=lookup.name(speaker))] if speaker else []
    facts += [language.word(certainty)] if certainty and (sources or certainty is not Certainty.REPORTED) else []
    named = [key if sources else language.label(key, "cited") for key in citation.supports]
    facts += [language.fill("pages.for", fields=", ".join(named))] if named else []
    if sources:
        source = lookup.source(citation.source, document)
        facts += [language.fill("pages.grade", grade=source.grade)] if source and source.grade else []
        facts += [lookup.where(citation.at)] if citation.at else []
    return phrase(passage, Run(f"[{language.phrase('pages.between clauses').join(facts)}]", Role.FAINT))


def cited(
    citations: Iterable[Citation], document: Proposal | None, lookup: Lookup, *, sources: bool
) -> tuple[Phrase, ...]:
    """Citations line by line: the quotations first, then, on one line unless ``sources``, those that quote nothing."""
    lines: list[Phrase] = []
    bare: list[Phrase] = []
    for citation in citations:
        (lines if citation.quote else bare).append(quoted(citation, document, lookup, sources=sources))
    if sources or not bare:
        return (*lines, *bare)
    blank = Run(" ")
    return (*lines, tuple(run for line in bare for run in (blank, *line))[1:])


def disputed(dispute: Dispute, shape: type[Term], document: Proposal, lookup: Lookup, *, sources: bool) -> Phrase:
    """What is reported instead of the coded value, by which sources, and why the coded value was chosen."""
    cites = (part for cite in dispute.citations for part in (" ", quoted(cite, document, lookup, sources=sources)))
    note = f". {dispute.note}" if dispute.note else ""
    language = lookup.language
    label = field_label(dispute.field, shape, lookup) if dispute.field else ""
    head = language.fill("pages.field disputed", field=label) if label else language.phrase("pages.term disputed")
    added = dispute.value == label  # a qualifier, which the coded text does not have
    told = (
        language.phrase("pages.reported too") if added else language.fill("pages.reported instead", value=dispute.value)
    )
    return phrase(Run(head, Role.STRONG), told, *cites, note)


def source_entries(citations: Iterable[tuple[Citation, Proposal | None]], lookup: Lookup) -> Iterator[Entry]:
    """Each source that is cited, once, in order of its id: who published it, when, where, and how it is graded.

    An id means what the document says that cites it: where two mean different sources, each is listed with its own.
    """
    cited = cited_by(citations, lookup)
    shared = Counter(one.id for one in cited)
    for one in cited:
        facts = _facts(one.source, lookup.language) if one.source else [lookup.language.phrase("pages.not declared")]
        name = one.id
        if shared[one.id] > 1:
            cited_in = lookup.language.listed(one.documents)
            name = lookup.language.fill("pages.cited in", name=name, documents=cited_in)
        yield Entry(phrase(Run(name, Role.STRONG)), tuple(map(phrase, facts)))


def graded(source: Source, language: Language) -> str:
    """The grade of a source in words: ``Grade B2: usually reliable, probably true``; empty where it has none."""
    words = [language.word(word) for word in (source.reliability, source.credibility) if word]
    return language.fill("pages.report.graded", grade=source.grade, meaning=", ".join(words)) if words else ""


def _facts(source: Source, language: Language) -> Iterator[str]:
    dated = f", {date_words(source.date, language)}" if source.date else ""
    yield f"{source.publisher or language.phrase('pages.report.no publisher')}{dated}"
    if source.title:
        yield source.title
    if source.url:
        yield source.url
    if grade := graded(source, language):
        yield grade
    told = [language.word(source.kind) if source.kind else ""]
    told += [language.fill("pages.report.relays", name=source.relays) if source.relays else ""]
    told += [language.fill("pages.written in", code=source.language) if source.language else ""]
    told += [language.fill("pages.read on", day=date_words(source.retrieved, language)) if source.retrieved else ""]
    told += [language.fill("pages.text held in", file=source.file) if source.file else ""]
    if any(told):
        yield language.phrase("pages.between clauses").join(one for one in told if one)
