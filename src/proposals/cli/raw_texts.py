"""``proposals diff`` of two raw texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from proposals.cli.output import Output
from proposals.language.names import Lookup
from proposals.reports.pages import texts as page
from proposals.reports.records.texts import TEXTS
from proposals.texts.pairing import Fate, paired
from proposals.texts.points import split
from proposals.texts.reading import is_raw, is_standard_input, read_raw

_TWO: Final = 2


def diff_texts(names: Sequence[str], output: Output, others: Sequence[str], *, exit_code: bool) -> None:
    """Compare two raw texts point by point; ``others`` are the names of options that only coded documents have.

    With ``exit_code`` the status is 1 where a point is not the same or not in its place. Raises
    :class:`click.UsageError` for such an option, for a coded document, and for more texts than two or fewer.
    """
    coded = [name for name in names if not (is_raw(name) or is_standard_input(name))]
    if coded:
        raw = next(name for name in names if is_raw(name))
        message = f"'{coded[0]}' is a coded document and '{raw}' a raw text; draft that first: proposals draft {raw}"
        raise click.UsageError(f"{message} -o {Path(raw).stem}.yaml")
    if len(names) != _TWO:
        raise click.UsageError("two raw texts are compared at a time")
    if others:
        raise click.UsageError(f"--{others[0]} belongs to coded documents, not to raw texts")
    found = paired(*(split(read_raw(name)) for name in names))
    output.write(lambda: page.page(found), lambda: TEXTS.json(found, Lookup.of()))
    if exit_code and any(pair.fate is not Fate.SAME or pair.moved for pair in found.pairs):
        click.get_current_context().exit(1)
