from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposals.documents.proposal import Event
from proposals.errors import InvalidProposalError
from proposals.files.registers import (
    read_actors,
    read_events,
    read_milestone_register,
    read_places,
    read_source_register,
)
from proposals.library.bundled import world
from proposals.provenance import Citation, Source
from proposals.vocabulary import EventKind
from proposals.world.actors import Actor, ActorKind
from proposals.world.dates import Date
from proposals.world.milestones import Milestone
from proposals.world.places import Place, PlaceKind

File = Callable[..., Path]


def test_places(file: File) -> None:
    path = file("""
        XX-1: {name: First, kind: region, names: [One, Erste], parts: [XX-1/east], whole: yes, note: A note.}
        XX-1/east: {name: East of First, kind: part}
    """)
    assert list(read_places(path).places.values()) == [
        Place(
            id="XX-1",
            name="First",
            kind=PlaceKind.REGION,
            names=("One", "Erste"),
            parts=("XX-1/east",),
            whole=True,
            note="A note.",
        ),
        Place(id="XX-1/east", name="East of First", kind=PlaceKind.PART),
    ]


def test_who_holds_a_place_makes_its_parts(file: File) -> None:
    path = file("""
        XX-1: {name: First, kind: region, held-by: [Ukraine, RU]}
        XX-2: {name: Second, kind: region}
    """)
    first, by_ukraine, by_russia, second = read_places(path, world().actors).places.values()
    assert first.parts == ("XX-1/held-by-UA", "XX-1/held-by-RU") == (by_ukraine.id, by_russia.id)
    assert first.whole
    assert by_russia == Place(id="XX-1/held-by-RU", name="the part of First held by Russia", kind=PlaceKind.PART)
    assert (second.parts, second.whole) == ((), False)


def test_milestones(file: File) -> None:
    path = file("""
        talks-begin: {name: the talks begin, definition: They sit down., names: [start of the talks]}
        talks-end: {name: the talks end, definition: They rise., after: talks-begin}
    """)
    assert list(read_milestone_register(path).milestones.values()) == [
        Milestone(
            id="talks-begin",
            name="the talks begin",
            definition="They sit down.",
            names=("start of the talks",),
        ),
        Milestone(id="talks-end", name="the talks end", definition="They rise.", after=("talks-begin",)),
    ]


def test_actors(file: File) -> None:
    path = file("""
        "NO": {name: Norway, kind: state}
        NB8: {name: Nordic-Baltic Eight, kind: group, members: ["NO"]}
        someone: {name: Some One, kind: person, names: [S. One], side: NO, role: minister}
    """)
    assert list(read_actors(path).actors.values()) == [
        Actor(id="NO", name="Norway", kind=ActorKind.STATE),
        Actor(id="NB8", name="Nordic-Baltic Eight", kind=ActorKind.GROUP, members=("NO",)),
        Actor(id="someone", name="Some One", kind=ActorKind.PERSON, names=("S. One",), side="NO", role="minister"),
    ]


def test_sources(file: File) -> None:
    sources = read_source_register(file("ap: {publisher: AP}\nbase: {}\n"), world())
    assert sources == (Source(id="ap", publisher="AP"), Source(id="base"))
    assert [source.at and source.at.line for source in sources] == [1, 2]


def test_events_stand_by_date(file: File) -> None:
    path = file("""
        - id: later
          date: 2025-11-02
          kind: meeting
          title: They meet
          participants: [US, Russia, US]
          place: Geneva
          about: us-28-point
          duration: two hours
          cite: {base: met}
          note: A note.
        - {id: earlier, date: 2025-11-01~, kind: call, title: They call}
    """)
    assert read_events(path, world()) == (
        Event(id="earlier", date=Date("2025-11-01~"), kind=EventKind.CALL, title="They call"),
        Event(
            id="later",
            date=Date("2025-11-02"),
            kind=EventKind.MEETING,
            title="They meet",
            participants=("RU", "US"),
            place="geneva",
            about=("us-28-point",),
            duration="two hours",
            citations=(Citation(source="base", quote="met"),),
            note="A note.",
        ),
    )


def test_an_empty_register_holds_nothing(file: File) -> None:
    path = file("# nothing yet\n")
    assert not read_places(path).places
    assert not read_actors(path).actors
    assert read_source_register(path, world()) == ()


def _events(path: Path) -> object:
    return read_events(path, world())


def _sources(path: Path) -> object:
    return read_source_register(path, world())


