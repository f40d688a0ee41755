"""The parts of the HTML report, and the report as text; tests/browser looks at it in a browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import permutations

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.narrowing import Narrowing
from proposals.documents.proposal import Event, Gap, LineageStep, Proposal
from proposals.language.labels import letter
from proposals.language.names import Lookup
from proposals.negotiation.side_by_side import by_line, side_by_side
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.html_report.filters import filters
from proposals.reports.html_report.lineage import graph
from proposals.reports.html_report.report import Surroundings, render
from proposals.reports.html_report.templating import fingerprint, short, web_address
from proposals.strings import visible
from proposals.terms.alliances import AllianceMembership
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Demilitarization, TerritoryStatus, Withdrawal
from proposals.vocabulary import Certainty, Coverage, EventKind, Form, Link, Stance, Status
from proposals.world.dates import Date

(TILES,) = library.bundled().layouts
REAL = [library.load(name) for name in library.ids()]
TOLD = [document for document in REAL if document.terms]
ALONE = Surroundings(events=(), known={})

HOSTILE = (
    '<script>window.ran = 1</script>"><img src=x onerror="window.ran = 1"></title></style></textarea><!-- \x00\x1b'
    "\u202eevil\u2066 {{ 7 * 7 }} {% raw %} ]]> &lt;b&gt; ' onmouseover='window.ran = 1"
)


def hostile(name: str, text: str = HOSTILE) -> Proposal:
    source = Source(id="evil", publisher=text, title=text, url="javascript:window.ran=1", note=text, relays=text)
    cite = (Citation(source="evil", quote=text), Citation(source=text, quote="\x07"))
    disputes = (Dispute(field=text, value=text, citations=cite, note=text),)
    return Proposal(
        id=name,
        title=text,
        date=Date("2030"),
        authors=(text,),
        form=Form.PLAN,
        status=Status.LEAKED,
        coverage=Coverage.COMPLETE,
        summary=text,
        terms=(
            ForceLimit(of="UA", personnel=len(name), points=(text,), citations=cite, disputes=disputes, note=text),
            TerritoryStatus(places=("UA-14",), as_="UA", citations=cite, note=text),
            Ceasefire(between=("RU", "UA"), stance=Stance.ACCEPTS_IF, if_=visible(text)[:99_000]),
        ),
        lineage=(LineageStep(link=Link.REVISES, to=text, note=text, citations=cite),),
        gaps=(Gap(what=text, point=text, note=text),),
        sources=(source,),
    )


class Reader(HTMLParser):
    """The tags, the attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("documents", [*permutations(TOLD[:5], 3)], ids=lambda found: "-".join(one.id for one in found))
def test_every_finding_and_every_term_has_its_place_in_the_table(documents: tuple[Proposal, ...]) -> None:
    lookup = Lookup.of(*documents)
    table = side_by_side(documents, lookup.world)
    found = table.lines
    for index, comparison in enumerate(table.comparisons):
        told = {id(finding) for line in found for finding in line.findings[index]}
        assert told == {id(finding) for finding in comparison.findings}
        assert all(finding.topic is one.line.topic for one in found for finding in one.findings[index])
    shown = {id(term) for one in found for term in one.line.terms}
    assert shown == {id(term) for document in documents for term in document.said}


def test_of_two_documents_the_rows_are_the_findings() -> None:
    comparison = compare(*TOLD[:2])
    found = by_line((comparison,), Lookup.of(*TOLD[:2]).world)
    assert sorted(id(line.findings[0][0]) for line in found) == sorted(map(id, comparison.findings))
    assert [one.line.topic.rank for one in found] == sorted(one.line.topic.rank for one in found)


def test_lineage_is_layered_from_the_oldest() -> None:
    old, middle = document("old"), document("middle", lineage=(LineageStep(link=Link.REVISES, to="old"),))
    claimed = LineageStep(link=Link.ANSWERS, to="middle", certainty=Certainty.CLAIMED)
    new = document("new", lineage=(claimed, LineageStep(link=Link.REPORTS, to="lost")))
    found = graph([new], {"middle": middle, "old": old})
    assert {node.id: (node.layer, node.place) for node in found.nodes} == {
        "lost": (0, 0),
        "old": (0, 1),
        "middle": (1, 0),
        "new": (2, 0),
    }
    assert [(edge.below.id, edge.above.id, edge.sure) for edge in found.edges] == [
        ("new", "middle", False),
        ("new", "lost", True),
        ("middle", "old", True),
    ]
    assert (found.layers, found.widest) == (3, 2)
    assert next(node for node in found.nodes if node.id == "lost").document is None


def test_a_circle_of_descent_is_drawn_in_one_layer() -> None:
    one = document("one", lineage=(LineageStep(link=Link.REVISES, to="other"),))
    other = document("other", lineage=(LineageStep(link=Link.REVISES, to="one"),))
    assert {node.layer for node in graph([one, other], {}).nodes} == {0}


def test_filters_keep_the_rows_that_their_counts_tell() -> None:
    documents = [library.load("us-28-point"), library.load("e3-counter")]
    lookup = Lookup.of(*documents)
    found = side_by_side(documents, lookup.world).lines
    for one in filters(found, lookup, [tile.place for tile in TILES]):
        assert one.choices
        for index, choice in enumerate(one.choices):
            assert choice.count == sum(index in kept for kept in one.kept) > 0


