from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from making import document
from proposals import library
from proposals.documents.proposal import Proposal
from proposals.fields.members import Members
from proposals.measures.burdens import Account, Duty, Ledger, burdens
from proposals.measures.weighing import Weight
from proposals.reports.rendering import to_text
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.economy import FrozenAssets
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import Mechanism, SecurityGuarantee
from proposals.terms.nuclear import NuclearState, NuclearStatus
from proposals.terms.territory import Demilitarization, TerritoryStatus
from proposals.terms.union import AccessionPath, UnionAccession
from proposals.testing import proposal_pairs, proposals
from proposals.vocabulary import Coverage, Modality, Stance

US, E3 = library.load("us-28-point"), library.load("e3-counter")


def account(ledger: Ledger, actor: str | None) -> Account:
    return next(one for one in ledger.accounts if one.actor == actor)


LIMIT = ForceLimit(of="UA", personnel=6)
GUARANTEE = SecurityGuarantee(to="UA", guarantors=Members(("NATO",)))


@pytest.mark.parametrize(
    ("modality", "duty"),
    [
        (Modality.SHALL, Duty.MUST),
        (Modality.SHALL_NOT, Duty.MUST_NOT),
        (Modality.MAY, Duty.MAY),
        (Modality.SHOULD, Duty.EXPECTED),
        (Modality.INTENDS, Duty.EXPECTED),
        (Modality.EXPECTED, Duty.EXPECTED),
    ],
)
def test_the_modality_is_the_duty(modality: Modality, duty: Duty) -> None:
    found = burdens(document("a", attrs.evolve(LIMIT, modality=modality)))
    assert account(found, "UA").counts(0) == {duty: 1}
    assert account(found, "UA").changes() == {}


def test_a_promise_stands_in_the_account_of_whom_it_is_for_after_the_obligations() -> None:
    found = burdens(document("a", GUARANTEE, LIMIT))
    assert [entry.line.kind for entry in account(found, "UA").entries] == ["force-limit", "security-guarantee"]
    assert account(found, "UA").counts(0) == {Duty.MUST: 1, Duty.PROMISED: 1}


def test_what_an_organisation_bears_is_its_own_and_found_for_its_members() -> None:
    found = burdens(document("a", GUARANTEE, LIMIT), world=library.world())
    assert [one.actor for one in found.accounts] == ["NATO", "UA"]
    assert [one.actor for one in found.of("US")] == ["NATO"]
    assert [one.actor for one in found.of("NATO")] == ["NATO"]
    assert found.of("RU") == ()


def test_a_term_that_names_nobody_is_not_lost() -> None:
    found = burdens(document("a", Demilitarization(places=("UA-14", "UA-09"))), document("b", LIMIT))
    assert [one.actor for one in found.accounts] == ["UA", None]
    assert account(found, None).counts(0) == {Duty.MUST: 1}
    assert account(found, None).changes() == {Weight.DROPPED: 1}
    assert found.of("UA") == (account(found, "UA"),)


def test_the_variants_of_an_open_point_are_one_obligation() -> None:
    variants = (attrs.evolve(LIMIT, holders=("RU",)), ForceLimit(of="UA", personnel=8, holders=("UA",)))
    found = burdens(document("a", *variants), document("b", LIMIT))
    assert account(found, "UA").counts(0) == {Duty.MUST: 1}
    assert account(found, "UA").changes() == {Weight.OPEN: 1}


def test_a_term_in_several_rows_is_counted_once() -> None:
    whole = TerritoryStatus(places=("UA-43", "UA-09"), by=Members(("US",)))
    part = TerritoryStatus(places="UA-09", by=Members(("US",)), as_="RU")
    found = account(burdens(document("a", whole), document("b", part)), "US")
    assert (found.counts(0), found.counts(1), len(found.entries)) == ({Duty.MUST: 1}, {Duty.MUST: 1}, 2)


PART = Coverage.PARTIAL


def lacking(term: Term) -> Proposal:
    """A document known in part of which a source says that it does not have the term."""
    return document("x", coverage=PART, left_out=(attrs.evolve(term, stance=Stance.LEAVES_OUT),))


