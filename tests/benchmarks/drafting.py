"""How well the drafter knows the kinds of a text: ``python tests/benchmarks/drafting.py`` for the made-up plans.

Other texts are given by path, with a JSON file that has the kinds of each point:
``python tests/benchmarks/drafting.py gold.json minsk1=minsk1.txt minsk2=minsk2.html``. No text is kept here. A kind
counts as *named* where a term or a gap names it, as *typed* where there is a term of it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from proposals.drafting.drafts import Draft
from proposals.drafting.english import drafter
from proposals.library.bundled import bundled
from proposals.texts.lines import plain
from proposals.texts.points import Split, split
from proposals.texts.raw import RawText
from proposals.texts.reading import read_raw

_PLANS = Path(__file__).parent / "plans.yaml"
_Gold = Mapping[str, Mapping[str, Sequence[str]]]


def _made_up() -> Iterator[tuple[str, Split, Sequence[str], _Gold]]:
    for name, plan in yaml.safe_load(_PLANS.read_text(encoding="utf-8")).items():
        gold = {point: {"kinds": kinds} for point, kinds in plan["gold"].items()}
        yield name, split(RawText.of(name, plain(plan["text"]))), plan["sides"], gold


def _given(gold: str, texts: Sequence[str]) -> Iterator[tuple[str, Split, Sequence[str], _Gold]]:
    held: Any = json.loads(Path(gold).read_text(encoding="utf-8"))
    for one in texts:
        name, _, path = one.partition("=")
        yield name, split(read_raw(Path(path))), held[name]["sides"], held[name]["points"]


def _counts(draft: Draft, gold: _Gold) -> dict[str, tuple[int, int, int]]:
    """For *typed* and *named* how many kinds are right, how many are found, and how many there are."""
    wanted = {(point, kind) for point, held in gold.items() for kind in held["kinds"]}
    allowed = wanted | {(point, kind) for point, held in gold.items() for kind in held.get("also acceptable", ())}
    typed = {(point, one.term.kind) for one in draft.terms for point in one.points if point in gold}
    named = typed | {(gap.point, kind) for gap in draft.gaps for kind in gap.nearest[:1] if gap.point in gold}
    return {
        sort: (len(found & wanted), len(found - (allowed - wanted)), len(wanted))
        for sort, found in (("typed", typed), ("named", named))
    }


def _interval(right: int, of: int) -> str:
    """A share with its Wilson interval of 95 %."""
    if not of:
        return "none"
    share, z = right / of, 1.96
    middle, half = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low, high = ((middle + sign * half) / (1 + z * z / of) for sign in (-1, 1))
    return f"{share:.2f} ({low:.2f}-{high:.2f}, n {of})"


def main(arguments: Sequence[str]) -> None:
    """Print a line for each text and for all together."""
    plans = [*(_given(arguments[0], arguments[1:]) if arguments else _made_up())]
    whole: dict[str, list[int]] = {"typed": [0, 0, 0], "named": [0, 0, 0]}
    for name, text, sides, gold in plans:
        before = time.perf_counter()
        draft = drafter(bundled(), sides).draft(text)
        taken = time.perf_counter() - before
        for sort, counts in _counts(draft, gold).items():
            whole[sort] = [held + count for held, count in zip(whole[sort], counts, strict=True)]
            print(f"{name:<12} {sort}: precision {_interval(*counts[:2])}, recall {_interval(counts[0], counts[2])}")
        print(f"{name:<12} {len(text.points)} points in {taken:.2f} s, {len(draft.gaps)} gaps")
    for sort, (right, found, wanted) in whole.items():
        print(f"{'all':<12} {sort}: precision {_interval(right, found)}, recall {_interval(right, wanted)}")


if __name__ == "__main__":
    main(sys.argv[1:])
