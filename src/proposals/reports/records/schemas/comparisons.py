"""What is told of two documents: findings with their sides, differences and open alternatives."""

from __future__ import annotations

from typing import Final

from proposals.reports.records.schemas.building import (
    COUNT,
    FLAG,
    TEXT,
    TEXTS,
    by_word,
    closed,
    line,
    listing,
    of,
    or_null,
    report,
    state,
    word,
)
from proposals.reports.records.schemas.parts import CITATIONS, LINE, MEETING, NAMED
from proposals.vocabulary import Relation, Topic, TopicVerdict

_FINDING: Final = {
    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    **LINE,
    **MEETING,
    "sentence": TEXT,
    "left": of("side"),
    "right": of("side"),
    "bearers": NAMED,
    "open": FLAG,
    "options": listing(of("option")),
    "disputed": FLAG,
    "counterparts": listing(closed({"term": of("term"), "reason": TEXT})),
}

PARTS: Final = {
    "side": closed(
        {
            "state": state(),
            "open": FLAG,
            "points": TEXTS,
            "terms": listing(of("term")),
            "struck": or_null(closed({"point": TEXT, "note": TEXT})),
            "citations": CITATIONS,
            "disputes": listing(of("dispute")),
        },
    ),
    "option": closed({"left": COUNT, "right": COUNT, **MEETING}),
    "finding": closed(_FINDING),
}

REPORTS: Final = report(
    "comparison",
    {
        "left": of("summary"),
        "right": of("summary"),
        "total": COUNT,
        "shown": COUNT,
        "counts": by_word(Relation, COUNT),
        "topics": listing(closed({"topic": word(Topic), "verdict": word(TopicVerdict), "total": COUNT})),
        "findings": listing(of("finding")),
    },
)

LINES: Final = line("finding_line", {"left_document": TEXT, "right_document": TEXT, **_FINDING})
