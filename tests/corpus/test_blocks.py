"""Blocks of documents: what they give is what all documents give at once, whoever works on them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow.parquet as pq
import pytest

import proposals
from proposals import InvalidValueError, ProposalsError, Weights, WriteError, check_all, load_many, open_library
from proposals.corpus import blocks, nearest, nearest_among, write_pairs
from proposals.library import cluster


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_LEAST", 2)


def at_once(address: str, *, set_as_default: bool) -> Any:
    """A client that does every task when it is handed over."""
    assert not set_as_default
    if address != "here":
        raise OSError("nobody is there")

    def submit(work: Callable[[Any], Any], task: Any, **_options: Any) -> Any:
        result = work(task)
        return SimpleNamespace(result=lambda: result)

    class Client(SimpleNamespace):
        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    return Client(submit=submit)


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(cluster, "import_module", lambda _name: SimpleNamespace(Client=at_once))
    monkeypatch.setattr(cluster, "_AHEAD", 2)
    return "here"


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_two_documents_have_a_row(folder: Path) -> None:
    library = open_library()
    done = write_pairs([folder], folder / "pairs", library)
    assert (done.documents, done.pairs, [one.file.name for one in done.wrong]) == (3, 3, ["d.yaml", "e.yaml"])
    names = {row["number"]: row["id"] for row in pq.read_table(folder / "pairs" / "documents.parquet").to_pylist()}
    assert names == {0: "a", 1: "b", 2: "c"}
    rows = [row for path in (folder / "pairs").glob("pairs-*") for row in pq.read_table(path).to_pylist()]
    documents = [one.document for one in load_many([folder], library) if one.document]
    found = {(names[row["left"]], names[row["right"]]): row for row in rows}
    assert found.keys() == {(one.id, other.id) for one, other in combinations(documents, 2)}
    for one, other in combinations(documents, 2):
        estimate, row = proposals.similarity(one, other).overall, found[one.id, other.id]
        assert row["value"] == estimate.value
        assert (row["shared"], row["total"], row["low"], row["high"]) == (
            estimate.shared,
            estimate.total,
            estimate.low,
            estimate.high,
        )


def test_weights_count_and_folders_without_documents_are_named(folder: Path) -> None:
    (folder / "empty").mkdir()
    done = write_pairs([folder / "empty", folder], folder / "pairs", weights=Weights((("force-limit", 0.0),)))
    assert [one.file.name for one in done.wrong] == ["empty", "d.yaml", "e.yaml"]
    table = pq.read_table(folder / "pairs" / "pairs-0000000-0000000.parquet")
    assert table.to_pylist() == [
        {"left": 0, "right": 1, "value": None, "shared": 0, "total": 0, "low": 0.0, "high": 1.0}
    ]


def test_a_folder_that_cannot_be_written_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WriteError, match="holds something already"):
        write_pairs([folder], folder)
    with pytest.raises(WriteError, match="cannot write"):
        write_pairs([folder], folder / "a.yaml")

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(blocks, "import_module", missing)
    with pytest.raises(WriteError, match="extra 'arrow'"):
        write_pairs([folder], folder / "pairs")


def test_the_nearest_of_blocks_are_those_of_all(folder: Path) -> None:
    library = open_library()
    mine = library.load(folder / "a.yaml")
    found, wrong = nearest_among(mine, [folder], 2, library)
    sound = [one.document for one in load_many([folder], library) if one.document]
    assert found == nearest(mine, sound, 2)
    assert all(one.document.world is library.world for one in found.neighbours)
    assert [one.file.name for one in wrong] == ["d.yaml", "e.yaml"]
    plan = proposals.load("us-28-point")
    assert nearest_among(plan)[0] == nearest(plan, proposals.proposals())
    with pytest.raises(InvalidValueError, match="0 nearest"):
        nearest_among(mine, [folder], 0)


def test_a_scheduler_changes_nothing(folder: Path, scheduler: str) -> None:
    library = open_library()
    mine = library.load(folder / "a.yaml")
    alone, spread = (
        write_pairs([folder], folder / "x", library),
        write_pairs([folder], folder / "y", scheduler=scheduler),
    )
    assert written(folder / "x") == written(folder / "y")
    assert (alone.pairs, alone.wrong) == (spread.pairs, spread.wrong)
    names = [folder / f"{name}.yaml" for name in "abcde"]
    assert nearest_among(mine, names, 2, library) == nearest_among(mine, names, 2, library, scheduler=scheduler)
    checks = check_all(map(str, names), library, scheduler=scheduler)
    assert checks.documents == check_all(map(str, names), library).documents
    assert len(checks.unreadable) == 1


def test_what_is_missing_for_a_scheduler_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str) -> None:
    with pytest.raises(ProposalsError, match="no Dask scheduler answers at 'there': nobody is there"):
        check_all([str(folder)], scheduler=f"t{scheduler}")

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(cluster, "import_module", missing)
    with pytest.raises(ProposalsError, match="extra 'distributed'"):
        check_all([str(folder)], scheduler=scheduler)
