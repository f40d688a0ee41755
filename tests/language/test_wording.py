from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from proposals import library
from proposals.comparison.engine import compare, meet
from proposals.comparison.findings import Difference
from proposals.documents.proposal import Proposal
from proposals.fields.changes import Way
from proposals.fields.declare import Record, compared, subject
from proposals.fields.members import Members
from proposals.fields.numbers import PERCENT, Number
from proposals.fields.scales import (
    MemberSet,
    Nominal,
    Ordinal,
    PartialOrder,
    Prose,
    Qualifier,
    Quantity,
    Share,
    Structure,
    Timing,
)
from proposals.fields.values import ACTOR, FLAG, MOMENT, TEXT, Words
from proposals.language.differences import told
from proposals.language.names import Lookup
from proposals.language.sentences import headline
from proposals.language.values import counted, lines, listed, said, value, weighed
from proposals.terms import portion
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.nuclear import NuclearPlant
from proposals.vocabulary import Coverage, Direction, Modality, Topic
from proposals.words import Word
from proposals.world.dates import Date, Deadline
from proposals.world.milestones import Milestone

LOOKUP = Lookup.of()
NAMES = ("left", "right")


def _moments(definition: str) -> Callable[[str], Deadline]:
    own = Milestone(id="phase-two", name="phase two", definition=definition)
    world = library.world().extended((), (), [own])
    return lambda text: MOMENT.read(text, world)


KNOWN, OWN = _moments("The second is done."), _moments("The forces are gone.")


class Degree(Word):
    """Made up."""

    LOW = "low", "Low."
    MIDDLE = "middle", "Between."
    HIGH = "high", "High."


@attrs.frozen(kw_only=True)
class Sample(Term):
    """A kind with a field of every scale."""

    kind = "sample"
    topic = Topic.OTHER
    what: str = subject(TEXT, "What it is about.")
    body: str | None = compared(Nominal(ACTOR), "Which.")
    degree: Degree | None = compared(Ordinal(Degree), "How far.", heavier=Way.MORE)
    strength: Modality | None = compared(PartialOrder(Modality, ((Modality.SHOULD, Modality.SHALL),)), "How strong.")
    persons: int | float | None = compared(Quantity("persons"), "How many.", heavier=Way.LESS)
    share: int | float | None = compared(Share(), "Which part.")
    who: Members | None = compared(MemberSet(ACTOR), "Who.")
    acts: Members | None = compared(MemberSet(Record(Circumstance, "act")), "What.")
    deed: Any = compared(Structure(Record(Circumstance, "act")), "What happens.")
    when: Any = compared(Timing(), "When.")
    peacetime: bool | None = compared(Qualifier(), "Only then.", when_stated=Direction.LIGHTER)
    manner: str | None = compared(Qualifier(TEXT), "In which manner.")
    clause: str | None = compared(Prose(), "In words.")


def document(name: str, **fields: Any) -> Proposal:
    terms = (Sample(what="x", **fields),)
    return Proposal(id=name, title=name, date=Date("2030"), coverage=Coverage.COMPLETE, terms=terms)


def difference(old: Any, new: Any, field: str) -> Difference:
    (finding,) = compare(document("left", **{field: old}), document("right", **{field: new})).findings
    (found,) = finding.differences
    return found


