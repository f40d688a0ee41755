"""What a source says is not in a text that is known in part, and what is known of a text by topic."""

from __future__ import annotations

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.summaries import questions
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError
from proposals.fields.changes import Lack, Stated, Way
from proposals.provenance import Citation
from proposals.terms.alliances import AllianceMembership, MembershipPath, Neutrality
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.territory import FrozenLine, Line, Recognition, TerritoryStatus
from proposals.vocabulary import Absence, Coverage, Direction, Relation, Stance, Topic, Verdict

WORLD = library.world()
LIMIT = ForceLimit(of=("UA",), personnel=600_000)
CITED = (Citation(source="agency"),)
PART = Coverage.PARTIAL


def leaving(term: Term) -> Term:
    """The term, as a source says that it is not in a text."""
    return attrs.evolve(term, stance=Stance.LEAVES_OUT, citations=CITED)


def lacking(*terms: Term, name: str = "b") -> Proposal:
    """A document known in part of which a source says that it does not have these terms."""
    return document(name, coverage=PART, left_out=tuple(map(leaving, terms)))


def found(left: Proposal, right: Proposal) -> list[tuple[tuple[str, ...], str]]:
    return [(finding.subject[0], finding.rule.id) for finding in compare(left, right, world=WORLD).findings]


@pytest.mark.parametrize(
    ("lacks", "rule"),
    [
        (ForceLimit(of=("UA",)), "known-absence"),
        (LIMIT, "known-absence"),
        (ForceLimit(of=("UA",), personnel=800_000), "known-absence-misses"),
    ],
    ids=["whatever it says", "what the other states", "something else"],
)
def test_what_is_left_out_is_silent_as_far_as_it_goes(lacks: ForceLimit, rule: str) -> None:
    (finding,) = compare(document("a", LIMIT), lacking(lacks)).findings
    assert finding.rule.id == rule
    assert finding.relation is (Relation.SILENT if rule == "known-absence" else Relation.UNREPORTED)
    assert (finding.right.state, finding.right.terms) == (Absence.LEFT_OUT, ())
    assert (finding.right.left_out, finding.right.citations) == ((leaving(lacks),), CITED)
    (back,) = compare(lacking(lacks), document("a", LIMIT)).findings
    assert (back.rule, back.left.state) == (finding.rule, Absence.LEFT_OUT)


def test_what_nobody_states_makes_no_line() -> None:
    assert compare(lacking(LIMIT, name="a"), lacking(LIMIT)).findings == ()
    assert compare(lacking(LIMIT, name="a"), document("b")).findings == ()


def test_in_a_whole_text_silence_needs_no_source() -> None:
    whole = document("b", left_out=(leaving(LIMIT),))
    (finding,) = compare(document("a", LIMIT), whole).findings
    assert (finding.rule.id, finding.right.state, finding.right.left_out) == ("silence", Absence.SILENT, ())


def test_what_is_left_out_of_a_part_is_left_out_of_that_part() -> None:
    whole = document("a", TerritoryStatus(places=("UA-14",), as_="RU", recognition=Recognition.DE_FACTO))
    lacks = lacking(TerritoryStatus(places=("UA-14/held-by-RU",), as_="RU"))
    assert found(whole, lacks) == [
        (("UA-14/held-by-RU",), "known-absence"),
        (("UA-14/held-by-UA",), "not-reported"),
    ]


def test_absence_follows_the_coverage_of_the_topic() -> None:
    terms = LIMIT, TerritoryStatus(places=("UA-43",), as_="RU")
    other = document("b", coverage=PART, coverage_by_topic=((Topic.TERRITORY, Coverage.COMPLETE),))
    assert [one.relation for one in compare(document("a", *terms), other).findings] == [
        Relation.UNREPORTED,
        Relation.SILENT,
    ]
    assert (other.coverage_of(Topic.FORCES), other.otherwise_known) == (PART, (Topic.TERRITORY,))


def test_coverages_by_topic_are_kept_in_the_order_of_the_topics() -> None:
    ways = ((Topic.FORCES, PART), (Topic.TERRITORY, Coverage.COMPLETE))
    assert document("a", coverage_by_topic=ways) == document("a", coverage_by_topic=ways[::-1])


OPEN = ForceLimit(of=("UA",), personnel=600_000, left_out=("after", "peacetime"))


