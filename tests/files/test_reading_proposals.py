from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposals.documents.deletions import Struck
from proposals.documents.proposal import Gap, LineageStep, Proposal
from proposals.errors import InvalidProposalError
from proposals.files.proposals import examine, read_proposal
from proposals.library.bundled import problems_of, world
from proposals.provenance import Citation
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Certainty, Coverage, Form, Link, Status, Topic
from proposals.world.actors import ActorKind
from proposals.world.dates import Date
from proposals.world.places import PlaceKind
from proposals.world.spans import NUMBER_HINT

File = Callable[..., Path]
Plan = Callable[[str], Proposal]
Told = Callable[..., list[str]]

FULL = """
form: counter proposal
status: leaked
coverage: complete
authors: [UA, Germany, FR, UA]
summary: >-
  Two
  lines.
names: [the plan, "Another name"]
points: 27
cite: ap
sources:
  ap: {publisher: AP}
places:
  old-bridge: {name: Old Bridge, kind: site, names: [the bridge], note: A note.}
  valley: {name: The Valley, kind: area, parts: [old-bridge, geneva], whole: true}
actors:
  friends: {name: Friends, kind: group, members: [PL, CZ]}
  spokesman: {name: A. Person, kind: person, side: friends, role: spokesman}
lineage:
- {amends: us-28-point, certainty: claimed, cite: ap, note: A note.}
- modelled on: gaza-plan
struck: [3, {point: 4, cite: {ap: gone}, note: A note.}]
gaps:
- {what: the annex, point: 7, note: A note.}
- what: the map
terms:
- demilitarization: the bridge
  of: [Friends]
"""


def test_all_that_a_proposal_may_hold(plan: Plan) -> None:
    proposal = plan(FULL)
    assert (proposal.id, proposal.title, proposal.date) == ("plan", "A plan", Date("2025-11-20"))
    assert (proposal.form, proposal.status, proposal.coverage) == (
        Form.COUNTER_PROPOSAL,
        Status.LEAKED,
        Coverage.COMPLETE,
    )
    assert proposal.authors == ("DE", "FR", "UA")
    assert (proposal.summary, proposal.names, proposal.points) == ("Two lines.", ("the plan", "Another name"), 27)
    bridge, valley = proposal.places
    assert (bridge.id, bridge.kind, bridge.names) == ("old-bridge", PlaceKind.SITE, ("the bridge",))
    assert bridge.note == "A note."
    assert (valley.parts, valley.whole) == (("old-bridge", "geneva"), True)
    friends, person = proposal.actors
    assert (friends.kind, friends.members) == (ActorKind.GROUP, ("PL", "CZ"))
    assert (person.side, person.role) == ("friends", "spokesman")
    assert proposal.lineage == (
        LineageStep(
            link=Link.AMENDS,
            to="us-28-point",
            certainty=Certainty.CLAIMED,
            citations=(Citation(source="ap"),),
            note="A note.",
        ),
        LineageStep(link=Link.MODELLED_ON, to="gaza-plan"),
    )
    assert proposal.amends == ("us-28-point",)
    assert proposal.struck == (
        Struck(point="3"),
        Struck(point="4", citations=(Citation(source="ap", quote="gone"),), note="A note."),
    )
    assert proposal.gaps == (Gap(what="the annex", point="7", note="A note."), Gap(what="the map"))
    (term,) = proposal.terms
    assert term.subject == (("old-bridge",),)
    assert term.bearers == ("friends",)
    assert [citation.source for citation in proposal.citations()] == ["ap", "ap", "ap"]


def test_what_is_left_out_is_the_common_case(plan: Plan) -> None:
    proposal = plan("authors:\nsources: {}\nterms:\n")
    assert proposal == Proposal(id="plan", title="A plan", date=Date("2025-11-20"))
    assert (proposal.form, proposal.status, proposal.coverage) == (Form.PLAN, Status.UNVERIFIED, Coverage.PARTIAL)
    assert proposal.at is not None
    assert proposal.at[1:] == (1, 1)


def test_what_a_document_is_known_from_is_cited_and_no_terms_source(plan: Plan) -> None:
    proposal = plan("known-from: [ap, {source: base, for: [date, authors]}]\nterms:\n- ceasefire: [RU, UA]")
    known = (Citation(source="ap"), Citation(source="base", supports=("date", "authors")))
    assert proposal.known_from == known == proposal.citations()
    assert proposal.terms[0].citations == ()


