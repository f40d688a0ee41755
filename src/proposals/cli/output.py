"""Where a report goes: to standard output or to a file, in which form, in which width and with or without colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

if TYPE_CHECKING:
    from proposals.reports.page import Page

TEXT: Final = "text"
"""The form for readers at a terminal, which a file whose name has no ending holds as well."""

ENDINGS: Final = {
    TEXT: (".txt",),
    "markdown": (".md",),
    "json": (".json",),
    "yaml": (".yaml", ".yml"),
    "html": (".html", ".htm"),
    "word": (".docx",),
    "excel": (".xlsx",),
    "github": (".txt",),
    "svg": (".svg",),
    "png": (".png",),
    "csv": (".csv",),
    "json-lines": (".jsonl",),
    "parquet": (".parquet",),
    "arrow": (".arrow",),
}
"""How the names of files may end that hold a form."""

_NARROWEST: Final = 40
_WIDEST: Final = 200


def picked(forms: Sequence[str], output: str | None, asked: str | None = None) -> str:
    """The form that is ``asked`` for, or else the first of ``forms`` that stands in a file with this ending.

    Where there is no file, or its name has no ending, it is the only form, or text; without a file it may also be the
    first. Raises :class:`click.UsageError`
    where the ending belongs to no form of these, or not to the one that is asked for.
    """
    ending = Path(output or "").suffix.casefold()
    able = (asked,) if asked else tuple(forms)
    if not ending and TEXT in able:
        return TEXT
    if not ending and (output is None or len(able) == 1):
        return able[0]
    for form in able:
        if ending in ENDINGS[form]:
            return form
    told = "; ".join(f"{form}: {', '.join(ENDINGS[form])}" for form in able)
    what = f"--format {asked} does not go" if asked else "no form that can be written here goes"
    raise click.UsageError(f"{what} into a file with the name '{output}'; endings are {told}")


@attrs.frozen(kw_only=True)
class Output:
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

    def write(self, page: Callable[[], Page], plain: Callable[[], dict[str, Any]]) -> None:
        """Write the page as text or Markdown, or its values as JSON, whichever was asked for."""
        if self.form == "json":
            from proposals.reports.records import reports as json_report  # noqa: PLC0415 -- each format imports its own

            self.text(json_report.render(plain()))
        elif self.form == "markdown":
            from proposals.reports.formats import markdown  # noqa: PLC0415 -- each format imports its own

            self.text(markdown.render(page()))
        else:
            from proposals.reports.formats import text  # noqa: PLC0415 -- each format imports its own

            self.text(text.render(page(), width=self._columns(), colour=self._coloured()))

    def text(self, text: str) -> None:
        """Write a finished text. Raises :class:`WriteError` if the file cannot be written or exists."""
        self.whole(text)

    def whole(self, content: str | bytes) -> None:
        """Write a finished text, or the bytes of a file. Raises as :meth:`text` does."""
        if self.output is None:
            click.echo(content, nl=False, color=True)
            return
        from proposals.files.writing import write_whole  # noqa: PLC0415 -- only for a file

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
