"""The JSON Schema (draft 2020-12) of the input format, for editors; made from the declarations and nothing else.

It says what an editor can know while somebody types: keys, words, and the shape of values. What depends on other lines
or other files (duplicate terms, sources that do not exist) is for ``proposals check``.

YAML gives an editor numbers where the format reads text (``point: 6``), so that text may be a number here. A date may
be written without quotation marks: YAML 1.2, which editors follow, has no dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proposals.fields.declare import compared_fields, field_schema, subject_fields
from proposals.fields.values import PLACE, POINT, TEXT, Domain
from proposals.files.citing import CITATION, DISPUTE, SOURCE
from proposals.files.proposals import GAP, HEAD, LINEAGE, STRUCK
from proposals.files.reader import Entry
from proposals.files.registers import ACTOR_ENTRIES, PLACE_ENTRIES
from proposals.files.terms import COMMON
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.vocabulary import Link

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


def input_schema(kinds: Kinds = KINDS) -> dict[str, Any]:
    """The schema of one proposal file; ``$defs`` holds one entry for each kind, besides what several keys share."""
    properties = {key: _entry(entry) for key, entry in HEAD.items()}
    properties["terms"] = {
        "description": "The terms, each begun with '- kind: subject'.",
        "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/term"}}, {"type": "null"}],
    }
    required = [key for key, entry in HEAD.items() if entry.required]
    schema: dict[str, Any] = _as_yaml_reads(
        {
            "$schema": _DIALECT,
            "title": "A proposal",
            "description": "One document or stated position at one date, with its terms.",
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
            "$defs": {**_shared(), "term": _any_term(kinds), **{name: _kind(kind) for name, kind in kinds.items()}},
        }
    )
    return schema


def _shared() -> dict[str, Any]:
    """What the keys of several tables refer to."""
    passage = TEXT.schema()
    return {
        "cite": {
            "anyOf": [
                {"description": "A source's id.", **_ID},
                _record(CITATION),
                {
                    "description": "A source's id with a passage, or several.",
                    "type": "object",
                    "propertyNames": {**_ID, "not": {"const": "source"}},
                    "additionalProperties": _one_or_more(passage),
                },
                {"type": "array", "items": {"$ref": "#/$defs/cite"}},
            ],
        },
        "disputed": _one_or_more(_record(DISPUTE)),
        "sources": _by_id(SOURCE, _ID),
        "places": _by_id(PLACE_ENTRIES, PLACE.schema()),
        "actors": _by_id(ACTOR_ENTRIES, PLACE.schema()),
        "lineage": _one_or_more({**_record(LINEAGE), "oneOf": [{"required": [str(link)]} for link in Link]}),
        "struck": _one_or_more({"anyOf": [POINT.schema(), _record(STRUCK)]}),
        "gaps": _one_or_more(_record(GAP)),
    }


def _any_term(kinds: Kinds) -> dict[str, Any]:
    """A term is of the one kind whose word it has as a key; an editor then knows which other keys it takes."""
    return {
        "type": "object",
        "oneOf": [{"required": [name]} for name in kinds],
        "allOf": [{"if": {"required": [name]}, "then": {"$ref": f"#/$defs/{name}"}} for name in kinds],
    }


def _kind(kind: type[Term]) -> dict[str, Any]:
    fields = {field.key: field_schema(field) for field in compared_fields(kind)}
    common = {key: _entry(entry) for key, entry in COMMON.items()}
    option = {"type": "object", "properties": {**fields, **common}, "additionalProperties": False}
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {
            kind.kind: _subject(kind),
            **fields,
            **common,
            "options": {"description": "The variants of an open point, each with its holders.", **_one_or_more(option)},
        },
        "required": [kind.kind],
        "additionalProperties": False,
    }


def _subject(kind: type[Term]) -> dict[str, Any]:
    """The subject as a mapping of its fields; where it has one field only, also that field's value alone."""
    fields = subject_fields(kind)
    written = {
        field.key: {
            "description": field.definition,
            **(_one_or_more(field.domain.schema()) if field.many else field.domain.schema()),
        }
        for field in fields
    }
    mapping = {"type": "object", "properties": written, "required": list(written), "additionalProperties": False}
    if not fields:
        return {"type": "null"}
    return {"anyOf": [*written.values(), mapping]} if len(fields) == 1 else mapping


def _by_id(entries: Mapping[str, Entry], key: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": key, "additionalProperties": _record(entries)}


def _record(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """An object whose keys are all declared."""
    return {
        "type": "object",
        "properties": {key: _entry(entry) for key, entry in entries.items()},
        "required": [key for key, entry in entries.items() if entry.required],
        "additionalProperties": False,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    """What stands under a declared key, with its definition. A key that is not required may be left empty."""
    held = dict(entry.schema) if entry.domain is None else _domain(entry.domain, many=entry.many)
    if entry.required:
        return {"description": entry.definition, **held}
    return {"description": entry.definition, "anyOf": [held, {"type": "null"}]}


def _domain(domain: Domain, *, many: bool) -> dict[str, Any]:
    return _one_or_more(domain.schema()) if many else domain.schema()


def _one_or_more(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _as_yaml_reads(schema: Any, *, number: bool = False) -> Any:
    """The schema with numbers and booleans beside every string: what YAML makes of ``6`` and of ``true``.

    ``number`` where a number stands beside the string already and says which numbers are meant.
    """
    if isinstance(schema, list):
        beside = any(isinstance(item, dict) and item.get("type") == "number" for item in schema)
        return [_as_yaml_reads(item, number=beside) for item in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: held if key == "propertyNames" else _as_yaml_reads(held) for key, held in schema.items()}
    if told.get("type") == "string" and not number:
        told["type"] = ["string", "number"] if "pattern" in told else ["string", "number", "boolean"]
    return told
