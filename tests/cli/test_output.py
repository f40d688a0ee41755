"""Where a report goes, beside what the commands show of it."""

from __future__ import annotations

import sys
from io import StringIO

import click
import pytest

from proposals.cli.output import Output


class Terminal(StringIO):
    """A standard output that somebody sees."""

    def isatty(self) -> bool:
        return True


def test_the_bytes_of_a_file_never_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    output = Output(forms=("docx",), output=None, force=False)
    with pytest.raises(click.UsageError, match=r"docx is not for a terminal: -o FILE\.docx"):
        output.whole(b"PK")
    output.whole("text")
    assert sys.stdout.getvalue() == "text"  # type: ignore[attr-defined]  # a terminal of ours


def test_a_format_that_the_rest_of_the_options_excludes_is_refused_at_once() -> None:
    with pytest.raises(click.UsageError, match="--format json is not available here; formats are text, markdown"):
        Output(forms=("text", "json"), asked="json", output=None, force=False).among("text", "markdown")
