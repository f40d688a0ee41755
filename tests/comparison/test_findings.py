"""Findings: what a fingerprint is made of, what a side carries."""

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
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.testing import proposals
from proposals.vocabulary import Direction, Relation, Stance, Topic
from proposals.world.dates import Date


def status(place: str, recognition: Recognition = Recognition.DE_FACTO, **held: Any) -> TerritoryStatus:
    return TerritoryStatus(places=(place,), recognition=recognition, **held)


CRIMEA, DONETSK = status("UA-43", points=("21",)), status("UA-14", points=("21a",))
LEFT = document("plan", CRIMEA, DONETSK)


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


def test_a_difference_is_mirrored_as_the_exchanged_documents_have_it() -> None:
    sides = (
        document("a", ForceLimit(of=("UA",), personnel=600_000)),
        document("b", ForceLimit(of=("UA",), personnel=800_000)),
    )
    (there,), (back,) = compare(*sides).findings, compare(*reversed(sides)).findings
    assert [one.mirrored() for one in there.differences] == list(back.differences)
    assert (there.differences[0].direction, back.differences[0].direction) == (Direction.LIGHTER, Direction.HEAVIER)


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
