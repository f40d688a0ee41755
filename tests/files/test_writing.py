from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import NoReturn

import pytest
import yaml
from hypothesis import given

from proposals import library
from proposals import testing as strategies
from proposals.documents.proposal import Proposal
from proposals.errors import WriteError
from proposals.fields.members import Members
from proposals.files.proposals import read_proposal
from proposals.files.terms import plain_term
from proposals.files.writing import proposal_yaml, write_whole
from proposals.library.bundled import world
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Withdrawal
from proposals.vocabulary import Modality, Stance

File = Callable[..., Path]


def _again(proposal: Proposal, folder: Path) -> Proposal:
    path = folder / "again.yaml"
    path.write_text(proposal_yaml(proposal), encoding="utf-8")
    return read_proposal(path, world())


@pytest.mark.parametrize("name", library.ids())
def test_every_bundled_proposal_reads_back_equal(tmp_path: Path, name: str) -> None:
    proposal = library.load(name)
    assert _again(proposal, tmp_path) == proposal


@given(proposal=strategies.proposals())
def test_any_proposal_reads_back_equal(tmp_path_factory: pytest.TempPathFactory, proposal: Proposal) -> None:
    assert _again(proposal, tmp_path_factory.mktemp("again")) == proposal


def test_a_proposal_with_everything_reads_back_equal(tmp_path: Path, file: File) -> None:
    path = file("""
        id: plan
        title: "NO: 'a' # {title} – “plan”…"
        date: 2025-10-24~/2025-10-26~
        authors: [NO, UA]
        form: side paper
        status: read out
        coverage: complete
        summary: "yes"
        names: ["null", "~", "2025", "- x"]
        points: 0
        known-from: [ap, {source: base, quote: "a: b", for: [date, status]}]
        sources: {ap: {publisher: AP, grade: B2, date: 2025}, base: {}}
        places:
          old-bridge: {name: Old Bridge, kind: site, note: A note.}
          x: {name: X, kind: area, parts: [geneva], whole: true}
        actors:
          friends: {name: Friends, kind: group, members: ["NO"], number: singular}
          houthis: {name: the Houthis, kind: group, adjective: Houthi, number: plural}
          a-b: {name: A B, kind: person, side: UA, role: clerk}
        milestones:
          phase-two: {name: phase two, definition: It is done., names: [the second], after: [phase-one, signature]}
          phase-one: {name: phase one, definition: It is done.}
        lineage: [{amends: a, certainty: claimed, cite: ap, note: n}, {revises: b}]
        struck: [3, {point: 4, cite: [ap, {base: x}], note: n}]
        gaps: [{what: a, point: 3, note: n}, {what: b}]
        terms:
        - force-limit: [UA, "NO"]
          personnel: 0
          if: "no"
          within: one hundred days of the second
          until: 2 weeks, renewable
          void-if: [{attack: {by: [RU, …], without: "null"}}, breach]
          cite: {source: ap, quote: "a: b", said-by: trump, certainty: claimed, for: [personnel]}
          disputed: [{value: "1", cite: ap}]
        - demilitarization: old-bridge
          options:
          - {held-by: UA, of: [RU]}
          - {held-by: friends, of: …}
    """)
    proposal = read_proposal(path, world())
    assert _again(proposal, tmp_path) == proposal
    assert proposal_yaml(_again(proposal, tmp_path)) == proposal_yaml(proposal)


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (ForceLimit(of=["UA"]), {"force-limit": "UA"}),
        (
            ForceLimit(
                of=["UA", "RU"],
                personnel=0,
                peacetime=True,
                points=("6",),
                stance=Stance.REJECTS,
                modality=Modality.MAY,
                obligors=Members(("US",), open=True),
                holders=("UA",),
                note="A note.",
            ),
            {
                "force-limit": ["UA", "RU"],
                "point": "6",
                "stance": "rejects",
                "modality": "may",
                "held-by": ["UA"],
                "obligors": ["US", "…"],
                "personnel": 0,
                "peacetime": True,
                "note": "A note.",
            },
        ),
        (
            Withdrawal(of=["UA"], from_=["UA-14", "UA-65"], points=("1", "2"), answers=("3",)),
            {"withdrawal": {"of": "UA", "from": ["UA-14", "UA-65"]}, "points": ["1", "2"], "answers": "3"},
        ),
    ],
)
def test_a_term_is_written_kind_first_and_without_defaults(term: ForceLimit, written: dict[str, object]) -> None:
    assert plain_term(term) == written
    assert list(plain_term(term)) == list(written)


def test_the_same_proposal_is_the_same_text() -> None:
    text = proposal_yaml(library.load("us-plan-reported"))
    assert text == proposal_yaml(library.load("us-plan-reported"))
    assert list(yaml.safe_load(text))[:3] == ["format", "id", "title"]


# Whole files or none.


def test_what_a_function_writes_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    write_whole(path, lambda beside: beside.write_bytes(b"large"))
    assert path.read_bytes() == b"large"

    def failing(beside: Path) -> None:
        beside.write_bytes(b"half")
        raise OSError("the disk is full")

    with pytest.raises(WriteError, match="cannot write: the disk is full"):
        write_whole(path, failing, force=True)
    assert path.read_bytes() == b"large"
    assert os.listdir(tmp_path) == ["out.txt"]  # noqa: PTH208 -- also what begins with a dot


