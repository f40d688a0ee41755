"""An index: lists, searches and counts as the documents themselves would give them, also after they have changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given

import proposals
from making import document
from proposals import (
    Citation,
    Coverage,
    InvalidValueError,
    NotFoundError,
    Topic,
    UnreadableError,
    load_many,
    open_library,
)
from proposals.corpus import Addressed, Index, addressed, indexes, kept, kept_index, nearest_among
from proposals.documents.heads import Head
from proposals.kinds import ForceLimit, Neutrality
from proposals.library import Library
from proposals.testing import proposals as drawn

QUOTED = Citation(source="s", quote="Foreign forces shall\n leave the Zürich lake.")
LIMIT = document("limit", ForceLimit(of=("UA",), personnel=1, citations=(QUOTED,)), summary="An army; a lake.")
NEUTRAL = document("neutral", Neutrality(of=("UA",)), title="Neutrality NOT alliance", names=("The Austrian way",))
PARTIAL = document("partial", ForceLimit(of=("RU",), personnel=2), coverage=Coverage.PARTIAL)
MADE = (LIMIT, NEUTRAL, PARTIAL)


def found(words: str) -> list[str]:
    return [one.head.id for one in Index.of(MADE).find(words)]


def test_heads_are_those_of_the_documents() -> None:
    assert Index.of(MADE).heads() == tuple(map(Head.of, MADE))
    assert Index.of([]).heads() == ()


@given(drawn())
def test_every_head_comes_back(held: proposals.Proposal) -> None:
    assert Head.of_plain(Head.of(held).plain()) == Head.of(held)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("lake", ["limit"]),
        ("LAKE zurich", ["limit"]),
        ("zürich", ["limit"]),
        ("lak", []),
        ("lak*", ["limit"]),
        ("limit neutral", []),
        ("NOT", ["neutral"]),
        ("alliance NOT neutrality", ["neutral"]),
        ('"the austrian way"', ["neutral"]),
        ('"austrian the way"', []),
        ('forces "shall leave', ["limit"]),
        ("neutral* - austrian", ["neutral"]),
        ("(army OR", []),
    ],
)
def test_words_are_found_in_titles_names_summaries_and_quotations(words: str, ids: list[str]) -> None:
    assert found(words) == ids


def test_a_passage_shows_where() -> None:
    (one,) = Index.of(MADE).find("lake")
    assert one.passage == "limit · An army; a lake. · Foreign forces shall leave the Zürich lake."


@pytest.mark.parametrize("words", ["", " ", "-", '"', "*", '"…"'])
def test_a_text_without_a_word_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match="has no word to search for"):
        found(words)


def test_a_question_is_answered_not_answered_or_not_known() -> None:
    assert addressed([Index.of(MADE)]) == (
        Addressed(question="size-of-forces", topic=Topic.FORCES, answered=2, silent=1, unreported=0),
        Addressed(question="military-alliances", topic=Topic.ALLIANCES, answered=1, silent=1, unreported=1),
    )
    assert {one.total for one in addressed([Index.of(MADE)])} == {3}


HEAD = "format: 2\nid: {0}\ntitle: The {0}\ndate: 2026-01-15\nsources: {{s: {{publisher: Nobody}}}}\n"
LIMITED = (
    "coverage: complete\nterms:\n- force-limit: UA\n  personnel: 1\n  point: 1\n  cite: {source: s, quote: no forces}\n"
)
FILES = {
    "draft": LIMITED,
    "answer": "lineage: {amends: draft}\nstruck: ['1']\n",
    "other": "terms:\n- neutrality: UA\n",
    "third": "summary: Of forces.\nterms:\n- neutrality: RU\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of four documents, one of which deletes from another."""
    (tmp_path / "proposals").mkdir()
    for name, rest in FILES.items():
        (tmp_path / "proposals" / f"{name}.yaml").write_text(HEAD.format(name) + rest, encoding="utf-8")
    return tmp_path


def opened(folder: Path) -> Library:
    return open_library([folder])


def held(folder: Path) -> Index:
    library = opened(folder)
    index, wrong = kept_index(library.own[0], library)
    assert not wrong
    return index


def read(folder: Path) -> Index:
    library = opened(folder)
    return Index.of(map(library.load, library.own[0].paths.values()))


