"""How far a long piece of work has come, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from proposals.library.crew import MANY

_One = TypeVar("_One")


def watched(label: str) -> Callable[[Iterable[_One], int], Iterator[_One]]:
    """Hands on what is done of so many things, with a bar on a terminal where they are many."""

    def watch(done: Iterable[_One], count: int) -> Iterator[_One]:
        if count < MANY or not sys.stderr.isatty():
            yield from done
            return
        with click.progressbar(done, length=count, label=label, file=sys.stderr, show_pos=True) as bar:
            yield from bar

    return watch