@pytest.mark.parametrize("content", ["Київ\n", b"\x00\xff", "", b""])
def test_a_file_is_written_whole(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "out.txt"
    write_whole(path, content)
    assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert os.listdir(tmp_path) == ["out.txt"]  # noqa: PTH208 -- also what begins with a dot


def test_a_file_that_exists_is_overwritten_only_with_force(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    path.chmod(0o640)
    with pytest.raises(WriteError, match="this file exists; --force overwrites it"):
        write_whole(path, "after")
    assert path.read_text() == "before"
    write_whole(path, "after", force=True)
    assert path.read_text() == "after"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_comes_there_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    monkeypatch.setattr(os, "fsync", lambda _handle: path.write_text("another's"))
    for linking in (True, False):
        path.unlink(missing_ok=True)
        with pytest.raises(WriteError, match="this file exists; --force overwrites it"):
            write_whole(path, "mine")
        assert path.read_text() == "another's"
        assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]
        if linking:
            monkeypatch.setattr(os, "link", unlinkable)


def unlinkable(*_: object) -> NoReturn:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_links_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", unlinkable)
    write_whole(tmp_path / "out.txt", "x")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("out.txt", "x")]


def test_a_read_only_file_is_not_overwritten_by_force_either(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="this file is read-only"):
        write_whole(path, "after", force=True)
    assert path.read_text() == "before"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP"])
def test_what_ends_the_process_waits_for_the_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "out.txt"
    script = f"""
        import os, signal, sys
        from pathlib import Path
        from proposals.files.writing import write_whole
        signal.signal(signal.{ending}, signal.SIG_DFL)  # whoever runs the tests may have it ignored
        os.fsync = lambda handle: os.kill(os.getpid(), signal.{ending})
        write_whole(Path(sys.argv[1]), "whole")
        print("not reached")
    """
    command = [sys.executable, "-B", "-c", dedent(script), str(path)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- our own interpreter
    assert (done.returncode, done.stdout) == (-getattr(signal, ending), b"")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("out.txt", "whole")]


def test_without_masks_of_signals_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    write_whole(tmp_path / "out.txt", "x")
    assert (tmp_path / "out.txt").read_text() == "x"


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "out.txt", "x")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o640


def test_through_a_link_its_target_is_written_and_the_link_stays(tmp_path: Path) -> None:
    target, link, dangling = tmp_path / "deep" / "target.txt", tmp_path / "link", tmp_path / "dangling"
    target.parent.mkdir()
    target.write_text("before")
    link.symlink_to(target)
    with pytest.raises(WriteError, match=r"target\.txt: this file exists"):
        write_whole(link, "after")
    write_whole(link, "after", force=True)
    assert link.is_symlink()
    assert target.read_text() == "after"
    dangling.symlink_to(tmp_path / "new.txt")
    write_whole(dangling, "new")
    assert dangling.is_symlink()
    assert (tmp_path / "new.txt").read_text() == "new"
    assert len(list(target.parent.iterdir())) == 1


def test_what_is_no_file_is_not_overwritten(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path, message in (
        (tmp_path, "this is not a regular file"),
        (pipe, "this is not a regular file"),
        (Path("/dev/full"), "this is not a regular file"),
        (tmp_path / "missing" / "out.txt", "cannot write: No such file or directory"),
        (tmp_path / ("x" * 300), "cannot write: File name too long"),
        (tmp_path / "a\0b", "cannot write: no file can have this name"),
        (loop, "cannot write: "),
        (Path("/proc/out.txt"), "cannot write: "),
    ):
        for force in (False, True):
            with pytest.raises(WriteError) as caught:
                write_whole(path, "x", force=force)
            assert message in str(caught.value)
    assert sorted(os.listdir(tmp_path)) == ["loop", "pipe"]  # noqa: PTH208 -- as above


def test_the_longest_name_that_the_system_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_whole(path, "x")
    assert path.read_text() == "x"


def test_text_that_is_no_unicode_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot write: 'utf-8' codec can't encode"):
        write_whole(tmp_path / "out.txt", "a\ud800b")
    assert list(tmp_path.iterdir()) == []


def test_when_the_disk_is_full_nothing_is_left_and_what_stood_there_stays(tmp_path: Path) -> None:
    """The system itself refuses to write more than a thousand bytes to one file."""
    path = tmp_path / "out.txt"
    path.write_text("before")
    script = """
        import resource, signal, sys
        from pathlib import Path
        from proposals.errors import WriteError
        from proposals.files.writing import write_whole
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_whole(Path(sys.argv[1]), "x" * 100_000, force=True)
        except WriteError as error:
            print(error)
    """
    command = [sys.executable, "-B", "-c", dedent(script), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    assert done.stdout == f"{path}: cannot write: File too large\n"
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("call", ["fsync", "fdopen", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_when_it_breaks_off_nothing_is_left_and_what_stood_there_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    error: BaseException,
) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(os, call, fail)
    with pytest.raises((WriteError, KeyboardInterrupt)) as caught:
        write_whole(path, "after", force=True)
    monkeypatch.undo()
    assert isinstance(caught.value, KeyboardInterrupt) or "No space left on device" in str(caught.value)
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]
