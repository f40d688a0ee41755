"""Findings: what a topic adds up to, what a fingerprint is made of, what a side carries."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given

from making import document
from proposals.comparison.engine import compare
from proposals.comparison.result import Comparison
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Proposal
from proposals.errors import Location
from proposals.provenance import Citation, Dispute
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import Demilitarization, Recognition, TerritoryStatus
from proposals.testing import proposals
from proposals.vocabulary import Coverage, Relation, Stance, Topic, TopicVerdict
from proposals.world.dates import Date


def status(place: str, recognition: Recognition = Recognition.DE_FACTO, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=(place,), recognition=recognition, **held)


CRIMEA, DONETSK = status("UA-43", points=("21",)), status("UA-14", points=("21a",))
LEFT = document("plan", CRIMEA, DONETSK)

TOPICS = {
    "all alike": (document("b", CRIMEA, DONETSK), TopicVerdict.SAME),
    "alike or accepted": (document("b", CRIMEA, attrs.evolve(DONETSK, stance=Stance.ACCEPTS)), TopicVerdict.SAME),
    "one is missing": (document("b", CRIMEA), TopicVerdict.ONE_SIDED),
    "one is not reported": (document("b", CRIMEA, coverage=Coverage.PARTIAL), TopicVerdict.UNREPORTED),
    "one is missing and one is not reported": (
        document("b", CRIMEA, status("UA-09"), coverage=Coverage.PARTIAL),
        TopicVerdict.ONE_SIDED,
    ),
    "one differs": (document("b", status("UA-43", Recognition.DE_JURE)), TopicVerdict.DIFFERS),
    "one is rejected": (
        document("b", status("UA-43", stance=Stance.REJECTS), status("UA-14", Recognition.NONE)),
        TopicVerdict.OPPOSED,
    ),
    "one is deferred": (document("b", attrs.evolve(CRIMEA, stance=Stance.DEFERS), DONETSK), TopicVerdict.DIFFERS),
    "all are struck": (document("b", amends="plan", struck=("21",)), TopicVerdict.DIFFERS),
    "struck, and another stands there": (
        document("b", Demilitarization(places=("UA-14",), points=("21",)), amends="plan", struck=("21",)),
        TopicVerdict.REPLACED,
    ),
    "struck by a part, and another answers it": (
        document("b", DONETSK, Demilitarization(places=("UA-14",), answers=("21b",)), amends="plan", struck=("21",)),
        TopicVerdict.REPLACED,
    ),
    "struck, and another stands elsewhere": (
        document("b", DONETSK, Demilitarization(places=("UA-14",), points=("22",)), amends="plan", struck=("21",)),
        TopicVerdict.DIFFERS,
    ),
    "struck, and what stands there stood there before": (
        document("b", DONETSK, amends="plan", struck=("21",)),
        TopicVerdict.DIFFERS,
    ),
    "struck, and what moved there is the same": (
        document("b", attrs.evolve(DONETSK, points=("6",)), amends="plan", struck=("21",)),
        TopicVerdict.DIFFERS,
    ),
    "struck by a term of its own, and nothing instead": (
        document("b", attrs.evolve(CRIMEA, stance=Stance.STRIKES), DONETSK),
        TopicVerdict.DIFFERS,
    ),
    "answered by another kind": (
        document("b", CRIMEA, ForceLimit(of=("UA",), answers=("21a",)), amends="plan"),
        TopicVerdict.REPLACED,
    ),
}


@pytest.mark.parametrize(("right", "verdict"), TOPICS.values(), ids=TOPICS)
def test_what_a_topic_adds_up_to(right: Proposal, verdict: TopicVerdict) -> None:
    for comparison in (compare(LEFT, right), compare(right, LEFT)):
        summaries = {summary.topic: summary for summary in comparison.topics()}
        told = [summary.verdict for summary in summaries.values() if summary.topic in {Topic.TERRITORY, Topic.FORCES}]
        assert verdict in told
        assert all(finding.topic is topic for topic, summary in summaries.items() for finding in summary.findings)


def test_points_without_a_number_are_told_apart_as_they_are() -> None:
    plan = document("plan", status("UA-43", points=("A",)))
    reply = document("reply", Demilitarization(places=("UA-14",), points=("B",)), amends="plan", struck=("A",))
    (summary,) = compare(plan, reply).topics()
    assert summary.verdict is TopicVerdict.DIFFERS


def test_topics_stand_in_the_order_of_their_list_and_findings_as_they_were() -> None:
    terms = (ForceLimit(of=("UA",)), CRIMEA, AllianceMembership(of=("UA",), in_=("NATO",)), DONETSK)
    comparison = compare(document("a", *terms), document("b"))
    assert [(one.topic, len(one.findings)) for one in comparison.topics()] == [
        (Topic.TERRITORY, 2),
        (Topic.FORCES, 1),
        (Topic.ALLIANCES, 1),
    ]


def many() -> Comparison:
    right = document("b", status("UA-43", Recognition.DE_JURE), ForceLimit(of=("RU",)))
    return compare(document("a", CRIMEA, DONETSK, ForceLimit(of=("UA",))), right)


def test_counts_are_in_the_order_of_relations() -> None:
    assert list(many().counts().items()) == [(Relation.DIFFERS, 1), (Relation.SILENT, 3)]


@pytest.mark.parametrize(
    ("topics", "relations", "kinds"),
    [
        ((), (), ["territory-status", "territory-status", "force-limit", "force-limit"]),
        (("forces",), (), ["force-limit", "force-limit"]),
        ((), ("differs",), ["territory-status"]),
        (("forces", "territory"), ("silent",), ["territory-status", "force-limit", "force-limit"]),
        (("justice",), (), []),
    ],
)
def test_a_comparison_is_narrowed(topics: tuple[str, ...], relations: tuple[str, ...], kinds: list[str]) -> None:
    narrowed = many().narrowed(topics, relations)
    assert [finding.kind for finding in narrowed.findings] == kinds
    assert narrowed.left == many().left


def test_a_side_carries_points_citations_and_disputes_each_once() -> None:
    cited, dispute = Citation(source="ap"), Dispute(value="none")
    terms = [
        attrs.evolve(DONETSK, points=("21a", "5"), citations=(cited,), disputes=(dispute,), holders=("US",)),
        attrs.evolve(DONETSK, points=("5",), citations=(cited, Citation(source="tv")), holders=("E3",)),
    ]
    (finding,) = compare(document("a", *terms), document("b")).findings
    assert finding.left.points == ("21a", "5")
    assert finding.left.citations == (cited, Citation(source="tv"))
    assert finding.left.disputes == (dispute,)
    assert finding.disputed
    assert finding.open
    assert not compare(LEFT, document("b")).findings[0].disputed


def test_a_struck_side_carries_the_deletion() -> None:
    reply = document("b", amends="plan")
    reply = attrs.evolve(reply, struck=(Struck(point="21", citations=(Citation(source="ap"),)),))
    for finding in compare(LEFT, reply).findings:
        assert (finding.right.points, finding.right.citations) == (("21",), (Citation(source="ap"),))


CHANGES: dict[str, tuple[dict[str, Any], bool]] = {
    "a value": ({"recognition": Recognition.DE_JURE}, True),
    "a value left out": ({"recognition": None}, True),
    "a place": ({"places": ("UA-09",)}, True),
    "a stance": ({"stance": Stance.REFUSES}, True),
    "points": ({"points": ("1",)}, False),
    "citations": ({"citations": (Citation(source="ap", quote="x"),)}, False),
    "disputes": ({"disputes": (Dispute(value="x"),)}, False),
    "a note": ({"note": "x"}, False),
    "a position": ({"at": Location("a.yaml", 3, 1)}, False),
}


@pytest.mark.parametrize(("change", "counts"), CHANGES.values(), ids=CHANGES)
def test_what_a_fingerprint_is_made_of(change: dict[str, Any], counts: bool) -> None:  # noqa: FBT001 -- a table
    prints = [
        {finding.fingerprint for finding in compare(document("a", term), document("b", CRIMEA)).findings}
        for term in (DONETSK, attrs.evolve(DONETSK, **change))
    ]
    assert (prints[0] != prints[1]) is counts


def test_the_fingerprint_tells_the_sides_apart() -> None:
    there, back = compare(LEFT, document("b")), compare(document("b"), LEFT)
    assert {one.fingerprint for one in there.findings}.isdisjoint(one.fingerprint for one in back.findings)


@given(proposals())
def test_fingerprints_of_one_comparison_are_all_different(document: Proposal) -> None:
    other = Proposal(id="x", title="x", date=Date("2025"))
    found = [finding.fingerprint for finding in compare(document, other).findings]
    assert len(set(found)) == len(found)


_CODE = """
from proposals import Coverage, Date, Members, Proposal, compare
from proposals.terms.guarantees import SecurityGuarantee
term = SecurityGuarantee(to=("UA",), guarantors=Members(("US", "GB", "FR"), open=True), points=("5",))
left = Proposal(id="a", title="a", date=Date("2025"), terms=(term,))
print(compare(left, Proposal(id="b", title="b", date=Date("2025"))).findings[0].fingerprint)
"""


def test_a_fingerprint_is_the_same_under_any_hash_seed() -> None:
    prints = {
        subprocess.run(  # noqa: S603 -- our own code
            [sys.executable, "-W", "error", "-c", _CODE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(prints) == 1


def test_a_path_to_membership_is_told_under_its_topic() -> None:
    term = AllianceMembership(of=("UA",), in_=("NATO",), membership=MembershipPath.EXCLUDED)
    (finding,) = compare(document("a", term), document("b")).findings
    assert (finding.topic, finding.kind, finding.bearers) == (Topic.ALLIANCES, "alliance-membership", ("UA",))
