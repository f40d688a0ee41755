from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given

from proposals import library
from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep, Proposal
from proposals.fields.members import Members
from proposals.measures.convergence import Mover
from proposals.measures.movement import Happening, Held, Path, Trace
from proposals.measures.tracing import trace
from proposals.measures.weighing import Weight
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.territory import Demilitarization
from proposals.testing import proposal_pairs
from proposals.vocabulary import Coverage, Direction, Link, Stance, Topic
from proposals.world.dates import Date, Deadline

US, E3, TWENTY = (library.load(name) for name in ("us-28-point", "e3-counter", "twenty-point"))


def draft(name: str, *terms: Term, day: int = 1, authors: tuple[str, ...] = ("UA",), **more: object) -> Proposal:
    made = Proposal(id=name, title=name, date=Date(f"2025-11-{day:02}"), authors=authors, terms=terms)
    return attrs.evolve(made, **{"coverage": Coverage.COMPLETE, **more})


def limit(number: int | None, **more: object) -> ForceLimit:
    return ForceLimit(of="UA", personnel=number, **more)  # type: ignore[arg-type]


def only(found: Trace) -> Path:
    (path,) = found.paths
    return path


def happenings(path: Path) -> list[Happening]:
    return [stage.happening for stage in path.stages]


PARTIAL = {"coverage": Coverage.PARTIAL}
REJECTED = limit(6, stance=Stance.REJECTS)


@pytest.mark.parametrize(
    ("drafts", "expected", "held"),
    [
        ([limit(6), limit(6)], [Happening.STARTS, Happening.UNCHANGED], Held.EARLIER),
        ([limit(6), limit(8)], [Happening.STARTS, Happening.CHANGES], Held.OWN),
        ([None, limit(8)], [Happening.ABSENT, Happening.APPEARS], Held.OWN),
        ([limit(6), None], [Happening.STARTS, Happening.FALLS_SILENT], Held.NOTHING),
        ([limit(6), None, None], [Happening.STARTS, Happening.FALLS_SILENT, Happening.ABSENT], Held.NOTHING),
        ([limit(6), None, limit(8)], [Happening.STARTS, Happening.FALLS_SILENT, Happening.COMES_BACK], Held.OWN),
        ([limit(6), None, limit(6)], [Happening.STARTS, Happening.FALLS_SILENT, Happening.COMES_BACK], Held.EARLIER),
        ([None, limit(6), REJECTED], [Happening.ABSENT, Happening.APPEARS, Happening.REJECTED], Held.DECLINED),
        ([REJECTED, limit(6)], [Happening.REJECTED, Happening.APPEARS], Held.OWN),
        ([REJECTED, REJECTED], [Happening.REJECTED, Happening.UNCHANGED], Held.EARLIER),
        ([REJECTED, None], [Happening.REJECTED, Happening.ABSENT], Held.NOTHING),
        ([limit(6), REJECTED, limit(8)], [Happening.STARTS, Happening.REJECTED, Happening.COMES_BACK], Held.OWN),
        ([limit(6), limit(6, stance=Stance.REFUSES)], [Happening.STARTS, Happening.REFUSED], Held.DECLINED),
        ([limit(6), limit(6, stance=Stance.DEFERS)], [Happening.STARTS, Happening.DEFERRED], Held.DECLINED),
        ([limit(6), limit(6, stance=Stance.STRIKES)], [Happening.STARTS, Happening.DELETED], Held.NOTHING),
    ],
)
def test_what_happens_to_a_subject(drafts: list[Term | None], expected: list[Happening], held: Held) -> None:
    chain = [draft(f"d{day}", *([term] if term else []), day=day) for day, term in enumerate(drafts, start=1)]
    path = only(trace(chain))
    assert (happenings(path), path.outcome.held) == (expected, held)


def test_what_is_not_reported_has_not_fallen_silent_and_not_changed() -> None:
    whole = draft("a", limit(6, peacetime=True))
    gone = only(trace([whole, draft("b", day=2, **PARTIAL)]))
    assert happenings(gone) == [Happening.STARTS, Happening.NO_LONGER_REPORTED]
    part = only(trace([whole, draft("b", limit(6), day=2, **PARTIAL)]))
    assert happenings(part) == [Happening.STARTS, Happening.AS_REPORTED]
    assert (part.outcome.held, part.outcome.documents) == (Held.AS_REPORTED, ("a",))


@pytest.mark.parametrize(
    ("number", "expected", "held"),
    [
        (6, [Happening.STARTS, Happening.FALLS_SILENT], Held.NOTHING),
        (8, [Happening.STARTS, Happening.NO_LONGER_REPORTED], Held.NOT_REPORTED),
    ],
    ids=["that value", "another value"],
)
def test_what_a_source_says_is_gone_has_fallen_silent(number: int, expected: list[Happening], held: Held) -> None:
    lacking = draft("b", day=2, left_out=(limit(number, stance=Stance.LEAVES_OUT),), **PARTIAL)
    path = only(trace([draft("a", limit(6)), lacking]))
    assert (happenings(path), path.outcome.held) == (expected, held)
    back = only(trace([lacking, draft("a", limit(6), day=3)]))
    assert happenings(back) == [Happening.ABSENT, Happening.APPEARS]


