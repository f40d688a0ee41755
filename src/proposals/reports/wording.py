"""Values, subjects and differences in words; the words of the file itself wherever it has some."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.changes import (
    Amount,
    Change,
    Inside,
    Membership,
    Ranked,
    Redline,
    Shift,
    Stated,
    Steps,
    Way,
)
from proposals.domains import Code, Domain, Flag, Number, Plain
from proposals.fields import Field, Record, fields_of, subject_fields
from proposals.findings import Difference
from proposals.reports.blocks import Phrase, Role, Run, phrase
from proposals.reports.lookup import Lookup
from proposals.terms.term import Term
from proposals.vocabulary import Direction

_LINKING: Final = frozenset(
    {"against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with"},
)
_LEAST_RATIO: Final = 0.005


def listed(items: Iterable[str]) -> str:
    """Several words as English lists them: ``a, b and c``."""
    *before, last = [*items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def counted(count: int, one: str, several: str = "") -> str:
    """A count with its noun: ``1 term``, ``5 terms``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def said(domain: Domain, plain: Plain, lookup: Lookup) -> str:
    """One plain value of a domain in words: names for ids, thousands separated, records as ``word field value``."""
    if isinstance(domain, Code):
        return lookup.name(str(plain))
    if isinstance(domain, Flag):
        return "yes"
    if isinstance(domain, Number):
        return f"{plain:,} {domain.unit}" if isinstance(plain, int | float) else str(plain)
    if isinstance(domain, Record) and isinstance(plain, dict):
        (lead, inner), *_ = plain.items()
        held = inner if isinstance(inner, dict) else {}
        others = (f"{field.key} {value(field, held[field.key], lookup)}" for field in domain.other_fields if field.key in held)
        return " ".join((lead, *others))
    return str(plain)


def value(field: Field, plain: Plain, lookup: Lookup) -> str:
    """A field's plain value in words; of a list its members, ``and others`` where it is open."""
    if not isinstance(plain, list):
        return said(field.domain, plain, lookup)
    opened = field.scale is not None and plain[-1:] == ["…"]
    named = [said(field.domain, item, lookup) for item in (plain[:-1] if opened else plain)]
    return f"{', '.join(named)} and others" if opened and named else "open list" if opened else listed(named)


def about(shape: type[Term], subject: Iterable[tuple[str, ...]], lookup: Lookup) -> str:
    """A subject in words, from one tuple of ids for each subject field: ``of Ukraine, from Crimea and Sevastopol``."""
    parts = []
    for field, ids in zip(subject_fields(shape), subject, strict=True):
        named = listed(said(field.domain, item, lookup) for item in ids)
        parts.append(f"{field.key} {named}" if field.key in _LINKING else named)
    return ", ".join(parts)


def headline(term: Term, lookup: Lookup) -> str:
    """A term's kind and its own subject: ``withdrawal of Ukraine, from Crimea``."""
    return titled(type(term), term.subject, lookup)


def titled(shape: type[Term], subject: Iterable[tuple[str, ...]], lookup: Lookup) -> str:
    """A kind with a subject; a colon between them unless the subject begins with a linking word."""
    words = about(shape, subject, lookup)
    linked = words.partition(" ")[0] in _LINKING
    return f"{shape.kind}{' ' if linked or not words else ': '}{words}"


def weighed(direction: Direction | None, bearers: Iterable[str], lookup: Lookup) -> str:
    """A direction with those who bear the term, ``lighter for Ukraine``; empty where there is no direction."""
    if direction is None:
        return ""
    return f"{direction} for {listed(map(lookup.name, bearers)) or 'whoever bears it'}"