def wrong(*folders: Path, alone: bool = False) -> list[str]:
    """What is wrong with the files of the first collection, as its index tells and as reading them does."""
    library = open_library(folders, alone=alone)
    _, found = kept_index(library.own[0], library)
    assert found == tuple(one for one in load_many([*library.own[0].paths], library) if not one.document)
    return [str(problem) for one in found for problem in one.problems]


def alike(one: Index, other: Index) -> bool:
    return (one.heads(), addressed([one]), one.find("forces")) == (
        other.heads(),
        addressed([other]),
        other.find("forces"),
    )


def test_a_kept_index_gives_what_the_documents_give(folder: Path) -> None:
    assert alike(held(folder), read(folder))
    before = (folder / kept.FILE).read_bytes()
    assert alike(held(folder), read(folder))
    assert (folder / kept.FILE).read_bytes() == before


def test_only_what_has_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held(folder)
    library = opened(folder)
    again: list[str] = []
    each = kept._entry  # noqa: SLF001 -- what reads a document
    monkeypatch.setattr(kept, "_entry", lambda path, name, library: again.append(name) or each(path, name, library))
    paths = library.own[0].paths
    os.utime(paths["other"], (1, 1))
    assert alike(kept_index(library.own[0], library)[0], read(folder))
    assert again == []
    text = paths["draft"].read_text(encoding="utf-8")
    paths["draft"].write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    (folder / "proposals" / "third.yaml").unlink()
    (folder / "proposals" / "added.yaml").write_text(HEAD.format("added") + LIMITED, encoding="utf-8")
    assert alike(held(folder), read(folder))
    assert sorted(again) == ["added", "answer", "draft"]
    assert held(folder).heads()[2].title == "New The draft"


def test_a_file_that_is_as_large_and_as_old_as_before_and_holds_something_else_is_read_again(folder: Path) -> None:
    held(folder)
    path = folder / "proposals" / "third.yaml"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("The third", "The thing"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert held(folder).heads()[3].title == "The thing"


def test_a_register_that_has_changed_makes_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held(folder)
    (folder / "actors.yaml").write_text("cantons: {name: the cantons, kind: group, members: [UA]}\n")
    again: list[str] = []
    each = kept._entry  # noqa: SLF001 -- what reads a document
    monkeypatch.setattr(kept, "_entry", lambda path, name, library: again.append(name) or each(path, name, library))
    assert alike(held(folder), read(folder))
    assert len(again) == 4


def test_what_stands_in_another_collection_and_has_changed_counts(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "proposals").mkdir(parents=True)
    (folder / "proposals" / "draft.yaml").rename(other / "proposals" / "draft.yaml")
    both = [folder, other]

    def held() -> Index:
        library = open_library(both)
        return kept_index(library.own[0], library)[0]

    def read() -> Index:
        library = open_library(both)
        return Index.of(map(library.load, library.own[0].paths.values()))

    assert alike(held(), read())
    path = other / "proposals" / "draft.yaml"
    path.write_text(HEAD.format("draft") + "terms:\n- neutrality: UA\n  point: 1\n", encoding="utf-8")
    assert [one.question for one in addressed([held()])] == ["military-alliances"]
    assert alike(held(), read())
    path.unlink()
    path.symlink_to(folder / "nowhere")
    assert alike(held(), read())
    path.unlink()
    assert [one.partition("proposals/")[2] for one in wrong(*both)] == [
        "answer.yaml:6:10: no proposal is called 'draft' [unknown-document]"
    ]


def test_a_document_is_wrong_where_one_that_it_descends_from_is_gone(folder: Path) -> None:
    path = folder / "proposals" / "answer.yaml"
    path.write_text(HEAD.format("answer") + "lineage: {answers: draft}\n", encoding="utf-8")
    assert alike(held(folder), read(folder))
    (folder / "proposals" / "draft.yaml").unlink()
    (message,) = wrong(folder)
    assert "'draft'" in message


def test_an_index_made_with_the_bundled_names_is_made_anew_without_them(folder: Path) -> None:
    (folder / "proposals" / "answer.yaml").unlink()
    held(folder)
    assert len(wrong(folder, alone=True)) == 3
    assert not wrong(folder)


def test_a_wrong_document_is_told_and_the_others_are_kept(folder: Path) -> None:
    path = folder / "proposals" / "other.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text("id: other\n", encoding="utf-8")
    assert ["missing-field" in one for one in wrong(folder)] == [True, True]
    with sqlite3.connect(folder / kept.FILE) as found:
        assert [*found.execute("SELECT name FROM file ORDER BY name")] == [("answer",), ("draft",), ("third",)]
    found.close()
    path.unlink()
    path.symlink_to(folder / "nowhere")
    assert "No such file" in wrong(folder)[0]
    path.unlink()
    path.write_text(text, encoding="utf-8")
    assert alike(held(folder), read(folder))
    path.unlink()
    path.symlink_to(folder / "nowhere")
    assert "No such file" in wrong(folder)[0]
    assert [one.id for one in kept.heads(opened(folder))[0][:3]] == ["answer", "draft", "third"]


def test_what_is_no_index_is_made_anew_and_what_cannot_be_written_is_done_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / kept.FILE).write_text("no index", encoding="utf-8")
    assert alike(held(folder), read(folder))
    (folder / kept.FILE).unlink()

    def refused(*_given: object, **_options: object) -> None:
        raise proposals.WriteError("no")

    monkeypatch.setattr(kept, "write_whole", refused)
    assert alike(held(folder), read(folder))
    assert not (folder / kept.FILE).exists()


