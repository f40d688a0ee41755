"""What documents say, in Markdown: a term with its fields, its sources and what is disputed."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import attrs

from manual import glossary
from manual.markdown import docstring, escaped, safe
from proposals import library
from proposals.comparison.alignment import align_many
from proposals.comparison.line import Line
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, compared_fields, fields_of
from proposals.language.dates import date_words
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.sentences import heading, heading_pieces, sentence, sentence_pieces
from proposals.language.templates import Piece
from proposals.language.values import counted, value
from proposals.provenance import Citation, Dispute
from proposals.strings import capital
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.vocabulary import Certainty, Modality, Stance
from proposals.words import Word
from proposals.world.dates import Date


@cache
def documents() -> tuple[Proposal, ...]:
    """All documents of the collection, the earliest first."""
    return tuple(sorted(library.proposals(), key=lambda document: (day(document.date), document.id)))


def day(date: Date) -> tuple[dt.date, Date]:
    """What dates are listed by: the first day that one may mean, the last of a span whose beginning is not known."""
    known = date.latest if date.earliest == dt.date.min else date.earliest
    return known, date


@cache
def lookup() -> Lookup:
    """The names and sources of all documents."""
    return Lookup.of(*documents())


@cache
def rows() -> tuple[Line, ...]:
    """The terms of all documents by subject, the sides in the order of :func:`documents`."""
    return align_many(documents(), lookup().world)


def sides(line: Line) -> tuple[tuple[Term, ...], ...]:
    """The terms of each document on a line, in the order of :func:`documents`."""
    return tuple(position.terms for position in line.positions)


def document_link(name: str) -> str:
    """A link to the page of a document."""
    return f"[{safe(next(one.title for one in documents() if one.id == name))}](#document-{name})"


def target(document: Proposal, term: Term) -> str:
    """The anchor of a term on its document's page; a deletion of a point stands among the deletions."""
    if any(term is one for one in document.deletions):
        return deletion(document, term.points[0])
    told = document.entries if term in document.entries else document.said
    at = told.index(term)
    return f"term-{document.id}-{1 + at}"


def deletion(document: Proposal, point: str) -> str:
    """The anchor of the deletion of a point."""
    return f"deletion-{document.id}-{point}"


def title(shape: type[Term], subject: Subject) -> str:
    """A kind with a subject as a heading has it, linked to the word of the glossary that explains the kind."""
    return "".join(map(_linked, heading_pieces(shape, subject, lookup())))


def named(shape: type[Term], subject: Subject) -> str:
    """The same heading without a link."""
    return safe(heading(shape, subject, lookup()))


def first_sentence(kind: type[Term]) -> str:
    """What a kind is, in the first sentence of its own description."""
    return docstring((inspect.getdoc(kind) or "").replace("\n", " ").split(". ", 1)[0].rstrip(".") + ".")


def sentences(term: Term) -> str:
    """What a term says in plain sentences: the kind linked to the glossary, each word of a list to the codebook."""
    doubt = " *[Not verified.](#words-certainty)*" if unverified(term) else ""
    return "".join(map(_linked, sentence_pieces(term, lookup()))) + doubt


def unverified(term: Term) -> bool:
    """Whether every citation of the term says itself that nobody could verify it, or that nobody read it there."""
    return {one.certainty for one in term.citations} == {Certainty.UNVERIFIED}


def _linked(piece: Piece) -> str:
    if isinstance(piece.explains, Word):
        return f"[{safe(piece.text)}](#words-{type(piece.explains).__name__.lower()})"
    return escaped(piece.text) if piece.explains is None else glossary.of_kind(piece.explains, piece.text)


def plainly(term: Term) -> str:
    """The same sentences without any link."""
    return sentence(term, lookup()) + (" Not verified." if unverified(term) else "")


def name(code: str) -> str:
    """The name of an actor or a place."""
    return safe(lookup().name(code))


def headline(term: Term) -> str:
    """What a term is about, as a heading has it."""
    return named(type(term), term.subject)


def label_of(kind: str, key: str) -> str:
    """What a field of a kind is called."""
    return safe(field_label(key, KINDS[kind], lookup()))


def word(one: Word, form: str = "name") -> str:
    """What a word of a list is called where a person reads it."""
    return safe(lookup().language.word(one, form))


def worded(kind: str, key: str, held: Any) -> str:
    """What a difference or a term has for a field of a kind, in words; a dash where it has nothing."""
    field = next(field for field in fields_of(KINDS[kind]) if field.key == key)
    return "–" if held is None else safe(value(field, held, lookup()))


def stated(term: Term) -> Iterator[tuple[Field, str]]:
    """The stated fields with their values in words; the modality *shall* is what a term has that says nothing else."""
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if held is not None and held is not Modality.SHALL:
            yield field, value(field, field.plain(held), lookup())


def fields(term: Term) -> Iterator[str]:
    """How a term is coded: its fields as the file has them, then each word of a list with its definition."""
    words: list[Word] = [term.stance] if term.stance is not Stance.PROPOSES else []
    told = [f"stance: {term.stance}"] if words else []
    for field, shown in stated(term):
        held = getattr(term, field.name)
        told.append(f"{field.key}: {shown}")
        words += [one for one in (held if field.many else (held,)) if isinstance(one, Word)]
    if told:
        yield f"In the file: {safe('; '.join(told))}"
    for word in words:
        yield f"[{safe(str(word))}](#words-{type(word).__name__.lower()}): {safe(word.definition)}"