def sentence(old: Any, new: Any, field: str) -> str:
    return "".join(run.text for run in told(difference(old, new, field), Sample, NAMES, LOOKUP)).strip()


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("body", "US", "UA", "“Ukraine” instead of “the United States”"),
        ("degree", Degree.LOW, Degree.HIGH, "2 steps up: “high” instead of “low”"),
        ("degree", Degree.HIGH, Degree.MIDDLE, "one step down: “middle” instead of “high”"),
        ("strength", Modality.SHALL, Modality.SHOULD, "weaker: “should” instead of “shall”"),
        ("strength", Modality.SHOULD, Modality.SHALL, "stronger: “shall” instead of “should”"),
        ("strength", Modality.MAY, Modality.SHALL, "neither is stronger: “shall” instead of “may”"),
        ("persons", 600000, 800000, "800,000 people instead of 600,000 people (+200,000 people, ×1.33)"),
        ("persons", 800000, 600000, "600,000 people instead of 800,000 people (-200,000 people, ×0.75)"),
        ("persons", 0, 5, "5 people instead of 0 people (+5 people)"),
        ("persons", 10**9, 1, "1 person instead of 1 billion people (-999,999,999 people)"),
        ("share", 50, 62.5, "62.5% instead of 50% (+12.5 percentage points)"),
        ("who", ["US"], ["US", "PL", "DE"], "adds Germany and Poland"),
        ("who", ["US", "FR"], ["US"], "without France"),
        ("who", ["US"], ["UA"], "adds Ukraine; without the United States"),
        (
            "who",
            Members(("US",), open=True),
            ["PL", "US"],
            "adds Poland (the list in left is open or not known whole, so this is not certain)",
        ),
        (
            "who",
            ["PL", "US"],
            Members(("US",), open=True),
            "without Poland (the list in right is open or not known whole, so this is not certain)",
        ),
        ("who", ["US"], Members(("US",), open=True), "the list is open in right only"),
        ("who", Members(("US",), open=True), ["US"], "the list is open in left only"),
        (
            "acts",
            [Circumstance(act=Act.ATTACK, by=Members(("UA",)))],
            [Circumstance(act=Act.ATTACK, by=Members(("RU",)))],
            "attack by: adds Russia, without Ukraine",
        ),
        (
            "deed",
            Circumstance(act=Act.ATTACK),
            Circumstance(act=Act.ATTACK, without="cause"),
            "“an attack without cause” instead of “an attack”",
        ),
        (
            "deed",
            Circumstance(act=Act.ATTACK, by=Members(("UA",))),
            Circumstance(act=Act.ATTACK, by=Members(("UA",)), without="cause"),
            "attack without: adds cause",
        ),
        (
            "deed",
            Circumstance(act=Act.ATTACK, without="cause"),
            Circumstance(act=Act.ATTACK, without="warning"),
            "attack without: “warning” instead of “cause”",
        ),
        ("when", Deadline("60 days of signature"), Deadline("59 days of signature"), ("1 day earlier: "
         "“59 days of signature” instead of “60 days of signature”")),
        ("when", Deadline("2030-01-01"), Deadline("2030-02-01"), ("31 days later: "
         "“1 February 2030” instead of “1 January 2030”")),
        ("when", KNOWN("1 month of signature"), KNOWN("31 days of signature"), ("it is not clear which is earlier: "
         "“31 days of signature” instead of “1 month of signature”")),
        ("when", KNOWN("signature"), KNOWN("2030-02-01"), ("it is not clear which is earlier: "
         "“1 February 2030” instead of “signature”")),
        ("when", KNOWN("30 days"), KNOWN("30 days, renewable"), ("renewable added: "
         "“30 days, renewable” instead of “30 days”")),
        ("when", KNOWN("60 days, renewable"), KNOWN("30 days"), ("30 days earlier, renewable dropped: "
         "“30 days” instead of “60 days, renewable”")),
        ("when", KNOWN("signature"), KNOWN("ratification"), "a later event: “ratification” instead of “signature”"),
        ("when", KNOWN("ratification"), KNOWN("signing"), "an earlier event: “signing” instead of “ratification”"),
        ("when", KNOWN("ceasefire"), KNOWN("full ceasefire"), "another event: “full ceasefire” instead of “ceasefire”"),
        ("when", KNOWN("phase two"), OWN("phase two"), ("another event: "
         "“phase two”, as right has it, instead of “phase two”, as left has it")),
        ("when", KNOWN("Russia pays"), KNOWN("Russia has paid"), "Russia [-pays-] {+has paid+}"),
        ("peacetime", None, True, "adds “in peacetime”"),
        ("peacetime", True, None, "without “in peacetime”"),
        ("manner", None, "in writing", "adds “in writing”"),
        ("manner", "in writing", None, "without “in writing”"),
        ("manner", "in writing", "aloud", "“aloud” instead of “in writing”"),
        ("persons", None, 5, "stated in right only"),
        ("persons", 5, None, "stated in left only"),
        ("clause", "if they stop at once", "if all stop", "if [-they-] {+all+} stop [-at once-]"),
    ],
)  # fmt: skip
def test_every_scale_has_its_words(field: str, old: Any, new: Any, expected: str) -> None:
    assert sentence(old, new, field) == expected


def test_what_a_text_known_in_part_does_not_state_is_not_reported() -> None:
    known = document("left", persons=5, peacetime=True)
    (finding,) = compare(known, attrs.evolve(document("right", persons=6), coverage=Coverage.PARTIAL)).findings
    told_of = {one.field: "".join(run.text for run in told(one, Sample, NAMES, LOOKUP)) for one in finding.differences}
    assert told_of["peacetime"] == "not reported in right"
    assert {one.field: one.direction for one in finding.differences}["peacetime"] is None


def test_words_are_listed_as_in_english() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_counts_have_their_noun() -> None:
    assert [counted(count, "term") for count in (0, 1, 2000)] == ["0 terms", "1 term", "2,000 terms"]
    assert counted(2, "field differs", "fields differ") == "2 fields differ"


def test_values_are_said_with_names_and_units() -> None:
    assert said(ACTOR, "UA", LOOKUP) == "Ukraine"
    assert said(ACTOR, "nobody-known", LOOKUP) == "nobody-known"
    assert said(FLAG, plain=True, lookup=LOOKUP) == "yes"
    assert said(Number("persons"), 600000, LOOKUP) == "600,000 people"
    assert said(PERCENT, 12.5, LOOKUP) == "12.5%"
    assert said(Words(Degree), "low", LOOKUP) == "low"


