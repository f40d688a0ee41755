from __future__ import annotations

from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals import library
from proposals.comparison import world_of
from proposals.dates import Date
from proposals.errors import InvalidProposalError
from proposals.measures.closeness import closeness
from proposals.measures.similarity import similarity
from proposals.measures.weights import Weights
from proposals.proposal import Lineage, Proposal, Struck
from proposals.strategies import proposals
from proposals.terms.forces import ForceLimit
from proposals.terms.term import Term
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.vocabulary import Coverage, Link, Stance

WORLD = library.world()


def document(name: str, *terms: Term, coverage: Coverage = Coverage.COMPLETE) -> Proposal:
    return Proposal(id=name, title=name, date=Date("2025-11"), terms=terms, coverage=coverage)


def expect_equal(documents: list[Proposal], weights: Weights | None = None) -> None:
    found = closeness(documents, weights=weights)
    known = world_of(documents)
    assert [(one.left, one.right) for one in found] == list(combinations(documents, 2))
    for one in found:
        assert one.overall == similarity(one.left, one.right, weights=weights, world=known).overall


@pytest.mark.parametrize("weights", [None, Weights((("territory", 3.0), ("force-limit", 0.0)))])
def test_the_plans_are_as_close_as_their_findings_say(weights: Weights | None) -> None:
    expect_equal(list(library.proposals()), weights)


@given(st.lists(proposals(world=WORLD), max_size=4, unique_by=lambda held: held.id))
def test_any_documents_are_as_close_as_their_findings_say(documents: list[Proposal]) -> None:
    expect_equal(documents)


def test_what_is_said_often_to_one_subject_is_counted_for_each_pair() -> None:
    limits = [ForceLimit(of=("UA",), personnel=persons) for persons in (600_000, 800_000, 600_000)]
    free = ForceLimit(of=("UA",), stance=Stance.REJECTS)
    rest = ForceLimit(of=("RU",), personnel=1)
    expect_equal(
        [
            document("a", limits[0], rest),
            document("b", limits[1]),
            document("c", limits[2], coverage=Coverage.PARTIAL),
            document("d", free),
            document("e", ForceLimit(of=("RU", "UA"), personnel=600_000)),
            document("f", coverage=Coverage.PARTIAL),
        ],
    )
    expect_equal([document("a", limits[0], rest), document("b", limits[1]), document("c", limits[2]), document("d")])


def test_places_with_common_ground_meet_on_their_parts() -> None:
    everywhere, here = (
        TerritoryStatus(places=(place,), recognition=Recognition.DE_FACTO) for place in ("Donbas", "UA-14")
    )
    expect_equal([document("a", everywhere), document("b", here), document("c"), document("d", here)])


def test_open_alternatives_and_deletions_count_as_their_findings_do() -> None:
    low, high = ForceLimit(of=("UA",), personnel=600_000), ForceLimit(of=("UA",), personnel=800_000, points=("6",))
    amends = (Lineage(link=Link.AMENDS, to="high"),)
    expect_equal(
        [
            document("open", attrs.evolve(low, holders=("RU",)), attrs.evolve(high, holders=("UA",))),
            document("low", low),
            document("high", high),
            attrs.evolve(document("amending"), lineage=amends, struck=(Struck(point="6"),)),
        ],
    )


def test_a_document_with_two_terms_of_one_key_is_refused() -> None:
    twice = document("a", ForceLimit(of=("UA",), personnel=1), ForceLimit(of=("UA",), personnel=2))
    with pytest.raises(InvalidProposalError):
        closeness([twice, document("b")])
