from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from proposals.documents.proposal import Proposal
from proposals.fields.declare import compared_fields, fields_of
from proposals.fields.members import Members
from proposals.files.schema import input_schema
from proposals.files.terms import COMMON
from proposals.provenance import Citation
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.territory import Recognition, TerritoryStatus, Withdrawal
from proposals.vocabulary import Modality, Stance
from proposals.world.dates import Deadline

Plan = Callable[[str], Proposal]
Told = Callable[..., list[str]]

OPTIONS = "[{personnel: 1, held-by: UA}, {personnel: 2, held-by: [US, RU], cite: ap}]"


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("{force-limit: UA}", [ForceLimit(of=["UA"])]),
        ("{force-limit: {of: Ukraine}, point: 6}", [ForceLimit(of=["UA"], points=("6",))]),
        (
            "{force-limit: UA, personnel: 600k, peacetime: yes, points: [6, 7b], modality: should}",
            [ForceLimit(of=["UA"], personnel=600_000, peacetime=True, points=("6", "7b"), modality=Modality.SHOULD)],
        ),
        ("{force-limit: [UA, NO], personnel: }", [ForceLimit(of=["UA", "NO"])]),
        (
            "{territory-status: [Crimea, UA-09], recognition: de facto, as: RU, by: [US, …]}",
            [
                TerritoryStatus(
                    places=["UA-43", "UA-09"],
                    recognition=Recognition.DE_FACTO,
                    as_="RU",
                    by=Members(("US",), open=True),
                ),
            ],
        ),
        (
            "{withdrawal: {from: [Donbas/held-by-UA], of: UA}, within: 100 days of signature, stance: rejects}",
            [
                Withdrawal(
                    of=["UA"],
                    from_=["Donbas/held-by-UA"],
                    within=Deadline("100 days of signature"),
                    stance=Stance.REJECTS,
                ),
            ],
        ),
        ("{ceasefire: [UA, RU]}", [Ceasefire(between=["RU", "UA"])]),
        (
            """{security-guarantee: UA, guarantors: ...,
            void-if: [{attack: {by: UA, against: [RU]}}, breach, {invasion: }]}""",
            [
                SecurityGuarantee(
                    to=["UA"],
                    guarantors=Members((), open=True),
                    void_if=[
                        Circumstance(act=Act.ATTACK, by=["UA"], against=["RU"]),
                        Circumstance(act=Act.BREACH),
                        Circumstance(act=Act.INVASION),
                    ],
                ),
            ],
        ),
        (
            "{force-limit: UA, stance: accepts if, if: they stop, answers: 6}",
            [ForceLimit(of=["UA"], stance=Stance.ACCEPTS_IF, if_="they stop", answers=("6",))],
        ),
        (
            f"{{force-limit: UA, point: 6, peacetime: true, options: {OPTIONS}}}",
            [
                ForceLimit(of=["UA"], points=("6",), peacetime=True, personnel=1, holders=("UA",)),
                ForceLimit(
                    of=["UA"],
                    points=("6",),
                    peacetime=True,
                    personnel=2,
                    holders=("US", "RU"),
                    citations=(Citation(source="ap"),),
                ),
            ],
        ),
        (
            "{force-limit: UA, options: {personnel: 1, held-by: UA}}",
            [ForceLimit(of=["UA"], personnel=1, holders=("UA",))],
        ),
    ],
)
def test_what_a_term_may_look_like(plan: Plan, written: str, terms: list[Term]) -> None:
    assert plan(f"terms:\n- {written}").terms == tuple(terms)


@pytest.mark.parametrize("written", ["terms:", "terms: ~", "terms: []", ""])
def test_a_proposal_without_terms(plan: Plan, written: str) -> None:
    assert plan(written).terms == ()


def test_a_term_that_cites_nothing_cites_what_the_proposal_does(plan: Plan) -> None:
    body = "[{force-limit: UA}, {force-limit: RU, cite: base}, {ceasefire: [UA, RU], cite: []}]"
    terms = plan(f"cite: ap\nterms: {body}").terms
    assert [term.citations for term in terms] == [(Citation(source="ap"),), (Citation(source="base"),), ()]


@pytest.mark.parametrize(
    ("written", "keys", "citations"),
    [
        ("peacetime", ("peacetime",), ["ap"]),
        ("[peacetime, after]", ("peacetime", "after"), ["ap"]),
        ("{peacetime: }", ("peacetime",), ["ap"]),
        ("{peacetime: dw, after: [dw, tass]}", ("peacetime", "after"), ["ap", "dw", "dw", "tass"]),
    ],
)
def test_fields_that_a_source_says_are_not_there(
    plan: Plan, written: str, keys: tuple[str, ...], citations: list[str]
) -> None:
    (term,) = plan(f"cite: ap\nterms: [{{force-limit: UA, left-out: {written}}}]").terms
    assert term.left_out == keys
    assert [one.source for one in term.citations] == citations
    assert all(one.supports in {(), *((key,) for key in keys)} for one in term.citations)


