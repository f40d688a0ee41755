"""The Sphinx extension of this manual: glue between Sphinx and the rooms beside it, which know nothing of Sphinx.

Before the build it writes the pages that are made from the data. While it reads a page, it fills in what the page asks
for: a picture, a table of rules, the output of a command, the answer to an exercise.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from manual import examples
from manual.blocks import Page, filled
from manual.pages import write_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the events; the pages depend on the data, so every build writes and reads them anew."""
    app.connect("builder-inited", _write)
    app.connect("env-get-outdated", lambda _app, env, _added, _changed, _removed: sorted(env.found_docs))
    app.connect("source-read", _fill)
    app.connect("build-finished", _hand_on)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Sphinx) -> None:
    from sphinx.util.logging import getLogger  # noqa: PLC0415 -- the rooms are tested without Sphinx

    manual = Path(app.srcdir)
    write_pages(manual)
    for kept in examples.write(manual / examples.FOLDER):
        getLogger(__name__).info("no Chromium on this machine: %s stays as it was", kept)


def _hand_on(app: Sphinx, failed: Exception | None) -> None:
    """Put the examples into what is built; they are files to open, not pages."""
    if not failed and app.builder.format == "html":
        manual, built = Path(app.srcdir), Path(app.outdir)
        shutil.copytree(manual / examples.FOLDER, built / examples.FOLDER, dirs_exist_ok=True)


def _fill(app: Sphinx, page: str, source: list[str]) -> None:
    source[0] = filled(source[0], Page(page, Path(app.srcdir)))
