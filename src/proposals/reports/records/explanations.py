"""What names mean, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.language.meaning import Meaning
from proposals.reports.records.declare import TEXT, Record, member, record
from proposals.reports.records.reports import report

# fmt: off
# One line for each member.

_FACT: Final[Record[tuple[str, str]]] = record("fact", "Something to know of a meaning.",
    member("label", TEXT, "What it is about.", lambda fact: fact[0]),
    member("text", TEXT, "What there is to know.", lambda fact: fact[1]),
)
_MEANING: Final[Record[Meaning]] = record("meaning", "One meaning of a name.",
    member("sort", TEXT, "What it is: a kind, a field, a word, a place and so on.", lambda one: one.sort),
    member("name", TEXT, "The name.", lambda one: one.name),
    member("definition", TEXT, "What it means.", lambda one: one.definition),
    member("facts", _FACT.listed, "What else there is to know.", lambda one: one.facts),
    member("example", TEXT, "YAML to copy into a file; empty unless it is a kind of term.", lambda one: one.example),
)
EXPLANATION: Final[Record[Iterable[Meaning]]] = report("explanation", "What names mean.",
    member("meanings", _MEANING.listed, "All meanings.", lambda meanings: meanings),
)
