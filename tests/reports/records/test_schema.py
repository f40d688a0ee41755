"""The schema of JSON reports: whatever a command writes keeps it, and it tells every field that there is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from every_command import COMMANDS as COMMANDS_BY_NAME
from proposals import library
from proposals.cli.app import application
from proposals.comparison.engine import compare
from proposals.language.names import Lookup
from proposals.provenance import Citation
from proposals.reports.formats import tables
from proposals.reports.records import flat
from proposals.reports.records.comparisons import COMPARISON, FINDING_LINE
from proposals.reports.records.declare import Of, Record, always, definitions, record
from proposals.reports.records.documents import PROPOSAL, TERM_LINE
from proposals.reports.records.reports import SCHEMA_VERSION
from proposals.reports.records.schema import LINES, REPORTS, output_schema

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
    "search": [("list", "--find", "amnesty")],
    "questions": [("list", "--questions")],
    "precedents": [("list", "--precedents", "agreements.csv"), ("list", *PLANS, "--precedents", "agreements.csv")],
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
    "nearest": [("similarity", "us-28-point", "--nearest", "2"), ("similarity", *PLANS, "--nearest", "1")],
    "agreement": [("similarity", *MADE_UP[:2], "--coders"), ("similarity", *PLANS[:2], "--coders")],
    "texts": [("diff", "first-draft.txt", "second-draft.md"), ("diff", "second-draft.md", "first-draft.txt")],
}  # fmt: skip


@cache
def told(*arguments: str) -> Any:
    """What a command writes in the folder of the approved files; not to be changed."""
    return json.loads(CliRunner().invoke(application, [*arguments, "--format", "json"]).stdout)


DEFINITIONS = output_schema()["$defs"]
KINDS: dict[str, Any] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict,
    "null": type(None),
}  # fmt: skip


@cache
def whole() -> Draft202012Validator:
    return Draft202012Validator(output_schema())


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$defs": output_schema()["$defs"], "$ref": f"#/$defs/{name}"})


def fits(schema: dict[str, Any], held: Any) -> set[str] | None:
    """The records that a value is made of, each with the very members that the schema tells; ``None`` if it is not."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        inside = fits(DEFINITIONS[name], held)
        return None if inside is None else inside | {name}
    if "anyOf" in schema:
        return next((found for one in schema["anyOf"] if (found := fits(one, held)) is not None), None)
    if not isinstance(held, KINDS.get(schema.get("type", ""), object)) or held not in schema.get("enum", [held]):
        return None
    if "const" in schema:
        return set() if held == schema["const"] else None
    inner: list[set[str] | None] = []
    if "items" in schema:
        inner = [fits(schema["items"], one) for one in held]
    elif "properties" in schema:
        if list(held) != list(schema["properties"]):
            return None
        inner = [fits(schema["properties"][key], one) for key, one in held.items()]
    elif "additionalProperties" in schema:
        inner = [fits(schema["additionalProperties"], one) for one in held.values()]
    return None if None in inner else set[str]().union(*(one for one in inner if one))


