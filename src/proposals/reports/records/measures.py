"""What is told of many documents: the matrix, the trace, the burdens, the similarities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from proposals.comparison.line import Line
from proposals.comparison.positions import Position
from proposals.corpus.neighbours import Nearest, Neighbour
from proposals.documents.proposal import Proposal
from proposals.measures.burdens import Account, Duty, Entry, Ledger
from proposals.measures.convergence import Convergence, Mover, Part
from proposals.measures.distance import Reach
from proposals.measures.estimate import Estimate, Missing
from proposals.measures.movement import Happening, Held, Outcome, PartySummary, Path, Stage, Trace
from proposals.measures.similarity import Item, Question, Similarity, Swing
from proposals.measures.weighing import Weight
from proposals.negotiation.matrix import Matrix, MatrixRow, QuestionRow, RowVerdict, TopicRow
from proposals.provenance import Citation
from proposals.reports.records.comparisons import ASKED, MEETING, SIDE
from proposals.reports.records.declare import (
    COUNT,
    EXACT,
    FINGERPRINT,
    FLAG,
    NUMBER,
    TEXT,
    TOPIC,
    UNIT,
    Member,
    Of,
    Record,
    each_of,
    member,
    paired,
    record,
    some,
    within,
    word,
)
from proposals.reports.records.differences import DIRECTION
from proposals.reports.records.parts import CITATIONS, LINE, NAMED, SUMMARY
from proposals.reports.records.reports import report
from proposals.vocabulary import Relation, Topics


def _answering(one: Of[QuestionRow, Matrix]) -> list[str]:
    return [document.id for at, document in enumerate(one.whole.documents) if one.held.row.answers(at)]


def _deleting(position: Position) -> tuple[Citation, ...]:
    return position.citations if position.deletes else ()


def _positions(line: Line, whole: Matrix | Ledger) -> list[Of[Position, Proposal]]:
    return paired(line.positions, whole.documents)


def _lines(party: PartySummary) -> dict[Weight, list[Line]]:
    return {weight: [path.line for path in paths] for weight, paths in party.paths}


def _counts(one: Of[Account, Ledger]) -> list[dict[Duty, int]]:
    return [one.held.counts(place) for place in range(len(one.whole.documents))]


def _fingerprints(question: Question) -> list[str]:
    return [item.finding.fingerprint for item in question.items]


# fmt: off
# One line for each member.

_CELL: Final[Record[Of[Position, Proposal]]] = record("cell", "What a document says to a row.",
    member("document", TEXT, "The id of the document.", lambda one: one.whole.id),
    some(SIDE, "state", "open"),
    member("instead", FLAG, "Whether it answers with something else.", lambda one: one.held.instead),
    some(SIDE, "points", "terms"),
    member("citations", CITATIONS, "What its deletion rests on.", lambda one: one.each(_deleting(one.held))),
)
_ROW: Final[Record[Of[MatrixRow, Matrix]]] = record("row", "What all documents say to one subject.",
    within(LINE, lambda one: one.held.line),
    member("verdict", word(RowVerdict), "How they stand to each other.", lambda one: one.held.verdict),
    member("groups", TEXT.listed.listed, "Whose positions are alike, by ids.", lambda one: one.held.groups),
    member("reported", TEXT.listed.listed, "Those alike only as far as reported.", lambda one: one.held.reported),
    member("cells", _CELL.listed, "What each document says.", lambda one: _positions(one.held.line, one.whole)),
)
_ASKED: Final[Record[Of[QuestionRow, Matrix]]] = record("question_of_matrix", "What all documents answer.",
    within(ASKED, lambda one: one.held.row),
    member("verdict", word(RowVerdict), "How they stand to each other.", lambda one: one.held.verdict),
    member("groups", TEXT.listed.listed, "Whose answers are alike, by ids.", lambda one: one.held.groups),
    member("reported", TEXT.listed.listed, "Those alike only as far as reported.", lambda one: one.held.reported),
    member("answering", TEXT.listed, "The ids of those who answer.", _answering),
)
_TOPIC: Final[Record[TopicRow]] = record("topic_of_matrix", "How the documents stand on a topic.",
    member("topic", TOPIC, "The topic.", lambda one: one.topic),
    member("verdict", word(RowVerdict), "How they stand to each other.", lambda one: one.verdict),
    member("questions", COUNT, "How many questions it has.", lambda one: len(one.rows)),
)
MATRIX: Final[Record[Of[Matrix, Matrix]]] = report("matrix", "Several documents side by side.",
    member("documents", SUMMARY.listed, "The documents.", lambda one: one.whole.documents),
    member("total", COUNT, "How many rows there are.", lambda one: len(one.whole.rows)),
    member("shown", COUNT, "How many of them are told here.", lambda one: len(one.held.rows)),
    member("counts", COUNT.by(RowVerdict), "How many of all have each verdict.", lambda one: one.whole.counts()),
    member("topics", _TOPIC.listed, "All topics.", lambda one: one.whole.topics()),
    member("questions", _ASKED.listed, "The questions shown.", lambda one: one.each(one.held.questions)),
    member("rows", _ROW.listed, "The rows shown.", lambda one: one.each(one.held.rows)),
)

_OUTCOME: Final[tuple[Member[Outcome], ...]] = (
    member("held", word(Held), "Whose value the last draft holds.", lambda one: one.held),
    member("documents", TEXT.listed, "The ids of the earlier drafts whose value it is.", lambda one: one.documents),
)
_OUTCOME_OF_PATH: Final[Record[Outcome]] = record("outcome", "What the last draft holds of a subject.",
    _OUTCOME,
    member("fields", TEXT.listed.by_name, "Earlier drafts that state it, by field.", lambda one: dict(one.fields)),
)
_OUTCOMES: Final[Record[tuple[Outcome, int]]] = record("counted_outcome", "How often an outcome occurs.",
    within(_OUTCOME, lambda one: one[0]),
    member("count", COUNT, "In how many paths.", lambda one: one[1]),
)
_TOPIC_OF_TRACE: Final[Record[tuple[Topics, dict[Outcome, int]]]] = record(
    "topic_of_trace", "What the last draft holds of a topic.",
    member("topic", TOPIC, "The topic.", lambda one: one[0]),
    member("outcomes", _OUTCOMES.listed, "The outcomes that occur.", lambda one: one[1].items()),
)
_STAGE: Final[Record[Of[Stage, Proposal]]] = record("stage", "What one draft does with a subject.",
    member("happening", word(Happening), "What it does, seen from those before.", lambda one: one.held.happening),
    member("mediator", FLAG, "Whether it is a mediator's text.", lambda one: one.held.mediator),
    member("direction", DIRECTION, "How it weighs against the position before.", lambda one: one.held.direction),
    member("since", MEETING.or_null, "How it meets the position before, or null.", lambda one: one.held.since),
    within(_CELL, lambda one: Of(one.held.position, one.whole)),
)
_PART: Final[Record[Part]] = record("part", "What one draft did to a gap; numbers are exact, such as 1/2.",
    member("document", TEXT, "The id of the draft.", lambda part: part.document),
    member("mover", word(Mover), "Whose text it is.", lambda part: part.mover),
    member("value", EXACT, "Its own value.", lambda part: part.value),
    member("by_draft", EXACT, "What the chain's move closed; below 0 it opened.", lambda part: part.by_draft),
    member("by_counterpart", EXACT, "What the counterpart's closed, likewise.", lambda part: part.by_counterpart),
)
_GAP: Final[Record[Convergence]] = record("gap_to_counterpart", "How far apart on a field; numbers are exact.",
    member("field", TEXT, "The field, as files write it.", lambda gap: gap.field),
    member("unit", TEXT, "The unit of the numbers.", lambda gap: gap.unit),
    member("start", EXACT, "The gap at first.", lambda gap: gap.start),
    member("end", EXACT, "The gap at last.", lambda gap: gap.end),
    member("parts", _PART.listed, "What each draft did; they add up to the difference.", lambda gap: gap.parts),
)
_PATH: Final[Record[Of[Path, Trace]]] = record("path", "One subject over the drafts.",
    within(LINE, lambda one: one.held.line),
    member("outcome", _OUTCOME_OF_PATH, "What the last draft holds.", lambda one: one.held.outcome),
    member("stages", _STAGE.listed, "What each draft does.", lambda one: paired(one.held.stages, one.whole.documents)),
    member("gaps", _GAP.listed, "The gaps to the counterpart; empty without one.", lambda one: one.held.gaps),
)
_PARTY: Final[Record[PartySummary]] = record("party", "What became of the terms that one actor bears.",
    member("actor", NAMED, "The actor.", lambda party: party.actor),
    member("counts", COUNT.by(Weight), "How many terms have each weight.", lambda party: party.counts()),
    member("terms", LINE.listed.by(Weight), "Which ones.", _lines),
)
TRACE: Final[Record[Trace]] = report("trace", "Each subject over a chain of drafts.",
    member("documents", SUMMARY.listed, "The drafts, in order.", lambda told: told.documents),
    member("toward", SUMMARY.or_null, "The counterpart; null without one.", lambda told: told.toward),
    member("mediators", TEXT.listed, "The ids of the drafts that are a mediator's.", lambda told: told.mediators),
    member("topics", _TOPIC_OF_TRACE.listed, "What the last draft holds, by topic.", lambda told: told.topics()),
    member("paths", _PATH.listed, "The subjects.", lambda told: each_of(told.paths, told)),
    member("parties", _PARTY.listed, "What became of whose burdens.", lambda told: told.parties()),
)

_ENTRY: Final[Record[Of[Entry, Ledger]]] = record("entry", "A subject as it concerns an actor.",
    within(LINE, lambda one: one.held.line),
    member("duties", word(Duty).or_null.listed, "What it is in each document, or null.", lambda one: one.held.duties),
    member("weight", word(Weight).or_null, "What became of it; null for one document.", lambda one: one.held.weight),
    member("cells", _CELL.listed, "What each document says.", lambda one: _positions(one.held.line, one.whole)),
)
_ACCOUNT: Final[Record[Of[Account, Ledger]]] = record("account", "What one actor is bound to and promised.",
    member("actor", NAMED.or_null, "The actor; null for what names nobody.", lambda one: one.held.actor),
    member("counts", COUNT.by(Duty).listed, "How many terms are which duty, by document.", _counts),
    member("changes", COUNT.by(Weight), "What became of how many.", lambda one: one.held.changes()),
    member("entries", _ENTRY.listed, "The subjects, obligations first.", lambda one: one.each(one.held.entries)),
)
BURDENS: Final[Record[Of[Sequence[Account], Ledger]]] = report("burdens", "What each actor is bound to and promised.",
    member("documents", SUMMARY.listed, "The documents.", lambda told: told.whole.documents),
    member("accounts", _ACCOUNT.listed, "The actors shown.", lambda told: told.each(told.held)),
)

_ESTIMATED: Final[tuple[Member[Estimate], ...]] = (
    member("value", UNIT.or_null, "The similarity; null where too few terms can be compared.", lambda one: one.value),
    member("missing", word(Missing).or_null, "Why there is no value; null where there is.", lambda one: one.missing),
    member("shared", COUNT, "How many terms can be compared.", lambda one: one.shared),
    member("total", COUNT, "How many terms there are.", lambda one: one.total),
    member("low", UNIT, "The least that it may be were all known.", lambda one: one.low),
    member("high", UNIT, "The most that it may be were all known.", lambda one: one.high),
)
_ESTIMATE: Final[Record[Estimate]] = record("estimate", "A similarity, 0 to 1, with its interval.", _ESTIMATED)
_TOPIC_ESTIMATE: Final[Record[tuple[Topics, Estimate]]] = record("topic_of_similarity", "The similarity on a topic.",
    member("topic", TOPIC, "The topic.", lambda one: one[0]),
    within(_ESTIMATED, lambda one: one[1]),
)
_DISTANCE: Final[Record[Reach]] = record("distance", "How far two terms are apart, from 0 to 1.",
    member("value", UNIT.or_null, "The distance; null where it is not known.", lambda reach: reach.value),
    member("least", UNIT, "The least that it may be.", lambda reach: reach.least),
    member("most", UNIT, "The most that it may be.", lambda reach: reach.most),
)
_ITEM: Final[Record[Item]] = record("item", "A finding as it counts in a similarity.",
    member("fingerprint", FINGERPRINT, "The fingerprint of the finding.", lambda item: item.finding.fingerprint),
    within(LINE, lambda item: item.finding.line),
    member("relation", word(Relation), "How the two stand to each other.", lambda item: item.finding.relation),
    member("weight", NUMBER, "How much it counts.", lambda item: item.weight),
    member("distance", _DISTANCE, "How far the two are apart.", lambda item: item.reach),
)
_SWING: Final[Record[Swing]] = record("swing", "A term that swings a similarity.",
    member("term", FINGERPRINT, "The fingerprint of its finding.", lambda swing: swing.item.finding.fingerprint),
    member("without", _ESTIMATE, "The similarity without it.", lambda swing: swing.without),
)
_QUESTION: Final[Record[Question]] = record("question", "A topic worth asking about.",
    member("topic", TOPIC, "The topic.", lambda question: question.topic),
    member("narrows", UNIT, "By how much answers would narrow the interval.", lambda question: question.narrows),
    member("terms", FINGERPRINT.listed, "What is not known, or not wholly.", _fingerprints),
)

_PAIR: Final[Record[Similarity]] = record("pair", "How close two documents are.",
    member("left", SUMMARY, "The left document.", lambda pair: pair.left),
    member("right", SUMMARY, "The right document.", lambda pair: pair.right),
    member("overall", _ESTIMATE, "Over all terms.", lambda pair: pair.overall),
    member("topics", _TOPIC_ESTIMATE.listed, "By topic.", lambda pair: pair.topics()),
    member("terms", _ITEM.listed, "The terms.", lambda pair: pair.items),
    member("swings", _SWING.listed, "What swings it, the most first.", lambda pair: pair.swings()),
    member("questions", _QUESTION.listed, "What is worth asking about.", lambda pair: pair.questions()),
)
SIMILARITY: Final[Record[Sequence[Similarity]]] = report("similarity", "How close documents are, two by two.",
    member("weights", NUMBER.by_name, "Those given; all others are 1.", lambda told: dict(told[0].weights.by_name)),
    member("pairs", _PAIR.listed, "Every two documents.", lambda told: told),
)

_NEIGHBOUR: Final[Record[Of[Neighbour, Nearest]]] = record("neighbour", "One of the nearest documents.",
    member("document", SUMMARY, "The document.", lambda one: one.held.document),
    within(_ESTIMATED, lambda one: one.held.estimate),
    member("may_be_nearer", COUNT, "How many behind it may be nearer.", lambda one: one.whole.may_be_nearer(one.held)),
)
NEAREST: Final[Record[Nearest]] = report("nearest", "Which of many documents are the nearest to one.",
    member("document", SUMMARY, "The document that was asked about.", lambda told: told.document),
    member("weights", NUMBER.by_name, "Those given; all others are 1.", lambda told: dict(told.weights.by_name)),
    member("total", COUNT, "How many documents were compared with it.", lambda told: told.total),
    member("unranked", COUNT, "How many of these have no value.", lambda told: told.unranked),
    member("neighbours", _NEIGHBOUR.listed, "The nearest, by value.", lambda told: each_of(told.neighbours, told)),
)
