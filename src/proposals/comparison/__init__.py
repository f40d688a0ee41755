"""How two documents stand to each other: terms aligned by subject, related by rule, compared field by field."""

from __future__ import annotations

from proposals.comparison.alignment import align, align_many
from proposals.comparison.engine import compare, meet
from proposals.comparison.findings import Counterpart, Difference, Finding, Option
from proposals.comparison.positions import Answer, Line, Position, Variant
from proposals.comparison.result import Comparison, TopicSummary
from proposals.comparison.rules import RULES, Meeting, Rule, State, rule_for

__all__ = [
    "RULES",
    "Answer",
    "Comparison",
    "Counterpart",
    "Difference",
    "Finding",
    "Line",
    "Meeting",
    "Option",
    "Position",
    "Rule",
    "State",
    "TopicSummary",
    "Variant",
    "align",
    "align_many",
    "compare",
    "meet",
    "rule_for",
]