def test_a_term_that_a_source_says_is_not_there_is_none_of_the_terms(plan: Plan) -> None:
    document = plan("cite: ap\nterms: [{force-limit: UA, stance: leaves-out}, {force-limit: RU}]")
    assert document.terms == (ForceLimit(of=("RU",), citations=(Citation(source="ap"),)),)
    (lacking,) = document.left_out
    assert (lacking.stance, lacking.citations) == (Stance.LEAVES_OUT, (Citation(source="ap"),))
    assert document.entries == (*document.terms, lacking)


def test_each_option_may_leave_out_fields_of_its_own(plan: Plan) -> None:
    options = "[{held-by: UA, left-out: after}, {held-by: RU, personnel: 1}]"
    terms = plan(f"terms: [{{force-limit: UA, left-out: peacetime, options: {options}}}]").terms
    assert [term.left_out for term in terms] == [("after",), ("peacetime",)]


def test_a_term_stands_where_its_kind_does(plan: Plan) -> None:
    (term,) = plan("terms:\n- point: 6\n  force-limit: UA").terms
    assert term.at is not None
    assert term.at[1:] == (6, 3)


SUBJECT = "withdrawal: {of: …, from: …}"
_TAKEN = ", ".join(field.key for field in compared_fields(ForceLimit) if field.name != "modality")
PROBLEMS = [
    ("terms: x", ["4:8 not-a-list: terms are a list, each begun with '- kind: subject'"]),
    ("terms: {force-limit: UA}", ["4:8 not-a-list: terms are a list, each begun with '- kind: subject'"]),
    ("terms: [x]", ["4:9 not-a-mapping: a term is written as 'kind: subject' with its fields beneath"]),
    ("terms: [{withdrawl: UA}]", ["4:10 unknown-kind: 'withdrawl' is not a kind of term (did you mean 'withdrawal'?)"]),
    (
        "terms: [{force-limit: UA, ceasefire: [UA, RU]}]",
        ["4:27 two-kinds: this term is a 'force-limit' and a 'ceasefire' (make two terms)"],
    ),
    (
        "terms: [{force-limit: UA, force-limit: RU}]",
        ["4:27 duplicate-key: 'force-limit' appears twice; first on line 4 (keep one)"],
    ),
    *(
        (
            f"terms: [{{force-limit: {nothing}}}]",
            ["4:10 missing-subject: 'force-limit' does not say its subject 'of' (Whose forces are limited.)"],
        )
        for nothing in ("", "~", "[]", "{}", "{of: }")
    ),
    (
        "terms: [{withdrawal: UA}]",
        [f"4:10 missing-subject: 'withdrawal' does not say its subject '{one}' ({SUBJECT})" for one in ("of", "from")],
    ),
    (
        "terms: [{withdrawal: {of: UA, form: UA-14}}]",
        [
            f"4:10 missing-subject: 'withdrawal' does not say its subject 'from' ({SUBJECT})",
            "4:31 unknown-field: the subject of 'withdrawal' has no field 'form' (did you mean 'from'?)",
        ],
    ),
    (
        "terms: [{withdrawal: {of: UA, from: Donetzk}}]",
        ["4:37 unknown-place: no place is called 'Donetzk' (did you mean 'Donetsk'?)"],
    ),
    (
        "terms: [{force-limit: [UA, Ukraine]}]",
        ["4:23 duplicate-subject: the same subject appears twice in this list (keep one)"],
    ),
    (
        "terms: [{force-limit: UA, personel: 0}]",
        ["4:27 unknown-field: a 'force-limit' term has no field 'personel' (did you mean 'personnel'?)"],
    ),
    (
        "terms: [{force-limit: UA, personnel: [1, 2]}]",
        ["4:38 not-a-value: one value belongs here, a number, not a list or a mapping"],
    ),
    (
        "terms: [{force-limit: UA, personnel: '1,5'}]",
        ["4:38 bad-value: '1,5' is not a number of persons (write 600000, 600k or 100bn)"],
    ),
    (
        "terms: [{force-limit: UA, point: 1, points: [2]}]",
        ["4:45 duplicate-key: both 'point' and 'points' are given here (keep one)"],
    ),
    (
        "terms: [{force-limit: UA, options: []}]",
        ["4:27 missing-option: no option is written here (leave 'options' out)"],
    ),
    (
        "terms: [{force-limit: UA, options: }]",
        ["4:27 missing-holder: each option says who holds it or what it is called (add 'held-by: …' or 'option: …')"],
    ),
    (
        "terms: [{force-limit: UA, options: [{personnel: 1}]}]",
        ["4:27 missing-holder: each option says who holds it or what it is called (add 'held-by: …' or 'option: …')"],
    ),
    (
        "terms: [{force-limit: UA, stance: accepts if}]",
        ["4:10 missing-if: a term that 'accepts if' needs its condition (add 'if: …')"],
    ),
    (
        "terms: [{force-limit: UA, options: [{held-by: UA, stance: reserves}]}]",
        ["4:10 missing-reservation: a term that 'reserves' needs its reservation (add 'reservation: …')"],
    ),
    (
        "terms: [{force-limit: UA, left-out: [{}, peacetme, modality]}]",
        [
            "4:38 not-a-value: one value belongs here, text, not a list or a mapping",
            "4:42 unknown-field: a 'force-limit' has no field 'peacetme' (did you mean 'peacetime'?)",
            f"4:52 unknown-field: a 'force-limit' has no field 'modality' (it takes: {_TAKEN})",
        ],
    ),
    (
        "terms: [{force-limit: UA, peacetime: yes, left-out: peacetime}]",
        [
            "4:10 left-out: 'peacetime' is stated and left out at once (remove one of the two)",
        ],
    ),
    (
        "terms: [{force-limit: UA, stance: leaves out, left-out: peacetime}]",
        [
            (
                "4:10 left-out: a term that is left out is held by nobody, is not an option, and answers nothing "
                "(remove 'held-by', 'option', 'answers' and 'left-out')"
            ),
        ],
    ),
    (
        "terms: [{security-guarantee: UA, void-if: [{attack: {by: UA}, breach: {}}]}]",
        ["4:44 bad-record: one word with its fields under it belongs here: 'word: {field: value}'"],
    ),
    (
        "terms: [{security-guarantee: UA, void-if: [{attack: {bye: UA}}, {atack: {by: UA}}, {~: {by: UA}}]}]",
        [
            "4:54 unknown-field: 'attack' has no field 'bye' (did you mean 'by'?)",
            "4:66 unknown-word: 'atack' is not one of the words of this field (did you mean 'attack'?)",
            f"4:85 unknown-word: '~' is not one of the words of this field (one of: {', '.join(Act.spellings())})",
        ],
    ),
    (
        "terms:\n- force-limit: Ukrane\n  personnel: many\n- frozen-lines: [UA, RU]\n",
        [
            "5:16 unknown-actor: no actor is called 'Ukrane' (did you mean 'Ukraine'?)",
            "6:14 bad-value: 'many' is not a number of persons (write 600000, 600k or 100bn)",
            "7:3 unknown-kind: 'frozen-lines' is not a kind of term (did you mean 'frozen-line'?)",
        ],
    ),
]


