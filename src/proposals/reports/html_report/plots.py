"""Plots for papers: the tile map and the strips, each as one SVG or PNG with a caption that states its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from textwrap import wrap
from typing import Any, Final

import attrs

from proposals import __version__
from proposals.comparison.line import Line
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError, WriteError
from proposals.fields.declare import fields_of
from proposals.fields.values import PLACE
from proposals.language.dates import date_words
from proposals.language.labels import letter
from proposals.language.names import Lookup
from proposals.language.values import gaps_listed, listed
from proposals.library import Library
from proposals.negotiation.side_by_side import side_by_side
from proposals.reports.html_report.strips import Strip, strips
from proposals.reports.html_report.templating import filled, short
from proposals.reports.html_report.tile_map import layout_of, maps
from proposals.terms.base import Term
from proposals.values import Value
from proposals.vocabulary import Topics

_MARGIN: Final = 24
_MAP: Final = 64
_BAR: Final = 34
_STRIP: Final = 380
_GAP: Final = 36
_LINE: Final = 17
_KEY: Final = 28
_SMALL: Final = 16
_KEY_WIDTH: Final = 330
"""How much room an entry of the legend has at least, in pixels."""
_KEY_SIGN: Final = 44
"""How much of it its sign takes."""
_NARROWEST: Final = 640
_LONGEST_KEY: Final = 160
"""Characters of an entry of the legend."""
_KEY_LETTER: Final = 7.2
_BOLD: Final = 8.4
_LETTER: Final = 6.6
"""How wide letters of a legend, a heading and the caption are at most on average, in pixels, for breaking lines."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Picture(Value):
    """What is drawn: panels of ``size`` pixels, ``across`` in a row, down to ``bottom``, and the keys of the legend."""

    panels: list[dict[str, Any]]
    keys: list[dict[str, Any]]
    across: int
    size: int
    bottom: int


