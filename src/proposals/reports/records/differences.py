"""How two values of a field differ, each sort of change with what it tells."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from proposals.comparison.findings import Difference
from proposals.fields import changes
from proposals.fields.changes import Lack, Way
from proposals.reports.records.declare import (
    FLAG,
    NUMBER,
    PLAIN,
    TEXT,
    Member,
    Record,
    Shape,
    always,
    either,
    member,
    record,
    within,
    word,
)
from proposals.vocabulary import Direction

# fmt: off
# One line for each member.

_Members: TypeAlias = tuple[Member[Any], ...]

DIRECTION: Final = word(Direction).or_null

_PATH_CHANGE: Final[Record[changes.PathChange]] = record("path_change", "One place inside a structured value.",
    member("path", TEXT, "The path of the place, such as `missile-strike.against`.", lambda one: one.path),
    member("left", PLAIN, "What stands there on the left; null for nothing.", lambda one: one.left),
    member("right", PLAIN, "What stands there on the right; null for nothing.", lambda one: one.right),
)

_INSIDE: Final[Record[changes.Inside]] = record("inside", "Where two structured values differ inside.",
    member("paths", _PATH_CHANGE.listed, "The places, in alphabetical order of their paths.", lambda one: one.paths),
)
SPAN: Final[Record[changes.Span]] = record("span", "Consecutive words of a text, the same on both sides or not.",
    member("left", TEXT, "The words on the left; empty where they are inserted.", lambda one: one.left),
    member("right", TEXT, "The words on the right; empty where they are deleted.", lambda one: one.right),
)

_STEP: Final[Shape[int]] = Shape(lambda steps, _: steps, {"type": "integer", "not": {"const": 0}})
_STATED: Final[tuple[Member[changes.Stated], ...]] = (
    member("lack", word(Lack), "Why the other side does not state it.", lambda one: one.lack),
)
_STEPS: Final[tuple[Member[changes.Steps], ...]] = (
    member("steps", _STEP, "How many the right is above the left; never 0.", lambda one: one.steps),
)
_AMOUNT: Final[tuple[Member[changes.Amount], ...]] = (
    member("unit", TEXT, "The unit of both.", lambda one: one.unit),
    member("difference", NUMBER, "Right minus left; of shares in percentage points.", lambda one: one.difference),
    member("ratio", NUMBER.or_null, "Right over left; null where that is no number.", lambda one: one.ratio),
)
_MEMBERSHIP: Final[tuple[Member[changes.Membership], ...]] = (
    member("added", PLAIN.listed, "Members on the right only.", lambda one: one.added),
    member("removed", PLAIN.listed, "Members on the left only.", lambda one: one.removed),
    member("common", PLAIN.listed, "Members on both sides.", lambda one: one.common),
    member("added_for_certain", FLAG, "False where the left list is open.", lambda one: one.added_for_certain),
    member("removed_for_certain", FLAG, "False where the right list is open.", lambda one: one.removed_for_certain),
    member("altered", _INSIDE.listed, "Members of one leading word that differ inside.", lambda one: one.altered),
)
_SHIFT: Final[tuple[Member[changes.Shift], ...]] = (
    member("days", NUMBER.or_null, "How much later the right is, or null.", lambda one: one.days),
    member("renewable", word(Way).or_null, "Only the right: `more`; only the left: `less`.", lambda one: one.renewable),
)
_REDLINE: Final[tuple[Member[changes.Redline], ...]] = (
    member("spans", SPAN.listed, "The two texts word by word.", lambda one: one.spans),
)
_TOLD: Final[dict[type[Any], tuple[str, _Members]]] = {
    changes.Stated: ("A value that one side states.", _STATED),
    changes.Unlike: ("Two values with no order between them.", ()),
    changes.Steps: ("Two degrees.", _STEPS),
    changes.Ranked: ("Two values of which one may be the stronger.", ()),
    changes.Amount: ("Two amounts.", _AMOUNT),
    changes.Bounds: ("Two figures of which one is more than a number.", ()),
    changes.Membership: ("Two lists.", _MEMBERSHIP),
    changes.Shift: ("Two moments.", _SHIFT),
    changes.AnotherEvent: ("Two events.", ()),
    changes.Redline: ("Two texts.", _REDLINE),
    changes.Inside: ("Two structured values.", _INSIDE.members),
}
"""What each sort of change is, and what it tells besides which way the right value lies."""


def _change(one: Difference) -> Any:
    return one.change


def _declared(change: type[Any], about: str, told: _Members) -> Record[Difference]:
    name = change.__name__.lower()
    return record(f"difference_{name}", about,
        member("field", TEXT, "The field, as files write it.", lambda one: one.field),
        member("scale", TEXT, "The scale that it is compared on.", lambda one: one.scale),
        member("left", PLAIN, "The left value as files write it; null if none is stated.", lambda one: one.left),
        member("right", PLAIN, "The value on the right likewise.", lambda one: one.right),
        always("change", name, "The sort of change."),
        member("way", word(Way), "Which way the right lies from the left.", lambda one: one.change.way),
        within(told, _change),
        member("direction", DIRECTION, "How the right weighs for the bearers, or null.", lambda one: one.direction),
        member("unreported", FLAG, "Whether only a report is missing.", lambda one: one.unreported),
    )

_BY_CHANGE: Final = {change: _declared(change, about, told) for change, (about, told) in _TOLD.items()}

DIFFERENCE: Final[Shape[Difference]] = either("difference", "A field in which two terms differ.",
    _BY_CHANGE.values(),
    lambda one: _BY_CHANGE[type(one.change)],
)
