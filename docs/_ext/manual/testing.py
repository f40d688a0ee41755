"""What the page on testing shows, as the tests have it: laws, faults of the machine, forms of mutated input."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

import proposals
from manual.markdown import code, safe, table

TESTS = Path(proposals.__file__).parents[2] / "tests"
"""Those beside the code that is shown, wherever the manual is built."""


def laws() -> str:
    """Each property of drawn documents, as its test says it, with its file and how deep it was once tried."""
    tried = tried_in("laws")
    paths = sorted((TESTS / "laws").glob("test_*.py"))
    files = dict.fromkeys([*(path.relative_to(TESTS).as_posix() for path in paths), *tried])
    rows = [
        [_sentence(name), file, *_depth(tried.get(file, {}).get(name, {}))]
        for file in files
        for name in properties(TESTS / file)
        if file.startswith("laws/") or name in tried[file]
    ]
    return table(["Law", "In `tests`", "Inputs", "Seed", "Minutes", "Found"], rows)


def tried_in(room: str) -> dict[str, dict[str, Any]]:
    """What was once tried beyond what every change is tried on, as a folder of the tests keeps it.

    In ``laws`` that is by the file of a test and its name, in ``fuzz`` by the form, in ``mutation`` by the file.
    """
    held: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / room / "tried.yaml").read_text("utf-8"))
    return held


def _depth(tried: dict[str, Any]) -> list[str]:
    number = f"{tried['inputs']:,}" if tried else ""
    return [number, *(str(tried.get(key, "")) for key in ("seed", "minutes")), safe(tried.get("found", ""))]


def faults() -> str:
    """Each fault with its exit status and its one message."""
    held: list[dict[str, Any]] = yaml.safe_load((TESTS / "whole" / "faults.yaml").read_text(encoding="utf-8"))
    rows = [[safe(one["fault"]), str(one["status"]), _message(one.get("says", ""))] for one in held]
    return table(["What happens", "Exit status", "Standard error"], rows)


def forms() -> str:
    """Each form of input that is mutated, how many inputs are kept of it, and how many were once tried at a time."""
    tree = ast.parse((TESTS / "fuzz" / "test_fuzz.py").read_text(encoding="utf-8"))
    (named,) = (node.value for node in tree.body if isinstance(node, ast.AnnAssign) and _target(node) == "FORMS")
    keys = [str(ast.literal_eval(key)) for key in getattr(named, "keys", ())]
    kept = {key: len([*(TESTS / "fuzz" / "corpus" / key).glob("*")]) for key in keys}
    tried = tried_in("fuzz")
    rows = [[key, str(number), *_depth(tried.get(key, {}))] for key, number in kept.items()]
    return table(["Form", "Kept inputs", "Inputs", "Seed", "Minutes", "Found"], rows)


def breaks() -> str:
    """Each file that was broken in one place at a time, in how many places, and what no test noticed then."""
    tried = tried_in("mutation").items()
    rows = [[file, str(one["breaks"]), str(one["unnoticed"]), safe(one["left"])] for file, one in tried]
    return table(["File", "Breaks", "Unnoticed", "What became of these"], rows)


def properties(path: Path) -> Iterator[str]:
    """The names of the tests of a file that Hypothesis draws for."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and any(_draws(one) for one in node.decorator_list):
            yield node.name


def _target(node: ast.AnnAssign) -> str:
    return node.target.id if isinstance(node.target, ast.Name) else ""


def _draws(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id == "given"


def _sentence(name: str) -> str:
    words = name.removeprefix("test_").replace("_", " ").replace("yaml", "YAML").replace("json", "JSON")
    return f"{words[:1].upper()}{words[1:].replace('deepdiff', 'DeepDiff')}."


def _message(text: str) -> str:
    return code(text.replace("FOLDER/", "")) if text else ""
