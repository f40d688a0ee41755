"""What all tests share: how hypothesis searches, golden files, and which tests a hurried run may leave out."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, Phase, settings

import proposals

# Hypothesis also draws the constants of those of our modules that are loaded: with all of them loaded at the beginning
# every run draws the same, whichever tests a worker has run before.
for _module in walk_packages(proposals.__path__, "proposals."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)

# Where the tests run in the background of a shell, the programs that they interrupt would never hear of it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Drawing two whole documents is slow by nature; every run draws the same ones. For a search of one's own:
# pytest --hypothesis-profile=search; for the long one, "How it is tested" in the manual says how often and with which
# seeds: pytest tests/laws --hypothesis-profile=nightly --hypothesis-seed=0
_SHARED = {
    "deadline": None,
    "phases": set(Phase) - {Phase.explain},
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
settings.register_profile("ci", derandomize=True, max_examples=40, **_SHARED)
settings.register_profile("quick", derandomize=True, max_examples=5, **_SHARED)
settings.register_profile("search", max_examples=2000, **_SHARED)
settings.register_profile("nightly", max_examples=20_000, print_blob=True, **_SHARED)
settings.load_profile("ci")

_HERE = Path(__file__).parent
_GOLDEN = _HERE / "golden"
_MARKED = {
    _HERE / "browser": "browser",
    _HERE / "docs": "docs",
    _HERE / "fuzz": "fuzz",
    _HERE / "laws": "laws",
    _HERE / "testing" / "test_strategies.py": "laws",
    _HERE.parent / "docs": "docs",
    _HERE / "reports" / "formats" / "test_excel.py": "office",
    _HERE / "reports" / "formats" / "test_word.py": "office",
    _HERE / "cli" / "test_process.py": "process",
    _HERE / "cli" / "test_streams.py": "process",
    _HERE / "library" / "test_hostile_collections.py": "process",
    _HERE / "whole" / "test_faults.py": "process",
    _HERE / "whole" / "test_startup.py": "process",
    _HERE / "whole" / "test_cluster.py": "packaging",
    _HERE / "whole" / "test_packaging.py": "packaging",
}
"""Which tests have a marker: those of a file, or of a folder and all below it."""
_SLOW = {"bulk", *_MARKED.values()}
"""A test with none of these markers is one of the core tests."""
_UNCOUNTED = {"bulk", "fuzz", "laws"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")
    parser.addoption("--manual", type=Path, help="the folder in which the manual is built, instead of building it anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for path in (item.path, *item.path.parents):
            if path in _MARKED:
                item.add_marker(_MARKED[path])
        if not _has(item, _SLOW):
            item.add_marker("core")
    # What a process keeps when it is first asked for would count as never reached if a law asked for it before.
    items.sort(key=lambda item: _has(item, _UNCOUNTED))


def _has(item: pytest.Item, markers: set[str]) -> bool:
    """Whether a test has one of these markers."""
    return not markers.isdisjoint(marker.name for marker in item.iter_markers())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Count no lines in what is drawn or bulk, which would take most of the time; plain tests reach each line as well.

    The mark of pytest-cov for that has no effect in the processes of pytest-xdist.
    """
    counting = sys.gettrace()
    if counting is None or not _has(item, _UNCOUNTED):
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counting)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, byte for byte."""

    def compare(name: str, text: str) -> None:
        path = _GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()
        assert text.encode() == path.read_bytes()

    return compare
