"""Files as they stood in a revision of a git repository: ``HEAD~1:plans/a.yaml``, as ``git show`` takes it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from proposals.errors import Location, UnreadableError

_OWN: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
"""Read only what lies here already: nothing is fetched, locked or said in another language."""


def is_revision(path: Path) -> bool:
    """Whether a path names a file of a revision: there is no such file, and a colon stands after a revision.

    A single letter before the colon is a drive, and a slash after it makes an address.
    """
    revision, _, inside = str(path).partition(":")
    named = len(revision) > 1 and not revision.startswith("-") and inside and not inside.startswith("/")
    return bool(named) and not path.exists()


def read_revision(path: Path, most: int) -> bytes:
    """The bytes of such a file, ``most`` at most. Raises :class:`UnreadableError` with what git says."""
    at = Location(str(path))
    size = int(_git(path, "-s"))
    if size > most:
        raise UnreadableError(at, f"this file has {size:,} bytes; {most:,} are the most")
    return _git(path, "blob")


def _git(path: Path, what: str) -> bytes:
    at = Location(str(path))
    git = shutil.which("git")
    if git is None:
        raise UnreadableError(at, "there is no such file, and no 'git' that could look for it in a revision")
    done = subprocess.run(  # noqa: S603 -- no shell, and the name never begins with a hyphen
        [git, "cat-file", what, str(path)], capture_output=True, check=False, env={**os.environ, **_OWN}
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
        raise UnreadableError(at, f"there is no such file, and git has it in no revision: {said}")
    return done.stdout
