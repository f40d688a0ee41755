"""The HTML report in a real browser: filters, cells, keyboard, print, accessibility, layout, and hostile text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from proposals import library
from proposals.documents.proposal import Event, Gap, LineageStep, Proposal
from proposals.library import bundled
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.html_report.report import Surroundings, render
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import TerritoryStatus
from proposals.vocabulary import Coverage, EventKind, Link
from proposals.world.dates import Date

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Opened = Callable[..., Page]

TWO = ("us-28-point", "e3-counter")
THREE = (*TWO, "twenty-point")
SIX = (*THREE, "geneva-step", "european-24-point", "december-package")
HOSTILE = (
    '<script>window.ran = 1</script>"><img src=x onerror="window.ran = 1"><svg onload="window.ran = 1"></title></style>'
    "</script><iframe src=javascript:parent.ran=1></iframe><!-- \x00\x1b[31m \u202eevil\u2066 "
    "' onmouseover='window.ran = 1"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Path]:
    """The reports, written once."""
    folder = tmp_path_factory.mktemp("reports")
    found = {}
    for names in (TWO, THREE, SIX, ("us-plan-reported", "ua-europe-reported")):
        found[names] = folder / f"{'-'.join(names)}.html"
        found[names].write_text(render([library.load(name) for name in names]), encoding="utf-8")
    return found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Open a file; the test fails if the page asks the network for anything or the console tells an error."""
    wrong: list[str] = []
    contexts = []

    def open_page(path: Path, *, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: wrong.append(request.url) if request.url != path.as_uri() else None)
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def shown(page: Page) -> int:
    return page.locator("tr.term:visible").count()


def test_each_filter_keeps_the_rows_that_it_promises(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO])
    everything = shown(page)
    for key in ("topic", "question", "relation", "place", "actor"):
        select = page.locator(f"select[data-filter={key}]")
        for words in select.locator("option").all_text_contents()[1:4]:
            select.select_option(label=words)
            promised = int(words.rpartition("(")[2].rstrip(")"))
            assert shown(page) == promised
            assert page.locator("#shown").text_content() == f"{promised} of {everything} rows shown"
        page.get_by_role("button", name="Show all").click()
        assert shown(page) == everything


def test_filters_work_together_and_hide_the_topics_that_are_left_empty(
    opened: Opened, files: dict[tuple[str, ...], Path]
) -> None:
    page = opened(files[THREE])
    topic = page.get_by_label("Topic", exact=True)
    topic.select_option(label=topic.locator("option", has_text="forces").inner_text())
    assert page.locator("tr.topic:visible").count() == 1
    before = shown(page)
    page.get_by_label("Words", exact=True).fill("FIGHTER AIRCRAFT")
    assert 0 < shown(page) < before
    page.get_by_label("Words", exact=True).fill("no such words anywhere")
    assert shown(page) == 0
    assert page.locator("tr.topic:visible").count() == 0


def test_a_tile_leads_to_its_findings(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO])
    everything = shown(page)
    page.locator("g[data-place-choice]", has_text="Don").first.click()
    assert 0 < shown(page) < everything
    assert page.evaluate("document.activeElement.dataset.filter") == "place"
    assert "Donetsk region" in page.locator("select[data-filter=place] option:checked").inner_text()


def test_a_cell_opens_to_quotation_source_grade_and_dispute(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO])
    row = page.locator("tr.term", has_text="Limit on Ukraine's armed forces")
    cell = row.locator("td").nth(1)
    assert not cell.locator("blockquote").first.is_visible()
    cell.locator("summary").click()
    text = cell.inner_text()
    assert "“in peacetime”" in text
    assert "Deccan Chronicle" in text
    assert "Grade B2: usually reliable, probably true" in text
    assert "Disputed, personnel: reported instead is “not less than 800,000”" in text
    cell.locator("summary").click()
    assert not cell.locator("blockquote").first.is_visible()


def test_everything_is_reached_and_worked_with_the_keyboard(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files["us-plan-reported", "ua-europe-reported"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(
            "(document.activeElement.dataset.filter || document.activeElement.id"
            " || document.activeElement.parentElement.className)"
        ))  # fmt: skip
        if reached[-1] == "sources" and "close" in reached:
            break
    controls = ["theme", "topic", "question", "relation", "place", "actor", "words", "all", "open", "close"]
    assert [name for name in reached if name in controls] == controls
    page.keyboard.press("Enter")
    assert page.locator("tr.term details[open]").count() == 1
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.locator("tr.term details[open]").count() == 0
    page.locator("select[data-filter=relation]").focus()
    page.keyboard.press("d")
    assert 0 < shown(page) < page.locator("tr.term").count()


def test_all_cells_open_and_close_at_once(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO])
    page.get_by_role("button", name="Open all sources").click()
    assert page.locator("tr.term details.sources:not([open])").count() == 0
    page.get_by_role("button", name="Close all").click()
    assert page.locator("tr.term details[open]").count() == 0


