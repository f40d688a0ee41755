"""The schema of JSON reports: whatever a command writes keeps it, and it tells every field that there is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from every_command import COMMANDS as COMMANDS_BY_NAME
from proposals import library
from proposals.cli.app import application
from proposals.comparison.engine import compare
from proposals.language.names import Lookup
from proposals.reports.formats import tables
from proposals.reports.records.schema import output_schema, reports

GOLDEN = Path(__file__).parents[2] / "golden"
PLANS = ("us-28-point", "e3-counter", "twenty-point")
MADE_UP = ("left.yaml", "right.yaml", "measures-third.yaml")
COMMANDS = {
    "comparison": [
        ("diff", *MADE_UP[:2]), ("diff", *MADE_UP[1::-1]), ("diff", *PLANS[:2]), ("diff", *PLANS[1:]),
        ("diff", *PLANS[::-2]), ("diff", *PLANS[:2], "--topic", "forces", "--relation", "differs"),
    ],
    "proposal": [("show", "right.yaml"), *(("show", name) for name in library.ids())],
    "disputes": [("show", name, "--disputes") for name in (*PLANS, *MADE_UP)],
    "list": [("list",)],
    "lineage": [("list", "--lineage"), ("list", "--lineage", "right.yaml")],
    "gaps": [("show", "--gaps"), ("show", *PLANS, "--gaps")],
    "timeline": [("timeline",)],
    "check": [("check", "wrong.yaml", "right.yaml"), ("check",), ("check", "left.yaml")],
    "explanation": [("explain",), ("explain", "rules"), ("explain", "line", "status")],
    "matrix": [("matrix", *PLANS), ("matrix", *MADE_UP, "--only-disagreements")],
    "trace": [
        ("trace", *PLANS), ("trace", *PLANS, "--toward", "december-package"),
        ("trace", *MADE_UP[:2], "--toward", MADE_UP[2], "--mediator", "TR"),
        ("trace", PLANS[0], PLANS[2], "--toward", PLANS[1], "--party", "UA"),
    ],
    "burdens": [("burdens", *PLANS[:2]), ("burdens", PLANS[2]), ("burdens", *MADE_UP[:2])],
    "similarity": [("similarity", *PLANS), ("similarity", *MADE_UP, "--weights", "measures-weights.yaml")],
}  # fmt: skip


def told(*arguments: str) -> Any:
    return json.loads(CliRunner().invoke(application, [*arguments, "--format", "json"]).stdout)


@cache
def whole() -> Draft202012Validator:
    return Draft202012Validator(output_schema())


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$defs": output_schema()["$defs"], "$ref": f"#/$defs/{name}"})


def mappings(held: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a value, the value itself first."""
    if isinstance(held, dict):
        yield held
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from mappings(one)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(output_schema())
    assert set(reports()) == COMMANDS.keys()


def test_every_command_that_writes_json_has_its_report_in_the_schema() -> None:
    writing = {
        name
        for name, command in COMMANDS_BY_NAME.items()
        for param in command.params
        if isinstance(param.type, click.Choice) and "json" in param.type.choices
    }
    assert writing == {arguments[0] for found in COMMANDS.values() for arguments in found}


def test_every_mapping_of_the_schema_says_what_it_may_hold() -> None:
    shapes = [one for one in mappings(output_schema()) if one.get("type") == "object"]
    free = [one for one in shapes if "additionalProperties" not in one]
    assert {one["description"].partition(" by ")[0] for one in free} == {"Ids", "Stated values"}


@pytest.mark.parametrize(("name", "arguments"), [(name, one) for name, found in COMMANDS.items() for one in found])
def test_a_report_has_the_fields_that_the_schema_tells(
    name: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN)
    report = told(*arguments)
    assert report["report"] == name
    assert [error.message for error in validator(name).iter_errors(report)] == []
    assert whole().is_valid(report)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_report_has_no_other_field(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)
    report = told(*COMMANDS[name][0])
    for place in list(mappings(report))[:2]:
        place["made_up"] = None
        assert not validator(name).is_valid(report)
        assert not whole().is_valid(report)
        del place["made_up"]
    assert validator(name).is_valid(report)


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
    "wrong",
    [{}, [], {"schema_version": 1}, {"schema_version": 2, "report": "list", "proposals": []}],
)
def test_anything_else_is_refused(wrong: object) -> None:
    assert not Draft202012Validator(output_schema()).is_valid(wrong)


def test_the_command_prints_it() -> None:
    assert json.loads(CliRunner().invoke(application, ["export", "schema", "--reports"]).stdout) == output_schema()
