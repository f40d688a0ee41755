"""The library that a command reads from: the bundled collection, with those that are opened beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import attrs
import click

from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.library.library import Library
from proposals.library.opening import open_library, settings_above
from proposals.library.several import loaded


@attrs.frozen(kw_only=True, eq=False, slots=False)  # what is opened is opened once
class Opening:
    """What the options of the group ask for; nothing is opened before a command needs it.

    ``folders`` are the collections that are named; where none is, those of the settings file above the current folder
    count. ``trusted`` are the folders whose code may run. ``alone``: without the bundled collection.
    """

    folders: tuple[str, ...] = ()
    trusted: tuple[str, ...] = ()
    alone: bool = False

    @cached_property
    def library(self) -> Library:
        """The library of these collections. Raises as :func:`~proposals.library.opening.open_library` does."""
        if self.folders:
            return open_library(self.folders, trusted=self.trusted, alone=self.alone)
        try:
            here = Path.cwd()
        except FileNotFoundError:  # the current folder is gone, and no settings are above it
            here = Path()
        settings = settings_above(here)
        return open_library(settings.folders, trusted=self.trusted, alone=self.alone or not settings.bundled)


def opened() -> Library:
    """The library of the command that runs."""
    context = click.get_current_context(silent=True)
    opening = context.find_object(Opening) if context else None
    return (opening or Opening()).library


def read(names: Iterable[str]) -> list[Proposal]:
    """The documents of these ids or paths. Raises as :func:`~proposals.library.several.loaded` does."""
    return loaded(names, opened())


def names_of(*documents: Proposal) -> Lookup:
    """The names that the command's library and these documents use."""
    return Lookup.of(*documents, library=opened())
