"""Print the tables of ratios: ``python tests/benchmarks/tables.py [compare] [sizes] [read] [start] [similarity]``.

Every answer is checked for being right before it is timed. Times are processor time and the median of the rounds; the
ratios are what can be compared between machines.
"""

from __future__ import annotations

import json
import platform
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from inputs import Record, answer, columns, documents, flat, portfolio, real_names, records, yaml_text
from measuring import Work, milliseconds, process_seconds, seconds, table
from peers import FLOOR, PEERS, SLOW

from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.files.proposals import read_proposal
from proposals.measures.similarity import similarities
from proposals.world.world import World

OURS = "proposals"
SHORT = ("us-plan-reported", "ua-europe-reported")
"""Two bundled plans of a few terms, as an article reports them."""
WORLD = World.empty()


def verdicts(given: tuple[Proposal, Proposal]) -> Comparison:
    """Our comparison with everything that is only made when asked for: the fingerprint of each finding."""
    comparison = compare(*given, world=WORLD)
    for finding in comparison.findings:
        _ = finding.fingerprint
    return comparison


def said(proposal: Proposal) -> list[tuple[object, str]]:
    """What each term is about and what it says, without where it was read."""
    return [(term.claims, term.content) for term in proposal.terms]


def comparing(count: int = 1000, rounds: int = 11) -> str:
    """Two documents by ourselves, by the floor and by the peers."""
    left, right = documents(count)
    expected = answer(verdicts((left, right)))
    plain = records(left), records(right)
    works = {
        FLOOR.name: Work(lambda: plain, FLOOR.run),
        f"{OURS}": Work(lambda: documents(count), lambda given: compare(*given, world=WORLD)),
        f"{OURS}, with fingerprints": Work(lambda: documents(count), verdicts),
        f"{OURS}, with fingerprints, terms compared before": Work(lambda: (left, right), verdicts),
    }
    right_ones = dict.fromkeys(works, True) | {FLOOR.name: FLOOR.run(plain) == expected}
    for peer in (*PEERS, *([SLOW] if count <= 100 else [])):  # else minutes
        right_ones[peer.name] = peer.read(peer.run(peer.prepare(*plain))) == expected
        works[peer.name] = Work(lambda peer=peer: peer.prepare(*plain), peer.run)
    taken = seconds(works, rounds)
    rows = [
        [name, milliseconds(time), f"{time / taken[FLOOR.name]:.1f}", "yes" if right_ones[name] else "no"]
        for name, time in taken.items()
    ]
    return table([f"{count:,} terms", "ms", "× floor", "right"], rows)


def sizes(counts: tuple[int, ...] = (28, 1000, 10_000, 100_000)) -> str:
    """Time per term, ours and the floor's, and peak memory, from a short plan to a hundred thousand terms."""
    rows = []
    for count in counts:
        held = documents(count)
        plain = records(held[0]), records(held[1])
        taken = seconds(
            {
                "new": Work(lambda count=count: documents(count), verdicts),
                "before": Work(lambda held=held: held, verdicts),
                FLOOR.name: Work(lambda plain=plain: plain, FLOOR.run),
            },
            5,
        )
        del held, plain
        tracemalloc.start()
        held = documents(count)
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        kept = verdicts(held)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del kept
        times = [f"{taken[name] / count * 1e6:.2f}" for name in ("new", "before", FLOOR.name)]
        rows.append([f"{count:,}", *times, f"{before / 1e6:,.1f}", f"{peak / before:.2f}"])
    head = ["terms", "µs per new term", "µs per term compared before", "floor", "MB of both documents", "peak × that"]
    return table(head, rows)


