"""What a command imports: nothing that is slow to import and that this command does not use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest

import proposals
from proposals.terms import TOPICS
from proposals.values import Value

HEAVY = frozenset({"numpy", "pandas", "jinja2", "docx", "openpyxl", "deepdiff", "multiprocessing"})

_SCRIPT = """
import sys
before = set(sys.modules)
from proposals.cli.app import run
status = run()
print("\\n" + " ".join(set(sys.modules) - before))
sys.exit(status)
"""

_PLAN = """
id: {name}
title: A plan of one term
date: 2026-01-15
coverage: complete
terms:
- security-guarantee: UA
  void-if: [{{attack: {{by: {by}}}}}]
"""


def _imported(*arguments: str) -> set[str]:
    """The packages that are imported from the start of the command to its end."""
    return {module.partition(".")[0] for module in _modules(*arguments)}


def _modules(*arguments: str) -> list[str]:
    command = [sys.executable, "-c", _SCRIPT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    return done.stdout.splitlines()[-1].split()


def _written(folder: Path, name: str, by: str) -> str:
    path = folder / f"{name}.yaml"
    path.write_text(_PLAN.format(name=name, by=by), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["diff", "us-plan-reported", "ua-europe-reported"]])
def test_a_command_imports_nothing_heavy(arguments: list[str]) -> None:
    imported = _imported(*arguments)
    assert "proposals" in imported
    assert imported.isdisjoint(HEAVY)


def test_only_raw_texts_need_the_drafter() -> None:
    modules = _modules("diff", "us-plan-reported", "ua-europe-reported")
    assert "proposals.texts.endings" in modules
    assert not [one for one in modules if one.startswith("proposals.drafting")]


def test_help_reads_no_documents_and_so_imports_nothing_to_read_them() -> None:
    assert _imported("--help").isdisjoint({"yaml", "attrs"})


@pytest.mark.parametrize(("other", "needed"), [("UA", set()), ("RU", {"deepdiff"})])
def test_deepdiff_is_imported_only_where_a_structured_field_differs(
    tmp_path: Path, other: str, needed: set[str]
) -> None:
    imported = _imported("diff", _written(tmp_path, "one", "UA"), _written(tmp_path, "two", other))
    assert imported & {"deepdiff"} == needed
    assert imported & (HEAVY - {"deepdiff"}) <= ({"numpy", "pandas"} if needed else set())  # deepdiff's own


def test_a_list_reads_no_terms_and_so_imports_no_kinds() -> None:
    modules = _modules("list")
    assert {f"proposals.terms.{topic}" for topic in TOPICS if topic != "provision"}.isdisjoint(modules)


@pytest.mark.parametrize("arguments", [["list"], ["diff", "us-plan-reported", "ua-europe-reported"]])
def test_whoever_measures_nothing_imports_no_measures(arguments: list[str]) -> None:
    modules = _modules(*arguments)
    assert "proposals.corpus.index" in modules
    assert not [one for one in modules if one.startswith("proposals.measures")]


def _values(shape: type[Value]) -> Iterator[type[Value]]:
    for one in shape.__subclasses__():
        yield one
        yield from _values(one)


def test_a_value_is_told_apart_and_shown_by_code_that_is_not_compiled_for_its_class() -> None:
    for package in proposals.PACKAGES:
        import_module(f"proposals.{package}")
    shapes = {shape for shape in _values(Value) if shape.__module__.startswith("proposals.")}
    assert len(shapes) > 200
    compiled = {
        f"{shape.__qualname__}.{name}"
        for shape in shapes
        for name in ("__eq__", "__hash__", "__repr__")
        if isinstance(held := vars(shape).get(name), FunctionType)
        and held.__code__.co_filename.startswith("<attrs generated")
    }
    assert compiled == set()
