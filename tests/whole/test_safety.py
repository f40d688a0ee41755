"""What the sources never do: run what they read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src"
CALLS = frozenset({"eval", "exec", "compile", "__import__", "breakpoint", "input"})
MODULES = frozenset(
    {"pickle", "marshal", "shelve", "dill", "ctypes", "subprocess", "socket", "urllib", "http", "ftplib"}
)
METHODS = frozenset({"system", "popen", "load_module", "unsafe_load", "full_load"})
FILES = sorted(SOURCES.rglob("*.py"))
STARTS = {
    "proposals/files/revisions.py": ["import of subprocess"],
    "proposals/texts/pages.py": ["import of subprocess"],
}
"""What a module may do all the same: git is asked for a file, and a PDF is read apart, both without a shell."""


def unsafe(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"{node.func.id}() on line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            yield f".{node.func.attr}() on line {node.lineno}"
        if isinstance(node, ast.Import):
            yield from (f"import of {one.name}" for one in node.names if _outside(one.name))
        if isinstance(node, ast.ImportFrom) and _outside(node.module or ""):
            yield f"import from {node.module}"


def _outside(module: str) -> bool:
    """Whether a module runs code, starts processes or opens connections; parsing an address does not."""
    return module.split(".", maxsplit=1)[0] in MODULES and module != "urllib.parse"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_source_runs_what_it_reads_starts_a_process_or_asks_the_network(path: Path) -> None:
    allowed = STARTS.get(path.relative_to(SOURCES).as_posix(), [])
    assert [*unsafe(ast.parse(path.read_text(encoding="utf-8")))] == allowed


@pytest.mark.parametrize(
    "text",
    [
        "eval('1')",
        "exec(x)",
        "import pickle",
        "from pickle import loads",
        "import os; os.system('x')",
        "yaml.unsafe_load(x)",
        "import urllib.request",
    ],
)
def test_the_test_finds_it(text: str) -> None:
    assert [*unsafe(ast.parse(text))]
