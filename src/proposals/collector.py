"""Python's collector of cyclic garbage, told to wait where it would find nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def waiting() -> Iterator[None]:
    """No collection in here, for work that makes many values, keeps them all and ties no cycles.

    The collector looks at all living values again each time that their number has grown by a quarter, so that the work
    would take three times as long per value for a hundred thousand of them as for a thousand. It stays off where it was
    off before.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
