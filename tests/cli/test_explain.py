"""``proposals explain``: the codebook at the shell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from lists import word_lists
from proposals import library
from proposals.cli.app import application
from proposals.comparison.rules import RULES
from proposals.comparison.verdicts import QUESTION_RULES, TOPIC_RULES
from proposals.fields.declare import fields_of
from proposals.files.glossary import read_glossary
from proposals.language.explaining import SORTS, explained, meanings
from proposals.library import bundled
from proposals.strings import folded
from proposals.terms import KINDS

# Those that pages are made of are no words of documents or findings.
LISTS = [one for one in word_lists() if "reports" not in one.__module__]


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(application, ["explain", *arguments])
    return result.exit_code, result.stdout, result.stderr


def told(*words: str) -> list[dict[str, Any]]:
    code, out, _ = run(*words, "--format", "json")
    assert code == 0
    held: list[dict[str, Any]] = json.loads(out)["meanings"]
    return held


def test_a_kind_has_its_fields_and_an_example_to_copy() -> None:
    code, out, _ = run("force-limit")
    assert code == 0
    assert "personnel  The most persons allowed. Takes a number of persons." in out
    assert "        - force-limit: CH\n          personnel: 100\n          also: [weapons]\n" in out
    assert "    - force-limit: CH\n      personnel: 100\n" in run("force-limit", "--format", "markdown")[1]


def test_all_meanings_of_a_name_are_given() -> None:
    assert {one["sort"] for one in told("status")} == {"field", "key", "list", "word"}
    assert {one["sort"] for one in told("UA")} == {"place", "actor"}


def test_joined_words_come_first() -> None:
    assert [one["name"] for one in told("de", "facto")] == ["de facto"]
    assert [one["name"] for one in told("shall", "not")] == ["shall not"]
    names = [one["name"] for one in told("de", "facto", "frozen-line")]
    assert names[0] == "de facto"
    assert "frozen-line" in names


def test_case_hyphens_and_old_spellings_do_not_count() -> None:
    assert told("Frozen", "Line") == told("frozen-line")
    assert told("DONBASS")[0]["name"] == "Donbas"


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("frozne-line",), "nearest: frozen-line, "),
        (("line", "shal"), "'shal' is not known; nearest: shall, "),
        (("xyzzyx",), "'xyzzyx' is not known; 'proposals explain' lists what there is"),
    ],
)
def test_an_unknown_word_names_the_nearest(words: tuple[str, ...], near: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert near in err
    assert err.count("\n") == 1


def test_without_a_word_the_kinds_are_listed_by_topic() -> None:
    out = run()[1]
    assert "  territory       territory-status, withdrawal, demilitarization, frozen-line," in out
    assert all(kind in out for kind in KINDS)
    assert all(f"  {word}" in out for word in SORTS.values() if word != "kinds")
    assert [one["name"] for one in told()] == list(KINDS)


def test_every_rule_is_told_with_its_sentence() -> None:
    code, out, _ = run("rules", "--width", "200")
    assert code == 0
    every = (*RULES, *QUESTION_RULES, *TOPIC_RULES)
    assert all(rule.id in out and rule.sentence in out for rule in every)
    assert [one["name"] for one in told("rules")] == [rule.id for rule in every]


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_can_be_listed(sort: str) -> None:
    assert {one["sort"] for one in told(*SORTS[sort].split())} >= {sort}
    assert run(*SORTS[sort].split())[0] == 0


def test_everything_is_explained() -> None:
    known = meanings(bundled())
    world = library.world()
    names = {
        *KINDS,
        *(field.key for kind in KINDS.values() for field in fields_of(kind)),
        *(rule.id for rule in (*RULES, *QUESTION_RULES, *TOPIC_RULES)),
        *library.questions(),
        *(str(word) for words in LISTS for word in words),
        *(words.__name__ for words in LISTS),
        *world.places.spellings(),
        *world.actors.spellings(),
        *(event.id for event in library.events()),
        *library.sources(),
        *library.ids(),
        *(entry.word for entry in read_glossary(library.root() / "data" / "glossary.yaml")),
    }
    assert {name for name in names if folded(name) not in known} == set()
    assert all(one.definition for found in known.values() for one in found)


def test_a_meaning_is_given_once() -> None:
    assert len(explained(["line", "line"], bundled())) == len(explained(["line"], bundled()))


def test_the_codebook_has_every_kind_field_and_word() -> None:
    code, out, _ = run("codebook", "--width", "200")
    assert code == 0
    shown = " ".join(out.split())
    assert all(name in out for name in KINDS)
    assert "Words of sources" in out.replace("WORDS OF SOURCES", "Words of sources")
    assert all(" ".join(field.definition.split()) in shown for field in fields_of(KINDS["force-limit"]))
    assert {one["sort"] for one in told("codebook")} == {"kind", "field", "list", "word"}


def test_a_rule_says_to_which_stances_it_applies_and_what_must_show() -> None:
    (missing,) = told("rejection-misses")
    facts = {one["label"]: one["text"] for one in missing["facts"]}
    assert "rejects with reserves" in facts["applies to"]
    assert facts["if it shows"].startswith("uncovered: ")
    against = next(one for one in told("both-against") if one["sort"] == "rule")
    assert "strikes on both sides" not in str(against)
    many = next(one for one in told("answered-otherwise") if one["sort"] == "rule")
    assert "pairs, among them" in str(many)
