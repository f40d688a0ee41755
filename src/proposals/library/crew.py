"""Checking many files at once: a process for each core, each with the same library opened anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeVar

from proposals.library.library import Library
from proposals.library.opening import open_library

_Done = TypeVar("_Done")

MANY: Final = 200
"""From how many files on more than one process is worth its start."""

_AT_ONCE: Final = 16
"""How many files a process takes at a time."""


class _Crew:
    """What one of the processes works with."""

    library: Library


def each_of(
    files: Sequence[tuple[Path, str]], each: Callable[[Path, str, Library], _Done], library: Library
) -> Iterator[_Done]:
    """What some work makes of each file and its name, in their order; of many files by as many processes as cores.

    The work is a function of a module, and what it makes can be pickled.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(files) < MANY or cores == 1:
        yield from (each(path, name, library) for path, name in files)
        return
    own = [one for one in library.own if not one.installed]
    again = ([one.folder for one in own], [one.folder for one in own if one.kinds], library.alone)
    with ProcessPoolExecutor(cores, get_context("spawn"), join, again) as crew:
        try:
            yield from crew.map(work, ((each, path, name) for path, name in files), chunksize=_AT_ONCE)
        except BaseException:
            crew.shutdown(wait=False, cancel_futures=True)
            raise


def join(folders: Sequence[Path], trusted: Sequence[Path], alone: bool) -> None:  # noqa: FBT001 -- by position
    """Open the library in a process, which leaves an interrupt to the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Crew.library = open_library(folders, trusted=trusted, alone=alone)


def work(given: tuple[Callable[[Path, str, Library], _Done], Path, str]) -> _Done:
    """What the work makes of one file and its name."""
    each, path, name = given
    return each(path, name, _Crew.library)