def test_one_value_stands_for_a_list_of_one(plan: Plan) -> None:
    proposal = plan("authors: UA\nnames: x\nlineage: {revises: a}\nstruck: 3\ngaps: {what: x}")
    assert (proposal.authors, proposal.names, len(proposal.lineage), proposal.struck, proposal.gaps) == (
        ("UA",),
        ("x",),
        1,
        (Struck(point="3"),),
        (Gap(what="x"),),
    )


LINKS = ", ".join(Link.spellings())
SPANS = "a span is written as '72 hours', '30 days of signature', 'three months' or '30 days, renewable'"


@pytest.mark.parametrize(
    ("written", "coverage", "by_topic"),
    [
        ("complete", Coverage.COMPLETE, ()),
        ("", Coverage.PARTIAL, ()),
        ("{default: complete}", Coverage.COMPLETE, ()),
        ("{territory: complete}", Coverage.PARTIAL, ((Topic.TERRITORY, Coverage.COMPLETE),)),
        (
            "{default: partial, european union: complete, territory: complete, forces: }",
            Coverage.PARTIAL,
            ((Topic.TERRITORY, Coverage.COMPLETE), (Topic.UNION, Coverage.COMPLETE)),
        ),
    ],
)
def test_coverage_may_be_stated_by_topic(
    plan: Plan, written: str, coverage: Coverage, by_topic: tuple[tuple[Topic, Coverage], ...]
) -> None:
    found = plan(f"coverage: {written}\n")
    assert (found.coverage, found.coverage_by_topic) == (coverage, by_topic)


def test_a_coverage_by_topic_that_is_wrong(told: Told) -> None:
    assert told("coverage: {territry: complete, forces: some}\n") == [
        "4:12 unknown-field: a coverage by topic has no field 'territry' (did you mean 'territory'?)",
        "4:40 unknown-word: 'some' is not one of the words of this field (one of: complete, partial)",
    ]


FACTS = "date, authors, form, status, coverage, summary, names, points"
PLAIN = "an id is lower-case letters, digits and single hyphens, as in 'us-28-point'"

ELSEWHERE = "write 'in: UA-05', or another of its parts"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("id: other", ["4:1 duplicate-key: 'id' appears twice; first on line 1 (keep one)"]),
        ("terms: []\nterms: []", ["5:1 duplicate-key: 'terms' appears twice; first on line 4 (keep one)"]),
        ("autors: [UA]", ["4:1 unknown-field: a proposal has no field 'autors' (did you mean 'authors'?)"]),
        (
            "coverage: full",
            ["4:11 unknown-word: 'full' is not one of the words of this field (one of: complete, partial)"],
        ),
        ("points: 28.5", ["4:9 bad-value: 28.5 is not a whole number of points"]),
        ("authors: [UA, Ukrania]", ["4:15 unknown-actor: no actor is called 'Ukrania' (did you mean 'Ukraine'?)"]),
        (
            "lineage: [{amends: a, revises: b}, {}]",
            [f"4:{column} bad-lineage: a step of lineage names one link (one of: {LINKS})" for column in (11, 36)],
        ),
        (
            "lineage: {amends: ../a}",
            [
                f"4:10 bad-lineage: a step of lineage names one link (one of: {LINKS})",
                f"4:19 bad-id: '../a' is not an id ({PLAIN})",
            ],
        ),
        (
            "struck: [{note: y}, a_b, ~]",
            [
                "4:10 missing-field: a deletion needs 'point' (The point that is deleted, with all its parts.)",
                "4:21 bad-value: 'a_b' is not a point's number (such as 6, 10d, 21.a, I.3, 5(c), Art. 5 or § 3)",
            ],
        ),
        ("gaps: [{note: x}]", ["4:8 missing-field: a gap needs 'what' (What is not established.)"]),
        (
            "known-from: [a, {source: b, for: [dates, colour, date]}]",
            [
                "4:13 unknown-field: a document is not known by a fact 'dates' (did you mean 'date'?)",
                f"4:13 unknown-field: a document is not known by a fact 'colour' (one of: {FACTS})",
            ],
        ),
        ("places: [a]", ["4:9 not-a-mapping: this is written as 'id: {name: …, kind: …}'"]),
        ("places: {UA: {name: X, kind: site}}", ["4:10 duplicate-place: place 'UA' appears twice"]),
        ("places: {x: {name: Kiev, kind: city}}", ["4:10 ambiguous-name: 'Kiev' names both 'UA-30' and 'x'"]),
        (
            "places: {x: {name: X, kind: city, in: UA}}",
            [f"4:10 bad-place: 'UA' is made up of its parts, so 'x' lies in one of these ({ELSEWHERE})"],
        ),
        (
            "places: {x: {name: X, kind: city, in: Donetsk}}",
            ["4:10 unknown-place: 'Donetsk', named by 'x', is not a known place (write its id, 'UA-14')"],
        ),
        ("places: {x: {name: X, kind: area, parts: [x]}}", ["4:10 circular-parts: 'x' is part of itself"]),
        (
            "places: {x: {name: X, kind: area, parts: [y]}}",
            ["4:10 unknown-place: 'y', named by 'x', is not a known place"],
        ),
        (
            "places: {x: {name: X, kind: site}}\nactors: {x: {name: Ukraine, kind: group}}",
            ["5:10 ambiguous-name: 'Ukraine' names both 'UA' and 'x'"],
        ),
        (
            "milestones: {signature: {name: X, definition: D}}",
            ["4:14 duplicate-milestone: milestone 'signature' appears twice"],
        ),
        (
            "milestones: {x: {name: the ceasefire, definition: D}}",
            ["4:14 ambiguous-name: 'the ceasefire' names both 'ceasefire' and 'x'"],
        ),
        (
            "milestones: {x: {name: X, definition: D, after: y}}",
            ["4:14 unknown-milestone: 'y', which 'x' comes after, is not a known milestone"],
        ),
        (
            "terms:\n- ceasefire: [RU, UA]\n  until: thirtee days\n  within: 30 moons",
            [
                f"6:10 bad-date: 'thirtee' is not the number of a span (did you mean 'thirteen'? {NUMBER_HINT})",
                f"7:11 bad-date: '30 moons' is neither a date nor a span ({SPANS})",
            ],
        ),
        (
            "actors: {x: {name: X, kind: group, members: [y]}}",
            ["4:10 unknown-actor: 'y', named by 'x', is not a known actor"],
        ),
    ],
)
def test_all_that_is_wrong_is_told_with_its_place(told: Told, body: str, problems: list[str]) -> None:
    assert told(body) == problems