def test_the_heads_of_the_columns_stay_in_sight(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO])
    page.locator("tr.term").nth(20).scroll_into_view_if_needed()
    box = page.locator(".terms:not(.brief) thead th").first.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 100
    nav = page.locator("nav").bounding_box()
    assert nav is not None
    assert nav["y"] == 0
    assert nav["height"] - 4 <= box["y"] <= nav["height"] + 1


@pytest.mark.parametrize("names", [TWO, THREE, SIX], ids=len)
@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_window(
    opened: Opened, files: dict[tuple[str, ...], Path], names: tuple[str, ...], width: int
) -> None:
    page = opened(files[names], width=width)
    page.get_by_role("button", name="Open all sources").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beyond = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width && box.right > innerWidth + 1 && !e.closest('.graph, .scroll, nav');
        }).map(e => e.outerHTML.slice(0, 80))""",
    )
    assert beyond == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_and_the_button(
    opened: Opened, files: dict[tuple[str, ...], Path], scheme: str
) -> None:
    page = opened(files[TWO], color_scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.locator("#theme").click()
    after = page.evaluate(ground)
    assert {before, after} == {"rgb(246, 245, 241)", "rgb(20, 24, 28)"}
    assert (before == "rgb(20, 24, 28)") is (scheme == "dark")
    page.locator("#theme").click()
    assert page.evaluate(ground) == before


@pytest.mark.parametrize(
    ("names", "scheme", "width"),
    [(TWO, "light", 1280), (TWO, "dark", 1280), (THREE, "light", 360)],
)
def test_axe_finds_no_violation(
    opened: Opened, files: dict[tuple[str, ...], Path], names: tuple[str, ...], scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 -- only with a browser

    page = opened(files[names], width=width, color_scheme=scheme)
    page.evaluate("[...document.querySelectorAll('details')].slice(0, 40).forEach(one => { one.open = true })")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_print_is_light_without_controls_and_repeats_the_heads(
    opened: Opened, files: dict[tuple[str, ...], Path]
) -> None:
    page = opened(files[TWO], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 33, 39)"
    for control in ("nav", "select", "button", "input"):
        assert page.locator(f"{control}:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.terms thead')).display") == "table-header-group"
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert 5 < pdf.count(b"/Type /Page\n") < 60


def test_the_report_reads_without_scripts(opened: Opened, files: dict[tuple[str, ...], Path]) -> None:
    page = opened(files[TWO], java_script_enabled=False)
    assert page.locator("tr.term:visible").count() == page.locator("tr.term").count() > 40
    assert page.locator("select:visible, button:visible").count() == 0
    page.locator("tr.term summary").first.click()
    assert page.locator("tr.term blockquote").first.is_visible()


def hostile(name: str, text: str) -> Proposal:
    """A document with this text in every field that takes text."""
    cite = (Citation(source="evil", quote=text), Citation(source=text, quote=text))
    return Proposal(
        id=name,
        title=text,
        date=Date("2030"),
        authors=(text,),
        coverage=Coverage.COMPLETE,
        summary=text,
        terms=(
            ForceLimit(
                of="UA", personnel=len(name), points=(text,), citations=cite, note=text,
                disputes=(Dispute(field=text, value=text, citations=cite, note=text),),
            ),
            TerritoryStatus(places=("UA-14",), as_="UA", citations=cite, note=text),
        ),
        lineage=(LineageStep(link=Link.REVISES, to=text, note=text, citations=cite),),
        gaps=(Gap(what=text, point=text, note=text),),
        sources=(Source(id="evil", publisher=text, title=text, url="javascript:window.ran=1", note=text, relays=text),),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "x" * 1_000_000, "\u202e" * 5_000, "<b>" * 20_000],
    ids=["tags", "long", "bidi", "deep"],
)
def test_hostile_text_cannot_run_hide_or_break_anything(opened: Opened, tmp_path: Path, text: str) -> None:
    event = Event(id="e", date=Date("2030"), kind=EventKind.CALL, title=text, participants=(text,), place=text,
                  about=("a",), duration=text, citations=(Citation(source=text, quote=text),), note=text)  # fmt: skip
    around = attrs.evolve(Surroundings.of(bundled()), events=(event,), known={})
    path = tmp_path / "hostile.html"
    path.write_text(render([hostile("a", text), hostile("bb", text)], around=around), encoding="utf-8")
    page = opened(path, width=360)
    for element in page.locator("summary:visible").all()[:6]:
        element.hover(force=True)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, form, svg [onload]').length") == 0
    targets = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(targets) <= {"https:", "http:", "file:"}
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("document.documentElement.scrollHeight") < 60_000
    page.locator("details[data-wide] > summary").click()
    for heading in ("Summary", "Map", "Findings", "Ordered fields", "Timeline", "Lineage", "Gaps", "Sources"):
        assert page.get_by_role("heading", name=heading, exact=True, level=2).is_visible()
    assert page.locator("tr.term .title", has_text="Limit on Ukraine's armed forces").is_visible()
