"""The nearest of files: what an index keeps of it changes no answer, and is never older than the documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import proposals
from making import document
from proposals import UnreadableError, Weights, open_library
from proposals.cli.app import application
from proposals.corpus import Nearest, among, estimates, kept_index, nearest_among
from proposals.kinds import ForceLimit
from proposals.world.world import World

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
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which documents are compared."""
    seen: list[str] = []
    each = among.estimated

    def seeing(left: proposals.Proposal, right: proposals.Proposal, weights: Weights) -> proposals.Estimate:
        seen.append(right.id)
        return each(left, right, weights)

    monkeypatch.setattr(among, "estimated", seeing)
    return seen


def in_collection(compared: list[str]) -> list[str]:
    found = sorted(name for name in compared if name in {"mine", "answer"} or name.startswith("plan-"))
    compared.clear()
    return found


def test_what_was_compared_before_is_not_compared_again(collection: Path, compared: list[str]) -> None:
    first = told(collection)
    assert in_collection(compared) == ["answer", "plan-0", "plan-1", "plan-2"]
    assert told(collection) == first == without_index(collection)
    assert first[1] == ["wrong.yaml"]
    assert [one.document.id for one in first[0].neighbours] == ["plan-0", "plan-1", "plan-2"]
    compared.clear()
    assert told(collection) == first
    assert in_collection(compared) == []


def change(folder: Path) -> None:
    path = folder / "proposals" / "plan-0.yaml"
    path.write_text(LIMIT.format("plan-0", 500_000), encoding="utf-8")


def add(folder: Path) -> None:
    (folder / "proposals" / "plan-9.yaml").write_text(LIMIT.format("plan-9", 610_000), encoding="utf-8")


def mend(folder: Path) -> None:
    (folder / "proposals" / "wrong.yaml").write_text(LIMIT.format("wrong", 610_000), encoding="utf-8")


def remove(folder: Path) -> None:
    (folder / "proposals" / "plan-1.yaml").unlink()


def alter(folder: Path) -> None:
    (folder / "proposals" / "mine.yaml").write_text(LIMIT.format(MINE, 310_000), encoding="utf-8")


@pytest.mark.parametrize(
    ("changing", "again"),
    [
        (change, ["answer", "plan-0"]),
        (add, ["plan-9"]),
        (mend, []),
        (remove, []),
        (alter, ["answer", "plan-0", "plan-1", "plan-2"]),
    ],
)
def test_what_has_changed_is_compared_anew(
    collection: Path, compared: list[str], changing: Callable[[Path], None], again: list[str]
) -> None:
    before = told(collection)
    compared.clear()
    changing(collection)
    after = told(collection)
    assert in_collection(compared) == again
    assert after != before
    assert after == without_index(collection)


def test_a_register_that_has_changed_makes_all_anew(collection: Path, compared: list[str]) -> None:
    told(collection)
    compared.clear()
    (collection / "actors.yaml").write_text(f"{ACTORS}cantons: {{name: the cantons, kind: group, members: [land]}}\n")
    told(collection)
    assert in_collection(compared) == ["answer", "plan-0", "plan-1", "plan-2"]


def test_weights_and_documents_from_elsewhere_are_kept_apart(collection: Path, compared: list[str]) -> None:
    weights = Weights((("force-limit", 0.0),))
    plain, weighed = told(collection), told(collection, weights=weights)
    assert plain[0].neighbours
    assert weighed[0].neighbours == ()
    assert told(collection, weights=weights) == weighed
    draft = collection.parent / "draft.yaml"
    draft.write_text(LIMIT.format("draft", 310_000), encoding="utf-8")
    found = told(collection, name=str(draft))
    assert found == without_index(collection, name=str(draft))
    assert found[0].neighbours[0].document.id == "plan-2"
    compared.clear()
    assert told(collection, name=str(draft)) == found
    assert in_collection(compared) == []


def test_a_part_of_a_collection_is_compared_without_its_index(collection: Path, compared: list[str]) -> None:
    library = open_library([collection], alone=True)
    mine = library.load(MINE)
    told(collection)
    compared.clear()
    assert nearest_among(mine, ["plan-0"], 3, library)[0].total == 1
    assert in_collection(compared) == ["plan-0"]


def test_those_that_were_asked_about_first_make_room(
    collection: Path, compared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimates, "MOST", 2)
    for name in ("mine", "plan-0", "plan-1"):
        told(collection, name=name)
    compared.clear()
    told(collection, name="plan-0")
    assert in_collection(compared) == []
    told(collection)
    assert in_collection(compared) == ["answer", "plan-0", "plan-1", "plan-2"]


@pytest.mark.parametrize(("named", "title"), [(False, "no names"), (True, "\ud800")])
def test_of_a_document_that_no_file_gives_nothing_is_kept(
    collection: Path, compared: list[str], title: str, *, named: bool
) -> None:
    library = open_library([collection], alone=True)
    world = library.load("plan-0").world if named else World.empty()
    made = document("made", ForceLimit(of=("land",), personnel=600_000), title=title, world=world)
    first = nearest_among(made, (), 3, library)
    compared.clear()
    assert nearest_among(made, (), 3, library) == first
    assert in_collection(compared) == ["answer", "mine", "plan-0", "plan-1", "plan-2"]


def test_an_index_that_cannot_be_written_changes_no_answer(collection: Path) -> None:
    found = told(collection)
    change(collection)
    (collection / "index.sqlite").chmod(0o444)
    assert told(collection) == told(collection) == without_index(collection)
    assert told(collection) != found


def test_an_index_without_estimates_is_told_to_be_damaged(collection: Path) -> None:
    with sqlite3.connect(collection / "index.sqlite") as connection:
        connection.execute("DROP TABLE near")
    connection.close()
    with pytest.raises(UnreadableError, match=r"index.sqlite: this index is damaged \(no such table: near\)"):
        told(collection)


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
