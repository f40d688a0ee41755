from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from proposals import library
from proposals.fields.declare import compared, compared_fields, fields_of, subject, subject_fields
from proposals.fields.members import Members
from proposals.fields.patterns import URL
from proposals.fields.scales import MemberSet, Nominal, Quantity
from proposals.fields.values import PLACE, Words
from proposals.files.schema import input_schema
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.vocabulary import Topic, Topics
from proposals.words import Word

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


ELSEWHERE = {"unknown-source", "unknown-document", "nothing-amended"}
"""Problems that depend on other files, of which an editor knows nothing."""
HEAD = "id: one\ntitle: One\ndate: 2030-01-01\n"


def _words(schema: Any) -> Iterator[str]:
    """Every key and every word that a file may hold, as far as the schema lists them."""
    if isinstance(schema, list):
        for item in schema:
            yield from _words(item)
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from ([schema["const"]] if isinstance(schema.get("const"), str) else [])
        for held in schema.values():
            yield from _words(held)


def test_no_key_and_no_word_is_true_or_false_to_any_reader_of_yaml() -> None:
    """YAML 1.1 takes ``on``, ``off``, ``yes`` and ``no`` for booleans, and ``y`` and ``n`` as well."""
    words = set(_words(SCHEMA))
    assert {"against", "point", "shall"} <= words
    assert [word for word in sorted(words) if isinstance(yaml.safe_load(word), bool) or word in {"y", "n"}] == []


def test_the_schema_is_a_schema_and_is_json() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("name", library.ids())
def test_every_bundled_file_validates(name: str) -> None:
    assert faults(library.bundled().path_of(name).read_text(encoding="utf-8")) == []


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
    assert codes <= ELSEWHERE


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
        HEAD + "terms:\n- force-limit: UA\n  options: [{held-by: UA, force-limit: RU}]\n",
        HEAD + "terms:\n- force-limit: UA\n  options: [{held-by: UA, options: [{held-by: RU}]}]\n",
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


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema, itself included."""
    held = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict):
        yield schema
    for one in held:
        yield from parts_of(one)


def pointed_at(reference: str) -> Any:
    held: Any = SCHEMA
    for key in reference.removeprefix("#/").split("/"):
        held = held[key]
    return held


REFERENCES = {part["$ref"] for part in parts_of(SCHEMA) if "$ref" in part}


def test_it_stays_small() -> None:
    assert len(json.dumps(SCHEMA, ensure_ascii=False, indent=2).encode()) < 400_000


def test_every_reference_leads_to_a_definition() -> None:
    assert all(pointed_at(reference) for reference in REFERENCES)


def test_every_definition_is_referred_to() -> None:
    assert {f"#/$defs/{name}" for name in SCHEMA["$defs"]} == REFERENCES


def test_nothing_else_stands_beside_a_reference_than_what_it_means() -> None:
    assert all(part.keys() <= {"$ref", "description"} for part in parts_of(SCHEMA) if "$ref" in part)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("actor", {"UA"}),
        ("actor-list", {"UA"}),
        ("date", {"2025-11~"}),
        ("moment", {"100 days of signature"}),
        ("circumstance", {"attack"}),
        ("portion", {"UA"}),
        ("line-effect", {"frozen"}),
    ],
)
def test_what_is_shared_has_a_name_and_says_what_it_is(name: str, shape: set[str]) -> None:
    assert SCHEMA["$defs"][name]["description"]
    alone = {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}
    assert all(jsonschema.Draft202012Validator(alone).is_valid(value) for value in shape)


def words_of(kind: type[Term]) -> set[type[Word]]:
    return {field.domain.words for field in fields_of(kind) if isinstance(field.domain, Words)}


@pytest.mark.parametrize("words", sorted(set.union(*map(words_of, KINDS.values())), key=str))
def test_every_word_of_every_list_has_its_definition(words: type[Word]) -> None:
    told = [{"const": str(word), "description": word.definition} for word in (Topic if words is Topics else words)]
    assert [part["oneOf"] for part in parts_of(SCHEMA) if part.get("oneOf") == told] == [told]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_every_kind_is_there_with_its_definition(kind: type[Term]) -> None:
    held = SCHEMA["$defs"][kind.kind]
    common = SCHEMA["$defs"]["any-kind"]["properties"]
    for field in compared_fields(kind):
        shown = held["properties"][field.key]
        assert (common[field.key] if shown is True else shown)["description"] == field.definition
    assert common.keys() < held["properties"].keys()
    written = str(held["properties"][kind.kind])
    assert all(field.definition in written for field in subject_fields(kind))


SEED = 28
# Not null and not true: the reader passes over the one and takes the other for a word, where an editor warns of both.
STRANGE: tuple[Any, ...] = (-1, 6, 0.5, "", "strange", "UA", "2025~", [], {}, {"strange": "x"}, ["UA", "…"], [["UA"]])


def altered(plain: Any, chance: random.Random) -> Any:
    """The file with one thing in it left out or exchanged, or with a key that nobody declares."""
    copied = copy.deepcopy(plain)
    part = chance.choice([part for part in parts_of(copied) if part])
    key = chance.choice([*part, "strange"])
    part.pop(key, None)
    if chance.random() < 2 / 3:
        part[key] = chance.choice(STRANGE)
    return copied


@pytest.mark.parametrize("name", library.ids())
def test_a_file_that_the_reader_takes_validates_whatever_was_altered(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"{SEED} {name}")  # noqa: S311 -- the same files in every run
    plain = loaded(library.bundled().path_of(name).read_text(encoding="utf-8"))
    plain["terms"] = chance.sample(plain["terms"], min(8, len(plain["terms"])))
    for number in range(10):
        text = yaml.safe_dump(altered(plain, chance), allow_unicode=True, sort_keys=False)
        path = tmp_path / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        if not {problem.code for problem in library.problems_of(path)} - ELSEWHERE:
            assert faults(text) == [], text


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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pause(Term):
    """A kind that measures by days what others tell as a moment."""

    kind = "pause"
    until: int | None = compared(Quantity("days"), "For how many days.")
    links: Members | None = compared(MemberSet(URL), "Where it is announced.")


def test_a_kind_may_declare_anew_what_all_have() -> None:
    schema = input_schema({**KINDS, Pause.kind: Pause})
    assert schema["$defs"]["pause"]["properties"]["until"]["description"] == "For how many days."
    assert faults(HEAD + "terms:\n- pause:\n  until: 1.5\n  links: [https://a.org, …]\n  note: Words.\n", schema) == []
    assert faults(HEAD + "terms:\n- pause:\n  until: word\n", schema)
    assert faults(HEAD + "terms:\n- pause:\n  links: [word]\n", schema)


class Actor(Word):
    """Who, told by a word whose list has the name of another definition."""

    NEIGHBOUR = "neighbour", "Who lives beside it."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place(Term):
    """A kind with the name of another definition."""

    kind = "place"
    near: tuple[str, ...] = subject(PLACE, "Near where.", each=True)
    whose: Actor | None = compared(Nominal(Words(Actor)), "Whose it is.")


def test_two_definitions_may_want_one_name() -> None:
    schema = input_schema({**KINDS, Place.kind: Place})
    assert schema["$defs"]["place"]["description"] == "A kind with the name of another definition."
    assert schema["$defs"]["place"]["properties"]["whose"]["description"] == "Whose it is."
    term = "terms:\n- place: UA-14\n  whose: neighbour\n  obligors: [RU]\n- withdrawal: {of: UA, from: UA-14}\n"
    assert faults(HEAD + term, schema) == []
    assert faults(HEAD + term.replace("neighbour", "RU"), schema)
