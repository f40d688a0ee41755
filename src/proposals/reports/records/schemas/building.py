"""The few shapes of which the schemas of reports are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from proposals.comparison.positions import OPEN
from proposals.reports.records.reports import SCHEMA_VERSION
from proposals.vocabulary import Absence, Stance, Word

TEXT: Final = {"type": "string"}
COUNT: Final = {"type": "integer", "minimum": 0}
NUMBER: Final = {"type": "number"}
FLAG: Final = {"type": "boolean"}
DAY: Final = {"type": "string", "format": "date"}
PLAIN: Final = {"description": "A value as the file holds it; null where none is stated."}


def closed(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A mapping of these fields and no other."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def report(name: str, fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A report under its word, with the version that all reports carry."""
    head = {"schema_version": {"const": SCHEMA_VERSION}, "report": {"const": name}}
    return {name: closed({**head, **fields})}


def line(name: str, fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A line of a ``.jsonl`` file, with the version that all lines carry."""
    return {name: closed({"schema_version": {"const": SCHEMA_VERSION}, **fields})}


def listing(items: Mapping[str, Any]) -> dict[str, Any]:
    """A list of any length."""
    return {"type": "array", "items": items}


def or_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def word(*lists: type[Word]) -> dict[str, Any]:
    """A word of one of these lists."""
    return {"enum": [str(one) for words in lists for one in words]}


def state() -> dict[str, Any]:
    """What a document does with a subject, or why nothing; *open* where its alternatives do not do the same."""
    return {"enum": [*word(Stance, Absence)["enum"], OPEN]}


def by_word(words: type[Word], held: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping whose keys are words of a list; those for which there is nothing are left out."""
    return {"type": "object", "propertyNames": word(words), "additionalProperties": held}


def of(name: str) -> dict[str, Any]:
    """A shape that stands under ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}


TEXTS: Final = listing(TEXT)
MAYBE_TEXT: Final = or_null(TEXT)
