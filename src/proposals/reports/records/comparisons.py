"""What is told of two documents: findings with their sides, differences and open alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proposals.comparison.crossings import Crossing
from proposals.comparison.findings import Counterpart, Finding, Option
from proposals.comparison.positions import OPEN, Position
from proposals.comparison.questions import Reading, Row
from proposals.comparison.result import Comparison
from proposals.comparison.summaries import QuestionSummary, TopicSummary, Weight, questions, topics
from proposals.documents.proposal import Proposal
from proposals.language.questions import asks
from proposals.reports.records.declare import (
    COUNT,
    FINGERPRINT,
    FLAG,
    TEXT,
    TOPIC,
    Member,
    Of,
    Record,
    Shape,
    each_of,
    member,
    one_of,
    record,
    within,
    word,
)
from proposals.reports.records.differences import DIFFERENCE, DIRECTION
from proposals.reports.records.parts import CITATIONS, DISPUTE, LINE, NAMED, SUMMARY, TERM, TERMS
from proposals.reports.records.reports import line, report
from proposals.terms.base import Term
from proposals.vocabulary import Absence, Direction, Relation, Stance, Verdict


def _place(term: Term, position: Position) -> int:
    return next(place for place, held in enumerate(position.terms) if held is term)


def _counterparts(one: Of[Finding, Comparison]) -> list[Of[Counterpart, Proposal]]:
    """They are terms of the document that has no such term."""
    return each_of(one.held.counterparts, one.whole.right if one.held.left.terms else one.whole.left)


def _questions(one: Of[Comparison, Comparison]) -> Iterator[QuestionSummary]:
    shown = set(map(id, one.held.findings))
    return (asked for asked in questions(one.whole) if shown.intersection(map(id, asked.findings)))


def _read(one: QuestionSummary) -> Iterator[tuple[Reading, Finding]]:
    return zip(one.row.readings, one.findings, strict=True)


# fmt: off
# One line for each member.

_RULE: Final[tuple[Member[Finding | Option], ...]] = (
    member("relation", word(Relation), "How the two stand to each other.", lambda one: one.rule.relation),
    member("rule", TEXT, "The id of the rule that says so.", lambda one: one.rule.id),
)

_WEIGHED: Final[tuple[Member[Finding | Option], ...]] = (
    member("differences", DIFFERENCE.listed, "The fields in which they differ.", lambda one: one.differences),
    member("direction", DIRECTION, "How the right weighs for the bearers, or null.", lambda one: one.direction),
)
MEETING: Final[Record[Option]] = record("meeting", "How two positions meet.", _RULE, _WEIGHED)

_STATE: Final = one_of(*Stance.spellings(), *Absence.spellings(), OPEN)
SIDE: Final[Record[Of[Position, Proposal]]] = record("side", "What one document does with a subject.",
    member("state", _STATE, "Its stance, or why it has none; open for several.", lambda one: one.held.word),
    member("open", FLAG, "Whether it leaves the point open between alternatives.", lambda one: one.held.open),
    member("points", TEXT.listed, "Its points, each once.", lambda one: one.held.points),
    member("terms", TERMS, "Its terms, deletions with what they delete.", lambda one: one.each(one.held.terms)),
    member("left_out", TERMS, "What it is known not to have.", lambda one: one.each(one.held.left_out)),
    member("citations", CITATIONS, "What its terms rest on.", lambda one: one.each(one.held.citations)),
    member("disputes", DISPUTE.listed, "What else is reported of its terms.", lambda one: one.each(one.held.disputes)),
)
_COUNTERPART: Final[Record[Of[Counterpart, Proposal]]] = record("counterpart", "A term that may answer.",
    member("term", TERM, "The term.", lambda one: Of(one.held.term, one.whole)),
    member("reason", TEXT, "Why it may answer.", lambda one: one.held.reason),
)

_OPTION: Final[Record[Of[Option, Finding]]] = record("option", "One alternative of each side, where a point is open.",
    member("left", COUNT, "Its place on the left, from 0.", lambda one: _place(one.held.left, one.whole.left)),
    member("right", COUNT, "Its place on the right, from 0.", lambda one: _place(one.held.right, one.whole.right)),
    within(MEETING, lambda one: one.held),
)

FINDING: Final[Record[Of[Finding, Comparison]]] = record("finding", "How two documents stand on one subject.",
    member("fingerprint", FINGERPRINT, "The same while rule and values are.", lambda one: one.held.fingerprint),
    within(_RULE, lambda one: one.held),
    member("sentence", TEXT, "What the rule says.", lambda one: one.held.rule.sentence),
    within(LINE, lambda one: one.held.line),
    member("left", SIDE, "What the left document does.", lambda one: Of(one.held.left, one.whole.left)),
    member("right", SIDE, "What the right document does.", lambda one: Of(one.held.right, one.whole.right)),
    within(_WEIGHED, lambda one: one.held),
    member("bearers", NAMED.listed, "On whom it weighs.", lambda one: one.held.bearers),
    member("open", FLAG, "Whether either side leaves the point open.", lambda one: one.held.open),
    member("options", _OPTION.listed, "The alternatives, if open.", lambda one: each_of(one.held.options, one.held)),
    member("disputed", FLAG, "Whether sources dispute a value of either side.", lambda one: one.held.disputed),
    member("counterparts", _COUNTERPART.listed, "What may answer what one side lacks.", _counterparts),
    member("further_counterparts", COUNT, "How many more there are.", lambda one: one.held.further_counterparts),
)
_TOPIC: Final[Record[TopicSummary]] = record("topic_of_comparison", "How the two stand on a topic.",
    member("topic", TOPIC, "The topic.", lambda one: one.topic),
    member("verdict", word(Verdict), "How the two stand on it.", lambda one: one.verdict),
    member("rule", TEXT, "The id of the rule that says so.", lambda one: one.rule.id),
    member("questions", COUNT, "How many questions it has.", lambda one: len(one.questions)),
)
_WEIGHT: Final[Record[Weight]] = record("weight", "How the right weighs, compared with the left.",
    member("direction", word(Direction), "Heavier, lighter or mixed.", lambda one: one.direction),
    member("bearers", NAMED.listed, "On whom it weighs.", lambda one: one.bearers),
    member("beneficiaries", NAMED.listed, "For whom it is.", lambda one: one.beneficiaries),
)
_READING: Final[Record[tuple[Reading, Finding]]] = record("reading", "A finding as it bears on a question.",
    member("fingerprint", FINGERPRINT, "That of the finding.", lambda one: one[1].fingerprint),
    member("field", TEXT.or_null, "The one field that bears on it; null for all of it.", lambda one: one[0].key),
    member("relation", word(Relation), "How the two stand to each other there.", lambda one: one[1].relation),
)
_CROSSING: Final[Record[Crossing]] = record("crossing", "A field that meets a term of another kind with that field.",
    member("fingerprint", FINGERPRINT, "That of the term's finding.", lambda one: one.finding.fingerprint),
    member("kind", TEXT, "The kind that the field belongs to.", lambda one: one.reading.line.kind),
    member("field", TEXT, "The field.", lambda one: str(one.reading.key)),
    within(MEETING, lambda one: one.option),
)
_ASKS: Final[Shape[Row]] = TEXT.asked(asks)
ASKED: Final[Record[Row]] = record("asked", "A question with what it is asked of.",
    member("question", TEXT, "The id of the question.", lambda row: row.question),
    member("asked", NAMED.listed, "What it is asked of; empty where nothing is named.", lambda row: row.asked),
    member("asks", _ASKS, "The question with that, as a sentence.", lambda row: row),
    member("topic", TOPIC, "The topic.", lambda row: row.topic),
)
_QUESTION: Final[Record[QuestionSummary]] = record("question_of_comparison", "How the two stand on a question.",
    within(ASKED, lambda one: one.row),
    member("verdict", word(Verdict), "How the two stand on it.", lambda one: one.verdict),
    member("rule", TEXT, "The id of the rule that says so.", lambda one: one.rule.id),
    member("sentence", TEXT, "What the rule says.", lambda one: one.rule.sentence),
    member("left_answers", FLAG, "Whether the left document answers it.", lambda one: one.answers(0)),
    member("right_answers", FLAG, "Whether the right document answers it.", lambda one: one.answers(1)),
    member("weights", _WEIGHT.listed, "How the right weighs, by those who bear it.", lambda one: one.weights),
    member("findings", _READING.listed, "The findings on it.", _read),
    member("crossings", _CROSSING.listed, "Where a field meets a term of another kind.", lambda one: one.crossings),
)

COMPARISON: Final[Record[Of[Comparison, Comparison]]] = report("comparison", "Two documents compared term by term.",
    member("left", SUMMARY, "The left document.", lambda one: one.whole.left),
    member("right", SUMMARY, "The right document.", lambda one: one.whole.right),
    member("total", COUNT, "How many findings there are.", lambda one: len(one.whole.findings)),
    member("shown", COUNT, "How many of them are told here.", lambda one: len(one.held.findings)),
    member("counts", COUNT.by(Relation), "How many of all have each relation.", lambda one: one.whole.counts()),
    member("topics", _TOPIC.listed, "All topics.", lambda one: topics(questions(one.whole))),
    member("questions", _QUESTION.listed, "The questions on which a finding is shown.", _questions),
    member("findings", FINDING.listed, "The findings shown.", lambda one: one.each(one.held.findings)),
)
FINDING_LINE: Final[Record[Of[Finding, Comparison]]] = line("finding_line", "A finding on a line of its own.",
    member("left_document", TEXT, "The id of the left document.", lambda one: one.whole.left.id),
    member("right_document", TEXT, "The id of the right document.", lambda one: one.whole.right.id),
    FINDING.members,
)