@pytest.mark.parametrize(
    ("first", "second", "weight"),
    [
        (document("a", LIMIT), document("b", ForceLimit(of="UA", personnel=4)), Weight.HEAVIER),
        (document("a", LIMIT), document("b", ForceLimit(of="UA", personnel=8)), Weight.LIGHTER),
        (document("a", LIMIT), document("b", ForceLimit(of="UA", personnel=4, peacetime=True)), Weight.MIXED),
        (document("a", LIMIT), document("b", attrs.evolve(LIMIT, modality=Modality.MAY)), Weight.CHANGED),
        (document("a", LIMIT), document("b", LIMIT), Weight.UNCHANGED),
        (document("a", attrs.evolve(LIMIT, peacetime=True)), document("b", LIMIT, coverage=PART), Weight.UNCHANGED),
        (document("a", LIMIT), document("b"), Weight.DROPPED),
        (document("a", LIMIT), document("b", attrs.evolve(LIMIT, stance=Stance.REJECTS)), Weight.DROPPED),
        (document("a", LIMIT), document("b", coverage=PART), Weight.NOT_REPORTED),
        (document("a", LIMIT), lacking(LIMIT), Weight.DROPPED),
        (document("a", LIMIT), lacking(attrs.evolve(LIMIT, personnel=4)), Weight.NOT_REPORTED),
        (lacking(LIMIT), document("b", LIMIT), Weight.ADDED),
        (lacking(attrs.evolve(LIMIT, personnel=4)), document("b", LIMIT), Weight.NEWLY_REPORTED),
        (document("a"), document("b", LIMIT), Weight.ADDED),
        (document("a", coverage=PART), document("b", LIMIT), Weight.NEWLY_REPORTED),
        (document("a", attrs.evolve(LIMIT, stance=Stance.DEFERS)), document("b", LIMIT), Weight.ADDED),
    ],
)
def test_what_became_of_an_obligation(first: Proposal, second: Proposal, weight: Weight) -> None:
    assert account(burdens(first, second), "UA").changes() == {weight: 1}


NAMED = SecurityGuarantee(to="UA", guarantors=Members(("US",)))


def test_what_is_heavier_for_the_bearer_is_stronger_for_the_beneficiary() -> None:
    more = attrs.evolve(NAMED, guarantors=Members(("FR", "US")), binding=True)
    changes = {one.actor: one.changes() for one in burdens(document("a", NAMED), document("b", more)).accounts}
    assert changes == {"FR": {Weight.ADDED: 1}, "UA": {Weight.STRONGER: 1}, "US": {Weight.HEAVIER: 1}}
    back = {one.actor: one.changes() for one in burdens(document("b", more), document("a", NAMED)).accounts}
    assert back == {"FR": {Weight.DROPPED: 1}, "UA": {Weight.WEAKER: 1}, "US": {Weight.LIGHTER: 1}}


@pytest.mark.parametrize(
    ("guarantors", "expected"),
    [
        (Members(("FR",)), {"FR": Weight.ADDED, "US": Weight.DROPPED}),
        (Members(("FR",), open=True), {"FR": Weight.ADDED, "US": Weight.NOT_REPORTED}),
        (None, {"US": Weight.NOT_REPORTED}),
    ],
)
def test_nothing_is_dropped_by_not_naming(guarantors: Members | None, expected: dict[str, Weight]) -> None:
    found = burdens(document("a", NAMED), document("b", attrs.evolve(NAMED, guarantors=guarantors)))
    changes = {one.actor: one.entries[0].weight for one in found.accounts if one.actor in {"FR", "US"}}
    assert changes == expected


def test_a_list_of_a_text_known_in_part_drops_nobody() -> None:
    first = document("a", attrs.evolve(NAMED, guarantors=Members(("FR", "US"), open=True)), coverage=PART)
    second = document("b", attrs.evolve(NAMED, guarantors=Members(("NATO", "US"))), coverage=PART)
    changes = {one.actor: one.entries[0].weight for one in burdens(first, second).accounts}
    assert changes == {
        "FR": Weight.NOT_REPORTED,
        "NATO": Weight.NEWLY_REPORTED,
        "UA": Weight.CHANGED,
        "US": Weight.CHANGED,
    }


def test_each_actor_bears_its_own_part_of_a_term_about_several() -> None:
    found = burdens(document("a", LIMIT), document("b", ForceLimit(of=("UA", "RU"), personnel=8)))
    entries = {
        one.actor: [(entry.line.subject, entry.duties, entry.weight) for entry in one.entries] for one in found.accounts
    }
    assert entries == {
        "RU": [((("RU",),), (None, Duty.MUST), Weight.ADDED)],
        "UA": [((("UA",),), (Duty.MUST, Duty.MUST), Weight.LIGHTER)],
    }


