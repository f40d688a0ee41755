"""The points of a raw text: what stands under each label, and which markers no numbering explains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from proposals.errors import InvalidValueError, Location, UnreadableError
from proposals.fields.patterns import POINT
from proposals.texts.chains import Link, chained
from proposals.texts.footnotes import footnotes
from proposals.texts.markers import BULLET, Marker, markers, part_of
from proposals.texts.pieces import Piece, is_note, paragraphs_of, sentences_of
from proposals.texts.raw import RawText
from proposals.values import Value

MOST_MARKERS: Final = 2_000
"""The most paragraphs of a text that may begin with a number, a letter or a bullet."""

_FEW: Final = 2
"""How many bullets are too few to tell one of them from the others."""
_NAMED: Final = 40
"""How many characters of a paragraph a remark quotes."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Point(Value):
    """One point of a text.

    ``label`` is its number as citations give it, ``10a`` for the *a* under 10; where the text has no numbers, its place
    counted from 1. ``paragraphs`` are its own words without the marker and without the points inside it, each with the
    offset in the text at which it stands. ``above`` are the labels of the points around it, outermost first.
    """

    label: str
    paragraphs: tuple[tuple[int, str], ...]
    above: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its own words, one paragraph per line."""
        return "\n".join(words for _, words in self.paragraphs)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Split(Value):
    """A text split into points.

    ``preamble`` is what stands before the first. ``unexplained`` are the paragraphs that begin with a number or a
    letter which no numbering explains; they stay words of the point in which they stand. ``remarks`` are sentences on
    how the points were found, where that is not plain.
    """

    text: RawText
    points: tuple[Point, ...]
    preamble: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def every_remark(self) -> tuple[str, ...]:
        """The remarks on the file, then those on its points."""
        return (*self.text.remarks, *self.remarks)


@attrs.frozen(eq=False, repr=False)
class _Start(Value):
    """Where a point begins: its label, how much of the paragraph the marker takes, and what it stands in."""

    label: str
    marker: int = 0
    above: tuple[str, ...] = ()


def split(text: RawText) -> Split:
    """The points of a text: by its numbers or letters, without these by its bullets, else one for each paragraph.

    Numbers may stand in running text, *First, … Second, …*; of a note in the style of a telegram each sentence is one.

    Raises :class:`UnreadableError` where more paragraphs have a marker than a text can have.
    """
    layout = _Layout.of(text, paragraphs_of(text))
    if len(layout.bullets) < _FEW and not any(link.inner for link in layout.links):
        layout = _running(text, layout)
    starts, remarks = layout.starts()
    if layout.notes:
        remarks = (*remarks, f"{_counted(len(layout.notes))} left out of the points")
    points, preamble = _filled(layout, starts)
    unexplained = tuple(layout.pieces[at].text for at in layout.numbered if not layout.links or at not in starts)
    return Split(text=text, points=points, preamble=preamble, unexplained=unexplained, remarks=remarks)


@attrs.frozen(eq=False, repr=False)
class _Layout(Value):
    """The pieces of a text: those with numbers and with bullets, the footnotes, and the chains of numbers.

    ``counted`` is what the pieces are called where they have to be counted.
    """

    pieces: Sequence[Piece]
    numbered: dict[int, tuple[Marker, ...]]
    bullets: dict[int, tuple[Marker, ...]]
    notes: frozenset[int]
    links: Sequence[Link]
    counted: str = "paragraphs"

    @classmethod
    def of(cls, text: RawText, pieces: Sequence[Piece]) -> _Layout:
        """What the pieces of a text begin with."""
        notes = footnotes(pieces)
        numbers = ((at, markers(one.text)) for at, one in enumerate(pieces) if at not in notes)
        candidates = {at: held for at, held in numbers if held}
        if len(candidates) > MOST_MARKERS:
            message = f"{len(candidates):,} paragraphs begin with a number or a bullet; {MOST_MARKERS:,} are the most"
            raise UnreadableError(Location(text.name), message)
        numbered = {at: held for at, held in candidates.items() if held[0].style != BULLET}
        bullets = {at: held for at, held in candidates.items() if at not in numbered}
        return cls(pieces, numbered, bullets, notes, chained([*numbered.items()]))

    def starts(self) -> tuple[dict[int, _Start], tuple[str, ...]]:
        """Where each point begins, and what is to be said about how that was found."""
        if self.links:
            return dict(_labelled(self.links, "", ())), tuple(_again(self.pieces, self.links))
        if len(self.bullets) > 1:
            listed = _without_ornaments(self.pieces, [*self.bullets])
            starts = {at: _Start(str(count), self.bullets[at][0].length) for count, at in enumerate(listed, 1)}
            return starts, ("the text has no numbers; its bullets are counted",)
        plain = (at for at, one in enumerate(self.pieces) if not one.heading and at not in self.notes)
        starts = {at: _Start(str(count)) for count, at in enumerate(plain, 1)}
        return starts, (f"the text has no numbers; its {self.counted} are counted",)


def _running(text: RawText, layout: _Layout) -> _Layout:
    """The layout of a text by its sentences, where more of these have numbers or where they are those of a note."""
    sentences = sentences_of(layout.pieces)
    within = _Layout.of(text, sentences)
    first = next((link for link in within.links if set(link.marker.rank) == {1}), None)
    if len(within.links) > len(layout.links) and first is within.links[0] and _is_numbered(layout, within):
        return within
    if not layout.links and is_note(layout.pieces, sentences):
        return attrs.evolve(within, numbered={}, counted="sentences")
    return layout


def _is_numbered(layout: _Layout, within: _Layout) -> bool:
    """Whether numbers in running text are those of all of it, but for a lead and an end."""
    numbers = [within.pieces[link.at].start for link in within.links]
    plain = [one for one in layout.pieces if not one.heading]
    without = [one for one in plain if not any(one.start <= at <= one.start + len(one.text) for at in numbers)]
    return len(without) <= _FEW


def _without_ornaments(pieces: Sequence[Piece], bullets: Sequence[int]) -> Sequence[int]:
    """The paragraphs with bullets without a first one that has a sign of its own, as a headline may."""
    signs = [pieces[at].text[0] for at in bullets]
    return bullets[1:] if len(bullets) > _FEW and signs.count(signs[0]) == 1 else bullets


def _counted(notes: int) -> str:
    return "1 footnote is" if notes == 1 else f"{notes} footnotes are"


def _again(pieces: Sequence[Piece], links: Sequence[Link]) -> Iterator[str]:
    for before, link in pairwise(links):
        if link.run > before.run:
            named = pieces[link.at].text[:_NAMED]
            yield f"the numbering begins again at '{named}': two texts, or sections?"


def _labelled(links: Sequence[Link], within: str, above: tuple[str, ...]) -> Iterator[tuple[int, _Start]]:
    """For the paragraph of each link, and of those inside it, how its point begins.

    Where the inner numbers go on from one section to the next, they say by themselves which point is meant.
    """
    going_on = _goes_on(links)
    for count, link in enumerate(links, 1):
        label = _label(link, within, count)
        yield link.at, _Start(label, link.marker.length, above)
        yield from _labelled(link.inner, "" if going_on else label, (*above, label))


def _goes_on(links: Sequence[Link]) -> bool:
    """Whether what stands in each of several sections is numbered on from the one before, as articles of parts are."""
    inner = [link.inner for link in links if link.inner]
    every = [one.marker for held in inner for one in held]
    labels = {link.marker.label for link in links}
    rising = all(before.style == after.style and before.rank < after.rank for before, after in pairwise(every))
    return len(inner) > 1 and rising and labels.isdisjoint(one.label for one in every)


def _label(link: Link, within: str, count: int) -> str:
    """A label that says where in the text the point stands: ``10a``, ``II.3``, ``2.1``, ``s2.1`` in a second run.

    Letters of another script are counted, as is what would be too long for the number of a point.
    """
    label = link.marker.label if link.marker.label.isascii() else str(count)
    if not within:
        made = f"s{link.run + 1}.{label}" if link.run else label
    elif part_of(label, within):
        made = label
    else:
        made = f"{within}{label}" if within[-1].isdigit() and label.isalpha() else f"{within}.{label}"
    return made if _is_point(made) else f"{count}"


def _is_point(label: str) -> bool:
    try:
        POINT.check(label)
    except InvalidValueError:
        return False
    return True


def _filled(layout: _Layout, starts: Mapping[int, _Start]) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """The points with their words, and what stands before the first; headings and notes are not words of a point."""
    preamble: list[str] = []
    points: list[Point] = []
    for at, one in enumerate(layout.pieces):
        begin = starts.get(at)
        marker = begin.marker if begin else layout.bullets[at][0].length if at in layout.bullets else 0
        words = one.text[marker:]
        held = ((one.start + marker, words),) if words else ()
        if begin:
            points.append(Point(label=begin.label, paragraphs=held, above=begin.above))
        elif not points:
            preamble.append(one.text)
        elif not one.heading and at not in layout.notes:
            points[-1] = attrs.evolve(points[-1], paragraphs=(*points[-1].paragraphs, *held))
    return tuple(points), tuple(preamble)
