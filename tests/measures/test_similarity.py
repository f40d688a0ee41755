from __future__ import annotations

from itertools import chain, combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from proposals import library
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidProposalError
from proposals.measures.distance import FARTHEST, NEAREST, UNKNOWN, Reach
from proposals.measures.estimate import Missing
from proposals.measures.similarity import Similarity, estimated, similarities, similarity
from proposals.measures.weights import Weights
from proposals.terms.alliances import AllianceMembership, MembershipPath, Neutrality
from proposals.terms.base import Term
from proposals.terms.forces import AirBasing, ForceLimit, ForeignForces
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.territory import FrozenLine, Recognition, TerritorialTalks, TerritoryStatus, Withdrawal
from proposals.testing import proposal_pairs, proposals, term_pairs
from proposals.vocabulary import Coverage, Modality, Relation, Stance, Topic

US, EUROPE = library.load("us-plan-reported"), library.load("ua-europe-reported")
PLANS = [library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]
WORLD = library.world()


def facts(found: Similarity) -> list[tuple[float, Reach]]:
    return sorted(((item.weight, item.reach) for item in found.items), key=repr)


@given(proposal_pairs())
def test_the_estimate_alone_is_that_of_the_whole(pair: tuple[Proposal, Proposal]) -> None:
    for weights in (Weights(), Weights((("force-limit/UA", 3.0), ("territory", 0.0)))):
        assert estimated(*pair, weights) == similarity(*pair, weights=weights).overall


@given(proposal_pairs())
def test_exchanging_the_documents_changes_nothing(pair: tuple[Proposal, Proposal]) -> None:
    there, back = similarity(*pair), similarity(*reversed(pair))
    assert facts(there) == facts(back)
    assert there.overall == back.overall


@given(proposals())
def test_a_document_against_itself_is_one_over_all_its_terms(held: Proposal) -> None:
    found = similarity(held, held).overall
    assert found.shared == found.total == len(similarity(held, held).items)
    if held.terms:
        assert (found.value, found.low, found.high) == (1, 1, 1)
    else:
        assert (found.value, found.low, found.high) == (None, 0, 1)


@given(st.lists(term_pairs(world=WORLD), min_size=1, max_size=4), st.data())
def test_silencing_a_shared_point_never_narrows(pairs: list[tuple[Term, Term]], data: st.DataObject) -> None:
    """Points of kinds of their own and one subject each, so that silence joins no two rows; some are open."""
    met = {left.kind: (left, right) for left, right in pairs if alone(left, right)}
    coverage = data.draw(st.tuples(st.sampled_from(Coverage), st.sampled_from(Coverage)))
    said = {kind: options(left, right) if data.draw(st.booleans()) else (left,) for kind, (left, right) in met.items()}
    right = document("b", *(pair[1] for pair in met.values()), coverage=coverage[1])
    while said:
        left, fewer = (
            document("a", *chain.from_iterable(held), coverage=coverage[0])
            for held in (said.values(), list(said.values())[1:])
        )
        before, after = similarity(left, right).overall, similarity(fewer, right).overall
        assert after.low <= before.low + 1e-12
        assert after.high >= before.high - 1e-12
        assert (before.shared - after.shared in {0, 1}, before.total) == (True, after.total)
        del said[next(iter(said))]


def options(left: Term, right: Term) -> tuple[Term, Term]:
    return attrs.evolve(left, holders=("UA",)), attrs.evolve(right, holders=("RU",))


def alone(left: Term, right: Term) -> bool:
    return left.subject == right.subject and len(left.claims) == 1 and not left.holders and not right.holders


def test_the_positions_of_the_base_document_say_how_little_is_known() -> None:
    found = similarity(US, EUROPE).overall
    assert (found.shared, found.total) == (1, 5)
    assert found.low < 0.1
    assert found.high > 0.9


RECOGNISED = TerritoryStatus(places="UA-43", recognition=Recognition.DE_FACTO, as_="RU")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.REJECTS), FARTHEST),
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.STRIKES), FARTHEST),
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.REFUSES), FARTHEST),
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.DEFERS), UNKNOWN),
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.ACCEPTS), NEAREST),
        (RECOGNISED, attrs.evolve(RECOGNISED, modality=Modality.SHALL_NOT), FARTHEST),
        (RECOGNISED, attrs.evolve(RECOGNISED, stance=Stance.REJECTS, recognition=Recognition.DE_JURE), UNKNOWN),
        (
            attrs.evolve(RECOGNISED, stance=Stance.STRIKES),
            attrs.evolve(RECOGNISED, stance=Stance.REJECTS),
            NEAREST,
        ),
    ],
)
def test_what_the_stances_come_to(left: Term, right: Term, expected: Reach) -> None:
    (item,) = similarity(document("a", left), document("b", right)).items
    assert item.reach == expected


