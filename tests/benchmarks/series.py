"""The series: ``pytest tests/benchmarks/series.py -o pythonpath=tests/benchmarks -o filterwarnings=default``.

Not collected by the normal run, which has no test of time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from inputs import answer, documents, real_names, records, yaml_text
from peers import FLOOR, PEERS, Peer
from tables import WORLD, said, verdicts

from proposals import library
from proposals.files.proposals import read_proposal
from proposals.measures.similarity import similarity


@pytest.mark.parametrize("count", [28, 1000, 10_000])
def test_compare(benchmark: Any, count: int) -> None:
    found = benchmark.pedantic(
        lambda *given: verdicts(given),
        setup=lambda: (documents(count), {}),
        rounds=5,
        warmup_rounds=1,
    )
    assert answer(found) == FLOOR.run(tuple(map(records, documents(count))))


@pytest.mark.parametrize("peer", [FLOOR, *PEERS], ids=lambda peer: peer.name)
def test_peers(benchmark: Any, peer: Peer) -> None:
    left, right = map(records, documents(1000))
    found = benchmark.pedantic(peer.run, setup=lambda: ((peer.prepare(left, right),), {}), rounds=3, warmup_rounds=1)
    assert peer.read(found) == FLOOR.run((left, right))


def test_read(benchmark: Any, tmp_path: Path) -> None:
    known = library.world()
    proposal = real_names(documents(1000)[0].terms, known.places.places, known.actors.actors)
    path = tmp_path / "terms.yaml"
    path.write_text(yaml_text(proposal), encoding="utf-8")
    read = benchmark(read_proposal, path, known)
    assert said(read) == said(proposal)


def test_similarity(benchmark: Any) -> None:
    left, right = documents(1000)
    found = benchmark(lambda: similarity(left, right, world=WORLD).overall)
    assert found.total == 1020
