"""What the tests of files share: a file of a given text or bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from proposals.documents.proposal import Proposal
from proposals.files.proposals import examine, read_proposal
from proposals.library.bundled import world


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file, by default ``plan.yaml``; text is dedented and written as UTF-8, bytes as they are."""

    def write(content: str | bytes, name: str = "plan.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(content).encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def told(file: Callable[..., Path]) -> Callable[..., list[str]]:
    """What is wrong with a plan of this body, as ``line:column code: message (hint)``; its head is right."""

    def tell(body: str, head: str = "id: plan\ntitle: A plan\ndate: 2025-11-20\n") -> list[str]:
        _, problems = examine(file(head + dedent(body)), world())
        return [
            f"{problem.location.line}:{problem.location.column} {problem.code}: {problem.message}"
            + (f" ({problem.hint})" if problem.hint else "")
            for problem in problems
        ]

    return tell


@pytest.fixture
def plan(file: Callable[..., Path]) -> Callable[[str], Proposal]:
    """The plan of this body, with nothing wrong."""
    return lambda body: read_proposal(file("id: plan\ntitle: A plan\ndate: 2025-11-20\n" + dedent(body)), world())
