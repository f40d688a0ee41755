"""The problems of a wrong file as one message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from proposals.cli.failures import Failure
from proposals.errors import InvalidProposalError, Problem
from proposals.files.excerpts import with_excerpts
from proposals.reports.formats import Options, text
from proposals.reports.pages import checks


def first_problem(error: InvalidProposalError) -> str:
    """The first problem with its line and a caret, and how many more there are."""
    first, *others = error.problems
    message = _message([first])
    if others:
        message += f"\n… and {len(others)} more; 'proposals check {first.location.file}' lists them all"
    return message


@contextmanager
def every_problem_shown() -> Iterator[None]:
    """Show all problems of a file that ``proposals check`` does not read, such as one of weights."""
    try:
        yield
    except InvalidProposalError as error:
        raise Failure(_message(error.problems)) from None


def _message(problems: list[Problem] | tuple[Problem, ...]) -> str:
    return text.write(checks.problems(with_excerpts(problems)), Options()).rstrip("\n")
