"""The points of a raw text: what stands under each label, and which markers no numbering explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from proposals.errors import InvalidValueError, Location, UnreadableError
from proposals.fields.patterns import POINT
from proposals.texts.chains import Link, chained
from proposals.texts.footnotes import footnotes
from proposals.texts.markers import BULLET, Marker, markers, part_of
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

    Raises :class:`UnreadableError` where more paragraphs have a marker than a text can have.
    """
    notes = footnotes(text.paragraphs)
    numbers = ((at, markers(one.text)) for at, one in enumerate(text.paragraphs) if at not in notes)
    candidates = {at: held for at, held in numbers if held}
    if len(candidates) > MOST_MARKERS:
        message = f"{len(candidates):,} paragraphs begin with a number or a bullet; {MOST_MARKERS:,} are the most"
        raise UnreadableError(Location(text.name), message)
    numbered = {at: held for at, held in candidates.items() if held[0].style != BULLET}
    links = chained([*numbered.items()])
    remarks = tuple(_again(text, links))
    bullets = {at: held for at, held in candidates.items() if at not in numbered}
    if links:
        starts = dict(_labelled(links, "", ()))
    elif len(bullets) > 1:
        remarks = ("the text has no numbers; its bullets are counted",)
        listed = _without_ornaments(text, [*bullets])
        starts = {at: _Start(str(count), bullets[at][0].length) for count, at in enumerate(listed, 1)}
    else:
        remarks = ("the text has no numbers; its paragraphs are counted",)
        plain = (at for at, one in enumerate(text.paragraphs) if not one.heading and at not in notes)
        starts = {at: _Start(str(count)) for count, at in enumerate(plain, 1)}
    if notes:
        remarks = (*remarks, f"{_counted(len(notes))} left out of the points")
    points, preamble = _filled(text, starts, bullets, notes)
    unexplained = tuple(text.paragraphs[at].text for at in numbered if not links or at not in starts)
    return Split(text=text, points=points, preamble=preamble, unexplained=unexplained, remarks=remarks)


def _without_ornaments(text: RawText, bullets: Sequence[int]) -> Sequence[int]:
    """The paragraphs with bullets without a first one that has a sign of its own, as a headline may."""
    signs = [text.paragraphs[at].text[0] for at in bullets]
    return bullets[1:] if len(bullets) > _FEW and signs.count(signs[0]) == 1 else bullets


def _counted(notes: int) -> str:
    return "1 footnote is" if notes == 1 else f"{notes} footnotes are"


def _again(text: RawText, links: Sequence[Link]) -> Iterator[str]:
    for before, link in pairwise(links):
        if link.run > before.run:
            named = text.paragraphs[link.at].text[:_NAMED]
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


def _filled(
    text: RawText, starts: dict[int, _Start], bullets: dict[int, tuple[Marker, ...]], notes: frozenset[int]
) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """The points with their words, and what stands before the first; headings and notes are not words of a point."""
    preamble: list[str] = []
    points: list[Point] = []
    offset = 0
    for at, one in enumerate(text.paragraphs):
        begin = starts.get(at)
        marker = begin.marker if begin else bullets[at][0].length if at in bullets else 0
        words = one.text[marker:]
        held = ((offset + marker, words),) if words else ()
        if begin:
            points.append(Point(label=begin.label, paragraphs=held, above=begin.above))
        elif not points:
            preamble.append(one.text)
        elif not one.heading and at not in notes:
            points[-1] = attrs.evolve(points[-1], paragraphs=(*points[-1].paragraphs, *held))
        offset += len(one.text) + 1
    return tuple(points), tuple(preamble)
