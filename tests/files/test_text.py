from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.errors import UnreadableError
from proposals.files.text import LARGEST, STANDARD_INPUT, read_bytes, read_text

File = Callable[..., Path]


@pytest.mark.parametrize(
    ("held", "text"),
    [
        (b"", ""),
        (b"a: b\n", "a: b\n"),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"a: b\rc: d", "a: b\nc: d"),
        (codecs.BOM_UTF8 + b"a: b", "a: b"),
        ("Київ – “plan”\t…".encode(), "Київ – “plan”\t…"),
        ("𝄞".encode(), "𝄞"),
    ],
)
def test_text_is_read_whole_with_line_feeds(file: File, held: bytes, text: str) -> None:
    assert read_text(file(held)) == text


@pytest.mark.parametrize(
    ("held", "line", "column", "message"),
    [
        (codecs.BOM_UTF16_LE + "a: b".encode("utf-16-le"), 1, 1, "this file is UTF-16 or UTF-32; save it as UTF-8"),
        (codecs.BOM_UTF16_BE + "a: b".encode("utf-16-be"), 1, 1, "this file is UTF-16 or UTF-32; save it as UTF-8"),
        (codecs.BOM_UTF32_LE + "a: b".encode("utf-32-le"), 1, 1, "this file is UTF-16 or UTF-32; save it as UTF-8"),
        ("a: b".encode("utf-16-le"), 1, 2, "U+0000 control character may not stand in a file"),
        (b"a: b\n\xd0\x9a\xd0\xb8: caf\xe9\n", 2, 8, "byte 0xE9 is not UTF-8; save it as UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", 1, 1, "byte 0xFF is not UTF-8; save it as UTF-8"),
        (b"a: \xed\xa0\x80", 1, 4, "byte 0xED is not UTF-8; save it as UTF-8"),
        (b"a: b\n\xd0\x9a: \x1b[2J", 2, 4, "U+001B control character may not stand in a file"),
        (b"a: \x7f", 1, 4, "U+007F control character may not stand in a file"),
        ("a: b\u0085c: d".encode(), 1, 5, "U+0085 control character may not stand in a file"),
        ("a: b\r\n\u2028".encode(), 2, 1, "U+2028 LINE SEPARATOR may not stand in a file"),
        ("a: \uffff".encode(), 1, 4, "U+FFFF noncharacter may not stand in a file"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(file: File, held: bytes, line: int, column: int, message: str) -> None:
    path = file(held)
    with pytest.raises(UnreadableError) as caught:
        read_text(path)
    assert caught.value.location == (str(path), line, column)
    assert caught.value.message == message


@given(st.text())
def test_whatever_is_read_is_what_stands_there(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("text") / "a"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read = read_text(path)
    except UnreadableError as error:
        read = None
        line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[error.location.line - 1]
        assert 1 <= error.location.column <= len(line)  # noqa: PT017 -- whether it raises depends on what is drawn
    assert read is None or read == text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path, message in (
        (tmp_path, "this is a folder, not a file"),
        (pipe, "this is a device or a named pipe, not a file"),
        (Path("/dev/zero"), "this is a device or a named pipe, not a file"),
        (Path("/dev/stdin"), None),
        (tmp_path / "missing", "cannot read: No such file or directory"),
        (tmp_path / "missing" / "file", "cannot read: No such file or directory"),
        (tmp_path / ("x" * 300), "cannot read: File name too long"),
        (tmp_path / "a\0b", "cannot read: no file can have this name"),
        (loop, "cannot read: Too many levels of symbolic links"),
    ):
        with pytest.raises(UnreadableError) as caught:
            read_bytes(path)
        assert caught.value.location.file == str(path)
        assert message is None or caught.value.message == message


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="standard input is closed"):
        read_bytes(STANDARD_INPUT)


def test_a_symlink_to_a_file_is_read(file: File, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file("a: b"))
    assert read_bytes(link) == b"a: b"


def test_a_file_that_may_not_be_read(file: File) -> None:
    path = file("a: b")
    path.chmod(0)
    own = os.geteuid()
    if own == 0:  # root may read whatever it likes
        os.seteuid(65534)
    try:
        with pytest.raises(UnreadableError, match="cannot read: Permission denied"):
            read_bytes(path)
    finally:
        os.seteuid(own)


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as handle:
        handle.truncate(LARGEST)
    assert len(read_bytes(path)) == LARGEST
    with path.open("r+b") as handle:
        handle.truncate(100 * 1024 * 1024)
    with pytest.raises(UnreadableError, match="this file has 104,857,600 bytes; 16,777,216 are the most"):
        read_bytes(path)


@pytest.mark.skipif(not Path("/proc/self/pagemap").is_file(), reason="there is no such file that hides its size here")
def test_a_file_that_hides_its_size_is_not_read_to_its_end() -> None:
    with pytest.raises(UnreadableError, match="this file has more than 16,777,216 bytes"):
        read_bytes(Path("/proc/self/pagemap"))
