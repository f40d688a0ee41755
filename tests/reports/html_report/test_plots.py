"""Plots for papers: whole SVG files with captions, and the same in pixels."""

from __future__ import annotations

import os
import re
import struct
import sys
from xml.etree import ElementTree as ET

import pytest

from proposals import library
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError, WriteError
from proposals.reports.html_report.plots import map_plot, png, strip_plot
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.world.dates import Date

THREE = [library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]
SVG = "{http://www.w3.org/2000/svg}"


def has_font() -> bool:
    try:
        png("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")
    except WriteError:
        return False
    return True


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 -- our own output


def words(svg: str) -> str:
    return " ".join(element.text or "" for element in parsed(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("svg", [map_plot(THREE), map_plot(THREE[:1]), strip_plot(THREE), strip_plot(THREE[:2])])
def test_a_plot_is_a_picture_of_its_own_with_title_and_sources(svg: str) -> None:
    root = parsed(svg)
    assert root.tag == f"{SVG}svg"
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    assert root.get("viewBox") == f"0 0 {width:g} {height:g}"
    assert root[0].tag == f"{SVG}title"
    caption = words(svg)
    assert "A: US 28-point plan, 20 November 2025, 15 gaps listed; after" in caption
    assert "Drawn by proposals" in caption
    for element in root.iter():
        assert not any(name.endswith("href") or name.startswith("on") for name in element.attrib)
        assert element.tag not in {f"{SVG}script", f"{SVG}style", f"{SVG}foreignObject", f"{SVG}image"}


def test_a_plot_is_in_the_language_of_its_library() -> None:
    french = library.open_library(language="fr")
    drawn, ordered = map_plot(THREE[:2], library=french), strip_plot(THREE, topics=["economy"], library=french)
    assert str(parsed(drawn)[0].text).startswith("Carte en cases : US 28-point plan, ")
    assert "B : European counter-proposal to the US 28-point plan, 23 novembre 2025" in words(drawn)
    for said in ("Un seul document a une valeur pour : ", "lacunes recensées ; d’après ", "Dessiné par proposals"):
        assert said in words(ordered)


def test_every_identifier_stands_once_and_every_reference_leads_to_one() -> None:
    svg = map_plot(THREE)
    names = [element.get("id") for element in parsed(svg).iter() if element.get("id")]
    assert len(names) == len(set(names))
    fills = [element.get("fill", "") for element in parsed(svg).iter()]
    used = {fill[5:-1] for fill in fills if fill.startswith("url(#")}
    assert used <= set(names)
    assert used


def test_nothing_is_drawn_beyond_the_picture() -> None:
    root = parsed(strip_plot(THREE))
    width = float(root.get("width", 0))
    for group in root.iter(f"{SVG}g"):
        moved = group.get("transform", "translate(0 0)").removeprefix("translate(").rstrip(")").split()
        assert float(moved[0]) < width


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("topics", [["forces"], ["alliances"], []])
def test_the_legend_has_each_title_whole_where_there_is_room(topics: list[str], count: int) -> None:
    texts = [element.text for element in parsed(strip_plot(THREE[:count], topics=topics)).iter(f"{SVG}text")]
    assert {document.title for document in THREE[:count]} <= {*texts}


def test_topics_narrow_the_strips() -> None:
    shown = words(strip_plot(THREE, topics=["forces"]))
    assert "Limit on Ukraine's armed forces" in shown
    assert "Membership of NATO" not in shown


@pytest.mark.skipif(not has_font() and not os.environ.get("CI"), reason="no font here (Debian: fonts-dejavu-core)")
def test_a_picture_in_pixels_has_the_size_of_the_plot_times_the_scale() -> None:
    svg = map_plot(THREE[:1])
    root = parsed(svg)
    for scale in (1.0, 2.0):
        picture = png(svg, scale=scale)
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", picture[16:24]) == (
            round(float(root.get("width", 0)) * scale),
            round(float(root.get("height", 0)) * scale),
        )


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_drawn() -> None:
    svg = map_plot(THREE[:1]).replace('height="', 'height="999', 1)
    width, height = (int(parsed(svg).get(side, "")) for side in ("width", "height"))
    told = (
        f"this PNG would have {2 * width:,} by {2 * height:,} pixels; 250,000,000 in all are the most: take a smaller"
    )
    with pytest.raises(WriteError, match=f"^{re.escape(told)} --scale"):
        png(svg, scale=2)


def test_without_the_extra_or_a_font_an_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Fontless:
        @staticmethod
        def svg_to_bytes(**_options: object) -> bytes:
            return b"blank"

    monkeypatch.setitem(sys.modules, "resvg_py", Fontless)
    with pytest.raises(WriteError, match="needs a font"):
        png("<svg/>")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(WriteError, match=r"the extra 'plots': pip install 'negotiation-proposals\[plots\]'"):
        png("<svg/>")


def test_a_picture_of_nothing_is_refused() -> None:
    nothing = [Proposal(id=name, title=name, date=Date("2030")) for name in ("a", "b")]
    with pytest.raises(InvalidValueError, match="no region on a map is named in a and b"):
        map_plot(nothing)
    with pytest.raises(InvalidValueError, match="no number, degree or date is stated in two or more of a and b"):
        strip_plot(nothing)
    with pytest.raises(InvalidValueError, match="is stated on justice in two"):
        strip_plot(THREE, topics=["justice"])


def test_the_legend_tells_silent_and_not_reported_apart() -> None:
    caption = words(map_plot(THREE))
    assert "silent: the whole text is known" in caption
    assert "not reported: the text is known in part" in caption


def test_hostile_text_stays_text() -> None:
    evil = "<script>alert(1)</script>\x00\u202e" + "x" * 100_000
    told = (TerritoryStatus(places="UA-14", recognition=Recognition.DE_FACTO),)
    documents = [Proposal(id=name, title=evil, date=Date("2030"), authors=(evil,), terms=told) for name in ("a", "b")]
    for svg in (map_plot(documents), strip_plot(documents)):
        root = parsed(svg)
        assert not list(root.iter(f"{SVG}script"))
        assert not {"\x00", "\u202e"} & set(svg)
        assert float(root.get("height", 0)) < 100_000
