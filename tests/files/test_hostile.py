"""Files that mean harm, read as a command reads them: bounded, one clear error, nothing hidden, nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from proposals import library
from proposals.errors import InvalidProposalError, ProposalsError, UnreadableError
from proposals.files import terms
from proposals.library.checking import check_all
from proposals.strings import first_hidden
from proposals.terms import base
from proposals.world import pieces

File = Callable[..., Path]

HEAD = "id: plan\ntitle: A plan\ndate: 2025-11-20\n"
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{at}: &a{at} [*a{at - 1}, *a{at - 1}]\n" for at in range(1, 64))


def _bomb_of_keys(count: int) -> str:
    return "".join(f"k{at}: v\n" for at in range(count))


def _areas(count: int) -> str:
    sites = "".join(f"  s{at}: {{name: s{at}, kind: site}}\n" for at in range(count))
    whole = f"  all: {{name: all, kind: area, parts: [{', '.join(f's{at}' for at in range(count))}]}}\n"
    areas = "".join(f"  a{at}: {{name: a{at}, kind: area, parts: [all]}}\n" for at in range(4 * count))
    return f"places:\n{sites}{whole}{areas}"


def _actors_by_places(count: int) -> str:
    registers = (
        f"{sort}:\n" + "".join(f"  {letter}{at}: {{name: {letter}{at}, kind: {kind}}}\n" for at in range(count))
        for sort, letter, kind in (("actors", "A", "body"), ("places", "P", "site"))
    )
    of, where = (", ".join(f"{letter}{at}" for at in range(count)) for letter in "AP")
    return f"{''.join(registers)}terms:\n- withdrawal: {{of: [{of}], from: [{where}]}}\n"


def _bomb_of_areas() -> str:
    layers = [
        f"  p{at}-{side}: {{name: p{at}-{side}, kind: area, whole: true, parts: [p{at + 1}-a, p{at + 1}-b]}}\n"
        for at in range(40)
        for side in "ab"
    ]
    ends = [f"  p40-{side}: {{name: p40-{side}, kind: site}}\n" for side in "ab"]
    return HEAD + "places:\n" + "".join((*layers, *ends)) + "terms: [{demilitarization: p0-a}]\n"


UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    "bomb of aliases": (BOMB, ":1:5: anchors and aliases are no part of the format"),
    "brackets": (HEAD + "terms: " + "[" * 100_000, ":4:31: lists and mappings nest deeper than 24 levels here"),
    "blocks": (HEAD + "terms:\n" + "- " * 100_000, ":5:47: lists and mappings nest deeper than 24 levels here"),
    "tags": (HEAD + "terms: !!python/object/apply:os.system [ls]", ":4:8: the tag tag:yaml.org,2002:python/"),
    "tab": (HEAD + "terms:\n\t- force-limit: UA\n", ":5:1: a tab indents this line; YAML takes blanks only"),
    "UTF-16": (HEAD.encode("utf-16"), ":1:1: this file is UTF-16 or UTF-32; save it as UTF-8"),
    "no UTF-8": (HEAD.encode() + "summary: caf\u00e9".encode("latin-1"), ":4:13: byte 0xE9 is not UTF-8"),
    "null byte": (HEAD + "summary: a\0b", ":4:11: U+0000 control character may not stand in a file"),
    "escape": (HEAD + "# \x1b]0;owned\x07\n", ":4:3: U+001B control character may not stand in a file"),
    "C1 escape": (HEAD + "summary: \x9b2J", ":4:10: U+009B control character may not stand in a file"),
}


@pytest.mark.parametrize(("content", "message"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_one_clear_error(file: File, content: str | bytes, message: str) -> None:
    path = file(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableError) as caught:
        library.load(path)
    assert f"{path}{message}" in str(caught.value)
    assert str(caught.value).isprintable()


LISTED: dict[str, tuple[str, list[str]]] = {
    "look-alike letter in an id": ("id: us-pl\u0430n\ntitle: A\ndate: 2025\n", ["1:5 bad-id"]),
    "look-alike letter in a place": (HEAD + "places: {UA-\u0416: {name: X, kind: site}}", ["4:10 bad-value"]),
    "look-alike letter in a source": (HEAD + "terms: [{force-limit: UA, cite: b\u0430se}]", ["4:33 bad-id"]),
    "override in text": (HEAD + "summary: \u202eraw", ["4:10 hidden-character"]),
    "override in a comment": (HEAD + "# a \u2067 b", ["4:5 hidden-character"]),
    "override in a key": (HEAD + '"a\\u202eb": c', ["4:1 unknown-field"]),
    "written-out escape": (HEAD + 'summary: "a\\x1b[2Jb"', ["4:10 hidden-character"]),
    "written-out escape in a list": (HEAD + 'names: ["a", "\\e[31m"]', ["4:14 hidden-character"]),
    "written-out null": (HEAD + 'summary: "a\\0b"', ["4:10 hidden-character"]),
    "written-out surrogate": (HEAD + 'terms: [{force-limit: "\\u2028"}]', ["4:23 hidden-character"]),
    "path out of the folder as id": ("id: ../../etc/passwd\ntitle: A\ndate: 2025\n", ["1:5 bad-id"]),
    "path out of the folder": (HEAD + "sources: {a: {file: ../../etc/passwd}}", ["4:21 bad-value"]),
    "absolute path": (HEAD + "sources: {a: {file: /etc/passwd}}", ["4:21 bad-value"]),
    "path of another system": (HEAD + "sources: {a: {file: 'C:\\x'}}", ["4:21 bad-value"]),
    "address that runs": (HEAD + "sources: {a: {url: 'javascript:alert(1)'}}", ["4:20 bad-value"]),
    "number without end": (HEAD + f"points: {'9' * 10_000}", ["4:9 bad-value"]),
    "span without end": (HEAD + f"terms: [{{force-limit: UA, within: {'9' * 10_000} days}}]", ["4:35 bad-date"]),
    "text without end": (HEAD + f"summary: {'x' * 100_001}", ["4:10 bad-value"]),
    "places in a circle": (HEAD + "places: {a: {name: A, kind: area, parts: [a]}}", ["4:10 circular-parts"]),
    "empty id": ("id:\ntitle: A\ndate: 2025\n", ["1:1 missing-field"]),
}


@pytest.mark.parametrize(("content", "codes"), LISTED.values(), ids=LISTED.keys())
def test_what_is_wrong_is_listed_with_its_place_and_nothing_hides_in_it(
    file: File,
    content: str,
    codes: list[str],
) -> None:
    path = file(content)
    problems = library.problems_of(path)
    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in problems] == codes
    for problem in problems:
        assert len(str(problem)) < 1000
        assert first_hidden(f"{problem.message}{problem.hint}{problem.excerpt}") is None
    with pytest.raises(InvalidProposalError):
        library.load(path)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((HEAD + "summary: two\n  words\n").replace("\n", "\r\n").encode(), "two words"),
        ((HEAD + "summary: two words\r").replace("\n", "\r").encode(), "two words"),
        (b"\xef\xbb\xbf" + HEAD.encode() + b"summary: two words", "two words"),
        ((HEAD + "summary: two\twords # tab inside a line\n").encode(), "two words"),
    ],
    ids=["CRLF", "CR", "byte order mark", "tab in text"],
)
def test_what_only_looks_odd_is_read(file: File, content: bytes, text: str) -> None:
    assert library.load(file(content)).summary == text


def test_lines_are_counted_alike_whatever_ends_them(file: File) -> None:
    for end in ("\n", "\r\n", "\r"):
        (problem,) = library.problems_of(file((HEAD + "foo: bar\n").replace("\n", end).encode()))
        assert problem.location[1:] == (4, 1)
        assert problem.excerpt == "foo: bar"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder.yaml", "this is a folder, not a file"),
        ("pipe.yaml", "this is a device or a named pipe, not a file"),
        ("missing.yaml", "cannot read: No such file or directory"),
        ("loop.yaml", "cannot read: Too many levels of symbolic links"),
        ("device.yaml", "this is a device or a named pipe, not a file"),
        ("large.yaml", "this file has 104,857,600 bytes; 16,777,216 are the most"),
    ],
)
def test_what_is_no_file_to_read(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(UnreadableError) as caught:
        library.load(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {message}"


# Each of these once took, or could take, time or memory without bound. They run in a process of their own, which the
# system ends if it takes more than a gigabyte of memory or a minute of its processor.
BOMBS = {
    "keys": HEAD + _bomb_of_keys(200_000),
    "keys on one line": "{" + _bomb_of_keys(150_000).replace("\n", ", ") + "}",
    "sources": HEAD + "sources:\n" + "".join(f"  s{at}: {{}}\n" for at in range(100_000)),
    "unknown places": HEAD + "terms:\n" + "".join(f"- demilitarization: Nowhere {at}\n" for at in range(50_000)),
    "unknown sources": HEAD + "terms:\n" + "".join(f"- {{force-limit: UA, cite: s{at}}}\n" for at in range(25_000)),
    "the same term": HEAD + "terms:\n" + "- demilitarization: UA-14\n" * 20_000,
    "values": "[" + "a," * 2_100_000,
    "areas made of the same areas": _bomb_of_areas(),
    "parts in parts": HEAD
    + "places:\n"
    + "".join(f"  p{at}: {{name: p{at}, kind: area, parts: [p{at + 1}]}}\n" for at in range(25_000))
    + "  p25000: {name: p25000, kind: site}\n",
    "areas that hold all": HEAD + _areas(2_000),
    "actors by places": HEAD + _actors_by_places(2_000),
    "long words": HEAD + "".join(f"{'x' * 90_000}{at}: y\n" for at in range(150)),
}
BOUNDED = """
    import resource, sys
    from pathlib import Path
    from proposals import library
    from proposals.errors import UnreadableError
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    try:
        print(f"{len(library.problems_of(Path(sys.argv[1])))} problems")
    except UnreadableError:
        print("unreadable")
