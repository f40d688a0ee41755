"""The floors of the house: who imports whom, which guest lives in which room, and that importing does nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import proposals

SOURCE = Path(proposals.__file__).parent

# From the ground up. A room is a module or a package; it imports from lower floors only, never from its own floor.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "late", "strings", "notebook"),
    ("words",),
    ("vocabulary",),
    ("values",),
    ("validation",),
    ("world",),
    ("fields",),
    ("provenance",),
    ("terms",),
    ("documents", "kinds"),
    ("comparison", "files"),
    ("negotiation", "library", "texts"),
    ("measures", "testing"),
    ("corpus", "language"),
    ("drafting", "reports"),
    ("cli",),
    ("__main__",),
)

# Inside a package its modules and packages have floors as well. Where none are written here, only circles are refused.
ROOMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "texts": (
        ("endings", "markers", "raw", "pages", "likeness", "redlines", "columns", "joints"),
        ("chains", "footnotes", "running", "pieces"),
        ("lines",),
        ("html",),
        ("pdf", "points", "word"),
        ("reading", "pairing", "held"),
    ),
    "drafting": (
        ("states",),
        ("patterns", "drafts", "evidence", "stretches", "others"),
        ("overlapping",),
        ("cues",),
        ("mentions", "sentences", "gathering", "moments"),
        ("hits", "writing", "gate", "following", "proposing", "heads", "nearest"),
        ("conditions",),
        ("naming", "binding", "lists"),
        ("unread", "counting", "circumstances"),
        ("terms",),
        ("drafter",),
        ("english",),
    ),
    "files": (
        ("packed", "revisions", "nodes"),
        ("text",),
        ("excerpts", "reader", "wording"),
        ("citing", "codings", "formats", "glossary", "tiles"),
        ("terms", "registers", "questions"),
        ("proposals", "writing", "status"),
        ("rewriting", "schema", "samples"),
        ("skeleton",),
    ),
    "reports": (
        ("page",),
        ("records",),
        ("pages",),
        ("formats",),
        ("brackets", "rendering"),
        ("html_report",),
    ),
}

# Guests and where they live; attrs is at home everywhere above the ground.
GUESTS: dict[str, set[str]] = {
    "attrs": {room for floor in FLOORS[2:] for room in floor},
    "yaml": {"files"},
    "click": {"cli"},
    "deepdiff": {"fields"},
    "docx": {"reports", "texts"},
    "openpyxl": {"reports"},
    "jinja2": {"reports"},
    "markupsafe": {"reports"},
    "resvg_py": {"reports"},
    "hypothesis": {"testing"},
}

# The one way up the stairs: a value asks by name for what a notebook shows of it, when a notebook asks the value.
ASKED = {"notebook": "proposals.reports.html_report.notebook"}

# The imports inside functions: an extra; what is slow and hardly ever needed; what is imported where an interrupt is
# caught; and what only a wrong file, a raw text, a translation or hundreds of files need, so that others go without.
INSIDE = {
    ("reports.html_report.plots", "resvg_py"),
    ("fields.inside", "deepdiff"),
    ("cli", "proposals.cli.app"),
    ("cli.app", "proposals.cli.problems"),
    ("cli.diff", "proposals.cli.raw_texts"),
    ("library.crew", "concurrent.futures"),
    ("library.crew", "multiprocessing"),
    ("language.names", "proposals.language.completeness"),
}

# Slow to import, or there only with an extra: not imported before they are needed.
LATE = ("deepdiff", "docx", "openpyxl", "jinja2", "resvg_py", "hypothesis", "numpy", "pandas", "pyarrow", "distributed")

MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
    if path.parent != SOURCE or path.stem != "__init__"
}
HEIGHTS = {room: height for height, floor in enumerate(FLOORS) for room in floor}


def _imports(module: str) -> Iterator[str]:
    """The modules that a module imports anywhere, also inside functions; names of a module count as that module."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner.removeprefix("proposals.") in MODULES else str(node.module)


def _own(module: str) -> set[str]:
    return {name.removeprefix("proposals.") for name in _imports(module) if name.startswith("proposals.")}


def _room(module: str) -> str:
    return module.partition(".")[0]


