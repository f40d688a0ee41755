"""The schema of JSON reports: every report keeps it, and it tells every field that they have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from proposals import library
from proposals.cli.commands import front
from proposals.comparison import compare
from proposals.reports import tables
from proposals.reports.lookup import Lookup
from proposals.reports.output_schema import output_schema, reports

GOLDEN = Path(__file__).parent.parent / "golden"
COMMANDS = {
    "comparison": [
        ("diff", "left.yaml", "right.yaml"), ("diff", "us-28-point", "e3-counter"),
        ("diff", "us-28-point", "twenty-point"),
    ],
    "proposal": [("show", "right.yaml"), *(("show", name) for name in library.ids())],
    "list": [("list",)],
    "timeline": [("timeline",)],
    "verification": [("verify",), ("verify", "left.yaml", "right.yaml")],
    "problems": [("check", "wrong.yaml"), ("check", "left.yaml")],
    "rules": [("rules",)],
}  # fmt: skip


def strict(schema: Any) -> Any:
    """The schema with no further fields allowed where it names some; changes of a value differ by their scale."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: strict(one) for key, one in schema.items()}
    if "properties" in schema and "way" not in schema["properties"] and "$ref" not in schema:
        found["unevaluatedProperties"] = False
    return found


def validator(name: str) -> Draft202012Validator:
    whole = output_schema()
    held = strict(whole["$defs"])
    held[name]["properties"] |= {"schema_version": {"const": 1}, "report": {"const": name}}
    return Draft202012Validator({"$defs": held, "$ref": f"#/$defs/{name}"})


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(output_schema())
    assert set(reports()) == COMMANDS.keys()


@pytest.mark.parametrize(("name", "arguments"), [(name, one) for name, found in COMMANDS.items() for one in found])
def test_a_report_has_the_fields_that_the_schema_tells_and_no_other(
    name: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN)
    report = json.loads(CliRunner().invoke(front, [*arguments, "--format", "json"]).stdout)
    assert report["report"] == name
    assert [error.message for error in validator(name).iter_errors(report)] == []
    assert Draft202012Validator(output_schema()).is_valid(report)


def test_lines_of_findings_and_terms_keep_the_schema() -> None:
    documents = [library.load("us-28-point"), library.load("twenty-point")]
    lookup = Lookup.of(*documents)
    for name, records in (
        ("finding_line", tables.finding_records([compare(*documents)], lookup)),
        ("term_line", tables.term_records(documents, lookup)),
    ):
        for line in tables.as_json_lines(records).splitlines():
            assert [error.message for error in validator(name).iter_errors(json.loads(line))] == []


@pytest.mark.parametrize(
    "wrong", [{}, [], {"schema_version": 1}, {"schema_version": 2, "report": "list", "proposals": []}],
)
def test_anything_else_is_refused(wrong: object) -> None:
    assert not Draft202012Validator(output_schema()).is_valid(wrong)


def test_the_command_prints_it() -> None:
    assert json.loads(CliRunner().invoke(front, ["schema", "--reports"]).stdout) == output_schema()
