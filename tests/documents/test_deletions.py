"""Deletions, resolved into the terms that they delete."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import proposals
from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Proposal
from proposals.measures.burdens import burdens
from proposals.measures.distance import NEAREST, UNKNOWN, reach
from proposals.measures.movement import Happening, Held
from proposals.measures.tracing import trace
from proposals.measures.weighing import Weight
from proposals.negotiation.four_columns import four_columns
from proposals.reports.rendering import say, to_text
from proposals.terms.alliances import AllianceMembership, MembershipPath
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.territory import Demilitarization, Recognition, TerritoryStatus, Withdrawal
from proposals.vocabulary import Absence, Coverage, Modality, Relation, Stance
from proposals.world.places import Place, PlaceKind

LIMIT = ForceLimit(of=("UA",), personnel=600, peacetime=True, points=("6",))
STATUS = TerritoryStatus(places=("UA-43", "UA-09"), recognition=Recognition.DE_FACTO, as_="RU", points=("21a",))
OPENING = Demilitarization(places=("UA-14",), points=("21",))
PLAN = document("plan", LIMIT, STATUS, OPENING)


def reply(*terms: Term, struck: tuple[str | Struck, ...] = ()) -> Proposal:
    made = document("reply", *terms, amends="plan", struck=struck)
    return attrs.evolve(made, amended=(PLAN,), world=library.world())


def deleted(of: Proposal) -> dict[str, Term]:
    return {term.kind: term for term in of.deletions}


def test_a_point_is_deleted_with_its_parts_and_what_they_say() -> None:
    found = deleted(reply(struck=("21",)))
    assert found.keys() == {"territory-status", "demilitarization"}
    status = found["territory-status"]
    assert isinstance(status, TerritoryStatus)
    assert (status.stance, status.points, status.recognition) == (Stance.STRIKES, ("21",), Recognition.DE_FACTO)


def test_the_opening_of_a_point_may_be_deleted_alone() -> None:
    assert deleted(reply(struck=(Struck(point="21", chapeau=True),))).keys() == {"demilitarization"}


def test_a_kind_or_a_field_may_be_deleted_alone() -> None:
    found = deleted(reply(struck=(Struck(point="21", kinds=("territory-status",)),)))
    assert found.keys() == {"territory-status"}
    limit = deleted(reply(struck=(Struck(point="6", fields=("peacetime",)),)))["force-limit"]
    assert isinstance(limit, ForceLimit)
    assert (limit.personnel, limit.peacetime) == (None, True)


def test_what_is_deleted_of_a_ban_is_no_deletion_of_the_act() -> None:
    ban = ForeignForces(
        of=("NATO",), in_=("UA",), modality=Modality.SHALL_NOT, permanently=True, peacetime=True, points=("8",)
    )
    plan = document("plan", ban)
    answer = document("reply", amends="plan", struck=(Struck(point="8", fields=("permanently",)),))
    (finding,) = compare(plan, answer).findings
    assert finding.relation is Relation.STRUCK
    assert not finding.right.points_at
    (whole,) = compare(plan, attrs.evolve(answer, struck=(Struck(point="8"),))).findings
    assert whole.right.points_at


def test_what_the_document_says_itself_goes_before() -> None:
    own = attrs.evolve(STATUS, places=("UA-43",), recognition=Recognition.NONE)
    status = deleted(reply(own, LIMIT, struck=("21", "6")))["territory-status"]
    assert isinstance(status, TerritoryStatus)
    assert status.places == ("UA-09",)
    assert "force-limit" not in deleted(reply(LIMIT, struck=("6",)))


def test_of_an_area_the_part_that_the_document_speaks_to_itself_is_not_deleted() -> None:
    plan = document("plan", TerritoryStatus(places=("Donbas/held-by-RU",), points=("1",)))
    own = TerritoryStatus(places=("UA-09",), recognition=Recognition.DE_JURE)
    narrow = TerritoryStatus(places=("UA-09/held-by-RU",), recognition=Recognition.DE_JURE)
    for said, places in (
        (own, ("UA-14/held-by-RU",)),
        (narrow, ("UA-14/held-by-RU",)),
        (OPENING, ("Donbas/held-by-RU",)),
    ):
        (term,) = attrs.evolve(reply(said, struck=("1",)), amended=(plan,)).deletions
        assert isinstance(term, TerritoryStatus)
        assert term.places == places


def test_of_several_actors_those_of_whom_the_document_speaks_itself_are_not_deleted() -> None:
    both = ForceLimit(of=("UA", "RU"), personnel=600, points=("1",))
    for said, left in (
        (attrs.evolve(both, of=("UA",), personnel=800), [("RU",)]),
        (attrs.evolve(both, personnel=800), []),
        (attrs.evolve(both, of=("E3",), personnel=800), [("UA", "RU")]),
    ):
        found = attrs.evolve(reply(said, struck=("1",)), amended=(document("plan", both),)).deletions
        assert [term.subject[0] for term in found] == left


def test_what_the_document_says_of_a_wider_group_or_ground_goes_before() -> None:
    narrow = Withdrawal(of=("FR", "RU"), from_=("UA-05",), points=("1",))
    for said, left in (
        (attrs.evolve(narrow, of=("FR",), from_=("UA",)), [("RU",)]),
        (attrs.evolve(narrow, of=("E3",)), [("RU",)]),
        (attrs.evolve(narrow, of=("E3",), from_=("UA-09",)), [("FR",), ("RU",)]),
    ):
        found = attrs.evolve(reply(said, struck=("1",)), amended=(document("plan", narrow),)).deletions
        assert [term.subject[0] for term in found] == left
    ours = document("ours", attrs.evolve(narrow, of=("FR",), from_=("UA",)), amends="plan", struck=("1",))
    findings = compare(document("plan", narrow), attrs.evolve(ours, world=library.world())).findings
    told = {(finding.subject[0], finding.relation) for finding in findings}
    assert told == {(("FR",), Relation.SAME), (("RU",), Relation.STRUCK), (("FR",), Relation.SILENT)}


def test_what_the_document_says_of_ground_of_which_a_deleted_area_is_a_part_goes_before() -> None:
    strip = Place(
        id="the strip", name="The strip", kind=PlaceKind.AREA, parts=("UA-14/held-by-UA", "ZNPP"), whole=False
    )
    world = library.world().extended([strip], [])
    plan = document("plan", Withdrawal(of=("FR",), from_=("the strip",), points=("1",)))
    ours = document("ours", Withdrawal(of=("FR",), from_=("UA-14",)), amends="plan", struck=("1",))
    findings = compare(*(attrs.evolve(one, places=(strip,), world=world) for one in (plan, ours))).findings
    assert [(finding.relation, finding.subject[1]) for finding in findings] == [
        (Relation.SAME, ("UA-14/held-by-UA",)),
        (Relation.STRUCK, ("ZNPP", "the strip~rest")),
        (Relation.SILENT, ("UA-14/held-by-RU",)),
    ]


def test_a_deletion_may_say_from_which_text() -> None:
    assert deleted(reply(struck=(Struck(point="6", of="plan"),))).keys() == {"force-limit"}
    assert not deleted(reply(struck=(Struck(point="6", of="another"),)))


def test_what_a_text_declines_is_not_deleted_from_it() -> None:
    plan = document("plan", attrs.evolve(LIMIT, stance=Stance.REJECTS), STATUS)
    made = document("reply", amends="plan", struck=("6", "21a"))
    assert deleted(attrs.evolve(made, amended=(plan,), world=library.world())).keys() == {"territory-status"}


def test_a_deletion_of_what_a_text_declines_keeps_its_own_values() -> None:
    struck = attrs.evolve(LIMIT, stance=Stance.STRIKES, personnel=None, peacetime=None)
    plan = document("plan", attrs.evolve(LIMIT, stance=Stance.REJECTS))
    made = attrs.evolve(document("reply", struck, amends="plan"), amended=(plan,), world=library.world())
    assert made.said == (struck,)


def test_of_open_alternatives_a_deletion_has_what_they_share() -> None:
    open_ = [attrs.evolve(LIMIT, holders=("US",)), attrs.evolve(LIMIT, holders=("E3",), personnel=800)]
    (limit,) = attrs.evolve(reply(struck=("6",)), amended=(document("plan", *open_),)).deletions
    assert isinstance(limit, ForceLimit)
    assert (limit.personnel, limit.peacetime, limit.holders) == (None, True, ())


@pytest.mark.parametrize(("struck", "gone"), [(("6",), False), (("6", "7"), True)])
@pytest.mark.parametrize("turned", [False, True])
def test_open_alternatives_are_deleted_where_all_their_points_are_in_whatever_order(
    struck: tuple[str, ...],
    *,
    gone: bool,
    turned: bool,
) -> None:
    open_ = [
        attrs.evolve(LIMIT, holders=("US",), points=("6",)),
        attrs.evolve(LIMIT, holders=("E3",), points=("7",)),
        attrs.evolve(LIMIT, holders=("RU",), points=()),
    ]
    plan = document("plan", *(reversed(open_) if turned else open_))
    found = attrs.evolve(reply(struck=struck), amended=(plan,)).deletions
    assert [term.points for term in found] == ([("6",)] if gone else [])


def test_a_term_that_deletes_without_a_value_has_those_of_the_text() -> None:
    bare = ForceLimit(of=("UA",), stance=Stance.STRIKES)
    (limit,) = reply(bare).said
    assert isinstance(limit, ForceLimit)
    assert (limit.personnel, limit.points) == (600, ())
    agreeing = ForceLimit(of=("UA",), stance=Stance.STRIKES, personnel=600)
    hoped = attrs.evolve(PLAN, terms=(attrs.evolve(LIMIT, modality=Modality.EXPECTED),))
    (limit,) = attrs.evolve(reply(agreeing), amended=(hoped,)).said
    assert isinstance(limit, ForceLimit)
    assert (limit.personnel, limit.peacetime, limit.modality) == (600, True, Modality.EXPECTED)
    spelt = [attrs.evolve(LIMIT, within=proposals.Deadline(words)) for words in ("2 weeks", "14 days")]
    dated = attrs.evolve(spelt[0], stance=Stance.STRIKES, personnel=None, points=())
    (limit,) = attrs.evolve(reply(dated), amended=(attrs.evolve(PLAN, terms=(spelt[1],)),)).said
    assert isinstance(limit, ForceLimit)
    assert limit.personnel == 600
    banning = attrs.evolve(agreeing, modality=Modality.SHALL_NOT)
    assert reply(banning).said == (banning,)
    stated = ForceLimit(of=("UA",), stance=Stance.STRIKES, personnel=500)
    other = ForceLimit(of=("RU",), stance=Stance.STRIKES)
    assert reply(stated, other).said == (stated, other)


COMPARED = {
    "with the text that has it": (LIMIT, Relation.STRUCK, "deletion"),
    "with another value": (attrs.evolve(LIMIT, personnel=800), Relation.DIFFERS, "deletion-misses"),
    "with the same deletion": (attrs.evolve(LIMIT, stance=Stance.STRIKES, points=()), Relation.SAME, "same-answer"),
    "with its rejection": (attrs.evolve(LIMIT, stance=Stance.REJECTS), Relation.DIFFERS, "both-against"),
}


@pytest.mark.parametrize(("term", "relation", "rule"), COMPARED.values(), ids=COMPARED)
def test_a_deletion_compared_with_a_third_text(term: Term, relation: Relation, rule: str) -> None:
    third = document("third", term, **({"amended": (PLAN,)} if term.stance is Stance.STRIKES else {}))
    for pair in ((reply(struck=("6",)), third), (third, reply(struck=("6",)))):
        (finding,) = compare(*pair, world=library.world()).findings
        assert (finding.relation, finding.rule.id) == (relation, rule)
        assert finding.direction is None


def test_what_is_deleted_as_excluded_is_not_what_another_leaves_open() -> None:
    excluded = AllianceMembership(of=("UA",), in_=("NATO",), membership=MembershipPath.EXCLUDED)
    striking = document("later", attrs.evolve(excluded, stance=Stance.STRIKES))
    other = document("other", attrs.evolve(excluded, membership=MembershipPath.NO_CONSENSUS))
    assert compare(striking, other).findings[0].rule.id == "deletion-misses"
    assert compare(striking, document("whole", excluded)).findings[0].rule.id == "deletion"
    assert compare(striking, document("none")).findings[0].relation is Relation.SILENT
    assert compare(striking, document("part", coverage=Coverage.PARTIAL)).findings[0].relation is Relation.UNREPORTED


HEAD = "id: answer\ntitle: Answer\ndate: 2026\n"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("lineage: {revises: us-28-point}\nstruck: [26]\n", []),
        (
            "lineage: {revises: us-28-point}\nstruck: [99]\n",
            ["5:10 nothing stands under point 99 of us-28-point that this could delete"],
        ),
        (
            "lineage: {revises: us-28-point}\nstruck: [{point: 26, kind: force-limit}]\n",
            ["5:10 nothing stands under point 26 of us-28-point that this could delete"],
        ),
        (
            "lineage: {revises: us-28-point}\nstruck: [{point: 26, of: e3-counter}]\n",
            ["5:10 'e3-counter' is none of the documents that it amends or revises"],
        ),
        (
            "struck: [26]\nterms: [{amnesty: all-parties, stance: strikes}]\n",
            [
                "4:10 point 26 is deleted, and the document amends or revises none",
                "5:10 this 'amnesty' is deleted, and the document amends or revises none",
            ],
        ),
        ("lineage: {revises: broken}\nstruck: [1]\n", []),
    ],
)
def test_a_deletion_has_a_text_that_it_deletes_from(tmp_path: Path, body: str, problems: list[str]) -> None:
    (tmp_path / "broken.yaml").write_bytes(b"\xff")
    path = tmp_path / "answer.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    found = [f"{one.location.line}:{one.location.column} {one.message}" for one in library.problems_of(path)]
    assert found == problems
    if not problems:
        said = [(str(term.stance), term.kind) for term in library.load(path).said]
        assert said == ([("strikes", "amnesty")] if "26" in body else [])


def test_a_deletion_of_a_deletion_has_a_rule(tmp_path: Path) -> None:
    head = "title: x\ndate: 2026-01-01\ncoverage: complete\n"
    (tmp_path / "first.yaml").write_text(
        f"id: first\n{head}lineage: [{{amends: us-28-point}}]\n"
        "terms: [{force-limit: UA, point: 6, stance: strikes}]\n"
    )
    (tmp_path / "second.yaml").write_text(f"id: second\n{head}lineage: [{{amends: first}}]\nstruck: [6]\n")
    paths = [tmp_path / "first.yaml", tmp_path / "second.yaml"]
    (finding,) = compare(*map(library.load, paths)).findings
    assert (finding.left.state, finding.right.state) == (Stance.STRIKES, Absence.SILENT)
    assert (finding.relation, finding.rule.id) == (Relation.SILENT, "silence")


def test_a_clause_stays_of_which_single_values_are_deleted() -> None:
    struck = (Struck(point="6", fields=("peacetime",)), Struck(point="21a", fields=("recognition", "as")))
    answer = reply(struck=struck)
    assert {term.in_part for term in answer.deletions} == {True}
    assert {term.in_part for term in reply(struck=("6", "21")).deletions} == {False}
    assert {kind: say(term) for kind, term in deleted(answer).items()} == {
        "force-limit": "It deletes a part of “Limit on Ukraine's armed forces”: in peacetime.",
        "territory-status": "It deletes a part of “Status of Crimea and the Luhansk region”: recognition: de facto and "
        "recognised as: Russia.",
    }
    found = compare(PLAN, answer)
    by_kind = {finding.kind: finding for finding in found.findings}
    assert by_kind["force-limit"].relation is Relation.STRUCK
    assert "A proposes it; B deletes a part of it (point 6)." in to_text(found)
    assert reach(by_kind["force-limit"]) == UNKNOWN
    both = compare(answer, attrs.evolve(answer, id="other"))
    assert {reach(finding) for finding in both.findings} == {NEAREST}
    assert "Both delete it or a part of it, with the same content." in to_text(both)
    changes = {one.actor: one.changes() for one in burdens(PLAN, answer).accounts}
    assert changes["UA"] == {Weight.CHANGED: 1}
    path = next(one for one in trace([PLAN, answer]).paths if one.line.kind == "force-limit")
    assert [stage.happening for stage in path.stages] == [Happening.STARTS, Happening.CHANGES]
    assert path.outcome.held is Held.OWN
    assert "deletes a part of it" in to_text(four_columns([answer], base=PLAN))
    kept = reply(ForceLimit(of=("UA",), personnel=600))
    assert "had deleted a part of it" in to_text(four_columns([answer], base=PLAN, compromise=kept))