def mappings(held: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a value, the value itself first."""
    if isinstance(held, dict):
        yield held
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from mappings(one)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(output_schema())
    assert [one.schema["$ref"] for one in REPORTS] == [f"#/$defs/{name}" for name in COMMANDS]


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
    assert all("additionalProperties" in one for one in shapes)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_every_record_and_every_member_says_what_it_is(name: str) -> None:
    one = DEFINITIONS[name]
    for held in (one, *one.get("properties", {}).values()):
        assert re.fullmatch("[A-Z].*[.]", held["description"])


@pytest.mark.parametrize("record", [*REPORTS, *LINES])
def test_the_version_stands_at_the_head(record: Record[Any]) -> None:
    assert record.members[0].name == "schema_version"
    assert record.members[0].shape.schema == {"const": SCHEMA_VERSION}


@pytest.mark.bulk
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
    report = deepcopy(told(*COMMANDS[name][0]))
    outer, inner = list(mappings(report))[:2]
    inner["made_up"] = None
    assert not validator(name).is_valid(report)
    del inner["made_up"]
    outer["made_up"] = None
    assert not validator(name).is_valid(report)
    assert not whole().is_valid(report)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_member_may_go_or_be_called_something_else(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)
    report = told(*COMMANDS[name][0])
    for key in list(report):
        rest = {other: held for other, held in report.items() if other != key}
        assert not validator(name).is_valid(rest)
        assert not validator(name).is_valid(rest | {f"{key}_renamed": report[key]})


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.json*")), ids=lambda file: file.name)
def test_every_approved_file_keeps_the_schema(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for held in map(json.loads, text.splitlines()) if file.suffix == ".jsonl" else [json.loads(text)]:
        assert whole().is_valid(held)
        assert fits(output_schema(), held)


@pytest.mark.bulk
@pytest.mark.parametrize("name", library.ids())
def test_all_that_is_told_of_the_collection_has_the_members_that_the_schema_tells(name: str) -> None:
    document, everything = library.load(name), library.proposals()
    lookup = Lookup.of(*everything)
    assert validator("proposal").is_valid(PROPOSAL.json(document, lookup))
    for other in everything:
        compared = compare(document, other)
        assert fits(COMPARISON.schema, COMPARISON.json(Of(compared, compared), lookup))


def test_every_record_occurs(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no name of the schema is one that nothing is ever written under."""
    monkeypatch.chdir(GOLDEN)
    every = [(DEFINITIONS[name], arguments) for name, found in COMMANDS.items() for arguments in found]
    found = {name for schema, arguments in every for name in fits(schema, told(*arguments)) or ()}
    rare = {"crossing", "difference_bounds", "difference_inside", "undeclared_source", "finding_line", "term_line"}
    assert DEFINITIONS.keys() - found - COMMANDS.keys() == rare


def test_lines_of_findings_and_terms_keep_the_schema() -> None:
    documents = [library.load("us-28-point"), library.load("twenty-point")]
    lookup = Lookup.of(*documents)
    for line_record, records in (
        (FINDING_LINE, flat.finding_records([compare(*documents)], lookup)),
        (TERM_LINE, flat.term_records(documents, lookup)),
    ):
        for line in map(json.loads, tables.as_json_lines(records).splitlines()):
            assert whole().is_valid(line)
            assert fits(line_record.schema, line)


def test_a_source_that_is_not_declared_has_its_id_alone() -> None:
    document = attrs.evolve(library.load("us-28-point"), known_from=(Citation(source="nowhere"),))
    written = PROPOSAL.json(document, Lookup.of(document))
    assert written["known_from"][0]["source"] == {"id": "nowhere"}
    assert "undeclared_source" in (fits(PROPOSAL.schema, written) or ())


def test_rows_hold_what_their_columns_tell() -> None:
    documents = [library.load("us-28-point"), library.load("twenty-point")]
    lookup = Lookup.of(*documents)
    for table in (flat.findings([compare(*documents)], lookup), flat.terms(documents, lookup)):
        assert all(
            fits(column.shape.schema, held) is not None
            for row in table.rows
            for column, held in zip(table.columns, row, strict=True)
        )


def test_the_reference_states_the_version() -> None:
    reference = (GOLDEN.parents[1] / "docs" / "reference" / "format.md").read_text(encoding="utf-8")
    assert f"`schema_version` is {SCHEMA_VERSION}." in reference


def test_two_records_of_one_name_are_refused() -> None:
    one, other = (record("one", about, always("a", 1, "A.")) for about in ("This.", "That."))
    assert definitions([one, one.listed]) == one.defs
    with pytest.raises(ValueError, match="two records are called 'one'"):
        definitions([one, other])


@pytest.mark.parametrize(
    "wrong",
    [{}, [], {"schema_version": 1}, {"schema_version": 2, "report": "list", "proposals": []}],
)
def test_anything_else_is_refused(wrong: object) -> None:
    assert not Draft202012Validator(output_schema()).is_valid(wrong)


def test_the_command_prints_it() -> None:
    assert json.loads(CliRunner().invoke(application, ["export", "schema", "--reports"]).stdout) == output_schema()
