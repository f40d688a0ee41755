"""The examples that a browser opens, besides the report: narrow and wide, light and dark, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
PAGES = ("four-columns.html", "source-table.html", "notebook.html")
NOT_FOR_A_PART = ("landmark-one-main", "page-has-heading-one", "region")
"""Rules for whole pages. What a notebook shows is a part of one."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_accessible(browser: Browser, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 -- loads a large script

    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto((EXAMPLES / name).as_uri())
    found = Axe().run(page).response["violations"]
    context.close()
    left = NOT_FOR_A_PART if name == "notebook.html" else ()
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["id"] not in left] == []


@pytest.mark.parametrize("width", [360, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_no_wider_than_the_window_and_asks_for_nothing_else(browser: Browser, name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = (EXAMPLES / name).as_uri()
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= width
    assert asked == [address]


def test_a_mark_leads_to_its_note(browser: Browser) -> None:
    page = browser.new_page()
    page.goto((EXAMPLES / "four-columns.html").as_uri())
    page.locator("sup a").first.click()
    assert page.evaluate("location.hash") == "#n1"
    assert page.locator("#n1").is_visible()
    page.close()
