"""Pictures of pages that a command wrote, where the machine has a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_QUIET: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


def screenshot(page: Path) -> Path | None:
    """A picture of the top of a page, 1280 by 900 pixels, beside it; ``None`` where there is no browser for it."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return None
    picture = page.with_suffix(".png")
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = [f"--user-data-dir={profile}", "--window-size=1280,900", f"--screenshot={picture.resolve()}"]
        subprocess.run(  # noqa: S603 -- the browser that the machine has, on a page that the build made
            [browser, *_QUIET, *options, page.resolve().as_uri()], check=False, capture_output=True, timeout=120,
        )
    return picture if picture.exists() else None
