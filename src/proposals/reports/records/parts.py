"""What several reports hold: documents, terms, citations and sources, and what a row is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from proposals.comparison.line import Line
from proposals.documents.heads import Headed
from proposals.documents.proposal import Gap, Proposal
from proposals.errors import Location
from proposals.fields.declare import compared_fields, subject_fields
from proposals.fields.values import Plain
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.records.declare import (
    COUNT,
    DATE,
    PLAIN,
    TEXT,
    TOPIC,
    Of,
    Record,
    Shape,
    either,
    member,
    record,
    word,
)
from proposals.terms.base import Term
from proposals.vocabulary import Certainty, Coverage, Form, PageKind, Stance, Status, Topics


def _subject(line: Line) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ((field.key, ids) for field, ids in zip(subject_fields(line.shape), line.subject, strict=True))


def _ids(term: Term) -> dict[str, Plain]:
    return {field.key: field.plain(getattr(term, field.name)) for field in subject_fields(type(term))}


def _stated(term: Term) -> dict[str, Any]:
    stated = ((field, getattr(term, field.name)) for field in compared_fields(type(term)))
    return {field.key: field.plain(held) for field, held in stated if held is not None}


def _by_topic(document: Headed) -> dict[Topics, Coverage]:
    return dict(document.coverage_by_topic)


# fmt: off
# One line for each member.

FILE: Final[Shape[Location]] = TEXT.asked(lambda at, lookup: lookup.file(at))
_NAME: Final[Shape[str]] = TEXT.asked(lambda code, lookup: lookup.name(code))

LOCATION: Final[Record[Location]] = record("location", "Where something was read.",
    member("file", FILE, "The path of the file; of a bundled one below `data`.", lambda at: at),
    member("line", COUNT, "The line, counted from 1; 0 where it is not known.", lambda at: at.line),
    member("column", COUNT, "The character in the line, counted likewise.", lambda at: at.column),
)

AT: Final = LOCATION.or_null

NAMED: Final[Record[str]] = record("named", "An actor or a place.",
    member("id", TEXT, "Its id.", lambda code: code),
    member("name", _NAME, "Its name; the id where no name is known.", lambda code: code),
)

GAP: Final[Record[Gap]] = record("gap", "Something that is not established of a document.",
    member("what", TEXT, "What is not established.", lambda gap: gap.what),
    member("point", TEXT.or_null, "Under which point; null for the document as a whole.", lambda gap: gap.point),
    member("note", TEXT, "What there is to say of it.", lambda gap: gap.note),
    member("questions", TEXT.listed, "The ids of the questions on which it speaks.", lambda gap: gap.questions),
    member("topics", TOPIC.listed, "The topics on which it speaks.", lambda gap: gap.topics),
)

SUMMARY: Final[Record[Headed]] = record("summary", "What a document is, and how much of it is known.",
    member("id", TEXT, "Its id.", lambda document: document.id),
    member("title", TEXT, "Its title.", lambda document: document.title),
    member("date", DATE, "Its date, in EDTF.", lambda document: document.date),
    member("authors", NAMED.listed, "Whose document it is.", lambda document: document.authors),
    member("form", word(Form), "What sort of paper or statement it is.", lambda document: document.form),
    member("status", word(Status), "How it came to be known.", lambda document: document.status),
    member("coverage", word(Coverage), "How much of its text is known.", lambda document: document.coverage),
    member("coverage_by_topic", word(Coverage).by_name, "How much on single topics.", _by_topic),
    member("points", COUNT.or_null, "How many points it has; null if that is not known.", lambda one: one.points),
    member("terms_known", COUNT, "How many of its terms are known.", lambda document: document.terms_known),
    member("gaps", GAP.listed, "What is not established of it.", lambda document: document.gaps),
)

_UNDECLARED: Final[Record[str]] = record("undeclared_source", "A source of which nothing but the id is known.",
    member("id", TEXT, "The id that the citation gives.", lambda name: name),
)
_DECLARED: Final[Record[Source]] = record("declared_source", "A page, a recording or a text that says something.",
    member("id", TEXT, "Its id.", lambda source: source.id),
    member("publisher", TEXT, "Who published it.", lambda source: source.publisher),
    member("title", TEXT, "Its title.", lambda source: source.title),
    member("date", DATE.or_null, "When it was published, in EDTF.", lambda source: source.date),
    member("url", TEXT, "Its address.", lambda source: source.url),
    member("language", TEXT, "The code of its language.", lambda source: source.language),
    member("kind", word(PageKind).or_null, "What sort of page it is.", lambda source: source.kind),
    member("grade", TEXT, "Its Admiralty grade, such as B2; empty if it has none.", lambda source: source.grade),
    member("relays", TEXT, "Whom it repeats; empty if nobody is named.", lambda source: source.relays),
    member("file", TEXT, "The path of its text; empty if that is not held.", lambda source: source.file),
    member("sha256", TEXT, "The SHA-256 of that text, in hexadecimal; empty as well.", lambda source: source.sha256),
)
SOURCE: Final[Shape[Source | str]] = either("source", "A source, or the id of one that is not declared.",
    (_DECLARED, _UNDECLARED),
    lambda source: _UNDECLARED if isinstance(source, str) else _DECLARED,
)

_Cited: TypeAlias = Of[Citation, Proposal | None]
_CITED: Final[Shape[_Cited]] = SOURCE.asked(
    lambda one, lookup: lookup.source(one.held.source, one.whole) or one.held.source
)
_SPEAKER: Final[Shape[_Cited]] = NAMED.or_null.asked(lambda one, lookup: lookup.speaker(one.held, one.whole))
_CERTAINTY: Final[Shape[_Cited]] = word(Certainty).or_null.asked(
    lambda one, lookup: lookup.certainty(one.held, one.whole)
)
CITATION: Final[Record[_Cited]] = record("citation", "A passage of a source, or a source as a whole.",
    member("source", _CITED, "The source.", lambda one: one),
    member("quote", TEXT.or_null, "The passage as typed; null for the source as a whole.", lambda one: one.held.quote),
    member("said_by", _SPEAKER, "Who says it, by the citation or its source; null if neither tells.", lambda one: one),
    member("certainty", _CERTAINTY, "How sure it is, by the citation or its source, or null.", lambda one: one),
    member("supports", TEXT.listed, "The fields that rest on it; empty for all.", lambda one: one.held.supports),
    member("at", AT, "Where it was read; null if that is not known.", lambda one: one.held.at),
)
CITATIONS: Final = CITATION.listed

DISPUTE: Final[Record[Of[Dispute, Proposal]]] = record("dispute", "What is reported instead of a coded value.",
    member("field", TEXT.or_null, "The field; null for the term as a whole.", lambda one: one.held.field),
    member("value", TEXT, "What is reported.", lambda one: one.held.value),
    member("citations", CITATIONS, "Who reports it.", lambda one: one.each(one.held.citations)),
    member("note", TEXT, "Why the coded value was chosen.", lambda one: one.held.note),
)

TERM: Final[Record[Of[Term, Proposal]]] = record("term", "A term of a document.",
    member("kind", TEXT, "Its kind.", lambda one: one.held.kind),
    member("topic", TOPIC, "The topic of the kind.", lambda one: one.held.topic),
    member("subject", PLAIN.by_name, "What it is about: ids by subject field of the kind.", lambda one: _ids(one.held)),
    member("stance", word(Stance), "What the document does with it.", lambda one: one.held.stance),
    member("fields", PLAIN.by_name, "Its stated values by field, as files write them.", lambda one: _stated(one.held)),
    member("bearers", NAMED.listed, "Who is bound by it.", lambda one: one.held.bearers),
    member("holders", NAMED.listed, "Whose alternative it is, where a point is open.", lambda one: one.held.holders),
    member("option", TEXT, "What the alternative is called; empty where it has no name.", lambda one: one.held.option),
    member("left_out", TEXT.listed, "Fields that by a source it does not have.", lambda one: one.held.left_out),
    member("points", TEXT.listed, "The points that it stands under.", lambda one: one.held.points),
    member("answers", TEXT.listed, "The points of the other document that it answers.", lambda one: one.held.answers),
    member("citations", CITATIONS, "What it rests on.", lambda one: one.each(one.held.citations)),
    member("disputes", DISPUTE.listed, "What else is reported.", lambda one: one.each(one.held.disputes)),
    member("note", TEXT, "What there is to say of it.", lambda one: one.held.note),
    member("at", AT, "Where it was read; null if that is not known.", lambda one: one.held.at),
)
TERMS: Final = TERM.listed

_SUBJECT: Final[Record[tuple[str, tuple[str, ...]]]] = record("subject", "What a term is about, by one field.",
    member("field", TEXT, "The field, as files write it.", lambda told: told[0]),
    member("ids", TEXT.listed, "The ids under it.", lambda told: told[1]),
    member("names", _NAME.listed, "Their names, in the same order.", lambda told: told[1]),
)
LINE: Final[Record[Line]] = record("line", "What a row is about.",
    member("topic", TOPIC, "The topic of the kind.", lambda line: line.topic),
    member("kind", TEXT, "The kind of the terms.", lambda line: line.kind),
    member("subject", _SUBJECT.listed, "What the terms are about, by field.", _subject),
    member("excepted", NAMED.listed, "Places that a narrower term governs.", lambda line: line.excepted),
)
