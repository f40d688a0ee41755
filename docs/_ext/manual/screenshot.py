"""Pictures of pages that a command wrote, where the machine has a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

WIDTH: Final = 1280
HEIGHT: Final = 1400
"""Pixels of a picture."""

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_QUIET: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


def screenshot(page: Path, picture: Path) -> bool:
    """Write a picture of the top of a page, ``WIDTH`` by ``HEIGHT`` pixels; whether it could, for that takes a browser.

    A picture that is there stays as it was where it could not.
    """
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return False
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        taken = Path(folder) / "taken.png"
        options = [f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={taken}"]
        subprocess.run(  # noqa: S603 -- the browser that the machine has, on a page that the build made
            [browser, *_QUIET, *options, page.resolve().as_uri()],
            check=False,
            capture_output=True,
            timeout=120,
        )
        if not taken.exists():
            return False
        if not picture.exists() or picture.read_bytes() != taken.read_bytes():
            shutil.copyfile(taken, picture)
    return True
