"""Checking many files at once: a process for each core, each with the same library opened anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from proposals.library.library import Library
from proposals.library.opening import open_library

_Done = TypeVar("_Done")

MANY: Final = 200
"""From how many files on more than one process is worth its start."""

_AT_ONCE: Final = 16
"""How many files a process takes at a time."""


Watch: TypeAlias = Callable[[Iterable[_Done], int], Iterable[_Done]]
"""What is given the results of a work, as they come, and how many there will be, and hands them on."""


def unwatched(done: Iterable[_Done], _count: int) -> Iterable[_Done]:
    """Hands on the results and shows nothing."""
    return done


class _Crew:
    """What one of the processes works with."""

    library: Library


def each_of(
    files: Sequence[tuple[Path, str]],
    each: Callable[[Path, str, Library], _Done],
    library: Library,
    processes: int | None = None,
) -> Iterator[_Done]:
    """What some work makes of each file and its name, in their order; of many files by so many processes.

    These are as many as cores where no number is given. The work is a function of a module, and what it makes can be
    pickled.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    at_once = processes or cores
    if len(files) < MANY or at_once == 1:
        yield from (each(path, name, library) for path, name in files)
        return
    with ProcessPoolExecutor(at_once, get_context("spawn"), join, opening_of(library)) as crew:
        try:
            yield from crew.map(work, ((each, path, name) for path, name in files), chunksize=_AT_ONCE)
        except BaseException:
            crew.shutdown(wait=False, cancel_futures=True)
            raise


def opening_of(library: Library) -> tuple[list[Path], list[Path], bool]:
    """What another process opens the same library with: the folders, those whose code may run, whether alone."""
    own = [one for one in library.own if not one.installed]
    return [one.folder for one in own], [one.folder for one in own if one.kinds], library.alone


def join(folders: Sequence[Path], trusted: Sequence[Path], alone: bool) -> None:  # noqa: FBT001 -- by position
    """Open the library in a process, which leaves an interrupt to the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Crew.library = open_library(folders, trusted=trusted, alone=alone)


def work(given: tuple[Callable[[Path, str, Library], _Done], Path, str]) -> _Done:
    """What the work makes of one file and its name."""
    each, path, name = given
    return each(path, name, _Crew.library)