@pytest.mark.parametrize(
    ("term", "duty"),
    [
        (AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.OPEN), Duty.MAY),
        (AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED), Duty.MUST_NOT),
        (AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.NO_CONSENSUS), Duty.STATUS),
        (AllianceMembership(of="UA", in_="NATO"), Duty.STATUS),
        (AllianceMembership(of="UA", in_="NATO", modality=Modality.SHALL_NOT), Duty.MUST_NOT),
        (
            AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED, modality=Modality.SHALL_NOT),
            Duty.MAY,
        ),
        (
            AllianceMembership(of="UA", in_="NATO", membership=MembershipPath.EXCLUDED, modality=Modality.SHOULD),
            Duty.STATUS,
        ),
        (UnionAccession(of="UA", to="EU", path=AccessionPath.ELIGIBLE), Duty.MAY),
        (UnionAccession(of="UA", to="EU", path=AccessionPath.DATED), Duty.MUST),
        (FrozenAssets(of="RU"), Duty.STATUS),
        (NuclearStatus(of="UA", status=NuclearState.NON_NUCLEAR), Duty.MUST_NOT),
        (NuclearStatus(of="US", status=NuclearState.NUCLEAR), Duty.STATUS),
    ],
)
def test_a_permission_or_a_state_of_affairs_is_never_a_must(term: Term, duty: Duty) -> None:
    found = burdens(document("a", term))
    assert account(found, term.bearers[0]).counts(0) == {duty: 1}


@given(proposals())
def test_the_ledger_of_one_document_against_itself_changes_nothing(held: Proposal) -> None:
    alone, twice = burdens(held), burdens(held, held)
    assert [one.actor for one in alone.accounts] == [one.actor for one in twice.accounts]
    for one, other in zip(alone.accounts, twice.accounts, strict=True):
        assert one.counts(0) == other.counts(0) == other.counts(1)
        assert set(other.changes()) <= {Weight.UNCHANGED}


MIRROR = {
    Weight.HEAVIER: Weight.LIGHTER,
    Weight.STRONGER: Weight.WEAKER,
    Weight.ADDED: Weight.DROPPED,
    Weight.NEWLY_REPORTED: Weight.NOT_REPORTED,
}
MIRROR |= {after: before for before, after in MIRROR.items()}


@given(proposal_pairs())
def test_exchanging_the_documents_mirrors_the_ledger(pair: tuple[Proposal, Proposal]) -> None:
    left, right = (attrs.evolve(one, lineage=(), struck=()) for one in pair)
    there, back = burdens(left, right), burdens(right, left)
    mirrored = {
        one.actor: {MIRROR.get(weight, weight): number for weight, number in one.changes().items()}
        for one in back.accounts
    }
    assert {one.actor: one.changes() for one in there.accounts} == mirrored


def test_the_plans_count_what_they_lay_on_each() -> None:
    found = burdens(US, E3)
    laid = {one.actor: sum(one.counts(0).values()) - one.counts(0).get(Duty.PROMISED, 0) for one in found.accounts}
    assert all(laid[actor] > 0 for actor in ("UA", "RU", "US", "NATO", "Europe"))
    limit = next(entry for entry in account(found, "UA").entries if entry.line.kind == "force-limit")
    assert (limit.duties, limit.weight) == ((Duty.MUST, Duty.MUST), Weight.LIGHTER)


def test_what_a_group_bears_and_its_members_one_by_one_is_neither_added_nor_dropped() -> None:
    group, each, one = (
        SecurityGuarantee(to="UA", guarantors=Members(names), mechanism=mechanism)
        for names, mechanism in (
            (("E3",), Mechanism.DEFEND),
            (("DE", "FR", "GB"), Mechanism.CONSULT),
            (("GB",), Mechanism.DEFEND),
        )
    )
    found = burdens(document("a", group), document("b", each), world=library.world())
    borne = {one.actor: one.changes() for one in found.accounts if one.actor != "UA"}
    assert borne == {key: {Weight.LIGHTER: 1} for key in ("DE", "E3", "FR", "GB")}
    found = burdens(document("a", group), document("b", one), world=library.world())
    borne = {one.actor: one.changes() for one in found.accounts if one.actor != "UA"}
    assert borne == {"E3": {Weight.DROPPED: 1}, "GB": {Weight.CHANGED: 1}}


def test_of_a_text_known_in_part_none_are_known() -> None:
    partly = document("b", GUARANTEE, coverage=Coverage.PARTIAL)
    other = attrs.evolve(partly, id="a", terms=(LIMIT,))
    assert "A: none known\n" in to_text(burdens(other, partly))
    assert "A: none\n" in to_text(burdens(attrs.evolve(other, coverage=Coverage.COMPLETE), partly))
