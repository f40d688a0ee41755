"""The JSON Schema (draft 2020-12) of the reports that commands write as JSON, and of the lines of JSON Lines files.

It names every member that this version writes, and refuses any other. A program may rely on each of them for as long as
``schema_version`` is the same; a later version of the library may add members, and its own schema then names them.
"""

from __future__ import annotations

from typing import Any, Final

from proposals.reports.records.agreement import AGREEMENT
from proposals.reports.records.checks import CHECK
from proposals.reports.records.comparisons import COMPARISON, FINDING_LINE
from proposals.reports.records.declare import Record, definitions
from proposals.reports.records.documents import (
    DISPUTES,
    GAPS,
    LINEAGE,
    LIST,
    PRECEDENTS,
    PROPOSAL,
    QUESTIONS,
    SEARCH,
    TERM_LINE,
    TIMELINE,
)
from proposals.reports.records.explanations import EXPLANATION
from proposals.reports.records.measures import BURDENS, MATRIX, NEAREST, SIMILARITY, TRACE
from proposals.reports.records.texts import TEXTS

REPORTS: Final[tuple[Record[Any], ...]] = (
    COMPARISON, PROPOSAL, DISPUTES, LIST, SEARCH, QUESTIONS, PRECEDENTS, LINEAGE, GAPS, TIMELINE, CHECK, EXPLANATION,
    MATRIX, TRACE, BURDENS, SIMILARITY, NEAREST, AGREEMENT, TEXTS,
)  # fmt: skip
LINES: Final[tuple[Record[Any], ...]] = (FINDING_LINE, TERM_LINE)


def output_schema() -> dict[str, Any]:
    """The schema of whatever a command writes as JSON, and of one line of a JSON Lines file."""
    whole = (*REPORTS, *LINES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reports on proposals",
        "anyOf": [one.schema for one in whole],
        "$defs": definitions(whole),
    }
