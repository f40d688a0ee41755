"""The built manual in a real browser: the explorer, narrow and wide, light and dark."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import proposals
from linking import Links
from proposals.cli.app import application

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHOSEN = "documents=us-28-point,e3-counter,twenty-point&topic=territory"
WIDE = ["index", "explorer", "places", "timeline", "positions/us-28-point", "topics/territory", "reference/kinds"]


def explorer(page: Page, manual: Path, choice: str = CHOSEN) -> None:
    page.goto(f"file://{manual}/explorer.html#{choice}")
    page.locator("#explorer-result").wait_for(state="visible")


def test_the_address_makes_the_choice(page: Page, manual: Path) -> None:
    explorer(page, manual)
    fields = [page.input_value(f"#explorer-{name}") for name in ("first", "second", "third", "topic")]
    assert fields == ["us-28-point", "e3-counter", "twenty-point", "territory"]
    titles = page.locator(".explorer-row h3").all_inner_texts()
    assert titles
    assert all(title.endswith("(territory)") for title in titles)
    assert page.locator(".explorer-row").first.locator(".explorer-cell").count() == 4
    assert page.locator("#explorer-maps svg").count() == 3


def test_the_last_column_is_for_a_compromise_that_stays_open(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,e3-counter,twenty-point&topic=forces")
    heads = page.locator(".explorer-row").first.locator("h4").all_inner_texts()
    assert heads[-1] == "Compromise"
    lasts = [row.locator(".explorer-cell").last.inner_text() for row in page.locator(".explorer-row").all()]
    assert {text.partition("\n")[2].strip() for text in lasts} <= {"open", "open; all say the same"}


def test_the_columns_stand_side_by_side_where_there_is_room(page: Page, manual: Path) -> None:
    explorer(page, manual)
    cells = page.locator(".explorer-row").first.locator(".explorer-cell")
    assert len({cell.bounding_box()["y"] for cell in cells.all()}) == 1
    page.set_viewport_size({"width": 360, "height": 900})
    assert len({cell.bounding_box()["x"] for cell in cells.all()}) == 1


def test_a_choice_makes_the_address(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,e3-counter&topic=forces")
    assert page.locator(".explorer-row").first.locator(".explorer-cell").count() == 3
    page.select_option("#explorer-third", "twenty-point")
    page.select_option("#explorer-topic", "territory")
    page.locator(".explorer-row h3", has_text="territory").first.wait_for()
    assert page.url.endswith(f"#{CHOSEN}")


def test_exchanging_two_documents_keeps_the_rows(page: Page, manual: Path) -> None:
    explorer(page, manual)
    before = page.locator(".explorer-row").count()
    explorer(page, manual, CHOSEN.replace("e3-counter,twenty-point", "twenty-point,e3-counter"))
    assert page.locator(".explorer-row").count() == before
    cells = page.locator(".explorer-row").first.locator(".explorer-cell")
    shown = [cell.get_attribute("data-document") for cell in cells.all()][:-1]
    assert shown == ["us-28-point", "twenty-point", "e3-counter"]


def test_what_it_shows_is_what_the_library_finds(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,e3-counter&topic=forces")
    comparison = proposals.compare(proposals.load("us-28-point"), proposals.load("e3-counter"))
    found = [finding for finding in comparison.findings if finding.topic is proposals.Topic.FORCES]
    shown = page.locator(".explorer-relation").all_inner_texts()
    assert sorted(shown) == sorted(str(finding.relation) for finding in found)
    limit = page.locator(".explorer-row", has_text="Limit on Ukraine's armed forces")
    assert "lighter for Ukraine" in limit.inner_text()
    assert "600,000 people" in limit.inner_text()
    assert "800,000 people" in limit.inner_text()


@pytest.mark.parametrize("third", ["", ",twenty-point"])
def test_the_command_that_it_names_writes_a_word_file(
    page: Page, manual: Path, third: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer(page, manual, f"documents=us-28-point,e3-counter{third}&topic=european+union")
    program, *arguments = shlex.split(page.inner_text("#explorer-command"))
    monkeypatch.chdir(tmp_path)
    assert program == "proposals"
    assert CliRunner().invoke(application, arguments, catch_exceptions=False).exit_code == 0
    assert (tmp_path / "four-columns.docx").read_bytes().startswith(b"PK")


def test_sources_open_by_keyboard(page: Page, manual: Path) -> None:
    explorer(page, manual)
    summary = page.locator(".explorer-cell summary").first
    details = page.locator(".explorer-cell details").first
    assert details.get_attribute("open") is None
    summary.focus()
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None
    assert "grade" in details.inner_text()


def test_a_relation_opens_to_its_rule_by_keyboard(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,e3-counter&topic=forces")
    opened = page.locator(".explorer-cell details", has=page.locator(".explorer-relation")).first
    opened.locator("summary").focus()
    page.keyboard.press("Enter")
    assert opened.locator("p").is_visible()
    assert opened.locator("p").inner_text() in {rule.sentence for rule in proposals.RULES}


def test_every_term_is_said_in_a_sentence_and_every_kind_leads_to_the_glossary(page: Page, manual: Path) -> None:
    explorer(page, manual, CHOSEN.replace("territory", "every+topic"))
    assert "Ukraine would hold elections within 100 days." in page.locator("#explorer-rows").inner_text()
    known = Links(manual / "glossary.html").anchors
    headings = page.locator(".explorer-row h3")
    assert headings.all_inner_texts()[0] == "Ukraine's sovereignty (sovereignty)"
    assert headings.count() == page.locator(".explorer-row h3 a").count()
    for link in page.locator(".explorer-row h3 a").all():
        assert str(link.get_attribute("href")).removeprefix("glossary.html#") in known


def test_the_map_leads_to_what_is_said_of_a_place_and_tells_of_whole_countries(page: Page, manual: Path) -> None:
    explorer(page, manual)
    words = page.locator("#explorer-maps details").first
    words.locator("summary").click()
    assert "Ukraine as a whole: " in page.locator("#explorer-maps figure").first.inner_text()
    known = Links(manual / "places.html").anchors
    links = words.locator("a").all()
    assert links
    assert all(str(link.get_attribute("href")).removeprefix("places.html#") in known for link in links)


def test_the_fields_are_reached_and_changed_by_keyboard(page: Page, manual: Path) -> None:
    explorer(page, manual)
    page.locator("#explorer-first").focus()
    for name in ("second", "third", "topic"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == f"explorer-{name}"
    page.keyboard.press("ArrowDown")
    page.wait_for_function("!location.hash.endsWith('territory')")


def test_the_same_document_twice_is_told(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,e3-counter&topic=forces")
    page.select_option("#explorer-second", "us-28-point")
    assert page.inner_text("#explorer-summary") == "Choose two different documents."


@pytest.mark.parametrize("choice", ["documents=nobody,<b>x</b>&topic=weather", "documents=us-28-point", "%%%"])
def test_an_address_that_means_nothing_shows_the_default(page: Page, manual: Path, choice: str) -> None:
    explorer(page, manual, choice)
    assert page.input_value("#explorer-first") == "us-28-point"
    assert page.input_value("#explorer-topic") == "every topic"


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
@pytest.mark.parametrize("name", WIDE)
def test_no_page_is_wider_than_the_window(page: Page, manual: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{manual}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["explorer", "places", "timeline", "positions/us-28-point", "topics/territory"])
def test_a_page_is_accessible(page: Page, manual: Path, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 -- loads a large script

    page.emulate_media(color_scheme=scheme)
    if name == "explorer":
        explorer(page, manual)
        page.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true; })")
    else:
        page.goto(f"file://{manual}/{name}.html")
    found = Axe().run(page, context="article")
    told = [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]
    assert told == []


def test_what_scrolls_in_its_own_frame_is_reached_by_keyboard(page: Page, manual: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"file://{manual}/reference/kinds.html")
    page.locator("article .table-wrapper[tabindex='0']").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    page.goto(f"file://{manual}/positions/us-28-point.html")
    assert page.locator("article .table-wrapper[tabindex]").count() == 0


def test_a_topic_leads_to_the_explorer_with_that_topic(page: Page, manual: Path) -> None:
    page.goto(f"file://{manual}/topics/union.html")
    page.locator("article").get_by_role("link", name="side by side").click()
    page.locator("#explorer-result").wait_for(state="visible")
    assert page.input_value("#explorer-topic") == "european union"
    titles = page.locator(".explorer-row h3").all_inner_texts()
    assert titles
    assert all(title.endswith("(european union)") for title in titles)


def test_a_relation_of_silence_says_whose_it_is(page: Page, manual: Path) -> None:
    explorer(page, manual, "documents=us-28-point,twenty-point&topic=forces")
    row = page.locator(".explorer-row", has_text="International forces in Ukraine")
    assert row.locator("summary", has=page.locator(".explorer-relation")).inner_text() == "silent in the base"
