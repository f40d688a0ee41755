"""The data format, made from the JSON Schema of the input; the registers beside it from their own declarations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from manual.markdown import code, safe, table
from proposals import library
from proposals.files.formats import RENAMINGS
from proposals.files.glossary import GLOSSARY_ENTRIES
from proposals.files.reader import Entry
from proposals.files.registers import EVENT_ENTRIES
from proposals.files.schema import input_schema
from proposals.terms import KINDS

_PARTS = {
    "cite": ("citation", "Citations", "What `cite` takes. The long form has these keys:"),
    "disputed": ("dispute", "Disputes", "What `disputed` lists, under a term:"),
    "lineage": (
        "lineage-step",
        "Lineage",
        "Each step has one of the links as its key, with the other document's id:",
    ),
    "struck": ("deletion", "Deletions", "What `struck` lists: a point's number, or a mapping:"),
    "gaps": ("gap", "Gaps", "What `gaps` lists:"),
    "sources": ("source", "Sources", "Each stands under its id:"),
    "places": ("place-record", "Places", "Each stands under its id:"),
    "actors": ("actor-record", "Actors", "Each stands under its id:"),
    "milestones": ("milestone", "Milestones", "Each stands under its id:"),
}
"""By key: the definition in the schema of what one of its values holds, a heading, and a sentence before the table."""
_FEW = 8

_schema = cache(input_schema)


def head() -> str:
    """The keys of a file."""
    return _table(_schema())


def common() -> str:
    """The keys that every term has besides those of its kind."""
    definitions = _schema()["$defs"]
    options = definitions[next(iter(KINDS))]["properties"]["options"]
    return _table({"properties": {**definitions["any-kind"]["properties"], "options": options}})


def parts() -> str:
    """What the other keys hold, each part under its own heading."""
    return "\n".join(
        f"(format-{key})=\n### {title}\n\n{sentence}\n\n{_table(_schema()['$defs'][name])}"
        for key, (name, title, sentence) in _PARTS.items()
    )


def registers() -> str:
    """The keys of the files beside the documents."""
    events = f"### Events\n\n`data/events.yaml` is a list of these:\n\n{_entries(EVENT_ENTRIES)}"
    return f"{_milestones()}\n{events}\n### Glossary\n\nEach word has:\n\n{_entries(GLOSSARY_ENTRIES)}"


def history() -> str:
    """What each format of files has renamed."""
    rows = (
        [str(one.since), code(one.old), code(one.new), ", ".join(code(word) for word in one.under)] for one in RENAMINGS
    )
    return table(["since format", "before", "now", "of the kinds or circumstances"], rows)


def _milestones() -> str:
    """The milestones that every document may name."""
    known = library.world().milestones.milestones
    rows = [
        [
            safe(one.name),
            safe(one.definition),
            safe("; ".join(one.names)),
            safe(", ".join(known[at].name for at in one.after)),
        ]
        for one in known.values()
    ]
    listed = table(["milestone", "what has then happened", "also written", "comes after"], rows)
    return f"(known-milestones)=\n### Known milestones\n\n`data/milestones.yaml` has these:\n\n{listed}"


def _entries(entries: Mapping[str, Entry]) -> str:
    return table(
        ["key", "needed", "what it holds"],
        ([code(key), "yes" if entry.required else "", entry.definition] for key, entry in entries.items()),
    )


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
        return [f"[{name}](#format-{name})"] if name in _PARTS else _takes(_schema()["$defs"][name])
    if "anyOf" in schema:
        return list(dict.fromkeys(word for one in schema["anyOf"] for word in _takes(one)))
    if "oneOf" in schema:
        words = [one["const"] for one in schema["oneOf"]]
        return [", ".join(map(code, words)) if len(words) <= _FEW else "a word"]
    if "const" in schema:
        return [code(str(schema["const"]).lower())]
    kinds = schema.get("type", [])
    return [_NAMES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind in _NAMES][:1]


_NAMES = {"string": "text", "number": "a number", "integer": "a number", "object": "a mapping", "array": "a list"}