"""


@pytest.mark.bulk
@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_read_in_bounded_time_and_memory(file: File, content: str) -> None:
    command = [sys.executable, "-B", "-c", dedent(BOUNDED), str(file(content.encode()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own interpreter
    assert (done.returncode, done.stderr) == (0, "")
    count, _, _ = done.stdout.partition(" problems")
    assert done.stdout == "unreadable\n" or 0 <= int(count) <= 1001


def _chain(sort: str, kind: str, first: str, tie: str) -> str:
    """A register of 3,000 entries, each tied to the one before."""
    ties = (first if not at else f", {tie}".replace("NEXT", f"N{at - 1}") for at in range(3_000))
    return f"{sort}:\n" + "".join(f"  N{at}: {{name: N{at}, kind: {kind}{one}}}\n" for at, one in enumerate(ties))


@pytest.mark.parametrize(
    "register",
    [
        _chain("actors", "body", "", "side: NEXT"),
        _chain("actors", "body", ", side: N2999", "side: NEXT"),
        _chain("actors", "organisation", "", "members: [NEXT]"),
        _chain("places", "site", ", in: UA-14", "in: NEXT"),
        _chain("places", "area", "", "parts: [NEXT]"),
    ],
    ids=["sides", "a circle of sides", "members", "in", "parts"],
)
def test_what_is_tied_deep_is_one_problem(file: File, register: str) -> None:
    (checks,) = check_all([str(file((HEAD + register).encode()))]).documents
    assert [problem.code for problem in checks.every_problem] == ["deep-parts"]
    assert checks.every_problem[0].message.endswith("more than 16 deep")


def test_what_many_places_and_actors_would_multiply_is_bounded(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = file((HEAD + "terms:\n- foreign-forces: {of: [US, GB], in: [UA-14, UA-65]}\n- force-limit: G7\n").encode())
    assert library.problems_of(wide) == ()
    monkeypatch.setattr(terms, "MOST_PIECES", 10)
    (problem,) = library.problems_of(wide)
    told = "with this term, the subjects of all terms have more than 10 pieces"
    assert (problem.code, problem.message, problem.location.line) == ("too-wide", told, 6)
    monkeypatch.setattr(base, "MOST_CLAIMS", 3)
    (problem,) = library.problems_of(wide)
    told = "this 'foreign-forces' is about 4 combinations of what it names; 3 are the most"
    assert (problem.code, problem.message, problem.location.line) == ("too-wide", told, 5)


def test_areas_that_would_hold_too_many_places_are_refused(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    places = sum(len(held) for held in library.world().places.pieces.all_atoms.values())
    most = 3 * places  # what the actors are made of has the same limit
    fit = (most - places - 4) // 4  # how many areas of four sites, after these sites
    monkeypatch.setattr(pieces, "MOST_PIECES", most)
    sites = "".join(f"  s{at}: {{name: s{at}, kind: site}}\n" for at in range(4))
    held = "parts: [s0, s1, s2, s3], whole: true"
    areas = [f"  a{at}: {{name: a{at}, kind: area, {held}}}\n" for at in range(fit + 1)]
    assert library.problems_of(file((HEAD + "places:\n" + sites + "".join(areas[:fit])).encode())) == ()
    (problem,) = library.problems_of(file((HEAD + "places:\n" + sites + "".join(areas)).encode()))
    assert (problem.code, problem.location.line) == ("too-many-parts", 9 + fit)
    assert problem.message == f"with 'a{fit}', what is part of something adds up to more than {most:,} pieces"


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "us-plan-reported/../x", "..", "", "a\0b"])
def test_an_id_is_never_a_way_out_of_the_collection(name: str) -> None:
    with pytest.raises(ProposalsError):
        library.load(name)