def test_an_open_point_is_not_known_until_it_is_settled() -> None:
    high = ForceLimit(of="UA", personnel=800, holders=("UA",))
    low = ForceLimit(of="UA", personnel=400, holders=("RU",))
    (item,) = similarity(document("a", ForceLimit(of="UA", personnel=800)), document("b", high, low)).items
    assert item.reach == UNKNOWN
    (item,) = similarity(document("a", ForceLimit(of="UA", personnel=800)), document("b", low, high)).items
    assert item.reach == UNKNOWN
    (item,) = similarity(document("a", high, low), document("b", low, high)).items
    assert item.reach == NEAREST


def test_alternatives_that_are_equally_far_leave_nothing_open() -> None:
    options = (ForceLimit(of="UA", personnel=400, holders=("UA",)), ForceLimit(of="UA", personnel=225, holders=("RU",)))
    (item,) = similarity(document("a", ForceLimit(of="UA", personnel=300)), document("b", *options)).items
    assert item.reach == Reach(0.25, 0.25, 0.25)


NEUTRAL = Neutrality(of=("UA",))
JOINING = AllianceMembership(of=("UA",), in_=("NATO",), membership=MembershipPath.OPEN)
LINE = FrozenLine(between=("RU", "UA"), places=("UA-23",), recognition=Recognition.DE_FACTO)
TALKS = TerritorialTalks(between=("RU", "UA"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([NEUTRAL], [JOINING], [FARTHEST, FARTHEST]),
        ([NEUTRAL], [attrs.evolve(JOINING, of=("MD",))], [UNKNOWN, UNKNOWN]),
        ([NEUTRAL], [attrs.evolve(JOINING, stance=Stance.REJECTS)], [UNKNOWN, UNKNOWN]),
        ([NEUTRAL], [attrs.evolve(JOINING, membership=MembershipPath.EXCLUDED)], [UNKNOWN, UNKNOWN]),
        ([NEUTRAL], [attrs.evolve(JOINING, holders=(one,)) for one in ("RU", "UA")], [UNKNOWN, UNKNOWN]),
        ([NEUTRAL, JOINING], [JOINING], [UNKNOWN, NEAREST]),
        ([LINE], [TALKS], [UNKNOWN, FARTHEST]),
        ([ForeignForces(of=("NATO",), in_=("PL",))], [AirBasing(in_=("PL",))], [UNKNOWN, UNKNOWN]),
    ],
)
def test_alternatives_of_two_whole_texts_are_far_apart(
    left: list[Term], right: list[Term], expected: list[Reach]
) -> None:
    """A field is one of several of its term, which as a whole is not measured."""
    whole = similarity(document("a", *left), document("b", *right))
    assert [item.reach for item in whole.items] == expected
    turned = similarity(document("b", *right), document("a", *left))
    assert turned.overall == whole.overall
    part = similarity(document("a", *left), document("b", *right, coverage=Coverage.PARTIAL))
    assert FARTHEST not in [item.reach for item in part.items]


def test_topics_add_up_to_the_whole() -> None:
    found = similarity(*PLANS[:2])
    topics = found.topics()
    assert [topic for topic, _ in topics] == sorted((topic for topic, _ in topics), key=lambda topic: topic.rank)
    assert sum(held.total for _, held in topics) == found.overall.total == len(found.items)
    assert sum(held.shared for _, held in topics) == found.overall.shared


def test_the_widest_swing_comes_first() -> None:
    left = document("a", ForceLimit(of="UA", personnel=8), SecurityGuarantee(to="UA"), RECOGNISED)
    right = document("b", ForceLimit(of="UA", personnel=4), SecurityGuarantee(to="UA"))
    swings = similarity(left, right).swings()
    assert [swing.item.finding.kind for swing in swings] == ["force-limit", "security-guarantee"]
    assert [str(swing.without) for swing in swings] == [
        "1.00 over 1 of 2 terms; possible range 0.50-1.00",
        "0.50 over 1 of 2 terms; possible range 0.25-0.75",
    ]


