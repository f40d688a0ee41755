"""Print how the cost of hostile shapes grows: ``python tests/benchmarks/shapes.py [SHAPE]… [--most COUNT]``.

Each shape is drawn at 100, 1,000 and 10,000 and given to a command as a process of its own. The slope is that of the
last two sizes on logarithmic scales, less what the smallest takes: 1 is in proportion, 2 is with the square.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from hashlib import sha256
from math import log10
from pathlib import Path

import attrs
from measuring import table

SIZES = (100, 1_000, 10_000)
PATIENCE = 900
"""Seconds of the processor after which a command is ended."""
MEMORY = 6 * 1024**3
"""Bytes of memory that a command may take."""


def document(name: str, *sections: str, coverage: str = "complete") -> str:
    """A file with these sections."""
    head = f"id: {name}\ntitle: {name}\ndate: 2026-01-01\ncoverage: {coverage}\n"
    return head + "".join(sections)


def actors(count: int, sign: str = "P") -> str:
    """A section with so many bodies."""
    return "actors:\n" + "".join(f"  {sign}{at}: {{name: Body {sign}{at}, kind: body}}\n" for at in range(count))


def limits(count: int, personnel: int, *, sign: str = "P", answers: bool = False) -> str:
    """A section with a limit on the forces of each body, each under a point, or answering one."""
    key = "answers" if answers else "point"
    terms = (f"- force-limit: {sign}{at}\n  {key}: '{at}'\n  personnel: {personnel + at}\n" for at in range(count))
    return "terms:\n" + "".join(terms)


AMENDS = "lineage: [{amends: left}]\n"


def terms(count: int) -> tuple[str, str]:
    """As many terms on either side, all different."""
    left, right = (limits(count, personnel) for personnel in (1_000, 2_000))
    return document("left", actors(count), left), document("right", actors(count), right)


def answering(count: int) -> tuple[str, str]:
    """Each term of the one answers a point of the other."""
    right = (AMENDS, actors(count, "R"), limits(count, 1_000, sign="R", answers=True))
    return document("left", actors(count), limits(count, 1_000)), document("right", *right)


def striking(count: int) -> tuple[str, str]:
    """The one deletes every point of the other."""
    struck = f"struck: [{', '.join(map(repr, map(str, range(count))))}]\n"
    left = document("left", actors(count), limits(count, 1_000))
    return left, document("right", AMENDS, struck)


def grounds(count: int) -> tuple[str, str]:
    """As many places of one's own, each with a term."""
    places = "".join(f"  Q{at}: {{name: Place {at}, kind: site, in: UA-14}}\n" for at in range(count))
    spoken_of = "".join(f"- demilitarization: Q{at}\n  point: '{at}'\n" for at in range(count))
    left, right = (document(name, f"places:\n{places}", f"terms:\n{spoken_of}") for name in ("left", "right"))
    return left, right


def apart(count: int) -> tuple[str, str]:
    """Terms left over on either side that have one name in common, so that each may answer each."""
    left, right = (
        document(
            name,
            actors(count, sign),
            "terms:\n",
            "".join(f"- foreign-forces: {{of: {sign}{at}, in: UA}}\n" for at in range(count)),
        )
        for name, sign in (("left", "L"), ("right", "R"))
    )
    return left, right


def wording(count: int) -> tuple[str, str]:
    """One clause of so many times ten letters, of few sorts."""
    left, right = (
        document(name, f"terms:\n- provision: {{under: other, about: clause}}\n  text: {words}\n")
        for name, words in (("left", "a b " * (5 * count // 2)), ("right", "b a a " * (5 * count // 3)))
    )
    return left, right


HELD = "".join(f"word{at} " for at in range(200_000))
"""The text that is quoted, of two million letters."""


def quoting(count: int) -> tuple[str, str]:
    """So many quotations that the text which they cite does not have."""
    source = f"sources: {{own: {{publisher: P, file: own.txt, sha256: {sha256(HELD.encode()).hexdigest()}}}}}\n"
    terms = (f"- force-limit: P{at}\n  cite: {{source: own, quote: word{at} missing}}\n" for at in range(count))
    return document("left", source, actors(count), "terms:\n", *terms), document("right")


@attrs.frozen
class Shape:
    """A pair of files at each size, and the commands that are given to them."""

    draw: Callable[[int], tuple[str, str]]
    commands: tuple[str, ...]


DIFF = "diff left.yaml right.yaml"
SHAPES = {
    "terms": Shape(
        terms,
        (
            DIFF,
            f"{DIFF} --full",
            f"{DIFF} --form four-column --base us-28-point",
            f"{DIFF} --form source-table",
            *(f"{command} left.yaml right.yaml" for command in ("similarity", "trace", "burdens")),
        ),
    ),
    "answers": Shape(answering, (DIFF, f"{DIFF} --form source-table")),
    "struck": Shape(striking, (DIFF, f"{DIFF} --form brackets", "matrix left.yaml right.yaml")),
    "places": Shape(
        grounds,
        (
            "check left.yaml right.yaml",
            "matrix left.yaml right.yaml",
            "export map left.yaml right.yaml -o map.svg",
            "report left.yaml right.yaml -o report.html",
        ),
    ),
    "left over": Shape(apart, (f"{DIFF} --format json",)),
    "wording": Shape(wording, (f"{DIFF} --full",)),
    "quotation": Shape(quoting, ("check left.yaml",)),
}


def cost(command: str, folder: Path) -> float | None:
    """Seconds of the processor that a command takes in a folder; ``None`` if it takes too long or too much memory."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603 -- commands of our own
        [sys.executable, "-m", "proposals", *command.split(), *(["--force"] if "-o" in command.split() else [])],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        preexec_fn=bounded,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1} or b"Traceback" in done.stderr:
        sys.stderr.write(done.stderr.decode()[-500:])
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def growth(shape: Shape, command: str, sizes: Sequence[int]) -> list[str]:
    """A row of the table: seconds at each size, and the slope."""
    taken: list[float | None] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "own.txt").write_text(HELD)
        for size in sizes:
            for side, text in zip(("left", "right"), shape.draw(size), strict=True):
                (folder / f"{side}.yaml").write_text(text)
            taken.append(cost(command, folder))
    shown = [f"{one:.2f}" if one is not None else "—" for one in taken]
    if len(taken) <= 2 or None in taken:
        return [*shown, "—"]
    first, *_, before, last = (one or 0.0 for one in taken)
    return [*shown, f"{log10(max(last - first, 0.01) / max(before - first, 0.01)):.1f}"]


def main() -> None:
    """Print the table of the shapes that are named, or of all."""
    asked = ArgumentParser()
    asked.add_argument("shapes", nargs="*", choices=[*SHAPES, []], metavar="SHAPE")
    asked.add_argument("--most", type=int, default=SIZES[-1])
    given = asked.parse_args()
    sizes = [size for size in SIZES if size <= given.most]
    rows = []
    for name in given.shapes or SHAPES:
        for command in SHAPES[name].commands:
            rows.append([f"{name}: {command}", *growth(SHAPES[name], command, sizes)])
            sys.stderr.write(f"{rows[-1]}\n")
    print(table(["shape: command", *(f"{size:,}" for size in sizes), "slope"], rows))


if __name__ == "__main__":
    main()
