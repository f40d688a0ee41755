"""What is told of many documents: the matrix, the trace, the burdens, the similarities."""

from __future__ import annotations

from typing import Final

from proposals.measures.burdens import Duty
from proposals.measures.convergence import Mover
from proposals.measures.movement import Happening, Held
from proposals.measures.weighing import Weight
from proposals.negotiation.matrix import RowVerdict
from proposals.reports.records.schemas.building import (
    COUNT,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    by_word,
    closed,
    listing,
    of,
    or_null,
    report,
    state,
    word,
)
from proposals.reports.records.schemas.parts import CITATIONS, DIRECTION, LINE, MEETING
from proposals.vocabulary import Relation, Topic

_EXACT: Final = {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$", "description": "A number without rounding: 1/2."}
_UNIT: Final = {"type": "number", "minimum": 0, "maximum": 1}
_CELL: Final = {
    "document": TEXT,
    "state": state(),
    "open": FLAG,
    "instead": FLAG,
    "points": TEXTS,
    "terms": listing(of("term")),
    "citations": CITATIONS,
}
_ESTIMATE: Final = {"value": or_null(_UNIT), "shared": COUNT, "total": COUNT, "low": _UNIT, "high": _UNIT}
_OUTCOME: Final = {"held": word(Held), "documents": TEXTS}
_STAGE: Final = {
    **_CELL,
    "happening": word(Happening),
    "mediator": FLAG,
    "direction": DIRECTION,
    "since": or_null(closed(MEETING)),
}
_PART: Final = {
    "document": TEXT,
    "mover": word(Mover),
    "value": _EXACT,
    "by_draft": _EXACT,
    "by_counterpart": _EXACT,
}

PARTS: Final = {
    "cell": closed(_CELL),
    "line": closed(LINE),
    "estimate": closed(_ESTIMATE),
    "path": closed(
        {
            **LINE,
            "outcome": closed({**_OUTCOME, "fields": {"type": "object", "additionalProperties": TEXTS}}),
            "stages": listing(closed(_STAGE)),
            "gaps": listing(
                closed(
                    {"field": TEXT, "unit": TEXT, "start": _EXACT, "end": _EXACT, "parts": listing(closed(_PART))},
                ),
            ),
        },
    ),
    "entry": closed(
        {
            **LINE,
            "duties": listing(or_null(word(Duty))),
            "weight": or_null(word(Weight)),
            "cells": listing(of("cell")),
        },
    ),
    "item": closed(
        {
            "fingerprint": TEXT,
            "topic": word(Topic),
            "kind": TEXT,
            "subject": listing(of("subject")),
            "relation": word(Relation),
            "weight": NUMBER,
            "distance": closed({"value": or_null(_UNIT), "least": _UNIT, "most": _UNIT}),
        },
    ),
}

REPORTS: Final = {
    **report(
        "matrix",
        {
            "documents": listing(of("summary")),
            "total": COUNT,
            "shown": COUNT,
            "counts": by_word(RowVerdict, COUNT),
            "topics": listing(
                closed({"topic": word(Topic), "verdict": word(RowVerdict), "total": COUNT, "spoken": listing(COUNT)}),
            ),
            "rows": listing(
                closed({**LINE, "verdict": word(RowVerdict), "groups": listing(TEXTS), "cells": listing(of("cell"))}),
            ),
        },
    ),
    **report(
        "trace",
        {
            "documents": listing(of("summary")),
            "toward": or_null(of("summary")),
            "mediators": TEXTS,
            "topics": listing(
                closed({"topic": word(Topic), "outcomes": listing(closed({**_OUTCOME, "count": COUNT}))}),
            ),
            "paths": listing(of("path")),
            "parties": listing(
                closed(
                    {
                        "actor": of("named"),
                        "counts": by_word(Weight, COUNT),
                        "terms": by_word(Weight, listing(of("line"))),
                    },
                ),
            ),
        },
    ),
    **report(
        "burdens",
        {
            "documents": listing(of("summary")),
            "accounts": listing(
                closed(
                    {
                        "actor": or_null(of("named")),
                        "counts": listing(by_word(Duty, COUNT)),
                        "changes": by_word(Weight, COUNT),
                        "entries": listing(of("entry")),
                    },
                ),
            ),
        },
    ),
    **report(
        "similarity",
        {
            "weights": {"type": "object", "additionalProperties": NUMBER},
            "pairs": listing(
                closed(
                    {
                        "left": of("summary"),
                        "right": of("summary"),
                        "overall": of("estimate"),
                        "topics": listing(closed({"topic": word(Topic), **_ESTIMATE})),
                        "terms": listing(of("item")),
                        "swings": listing(closed({"term": TEXT, "without": of("estimate")})),
                        "questions": listing(closed({"topic": word(Topic), "narrows": _UNIT, "terms": TEXTS})),
                    },
                ),
            ),
        },
    ),
}
