"""``proposals export pairs``, and where a scheduler may be named."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from proposals.cli.app import application

TEXT = "format: 2\nid: {0}\ntitle: T\ndate: 2026-01-15\nterms:\n- force-limit: UA\n  personnel: {1}\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    for number in (1, 2, 4):
        (tmp_path / "drafts" / f"d{number}.yaml").write_text(TEXT.format(f"d{number}", number), encoding="utf-8")
    return tmp_path


def test_every_two_documents_are_written(drafts: Path) -> None:
    result = CliRunner().invoke(application, ["export", "pairs", str(drafts / "drafts"), "-o", str(drafts / "pairs")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"3 pairs of 3 documents in {drafts / 'pairs'}\n"
    (block,) = (drafts / "pairs").glob("pairs-*.parquet")
    assert pq.read_table(block)["value"].to_pylist() == [0.5, 0.25, 0.5]


def test_weights_count_and_a_wrong_file_is_named(drafts: Path) -> None:
    (drafts / "drafts" / "wrong.yaml").write_text("title: T\n", encoding="utf-8")
    (drafts / "weights.yaml").write_text("force-limit: 0\n", encoding="utf-8")
    command = ["export", "pairs", str(drafts / "drafts"), "-o", str(drafts / "pairs")]
    result = CliRunner().invoke(application, [*command, "--weights", str(drafts / "weights.yaml")])
    assert result.exit_code == 2
    assert "proposals: left out: " in result.stderr
    (block,) = (drafts / "pairs").glob("pairs-*.parquet")
    assert pq.read_table(block)["value"].to_pylist() == [None] * 3
    again = CliRunner().invoke(application, command)
    assert (again.exit_code, "holds something already" in again.stderr) == (2, True)


def test_a_scheduler_goes_with_the_nearest() -> None:
    result = CliRunner().invoke(application, ["similarity", "us-28-point", "e3-counter", "--scheduler", "tcp://x:1"])
    assert result.exit_code == 2
    assert "--scheduler goes with --nearest" in result.stderr
