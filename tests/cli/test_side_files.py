"""Files beside the documents: what is wrong with one is told at once, since ``proposals check`` does not read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application

STATUS = ("diff", "us-28-point", "e3-counter", "--status")
WEIGHTS = ("similarity", "us-28-point", "e3-counter", "--weights")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, arguments)
    return result.exit_code, result.stderr


@pytest.mark.parametrize(
    ("arguments", "text", "codes"),
    [
        (
            STATUS,
            "status:\n- force-limit: UA\n  is: done\n- farce: UA\n- 1\n",
            ["unknown-word", "unknown-kind", "not-a-mapping"],
        ),
        (STATUS, "status:\n- force-limit: DE\n- force-limit: FR\n", ["unknown-line", "unknown-line"]),
        (WEIGHTS, "farces: 2\nforces: many\n", ["unknown-name", "bad-value"]),
    ],
)
def test_every_problem_is_told(tmp_path: Path, arguments: tuple[str, ...], text: str, codes: list[str]) -> None:
    path = tmp_path / "beside.yaml"
    path.write_text(text, encoding="utf-8")
    code, told = run(*arguments, str(path))
    assert code == 2
    assert [told.count(f"[{one}]") for one in codes] == [codes.count(one) for one in codes]
    assert "proposals check" not in told


def test_a_wrong_document_beside_it_is_told_as_everywhere(tmp_path: Path) -> None:
    path, draft = tmp_path / "status.yaml", tmp_path / "draft.yaml"
    path.write_text("status: []\n", encoding="utf-8")
    draft.write_text("id: x\n", encoding="utf-8")
    code, told = run("diff", "us-28-point", str(draft), "--status", str(path))
    assert code == 2
    assert f"'proposals check {draft}' lists them all" in " ".join(told.split())
