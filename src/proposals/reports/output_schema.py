"""The JSON Schema (draft 2020-12) of the reports that commands write as JSON, and of the lines of ``.jsonl`` files.

A program may rely on every field named here for as long as ``schema_version`` is the same; further fields may be added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from proposals.changes import Way
from proposals.reports.plain import SCHEMA_VERSION
from proposals.vocabulary import (
    Absence,
    Certainty,
    Coverage,
    Direction,
    EventKind,
    Form,
    Link,
    Relation,
    Stance,
    Status,
    Topic,
    TopicVerdict,
    Word,
)

_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "integer", "minimum": 0}
_FLAG: Final = {"type": "boolean"}
_PLAIN: Final = {"description": "A value as the file holds it; null where none is stated."}
_DAY: Final = {"type": "string", "format": "date"}


def _object(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": {**required, **(optional or {})}, "required": list(required)}


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _or_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _word(*lists: type[Word]) -> dict[str, Any]:
    return {"enum": [str(word) for words in lists for word in words]}


def _of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


_TEXTS: Final = _list(_TEXT)
_MAYBE_TEXT: Final = _or_null(_TEXT)
_DIRECTION: Final = _or_null(_word(Direction))
_AT: Final = _or_null(_of("position"))


def output_schema() -> dict[str, Any]:
    """The schema of whatever a command writes as JSON, and of one line of a ``.jsonl`` file."""
    version = {"schema_version": {"const": SCHEMA_VERSION}}
    reports = [
        {"properties": {**version, "report": {"const": name}}, "required": ["schema_version", "report"], **_of(name)}
        for name in _REPORTS
    ]
    lines = [{"properties": version, "required": ["schema_version"], **_of(name)} for name in _LINES]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reports on proposals",
        "anyOf": [*reports, *lines],
        "$defs": {**_PARTS, **_REPORTS, **_LINES},
    }


def reports() -> Iterable[str]:
    """The words under ``report`` that the schema tells."""
    return _REPORTS.keys()


_CITATION = _object({
    "source": _of("source"), "quote": _MAYBE_TEXT, "said_by": _or_null(_of("named")),
    "certainty": _or_null(_word(Certainty)), "supports": _TEXTS, "at": _AT,
})  # fmt: skip
_DISPUTE = _object({"field": _MAYBE_TEXT, "value": _TEXT, "citations": _list(_of("citation")), "note": _TEXT})
_TERM_FIELDS = {
    "kind": _TEXT, "topic": _word(Topic), "subject": {"type": "object"}, "stance": _word(Stance),
    "fields": {"type": "object"}, "bearers": _list(_of("named")), "holders": _list(_of("named")), "points": _TEXTS,
    "answers": _MAYBE_TEXT, "citations": _list(_of("citation")), "disputes": _list(_of("dispute")), "note": _TEXT,
    "at": _AT,
}  # fmt: skip
_SUMMARY_FIELDS = {
    "id": _TEXT, "title": _TEXT, "date": _TEXT, "authors": _list(_of("named")), "form": _word(Form),
    "status": _word(Status), "coverage": _word(Coverage), "points": _or_null(_COUNT), "terms_known": _COUNT,
    "gaps": _list(_object({"what": _TEXT, "point": _MAYBE_TEXT, "note": _TEXT})),
}  # fmt: skip
_FINDING_FIELDS = {
    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"}, "relation": _word(Relation), "rule": _TEXT,
    "sentence": _TEXT, "topic": _word(Topic), "kind": _TEXT,
    "subject": _list(_object({"field": _TEXT, "ids": _TEXTS, "names": _TEXTS})), "excepted": _list(_of("named")),
    "left": _of("side"), "right": _of("side"), "differences": _list(_of("difference")), "direction": _DIRECTION,
    "bearers": _list(_of("named")), "open": _FLAG, "options": _list(_of("option")), "disputed": _FLAG,
    "counterparts": _list(_object({"term": _of("term"), "reason": _TEXT})),
}  # fmt: skip

_PARTS: Final = {
    "named": _object({"id": _TEXT, "name": _TEXT}),
    "position": _object({"file": _TEXT, "line": _COUNT, "column": _COUNT}),
    "source": _object({"id": _TEXT}, {
        "publisher": _TEXT, "title": _TEXT, "date": _MAYBE_TEXT, "url": _TEXT, "language": _TEXT, "kind": _MAYBE_TEXT,
        "grade": _TEXT, "relays": _TEXT, "file": _TEXT, "sha256": _TEXT,
    }),
    "citation": _CITATION,
    "dispute": _DISPUTE,
    "term": _object(_TERM_FIELDS),
    "summary": _object(_SUMMARY_FIELDS),
    "side": _object({
        "state": _word(Stance, Absence), "open": _FLAG, "points": _TEXTS, "terms": _list(_of("term")),
        "struck": _or_null(_object({"point": _TEXT, "note": _TEXT})), "citations": _list(_of("citation")),
        "disputes": _list(_of("dispute")),
    }),
    "difference": _object({
        "field": _TEXT, "scale": _TEXT, "left": _PLAIN, "right": _PLAIN, "change": _TEXT, "way": _word(Way),
        "direction": _DIRECTION,
    }),
    "option": _object({
        "left": _COUNT, "right": _COUNT, "relation": _word(Relation), "rule": _TEXT,
        "differences": _list(_of("difference")), "direction": _DIRECTION,
    }),
    "problem": _object({"at": _AT, "code": _TEXT, "message": _TEXT, "hint": _MAYBE_TEXT}),
    "finding": _object(_FINDING_FIELDS),
    "event": _object({
        "id": _TEXT, "date": _TEXT, "earliest": _DAY, "latest": _DAY, "kind": _word(EventKind), "title": _TEXT,
        "participants": _list(_of("named")), "place": _or_null(_of("named")), "about": _TEXTS, "duration": _TEXT,
        "citations": _list(_of("citation")), "note": _TEXT, "at": _AT,
    }),
    "step": _object({
        "link": _word(Link), "to": _TEXT, "certainty": _word(Certainty), "citations": _list(_of("citation")),
        "note": _TEXT,
    }),
    "verified": _object({
        "id": _TEXT,
        "anchored": _list(_object({
            "source": _TEXT, "sha256": _TEXT, "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT, "start": _COUNT,
            "end": _COUNT, "at": _AT,
        })),
        "gaps": _list(_object({"source": _TEXT, "quote": _MAYBE_TEXT, "reason": _TEXT, "at": _AT})),
        "uncited": _list(_object({"at": _AT})), "problems": _list(_of("problem")),
    }),
}  # fmt: skip

_REPORTS: Final = {
    "comparison": _object({
        "left": _of("summary"), "right": _of("summary"), "total": _COUNT, "shown": _COUNT,
        "counts": {"type": "object", "propertyNames": _word(Relation), "additionalProperties": _COUNT},
        "topics": _list(_object({"topic": _word(Topic), "verdict": _word(TopicVerdict), "total": _COUNT})),
        "findings": _list(_of("finding")),
    }),
    "proposal": _object({
        **_SUMMARY_FIELDS, "summary": _TEXT, "names": _TEXTS, "lineage": _list(_of("step")),
        "terms": _list(_of("term")),
        "struck": _list(_object({"point": _TEXT, "citations": _list(_of("citation")), "note": _TEXT})), "at": _AT,
    }),
    "list": _object({"proposals": _list(_of("summary"))}),
    "timeline": _object({"events": _list(_of("event"))}),
    "verification": _object({"documents": _list(_of("verified"))}),
    "problems": _object({"problems": _list(_of("problem"))}),
    "rules": _object({"rules": _list(_object({"id": _TEXT, "relation": _word(Relation), "sentence": _TEXT}))}),
}  # fmt: skip
"""By the word under ``report``."""

_LINES: Final = {
    "finding_line": _object({"left_document": _TEXT, "right_document": _TEXT, **_FINDING_FIELDS}),
    "term_line": _object({"document": _TEXT, **_TERM_FIELDS}),
}
"""One line of a file of findings, one of a file of terms."""
