from __future__ import annotations

import pytest

from proposals.documents.lineage import descent, family
from proposals.documents.proposal import LineageStep, Proposal
from proposals.vocabulary import Certainty, Link
from proposals.world.dates import Date


def document(name: str, date: str, *parents: str | tuple[str, Certainty]) -> Proposal:
    steps = [(parent, Certainty.REPORTED) if isinstance(parent, str) else parent for parent in parents]
    return Proposal(
        id=name,
        title=name,
        date=Date(date),
        lineage=tuple(LineageStep(link=Link.REVISES, to=to, certainty=certainty) for to, certainty in steps),
    )


FIRST = document("first", "2025-01-01")
SECOND = document("second", "2025-02-01", "first")
THIRD = document("third", "2025-03-01", "second", "first")
BESIDE = document("beside", "2025-01-15", ("first", Certainty.CLAIMED))
STRANGER = document("stranger", "2024-12-31", "not-shown")


def told(*documents: Proposal) -> list[tuple[str, int]]:
    return [(one.document.id, one.depth) for one in descent(documents)]


def test_ancestors_come_before_their_descendants_and_else_dates_decide() -> None:
    assert told(THIRD, SECOND, FIRST) == [("first", 0), ("second", 1), ("third", 2)]
    assert told(FIRST, STRANGER) == [("stranger", 0), ("first", 0)]


@pytest.mark.parametrize("certainty", [Certainty.CLAIMED, Certainty.UNVERIFIED])
def test_a_descent_that_is_no_fact_places_a_document_nowhere_and_is_told(certainty: Certainty) -> None:
    doubtful = document("doubtful", "2025-01-15", ("first", certainty))
    found = descent((FIRST, doubtful))
    assert [(one.document.id, one.depth) for one in found] == [("first", 0), ("doubtful", 0)]
    assert found[1].steps == doubtful.lineage


def test_a_circle_begins_with_the_earliest_and_ends() -> None:
    one, other = document("one", "2025-01-01", "other"), document("other", "2025-02-01", "one")
    assert told(other, one) == [("one", 0), ("other", 1)]


def test_a_family_goes_up_and_down_whatever_the_certainty() -> None:
    everything = (FIRST, SECOND, THIRD, BESIDE, STRANGER)
    assert {one.id for one in family((SECOND,), everything)} == {"first", "second", "third", "beside"}
    assert [one.id for one in family((STRANGER,), everything)] == ["stranger"]


def test_a_file_of_ones_own_joins_the_family_of_the_documents_that_it_names() -> None:
    mine = document("mine", "2026-01-01", "second")
    assert {one.id for one in family((mine,), (FIRST, SECOND))} == {"mine", "first", "second"}
