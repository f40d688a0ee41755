"""A test of the tests: break the code in one place at a time, and list the breaks that no test notices.

``python tests/mutation/mutants.py comparison/rules.py measures --most 50 --seed 0`` takes fifty places of these files
and folders by chance; without any it takes all of ``comparison``, ``fields`` and ``measures``. A break is one
comparison, condition, number, truth value or word of a list that is another one, or one entry of a table that is gone.
Each is tried in a copy of the sources by the tests of its folder and then by the laws, with few examples.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

TREE = Path(__file__).parents[2]
SOURCES = TREE / "src"
ROOMS = ("comparison", "fields", "measures")
PATIENCE = 300
"""Seconds after which a run counts as failed: the break made an endless loop."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_WORDS = frozenset({"Absence", "Coverage", "Direction", "Lack", "Meeting", "Modality", "Relation", "Stance", "Verdict"})
"""Lists of words of which one may be written for another."""


@attrs.frozen
class Mutant:
    """A break: the file, the line, what was changed there, and the source of the file with it."""

    path: Path
    line: int
    says: str
    source: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Every break of a file."""
    source = path.read_text(encoding="utf-8")
    whole = ast.parse(source)
    unread = {id(inner) for node in ast.walk(whole) for one in _unread(node) for inner in ast.walk(one)}
    for at, node in enumerate(ast.walk(whole)):
        if id(node) in unread:
            continue
        for number, (says, _) in enumerate(_breaks(node, source)):
            tree = ast.parse(source)
            broken = next(one for place, one in enumerate(ast.walk(tree)) if place == at)
            [*_breaks(broken, source)][number][1]()
            line: int = getattr(node, "lineno", 0)
            yield Mutant(path, line, says, ast.unparse(ast.fix_missing_locations(tree)))


def _unread(node: ast.AST) -> Iterator[ast.AST]:
    """What types and tools read of a node, which changes nothing of what it does."""
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
        yield node.annotation
        if isinstance(node, ast.AnnAssign) and node.value and ast.unparse(node.annotation) == "TypeAlias":
            yield node.value
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield from node.decorator_list
    if isinstance(node, ast.FunctionDef) and node.returns is not None:
        yield node.returns


def _breaks(node: ast.AST, source: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """The ways to break a node, in words, each with what does it."""
    written = " ".join((ast.get_source_segment(source, node) or "").split())[:80]
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        other = _COMPARED[type(node.ops[0])]
        yield f"{written}: {other.__name__}", lambda: node.ops.__setitem__(0, other())
    if isinstance(node, ast.BoolOp):
        junction = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{written}: {junction.__name__}", lambda: setattr(node, "op", junction())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{written}: twice not", lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int) and node.value is not Ellipsis:
        value = not node.value if isinstance(node.value, bool) else node.value + 1
        yield f"{written}: {value}", lambda: setattr(node, "value", value)
    if isinstance(node, ast.Set | ast.Tuple) and len(node.elts) > 1 and not isinstance(_context(node), ast.Store):
        yield f"{written}: without the last", node.elts.pop
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        yield f"{written}: without the last", lambda: (node.keys.pop(), node.values.pop())
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in _WORDS:
        others = sorted({one for one in _members(source, node.value.id) if one != node.attr})
        if others:
            yield f"{written}: {others[0]}", lambda: setattr(node, "attr", others[0])


def _context(node: ast.AST) -> object:
    """Whether a value is read or written; ``None`` where that is not to be asked."""
    return getattr(node, "ctx", None)


def _members(source: str, name: str) -> Iterator[str]:
    """The words of a list that a file speaks of."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name:
            yield from [node.attr] if node.attr.isupper() else ()


def survives(mutant: Mutant, folder: Path) -> bool:
    """Whether all tests pass with this break in the copy of the sources."""
    name = mutant.path.relative_to(SOURCES)
    broken = folder / name
    kept = broken.read_bytes()
    broken.write_text(mutant.source, encoding="utf-8")
    try:
        return all(_passes(path, folder) for path in (f"tests/{name.parts[1]}", "tests/laws/test_laws.py"))
    finally:
        broken.write_bytes(kept)


def _passes(tests: str, folder: Path) -> bool:
    options = ("-q", "-x", "-p", "no:cacheprovider", "--hypothesis-profile=quick")
    command = [sys.executable, "-B", "-m", "pytest", *options, tests]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    try:
        done = subprocess.run(  # noqa: S603 -- our own tests
            command, cwd=TREE, env=environment, capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _files(asked: Sequence[str]) -> Iterator[Path]:
    for name in asked:
        path = SOURCES / "proposals" / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def main() -> None:
    """Print the breaks that no test notices."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="*", metavar="FILE|FOLDER")
    parser.add_argument("--most", type=int, default=sys.maxsize, help="how many breaks to try, by chance")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    every = [one for path in _files(given.places or ROOMS) for one in mutants(path)]
    chosen = random.Random(given.seed).sample(every, min(given.most, len(every)))  # noqa: S311 -- a repeatable choice
    begun, survivors = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SOURCES, folder / "src")
        for data in ("data", "seeds"):
            (folder / data).symlink_to(TREE / data)
        for mutant in sorted(chosen, key=lambda one: (one.path, one.line)):
            if survives(mutant, folder / "src"):
                survivors += 1
                print(f"{mutant.path.relative_to(SOURCES)}:{mutant.line}: {mutant.says}", flush=True)
    print(f"{len(chosen)} of {len(every)} breaks tried in {time.monotonic() - begun:.0f} s, {survivors} unnoticed")


if __name__ == "__main__":
    main()
