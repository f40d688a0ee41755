"""The library that a command reads from: the bundled collection, with those that are opened beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import click
from click.core import ParameterSource

from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.library.library import ENGLISH, Library
from proposals.library.opening import Settings, open_library, settings_above
from proposals.library.several import loaded

_OPENED: Final = "proposals.library"
LANGUAGE: Final = "proposals.language"
"""Under this key the context of the group has the code of the language that was asked for."""


def opened() -> Library:
    """The library of the command that runs, opened when it is first asked for.

    It has the collections that the options of the group name; where none is named, those of the settings file in the
    current folder or the nearest above. Raises as :func:`~proposals.library.opening.open_library` does.
    """
    context = click.get_current_context().find_root()
    if _OPENED not in context.meta:
        context.meta[_OPENED] = _opened(**context.params).speaking(context.meta.get(LANGUAGE, ENGLISH))
    library: Library = context.meta[_OPENED]
    return library


def _opened(folders: tuple[str, ...], trusted: tuple[str, ...], *, alone: bool, **_others: Any) -> Library:
    settings = Settings() if folders else _settings()
    opening = folders or settings.folders
    if click.get_current_context().find_root().get_parameter_source("trusted") is ParameterSource.ENVIRONMENT:
        known = {Path(folder).resolve() for folder in opening}
        trusted = tuple(folder for folder in trusted if Path(folder).resolve() in known)
    return open_library(opening, trusted=trusted, alone=alone or not settings.bundled)


def _settings() -> Settings:
    try:
        return settings_above(Path.cwd())
    except FileNotFoundError:  # the current folder is gone, and no settings stand above it
        return Settings()


def read(names: Iterable[str]) -> list[Proposal]:
    """The documents of these ids or paths. Raises as :func:`~proposals.library.several.loaded` does."""
    return loaded(names, opened())


def names_of(*documents: Proposal) -> Lookup:
    """The names that the command's library and these documents use."""
    return Lookup.of(*documents, library=opened())
