"""Where a report goes: to standard output or to a file, in which format, in which width and with or without colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import get_terminal_size
from types import MappingProxyType
from typing import Any, Final

import attrs
import click

from proposals.cli.failures import discard
from proposals.cli.opening import LANGUAGE
from proposals.files.writing import write_whole
from proposals.library.library import ENGLISH
from proposals.reports.formats import FORMATS, Options
from proposals.reports.page import Page
from proposals.reports.records import reports as json_report
from proposals.values import Value

TEXT: Final = "text"
"""The format for readers at a terminal, which a file whose name has no ending holds as well."""

ENDINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: one.endings for name, one in FORMATS.items()}
    | {
        "json": (".json",),
        "yaml": (".yaml", ".yml"),
        "github": (".txt",),
        "svg": (".svg",),
        "png": (".png",),
        "csv": (".csv",),
        "json-lines": (".jsonl",),
        "parquet": (".parquet",),
        "arrow": (".arrow",),
    },
)
"""How the names of files may end that hold a format, of pages or of data."""

_NARROWEST: Final = 40
_WIDEST: Final = 200


def picked(forms: Sequence[str], output: str | None, asked: str | None = None) -> str:
    """The form that is ``asked`` for, or else the first of ``forms`` that stands in a file with this ending.

    Where there is no file, or its name has no ending, it is the only form, or text. Raises :class:`click.UsageError`
    where the ending belongs to no form of these, or not to the one that is asked for, or where that is none of these.
    """
    if asked and asked not in forms:
        raise click.UsageError(f"--format {asked} is not available here; formats are {', '.join(forms)}")
    ending = Path(output or "").suffix.casefold()
    able = (asked,) if asked else tuple(forms)
    if not ending and (len(able) == 1 or TEXT in able):
        return able[0] if len(able) == 1 else TEXT
    for form in able:
        if ending in ENDINGS[form]:
            return form
    told = "; ".join(f"{', '.join(ENDINGS[form])} for {form}" for form in able)
    what = f"--format {asked} does not fit the file name '{output}'" if asked else f"no format fits the name '{output}'"
    raise click.UsageError(f"{what}; names end in {told}")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Output(Value):
    """The shared options of a command, as given; ``asked`` is the form by ``--format``, ``None`` where it is left out.

    Raises :class:`click.UsageError` as :func:`picked` does.
    """

    forms: tuple[str, ...]
    asked: str | None = None
    output: str | None
    force: bool
    colour: str = "never"
    width: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a file whose name tells of another form before anything is read or computed."""
        picked(self.forms, self.output, self.asked)

    @property
    def form(self) -> str:
        """What is written."""
        return picked(self.forms, self.output, self.asked)

    def among(self, *forms: str) -> Output:
        """The same with these forms alone to pick from. Raises as :func:`picked` does."""
        return attrs.evolve(self, forms=forms)

    def write(
        self, page: Callable[[], Page], plain: Callable[[], dict[str, Any]] | None = None, *, sheets: bool = False
    ) -> None:
        """Write the page in the format that was asked for, or its values as JSON.

        ``plain`` is left out where there is no JSON of the page; ``sheets`` is that of
        :class:`~proposals.reports.formats.Options`. Raises :class:`ProposalsError` if a format lacks its extra, and as
        :meth:`whole` does.
        """
        if plain and self.form == "json":
            self.whole(json_report.render(plain()))
            return
        language = click.get_current_context().find_root().meta.get(LANGUAGE, ENGLISH)
        options = Options(width=self._columns(), colour=self._coloured(), sheets=sheets, language=language)
        self.whole(FORMATS[self.form].writer(page(), options))

    def text(self, text: str) -> None:
        """Write a finished text. Raises :class:`WriteError` if the file cannot be written or exists."""
        self.whole(text)

    def whole(self, content: str | bytes) -> None:
        """Write a finished text, or the bytes of a file.

        Raises as :meth:`text` does, and :class:`click.UsageError` for bytes that would go to a terminal.
        """
        seen = sys.stdout is not None and sys.stdout.isatty()
        if self.output is None and isinstance(content, bytes) and seen:
            raise click.UsageError(f"{self.form} is not for a terminal: -o FILE{ENDINGS[self.form][0]}")
        if self.output is None:
            if isinstance(content, str) and self.form != TEXT and not seen:  # else it might be another document
                content = content.encode("utf-8", "backslashreplace")
            try:
                click.echo(content, nl=False, color=True)
            except BrokenPipeError:  # a reader who has seen enough, which changes no exit status
                discard(sys.stdout)
            return
        write_whole(Path(self.output), content, force=self.force)

    def _columns(self) -> int:
        if self.width is not None:
            return self.width
        if self.output is not None:
            return WIDTH
        return min(max(get_terminal_size((WIDTH, 1)).columns, _NARROWEST), _WIDEST)

    def _coloured(self) -> bool:
        if self.colour != "auto":
            return self.colour == "always"
        return self.output is None and coloured()


WIDTH: Final = 80
"""The columns of a text where nobody says how many there are."""


def coloured() -> bool:
    """Whether a text on standard output is coloured: as ``NO_COLOR`` or ``FORCE_COLOR`` say, or else on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