def map_plot(documents: Sequence[Proposal], *, library: Library | None = None) -> str:
    """The tile maps of the documents side by side, three in a row, as an SVG with legend and caption.

    Raises :class:`InvalidValueError` where no document says anything of a region on the map.
    """
    lookup = Lookup.of(*documents, library=library)
    drawn = maps(documents, lookup, layout_of(documents, lookup))
    if drawn.empty:
        names = listed(document.id for document in documents)
        tiles = [lookup.name(tile.place) for layout in lookup.library.layouts for tile in layout]
        raise InvalidValueError(
            f"there is nothing to draw: no region on a map is named in {names}",
            f"on the maps are: {', '.join(tiles)}" if tiles else "no collection has a map: 'tiles.yaml'",
        )
    size, headings = drawn.columns * _MAP, _headings([document.title for document in documents], drawn.columns * _MAP)
    across = min(3, len(documents))
    bars = max(map(len, drawn.countrywide))
    tall = drawn.rows * _MAP + bars * _BAR + 8 + _LINE * max(map(len, headings)) + _GAP
    below = drawn.rows * _MAP
    panels = [
        _panel(index, across, size, _MARGIN + index // across * tall, heading, tiles=own, bars=whole, below=below)
        for index, (own, whole, heading) in enumerate(zip(drawn.maps, drawn.countrywide, headings, strict=True))
    ]
    keys = [
        *(_key(words, sign=str(at + 1), status=at) for at, words in enumerate(drawn.statuses)),
        *(_key(words, sign=sign) for sign, words in (*drawn.marks, *drawn.absences)),
    ]
    cited = [[term for term in document.terms if _placed(term)] for document in documents]
    text = f"{lookup.language.phrase('pages.report.tiles')} {_sources(documents, cited, lookup)}"
    bottom = _MARGIN + -(-len(panels) // across) * tall
    picture = _Picture(panels=panels, keys=keys, across=across, size=size, bottom=bottom)
    return _plot(_title("map", documents, lookup), text, picture)


def strip_plot(
    documents: Sequence[Proposal], *, topics: Iterable[Topics | str] = (), library: Library | None = None
) -> str:
    """The ordered fields of the documents, or of these topics only, three in a row, as an SVG with caption.

    A field on which one document alone has a value is said in the caption. Raises :class:`InvalidValueError` where no
    two documents have a value on one field.
    """
    lookup = Lookup.of(*documents, library=library)
    wanted = Topics.each(topics)
    every: list[tuple[Line, Strip]] = [
        (one.line, strip)
        for one in side_by_side(documents, lookup.world).lines
        if not wanted or one.line.topic in wanted
        for strip in strips((one.line,), lookup)
    ]
    found = [(line, strip) for line, strip in every if not strip.single]
    if not found:
        names = listed(document.id for document in documents)
        where = f" on {listed(str(topic) for topic in Topics.every() if topic in wanted)}" if wanted else ""
        raise InvalidValueError(
            f"there is nothing to draw: no number, degree or date is stated{where} in two or more of {names}",
            "'proposals diff' says in words what one document alone states",
        )
    across, bottom = min(3, len(found)), _MARGIN
    panels: list[dict[str, Any]] = []
    for start in range(0, len(found), across):
        row = [strip for _, strip in found[start : start + across]]
        headings = _headings([_heading(strip, lookup) for strip in row], _STRIP)
        panels += [
            _panel(at, across, _STRIP, bottom, heading, strip=strip)
            for at, (strip, heading) in enumerate(zip(row, headings, strict=True))
        ]
        deepest = max(strip.deepest for strip in row)
        bottom += len(documents) * 34 + 20 + 14 * deepest + 8 + _LINE * max(map(len, headings)) + _GAP
    keys = [_key(document.title, index=index) for index, document in enumerate(documents)]
    cited = [[term for line, _ in found for term in line.positions[index].terms] for index, _ in enumerate(documents)]
    alone = "; ".join(_in_words(strip, lookup) for _, strip in every if strip.single)
    text = [lookup.language.phrase("pages.plot.dots")]
    text += [lookup.language.fill("pages.plot.alone", told=alone)] if alone else []
    text.append(_sources(documents, cited, lookup))
    picture = _Picture(panels=panels, keys=keys, across=across, size=_STRIP, bottom=bottom)
    return _plot(_title("strips", documents, lookup), " ".join(text), picture)


_FAMILIES: Final = ("Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Helvetica", "Verdana")
"""Families to draw words in, whichever the machine has first: the drawing library asks for one by name."""

MOST_PIXELS: Final = 250_000_000
"""How many pixels a PNG may have: while it is drawn each takes four bytes, so that this is a gigabyte."""
_SIDE: Final = re.compile("""(?:width|height)=["'](\\d+)["']""")


def png(svg: str, *, scale: float = 3.0) -> bytes:
    """The picture in pixels, ``scale`` of them for each of the SVG's.

    Needs the extra ``plots``. Raises :class:`WriteError` where that or any font is missing, as a picture without its
    words would be a wrong picture, and where it would have more than :data:`MOST_PIXELS`.
    """
    sides = [round(int(side) * scale) for side in _SIDE.findall(svg)[:2]]
    if prod(sides) > MOST_PIXELS:
        raise WriteError(
            f"this PNG would have {sides[0]:,} by {sides[1]:,} pixels; {MOST_PIXELS:,} in all are the most: "
            "take a smaller --scale, fewer documents or topics, or SVG, which has no limit"
        )
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 -- an extra, and only for pixels
    except ImportError:
        message = "PNG needs the extra 'plots': pip install 'negotiation-proposals[plots]'; SVG needs nothing"
        raise WriteError(message) from None

    probe = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    word = '<text x="0" y="15" font-family="sans-serif">M</text>'
    blank = svg_to_bytes(svg_string=probe.format(""))
    drawn = (one for one in _FAMILIES if svg_to_bytes(svg_string=probe.format(word), sans_serif_family=one) != blank)
    family = next(drawn, None)
    if family is None:
        raise WriteError("PNG needs a font, and this machine has none (Debian: apt install fonts-dejavu-core)")
    return bytes(svg_to_bytes(svg_string=svg, zoom=scale, sans_serif_family=family))


def _headings(titles: Iterable[str], width: int) -> list[list[str]]:
    """Titles in lines, all with as many: empty ones come first, so that the drawings beneath stand on one level."""
    broken = [wrap(short(title, 150), int((width - 26) / _BOLD)) for title in titles]
    most = max(map(len, broken), default=0)
    return [[""] * (most - len(own)) + own for own in broken]


def _key(words: str, *, sign: str = "", status: int | None = None, index: int | None = None) -> dict[str, Any]:
    """An entry of the legend: a sign, on the filling of a status where it has one, or a document's letter."""
    return {"words": words, "sign": sign, "status": status, "index": index}


def _panel(index: int, across: int, size: int, top: int, heading: list[str], **drawn: Any) -> dict[str, Any]:
    place = {"x": _MARGIN + index % across * (size + _GAP), "y": top}
    known: dict[str, Any] = {"tiles": None, "strip": None, "index": index if "tiles" in drawn else None, "size": size}
    return place | known | {"heading": heading, "blank": heading.count("")} | drawn


def _title(plot: str, documents: Sequence[Proposal], lookup: Lookup) -> str:
    return lookup.language.fill(f"pages.plot.{plot}", names=", ".join(document.title for document in documents))


def _heading(strip: Strip, lookup: Lookup) -> str:
    return lookup.language.fill("pages.plot.heading", title=strip.title, field=strip.field)


def _plot(title: str, text: str, picture: _Picture) -> str:
    """Panels, legend and caption below each other."""
    width = max(2 * _MARGIN + picture.across * (picture.size + _GAP) - _GAP, _NARROWEST)
    columns = (width - 2 * _MARGIN) // _KEY_WIDTH
    room = (width - 2 * _MARGIN) // columns
    keys = [*_rows_of_keys(picture.keys, columns, room)]
    caption_at = picture.bottom + (keys[-1]["y"] + keys[-1]["high"] if keys else 0) + _GAP
    caption = wrap(text, int((width - 2 * _MARGIN) / _LETTER))
    return filled(
        "plot.svg",
        title=title,
        width=width,
        height=caption_at + len(caption) * _SMALL + _MARGIN // 2,
        panels=picture.panels,
        keys=[key | {"y": picture.bottom + key["y"]} for key in keys],
        caption=caption,
        caption_at=caption_at,
    )


def _rows_of_keys(keys: Sequence[dict[str, Any]], columns: int, room: int) -> Iterator[dict[str, Any]]:
    """The entries of the legend row by row, each with its words in lines, where it stands, and how high its row is."""
    y = 0
    for start in range(0, len(keys), columns):
        row = keys[start : start + columns]
        lines = [wrap(short(key["words"], _LONGEST_KEY), int((room - _KEY_SIGN) / _KEY_LETTER)) for key in row]
        high = _KEY + _SMALL * (max(map(len, lines)) - 1)
        for at, (key, own) in enumerate(zip(row, lines, strict=True)):
            yield key | {"lines": own, "x": _MARGIN + at * room, "y": y, "high": high}
        y += high


def _placed(term: Term) -> bool:
    return any(field.domain is PLACE and getattr(term, field.name) is not None for field in fields_of(type(term)))


def _in_words(strip: Strip, lookup: Lookup) -> str:
    """What a strip would show of the one document that has a value."""
    words = (f"{letter(at)} {mark.words}" for at, lane in enumerate(strip.lanes) for mark in lane.marks)
    return lookup.language.fill("pages.plot.alone on", title=strip.title, field=strip.field, values=", ".join(words))


def _sources(documents: Sequence[Proposal], cited: Sequence[Sequence[Term]], lookup: Lookup) -> str:
    """Which documents were drawn, their gaps, who publishes what each drawing rests on, and what made it."""
    language = lookup.language
    told = []
    for index, (document, terms) in enumerate(zip(documents, cited, strict=True)):
        names = dict.fromkeys(citation.source for term in terms for citation in term.citations)
        sources = [(name, lookup.source(name, document)) for name in names]
        publishers = dict.fromkeys(source.publisher or name if source else name for name, source in sources)
        known = {
            "letter": letter(index),
            "title": document.title,
            "date": date_words(document.date, language),
            "gaps": gaps_listed(document, language),
        }
        if publishers:
            known["names"] = language.listed(short(name, 60) for name in publishers)
        told.append(language.fill(f"pages.plot.document{' after' if publishers else ''}", **known))
    return " ".join([*told, language.fill("pages.plot.made by", version=__version__)])
