"""``proposals diff`` of raw texts: two of them point by point, or one that is drafted first beside coded documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import click

from proposals import __version__
from proposals.cli.opening import opened
from proposals.cli.output import Output
from proposals.documents.proposal import Proposal
from proposals.drafting.english import drafter
from proposals.drafting.proposing import proposed
from proposals.language.names import Lookup
from proposals.library.library import Library
from proposals.library.several import loaded
from proposals.reports.pages import texts as page
from proposals.reports.records.texts import TEXTS
from proposals.texts.endings import is_raw
from proposals.texts.pairing import Fate, paired
from proposals.texts.points import split
from proposals.texts.reading import read_raw

_TWO: Final = 2


def read_drafting(names: Iterable[str]) -> list[Proposal]:
    """The documents of these ids or paths; of a raw text a draft. Raises as :func:`~.opening.read` does."""
    library = opened()
    return loaded((_drafted(name, library) if is_raw(name) else name for name in names), library)


def _drafted(name: str, library: Library) -> Proposal:
    made = drafter(library).draft(split(read_raw(name)))
    return proposed(made, program=f"proposals {__version__}", world=library.world)


def diff_texts(names: Sequence[str], output: Output, others: Sequence[str], *, exit_code: bool) -> None:
    """Compare two raw texts point by point; ``others`` are the names of options that only coded documents have.

    With ``exit_code`` the status is 1 where a point is not the same or not in its place. Raises
    :class:`click.UsageError` for such an option, and for more texts than two or fewer.
    """
    if len(names) != _TWO:
        raise click.UsageError("two raw texts are compared at a time")
    if others:
        raise click.UsageError(f"--{others[0]} belongs to coded documents, not to raw texts")
    left, right = (split(read_raw(name)) for name in names)
    found = paired(left, right, drafter(opened()).matters)
    output.write(lambda: page.page(found), lambda: TEXTS.json(found, Lookup.of()))
    if exit_code and any(pair.fate is not Fate.SAME or pair.moved for pair in found.pairs):
        click.get_current_context().exit(1)
