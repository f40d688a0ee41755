"""The collector of garbage waits, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from proposals.collector import waiting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


@pytest.mark.parametrize("enabled", [True, False])
def test_it_waits_inside_and_is_afterwards_as_it_was(*, enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    with waiting():
        assert not gc.isenabled()
        with waiting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_an_error_does_not_leave_it_off() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="inside"), waiting():
        raise ValueError("inside")
    assert gc.isenabled()
