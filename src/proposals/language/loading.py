"""Reading a language from its folder: ``common.yaml``, ``names.yaml``, a file for each topic, those of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from proposals.errors import InvalidValueError, NotFoundError
from proposals.files.wording import Wording, read_wording
from proposals.language.clauses import Clause, Templates, forms, mapping, templates, text, word_list
from proposals.language.tables import Grammar, Language, Modal
from proposals.language.templates import Template
from proposals.library import Library

_COMMON: Final = "common.yaml"
_NAMES: Final = "names.yaml"
_PAGES: Final = "pages.yaml"
_PAGE: Final = "pages"
_FRAME: Final = "{clause}"
_Read = TypeVar("_Read")


def folders_of(code: str, library: Library) -> tuple[Path, ...]:
    """The folders of a language: the bundled one, then those of collections with words of their own.

    Args:
        code: The code of the language.
        library: The library with the collections.

    Returns:
        Their paths.

    Raises:
        NotFoundError: There is no such language; the message lists those that there are.
    """
    folders = library.bundled.folder / "language"
    known = sorted(folder.name for folder in folders.iterdir() if (folder / _COMMON).is_file())
    if code not in known:
        raise NotFoundError(f"there is no language '{code}'; known: {', '.join(known)}")
    further = (one.file(f"language/{code}") for one in library.own)
    return (folders / code, *(folder for folder in further if folder is not None))


@cache
def read_language(folders: tuple[Path, ...]) -> Language:
    """The language of a folder, which is named by its code, with what further folders add.

    Raises :class:`UnreadableError` for a file that cannot be read, :class:`InvalidValueError` for the first entry that
    ``common.yaml`` lacks or that is wrong in any file.
    """
    folder = folders[0]
    common = _File(folder / _COMMON)
    paths = [path for one in folders for path in sorted(one.glob("*.yaml"))]
    files = [_File(path) for path in paths if path.name != _NAMES]
    names = [_File(path) for path in paths if path.name == _NAMES]
    further = [one for one in files if one.path.parent != folder]
    return Language(
        code=folder.name,
        called=common.one("language", text),
        grammar=common.one("grammar", _grammar),
        clauses={kind: clause for file in files for kind, clause in file.each("kinds", Clause.of).items()},
        words={name: words for file in files for name, words in file.each("words", word_list).items()},
        records={name: record for file in files for name, record in file.each("records", _record).items()},
        names={name: forms(entry) for one in names for name, entry in one.held.items()},
        questions={name: asked for file in files for name, asked in file.each("questions", forms).items()},
        titles={title: own for file in files for title, own in file.each("titles", text).items()},
        declared={name: entry for file in files for name, entry in file.each("declared", forms).items()},
        others=common.one("others", forms),
        modals=common.each("modals", _modal),
        stances=common.each("stances", templates),
        adds=common.each("adds", templates),
        frames=common.each("frames", _template),
        phrases={
            name: phrase
            for section in _PHRASES
            for one in (common, *(file for file in further if section in file.held))
            for name, phrase in one.one(section, _flat(section)).items()
        }
        | {
            name: phrase
            for one in (_File(folder / _PAGES), *(file for file in files if _PAGE in file.held))
            for name, phrase in one.one(_PAGE, _flat(_PAGE)).items()
        },
    )


_PHRASES: Final = (
    "numbers",
    "units",
    "figures",
    "dates",
    "spans",
    "events",
    "values",
    "labels",
    "brief",
    "changes",
    "map",
)
"""The sections of ``common.yaml`` that hold phrases by name."""


class _File:
    """One file of a language; an entry that is wrong is named in the message."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.where = path.relative_to(path.parents[3]).as_posix()
        self.held = read_wording(path)

    def one(self, section: str, read: Callable[[Wording], _Read]) -> _Read:
        """A section as ``read`` makes it. Raises :class:`InvalidValueError` if it is missing or wrong."""
        if section not in self.held:
            raise InvalidValueError(f"{self.where} has no '{section}'")
        try:
            return read(self.held[section])
        except InvalidValueError as error:
            raise InvalidValueError(f"{self.where}: '{section}': {error.message}") from None

    def each(self, section: str, read: Callable[[Wording], _Read]) -> dict[str, _Read]:
        """Each entry of a section as ``read`` makes it; none where the file lacks the section."""
        found = {}
        for name, held in mapping(self.held.get(section, {})).items():
            try:
                found[name] = read(held)
            except InvalidValueError as error:
                raise InvalidValueError(f"{self.where}: '{name}': {error.message}") from None
        return found


def _grammar(held: Wording) -> Grammar:
    entry = mapping(held)
    for key in ("plurals", "between", "last", "either", "derived", "agreeing", "alone", "several"):
        if key not in entry:
            raise InvalidValueError(f"it has no '{key}'")
    alone = entry["alone"]
    return Grammar(
        plurals={number: re.compile(text(one)) for number, one in mapping(entry["plurals"]).items()},
        between=text(entry["between"]),
        last=text(entry["last"]),
        either=text(entry["either"]),
        derived={
            form: tuple((re.compile(fits), text(made)) for fits, made in mapping(rules).items())
            for form, rules in mapping(entry["derived"]).items()
        },
        agreeing=word_list(entry["agreeing"]),
        alone=frozenset(map(text, alone if isinstance(alone, tuple) else (alone,))),
        several=tuple(re.compile(text(one)) for one in entry["several"]),
    )


def _modal(held: Wording) -> Modal:
    entry = {key: text(one) for key, one in mapping(held).items()}
    for key in ("would", "would-not"):
        if key not in entry:
            raise InvalidValueError(f"it has no '{key}'")
    return Modal(would=entry["would"], would_not=entry["would-not"], frame=Template.of(entry.get("frame", _FRAME)))


def _record(held: Wording) -> Mapping[str, Templates]:
    return {lead: templates(one) for lead, one in mapping(held).items()}


def _template(held: Wording) -> Template:
    return Template.of(text(held))


def _flat(section: str) -> Callable[[Wording], dict[str, str]]:
    return lambda held: dict(_phrases(section, held))


def _phrases(name: str, held: Wording) -> Iterator[tuple[str, str]]:
    """The phrases under a name, those further down with dots between: ``units.USD.other``, ``dates.months.0``."""
    if isinstance(held, str):
        yield name, held
        return
    entries = enumerate(held) if isinstance(held, tuple) else held.items()
    for key, one in entries:
        yield from _phrases(f"{name}.{key}", one)