def test_a_part_of_a_region_is_found_under_the_region_and_a_country_offers_no_regions() -> None:
    drawn = document(
        "a",
        Withdrawal(of="UA", from_=("UA-14/held-by-UA",)),
        Demilitarization(places=("PL",)),
        AllianceMembership(of="UA", in_="NATO"),
    )
    documents = [drawn, document("b")]
    lookup = Lookup.of(*documents)
    found = side_by_side(documents, lookup.world).lines
    place, actor = filters(found, lookup, [tile.place for tile in TILES])[3:]
    assert [choice.id for choice in place.choices] == ["UA-14", "PL", "UA-14/held-by-UA"]
    assert {choice.id for choice in actor.choices} == {"UA", "NATO"}


def test_letters_short_texts_and_addresses() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
    assert short("a  b\nc") == "a b c"
    assert short("x" * 61) == "x" * 59 + "…"
    assert short("\u202e") == "⟨U+202E⟩"
    assert [web_address(text) for text in ("https://a.b", "http://a.b")] == ["https://a.b", "http://a.b"]
    assert not any(web_address(text) for text in ("javascript:x", "data:x", "//a.b", " https://a", "HTTPS://a", ""))


def test_a_report_of_some_topics_shows_only_them_and_counts_all() -> None:
    plans = [library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]
    whole, part = render(plans), render(plans, narrowing=Narrowing(topics={"justice", "forces"}))
    assert re.findall(r'<tr class="topic"[^>]*><th[^>]*>(\w+)', part) == ["forces", "justice"]
    assert re.findall(r"<b>\d+</b>", part) == re.findall(r"<b>\d+</b>", whole)
    assert re.findall(r'<th scope="row"><a href="#topic-\d+">([^<]*)', part) == ["forces", "justice"]
    assert "<strong>Narrowed to armed forces and justice:</strong>" in part
    assert "Narrowed to" not in whole
    assert len(re.findall(r"<figure class=\"panel\">", part)) < len(re.findall(r"<figure class=\"panel\">", whole))
    assert "Line at which" in whole
    assert "Line at which" not in part
    assert len(Reader(part).text) < len(Reader(whole).text)


def test_a_report_of_a_topic_that_no_document_has_says_so() -> None:
    limit = ForceLimit(of="UA", personnel=600_000)
    page = Reader(
        render([document("a", limit), document("b", limit)], narrowing=Narrowing(topics={"justice"}), around=ALONE)
    )
    assert "There is none of justice." in page.text
    assert "Ordered fields" not in page.text


def test_one_document_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="two or more"):
        render([TOLD[0]])


def test_documents_without_terms_or_sources_make_a_report() -> None:
    page = Reader(render([document("a"), document("b")], around=ALONE))
    assert "there is nothing to compare" in page.text
    assert "cite no source" in page.text
    assert "Ordered fields" not in page.text
    assert "None is listed." in page.text


def test_the_policy_names_the_script_and_the_style_and_nothing_else_runs() -> None:
    page = render([library.load("us-plan-reported"), library.load("ua-europe-reported")])
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    script, style = (re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("script", "style"))
    assert len(script) == len(style) == len(policy) == 1
    assert policy[0].split("; ") == [
        "default-src 'none'", f"script-src '{fingerprint(script[0])}'", f"style-src '{fingerprint(style[0])}'",
        "img-src data:", "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    assert not [name for name, _ in Reader(page).attributes if name == "style" or name.startswith("on")]


def test_the_same_documents_give_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "from proposals import library; from proposals.reports.html_report.report import render; import hashlib;"
        "documents = [library.load(name) for name in ('us-28-point', 'twenty-point', 'e3-counter')];"
        "print(hashlib.sha256(render(documents).encode()).hexdigest())"
    )
    told = {
        subprocess.run(  # noqa: S603 -- this interpreter on the program above
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_hostile_text_stays_text() -> None:
    event = Event(
        id="e", date=Date("2030"), kind=EventKind.CALL, title=HOSTILE, participants=(HOSTILE,), place=HOSTILE,
        about=("a",), duration=HOSTILE, citations=(Citation(source=HOSTILE, quote=HOSTILE),), note=HOSTILE,
    )  # fmt: skip
    around = attrs.evolve(ALONE, events=(event,))
    page = render([hostile("a"), hostile("bb"), hostile("ccc")], around=around)
    read = Reader(page)
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    targets = [value for name, value in read.attributes if name == "href"]
    assert all(target.startswith(("https://", "http://", "#", "data:,")) for target in targets)
    assert not set("\x00\x1b\x07\u202e\u2066") & set(page)
    assert "⟨U+202E⟩" in read.text
    assert "{{ 7 * 7 }}" in read.text


def test_a_megabyte_is_folded_away_whole() -> None:
    page = render([hostile("a", "x" * 1_000_000), document("b")], around=ALONE)
    read = Reader(page)
    assert {"details", "summary"} <= set(read.tags)
    assert "(1,000,000 characters)" in read.text
    assert "x" * 1_000_000 in read.text
    beginnings = re.findall(r"<(?:title|h1|option[^>]*)>([^<]*)<", page)
    assert max(map(len, beginnings)) < 400
