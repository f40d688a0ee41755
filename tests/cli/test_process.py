"""What only a process can show: streams that fail, signals, warnings."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from proposals import library
from proposals.cli import watching
from proposals.errors import Location, UnreadableError
from proposals.library.crew import MANY

DIFF = ("diff", "us-28-point", "e3-counter")
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs /dev and POSIX signals")


def started(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "error", "-m", "proposals", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]  # noqa: S603 -- our own command


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, (out or b"").decode(errors="replace"), err.decode()


@pytest.mark.parametrize("arguments", [(), ("--version",), ("list",), DIFF, ("check",), ("export", "schema")])
def test_no_command_warns(arguments: tuple[str, ...]) -> None:
    status, out, err = ended(started(*arguments, stdout=subprocess.PIPE))
    assert (status, err) == (0, "")
    assert out


def test_wrong_usage_is_exit_2_and_goes_to_standard_error() -> None:
    status, out, err = ended(started("diff", "us-28-point", stdout=subprocess.PIPE))
    assert (status, out) == (2, "")
    assert "two documents are needed, or one and a --base" in err


def test_wrong_usage_shows_nothing_raw() -> None:
    status, _, err = ended(started("show", "us-28-point", "a\x1b[31m\u202e", stdout=subprocess.PIPE))
    assert status == 2
    assert not set("\x1b\u202e") & set(err)


def test_a_document_that_does_not_exist_is_exit_2() -> None:
    status, out, err = ended(started("show", "nothing-so-called", stdout=subprocess.PIPE))
    assert (status, out) == (2, "")
    assert err.startswith("proposals: no proposal is called 'nothing-so-called'")


def test_exit_codes_reach_the_shell() -> None:
    assert ended(started(*DIFF, "--exit-code", stdout=subprocess.PIPE))[0] == 1


@POSIX
def test_a_full_disk_is_one_message() -> None:
    with Path("/dev/full").open("wb") as full:
        status, _, err = ended(started(*DIFF, stdout=full))
    assert (status, err) == (2, "proposals: cannot write: No space left on device\n")


@POSIX
def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = started(*DIFF, stdout=writing)
    os.close(writing)
    assert ended(process) == (0, "", "")


@POSIX
def test_a_closed_standard_output_is_no_error() -> None:
    command = f'exec "{sys.executable}" -m proposals {" ".join(DIFF)} >&-'
    done = subprocess.run(  # noqa: S603 -- our own command
        ["/bin/sh", "-c", command], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_signs_that_a_terminal_cannot_show_are_written_out() -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    status, out, err = ended(started(*DIFF, stdout=subprocess.PIPE, env=env))
    assert (status, err) == (0, "")
    assert "\\u2020" in out


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
def test_data_is_utf_8_whatever_the_terminal_is_set_to(encoding: str) -> None:
    process = started("show", "us-28-point", "--format", "yaml", env={**os.environ, "PYTHONIOENCODING": encoding})
    out, _ = process.communicate(timeout=60)
    shown = started("show", "us-28-point", "--format", "yaml", env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    expected, _ = shown.communicate(timeout=60)
    assert (process.returncode, out) == (0, expected)


@POSIX
def test_an_interrupt_while_writing_leaves_nothing_half_written(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before", encoding="utf-8")
    code = (
        "import os, signal, proposals.files.writing as writing\n"
        "from proposals.cli import main\n"
        "def interrupted(handle):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "writing.os.fsync = interrupted\n"
        "import sys; sys.argv = ['proposals', 'explain', 'rules', '-o', sys.argv[1], '--force']\n"
        "main()\n"
    )
    command = [sys.executable, "-W", "error", "-c", code, str(target)]
    done = subprocess.run(  # noqa: S603 -- our own command
        command, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"proposals: interrupted\n")
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


@POSIX
def test_an_interrupt_while_waiting_for_the_reader_is_one_message() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, True)
    filled = os.dup(writing)
    os.set_blocking(filled, False)
    try:
        while True:
            os.write(filled, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(filled, True)
    process = started("show", "us-28-point", "--format", "json", stdout=writing)
    os.close(writing)
    os.close(filled)
    for _ in range(600):
        if "pipe" in Path(f"/proc/{process.pid}/wchan").read_text(encoding="ascii"):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    os.close(reading)
    assert process.returncode == 2
    assert err == b"proposals: interrupted\n"


def test_the_order_of_hashes_does_not_show() -> None:
    outputs = set()
    for seed in ("0", "1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        outputs.add(ended(started(*DIFF, "--sources", stdout=subprocess.PIPE, env=env)))
    assert len(outputs) == 1


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_completion_is_there_for_each_shell(shell: str) -> None:
    env = {**os.environ, "_PROPOSALS_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        [sys.executable, "-m", "proposals"],
        env=env, capture_output=True, check=False, text=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "_PROPOSALS_COMPLETE" in done.stdout


def test_it_works_from_an_empty_folder(tmp_path: Path) -> None:
    status, out, err = ended(started("list", stdout=subprocess.PIPE, cwd=tmp_path))
    assert (status, err) == (0, "")
    assert all(name in out for name in library.ids())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for the processes that have begun")
def test_an_interrupt_while_processes_begin_is_one_message(tmp_path: Path) -> None:
    for number in range(MANY):
        (tmp_path / f"p{number}.yaml").write_text(f"format: 2\nid: p{number}\ntitle: A plan\ndate: 2026\n")
    process = started("check", str(tmp_path), stdout=subprocess.PIPE, start_new_session=True)
    begun = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(begun.read_text().split()) < 2:
        time.sleep(0.01)
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    assert ended(process) == (2, "", "proposals: interrupted\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_a_check_of_many_shows_how_far_it_is_on_a_terminal_alone(tmp_path: Path) -> None:
    for number in range(MANY):
        text = f"format: 2\nid: p{number}\ntitle: A plan\ndate: 2026\ncoverage: complete\n"
        (tmp_path / f"p{number}.yaml").write_text(text)
    command = [sys.executable, "-m", "proposals", "check", str(tmp_path), "--format", "json"]
    own, terminal = os.openpty()
    shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True, timeout=120)  # noqa: S603
    os.close(terminal)
    assert b"Checking" in os.read(own, 4096)
    piped = subprocess.run(command, capture_output=True, check=True, timeout=120)  # noqa: S603
    assert (piped.stdout, piped.stderr) == (shown.stdout, b"")


def test_the_bar_hands_on_every_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    outcomes = [UnreadableError(Location("a.yaml"), "it is gone")] * MANY
    assert list(watching.watched("Checking")(outcomes, MANY)) == outcomes
    assert "Checking" in shown.getvalue()
