"""The nearest of files: an index spares reading them and changes no answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from proposals import UnreadableError, Weights, open_library
from proposals.cli.app import application
from proposals.corpus import Loaded, Nearest, among, kept, kept_index, nearest_among
from proposals.corpus.compact import compact, read_compact
from proposals.library import Library

HEAD = "format: 2\nid: {0}\ntitle: Plan {0}\ndate: 2026-01-15\ncoverage: complete\n"
LIMIT = HEAD + "terms:\n- force-limit: land\n  personnel: {1}\n  point: 1\n"
ACTORS = "land: {name: the land, kind: state}\n"
MINE = "mine"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection of five plans and a wrong file, with an index; one of the plans deletes a point of another."""
    folder = tmp_path / "plans" / "proposals"
    folder.mkdir(parents=True)
    for number, persons in enumerate((600_000, 800_000, 300_000)):
        (folder / f"plan-{number}.yaml").write_text(LIMIT.format(f"plan-{number}", persons), encoding="utf-8")
    (folder / "mine.yaml").write_text(LIMIT.format(MINE, 600_000), encoding="utf-8")
    (folder / "answer.yaml").write_text(
        HEAD.format("answer") + "lineage: {amends: plan-0}\nstruck: ['1']\n", encoding="utf-8"
    )
    (folder.parent / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    (folder / "wrong.yaml").write_text("title: no plan\n", encoding="utf-8")
    library = open_library([folder.parent], alone=True)
    kept_index(library.own[0], library)
    return folder.parent


Found = tuple[Nearest, list[str]]


def told(folder: Path, *, name: str = MINE, weights: Weights | None = None) -> Found:
    """The nearest to a document, and the names of the files that are wrong."""
    library = open_library([folder], alone=True)
    found, wrong = nearest_among(library.load(name), (), 3, library, weights=weights)
    return found, [one.file.name for one in wrong]


def without_index(folder: Path, **given: str) -> Found:
    """The same where there is none."""
    index = folder / "index.sqlite"
    index.rename(folder / "away")
    try:
        return told(folder, **given)
    finally:
        (folder / "away").rename(index)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    names: list[str] = []
    for module in (among, kept):
        each = module.load_bare

        def reading(path: Path, name: str, library: Library, each: Callable[..., Loaded] = each) -> Loaded:
            names.append(path.stem)
            return each(path, name, library)

        monkeypatch.setattr(module, "load_bare", reading)
    return names


ASKED = ["wrong", "mine", "wrong"]
"""What is read in any case: a wrong file is in no index, and only its file shows whether a document is the same."""


def test_with_an_index_only_what_is_wrong_and_the_document_itself_are_read(collection: Path, read: list[str]) -> None:
    found = told(collection)
    assert read == ASKED
    assert found == without_index(collection)
    assert found[1] == ["wrong.yaml"]
    assert [one.document.id for one in found[0].neighbours] == ["plan-0", "plan-1", "plan-2"]
    assert (found[0].total, found[0].unranked) == (4, 0)


def change(folder: Path) -> None:
    path = folder / "proposals" / "plan-0.yaml"
    path.write_text(LIMIT.format("plan-0", 500_000), encoding="utf-8")


def add(folder: Path) -> None:
    (folder / "proposals" / "plan-9.yaml").write_text(LIMIT.format("plan-9", 610_000), encoding="utf-8")


def mend(folder: Path) -> None:
    (folder / "proposals" / "wrong.yaml").write_text(LIMIT.format("wrong", 610_000), encoding="utf-8")


def remove(folder: Path) -> None:
    (folder / "proposals" / "plan-1.yaml").unlink()


def rename(folder: Path) -> None:
    (folder / "proposals" / "plan-2.yaml").rename(folder / "proposals" / "moved.yaml")


def alter(folder: Path) -> None:
    (folder / "proposals" / "mine.yaml").write_text(LIMIT.format(MINE, 310_000), encoding="utf-8")


@pytest.mark.parametrize(
    ("changing", "again"),
    [
        (change, ["answer", "plan-0", *ASKED]),
        (add, ["plan-9", *ASKED]),
        (mend, ["wrong", "mine"]),
        (remove, ASKED),
        (alter, ["mine", *ASKED]),
        (rename, ["moved", *ASKED]),
    ],
)
def test_only_what_has_changed_is_read_again(
    collection: Path, read: list[str], changing: Callable[[Path], None], again: list[str]
) -> None:
    before = told(collection)
    changing(collection)
    read.clear()
    after = told(collection)
    assert read == again
    assert (after == before) is (changing is rename)
    assert after == without_index(collection)


def test_a_register_that_has_changed_makes_all_anew(collection: Path, read: list[str]) -> None:
    (collection / "actors.yaml").write_text(f"{ACTORS}cantons: {{name: the cantons, kind: group, members: [land]}}\n")
    found = told(collection)
    assert read[:6] == ["answer", "mine", "plan-0", "plan-1", "plan-2", "wrong"]
    assert found == without_index(collection)


def test_weights_and_documents_from_elsewhere_are_compared_with_the_same_index(
    collection: Path, read: list[str]
) -> None:
    weights = Weights((("force-limit", 0.0),))
    assert told(collection, weights=weights)[0].neighbours == ()
    draft = collection.parent / "draft.yaml"
    draft.write_text(LIMIT.format("draft", 310_000), encoding="utf-8")
    read.clear()
    found = told(collection, name=str(draft))
    assert read == ["wrong", "wrong"]
    assert found == without_index(collection, name=str(draft))
    assert found[0].neighbours[0].document.id == "plan-2"


def test_a_part_of_a_collection_is_compared_without_its_index(collection: Path, read: list[str]) -> None:
    library = open_library([collection], alone=True)
    assert nearest_among(library.load(MINE), ["plan-0"], 3, library)[0].total == 1
    assert read == ["plan-0"]


def test_names_of_its_own_a_known_absence_and_a_deletion_count_as_in_the_file(collection: Path) -> None:
    """The names that a document declares, those of its collection, and the text that it marks up."""
    own = "actors:\n  both: {name: both, kind: group, members: [land]}\n"
    (collection / "proposals" / "own.yaml").write_text(
        HEAD.format("own").replace("complete", "partial")
        + f"{own}terms:\n- force-limit: both\n  personnel: 500000\n- neutrality: land\n  stance: leaves out\n",
        encoding="utf-8",
    )
    library = open_library([collection], alone=True)
    for name in ("own", "answer", "plan-1"):
        whole = library.load(name)
        form = compact(whole, library)
        assert form is not None
        again = read_compact(form, library.path_of(name), library, library.load(MINE))
        assert again is not None
        assert [one.content for one in again.said] == [one.content for one in whole.said]
        for field in ("id", "left_out", "struck", "actors", "amended", "deletions", "world", "coverage"):
            assert getattr(again, field) == getattr(whole, field)
    assert told(collection, name="own") == without_index(collection, name="own")
    assert told(collection, name="answer") == without_index(collection, name="answer")


def test_what_marks_up_a_text_of_another_collection_is_read_from_its_file(
    collection: Path, tmp_path: Path, read: list[str]
) -> None:
    other = tmp_path / "other" / "proposals"
    other.mkdir(parents=True)
    (other.parent / "actors.yaml").write_text(ACTORS.replace("the land", "another land"), encoding="utf-8")
    (collection / "proposals" / "plan-0.yaml").rename(other / "plan-0.yaml")
    library = open_library([collection, other.parent], alone=True)
    found, _ = nearest_among(library.load(MINE), library.own[0].paths, 3, library)
    assert read == ["answer", "wrong", "answer", "mine", "wrong"]
    (collection / "index.sqlite").unlink()
    assert nearest_among(library.load(MINE), library.own[0].paths, 3, library)[0] == found


def test_an_index_that_cannot_be_written_changes_no_answer(collection: Path) -> None:
    found = told(collection)
    change(collection)
    (collection / "index.sqlite").chmod(0o444)
    assert told(collection) == told(collection) == without_index(collection)
    assert told(collection) != found


def test_an_index_without_its_documents_is_told_to_be_damaged(collection: Path) -> None:
    with sqlite3.connect(collection / "index.sqlite") as connection:
        connection.execute("DROP TABLE compact")
    connection.close()
    with pytest.raises(UnreadableError, match=r"index.sqlite: this index is damaged \(no such table: compact\)"):
        told(collection)


def test_many_documents_of_an_index_are_compared_by_several_processes(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int | None] = []
    each = among.each_of

    def seen(files: Any, work: Any, library: Library, processes: int | None, scheduler: str | None) -> Any:
        given.append(processes)
        return each(files, work, library, 1, scheduler)

    monkeypatch.setattr(among, "each_of", seen)
    library = open_library([collection], alone=True)
    for many in (1000, 3):  # four documents in an index, and a wrong file that counts for ten
        monkeypatch.setattr(among, "MANY", many / 10)
        nearest_among(library.load(MINE), (), 3, library, processes=2)
    assert given == [1, 2]


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--width", "60")])
def test_the_command_writes_the_same_bytes_with_an_index(collection: Path, options: tuple[str, ...]) -> None:
    command = ["--collection", str(collection), "--alone", "similarity", MINE, "--nearest", "3", *options]

    def run() -> tuple[int, str, str]:
        result = CliRunner().invoke(application, command)
        return result.exit_code, result.stdout, result.stderr

    first = run()
    assert first[0] == 2
    assert "wrong.yaml" in first[2]
    assert run() == first
    (collection / "index.sqlite").unlink()
    assert run() == first
