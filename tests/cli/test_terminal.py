from __future__ import annotations

import io
import os
import shutil
import struct
import sys

import pytest

from proposals.cli import output as terminal

POSIX = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")


def by_shutil() -> int:
    return shutil.get_terminal_size((terminal.WIDTH, 24)).columns


@pytest.mark.parametrize("told", ["", "0", "-3", "wide", "7", "120", " 99 "])
def test_the_columns_are_those_that_the_standard_library_finds(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert terminal.columns() == by_shutil()


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_the_columns_where_nothing_is_written_to_a_terminal(
    stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "__stdout__", stream)
    assert terminal.columns() == by_shutil() == terminal.WIDTH


@POSIX
@pytest.mark.parametrize(("told", "found"), [(100, 100), (0, terminal.WIDTH)])
def test_the_columns_of_a_terminal(told: int, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 -- not everywhere
    import termios  # noqa: PLC0415 -- as above

    monkeypatch.delenv("COLUMNS", raising=False)
    near, far = os.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 30, told, 0, 0))
    with os.fdopen(near), os.fdopen(far, "w") as shown:
        monkeypatch.setattr(sys, "__stdout__", shown)
        assert terminal.columns() == by_shutil() == found
