"""Many documents: each read by itself, in order, and nothing that is wrong stops the rest."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import attrs
import pytest

import proposals
from proposals import InvalidValueError, NotFoundError, load_many
from proposals.corpus import loading
from proposals.library import crew, open_library


def test_documents_and_problems_come_in_order(folder: Path) -> None:
    found = list(load_many([folder / "b.yaml", folder, "us-28-point", folder / "missing"]))
    assert [one.name for one in found] == [
        *(str(folder / f"{name}.yaml") for name in "babcde"),
        "us-28-point",
        str(folder / "missing"),
    ]
    assert [one.document.id if one.document else "" for one in found] == [*"babc", "", "", "us-28-point", ""]
    assert [one.code for held in found for one in held.problems] == ["unknown-kind", "unreadable", "unreadable"]
    assert [bool(one.problems) for one in found] == [one.document is None for one in found]
    assert found[0].document == proposals.load(folder / "b.yaml")


def test_a_folder_without_documents_is_one_of_the_problems(folder: Path) -> None:
    (folder / "empty").mkdir()
    first, second = load_many([folder / "empty", folder / "a.yaml"])
    assert (first.file, first.problems[0].message) == (folder / "empty", "this folder holds no YAML file")
    assert second.document is not None


def test_without_names_all_of_the_library_are_read() -> None:
    assert [one.document for one in load_many()] == [*proposals.proposals()]


def test_a_file_is_read_when_it_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(loading, "load_bare", lambda path, *_: read.append(path) or loading.Loaded(name="", file=path))
    assert len([*islice(load_many([folder]), 2)]) == 2
    assert len(read) == 2


def test_a_name_that_nothing_bears_is_refused_at_once() -> None:
    with pytest.raises(NotFoundError, match="us-28-point"):
        load_many(["us-28-pont"])
    with pytest.raises(InvalidValueError, match="0 processes"):
        load_many(processes=0)


def test_what_is_read_can_be_watched(folder: Path) -> None:
    counted = []
    found = load_many([folder], watch=lambda done, count: counted.append(count) or done)
    assert len([*found]) == 5
    assert counted == [5]


def test_several_processes_read_what_one_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = "places:\n  valley: {name: the valley, kind: area}\n"
    (folder / "f.yaml").write_text(
        f"id: f\ntitle: F\ndate: 2026\n{own}terms:\n- withdrawal: {{of: RU, from: valley}}\n"
    )
    monkeypatch.setattr(crew, "MANY", 2)
    library = open_library()
    alone, together = [*load_many([folder], library)], [*load_many([folder], library, processes=2)]
    assert together == alone
    for one, other in zip(together, alone, strict=True):
        if one.document and other.document:
            assert one.document.world == other.document.world
            assert one.document.amended == other.document.amended
    shared = [one.document.world is library.world for one in together if one.document]
    assert shared == [True, True, True, False]


def test_the_names_of_the_library_are_not_sent_between_processes() -> None:
    library = open_library()
    sent = loading.load_bare(library.path_of("e3-counter"), "e3-counter", library)
    assert sent.document is not None
    assert {one.world.places.places == {} for one in (sent.document, *sent.document.amended)} == {True}
    assert attrs.evolve(sent.document, world=library.world) == library.load("e3-counter")