def _inner(module: str) -> str:
    """The module or package inside a package that a module belongs to."""
    return module.split(".")[1]


def test_every_module_has_its_floor_and_every_floor_its_modules() -> None:
    assert {_room(module) for module in MODULES} == set(HEIGHTS)
    assert len(HEIGHTS) == sum(map(len, FLOORS))
    for package, floors in ROOMS.items():
        inside = {_inner(module) for module in MODULES if module.startswith(f"{package}.")}
        assert inside == {name for floor in floors for name in floor}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_the_stairs(module: str) -> None:
    outside = {_room(name) for name in _own(module)} - {_room(module)}
    assert {room for room in outside if HEIGHTS[room] >= HEIGHTS[_room(module)]} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if _room(module) in ROOMS and "." in module])
def test_inside_a_package_imports_go_down_as_well(module: str) -> None:
    package, name = _room(module), _inner(module)
    heights = {inner: height for height, floor in enumerate(ROOMS[package]) for inner in floor}
    neighbours = {_inner(one) for one in _own(module) if one.startswith(f"{package}.")} - {name}
    assert {one for one in neighbours if heights[one] >= heights[name]} == set()


def test_there_are_no_circles() -> None:
    graph = {module: _own(module) - {module} for module in MODULES}
    assert set(TopologicalSorter(graph).static_order()) == set(MODULES)


def test_no_other_module_of_a_higher_floor_is_asked_for_by_name() -> None:
    heights = {f"proposals.{module}": HEIGHTS[_room(module)] for module in MODULES}
    found = {
        module: node.value
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and heights.get(node.value, -1) > HEIGHTS[_room(module)]
    }
    assert found == ASKED


def test_only_the_version_is_imported_from_the_front_door() -> None:
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "proposals":
                names = {alias.name for alias in node.names if alias.name not in MODULES}
                assert names <= {"__version__"}, module


def _imports_inside(tree: ast.Module) -> Iterator[str]:
    """The modules that the functions of a module import."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    yield from (alias.name for alias in node.names)
                elif isinstance(node, ast.ImportFrom):
                    yield str(node.module)


def test_imports_stand_at_the_top_of_their_modules() -> None:
    found = {
        (module, name)
        for module, path in MODULES.items()
        for name in _imports_inside(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == INSIDE


@pytest.mark.parametrize("module", MODULES)
def test_guests_stay_in_their_rooms(module: str) -> None:
    guests = {name.partition(".")[0] for name in _imports(module)} - sys.stdlib_module_names - {"proposals"}
    assert {guest for guest in guests if _room(module) not in GUESTS.get(guest, set())} == set()


def _at_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements of a module that do more than import, name, define or document."""
    plain = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.ClassDef)
    for node in tree.body:
        text = ast.unparse(node.test) if isinstance(node, ast.If) else ""
        documents = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        imports = isinstance(node, ast.Try) and all(isinstance(one, ast.ImportFrom) for one in node.body)
        guarded = text in {"TYPE_CHECKING", "__name__ == '__main__'"}
        if not (isinstance(node, plain) or documents or imports or guarded):
            yield node


@pytest.mark.parametrize("module", MODULES)
def test_modules_only_define_and_nothing_global_changes(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert list(_at_import(tree)) == []
    assert not any(isinstance(node, ast.Global) for node in ast.walk(tree))


def _loaded(statement: str) -> set[str]:
    script = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_library_imports_nothing_else_of_it() -> None:
    loaded = _loaded("import proposals")
    assert {name for name in loaded if name.startswith("proposals")} == {"proposals", "proposals.late"}
    assert loaded.isdisjoint(GUESTS)


@pytest.mark.parametrize(
    "statement",
    [
        "import proposals; proposals.load('us-plan-reported')",
        "import proposals; proposals.compare(*map(proposals.load, ('us-plan-reported', 'ua-europe-reported')))",
        "from proposals.cli.app import run; sys.argv = ['proposals', '--help']; run()",
        "from proposals.cli.app import run; sys.argv = ['proposals', 'list']; run()",
    ],
)
def test_what_is_slow_to_import_is_imported_where_it_is_needed(statement: str) -> None:
    assert _loaded(statement).isdisjoint(LATE)
