"""The versions of the file format: what is refused, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposals.errors import InvalidProposalError
from proposals.fields.declare import compared_fields, fields_of
from proposals.files.formats import RENAMINGS
from proposals.files.proposals import examine, read_proposal
from proposals.files.status import read_talks_status
from proposals.library.bundled import world
from proposals.terms import KINDS
from proposals.terms.circumstance import Act, Circumstance

File = Callable[..., Path]
Told = Callable[..., list[str]]

HEAD = "id: plan\ntitle: A plan\ndate: 2025-11-20\n"


@pytest.mark.parametrize("line", ["", "format: 1\n", "format: 2\n", 'format: "2"\n'])
def test_a_file_of_any_known_format_is_read(file: File, line: str) -> None:
    assert read_proposal(file(f"{line}{HEAD}"), world()) == read_proposal(file(HEAD), world())


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("3", "this file is of format 3; this version reads 1 and 2 (a later version of the program may read it)"),
        ("two", "this is not a format version; this version reads 1 and 2 (write 'format: 2')"),
        ("2.0", "this is not a format version; this version reads 1 and 2 (write 'format: 2')"),
        ("[2]", "this is not a format version; this version reads 1 and 2 (write 'format: 2')"),
        ("~", "this is not a format version; this version reads 1 and 2 (write 'format: 2')"),
    ],
)
def test_nothing_is_read_of_a_file_of_another_format(told: Told, written: str, problem: str) -> None:
    assert told("terms: nonsense", head=f"format: {written}\n{HEAD}") == [f"1:9 unknown-format: {problem}"]


def _outdated(new: str) -> str:
    hint = f"write '{new}'; 'proposals check --fix' rewrites the file"
    return f"outdated-word: 'on' is called '{new}' since format 2 ({hint})"


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("terms: [{sanctions-relief: {on: RU}}]", ["4:29 against"]),
        ("terms: [{sanctions-relief: RU, void-if: [{attack: {on: UA}}]}]", ["4:52 against"]),
        ("terms: [{ceasefire: [UA, RU], void-if: {missile-strike: {by: UA, on: RU}}}]", ["4:66 against"]),
        ("terms: [{territorial-talks: [UA, RU], on: swaps}]", ["4:39 about"]),
        ("terms: [{joint-body: {on: humanitarian}}]", ["4:23 about"]),
        ("terms: [{force-renunciation: {by: RU, on: borders}}]", ["4:39 over"]),
        ("terms: [{navigation: {on: Dnipro}}, {grain-transport: {on: Black Sea}}]", ["4:23 waters", "4:56 waters"]),
        (
            "terms: [{territorial-talks: [UA, RU], options: [{on: swaps, held-by: UA}, {on: status, held-by: RU}]}]",
            ["4:50 about", "4:76 about"],
        ),
        (
            """
            sources: {on: {publisher: P}}
            terms:
            - territorial-talks: [UA, RU]
              about: swaps
              cite: [{source: on, quote: On., for: on}, {on: [on, On.]}, on]
              disputed: {field: on, value: on, cite: {on: on}}
            """,
            ["9:40 about", "10:21 about"],
        ),
        (
            "struck: [{point: 2, field: [starting-from, on]}, {point: 3, cite: {on: on}}]",
            ["4:44 about"],
        ),
    ],
)
def test_each_word_of_an_earlier_format_is_a_problem(told: Told, body: str, places: list[str]) -> None:
    expected = [f"{at} {_outdated(new)}" for at, new in (place.split() for place in places)]
    assert [one for one in told(body) if "unknown-" not in one] == expected


def test_what_stands_under_an_old_word_is_read_all_the_same(file: File) -> None:
    old = file(
        f"{HEAD}terms: [{{sanctions-relief: {{on: RU}}, by: nobody-known}}, {{joint-body: {{on: humanitarian}}}}]"
    )
    read, problems = examine(old, world())
    assert read is not None
    assert [term.subject for term in read.terms] == [(("humanitarian",),)]
    assert [problem.code for problem in problems] == ["outdated-word", "unknown-actor", "outdated-word"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("format: 3\nstatus: []", "1:9: this file is of format 3; this version reads 1 and 2"),
        ("status: [{joint-body: {on: humanitarian}}]", "1:24: 'on' is called 'about' since format 2 (write 'about')"),
        ("format: 2", "1:1: a status file needs 'status' (a list of subjects)"),
        (
            "status: [{ceasefire: [UA, RU], compromise: {void-if: {attack: {on: RU}}}}]",
            "1:64: 'on' is called 'against'",
        ),
    ],
)
def test_a_status_file_has_the_same_formats(file: File, text: str, problem: str) -> None:
    with pytest.raises(InvalidProposalError) as caught:
        read_talks_status(file(text), world())
    assert problem in str(caught.value)


def test_a_status_file_may_state_its_format(file: File) -> None:
    status = "status: [{joint-body: {about: humanitarian}}]"
    assert read_talks_status(file(f"format: 2\n{status}"), world()) == read_talks_status(file(status), world())


def test_every_renaming_is_to_a_field_and_from_none() -> None:
    records = {**KINDS, **dict.fromkeys(map(str, Act), Circumstance)}
    for one in RENAMINGS:
        for word in one.under:
            keys = {field.key for field in fields_of(records[word])}
            assert (one.new in keys, one.old in keys) == (True, False)


def test_one_compared_field_alone_has_been_renamed_so_that_deletions_can_name_it() -> None:
    compared = {
        (one.new, word)
        for one in RENAMINGS
        for word in one.under
        if word in KINDS and one.new in {field.key for field in compared_fields(KINDS[word])}
    }
    assert compared == {("about", "territorial-talks")}
