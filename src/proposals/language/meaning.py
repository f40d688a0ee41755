"""What one meaning of a name consists of."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from proposals.values import Value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Meaning(Value):
    """One meaning of a name.

    ``sort`` is what it is (*kind*, *field*, *word*, *place*), ``facts`` are labels with a text each, ``example`` is
    YAML to copy into a file, empty where there is none. ``spellings`` are the other names by which it is found.
    """

    sort: str
    name: str
    definition: str
    facts: tuple[tuple[str, str], ...] = ()
    example: str = ""
    spellings: tuple[str, ...] = ()


def facts_of(told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The labels with a text; those without one are left out."""
    return tuple((label, text) for label, text in told.items() if text)
