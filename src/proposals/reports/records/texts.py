"""Two raw texts point by point."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.fields.changes import Span
from proposals.reports.records.declare import COUNT, FLAG, TEXT, Record, member, record, word
from proposals.reports.records.differences import SPAN
from proposals.reports.records.reports import report
from proposals.texts.pairing import Fate, Pair, Pairing
from proposals.texts.points import Point, Split
from proposals.texts.redlines import passages


def _passages(pair: Pair) -> Iterable[Span]:
    return passages(*("\n".join(point.text for point in side) for side in (pair.left, pair.right)))


# fmt: off
# One line for each member.

_POINT: Final[Record[Point]] = record("raw_point", "A point of a raw text.",
    member("label", TEXT, "Its number as citations give it.", lambda point: point.label),
    member("text", TEXT, "Its own words, one paragraph to a line.", lambda point: point.text),
)
_TEXT: Final[Record[Split]] = record("raw_text", "A raw text.",
    member("file", TEXT, "The path of the file.", lambda one: one.text.name),
    member("sha256", TEXT, "The SHA-256 of its words, a paragraph a line.", lambda one: one.text.sha256),
    member("points", COUNT, "How many points it has.", lambda one: len(one.points)),
    member("preamble", TEXT.listed, "The paragraphs before the first point.", lambda one: one.preamble),
    member("unexplained", TEXT.listed, "The paragraphs whose number nothing explains.", lambda one: one.unexplained),
    member("remarks", TEXT.listed, "What was left out or looks odd.", lambda one: one.every_remark),
)
_PAIR: Final[Record[Pair]] = record("paired_points", "Points that answer each other, or one that nothing answers.",
    member("fate", word(Fate), "What became of them.", lambda pair: pair.fate),
    member("moved", FLAG, "Whether they stand in another order among the others.", lambda pair: pair.moved),
    member("matched", TEXT.listed, "The words that weighed most in pairing them.", lambda pair: pair.matched),
    member("left", _POINT.listed, "The points of the left text.", lambda pair: pair.left),
    member("right", _POINT.listed, "The points of the right text.", lambda pair: pair.right),
    member("passages", SPAN.listed, "Their words, with blanks and signs; joined, either side.", _passages),
)
TEXTS: Final[Record[Pairing]] = report("texts", "Two raw texts point by point.",
    member("left", _TEXT, "The left text.", lambda pairing: pairing.left),
    member("right", _TEXT, "The right text.", lambda pairing: pairing.right),
    member("counts", COUNT.by(Fate), "How many pairs have each fate.", lambda pairing: pairing.counts()),
    member("pairs", _PAIR.listed, "The pairs, in the order of the left text.", lambda pairing: pairing.pairs),
)
