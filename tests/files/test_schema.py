from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from proposals import library
from proposals.fields.declare import compared, compared_fields, subject, subject_fields
from proposals.fields.scales import Quantity
from proposals.fields.values import PLACE
from proposals.files.schema import input_schema
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.vocabulary import Topic

SCHEMA = input_schema()


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are text, and only true and false are booleans."""


Editor.yaml_implicit_resolvers = {
    sign: [
        (tag, pattern)
        for tag, pattern in found
        if tag != "tag:yaml.org,2002:timestamp" and not (tag == "tag:yaml.org,2002:bool" and sign not in "tTfF")
    ]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, Editor)  # noqa: S506 -- a safe loader


def faults(text: str, schema: dict[str, Any] = SCHEMA) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(loaded(text))]


HEAD = "id: one\ntitle: One\ndate: 2030-01-01\n"


def test_the_schema_is_a_schema_and_is_json() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("name", library.ids())
def test_every_bundled_file_validates(name: str) -> None:
    assert faults(library.path_of(name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["left.yaml", "right.yaml"])
def test_the_made_up_files_validate(name: str) -> None:
    assert faults((Path(__file__).parents[1] / "golden" / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "terms:\n",
        HEAD + "date2:\n".replace("date2", "summary"),
        HEAD + "terms: []\n",
        HEAD + "terms:\n- force-limit: UA\n  point: 6\n",
        HEAD + "terms:\n- force-limit: [UA, RU]\n  personnel: 600k\n",
        HEAD + "terms:\n- force-limit: {of: UA}\n",
        HEAD + "terms:\n- withdrawal: {of: UA, from: [UA-14, UA-09]}\n",
        HEAD + "terms:\n- territory-status: UA-14\n  by: [US, …]\n",
        HEAD + "terms:\n- security-guarantee: UA\n  void-if: [{attack: {by: UA}}, breach]\n",
        HEAD + "terms:\n- force-limit: UA\n  cite: base\n",
        HEAD + "terms:\n- force-limit: UA\n  cite: {base: word}\n",
        HEAD + "terms:\n- force-limit: UA\n  cite: {base: [word, other word]}\n",
        HEAD + "terms:\n- force-limit: UA\n  cite: [base, {source: base, quote: word, for: [personnel]}]\n",
        HEAD + "terms:\n- force-limit: UA\n  options: [{held-by: UA, personnel: 1}, {held-by: RU}]\n",
        HEAD + "struck: [3, 4a, {point: 5}]\n",
        HEAD + "lineage: {amends: other, certainty: claimed}\n",
        HEAD + "gaps: {what: everything}\n",
        HEAD + "sources: {ap: {publisher: AP, grade: B2}}\n",
        HEAD + "places: {My-place: {name: My place, kind: site}}\n",
        HEAD + "actors: {my-body: {name: My body, kind: body, side: UA}}\n",
    ],
)
def test_what_the_reader_takes_validates(text: str, tmp_path: Path) -> None:
    assert faults(text) == []
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    codes = {problem.code for problem in library.problems_of(tmp_path / "one.yaml")}
    assert codes <= {"unknown-source", "unknown-document", "nothing-amended"}


@pytest.mark.parametrize(
    "text",
    [
        "title: One\ndate: 2030-01-01\n",
        HEAD + "covrage: complete\n",
        HEAD + "coverage: some\n",
        HEAD.replace("id: one", "id: One_1"),
        HEAD + "terms: {force-limit: UA}\n",
        HEAD + "terms:\n- force-limt: UA\n",
        HEAD + "terms:\n- point: 6\n",
        HEAD + "terms:\n- {force-limit: UA, ceasefire: [UA, RU]}\n",
        HEAD + "terms:\n- force-limit: UA\n  personel: 600000\n",
        HEAD + "terms:\n- force-limit: UA\n  personnel: -1\n",
        HEAD + "terms:\n- force-limit: UA\n  modality: must\n",
        HEAD + "terms:\n- withdrawal: {of: UA}\n",
        HEAD + "terms:\n- withdrawal: UA\n",
        HEAD + "terms:\n- force-limit: UA\n  options: [{personel: 1}]\n",
        HEAD + "terms:\n- security-guarantee: UA\n  void-if: [{attack: {by: UA}, breach: {}}]\n",
        HEAD + "lineage: [{to: other}]\n",
        HEAD + "lineage: [{amends: other, revises: another}]\n",
        HEAD + "sources: {ap: {grade: Z9}}\n",
        HEAD + "sources: {AP: {grade: B2}}\n",
        HEAD + "sources: {ap: {url: 'ftp://x'}}\n",
        HEAD + "gaps: [{note: word}]\n",
    ],
)
def test_what_is_wrong_does_not_validate(text: str, tmp_path: Path) -> None:
    assert faults(text)
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    assert library.problems_of(tmp_path / "one.yaml")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_every_kind_is_there_with_its_definition(kind: type[Term]) -> None:
    properties = SCHEMA["$defs"][kind.kind]["properties"]
    for field in compared_fields(kind):
        assert properties[field.key]["description"] == field.definition
    written = str(properties[kind.kind])
    assert all(field.definition in written for field in subject_fields(kind))


@attrs.frozen(kw_only=True)
class Demining(Term):
    """Clearing of mines."""

    kind = "demining"
    topic = Topic.HUMANITARIAN
    place: str = subject(PLACE, "Where.")
    area: int | float | None = compared(Quantity("km²"), "How much ground.")


@attrs.frozen(kw_only=True)
class Amnesty(Term):
    """A kind that is about nothing but itself."""

    kind = "everyone-freed"


def test_a_kind_of_ones_own_is_in_the_schema() -> None:
    schema = input_schema({**KINDS, Demining.kind: Demining, Amnesty.kind: Amnesty})
    assert faults(HEAD + "terms:\n- demining: UA-14\n  area: 12\n- everyone-freed:\n", schema) == []
    assert faults(HEAD + "terms:\n- demining: UA-14\n  area: word\n", schema)
    assert faults(HEAD + "terms:\n- everyone-freed: UA\n", schema)
