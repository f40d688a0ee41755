"""Getting the text of a file: bounded, whole, UTF-8, or one clear error."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Final

from proposals.errors import Location, UnreadableError
from proposals.files.revisions import is_revision, read_revision
from proposals.strings import describe

LARGEST = 16 * 1024 * 1024
"""The most bytes that a file may have; a plan of a hundred points has some forty thousand."""

STANDARD_INPUT: Final = Path("/dev/stdin")
"""The path that stands for standard input, whatever the system calls it; its bytes are those of :data:`sys.stdin`."""

_DESCRIPTORS: Final = frozenset({Path("/dev/fd"), Path("/proc/self/fd")})
"""Where a shell puts the pipes that it hands over. A pipe elsewhere may wait for a writer for ever."""

# What YAML does not take, and the rarer line ends, by which its lines would be counted otherwise than an editor's.
_FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def stream(path: Path) -> tuple[int, int] | None:
    """Which stream a path leads to, standard input or a shell's pipe, which can be read only once; else ``None``.

    Two paths of one stream, such as ``/dev/stdin`` and ``/dev/fd/0``, give the same numbers.
    """
    try:
        found = os.fstat(sys.stdin.fileno()) if path == STANDARD_INPUT and sys.stdin else path.stat()
    except (OSError, ValueError):  # a stream of Python's own has no number
        return (0, 0) if path == STANDARD_INPUT else None
    return (found.st_dev, found.st_ino) if path == STANDARD_INPUT or _handed_over(path, found) else None


def _handed_over(path: Path, found: os.stat_result) -> bool:
    """Whether a path is that of a pipe that the shell has opened, as it does for ``<(…)``."""
    return stat.S_ISFIFO(found.st_mode) and path.parent in _DESCRIPTORS


def folder_of(path: Path) -> Path:
    """The folder in which the files beside a document are looked for: for a stream the current one."""
    return Path() if stream(path) else path.parent


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file, of one in a git revision, of a pipe that the shell has opened, or of standard input.

    Raises :class:`UnreadableError` for anything else, before it is opened.
    """
    at = Location(str(path))
    try:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise UnreadableError(at, "standard input is closed")
            return _bounded(sys.stdin.buffer, at)
        if is_revision(path):
            return read_revision(path, LARGEST)
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            raise UnreadableError(at, "this is a folder, not a file")
        if not (stat.S_ISREG(mode.st_mode) or _handed_over(path, mode)):
            raise UnreadableError(at, "this is a device or a named pipe, not a file")
        if mode.st_size > LARGEST:
            raise UnreadableError(at, f"this file has {mode.st_size:,} bytes; {LARGEST:,} are the most")
        with path.open("rb") as file:
            return _bounded(file, at)
    except OSError as error:
        raise UnreadableError(at, f"cannot read: {error.strerror or error}") from None
    except ValueError:  # of a null byte, in other words with each version of Python
        raise UnreadableError(at, "cannot read: no file can have this name") from None


def _bounded(file: BinaryIO, at: Location) -> bytes:
    """All bytes of an open file. Raises :class:`UnreadableError` where there are more than :data:`LARGEST`."""
    held = file.read(LARGEST + 1)
    if len(held) > LARGEST:
        raise UnreadableError(at, f"this file has more than {LARGEST:,} bytes")
    return held


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without a byte order mark and with a line feed at the end of each line."""
    return text_of(read_bytes(path), str(path))


def text_of(held: bytes, name: str) -> str:
    """The bytes of a file as :func:`read_text` gives them. Raises :class:`UnreadableError` for what is no such text."""
    if held.startswith(_WIDE):
        raise UnreadableError(Location(name, 1, 1), "this file is UTF-16 or UTF-32; save it as UTF-8")
    try:
        text = held.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = held.removeprefix(codecs.BOM_UTF8)[: error.start].decode("utf-8")
        byte = error.object[error.start]
        raise UnreadableError(_position(name, before), f"byte 0x{byte:02X} is not UTF-8; save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if foreign := _FOREIGN.search(text):
        at = _position(name, text[: foreign.start()])
        raise UnreadableError(at, f"{describe(foreign[0])} may not stand in a file")
    return text


def _position(name: str, before: str) -> Location:
    """The position of the character after ``before``."""
    return Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
