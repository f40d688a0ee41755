from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposals.errors import MOST_PROBLEMS, InvalidProposalError
from proposals.fields.values import TEXT
from proposals.files.nodes import Scalar
from proposals.files.proposals import examine
from proposals.files.reader import Entry, Reader, shortened
from proposals.library.bundled import world

Told = Callable[..., list[str]]


def _reader(text: str) -> Reader:
    return Reader("plan.yaml", text, world())


def test_a_problem_shows_its_line_with_whatever_hides_in_it() -> None:
    reader = _reader("a: b\nc: \u202ed\n")
    reader.problem(Scalar("x", 2, 4), "code", "what \u202e is wrong", "mend it")
    (problem,) = reader.problems
    assert problem.location == ("plan.yaml", 2, 4)
    assert (problem.message, problem.excerpt) == ("what ⟨U+202E⟩ is wrong", "c: ⟨U+202E⟩d")


@pytest.mark.parametrize(("text", "line"), [("a" * 1001, 1), ("a", 9)], ids=["too long", "beyond the end"])
def test_a_line_that_cannot_be_shown_is_not(text: str, line: int) -> None:
    reader = _reader(text)
    reader.problem(Scalar("x", line, 1), "code", "message")
    assert reader.problems[0].excerpt == ""


def test_reading_stops_when_too_much_is_wrong(file: Callable[..., Path]) -> None:
    path = file("{" + ", ".join(f"k{number}: v" for number in range(5000)) + "}")
    proposal, problems = examine(path, world())
    assert proposal is None
    assert len(problems) == MOST_PROBLEMS + 1
    assert str(problems[-1]).endswith(
        "reading stops at the 1,000th problem (correct the earlier ones first) [too-many-problems]"
    )
    reader = _reader("")
    for _ in range(MOST_PROBLEMS - 1):
        reader.problem(Scalar("x", 1, 1), "code", "message")
    with pytest.raises(InvalidProposalError):
        reader.problem(Scalar("x", 1, 1), "code", "message")


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        (
            "# left \u202e right\nterms: []",
            ["4:8 hidden-character: this line hides U+202E RIGHT-TO-LEFT OVERRIDE (remove it)"],
        ),
        ("summary: a\u200bb", ["4:10 hidden-character: this text hides U+200B ZERO WIDTH SPACE (remove it)"]),
        ('summary: "a\\x1b[2Jb"', ["4:10 hidden-character: this text hides U+001B control character (remove it)"]),
        ('summary: "a\\u2066b"', ["4:10 hidden-character: this text hides U+2066 LEFT-TO-RIGHT ISOLATE (remove it)"]),
        (
            "summary: >-\n  a\n  b\u2060c",
            [
                "4:10 hidden-character: this text hides U+2060 WORD JOINER (remove it)",
                "6:4 hidden-character: this line hides U+2060 WORD JOINER (remove it)",
            ],
        ),
        ("summary: 'Київ – “20-point” plan’s …'", []),
    ],
)
def test_what_hides_is_found_wherever_it_stands(told: Told, body: str, problems: list[str]) -> None:
    assert told(body) == problems


@pytest.mark.parametrize("key", ['"a\\x1b[2J"', '"\\u202enote"', "a\u2060b"])
def test_what_hides_in_a_key_is_written_out(told: Told, key: str) -> None:
    problem, *_ = told(f"{key}: b")
    assert problem.startswith("4:1 unknown-field: a proposal has no field '")
    assert "⟨U+" in problem
    assert problem.isprintable()


def test_only_the_declared_keys_are_read() -> None:
    first, second = Entry(domain=TEXT, required=True, definition="First."), Entry(domain=TEXT, definition="Second.")
    entries = {"a": first, "b": second}
    reader = _reader("")
    node = Scalar("x", 1, 1)
    assert reader.record(node, entries, "it") == {}
    assert [problem.message for problem in reader.problems] == ["it is written as 'key: value' lines", "it needs 'a'"]


@pytest.mark.parametrize(("text", "shown"), [("a" * 100, "a" * 100), ("a" * 101, "a" * 100 + "…")])
def test_long_text_is_cut_in_messages(text: str, shown: str) -> None:
    assert shortened(text) == shown
