"""How a page is written: a file for each format, found by the name of the format.

A format is a module of this package with one function, ``write(page, options)``, and one line of :data:`FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from proposals.errors import ProposalsError
from proposals.language.loading import folders_of, read_language
from proposals.language.tables import Language
from proposals.library.bundled import bundled
from proposals.library.library import ENGLISH
from proposals.reports.page import Page


class Options(NamedTuple):
    """What a reader may ask of a format; each heeds what concerns it.

    ``width`` in columns and ``colour`` concern text on a terminal; ``sheets`` asks a workbook for a sheet for each
    topic as well. ``language`` is the code of the one in which a format words what it adds to a page.
    """

    width: int = 80
    colour: bool = False
    sheets: bool = False
    language: str = ENGLISH

    @property
    def words(self) -> Language:
        """The language itself."""
        return read_language(folders_of(self.language, bundled()))


Writer: TypeAlias = "Callable[[Page, Options], str | bytes]"


class Format(NamedTuple):
    """How the names of files may end that hold it, and what writes it."""

    endings: tuple[str, ...]
    writer: Writer


def _in(module: str, extra: str = "") -> Writer:
    """The writer in a module here, imported when something is written.

    It raises :class:`ProposalsError` if a package of the ``extra`` that the module imports is missing.
    """

    def write(page: Page, options: Options) -> str | bytes:
        try:
            found: Writer = import_module(f"{__name__}.{module}").write
        except ModuleNotFoundError as error:
            if not extra:
                raise
            message = f"needs {error.name}, of the extra '{extra}': pip install 'negotiation-proposals[{extra}]'"
            raise ProposalsError(f"this format {message}") from None
        return found(page, options)

    return write


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "text": Format((".txt",), _in("text")),
        "markdown": Format((".md",), _in("markdown")),
        "html": Format((".html", ".htm"), _in("html")),
        "docx": Format((".docx",), _in("word", extra="office")),
        "xlsx": Format((".xlsx",), _in("excel", extra="office")),
    },
)
"""Every format that a page can be written in, by the name that ``--format`` takes."""
