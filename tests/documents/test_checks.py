from __future__ import annotations

from pathlib import Path

import pytest

from proposals import library
from proposals.documents.checks import References, check, check_events, remarks
from proposals.documents.proposal import Event, Proposal
from proposals.errors import MOST_PROBLEMS, Location
from proposals.library.bundled import world
from proposals.provenance import Citation, Source
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import EventKind
from proposals.world.dates import Date

HEAD = "id: plan\ntitle: A plan\ndate: 2025-11-20\n"
REFERENCES = References(sources={"base": Source(id="base")}, proposals=frozenset({"us-28-point", "gaza-plan"}))
FEW = "20 are the most (make one option of those that differ least)"
OPTIONS = "{held-by: UA, personnel: %d}"
ONE_TERM = "make them one term with both points, or make each an option, with its holders or a name"
FIRST = "the first is at PLAN:5:3"
NONE_TO_DELETE_FROM = "and the document amends or revises none (add 'lineage: [{amends: ID}]', or 'revises')"
AMENDS = "add 'lineage: [{amends: ID}]'"
PARTIAL = "leave it out of the file, or call the coverage partial"
ONE_OPTION = "this 'force-limit' is one of several options and there is no other"
OTHER_VARIANT = "add the other, or leave out 'held-by' and 'option'"
RU_AND_UA = "{RU: {percent: %s}}, {UA: {percent: %s}}"
ELSEWHERE = "leave it out, or name other places or actors"


OWN = "milestones:\n  phase-two: {name: phase two, definition: It is done.}\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("terms:\n- ceasefire: [UA, RU]\n  until: signature\n  before: 2027\n  within: 3 days\n", []),
        (f"{OWN}terms:\n- ceasefire: [UA, RU]\n  until: phase two\n", []),
        (
            "terms:\n- ceasefire: [UA, RU]\n- frozen-assets: RU\n  frozen-until: Russia pays\n  after: phase two\n",
            [("after", "phase two", ""), ("frozen-until", "Russia pays", "Russia has compensated the damage")],
        ),
        (f"{OWN}terms:\n- ceasefire: [UA, RU]\n  until: 30 days of phase tow\n", [("until", "phase tow", "phase two")]),
    ],
)
def test_deadlines_on_words_that_name_no_event_are_remarked_with_the_nearest_and_all(
    tmp_path: Path, body: str, told: list[tuple[str, str, str]]
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + body)
    found = remarks(library.load(path))
    assert library.problems_of(path) == ()
    assert [(one.code, one.message) for one in found] == [
        ("free-words", f"'{words}' in '{field}' names no known event, so it is compared as text")
        for field, words, _ in told
    ]
    for one, (_, _, near) in zip(found, told, strict=True):
        assert one.hint is not None
        assert one.hint.startswith(f"the nearest is '{near}")
        assert "signature" in one.hint


@pytest.mark.parametrize("name", library.ids())
def test_every_deadline_of_the_bundled_proposals_names_an_event_and_no_source_hides_another(name: str) -> None:
    assert remarks(library.load(name), library.sources()) == ()


def test_a_source_that_hides_a_shared_one_is_remarked_on(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "sources: {base: {publisher: A blog}, mine: {}}\n")
    (found,) = remarks(library.load(path), library.sources())
    assert str(found).startswith(f"{path}:4:11: 'base' is also a source that documents share")


