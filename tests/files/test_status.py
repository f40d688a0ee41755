"""The file that says how far each line is agreed."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans import limit

from proposals.documents.progress import Progress
from proposals.errors import InvalidProposalError, UnreadableError
from proposals.files.status import read_talks_status
from proposals.library.bundled import world


def test_a_status_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "status.yaml"
    path.write_text(
        "status:\n- force-limit: UA\n  is: agreed ad referendum\n  compromise: {personnel: 700k, peacetime: true}\n"
        "- ceasefire: [RU, UA]\n  compromise: The fighting stops.\n  note: Subject to the monitoring.\n",
        encoding="utf-8",
    )
    first, second = read_talks_status(path, world()).standings
    assert (first.term, first.progress, first.coded) == (
        limit(personnel=700_000, peacetime=True),
        Progress.AD_REFERENDUM,
        True,
    )
    assert (second.words, second.note, second.progress, second.coded) == (
        "The fighting stops.",
        "Subject to the monitoring.",
        Progress.OPEN,
        False,
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "missing-field"),
        ("x: 1\n", 1, "unknown-field"),
        ("status: 1\n", 1, "not-a-list"),
        ("status:\n- 1\n", 2, "not-a-mapping"),
        ("status:\n- force-limit: UA\n  is: agreeable\n", 3, "unknown-word"),
        ("status:\n- force-limit: UA\n  compromise: {x: 1}\n", 3, "unknown-field"),
        ("status:\n- force-limit: UA\n  compromise: a\n  compromise: b\n", 2, "duplicate-key"),
        ("status:\n- farce-limit: UA\n", 2, "unknown-kind"),
        ("status:\n- force-limit: UA\n  compromise: \n  personnel: []\n", 4, "not-a-value"),
    ],
)
def test_all_that_is_wrong_with_a_status_file_is_told(tmp_path: Path, text: str, line: int, code: str) -> None:
    path = tmp_path / "status.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProposalError) as caught:
        read_talks_status(path, world())
    assert (line, code) in [(problem.location.line, problem.code) for problem in caught.value.problems]


def test_a_status_file_that_is_missing_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_talks_status(tmp_path / "none.yaml", world())
