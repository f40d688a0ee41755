"""How two documents relate: terms aligned by subject, related by rule, compared field by field."""

from __future__ import annotations

from proposals.comparison.alignment import align, align_many
from proposals.comparison.concerning import concerning
from proposals.comparison.crossings import Crossing
from proposals.comparison.engine import compare, meet
from proposals.comparison.findings import Counterpart, Difference, Finding, Option
from proposals.comparison.line import Line
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.positions import Answer, Position
from proposals.comparison.questions import Reading, Row, ask
from proposals.comparison.result import Comparison
from proposals.comparison.rules import RULES, Meeting, Rule, State, rule_for
from proposals.comparison.summaries import QuestionSummary, TopicSummary, Weight, questions, topics
from proposals.comparison.variants import Variant
from proposals.comparison.verdicts import QUESTION_RULES, TOPIC_RULES, Share, VerdictRule

__all__ = [
    "QUESTION_RULES",
    "RULES",
    "TOPIC_RULES",
    "Answer",
    "Comparison",
    "Counterpart",
    "Crossing",
    "Difference",
    "Finding",
    "Line",
    "Meeting",
    "Narrowing",
    "Option",
    "Position",
    "QuestionSummary",
    "Reading",
    "Row",
    "Rule",
    "Share",
    "State",
    "TopicSummary",
    "Variant",
    "VerdictRule",
    "Weight",
    "align",
    "align_many",
    "ask",
    "compare",
    "concerning",
    "meet",
    "questions",
    "rule_for",
    "topics",
]
