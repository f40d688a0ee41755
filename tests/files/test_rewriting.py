"""Rewriting files of an earlier format: what changes, and that nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proposals.errors import WriteError
from proposals.files import writing
from proposals.files.proposals import examine
from proposals.files.rewriting import rewrite
from proposals.library.bundled import world

File = Callable[..., Path]

OLD = """\
# A plan of ours.   Two blanks, and no end of line

id: plan   # for commands
title: 'A plan'
date: "2025-11-20"
terms:
  - sanctions-relief: {on: RU}  # on what?
    "on-" : x
  - joint-body: {'on': humanitarian}
    void-if: [ {attack: { by: RU , "on" :  UA }} ]  # on
    note: on
"""


def test_only_the_outdated_words_change(file: File) -> None:
    path = file(OLD)
    assert [(one.location.line, one.old, one.new) for one in rewrite(path)] == [
        (3, "", "format: 2"),
        (8, "on", "against"),
        (10, "on", "about"),
        (11, "on", "against"),
    ]
    assert path.read_text("utf-8") == OLD.replace("id:", "format: 2\nid:").replace("{on: RU}", "{against: RU}").replace(
        "{'on':", "{'about':"
    ).replace('"on" :', '"against" :')


def test_what_is_of_the_format_of_today_is_not_touched(file: File) -> None:
    path = file(OLD)
    rewrite(path)
    before = path.stat()
    assert rewrite(path) == ()
    assert path.stat() == before


HEAD = "id: plan\ntitle: A plan\ndate: 2025-11-20"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{HEAD}\n", f"format: 2\n{HEAD}\n"),
        (HEAD, f"format: 2\n{HEAD}"),
        (f"\ufeff{HEAD}", f"\ufeffformat: 2\n{HEAD}"),
        (HEAD.replace("\n", "\r\n"), f"format: 2\n{HEAD}".replace("\n", "\r\n")),
        (HEAD.replace("\n", "\r"), f"format: 2\n{HEAD}".replace("\n", "\r")),
        (f"---\n{HEAD}".replace("\n", "\n  "), f"---\nformat: 2\n{HEAD}".replace("\n", "\n  ")),
        (f"format: 1\n{HEAD}", f"format: 2\n{HEAD}"),
        (f"{HEAD}\nformat: '1' # old", f"{HEAD}\nformat: '2' # old"),
        (f'"id": plan\n{HEAD[9:]}', f'"format": 2\n"id": plan\n{HEAD[9:]}'),
        (f"? id\n: plan\n{HEAD[9:]}", f"format: 2\n? id\n: plan\n{HEAD[9:]}"),
        (f"!\n{HEAD}", f"!\nformat: 2\n{HEAD}"),
        ("{id: plan, title: A plan, date: '2025'}", "{format: 2, id: plan, title: A plan, date: '2025'}"),
        ("! { id: plan, title: A plan, date: '2025'}", "! { format: 2, id: plan, title: A plan, date: '2025'}"),
        (
            '{\n  "id": "plan",\n  "title": "A plan",\n  "date": "2025"\n}',
            '{\n  "format": 2,\n  "id": "plan",\n  "title": "A plan",\n  "date": "2025"\n}',
        ),
    ],
)
def test_a_format_is_stated_as_the_first_key(file: File, old: str, new: str) -> None:
    path = file(old.encode())
    before = examine(path, world())
    rewrite(path)
    assert path.read_bytes().decode() == new
    assert examine(path, world())[0] == before[0]


@pytest.mark.parametrize(
    "text",
    [
        "services: {web: {image: x}}",
        "- id: plan",
        "",
        f"format: 3\n{HEAD}\nterms: [{{joint-body: {{on: humanitarian}}}}]",
        f"format: [1]\n{HEAD}",
        f'format: 2\n{HEAD}\nterms: [{{joint-body: {{"\\x6fn": humanitarian}}}}]',
    ],
)
def test_what_it_cannot_rewrite_is_left_as_it_is(file: File, text: str) -> None:
    path = file(text)
    assert rewrite(path) == ()
    assert path.read_text("utf-8") == text


def test_a_file_that_cannot_be_written_stands_as_before(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(OLD)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(WriteError, match="No space left on device"):
        rewrite(path)
    assert path.read_text("utf-8") == OLD
    assert [*path.parent.iterdir()] == [path]


TERMS = [
    "sanctions-relief: {on: RU}",
    "joint-body:\n    on: [humanitarian, security]",
    "ceasefire: [UA, RU]\n  void-if:\n  - attack: {by: RU, 'on': UA}\n  - breach",
    'force-renunciation: {by: RU, "on": agreed arrangements}  # on',
    "territorial-talks: [UA, RU]\n  options:\n  - on: swaps\n    held-by: UA\n  - {held-by: RU, on: [status]}",
    "navigation: {on: Dnipro}\n  cite: [{source: on, for: on}, {on: on}]",
]


@given(terms=st.lists(st.sampled_from(TERMS), unique=True), head=st.sampled_from(["", "format: 1\n", "# on\n\n"]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_rewritten_file_reads_equal(file: File, terms: list[str], head: str) -> None:
    path = file((f"{head}{HEAD}\nterms:" + "".join(f"\n- {term}" for term in terms)).encode())
    before, problems = examine(path, world())
    assert {problem.code for problem in problems} <= {"outdated-word"}
    rewrite(path)
    assert examine(path, world()) == (before, ())
    assert rewrite(path) == ()
