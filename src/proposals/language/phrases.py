"""Phrases: runs of text, each with its role, for a paragraph or a line of a cell."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple, TypeAlias


class Role(Enum):
    """What a run of text is for. A layout may colour it; its words say the same without colour."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    AGREED = "agreed"
    DIFFERENT = "different"
    OPPOSED = "opposed"
    ABSENT = "absent"
    FAILED = "failed"
    ADDED = "added"
    DELETED = "deleted"
    CODE = "code"


class Run(NamedTuple):
    """Text of one role. Blanks at its ends count; runs are joined without any."""

    text: str
    role: Role = Role.PLAIN


Phrase: TypeAlias = tuple[Run, ...]
"""Runs that make one paragraph or one line of a cell."""


def phrase(*parts: str | Run | Phrase) -> Phrase:
    """A phrase of strings, runs and phrases; what is empty is left out."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs += part
    return tuple([run for run in runs if run.text])


_SIGNS: Final = {Role.ADDED: ("{+", "+}"), Role.DELETED: ("[-", "-]")}


def signed(text: str, role: Role) -> Run:
    """A run of words that were added or deleted, between the signs by which word-by-word diffs show that in text."""
    first, last = _SIGNS[role]
    return Run(f"{first}{text}{last}", role)


def unsigned(run: Run) -> str:
    """The text of a run without such signs, for a format that marks the words itself."""
    first, last = _SIGNS.get(run.role, ("", ""))
    return run.text.removeprefix(first).removesuffix(last)


class Entry(NamedTuple):
    """A label with one or more lines beside it."""

    label: Phrase
    lines: tuple[Phrase, ...]


class Row(NamedTuple):
    """One field on two sides.

    ``mark`` is a sign for alike or not. ``note`` tells how the values differ; ``brief`` is the part of it that does not
    go without saying where the values stand right above. ``said`` that a
    sentence beside the rows says the same.
    """

    mark: Run
    label: str
    left: tuple[Phrase, ...]
    right: tuple[Phrase, ...]
    note: Phrase = ()
    brief: Phrase = ()
    said: bool = False

    @property
    def telling(self) -> bool:
        """Whether it has what the sentences of the two sides do not show by themselves: another value or spelling."""
        return not self.said and (self.mark.text != "=" or self.left != self.right)