def test_a_rejection_is_not_the_thing_that_it_rejects() -> None:
    """No value of it is shared with a draft that proposes it, nothing weighs, and it is no value of a gap."""
    chain = [draft("a", limit(6)), draft("b", REJECTED, day=2), draft("c", limit(6, peacetime=True), day=3)]
    path = only(trace(chain, toward=draft("x", limit(9), authors=("RU",))))
    assert [stage.since is None for stage in path.stages] == [True, True, False]
    assert path.outcome.fields == (("personnel", ("a",)), ("peacetime", ()))
    assert [part.document for part in path.gaps[0].parts] == ["a", "c"]
    assert only(trace(chain[:2])).outcome.fields == ()


def test_a_rejection_of_more_than_is_reported_is_no_agreement() -> None:
    path = only(trace([draft("a", limit(None), **PARTIAL), draft("b", REJECTED, day=2)]))
    assert (happenings(path), path.outcome.held) == ([Happening.STARTS, Happening.REJECTED], Held.DECLINED)


def test_months_and_days_are_measured_apart() -> None:
    chain = [draft("a", limit(6, within=Deadline("30 days"))), draft("b", limit(6, within=Deadline("3 months")), day=2)]
    path = only(trace(chain, toward=draft("x", limit(6, within=Deadline("1 month")), authors=("RU",))))
    assert [(gap.unit, gap.start, gap.end) for gap in path.gaps if gap.field == "within"] == [("months", 2, 2)]


def test_a_deletion_and_an_answer_are_told_as_such() -> None:
    base = draft("a", limit(6, points=("1",)), Demilitarization(places="UA-14", points=("2",)))
    amending = draft(
        "b",
        SecurityGuarantee(to="UA", points=("2",), answers=("2",)),
        day=2,
        struck=(Struck(point="1"),),
        lineage=(LineageStep(link=Link.AMENDS, to="a"),),
    )
    later = draft("c", limit(7), day=3)
    found = {path.line.kind: path for path in trace([base, amending, later]).paths}
    assert happenings(found["force-limit"]) == [Happening.STARTS, Happening.DELETED, Happening.COMES_BACK]
    assert found["force-limit"].stages[2].direction is Direction.LIGHTER
    assert happenings(found["demilitarization"]) == [Happening.STARTS, Happening.REPLACED, Happening.ABSENT]
    replaced = {path.line.kind: path for path in trace([base, amending]).paths}["demilitarization"]
    assert (replaced.outcome.held, replaced.outcome.fields) == (Held.OWN, ())


def test_its_own_value_says_which_fields_it_shares() -> None:
    terms = (limit(6), limit(8, peacetime=True), limit(6, peacetime=True))
    outcome = only(trace([draft(name, term) for name, term in zip("abc", terms, strict=True)])).outcome
    assert (outcome.held, outcome.fields) == (Held.OWN, (("personnel", ("a",)), ("peacetime", ("b",))))


def test_an_open_point_is_its_own_and_no_step_is_measured() -> None:
    variants = (limit(6, holders=("RU",)), limit(8, holders=("UA",)))
    chain = [draft("a", limit(6)), draft("b", *variants, day=2)]
    path = only(trace(chain, toward=draft("x", limit(9), authors=("RU",))))
    assert (path.outcome.held, path.outcome.fields) == (Held.OWN, ())
    assert path.stages[1].since is None
    assert [part.document for part in path.gaps[0].parts] == ["a"]


def test_drafts_come_by_date_unless_taken_as_given() -> None:
    chain = [draft("late", limit(8), day=9), draft("early", limit(6), day=1)]
    assert [document.id for document in trace(chain).documents] == ["early", "late"]
    assert [document.id for document in trace(chain, as_given=True).documents] == ["late", "early"]
    assert only(trace(chain)).stages[1].direction is Direction.LIGHTER


