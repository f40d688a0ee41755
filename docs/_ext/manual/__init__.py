"""The Sphinx extension of this manual: glue between Sphinx and the rooms beside it, which know nothing of Sphinx.

Before the build it writes the pages that are made from the data. While it reads a page, it fills in what the page asks
for: a picture, a table of rules, the output of a command, the answer to an exercise.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from manual.blocks import Page, filled
from manual.pages import write_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the two events; the pages depend on the data, so every build writes and reads them anew."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir)))
    app.connect("env-get-outdated", lambda _app, env, _added, _changed, _removed: sorted(env.found_docs))
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _fill(app: Sphinx, page: str, source: list[str]) -> None:
    source[0] = filled(source[0], Page(page, Path(app.srcdir)))