def about(document: Proposal, fact: str) -> tuple[Citation, ...]:
    """The citations that one fact of the document as a whole rests on, without repeating which fact that is."""
    held = [one for one in document.known_from if fact in one.supports or not one.supports]
    return tuple(attrs.evolve(one, supports=()) for one in held)


def cited(citations: Iterable[Citation], document: Proposal | None) -> str:
    """The sources, each linked to its entry, with passages, speaker and certainty; one after the other once."""
    told = [(_origin(one, document), one.quote) for one in citations]
    return "; ".join(
        f"{', '.join(f'“{safe(quote)}”' for _, quote in group if quote)} {origin}".strip()
        for origin, group in groupby(told, key=itemgetter(0))
    )


def _origin(one: Citation, document: Proposal | None) -> str:
    source = lookup().source(one.source, document)
    dated = spoken(source.date) if source and source.date else ""
    shown = ", ".join(part for part in (source.publisher, dated) if part) if source else one.source
    own = document is not None and one.source in {held.id for held in document.sources}
    anchor = f"source-{document.id}-{one.source}" if own and document else f"source-{one.source}"
    speaker, certainty = lookup().speaker(one, document), lookup().certainty(one, document)
    facts = [f"said by {safe(lookup().name(speaker))}"] if speaker else []
    facts += [word(certainty)] if certainty and certainty is not Certainty.REPORTED else []
    facts += [f"for {', '.join(supported(one))}"] if one.supports else []
    return f"[{safe(shown or one.source)}](#{anchor})" + (f" ({', '.join(facts)})" if facts else "")


def supported(one: Citation) -> Iterator[str]:
    """What the fields are called that a citation is for."""
    return (safe(lookup().language.label(key, "cited")) for key in one.supports)


def confidence(told: Term | Struck, document: Proposal) -> str:
    """How sure a term or a deletion is, in one line: its surest citation, how many sources, the best grade, disputes.

    Empty where it cites nothing.
    """
    if not told.citations:
        return ""
    certain = [one for one in (lookup().certainty(cite, document) for cite in told.citations) if one]
    surest = min(certain, key=lambda one: one.rank, default=None)
    held = dict.fromkeys(lookup().source(one.source, document) for one in told.citations)
    grades = sorted(source.grade for source in held if source and source.grade)
    facts = [lookup().language.word(surest)] if surest else []
    facts.append(counted(len(held), "source"))
    facts += [f"[best grade {grades[0]}](#grades-of-sources)"] if grades else []
    disputes = told.disputes if isinstance(told, Term) else ()
    facts += [counted(len(disputes), "disputed value")] if disputes else []
    return f"Confidence: {', '.join(facts)}"


def gaps_beside(term: Term, document: Proposal) -> Iterator[str]:
    """What is not established of the points that a term stands under."""
    points = {form for point in term.points for form in (point, number(point))}
    return (f"Not established: {safe(gap.what)}" for gap in document.gaps if gap.point in points)


def spoken(date: Date) -> str:
    """A date as people write it."""
    return date_words(date, lookup().language)


def card(words: str) -> str:
    """A paragraph in our own words, set apart and called so: a quotation never looks like it."""
    return f"{{.own-words}}\n*In our words:* {words}\n"


def disputed(one: Dispute, document: Proposal, term: Term) -> str:
    """What other sources report in place of the coded value, and why that was chosen."""
    field = next((field for field in fields_of(type(term)) if field.key == one.field), None)
    what = f". {capital(label_of(term.kind, field.key))}" if field else ""
    sources = f" ({cited(one.citations, document)})" if one.citations else ""
    note = f" {safe(one.note)}" if one.note else ""
    return f"Disputed{what}: *{safe(one.value)}* is reported instead{sources}.{note}"


EVERYDAY: Final = frozenset(
    {"condition", "finding", "gap", "point", "quotation", "relation", "source", "subject", "term"},
)
"""Words of the glossary that mostly stand in a text in their everyday sense."""


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the words of the glossary, also with a capital at the beginning, and the word for each match."""
    words = [one.word for one in glossary.definitions() if one.word not in EVERYDAY]
    known = {form: word for word in words for form in (word, capital(word))}
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})\b"), known


def explained(text: str) -> str:
    """The text as Markdown, with each word of the glossary linked where it first stands."""
    pattern, known = _words()
    seen: set[str] = set()

    def linked(found: re.Match[str]) -> str:
        word = known[found[1]]
        if word in seen:
            return found[1]
        seen.add(word)
        return glossary.term(word, found[1])

    return pattern.sub(linked, safe(text))


def points_of(document: Proposal) -> str:
    """How many terms and points are known, in words."""
    named = {number(point) for term in document.terms for point in term.points}
    named |= {number(one.point) for one in document.struck}
    of = f"; {len(named)} of {document.points} points" if document.points else ""
    return f"{len(document.terms)} {'term' if len(document.terms) == 1 else 'terms'}{of}"


def number(point: str) -> str:
    """The number of a point without its letter: ``21`` of ``21a``."""
    return point[: len(point) - len(point.lstrip("0123456789"))] or point