def reading(count: int = 10_000, rounds: int = 5) -> str:
    """A file into checked terms with positions, and the same file by PyYAML alone."""
    import yaml

    known = library.world()
    proposal = real_names(documents(count)[0].terms, known.places.places, known.actors.actors)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.yaml"
        path.write_text(yaml_text(proposal), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        read = read_proposal(path, known)
        if said(read) != said(proposal):
            raise AssertionError("the file does not read back equal")
        works = {
            "yaml.load with libyaml": Work(lambda: text, lambda given: yaml.load(given, Loader=yaml.CSafeLoader)),
            OURS: Work(lambda: path, lambda given: read_proposal(given, known)),
        }
        taken = seconds(works, rounds)
    least = taken["yaml.load with libyaml"]
    return table(
        [f"{count:,} terms", "ms", "× yaml.load"],
        [[name, milliseconds(time), f"{time / least:.1f}"] for name, time in taken.items()],
    )


def starting(rounds: int = 3) -> str:
    """Whole processes: help, a list, comparisons of two bundled plans, and the peers' commands on the same content."""
    plans = [library.load(name) for name in ("us-28-point", "e3-counter")]
    rows = [records(plan) for plan in plans]
    commands = str(Path(sys.executable).parent)
    with tempfile.TemporaryDirectory() as folder:
        json_files, csv_files = [], []
        for number, held in enumerate(rows):
            json_files.append(Path(folder) / f"{number}.json")
            json_files[-1].write_text(json.dumps({row["key"]: row for row in held}), encoding="utf-8")
            csv_files.append(Path(folder) / f"{number}.csv")
            csv_files[-1].write_text(_csv(flat(held, columns(*rows))), encoding="utf-8")
        taken = process_seconds(
            {
                "python -c pass": [sys.executable, "-c", "pass"],
                "proposals --help": [f"{commands}/proposals", "--help"],
                "proposals list": [f"{commands}/proposals", "list"],
                "proposals diff of two short plans": [f"{commands}/proposals", "diff", *SHORT],
                "proposals diff of two long plans": [f"{commands}/proposals", "diff", *(plan.id for plan in plans)],
                "deep diff": [f"{commands}/deep", "diff", *map(str, json_files)],
                "graphtage": [f"{commands}/graphtage", "--no-status", *map(str, json_files)],
                "daff": [f"{commands}/daff", "--id", "key", *map(str, csv_files)],
            },
            rounds,
            silent="python -c pass",
        )
    least = taken["python -c pass"]
    return table(
        ["whole process", "ms", "× python -c pass"],
        [[name, milliseconds(time), f"{time / least:.1f}"] for name, time in taken.items()],
    )


def _csv(rows: list[dict[str, str]]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def alike(many: int = 40, count: int = 100) -> str:
    """Similarity with counts and intervals of all pairs, and the ``gower`` package on the same values as a table."""
    import gower
    import numpy as np
    import pandas as pd

    held = portfolio(many, count)
    frame = pd.DataFrame([_cells(proposal) for proposal in held], dtype=object)
    nominal = [True] * len(frame.columns)
    theirs = gower.gower_matrix(frame, cat_features=nominal)
    some = range(20)
    ours = [1 - (one.overall.value or 0) for one in similarities(held[: len(some)], world=WORLD)]
    equal = bool(np.allclose(ours, [theirs[pair] for pair in combinations(some, 2)], atol=1e-6))
    taken = seconds(
        {
            "gower.gower_matrix": Work(lambda: frame, lambda given: gower.gower_matrix(given, cat_features=nominal)),
            OURS: Work(
                lambda: portfolio(many, count),
                lambda given: similarities(given, world=WORLD),
            ),
        },
        1,
    )
    least = taken["gower.gower_matrix"]
    rows = [[name, milliseconds(time), f"{time / least:.1f}"] for name, time in taken.items()]
    told = "equal to" if equal else "NOT equal to"
    return table([f"{many} documents of {count} terms", "ms", "× gower"], rows) + f"\nOurs is {told} the package's.\n"


def _cells(proposal: Proposal) -> Record:
    """One row of a table: each stated value of each term in a column of its own."""
    return {
        f"{row['key']} {name}": value
        for row in records(proposal)
        for name, value in row.items()
        if name not in {"key", "stance", "modality"}
    }


TABLES: dict[str, Callable[[], str]] = {
    "compare": lambda: f"{comparing()}\n{comparing(28)}",
    "sizes": sizes,
    "read": reading,
    "start": starting,
    "similarity": alike,
}


def main(names: list[str]) -> None:
    """Print the tables that are named, or all."""
    print(f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}\n")
    for name in names or TABLES:
        print(f"### {name}\n\n{TABLES[name]()}")


if __name__ == "__main__":
    main(sys.argv[1:])
