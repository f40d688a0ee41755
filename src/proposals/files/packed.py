"""Word and Excel files are packed ones: bounded before they are unpacked, and wrong in many ways."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

MALFORMED: Final = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError),
    *(BadZipFile, struct.error, zlib.error),
)
"""What the packages that read such files raise for one that is damaged, or drawn up to be wrong."""


def unpacked_size(held: bytes) -> int:
    """How many bytes a packed file says that it has unpacked; no more are ever taken from it.

    Raises one of :data:`MALFORMED` where it is none.
    """
    with ZipFile(BytesIO(held)) as packed:
        return sum(entry.file_size for entry in packed.infolist())