@pytest.mark.parametrize(
    ("read", "text", "problems"),
    [
        (read_places, "[a]", ["1:1 not-a-mapping"]),
        (read_places, "x: {name: X}", ["1:4 missing-field"]),
        (read_places, "x: {name: X, kind: hamlet}", ["1:20 unknown-word"]),
        (read_places, "x: {name: X, kind: site}\nx: {name: Y, kind: site}", ["2:1 duplicate-key"]),
        (read_places, "../x: {name: X, kind: site}", ["1:1 bad-value"]),
        (read_places, "UA-14~rest: {name: X, kind: site}", ["1:1 bad-value"]),
        (read_places, "Донбас: {name: X, kind: site}", ["1:1 bad-value"]),
        (read_places, '"a\\u202eb": {name: X, kind: site}', ["1:1 hidden-character"]),
        (read_places, "# \u2066\nx: {name: X, kind: site}", ["1:3 hidden-character"]),
        (read_actors, "x: {name: , kind: state}", ["1:5 missing-field"]),
        (read_actors, "~: {name: X, kind: state}", ["1:1 bad-value"]),
        (_sources, "ap: {publisher: []}", ["1:17 not-a-value"]),
        (_events, "a: b", ["1:1 not-a-list"]),
        (_events, "", ["1:1 not-a-list"]),
        (_events, "- {id: a, date: 2025, kind: call}", ["1:3 missing-field"]),
        (_events, "- {id: a, date: 20/25, kind: call, title: x}", ["1:17 bad-date"]),
    ],
)
def test_what_is_wrong_with_a_register(
    file: File,
    read: Callable[[Path], object],
    text: str,
    problems: list[str],
) -> None:
    path = file(text)
    with pytest.raises(InvalidProposalError) as caught:
        read(path)
    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in caught.value.problems] == problems
    assert {one.location.file for one in caught.value.problems} == {str(path)}


@pytest.mark.parametrize(
    ("read", "text", "problem"),
    [
        (read_places, "a: {name: A, kind: site}\nx: {name: X, kind: area, parts: [y]}", "2:1 unknown-place"),
        (read_places, "a: {name: A, kind: site}\nx: {name: X, kind: area, parts: [x]}", "2:1 circular-parts"),
        (read_places, "a: {name: A, kind: site}\nx: {name: X, kind: area, names: [a]}", "2:1 ambiguous-name"),
        (read_actors, "a: {name: A, kind: state}\nx: {name: X, kind: group, members: [y]}", "2:1 unknown-actor"),
        (read_actors, "a: {name: A, kind: state}\nx: {name: X, kind: body, side: y}", "2:1 unknown-actor"),
        (read_actors, "a: {name: A, kind: state}\nx: {name: X, kind: body, names: [a]}", "2:1 ambiguous-name"),
        (
            read_milestone_register,
            "a: {name: A, definition: D}\nx: {name: X, definition: D, after: y}",
            "2:1 unknown-milestone",
        ),
        (
            read_milestone_register,
            "a: {name: A, definition: D}\nx: {name: X, definition: D, after: x}",
            "2:1 circular-milestone",
        ),
        (read_milestone_register, "a: {name: A, definition: D}\nx: {name: the a, definition: D}", "2:1 ambiguous-name"),
        (read_milestone_register, "x: {name: 3 days of peace, definition: D}", "1:1 bad-name"),
        (read_milestone_register, "x: {name: X, definition: D, names: [2027]}", "1:1 bad-name"),
        (read_milestone_register, "x: {name: X, definition: D, names: [99 balloons]}", "1:1 bad-name"),
        (read_milestone_register, "x: {name: X, definition: D}\nx: {name: Y, definition: D}", "2:1 duplicate-key"),
        (read_milestone_register, "x: {name: X}", "1:4 missing-field"),
        (read_milestone_register, "UA-14: {name: X, definition: D}", "1:1 bad-id"),
        (read_milestone_register, "- a", "1:1 not-a-mapping"),
    ],
)
def test_a_register_that_contradicts_itself_says_in_which_entry(
    file: File, read: Callable[[Path], object], text: str, problem: str
) -> None:
    with pytest.raises(InvalidProposalError) as caught:
        read(file(text))
    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in caught.value.problems] == [problem]


def test_an_entry_that_cannot_be_read_is_not_told_again_where_another_names_it(file: File) -> None:
    with pytest.raises(InvalidProposalError) as caught:
        read_places(file("x: {name: X, kind: area, parts: [y]}\ny: {name: Y}"))
    assert [one.code for one in caught.value.problems] == ["missing-field"]