def test_a_wrong_head_does_not_keep_the_rest_from_being_checked(file: File) -> None:
    body = "id: plan\ntitle: A plan\ndate: soon\nterms:\n" + 2 * "- force-limit: UA\n  cite: nobody\n"
    found = problems_of(file(body))
    assert sorted({problem.code for problem in found}) == ["bad-date", "duplicate-term", "unknown-source"]


NOTHING = "1:1 not-a-proposal: a proposal is written as 'key: value' lines (it begins with 'format: 2')"


@pytest.mark.parametrize(
    ("head", "problems"),
    [
        ("", [NOTHING]),
        ("# a comment\n", [NOTHING]),
        ("- a", [NOTHING]),
        ("plan", [NOTHING]),
        (
            "title: A plan\n",
            [
                "1:1 missing-field: a proposal needs 'id' (A short name for commands and references.)",
                "1:1 missing-field: a proposal needs 'date' (Its date in EDTF; of a position, when it was reported.)",
            ],
        ),
        (
            "title: A plan\nid:\ndate: 2025\n",
            ["2:1 missing-field: a proposal needs 'id' (A short name for commands and references.)"],
        ),
        (
            "id: pl\u0430n\ntitle: A plan\ndate: 2025\n",
            ["1:5 bad-id: 'pl\u0430n' is not an id (U+0430 CYRILLIC SMALL LETTER A is not an ASCII letter)"],
        ),
    ],
)
def test_what_is_no_proposal(told: Told, file: File, head: str, problems: list[str]) -> None:
    assert told("", head) == problems
    proposal, _ = examine(file(head), world())
    assert (proposal is None) is (problems == [NOTHING])
    with pytest.raises(InvalidProposalError) as caught:
        read_proposal(file(head), world())
    assert len(caught.value.problems) == len(problems)


def test_a_proposal_keeps_what_is_right_beside_what_is_wrong(file: File) -> None:
    path = file("id: plan\ntitle: A plan\ndate: 2025\nfoo: bar\nterms: [{force-limit: UA}, {force-limit: Ukrane}]\n")
    proposal, problems = examine(path, world())
    assert proposal is not None
    assert proposal.terms == (ForceLimit(of=["UA"]),)
    assert [problem.code for problem in problems] == ["unknown-field", "unknown-actor"]
    assert all(problem.location.file == str(path) for problem in problems)
    with pytest.raises(InvalidProposalError):
        read_proposal(path, world())