def measured(change: Change) -> str:
    """What a change says apart from its two values: ``one step up``, ``+200,000, ×1.33``; empty where it is nothing."""
    if isinstance(change, Steps):
        steps = abs(change.steps)
        return f"{'one step' if steps == 1 else f'{steps} steps'} {'up' if change.way is Way.MORE else 'down'}"
    if isinstance(change, Ranked):
        return {Way.MORE: "stronger", Way.LESS: "weaker"}.get(change.way, "neither is the stronger")
    if isinstance(change, Shift):
        if change.days is None:
            return "which is earlier cannot be told"
        return f"{'later' if change.days > 0 else 'earlier'} by {counted(_whole(abs(change.days)), 'day')}"
    if isinstance(change, Amount):
        if change.unit == "percent":
            return f"{change.difference:+,} percentage points"
        times = f", ×{change.ratio:.3g}" if change.ratio is not None and change.ratio > _LEAST_RATIO else ""
        return f"{change.difference:+,}{times}"
    return ""


def told(difference: Difference, shape: type[Term], names: tuple[str, str], lookup: Lookup) -> Phrase:
    """How a field differs, without its direction; ``names`` are those of the left and the right document."""
    field = next(field for field in fields_of(shape) if field.key == difference.field)
    change = difference.change
    if isinstance(change, Redline):
        return _redline(change)
    if isinstance(change, Membership):
        return phrase(_membership(change, field, names, lookup))
    if isinstance(change, Inside):
        return phrase(_inside(change, lookup))
    if isinstance(change, Stated):
        return phrase(_stated(change, difference, names))
    if isinstance(change, Amount):
        return phrase(f"{change.right:,} {change.unit} instead of {change.left:,} ({measured(change)})")
    old, new = (value(field, plain, lookup) for plain in (difference.left, difference.right))
    how = measured(change)
    return phrase(f"{how}: " if how else "", f"'{new}' instead of '{old}'")


def _whole(number: float) -> int:
    """Days of a span in months or years are a mean, so that a fraction of one says nothing."""
    return max(1, round(number))


def _stated(change: Stated, difference: Difference, names: tuple[str, str]) -> str:
    if difference.scale == "qualifier":
        word = difference.field if difference.left is True or difference.right is True else None
        shown = word or difference.right or difference.left
        return f"{'adds' if change.way is Way.MORE else 'without'} the qualifier '{shown}'"
    return f"stated in {names[1] if change.way is Way.MORE else names[0]} only"


def _membership(change: Membership, field: Field, names: tuple[str, str], lookup: Lookup) -> str:
    parts = []
    for word, items, sure, other in (
        ("adds", change.added, change.added_for_certain, names[0]),
        ("without", change.removed, change.removed_for_certain, names[1]),
    ):
        if items:
            doubt = "" if sure else f" (the list in {other} is open, so this is not certain)"
            parts.append(f"{word} {listed(said(field.domain, item, lookup) for item in items)}{doubt}")
    parts += [_inside(inside, lookup) for inside in change.altered]
    if change.added_for_certain is not change.removed_for_certain and not (change.added or change.removed):
        parts.append(f"the list is open in {names[1] if change.added_for_certain else names[0]} only")
    return "; ".join(parts)


def _inside(change: Inside, lookup: Lookup) -> str:
    """Each path without the numbers of list items, which mean nothing where order does not count."""
    return "; ".join(
        f"{' '.join(step for step in path.path.split('.') if not step.isdigit())}: "
        f"{_held(path.right, lookup)} instead of {_held(path.left, lookup)}"
        for path in change.paths
    )


def _held(plain: Plain, lookup: Lookup) -> str:
    return "nothing" if plain is None else f"'{lookup.name(str(plain))}'"


def _redline(change: Redline) -> Phrase:
    """The words of both sides in one line: ``[-deleted-]`` and ``{+inserted+}``, as word-by-word diffs write them."""
    runs: list[Run] = []
    for span in change.spans:
        if span.left == span.right:
            runs.append(Run(f"{span.left} "))
            continue
        if span.left:
            runs += [Run(f"[-{span.left}-]", Role.DELETED), Run(" ")]
        if span.right:
            runs += [Run(f"{{+{span.right}+}}", Role.ADDED), Run(" ")]
    return phrase(*runs)
