"""Everything that the library has stands on its page of the reference, as Sphinx reads it: with every block filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click
import pytest
from manual import glossary, pages, statements, topics
from manual.codebook import word_lists

import proposals
from every_command import COMMANDS
from proposals import library, vocabulary
from proposals.cli.app import application
from proposals.fields.declare import fields_of
from proposals.fields.scales import Scale
from proposals.files.citing import CITATION, DISPUTE, SOURCE
from proposals.files.proposals import GAP, HEAD, LINEAGE, STRUCK
from proposals.files.registers import ACTOR_ENTRIES, EVENT_ENTRIES, PLACE_ENTRIES
from proposals.files.terms import COMMON
from proposals.words import Word

ROOT = Path(__file__).parents[2]


Shown = Callable[[str], str]


@cache
def made_pages() -> dict[str, str]:
    return pages.made_pages()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_with_every_option_and_example(name: str, shown: Shown) -> None:
    section = shown("reference/commands").partition(f"(command-{name})=")[2].partition("\n(command-")[0]
    for param in COMMANDS[name].params:
        for written in (
            param.opts if isinstance(param, click.Option) else [param.make_metavar(click.Context(application))]
        ):
            assert written in section
    examples = [line.strip() for line in (COMMANDS[name].epilog or "").splitlines() if "proposals " in line]
    assert examples
    assert [line for line in examples if f"\n{line}\n" not in section] == []


@pytest.mark.parametrize("kind", proposals.KINDS.values(), ids=proposals.KINDS)
def test_every_kind_with_every_field(kind: type[proposals.Term], shown: Shown) -> None:
    section = shown("reference/kinds").partition(f"(kind-{kind.kind})=")[2].partition("\n(kind-")[0]
    common = {field.key for field in fields_of(proposals.Term)}
    for field in fields_of(kind):
        text = shown("reference/kinds") if field.key in common else section
        assert f"`{field.key}`" in text
        assert re.sub(r"([|<])", r"\\\1", field.definition) in text


@pytest.mark.parametrize("shape", word_lists(), ids=lambda shape: shape.__name__)
def test_every_list_of_words_with_every_word(shape: type[Word], shown: Shown) -> None:
    text = shown("reference/kinds") + shown("reference/words")
    section = text.partition(f"(words-{shape.__name__.lower()})=")[2].partition("\n(words-")[0]
    assert section
    for word in shape:
        assert f"`{word}`" in section or f"**{word}**" in section
        assert statements.safe(word.definition) in section or word.definition in section


def test_every_scale(shown: Shown) -> None:
    for scale in Scale.__subclasses__():
        assert f"**{scale.name}**" in shown("reference/kinds")


@pytest.mark.parametrize("rule", proposals.RULES, ids=lambda rule: rule.id)
def test_every_rule_with_its_sentence(rule: proposals.Rule, shown: Shown) -> None:
    assert f"## `{rule.id}`\n\n{rule.sentence}" in shown("reference/rules")


@pytest.mark.parametrize("name", proposals.__all__)
def test_every_public_name(name: str, shown: Shown) -> None:
    assert re.search(rf"^\.\. auto\w+:: proposals\.{name}$", shown("reference/library"), re.MULTILINE)


def test_every_key_of_the_format(shown: Shown) -> None:
    text = shown("reference/format")
    own = (HEAD, COMMON, SOURCE, CITATION, DISPUTE, LINEAGE, STRUCK, GAP)
    for entries in (*own, PLACE_ENTRIES, ACTOR_ENTRIES, EVENT_ENTRIES):
        for key, entry in entries.items():
            assert f"`{key}`" in text
            assert entry.definition in text.replace("\\", "")


def codes_in_the_code() -> set[str]:
    """The codes of problems: what stands where a problem takes its code."""
    found = {"bad-value"}
    for path in (ROOT / "src").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            place = {"problem": 1, "Problem": 1, "InvalidValueError": 2}.get(name)
            given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
            given += call.args[place : place + 1] if place else []
            found |= {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def test_every_code_of_a_problem_and_no_other(shown: Shown) -> None:
    page = shown("reference/errors")
    told = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)
    assert told == sorted(told)
    assert set(told) == codes_in_the_code()


def test_every_error_class(shown: Shown) -> None:
    page = shown("reference/errors")
    for error in proposals.ProposalsError.__subclasses__():
        assert f"`{error.__name__}`" in page or not error.__module__.startswith("proposals.errors")


def test_every_document_every_topic_and_every_event_has_its_page() -> None:
    assert {f"positions/{name}.md" for name in library.ids()} < made_pages().keys()
    assert {f"topics/{topics.slug(topic)}.md" for topic in topics.spoken_of()} < made_pages().keys()
    assert all(f"(event-{event.id})=" in made_pages()["timeline.md"] for event in library.events())


@pytest.mark.parametrize("name", library.ids())
def test_a_documents_page_has_every_term_gap_and_dispute(name: str) -> None:
    document, page = proposals.load(name), made_pages()[f"positions/{name}.md"]
    assert page.count(f"(term-{name}-") == len(document.entries)
    disputed = re.findall(r"^- Disputed(?::|\. .+:) \*.+\* is reported instead", page, re.MULTILINE)
    assert len(disputed) == sum(len(term.disputes) for term in document.entries)
    assert page.count("\n- Source: ") >= sum(bool(term.citations) for term in document.entries)
    for gap in document.gaps:
        assert statements.safe(gap.what if gap.point else statements.capital(gap.what)) in page


def test_every_term_stands_on_the_page_of_its_topic() -> None:
    for document in statements.documents():
        for term in document.terms:
            page = made_pages()[f"topics/{topics.slug(term.topic)}.md"]
            assert f"[{statements.safe(document.title)}](#document-{document.id})" in page
            assert not term.points or f"(#{statements.target(document, term)})" in page


def test_every_word_of_the_glossary_has_a_definition_of_its_own_on_its_page(shown: Shown) -> None:
    words = [one.word for one in glossary.definitions()]
    assert words == sorted(words, key=str.casefold)
    assert len({one.definition for one in glossary.definitions()}) == len(words)
    assert [word for word in words if f"\n{word}\n" not in shown("glossary")] == []


def test_what_grades_relations_and_directions_mean_stands_where_they_are_explained(shown: Shown) -> None:
    places = {
        "explanation/comparison": [proposals.Relation],
        "explanation/direction": [proposals.Direction],
        "explanation/sources": [vocabulary.Certainty, vocabulary.Credibility, vocabulary.Reliability],
    }
    for page, lists in places.items():
        for word in (word for words in lists for word in words):
            assert f"| `{word}` | {statements.safe(word.definition)} |" in shown(page)


def test_the_tree_of_the_code_is_on_the_page_about_the_design(shown: Shown) -> None:
    assert "comparison/" in shown("explanation/design")
