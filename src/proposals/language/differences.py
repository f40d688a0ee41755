"""How two values of a field differ, in words for each scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proposals.comparison.findings import Difference, Finding
from proposals.comparison.meeting import commensurable
from proposals.fields.changes import (
    Amount,
    Inside,
    Lack,
    Membership,
    PathChange,
    Redline,
    Stated,
    Way,
)
from proposals.fields.declare import Field, fields_of
from proposals.fields.values import ACTOR, Domain, Plain
from proposals.language.amounts import amount_words
from proposals.language.changes import change_words
from proposals.language.labels import field_label
from proposals.language.names import Lookup
from proposals.language.phrases import Phrase, Role, Run, phrase, signed
from proposals.language.tables import Language
from proposals.language.values import said, value
from proposals.terms.base import Term
from proposals.vocabulary import BINDING


def told(difference: Difference, shape: type[Term], names: tuple[str, str], lookup: Lookup) -> Phrase:
    """How a field differs, without its direction; ``names`` are those of the left and the right document."""
    field = next(field for field in fields_of(shape) if field.key == difference.field)
    change, language = difference.change, lookup.language
    if isinstance(change, Redline):
        return _redline(change)
    if isinstance(change, Membership):
        return phrase(_membership(change, field, names, lookup))
    if isinstance(change, Inside) and all(path.path for path in change.paths):
        return phrase(_inside(change, field.domain, lookup))
    if isinstance(change, Stated):
        return phrase(_stated(change, difference, field_label(difference.field, shape, lookup), names, language))
    if isinstance(change, Amount):
        new, old = (amount_words(one, change.unit, language) for one in (change.right, change.left))
        return phrase(f"{language.fill('pages.instead of', new=new, old=old)} ({change_words(change, language)})")
    old, new = (value(field, plain, lookup) for plain in (difference.left, difference.right))
    how = change_words(change, language)
    if old == new:  # each may declare an event of its own
        says = language.fill("pages.as each has it", value=new, left=names[0], right=names[1])
    else:
        says = _instead(new, old, language)
    return phrase(language.fill("pages.how", how=how) if how else "", says)


def _instead(new: str, old: str, language: Language) -> str:
    quoted = (language.fill("pages.value", text=one) for one in (new, old))
    return language.fill("pages.instead of", **dict(zip(("new", "old"), quoted, strict=True)))


def _stated(change: Stated, difference: Difference, label: str, names: tuple[str, str], language: Language) -> str:
    lacking, stating = names if change.way is Way.MORE else names[::-1]
    if change.lack is not Lack.UNSTATED:
        return language.fill("pages.lacking in", lack=language.word(change.lack), name=lacking)
    if difference.scale == "qualifier":
        word = label if difference.left is True or difference.right is True else None
        shown = language.fill("pages.value", text=str(word or difference.right or difference.left))
        return language.fill(f"pages.{'adds' if change.way is Way.MORE else 'without'}", what=shown)
    return language.fill("pages.stated in only", name=stating)


def _membership(change: Membership, field: Field, names: tuple[str, str], lookup: Lookup) -> str:
    parts, language = [], lookup.language
    added, removed = _one_by_one(change, lookup) if field.domain is ACTOR else (change.added, change.removed)
    if (change.added or change.removed) and not (added or removed):
        parts.append(language.phrase("pages.named otherwise"))
    for word, items, sure, other in (
        ("adds", added, change.added_for_certain, names[0]),
        ("without", removed, change.removed_for_certain, names[1]),
    ):
        if items:
            listed = language.listed(said(field.domain, item, lookup) for item in items)
            parts.append(language.fill(f"pages.{word}", what=listed))
            parts[-1] += "" if sure else f" ({language.fill('pages.not certain', name=other)})"
    parts += [_inside(inside, field.domain, lookup) for inside in change.altered]
    if change.added_for_certain is not change.removed_for_certain and not (change.added or change.removed):
        name = names[1] if change.added_for_certain else names[0]
        parts.append(language.fill("pages.list open in only", name=name))
    return language.phrase("pages.between clauses").join(parts)


def _one_by_one(change: Membership, lookup: Lookup) -> tuple[Sequence[Plain], Sequence[Plain]]:
    """The actors that are added and removed, where a group on one side and its members on the other are the same."""
    pieces = lookup.world.actors.pieces

    def lacking(own: Iterable[Plain], others: Iterable[Plain]) -> list[Plain]:
        there = pieces.reach(map(str, (*change.common, *others)))
        found: list[Plain] = []
        for one in map(str, own):
            left = pieces.atoms(one) - there
            found += [one] if left == pieces.atoms(one) else pieces.cover(left)
        return found

    return lacking(change.added, change.removed), lacking(change.removed, change.added)


def _inside(change: Inside, domain: Domain, lookup: Lookup) -> str:
    """What differs under each path, the paths without the numbers of list items: order does not count."""
    by_path: dict[str, list[str]] = {}
    for path in change.paths:
        steps = (step for step in path.path.split(".") if not step.isdigit())
        words = " ".join(lookup.language.phrases.get(f"labels.{step}.inside", lookup.name(step)) for step in steps)
        by_path.setdefault(words, []).append(_at_path(path, domain, lookup))
    return "; ".join(f"{f'{words}: ' if words else ''}{', '.join(found)}" for words, found in by_path.items())


def _at_path(path: PathChange, domain: Domain, lookup: Lookup) -> str:
    """What stands there on each side; where that is all of a value, as the value itself is said."""
    language = lookup.language

    def worded(plain: Plain) -> str:
        if not path.path:
            return said(domain, plain, lookup)
        return language.listed(lookup.name(str(one)) for one in (plain if isinstance(plain, list) else [plain]))

    old, new = (None if plain is None else worded(plain) for plain in (path.left, path.right))
    if old is None:
        return language.fill("pages.adds", what=str(new))
    return language.fill("pages.without", what=old) if new is None else _instead(new, old, language)


def known(finding: Finding) -> tuple[Difference, ...]:
    """The fields in which two texts differ as far as both are known, without what an answer does not repeat."""
    if not finding.differences:
        return ()
    held = telling(finding.differences, finding.left.terms[0], finding.right.terms[0])
    return tuple(one for one in held if not one.unreported and one.lack is not Lack.NOT_RESTATED)


def telling(differences: Iterable[Difference], left: Term, right: Term) -> tuple[Difference, ...]:
    """The fields of which it can be said how the one value differs from the other.

    Where one document bans, rejects, deletes or postpones what the other has, its values are of that: only that one
    bans it is a difference then.
    """
    if commensurable(left, right):
        return tuple(differences)
    put_forward = {left.stance, right.stance} <= BINDING
    return tuple(one for one in differences if put_forward and one.field == "modality")


def moved(differing: Difference, shape: type[Term], lookup: Lookup) -> str:
    """A field from one draft to the next: ``personnel: 600,000 people → 800,000 people``, ``“in peacetime” added``."""
    field = next(field for field in fields_of(shape) if field.key == differing.field)
    label, language = field_label(field.key, shape, lookup), lookup.language
    old, new = ("" if one is None else value(field, one, lookup) for one in (differing.left, differing.right))
    if old and new:
        return language.fill("pages.trace.moved", label=label, old=old, new=new)
    held = differing.right if differing.left is None else differing.left
    what = label if held is True else language.fill("pages.label", label=label, text=old or new)
    return language.fill(f"pages.trace.{'dropped' if old else 'added'}", what=what)


def unreported(finding: Finding, names: tuple[str, str], lookup: Lookup) -> Iterator[str]:
    """Which fields a text that is known only in part is not reported to state; ``names`` are those of the two texts."""
    for way, name in ((Way.MORE, names[0]), (Way.LESS, names[1])):
        keys = [one.field for one in finding.differences if one.lack is Lack.UNREPORTED and one.change.way is way]
        if keys:
            shape = type(finding.left.terms[0])
            fields = lookup.language.listed(field_label(key, shape, lookup) for key in keys)
            yield lookup.language.fill("pages.fields unreported", name=name, fields=fields)


def _redline(change: Redline) -> Phrase:
    """The words of both sides in one line: ``[-deleted-]`` and ``{+inserted+}``, as word-by-word diffs write them."""
    runs: list[Run] = []
    for span in change.spans:
        if span.left == span.right:
            runs.append(Run(f"{span.left} "))
            continue
        if span.left:
            runs += [signed(span.left, Role.DELETED), Run(" ")]
        if span.right:
            runs += [signed(span.right, Role.ADDED), Run(" ")]
    return phrase(*runs)