@pytest.mark.parametrize(("body", "problems"), PROBLEMS, ids=[body for body, _ in PROBLEMS])
def test_all_that_is_wrong_is_told_with_its_place(told: Told, body: str, problems: list[str]) -> None:
    assert told(body) == problems


@pytest.mark.parametrize("body", ["terms: [{}]", "terms: [{note: x, point: 6}]"])
def test_a_term_without_a_kind_is_told_where_the_kinds_are_listed(told: Told, body: str) -> None:
    listed = f"'proposals explain kinds' lists all {len(KINDS)}"
    assert told(body) == [f"4:9 unknown-kind: this term does not say its kind ({listed})"]
    assert told("terms: [{zzz: UA}]") == [f"4:10 unknown-kind: 'zzz' is not a kind of term ({listed})"]
    assert told("terms: [{highest-number-limit: UA}]") == [
        f"4:10 unknown-kind: 'highest-number-limit' is not a kind of term (near it are: force-limit; {listed})",
    ]


def test_the_schema_has_every_kind() -> None:
    schema = json.dumps(input_schema())
    assert all(kind in schema for kind in KINDS)


@pytest.mark.parametrize("shape", KINDS.values(), ids=KINDS)
def test_no_key_of_a_term_has_two_meanings(shape: Any) -> None:
    keys = [shape.kind, *(field.key for field in fields_of(shape) if field.scale), *COMMON, "options"]
    assert len(set(keys)) == len(keys)
    assert KINDS.keys().isdisjoint(keys[1:])