def test_the_only_shared_term_swings_most() -> None:
    left, right = (
        document("a", ForceLimit(of="UA", personnel=8), RECOGNISED),
        document("b", ForceLimit(of="UA", personnel=4)),
    )
    (swing,) = similarity(left, right).swings()
    assert (swing.without.value, swing.without.total) == (None, 1)


def test_nothing_swings_where_there_is_no_single_value() -> None:
    found = similarity(US, EUROPE)
    assert (found.overall.value, found.overall.shared, found.overall.missing) == (None, 1, Missing.TOO_FEW)
    assert found.swings() == ()


def test_an_unwritten_modality_is_no_agreement() -> None:
    """Of two texts that name different owners, nothing is alike."""
    (item,) = similarity(
        document("a", TerritoryStatus(places="UA-43", as_="RU")),
        document("b", TerritoryStatus(places="UA-43", as_="UA")),
    ).items
    assert item.reach == FARTHEST


def test_terms_of_which_no_field_is_stated_by_both_count_in_the_total_only() -> None:
    found = similarity(document("a", ForceLimit(of="UA", personnel=600)), document("b", ForceLimit(of="UA"))).overall
    assert (found.value, found.shared, found.total, found.low, found.high) == (None, 0, 1, 0, 1)


def test_terms_that_state_nothing_are_alike() -> None:
    (item,) = similarity(document("a", ForceLimit(of="UA")), document("b", ForceLimit(of="UA"))).items
    assert item.reach == NEAREST


def test_the_next_question_is_the_topic_with_most_unknown_and_first_what_a_source_may_still_tell() -> None:
    question = similarity(US, EUROPE).questions()[0]
    assert question.topic is Topic.TERRITORY
    assert [item.finding.relation for item in question.items[:4]] == [Relation.UNREPORTED] * 4
    assert question.narrows == pytest.approx(similarity(US, EUROPE).overall.width)


def test_what_is_not_reported_is_asked_before_what_is_silent() -> None:
    left = document("a", Withdrawal(of="UA", from_="UA-14"), coverage=Coverage.PARTIAL)
    right = document("b", RECOGNISED)
    (question,) = similarity(left, right).questions()
    assert [item.finding.relation for item in question.items] == [Relation.UNREPORTED, Relation.SILENT]


@pytest.mark.parametrize("pair", list(combinations(PLANS, 2)))
def test_answers_narrow_the_interval_of_the_plans_as_far_as_they_say(pair: tuple[Proposal, Proposal]) -> None:
    found = similarity(*pair)
    assert sum(question.narrows for question in found.questions()) == pytest.approx(found.overall.width)
    assert found.overall.shared > 0


def test_nothing_known_on_either_side_is_said_so() -> None:
    found = similarity(document("a"), document("b"))
    assert (found.overall.total, found.topics(), found.swings(), found.questions()) == (0, (), (), ())


def test_every_two_of_several_in_order() -> None:
    found = similarities(PLANS)
    assert [(one.left.id, one.right.id) for one in found] == [
        ("us-28-point", "e3-counter"),
        ("us-28-point", "twenty-point"),
        ("e3-counter", "twenty-point"),
    ]
    assert found[0].overall == similarity(PLANS[0], PLANS[1]).overall


def test_weights_count_and_weight_nothing_leaves_out() -> None:
    chosen = Weights((("frozen-line", 4.0), ("withdrawal", 0.0)))
    found = similarity(US, EUROPE, weights=chosen)
    assert [item.weight for item in found.items] == [1, 1, 1, 4]
    assert (found.overall.total, found.weights) == (4, chosen)
    left = document("a", ForceLimit(of="UA", personnel=4), RECOGNISED)
    right = document("b", ForceLimit(of="UA", personnel=8), RECOGNISED)
    assert similarity(left, right).overall.value == 0.75
    assert similarity(left, right, weights=Weights((("force-limit", 3.0),))).overall.value == 0.625


def test_a_document_with_two_terms_of_one_key_is_refused() -> None:
    with pytest.raises(InvalidProposalError):
        similarity(document("a", RECOGNISED, attrs.evolve(RECOGNISED)), US)
