"""How time is taken: processor time, everybody in turn in the same run, and the median of the rounds."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

import attrs


@attrs.frozen
class Work:
    """Something to time: ``run`` takes what ``prepare`` makes anew for each round, which is not timed."""

    prepare: Callable[[], Any]
    run: Callable[[Any], Any]


def seconds(works: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """The median of the processor time of each, after one round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            given = work.prepare()
            gc.collect()
            before = time.process_time()
            work.run(given)
            after = time.process_time()
            if number:
                taken[name].append(after - before)
    return {name: median(times) for name, times in taken.items()}


def process_seconds(commands: Mapping[str, Sequence[str]], rounds: int, silent: str) -> dict[str, float]:
    """The median of the processor time, user and system, of each command as a whole process.

    An installed package has its bytecode, so all commands have theirs: it is written to a folder of their own in the
    first round, which does not count, even where the environment says that none is written.

    Each but the ``silent`` one has to print something and to end with 0, or with 1 for documents that differ.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        for number in range(rounds + 1):
            for name, command in commands.items():
                before = _children()
                done = subprocess.run(  # noqa: S603 -- commands of our own
                    command, capture_output=True, check=False, env=environment
                )
                if done.returncode not in {0, 1} or (name != silent and not done.stdout):
                    raise AssertionError(f"{name} ended with {done.returncode}: {done.stderr.decode()}")
                if number:
                    taken[name].append(_children() - before)
    return {name: median(times) for name, times in taken.items()}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are numbers."""
    line = f"|{'|'.join(['---', *['---:'] * (len(head) - 1)])}|"
    return "\n".join([f"| {' | '.join(head)} |", line, *(f"| {' | '.join(row)} |" for row in rows), ""])


def milliseconds(taken: float) -> str:
    """A time to three digits."""
    return f"{taken * 1000:,.3g}" if taken < 1 else f"{taken * 1000:,.0f}"
