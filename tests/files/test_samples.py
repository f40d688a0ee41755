"""Samples to copy: every kind has one, and it is right as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposals import library
from proposals.fields.declare import compared_fields
from proposals.files.samples import sample
from proposals.terms import KINDS
from proposals.terms.base import Term

HEAD = "id: mine\ntitle: Mine\ndate: 2026-01-15\nterms:\n"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_sample_can_be_copied_as_it_stands(kind: type[Term], tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}{sample(kind)}\n", encoding="utf-8")
    assert library.problems_of(path) == ()
    (term,) = library.load(path).terms
    assert type(term) is kind
    own = [field for field in compared_fields(kind) if field not in compared_fields(Term)]
    assert [field.key for field in own if getattr(term, field.name) is None] == []