@pytest.mark.parametrize("name", library.ids())
def test_nothing_is_wrong_with_the_bundled_proposals(name: str) -> None:
    assert library.problems_of(library.bundled().path_of(name)) == ()


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        # duplicates
        (
            "terms:\n- force-limit: [UA, RU]\n- ceasefire: [UA, RU]\n- force-limit: RU\n",
            [f"7:3 duplicate-term: a second 'force-limit' of Russia; the first is at PLAN:5:3 ({ONE_TERM})"],
        ),
        (
            "terms:\n- withdrawal: {of: UA, from: UA-14}\n- withdrawal: {of: UA, from: [Donetsk, UA-65]}\n",
            [
                f"6:3 duplicate-term: a second 'withdrawal' of Ukraine, Donetsk region; {FIRST} ({ONE_TERM})",
            ],
        ),
        ("terms:\n- withdrawal: {of: UA, from: UA-14}\n- withdrawal: {of: RU, from: UA-14}\n", []),
        ("terms:\n- ceasefire: [UA, RU]\n- frozen-line: [UA, RU]\n", []),
        # what is left out
        (
            "coverage: {default: complete, forces: partial}\nterms:\n- force-limit: UA\n  stance: leaves out\n",
            [],
        ),
        (
            (
                "coverage: {default: partial, forces: complete}\nterms:\n- force-limit: UA\n  stance: leaves out\n"
                "- force-limit: RU\n  left-out: [peacetime, after]\n"
            ),
            [
                f"6:3 left-out: this 'force-limit' is left out of a text that is known whole ({PARTIAL})",
                f"8:3 left-out: 'peacetime' is left out of a text that is known whole ({PARTIAL})",
                f"8:3 left-out: 'after' is left out of a text that is known whole ({PARTIAL})",
            ],
        ),
        (
            "terms:\n- force-limit: UA\n- force-limit: UA\n  stance: leaves out\n",
            [f"6:3 duplicate-term: a second 'force-limit' of Ukraine; {FIRST} ({ONE_TERM})"],
        ),
        # provisions
        (
            "terms:\n- provision: {under: nuclear, about: a}\n- provision: {under: nuclear, about: b}\n  text: x\n",
            ["5:3 missing-field: a 'provision' that is proposed has its clause in words (add 'text: …')"],
        ),
        ("terms:\n- provision: {under: nuclear, about: plant}\n  stance: rejects\n", []),
        # shares of one whole
        (
            f"terms:\n- nuclear-plant: ZNPP\n  power: [{RU_AND_UA % (50, 52)}]\n",
            ["5:3 overfull-shares: the shares of 'power' add up to 102 percent (they are parts of one whole)"],
        ),
        (f"terms:\n- nuclear-plant: ZNPP\n  power: [{RU_AND_UA % (50, 51)}]\n", []),
        # open alternatives
        ("terms:\n- force-limit: UA\n  options: [{held-by: UA, personnel: 1}, {held-by: RU, personnel: 2}]\n", []),
        (
            "terms:\n- force-limit: UA\n  held-by: UA\n- force-limit: UA\n",
            [
                f"5:3 lone-variant: {ONE_OPTION} ({OTHER_VARIANT})",
                f"7:3 duplicate-term: a second 'force-limit' of Ukraine; the first is at PLAN:5:3 ({ONE_TERM})",
            ],
        ),
        (
            "terms:\n- force-limit: UA\n  options: [{option: A, held-by: UA}, {option: A, held-by: RU}, {option: B}]\n",
            [],
        ),
        (
            "terms:\n- force-limit: UA\n  options: [{option: A}, {option: A, personnel: 2}]\n",
            [
                (
                    "5:3 duplicate-option: two options of this 'force-limit' are called 'A' and have the same holders "
                    "(give each its own name, or none)"
                ),
            ],
        ),
        (
            f"terms:\n- force-limit: UA\n  options: [{', '.join(OPTIONS % at for at in range(21))}]\n",
            [
                f"5:3 too-many-options: this 'force-limit' is held open between 21 alternatives; {FEW}",
            ],
        ),
        (f"terms:\n- force-limit: UA\n  options: [{', '.join(OPTIONS % at for at in range(20))}]\n", []),
        # the narrower governs the wider
        ("terms:\n- demilitarization: UA-14\n- demilitarization: UA-14/held-by-UA\n", []),
        ("terms:\n- demilitarization: UA-14\n- demilitarization: UA-65\n", []),
        (
            "terms:\n- demilitarization: UA-14\n- demilitarization: [UA-14/held-by-UA, UA-14/held-by-RU]\n",
            [
                f"5:3 overridden-term: narrower terms govern the whole of this 'demilitarization' ({ELSEWHERE})",
            ],
        ),
        # references
        ("sources: {mine: {}}\nterms: [{force-limit: UA, cite: [base, mine]}]\n", []),
        (
            "terms: [{force-limit: UA, cite: bse}, {force-limit: RU, cite: {qqqq: x}}]\n",
            [
                "4:33 unknown-source: no source is called 'bse' (did you mean 'base'?)",
                "4:70 unknown-source: no source is called 'qqqq' (declare it under 'sources')",
            ],
        ),
        ("lineage: [{amends: us-28-point}]\nstruck: [3]\nterms: [{force-limit: UA, answers: 6}]\n", []),
        (
            "lineage: [{amends: us-28-pont}, {answers: plan}, {revises: qqqq}]\n",
            [
                "4:11 unknown-document: no proposal is called 'us-28-pont' (did you mean 'us-28-point'?)",
                "4:33 own-ancestor: 'plan' cannot descend from itself",
                "4:50 unknown-document: no proposal is called 'qqqq'",
            ],
        ),
        (
            "struck: [3]\nterms: [{force-limit: UA, answers: 6}]\n",
            [
                f"4:10 nothing-amended: point 3 is deleted, {NONE_TO_DELETE_FROM}",
                f"5:10 nothing-amended: this term answers point 6, and the document amends none ({AMENDS})",
            ],
        ),
        # names of fields
        (
            "terms:\n- force-limit: UA\n  cite: {source: base, for: [personnel, peacetme]}\n",
            ["6:9 unknown-field: a 'force-limit' has no field 'peacetme' (did you mean 'peacetime'?)"],
        ),
        (
            "terms: [{force-limit: UA, disputed: [{value: x}, {field: qqqq, value: x}, {field: of, value: y}]}]\n",
            [
                "4:10 unknown-field: a 'force-limit' has no field 'qqqq'",
            ],
        ),
    ],
)
def test_what_only_the_whole_shows(tmp_path: Path, body: str, problems: list[str]) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    found = [
        f"{problem.location.line}:{problem.location.column} {problem.code}: {problem.message}"
        + (f" ({problem.hint})" if problem.hint else "")
        for problem in library.problems_of(path)
    ]
    assert [problem.replace(str(path), "PLAN") for problem in found] == problems