@pytest.mark.parametrize(
    ("authors", "options", "mover"),
    [
        (("UA",), {}, Mover.DRAFT),
        ((), {}, Mover.DRAFT),
        (("US",), {"mediators": ["US"]}, Mover.MEDIATOR),
        (("UA", "US"), {"mediators": ["US"]}, Mover.DRAFT),
        (("TR",), {"parties": ["UA", "RU"]}, Mover.MEDIATOR),
        (("RU",), {}, Mover.COUNTERPART),
        (("RU", "UA"), {}, Mover.JOINT),
        (("RU", "US"), {"mediators": ["US"]}, Mover.COUNTERPART),
    ],
)
def test_whose_step_it_is(authors: tuple[str, ...], options: dict[str, list[str]], mover: Mover) -> None:
    chain = [draft("a", limit(800)), draft("b", limit(700), day=2, authors=authors)]
    found = trace(chain, toward=draft("x", limit(400), authors=("RU",)), **options)  # type: ignore[arg-type]
    (gap,) = only(found).gaps
    assert gap.parts[1].mover is mover
    assert sum((part.by_draft + part.by_counterpart for part in gap.parts), Fraction(0)) == gap.closed
    assert (found.mediators, only(found).stages[1].mediator) == (
        (("b",), True) if mover is Mover.MEDIATOR else ((), False)
    )


def test_a_group_speaks_for_its_members() -> None:
    found = trace(
        [draft("a", limit(8), authors=("DE",))], toward=draft("x", limit(4), authors=("E3",)), world=library.world()
    )
    assert only(found).gaps == ()
    assert [document.id for document in found.documents] == ["a"]


def test_a_subject_of_the_counterpart_alone_is_no_path() -> None:
    assert trace([draft("a")], toward=draft("x", limit(4))).paths == ()


def test_degrees_are_measured_in_steps_and_parts_of_different_units_apart() -> None:
    paths = [MembershipPath.EXCLUDED, MembershipPath.OPEN]
    chain = [
        draft(f"d{day}", AllianceMembership(of="UA", in_="NATO", membership=path, within=Deadline(within)), day=day)
        for day, path, within in zip((1, 2), paths, ("10 days of signature", "2 years"), strict=True)
    ]
    within = Deadline("5 days of signature")
    target = AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.MEMBER, within=within)
    gaps = only(trace(chain, toward=draft("x", target, authors=("RU",)))).gaps
    assert [(gap.field, gap.unit, gap.start, gap.end) for gap in gaps] == [
        ("within", "days of signature", 5, 5),
        ("membership", "steps", 7, 2),
    ]


def test_the_summary_of_a_party_tells_what_became_of_its_terms() -> None:
    guarantee = SecurityGuarantee(to="UA", guarantors=Members(("US",)))
    first = draft("a", limit(8), guarantee, AllianceMembership(of="UA", in_="NATO"))
    last = draft("b", limit(6), attrs.evolve(guarantee, guarantors=Members(("FR", "US"))), day=2)
    counts = {party.actor: party.counts() for party in trace([first, last]).parties()}
    assert counts == {
        "FR": {Weight.ADDED: 1},
        "UA": {Weight.HEAVIER: 1, Weight.DROPPED: 1},
        "US": {Weight.CHANGED: 1},
    }


def test_what_is_declined_is_nobodys_burden() -> None:
    declined = limit(6, stance=Stance.REJECTS)
    assert trace([draft("a", declined), draft("b", declined, day=2)]).parties() == ()


def test_the_plans_tell_for_each_topic_whose_value_the_last_holds() -> None:
    found = trace([TWENTY, US, E3], toward=E3)
    topics = dict(found.topics())
    assert list(topics) == sorted(topics, key=lambda topic: topic.rank)
    forces = {(outcome.held, outcome.documents) for outcome in topics[Topic.FORCES]}
    assert (Held.EARLIER, ("e3-counter",)) in forces
    assert sum(sum(counted.values()) for counted in topics.values()) == len(found.paths)
    limited = next(path for path in found.paths if path.line.kind == "force-limit")
    (gap,) = limited.gaps
    assert [(part.document, part.by_draft) for part in gap.parts if part.by_draft] == [("twenty-point", 200_000)]
    assert (gap.start, gap.end, gap.unit) == (200_000, 0, "persons")
    assert {path.line.topic for path in found.narrowed([Topic.FORCES]).paths} == {Topic.FORCES}
    assert found.narrowed([]) == found


@given(proposal_pairs())
def test_every_path_has_a_stage_for_each_draft_and_exact_gaps(pair: tuple[Proposal, Proposal]) -> None:
    found = trace([*pair, pair[0]], toward=pair[1], as_given=True)
    for path in found.paths:
        assert len(path.stages) == 3
        for gap in path.gaps:
            assert sum((part.by_draft + part.by_counterpart for part in gap.parts), Fraction(0)) == gap.closed


@given(proposal_pairs())
def test_a_chain_that_returns_holds_the_first_drafts_value(pair: tuple[Proposal, Proposal]) -> None:
    again = attrs.evolve(pair[0], id="the-first-again", lineage=(), struck=(), terms=pair[0].terms)
    first = attrs.evolve(pair[0], lineage=(), struck=())
    found = trace([first, again], as_given=True)
    assert {path.outcome.held for path in found.paths} <= {Held.EARLIER}
    assert {weight for party in found.parties() for weight in party.counts()} <= {Weight.UNCHANGED}
