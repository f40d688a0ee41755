"""One document against many: those with a value by rank, the others counted and not ranked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import proposals
from making import document
from proposals import InvalidValueError, Proposal, Weights, WrongTypeError, nearest, similarity
from proposals.kinds import ForceLimit, Neutrality, Withdrawal


def limit(name: str, persons: int, **facts: object) -> Proposal:
    return document(name, ForceLimit(of=("UA",), personnel=persons), **facts)


HALF = document("half", ForceLimit(of=("UA",), personnel=600_000), Neutrality(of=("UA",)))
OTHER = document("other", Withdrawal(of=("RU",), from_=("UA-14",)))


def test_the_nearest_come_first_with_count_and_range() -> None:
    mine = limit("mine", 600_000)
    found = nearest(mine, [limit("far", 100_000), OTHER, limit("near", 700_000), HALF, limit("same", 600_000)], 3)
    assert [one.document.id for one in found.neighbours] == ["half", "same", "near"]
    for one in found.neighbours:
        assert one.estimate == similarity(mine, one.document).overall
    assert (found.total, found.unranked) == (5, 1)


def test_of_equal_ones_that_over_more_terms_comes_first_then_that_given_first() -> None:
    both = document("both", ForceLimit(of=("UA",), personnel=600_000), Neutrality(of=("UA",)))
    assert [one.document.id for one in nearest(HALF, [limit("y", 600_000), limit("x", 600_000), both]).neighbours] == [
        "both",
        "y",
        "x",
    ]


def test_the_document_itself_does_not_count_and_a_copy_does() -> None:
    mine = limit("mine", 600_000)
    found = nearest(mine, [mine, limit("mine", 600_000), limit("copy", 600_000)])
    assert [one.document.id for one in found.neighbours] == ["copy"]
    assert found.total == 1


def test_whose_ranges_overlap_may_be_nearer() -> None:
    mine = limit("mine", 600_000)
    found = nearest(mine, [HALF, limit("near", 700_000), limit("far", 100_000)])
    assert [(one.document.id, found.may_be_nearer(one)) for one in found.neighbours] == [
        ("half", 1),
        ("near", 0),
        ("far", 0),
    ]


def test_no_more_are_kept_than_asked_for() -> None:
    made = (limit(f"plan-{number}", 600_000 + number) for number in range(30))
    assert len(nearest(limit("mine", 600_000), made, 4).neighbours) == 4


def test_weights_count() -> None:
    found = nearest(limit("mine", 600_000), [HALF, OTHER], weights=Weights((("force-limit", 0.0),)))
    assert (found.neighbours, found.unranked) == ((), 2)
    assert found.documents == (limit("mine", 600_000),)


def test_what_is_no_document_or_no_number_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="0 nearest"):
        nearest(HALF, [], 0)
    with pytest.raises(WrongTypeError, match="nearest"):
        nearest("us-28-point", [])  # type: ignore[arg-type]


def test_it_is_shown_in_every_form() -> None:
    found = nearest(proposals.load("us-28-point"), proposals.proposals(), 2)
    words = proposals.to_text(found, width=200)
    assert "Nearest to US 28-point plan" in words
    assert "Compared with 20 documents. 19 of these have no value" in words
    assert "0.55 over 46 of 51 terms; possible range 0.48-0.62" in words
    assert "e3-counter" in words
    assert '"unranked": 19' in proposals.to_json(found)
    nothing = proposals.to_text(nearest(HALF, _none()))
    assert "Compared with 0 documents." in nothing
    assert "1 of these has no value" in proposals.to_text(nearest(HALF, [OTHER]))
    overlap = proposals.to_text(nearest(limit("mine", 600_000), [HALF, limit("near", 700_000)]))
    assert "1 of those below may be nearer: the ranges overlap" in overlap


def _none() -> Iterator[Proposal]:
    yield from ()