def test_a_document_beside_it_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "earlier.yaml").write_text("id: earlier\n")
    (tmp_path / "plan.yaml").write_text(HEAD + "lineage: [{revises: earlier}]\n")
    assert library.problems_of(tmp_path / "plan.yaml") == ()


def test_what_is_wrong_in_the_file_and_in_the_whole_stands_in_reading_order(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    twice = "terms:\n- force-limit: UA\n- force-limit: UA\n"
    path.write_text(f"{HEAD}{twice}foo: bar\nlineage: [{{revises: nothing-like-it}}]\n")
    assert [problem.code for problem in library.problems_of(path)] == [
        "duplicate-term",
        "unknown-field",
        "unknown-document",
    ]


def test_proposals_made_in_python_are_checked_without_places_in_a_file() -> None:
    terms = (ForceLimit(of=["UA"]), ForceLimit(of=["UA"], citations=(Citation(source="qqqq"),)))
    proposal = Proposal(id="plan", title="A plan", date=Date("2025"), terms=terms)
    problems = check(proposal, REFERENCES, world())
    assert [(problem.code, problem.location) for problem in problems] == [
        ("duplicate-term", Location("")),
        ("unknown-source", Location("")),
    ]
    assert "the first is at another place" in problems[0].message


def test_a_thousand_problems_are_told() -> None:
    terms = tuple(ForceLimit(of=["UA"]) for _ in range(MOST_PROBLEMS + 9))
    proposal = Proposal(id="plan", title="A plan", date=Date("2025"), terms=terms)
    assert len(check(proposal, REFERENCES, world())) == MOST_PROBLEMS


def _event(name: str, *about: str, cite: str = "base") -> Event:
    return Event(
        id=name,
        date=Date("2025"),
        kind=EventKind.CALL,
        title="A call",
        about=about,
        citations=(Citation(source=cite),),
        at=Location("events.yaml", 3, 1),
    )


def test_events() -> None:
    assert check_events([_event("a", "gaza-plan"), _event("b")], REFERENCES) == ()
    problems = check_events([_event("a", "gaza-pln", "qqqq"), _event("a", cite="bas")], REFERENCES)
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("unknown-document", "did you mean 'gaza-plan'?"),
        ("unknown-document", None),
        ("duplicate-event", "keep one"),
        ("unknown-source", "did you mean 'base'?"),
    ]
    assert problems[0].location == ("events.yaml", 3, 1)
