from __future__ import annotations

import pytest

from proposals.errors import (
    InvalidProposalError,
    InvalidValueError,
    Location,
    NotFoundError,
    Problem,
    ProposalsError,
    UnreadableError,
    WriteError,
)


@pytest.mark.parametrize(
    ("position", "written"),
    [
        (Location("plan.yaml", 3, 7), "plan.yaml:3:7"),
        (Location("plan.yaml", 3), "plan.yaml:3"),
        (Location("plan.yaml"), "plan.yaml"),
        (Location(""), ""),
    ],
)
def test_a_position_is_written_as_far_as_it_is_known(position: Location, written: str) -> None:
    assert str(position) == written


@pytest.mark.parametrize(
    ("hint", "written"),
    [
        (None, "plan.yaml:3:7: no such field [unknown-field]"),
        ("did you mean 'point'?", "plan.yaml:3:7: no such field (did you mean 'point'?) [unknown-field]"),
    ],
)
def test_a_problem_tells_place_message_hint_and_code(hint: str | None, written: str) -> None:
    assert str(Problem(Location("plan.yaml", 3, 7), "unknown-field", "no such field", hint)) == written


def test_an_unreadable_file_keeps_its_facts_apart() -> None:
    error = UnreadableError(Location("plan.yaml", 1, 2), "not YAML")
    assert (str(error), error.location, error.message) == ("plan.yaml:1:2: not YAML", ("plan.yaml", 1, 2), "not YAML")


def test_an_invalid_proposal_tells_the_first_problem_and_counts_the_others() -> None:
    first, second = (Problem(Location("plan.yaml", line, 1), "code", f"message {line}") for line in (1, 2))
    assert str(InvalidProposalError((first,))) == "plan.yaml:1:1: message 1 [code]"
    error = InvalidProposalError((first, second))
    assert error.problems == (first, second)
    assert str(error) == ("plan.yaml:1:1: message 1 [code]\n… and 1 more; 'proposals check plan.yaml' lists them all")


def test_an_invalid_value_keeps_hint_and_code_apart() -> None:
    bare, full = InvalidValueError("no"), InvalidValueError("no", "yes", "bad-word")
    assert (str(bare), bare.hint, bare.code) == ("no", None, "bad-value")
    assert (str(full), full.message, full.hint, full.code) == ("no (yes)", "no", "yes", "bad-word")


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (UnreadableError, ProposalsError),
        (InvalidProposalError, ProposalsError),
        (InvalidValueError, ValueError),
        (NotFoundError, LookupError),
        (WriteError, ProposalsError),
    ],
)
def test_all_errors_are_of_one_family(error: type[Exception], builtin: type[Exception]) -> None:
    assert issubclass(error, ProposalsError)
    assert issubclass(error, builtin)