@attrs.frozen(kw_only=True)
class Portion:
    """A record with a number and a flag."""

    of: str = compared(Nominal(ACTOR), "Whose.")
    percent: int | float | None = compared(Share(), "How much.")
    fixed: bool | None = compared(Qualifier(), "For good.")
    kinds: Members | None = compared(MemberSet(TEXT), "Of what.")


def test_records_are_said_in_one_phrase() -> None:
    domain = Record(Portion, "of")
    whole = Portion(of="UA", percent=50, fixed=True, kinds=Members(("gas", "oil"), open=True))
    assert said(domain, domain.plain(whole), LOOKUP) == "Ukraine (50%), fixed, kinds gas, oil and others"
    assert said(domain, domain.plain(Portion(of="UA")), LOOKUP) == "Ukraine"
    assert said(domain, {"UA": None}, LOOKUP) == "Ukraine"


@attrs.frozen(kw_only=True)
class Split(Term):
    """A kind with lists of several sorts, and two subjects."""

    kind = "split"
    of: tuple[str, ...] = subject(ACTOR, "Whose.", each=True)
    sort: str = subject(TEXT, "Which.")
    parts: Members | None = compared(MemberSet(Record(Portion, "of")), "Who has what.")
    who: Members | None = compared(MemberSet(ACTOR), "Who.")


def field(name: str) -> Any:
    from proposals.fields.declare import fields_of  # noqa: PLC0415 -- beside its only use

    return next(one for one in fields_of(Split) if one.name == name)


def test_lists_are_said_on_one_line_or_on_several() -> None:
    held = ["US", "UA", "…"]
    assert value(field("who"), held, LOOKUP) == "Ukraine, the United States and others"
    assert lines(field("who"), held, LOOKUP) == ("the United States", "Ukraine", "others")
    assert value(field("who"), ["US", "UA"], LOOKUP) == "Ukraine and the United States"
    assert value(field("who"), ["…"], LOOKUP) == "others"
    assert lines(field("who"), "US", LOOKUP) == ("the United States",)
    assert value(field("parts"), [{"UA": {"percent": 50}}, "US"], LOOKUP) == "Ukraine (50%); the United States"
    assert value(field("of"), "UA", LOOKUP) == "Ukraine"
    assert value(field("of"), ["UA", "RU"], LOOKUP) == "Ukraine and Russia"


def test_a_headline_begins_with_the_kind() -> None:
    assert headline(Split(of=("UA", "RU"), sort="gas"), LOOKUP) == "Split: Ukraine and Russia, gas"
    assert headline(Sample(what="gas"), LOOKUP) == "Sample: gas"
    assert headline(Ceasefire(between=("RU", "UA")), LOOKUP) == "Ceasefire between Russia and Ukraine"
    assert headline(Bare(), LOOKUP) == "Bare"


@attrs.frozen(kw_only=True)
class Bare(Term):
    """A kind without a subject."""

    kind = "bare"


def test_directions_name_the_bearers() -> None:
    assert weighed(None, ["UA"], LOOKUP) == ""
    assert weighed(Direction.LIGHTER, ["RU", "UA"], LOOKUP) == "lighter for Russia and Ukraine"
    assert weighed(Direction.MIXED, [], LOOKUP) == "mixed for those who bear it"


def test_what_is_heavier_for_the_bearer_is_stronger_for_the_beneficiary() -> None:
    assert weighed(Direction.HEAVIER, ["US"], LOOKUP, ["UA"]) == "heavier for the United States, stronger for Ukraine"
    assert weighed(Direction.LIGHTER, [], LOOKUP, ["UA"]) == "weaker for Ukraine"
    assert weighed(Direction.MIXED, ["US"], LOOKUP, ["UA"]) == "mixed for the United States"


ATTACK = Circumstance(act=Act.ATTACK, against=Members(["UA"]))
INSIDE: list[tuple[Term, Term, str]] = [
    (
        NuclearPlant(plant=("ZNPP",), power=Members([portion.Portion(of=one) for one in ("RU", "UA")])),
        NuclearPlant(plant=("ZNPP",), power=Members([portion.Portion(of=one, percent=50) for one in ("RU", "UA")])),
        "“Russia (50%)” instead of “Russia”; “Ukraine (50%)” instead of “Ukraine”",
    ),
    (
        SecurityGuarantee(to=("UA",), trigger=Members([ATTACK])),
        SecurityGuarantee(to=("UA",), trigger=Members([attrs.evolve(ATTACK, by=Members(["RU", "BY"]))])),
        "attack by: adds Belarus and Russia",
    ),
]


@pytest.mark.parametrize(("left", "right", "words"), INSIDE)
def test_what_differs_inside_a_record_is_said_in_names(left: Term, right: Term, words: str) -> None:
    (one,) = meet(left, right).differences
    assert "".join(run.text for run in told(one, type(left), NAMES, LOOKUP)).strip() == words
