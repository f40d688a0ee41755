"""The timeline runs from the earliest to the latest, and what began at an unknown time stands where it ended."""

from __future__ import annotations

import re

import pytest
from manual import statements, timeline

from proposals import library
from proposals.world.dates import Date


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-04-23", "../2025-10-14"),
        ("../2025-10-14", "2025-10-21"),
        ("2025-11", "2025-11-20"),
        ("2025-11-20", "2025-11-20/2025-11-21"),
        ("2025-11-20", "2025-11-23/.."),
    ],
)
def test_dates_are_listed_by_the_first_day_that_is_known(earlier: str, later: str) -> None:
    assert statements.day(Date(earlier)) < statements.day(Date(later))


def test_it_says_which_sources_tell_the_events() -> None:
    lead = timeline.page().partition("\n\n**")[0]
    told = {one.source for event in library.events() for one in event.citations}
    assert set(re.findall(r"\(#source-([\w-]+)\)", lead)) == told


def test_the_timeline_is_in_that_order() -> None:
    told = re.findall(r"^\*\*([^*]+)\*\* · ", timeline.page(), re.MULTILINE)
    everything = [*library.events(), *statements.documents()]
    dates = sorted((one.date for one in everything), key=statements.day)
    assert told == [statements.spoken(one) for one in dates]
