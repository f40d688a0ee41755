from __future__ import annotations

from pathlib import Path

import pytest

from proposals import library
from proposals.comparison.engine import compare
from proposals.errors import InvalidProposalError, UnreadableError
from proposals.measures.weights import Weights, read_weights


def read(path: Path, text: str) -> Weights:
    path.write_text(text, encoding="utf-8")
    return read_weights(path, library.world())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("territory: 2", [2, 2, 2, 2, 2]),
        ("territory: 2\nfrozen-line: 0.5", [2, 2, 2, 2, 0.5]),
        ("withdrawal/Ukraine: 3\nwithdrawal: 2", [3, 1, 1, 1, 1]),
        ("territory-status/Crimea: 3\nterritory-status: 2\nterritory: 0", [0, 0, 2, 3, 0]),
        ("territory-status/UA-09: 4\nterritory-status/Crimea: 3", [1, 1, 1, 4, 1]),
        ("withdrawal/Donbas/held-by-UA: 7", [7, 1, 1, 1, 1]),
        ("# nothing\n", [1, 1, 1, 1, 1]),
    ],
)
def test_the_narrowest_name_counts(tmp_path: Path, text: str, expected: list[float]) -> None:
    weights = read(tmp_path / "weights.yaml", text)
    findings = compare(library.load("us-plan-reported"), library.load("ua-europe-reported")).findings
    assert [weights.of(finding) for finding in findings] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("teritory: 2", "unknown-name"),
        ("nothing/UA: 2", "unknown-name"),
        ("territory/UA: 2", "unknown-name"),
        ("force-limit/Ukrainia: 2", "unknown-place"),
        ("territory: much", "bad-value"),
        ("territory: -1", "bad-value"),
        ("territory: [1]", "not-a-value"),
        ("force-limit/UA: 2\nforce-limit/Ukraine: 3", "duplicate-key"),
        ("- territory", "not-a-mapping"),
    ],
)
def test_what_is_wrong_is_listed_with_its_line(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InvalidProposalError) as raised:
        read(tmp_path / "weights.yaml", text)
    (problem,) = raised.value.problems
    assert problem.code == code
    assert problem.location.line == text.count("\n") + 1


def test_all_that_is_wrong_is_listed(tmp_path: Path) -> None:
    with pytest.raises(InvalidProposalError) as raised:
        read(tmp_path / "weights.yaml", "a: 1\nb: 2\nterritory: 3")
    assert [problem.location.line for problem in raised.value.problems] == [1, 2]
    assert raised.value.problems[0].location.file == str(tmp_path / "weights.yaml")


def test_a_weight_left_empty_is_none(tmp_path: Path) -> None:
    assert read(tmp_path / "weights.yaml", "territory:") == Weights()


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_weights(tmp_path / "missing.yaml", library.world())
