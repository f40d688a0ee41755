"""Pictures of pages that a command wrote, where the machine has Playwright and a browser."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


def screenshot(page: Path) -> Path | None:
    """A picture of the top of a page, 1280 by 900 pixels, beside it; ``None`` where there is no browser for it."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- the manual is built without it as well
    except ImportError:
        return None
    if browser is None:
        return None
    picture = page.with_suffix(".png")
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        opened = launched.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(page.resolve().as_uri())
        opened.screenshot(path=picture)
        launched.close()
    return picture
