"""Where a report goes: to standard output or to a file, in which width and with or without colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from proposals.reports.blocks import Page

_FILE_WIDTH: Final = 80
_NARROWEST: Final = 40
_WIDEST: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """The shared options of a command, as given."""

    form: str
    output: str | None
    force: bool
    colour: str
    width: int | None

    def write(self, page: Callable[[], Page], plain: Callable[[], dict[str, Any]]) -> None:
        """Write the page as text or Markdown, or its values as JSON, whichever was asked for."""
        if self.form == "json":
            from proposals.reports import plain as json_report  # noqa: PLC0415 -- each format imports its own

            self.text(json_report.render(plain()))
        elif self.form == "markdown":
            from proposals.reports import markdown  # noqa: PLC0415 -- each format imports its own

            self.text(markdown.render(page()))
        else:
            from proposals.reports import text  # noqa: PLC0415 -- each format imports its own

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
            return _FILE_WIDTH
        return min(max(shutil.get_terminal_size((_FILE_WIDTH, 24)).columns, _NARROWEST), _WIDEST)

    def _coloured(self) -> bool:
        if self.colour != "auto":
            return self.colour == "always"
        if self.output is not None or os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
