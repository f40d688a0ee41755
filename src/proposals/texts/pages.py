"""The pages of a PDF, read in a process of their own.

pdfium ends the process that it runs in where a page asks for more memory than there is, and a file of a few kilobytes
can ask for that. So this module is a program as well, which its reader starts by its path: it needs nothing of the
library, takes a PDF as its standard input and prints the text of each page, or why there is none, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO

MEMORY: Final = 2
"""How many GiB the process may take, on systems that can bound that; a plan of a hundred pages takes a tenth of one."""
SECONDS: Final = 120
"""How long it may take; a thousand pages take a few seconds."""


def read_pages(held: bytes, home: Path, most_pages: int, most_characters: int) -> dict[str, Any]:
    """What the process found.

    ``home`` is the folder that holds pypdfium2. Of ``{"pages": […]}``, the text of each page, ``{"count": …}``, how
    many there are if that is more than ``most_pages``, ``{"characters": …}``, how many were read when they came to
    more than ``most_characters``, ``{"error": …}``, in the words of pypdfium2, and ``{"unloaded": …}``, why that cannot
    be imported, it is one; empty where the process was ended for what it asked for.
    """
    command = [sys.executable, "-I", __file__, str(home), str(most_pages), str(most_characters)]
    try:
        done = subprocess.run(  # noqa: S603 -- our own file
            command, input=held, capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return {}
    found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    return found


def _found(held: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    try:
        pdfium: Any = import_module("pypdfium2")
    except (ImportError, OSError) as error:  # a library that was built for another system
        return {"unloaded": str(error)}
    try:
        document = pdfium.PdfDocument(held)
        if len(document) > most_pages:
            return {"count": len(document)}
        pages: list[str] = []
        size = 0
        for page in document:
            pages.append(page.get_textpage().get_text_bounded())
            size += len(pages[-1])
            if size > most_characters:
                return {"characters": size}
    except pdfium.PdfiumError as error:
        return {"error": str(error)}
    return {"pages": pages}


def _bound_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # a system that cannot bound it
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY << 30, MEMORY << 30))


def main(arguments: list[str], standard_input: BinaryIO, standard_output: TextIO) -> None:
    """Print what was found in the PDF that comes as standard input; the arguments are those of :func:`read_pages`."""
    home, most_pages, most_characters = arguments
    _bound_memory()
    sys.path.insert(0, home)
    json.dump(_found(standard_input.read(), int(most_pages), int(most_characters)), standard_output)


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer, sys.stdout)
