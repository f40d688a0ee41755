"""The data format, made from the JSON Schema of the input; the registers beside it from their own declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from manual.markdown import code, safe, table
from proposals.files.glossary import GLOSSARY_ENTRIES
from proposals.files.reader import Entry
from proposals.files.registers import EVENT_ENTRIES
from proposals.files.schema import input_schema
from proposals.terms import KINDS

_PARTS = {
    "cite": ("Citations", "What `cite` takes. The long form has these keys:"),
    "disputed": ("Disputes", "What `disputed` lists, under a term:"),
    "lineage": ("LineageStep", "Each step has one of the links as its key, with the other document's id:"),
    "struck": ("Deletions", "What `struck` lists: a point's number, or a mapping:"),
    "gaps": ("Gaps", "What `gaps` lists:"),
    "sources": ("Sources", "Each stands under its id:"),
    "places": ("Places", "Each stands under its id:"),
    "actors": ("Actors", "Each stands under its id:"),
}
_FEW = 8


def head() -> str:
    """The keys of a file."""
    return _table(input_schema())


def common() -> str:
    """The keys that every term has besides those of its kind."""
    schema = input_schema()["$defs"]
    kinds = [set(schema[kind]["properties"]) for kind in KINDS]
    shared = set.intersection(*kinds)
    some = schema[next(iter(KINDS))]
    return _table({"properties": {key: held for key, held in some["properties"].items() if key in shared}})


def parts() -> str:
    """What the other keys hold, each part under its own heading."""
    schema = input_schema()["$defs"]
    return "\n".join(
        f"(format-{name})=\n### {title}\n\n{sentence}\n\n{_table(_object(schema[name]))}"
        for name, (title, sentence) in _PARTS.items()
    )


def registers() -> str:
    """The keys of the files beside the documents."""
    events = f"### Events\n\n`data/events.yaml` is a list of these:\n\n{_entries(EVENT_ENTRIES)}"
    return f"{events}\n### Glossary\n\nEach word has:\n\n{_entries(GLOSSARY_ENTRIES)}"


def _entries(entries: Mapping[str, Entry]) -> str:
    return table(
        ["key", "needed", "what it holds"],
        ([code(key), "yes" if entry.required else "", entry.definition] for key, entry in entries.items()),
    )


def _object(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The first object with named keys in a schema: what a mapping of it may hold."""
    return next(found for found in _objects(schema) if "properties" in found)


def _objects(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, Mapping):
        if schema.get("type") == "object":
            yield schema
        for held in schema.values():
            yield from _objects(held)
    elif isinstance(schema, list):
        for held in schema:
            yield from _objects(held)


def _table(schema: Mapping[str, Any]) -> str:
    needed = schema.get("required", [])
    return table(
        ["key", "needed", "takes", "what it holds"],
        (
            [code(key), "yes" if key in needed else "", ", or ".join(_takes(held)), safe(held.get("description", ""))]
            for key, held in schema["properties"].items()
        ),
    )


def _takes(schema: Mapping[str, Any]) -> list[str]:
    """What a value may be, in words, each kind once; that it may be left empty is not said."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return [f"[{name}](#format-{name})" if name in _PARTS else "a list of terms"]
    if "anyOf" in schema:
        return list(dict.fromkeys(word for one in schema["anyOf"] for word in _takes(one)))
    if "enum" in schema:
        words = [word for word in schema["enum"] if word not in {"…", "..."}]
        return [", ".join(map(code, words)) if len(words) <= _FEW else "a word"] if words else []
    if "const" in schema:
        return [code(str(schema["const"]).lower())]
    kinds = schema.get("type", [])
    return [_NAMES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind in _NAMES][:1]


_NAMES = {"string": "text", "number": "a number", "integer": "a number", "object": "a mapping", "array": "a list"}