@pytest.mark.parametrize(
    ("coverage", "lack"), [(PART, Lack.LEFT_OUT), (Coverage.COMPLETE, Lack.UNSTATED)], ids=["in part", "whole"]
)
def test_a_field_that_is_left_out_counts_as_one_of_a_whole_text(coverage: Coverage, lack: Lack) -> None:
    full = document("a", ForceLimit(of=("UA",), personnel=600_000, peacetime=True))
    (finding,) = compare(document("b", OPEN, coverage=coverage), full).findings
    assert finding.relation is Relation.DIFFERS
    (difference,) = finding.differences
    assert (difference.field, difference.change) == ("peacetime", Stated(Way.MORE, lack))
    assert (difference.direction, difference.unreported, lack.certain) == (Direction.LIGHTER, False, True)


def test_a_field_that_is_left_out_is_no_difference_beside_one_that_is_not_stated() -> None:
    (finding,) = compare(document("a", LIMIT), document("b", OPEN, coverage=PART)).findings
    assert finding.relation is Relation.SAME


def test_a_question_is_not_reported_while_one_of_its_lines_may_be_in_the_text() -> None:
    ban = AllianceMembership(of=("UA",), in_=("NATO",), membership=MembershipPath.EXCLUDED)
    neutral = Neutrality(of=("UA",))
    lacks = lacking(AllianceMembership(of=("UA",), in_=("NATO",)))
    for terms, absence, verdict in (
        ((ban,), Absence.LEFT_OUT, Verdict.ONE_SIDED),
        ((ban, neutral), Absence.UNREPORTED, Verdict.UNREPORTED),
    ):
        (asked,) = questions(compare(document("a", *terms), lacks, world=WORLD))
        assert (asked.row.absence(1), asked.verdict) == (absence, verdict)


def test_a_field_that_answers_a_question_may_be_left_out() -> None:
    line = FrozenLine(between=("RU", "UA"), line=Line.CONTACT)
    recognised = attrs.evolve(line, recognition=Recognition.DE_FACTO)
    lacks = document("b", attrs.evolve(line, left_out=("recognition",)), coverage=PART)
    absences = {one.row.question: one.row.absence(1) for one in questions(compare(document("a", recognised), lacks))}
    assert absences["whose-territory"] is Absence.LEFT_OUT


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"terms": (leaving(LIMIT),)}, "hand it as 'left_out'"),
        ({"left_out": (LIMIT,)}, "what is left out has the stance 'leaves out'"),
    ],
)
def test_a_term_is_had_or_left_out(facts: dict[str, tuple[Term, ...]], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        Proposal(id="a", title="a", date=document("a").date, **facts)


def test_a_deletion_says_more_than_that_the_same_term_is_left_out() -> None:
    text = document("a", attrs.evolve(LIMIT, points=("6",)))
    variants = (attrs.evolve(LIMIT, holders=("US",)), ForceLimit(of=("UA",), personnel=1, holders=("RU",)))
    amending = attrs.evolve(lacking(ForceLimit(of=("UA",))), **_marking(document("b", amends="a", struck=("6",))))
    (finding,) = compare(text, amending).findings
    assert (finding.rule.id, finding.right.left_out) == ("deletion", ())
    assert [term.stance for term in finding.right.terms] == [Stance.STRIKES]
    third = document("c", *variants)
    (finding,) = compare(third, attrs.evolve(amending, amended=(text,))).findings
    assert finding.rule.id == "open-alternatives"


def _marking(other: Proposal) -> dict[str, object]:
    return {"lineage": other.lineage, "struck": other.struck}


def test_what_is_left_out_takes_no_ground_from_what_the_text_has() -> None:
    whole, part = TerritoryStatus(places=("UA-14",)), TerritoryStatus(places=("UA-14/held-by-RU",))
    of_the_part = attrs.evolve(lacking(part), terms=(whole,))
    assert found(of_the_part, document("b", whole)) == [(("UA-14",), "same-proposal")]
    of_the_whole = attrs.evolve(lacking(whole), terms=(part,))
    assert found(of_the_whole, document("b", whole)) == [
        (("UA-14/held-by-RU",), "same-proposal"),
        (("UA-14/held-by-UA",), "known-absence"),
    ]
