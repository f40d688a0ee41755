"""The JSON Schema (draft 2020-12) of the input format, for editors; made from the declarations and nothing else.

It says what an editor can know while somebody types: keys, words, and the shape of values. What depends on other lines
or other files (duplicate terms, sources that do not exist) is for ``proposals check``.

Whatever several places hold is defined once, under a name, and referred to. Each kind lists all its keys, those that
every kind has as ``true``, since editors that do not know ``unevaluatedProperties`` would let a mistyped key pass.

YAML gives an editor numbers where the format reads text (``point: 6``), so that text may be a number here. A date may
be written without quotation marks: YAML 1.2, which editors follow, has no dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from proposals.fields.declare import Field, Record, compared_fields, subject_fields
from proposals.fields.numbers import PERCENT
from proposals.fields.patterns import ID, POINT
from proposals.fields.values import ACTOR, ACTOR_OR_PLACE, DAY, MOMENT, PLACE, TEXT, Domain, Words
from proposals.files.citing import CITATION, DISPUTE, SOURCE
from proposals.files.proposals import COVERAGE, GAP, HEAD, LINEAGE, STRUCK, covered_keys
from proposals.files.reader import Entry
from proposals.files.registers import ACTOR_ENTRIES, MILESTONE_ENTRIES, PLACE_ENTRIES
from proposals.files.terms import COMMON
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.vocabulary import Link

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}
_COMMON = "any-kind"
_NAMED: Final[Mapping[str, tuple[Domain, str]]] = {
    "actor": (ACTOR, "An actor, by its id or another of its names."),
    "place": (PLACE, "A place, by its id or another of its names."),
    "actor-or-place": (ACTOR_OR_PLACE, "An actor or a place, by its id or another of its names."),
    "date": (DAY, "A date or an interval in EDTF."),
    "moment": (MOMENT, "A date, a span such as '100 days of signature', or a milestone such as 'signature'."),
    "id": (ID, "The id of a document or a source."),
    "percent": (PERCENT, "A part of a whole, from 0 to 100."),
    "point": (POINT, "The number of a point, as printed."),
    "text": (TEXT, "Text, shown as it is."),
}
"""The domains with a definition of their own, and what it says; word lists and records are named after their class."""


def input_schema(kinds: Kinds = KINDS) -> dict[str, Any]:
    """The schema of one proposal file; ``$defs`` holds one entry for each kind, besides what several keys share."""
    definitions = _Definitions(kinds)
    head = definitions.record(HEAD)
    head["properties"]["terms"] = {
        "description": "The terms, each begun with '- kind: subject'.",
        "anyOf": [_array(_ref("term")), _NULL],
    }
    schema: dict[str, Any] = _as_yaml_reads(
        {
            "$schema": _DIALECT,
            "title": "A proposal",
            "description": "One document or stated position at one date, with its terms.",
            **head,
            "$defs": definitions.all(),
        }
    )
    return schema


class _Definitions:
    """What the schema of these kinds defines, by name. Methods return schemas, and define what those refer to."""

    def __init__(self, kinds: Kinds) -> None:
        """Take first the names by which the format itself refers to terms, kinds and the parts of a file."""
        self._kinds = kinds
        self._held: dict[str, Any] = dict.fromkeys(("term", _COMMON, *kinds))
        self._held |= self._parts()

    def all(self) -> dict[str, Any]:
        """Every definition: a term, its kinds, the parts of a file, and what these refer to."""
        common = {field.key: self._field(field) for field in compared_fields(Term)} | self._entries(COMMON)
        self._held["term"] = _term(self._kinds)
        self._held[_COMMON] = {"description": "What a term of any kind may hold.", "properties": common}
        for name, kind in self._kinds.items():
            self._held[name] = self._kind(kind, common)
        return self._held

    def record(self, entries: Mapping[str, Entry]) -> dict[str, Any]:
        """An object whose keys are all declared."""
        return _closed(self._entries(entries), [key for key, entry in entries.items() if entry.required])

    def _entries(self, entries: Mapping[str, Entry]) -> dict[str, Any]:
        """What stands under declared keys, each with its definition. A key that is not required may be left empty."""
        return {key: self._entry(entry) for key, entry in entries.items()}

    def _entry(self, entry: Entry) -> dict[str, Any]:
        one = dict(entry.schema) if entry.domain is None else self._value(entry.domain)
        ways = [one, *([_array(one)] if entry.many else []), *([] if entry.required else [_NULL])]
        return {**({"anyOf": ways} if len(ways) > 1 else one), "description": entry.definition}

    def _kind(self, kind: type[Term], common: dict[str, Any]) -> dict[str, Any]:
        """A term of the kind; an option of an open one is such a term without its subject."""
        name = kind.kind
        fields = {field.key: self._field(field) for field in compared_fields(kind)}
        own = {key: held for key, held in fields.items() if held != common.get(key)}
        if own.keys() & common.keys():  # it declares a field anew that other kinds share
            keys, shared = common | fields, {}
        else:
            keys, shared = own | dict.fromkeys(common, True), {"allOf": [_ref(_COMMON)]}
        option = {"type": "object", "allOf": [_ref(name)], "properties": {name: False, "options": False}}
        options = {
            "description": "The variants of an open point, each with its holders or a name.",
            **_one_or_more(self._defined(f"{name}-option", option)),
        }
        closed = _closed({name: self._subject(kind), **keys, "options": options})
        return {"description": _first_line(kind), **shared, **closed}

    def _subject(self, kind: type[Term]) -> dict[str, Any]:
        """The subject as a mapping of its fields; where it has one field only, also that field's value alone."""
        written = {field.key: self._field(field) for field in subject_fields(kind)}
        mapping = _closed(written, list(written))
        if not written:
            return _NULL
        return {"anyOf": [*written.values(), mapping]} if len(written) == 1 else mapping

    def _field(self, field: Field) -> dict[str, Any]:
        """What stands for a declared field, with its definition."""
        one = self._value(field.domain)
        if field.many:
            one = _one_or_more(one) if field.scale is None else self._members(one)
        return {**one, "description": field.definition}

    def _members(self, one: dict[str, Any]) -> dict[str, Any]:
        """One value, or a list of them that may be open."""
        held = {"anyOf": [one, _array({"anyOf": [one, {"enum": ["…", "..."]}]})]}
        if "$ref" not in one:
            return held
        name = one["$ref"].removeprefix(_ref("")["$ref"])
        return self._defined(f"{name}-list", {"description": "One or several; with '…' there are others.", **held})

    def _value(self, domain: Domain) -> dict[str, Any]:
        """One value of a domain: a reference, where the domain has a name."""
        if isinstance(domain, Record):
            return self._defined(_name(domain.shape), {"description": _first_line(domain.shape), **self._led(domain)})
        if isinstance(domain, Words):
            return self._defined(_name(domain.words), {"description": _first_line(domain.words), **domain.schema()})
        for name, (held, description) in _NAMED.items():
            if held == domain:
                return self._defined(name, {"description": description, **domain.schema()})
        return domain.schema()

    def _led(self, record: Record) -> dict[str, Any]:
        """The leading word of a record, or an object of that word with the other fields under it."""
        lead = self._value(record.lead_field.domain)
        others = {field.key: self._field(field) for field in record.other_fields}
        inner = {**_closed(others), "type": ["object", "null"]}
        mapping = {"type": "object", "propertyNames": lead, "additionalProperties": inner, "maxProperties": 1}
        return {"anyOf": [lead, mapping]}

    def _defined(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """A reference to the definition of that name; the schema itself, where another one has the name."""
        return _ref(name) if self._held.setdefault(name, schema) == schema else schema

    def _parts(self) -> dict[str, Any]:
        """What the entries of the format refer to themselves."""
        text = _one_or_more(self._value(TEXT))
        by_topic = {key: {"anyOf": [self._value(COVERAGE), _NULL]} for key in covered_keys()}
        step = {**self.record(LINEAGE), "oneOf": [{"required": [str(link)]} for link in Link]}
        return {
            "cite": {
                "anyOf": [
                    {"description": "A source's id.", **self._value(ID)},
                    self._defined("citation", self.record(CITATION)),
                    {
                        "description": "A source's id with a passage, or several.",
                        "type": "object",
                        "propertyNames": {**ID.schema(), "not": {"const": "source"}},
                        "additionalProperties": text,
                    },
                    _array(_ref("cite")),
                ],
            },
            "disputed": _one_or_more(self._defined("dispute", self.record(DISPUTE))),
            "coverages": {"anyOf": [self._value(COVERAGE), self._defined("coverage-by-topic", _closed(by_topic))]},
            "left-out": {
                "anyOf": [
                    {"description": "A field's key, or several.", **_one_or_more(self._value(TEXT))},
                    {
                        "description": "What each field is cited from.",
                        "type": "object",
                        "additionalProperties": {"anyOf": [_ref("cite"), _NULL]},
                    },
                ],
            },
            "sources": _by_id(ID, self._defined("source", self.record(SOURCE))),
            "places": _by_id(PLACE, self._defined("place-record", self.record(PLACE_ENTRIES))),
            "actors": _by_id(PLACE, self._defined("actor-record", self.record(ACTOR_ENTRIES))),
            "milestones": _by_id(ID, self._defined("milestone", self.record(MILESTONE_ENTRIES))),
            "lineage": _one_or_more(self._defined("lineage-step", step)),
            "struck": _one_or_more({"anyOf": [self._value(POINT), self._defined("deletion", self.record(STRUCK))]}),
            "gaps": _one_or_more(self._defined("gap", self.record(GAP))),
        }


def _term(kinds: Kinds) -> dict[str, Any]:
    """A term is of the one kind whose word it has as a key; an editor then knows which other keys it takes."""
    return {
        "type": "object",
        "oneOf": [{"required": [name]} for name in kinds],
        "allOf": [{"if": {"required": [name]}, "then": _ref(name)} for name in kinds],
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _array(one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": one}


def _one_or_more(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, _array(one)]}


def _closed(properties: dict[str, Any], required: Sequence[str] = ()) -> dict[str, Any]:
    """An object with no other keys than these."""
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _by_id(key: Domain, held: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": key.schema(), "additionalProperties": held}


def _name(declared: type[Any]) -> str:
    """``LineEffect`` as ``line-effect``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", declared.__name__).lower()


def _first_line(declared: type[Any]) -> str:
    return (declared.__doc__ or "").partition("\n")[0]


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
