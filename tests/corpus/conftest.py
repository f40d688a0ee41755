from __future__ import annotations

from pathlib import Path

import pytest

HEAD = "format: 2\nid: {0}\ntitle: Plan {0}\ndate: 2026-01-15\ncoverage: complete\nterms:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five plans for armed forces, one of them wrong, one of them no text."""
    for name, persons in (("a", 600_000), ("b", 800_000), ("c", 300_000)):
        (tmp_path / f"{name}.yaml").write_text(f"{HEAD.format(name)}- force-limit: UA\n  personnel: {persons}\n")
    (tmp_path / "d.yaml").write_text(f"{HEAD.format('d')}- force-limt: UA\n")
    (tmp_path / "e.yaml").write_bytes(b"\xff")
    return tmp_path
