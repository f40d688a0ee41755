"""What several reports hold: documents, terms, citations, subjects, and how two values differ."""

from __future__ import annotations

from typing import Any, Final

from proposals.fields.changes import Lack, Way
from proposals.reports.records.schemas.building import (
    COUNT,
    FLAG,
    MAYBE_TEXT,
    NUMBER,
    PLAIN,
    TEXT,
    TEXTS,
    closed,
    listing,
    of,
    or_null,
    word,
)
from proposals.vocabulary import Certainty, Coverage, Direction, Form, Relation, Stance, Status, Topic

AT: Final = or_null(of("position"))
NAMED: Final = listing(of("named"))
CITATIONS: Final = listing(of("citation"))
DIRECTION: Final = or_null(word(Direction))

TERM: Final = {
    "kind": TEXT,
    "topic": word(Topic),
    "subject": {"type": "object", "description": "Ids by subject field; the kind tells which there are."},
    "stance": word(Stance),
    "fields": {"type": "object", "description": "Stated values by field, as files write them."},
    "bearers": NAMED,
    "holders": NAMED,
    "points": TEXTS,
    "answers": MAYBE_TEXT,
    "citations": CITATIONS,
    "disputes": listing(of("dispute")),
    "note": TEXT,
    "at": AT,
}
SUMMARY: Final = {
    "id": TEXT,
    "title": TEXT,
    "date": TEXT,
    "authors": NAMED,
    "form": word(Form),
    "status": word(Status),
    "coverage": word(Coverage),
    "points": or_null(COUNT),
    "terms_known": COUNT,
    "gaps": listing(of("gap")),
}
MEETING: Final = {
    "relation": word(Relation),
    "rule": TEXT,
    "differences": listing(of("difference")),
    "direction": DIRECTION,
}
"""How two positions meet."""
LINE: Final = {
    "topic": word(Topic),
    "kind": TEXT,
    "subject": listing(of("subject")),
    "excepted": NAMED,
}
"""What a row is about."""

_SIDES: Final = {"left": PLAIN, "right": PLAIN}
_PATHS: Final = listing(closed({"path": TEXT, **_SIDES}))
_CHANGES: Final[dict[str, dict[str, Any]]] = {
    "stated": {"lack": word(Lack)},
    "unlike": {},
    "steps": {"steps": {"type": "integer", "not": {"const": 0}}},
    "ranked": {},
    "amount": {"unit": TEXT, "difference": NUMBER, "ratio": or_null(NUMBER)},
    "membership": {
        "added": listing(PLAIN),
        "removed": listing(PLAIN),
        "common": listing(PLAIN),
        "added_for_certain": FLAG,
        "removed_for_certain": FLAG,
        "altered": listing(closed({"paths": _PATHS})),
    },
    "shift": {"days": or_null(NUMBER), "renewable": or_null(word(Way))},
    "anotherevent": {},
    "redline": {"spans": listing(closed({"left": TEXT, "right": TEXT}))},
    "inside": {"paths": _PATHS},
}
"""What each sort of change tells, by the word under ``change``."""


def _difference(change: str, told: dict[str, Any]) -> dict[str, Any]:
    head = {"field": TEXT, "scale": TEXT, **_SIDES, "change": {"const": change}, "way": word(Way)}
    return closed({**head, **told, "direction": DIRECTION, "unreported": FLAG})


PARTS: Final[dict[str, dict[str, Any]]] = {
    "named": closed({"id": TEXT, "name": TEXT}),
    "position": closed({"file": TEXT, "line": COUNT, "column": COUNT}),
    "gap": closed({"what": TEXT, "point": MAYBE_TEXT, "note": TEXT}),
    "source": closed(
        {"id": TEXT},
        {
            "publisher": TEXT,
            "title": TEXT,
            "date": MAYBE_TEXT,
            "url": TEXT,
            "language": TEXT,
            "kind": MAYBE_TEXT,
            "grade": TEXT,
            "relays": TEXT,
            "file": TEXT,
            "sha256": TEXT,
        },
    ),
    "citation": closed(
        {
            "source": of("source"),
            "quote": MAYBE_TEXT,
            "said_by": or_null(of("named")),
            "certainty": or_null(word(Certainty)),
            "supports": TEXTS,
            "at": AT,
        },
    ),
    "dispute": closed({"field": MAYBE_TEXT, "value": TEXT, "citations": CITATIONS, "note": TEXT}),
    "subject": closed({"field": TEXT, "ids": TEXTS, "names": TEXTS}),
    "term": closed(TERM),
    "summary": closed(SUMMARY),
    "difference": {"anyOf": [_difference(change, told) for change, told in _CHANGES.items()]},
}
