"""What is told of a long piece of work: how far it has come, on a terminal, and which files were left out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from proposals.cli.failures import UNUSABLE, tell
from proposals.corpus.loading import Loaded
from proposals.library.crew import MANY

_One = TypeVar("_One")


def watched(label: str, many: int = MANY) -> Callable[[Iterable[_One], int], Iterator[_One]]:
    """Hands on what is done of so many things, with a bar on a terminal where they are so many."""

    def watch(done: Iterable[_One], count: int) -> Iterator[_One]:
        if count < many or not sys.stderr.isatty():
            yield from done
            return
        with click.progressbar(done, length=count, label=label, file=sys.stderr, show_pos=True) as bar:
            yield from bar

    return watch


def left_out(wrong: Iterable[Loaded]) -> int:
    """Name the files that are wrong, each with its first problem; return the exit status."""
    status = 0
    for one in wrong:
        tell(f"proposals: left out: {one.problems[0]}")
        status = UNUSABLE
    return status
