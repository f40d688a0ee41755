"""A real browser: Debian's Chromium, driven by Playwright; and the manual as readers get it, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DOCS = Path(__file__).parents[2] / "docs"
SECONDS = 900
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none the test is skipped, and on a machine for integration it fails."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        reason = "there is no Chromium on this machine (Debian: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- starts a driver of its own

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=str(Path(found)), args=list(_ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def manual(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual as for readers, built once for each process, or the one that ``--manual`` names.

    Where there is no Sphinx the test is skipped, and on a machine for integration it fails.
    """
    built_before: Path | None = request.config.getoption("--manual")
    if built_before is not None:
        return built_before.resolve(strict=True)
    if not os.environ.get("CI"):
        pytest.importorskip("sphinx", reason="there is no Sphinx (pip install --no-deps -r requirements.txt)")
    folder = tmp_path_factory.mktemp("manual")
    source = folder / "docs"
    shutil.copytree(DOCS, source, ignore=shutil.ignore_patterns("_build"))
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", str(source), str(folder / "html")]
    built = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603 -- our own
    assert built.returncode == 0, built.stderr
    return folder / "html"


@pytest.fixture
def page(browser: Browser, manual: Path) -> Iterator[Page]:
    """A page of 1280 pixels that may ask for files of the manual and for nothing else, and must not fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    failed: list[str] = []
    opened = context.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: failed.append(str(error)))
    yield opened
    context.close()
    assert failed == []
    assert [url for url in asked if not url.startswith((f"file://{manual}", "data:"))] == []
