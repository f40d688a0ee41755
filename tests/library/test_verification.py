from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from proposals import library
from proposals.errors import Location, Problem
from proposals.files.proposals import read_proposal
from proposals.files.registers import read_events
from proposals.library import verification
from proposals.library.bundled import root, world
from proposals.library.verification import Verification, verify
from proposals.provenance import Citation, Source

TEXT = "The line stays – “frozen” in most places.\nThe line is long. The army shall leave at once.\n"
AT = Location("plan.yaml", 7, 9)


@pytest.fixture
def held(tmp_path: Path) -> Callable[..., Verification]:
    """Verify passages against a text that is held as ``text.txt``."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "text.txt").write_text(TEXT)

    def check(*quotes: str | None, **source: str) -> Verification:
        sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
        facts = {"file": "text.txt", "sha256": sha256} | source
        citations = [Citation(source="base", quote=quote, at=AT) for quote in quotes]
        return verify(citations, [Source(id="base", at=Location("sources.yaml", 3, 1), **facts)], folder)

    return check


def test_a_passage_is_found_again_with_its_offset(held: Callable[..., Verification]) -> None:
    found = held('"frozen" in most places. The line is', "shall leave")
    assert (found.problems, found.unanchored) == ((), ())
    first, second = found.anchored
    assert (first.passage.exact, first.passage.start) == ("“frozen” in most places.\nThe line is", TEXT.index("“"))
    assert (second.source.id, second.passage.start) == ("base", TEXT.index("shall"))


@pytest.mark.parametrize(
    ("quote", "problem"),
    [
        (
            "The army shall stay at once.",
            Problem(
                AT,
                "quote-not-found",
                "'The army shall stay at once.' does not stand in 'base'",
                "nearest: 'The army shall leave at once.'",
            ),
        ),
        ("Wholly other words", Problem(AT, "quote-not-found", "'Wholly other words' does not stand in 'base'")),
        ("The line", Problem(AT, "ambiguous-quote", "'The line' stands 2 times in 'base'", "quote more words")),
    ],
)
def test_a_passage_that_is_not_there_once_is_a_problem(
    held: Callable[..., Verification],
    quote: str,
    problem: Problem,
) -> None:
    found = held(quote)
    assert (found.problems, found.anchored, found.unanchored) == ((problem,), (), ())


def test_the_nearest_passage_is_looked_for_in_long_texts_and_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = TEXT * 1_000
    (tmp_path / "a").write_text(text)
    source = Source(id="base", file="a", sha256=hashlib.sha256(text.encode()).hexdigest())
    quotes = ["The army shall stay at once.", "The army shal leave at once", "no " * 400, "army"]
    citations = [Citation(source="base", quote=quote) for quote in quotes]
    near = "nearest: 'The army shall leave at once.'"
    monkeypatch.setattr(verification, "_MOST_COMPARED", 2 * len(text))
    found = verify(citations, [source], tmp_path).problems
    assert [problem.hint for problem in found] == [near, near, None, "quote more words"]
    monkeypatch.setattr(verification, "_MOST_COMPARED", len(text))
    found = verify(citations, [source], tmp_path).problems
    assert [problem.hint for problem in found] == [near, None, None, "quote more words"]
    assert {problem.location for problem in found} == {Location("")}


def test_what_cannot_be_checked_is_a_gap_and_no_problem(held: Callable[..., Verification]) -> None:
    assert [one.reason for one in held("x", file="").unanchored] == ["no text of 'base' is held"]
    assert [one.reason for one in held(None).unanchored] == ["no passage is quoted"]
    found = verify([Citation(source="ap", quote="x")], [], Path())
    assert [one.reason for one in found.unanchored] == ["no text of 'ap' is held"]
    assert (found.anchored, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("source", "code", "message", "hint"),
    [
        ({"sha256": "0" * 64}, "changed-source", "'text.txt' has SHA-256 ", "expected: " + "0" * 64),
        ({"sha256": ""}, "changed-source", "'text.txt' has SHA-256 ", "expected: none is given"),
        ({"file": "missing.txt"}, "unreadable-source", "missing.txt: cannot read: No such file or directory", None),
        ({"file": "."}, "unreadable-source", "this is a folder, not a file", None),
        ({"file": "loop"}, "unreadable-source", "the text of source 'base': ", None),
        ({"file": "../secret.txt"}, "outside", "the file of source 'base' lies outside ", None),
        ({"file": "/etc/passwd"}, "outside", "the file of source 'base' lies outside ", None),
        ({"file": "link.txt"}, "outside", "the file of source 'base' lies outside ", None),
        ({"file": "linked/secret.txt"}, "outside", "the file of source 'base' lies outside ", None),
    ],
)
def test_a_text_that_is_not_the_one_cited_proves_nothing(
    held: Callable[..., Verification],
    tmp_path: Path,
    source: dict[str, str],
    code: str,
    message: str,
    hint: str | None,
) -> None:
    (tmp_path / "secret.txt").write_text(TEXT)
    (tmp_path / "folder" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "folder" / "linked").symlink_to(tmp_path)
    (tmp_path / "folder" / "loop").symlink_to(tmp_path / "folder" / "loop")
    found = held("shall leave", "The line is", **source)
    (problem,) = found.problems
    assert (found.anchored, found.unanchored) == ((), ())
    assert (problem.code, problem.hint, problem.location) == (code, hint, Location("sources.yaml", 3, 1))
    assert message in problem.message


def test_bytes_that_are_no_text_match_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\xfeT\0h\0e\0")
    source = Source(id="base", file="a", sha256=hashlib.sha256(b"\xff\xfeT\0h\0e\0").hexdigest())
    (problem,) = verify([Citation(source="base", quote="The")], [source], tmp_path).problems
    assert problem.code == "quote-not-found"


# The bundled data.


def _bundled() -> list[Citation]:
    proposals = [citation for proposal in library.proposals() for citation in proposal.citations()]
    return proposals + [citation for event in library.events() for citation in event.citations]


def test_every_bundled_quotation_of_a_held_text_is_found_again() -> None:
    found = verify(_bundled(), library.sources().values(), root())
    assert found.problems == ()
    quoted = [one for one in _bundled() if one.quote is not None and library.sources()[one.source].file]
    assert [one.citation for one in found.anchored] == quoted
    assert len(quoted) > 20


def _quoted(name: str) -> list[tuple[str, int]]:
    text = (root() / "data" / name).read_text(encoding="utf-8")
    return [(name, match.start(1)) for match in re.finditer(r"\b(\w{4,})[^\"\w]*\"\s*[,}\n]", text)]


QUOTED = [
    *_quoted("proposals/us-plan-reported.yaml"),
    *_quoted("proposals/ua-europe-reported.yaml"),
    *_quoted("events.yaml")[::6],
]


@pytest.mark.parametrize(("name", "offset"), QUOTED, ids=[f"{name}:{offset}" for name, offset in QUOTED])
def test_changing_one_word_of_a_quotation_fails_with_file_and_line(tmp_path: Path, name: str, offset: int) -> None:
    path = tmp_path / Path(name).name
    shutil.copy(root() / "data" / name, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:offset] + "x" + text[offset + 1 :], encoding="utf-8")
    if name == "events.yaml":
        citations = [citation for event in read_events(path, world()) for citation in event.citations]
    else:
        citations = list(read_proposal(path, world()).citations())
    (problem,) = verify(citations, library.sources().values(), root()).problems
    line = text.count("\n", 0, offset) + 1
    assert problem.code == "quote-not-found"
    assert (problem.location.file, problem.location.line) == (str(path), line)
