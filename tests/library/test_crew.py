"""Work on many files by several processes: the same as by one."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Thread

import pytest

from proposals.errors import UnreadableError
from proposals.library import crew
from proposals.library.checking import check_all, checked
from proposals.library.library import Library
from proposals.library.opening import open_library

HEAD = "format: 2\ntitle: A plan\ndate: 2025-11-20\ncoverage: complete\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of five documents with a place of its own: one has a wrong word, one is no text."""
    (tmp_path / "proposals").mkdir()
    (tmp_path / "places.yaml").write_text("valley: {name: the valley, kind: area}\n")
    for name in ("a", "b", "c", "d", "e"):
        term = "withdrawal: {of: RU, from: valley}" if name != "c" else "withdrawl: {of: RU}"
        (tmp_path / "proposals" / f"{name}.yaml").write_text(f"{HEAD}id: {name}\nterms: [{{{term}}}]\n")
    (tmp_path / "proposals" / "d.yaml").write_bytes(b"\xff")
    return tmp_path


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "MANY", 2)
    monkeypatch.setattr(crew.os, "cpu_count", lambda: 2)
    monkeypatch.delattr(crew.os, "sched_getaffinity", raising=False)


def test_several_processes_find_what_one_finds_in_the_same_order(folder: Path, request: pytest.FixtureRequest) -> None:
    library = open_library([folder])
    names = [*library.own[0].paths]
    alone = check_all(names, library)
    request.getfixturevalue("two_cores")
    together = check_all(names, library)
    assert [one.name for one in together.documents] == ["a", "b", "c", "e"]
    for one, other in zip(together.documents, alone.documents, strict=True):
        assert (one.problems, one.remarks, one.uncited) == (other.problems, other.remarks, other.uncited)
    assert list(map(str, together.unreadable)) == list(map(str, alone.unreadable)) != []


@pytest.mark.usefixtures("two_cores")
def test_what_fails_in_one_process_fails_in_all(folder: Path) -> None:
    library = open_library([folder])
    with pytest.raises(UnreadableError, match="byte 0xFF is not UTF-8"):
        list(crew.each_of([(path, path.name) for path in library.own[0].paths.values()], checked, library))


def test_while_processes_begin_no_interrupt_is_heard_and_other_threads_cannot_say() -> None:
    heard = []
    before = signal.getsignal(signal.SIGINT)
    with crew.uninterrupted():
        heard.append(signal.getsignal(signal.SIGINT))
    heard.append(signal.getsignal(signal.SIGINT))

    def elsewhere() -> None:
        with crew.uninterrupted():
            heard.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert heard == [signal.SIG_IGN, before, before]


def test_a_process_leaves_an_interrupt_to_the_one_that_began_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handled = []
    monkeypatch.setattr(crew.signal, "signal", lambda *given: handled.append(given))
    crew.join(crew.Opening.of(open_library([folder], alone=True)))
    assert handled == [(signal.SIGINT, signal.SIG_IGN)]
    assert crew.work((_name_and_ids, folder, "one")) == ("one", ("a", "b", "c", "d", "e"))


def _name_and_ids(_path: Path, name: str, library: Library) -> tuple[str, tuple[str, ...]]:
    return name, library.ids
