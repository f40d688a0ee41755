"""Two raw texts point by point as a page: what answers what, and word by word what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from proposals.language.phrases import Entry, Phrase, Role, Run, phrase, signed
from proposals.language.values import counted
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.texts.pairing import Fate, Pair, Pairing
from proposals.texts.points import Point, Split
from proposals.texts.redlines import passages

_FATES: Final = {
    Fate.SAME: "the same",
    Fate.CHANGED: "changed",
    Fate.SPLIT: "split",
    Fate.MERGED: "merged",
    Fate.GONE: "only in A",
    Fate.ADDED: "only in B",
}


def page(pairing: Pairing) -> Page:
    """The two texts, how many points have which fate, and each pair whose words differ or whose place does."""
    texts = {"A": pairing.left, "B": pairing.right}
    files = {Path(one.text.name).name for one in texts.values()}
    names = tuple(
        Entry(phrase(Run(letter, Role.STRONG)), (_named(one, whole=len(files) < len(texts)),))
        for letter, one in texts.items()
    )
    told = [pair for pair in pairing.pairs if pair.fate is not Fate.SAME or pair.moved]
    blocks: list[Block] = [
        Heading(Level.PAGE, phrase("Two texts, point by point")),
        Entries(names),
        Paragraph(phrase(_summary(pairing))),
        *_preambles(pairing),
    ]
    if told:
        blocks.append(Heading(Level.PART, phrase("the points")))
        blocks += [block for pair in told for block in _pair(pair)]
    same = [f"A {pair.left[0].label} = B {pair.right[0].label}" for pair in pairing.of(Fate.SAME)]
    if same:
        blocks += [Heading(Level.PART, phrase("the same words")), Paragraph(phrase(", ".join(same)))]
    remarks = tuple(phrase(f"{letter}: ", remark) for letter, one in texts.items() for remark in _remarks(one))
    if remarks:
        blocks += [Heading(Level.PART, phrase("how the texts were read")), Items(remarks)]
    return Page(tuple(blocks))


def _named(one: Split, *, whole: bool) -> Phrase:
    """The file of a text by its name, or by its ``whole`` path where two have one name."""
    name = one.text.name if whole else Path(one.text.name).name
    return phrase(f"{name} ", Run(f"({counted(len(one.points), 'point')})", Role.FAINT))


def _summary(pairing: Pairing) -> str:
    counts = [f"{count} {_FATES[fate]}" for fate, count in pairing.counts().items()]
    moved = sum(pair.moved for pair in pairing.pairs)
    return f"{', '.join([*counts, *([f'{moved} moved'] if moved else [])])}."


def _preambles(pairing: Pairing) -> Iterator[Block]:
    left, right = (" ".join(one.preamble) for one in (pairing.left, pairing.right))
    if left.split() != right.split():
        yield Heading(Level.PART, phrase("before the first point"))
        yield Paragraph(redlined(left, right))


def _pair(pair: Pair) -> Iterator[Block]:
    where = [f"{letter} {_labels(side)}" for letter, side in (("A", pair.left), ("B", pair.right)) if side]
    facts = [_FATES[pair.fate]] * (pair.fate not in {Fate.CHANGED, Fate.SAME}) + ["moved"] * pair.moved
    if pair.matched:
        facts.append(f"paired by {', '.join(f'“{word}”' for word in pair.matched)}")
    yield Heading(Level.ITEM, phrase(Run(" → ".join(where), Role.STRONG)), phrase("; ".join(facts)))
    text = redlined(_words(pair.left), _words(pair.right))
    yield Paragraph(text or phrase(Run("no words of its own", Role.ABSENT)))


def redlined(left: str, right: str) -> Phrase:
    """Two texts in one line: words of the left alone as deleted, of the right alone as added, blanks outside."""
    runs: list[Run] = []
    for span in passages(left, right):
        if span.left.split() == span.right.split():
            runs.append(Run(span.right))
            continue
        blank = (span.left or span.right)[:1].isspace()
        runs.append(Run(" " if blank else ""))
        runs += [signed(span.left.strip(), Role.DELETED)] if span.left else []
        runs += [signed(span.right.strip(), Role.ADDED)] if span.right else []
    return phrase(*runs)


def _labels(points: Iterable[Point]) -> str:
    return ", ".join(point.label for point in points)


def _words(points: Iterable[Point]) -> str:
    return " ".join(" ".join(point.text.split()) for point in points)


def _remarks(one: Split) -> Iterator[str]:
    yield from one.every_remark
    for paragraph in one.unexplained:
        yield f"no numbering explains the number of “{paragraph}”"
