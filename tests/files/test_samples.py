"""Samples to copy: every kind has one, and it is right as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposals import library
from proposals.fields.declare import compared_fields
from proposals.files.samples import sample
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.territory import FrozenLine
from proposals.world.actors import Actor, ActorKind
from proposals.world.world import World

HEAD = "id: mine\ntitle: Mine\ndate: 2026-01-15\nterms:\n"


def test_a_sample_names_whom_the_collection_knows() -> None:
    named = ("Port Workers' Union", "[Ship] owners")
    held = [Actor(id=name[:4], name=name, kind=ActorKind.ORGANISATION) for name in named]
    union = World.empty().extended((), held)
    assert sample(FrozenLine, union).splitlines()[0] == """- frozen-line: [Port Workers' Union, "[Ship] owners"]"""
    assert sample(FrozenLine, World.empty()).startswith("- frozen-line: [CH, NO]")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_sample_can_be_copied_as_it_stands(kind: type[Term], tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}{sample(kind, library.world())}\n", encoding="utf-8")
    assert library.problems_of(path) == ()
    (term,) = library.load(path).terms
    assert type(term) is kind
    own = [field for field in compared_fields(kind) if field not in compared_fields(Term)]
    assert [field.key for field in own if getattr(term, field.name) is None] == []
