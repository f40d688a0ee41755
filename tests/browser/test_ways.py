"""The built manual as its readers go through it: a student, an analyst, and whoever follows every link."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

import proposals
from linking import Links
from proposals.vocabulary import Credibility, Reliability

if TYPE_CHECKING:
    from playwright.sync_api import Page

GRADE = re.compile(r"best grade [A-F][1-6]")
HEADER = 200
ROOMS = ("tutorial", "how-to", "reference", "explanation", "positions", "topics", "lessons", "contributing")


def test_a_student_needs_three_clicks(page: Page, manual: Path) -> None:
    """From the front page to what the two plans say about Donetsk, and how sure it is that they say so."""
    page.goto(f"file://{manual}/index.html")
    page.locator("article").get_by_role("link", name="By place").click()
    page.locator("article").get_by_role("link", name="Donetsk region", exact=True).first.click()
    region = page.locator("section", has=page.locator("h2", has_text="Donetsk region")).last
    said = region.locator("p:has-text('US 28-point plan') + ul").first.locator("> li")
    shown = [item.inner_text() for item in said.all()]
    for words in (
        "recognise Crimea and the Luhansk and Donetsk regions as Russian de facto",
        "withdraw from all of the Ukrainian-held part of the Donetsk region",
        "become a neutral demilitarised buffer zone closed to Russian and Ukrainian forces",
        "recognise the Ukrainian-held part of the Donetsk region as Russian.",
    ):
        assert sum(words in text for text in shown) == 1
    assert all(GRADE.search(text) for text in shown)
    answer = region.locator("p:has-text('European counter-proposal to') + ul").first.locator("> li", has_text="deletes")
    assert "recognise Crimea" in answer.first.inner_text()
    answer.first.get_by_role("link", name="point 21").click()
    assert page.url == f"file://{manual}/positions/e3-counter.html#deletion-e3-counter-21"
    deletion = page.locator("#deletion-e3-counter-21")
    assert "Another text stands in its place" in deletion.inner_text()
    assert GRADE.search(deletion.inner_text())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What do the plans say about the Donetsk region", "Not reported: "),
        ("Who would guarantee the security", "This would lapse in the event of "),
        ("When would the fighting stop", "would stop fighting"),
        ("Where do the US 28-point plan", "Compared with the base: "),
        ("Which documents do we have in full", "Published in full by the authors: "),
    ],
)
def test_each_question_of_the_front_page_is_one_click_from_its_answer(
    page: Page, manual: Path, question: str, answer: str
) -> None:
    page.goto(f"file://{manual}/index.html")
    page.locator("article").get_by_role("link", name=question).click()
    page.locator("article").get_by_text(answer).first.wait_for(timeout=10_000)
    target = urlsplit(page.url).fragment
    if target and "=" not in target:
        assert page.locator(f"#{target}").evaluate("one => one.getBoundingClientRect().top") < HEADER


def test_a_grade_leads_to_what_it_means(page: Page, manual: Path) -> None:
    page.goto(f"file://{manual}/places.html#place-ua-14")
    page.locator("#place-ua-14").get_by_role("link", name=re.compile("^best grade [A-F][1-6]$")).first.click()
    assert page.url.endswith("explanation/sources.html#grades-of-sources")
    text = page.locator("#grades-of-sources").inner_text()
    assert [word for half in (Reliability, Credibility) for word in half if word.definition not in text] == []


def test_an_analyst_finds_the_word_file(page: Page, manual: Path) -> None:
    page.goto(f"file://{manual}/index.html")
    page.locator("article").get_by_role("link", name="the how-to pages").click()
    page.locator("article").get_by_role("link", name="Four columns for a meeting").click()
    name = page.get_by_role("link", name="four-columns.docx").get_attribute("href")
    assert (manual / "how-to" / str(name)).read_bytes().startswith(b"PK")


def test_every_public_name_has_its_place_in_the_reference_as_built(manual: Path) -> None:
    assert {f"proposals.{name}" for name in proposals.__all__} <= Links(manual / "reference" / "library.html").anchors


def test_every_link_leads_somewhere(manual: Path) -> None:
    pages = {path: Links(path) for path in manual.rglob("*.html") if "_static" not in path.parts}
    broken = []
    for path, links in pages.items():
        for address in links.addresses:
            parts = urlsplit(address)
            if parts.scheme in {"http", "https", "data", "mailto"}:
                continue
            there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            known = pages.get(there)
            fragment = "" if there.name == "explorer.html" and "=" in parts.fragment else unquote(parts.fragment)
            if not there.exists() or (fragment and known and fragment not in known.anchors):
                broken.append(f"{path.relative_to(manual)}: {address}")
    assert broken == []


def test_every_page_is_two_clicks_from_the_front_page(manual: Path) -> None:
    reached = {manual / "index.html"}
    for _ in range(2):
        reached |= {there for page in reached for there in _led_to(page)}
    rooms = [path for folder in ROOMS for path in (manual / folder).glob("*.html")]
    assert len(rooms) > len(ROOMS)
    assert [path for path in (*rooms, manual / "glossary.html") if path not in reached] == []


def _led_to(page: Path) -> set[Path]:
    """The pages to which the text of a page leads, without the menus beside it."""
    article = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    found = re.findall(r'href="([^"#:]+\.html)', article)
    return {(page.parent / unquote(address)).resolve() for address in found}


def test_every_address_outside_is_whole(manual: Path) -> None:
    for path in manual.rglob("*.html"):
        for address in Links(path).addresses:
            parts = urlsplit(address)
            if parts.scheme in {"http", "https"}:
                assert "." in parts.netloc
                assert "…" not in address