def test_each_collection_has_an_index_in_its_folder_or_in_memory(folder: Path) -> None:
    library = opened(folder)
    (own, bundled), none = indexes(library)
    assert none == ()
    assert len(own.heads()) == 4
    assert [one.id for one in bundled.heads()] == [*library.bundled.paths]
    assert not (folder / kept.FILE).exists()
    assert alike(indexes(library, keep=True)[0][0], own)
    assert (folder / kept.FILE).exists()
    assert alike(indexes(library)[0][0], own)


def test_questions_are_counted_over_several_indexes() -> None:
    assert addressed([Index.of(MADE[:1]), Index.of(MADE[1:])]) == addressed([Index.of(MADE)])
    assert addressed([]) == ()


def test_heads_come_from_the_index_or_from_the_documents(folder: Path) -> None:
    library = opened(folder)
    plain = kept.heads(library)
    assert plain == (tuple(map(Head.of, library.proposals())), ())
    kept_index(library.own[0], library)
    assert kept.heads(library) == plain


def test_a_wrong_file_stops_no_list_with_and_without_an_index(folder: Path) -> None:
    (folder / "proposals" / "other.yaml").write_text("id: other\n", encoding="utf-8")
    library = opened(folder)
    heads, (one,) = kept.heads(library)
    assert [head.id for head in heads[:3]] == ["answer", "draft", "third"]
    assert one.file.name == "other.yaml"
    (own, _), (other,) = indexes(library)
    assert [head.id for head in own.heads()] == ["answer", "draft", "third"]
    kept_index(library.own[0], library)
    again, (third,) = kept.heads(library)
    assert again == heads
    assert one.problems == other.problems == third.problems


def test_an_id_of_two_collections_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder / "proposals", other / "proposals")
    library = open_library([folder, other], alone=True)
    for ask in (kept.heads, indexes):
        with pytest.raises(NotFoundError, match="is the id of a document in several collections"):
            ask(library)


@pytest.mark.parametrize(
    ("table", "column"),
    [("document", "head"), ("answer", "topic"), ("file", "refers_to"), ("compact", "form")],
)
def test_a_value_that_nobody_wrote_is_told_as_damage(folder: Path, table: str, column: str) -> None:
    held(folder).connection.close()
    with sqlite3.connect(folder / kept.FILE) as connection:
        connection.execute(f"UPDATE {table} SET {column} = '{{}}' || {column}")  # noqa: S608 -- our own names
    connection.close()

    def asked() -> None:
        index = held(folder)
        index.find("forces")
        index.heads()
        index.answers()
        library = opened(folder)
        nearest_among(library.load("us-28-point"), library.own[0].paths, library=library)

    with pytest.raises(UnreadableError, match=rf"{kept.FILE}: this index is damaged .*; delete it"):
        asked()


@pytest.mark.parametrize("table", ["file", "document", "answer"])
def test_an_index_that_is_damaged_inside_is_told(folder: Path, table: str) -> None:
    held(folder).connection.close()
    with sqlite3.connect(folder / kept.FILE) as connection:
        connection.execute(f"DROP TABLE {table}")
    connection.close()

    def asked() -> None:
        index = held(folder)
        index.heads()
        index.answers()

    with pytest.raises(
        UnreadableError, match=rf"{kept.FILE}: this index is damaged \(no such table: {table}\); delete it"
    ):
        asked()
