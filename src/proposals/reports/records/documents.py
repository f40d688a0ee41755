"""What is told of documents one by one: all that is known, their lineage, gaps and disputes, and the events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from proposals.corpus.index import Addressed, Found
from proposals.corpus.precedents import Precedent, Precedents
from proposals.documents.deletions import Struck
from proposals.documents.heads import Headed
from proposals.documents.lineage import Descendant
from proposals.documents.proposal import Event, LineageStep, Proposal
from proposals.reports.records.declare import (
    COUNT,
    DATE,
    DAY,
    FLAG,
    TEXT,
    TOPIC,
    Of,
    Record,
    each_of,
    member,
    record,
    some,
    within,
    word,
)
from proposals.reports.records.parts import AT, CITATIONS, NAMED, SUMMARY, TERM, TERMS
from proposals.reports.records.reports import line, report
from proposals.terms.base import Term
from proposals.vocabulary import Certainty, EventKind, Link


def _disputed(document: Proposal) -> list[Of[Term, Proposal]]:
    return each_of((term for term in document.entries if term.disputes), document)


def _edges(told: Iterable[Descendant]) -> list[Of[LineageStep, Proposal]]:
    return [edge for one in told for edge in each_of(one.steps, one.document)]


# fmt: off
# One line for each member.

_STEP: Final[Record[Of[LineageStep, Proposal]]] = record("step", "A step of a document's lineage.",
    member("link", word(Link), "What this document does with the other.", lambda one: one.held.link),
    member("to", TEXT, "The id of the other.", lambda one: one.held.to),
    member("certainty", word(Certainty), "How sure it is.", lambda one: one.held.certainty),
    member("citations", CITATIONS, "What it rests on.", lambda one: one.each(one.held.citations)),
    member("note", TEXT, "What there is to say of it.", lambda one: one.held.note),
)

_STRUCK: Final[Record[Of[Struck, Proposal]]] = record("deletion", "A point that the document deletes.",
    member("point", TEXT, "The point, by the number that the amended document prints.", lambda one: one.held.point),
    member("of", TEXT.or_null, "The id of that document; null for any that has it.", lambda one: one.held.of),
    member("chapeau", FLAG, "Whether its parts stay.", lambda one: one.held.chapeau),
    member("kinds", TEXT.listed, "The only kinds of terms that are deleted.", lambda one: one.held.kinds),
    member("fields", TEXT.listed, "The only fields whose values are deleted.", lambda one: one.held.fields),
    member("citations", CITATIONS, "What it rests on.", lambda one: one.each(one.held.citations)),
    member("note", TEXT, "What there is to say of it.", lambda one: one.held.note),
)

PROPOSAL: Final[Record[Proposal]] = report("proposal", "Everything that is known of one document.",
    SUMMARY.members,
    member("summary", TEXT, "What it says, in a few sentences.", lambda document: document.summary),
    member("names", TEXT.listed, "What else it is called.", lambda document: document.names),
    member("known_from", CITATIONS, "What it is known from.", lambda one: each_of(one.known_from, one)),
    member("lineage", _STEP.listed, "What it descends from.", lambda one: each_of(one.lineage, one)),
    member("terms", TERMS, "Its terms, in reading order.", lambda one: each_of(one.terms, one)),
    member("left_out", TERMS, "What sources say that it does not have.", lambda one: each_of(one.left_out, one)),
    member("struck", _STRUCK.listed, "What it deletes.", lambda one: each_of(one.struck, one)),
    member("at", AT, "Where it was read; null if that is not known.", lambda document: document.at),
)
LIST: Final[Record[Iterable[Headed]]] = report("list", "Several documents, and how much of each is known.",
    member("proposals", SUMMARY.listed, "The documents.", lambda documents: documents),
)
_FOUND: Final[Record[Found]] = record("found", "A document in which words were found.",
    within(SUMMARY, lambda one: one.head),
    member("passage", TEXT, "The first passage that has one of the words.", lambda one: one.passage),
)
SEARCH: Final[Record[Iterable[Found]]] = report("search", "The documents that have certain words.",
    member("proposals", _FOUND.listed, "The documents.", lambda found: found),
)
_ADDRESSED: Final[Record[Addressed]] = record("addressed", "In how many documents a question is addressed.",
    member("question", TEXT, "The id of the question.", lambda one: one.question),
    member("topic", TOPIC, "Its topic.", lambda one: one.topic),
    member("answered", COUNT, "How many documents address it.", lambda one: one.answered),
    member("silent", COUNT, "How many are known whole and do not.", lambda one: one.silent),
    member("unreported", COUNT, "Of how many it is not known.", lambda one: one.unreported),
)
QUESTIONS: Final[Record[Sequence[Addressed]]] = report("questions", "In how many documents questions are addressed.",
    member("questions", _ADDRESSED.listed, "The questions that any document addresses.", lambda told: told),
)
_PRECEDENT: Final[Record[Precedent]] = record("precedent", "In how many agreements a question is addressed.",
    member("question", TEXT, "The id of the question.", lambda one: one.coded.question),
    member("columns", TEXT.listed, "The columns that say so.", lambda one: one.coded.columns),
    member("addressed", COUNT, "In how many agreements one of them is above 0.", lambda one: one.addressed),
    member("total", COUNT, "In how many one of them is coded.", lambda one: one.total),
    member("note", TEXT, "How they are wider or narrower than the question.", lambda one: one.coded.note),
)
PRECEDENTS: Final[Record[Precedents]] = report("precedents", "What a database of agreements says of questions.",
    member("database", TEXT, "What the database is called.", lambda told: told.coding.title),
    member("total", COUNT, "How many agreements the file has.", lambda told: told.total),
    member("missing", TEXT.listed, "Columns that the file does not have.", lambda told: told.missing),
    member("questions", _PRECEDENT.listed, "The questions.", lambda told: told.questions),
)
_DISPUTED: Final[Record[Proposal]] = record("disputes_of_document", "The terms whose values sources dispute.",
    member("id", TEXT, "The id of the document.", lambda document: document.id),
    member("terms", TERMS, "Those terms; all others are left out.", _disputed),
)
DISPUTES: Final[Record[Iterable[Proposal]]] = report("disputes", "What sources dispute of several documents.",
    member("documents", _DISPUTED.listed, "Each of them, also those without one.", lambda documents: documents),
)

_UNSETTLED: Final[Record[Proposal]] = record("gaps_of_document", "What is not established of one document.",
    some(SUMMARY, "id", "coverage", "gaps"),
)
GAPS: Final[Record[Iterable[Proposal]]] = report("gaps", "What is not established of several documents.",
    member("documents", _UNSETTLED.listed, "Each of them, also those without a gap.", lambda documents: documents),
)

_NODE: Final[Record[Descendant]] = record("node", "A document in the graph of lineage.",
    within(some(SUMMARY, "id", "title", "date", "status"), lambda one: one.document),
    member("depth", COUNT, "How many steps it is from the start of its lineage.", lambda one: one.depth),
)
_EDGE: Final[Record[Of[LineageStep, Proposal]]] = record("edge", "A step of lineage in the graph.",
    member("from", TEXT, "The id of the document that descends.", lambda one: one.whole.id),
    _STEP.members,
)
LINEAGE: Final[Record[Sequence[Descendant]]] = report("lineage", "Which document descends from which.",
    member("nodes", _NODE.listed, "The documents, ancestors first.", lambda told: told),
    member("edges", _EDGE.listed, "The steps, also those to documents not shown.", _edges),
)

_EVENT: Final[Record[Event]] = record("event", "Something that happened around the proposals.",
    member("id", TEXT, "Its id.", lambda event: event.id),
    member("date", DATE, "Its date, in EDTF.", lambda event: event.date),
    member("earliest", DAY, "The first day that the date may mean.", lambda event: event.date.earliest),
    member("latest", DAY, "The last day that the date may mean.", lambda event: event.date.latest),
    member("kind", word(EventKind), "What sort of event it is.", lambda event: event.kind),
    member("title", TEXT, "What happened.", lambda event: event.title),
    member("participants", NAMED.listed, "Who took part.", lambda event: event.participants),
    member("place", NAMED.or_null, "Where; null if that is not known.", lambda event: event.place),
    member("about", TEXT.listed, "The ids of the documents that it is about.", lambda event: event.about),
    member("duration", TEXT, "How long it lasted, as the source tells it.", lambda event: event.duration),
    member("citations", CITATIONS, "What it rests on.", lambda event: each_of(event.citations, None)),
    member("note", TEXT, "What there is to say of it.", lambda event: event.note),
    member("at", AT, "Where it was read; null if that is not known.", lambda event: event.at),
)
TIMELINE: Final[Record[Iterable[Event]]] = report("timeline", "The events around the proposals.",
    member("events", _EVENT.listed, "The events by date.", lambda events: events),
)

TERM_LINE: Final[Record[Of[Term, Proposal]]] = line("term_line", "A term on a line of its own.",
    member("document", TEXT, "The id of its document.", lambda one: one.whole.id),
    TERM.members,
)
