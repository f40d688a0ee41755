"""How well the drafter reads a text: ``python tests/benchmarks/drafting.py`` for the made-up texts of this folder.

Those of ``plans.yaml`` and ``other-wars.yaml`` have the kinds of each point. Those of ``coded/`` are coded as a person
would code them, in a collection with the names that they use, so that subjects, fields and modalities are measured as
well. The text of a bundled document, which is not kept here, is given by its id, the two sides and its path:
``python tests/benchmarks/drafting.py minsk-2:RU,UA=minsk2.html``; two texts of which the pairs of points are kept by
``python tests/benchmarks/drafting.py pairs minsk minsk1.txt minsk2.html``. Official texts by other authors are known by
the hashes of ``official.yaml`` and looked for among the files of a folder, whatever they are called there:
``python tests/benchmarks/drafting.py official FOLDER``. A kind counts as *named* where a term or a
gap names it, as *typed* where there is a term of it; the clauses that are of no kind do not count.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from itertools import cycle
from math import sqrt
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.drafting.drafts import Draft
from proposals.drafting.english import drafter
from proposals.drafting.evidence import quotation
from proposals.drafting.proposing import proposed
from proposals.fields.declare import compared_fields
from proposals.fields.numbers import Number
from proposals.library.bundled import bundled
from proposals.library.library import Library
from proposals.library.opening import open_library
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.texts.lines import plain
from proposals.texts.pairing import paired
from proposals.texts.points import Split, split
from proposals.texts.raw import RawText
from proposals.texts.reading import read_raw
from proposals.vocabulary import Relation

_HERE: Final = Path(__file__).parent
_CODED: Final = _HERE / "coded"
_REVISED: Final = _HERE / "revised"
_LONG: Final = 150_000
_OR: Final = "or"
"""What stands before kinds that count neither way."""


_Pairs: TypeAlias = Mapping[str, Sequence[int]]
"""Points by label, each with the numbers of those of the later text that it became."""


class _Text(NamedTuple):
    """A text with its sides, and its coding; or only the kinds that each point should yield."""

    name: str
    split: Split
    sides: Sequence[str]
    library: Library
    coded: Proposal | None = None
    kinds: frozenset[tuple[str, str]] = frozenset()
    among: frozenset[tuple[str, str]] | None = None

    def counted(self, found: AbstractSet[tuple[str, str]]) -> AbstractSet[tuple[str, str]]:
        """Those of the kinds that count: ``among`` are those that are right or wrong, ``None`` for all."""
        return found if self.among is None else found & self.among

    @property
    def wanted(self) -> frozenset[tuple[str, str]]:
        """The kinds by point."""
        if self.coded is None:
            return self.kinds
        return frozenset((point, one.kind) for one in self.coded.terms for point in one.points) - _untyped(self.coded)


def _untyped(coded: Proposal) -> frozenset[tuple[str, str]]:
    return frozenset((point, "provision") for one in coded.terms for point in one.points)


def _with_kinds(file: str) -> Iterator[_Text]:
    """Texts of a file of this folder that has them with the kinds of their points."""
    for name, plan in yaml.safe_load((_HERE / file).read_text(encoding="utf-8")).items():
        yield _coded_by_kinds(name, RawText.of(name, plain(plan["text"])), plan)


def _coded(texts: Mapping[str, Sequence[str]]) -> Iterator[_Text]:
    """Texts of the collection, each with its sides."""
    library = open_library([_CODED])
    for name, sides in texts.items():
        text = split(read_raw(_CODED / "texts" / f"{name}.txt"))
        yield _Text(name, text, sides, library, library.load(name))


def _given(texts: Sequence[str]) -> Iterator[_Text]:
    """Texts that are coded elsewhere: each as ``ID:SIDE,SIDE=PATH``, with the id of a bundled document."""
    for one in texts:
        named, _, path = one.partition("=")
        name, _, sides = named.partition(":")
        yield _Text(name, split(read_raw(Path(path))), sides.split(","), bundled(), bundled().load(name))


def _official(folder: Path) -> Iterator[tuple[str, Sequence[_Text]]]:
    """The official texts of each set that are in a folder; of those that are not, where they can be had is printed."""
    held = {sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.iterdir()) if path.is_file()}
    sets: Mapping[str, Mapping[str, Any]] = yaml.safe_load((_HERE / "official.yaml").read_text(encoding="utf-8"))
    for called, texts in sets.items():
        for name, one in texts.items():
            if one["sha256"] not in held:
                print(f"{name} is not there: {one['title']}; {one['address']}, SHA-256 {one['sha256']}")
        there = {name: one for name, one in texts.items() if one["sha256"] in held}
        yield called, [_coded_by_kinds(name, read_raw(held[one["sha256"]]), one) for name, one in there.items()]


def _coded_by_kinds(name: str, text: RawText, one: Mapping[str, Any]) -> _Text:
    """A text of which the kinds of each measured point are known, and those that are neither right nor wrong there."""
    points = {str(label): kinds for label, kinds in one["points"].items()}
    cut = {label: kinds.index(_OR) if _OR in kinds else len(kinds) for label, kinds in points.items()}
    right = frozenset((label, kind) for label, kinds in points.items() for kind in kinds[: cut[label]])
    among = frozenset((label, kind) for label, kinds in points.items() for kind in {*KINDS} - {*kinds[cut[label] :]})
    return _Text(name, split(text), one["sides"], bundled(), kinds=right, among=among)


class _Count(NamedTuple):
    """How many are right, how many were found, how many there are."""

    right: int
    found: int
    wanted: int


def _kinds(draft: Draft, text: _Text) -> Iterator[tuple[str, _Count]]:
    typed = {(point, one.term.kind) for one in draft.terms for point in one.points}
    known = {point for point, _ in typed} | {gap.point for gap in draft.gaps if not gap.unread}
    telling = (gap for gap in draft.gaps if not gap.unread or gap.point not in known)
    named = typed | {(gap.point, kind) for gap in telling for kind in gap.nearest[:1]}
    for sort, told in (("typed", typed), ("named", named)):
        found = text.counted(told)
        right = found & text.wanted
        yield sort, _Count(len(right), len(found), len(text.wanted))


def _by_kind(terms: Iterable[Term]) -> dict[tuple[str, str], list[Term]]:
    """The terms by point and kind."""
    held: dict[tuple[str, str], list[Term]] = {}
    for one in terms:
        for point in one.points:
            held.setdefault((point, one.kind), []).append(one)
    return held


def _contents(drafted: Proposal, coded: Proposal) -> Iterator[tuple[str, _Count]]:
    """Of the kinds that both have at a point: how often the subject is the same, the modality, each further field."""
    ours, theirs = _by_kind(coded.terms), _by_kind(drafted.terms)
    both = [(ours[key], theirs[key]) for key in ours if key in theirs]
    for sort, told in (("subjects", _subjects), ("modalities", _modalities)):
        yield sort, _Count(sum(told(one) == told(other) for one, other in both), len(both), len(both))
    fields = [(_fields(one), _fields(other)) for one, other in both]
    right = sum(len(one & other) for one, other in fields)
    yield "fields", _Count(right, sum(len(other) for _, other in fields), sum(len(one) for one, _ in fields))


def _subjects(terms: Sequence[Term]) -> set[str]:
    return {claim.key for one in terms for claim in one.claims}


def _modalities(terms: Sequence[Term]) -> set[str]:
    return {str(one.modality) for one in terms}


def _fields(terms: Sequence[Term]) -> set[tuple[str, str]]:
    return {(key, repr(held)) for one in terms for key, held in one.meanings() if key != "modality"}


def _gates(draft: Draft, drafted: Proposal, coded: Proposal) -> Iterator[tuple[str, int]]:
    """What must never be: a verdict *opposed* where both code one text, a wrong number, a term without a quotation."""
    findings = compare(coded, drafted).findings
    yield "false opposed", sum(one.relation is Relation.OPPOSED for one in findings)
    both = (
        (ours, theirs)
        for ours in coded.terms
        for theirs in drafted.terms
        if ours.kind == theirs.kind and not {*ours.points}.isdisjoint(theirs.points)
    )
    numbers = [
        (getattr(ours, field.name), getattr(theirs, field.name))
        for ours, theirs in both
        for field in compared_fields(type(ours))
        if isinstance(field.domain, Number)
    ]
    yield "wrong numbers", sum(theirs is not None and ours != theirs for ours, theirs in numbers)
    text = draft.split.text.text
    yield "without quotation", sum(quotation(text, one.start, one.end) is None for one in draft.terms)


def _interval(right: int, of: int) -> str:
    """A share with its Wilson interval of 95 %."""
    if not of:
        return "none"
    share, z = right / of, 1.96
    middle, half = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low, high = ((middle + sign * half) / (1 + z * z / of) for sign in (-1, 1))
    return f"{share:.2f} ({low:.2f}-{high:.2f}, n {of})"


def _measured(text: _Text) -> tuple[dict[str, _Count], dict[str, int]]:
    """The counts of a text, after a line for how long it took."""
    reader = drafter(text.library, text.sides)
    before = time.perf_counter()
    draft = reader.draft(text.split)
    taken = time.perf_counter() - before
    print(f"{text.name:<12} {len(text.split.points)} points in {taken:.2f} s, {len(draft.gaps)} gaps")
    counts = dict(_kinds(draft, text))
    if text.coded is None:
        return counts, {}
    drafted = proposed(draft, program="drafter", world=text.library.world)
    return counts | dict(_contents(drafted, text.coded)), dict(_gates(draft, drafted, text.coded))


def _table(name: str, texts: Iterable[_Text]) -> None:
    """Print a line for each count of each text, and those of all together."""
    whole: dict[str, tuple[int, ...]] = {}
    never: Counter[str] = Counter()
    for text in texts:
        counts, gates = _measured(text)
        never.update(gates)
        for sort, count in counts.items():
            _line(text.name, sort, *count)
            whole[sort] = tuple(map(sum, zip(whole.get(sort, (0, 0, 0)), count, strict=True)))
    for sort, (right, found, wanted) in whole.items():
        _line(name, sort, right, found, wanted)
    for sort, times in never.items():
        print(f"{name:<12} {sort}: {times}")


def _line(name: str, sort: str, right: int, found: int, wanted: int) -> None:
    precision, recall = _interval(right, found), _interval(right, wanted)
    print(f"{name:<12} {sort}: precision {precision}, recall {recall}")


def _pairing(name: str, left: Split, right: Split, wanted: frozenset[tuple[str, str]]) -> _Count:
    """Print how many of the pairs of points are found, and return the counts."""
    found = {
        (one.label, other.label)
        for pair in paired(left, right, drafter(bundled()).matters).pairs
        for one in pair.left
        for other in pair.right
    }
    count = _Count(len(found & wanted), len(found), len(wanted))
    _line(name, "pairs", *count)
    return count


def _pairings() -> None:
    """Print how well the points of each text are paired with those of its revised version."""
    counts = []
    for name in _pairs()["kept"]:
        left, right = (split(read_raw(folder / f"{name}.txt")) for folder in (_CODED / "texts", _REVISED))
        counts.append(_pairing(name, left, right, _wanted(_pairs()["kept"][name])))
    right_ones, found, wanted_ones = (sum(column) for column in zip(*counts, strict=True))
    print(f"pairs of all: F {2 * right_ones / (found + wanted_ones):.2f}")


def _pairs() -> Mapping[str, Mapping[str, _Pairs]]:
    held: Mapping[str, Mapping[str, _Pairs]] = yaml.safe_load((_REVISED / "pairs.yaml").read_text("utf-8"))
    return held


def _wanted(pairs: _Pairs) -> frozenset[tuple[str, str]]:
    return frozenset((one, str(other)) for one, others in pairs.items() for other in others)


def _speed() -> None:
    """Print how long a text of 150,000 characters takes, made of the points of all texts."""
    texts = [*_with_kinds("plans.yaml"), *(one for texts in _sets().values() for one in _coded(texts))]
    points = cycle([" ".join(point.text.split()) for text in texts for point in text.split.points if point.text])
    lines: list[str] = []
    while sum(map(len, lines)) < _LONG:
        lines.append(f"{len(lines) + 1}. {next(points)}")
    reader = drafter(bundled(), ("RU", "UA"))
    before = time.perf_counter(), time.process_time()
    draft = reader.draft(split(RawText.of("long", plain("\n".join(lines)))))
    wall, processor = time.perf_counter() - before[0], time.process_time() - before[1]
    print(f"{len(draft.split.text.text):,} characters in {wall:.2f} s, {processor:.2f} s of the processor")


def _sets() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The sets of coded texts, each text with its sides."""
    held: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load((_CODED / "texts.yaml").read_text("utf-8"))
    return held


def main(arguments: Sequence[str]) -> None:
    """Print the tables of the texts that are given, or those of this folder."""
    if arguments[:1] == ["pairs"]:
        name, *paths = arguments[1:]
        left, right = (split(read_raw(Path(path))) for path in paths)
        right_ones, found, wanted = _pairing(name, left, right, _wanted(_pairs()["public"][name]))
        print(f"F {2 * right_ones / (found + wanted):.2f}")
        return
    if arguments[:1] == ["official"]:
        for called, official in _official(Path(arguments[1])):
            _table(called, official)
        return
    if arguments:
        _table("all", _given(arguments))
        return
    _table("first", _with_kinds("plans.yaml"))
    _table("other wars", _with_kinds("other-wars.yaml"))
    for name, texts in _sets().items():
        _table(name, _coded(texts))
    _pairings()
    _speed()


if __name__ == "__main__":
    main(sys.argv[1:])
