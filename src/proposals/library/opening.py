"""Opening collections: by their folders, by a settings file beside or above, and those that packages bring along."""

from __future__ import annotations

import tomllib
from collections.abc import Collection as AnyOf
from collections.abc import Iterable
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Final

import attrs

from proposals.errors import Location, NotFoundError, UnreadableError
from proposals.files.text import read_text
from proposals.library.bundled import bundled
from proposals.library.collection import KINDS_FILE, Collection
from proposals.library.library import ENGLISH, Library
from proposals.strings import suggestion
from proposals.terms import Kinds, kinds_in
from proposals.validation import several
from proposals.values import Value
from proposals.world.world import World

SETTINGS: Final = "proposals.toml"
"""The file that says which collections are opened in its folder and below."""

GROUP: Final = "proposals.collections"
"""The entry points by which an installed package is a collection: modules beside which its files lie."""

_KEYS: Final = ("collections", "bundled")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Settings(Value):
    """What a settings file says: the folders of collections, and whether the bundled one is opened as well."""

    folders: tuple[Path, ...] = ()
    bundled: bool = True


def open_library(
    folders: Iterable[str | Path] = (),
    *,
    trusted: Iterable[str | Path] = (),
    alone: bool = False,
    language: str = ENGLISH,
) -> Library:
    """A library of these collections, of those of installed packages and of the bundled one.

    Args:
        folders: The folders of the collections.
        trusted: Those of the folders whose code, ``kinds.py``, may run.
        alone: Whether the bundled collection is left out.
        language: The code of the language in which its documents are worded.

    Returns:
        The library, its documents not yet read. A language that there is not is an error when something is first
        worded.

    Raises:
        UnreadableError: A folder is no collection, or its code fails.
        NotFoundError: A trusted folder is not opened.
    """
    paths = [Path(folder) for folder in several(folders, "folders")]
    trusts = {Path(folder).resolve(): str(folder) for folder in several(trusted, "folders")}
    for unopened in trusts.keys() - {path.resolve() for path in paths}:
        raise NotFoundError(f"'{trusts[unopened]}' is trusted and not opened; name it with '--collection' as well")
    held = bundled()
    base = World.empty() if alone else held.world
    own = [Collection.of(path, base, _kinds_of(path, trusts)) for path in paths]
    own += [_installed(one, base) for one in _entry_points()]
    if not own and not alone:
        return held.speaking(language)
    return Library(bundled=held.bundled, own=tuple(own), alone=alone, language=language)


def settings_above(folder: Path) -> Settings:
    """What the settings file of a folder, or of the nearest one above it, says; nothing where there is none.

    Raises :class:`UnreadableError` with what is wrong with it.
    """
    for one in (folder, *folder.parents):
        file = one / SETTINGS
        if file.is_file():
            return _settings(file)
    return Settings()


def _settings(file: Path) -> Settings:
    at = Location(str(file))
    try:
        held = tomllib.loads(read_text(file))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(at, f"this is not TOML: {error}") from None
    for key in held:
        if key not in _KEYS:
            hint = suggestion(key, _KEYS) or f"known are: {', '.join(_KEYS)}"
            raise UnreadableError(at, f"'{key}' is not a setting ({hint})")
    folders, with_bundled = held.get("collections", ["."]), held.get("bundled", True)
    if not (isinstance(folders, list) and all(isinstance(one, str) for one in folders)):
        raise UnreadableError(at, "'collections' is a list of folders, such as ['.']")
    if not isinstance(with_bundled, bool):
        raise UnreadableError(at, "'bundled' is true or false")
    return Settings(folders=tuple(file.parent / one for one in folders), bundled=with_bundled)


def _kinds_of(folder: Path, trusted: AnyOf[Path]) -> Kinds:
    """The kinds of a collection's own code; none where it has none, or is not trusted."""
    file = folder / KINDS_FILE
    if folder.resolve() not in trusted or not file.is_file():
        return {}
    found = file.resolve()
    if found.parent != folder.resolve():
        message = f"this code is a link to '{found}', outside the folder that is trusted; put it into the folder"
        raise UnreadableError(Location(str(file)), message)
    return kinds_in(_run(found))


@cache
def _run(file: Path) -> ModuleType:
    """The module in a file; once for each file, so that its kinds are the same classes whoever asks."""
    name = f"proposals_kinds_of_{file.parent.name}"
    module = ModuleType(name)
    try:
        SourceFileLoader(name, str(file)).exec_module(module)
    except Exception as error:
        raise UnreadableError(_failed_at(error, file), f"this code fails: {type(error).__name__}: {error}") from error
    return module


def _failed_at(error: BaseException, file: Path) -> Location:
    """Where code failed: the last line of the file itself that ran."""
    if isinstance(error, SyntaxError):
        return Location(str(file), error.lineno or 1, error.offset or 1)
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(file)]
    return Location(str(file), lines[-1] or 1, 1) if lines else Location(str(file))


def _entry_points() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))


def _installed(point: EntryPoint, base: World) -> Collection:
    """The collection that an installed package is. It was installed by somebody, so its code may run."""
    module = point.load()
    return Collection(Path(str(module.__file__)).parent, base, kinds_in(module), installed=True)
