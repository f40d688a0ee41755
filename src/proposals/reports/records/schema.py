"""The JSON Schema (draft 2020-12) of the reports that commands write as JSON, and of the lines of ``.jsonl`` files.

It names every field that this version writes, and refuses any other. A program may rely on each of them for as long as
``schema_version`` is the same; a later version of the library may add fields, and its own schema then names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from proposals.reports.records.schemas import comparisons, documents, measures, parts


def output_schema() -> dict[str, Any]:
    """The schema of whatever a command writes as JSON, and of one line of a ``.jsonl`` file."""
    told, lines = _reports(), {**comparisons.LINES, **documents.LINES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reports on proposals",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in (*told, *lines)],
        "$defs": {**parts.PARTS, **documents.PARTS, **comparisons.PARTS, **measures.PARTS, **told, **lines},
    }


def reports() -> Iterable[str]:
    """The words under ``report`` that the schema tells."""
    return _reports().keys()


def _reports() -> Mapping[str, dict[str, Any]]:
    return {**documents.REPORTS, **comparisons.REPORTS, **measures.REPORTS}
