"""A page of the manual as a reader goes through it: block by block, in one folder that holds what the page makes."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from manual.blocks import MAKERS, Page

FENCE = re.compile(r"^ *(`{3,})([^\n]*)\n(.*?)^ *\1$", re.MULTILINE | re.DOTALL)
INSTALLS = re.compile(r"python3 -m venv |\. \.venv/bin/activate$|pip install ")
"""Lines that set up an environment: the gate runs the README's, and the packaging test installs the wheel."""


def blocks(path: Path) -> list[tuple[str, str]]:
    """The blocks of a page as its author wrote them: what stands after the fence, and the lines."""
    return [(found[2].strip(), found[3]) for found in FENCE.finditer(path.read_text(encoding="utf-8"))]


def word(language: str) -> str:
    """The word that says what kind of block it is: ``run`` of ``{run} proposals list``, ``sh`` of ``sh``."""
    return language[1:].partition("}")[0] if language.startswith("{") else language


def walk(path: Path, page: Page, folder: Path, others: dict[str, Callable[[str, Path], None]]) -> Iterator[str]:
    """Fill or run every block of the page, in its order, with ``folder`` as the place where it is done.

    ``others`` runs the languages that the manual itself does not fill. Yields the word of each block.
    """
    for language, text in blocks(path):
        with contextlib.chdir(folder):
            if (kind := word(language)) in MAKERS and language != kind:
                assert MAKERS[kind](language.partition("}")[2].strip(), text, page)
            else:
                others[language](text, folder)
        yield kind


def shell(text: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run lines of the shell with the commands of this environment; lines that install are left out."""
    lines = [line for line in text.splitlines() if not INSTALLS.match(line)]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    command = ["bash", "-euo", "pipefail", "-c", "\n".join(lines)]
    return subprocess.run(  # noqa: S603 -- the manual's own pages
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def done(text: str, folder: Path, **variables: str) -> str:
    """What lines of the shell print; they must end well."""
    ended = shell(text, folder, **variables)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout
